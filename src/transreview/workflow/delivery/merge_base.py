"""What a returned file is held against: what each segment said when the file was given away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from transreview.formats.exchange import REVISION_FIELD
from transreview.model.article import Article
from transreview.model.segment import Segment, Status
from transreview.project.exports import RETURNED, REVISION, ExportedText, ExportRecord
from transreview.project.project import Project
from transreview.workflow.delivery.export_records import state_of, text_key
from transreview.workflow.delivery.returned_file import ReturnedFile
from transreview.workflow.delivery.three_way import same_text


@dataclass(frozen=True, slots=True)
class Said:
    """What a segment said once: its text, status and flag."""

    text: str
    stage: tuple[Status | None, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What each segment said when a file was given away.

    Attributes:
        texts: Text and state by article and key; a segment that is not in it is unknown.
        exact: Whether it is known to be this file's own export.
        exported: When it was exported, "" where nobody knows.
        doubtful: Segments of which nobody knows what they said in it: several files may be the one that
            came back, or what is known of them has come from somebody else.
    """

    texts: Mapping[str, ExportedText] = field(default_factory=dict)
    exact: bool = False
    exported: str = ""
    doubtful: frozenset[str] = frozenset()

    def of(self, article: Article, segment: Segment) -> Said | None:
        """Return what a segment said; what nobody has touched still says what it did."""
        key = text_key(article, segment)
        said = self.texts.get(key)
        if key in self.doubtful:
            return None
        if said is not None:
            word = said.state.removesuffix("!")
            status = Status(word) if word in list(Status) else None
            return Said(said.text, (status, said.state.endswith("!")))
        if segment.is_untouched and segment.status is Status.MACHINE:
            return Said(segment.machine, (segment.status, segment.needs_work))
        return None

    def was_once_here(self, project: Project, segment: Segment, text: str) -> bool:
        """Whether a text is an earlier one of the segment, which came back from an older export."""
        if self.exact:
            return False
        wanted = same_text(text)
        history = project.journal.history(segment.id)
        earlier = {same_text(one.after) for one in history if one.after is not None}
        earlier |= {same_text(one.before) for one in history if one.before is not None}
        return wanted in earlier | {same_text(segment.machine)}


def find_base(project: Project, returned: ReturnedFile, path: Path) -> Base:
    """Find what a returned file was exported with.

    That is the last export to its own path, unless the file names a revision of the project and that
    is another one: then it is the export of that revision that comes closest, or what the journal knows
    the segments said then. Without a revision it is the export whose texts come closest; of what several
    that come as close say differently, nothing is known. What came back from one person was not given to
    another, so it is no base for files of other names while there is an export.

    Args:
        project: The project.
        returned: The file.
        path: Where it is.
    """
    own = project.exports.last(str(path.absolute()))
    revision = returned.file.header.get(REVISION_FIELD, "")
    if own is not None and own.texts and (not revision or _revision(own) in {"", revision}):
        return _of_record(own, exact=bool(revision))
    records = [found for found in map(project.exports.last, _paths(project)) if found and found.texts]
    candidates = [record for record in records if RETURNED not in record.texts]
    of_revision = [record for record in candidates if revision and _revision(record) == revision]
    if of_revision:  # under another name; what was chosen to be in it is known
        return _of_record(_closest(of_revision, returned), exact=True)
    if revision.isdecimal() and 0 < int(revision) <= project.journal.last_id():
        texts = texts_at(project, int(revision))
        if returned.file.format == "TMX":  # a memory holds what was confirmed then
            texts = {key: said for key, said in texts.items() if said.state in _DONE}
        return Base(texts=texts, exact=True)
    return _of_any(candidates or records, returned) if records else Base()


_DONE = frozenset(status.value for status in Status if status.is_done)


def _of_any(records: Sequence[ExportRecord], returned: ReturnedFile) -> Base:
    """Return what is known where any of some exports may be the one that came back."""
    base = _closest(records, returned)
    agreement = _agreement(base, returned)
    rivals = [record for record in records if _agreement(record, returned) == agreement]
    doubtful = {
        key
        for key, said in base.texts.items()
        for rival in rivals
        if key in rival.texts and same_text(rival.texts[key].text) != same_text(said.text)
    }
    theirs = base.texts.get(RETURNED, ExportedText("")).text.split("\n")
    return replace(_of_record(base, exact=False), doubtful=frozenset(doubtful.union(theirs)))


def _closest(records: Sequence[ExportRecord], returned: ReturnedFile) -> ExportRecord:
    return max(records, key=lambda record: (_agreement(record, returned), record.id))


def texts_at(project: Project, revision: int) -> dict[str, ExportedText]:
    """Return what every segment said after an entry of the journal.

    Args:
        project: The project.
        revision: The entry's number.
    """
    changed = project.journal.changed_since(revision)
    texts: dict[str, ExportedText] = {}
    for article in project.articles.all():
        for segment in project.segments.each(article.id):
            said = ExportedText(segment.target, state_of(segment))
            if segment.id in changed:
                said = _at(project, segment, revision, said)
            texts[text_key(article, segment)] = said
    return texts


def _at(project: Project, segment: Segment, revision: int, now: ExportedText) -> ExportedText:
    history = project.journal.history(segment.id)
    before = [one for one in history if one.entry.id <= revision and one.after is not None]
    if before:
        return ExportedText(before[-1].after or "", before[-1].status_after)
    later = [one for one in history if one.entry.id > revision and one.before is not None]
    return ExportedText(later[0].before or "", later[0].status_before) if later else now


def _of_record(record: ExportRecord, *, exact: bool) -> Base:
    texts = {key: said for key, said in record.texts.items() if key not in {REVISION, RETURNED}}
    return Base(texts=texts, exact=exact, exported=f"{record.at.astimezone():%Y-%m-%d %H:%M}")


def _revision(record: ExportRecord) -> str:
    said = record.texts.get(REVISION)
    return said.text if said else ""


def _paths(project: Project) -> Sequence[str]:
    return list(dict.fromkeys(record.path for record in project.exports.all()))


def _agreement(record: ExportRecord, returned: ReturnedFile) -> int:
    """Return how many texts of a file are those of an export."""
    return sum(
        (said := record.texts.get(text_key(one.article, one.segment))) is not None
        and same_text(said.text) == same_text(one.pair.target)
        for one in returned.units
    )
