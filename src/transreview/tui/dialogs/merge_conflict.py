"""A file came back with another text than is here: both, what they began from, and which shall stand."""

from __future__ import annotations

from transreview.i18n import _
from transreview.tui.dialogs.choice import Choice
from transreview.tui.presenting import comparison

KEEP_OURS, TAKE_THEIRS = "m", "t"


_LONG = 220  # characters of a text that leave room for the answers on 80×24


def _cut(text: str) -> str:
    """Return a text as far as there is room for it; the whole of it is printed by `transreview merge`."""
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"


class MergeConflict(Choice):
    """Shows both texts and their base and asks which shall stand; giving up leaves the conflict as it is.

    Args:
        by: Who edited the file.
        file: Its name.
        base: What was given away, None when nobody knows.
        ours: What is here.
        theirs: What came back.
    """

    def __init__(self, *, by: str, file: str, base: str | None, ours: str, theirs: str) -> None:
        difference, _marks = comparison(ours, theirs)
        lines = [
            *([_("When it was given away:"), _cut(base), ""] if base is not None else []),
            _("Here:"),
            _cut(ours),
            "",
            _("By {user} in {file}:").format(user=by, file=file),
            _cut(theirs),
        ]
        if len(difference) <= _LONG:
            lines += ["", _("From yours to theirs:"), difference]
        super().__init__(
            _("Both sides have changed this segment"),
            ((KEEP_OURS, _("Keep mine")), (TAKE_THEIRS, _("Take theirs (mine stays in the history)"))),
            text="\n".join(lines),
        )
