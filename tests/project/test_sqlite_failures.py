"""What SQLite says becomes one line that a person can do something about."""

from __future__ import annotations

import errno
import sqlite3
import sys
from pathlib import Path

import pytest

from transreview.errors import InputError
from transreview.project import failures
from transreview.project.decoding import DamagedError
from transreview.project.failures import ReadOnlyError, SaveError, failure

HERE = Path("/somewhere/a.transreview")


def error(code: int, words: str = "said") -> sqlite3.Error:
    made = sqlite3.OperationalError(words)
    made.sqlite_errorcode = code
    return made


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (sqlite3.SQLITE_FULL, SaveError, "the disk is full"),
        (sqlite3.SQLITE_READONLY, ReadOnlyError, "read-only"),
        (sqlite3.SQLITE_READONLY | 4 << 8, ReadOnlyError, "read-only"),  # a code with its refinement
        (sqlite3.SQLITE_BUSY, SaveError, "another program keeps the project locked"),
        (sqlite3.SQLITE_LOCKED | 1 << 8, SaveError, "another program keeps the project locked"),
        (sqlite3.SQLITE_CORRUPT, DamagedError, "damaged"),
        (sqlite3.SQLITE_NOTADB, DamagedError, "damaged"),
        (sqlite3.SQLITE_CANTOPEN, InputError, "cannot be opened"),
        (sqlite3.SQLITE_PERM, InputError, "cannot be opened"),
        (sqlite3.SQLITE_AUTH, InputError, "cannot be opened"),
    ],
)
def test_each_code_has_its_words(code: int, kind: type[InputError], words: str) -> None:
    found = failure(error(code), HERE)
    assert type(found) is kind
    assert words in str(found)
    assert found.remedy


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_CONSTRAINT, 0])
def test_what_is_a_fault_of_the_program_is_none_of_the_users(code: int) -> None:
    assert failure(error(code), HERE) is None


def test_an_error_without_a_code_is_a_fault_unless_it_could_not_be_decoded() -> None:
    assert failure(sqlite3.OperationalError("said"), HERE) is None
    found = failure(sqlite3.OperationalError("Could not decode to UTF-8 column"), HERE)
    assert "damaged" in str(found)


@pytest.mark.parametrize(
    ("free", "words"),
    [(failures._SHARED_FILE - 1, "the disk is full"), (failures._SHARED_FILE, "reported an error (said)")],
)
def test_an_input_error_is_a_full_disk_where_the_shared_file_has_no_room(
    free: int, words: str, monkeypatch
) -> None:
    class Usage:
        def __init__(self) -> None:
            self.free = free

    monkeypatch.setattr(failures.shutil, "disk_usage", lambda _path: Usage())
    found = failure(error(sqlite3.SQLITE_IOERR), HERE)
    assert isinstance(found, SaveError)
    assert words in str(found)


@pytest.mark.skipif(sys.platform == "win32", reason="the locks of POSIX")
@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOLCK, "files cannot be locked in this folder"), (errno.EAGAIN, "another program keeps")],
)
def test_a_file_system_without_locks_is_no_other_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    import fcntl

    def refuse(_file: object, _operation: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(fcntl, "lockf", refuse)
    assert words in str(failure(error(sqlite3.SQLITE_BUSY), tmp_path / "a.transreview"))


def test_a_folder_that_is_gone_is_no_full_disk() -> None:
    assert "reported an error" in str(failure(error(sqlite3.SQLITE_IOERR), Path("/no/such/folder/a")))
