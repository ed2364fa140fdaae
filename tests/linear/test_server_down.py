"""A review line by line goes on when its server was away: nothing is done to a segment nobody was read."""

import pytest

from tests.postgres_server import Server, binaries
from tests.small_project import small_project
from transreview.linear.commands import Review
from transreview.linear.session import LinearSession
from transreview.model.segment import Status
from transreview.project import Project

pytest.importorskip("psycopg")
pytestmark = pytest.mark.skipif(binaries() is None, reason="no PostgreSQL server is installed")


@pytest.fixture
def server():
    running = Server()
    yield running
    running.close()


def test_what_fails_is_said_and_the_place_stays(server, tmp_path, monkeypatch):
    monkeypatch.setenv("TRANSREVIEW_USER", "postgres")
    where = server.address()
    small_project(tmp_path / "p.transreview")
    with Project.open(tmp_path / "p.transreview") as project:
        project.copy_to(where)
    with Project.open(where) as project:
        review = Review(LinearSession(project, project.articles.all()[0]), None, lambda _asked, _now: None)
        shown = list(review.shown())
        server.stop("immediate")
        for line in ("next", "go 3", "confirm", "edit სხვა", "findings"):
            said = list(review.do(line))
            assert len(said) == 1
            assert said[0].startswith("Error: ")
            assert "reached" in said[0] or "lost" in said[0]
        server.start()
        monkeypatch.setattr("time.monotonic", _later())
        assert list(review.do("show")) == shown
        list(review.do("confirm"))
        assert [one.status for one in project.segments.all()] == [
            Status.CONFIRMED, Status.MACHINE, Status.MACHINE,
        ]  # fmt: skip


def _later():
    import time

    now = time.monotonic
    return lambda: now() + 60  # for a moment after a failure nobody asks the server
