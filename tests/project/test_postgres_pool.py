"""A pool of connections (PgBouncer) before the server: what it cannot keep is said in every transaction."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.postgres_server import Server, binaries
from tests.project.conftest import TARGET, when_back
from transreview.errors import InputError
from transreview.project import Project
from transreview.project.address import database_name
from transreview.project.failures import SaveError
from transreview.project.migrations import SCHEMA_VERSION
from transreview.project.postgres_opening import examined
from transreview.project.postgres_schema import SCHEMA

psycopg = pytest.importorskip("psycopg")
BOUNCER = shutil.which("pgbouncer") or shutil.which("/usr/sbin/pgbouncer")
pytestmark = pytest.mark.skipif(
    binaries() is None or BOUNCER is None, reason="no PostgreSQL server or no PgBouncer is installed"
)

BY_TRANSACTION = ("pool_mode = transaction",)
DROPPING = (*BY_TRANSACTION, "ignore_startup_parameters = options")
BY_SESSION = ("pool_mode = session",)
KINDS = pytest.mark.parametrize("how", [BY_SESSION, BY_TRANSACTION, DROPPING])

Pool = Callable[..., Path]


@pytest.fixture
def pool(server: Server, address: Path) -> Iterator[Pool]:
    """Starts a pool before the server; gives the address of the project, or of another one, through it."""
    running: list[subprocess.Popen[bytes]] = []

    def start(*settings: str, name: str = "") -> Path:
        folder = Path(tempfile.mkdtemp(dir=server.folder))
        folder.chmod(0o755)
        lines = (
            "[databases]", f"* = host={server.folder} user=postgres", "[pgbouncer]", "listen_port = 6432",
            f"unix_socket_dir = {folder}", "auth_type = any", "default_pool_size = 4", *settings,
        )  # fmt: skip
        (folder / "ini").write_text("\n".join(lines) + "\n")
        words = [str(BOUNCER), "-q", str(folder / "ini")]
        if server.owner:
            shutil.chown(folder, server.owner)
            words = ["runuser", "-u", server.owner, "--", *words]
        running.append(subprocess.Popen(words, cwd="/", stderr=subprocess.DEVNULL))
        until = time.monotonic() + 20
        while not (folder / ".s.PGSQL.6432").exists():
            assert time.monotonic() < until
            time.sleep(0.05)
        name = name or database_name(address)
        return Path(f"postgresql:///{name}?host={folder}&port=6432&user=postgres")

    yield start
    for one in running:
        one.terminate()
    for one in running:
        one.wait()


@KINDS
def test_writers_through_a_pool_lose_nothing(pool, address, how):
    """Each transaction may be on another connection, on which statements of another writer were prepared."""
    place, done = pool(*how), []

    def work(number: int) -> None:
        with Project.open(place, user=f"w{number}") as project:
            for turn in range(12):
                segment = project.segments.get(number)
                assert len(project.segments.window(1, 0, 5)) == len(TARGET)
                project.segments.edit(number, f"ტექსტი {number}, {turn}", revision=segment.revision)
                done.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 48
    with Project.open(address) as project:
        assert [project.segments.get(n).target for n in range(1, 5)] == [
            f"ტექსტი {n}, 11" for n in range(1, 5)
        ]
        assert project.problems() == []


@KINDS
def test_what_every_connection_sets_holds_in_each_transaction_of_a_pool(pool, server, address, how):
    database = database_name(address)
    server.sql(f'ALTER DATABASE "{database}" SET synchronous_commit = off')
    server.sql(f"ALTER DATABASE \"{database}\" SET default_transaction_isolation = 'serializable'")
    names = ["search_path", "synchronous_commit", "statement_timeout", "transaction_isolation"]
    query = "SELECT " + ", ".join(f"current_setting('{name}')" for name in names)
    with Project.open(pool(*how)) as project:
        store = project._store
        with store.writing() as connection:
            assert connection.execute(query).fetchone() == (SCHEMA, "on", "30s", "read committed")
        assert store.one(query)[:3] == (SCHEMA, "on", "30s")


@KINDS
def test_behind_a_pool_others_changes_are_asked_for(pool, how):
    place = pool(*how)
    with Project.open(place) as mine, Project.open(place, user="davit") as theirs:
        before = mine.data_version()
        assert before < 0
        theirs.segments.edit(1, "დავითის", revision=0)
        assert mine.data_version() != before
        assert mine.segments.get(1).target == "დავითის"


def test_a_pool_that_is_started_anew_takes_the_next_change(pool, server, address):
    with Project.open(pool(*BY_TRANSACTION)) as project:
        project.segments.edit(1, "ერთი", revision=0)
        name = database_name(address)
        server.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        project.segments.edit(1, "ორი", revision=1)
    with Project.open(address) as project:
        assert project.segments.get(1).target == "ორი"


def test_a_project_comes_out_of_a_pool_and_is_not_made_through_one(pool, address, tmp_path):
    place = pool(*DROPPING)
    with Project.open(place) as project:
        project.copy_to(tmp_path / "out.transreview")
    with Project.open(tmp_path / "out.transreview") as copy:
        assert [s.target for s in copy.segments.all()] == list(TARGET)
    for name in (database_name(address) + "_new", database_name(address)):
        other = Path(str(place).replace(database_name(address), name))
        with pytest.raises(InputError, match="cannot be made through a pool") as refused:
            Project.create(other, replace=True)
        assert "the server itself" in str(refused.value)
    with pytest.raises(InputError, match="no such database"):
        examined(Path(str(address).replace(database_name(address), database_name(address) + "_new")))


@KINDS
def test_an_earlier_schema_is_renewed_through_a_pool(pool, server, address, how):
    database = database_name(address)
    server.sql("ALTER TABLE transreview.unit DROP COLUMN markup", database)
    server.sql("COMMENT ON SCHEMA transreview IS 'transreview 4'", database)
    with Project.open(pool(*how)) as project:
        assert [s.target for s in project.segments.all()] == list(TARGET)
    said = server.sql("SELECT obj_description('transreview'::regnamespace)", database)
    assert said == f"transreview {SCHEMA_VERSION}"


def test_a_pool_that_allows_no_transactions_is_named(pool):
    place = pool("pool_mode = statement", "ignore_startup_parameters = options")
    with pytest.raises(InputError, match="allows no transactions"), Project.open(place) as project:
        project.segments.edit(1, "ახალი", revision=0)


def test_options_of_ones_own_that_a_pool_does_not_hand_on_are_not_dropped(pool, monkeypatch):
    place = pool(*BY_TRANSACTION)
    monkeypatch.setenv("PGOPTIONS", "-c geqo=off")
    with pytest.raises(InputError, match="keeps no settings"):
        Project.open(place)


def test_nobody_waits_for_a_server_that_is_away_behind_its_pool(pool, server, address):
    """The pool takes every statement meanwhile, and holds it until the server is back."""
    with Project.open(pool(*BY_TRANSACTION, "server_login_retry = 1")) as project:
        assert project.data_version() < 0  # whoever listens notices that nobody answers
        server.stop("immediate")
        try:
            waited = []
            for _time in range(4):
                began = time.monotonic()
                with pytest.raises(SaveError):
                    project.segments.edit(1, "ახალი", revision=0)
                waited.append(time.monotonic() - began)
        finally:
            server.start()
        assert max(waited[1:]) < 3
        assert waited[0] < 15
        assert when_back(lambda: project.segments.edit(1, "ახალი", revision=0)).target == "ახალი"
