"""A file came back with another text than is here: both, what they began from, and which shall stand."""

from __future__ import annotations

from transreview.i18n import _
from transreview.tui.dialogs.choice import Choice
from transreview.tui.presenting import LONG, comparison, from_difference

KEEP_OURS, TAKE_THEIRS = "m", "t"


class MergeConflict(Choice):
    """Shows both texts and their base and asks which shall stand; giving up leaves the conflict as it is.

    Of long texts it shows where they begin to differ; `transreview merge` prints the whole of them.

    Args:
        by: Who edited the file; its name where nobody knows.
        file: Its name.
        base: What was given away, None when nobody knows.
        ours: What is here.
        theirs: What came back.
    """

    def __init__(self, *, by: str, file: str, base: str | None, ours: str, theirs: str) -> None:
        difference, _marks = comparison(ours, theirs)
        lines = [
            *([_("When it was given away:"), from_difference(base, theirs), ""] if base is not None else []),
            _("Here:"),
            from_difference(ours, theirs if base is None else base),
            "",
            _("In {file}:").format(file=file)
            if by == file
            else _("By {user} in {file}:").format(user=by, file=file),
            from_difference(theirs, ours if base is None else base),
        ]
        if len(difference) <= LONG:
            lines += ["", _("From yours to theirs:"), difference]
        super().__init__(
            _("Both sides have changed this segment"),
            ((KEEP_OURS, _("Keep mine")), (TAKE_THEIRS, _("Take theirs (mine stays in the history)"))),
            text="\n".join(lines),
        )
