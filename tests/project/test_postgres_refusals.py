"""What a server says when it lets nobody in is told as what it is: no database, no right, or no server."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.errors import InputError
from transreview.project.postgres_failures import LostError, failure

psycopg = pytest.importorskip("psycopg")
WHERE = Path("postgresql://host/name")


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        ('FATAL:  database "name" does not exist', InputError, "no such database"),
        ('FATAL:  role "ნინო" does not exist', InputError, "does not let you in"),
        ('FATAL:  password authentication failed for user "n"', InputError, "does not let you in"),
        ('FATAL:  no pg_hba.conf entry for host "::1", user "n"', InputError, "does not let you in"),
        ('FATAL:  database "name" is not currently accepting connections', LostError, "cannot be reached"),
        ("connection to server failed: no password supplied", LostError, "cannot be reached"),
        ("the file does not exist", LostError, "cannot be reached"),
        ("connection refused", LostError, "cannot be reached"),
    ],
)
def test_a_refusal_is_told_as_what_it_is(said, kind, words) -> None:
    told = failure(psycopg.OperationalError(said), WHERE)
    assert type(told) is kind
    assert words in str(told)


def test_what_is_no_error_of_the_server_is_none_of_its_failures() -> None:
    assert failure(ValueError("database does not exist"), WHERE) is None
    assert failure(psycopg.ProgrammingError("a fault of ours"), WHERE) is None
