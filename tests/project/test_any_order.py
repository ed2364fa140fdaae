"""Whatever people do in whatever order, the project agrees with a simple model of it."""

from __future__ import annotations

import contextlib
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.project.conftest import article
from transreview.errors import UsageError
from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.segment import Segment, Status
from transreview.model.unit import Unit
from transreview.project import Project
from transreview.project.annotations import text_hash

SOURCE = ["眼镜产业。很好。", "会议在温州召开。", "出口额增长30%。", "镜架，设计", "完"]
TARGET = [
    "სათვალის ინდუსტრია. კარგია.",
    "შეხვედრა გაიმართა.",
    "ექსპორტი გაიზარდა.",
    "ჩარჩო, დიზაინი",
    "ბოლო",
    "ზედმეტი",
]
BEADS = [
    Bead((0,), (0,)),
    Bead((1, 2), (1,)),
    Bead((3,), (2, 3)),
    Bead((4,), ()),
    Bead((), (4,)),
    Bead((), (5,)),
]

WORDS = st.lists(st.sampled_from(["ახალი", "ტექსტი.", "ლინზა", "30%", "镜片", "\n\n", "ა"]), max_size=6).map(
    " ".join
)
PICK = st.integers(0, 40)


def seen(segments: list[Segment]) -> list[tuple[object, ...]]:
    """All that a reader sees of segments, without the revision, which only counts."""
    return [
        (s.id, s.key, s.position, s.kind, s.source, s.machine, s.target, s.reference, s.status, s.needs_work,
         s.bead, s.fixed, s.confidence, s.crossed, s.comments, s.source_line, s.target_line)
        for s in segments
    ]  # fmt: skip


class Desk(RuleBasedStateMachine):
    """One person at the desk; every state ever seen is kept beside the change that led to it."""

    @initialize(sentences=st.booleans())
    def begin(self, sentences):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "p.transreview"
        self.project = Project.create(self.path, user="Nino")
        source = [
            Unit(text, paragraph=i // 2 if sentences else i, line=i + 1) for i, text in enumerate(SOURCE)
        ]
        target = [
            Unit(text, paragraph=i // 2 if sentences else i, line=i + 1) for i, text in enumerate(TARGET)
        ]
        reference = [Unit(f"{text}!", paragraph=i) for i, text in enumerate(TARGET[:5])]
        self.project.articles.add(article(), source, target, BEADS, reference)
        self.states = [seen(self.project.segments.all())]
        self.now = 0
        self.entries = 1
        self.marked: dict[int, str] = {}
        self.letters = [self._letters(side) for side in ("source", "machine")]

    def _letters(self, attribute):
        return re.sub(r"\s", "", "".join(getattr(s, attribute) for s in self.project.segments.all()))

    def _pick(self, number):
        segments = self.project.segments.all()
        return segments[number % len(segments)]

    def _did(self):
        """Note a state that a change has led to; what could be redone is gone."""
        state = seen(self.project.segments.all())
        if self.project.journal.last_id() == self.entries:
            assert state == self.states[self.now]
            return
        self.entries += 1
        del self.states[self.now + 1 :]
        self.states.append(state)
        self.now += 1

    @rule(number=PICK, text=WORDS)
    def edit(self, number, text):
        before = self._pick(number)
        after = self.project.segments.edit(before.id, text, revision=before.revision)
        assert after.target == text.strip()
        if after.target != before.target:
            assert after.status is Status.EDITED
            assert after.revision == before.revision + 1
        self._did()

    @rule(number=PICK, status=st.sampled_from(Status))
    def set_status(self, number, status):
        segment = self._pick(number)
        if status is Status.MACHINE and not segment.is_untouched:
            with pytest.raises(UsageError):
                self.project.segments.set_status(segment.id, status, revision=segment.revision)
        else:
            assert (
                self.project.segments.set_status(segment.id, status, revision=segment.revision).status
                is status
            )
        self._did()

    @rule(number=PICK, flag=st.booleans())
    def flag(self, number, flag):
        segment = self._pick(number)
        assert (
            self.project.segments.set_needs_work(segment.id, flag, revision=segment.revision).needs_work
            is flag
        )
        self._did()

    @rule(number=PICK)
    def restore(self, number):
        segment = self._pick(number)
        after = self.project.segments.restore(segment.id, revision=segment.revision)
        assert (after.target, after.status) == (segment.machine, Status.MACHINE)
        self._did()

    @rule(numbers=st.lists(PICK, min_size=1, max_size=4, unique=True), text=WORDS)
    def replace_many(self, numbers, text):
        chosen = {segment.id: segment for segment in map(self._pick, numbers)}
        self.project.segments.replace_many([(s.id, text, s.revision) for s in chosen.values()])
        assert all(self.project.segments.get(i).target == text.strip() for i in chosen)
        self._did()

    @rule(number=PICK)
    def comment(self, number):
        segment = self._pick(number)
        self.project.comments.add(segment.id, "შენიშვნა")
        assert self.project.segments.get(segment.id).comments == segment.comments + 1
        self._did()

    @rule(number=PICK, side=st.sampled_from(Side), start=st.integers(0, 20), length=st.integers(1, 8))
    def mark(self, number, side, start, length):
        segment = self._pick(number)
        text = segment.source if side is Side.SOURCE else segment.target
        start, end = min(start, len(text)), min(start + length, len(text))
        mark = self.project.annotations.add(segment.id, side, start, end, type="style", severity="minor")
        self.marked[mark.id] = letters(text[start:end])
        self._did()

    @rule(number=PICK)
    def merge(self, number):
        segments = self.project.segments.all()
        place = number % len(segments)
        if place == len(segments) - 1:
            with pytest.raises(UsageError):
                self.project.structure.merge(segments[place].id)
            return
        first, second = segments[place : place + 2]
        merged = self.project.structure.merge(first.id)
        assert letters(merged.target) == letters(first.target + second.target)
        assert merged.comments == first.comments + second.comments
        self._did()

    @rule(number=PICK, source_at=st.none() | st.integers(0, 30), target_at=st.none() | st.integers(0, 40))
    def split(self, number, source_at, target_at):
        segment = self._pick(number)
        try:
            first, second = self.project.structure.split(segment.id, source_at, target_at)
        except UsageError:
            self._did()
            return
        assert first.id == segment.id
        assert letters(first.target + second.target) == letters(segment.target)
        assert letters(first.source + second.source) == letters(segment.source)
        if target_at is not None:
            assert first.target == segment.target[:target_at].strip()
        if segment.is_untouched:
            assert first.is_untouched
            assert second.is_untouched
        self._did()

    @rule(number=PICK, side=st.sampled_from(Side), direction=st.sampled_from(["previous", "next"]))
    def shift(self, number, side, direction):
        before = self._letters("target")
        with contextlib.suppress(UsageError):
            self.project.structure.shift(self._pick(number).id, side, direction)
        if side is Side.SOURCE and self._letters("target") != before:
            # Text without a machine translation went with its source; not a letter of it is lost.
            assert sorted(self._letters("target")) == sorted(before)
        if side is Side.TARGET:
            assert sorted(self._letters("target")) == sorted(before)
        self._did()

    @rule(cuts=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12))
    def realign(self, cuts):
        before = sorted(self._letters("target"))
        source, target = (len(self.project.articles.units(1, side)) for side in ("source", "target"))
        beads = list(kept_and_cut(self.project.articles.beads(1), source, target, cuts))
        self.project.structure.realign(1, beads)
        assert sorted(self._letters("target")) == before
        assert [b.type for b in self.project.articles.beads(1)] == [b.type for b in beads]
        self._did()

    @rule()
    def undo(self):
        undone = self.project.journal.undo()
        assert (undone is None) == (self.now == 0)
        if undone is not None:
            self.now -= 1
            self.entries += 1
        assert seen(self.project.segments.all()) == self.states[self.now]

    @precondition(lambda self: self.now > 0)
    @rule()
    def undo_everything(self):
        while self.project.journal.undo() is not None:
            self.now -= 1
            self.entries += 1
        assert self.now == 0
        assert seen(self.project.segments.all()) == self.states[0]

    @rule()
    def redo(self):
        redone = self.project.journal.redo()
        assert (redone is None) == (self.now == len(self.states) - 1)
        if redone is not None:
            self.now += 1
            self.entries += 1
        assert seen(self.project.segments.all()) == self.states[self.now]

    @rule()
    def restart(self):
        self.project.close()
        self.project = Project.open(self.path, user="Nino")

    @invariant()
    def source_and_machine_are_what_was_imported(self):
        assert [sorted(self._letters(side)) for side in ("source", "machine")] == [*map(sorted, self.letters)]

    @invariant()
    def the_journal_only_grows(self):
        assert self.project.journal.last_id() == self.entries
        assert len(self.project.journal.entries(limit=None)) == self.entries

    @invariant()
    def segments_are_what_their_units_say(self):
        segments = self.project.segments.all()
        assert [s.position for s in segments] == list(range(len(segments)))
        assert len({s.key for s in segments}) == len(segments)
        assert [bead.type for bead in self.project.articles.beads(1)] == [s.bead for s in segments]
        assert all(s.bead != "0-0" for s in segments)
        spans = self.project.segments.spans()
        assert spans == [(s.id, len(s.source), len(s.target)) for s in segments]
        assert self.project._store.all("PRAGMA foreign_key_check") == []

    @invariant()
    def marks_are_on_the_words_they_were_put_on(self):
        for mark in self.project.annotations.all():
            segment = self.project.segments.get(mark.segment_id)
            text = segment.source if mark.side is Side.SOURCE else segment.target
            if mark.text_hash == text_hash(text):
                # A cut through the marked words leaves the mark on the first of them.
                assert letters(text[mark.start : mark.end]) in self.marked[mark.id]
                assert self.marked[mark.id] == "" or mark.start < mark.end

    @invariant()
    def progress_is_what_counting_gives(self):
        segments = self.project.segments.all()
        progress = self.project.progress()
        assert progress.by_status == {status: sum(s.status is status for s in segments) for status in Status}
        assert progress.untouched == sum(s.status is Status.MACHINE for s in segments)
        assert progress.needs_work == sum(s.needs_work for s in segments)
        assert progress.comments == sum(s.comments for s in segments)

    @invariant()
    def the_order_carried_on_is_the_order_in_the_file(self):
        read = self.project._store.all("SELECT id FROM segment ORDER BY article_id, place")
        assert list(self.project.segments.ids()) == [row[0] for row in read]

    @invariant()
    def untouched_text_has_no_status_of_edited_text(self):
        for segment in self.project.segments.all():
            assert segment.status is not Status.MACHINE or segment.is_untouched

    def teardown(self):
        if hasattr(self, "project"):
            self.project.verify()
            self.project.close()
            self.folder.cleanup()


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def kept_and_cut(beads, source, target, cuts):
    """Keep fixed beads and cut what lies between them anew, as an aligner would."""
    at = [0, 0]
    cuts = iter(cuts)

    def until(end_source, end_target):
        for m, n in cuts:
            m, n = min(m, end_source - at[0]), min(n, end_target - at[1])  # noqa: PLW2901
            if m or n:
                yield Bead(tuple(range(at[0], at[0] + m)), tuple(range(at[1], at[1] + n)), confidence=0.5)
                at[0], at[1] = at[0] + m, at[1] + n
            if (at[0], at[1]) == (end_source, end_target):
                return
        if (at[0], at[1]) != (end_source, end_target):
            yield Bead(tuple(range(at[0], end_source)), tuple(range(at[1], end_target)), confidence=0.5)
            at[0], at[1] = end_source, end_target

    for bead in beads:
        if not bead.fixed:
            continue
        start_source = bead.source[0] if bead.source else None
        start_target = bead.target[0] if bead.target else None
        if start_source is None or start_target is None:
            # It has no place of its own on one side: everything up to where it stands goes before it.
            before = beads[: beads.index(bead)]
            start_source = max((i + 1 for b in before for i in b.source), default=0)
            start_target = max((i + 1 for b in before for i in b.target), default=0)
        yield from until(start_source, start_target)
        yield bead
        at[0], at[1] = start_source + len(bead.source), start_target + len(bead.target)
    yield from until(source, target)


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=40, stateful_step_count=25, suppress_health_check=list(HealthCheck))
