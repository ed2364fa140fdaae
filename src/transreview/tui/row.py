"""One segment as the list shows it."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from transreview.i18n import _
from transreview.model.finding import Severity
from transreview.model.segment import Status
from transreview.tui.marks import Mark

GLYPHS = {Status.MACHINE: "○", Status.EDITED: "◐", Status.CONFIRMED: "●", Status.APPROVED: "✔"}
"""A sign for each status: the circle fills as the work goes on."""

FLAG, REMARK, LOCK = "⚑", "✎", "▣"
SEVERITY_GLYPHS = {Severity.INFO: "·", Severity.WARNING: "!", Severity.ERROR: "✗", Severity.CRITICAL: "✗"}


def status_words() -> dict[Status, str]:
    """Return the word for each status in the interface's language."""
    return {
        Status.MACHINE: _("machine"),
        Status.EDITED: _("edited"),
        Status.CONFIRMED: _("confirmed"),
        Status.APPROVED: _("approved"),
    }


@dataclass(frozen=True, slots=True)
class Row:
    """What is shown of one segment; its texts are safe to write on a terminal.

    Attributes:
        number: 1-based place in its article.
        status: How far its review has come.
        needs_work: Whether a person flagged it.
        locked: Whether nothing may change it.
        worst: The worst finding, or None.
        comments: Number of comments.
        source: Source text.
        target: Current text, or its comparison with the machine translation.
        source_marks: What is marked in the source.
        target_marks: What is marked in the target.
    """

    number: int
    status: Status
    _: KW_ONLY
    needs_work: bool = False
    locked: bool = False
    worst: Severity | None = None
    comments: int = 0
    source: str = ""
    target: str = ""
    source_marks: tuple[Mark, ...] = ()
    target_marks: tuple[Mark, ...] = ()

    @property
    def signs(self) -> tuple[str, str]:
        """The flag or remark, and the worst finding, a cell each."""
        first = LOCK if self.locked else FLAG if self.needs_work else REMARK if self.comments else " "
        notable = self.worst is not None and self.worst is not Severity.INFO
        return first, SEVERITY_GLYPHS[self.worst] if notable and self.worst else " "
