"""Packed files: what unpacks out of all measure, is missing or damaged is refused by its name."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from transreview.errors import InputError
from transreview.formats import packed
from transreview.formats.packed import Packed
from transreview.formats.registry import parse_document


def archive(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return buffer.getvalue()


def test_members_are_read_and_replaced_one_by_one() -> None:
    file = Packed(archive({"a": b"one", "b": b"two"}), "x.docx")
    assert file.names == ["a", "b"]
    assert file.part("a") == b"one"
    changed = Packed(file.replaced({"b": b"three"}), "x.docx")
    assert [changed.part(name) for name in changed.names] == [b"one", b"three"]


def test_what_is_missing_or_no_archive_is_said() -> None:
    with pytest.raises(InputError, match="no packed file, or it has been cut off"):
        Packed(b"PK", "x.docx")
    with pytest.raises(InputError, match="b cannot be unpacked"):
        Packed(archive({"a": b"one"}), "x.docx").part("b")


def test_a_member_may_be_a_million_and_two_hundred_times_its_size_and_no_more(monkeypatch) -> None:
    data = archive({"a": b"x" * 1_500_000})
    compressed = zipfile.ZipFile(io.BytesIO(data)).getinfo("a").compress_size
    limit = 1_000_000 + packed._RATIO * compressed
    for size, words in (
        (limit, "cannot be unpacked"),
        (limit + 1, "unpacks to 1 MB, which no document needs"),
    ):
        file = Packed(data, "x.docx")
        info = file._archive.getinfo("a")
        monkeypatch.setattr(info, "file_size", size)
        monkeypatch.setattr(info, "CRC", 0)  # what fits is read, and then found to be damaged
        with pytest.raises(InputError, match=words):
            file.part("a")
    monkeypatch.setattr(packed, "_LARGEST_PART", 2)
    assert Packed(archive({"a": b"xx"}), "x.docx").part("a") == b"xx"
    with pytest.raises(InputError, match="a unpacks to 0 MB"):
        Packed(archive({"a": b"xxx"}), "x.docx").part("a")


def _claiming(size: int, packed_size: int) -> bytes:
    """Return a file of Word whose list of members says of its text that it is so large, packed and unpacked."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    data = bytearray(buffer.getvalue())
    entry = data.index(b"PK\x01\x02")
    data[entry + 20 : entry + 28] = struct.pack("<II", packed_size, size)
    return bytes(data)


@pytest.mark.parametrize(
    ("size", "packed_size", "too_much"),
    [
        (200_000_000, 1_000_000, False),
        (200_000_001, 1_000_000, True),  # no document has a part of two hundred megabytes
        (1_000_400, 2, False),
        (1_000_401, 2, True),  # nor one that packs to less than a two-hundredth, beyond a megabyte
        (1_000_000, 0, False),
        (1_000_001, 0, True),
    ],
)
def test_a_part_that_no_document_needs_is_not_unpacked(size: int, packed_size: int, too_much: bool) -> None:
    words = "which no document needs" if too_much else "damaged|broken|cannot"
    with pytest.raises(InputError, match=words):
        parse_document(_claiming(size, packed_size), "a.docx")
