"""The log beside a project file (`NAME-wal`), where the last changes stand until they are in the file itself.

SQLite reads it up to the first frame that is not what was written, and takes the rest for what was never
finished. Where more than one change was finished behind that frame, they had been said to be saved.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from transreview.errors import InputError
from transreview.i18n import _
from transreview.project.decoding import DamagedError

_MAGIC = (0x377F0682, 0x377F0683)  # check values over little-endian words, over big-endian ones
_HEADER = 32
_FRAME = 24
_ALL = 0xFFFFFFFF


def log_of(path: Path) -> Path:
    """Return where the log of a project file is."""
    return path.with_name(f"{path.name}-wal")


def require_room_for_log(path: Path) -> None:
    """Refuse a project beside which a folder stands where its log or the log's index has to be.

    Raises:
        InputError: There is such a folder; SQLite would say that nothing can be written here.
    """
    for place in (log_of(path), path.with_name(f"{path.name}-shm")):
        if os.path.isdir(place):  # noqa: PTH112 - a name too long for the file system is told by whoever opens it
            raise InputError(
                _("a folder stands where the project keeps its last changes: {log}").format(log=place.name),
                path=path,
                remedy=_("Give that folder another name"),
            )


def require_whole_log(path: Path) -> None:
    """Refuse a project whose last changes can no longer be read, before they are forgotten.

    Raises:
        DamagedError: Its log is damaged in front of changes that were finished.
        OSError: It cannot be read.
    """
    if is_cut_short(log_of(path)):
        raise DamagedError(
            damaged_log(path),
            path=path,
            remedy=_("`transreview recover` rebuilds what can be rebuilt, from backups as well"),
        )


def damaged_log(path: Path) -> str:
    """Return the sentence about a log that is damaged."""
    return _("its last changes stand in {log}, which is damaged: some of them cannot be read").format(
        log=log_of(path).name
    )


def is_cut_short(log: Path) -> bool:
    """Whether changes were finished behind the first frame of a log that is not what was written.

    The last change alone may have been broken off by a power cut, before anybody was told that it is saved.
    """
    try:
        stream = log.open("rb")
    except (FileNotFoundError, IsADirectoryError):
        return False
    with stream:
        header = stream.read(_HEADER)
        if len(header) < _HEADER or struct.unpack_from(">I", header)[0] not in _MAGIC:
            return False
        finished = sum(_finished_behind_damage(stream, header))
        stream.seek(0)
        # Another process may have begun the log anew meanwhile.
        return finished > 1 and stream.read(_HEADER) == header


def _finished_behind_damage(stream: BinaryIO, header: bytes) -> Iterator[bool]:
    """Yield for each frame behind the first damaged one whether it ends a change."""
    magic, _version, page = struct.unpack_from(">3I", header)
    order = "<" if magic == _MAGIC[0] else ">"
    known = struct.unpack_from(">2I", header, 24)
    sums = _summed((0, 0), header[:24], order)
    whole = sums == known
    mark = header[16:24] if whole else b""
    while len(frame := stream.read(_FRAME + page)) == _FRAME + page:
        size = struct.unpack_from(">I", frame, 4)[0]
        mark = mark or frame[8:16]
        ours = frame[8:16] == mark  # else it was left by an earlier log
        if whole:
            sums = _summed(_summed(sums, frame[:8], order), frame[_FRAME:], order)
            whole = ours and sums == struct.unpack_from(">2I", frame, 16)
        if not whole:
            yield ours and size > 0


def _summed(sums: tuple[int, int], data: bytes, order: str) -> tuple[int, int]:
    """Return SQLite's check value over data that goes on from a value."""
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for at in range(0, len(words), 2):
        first = (first + words[at] + second) & _ALL
        second = (second + words[at + 1] + first) & _ALL
    return first, second
