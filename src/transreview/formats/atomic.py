"""Writing a file so that, whatever happens, either the old or the new one is there, whole."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from transreview.errors import InputError, TransreviewError, UsageError
from transreview.formats import leftovers
from transreview.formats.reading import STDIN as STDOUT
from transreview.i18n import _
from transreview.terminal_text import printable

Verify = Callable[[Path], None]

_SQLITE = b"SQLite format 3\0"


def write(path: Path | str, data: bytes, *, verify: Verify | None = None) -> None:
    """Replace a file by `data`, or leave it as it was.

    Args:
        path: The file; a symbolic link is followed, so that the link stays a link. "-" is standard output.
        data: All of its new bytes.
        verify: Called with the temporary file before it takes the place of the old one; what it
            raises keeps the old file.

    Raises:
        InputError: The file cannot be written; the old one is as it was.
    """
    with writing(path, verify=verify) as stream:
        stream.write(data)


@contextmanager
def writing(path: Path | str, *, verify: Verify | None = None) -> Iterator[BinaryIO]:
    """Give a stream whose bytes become the file when the block ends without an error.

    Args:
        path: The file; pipes and devices (`/dev/stdout`) are written to directly. "-" is standard output,
            which gets the bytes when they are whole and verified.
        verify: As for `write`.

    Raises:
        InputError: The file cannot be written; the old one is as it was.
        UsageError: The old one is a project.
    """
    path = Path(path)
    if is_standard(path):
        with destination(path) as whole:
            with whole.open("wb") as stream:
                yield stream
            if verify is not None:
                verify(whole)
        return
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(path)
        if mode is not None and stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if mode is not None and not stat.S_ISREG(mode):
            with path.open("wb") as stream:
                yield stream
            return
        if mode is not None:
            _spare_projects(path)
        with _replacement(target, mode, verify) as stream:
            yield stream
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise writing_failed(path, error) from error


def is_standard(path: Path | str) -> bool:
    """Whether a path that a user named means standard output."""
    return str(path) == STDOUT


@contextmanager
def destination(path: Path | str) -> Iterator[Path]:
    """Give the file to write; for standard output one that is copied there when the block has ended."""
    if not is_standard(path):
        yield Path(path)
        return
    with tempfile.TemporaryDirectory(prefix="transreview-") as folder:
        whole = Path(folder) / "whole"
        yield whole
        if sys.stdout.isatty():
            sys.stdout.write(_for_terminal(whole.read_bytes()))
            sys.stdout.flush()
            return
        with whole.open("rb") as stream:
            shutil.copyfileobj(stream, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _for_terminal(data: bytes) -> str:
    """Return what a terminal may show of a file: nothing in it is taken for a command.

    Raises:
        UsageError: It is no text.
    """
    try:
        return printable(data.decode("utf-8"), kept="\n\t")
    except UnicodeDecodeError as error:
        raise UsageError(
            _("this is no text that a terminal could show"),
            path=_("standard output"),
            remedy=_("Name a file, or send it on with > or |"),
        ) from error


@contextmanager
def _replacement(target: Path, mode: int | None, verify: Verify | None) -> Iterator[BinaryIO]:
    prefix = f".{target.name[:40]}."
    leftovers.sweep(target.parent, f"{leftovers.literal(prefix)}????????.tmp")
    temporary = leftovers.unused_name(target.parent, prefix)
    try:
        with os.fdopen(leftovers.create(temporary), "wb") as stream:
            # It was made for the owner alone; a user expects what a plain write gives.
            os.fchmod(stream.fileno(), stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if verify is not None:
            verify(temporary)
        temporary.replace(target)
    except BaseException:
        # Also on Ctrl-C: the half-written temporary file is never left behind.
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        raise
    _sync_directory(target.parent)


def _spare_projects(path: Path) -> None:
    # Nothing that is written through here is a database: it would be somebody's review, lost.
    with path.open("rb") as stream:
        if stream.read(len(_SQLITE)) == _SQLITE:
            raise UsageError(
                _("a project stands under this name, and its work would be lost"),
                path=path,
                remedy=_("Name another file to write"),
            )


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    # The only portable way to read it is to set it; there is no other thread that creates files.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_directory(folder: Path) -> None:
    # Without it the new name may be lost with the power, though the bytes are on the disk. Some
    # file systems refuse it; the file itself has been flushed all the same.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def writing_failed(path: Path | str, error: OSError) -> TransreviewError:
    """Return the user's error for a failed write, with a remedy for the usual causes."""
    kept = _("Nothing was changed.")
    messages = {
        errno.ENOENT: (_("the folder does not exist"), _("Make it first, or name another.")),
        errno.ENOTDIR: (_("a part of this path is a file, not a folder"), _("Name another.")),
        errno.EISDIR: (_("this is a folder, not a file"), _("Name a file in it.")),
        errno.EACCES: (_("the file may not be written here"), _("Name a folder that you may write to.")),
        errno.EPERM: (_("the file may not be written here"), _("Name a folder that you may write to.")),
        errno.EROFS: (_("the disk is read-only"), _("Name a file on another disk.")),
        errno.ENOSPC: (_("the disk is full"), _("Make room or name another disk.") + " " + kept),
        errno.EDQUOT: (
            _("your share of the disk is full"),
            _("Make room or name another disk.") + " " + kept,
        ),
        errno.EFBIG: (_("the file may not grow that large here"), _("Name another disk.") + " " + kept),
        errno.ENAMETOOLONG: (_("the file name is too long"), _("Choose a shorter one.")),
    }
    if error.errno == errno.ENOENT and Path(path).absolute().parent.is_dir():
        error = PermissionError(errno.EACCES, "")  # a folder in which nothing can be made: /proc
    reason = error.strerror or str(error)
    fallback = (_("the file cannot be written: {reason}").format(reason=reason), kept)
    what, remedy = messages.get(error.errno or 0, fallback)
    return InputError(what, path=path, remedy=remedy)
