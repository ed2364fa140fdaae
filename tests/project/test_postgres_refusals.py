"""What a server says when it lets nobody in is told as what it is: no database, no right, or no server."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.errors import InputError, UsageError
from transreview.project import Project
from transreview.project.failures import SaveError
from transreview.project.postgres_failures import LostError, failure, told

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
        ('FATAL:  no such database: "name"', InputError, "no such database"),
        ("connection to server failed: no password supplied", InputError, "does not let you in"),
        ("FATAL:  connection requires a valid client certificate", InputError, "sslcert, sslkey"),
        (
            'FATAL:  pg_hba.conf rejects connection for host "::1", no encryption',
            InputError,
            "sslmode=require",
        ),
        ("SSL error: certificate verify failed", InputError, "as safe as it is asked for"),
        ('server certificate for "a" does not match host name "b"', InputError, "Check sslmode, sslrootcert"),
        ('root certificate file "/x" does not exist', InputError, "as safe as it is asked for"),
        ('private key file "/x" has group or world access', InputError, "as safe as it is asked for"),
        ("server does not support SSL, but SSL was required", InputError, "as safe as it is asked for"),
        ("SSL connection has been closed unexpectedly", LostError, "cannot be reached"),
        ("SSL SYSCALL error: EOF detected", LostError, "cannot be reached"),
        ('invalid sslmode value: "x"', InputError, "address cannot be read"),
        ('invalid port number: "99999"', InputError, "address cannot be read"),
        ("could not match 3 port numbers to 2 hosts", InputError, "address cannot be read"),
        ('definition of service "x" not found', InputError, "the service file"),
        ('service file "/x" not found', InputError, "address cannot be read"),
        ("session is read-only", LostError, "target_session_attrs"),
        ("FATAL:  no more connections allowed (max_client_conn)", LostError, "no connection left"),
        ("FATAL:  transaction blocks not allowed in statement pooling mode", InputError, "no transactions"),
        ("the file does not exist", LostError, "cannot be reached"),
        ("connection refused", LostError, "cannot be reached"),
        ("FATAL:  sorry, too many clients already", LostError, "no connection left"),
        ("FATAL:  remaining connection slots are reserved for roles", LostError, "no connection left"),
        ('FATAL:  too many connections for database "name"', LostError, "no connection left"),
        ("FATAL:  unsupported startup parameter: options", InputError, "PgBouncer"),
    ],
)
def test_a_refusal_is_told_as_what_it_is(said, kind, words) -> None:
    found = failure(psycopg.OperationalError(said), WHERE)
    assert type(found) is kind
    assert words in str(found)


def test_what_is_no_error_of_the_server_is_none_of_its_failures() -> None:
    assert failure(ValueError("database does not exist"), WHERE) is None
    assert failure(psycopg.ProgrammingError("a fault of ours"), WHERE) is None


def test_the_words_of_the_server_are_told_without_what_is_known_already() -> None:
    said = 'connection failed: connection to server at "db", port 5432 failed: FATAL:  no room\n  for you'
    assert "(no room for you)" in str(failure(psycopg.OperationalError(said), WHERE))
    said = 'connection is bad: invalid sslmode value: "x"'
    assert '(invalid sslmode value: "x")' in str(failure(psycopg.OperationalError(said), WHERE))


def test_what_is_wrong_with_a_file_that_is_copied_into_is_told_of_that_file() -> None:
    with pytest.raises(SaveError) as refused, told(WHERE):
        raise SaveError("the disk is full", path=Path("/x/copy.transreview"))
    assert str(refused.value).startswith("/x/copy.transreview: ")
    with pytest.raises(SaveError) as refused, told(WHERE):
        raise SaveError("no room", path=Path("postgresql:/host/name"))
    assert str(refused.value).startswith("postgresql://host/name: ")


def test_of_a_second_trial_without_encryption_or_with_another_host_nothing_is_told() -> None:
    around = 'connection to server at "db", port 5432 failed: FATAL:  '
    first = f'connection failed: {around}password authentication failed for user "n"'
    for second in (
        f'{around}no pg_hba.conf entry for host "::1", no encryption',
        f"Multiple connection attempts failed. All failures were:\n- host: 'db': {around}no room",
    ):
        said = str(failure(psycopg.OperationalError(f"{first}\n{second}"), WHERE))
        assert '(password authentication failed for user "n"). Check user and password' in said


def test_a_project_that_is_gone_from_under_a_window_is_no_database_to_begin_one_in() -> None:
    gone = psycopg.errors.UndefinedTable('relation "segment" does not exist')
    assert "gone from its database" in str(failure(gone, WHERE))
    assert "no project in this database" in str(failure(gone, WHERE, opening=True))


@pytest.mark.parametrize(
    "address", ["postgresql://", "postgresql:///", "postgresql://h/n?foo=bar", "postgresql://[::1/n"]
)
def test_an_address_that_is_none_is_refused_as_one(address) -> None:
    with pytest.raises(UsageError, match=r"this address cannot be read|the address names no database"):
        Project.open(address)
