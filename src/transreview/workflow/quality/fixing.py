"""Applying the certain fixes of findings: one by one, or many at once after a look, undone as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.i18n import _
from transreview.model.finding import Finding
from transreview.model.segment import Segment, Status
from transreview.project.texts import kept
from transreview.workflow.quality.checking import CheckedSegment

if TYPE_CHECKING:
    from transreview.model.journal import JournalEntry
    from transreview.project import Project


@dataclass(frozen=True, slots=True)
class PlannedFix:
    """What a segment would become.

    Attributes:
        segment: The segment as it was checked.
        after: Its translation with the fixes applied.
        findings: The findings that they mend.
    """

    segment: Segment
    after: str
    findings: tuple[Finding, ...]


def mended(target: str, findings: Iterable[Finding]) -> tuple[str, tuple[Finding, ...]]:
    """Apply the fixes of findings to the text they were found in.

    Of fixes that touch the same characters the first in `findings` wins; apply the rest after
    checking again.

    Args:
        target: The translation.
        findings: Findings in it, worst first; those without a fix are passed over.

    Returns:
        The new text, and the findings whose fixes are in it.
    """
    chosen: list[Finding] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or target[fix.start : fix.end] == fix.text:
            continue
        if all(fix.end < one.fix.start or one.fix.end < fix.start for one in chosen if one.fix is not None):
            chosen.append(finding)
    text = target
    for finding in sorted(chosen, key=lambda one: one.fix.start if one.fix else 0, reverse=True):
        assert finding.fix is not None
        text = text[: finding.fix.start] + finding.fix.text + text[finding.fix.end :]
    return text, tuple(chosen)


def plan_fixes(checked: Iterable[CheckedSegment]) -> list[PlannedFix]:
    """Return what the certain fixes of all findings would do, for a look before it is done.

    Args:
        checked: Checked segments; leave out the findings that shall stay as they are.
    """
    plan = []
    for one in checked:
        if one.segment.lock:
            continue
        after, findings = mended(one.segment.target, one.findings)
        if findings and kept(after) != one.segment.target:  # blanks around a text are its file's matter
            plan.append(PlannedFix(one.segment, after, findings))
    return plan


def apply_fixes(project: Project, plan: Sequence[PlannedFix]) -> JournalEntry | None:
    """Make the planned edits as one change, which one undo takes back.

    Args:
        project: The project the plan was made from.
        plan: What to do.

    Returns:
        The journal entry, None when the plan is empty.

    Raises:
        ConflictError: Somebody has changed one of the segments since; none was changed.
    """
    if not plan:
        return None
    count = sum(len(one.findings) for one in plan)
    return project.segments.replace_many(
        [(one.segment.id, one.after, one.segment.revision) for one in plan],
        {"done": "findings", "count": count},
    )


def apply_fixes_to_file(project: Project, plan: Sequence[PlannedFix]) -> None:
    """Make the planned edits in a bilingual file's project and leave what the file says of its units alone.

    A mended quotation mark makes nobody's confirmation void.

    Args:
        project: A project of one bilingual file.
        plan: What to do.
    """
    apply_fixes(project, plan)
    for status in Status:
        ids = [one.segment.id for one in plan if one.segment.status is status]
        if status.is_done and ids:
            now = project.segments.get_many(ids)
            project.segments.set_status_many([(one.id, one.revision) for one in now], status)


def fix_one(project: Project, segment: Segment, finding: Finding) -> Segment:
    """Apply the fix of one finding to its segment.

    Args:
        project: The project.
        segment: The segment as it was checked.
        finding: A finding with a fix.

    Raises:
        ValueError: The finding has no fix.
        ConflictError: Somebody has changed the segment since.
    """
    if finding.fix is None:
        raise ValueError(_("{check} has no fix").format(check=finding.check))
    after, _used = mended(segment.target, [finding])
    return project.segments.edit(segment.id, after, revision=segment.revision)
