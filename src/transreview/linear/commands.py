"""The commands of a review line by line: a word each, with what follows it on the line."""

from __future__ import annotations

from collections.abc import Callable

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.linear.alignment import ALIGNMENT
from transreview.linear.command import Command, Lines, numbered
from transreview.linear.earlier import EARLIER
from transreview.linear.places import PLACES
from transreview.linear.rating import RATING
from transreview.linear.session import LinearSession
from transreview.linear.wording import WORDING
from transreview.model.finding import Severity
from transreview.model.segment import Lock, Segment, Status
from transreview.scoring.text_difference import Change, compare
from transreview.tui.escape import visible_line
from transreview.workflow.journal_sentences import sentence
from transreview.workflow.memories.shelf import MemoryShelf
from transreview.workflow.quality.fixing import fix_one


class Review:
    """A review line by line.

    Args:
        session: The article and the place in it.
        shelf: Memories at hand, None for none.
        ask: Asks for a line of text, given a prompt and what stands there now.
    """

    def __init__(
        self, session: LinearSession, shelf: MemoryShelf | None, ask: Callable[[str, str], str | None]
    ) -> None:
        self.session = session
        self.project = session.project
        self.shelf = shelf
        self.ask = ask
        self.ended = False
        self.matches: list[str] = []

    def do(self, line: str) -> Lines:
        """Do what a line says and yield what is to be said; what goes wrong is said too."""
        word, _blank, rest = line.strip().partition(" ")
        command = BY_WORD.get(word.lower())
        if not word:
            return
        if command is None:
            yield _("There is no command “{word}”; help lists them.").format(word=visible_line(word))
            return
        article, place = self.session.article, self.session.place
        try:
            yield from command.run(self, rest.strip())
        except TransreviewError as error:
            if self.session.article is article:
                self.session.place = place  # nobody stands on a segment that was not read out
            yield _("Error: {error}").format(error=visible_line(str(error)))

    def shown(self) -> Lines:
        """Yield the segment: number, status, source, translation, how many findings."""
        segment = self.session.segment
        yield _("Segment {number} of {count}, {status}.").format(
            number=segment.position + 1, count=self.session.total, status=status_word(segment.status)
        )
        yield _("Source: {text}").format(text=visible_line(segment.source))
        text = visible_line(segment.target)
        yield _("Translation: {text}").format(text=text) if text else _("The translation is empty.")
        found = len(self.session.findings())
        if found:
            words = ngettext(
                "{n} finding; “findings” reads it.", "{n} findings; “findings” reads them.", found
            )
            yield words.format(n=found)
        if segment.needs_work:
            yield _("It is marked as needing work.")
        if segment.lock is not Lock.NONE:
            yield _("It is locked.")
        if segment.comments:
            words = ngettext(
                "{n} comment; “comments” reads it.", "{n} comments; “comments” reads them.", segment.comments
            )
            yield words.format(n=segment.comments)


def status_word(status: Status) -> str:
    """Return a status as people call it."""
    return {
        Status.MACHINE: _("machine translation"),
        Status.EDITED: _("edited"),
        Status.CONFIRMED: _("confirmed"),
        Status.APPROVED: _("approved"),
    }[status]


def severity_word(severity: Severity) -> str:
    """Return a severity as people call it."""
    return {
        Severity.INFO: _("hint"),
        Severity.WARNING: _("warning"),
        Severity.ERROR: _("error"),
        Severity.CRITICAL: _("critical"),
    }[severity]


# --- going ------------------------------------------------------------------------------------


def _show(review: Review, _rest: str) -> Lines:
    yield from review.shown()


def _step(review: Review, step: int) -> Lines:
    if review.session.go(review.session.place + step):
        yield from review.shown()
    else:
        yield _("This is the last segment.") if step > 0 else _("This is the first segment.")


def _next(review: Review, _rest: str) -> Lines:
    yield from _step(review, 1)


def _previous(review: Review, _rest: str) -> Lines:
    yield from _step(review, -1)


def _go(review: Review, rest: str) -> Lines:
    if rest.isdecimal() and review.session.go_to_number(int(rest)):
        yield from review.shown()
    elif rest.isdecimal() and 1 <= int(rest) <= review.session.total:
        yield _("It does not fit the filter; “filter” without a line shows all.")
    else:
        yield _("Segments have the numbers 1 to {count}.").format(count=review.session.total)


def _unfinished(review: Review, _rest: str) -> Lines:
    ids = review.session.ids()
    count = len(ids)
    for offset in range(1, count + 1):
        place = (review.session.place + offset) % count
        segment = review.project.segments.get(ids[place])
        if not segment.status.is_done or segment.needs_work:
            review.session.go(place)
            yield from review.shown()
            return
    yield _("Nothing unfinished is left here.")


# --- reading ----------------------------------------------------------------------------------


def _findings(review: Review, _rest: str) -> Lines:
    found = review.session.findings()
    for number, finding in enumerate(found, start=1):
        line = _("{number}. {severity}: {message}").format(
            number=number, severity=severity_word(finding.severity), message=finding.message
        )
        about = " → ".join(visible_line(part) for part in (finding.found, finding.expected) if part)
        yield f"{line}: {about}" if about else line
    if not found:
        yield _("No findings.")


def _terms(review: Review, _rest: str) -> Lines:
    uses = review.session.terms()
    for use in uses:
        source = use.source[0].term.text if use.source else use.concept.id
        yield f"{visible_line(source)}: {visible_line(' / '.join(use.expected))}"
        for wrong in use.forbidden:
            yield _("Forbidden here: {text}").format(text=visible_line(wrong.found))
    if not uses:
        yield _("No terms in the source.")


def _memory(review: Review, _rest: str) -> Lines:
    article, segment = review.session.article, review.session.segment
    if review.shelf is None:
        yield _("The memory is switched off.")
        return
    found = review.shelf.matches(segment.source, article.source_language, article.target_language)
    review.matches = [match.pair.target for match in found]
    for number, match in enumerate(found, start=1):
        yield _("{number}. {percent} %: {text}").format(
            number=number, percent=match.percent, text=visible_line(match.pair.target)
        )
    yield _("“insert NUMBER” takes one over.") if found else _("The memory has nothing like it.")


def _comments(review: Review, _rest: str) -> Lines:
    found = review.project.comments.all(review.session.segment.id)
    for number, one in enumerate(found, start=1):
        line = f"{number}. {visible_line(one.author)}: {visible_line(one.text)}"
        yield line if one.is_open else _("{comment} (settled)").format(comment=line)
    if not found:
        yield _("No comments.")


def _changes(review: Review, _rest: str) -> Lines:
    segment = review.session.segment
    if segment.is_untouched:
        yield _("It is the machine translation, unchanged.")
        return
    words = {Change.REMOVED: _("removed: {text}"), Change.ADDED: _("added: {text}")}
    for piece in compare(segment.machine, segment.target):
        if piece.change in words:
            yield words[piece.change].format(text=visible_line(piece.text))


def _progress(review: Review, _rest: str) -> Lines:
    progress = review.project.progress(review.session.article.id)
    done = sum(count for status, count in progress.by_status.items() if status.is_done)
    yield ngettext(
        "{done} of {count} segment is confirmed.",
        "{done} of {count} segments are confirmed.",
        progress.segments,
    ).format(done=done, count=progress.segments)


# --- changing ---------------------------------------------------------------------------------


def _edit(review: Review, rest: str) -> Lines:
    segment = review.session.segment
    text = rest or review.ask(_("New translation (empty keeps the old): "), segment.target)
    if not text or not text.strip():
        yield _("Nothing was changed.")
        return
    saved = review.project.segments.edit(segment.id, text, revision=segment.revision)
    yield from _saved(segment, saved)


def _saved(before: Segment, after: Segment) -> Lines:
    if before.status.is_done and not after.status.is_done:
        yield _("Saved. It was confirmed and is edited now.")
    else:
        yield _("Saved.")


def _set_status(review: Review, status: Status) -> Lines:
    segment = review.session.segment
    review.project.segments.set_status(segment.id, status, revision=segment.revision)
    errors = [one for one in review.session.findings() if one.severity.rank >= Severity.ERROR.rank]
    if errors and status.is_done:
        yield _("An error stands in it: {message}.").format(message=errors[0].message)


def _confirm(review: Review, _rest: str) -> Lines:
    yield from _set_status(review, Status.CONFIRMED)
    yield _("Confirmed.")
    yield from _unfinished(review, "")


def _approve(review: Review, _rest: str) -> Lines:
    yield from _set_status(review, Status.APPROVED)
    yield _("Approved.")
    yield from _step(review, 1)


def _reopen(review: Review, _rest: str) -> Lines:
    yield from _set_status(review, Status.EDITED)
    yield _("It is no longer confirmed.")


def _needs_work(review: Review, _rest: str) -> Lines:
    segment = review.session.segment
    flag = not segment.needs_work
    review.project.segments.set_needs_work(segment.id, flag, revision=segment.revision)
    yield _("Marked as needing work.") if flag else _("No longer marked.")


def _comment(review: Review, rest: str) -> Lines:
    text = rest or review.ask(_("Comment: "), "")
    if not text or not text.strip():
        yield _("Nothing was written.")
        return
    review.project.comments.add(review.session.segment.id, text)
    yield _("The comment is saved.")


def _settle(review: Review, rest: str) -> Lines:
    comment = numbered(review.project.comments.all(review.session.segment.id), rest)
    if comment is None:
        yield _("“comments” lists the comments, by number.")
        return
    review.project.comments.resolve(comment.id, resolved=comment.is_open)
    yield _("Settled.") if comment.is_open else _("Open again.")


def _machine(review: Review, _rest: str) -> Lines:
    segment = review.session.segment
    review.project.segments.restore(segment.id, revision=segment.revision)
    yield _("The machine translation is back; undo brings your text again.")


def _insert(review: Review, rest: str) -> Lines:
    match = numbered(review.matches, rest)
    if match is None:
        yield _("“memory” lists what can be inserted, by number.")
        return
    segment = review.session.segment
    saved = review.project.segments.edit(segment.id, match, revision=segment.revision)
    yield from _saved(segment, saved)


def _fix(review: Review, _rest: str) -> Lines:
    segment = review.session.segment
    found = next((one for one in review.session.findings() if one.fix), None)
    if found is None:
        yield _("No finding here has a certain fix.")
        return
    fixed = fix_one(review.project, segment, found)
    yield _("Mended: {text}").format(text=visible_line(fixed.target))


def _dismiss(review: Review, rest: str) -> Lines:
    number, _blank, reason = rest.partition(" ")
    found = review.session.findings()
    if not number.isdecimal() or not 1 <= int(number) <= len(found) or not reason.strip():
        yield _("Say which finding, and why it is no fault: dismiss 1 correct here")
        return
    finding, segment = found[int(number) - 1], review.session.segment
    fingerprint = finding.fingerprint(segment.source, segment.target)
    review.project.dismissals.add(fingerprint, finding.check, segment.id, reason.strip())
    yield _("Dismissed.")


def _undo(review: Review, _rest: str) -> Lines:
    entry = review.project.journal.undo()
    yield _("Undid: {change}.").format(change=sentence(entry)) if entry else _("There is nothing to undo.")
    review.session.go_to(entry.segment_ids if entry else ())
    yield from review.shown()


def _redo(review: Review, _rest: str) -> Lines:
    entry = review.project.journal.redo()
    yield (
        _("Repeated: {change}.").format(change=sentence(entry)) if entry else _("There is nothing to repeat.")
    )
    review.session.go_to(entry.segment_ids if entry else ())
    yield from review.shown()


# --- the program ------------------------------------------------------------------------------


def _help(_review: Review, _rest: str) -> Lines:
    for command in COMMANDS:
        name = f"{command.words[0]} {command.takes}".strip()
        yield f"{name}: {command.help}"


def _quit(review: Review, _rest: str) -> Lines:
    review.ended = True
    yield _("Everything is saved.")


# fmt: off
COMMANDS = (
    Command(("next", "n"), "", _("Goes to the next segment and reads it."), _next),
    Command(("previous", "p"), "", _("Goes to the segment before."), _previous),
    Command(("go",), _("NUMBER"), _("Goes to the segment of that number."), _go),
    Command(("unfinished", "u"), "", _("Goes to the next segment that is not confirmed."), _unfinished),
    Command(("show", "s"), "", _("Reads the segment again."), _show),
    Command(("findings", "x"), "", _("Reads what the checks found in it."), _findings),
    Command(("terms", "t"), "", _("Reads the glossary's terms in it."), _terms),
    Command(("memory",), "", _("Reads what the translation memory has for it."), _memory),
    Command(("insert",), _("NUMBER"), _("Takes that match of the memory over."), _insert),
    Command(("comments",), "", _("Reads the comments on it."), _comments),
    Command(("changes", "d"), "", _("Reads what was changed in the machine translation."), _changes),
    Command(("edit", "e"), _("TEXT"), _("Saves another translation; without TEXT, asks for it."), _edit),
    Command(("confirm", "c"), "", _("Confirms it and goes to the next unfinished one."), _confirm),
    Command(("approve", "a"), "", _("Approves it and goes on."), _approve),
    Command(("reopen",), "", _("Takes the confirmation back."), _reopen),
    Command(("work", "f"), "", _("Marks it as needing work, or takes the mark off."), _needs_work),
    Command(("comment", "m"), _("TEXT"), _("Writes a comment on it."), _comment),
    Command(("settle",), _("NUMBER"), _("Settles a comment, or opens it again."), _settle),
    Command(("machine", "o"), "", _("Puts the machine translation back."), _machine),
    Command(("fix",), "", _("Applies the first certain fix."), _fix),
    Command(("dismiss",), _("NUMBER REASON"), _("Judges a finding to be no fault."), _dismiss),
    Command(("undo",), "", _("Takes back the last change."), _undo),
    Command(("redo",), "", _("Repeats what was undone."), _redo),
    *PLACES,
    *EARLIER,
    *WORDING,
    *ALIGNMENT,
    *RATING,
    Command(("progress",), "", _("Says how far the review has come."), _progress),
    Command(("help", "?"), "", _("Lists the commands."), _help),
    Command(("quit", "q"), "", _("Ends the review; everything is saved already."), _quit),
)
# fmt: on

BY_WORD = {word: command for command in COMMANDS for word in command.words}
