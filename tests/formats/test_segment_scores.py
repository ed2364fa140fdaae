"""Scores of other tools are read whole or refused with the line."""

from __future__ import annotations

import pytest

from transreview.errors import InputError
from transreview.formats.segment_scores import read_segment_scores


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("s.csv", "id,COMET,metricx\n0001,0.91,2.5\n0002,0.5,\n"),
        ("s.csv", "\ufeffid,COMET,metricx\r\n0001,0.91,2.5\r\n0002,0.5,\r\n"),
        ("s.tsv", "segment\tCOMET\tmetricx\n0001\t0.91\t2.5\n0002\t0.5\t\n"),
        ("s.jsonl", '{"id":"0001","comet":0.91,"metricx":2.5}\n{"id":"0002","comet":0.5}\n'),
    ],
)
def test_every_form_gives_the_same_scores(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8", newline="")
    assert read_segment_scores(path) == {"comet": {"0001": 0.91, "0002": 0.5}, "metricx": {"0001": 2.5}}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("s.csv", "id,comet\n1,good\n", ":2: comet is “good”, not a number"),
        ("s.csv", "id,comet\n1,nan\n", ":2: comet is “nan”, not a number"),
        ("s.csv", "id,comet\n1,.5\n1,.6\n", ":3: segment 1 is scored twice, first in line 2"),
        ("s.csv", "name,comet\n1,.5\n", ":2: no segment id"),
        ("s.csv", "id,comet\n1,.5,7\n", ":2: the row has not as many cells"),
        ("s.csv", 'id,comet\n"1,.5\n', "unexpected end of data"),
        ("s.csv", "id,comet\n", "no scores"),
        ("s.jsonl", '{"id":1\n', ":1: not JSON"),
        ("s.jsonl", "[1]\n", ":1: not an object"),
    ],
)
def test_bad_rows_are_refused_with_their_line(tmp_path, name, content, message):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_segment_scores(path)
    assert message in str(caught.value)
