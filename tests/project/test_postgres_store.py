"""A project on a server: rights, other people at once, and what may happen to a connection."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from tests.postgres_server import Server, binaries
from tests.project.conftest import TARGET, fill
from transreview.errors import ConflictError, InputError, UsageError
from transreview.model.finding import Side
from transreview.model.segment import Status
from transreview.project import Project
from transreview.project.address import connection_address, database_name, shown
from transreview.project.failures import ReadOnlyError, SaveError, StaleRevisionError
from transreview.project.postgres_failures import LostError, RightsError

psycopg = pytest.importorskip("psycopg")
pytestmark = pytest.mark.skipif(binaries() is None, reason="no PostgreSQL server is installed")


@pytest.fixture
def address(server) -> Path:
    place = Path(server.address())
    with Project.create(place) as made:
        fill(made)
    return place


@pytest.fixture
def person(server, address):
    """Opens the project as somebody with a role."""
    opened = []
    database = database_name(address)

    def open_as(name: str, role: str = "translator") -> Project:
        login = f"{name}_{database}"
        server.sql(f'CREATE ROLE "{login}" LOGIN')
        if role:
            server.sql(f'GRANT "{database}_{role}" TO "{login}"')
        place = Path(server.address(database, user=login))
        opened.append(Project.open(place))
        return opened[-1]

    yield open_as
    for project in opened:
        project.close()


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


def test_the_server_signs_changes_with_the_name_it_knows(person):
    nino = person("nino")
    segment = nino.segments.all()[0]
    nino.segments.edit(segment.id, "ახალი", revision=0)
    assert nino.user.startswith("nino_")
    assert nino.journal.entries()[0].user == nino.user


def test_nobody_signs_with_the_name_of_another(person):
    nino = person("nino")
    with Project.open(nino.path, user="davit") as forged, pytest.raises(RightsError, match="signed"):
        forged.segments.edit(1, "ახალი", revision=0)
    assert nino.segments.get(1).target == TARGET[0]


@pytest.mark.parametrize(
    ("role", "refused"), [("translator", True), ("reviewer", False), ("maintainer", False)]
)
def test_only_reviewers_approve_and_lock(person, role, refused):
    somebody = person("somebody", role)
    acts = (
        lambda: somebody.segments.set_status(1, Status.APPROVED, revision=somebody.segments.get(1).revision),
        lambda: somebody.segments.set_lock(2, True, revision=somebody.segments.get(2).revision),
    )
    for act in acts:
        if refused:
            with pytest.raises(RightsError, match="only a reviewer"):
                act()
        else:
            act()


def test_a_translator_cannot_change_what_is_approved_nor_settings_articles_and_history(person):
    reviewer, translator = person("r", "reviewer"), person("t")
    reviewer.segments.set_status(1, Status.APPROVED, revision=0)
    for act in (
        lambda: translator.segments.edit(1, "ახალი", revision=1),
        lambda: translator.settings.set("names", "press"),
        lambda: fill(translator),
        lambda: translator._store.write("UPDATE journal SET action = 'edit'"),
        lambda: translator._store.write("DELETE FROM change"),
        lambda: translator._store.write("UPDATE segment SET machine = 'x' WHERE id = 2"),
    ):
        with pytest.raises(RightsError):
            act()
    assert translator.segments.edit(2, "ახალი", revision=0).target == "ახალი"
    translator.comments.add(1, "შენიშვნა")
    translator.structure.merge(2)
    translator.journal.undo()


ACTS = {
    "edit": lambda p: p.segments.edit(3, "ახალი", revision=p.segments.get(3).revision),
    "confirm": lambda p: p.segments.set_status(3, Status.CONFIRMED, revision=p.segments.get(3).revision),
    "comment": lambda p: p.comments.add(3, "შენიშვნა"),
    "dismiss": lambda p: p.dismissals.add("f1", "num.mismatch", 3, "so in the source"),
    "mark": lambda p: p.annotations.add(3, Side.TARGET, 0, 2, type="accuracy", severity="minor"),
    "bookmark": lambda p: p.bookmarks.set(3),
    "approve": lambda p: p.segments.set_status(1, Status.APPROVED, revision=p.segments.get(1).revision),
    "lock": lambda p: p.segments.set_lock(1, True, revision=p.segments.get(1).revision),
    "add an article": fill,
    "change a setting": lambda p: p.settings.set("names", "press"),
    "change what the machine made": lambda p: p._store.write("UPDATE segment SET machine = 'x' WHERE id = 3"),
    "change history": lambda p: p._store.write("UPDATE journal SET action = 'edit'"),
    "forget history": lambda p: p._store.write("DELETE FROM change"),
    "merge": lambda p: p.structure.merge(2),
}
MAY = {
    "translator": {"edit", "confirm", "comment", "dismiss", "mark", "bookmark", "merge"},
    "reviewer": {"edit", "confirm", "comment", "dismiss", "mark", "bookmark", "merge", "approve", "lock"},
    "maintainer": {*ACTS} - {"change what the machine made", "change history", "forget history"},
}


@pytest.mark.parametrize("role", MAY)
def test_each_role_may_what_the_manual_says_and_nothing_else(person, role):
    somebody = person("somebody", role)
    for act, do in ACTS.items():
        before = somebody.journal.last_id()
        if act in MAY[role]:
            do(somebody)
            continue
        with pytest.raises(RightsError):
            do(somebody)
        assert somebody.journal.last_id() == before, act
    assert somebody.problems() == []


def test_who_has_no_role_reads_nothing(server, address, person):
    with pytest.raises(InputError):
        person("stranger", role="")


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


def test_writers_at_once_lose_nothing_and_number_entries_in_order(address):
    """Four people edit the same segments: each edit is stored or refused, and the journal has them all."""
    done: list[int] = []
    refused: list[int] = []

    def work(number: int) -> None:
        with Project.open(address, user=f"w{number}") as project:
            for turn in range(12):
                segment = project.segments.get(1 + turn % 5)
                try:
                    project.segments.edit(segment.id, f"{number}-{turn}", revision=segment.revision)
                    done.append(number)
                except StaleRevisionError:
                    refused.append(number)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Project.open(address) as project:
        entries = project.journal.entries(None)
        assert len(entries) == len(done) + 1
        assert len(done) + len(refused) == 48
        assert sum(s.revision for s in project.segments.all()) == len(done)
        assert [e.id for e in reversed(entries)] == list(range(1, len(entries) + 1))


def test_structure_and_edits_at_once_do_not_block_each_other_for_good(address):
    def work(number: int) -> None:
        with Project.open(address, user=f"w{number}") as project:
            for turn in range(8):
                try:
                    if number:
                        project.structure.shift(project.segments.ids()[1], Side.TARGET, "next")
                        project.journal.undo()
                    else:
                        segment = project.segments.all()[turn % 4]
                        project.segments.edit(segment.id, f"ტექსტი {turn}", revision=segment.revision)
                except (ConflictError, UsageError):
                    continue

    threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    with Project.open(address) as project:
        assert project.problems() == []


def test_a_project_appears_whole_or_not_at_all(server):
    place = Path(server.address("half"))

    def fails() -> None:
        with Project.building(place) as draft:
            fill(draft)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert server.sql("SELECT count(*) FROM pg_database WHERE datname = 'half'") == "0"
    with pytest.raises(InputError, match="no such database"):
        Project.open(place)


def test_a_project_that_is_there_is_not_replaced_unasked(address):
    with pytest.raises(InputError, match="exists already"):
        Project.create(address)
    with Project.create(address, replace=True) as empty:
        assert empty.segments.all() == []


def test_what_stands_in_the_way_is_one_clear_line(server, address, tmp_path):
    database = database_name(address)
    server.sql("COMMENT ON SCHEMA transreview IS 'transreview 99'", database)
    with pytest.raises(InputError, match="newer transreview"):
        Project.open(address)
    server.sql("COMMENT ON SCHEMA transreview IS 'transreview 3'", database)
    with pytest.raises(InputError, match="older transreview"):
        Project.open(address)
    server.sql("DROP SCHEMA transreview CASCADE", database)
    with pytest.raises(InputError, match="no project in this database"):
        Project.open(address)
    with pytest.raises(InputError, match="cannot be reached"):
        Project.open(Path(f"postgresql:///x?host={tmp_path}"))
    server.sql("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(InputError, match="LATIN1"):
        Project.open(Path(server.address("latin")))
    server.sql("DROP DATABASE latin")


def test_a_table_that_may_only_be_read_opens_for_reading(server, address):
    database = database_name(address)
    server.sql('CREATE ROLE "reader" LOGIN')
    server.sql("GRANT USAGE ON SCHEMA transreview TO reader", database)
    server.sql("GRANT SELECT ON ALL TABLES IN SCHEMA transreview TO reader", database)
    with Project.open(Path(server.address(database, user="reader"))) as project:
        assert project.read_only
        with pytest.raises(ReadOnlyError):
            project.segments.edit(1, "ახალი", revision=0)
        assert len(project.segments.all()) == 5


@pytest.fixture
def own_server():
    """A server of one test's own, which it may stop."""
    running = Server(durable=True)
    yield running
    running.close()


def when_back(ask):
    """Ask until the server answers: after a failure nobody asks it for a moment."""
    end = time.monotonic() + 20
    while True:
        try:
            return ask()
        except LostError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


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


def test_a_commit_whose_answer_is_lost_is_asked_about_and_not_made_twice(address):
    with Project.open(address) as project:
        store = project._store
        commit = store._commit

        def cut_after(connection, transaction):
            connection.execute("COMMIT")
            connection.close()

            class Broken:
                broken = closed = True

                def execute(self, _sql):
                    raise psycopg.OperationalError("server closed the connection unexpectedly")

            commit(Broken(), transaction)

        store._commit = cut_after
        project.segments.edit(1, "ახალი", revision=0)
        store._commit = commit
        assert project.segments.get(1).revision == 1
        assert len(project.journal.entries()) == 2


def test_copying_to_a_server_and_back_loses_nothing(server, tmp_path):
    def everything(project: Project) -> dict[str, list[tuple[object, ...]]]:
        from transreview.project.schema import JOURNALED, UNRECORDED

        return {
            table: sorted(
                project._store.all(
                    f"SELECT {', '.join(chr(34) + c + chr(34) for c in columns)} FROM {table}"
                ),
                key=repr,
            )
            for table, columns in (JOURNALED | UNRECORDED).items()
        }

    first, second = tmp_path / "first", tmp_path / "second"
    place = Path(server.address())
    with Project.create(first, user="Nino") as project:
        fill(project, reference=True)
        project.segments.edit(1, "ახალი", revision=0)
        project.structure.merge(2)
        project.journal.undo()
        project.structure.split(2, 11, 30)
        project.comments.add(1, "შენიშვნა")
        project.comments.delete(project.comments.add(1, "წაშლილი").id)
        project.drafts.save(3, "დაუმთავრებელი")
        project.exports.record("/x.po", "po", "d", {"a": "h"})
        project.copy_to(place)
        before = everything(project)
    with Project.open(place, user="Nino") as middle:
        assert everything(middle) == before
        middle.copy_to(second)
        assert middle.comments.add(1, "მეორე").id == 3  # numbers are not used again
        middle.journal.undo()
        assert middle.journal.undo() is not None
    with Project.open(second, user="Nino") as last:
        assert everything(last) == before
        assert last.problems() == []
        assert last.comments.add(1, "მესამე").id == 3
        last.journal.undo()
        last.journal.undo()
        assert last.journal.undo() is not None


def test_a_project_of_the_earlier_schema_is_renewed_by_its_owner_and_refused_to_others(
    server, address, person
):
    database = database_name(address)
    person("early").close()
    server.sql("ALTER TABLE transreview.unit DROP COLUMN markup", database)
    server.sql("COMMENT ON SCHEMA transreview IS 'transreview 4'", database)
    with pytest.raises(InputError, match="older") as refused:
        person("late")
    assert "owner" in (refused.value.remedy or "")
    with Project.open(address) as renewed:
        assert renewed.articles.units(1, "source")[0].level == 0
        assert renewed.segments.edit(2, "ტექსტი", revision=0).target == "ტექსტი"
    person("later").close()
