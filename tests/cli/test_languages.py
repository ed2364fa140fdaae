"""`transreview languages`: what is known of languages, pairs, texts and names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run

Capture = pytest.CaptureFixture[str]


def test_every_known_language_is_listed(capsys: Capture) -> None:
    listed = run(capsys, "languages").out
    assert "Georgian" in listed
    records = json.loads(run(capsys, "languages", "--json").out)
    assert {"zh", "ka", "en", "fr", "th"} <= {record["code"] for record in records}
    assert next(r for r in records if r["code"] == "ka")["plural forms"] == "nplurals=2; plural=n != 1;"


def test_one_language_and_one_pair_are_described(capsys: Capture) -> None:
    assert "ქართული" in run(capsys, "languages", "ka").out
    shown = json.loads(run(capsys, "languages", "zh", "ka", "--json").out)
    assert (shown["source"], shown["target"], shown["fitted on aligned text"]) == ("zh", "ka", True)


def test_a_text_s_language_is_told_whatever_its_encoding(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("会议在湖南长沙召开，共一百余人参加了会议。".encode("gb18030"))
    assert json.loads(run(capsys, "languages", "--identify", path, "--json").out)["code"] == "zh"


def test_names_are_spelt(capsys: Capture) -> None:
    shown = run(capsys, "languages", "--name", "厦门", "--name", "杜同和").out
    assert "სიამენი" in shown
    assert "დუ ტუნხე" in shown


@pytest.mark.parametrize("arguments", [("zh", "ka", "en"), ("--name", "Xiamen")])
def test_mistakes_are_told_with_a_remedy(capsys: Capture, arguments: tuple[str, ...]) -> None:
    done = run(capsys, "languages", *arguments)
    assert done.code == 2
    assert done.err.startswith("Error: ")
    assert done.err.count("\n") == 1
