"""What work at a project leaves in it, kept whole: `python -m tests.kept project` renews golden/kept.txt.

Random but repeatable sequences of edits, merges, divisions, shifts, later versions, undo and remarks; after
each step all rows that are others than before, the journal's entry, or the words of a refusal.
"""

from __future__ import annotations

import difflib
import random
import tempfile
from pathlib import Path

from tests.project.conftest import Clock, article
from transreview.errors import TransreviewError
from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.segment import Status
from transreview.model.unit import Unit, UnitKind
from transreview.project import Project
from transreview.project.returns import Taken

KEPT = Path(__file__).parent / "golden" / "kept.txt"
_SEQUENCES = 36
_STEPS = 12

SOURCE = ("标题", "开会。很多。", "增长30%。", "架，设计", "“好。”", "完", "另。", "再见")
TARGET = ("სათაური", "ერთი. ორი.", "30%-ით.", "ა, ბ", "„კარგი.“", "ბოლო", "კიდევ.", "ნახვა")
WORDS = ("ახალი ტექსტი.", "ახალი. მეორე წინადადება.", "", "ლინზა 30%", "ერთი\n\nორი")
_TABLES = {
    "segment": "id, key, place, kind, source, machine, target, reference, status, needs_work, locked, fixed, confidence, revision",
    "unit": "id, side, key, place, segment_id, text, kind, paragraph, line, prefix, glue, markup",
    "comment": "id, segment_id, author, text, resolved_by",
    "annotation": 'id, segment_id, annotator, side, start, "end", type, severity',
    "dismissal": "fingerprint, check_id, segment_id, reason",
    "setting": "name, value",
    "bookmark": 'segment_id, "user"',
}


def rows(project: Project) -> list[str]:
    """Return what the tables say, a line each row."""
    found = []
    for table, columns in _TABLES.items():
        query = f"SELECT {columns} FROM {table} ORDER BY 1"
        found += [f"{table} " + "|".join(map(str, row)) for row in project._store.all(query)]
    progress = project.progress()
    counts = {status.value: count for status, count in progress.by_status.items() if count}
    found.append(
        f"progress {counts} untouched {progress.untouched} flagged {progress.needs_work} comments {progress.comments}"
    )
    found.append(
        f"order {list(project.segments.ids())} beads {[(b.source, b.target) for b in project.articles.beads(1)]}"
    )
    return found


def sides(chance: random.Random, *, later: bool = False) -> tuple[list[Unit], list[Unit]]:
    """Return units of both sides; of a later version some are new, changed or gone."""
    made: tuple[list[Unit], list[Unit]] = ([], [])
    for number, texts in enumerate(zip(SOURCE, TARGET, strict=True)):
        if later and chance.random() < 0.15:
            continue
        for side, text in zip(made, texts, strict=True):
            changed = later and chance.random() < 0.2
            kind = (
                UnitKind.TITLE if number == 0 else UnitKind.LIST_ITEM if number == 3 else UnitKind.PARAGRAPH
            )
            side.append(
                Unit(
                    f"{text} 新" if changed else text, kind=kind, paragraph=len(side), line=2 * len(side) + 1
                )
            )
        if later and chance.random() < 0.15:
            made[chance.randrange(2)].append(Unit("添加的。", paragraph=len(made[0]), line=99))
    return made


def beads_of(chance: random.Random, left: int, right: int, fixed: list[Bead]) -> list[Bead]:
    """Return an alignment that keeps the fixed beads, if they ascend, and cuts the rest by chance."""
    beads: list[Bead] = []
    at = [0, 0]

    def until(source: int, target: int) -> None:
        while at[0] < source or at[1] < target:
            m, n = (
                min(chance.choice([0, 1, 1, 1, 2]), source - at[0]),
                min(chance.choice([0, 1, 1, 1, 2]), target - at[1]),
            )
            if m or n:
                beads.append(
                    Bead(tuple(range(at[0], at[0] + m)), tuple(range(at[1], at[1] + n)), confidence=0.5)
                )
                at[0], at[1] = at[0] + m, at[1] + n

    for bead in fixed:
        until(bead.source[0] if bead.source else at[0], bead.target[0] if bead.target else at[1])
        beads.append(bead)
        at[0], at[1] = at[0] + len(bead.source), at[1] + len(bead.target)
    until(left, right)
    return beads


class Desk:
    """A project and what can be done at it."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.project = Project.create(folder / f"{seed}.transreview", user="Nino", clock=Clock())
        source, target = sides(self.chance)
        reference = [Unit(f"{unit.text}!", paragraph=n) for n, unit in enumerate(target)] if seed % 2 else []
        beads = beads_of(self.chance, len(source), len(target), [])
        self.project.articles.add(article(), source, target, beads, reference)

    def any(self) -> object:
        return self.chance.choice(self.project.segments.all())

    def edit(self) -> object:
        one = self.any()
        return self.project.segments.edit(
            one.id, self.chance.choice(WORDS), revision=one.revision - (self.chance.random() < 0.1)
        )

    def status(self) -> object:
        one = self.any()
        return self.project.segments.set_status(
            one.id, self.chance.choice(list(Status)), revision=one.revision
        )

    def many(self) -> object:
        chosen = self.chance.sample(self.project.segments.all(), min(3, len(self.project.segments.all())))
        if self.chance.random() < 0.5:
            return self.project.segments.set_status_many(
                [(one.id, one.revision) for one in chosen], Status.CONFIRMED
            )
        return self.project.segments.replace_many(
            [(one.id, self.chance.choice(WORDS), one.revision) for one in chosen]
        )

    def flag(self) -> object:
        one = self.any()
        act = self.chance.choice(["set_needs_work", "set_lock", "set_fixed"])
        return getattr(self.project.segments, act)(one.id, self.chance.random() < 0.7, revision=one.revision)

    def restore(self) -> object:
        one = self.any()
        return self.project.segments.restore(one.id, revision=one.revision)

    def remark(self) -> object:
        one = self.any()
        how = self.chance.choice(["comment", "mark", "dismiss", "bookmark", "resolve"])
        if how == "mark":
            return self.project.annotations.add(
                one.id, Side.TARGET, 0, min(3, len(one.target)), type="style", severity="minor"
            )
        if how == "dismiss":
            return self.project.dismissals.add(f"f{one.id}", "num.mismatch", one.id, "so")
        if how == "bookmark":
            return self.project.bookmarks.set(one.id)
        if how == "resolve" and self.project.comments.all():
            return self.project.comments.resolve(self.project.comments.all()[0].id)
        return self.project.comments.add(one.id, "შენიშვნა")

    def merge(self) -> object:
        return self.project.structure.merge(self.any().id)

    def split(self) -> object:
        one = self.any()
        cuts = [
            self.chance.choice([None, self.chance.randint(0, len(text) + 1)])
            for text in (one.source, one.target)
        ]
        return self.project.structure.split(one.id, *cuts)

    def shift(self) -> object:
        side, way = self.chance.choice(list(Side)), self.chance.choice(["previous", "next"])
        return self.project.structure.shift(self.any().id, side, way)

    def realign(self) -> object:
        units = [len(self.project.articles.units(1, side)) for side in ("source", "target")]
        fixed = [bead for bead in self.project.articles.beads(1) if bead.fixed]
        return self.project.structure.realign(1, beads_of(self.chance, *units, fixed))

    def reimport(self) -> object:
        plan = self.project.structure.plan_reimport(1, *sides(self.chance, later=True))
        beads = beads_of(self.chance, len(plan.source), len(plan.target), list(plan.fixed))
        done = self.project.structure.reimport(plan, beads)
        return (done.kept, done.changed, done.added, done.removed)

    def take(self) -> object:
        one = self.any()
        taken = Taken(segment_id=one.id, revision=one.revision, text=self.chance.choice(WORDS), comment="r")
        return self.project.returns.take([taken], by="Giorgi", source="a.po")

    def undo(self) -> object:
        return self.project.journal.undo()

    def redo(self) -> object:
        return self.project.journal.redo()

    def setting(self) -> object:
        return self.project.settings.set("names", self.chance.choice(["press", "department"]))


ACTS = (
    "edit", "edit", "status", "many", "flag", "restore", "remark", "merge", "split", "split", "shift", "shift", "realign",
    "reimport", "take", "undo", "undo", "redo", "setting",
)  # fmt: skip


def told(seed: int, folder: Path) -> str:
    """Return all that a sequence leaves, step by step."""
    desk = Desk(seed, folder)
    lines = [f"=== {seed}", *rows(desk.project)]
    before = rows(desk.project)
    for _step in range(_STEPS):
        act = desk.chance.choice(ACTS)
        last = desk.project.journal.last_id()
        try:
            answer = getattr(desk, act)()
            said = repr(answer) if act == "reimport" else ""
        except TransreviewError as error:
            said = f"! {type(error).__name__}: {str(error).replace(str(folder), '')}"
        lines.append(f"--- {act} {said}".rstrip())
        lines += [
            f"entry {entry.id} {entry.action.value} {entry.arguments!r} undoes {entry.undoes}"
            for entry in reversed(desk.project.journal.entries(None))
            if entry.id > last
        ]
        after = rows(desk.project)
        lines += [
            line
            for line in difflib.unified_diff(before, after, n=0, lineterm="")
            if line[:2] not in {"--", "++", "@@"}
        ]
        before = after
    assert desk.project.problems() == []
    desk.project.close()
    return "\n".join(line.replace("\n", "¶").replace("4294967296", "P") for line in lines) + "\n"


def everything() -> list[str]:
    """Return what each sequence leaves."""
    with tempfile.TemporaryDirectory() as folder:
        return [told(seed, Path(folder)) for seed in range(_SEQUENCES)]


def read() -> list[str]:
    """Return what each sequence left when it was kept."""
    text = KEPT.read_text(encoding="utf-8")
    return [f"=== {part}" for part in text.split("=== ")[1:]]


PARTS = {KEPT: lambda: "".join(everything())}
