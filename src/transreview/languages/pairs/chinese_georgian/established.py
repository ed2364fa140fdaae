"""Chinese names whose Georgian form is settled and follows no table, read from the lists in data/.

The lists are plain text, one name a line with its source, for linguists to extend.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Settled(NamedTuple):
    """The Georgian forms of one Chinese name.

    Attributes:
        forms: Nominatives in use, the usual one first.
        never: Forms that are another name's or a copy, and not accepted.
        source: Where they come from.
    """

    forms: tuple[str, ...]
    never: tuple[str, ...]
    source: str


# English names of the same, copied letter by letter where they are not pinyin.
COPIED: dict[str, tuple[str, ...]] = {
    "哈尔滨": ("ჰარბინი",),
    "呼和浩特": ("ჰოჰოტი", "ჰოჰჰოტი"),
    "乌鲁木齐": ("ურუმკი", "ურუმქი"),
    "孔子": ("კონფუციუსი",),
    "孟子": ("მენციუსი",),
    "北京": ("ბეიჯინგი",),
    "南京": ("ნანჯინგი",),
    "重庆": ("ჩონგკინგი", "ჩონგქინგი", "ჩუნგკინგი"),
}


def lines(name: str) -> list[list[str]]:
    """Return the rows of a list of data/, split at their bars; comments are left out.

    Args:
        name: File name.
    """
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return [
        [part.strip() for part in line.split("|")] for line in text.splitlines() if line[:1] not in ("", "#")
    ]


@cache
def settled_names() -> dict[str, Settled]:
    """Return the settled names of persons and places by their simplified Chinese."""
    names: dict[str, Settled] = {}
    for chinese, georgian, source in (*lines("places.txt"), *lines("persons.txt")):
        forms = [form.strip() for form in georgian.split("/")]
        accepted = tuple(form for form in forms if not form.startswith("!"))
        never = tuple(form[1:] for form in forms if form.startswith("!"))
        names[chinese] = Settled(accepted, never, source)
    return names
