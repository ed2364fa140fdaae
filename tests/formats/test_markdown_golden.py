"""Every construct of Markdown in both directions: what is read of it, and the file with all of it rewritten.

Each `NAME.md` of the folder has `NAME.units`, what is read of it, and `NAME.edited`, the file after
every unit was edited. After a change that is meant, `python tests/formats/test_markdown_golden.py`
writes both again; look at what the change did.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded
from transreview.formats.filling import Passage, fill
from transreview.formats.markdown import read_markdown
from transreview.formats.registry import parse_document
from transreview.formats.rendering import passages_of
from transreview.languages import language

FOLDER = Path(__file__).parent / "golden" / "markdown"
FILES = sorted(FOLDER.glob("*.md"))


def read(file: Path) -> Document:
    return read_markdown(Decoded(file.read_text(encoding="utf-8"), "utf-8"), file.name)


def described(document: Document) -> str:
    lines = [
        "\t".join([
            str(unit.line), unit.kind.value, str(unit.level or ""), unit.marker,
            f"{unit.row}/{unit.column}" if unit.row else "", repr(unit.prefix), unit.text.replace("\n", "\\n"),
        ])
        for unit in document.units
    ]  # fmt: skip
    return "\n".join([*lines, *(f"! {remark}" for remark in document.remarks("FILE")), ""])


def edited(document: Document) -> str:
    assert document.layout is not None
    passages = [Passage(f"ახალი {unit.text}", index) for index, unit in enumerate(document.units)]
    return fill(document.layout, document.units, passages).text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_read(file: Path) -> None:
    assert described(read(file)) == file.with_suffix(".units").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_written(file: Path) -> None:
    document = read(file)
    text = edited(document)
    assert text == file.with_suffix(".edited").read_text(encoding="utf-8")
    again = read_markdown(Decoded(text, "utf-8"), file.name)
    assert [unit.text for unit in again.units] == [f"ახალი {unit.text}" for unit in document.units]
    assert [unit.kind for unit in again.units] == [unit.kind for unit in document.units]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_unchanged_it_comes_back_to_the_byte(file: Path, newline: str) -> None:
    text = file.read_text(encoding="utf-8").replace("\n", newline)
    document = read_markdown(Decoded(text, "utf-8"), file.name)
    for one in (document, document.cut(language("ka").sentences)):
        assert one.layout is not None
        assert fill(one.layout, one.units, passages_of(one.units), newline=one.newline).text == text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_cut_at_every_byte_is_an_error_or_comes_back_whole(file: Path) -> None:
    data = file.read_bytes()
    for size in range(1, len(data)):
        try:
            document = parse_document(data[:size], "a.md", encoding="utf-8")
        except InputError:
            continue
        assert document.layout is not None
        text = fill(document.layout, document.units, passages_of(document.units)).text
        assert text.encode() == data[:size]


if __name__ == "__main__":
    for each in FILES:
        each.with_suffix(".units").write_text(described(read(each)), encoding="utf-8")
        each.with_suffix(".edited").write_text(edited(read(each)), encoding="utf-8")
