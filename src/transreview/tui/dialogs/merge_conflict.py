"""A file came back with another text than is here: both, what they began from, and which shall stand."""

from __future__ import annotations

from itertools import takewhile

from transreview.i18n import _
from transreview.tui.dialogs.choice import Choice
from transreview.tui.presenting import comparison

KEEP_OURS, TAKE_THEIRS = "m", "t"


_LONG = 220  # characters of a text that leave room for the answers on 80×24
_BEFORE = 60  # of them before the place from which two texts differ


def _around(text: str, other: str | None) -> str:
    """Return a text as far as there is room for it, from where it begins to differ from another one.

    The whole of it is printed by `transreview merge`.
    """
    if len(text) <= _LONG:
        return text
    alike = sum(
        1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(text, other or "", strict=False))
    )
    start = max(0, min(alike - _BEFORE, len(text) - _LONG))
    if start:
        start = text.find(" ", start, start + _BEFORE) + 1 or start  # at a word
    end = start + _LONG
    return f"{'…' * bool(start)}{text[start:end]}{'…' * (end < len(text))}"


class MergeConflict(Choice):
    """Shows both texts and their base and asks which shall stand; giving up leaves the conflict as it is.

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
            *([_("When it was given away:"), _around(base, theirs), ""] if base is not None else []),
            _("Here:"),
            _around(ours, theirs if base is None else base),
            "",
            _("In {file}:").format(file=file)
            if by == file
            else _("By {user} in {file}:").format(user=by, file=file),
            _around(theirs, ours if base is None else base),
        ]
        if len(difference) <= _LONG:
            lines += ["", _("From yours to theirs:"), difference]
        super().__init__(
            _("Both sides have changed this segment"),
            ((KEEP_OURS, _("Keep mine")), (TAKE_THEIRS, _("Take theirs (mine stays in the history)"))),
            text="\n".join(lines),
        )
