from __future__ import annotations

import pytest

from tests.project.conftest import REFERENCE, SOURCE, TARGET, article, fill, pairs, texts_of, units
from transreview.errors import ConflictError, UsageError
from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.segment import Status
from transreview.project import Project
from transreview.project.failures import StaleRevisionError

CONTRACT = True  # holds for every store


def test_merging_joins_both_sides_and_keeps_the_firsts_number(project):
    first, second, *_rest = project.segments.all()
    merged = project.structure.merge(first.id)
    assert merged.id == first.id
    assert (merged.key, merged.bead, merged.fixed, merged.confidence) == ("0001+0002", "2-2", True, 1.0)
    assert merged.source == f"{SOURCE[0]}\n\n{SOURCE[1]}"
    assert merged.target == merged.machine == f"{TARGET[0]}\n\n{TARGET[1]}"
    assert [s.position for s in project.segments.all()] == [0, 1, 2, 3]
    assert second.id not in project.segments.ids()


def test_a_merged_segment_is_as_far_as_the_less_advanced_of_the_two(project):
    first, second, *_rest = project.segments.all()
    project.segments.set_status(first.id, Status.APPROVED, revision=0)
    project.segments.edit(second.id, "ახალი", revision=0)
    project.segments.set_status(second.id, Status.CONFIRMED, revision=1)
    assert project.structure.merge(first.id).status is Status.CONFIRMED
    project.journal.undo()
    project.segments.restore(second.id, revision=project.segments.get(second.id).revision)
    assert project.structure.merge(first.id).status is Status.MACHINE


def test_merging_keeps_every_edited_word_and_all_comments(project):
    first, second, *_rest = project.segments.all()
    project.segments.edit(second.id, "სრულიად სხვა ტექსტი", revision=0)
    project.comments.add(first.id, "პირველზე")
    project.comments.add(second.id, "მეორეზე")
    merged = project.structure.merge(first.id)
    assert merged.target == f"{TARGET[0]}\n\nსრულიად სხვა ტექსტი"
    assert (merged.status, merged.comments) == (Status.EDITED, 2)


def test_the_last_segment_has_nothing_to_merge_with(project):
    with pytest.raises(UsageError, match="last"):
        project.structure.merge(project.segments.all()[-1].id)


def test_segments_of_two_articles_are_never_merged(project):
    fill(project)
    with pytest.raises(UsageError):
        project.structure.merge(project.segments.all(1)[-1].id)


def test_splitting_at_two_places_divides_both_sides_exactly(project):
    segment = project.segments.all()[1]
    at, there = SOURCE[1].index("来自"), TARGET[1].index("მას")
    first, second = project.structure.split(segment.id, at, there)
    assert (first.id, first.key, second.key) == (segment.id, "0002.1", "0002.2")
    assert (first.source, second.source) == ("本次会议在温州召开。", "来自各地的代表出席了会议。")
    assert (first.target, second.target) == (TARGET[1][:there].strip(), TARGET[1][there:])
    assert first.is_untouched
    assert second.is_untouched
    assert [s.position for s in project.segments.all()] == list(range(6))
    assert [s.key for s in project.segments.all()][1:4] == ["0002.1", "0002.2", "0003"]


def test_merging_the_halves_gives_the_segment_back_with_its_key_and_blanks(tmp_path):
    with Project.create(tmp_path / "p") as project:
        project.articles.add(article(), units(["一  二三"]), units(["ერთი  ორისამი"]), pairs(1))
        (segment,) = project.segments.all()
        first, second = project.structure.split(segment.id, 3, 6)
        assert (first.target, second.target) == ("ერთი", "ორისამი")
        project.structure.split(second.id, 1, 3)
        assert [s.key for s in project.segments.all()] == ["0001.1", "0001.2.1", "0001.2.2"]
        project.structure.merge(first.id)
        merged = project.structure.merge(first.id)
    assert (merged.key, merged.bead) == ("0001", "1-1")
    assert (merged.source, merged.target, merged.machine) == (segment.source, segment.target, segment.machine)


def test_splitting_an_edited_text_divides_the_machines_at_the_corresponding_place(project):
    segment = project.segments.all()[1]
    text = "კონფერენცია გაიმართა ვენჯოუში. მას ესწრებოდნენ სხვადასხვა კუთხის დელეგატები."
    project.segments.edit(segment.id, text, revision=0)
    first, second = project.structure.split(segment.id, 10, text.index("მას"))
    assert (first.target, second.target) == ("კონფერენცია გაიმართა ვენჯოუში.", text[text.index("მას") :])
    assert first.machine == "შეხვედრა გაიმართა ვენჯოუში."
    assert second.machine == "მას ესწრებოდნენ სხვადასხვა კუთხის წარმომადგენლები."
    assert (first.status, second.status) == (Status.EDITED, Status.EDITED)


def test_splitting_one_side_only_leaves_the_other_with_the_first_half(project):
    segment = project.segments.all()[1]
    first, second = project.structure.split(segment.id, 10, None)
    assert (first.bead, second.bead) == ("1-1", "1-0")
    assert (first.target, second.target, second.status) == (TARGET[1], "", Status.MACHINE)


def test_splitting_between_two_paragraphs_takes_them_apart_without_dividing_one(project):
    merged = project.structure.merge(project.segments.all()[2].id)
    first, second = project.structure.split(merged.id, len(SOURCE[2]), len(TARGET[2]))
    assert [(first.key, first.source), (second.key, second.source)] == [
        ("0003", SOURCE[2]),
        ("0004", SOURCE[3]),
    ]
    assert (first.target, second.target) == (TARGET[2], TARGET[3])


@pytest.mark.parametrize("place", [(0, 0), (None, None), (10_000, 10_000), (-5, -5)])
def test_a_split_that_leaves_nothing_in_one_half_is_refused(project, place):
    before = texts_of(project)
    with pytest.raises(UsageError, match="0002"):
        project.structure.split(project.segments.all()[1].id, *place)
    assert texts_of(project) == before


def test_the_reference_is_divided_between_its_sentences(tmp_path):
    with Project.create(tmp_path / "p") as project:
        fill(project, reference=True)
        segment = project.segments.all()[1]
        first, second = project.structure.split(segment.id, 10, 28)
        assert first.reference == "კონფერენცია ვენჯოუში ჩატარდა."
        assert second.reference == "მასში მონაწილეობდნენ სხვადასხვა მხარის დელეგატები."
        assert project.structure.merge(first.id).reference == REFERENCE[1]
        title, empty = project.structure.split(project.segments.all()[0].id, 2, 8)
        assert (title.reference, empty.reference) == (REFERENCE[0], None)


def test_a_split_knows_the_revision_its_places_were_chosen_on(project):
    segment = project.segments.all()[1]
    project.segments.edit(segment.id, "მოკლე", revision=0)
    with pytest.raises(StaleRevisionError):
        project.structure.split(segment.id, 10, 28, revision=0)


def test_shifting_moves_the_last_unit_on_or_the_first_back(project):
    merged = project.structure.merge(project.segments.all()[1].id)
    here, following = project.structure.shift(merged.id, Side.TARGET, "next")
    assert (here.target, here.bead) == (TARGET[1], "2-1")
    assert (following.target, following.bead) == (f"{TARGET[2 + 0]}\n\n{TARGET[3]}", "1-2")
    before, here = project.structure.shift(following.id, Side.TARGET, "previous")
    assert (before.target, here.target) == (f"{TARGET[1]}\n\n{TARGET[2]}", TARGET[3])


def test_what_was_written_for_a_paragraph_moves_with_it(project):
    merged = project.structure.merge(project.segments.all()[1].id)
    project.segments.edit(merged.id, "პირველი აბზაცი.\n\nმეორე აბზაცი.", revision=merged.revision)
    here, following = project.structure.shift(merged.id, Side.TARGET, "next")
    assert (here.target, following.target) == ("პირველი აბზაცი.", f"მეორე აბზაცი.\n\n{TARGET[3]}")
    assert (here.status, following.status) == (Status.EDITED, Status.EDITED)


def test_a_segment_left_without_units_goes_and_its_comments_stay_with_its_words(tmp_path):
    with Project.create(tmp_path / "p") as project:
        beads = [Bead((0,), (0,)), Bead((), (1,))]
        project.articles.add(article(), units(["一"]), units(["ერთი", "ორი"]), beads)
        first, second = project.segments.all()
        project.comments.add(second.id, "დამატებულია")
        (only,) = project.structure.shift(second.id, Side.TARGET, "previous")
        assert (only.id, only.target, only.comments) == (first.id, "ერთი\n\nორი", 1)
        project.journal.undo()
        assert [s.comments for s in project.segments.all()] == [0, 1]


def test_shifting_drops_a_confirmed_segment_to_edited(project):
    second = project.segments.all()[1]
    project.segments.set_status(second.id, Status.CONFIRMED, revision=0)
    _first, second = project.structure.shift(second.id, Side.SOURCE, "previous")
    assert second.status is Status.EDITED


def test_shifting_needs_a_neighbour_and_a_unit(project):
    with pytest.raises(UsageError, match="first"):
        project.structure.shift(project.segments.all()[0].id, Side.TARGET, "previous")
    second = project.segments.all()[1]
    project.structure.shift(second.id, Side.TARGET, "next")
    with pytest.raises(UsageError, match="0002"):
        project.structure.shift(second.id, Side.TARGET, "next")


def test_text_that_no_machine_translation_stands_for_stays_with_its_source(project):
    second = project.segments.all()[1]
    _here, third = project.structure.shift(second.id, Side.TARGET, "next")
    emptied = project.segments.get(second.id)
    assert (emptied.bead, emptied.target) == ("1-0", "")
    project.segments.edit(second.id, "დაწერილი ხელით.", revision=emptied.revision)
    merged = project.structure.merge(second.id)
    assert merged.target == f"დაწერილი ხელით.\n\n{TARGET[1]}\n\n{TARGET[2]}"
    assert third.id not in project.segments.ids()


def test_marks_stay_on_the_words_they_mark(project):
    segment = project.segments.all()[1]
    start = TARGET[1].index("კუთხის")
    project.annotations.add(segment.id, Side.TARGET, start, start + 6, type="accuracy", severity="minor")
    source = SOURCE[1].index("代表")
    project.annotations.add(segment.id, Side.SOURCE, source, source + 2, type="terminology", severity="major")
    _first, second = project.structure.split(segment.id, 10, TARGET[1].index("მას"))
    for mark in project.annotations.all(second.id):
        text = second.target if mark.side is Side.TARGET else second.source
        assert text[mark.start : mark.end] in {"კუთხის", "代表"}
    assert len(project.annotations.all(second.id)) == 2
    merged = project.structure.merge(project.segments.all()[0].id)
    merged = project.structure.merge(merged.id)
    for mark in project.annotations.all(merged.id):
        text = merged.target if mark.side is Side.TARGET else merged.source
        assert text[mark.start : mark.end] in {"კუთხის", "代表"}


def test_a_paragraph_can_be_split_sentence_by_sentence_a_hundred_times(tmp_path):
    """Each split halves the room between two places; it must not run out."""
    with Project.create(tmp_path / "p") as project:
        project.articles.add(
            article(), units(["。" * 130, "完"]), units(["ა " * 130 + "ა", "ბოლო"]), pairs(2)
        )
        last = project.segments.all()[0]
        for _ in range(100):
            _first, last = project.structure.split(last.id, 1, 2)
        segments = project.segments.all()
        assert len(segments) == 102
        assert [s.position for s in segments] == list(range(102))
        assert segments[-1].target == "ბოლო"
        assert "".join(s.source for s in segments) == "。" * 130 + "完"


def test_realigning_keeps_vouched_segments_and_every_edited_word(project):
    ids = list(project.segments.ids())
    project.segments.set_status(ids[0], Status.CONFIRMED, revision=0)
    project.segments.edit(ids[2], "ხელით შესწორებული.", revision=0)
    project.comments.add(ids[3], "შენიშვნა")
    beads = [Bead((0,), (0,)), Bead((1, 2), (1,)), Bead((3,), (2, 3), confidence=0.6), Bead((4,), (4,))]
    entry = project.structure.realign(1, beads)
    assert entry is not None
    first, second, third, fourth = project.segments.all()
    assert (first.status, first.id) == (Status.CONFIRMED, ids[0])
    assert (second.key, second.target) == ("0002+0003", TARGET[1])
    assert third.target == f"ხელით შესწორებული.\n\n{TARGET[3]}"
    assert (third.status, third.confidence, third.comments) == (Status.EDITED, 0.6, 1)
    assert fourth.id == ids[4]
    project.journal.undo()
    assert [s.target for s in project.segments.all()][2] == "ხელით შესწორებული."
    assert list(project.segments.ids()) == ids
    project.verify()


def test_realigning_refuses_to_break_up_what_somebody_confirmed(project):
    segment = project.segments.all()[1]
    project.segments.set_status(segment.id, Status.CONFIRMED, revision=0)
    with pytest.raises(ConflictError, match="0002"):
        project.structure.realign(1, [Bead((0, 1), (0, 1)), *[Bead((i,), (i,)) for i in (2, 3, 4)]])
    assert len(project.segments.all()) == 5


def test_realigning_as_it_is_changes_nothing(project):
    assert project.structure.realign(1, project.articles.beads(1)) is None


def test_realigning_takes_beads_in_swapped_order(project):
    beads = [Bead((i,), (i,)) for i in (0, 1)]
    beads += [Bead((2,), (3,), crossed=True), Bead((3,), (2,), crossed=True), Bead((4,), (4,))]
    project.structure.realign(1, beads)
    assert [s.target for s in project.segments.all()][2:4] == [TARGET[3], TARGET[2]]
    assert [s.crossed for s in project.segments.all()] == [False, False, True, True, False]
    assert project.articles.beads(1) == [
        Bead(b.source, b.target, confidence=b.confidence, crossed=b.crossed, fixed=b.fixed) for b in beads
    ]


def test_the_order_follows_what_others_restructure(project, other):
    davit = other("Davit")
    fill(project)
    for first, second in ((project, davit), (davit, project), (davit, davit), (project, project)):
        ids = first.segments.ids(1)
        first.structure.merge(ids[0])
        second.structure.merge(second.segments.ids(2)[1])
        second.journal.undo()
        first.structure.split(second.segments.ids(1)[0], 3, 5)
        assert project.segments.ids() == davit.segments.ids()
        assert texts_of(project) == texts_of(davit)
        assert [s.position for s in davit.segments.all(1)] == list(range(len(davit.segments.all(1))))
    assert ids is not first.segments.ids(1)


def test_an_array_of_ids_stays_as_it_was_read(project):
    ids = project.segments.ids()
    before = list(ids)
    project.structure.merge(ids[0])
    assert list(ids) == before
    assert list(project.segments.ids()) != before


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.APPROVED, Status.EDITED, Status.MACHINE])
@pytest.mark.parametrize("places", [(11, 23), (None, 23), (11, None)])
def test_both_halves_of_a_split_keep_the_status_that_the_segment_had(project, status, places):
    segment = project.segments.all()[1]
    if status is Status.EDITED:
        text = f"ახლა {segment.target} ახლა"
        segment = project.segments.edit(segment.id, text, revision=segment.revision)
    elif status is not Status.MACHINE:
        segment = project.segments.set_status(segment.id, status, revision=segment.revision)
    halves = project.structure.split(segment.id, *places)
    written = [half for half in halves if half.target]
    assert [half.status for half in written] == [status] * len(written)
    if len(written) == 2:
        assert project.structure.merge(halves[0].id).status is status
