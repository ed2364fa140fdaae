"""A project on a server: people who write at once, how it appears, opens, is copied and renewed."""

from __future__ import annotations

import secrets
import threading
from pathlib import Path

import pytest

from tests.postgres_server import binaries
from tests.project.conftest import TARGET, fill
from transreview.errors import ConflictError, InputError, UsageError
from transreview.model.finding import Side
from transreview.project import Project, postgres_session
from transreview.project.address import database_name
from transreview.project.failures import ReadOnlyError, SaveError, StaleRevisionError

pytest.importorskip("psycopg")
import psycopg

from transreview.project.postgres_patience import PatientConnection

pytestmark = pytest.mark.skipif(binaries() is None, reason="no PostgreSQL server is installed")


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


def test_two_windows_of_one_person_at_once_leave_one_stack_of_undo(address):
    def write(segment):
        with Project.open(address, user="Nino") as window:
            for number in range(15):
                window.segments.edit(segment, f"{segment}: {number}", revision=number)

    threads = [threading.Thread(target=write, args=(segment,)) for segment in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Project.open(address, user="Nino") as project:
        made = [entry.id for entry in reversed(project.journal.entries()) if entry.action.value == "edit"]
        assert len(made) == 30
        taken_back = []
        while (entry := project.journal.undo(of_other_windows=True)) is not None:
            taken_back.append(entry.undoes)
        assert taken_back == made[::-1]
        assert [project.segments.get(n).target for n in (1, 2)] == list(TARGET[:2])
        while project.journal.redo(of_other_windows=True) is not None:
            pass
        assert [project.segments.get(n).target for n in (1, 2)] == ["1: 14", "2: 14"]


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


def test_who_may_make_no_database_is_told_whom_to_ask(server):
    server.sql('CREATE ROLE "newcomer" LOGIN')
    place = Path(server.address("nowhere", user="newcomer"))
    with pytest.raises(InputError, match="you may not make one") as caught, Project.building(place):
        pytest.fail("there is nothing to build in")
    assert "empty database" in str(caught.value)


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
    # A name that has to be written as an address asks, and quoted for the server.
    place = Path(server.address(f"%E1%83%90%20b%22c%27d%2F{secrets.token_hex(3)}"))
    with Project.create(first, user="Nino") as project:
        fill(project, reference=True)
        project._store.write("INSERT INTO remembered VALUES ('nino', 'place', ?)", ("a\0b",))  # by others
        with pytest.raises(InputError, match=r"“remembered” holds U\+0000"):
            project.copy_to(place)
        project._store.write("DELETE FROM remembered")
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


def older(server, address):
    server.sql("ALTER TABLE transreview.unit DROP COLUMN markup", database_name(address))
    server.sql("COMMENT ON SCHEMA transreview IS 'transreview 4'", database_name(address))


def test_several_who_open_an_older_project_at_once_renew_it_once(server, address):
    older(server, address)
    found = []

    def open_it():
        with Project.open(address) as project:
            found.append(len(project.segments.ids()))

    threads = [threading.Thread(target=open_it) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == [5] * 5


def test_tables_that_somebody_reads_just_now_are_not_renewed(server, address, monkeypatch):
    monkeypatch.setitem(postgres_session.SETTINGS, "lock_timeout", "300")
    older(server, address)
    with psycopg.connect(server.address(database_name(address))) as reader:
        reader.execute("SELECT count(*) FROM transreview.unit")
        with pytest.raises(InputError, match="somebody is at work in it"):
            Project.open(address)
    with Project.open(address) as project:
        assert project.problems() == []


def test_nothing_is_written_into_a_project_that_a_newer_program_has_renewed(server, address):
    with Project.open(address) as project:
        server.sql("COMMENT ON SCHEMA transreview IS 'transreview 99'", database_name(address))
        with pytest.raises(SaveError, match="newer transreview has renewed"):
            project.segments.edit(1, "ახალი", revision=0)
        assert project.segments.get(1).revision == 0


def test_a_schema_that_is_no_project_is_neither_read_nor_replaced(server, address, tmp_path):
    """A database that was restored without its comments, or another program's tables."""
    database = database_name(address)
    server.sql("COMMENT ON SCHEMA transreview IS NULL", database)
    for call in (
        lambda: Project.open(address),
        lambda: Project.create(address),
        lambda: Project.create(address, replace=True),
    ):
        with pytest.raises(InputError, match="does not say of which version") as told:
            call()
        assert "COMMENT ON SCHEMA transreview IS 'transreview 5'" in (told.value.remedy or "")
    server.sql("COMMENT ON SCHEMA transreview IS 'transreview 5'", database)
    with Project.open(address) as project:
        assert len(project.segments.ids()) == 5
    server.sql("DROP SCHEMA transreview CASCADE; CREATE SCHEMA transreview; CREATE TABLE transreview.own (a int)",
               database)  # fmt: skip
    with pytest.raises(InputError, match="that is no project is in this database"):
        Project.create(address, replace=True)
    assert server.sql("SELECT count(*) FROM transreview.own", database) == "0"
    server.sql("DROP TABLE transreview.own", database)
    Project.create(address).close()


@pytest.mark.parametrize(
    "sql",
    [
        "ALTER TABLE transreview.unit DROP COLUMN markup",
        "DROP TABLE transreview.comment CASCADE",
        "COMMENT ON SCHEMA transreview IS 'transreview 4'",
        "DROP TABLE transreview.unit CASCADE; COMMENT ON SCHEMA transreview IS 'transreview 4'",
    ],
)
def test_tables_that_are_not_those_of_their_version_are_refused(server, address, sql):
    server.sql(sql, database_name(address))
    with pytest.raises(InputError, match="the tables in this database are not those of a project"):
        Project.open(address)


def test_a_database_that_lets_nobody_in_is_not_taken_for_one_to_be_made(server, address):
    server.sql(f'ALTER DATABASE "{database_name(address)}" ALLOW_CONNECTIONS false')
    with pytest.raises(InputError, match="not currently accepting connections"):
        Project.create(address)
    server.sql("CREATE ROLE apart LOGIN CREATEDB")
    server.sql("CREATE DATABASE closed")
    server.sql("REVOKE CONNECT ON DATABASE closed FROM PUBLIC")
    with pytest.raises(InputError, match=r"the server refuses this \(permission denied"):
        Project.create(Path(server.address("closed", user="apart")))


def test_a_server_that_speaks_another_language_lets_a_database_be_made(server, monkeypatch):
    """Of a refused connection the library gives the server's words only."""
    refuse = PatientConnection.connect

    def in_chinese(address, **asked):
        try:
            return refuse(address, **asked)
        except psycopg.OperationalError as error:
            raise psycopg.OperationalError('致命错误:  数据库 "x" 不存在') from error

    monkeypatch.setattr(PatientConnection, "connect", in_chinese)
    Project.create(Path(server.address())).close()


def test_nothing_is_written_into_another_project_that_has_taken_the_place(server, address):
    database = database_name(address)
    with Project.open(address) as before:
        server.sql("DROP SCHEMA transreview CASCADE", database)
        with Project.create(address) as other:
            fill(other)
        with pytest.raises(SaveError, match="another project"):
            before.segments.edit(1, "ახალი", revision=0)
        with pytest.raises(SaveError, match="another project"):
            before.drafts.save(1, "მონახაზი", revision=0)
    with Project.open(address) as other:
        assert other.segments.get(1).revision == 0
        assert other.segments.edit(1, "ახალი", revision=0).revision == 1


def test_who_drops_the_options_of_a_connection_is_told_them_in_each_transaction(address, monkeypatch):
    """As pools of connections do."""
    connect = PatientConnection.connect

    def without_options(address, **asked):
        del asked["options"]
        return connect(address, **asked)

    monkeypatch.setattr(PatientConnection, "connect", without_options)
    with Project.open(address) as project:
        project.segments.edit(1, "ახალი", revision=0)
        assert project.segments.get(1).target == "ახალი"
