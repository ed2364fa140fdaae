"""The segments that repeat a source, to be ticked before they take a translation over."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from transreview.i18n import _, ngettext
from transreview.model.segment import Segment
from transreview.scoring.text_difference import Change, compare
from transreview.tui.dialogs.ticking import TickDialog
from transreview.tui.escape import visible_line
from transreview.tui.widgets.check_list import CheckList, Tick
from transreview.tui.widgets.key_words import KeyWords


class RepeatList(TickDialog[Segment]):
    """Other segments with one source; those nobody has confirmed are ticked.

    Args:
        segment: The segment whose translation is offered.
        others: The others.
    """

    DEFAULT_CSS = """
    RepeatList > #box {
        width: 98%; height: auto; max-height: 90%; background: $surface; border: round $primary;
    }
    RepeatList CheckList { height: auto; max-height: 80%; }
    """

    def __init__(self, segment: Segment, others: Sequence[Segment]) -> None:
        super().__init__()
        self._segment = segment
        self._others = tuple(others)

    def compose(self) -> ComposeResult:
        """List what would change."""
        with Vertical(id="box") as box:
            yield Static(
                _("All take this over: {text}").format(text=visible_line(self._segment.target)), markup=False
            )
            yield CheckList(
                [Tick(other, _shown(other, self._segment.target)) for other in self._others],
                [other for other in self._others if not other.status.is_done],
            )
            yield KeyWords(_("Space ticks · a all · n none · Enter changes what is ticked · Esc gives up"))
        count = len(self._others)
        box.border_title = ngettext(
            "{n} other segment with this source", "{n} other segments with this source", count
        ).format(n=count)


def _shown(other: Segment, text: str) -> Text:
    """Return a segment with what would change in it, and whether it is confirmed."""
    mark = _("confirmed") if other.status.is_done else ""
    pieces: list[str | tuple[str, str]] = [(f"{other.position + 1:>4} {mark} ".replace("  ", " "), "dim")]
    for piece in compare(other.target, text):
        words = visible_line(piece.text)
        if piece.change is Change.REMOVED:
            pieces.append((f"[-{words}-]", "strike"))
        elif piece.change is Change.ADDED:
            pieces.append((f"{{+{words}+}}", "bold underline"))
        else:
            pieces.append(words)
    return Text.assemble(*pieces)
