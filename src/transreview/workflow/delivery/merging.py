"""Taking back what others edited: three-way by segment, nothing decided in silence, one undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from transreview.i18n import _, ngettext
from transreview.model.article import Article
from transreview.model.journal import JournalEntry
from transreview.model.pair import Pair, PairFile
from transreview.model.segment import Segment, Status
from transreview.project.project import Project
from transreview.project.returns import Taken
from transreview.workflow.delivery.export_records import text_key
from transreview.workflow.delivery.merge_base import Base, find_base
from transreview.workflow.delivery.returned_file import Returned, ReturnedFile, read_returned
from transreview.workflow.delivery.stages import Stage, expressed
from transreview.workflow.delivery.three_way import Verdict, same_text, verdict

OURS, THEIRS = "ours", "theirs"

_NO_PERSON = ("automatically generated", "full name")
_PROGRAM = ("added in the translation:", "kind:", "align:", "mt", "needs work")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is taken over for one segment because only they changed it.

    Attributes:
        segment: The segment.
        article: The article that it is of.
        base: What was given away, None when nobody knows.
        text: Their text, None where it is ours.
        status: Their status, None where it stays.
        needs_work: Their flag, None where it stays.
        comment: What they remarked, "" for nothing.
    """

    segment: Segment
    article: Article
    base: str | None
    text: str | None = None
    status: Status | None = None
    needs_work: bool | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeConflict:
    """A segment that both sides changed, each in its own way.

    Attributes:
        segment: The segment as it is here.
        article: The article that it is of.
        base: What was given away, None when nobody knows.
        theirs: Their text.
        status: Their status, where that is what differs.
    """

    segment: Segment
    article: Article
    base: str | None
    theirs: str
    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What a returned file means for a project; nothing has been changed yet.

    Attributes:
        path: The file.
        by: Who edited it.
        returned: The file as the project sees it.
        base: What it is held against.
        proposals: What only they changed.
        conflicts: What both changed.
        ours: Segments that only we changed.
        older: Segments that came back as they once were here: the file is of an older export.
        unchanged: Segments that are alike on both sides.
        locked: Segments that they changed though they are locked.
        emptied: Segments that came back without a translation.
    """

    path: Path
    by: str
    returned: ReturnedFile
    base: Base
    proposals: tuple[Proposal, ...]
    conflicts: tuple[MergeConflict, ...]
    ours: int
    older: tuple[Segment, ...]
    unchanged: int
    locked: tuple[Segment, ...]
    emptied: tuple[Segment, ...] = ()

    @property
    def missing(self) -> tuple[Segment, ...]:
        """Segments that were in the file when it was given away, and did not come back."""
        names = {article.id: article for article in self.returned.articles}
        return tuple(
            segment
            for segment in self.returned.missing
            if not self.base.texts or text_key(names[segment.article_id], segment) in self.base.texts
        )

    def problems(self) -> Iterator[str]:
        """Yield what was left out and why, one sentence each."""
        returned = self.returned
        yield from returned.file.warnings
        for segments, words in (
            (
                [one.segment for one in returned.other_source],
                ngettext(
                    "{count} unit has another source than here and was left out: {keys}.",
                    "{count} units have another source than here and were left out: {keys}.",
                    len(returned.other_source),
                ),
            ),
            (
                returned.doubled,
                ngettext(
                    "{count} segment came back twice with different translations and was left out: {keys}.",
                    "{count} segments came back twice with different translations and were left out: {keys}.",
                    len(returned.doubled),
                ),
            ),
            (
                self.missing,
                ngettext(
                    "{count} segment did not come back: {keys}.",
                    "{count} segments did not come back: {keys}.",
                    len(self.missing),
                ),
            ),
            (
                self.older,
                ngettext(
                    "{count} segment came back with an earlier text of ours and was left alone: {keys}.",
                    "{count} segments came back with earlier texts of ours and were left alone: {keys}.",
                    len(self.older),
                ),
            ),
            (
                self.emptied,
                ngettext(
                    "{count} segment came back without a translation; yours was kept: {keys}.",
                    "{count} segments came back without a translation; yours were kept: {keys}.",
                    len(self.emptied),
                ),
            ),
            (
                self.locked,
                ngettext(
                    "{count} segment is locked here; their change of it was left out: {keys}.",
                    "{count} segments are locked here; their changes of them were left out: {keys}.",
                    len(self.locked),
                ),
            ),
        ):
            if segments:
                yield words.format(count=len(segments), keys=_some([segment.key for segment in segments]))
        if returned.unknown:
            yield ngettext(
                "{count} unit of the file is no segment here and was left out: {ids}.",
                "{count} units of the file are no segments here and were left out: {ids}.",
                len(returned.unknown),
            ).format(count=len(returned.unknown), ids=_some([pair.id for pair in returned.unknown]))


def plan_merge(
    project: Project,
    path: Path,
    *,
    by: str | None = None,
    encoding: str | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Merge:
    """Compare a file that came back with what was given away and with what is here now.

    Args:
        project: The project that gave it away.
        path: The file.
        by: Who edited it; the name in the file, or the file's, when None.
        encoding: Its encoding, for formats that do not name it themselves.
        progress: Told how many of its units have been compared, and of how many.

    Raises:
        InputError: It cannot be read, is none of this project, or its columns were sorted apart.
    """
    returned = read_returned(project, path, encoding=encoding)
    base = find_base(project, returned, path)
    comments = _comment_lines(project)
    proposals: list[Proposal] = []
    conflicts: list[MergeConflict] = []
    older: list[Segment] = []
    locked: list[Segment] = []
    emptied: list[Segment] = []
    ours = unchanged = 0
    for number, one in enumerate(returned.units):
        progress(number, len(returned.units))
        segment = one.segment
        if segment.target.strip() and not one.pair.target.strip():
            emptied.append(segment)
            continue
        outcome = _outcome(one, base, returned.file, comments.get(segment.id, set()))
        if isinstance(outcome, (Proposal, MergeConflict)) and segment.lock:
            locked.append(segment)
        elif _has_text(outcome) and base.was_once_here(project, segment, one.pair.target):
            older.append(segment)
        elif isinstance(outcome, MergeConflict):
            conflicts.append(outcome)
        elif isinstance(outcome, Proposal):
            proposals.append(outcome)
        elif outcome is Verdict.OURS:
            ours += 1
        else:
            unchanged += 1
    return Merge(
        path=path,
        by=by or _editor(returned.file, path),
        returned=returned,
        base=base,
        proposals=tuple(proposals),
        conflicts=tuple(conflicts),
        ours=ours,
        older=tuple(older),
        unchanged=unchanged,
        locked=tuple(locked),
        emptied=tuple(emptied),
    )


def _has_text(outcome: Proposal | MergeConflict | Verdict) -> bool:
    """Whether an outcome is about another text than ours."""
    if isinstance(outcome, MergeConflict):
        return outcome.status is None
    return isinstance(outcome, Proposal) and outcome.text is not None


def apply_merge(project: Project, merge: Merge, *, resolve: str | None = None) -> JournalEntry | None:
    """Take over what only they changed, and conflicts where somebody has decided them; one undo.

    Args:
        project: The project.
        merge: What `plan_merge` found.
        resolve: "theirs" to take their side of every conflict as well; otherwise ours stays.

    Raises:
        StaleRevisionError: Somebody changed a segment meanwhile; nothing was taken over.
    """
    taken = [
        Taken(
            segment_id=one.segment.id,
            revision=one.segment.revision,
            text=one.text,
            status=one.status,
            needs_work=one.needs_work,
            comment=one.comment,
        )
        for one in merge.proposals
    ]
    if resolve == THEIRS:
        taken += [
            Taken(
                segment_id=one.segment.id,
                revision=one.segment.revision,
                text=None if one.status is not None else one.theirs,
                status=one.status,
            )
            for one in merge.conflicts
        ]
    return project.returns.take(taken, by=merge.by, source=merge.path.name)


def _outcome(
    one: Returned, base: Base, file: PairFile, comments: set[str]
) -> Proposal | MergeConflict | Verdict:
    """Return what one unit means: something to take over, a conflict, or who changed it."""
    segment, pair = one.segment, one.pair
    said = base.of(one.article, segment)
    given = said.text if said else None
    before = None if given is None else same_text(given)
    mine, theirs = same_text(segment.target), same_text(pair.target)
    text = verdict(before, mine, theirs)
    remark = _new_remark(pair, comments)
    if text is Verdict.CONFLICT:
        return MergeConflict(segment=segment, article=one.article, base=given, theirs=pair.target)
    stage = _changed_stage(one, file, said.stage if said else None, text)
    if stage == "conflict":
        return MergeConflict(
            segment=segment,
            article=one.article,
            base=given,
            theirs=pair.target,
            status=pair.status,
        )
    taken = text is Verdict.THEIRS
    if not taken and stage is None and not remark:
        return text
    status, flag = stage if isinstance(stage, tuple) else (None, None)
    return Proposal(
        segment=segment,
        article=one.article,
        base=given,
        text=pair.target if taken else None,
        status=status,
        needs_work=flag,
        comment=remark,
    )


def _changed_stage(
    one: Returned, file: PairFile, before: Stage | None, text: Verdict
) -> tuple[Status | None, bool | None] | str | None:
    """Return status and flag to take over, "conflict", or None where theirs say nothing new."""
    segment, pair = one.segment, one.pair
    theirs: Stage = (pair.status, pair.needs_work)
    if pair.status is None or text is Verdict.OURS or before is None:
        return None  # what they say is of a text that is not ours any more
    if theirs == expressed(file, pair, before):
        return None
    now: Stage = (segment.status, segment.needs_work)
    if text is not Verdict.THEIRS and expressed(file, pair, now) not in {
        expressed(file, pair, before),
        theirs,
    }:
        return "conflict"
    if expressed(file, pair, now) == theirs and text is not Verdict.THEIRS:
        return None
    if pair.status is Status.MACHINE:  # "fuzzy" again: of what was finished they ask for another look
        done = before[0] is not None and before[0].is_done and not before[1]
        return (None, True) if done else None
    return pair.status, pair.needs_work


def _new_remark(pair: Pair, known: set[str]) -> str:
    """Return what a unit's remarks say that no comment here says already."""
    lines = []
    for who, what in pair.comments:
        for line in what.splitlines():
            text = line.strip()
            named = f"{who}: {text}" if who else text
            if text and not {text, named} & known and not text.startswith(_PROGRAM):
                lines.append(named)
    return "\n".join(dict.fromkeys(lines))


def _comment_lines(project: Project) -> Mapping[int, set[str]]:
    """Return every line of the comments on each segment, with and without its author."""
    found: dict[int, set[str]] = {}
    for comment in project.comments.all():
        for line in comment.text.splitlines():
            text = line.strip()
            found.setdefault(comment.segment_id, set()).update({text, f"{comment.author}: {text}"})
    return found


def _editor(file: PairFile, path: Path) -> str:
    """Return who edited a file: the last translator that it names, or its own name."""
    name = file.header.get("Last-Translator", "").partition("<")[0].strip()
    return path.name if not name or name.lower().startswith(_NO_PERSON) else name


def _some(names: Sequence[str]) -> str:
    """Name a few, and how many more there are."""
    if len(names) <= 8:
        return ", ".join(names)
    return _("{names} and {count} more").format(names=", ".join(names[:8]), count=len(names) - 8)
