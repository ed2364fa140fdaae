"""A server, or the network on the way to it, that takes what it is sent and answers nothing."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from tests.network import Network
from tests.postgres_server import Server, binaries
from tests.project.conftest import fill, when_back
from transreview.project import Project, postgres_entry, postgres_listener, postgres_store
from transreview.project.address import database_name
from transreview.project.failures import SaveError
from transreview.project.postgres_failures import LostError, UnknownError

psycopg = pytest.importorskip("psycopg")
pytestmark = pytest.mark.skipif(binaries() is None, reason="no PostgreSQL server is installed")


@pytest.fixture
def network(server):
    made = Network(server)
    yield made
    made.close()


@pytest.fixture
def far(network, address):
    """The project of `address` by way of the network."""
    return Path(network.address(address))


@pytest.fixture
def impatient(monkeypatch):
    from transreview.project import postgres_patience

    monkeypatch.setattr(postgres_patience, "SECONDS", 1.0)


def seconds(call, expected):
    """Return how long it takes until something is refused."""
    began = time.monotonic()
    with pytest.raises(expected):
        call()
    return time.monotonic() - began


@pytest.mark.parametrize("kept", [{"asks": True}, {"answers": True}, {}], ids=["asks", "answers", "none"])
def test_who_asks_is_told_and_nobody_waits_until_it_is_back(network, far, impatient, kept):
    with Project.open(far) as project:
        network.silence(**kept)
        assert seconds(lambda: project.segments.get(1), LostError) < 4
        for _time in range(3):
            assert seconds(lambda: project.segments.get(1), LostError) < 7  # as long as a connection may take
        network.mend()
        assert when_back(lambda: project.segments.get(1)).revision == 0
        assert project.segments.edit(1, "ახალი", revision=0).revision == 1


def test_a_save_whose_answer_never_comes_is_not_said_to_be_lost(network, far, impatient, monkeypatch):
    commit = postgres_store.commit_with

    def unanswered(connection, entry, before, *, flushing):
        network.silence(asks=True)
        commit(connection, entry, before, flushing=flushing)

    with Project.open(far) as project:
        monkeypatch.setattr(postgres_store, "commit_with", unanswered)
        with pytest.raises(UnknownError, match="not known"):
            project.segments.edit(1, "ახალი", revision=0)
        monkeypatch.undo()
        network.mend()
        assert when_back(lambda: project.segments.get(1)).target == "ახალი"
        assert len(project.journal.entries()) == 2


def test_who_waits_for_a_standby_that_is_gone_is_not_kept_twice_as_long(monkeypatch):
    """The commit waits for it, and whoever asks again whether all is on the disks waits shortly."""
    from transreview.project import postgres_patience

    patience = 6.0
    monkeypatch.setattr(postgres_patience, "SECONDS", patience)
    alone = Server(durable=True)
    try:
        address = alone.address()
        with Project.create(address) as project:
            fill(project)
        alone.sql("ALTER SYSTEM SET synchronous_standby_names = 'gone'")
        alone.sql("SELECT pg_reload_conf()")
        with Project.open(address) as project:
            while project._store.value("SELECT current_setting('synchronous_standby_names')") != "gone":
                time.sleep(0.1)
            began = time.monotonic()
            with pytest.raises(UnknownError, match="not known"):
                project.segments.edit(1, "ახალი", revision=0)
            assert time.monotonic() - began < 2 * patience
        alone.sql("ALTER SYSTEM RESET synchronous_standby_names")
        alone.sql("SELECT pg_reload_conf()")
        with Project.open(address) as project:
            assert project.journal.last_id() == 2
            assert project.problems() == []
    finally:
        alone.close()


def test_what_was_begun_on_a_lost_connection_keeps_nobody_from_the_segment(
    server, address, network, far, impatient
):
    """The server does not know yet that the connection is lost: a transaction and its locks stay open."""
    with Project.open(far) as mine, Project.open(address, user="davit") as theirs:
        store = mine._store

        def stranded():
            with store.writing() as connection:
                connection.execute("SELECT 1 FROM segment WHERE id = 1 FOR UPDATE")
                network.strand()
                connection.execute("SELECT 2")

        assert seconds(stranded, LostError) < 4
        _process, name = store._link._mark
        assert when_back(lambda: mine.segments.get(1)).revision == 0
        asked = "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%' AND application_name = "
        end = time.monotonic() + 5
        while server.sql(f"{asked}'{name}'") != "0" and time.monotonic() < end:
            time.sleep(0.05)
        assert theirs.segments.edit(1, "დავითის", revision=0).revision == 1


def test_every_connection_lets_the_server_end_what_nobody_goes_on_with(address):
    with Project.open(address) as project:
        assert project._store.value("SHOW idle_in_transaction_session_timeout") == "1min"


def test_where_others_are_listened_to_silence_is_noticed_soon(network, far, monkeypatch):
    monkeypatch.setattr(postgres_listener, "_ASK_SECONDS", 0.3)
    monkeypatch.setattr(postgres_listener, "_ANSWER_SECONDS", 0.7)
    with Project.open(far) as project:
        assert project.data_version() >= 0
        network.silence()
        assert seconds(lambda: project.segments.get(1), LostError) < 5
        for _time in range(5):  # a thread looks for the server, and nobody waits for it
            assert seconds(lambda: project.segments.get(1), LostError) < 1
        network.mend()
        assert when_back(lambda: project.segments.get(1)).revision == 0


def test_a_busy_server_is_waited_for(server, address, far, impatient, monkeypatch):
    """Another one holds the table: the server says so itself, and is not taken for silent meanwhile."""
    from transreview.project import postgres_patience

    monkeypatch.setattr(postgres_patience, "SECONDS", 20.0)
    monkeypatch.setattr(postgres_listener, "_ASK_SECONDS", 0.2)
    database = database_name(address)
    with Project.open(far) as project:
        project.data_version()
        locks = "BEGIN; LOCK TABLE transreview.segment; SELECT pg_sleep(4); COMMIT"
        other = threading.Thread(target=server.sql, args=(locks, database))
        other.start()
        time.sleep(0.5)
        assert project.segments.edit(1, "ახალი", revision=0).revision == 1
        other.join()


def test_waiting_for_the_disk_may_be_cancelled_and_the_edit_stands(address, monkeypatch):
    monkeypatch.setattr(postgres_entry, "_FLUSH", "SELECT 1 / 0")  # behind the commit, which stands
    with Project.open(address) as project:
        assert project.segments.edit(1, "ახალი", revision=0).revision == 1
        (entry, _import) = project.journal.entries()
        assert entry.segment_ids == (1,)
        assert project.journal.undo().undoes == entry.id


def test_a_commit_that_fails_is_not_taken_for_one_that_was_made(server, address, monkeypatch):
    database = database_name(address)
    server.sql(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '53100'; END $$;"
        " CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON transreview.segment"
        " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()",
        database,
    )
    with Project.open(address) as project:
        with pytest.raises(SaveError, match="no room left"):
            project.segments.edit(1, "ახალი", revision=0)
        assert project.segments.get(1).revision == 0
        assert len(project.journal.entries()) == 1


def test_an_edit_takes_three_messages(network, far):
    with Project.open(far) as project:
        project.segments.edit(1, "ერთი", revision=0)
        before = network.trips
        project.segments.edit(1, "ორი", revision=1)
        assert network.trips - before == 3  # the row as it is; the change; the row as it stands
