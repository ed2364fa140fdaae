"""Two people changed the same segment: their text and mine, and which of them shall stand."""

from __future__ import annotations

from transreview.i18n import _
from transreview.tui.dialogs.choice import Choice
from transreview.tui.presenting import comparison, excerpt, from_difference

KEEP_MINE, TAKE_THEIRS, GO_ON = "m", "t", "e"


class Conflict(Choice):
    """Shows both texts, long ones from where they begin to differ, and asks which shall stand.

    Args:
        user: Who changed the segment.
        time: When, as text.
        theirs: Their text.
        mine: What stands in the editor.
    """

    def __init__(self, user: str, time: str, theirs: str, mine: str) -> None:
        difference, marks = comparison(theirs, mine)
        text = "\n".join(
            (
                _("{user} changed it at {time}:").format(user=user, time=time),
                from_difference(theirs, mine),
                "",
                _("Yours:"),
                from_difference(mine, theirs),
                "",
                _("From theirs to yours:"),
                excerpt(difference, marks[0].start if marks else 0),
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
