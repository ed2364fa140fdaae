"""Constructs over which other programs were reported to stumble: read, left alone, and edited.

Each file of the folder has `NAME.units`, what is read of it, and `NAME.edited`, the file after every
unit was edited. After a change that is meant, `python tests/formats/test_reported_constructs.py` writes
both again; look at what the change did.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.formats.document import Document
from transreview.formats.filling import Passage, fill
from transreview.formats.registry import parse_document

FOLDER = Path(__file__).parent / "golden" / "reported"
FILES = sorted(file for file in FOLDER.iterdir() if file.suffix not in {".units", ".edited"})


def read(data: bytes, file: Path) -> Document:
    return parse_document(data, file.name, language="ka")


def described(document: Document) -> str:
    lines = [
        "\t".join([unit.kind.value, str(unit.level or ""), unit.name, unit.text.replace("\n", "\\n")])
        for unit in document.units
    ]
    return "\n".join([*lines, *(f"! {remark}" for remark in document.remarks("FILE")), ""])


def filled(document: Document, front: str) -> str:
    assert document.layout is not None
    passages = [Passage(front + unit.text, index) for index, unit in enumerate(document.units)]
    result = fill(document.layout, document.units, passages, newline=document.newline)
    assert result.lost == []
    return result.text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_is_read_and_written(file: Path) -> None:
    data = file.read_bytes()
    document = read(data, file)
    assert described(document) == Path(f"{file}.units").read_text(encoding="utf-8")
    assert filled(document, "") == data.decode("utf-8-sig")
    text = filled(document, "ახალი ")
    assert text.encode() == Path(f"{file}.edited").read_bytes()
    again = read(text.encode(), file)
    assert [unit.text for unit in again.units] == [f"ახალი {unit.text}" for unit in document.units]


if __name__ == "__main__":
    for name in FILES:
        found = read(name.read_bytes(), name)
        Path(f"{name}.units").write_text(described(found), encoding="utf-8")
        Path(f"{name}.edited").write_bytes(filled(found, "ახალი ").encode())
