"""What a later version of a bilingual file says of its units stands beside the segments they have become."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.project.conftest import article
from transreview.model.pair import Pair
from transreview.model.segment import Lock, Segment, Status
from transreview.project import Project
from transreview.project.pair_rows import forms_of, names_of, units_of

CONTRACT = True  # holds for every store

PAIRS = [
    Pair(id="a", source="Save", target="შენახვა", context="menu", note="A button"),
    Pair(id="b", source="One file", source_plural="%d files", target="ერთი ფაილი", plurals=("%d ფაილი",)),
    Pair(id="c", source="Quit", target="გასვლა"),
]


@pytest.fixture
def catalog(path):
    with Project.create(path, user="Nino") as made:
        made.articles.add_pairs(article("catalog"), PAIRS, data={"file": "x.po"})
        yield made


def take_in(catalog: Project, pairs: list[Pair]) -> None:
    forms = forms_of(pairs)
    source, target, beads = units_of(forms)
    plan = catalog.structure.plan_reimport(1, source, target, names_of(forms))
    catalog.structure.reimport(plan, beads, pairs=pairs)


def told(catalog: Project) -> list[Pair]:
    parts = [catalog.pairs.of(segment.id) for segment in catalog.segments.all()]
    assert all(part is not None for part in parts)
    return [(part.pair.id, part.pair.note, part.form, part.forms) for part in parts if part is not None]


def test_a_unit_that_stays_has_what_the_later_version_says(catalog):
    ids = list(catalog.segments.ids())
    take_in(catalog, [replace(PAIRS[0], note="The button"), PAIRS[1], replace(PAIRS[2], context="menu")])
    assert list(catalog.segments.ids()) == ids
    assert told(catalog) == [("a", "The button", 0, 1), ("b", "", 0, 2), ("b", "", 1, 2), ("c", "", 0, 1)]
    assert catalog.pairs.imported(1)[2].context == "menu"
    catalog.journal.undo()
    assert told(catalog)[0] == ("a", "A button", 0, 1)
    assert catalog.pairs.imported(1) == PAIRS
    catalog.verify()


def test_a_new_unit_comes_with_its_lock_and_its_flag(catalog):
    new = [
        Pair(id="n", source="New", target="ახალი", locked=True),
        Pair(id="m", source="More", needs_work=True),
    ]
    take_in(catalog, [PAIRS[0], *new, *PAIRS[1:]])
    assert [one[0] for one in told(catalog)] == ["a", "n", "m", "b", "b", "c"]
    segments = catalog.segments.all()
    assert [(one.lock, one.needs_work) for one in segments[:4]] == [
        (Lock.NONE, False), (Lock.FILE, False), (Lock.NONE, True), (Lock.NONE, False),
    ]  # fmt: skip
    catalog.verify()


def test_a_unit_that_is_gone_leaves_no_word_of_itself(catalog):
    take_in(catalog, [PAIRS[0], PAIRS[2]])
    assert told(catalog) == [("a", "A button", 0, 1), ("c", "", 0, 1)]
    assert len(catalog.pairs.places(1)) == 2
    catalog.journal.undo()
    assert catalog.pairs.imported(1) == PAIRS


# One word that the file names twice: on a door and in a menu.
TWICE = [
    Pair(id="door", source="Open", target="ღიაა"),
    Pair(id="title", source="Welcome", target="მოგესალმებით"),
    Pair(id="menu", source="Open", target="გახსნა"),
]


@pytest.fixture
def doubled(path):
    with Project.create(path, user="Nino") as made:
        made.articles.add_pairs(article("catalog"), TWICE, data={"file": "x.po"})
        for segment in made.segments.all():
            made.segments.set_status(segment.id, Status.CONFIRMED, revision=segment.revision)
        yield made


def test_units_of_one_source_that_change_places_keep_their_work(doubled):
    before = {pair.id: segment.id for segment, pair in with_pairs(doubled)}
    take_in(doubled, [TWICE[2], TWICE[1], TWICE[0]])
    after = with_pairs(doubled)
    assert [pair.id for _segment, pair in after] == ["menu", "title", "door"]
    assert {pair.id: segment.id for segment, pair in after} == before
    assert [segment.target for segment, _pair in after] == ["გახსნა", "მოგესალმებით", "ღიაა"]
    assert {segment.status for segment, _pair in after} == {Status.CONFIRMED}
    doubled.verify()


def test_a_unit_of_a_repeated_source_that_goes_takes_only_its_own_work_along(doubled):
    take_in(doubled, TWICE[1:])
    assert [(pair.id, segment.target) for segment, pair in with_pairs(doubled)] == [
        ("title", "მოგესალმებით"), ("menu", "გახსნა"),
    ]  # fmt: skip
    assert {segment.status for segment in doubled.segments.all()} == {Status.CONFIRMED}
    doubled.verify()


def test_numbers_that_are_counted_anew_are_no_names(path):
    texts = [("One", "ერთი"), ("Open", "ღიაა"), ("Two", "ორი"), ("Open", "გახსნა")]
    old = [Pair(id=str(at), source=source, target=target) for at, (source, target) in enumerate(texts)]
    new = [
        Pair(id=str(at), source=source) for at, source in enumerate(["Zero", *(text for text, _ in texts)])
    ]
    with Project.create(path, user="Nino") as made:
        made.articles.add_pairs(article("catalog"), old, data={"file": "x.po"})
        given = [new[0], *(replace(pair, target=was.target) for pair, was in zip(new[1:], old, strict=True))]
        take_in(made, given)
        assert [segment.target for segment in made.segments.all()] == ["", "ერთი", "ღიაა", "ორი", "გახსნა"]
        made.verify()


def with_pairs(catalog: Project) -> list[tuple[Segment, Pair]]:
    found = []
    for segment in catalog.segments.all():
        part = catalog.pairs.of(segment.id)
        assert part is not None
        found.append((segment, part.pair))
    return found
