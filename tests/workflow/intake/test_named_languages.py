"""A file's name says its language where its text says too little."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.workflow.intake.article_input import ArticleInput, read_sides
from transreview.workflow.intake.folder_pairs import named_language


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("fair.ka.md", "ka"),
        ("fair_zh-CN.txt", "zh"),
        ("values-ka.xml", "ka"),
        ("en.json", "en"),
        ("how-to.txt", ""),
        ("fair.final.txt", ""),
        ("notes.md", ""),
    ],
)
def test_a_name_ends_in_a_language_or_not(name: str, code: str) -> None:
    assert named_language(Path(name)) == code


def languages(
    folder: Path, first: tuple[str, str], second: tuple[str, str]
) -> tuple[tuple[str, str], list[str]]:
    for name, text in (first, second):
        (folder / name).write_text(text, encoding="utf-8")
    _sides, _documents, codes, warnings = read_sides(ArticleInput(folder / first[0], folder / second[0]))
    return codes, warnings


GEORGIAN = "საღამო მშვიდობისა.\n"


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.en.txt", "I love you\n", "en"),
        ("a.fr.txt", "distribution\n", "fr"),
        ("a.ja.txt", "組織人材募集\n", "ja"),
        ("a.en.txt", "2026-05-26\n", "en"),
    ],
)
def test_a_short_text_is_in_the_language_of_its_name_and_nobody_is_asked(
    tmp_path: Path, name: str, text: str, code: str
) -> None:
    assert languages(tmp_path, (name, text), ("a.ka.txt", GEORGIAN)) == ((code, "ka"), [])


def test_a_text_that_says_its_language_is_believed_before_its_name(tmp_path: Path) -> None:
    text = "The meeting was held in the capital of the country and lasted until late in the evening.\n"
    assert languages(tmp_path, ("a.fr.txt", text), ("a.ka.txt", GEORGIAN))[0] == ("en", "ka")
    assert languages(tmp_path, ("b.en.txt", "会议在长沙召开。\n"), ("b.ka.txt", GEORGIAN))[0] == ("zh", "ka")
