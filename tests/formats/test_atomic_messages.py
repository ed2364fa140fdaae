"""What is said of a write that failed."""

from __future__ import annotations

import errno
from pathlib import Path

from transreview.formats.atomic import writing_failed


def _said(path: Path) -> str:
    return str(writing_failed(path, FileNotFoundError(errno.ENOENT, "No such file or directory")))


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "the folder does not exist" in _said(tmp_path / "none" / "a.po")


def test_a_folder_that_is_there_and_takes_no_file_is_not(tmp_path: Path) -> None:
    """As /proc: the name of a new file is refused as if its folder were missing."""
    assert "the file may not be written here" in _said(tmp_path / "a.po")
