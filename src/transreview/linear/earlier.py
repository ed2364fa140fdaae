"""Commands of a review line by line on what was before: history, restoring, dismissals, locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.i18n import _
from transreview.linear.command import Command, Lines, numbered
from transreview.model.journal import Action, JournalEntry, SegmentChange
from transreview.model.segment import Lock
from transreview.project.dismissals import Dismissal
from transreview.tui.escape import visible_line
from transreview.workflow.journal_sentences import told

if TYPE_CHECKING:
    from transreview.linear.commands import Review

LISTED = 50
"""Changes of the project that are read at once."""


def _states(review: Review) -> list[SegmentChange]:
    """Return the changes of the segment, the latest first."""
    history = review.project.journal.history(review.session.segment.id)
    return [one for one in reversed(history) if one.entry.action is not Action.IMPORT]


def _head(entry: JournalEntry) -> str:
    return f"{entry.at.astimezone():%Y-%m-%d %H:%M} {visible_line(entry.user)}: {told(entry)}"


def _history(review: Review, _rest: str) -> Lines:
    found = _states(review)
    for number, change in enumerate(found, start=1):
        yield f"{number}. {_head(change.entry)}"
        if change.after is not None and change.before != change.after:
            yield _("Text after it: {text}").format(text=visible_line(change.after))
    yield _("“restore NUMBER” brings a text back.") if found else _("It has not been changed yet.")


def _restore(review: Review, rest: str) -> Lines:
    chosen, segment = numbered(_states(review), rest), review.session.segment
    if chosen is None:
        yield _("“history” lists what can be restored, by number.")
        return
    after = review.project.segments.bring_back(segment.id, chosen, revision=segment.revision)
    yield _("The text of that time is back: {text}").format(text=visible_line(after.target))


def _journal(review: Review, rest: str) -> Lines:
    found = review.project.journal.entries(LISTED, user=rest or None)
    yield from map(_head, found)
    if not found:
        yield _("Nothing was changed yet.")


def _dismissals(review: Review) -> list[Dismissal]:
    """Return the dismissed findings of the project, the earliest first."""
    return sorted(review.project.dismissals.all().values(), key=lambda one: one.at)


def _dismissed(review: Review, _rest: str) -> Lines:
    found = _dismissals(review)
    for number, one in enumerate(found, start=1):
        rows = review.project.segments.get_many([one.segment_id])
        key = rows[0].key if rows else "?"
        yield f"{number}. {key} {one.check}: {visible_line(one.reason)}"
    yield _("“reinstate NUMBER” lets one count again.") if found else _("No finding is dismissed.")


def _reinstate(review: Review, rest: str) -> Lines:
    chosen = numbered(_dismissals(review), rest)
    if chosen is None:
        yield _("“dismissed” lists what was dismissed, by number.")
        return
    review.project.dismissals.reinstate(chosen.fingerprint)
    yield _("It counts again.")


def _lock(review: Review, _rest: str) -> Lines:
    segment = review.session.segment
    after = review.project.segments.set_lock(segment.id, segment.lock is Lock.NONE, revision=segment.revision)
    yield (
        _("Locked: nothing changes it until “lock” opens it.")
        if after.lock is not Lock.NONE
        else _("Open again.")
    )


EARLIER = (
    Command(("history", "h"), "", _("Reads what happened to it, and its earlier texts."), _history),
    Command(("restore",), _("NUMBER"), _("Brings an earlier text of it back."), _restore),
    Command(
        ("journal",), _("PERSON"), _("Reads the latest changes of the project, or of one person."), _journal
    ),
    Command(("dismissed",), "", _("Lists the dismissed findings of the project."), _dismissed),
    Command(("reinstate",), _("NUMBER"), _("Lets a dismissed finding count again."), _reinstate),
    Command(("lock",), "", _("Locks it against every change, or opens it."), _lock),
)
