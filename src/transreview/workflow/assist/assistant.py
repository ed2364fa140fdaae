"""The assistant: asks when it may, keeps what it was told, and checks a suggestion before anybody sees it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from transreview.checks.context import CheckContext
from transreview.checks.engine import check_segment
from transreview.checks.registry import installed_checks
from transreview.checks.segment_text import SegmentText
from transreview.errors import InputError, UsageError
from transreview.i18n import _
from transreview.model.annotation import MACHINE_RATER, Annotation
from transreview.model.finding import Finding, Severity, Side
from transreview.model.glossary import Glossary
from transreview.model.segment import Segment
from transreview.terminology.segment_terms import SegmentTerms
from transreview.workflow.assist.answers import Answer, read_answer
from transreview.workflow.assist.backends import CancelledError, backend
from transreview.workflow.assist.requests import Request, Task
from transreview.workflow.assist.settings import AssistSettings
from transreview.workflow.quality.checking import team_checks

if TYPE_CHECKING:
    from transreview.project import Project

_CACHE = "assist"
_CONFIRMED = "assist-confirmed"
_MINUTE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A second opinion on a segment.

    Attributes:
        answer: What was said.
        findings: What the checks find in a suggestion, worst first.
        before: What they find in the translation as it stands.
        kept: Whether it was kept from an earlier question and nothing was sent.
    """

    answer: Answer
    findings: tuple[Finding, ...] = ()
    before: tuple[Finding, ...] = ()
    kept: bool = False

    @property
    def is_worse(self) -> bool:
        """Whether a suggestion has more findings at error level than what stands there."""
        return _errors(self.findings) > _errors(self.before)


class Assistant:
    """Asks for second opinions on a project's segments.

    Args:
        project: An open project.
        settings: Whom to ask.
        glossary: Terms that a suggestion has to use.
        clock: Seconds that only grow; the system's unless a test wants another.
    """

    def __init__(
        self,
        project: Project,
        settings: AssistSettings,
        *,
        glossary: Glossary | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._project = project
        self._settings = settings
        self._glossary = glossary
        self._clock = clock
        self._backend = backend(settings)
        self._asked: deque[float] = deque()
        self._stopped = Event()

    @property
    def is_confirmed(self) -> bool:
        """Whether this user has agreed to send texts of this project there."""
        return bool(self._project.preferences.get(_CONFIRMED) == self._settings.identity)

    def confirm(self) -> None:
        """Remember that this user agrees to send texts of this project there."""
        self._project.preferences.set(_CONFIRMED, self._settings.identity)

    def over(self, project: Project) -> Assistant:
        """Return the same assistant on another connection to its project: same limit, stopped together."""
        other = Assistant(project, self._settings, glossary=self._glossary, clock=self._clock)
        other._asked, other._stopped = self._asked, self._stopped
        return other

    def cancel(self) -> None:
        """Stop waiting for an answer, from any thread."""
        self._stopped.set()

    def request(self, segment: Segment, task: Task) -> Request:
        """Return the question about a segment: what would be sent."""
        article = self._project.articles.get(segment.article_id)
        languages = (article.source_language, article.target_language)
        terms: list[tuple[str, tuple[str, ...]]] = []
        if self._glossary is not None:
            uses = SegmentTerms(self._glossary, *languages).uses(segment.source, segment.target)
            terms += [(use.source[0].term.text, use.expected) for use in uses if use.expected]
        return Request(
            task=task,
            source_language=languages[0],
            target_language=languages[1],
            source=segment.source,
            target=segment.target,
            terms=tuple(terms),
            findings=tuple(self._check(segment, segment.target)),
        )

    def ask(self, segment: Segment, task: Task) -> Opinion:
        """Return a second opinion on a segment; the same question is sent once.

        Args:
            segment: The segment.
            task: What is asked for.

        Raises:
            UsageError: Nobody has agreed to send anything.
            InputError: There is no answer in time, or none of the form that was asked for.
            CancelledError: `cancel` was called.
        """
        if not self.is_confirmed:
            raise UsageError(
                _("nobody has agreed to send texts to {who}").format(who=self._settings.name),
                remedy=_("Look at what would be sent, and confirm it once"),
            )
        request = self.request(segment, task)
        key = request.digest(self._settings.identity)
        stored = self._project.cache.get(_CACHE, key)
        if stored is None:
            self._wait_for_turn()
            content = self._backend.fetch(request, self._stopped)
            answer = read_answer(content, request, self._settings.name)
            self._project.cache.put(_CACHE, key, content.encode("utf-8", "surrogatepass"))
        else:
            answer = read_answer(stored.decode("utf-8", "surrogatepass"), request, self._settings.name)
        found = self._check(segment, answer.text) if task is Task.SUGGEST else ()
        return Opinion(answer=answer, findings=tuple(found), before=request.findings, kept=stored is not None)

    def annotate(self, segment: Segment, opinion: Opinion) -> int:
        """Keep the errors that a machine marked, under its own name; return how many.

        They are shown and exported as a machine's, and no figure counts them as a person's.
        """
        from datetime import UTC, datetime

        who = MACHINE_RATER + (self._settings.model or self._settings.command[0])
        there = {(a.annotator, a.start, a.end, a.type) for a in self._project.annotations.all(segment.id)}
        marks = [
            Annotation(
                id=0,
                segment_id=segment.id,
                annotator=who,
                at=datetime.now(UTC),
                side=Side.TARGET,
                start=error.start,
                end=error.end,
                type=error.category,
                severity=error.severity,
                note=error.note,
            )
            for error in opinion.answer.errors
            if (who, error.start, error.end, error.category) not in there
        ]
        if marks:
            self._project.annotations.add_many(marks)
        return len(marks)

    def _check(self, segment: Segment, target: str) -> Sequence[Finding]:
        article = self._project.articles.get(segment.article_id)
        context = CheckContext(
            article.source_language,
            article.target_language,
            glossary=self._glossary,
            settings=team_checks(self._project.path),
            extra_checks=installed_checks(),
        )
        return check_segment(SegmentText(segment.source, target, id=segment.id, kind=segment.kind), context)

    def _wait_for_turn(self) -> None:
        """Wait until another question is within the limit of a minute."""
        while self._asked and self._clock() - self._asked[0] >= _MINUTE:
            self._asked.popleft()
        if len(self._asked) >= self._settings.per_minute:
            wait = _MINUTE - (self._clock() - self._asked[0])
            if self._stopped.wait(max(wait, 0.0)):
                raise CancelledError
            self._asked.popleft()
        self._asked.append(self._clock())


def team_assistant(project: Project) -> AssistSettings:
    """Return whom the team's settings name for a project.

    Raises:
        UsageError: They name nobody: nothing is asked, and nothing sent.
    """
    from transreview.workflow.settings import find_settings, read_settings

    settings = read_settings(find_settings(project.folder)).assist
    if settings is None:
        raise UsageError(
            _("no assistant is named in the settings"),
            remedy=_("Write [assist] in transreview.toml; docs/assist.md says how"),
        )
    return settings


def _errors(findings: Sequence[Finding]) -> int:
    return sum(finding.severity.rank >= Severity.ERROR.rank for finding in findings)


__all__ = ["Assistant", "CancelledError", "InputError", "Opinion", "team_assistant"]
