"""Findings: what a check reports of a segment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Severity(StrEnum):
    """How bad a finding is; `rank` orders them."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for info up to 3 for critical."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Side(StrEnum):
    """Which text a span points into."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that certainly mends a finding: replace target[start:end] by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check says of one place in one segment.

    Attributes:
        check: Id of the check ("num.mismatch").
        severity: How bad it is.
        mqm: MQM-Core type ("accuracy/mistranslation"), empty where none fits.
        side: The text that `start` and `end` point into.
        start: First character of the span.
        end: One past its last character; equal to `start` where something is missing.
        message: What is wrong, one sentence in the interface's language.
        expected: What should stand there, when known.
        found: What stands there.
        fix: The edit that mends it, only where it is certain.
        segment_id: Segment it is about; 0 outside a project.
        confidence: 0 to 1.
        concept_id: The glossary's concept, for findings about terms.
    """

    check: str
    severity: Severity
    mqm: str
    side: Side
    start: int
    end: int
    message: str
    expected: str = ""
    found: str = ""
    fix: Fix | None = None
    segment_id: int = 0
    confidence: float = 1.0
    concept_id: str = ""

    def fingerprint(self, source: str, target: str) -> str:
        """Return the key under which a dismissal of this finding is remembered.

        It is made of what the finding says and of the texts it was said of, so that it holds by
        content and lapses when either text changes.
        """
        import hashlib  # reads OpenSSL, which the screen has no use for at first

        parts = (self.check, self.expected, self.found, _digest(source, target))
        return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=12).hexdigest()


@lru_cache(maxsize=16)
def _digest(source: str, target: str) -> str:
    import hashlib

    # Kept, for a long segment may have thousands of findings, and each would read all of it again.
    return hashlib.blake2b(f"{source}\x1f{target}".encode(), digest_size=24).hexdigest()
