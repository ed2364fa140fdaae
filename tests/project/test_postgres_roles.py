"""A project on a server: who may what, and under which name."""

from __future__ import annotations

import pytest

from tests.postgres_server import binaries
from tests.project.conftest import TARGET, fill
from transreview.errors import InputError
from transreview.model.finding import Side
from transreview.model.segment import Status
from transreview.project import Project
from transreview.project.address import database_name
from transreview.project.failures import SaveError
from transreview.project.postgres_failures import RightsError

pytest.importorskip("psycopg")
pytestmark = pytest.mark.skipif(binaries() is None, reason="no PostgreSQL server is installed")


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
    with pytest.raises(InputError, match="you have no role in this project"):
        person("stranger", role="")


def test_who_loses_the_role_meanwhile_is_told_so_and_nothing_is_stored(server, address, person):
    project = person("nino")
    database = database_name(address)
    server.sql(f'REVOKE "{database}_translator" FROM "nino_{database}"')
    with pytest.raises(SaveError):
        project.segments.edit(1, "ახალი", revision=0)
    with pytest.raises(SaveError):
        project.segments.get(1)
    server.sql(f'GRANT "{database}_translator" TO "nino_{database}"')
    assert project.segments.edit(1, "ახალი", revision=0).revision == 1


def test_where_the_disk_cannot_be_waited_for_apart_the_commit_waits(server, address, person):
    server.sql(
        "REVOKE EXECUTE ON FUNCTION pg_logical_emit_message(boolean, text, text) FROM PUBLIC",
        database_name(address),
    )
    project = person("nino")
    assert project.segments.edit(1, "ახალი", revision=0).revision == 1
    assert not project._store._may_flush
    assert project.journal.undo() is not None
