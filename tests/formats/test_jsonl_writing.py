"""Pairs as JSON Lines: out, in, and back after others edited them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.errors import InputError
from transreview.formats.exchange import REVISION_FIELD, Exchange, ExchangeFile
from transreview.formats.jsonl_writing import write_jsonl
from transreview.formats.readers import read_bilingual
from transreview.model.pair import Pair
from transreview.model.segment import Status

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


def exchange(*pairs: Pair) -> Exchange:
    return Exchange(
        source_language="zh",
        target_language="ka",
        files=[ExchangeFile("fair.zh.md", pairs)],
        generator="transreview",
        created="20210910T080000Z",
        revision=7,
    )


def test_all_that_a_pair_says_comes_back(tmp_path: Path) -> None:
    pair = Pair(
        id="0001", source="展会", target="გამოფენა", status=Status.EDITED, needs_work=True, machine="ბაზრობა",
        proposals=(("deepl", "გამოფენა"),), comments=(("Nino", "ასეა?"),),
    )  # fmt: skip
    assert write_jsonl(tmp_path / "a.jsonl", exchange(pair)) == 1
    file = read_bilingual(tmp_path / "a.jsonl")
    (back,) = file.pairs
    assert (back.id, back.source, back.target, back.machine) == (
        pair.id,
        pair.source,
        pair.target,
        pair.machine,
    )
    assert (back.status, back.needs_work) == (Status.EDITED, True)
    assert (back.proposals, back.comments) == (pair.proposals, pair.comments)
    assert (file.source_language, file.target_language, file.header[REVISION_FIELD]) == ("zh", "ka", "7")


def test_what_a_pair_does_not_have_is_left_out(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "a.jsonl", exchange(Pair(id="1", source="一", target="")))
    record = json.loads((tmp_path / "a.jsonl").read_text(encoding="utf-8"))
    assert set(record) == {
        "id", "document", "source_lang", "target_lang", "source", "target", "status", REVISION_FIELD,
    }  # fmt: skip
    assert record["status"] == "untranslated"


@given(source=TEXT, target=st.one_of(TEXT, st.just("")))
def test_every_text_stands_on_one_line_and_comes_back(
    tmp_path_factory: pytest.TempPathFactory, source: str, target: str
) -> None:
    path = tmp_path_factory.mktemp("jsonl") / "a.jsonl"
    write_jsonl(path, exchange(Pair(id="1", source=source, target=target)))
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1
    (back,) = read_bilingual(path).pairs
    assert (back.source, back.target) == (source, target)


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ('{"source": "展会"}', "target"),
        ('{"target": "გამოფენა"}', "source"),
        ('{"source": 7, "target": "გამოფენა"}', "source"),
        ('{"source": "展会", "target": null}', "target"),
        ('{"source": null, "target": null}', "source"),
        ("{}", "source"),
    ],
)
def test_a_line_without_one_of_its_texts_is_named(tmp_path: Path, line: str, missing: str) -> None:
    (tmp_path / "a.jsonl").write_text('{"source": "好", "target": "კარგი"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=f"a.jsonl:2: this object has no text “{missing}”"):
        read_bilingual(tmp_path / "a.jsonl")
