"""How a project appears on a server when several people, or a killed one, are at it, and is copied from there."""

from __future__ import annotations

import re
import threading
import time

import pytest

from tests.postgres_server import binaries
from tests.project.conftest import fill
from transreview.errors import InputError
from transreview.project import Project
from transreview.project.address import database_name

pytest.importorskip("psycopg")
pytestmark = pytest.mark.skipif(binaries() is None, reason="no PostgreSQL server is installed")


def drafts(server, address) -> list[str]:
    """Return the schemas of a database that somebody builds a project in, or did."""
    names = server.sql("SELECT nspname FROM pg_namespace", database_name(address)).split()
    return [name for name in names if re.fullmatch("transreview_[0-9a-f]{8}", name)]


def test_what_a_killed_builder_left_is_removed_by_the_next(server):
    address = server.address()
    server.sql(f"CREATE DATABASE \"{database_name(address)}\" ENCODING 'UTF8' TEMPLATE template0")
    for name in ("transreview_00c0ffee", "transreview_of_ours", "transreview_00C0FFEE"):
        server.sql(f'CREATE SCHEMA "{name}"', database_name(address))
    with Project.create(address) as project:
        fill(project)
    assert drafts(server, address) == []
    left = server.sql("SELECT nspname FROM pg_namespace ORDER BY 1", database_name(address)).split()
    assert [name for name in left if name.startswith("transreview")] == [
        "transreview", "transreview_00C0FFEE", "transreview_of_ours",
    ]  # fmt: skip


def test_of_two_who_build_a_project_in_one_place_the_second_to_end_is_refused(server):
    """Nothing of the first to end is lost: neither its project nor the database, which the other has made."""
    address = server.address()

    def build_slowly() -> None:
        with Project.building(address) as slower:
            fill(slower)
            with Project.building(address) as quicker:
                fill(quicker)
                quicker.segments.edit(1, "უფრო სწრაფი", revision=0)
                assert len(drafts(server, address)) == 2, "what somebody still builds is removed by nobody"
            slower.segments.edit(1, "უფრო ნელი", revision=0)

    with pytest.raises(InputError, match="exists already"):
        build_slowly()
    with Project.open(address) as project:
        assert project.segments.get(1).target == "უფრო სწრაფი"
        assert project.problems() == []
    assert drafts(server, address) == []


def test_of_many_who_begin_in_one_place_at_the_same_moment_one_has_the_project(server):
    """All of them find no database, and all want to make it."""
    for _turn in range(3):
        address, ended = server.address(), []
        start = threading.Barrier(4)

        def build(address=address, ended=ended, start=start) -> None:
            start.wait()
            try:
                with Project.building(address) as project:
                    fill(project)
                ended.append("")
            except InputError as error:
                ended.append(str(error))

        threads = [threading.Thread(target=build) for _number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(ended) == 4
        assert ended.count("") == 1
        assert all("exists already" in said for said in ended if said), ended
        with Project.open(address) as project:
            assert project.problems() == []
        assert drafts(server, address) == []


def test_a_database_that_was_made_in_vain_is_removed_unless_somebody_has_put_something_into_it(server):
    for statement, stays in (
        ("SELECT 1", False),
        ("CREATE TABLE theirs ()", True),
        ("CREATE SCHEMA s", True),
    ):
        address = server.address()
        name = database_name(address)
        building = Project.building(address)
        building.__enter__()
        server.sql(statement, name)
        assert not building.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
        found = server.sql(f"SELECT count(*) FROM pg_database WHERE datname = '{name}'")
        assert found == str(int(stays)), statement


def test_what_several_wrote_at_once_is_copied_into_a_file_also_while_they_write(server, address, tmp_path):
    """Their entries of the journal lie on the server in another order than they were made in."""
    stop = threading.Event()

    def work(number: int) -> None:
        with Project.open(address, user=f"w{number}") as project:
            revision = 0
            while not stop.is_set():
                project.segments.edit(number, f"{number}: {revision}", revision=revision)
                revision += 1

    threads = [threading.Thread(target=work, args=(number,)) for number in (1, 2, 3)]
    for thread in threads:
        thread.start()
    with Project.open(address) as project:
        while project.journal.last_id() < 200:
            time.sleep(0.05)
        project.copy_to(tmp_path / "during.transreview")
        stop.set()
        for thread in threads:
            thread.join()
        project.copy_to(tmp_path / "after.transreview")
        lying = project._store.all("SELECT id FROM journal")
        assert lying != sorted(lying), "a trial that tries nothing"
        targets = [segment.target for segment in project.segments.all()]
    for name in ("during", "after"):
        with Project.open(tmp_path / f"{name}.transreview") as copied:
            assert copied.problems() == []
            if name == "after":
                assert [segment.target for segment in copied.segments.all()] == targets
