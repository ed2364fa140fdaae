"""The pages of an SQLite file, read without SQLite: which are trees of rows, and what the rows hold.

After https://www.sqlite.org/fileformat.html, sections 1.6 and 2.1.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SIZES = (4096, 8192, 16384, 32768, 65536, 2048, 1024, 512)
_ROW_INNER, _ROW_LEAF, _KEY_INNER, _KEY_LEAF = 5, 13, 2, 10
_HEADER = {_ROW_INNER: 12, _KEY_INNER: 12, _ROW_LEAF: 8, _KEY_LEAF: 8}
_DEEP = 20  # levels of a tree: SQLite makes fewer
_LONGEST_NUMBER = 9
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes of each kind
_FLOAT, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12

Value = int | float | str | bytes | None


class Cut(str):
    """The beginning of a text that goes on in another page; perhaps nothing of it."""

    __slots__ = ()


@contextmanager
def reading(file: Path, size: int) -> Iterator[Pages]:
    """Give the pages of a file, which may be large.

    Args:
        file: The file; it is not empty.
        size: The bytes of a page.
    """
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield Pages(data, size)


def page_size(file: Path) -> int | None:
    """Return the bytes of a page of a file that does not say it; None where it has no pages of rows."""
    best, most = None, 0
    for size in _SIZES:
        if file.stat().st_size < 2 * size:
            continue
        with reading(file, size) as pages:
            filled = sum(pages.is_filled_to_its_end(page) for page in range(2, pages.count + 1))
        if filled * size > most:
            best, most = size, filled * size
    return best


class Pages:
    """Pages of one size, counted from 1.

    Args:
        data: The file.
        size: The bytes of a page.
    """

    def __init__(self, data: mmap.mmap | bytes, size: int) -> None:
        self._data = data
        self._size = size
        self.count = len(data) // size

    def tops(self) -> list[int]:
        """Return the pages that stand at the top of a tree, the first left out."""
        known = [page for page in range(2, self.count + 1) if self._cells(page)]
        below = {child for page in known if self.is_inner(page) for child in self._children(page)}
        return [page for page in known if page not in below]

    def is_inner(self, page: int) -> bool:
        """Whether a page of a tree leads to others."""
        return self._kind(page) in (_ROW_INNER, _KEY_INNER)

    def is_by_key(self, page: int) -> bool:
        """Whether a page belongs to an index, or to a table that is kept as one."""
        return self._kind(page) in (_KEY_INNER, _KEY_LEAF)

    def is_filled_to_its_end(self, page: int) -> bool:
        """Whether a page of rows is one of this size: its first row is written at its end."""
        cells = self._cells(page)
        if not cells or self._kind(page) != _ROW_LEAF:
            return False
        last = max(cells)
        try:
            length, at = self._number(page, last)
            _row, at = self._number(page, at)
        except IndexError:
            return False
        local = self._local(length, by_key=False)
        return at + local + (4 if local < length else 0) == self._size

    def rows(self, top: int) -> Iterator[tuple[Value, ...]]:
        """Yield the rows of a tree, in its order; what goes on in other pages is cut off."""
        return self._rows(top, set(), 0)

    def _rows(self, page: int, walked: set[int], depth: int) -> Iterator[tuple[Value, ...]]:
        if depth > _DEEP or not 1 < page <= self.count or page in walked:
            return
        walked.add(page)  # damaged pages may lead back
        inner, by_key = self.is_inner(page), self.is_by_key(page)
        for cell in self._cells(page):
            if inner:
                yield from self._rows(self._pointer(page, cell), walked, depth + 1)
            if by_key or not inner:
                try:
                    row = self._row(page, cell + (4 if inner else 0), by_key=by_key)
                except (IndexError, struct.error, UnicodeDecodeError):
                    continue
                yield row
        if inner:
            yield from self._rows(self._pointer(page, 8), walked, depth + 1)

    def _kind(self, page: int) -> int:
        return self._data[(page - 1) * self._size]

    def _cells(self, page: int) -> tuple[int, ...]:
        """Return where the cells of a page of a tree begin; nothing where it is no such page."""
        header = _HEADER.get(self._kind(page))
        if header is None:
            return ()
        start = (page - 1) * self._size
        (number,) = struct.unpack_from(">H", self._data, start + 3)
        behind = header + 2 * number
        if not number or behind > self._size:
            return ()
        cells = struct.unpack_from(f">{number}H", self._data, start + header)
        return cells if behind <= min(cells) and max(cells) < self._size else ()

    def _children(self, page: int) -> Iterator[int]:
        yield self._pointer(page, 8)
        for cell in self._cells(page):
            yield self._pointer(page, cell)

    def _pointer(self, page: int, at: int) -> int:
        if at + 4 > self._size:
            return 0
        (child,) = struct.unpack_from(">I", self._data, (page - 1) * self._size + at)
        return int(child)

    def _number(self, page: int, at: int) -> tuple[int, int]:
        """Return a number of one to nine bytes and where it ends.

        Raises:
            IndexError: It goes over the end of the page.
        """
        end = page * self._size
        start = (page - 1) * self._size + at
        value = 0
        for place in range(start, start + _LONGEST_NUMBER):
            if place >= end:
                raise IndexError(at)
            byte = self._data[place]
            if place == start + _LONGEST_NUMBER - 1:
                return value << 8 | byte, at + _LONGEST_NUMBER
            value = value << 7 | byte & 0x7F
            if byte < 0x80:
                return value, place - start + at + 1
        raise IndexError(at)

    def _local(self, length: int, *, by_key: bool) -> int:
        """Return how many bytes of a row stand in its page."""
        most = (self._size - 12) * 64 // 255 - 23 if by_key else self._size - 35
        if length <= most:
            return length
        least = (self._size - 12) * 32 // 255 - 23
        rest = least + (length - least) % (self._size - 4)
        return rest if rest <= most else least

    def _row(self, page: int, at: int, *, by_key: bool) -> tuple[Value, ...]:
        length, at = self._number(page, at)
        if not by_key:
            _id, at = self._number(page, at)
        end = at + self._local(length, by_key=by_key)
        if end > self._size:
            raise IndexError(end)
        width, place = self._number(page, at)
        kinds = []
        while place < at + width:
            kind, place = self._number(page, place)
            kinds.append(kind)
        values = []
        for kind in kinds:
            size = _INTEGERS.get(kind, 8 if kind == _FLOAT else max(0, kind - _FIRST_BLOB) // 2)
            start = (page - 1) * self._size
            data = self._data[start + min(place, end) : start + min(place + size, end)]
            values.append(_value(kind, data, is_cut=len(data) < size))
            place += size
        return tuple(values)


def _value(kind: int, data: bytes, *, is_cut: bool) -> Value:
    """Return a stored value, or what it begins with; a number that stands in another page is 0."""
    if kind == 0:
        return None
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    if kind == _FLOAT:
        return 0.0 if is_cut else float(struct.unpack(">d", data)[0])
    if kind in _INTEGERS:
        return int.from_bytes(data, "big", signed=True)
    if kind >= _FIRST_BLOB and kind % 2:
        text = data.decode(errors="replace")
        return Cut(text) if is_cut else text
    return data
