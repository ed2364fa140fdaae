"""What a killed program left behind: temporary files and folders that nobody is writing any more."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Between making a temporary file and claiming it a moment passes, in which it belongs to nobody.
_YOUNG_SECONDS = 60.0


def claim(handle: int) -> bool:
    """Mark an open file as being written by this program, for as long as it runs and keeps it open.

    Args:
        handle: Its file descriptor.

    Returns:
        False where another program has marked it.
    """
    with contextlib.suppress(ImportError, OSError):  # where files cannot be locked, nothing is swept either
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def unused_name(folder: Path, prefix: str) -> Path:
    """Return the name of a temporary file that is yet to be made.

    Known before the file is there, it can be removed whenever an interruption comes.

    Args:
        folder: Where it will stand.
        prefix: What its name begins with.
    """
    while (path := folder / f"{prefix}{os.urandom(4).hex()}.tmp").exists():
        pass
    return path


def create(path: Path) -> int:
    """Make a temporary file for its owner alone, and claim it.

    Args:
        path: One of `unused_name`.

    Returns:
        Its file descriptor, for reading and writing.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    claim(handle)
    return handle


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Mark a temporary folder as being written by this program while a block runs."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        claim(handle)
        yield
    finally:
        os.close(handle)


def sweep(folder: Path, pattern: str) -> list[Path]:
    """Remove temporary files and folders that a killed program left behind; what somebody writes stays.

    Args:
        folder: Where to look.
        pattern: Their names, as `Path.glob` takes it.

    Returns:
        What was removed.
    """
    removed = []
    for path in folder.glob(pattern):
        try:
            if (
                time.time() - path.lstat().st_mtime < _YOUNG_SECONDS
                or path.is_symlink()
                or not _is_free(path)
            ):
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        except OSError:
            continue  # somebody else's, or gone meanwhile
        removed.append(path)
    return removed


def _is_free(path: Path) -> bool:
    """Whether no program has claimed a file or folder."""
    try:
        import fcntl
    except ImportError:
        return False
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


def literal(name: str) -> str:
    """Return a name as a pattern that fits it alone."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)
