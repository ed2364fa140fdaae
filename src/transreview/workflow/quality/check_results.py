"""What a run of checks hands to whoever prints it: one record a text, and the sum of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from transreview.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedText:
    """A pair of texts with what the checks say of it, wherever it came from.

    Attributes:
        path: File that a reader would open to mend it.
        line: 1-based line there, 0 where it is not known.
        document: Article or file that the text is part of.
        id: Name of the text in its document.
        source: Source text.
        target: Translation.
        findings: What was found, worst first.
        dismissed: Number of findings that a person has judged to be none.
        left_out: Why it was not checked ("untranslated", "fuzzy", "locked"), empty where it was.
        rank: Its place in the order of risk, 1 first; 0 where texts come in their own order.
        reasons: Why it stands there, the strongest first.
        counted: Whether it is a text; the header of a catalog is none.
        to_read: Whether it is among the first texts in the order of risk that make up a fifth.
    """

    path: str
    line: int
    document: str
    id: str
    source: str
    target: str
    findings: tuple[Finding, ...] = ()
    dismissed: int = 0
    left_out: str = ""
    rank: int = 0
    reasons: tuple[str, ...] = ()
    to_read: bool = False
    counted: bool = True


@dataclass(slots=True)
class Baseline:
    """The findings of an earlier run, to be taken off one by one.

    Attributes:
        remaining: Fingerprint → how many findings of the earlier run have not come up again.
        checks: Fingerprint → the check it was of.
        files: Names of the files that it was of, without folders; empty where it found nothing.
        is_of_these: Whether a text of one of these files has come up again, or one of its findings.
    """

    remaining: Counter[str]
    checks: Mapping[str, str]
    files: frozenset[str] = frozenset()
    is_of_these: bool = False

    def meet(self, path: str) -> None:
        """Take note of a file that is checked now."""
        if not self.is_of_these:
            self.is_of_these = PurePath(path).name in self.files

    def knows(self, fingerprint: str) -> bool:
        """Whether the earlier run had this finding; each of its findings answers once."""
        if self.remaining[fingerprint] <= 0:
            return False
        self.remaining[fingerprint] -= 1
        self.is_of_these = True
        return True


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts of a run.

    Attributes:
        texts: Texts checked.
        flagged: Texts with a finding that is shown.
        severities: Findings by severity; those of the baseline are not among them.
        checks: The same by check.
        hidden: Findings below the severity that is shown.
        dismissed: Findings that people dismissed.
        known: Findings that the baseline has too.
        fixed: Findings of the baseline that are gone.
        left_out: Texts that were not checked, by reason.
    """

    texts: int = 0
    flagged: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    checks: Counter[str] = field(default_factory=Counter)
    hidden: int = 0
    dismissed: int = 0
    known: int = 0
    fixed: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def at_least(self, severity: Severity) -> int:
        """Return the number of findings of this severity or a worse one."""
        return sum(count for one, count in self.severities.items() if one.rank >= severity.rank)

    @property
    def total(self) -> int:
        """Number of findings."""
        return self.severities.total()
