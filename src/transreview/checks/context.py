"""The plan of a run: an environment with the checks that apply in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transreview import plugins
from transreview.checks.check import Check, Scope, SegmentFunction
from transreview.checks.environment import Environment
from transreview.checks.guard import CheckFailedError, called
from transreview.checks.lengths import LengthBands
from transreview.checks.registry import PLUGINS, REGISTRY
from transreview.checks.rules import rule_checks
from transreview.checks.settings import CheckSettings
from transreview.languages.language import Language
from transreview.model.glossary import Glossary


class Gate(NamedTuple):
    """What a segment must have for a check to see anything in it; the attributes of `Check`."""

    source_has: int
    target_has: int
    either_has: int
    needs: str


Planned = tuple[Gate, SegmentFunction, Check]
"""A check that runs: when, its function, and the record of it."""


class CheckContext(Environment):
    """Everything about a run of checks that is the same for all its segments.

    Args:
        source_language: BCP 47 tag of the source.
        target_language: BCP 47 tag of the translation.
        glossary: Concepts whose terms are looked for; None for none.
        settings: The user's choices.
        lengths: Bands of usual lengths fitted to the user's own segments; the pair's own when None.
        extra_checks: Checks beside the catalogue's, usually from entry points.
    """

    def __init__(
        self,
        source_language: str = "zh",
        target_language: str = "ka",
        *,
        glossary: Glossary | None = None,
        settings: CheckSettings | None = None,
        lengths: LengthBands | None = None,
        extra_checks: Sequence[Check] = (),
    ) -> None:
        super().__init__(
            source_language, target_language, glossary=glossary, settings=settings, lengths=lengths
        )
        checks = (*REGISTRY, *extra_checks, *rule_checks(self.settings.rules))
        self.checks = tuple(
            check
            for check in checks
            if self.settings.runs(check.id, default=check.default)
            and _applies(check, self.source, self.target)
        )
        plan: list[Planned] = [
            (_gate(check), check.segment, check) for check in self.checks if check.segment is not None
        ]
        self.alone_plan = tuple(planned for planned in plan if planned[2].alone)
        # The catalogue's own of these have nothing to say where there are two texts.
        self.segment_plan = tuple(one for one in plan if not one[2].alone or one[2].package)
        self.document_plan = tuple(check for check in self.checks if check.scope is Scope.DOCUMENT)


def _applies(check: Check, source: Language, target: Language) -> bool:
    """Whether a check is true for a pair of languages; one of a package that cannot say so is told of."""
    if not check.package:
        return check.applies(source, target)
    try:
        return all(called(check, lambda: [check.applies(source, target)]))
    except CheckFailedError as error:
        plugins.failed(PLUGINS, check.id, check.package, plugins.UnfitError(str(error)))
        return False


def _gate(check: Check) -> Gate:
    return Gate(check.source_has, check.target_has, check.either_has, check.needs)
