"""What a user chose about checks: which run, how bad they are, what they let pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class RegexRule:
    r"""A team's own rule: a pattern that must not stand in a text.

    Attributes:
        id: Its name; it is shown as "rule.NAME".
        pattern: Regular expression (Python's) that is looked for.
        message: What is wrong with what it finds.
        side: "target" or "source".
        severity: How bad it is.
        replacement: What should stand there instead, `\1` for groups; None without a fix.
        unless: The rule is silent when this pattern is found on the other side.
        only_if: The rule speaks only when this pattern is found on the other side.
    """

    id: str
    pattern: re.Pattern[str]
    message: str
    side: str = "target"
    severity: Severity = Severity.WARNING
    replacement: str | None = None
    unless: re.Pattern[str] | None = None
    only_if: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """The choices for one run.

    Attributes:
        select: Checks or families that run, even those off by default; all when empty.
        ignore: Checks or families that do not run.
        severities: Check or family → the severity its findings shall have.
        allow: Check or family ("*" for all) → patterns of what it lets pass, matched against the
            whole text of the span.
        calques: Wordings (regular expressions) that the team calls awkward → what to say instead.
        rules: The team's own rules.
        overlong_words: Words in a sentence from which on it is called too long.
        number_format: How the team writes numbers: "auto", "comma" or "point" decimals.
        name_practice: How Chinese names are spelled in Georgian: "press" or "department".
        quotes: The quotation marks the team wants, two characters, or empty for "one style a document".
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    allow: Mapping[str, tuple[re.Pattern[str], ...]] = field(default_factory=dict)
    calques: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[RegexRule, ...] = ()
    overlong_words: int = 45
    number_format: str = "auto"
    name_practice: str = "press"
    quotes: str = ""

    def runs(self, check_id: str, *, default: bool = True) -> bool:
        """Whether a check of this id runs; its own name outweighs its family's."""
        family = check_id.partition(".")[0]
        if check_id in self.ignore:
            return False
        if check_id in self.select:
            return True
        if family in self.ignore:
            return False
        if family in self.select:
            return True
        return default and not self.select

    def severity(self, check_id: str) -> Severity | None:
        """Return the severity set for a check, or None."""
        own = self.severities.get(check_id)
        return own if own is not None else self.severities.get(check_id.partition(".")[0])

    def allows(self, check_id: str, text: str) -> bool:
        """Whether a span of this text is on the check's allow-list."""
        for key in (check_id, check_id.partition(".")[0], "*"):
            if any(pattern.fullmatch(text) for pattern in self.allow.get(key, ())):
                return True
        return False


def check_names(names: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """Return the names as a set, refusing what no check and no family is called.

    Raises:
        UsageError: A name is unknown; the nearest known ones are offered.
    """
    import difflib

    ids = set(known)
    ids |= {check_id.partition(".")[0] for check_id in ids}
    chosen = frozenset(names)
    for name in sorted(chosen - ids):
        near = difflib.get_close_matches(name, sorted(ids), n=3)
        remedy = (
            _("Did you mean {names}?").format(names=", ".join(near))
            if near
            else _("`transreview check --list` shows them all")
        )
        raise UsageError(_("there is no check or family called “{name}”").format(name=name), remedy=remedy)
    return chosen
