"""Articles in archives: one whose text is as it was comes back as it was, any other is written anew."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from transreview.formats.archives import fill_archive, kept_archive
from transreview.formats.docx import read_docx
from transreview.formats.filling import Passage


@pytest.fixture
def data() -> bytes:
    document = docx.Document()
    for text in ("ერთი", "ორი", "სამი"):
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def texts(data: bytes) -> list[str]:
    return [unit.text for unit in read_docx(data, "a.docx").units]


@pytest.mark.parametrize(
    ("passages", "same", "read"),
    [
        ([(0, "ერთი"), (1, "ორი"), (2, "სამი")], True, ["ერთი", "ორი", "სამი"]),
        ([(0, "ერთი"), (1, "ახალი"), (2, "სამი")], False, ["ერთი", "ახალი", "სამი"]),
        ([(1, "ერთი"), (0, "ორი"), (2, "სამი")], False, None),
        ([(0, "ერთი"), (1, "ორი")], True, ["ერთი", "ორი", "სამი"]),
        ([(0, "ერთი"), (1, "ორი"), (2, "სამი"), (2, "ოთხი")], False, None),
    ],
)
def test_only_what_is_wholly_unchanged_comes_back_to_the_byte(
    data: bytes, passages: list[tuple[int, str]], same: bool, read: list[str] | None
) -> None:
    units = read_docx(data, "a.docx").units
    layout = kept_archive(data, "docx")
    written, _filled = fill_archive(layout, units, [Passage(text, unit) for unit, text in passages], "a.docx")
    assert (written == data) is same
    if read is not None:
        assert texts(written) == read


def test_an_archive_is_kept_as_letters_and_comes_back(data: bytes, tmp_path: Path) -> None:
    layout = kept_archive(data, "docx")
    assert layout.format == "docx"
    assert layout.archive.isascii()
