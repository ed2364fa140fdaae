"""A project on a server: its address, others who are heard, and what may happen to a connection."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.postgres_server import Server, binaries
from tests.project.conftest import TARGET, fill, when_back
from transreview.errors import UsageError
from transreview.model.segment import Status
from transreview.project import Project, postgres_store
from transreview.project.address import connection_address, database_name, shown
from transreview.project.failures import SaveError
from transreview.project.postgres_entry import commit_with
from transreview.project.postgres_failures import LostError
from transreview.project.postgres_messages import sent

psycopg = pytest.importorskip("psycopg")
pytestmark = pytest.mark.skipif(binaries() is None, reason="no PostgreSQL server is installed")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("postgresql:///fair?host=/run/x", "postgresql:///fair?host=/run/x"),
        ("postgresql://host/fair", "postgresql://host/fair"),
        ("postgresql://nino@host:5433/fair", "postgresql://nino@host:5433/fair"),
        ("postgresql://nino:secret@host/fair", "postgresql://nino:secret@host/fair"),
    ],
)
def test_an_address_survives_being_taken_for_a_path_and_its_password_is_not_shown(given, kept):
    place = shown(Path(given))
    assert connection_address(place) == kept
    assert "secret" not in str(place)
    assert database_name(place) == "fair"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("a%FFb", "cannot be read"),
        ("a%00b", "cannot be read"),
        ("x" * 53, "too long: the names of its roles"),
        ("template1", "makes every new database from this one"),
        ("%E1%83%90" * 18, "Choose a shorter one"),
    ],
)
def test_a_name_that_no_database_can_have_is_told(name, says):
    with pytest.raises(UsageError) as caught, Project.building(Path(f"postgresql:///{name}?host=/nowhere")):
        pass
    assert says in str(caught.value)


def test_others_edits_are_heard_within_a_second(address):
    with Project.open(address) as mine, Project.open(address, user="davit") as theirs:
        before = mine.data_version()
        seen = mine.journal.last_id()
        theirs.segments.edit(1, "დავითის", revision=0)
        until = time.monotonic() + 1.0
        while mine.data_version() == before and time.monotonic() < until:
            time.sleep(0.02)
        assert mine.data_version() != before
        assert mine.journal.changed_since(seen) == {1}


@pytest.fixture
def own_server():
    """A server of one test's own, which it may stop."""
    running = Server(durable=True)
    yield running
    running.close()


def test_a_server_that_restarts_takes_the_next_edit_and_none_twice(own_server):
    place = Path(own_server.address())
    with Project.create(place) as project:
        fill(project)
        project.segments.edit(1, "შენახული", revision=0)
        own_server.stop("immediate")
        with pytest.raises(LostError, match="cannot be reached") as caught:
            project.segments.edit(1, "დაკარგული", revision=1)
        assert isinstance(caught.value, SaveError)
        own_server.start()
        assert when_back(lambda: project.segments.get(1)).target == "შენახული"
        assert project.segments.edit(1, "გაგრძელება", revision=1).target == "გაგრძელება"
        assert [e.action.value for e in project.journal.entries()] == ["edit", "edit", "import"]


def test_a_connection_that_is_cut_is_made_again(server, address):
    with Project.open(address) as project:
        database = database_name(address)
        cut = f"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{database}'"
        server.sql(cut)
        assert project.segments.get(1).target == TARGET[0]
        server.sql(cut)
        try:
            project.segments.edit(1, "ახალი", revision=0)
        except LostError:  # said; the caller still holds the text and saves again
            assert project.segments.get(1).revision == 0
            project.segments.edit(1, "ახალი", revision=0)
        assert project.segments.get(1).revision == 1


def cut_off(connection):
    """Lose a connection as the network does: the server goes on."""
    connection.close()
    raise psycopg.OperationalError("server closed the connection unexpectedly")


def test_a_commit_whose_answer_is_lost_is_asked_about_and_not_made_twice(address, monkeypatch):
    def answer_lost(connection, entry, before, *, flushing):
        commit_with(connection, entry, before, flushing=flushing)
        entry.number = 0  # it came with the answer
        cut_off(connection)

    with Project.open(address) as project:
        monkeypatch.setattr(postgres_store, "commit_with", answer_lost)
        project.segments.edit(1, "ახალი", revision=0)
        monkeypatch.undo()
        assert project.segments.get(1).revision == 1
        (entry, _import) = project.journal.entries()
        assert entry.segment_ids == (1,)
        assert project.journal.undo().undoes == entry.id


def test_a_commit_that_never_arrived_is_said_and_stored_nowhere(address, monkeypatch):
    with Project.open(address) as project:
        monkeypatch.setattr(postgres_store, "commit_with", lambda connection, *_, **__: cut_off(connection))
        with pytest.raises(LostError, match="nothing was saved"):
            project.segments.edit(1, "ახალი", revision=0)
        monkeypatch.undo()
        assert project.segments.get(1).revision == 0
        assert len(project.journal.entries()) == 1
        assert project.segments.edit(1, "ახალი", revision=0).revision == 1


def test_what_has_no_entry_is_asked_about_by_its_transaction(address):
    with Project.open(address) as project:
        store = project._store
        commit = store._commit

        def cut_after(connection, block):
            sent(connection, [*block.taken(), ("COMMIT", ())])
            connection.close()
            commit(connection, block)

        store._commit = cut_after
        project.drafts.save(1, "მონახაზი", revision=0)
        store._commit = commit
        assert project.drafts.get(1).text == "მონახაზი"


def test_an_edit_is_on_the_disk_of_the_server_when_it_is_acknowledged(own_server):
    """The server is stopped as by a power cut after each edit: what was acknowledged is there."""
    place = Path(own_server.address())
    with Project.create(place) as project:
        fill(project)
        for number in range(4):
            project.segments.edit(1, f"შენახული {number}", revision=number)
            own_server.stop("immediate")
            own_server.start()
            assert when_back(lambda: project.segments.get(1)).target == f"შენახული {number}"
        assert len(project.journal.entries()) == 5


def test_after_a_lost_server_what_was_read_last_is_read_again(own_server):
    """A server that crashed may give numbers of entries anew: counts and changed segments follow."""
    place = Path(own_server.address())
    with Project.create(place) as project:
        fill(project)
        project.segments.edit(1, "ერთი", revision=0)
        seen = project.journal.last_id()
        assert project.progress().by_status[Status.EDITED] == 1
        assert project.journal.changed_since(seen) == set()
        own_server.stop("immediate")
        own_server.start()
        assert 1 in when_back(lambda: project.journal.changed_since(seen))
        assert project.progress().by_status[Status.EDITED] == 1
        project.segments.edit(2, "ორი", revision=0)
        assert project.progress().by_status[Status.EDITED] == 2
        assert project.journal.changed_since(project.journal.last_id()) == set()


def test_a_window_is_told_of_what_others_write_and_need_not_ask(address):
    with Project.open(address, user="Nino") as mine, Project.open(address, user="Davit") as theirs:
        before = mine.data_version()
        assert before >= 0  # below nought it is the journal's number, asked for where nobody listens
        theirs.segments.edit(1, "ახალი", revision=0)
        end = time.monotonic() + 10
        while mine.data_version() == before and time.monotonic() < end:
            time.sleep(0.02)
        assert mine.data_version() > before
