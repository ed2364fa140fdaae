from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.project.conftest import SOURCE, TARGET, article, pairs, texts_of, units
from transreview.errors import ConflictError
from transreview.model.bead import Bead
from transreview.model.segment import Status
from transreview.project import Project

CONTRACT = True  # holds for every store


def whole(project):
    """Everything that undo has to bring back."""
    return [
        (s.id, s.key, s.source, s.machine, s.target, s.reference, s.status, s.needs_work, s.bead, s.fixed,
         s.comments, s.source_line, s.position)
        for s in project.segments.all()
    ]  # fmt: skip


def around(plan):
    """Align as plainly as can be: fixed beads as they are, and one bead for all between two of them."""
    beads, at = [], [0, 0]

    def between(source, target):
        if at != [source, target]:
            beads.append(Bead(tuple(range(at[0], source)), tuple(range(at[1], target)), confidence=0.5))
        at[:] = [source, target]

    for bead in plan.fixed:
        source = bead.source[0] if bead.source else at[0]
        target = bead.target[0] if bead.target else at[1]
        between(source, target)
        beads.append(bead)
        at[:] = [source + len(bead.source), target + len(bead.target)]
    between(len(plan.source), len(plan.target))
    return beads


def test_the_same_texts_again_change_nothing(project):
    project.segments.edit(project.segments.all()[2].id, "შესწორებული", revision=0)
    project.structure.merge(project.segments.all()[3].id)
    before, entry = whole(project), project.journal.last_id()
    plan = project.structure.plan_reimport(1, units(SOURCE), units(TARGET))
    report = project.structure.reimport(plan, project.articles.beads(1))
    assert (report.kept, report.changed, report.added, report.removed) == (4, 0, 0, ())
    assert whole(project) == before
    assert project.journal.last_id() == entry


def test_a_paragraph_put_in_keeps_all_work_around_it(project):
    ids = list(project.segments.ids())
    project.segments.set_status(ids[1], Status.CONFIRMED, revision=0)
    project.segments.edit(ids[3], "შესწორებული ჩარჩო.", revision=0)
    project.comments.add(ids[3], "შენიშვნა")
    before = whole(project)
    source = [*SOURCE[:2], "新的一段。", *SOURCE[2:]]
    target = [*TARGET[:2], "ახალი აბზაცი.", *TARGET[2:]]
    plan = project.structure.plan_reimport(1, units(source), units(target))
    assert plan.fixed == (Bead((1,), (1,), fixed=True), Bead((4,), (4,), fixed=True))
    report = project.structure.reimport(plan, pairs(6))
    assert (report.kept, report.changed, report.added) == (5, 0, 1)
    segments = project.segments.all()
    assert [s.source for s in segments] == source
    assert [s.id for s in segments if s.source != "新的一段。"] == ids
    assert segments[2].key == "0006"
    assert segments[1].status is Status.CONFIRMED
    assert (segments[4].target, segments[4].comments) == ("შესწორებული ჩარჩო.", 1)
    assert [s.source_line for s in segments] == [1, 3, 5, 7, 9, 11]
    project.journal.undo()
    assert whole(project) == before
    project.journal.redo()
    assert [s.source for s in project.segments.all()] == source
    project.verify()


def test_another_machine_translation_leaves_reviewed_text_and_its_status(project):
    ids = list(project.segments.ids())
    project.segments.edit(ids[1], "ნარედაქტირევი წინადადება.", revision=0)
    project.segments.set_status(ids[1], Status.CONFIRMED, revision=1)
    project.segments.set_status(ids[2], Status.APPROVED, revision=0)
    target = [f"სულ სხვა {i}" for i in range(5)]
    plan = project.structure.plan_reimport(1, units(SOURCE), units(target))
    project.structure.reimport(plan, pairs(5))
    segments = project.segments.all()
    assert [s.machine for s in segments] == target
    assert [s.target for s in segments] == [
        target[0], "ნარედაქტირევი წინადადება.", TARGET[2], target[3], target[4],
    ]  # fmt: skip
    assert [s.status.value for s in segments] == ["machine", "confirmed", "approved", "machine", "machine"]
    assert not any(s.needs_work for s in segments)
    assert [s.id for s in segments] == ids


def test_a_machine_translation_in_fewer_paragraphs_does_not_come_beside_reviewed_text(project):
    segment = project.segments.all()[2]
    project.segments.edit(segment.id, "ხელით დაწერილი.", revision=0)
    target = ["ერთი", "ყველაფერი ერთად", "ბოლო"]
    plan = project.structure.plan_reimport(1, units(SOURCE), units(target))
    project.structure.reimport(
        plan, [Bead((0,), (0,)), Bead((1,), ()), Bead((2,), (1,)), Bead((3,), ()), Bead((4,), (2,))]
    )
    segments = project.segments.all()
    assert [s.target for s in segments] == ["ერთი", "", "ხელით დაწერილი.", "", "ბოლო"]
    assert segments[2].machine == "ყველაფერი ერთად"
    assert segments[2].status is Status.EDITED


def test_a_changed_source_keeps_key_and_text_and_asks_for_work(project):
    ids = list(project.segments.ids())
    project.segments.edit(ids[2], "ლინზების ექსპორტი გაიზარდა 30%-ით.", revision=0)
    project.segments.set_status(ids[2], Status.CONFIRMED, revision=1)
    source = [*SOURCE[:2], "镜片出口额同比增长35%。", *SOURCE[3:]]
    plan = project.structure.plan_reimport(1, units(source), units(TARGET))
    report = project.structure.reimport(plan, pairs(5))
    assert (report.kept, report.changed) == (4, 1)
    third = project.segments.all()[2]
    assert (third.id, third.key, third.source) == (ids[2], "0003", source[2])
    assert (third.target, third.status) == ("ლინზების ექსპორტი გაიზარდა 30%-ით.", Status.EDITED)
    assert third.needs_work


def test_a_paragraph_that_is_gone_is_reported_when_it_was_worked_on(project):
    ids = list(project.segments.ids())
    project.segments.edit(ids[2], "ხელით დაწერილი.", revision=0)
    project.comments.add(ids[2], "შენიშვნა")
    before = whole(project)
    plan = project.structure.plan_reimport(1, units(SOURCE[:2] + SOURCE[3:]), units(TARGET[:2] + TARGET[3:]))
    report = project.structure.reimport(plan, pairs(4))
    assert report.removed == (("0003", "ხელით დაწერილი."),)
    assert len(project.segments.all()) == 4
    assert project.comments.all() == []
    project.journal.undo()
    assert whole(project) == before
    project.verify()


def test_splits_made_by_hand_are_made_again(project):
    segment = project.segments.all()[1]
    _first, second = project.structure.split(segment.id, 10, TARGET[1].index("მას"))
    project.segments.edit(second.id, "მას დელეგატები ესწრებოდნენ.", revision=second.revision)
    plan = project.structure.plan_reimport(1, units(["前言", *SOURCE]), units(["წინასიტყვაობა", *TARGET]))
    assert len(plan.source) == 7
    assert plan.fixed == (Bead((2,), (2,), fixed=True), Bead((3,), (3,), fixed=True))
    project.structure.reimport(plan, pairs(7))
    segments = project.segments.all()
    assert [s.key for s in segments] == ["0006", "0001", "0002.1", "0002.2", "0003", "0004", "0005"]
    assert segments[3].target == "მას დელეგატები ესწრებოდნენ."
    assert [s.fixed for s in segments][2:4] == [True, True]


def test_a_split_paragraph_that_changed_is_whole_again_with_all_that_was_written(project):
    segment = project.segments.all()[1]
    first, second = project.structure.split(segment.id, 10, TARGET[1].index("მას"))
    project.segments.edit(first.id, "პირველი ნახევარი.", revision=first.revision)
    project.segments.edit(second.id, "მეორე ნახევარი.", revision=second.revision)
    source = [SOURCE[0], SOURCE[1] + "会议很成功。", *SOURCE[2:]]
    target = [TARGET[0], TARGET[1] + " შეხვედრა წარმატებული იყო.", *TARGET[2:]]
    plan = project.structure.plan_reimport(1, units(source), units(target))
    project.structure.reimport(plan, pairs(5))
    changed = project.segments.all()[1]
    assert (changed.key, changed.source) == ("0002", source[1])
    assert "პირველი ნახევარი." in changed.target
    assert "მეორე ნახევარი." in changed.target
    assert changed.needs_work


def test_paragraphs_that_changed_places_take_their_work_along(project):
    ids = list(project.segments.ids())
    project.segments.edit(ids[2], "შესწორებული ლინზა.", revision=0)
    order = [0, 3, 1, 2, 4]
    plan = project.structure.plan_reimport(
        1, units([SOURCE[i] for i in order]), units([TARGET[i] for i in order])
    )
    project.structure.reimport(plan, pairs(5))
    assert list(project.segments.ids()) == [ids[i] for i in order]
    assert project.segments.all()[3].target == "შესწორებული ლინზა."
    assert [s.position for s in project.segments.all()] == [0, 1, 2, 3, 4]


def test_a_new_reference_takes_the_place_of_the_old(project):
    plan = project.structure.plan_reimport(1, units(SOURCE), units(TARGET))
    project.structure.reimport(plan, pairs(5), units([f"ეტალონი {i}" for i in range(5)]))
    assert [s.reference for s in project.segments.all()] == [f"ეტალონი {i}" for i in range(5)]
    again = project.structure.plan_reimport(1, units(SOURCE[1:]), units(TARGET[1:]))
    project.structure.reimport(again, pairs(4))
    assert [s.reference for s in project.segments.all()] == [f"ეტალონი {i}" for i in range(1, 5)]
    project.structure.reimport(
        project.structure.plan_reimport(1, units(SOURCE[1:]), units(TARGET[1:])), pairs(4), []
    )
    assert [s.reference for s in project.segments.all()] == [None] * 4
    for _ in range(3):
        project.journal.undo()
    assert [s.reference for s in project.segments.all()] == [None] * 5


def test_restructuring_by_somebody_else_meanwhile_is_a_conflict(project, other):
    plan = project.structure.plan_reimport(1, units(SOURCE), units([*TARGET, "კიდევ"]))
    other("Davit").structure.merge(project.segments.all()[0].id)
    before = texts_of(project)
    with pytest.raises(ConflictError, match="merged"):
        project.structure.reimport(plan, [*pairs(5), Bead((), (5,))])
    assert texts_of(project) == before


def test_an_edit_by_somebody_else_meanwhile_is_kept(project, other):
    plan = project.structure.plan_reimport(1, units(SOURCE), units([*TARGET, "კიდევ"]))
    other("Davit").segments.edit(project.segments.all()[0].id, "დავითის", revision=0)
    project.structure.reimport(plan, [*pairs(5), Bead((), (5,))])
    assert project.segments.all()[0].target == "დავითის"


def test_data_of_the_files_is_exchanged_and_undone_with_the_rest(tmp_path):
    with Project.create(tmp_path / "p") as project:
        project.articles.add(article(), units(["一"]), units(["ა"]), pairs(1), data={"layout": "1"})
        plan = project.structure.plan_reimport(1, units(["一", "二"]), units(["ა", "ბ"]))
        project.structure.reimport(plan, pairs(2), data={"layout": "2", "other": "x"})
        assert (project.articles.data(1, "layout"), project.articles.data(1, "other")) == ("2", "x")
        project.journal.undo()
        assert (project.articles.data(1, "layout"), project.articles.data(1, "other")) == ("1", None)


def test_everything_may_go_and_come_back(project):
    before = whole(project)
    project.structure.reimport(project.structure.plan_reimport(1, [], []), [])
    assert project.segments.all() == []
    project.structure.reimport(project.structure.plan_reimport(1, units(["一"]), units(["ა"])), pairs(1))
    assert [s.source for s in project.segments.all()] == ["一"]
    project.journal.undo()
    project.journal.undo()
    assert whole(project) == before


PARAGRAPHS = st.sampled_from(
    ["眼镜。", "镜片出口。", "会议召开了。", "镜架，设计。", "完。", "温州。来自各地。", "一。"]
)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=6)


@settings(max_examples=80, suppress_health_check=list(HealthCheck))
@given(
    old=st.tuples(TEXTS, TEXTS),
    new=st.tuples(TEXTS, TEXTS),
    acts=st.lists(
        st.tuples(st.integers(0, 9), st.sampled_from(["edit", "confirm", "split", "merge"])), max_size=6
    ),
)
def test_whatever_changes_no_work_on_what_stayed_is_lost(tmp_path_factory, old, new, acts):
    with Project.create(tmp_path_factory.mktemp("p") / "p", user="Nino") as project:
        size = min(map(len, old))
        rest = [Bead((i,), ()) for i in range(size, len(old[0]))] + [
            Bead((), (i,)) for i in range(size, len(old[1]))
        ]
        project.articles.add(article(), units(old[0]), units(old[1]), [*pairs(size), *rest])
        for number, act in acts:
            work(project, number, act)
        before, entry = whole(project), project.journal.last_id()
        plan = project.structure.plan_reimport(1, units(new[0]), units(new[1]))
        fixed = {(bead.source, bead.target) for bead in plan.fixed}
        beads = around(plan)
        report = project.structure.reimport(plan, beads)
        segments = project.segments.all()
        assert "".join(s.source for s in segments).replace("\n", "") == "".join(new[0])
        assert sorted("".join(s.machine for s in segments).replace("\n", "").replace(" ", "")) == sorted(
            "".join(new[1])
        )
        assert [(b.source, b.target) for b in project.articles.beads(1)] == [
            (b.source, b.target) for b in beads
        ]
        assert fixed <= {(b.source, b.target) for b in project.articles.beads(1)}
        gone = {text for _key, text in report.removed}
        reviewed = "".join(row[4] for row in before if row[4] != row[3] and row[4] not in gone)
        shown = "".join(s.target for s in segments)
        assert not letters(reviewed) - letters(shown)
        assert report.kept + report.changed + report.added == len(segments)
        if project.journal.last_id() != entry:
            project.journal.undo()
            assert whole(project) == before
            project.journal.redo()
        assert [s.target for s in project.segments.all()] == [s.target for s in segments]
        project.verify()


def letters(text):
    return Counter("".join(text.split()))


def work(project, number, act):
    segments = project.segments.all()
    segment = segments[number % len(segments)]
    if act == "edit":
        project.segments.edit(segment.id, f"ნამუშევარი {number}", revision=segment.revision)
    elif act == "confirm":
        project.segments.set_status(segment.id, Status.CONFIRMED, revision=segment.revision)
    elif act == "split" and len(segment.source) > 3:
        project.structure.split(segment.id, 3, min(3, len(segment.target)))
    elif act == "merge" and segment.id != segments[-1].id:
        project.structure.merge(segment.id)
