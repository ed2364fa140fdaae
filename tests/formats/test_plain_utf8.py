"""Settings and lists are UTF-8, and what is not is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.errors import InputError
from transreview.formats.plain_utf8 import read_utf8


def test_a_mark_at_the_beginning_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("\ufeffა".encode())
    assert read_utf8(tmp_path / "a", "") == "ა"


def test_what_cannot_be_read_is_said_in_the_systems_words_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file or directory") as caught:
        read_utf8(tmp_path / "a", "Name another file")
    assert (caught.value.path, caught.value.remedy) == (tmp_path / "a", "Name another file")


def test_other_encodings_are_refused_at_their_first_byte(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc\xff")
    with pytest.raises(InputError, match="not UTF-8") as caught:
        read_utf8(tmp_path / "a", "")
    assert caught.value.byte == 3
