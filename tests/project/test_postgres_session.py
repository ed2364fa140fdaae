"""What a database, a role or a user's own options set changes nothing of what a project promises."""

from __future__ import annotations

import threading

import pytest

from tests.postgres_server import Server, binaries
from tests.project.conftest import TARGET, fill
from transreview.errors import ConflictError, InputError
from transreview.model.segment import Status
from transreview.project import Project
from transreview.project.address import database_name
from transreview.project.failures import ReadOnlyError
from transreview.project.postgres_failures import RightsError
from transreview.project.postgres_session import session_options

pytest.importorskip("psycopg")
pytestmark = pytest.mark.skipif(binaries() is None, reason="no PostgreSQL server is installed")

ODD = {
    "standard_conforming_strings": "off",
    "transform_null_equals": "on",
    "default_transaction_isolation": "serializable",
    "default_transaction_deferrable": "on",
    "datestyle": "German, DMY",
    "timezone": "Asia/Kathmandu",
    "intervalstyle": "iso_8601",
    "bytea_output": "escape",
    "extra_float_digits": "-5",
    "client_encoding": "latin1",
    "search_path": "nothing",
    "statement_timeout": "1ms",
    "lock_timeout": "1ms",
    "idle_in_transaction_session_timeout": "1ms",
    "quote_all_identifiers": "on",
    "row_security": "off",
    "array_nulls": "off",
}


@pytest.fixture
def odd(server, address):
    """A project in a database whose settings are none that a program expects."""
    database = database_name(address)
    for name, value in ODD.items():
        written = value if name == "datestyle" else f"'{value}'"
        server.sql(f'ALTER DATABASE "{database}" SET {name} = {written}')
    return address


def test_texts_are_found_edited_and_undone_whatever_the_database_sets(odd):
    text = "ა\\'ბ \\x41 100% _"
    with Project.open(odd) as project:
        project.segments.edit(1, text, revision=0)
        project.comments.add(1, text)
        assert project.segments.get(1).target == text
        for words in (text, "100%", "\\x41", "ბ \\"):
            assert list(project.search.find(words)) == [1], words
        assert project.problems() == []
        project.journal.undo()
        project.journal.undo()
        assert project.segments.get(1).target == TARGET[0]


def test_writers_at_once_are_refused_nothing_but_stale_edits(odd):
    """Where every transaction is serializable, whoever reads the journal's end would be told to try again."""
    unexpected: list[BaseException] = []

    def work(number: int) -> None:
        with Project.open(odd) as project:
            for turn in range(15):
                try:
                    project.segments.edit(1 + number, f"{number}-{turn}", revision=turn)
                except ConflictError as error:
                    unexpected.append(error)
                except InputError as error:
                    unexpected.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert unexpected == []
    with Project.open(odd) as project:
        assert project.journal.last_id() == 61


def test_a_project_is_copied_into_such_a_database_and_back_without_loss(server, odd, tmp_path):
    with Project.open(odd) as project:
        project.segments.edit(2, "ახალი \\'", revision=0)
        project.copy_to(tmp_path / "p.transreview")
    with Project.open(tmp_path / "p.transreview") as copied, Project.open(odd) as project:
        assert copied.segments.all() == project.segments.all()
        assert [entry.at for entry in copied.journal.entries()] == [e.at for e in project.journal.entries()]


def test_an_edit_is_on_the_disk_where_the_database_is_content_with_less():
    """A power cut (an immediate stop) right behind the edit loses nothing that was acknowledged."""
    durable = Server(durable=True)
    try:
        address = durable.address()
        with Project.create(address) as project:
            fill(project)
        durable.sql("ALTER SYSTEM SET wal_writer_delay = '10s'")
        durable.sql("ALTER SYSTEM SET synchronous_commit = 'off'")
        durable.sql("SELECT pg_reload_conf()")
        with Project.open(address) as project:
            for turn in range(5):
                project.segments.edit(1, f"ტექსტი {turn}", revision=turn)
            project.drafts.save(2, "მონახაზი", revision=0)
            durable.stop("immediate")
        durable.start()
        with Project.open(address) as project:
            assert project.segments.get(1).target == "ტექსტი 4"
            assert [draft.text for draft in project.drafts.all()] == ["მონახაზი"]
    finally:
        durable.close()


def test_a_database_that_is_for_reading_only_is_read_and_says_so(server, address):
    database = database_name(address)
    server.sql(f'ALTER DATABASE "{database}" SET default_transaction_read_only = on')
    with Project.open(address) as project:
        assert project.read_only
        assert project.segments.get(1).target == TARGET[0]
        assert project.problems() == []
        with pytest.raises(ReadOnlyError, match="the database takes no changes") as refused:
            project.segments.set_status(1, Status.CONFIRMED, revision=0)
    assert "role of a translator" not in str(refused.value)
    empty = server.address()
    server.sql(f"CREATE DATABASE \"{database_name(empty)}\" ENCODING 'UTF8' TEMPLATE template0")
    server.sql(f'ALTER DATABASE "{database_name(empty)}" SET default_transaction_read_only = on')
    with pytest.raises(ReadOnlyError, match="the database takes no changes"):
        Project.create(empty)


def test_options_of_the_address_and_of_the_environment_are_taken_and_ours_hold(server, address, monkeypatch):
    """Somebody with more rights works with those of a translator, as psql lets them."""
    database = database_name(address)
    options = f"-c role={database}_translator -c search_path=public -c standard_conforming_strings=off"
    quoted = options.replace(" ", "%20").replace("=", "%3D")
    with Project.open(f"{server.address(database)}&options={quoted}") as project:
        project.segments.edit(1, "ახალი \\", revision=0)
        with pytest.raises(RightsError):
            fill(project)
    monkeypatch.setenv("PGOPTIONS", options)
    with Project.open(address) as project, pytest.raises(RightsError):
        fill(project)


def test_ours_stand_behind_the_users_own_and_are_escaped(monkeypatch):
    monkeypatch.setenv("PGOPTIONS", "-c geqo=off")
    options = session_options("postgresql:///p", "transreview")
    assert options.startswith("-c geqo=off -c search_path=transreview ")
    assert r"-c default_transaction_isolation=read\ committed" in options
    of_address = session_options("postgresql:///p?options=-c%20jit%3Doff", "transreview")
    assert of_address.startswith("-c jit=off -c search_path=")
