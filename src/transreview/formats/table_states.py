"""How far a unit has come, in the words that tables have in their status column."""

from __future__ import annotations

import re
from collections.abc import Mapping

from transreview.formats.xliff_states import FIRST, MEMOQ, SECOND, TRADOS, Stage
from transreview.model.segment import Status

_NONE = Stage()
_REJECTED = Stage(Status.EDITED, True)

# Our own words, those of review exports of Trados, memoQ and Phrase, and what people type.
_WORDS: Mapping[str, Stage] = {
    **{status.value: Stage(status) for status in Status},
    **dict.fromkeys(("", "untranslated", "not translated", "not started", "new", "未翻译"), _NONE),
    **dict.fromkeys(
        ("mt", "machine translated", "machine translation", "fuzzy", "pre-translated", "pretranslated",
         "机器", "მანქანური"),
        Stage(Status.MACHINE),
    ),
    "უთარგმნელი": _NONE,
    **dict.fromkeys(("draft", "已编辑", "რედაქტირებული"), Stage(Status.EDITED)),
    **dict.fromkeys(
        ("needs-work", "needs work", "translation rejected", "sign-off rejected", "rejected", "待修改",
         "გადასახედი"),
        _REJECTED,
    ),
    **dict.fromkeys(("done", "ok", "yes", "translated", "已确认", "დადასტურებული"), Stage(Status.CONFIRMED)),
    **dict.fromkeys(
        ("translation approved", "signed-off", "signed off", "proofread", "reviewed", "final", "已批准",
         "დამტკიცებული"),
        Stage(Status.APPROVED),
    ),
}  # fmt: skip
_TOOLS = {name.casefold(): stage for table in (SECOND, FIRST, TRADOS, MEMOQ) for name, stage in table.items()}


def stage_of(cell: str) -> Stage:
    """Return how far a status column says that a unit has come; nothing where the word is unknown.

    Args:
        cell: A word of ours or of another tool; what follows it in brackets ("Translated (100%)") does
            not matter.
    """
    word = re.sub(r"\s*[(（\[].*$", "", cell).strip().casefold()
    return _WORDS.get(word) or _TOOLS.get(word) or Stage()


_YES = frozenset({"true", "yes", "1", "x"})
_NO = frozenset({"false", "no", "0"})


def fuzzy_stage(cell: str) -> Stage:
    """Return how far a unit has come by a column "fuzzy", as tables of Weblate have."""
    word = cell.strip().casefold()
    return _REJECTED if word in _YES else Stage(Status.CONFIRMED) if word in _NO else Stage()


def fuzzy_word(cell: str, status: Status, *, needs_work: bool) -> str:
    """Return what a column "fuzzy" says of a status, in the letters in which it stands there."""
    fuzzy = needs_work or not status.is_done
    if fuzzy == (cell.strip().casefold() in _YES):
        return cell
    words = ("true", "false") if cell.strip().islower() else ("True", "False")
    numbers = cell.strip() in {"0", "1"}
    return ("1" if fuzzy else "0") if numbers else words[0] if fuzzy else words[1]


def is_known(cell: str) -> bool:
    """Whether a status column's word is understood."""
    word = re.sub(r"\s*[(（\[].*$", "", cell).strip().casefold()
    return word in _WORDS or word in _TOOLS
