"""A long day at a project and every question that can be asked of it, kept whole: `python -m tests.kept project`.

Two people work at an article with a reference and at units of a bilingual file; every act is told with what it
answers or how it is refused, then everything that the project says of itself.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.project.conftest import Clock, article, fill, units
from tests.project.diary import Diary
from tests.project.questions import questions
from tests.project.test_pairs import PAIRS
from transreview.model.annotation import Annotation
from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.glossary import Concept, Glossary, Term
from transreview.model.segment import Status
from transreview.project import Project
from transreview.project.copying import copy_rows
from transreview.project.exports import ExportedText
from transreview.project.returns import Taken

GOLDEN = Path(__file__).parent / "golden"


def session() -> str:
    """Return the whole day."""
    with tempfile.TemporaryDirectory() as folder:
        diary = Diary(Path(folder))
        clock = Clock()
        path = Path(folder) / "day.transreview"
        with Project.create(path, user="Nino", clock=clock) as project:
            begin(diary, project)
            with Project.open(path, user="Giorgi", clock=clock) as other:
                work(diary, project, other)
                questions(diary, project, other, clock)
            _later(diary, project, clock)
        return "\n".join(diary.lines) + "\n"


def begin(diary: Diary, project: Project) -> None:
    """Bring in two articles and the units of a bilingual file."""
    fill(project, reference=True)
    texts = units(["标题", "一。", "二。", "三。", "四"])
    beads = [
        Bead((0,), (0,)),
        Bead((1, 2), (1,), confidence=0.3),
        Bead((3,), (), confidence=0.5),
        Bead((), (2,)),
        Bead((4,), (3, 4), fixed=True),
    ]
    diary.tell(
        "second article",
        lambda: project.articles.add(
            article(), texts, units(["სათაური", "ერთი. ორი.", "მეტი", "ოთ", "ხი"]), beads
        ),
    )
    diary.tell(
        "catalog", lambda: project.articles.add_pairs(article("catalog"), PAIRS, data={"file": "x.po"})
    )
    diary.tell("no such cover", lambda: project.articles.add(article(), texts, texts, beads[:3]))


def work(diary: Diary, project: Project, other: Project) -> None:
    """Do what two people may do, and what they may not."""
    mine, theirs = project.segments, other.segments
    do = diary.tell
    do("edit", lambda: mine.edit(1, "  შესწორებული სათაური\n", revision=0))
    do("edit again", lambda: mine.edit(1, "სხვა", revision=0))
    do("edit as it is", lambda: mine.edit(1, "შესწორებული სათაური", revision=1))
    do("their edit", lambda: theirs.edit(2, "მათი ტექსტი.", revision=0))
    do("stale", lambda: mine.edit(2, "ჩემი ტექსტი.", revision=0))
    do("confirm", lambda: mine.set_status(1, Status.CONFIRMED, revision=1))
    do("machine", lambda: mine.set_status(2, Status.MACHINE, revision=1))
    do("approve many", lambda: mine.set_status_many([(3, 0), (4, 0)], Status.APPROVED))
    do("approve stale", lambda: mine.set_status_many([(3, 0), (5, 0)], Status.APPROVED))
    do("needs work", lambda: theirs.set_needs_work(3, True, revision=1))
    do("fix", lambda: mine.set_fixed(6, True, revision=0))
    do("lock", lambda: mine.set_lock(5, True, revision=0))
    do("edit locked", lambda: theirs.edit(5, "x", revision=1))
    do("status of locked", lambda: theirs.set_status(5, Status.CONFIRMED, revision=1))
    do("replace", lambda: mine.replace_many([(1, "ერთი", 2), (2, "ორი", 1)], {"find": "a"}))
    do("replace locked", lambda: mine.replace_many([(5, "ერთი", 1)]))
    do("history", lambda: project.journal.history(1))
    do("bring back", lambda: mine.bring_back(1, project.journal.history(1)[1], revision=mine.get(1).revision))
    do(
        "bring back nothing",
        lambda: mine.bring_back(1, project.journal.history(1)[-1], revision=mine.get(1).revision),
    )
    do("start from", lambda: mine.start_from(7, "deepl", "სხვა ძრავა", name="engine-of", revision=0))
    do("restore", lambda: mine.restore(2, revision=mine.get(2).revision))
    do("no such", lambda: mine.edit(99, "x", revision=0))
    do("bad character", lambda: mine.edit(4, "a\x00b", revision=1))
    do("surrogate", lambda: mine.edit(4, "a\ud800b", revision=1))
    do("comment", lambda: project.comments.add(1, "შენიშვნა"))
    do("answer", lambda: other.comments.add(1, "პასუხი", answers=2, author="Davit"))
    do("answer of another", lambda: other.comments.add(2, "პასუხი", answers=2))
    do("empty comment", lambda: project.comments.add(1, " "))
    do("resolve", lambda: project.comments.resolve(2))
    do("reopen", lambda: project.comments.resolve(2, resolved=False))
    do("third comment", lambda: project.comments.add(3, "მესამე"))
    do("delete comment", lambda: project.comments.delete(4))
    do("delete no comment", lambda: project.comments.delete(33))
    do(
        "mark",
        lambda: project.annotations.add(1, Side.TARGET, 0, 2, type="style", severity="minor", note="n"),
    )
    do(
        "mark of a machine",
        lambda: other.annotations.add(
            2, Side.SOURCE, 1, 3, type="accuracy", severity="major", annotator="machine:x"
        ),
    )
    do("mark beyond", lambda: project.annotations.add(1, Side.TARGET, 0, 200, type="style", severity="minor"))
    do("mark turned", lambda: project.annotations.add(1, Side.TARGET, 2, 1, type="style", severity="minor"))
    do(
        "mark missing",
        lambda: project.annotations.add(4, Side.TARGET, 3, 3, type="accuracy/omission", severity="major"),
    )
    some = [
        Annotation(
            id=0,
            segment_id=4,
            side=Side.TARGET,
            start=0,
            end=1,
            type="style",
            severity="minor",
            annotator="Eka",
            at=datetime(2026, 1, 1, 8, tzinfo=UTC),
        )
    ]
    do("many marks", lambda: project.annotations.add_many(some * 2))
    do("delete mark", lambda: project.annotations.delete(2))
    do("delete no mark", lambda: project.annotations.delete(22))
    do("dismiss", lambda: project.dismissals.add("f1", "num.mismatch", 1, "so", found="1", expected="2"))
    do("dismiss again", lambda: other.dismissals.add("f1", "num.mismatch", 1, "otherwise"))
    do("dismiss another", lambda: other.dismissals.add("f2", "punct.final", 2, ""))
    do("reinstate", lambda: project.dismissals.reinstate("f2"))
    do("reinstate nothing", lambda: project.dismissals.reinstate("f3"))
    do("bookmark", lambda: project.bookmarks.set(3, "აქ"))
    do("bookmark again", lambda: project.bookmarks.set(3))
    do("their bookmark", lambda: other.bookmarks.set(4))
    do("drop bookmark", lambda: other.bookmarks.drop(3))
    do("draft", lambda: project.drafts.save(4, " დაუმთავრებელი "))
    do("another draft", lambda: project.drafts.save(6, "მეორე", revision=7))
    do("draft of nothing", lambda: project.drafts.save(66, "x"))
    do("their draft", lambda: other.drafts.save(4, "მათი"))
    do("edit drops the draft", lambda: mine.edit(6, "ახალი ექვსი", revision=mine.get(6).revision))
    do("setting", lambda: project.settings.set("names", "press"))
    do("same setting", lambda: project.settings.set("names", "press"))
    do("setting beside the journal", lambda: other.settings.set("width", 7, undoable=False))
    do("time not asked for", lambda: project.times.record(1, 2.5))
    do("ask for times", lambda: project.settings.set("record-time", True))
    for seconds in (2.5, 0.0, -1.0, float("nan")):
        do(f"time {seconds}", lambda seconds=seconds: project.times.record(1, seconds))
    do("their time", lambda: other.times.record(8, 4.0))
    do("merge", lambda: project.structure.merge(3))
    do("merge the last", lambda: project.structure.merge(5))
    do("split", lambda: project.structure.split(2, 12, 30))
    do("split at the edge", lambda: project.structure.split(2, 0, 0))
    do("shift", lambda: project.structure.shift(6, Side.TARGET, "next"))
    do("shift back", lambda: project.structure.shift(1, Side.SOURCE, "previous"))
    do("shift a stale one", lambda: project.structure.shift(1, Side.SOURCE, "next", revision=0))
    do("take back", lambda: project.returns.take(
        [Taken(segment_id=1, revision=mine.get(1).revision, text="დაბრუნებული", comment="კომენტარი"), Taken(segment_id=4, revision=0, text="ძველი")],
        by="Giorgi", source="a.po",
    ))  # fmt: skip
    do("keep", lambda: project.articles.keep(1, "layout", "{}", {"done": "engine", "engine": "x"}))
    for path, at in (("a.po", "d1"), ("b.po", "d2"), ("a.po", "d3")):
        do(
            f"export {path}",
            lambda path=path, at=at: project.exports.record(
                path, "po", at, {"k": at}, texts={"k": ExportedText("t", "fuzzy")}
            ),
        )
    last = project.journal.last_id()
    for done_only in (False, True):
        do(
            "present",
            lambda done_only=done_only: project.exports.record_present(
                "c.xlf", "xliff", "d4", [1, 2], revision=last, done_only=done_only
            ),
        )
        do("what it holds", lambda: project.exports.last("c.xlf"))
    do(
        "present too late",
        lambda: project.exports.record_present("c.xlf", "xliff", "d5", [1], revision=last - 1),
    )
    concepts = Glossary(
        (Concept("a", terms=(Term("会议", "zh"), Term("შეხვედრა", "ka"))), Concept("b", definition="d")),
        ("zh", "ka"),
    )
    do("glossary", lambda: project.concepts.write("g", concepts, settings={"x": lambda _present: 1}))
    do("what the glossary is", lambda: other.concepts.read("g"))
    do("no glossary", lambda: other.concepts.read("none"))
    do("undo", project.journal.undo)
    do("next undo", project.journal.next_undo)
    do("redo", project.journal.redo)
    do("next redo", project.journal.next_redo)
    do("their undo", other.journal.undo)
    do("undo of other windows", lambda: other.journal.undo(of_other_windows=True))
    do("enter", lambda: project.sessions.enter(1))
    do("they enter", lambda: other.sessions.enter(None))


def _later(diary: Diary, project: Project, clock: Clock) -> None:
    """Bring in later versions, and take everything back."""
    do = diary.tell
    later = units(
        ["眼镜产业", "本次会议在温州召开。", "镜片出口额同比增长35%。", "新的一段。", "会议于5月20日闭幕。"]
    )
    plan = do(
        "plan",
        lambda: project.structure.plan_reimport(
            1, later, units(["სათაური", "შეხვედრა.", "ზრდა 35%.", "ახალი.", "დახურვა."])
        ),
    )
    done = do("reimport", lambda: project.structure.reimport(plan, [Bead((n,), (n,)) for n in range(5)]))  # type: ignore[arg-type]
    do("what came of it", lambda: (done, project.segments.all(1)))
    do("realign", lambda: project.structure.realign(2, [Bead((n,), (n,)) for n in range(5)]))
    do("what it is now", lambda: project.segments.all(2))
    for time in range(60):
        do(f"undo {time}", lambda time=time: _undone(project, of_other_windows=time % 2 == 1))
    for time in range(5):
        do(f"redo {time}", project.journal.redo)
    do("problems", project.problems)
    with Project.create(project.path.with_name("copy"), user="Eka", clock=clock) as copy:
        do("copied", lambda: copy_rows(project._store, copy._store))
        do(
            "the copy",
            lambda: (copy.segments.all() == project.segments.all(), copy.journal.last_id(), copy.problems()),
        )
    clock.now += timedelta(days=1)
    do("read only", lambda: _read_only(project.path))


def _undone(project: Project, *, of_other_windows: bool) -> list[str]:
    project.journal.undo(of_other_windows=of_other_windows)
    return [one.target for one in project.segments.all()]


def _read_only(path: Path) -> object:
    with Project.open(path, read_only=True, user="Eka") as project:
        return project.segments.edit(1, "x", revision=0)


PARTS: dict[Path, Callable[[], str]] = {GOLDEN / "session.txt": session}
