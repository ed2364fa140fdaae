"""Bilingual files: states, locks, notes, contexts and plural forms are kept with the segments."""

from __future__ import annotations

import pytest

from tests.project.conftest import article
from transreview.model.pair import Pair
from transreview.model.segment import Lock, Status
from transreview.project import Project
from transreview.project.failures import LockedError

CONTRACT = True  # holds for every store

PAIRS = [
    Pair(id="a", source="Save", target="შენახვა", context="menu", note="A button", line=7, flags=("c-format",)),
    Pair(
        id="b", source="One file", source_plural="%d files", target="ერთი ფაილი", plurals=("%d ფაილი",),
        status=Status.CONFIRMED, comments=(("Davit", "რიცხვი?"),), machine="1 ფაილი", origin="mt",
    ),
    Pair(id="c", source="ACME", target="ACME", locked=True, status=Status.APPROVED, state="final"),
    Pair(id="d", source="Untranslated", needs_work=True, state="new"),
    Pair(id="e", source="", target=""),
]  # fmt: skip


@pytest.fixture
def catalog(path):
    with Project.create(path, user="Nino") as made:
        made.articles.add_pairs(article("catalog"), PAIRS, data={"file": "x.po"})
        yield made


def test_each_pair_becomes_a_segment_with_its_state_and_each_plural_form_one_of_its_own(catalog):
    segments = catalog.segments.all()
    assert [(s.source, s.target, s.status, s.lock, s.needs_work) for s in segments] == [
        ("Save", "შენახვა", Status.MACHINE, Lock.NONE, False),
        ("One file", "ერთი ფაილი", Status.CONFIRMED, Lock.NONE, False),
        ("%d files", "%d ფაილი", Status.CONFIRMED, Lock.NONE, False),
        ("ACME", "ACME", Status.APPROVED, Lock.FILE, False),
        ("Untranslated", "", Status.MACHINE, Lock.NONE, True),
    ]
    assert [s.is_untranslated for s in segments] == [False, False, False, False, True]
    assert [c.author for c in catalog.comments.all(segments[1].id)] == ["Davit"]
    with pytest.raises(LockedError, match="locked by its file"):
        catalog.segments.edit(segments[3].id, "აკმე", revision=0)
    catalog.verify()


def test_what_the_file_said_of_a_unit_comes_back(catalog):
    first, one, many, *_rest = catalog.segments.all()
    assert catalog.pairs.of(first.id).pair == PAIRS[0]
    assert [(catalog.pairs.of(s.id).form, catalog.pairs.of(s.id).forms) for s in (one, many)] == [
        (0, 2),
        (1, 2),
    ]
    assert catalog.pairs.imported(1) == PAIRS[:4]


def test_the_pairs_as_they_are_now_carry_the_edits(catalog):
    many = catalog.segments.all()[2]
    catalog.segments.edit(many.id, "%d ცალი ფაილი", revision=0)
    present = catalog.pairs.present(1)
    assert present[1].forms == ("ერთი ფაილი", "%d ცალი ფაილი")
    assert present[1].status is Status.EDITED
    assert [p.target for p in present] == ["შენახვა", "ერთი ფაილი", "ACME", ""]


def test_segments_of_articles_have_no_pair(project):
    assert project.pairs.of(project.segments.ids()[0]) is None
    assert project.pairs.present(1) == []


def touched(project, ids=None):
    """Return of each unit its segments, its name and whether anybody has touched it."""
    return [(segments, unit.id, was) for segments, unit, was in project.pairs.units(1, ids)]


def test_a_unit_knows_its_segments_and_whether_anybody_has_touched_it(catalog):
    untouched = [((1,), "a", False), ((2, 3), "b", False), ((4,), "c", False), ((5,), "d", False)]
    assert touched(catalog) == untouched
    assert touched(catalog, [3, 4]) == untouched[1:3]
    assert touched(catalog, [2, 3]) == untouched[1:2]  # both forms are one unit
    assert touched(catalog, []) == []
    catalog.segments.edit(3, "%d საქმე", revision=0)
    segment = catalog.segments.edit(1, "შეინახე", revision=0)
    assert [was for _ids, _name, was in touched(catalog)] == [True, True, False, False]
    catalog.segments.restore(1, revision=segment.revision)  # the machine's text again
    assert [was for _ids, _name, was in touched(catalog, [1])] == [False]
    catalog.segments.set_status(
        1, Status.CONFIRMED, revision=segment.revision + 1
    )  # of whom the file said nothing
    assert [was for _ids, _name, was in touched(catalog, [1])] == [True]
    [(_ids, unit, _was)] = catalog.pairs.units(1, [2])
    assert (unit.target, unit.plurals, unit.source_plural) == ("ერთი ფაილი", ("%d საქმე",), "%d files")
