"""Conflicts of a merge that wait for somebody's decision: kept in the project until then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from transreview.errors import ConflictError, UsageError
from transreview.formats.exchange import REVISION_FIELD
from transreview.formats.reading import read_bytes
from transreview.i18n import _, ngettext
from transreview.model.journal import JournalEntry
from transreview.model.segment import Status
from transreview.project.address import displayed
from transreview.project.exports import RETURNED, REVISION, ExportedText
from transreview.project.project import Project
from transreview.project.returns import Taken
from transreview.terminal_text import shell_word
from transreview.workflow.delivery.export_records import state_of, text_key
from transreview.workflow.delivery.merging import THEIRS, Merge, apply_merge
from transreview.workflow.delivery.three_way import same_text
from transreview.workflow.intake.bilingual_files import record_texts

SETTING = "merge-conflicts"
"""Where a project keeps them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptConflict:
    """A conflict that waits.

    Attributes:
        segment_id: The segment.
        key: Its key.
        article_id: Its article.
        base: What was given away, None when nobody knows.
        ours: What was here when the file came back.
        theirs: What came back.
        status: Their status where that is what differs, "" otherwise.
        by: Who edited the file.
        file: The file, with its folders.
    """

    segment_id: int
    key: str
    article_id: int
    base: str | None
    ours: str
    theirs: str
    status: str
    by: str
    file: str

    def as_data(self) -> dict[str, Any]:
        """Return it as it is kept and printed."""
        return asdict(self)


def kept_conflicts(project: Project) -> list[KeptConflict]:
    """Return the conflicts that wait, without those that an edit has settled since."""
    return _standing(project, project.settings.get(SETTING, []))


def _standing(project: Project, rows: Sequence[Mapping[str, Any]]) -> list[KeptConflict]:
    found = [KeptConflict(**one) for one in rows]
    if not found:
        return []
    there = set(project.segments.ids())
    return [one for one in found if one.segment_id in there and not _is_settled(project, one)]


def _is_settled(project: Project, one: KeptConflict) -> bool:
    segment = project.segments.get(one.segment_id)
    if one.status:
        return segment.status.value == one.status
    return segment.target.strip() == one.theirs.strip()


def take_in(project: Project, merge: Merge, *, resolve: str | None = None) -> JournalEntry | None:
    """Take over what a returned file says, keep its conflicts for a decision, and remember the file.

    Args:
        project: The project.
        merge: What `plan_merge` found.
        resolve: "ours" or "theirs" to decide all conflicts; None to keep them.

    Returns:
        The journal entry, None when nothing was changed.
    """
    entry = apply_merge(project, merge, resolve=resolve)
    fresh = {one.segment.id for one in merge.conflicts}
    mine = [] if resolve else [_kept(merge, number) for number in range(len(merge.conflicts))]
    _keep(project, lambda standing: [*(one for one in standing if one.segment_id not in fresh), *mine])
    if resolve:  # those that an earlier merge of this file has left are decided alike
        path = str(merge.path.absolute())
        entry = (
            decide(project, [(one.key, resolve) for one in kept_conflicts(project) if one.file == path])
            or entry
        )
    _remember(project, merge)
    return entry


def refuse_standing(project: Project, path: Path | str) -> None:
    """Refuse to write a file while conflicts with what others did to it wait for a decision.

    Raises:
        ConflictError: Some wait.
    """
    standing = [one for one in kept_conflicts(project) if one.file == str(Path(path).absolute())]
    if standing:
        raise ConflictError(
            ngettext(
                "{count} conflict with what others did to this file waits for a decision: {keys}",
                "{count} conflicts with what others did to this file wait for a decision: {keys}",
                len(standing),
            ).format(count=len(standing), keys=", ".join(one.key for one in standing[:8])),
            path=path,
            remedy=_("Decide on the screen, or with transreview merge {project} --resolve.").format(
                project=shell_word(displayed(project.path))
            ),
        )


def decide(project: Project, decisions: Sequence[tuple[str, str]]) -> JournalEntry | None:
    """Decide conflicts that wait, by segment key; one undo.

    Args:
        project: The project.
        decisions: (key, "ours" or "theirs").

    Raises:
        UsageError: No conflict stands in such a segment.
    """
    if not decisions:
        return None
    standing = kept_conflicts(project)
    by_key = {one.key: one for one in standing}
    unknown = next((key for key, _side in decisions if key not in by_key), None)
    if unknown is not None:
        raise UsageError(
            _("no conflict stands in {key}").format(key=unknown),
            remedy=_("Those that stand: {keys}.").format(keys=", ".join(by_key))
            if by_key
            else _("No conflict waits."),
        )
    sides = dict(decisions)
    taken = []
    for one in standing:
        if sides.get(one.key) == THEIRS:
            segment = project.segments.get(one.segment_id)
            taken.append(
                Taken(
                    segment_id=segment.id,
                    revision=segment.revision,
                    text=None if one.status else one.theirs,
                    status=Status(one.status) if one.status else None,
                )
            )
    entry = None
    if taken:
        first = by_key[decisions[0][0]]
        entry = project.returns.take(taken, by=first.by, source=Path(first.file).name)
    _keep(project, lambda waiting: [one for one in waiting if one.key not in sides])
    return entry


def settle(project: Project, segment_id: int) -> None:
    """Take a conflict off the list because somebody has decided it on the screen."""
    _keep(project, lambda standing: [one for one in standing if one.segment_id != segment_id])


def _kept(merge: Merge, number: int) -> KeptConflict:
    conflict = merge.conflicts[number]
    return KeptConflict(
        segment_id=conflict.segment.id,
        key=conflict.segment.key,
        article_id=conflict.article.id,
        base=conflict.base,
        ours=conflict.segment.target,
        theirs=conflict.theirs,
        status="" if conflict.status is None else conflict.status.value,
        by=merge.by,
        file=str(merge.path.absolute()),
    )


def _keep(project: Project, kept: Callable[[list[KeptConflict]], list[KeptConflict]]) -> None:
    """Keep some of the conflicts that wait, and others with them; what others keep meanwhile stays."""

    def changed(rows: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
        return [one.as_data() for one in kept(_standing(project, rows or []))]

    present = project.settings.get(SETTING, [])
    if changed(present) != present:
        project.settings.change(SETTING, changed, undoable=False)


def _remember(project: Project, merge: Merge) -> None:
    """Remember the returned file: it may be written again, and is the base of the next merge."""
    texts = dict(merge.base.texts)
    changed = []
    for one in merge.returned.units:
        key = text_key(one.article, one.segment)
        given = merge.base.of(one.article, one.segment)
        if given is None or same_text(given.text) != same_text(one.pair.target):
            changed.append(key)
        word = f"{one.pair.status.value}{'!' * one.pair.needs_work}" if one.pair.status else ""
        texts[key] = ExportedText(one.pair.target, word or state_of(one.segment))
    revision = merge.returned.file.header.get(REVISION_FIELD, "")
    texts |= {REVISION: ExportedText(revision), RETURNED: ExportedText("\n".join(changed))}
    data = read_bytes(merge.path)
    record_texts(project, merge.path, data, merge.returned.file.format, texts)
