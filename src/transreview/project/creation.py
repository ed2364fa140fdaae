"""Making a project file: it appears under its name complete, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from transreview.errors import InputError
from transreview.formats import leftovers
from transreview.i18n import _
from transreview.project.address import is_server
from transreview.project.failures import told
from transreview.project.log_file import require_room_for_log
from transreview.project.migrations import migrate
from transreview.project.opening import open_connection


@contextmanager
def appearing(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """Yield a place beside `path` for an empty project; what was built there becomes `path`.

    When the block raises, everything built is removed and `path` is as it was.

    Args:
        path: Where the project shall appear.
        replace: Whether a file of that name may be replaced.

    Raises:
        InputError: The file exists, or its folder is missing or cannot be written.
    """
    check_free(path, replace=replace)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_prefix(path), dir=path.parent))
    except OSError as error:
        raise InputError(
            _("nothing can be written in this folder ({reason})").format(reason=error.strerror),
            path=path.parent,
            remedy=_("Choose a folder of yours"),
        ) from None
    try:
        with leftovers.claimed(folder):
            draft = folder / path.name
            write_empty(draft, named=path)
            yield draft
            _move(draft, path, replace=replace)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prefix(path: Path) -> str:
    return f".{path.name[:100]}."


def check_free(path: Path, *, replace: bool = False) -> None:
    """Refuse a place where no project can appear.

    Args:
        path: Where the project shall appear.
        replace: Whether a file of that name may be replaced.

    Raises:
        InputError: The file exists, is a folder, or its folder is missing; or a folder stands where its log
            has to be.
    """
    if is_server(path):
        return  # the server says so itself
    # Whoever was killed while he made the project may have come so far that it is there, and left the rest.
    leftovers.sweep(path.parent, f"{leftovers.literal(_prefix(path))}????????")
    if path.is_dir():
        raise InputError(_("a folder of this name exists"), path=path, remedy=_("Choose another name"))
    if path.is_symlink() and not path.exists():
        remedy = _("Remove the link, or choose another name")
        raise InputError(_("a link of this name leads to no file"), path=path, remedy=remedy)
    if path.exists() and not replace:
        remedy = _("Choose another name, or add to it with `transreview add`")
        raise InputError(_("the project exists already"), path=path, remedy=remedy)
    if not path.parent.is_dir():
        raise InputError(_("its folder does not exist"), path=path, remedy=_("Make the folder first"))
    require_room_for_log(path)


def write_empty(path: Path, *, named: Path) -> None:
    """Write a project file without articles.

    Args:
        path: A file that does not exist.
        named: The name to use in messages.
    """
    with told(named):
        connection = open_connection(path, "rwc")
        try:
            # Before the first write, so that the file header says WAL from the beginning.
            connection.execute("PRAGMA journal_mode = WAL")
            migrate(connection)
        finally:
            connection.close()


def _move(draft: Path, path: Path, *, replace: bool) -> None:
    """Give a finished file its name, durably."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    if replace:
        for left in ("-wal", "-shm"):  # they belong to the file that goes, and would damage the new one
            path.with_name(path.name + left).unlink(missing_ok=True)
        draft.replace(path)
    else:
        _rename_to_new(draft, path)
    _sync_folder(path.parent)


def _rename_to_new(draft: Path, path: Path) -> None:
    """Rename without ever replacing: somebody may have made the file in the meantime."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        check_free(path)
        raise
    except OSError:  # a file system without hard links
        check_free(path)
        draft.rename(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can sync a folder."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
