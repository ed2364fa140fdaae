"""Addresses of projects on a server: they connect as given and are shown without a password."""

import os
from pathlib import Path

import pytest

from transreview.cli.main import main
from transreview.errors import ConflictError, UsageError
from transreview.project.address import (
    connection_address,
    database_name,
    displayed,
    is_server,
    kept_whole,
    shown,
    unreadable,
)


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("postgresql://nino:secret@host:5432/name", "postgresql://nino@host:5432/name"),
        (
            "postgresql://nino@host/name?password=secret&sslmode=require",
            "postgresql://nino@host/name?sslmode=require",
        ),
        ("postgresql:///name?host=/tmp&password=secret", "postgresql:///name?host=/tmp"),
        ("postgresql://other/name?sslpassword=secret", "postgresql://other/name"),
        ("postgresql://host/name", "postgresql://host/name"),
        ("postgresql:///name?user=nino", "postgresql:///name?user=nino"),
    ],
)
def test_a_password_connects_and_is_not_shown(given, seen):
    path = shown(given)
    assert displayed(given) == displayed(path) == seen
    assert "secret" not in str(path)
    assert connection_address(path) == given


def test_an_error_about_a_server_says_an_address_that_can_be_given_back():
    error = ConflictError("segment 0003 is locked", path=Path("postgresql:///fair?host=/run/x"))
    assert str(error) == "postgresql:///fair?host=/run/x: segment 0003 is locked."
    assert str(ConflictError("x", path=Path("postgresql://host/fair"))) == "postgresql://host/fair: x."
    assert str(ConflictError("x", path=Path("folder/postgresql:/a"))) == "folder/postgresql:/a: x."


# The first column is what somebody writes; libpq says what it means, and so do we.
AS_LIBPQ = [
    ("postgresql:///fair", "fair"),
    ("postgresql:///a/b", "a/b"),
    ("postgresql://h/a/b", "a/b"),
    ("postgresql://h//n", "/n"),
    ("postgresql://h/n/", "n/"),
    ("postgresql://h/.", "."),
    ("postgresql://h?dbname=n", "n"),
    ("postgresql://h/m?dbname=n", "n"),
    ("postgresql://?host=/run/x&dbname=n", "n"),
    ("postgresql:///n?host=/run//x/", "n"),
    ("postgresql://%2Frun%2Fx/n", "n"),
    ("postgresql://u:p%40w%2F%3A@h/n", "n"),
    ("postgresql://u:p?w@h/n", "n"),
    ("postgresql://u:p#w@h/n", "n"),
    ("postgresql://u:p:w@h/n", "n"),
    ("postgresql://h/n?password=a//b", "n"),
    ("postgresql://h/n?pass%77ord=secret", "n"),
    ("postgresql://@h/n", "n"),
    ("postgresql://:secret@h/n", "n"),
    ("postgresql://h1:1,h2:2/n", "n"),
    ("postgresql://u:secret@[fe80::1%25eth0]:5432/n", "n"),
    ("postgres://h/n", "n"),
    ("postgresql:///n?service=x", "n"),
    ("postgresql://h/n#f", "n#f"),
    ("postgresql://h/%E4%BC%9A", "会"),
    ("postgresql://h/a%20b", "a b"),
]


@pytest.mark.parametrize(("written", "name"), AS_LIBPQ)
def test_an_address_means_what_libpq_reads_in_it(written, name):
    conninfo = pytest.importorskip("psycopg.conninfo")
    path = shown(Path(kept_whole(written)))  # commands take it as a path
    assert conninfo.conninfo_to_dict(connection_address(path)) == conninfo.conninfo_to_dict(written)
    assert database_name(path) == conninfo.conninfo_to_dict(written)["dbname"] == name
    assert shown(written) == shown(displayed(path)) == path
    assert kept_whole(kept_whole(written)) == kept_whole(written)


def test_the_scheme_is_the_same_in_capitals():
    assert kept_whole("PostgreSQL://Host/Fair") == "postgresql://Host/Fair"
    assert displayed(Path("POSTGRES:/Host/Fair")) == "postgres://Host/Fair"


@pytest.mark.parametrize("name", ["postgresql:n", "postgresql", "postgres.transreview", "a/postgresql://h/n"])
def test_a_file_may_be_called_nearly_so(name):
    assert not is_server(name)
    assert kept_whole(name) == name


@pytest.mark.parametrize("written", ["postgresql://h", "postgresql://h/", "postgresql:///", "postgresql://",
                                     "postgresql:///?service=x", "postgresql://u:secret@h:1"])  # fmt: skip
def test_an_address_without_a_database_is_refused(written):
    """libpq would take the database that is called like the user."""
    path = shown(Path(kept_whole(written)))
    with pytest.raises(UsageError, match="the address names no database") as refused:
        database_name(path)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("postgresql:///?service=ours", "fair"),
        ("postgresql://host?service=ours", "fair"),
        ("postgresql:///other?service=ours", "other"),
        ("postgresql:///", "expo"),
    ],
)
def test_a_service_may_name_the_database(tmp_path, monkeypatch, written, name):
    pytest.importorskip("psycopg")
    (tmp_path / "services").write_text("[ours]\nhost=h\ndbname=fair\n[theirs]\ndbname=expo\n")
    monkeypatch.setenv("PGSERVICEFILE", str(tmp_path / "services"))
    monkeypatch.setenv("PGSERVICE", "theirs")
    assert database_name(shown(Path(kept_whole(written)))) == name
    assert os.environ["PGSERVICE"] == "theirs"


def test_the_rest_of_a_password_is_not_taken_for_a_host():
    with pytest.raises(UsageError, match="%40") as refused:
        shown("postgresql://nino:my@secret@host/name")
    assert "secret" not in str(refused.value)
    assert "host/name" in str(refused.value)


def test_a_reason_that_repeats_the_password_is_cut():
    path = shown("postgresql://nino:%zzsecret@host/name")
    assert "secret" not in str(unreadable(path, 'invalid percent-encoded token: "%zzsecret"'))


@pytest.mark.parametrize("secret", ["PASSWORD", "password", "passwor%64", "sslpassword", "scram_client_key"])
def test_secrets_among_the_options_are_not_shown(secret):
    assert (
        displayed(f"postgresql://h/n?{secret}=secret&sslmode=require") == "postgresql://h/n?sslmode=require"
    )


@pytest.mark.parametrize(
    "command", [["recover"], ["assist"], ["status", "no-such-thing"], ["copy", "--no-such"]]
)
@pytest.mark.parametrize("password", ["secret", "se?cret'", "x@secret"])
def test_no_word_of_the_command_line_repeats_a_password(command, password, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*command, f"postgresql://nino:{password}@127.0.0.1:1/fair", "x.transreview"])
    assert ended.value.code == 2
    assert "cret" not in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("postgresql://h", "postgresql://h"),
        ("postgresql://h/", "postgresql://h"),
        ("postgresql://u:secret@h:1", "postgresql://u@h:1"),
        ("postgresql://h?password=secret", "postgresql://h"),
        ("postgresql://", "postgresql://"),
        ("postgresql:///?service=x", "postgresql:///?service=x"),
    ],
)
def test_an_address_without_a_database_is_shown_as_it_was_written(written, seen):
    path = shown(Path(kept_whole(written)))
    with pytest.raises(UsageError) as refused:
        database_name(path)
    assert str(refused.value).startswith(f"{seen}: ")
    assert displayed(path) == seen
    assert shown(seen) == path
