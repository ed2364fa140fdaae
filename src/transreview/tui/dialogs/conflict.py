"""Two people changed the same segment: their text and mine, and which of them shall stand."""

from __future__ import annotations

from transreview.i18n import _
from transreview.tui.dialogs.choice import Choice
from transreview.tui.presenting import comparison

KEEP_MINE, TAKE_THEIRS, GO_ON = "m", "t", "e"


class Conflict(Choice):
    """Shows both texts and asks which shall stand.

    Args:
        user: Who changed the segment.
        time: When, as text.
        theirs: Their text.
        mine: What stands in the editor.
    """

    def __init__(self, user: str, time: str, theirs: str, mine: str) -> None:
        difference, _marks = comparison(theirs, mine)
        text = "\n".join(
            (
                _("{user} changed it at {time}:").format(user=user, time=time),
                theirs,
                "",
                _("Yours:"),
                mine,
                "",
                _("From theirs to yours:"),
                difference,
            )
        )
        super().__init__(
            _("This segment was changed meanwhile"),
            (
                (GO_ON, _("Go on editing mine, then decide")),
                (KEEP_MINE, _("Save mine over theirs (theirs stays in the history)")),
                (TAKE_THEIRS, _("Take theirs, drop mine")),
            ),
            text=text,
        )
