"""Glossaries are written in the format that the file's ending names."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from transreview.errors import InputError, UsageError
from transreview.formats.glossary_registry import read_any, write_any
from transreview.formats.glossary_xlsx import read_xlsx
from transreview.model.glossary import Concept, Glossary, Term

GLOSSARY = Glossary(
    (Concept("a", terms=(Term("会", "zh"), Term("კრება", "ka"), Term("meeting", "en"))),), ("zh", "ka", "en")
)


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".tbx"])
def test_a_glossary_comes_back_whole(tmp_path: Path, ending: str) -> None:
    write_any(tmp_path / f"a{ending}", GLOSSARY)
    read = read_any(tmp_path / f"a{ending}")
    assert [(one.id, [(term.text, term.language) for term in one.terms]) for one in read.concepts] == [
        ("a", [("会", "zh"), ("კრება", "ka"), ("meeting", "en")])
    ]


@pytest.mark.parametrize(
    ("languages", "line"),
    [((), "会\tკრება\t\n"), (("ka", "en"), "კრება\tmeeting\t\n"), (("en", "zh", "ka"), "meeting\t会\t\n")],
)
def test_a_list_of_pairs_takes_the_first_two_languages(
    tmp_path: Path, languages: tuple[str, ...], line: str
) -> None:
    write_any(tmp_path / "a.txt", GLOSSARY, languages=languages)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == line


def test_a_list_of_pairs_needs_two_languages_and_an_ending_must_be_known(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="needs a source and a target language"):
        write_any(tmp_path / "a.txt", Glossary((), ("zh",)))
    with pytest.raises(UsageError, match=r"“\.doc” is the ending of no glossary"):
        write_any(tmp_path / "a.doc", GLOSSARY)
    with pytest.raises(UsageError, match="its name has no ending"):
        write_any(tmp_path / "a", GLOSSARY)
    with pytest.raises(InputError, match="this is a folder, not a file"):
        write_any(tmp_path, GLOSSARY)


@pytest.mark.parametrize(
    ("version", "root", "language"), [(3, b"<tbx ", b'xml:lang="ka"'), (2, b"<martif ", b'xml:lang="ka"')]
)
def test_tbx_is_written_in_the_version_and_language_asked_for(
    tmp_path: Path, version: int, root: bytes, language: bytes
) -> None:
    write_any(tmp_path / "a.tbx", GLOSSARY, languages=("ka", "zh"), tbx_version=version)
    data = (tmp_path / "a.tbx").read_bytes()
    assert root in data
    assert language in data[: data.index(b">", data.index(root))]
    write_any(tmp_path / "b.tbx", GLOSSARY)
    assert b"<tbx " in (tmp_path / "b.tbx").read_bytes()


def test_columns_of_a_sheet_that_are_empty_at_the_right_are_none(tmp_path: Path) -> None:
    book = Workbook()
    for row in (
        ["id", "zh", "ka", None, None],
        ["a", "会", "კრება", None, None],
        [None] * 5,
        ["b", "议", None, None, " "],
    ):
        book.worksheets[0].append(row)
    book.save(tmp_path / "a.xlsx")
    read = read_xlsx(tmp_path / "a.xlsx")
    assert [(one.id, [term.text for term in one.terms], one.origin[1]) for one in read.concepts] == [
        ("a", ["会", "კრება"], 2), ("b", ["议"], 4),
    ]  # fmt: skip
