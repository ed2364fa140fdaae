"""What the files of an article say of segments beside their texts: inline marks and levels of headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from transreview.formats.inline_marks import shifted_marks
from transreview.model.article import Article
from transreview.model.finding import Side
from transreview.model.inline_mark import InlineMark
from transreview.model.unit import UnitKind
from transreview.project.joiner import Joiner
from transreview.project.restructure.present import UNIT_ROW, UnitRow, spans_of
from transreview.project.store import Store
from transreview.project.unit_markup import level_of, marks_of

_CHUNK = 500
_HEADINGS = frozenset({UnitKind.TITLE.value, UnitKind.HEADING.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentMarks:
    """What stands beside the texts of a segment.

    Attributes:
        source: Inline marks of its source text.
        machine: Inline marks of its machine translation.
        levels: Level of its heading in the source and in the machine translation, 0 where it is none.
    """

    source: tuple[InlineMark, ...] = ()
    machine: tuple[InlineMark, ...] = ()
    levels: tuple[int, int] = (0, 0)


def read_segment_marks(
    store: Store, article: Article, segment_ids: Iterable[int] | None = None
) -> dict[int, SegmentMarks]:
    """Return segment → what stands beside its texts, for the segments that have anything of the kind.

    Args:
        store: The project.
        article: The article.
        segment_ids: The segments to look at; all when None.
    """
    joiner = Joiner.of(article)
    if segment_ids is None:
        query = "SELECT DISTINCT segment_id FROM unit WHERE article_id = ? AND markup <> ''"
        segment_ids = [number for (number,) in store.all(query, (article.id,)) if number is not None]
    wanted = iter(sorted(segment_ids))
    found: dict[int, SegmentMarks] = {}
    while chunk := list(islice(wanted, _CHUNK)):
        places = ", ".join("?" * len(chunk))
        units: dict[int, dict[str, list[UnitRow]]] = {}
        for row in store.all(f"{UNIT_ROW} WHERE segment_id IN ({places}) ORDER BY place, key", chunk):
            unit = UnitRow.of(row)
            units.setdefault(unit.segment_id or 0, {}).setdefault(unit.side, []).append(unit)
        for number, sides in units.items():
            if not any(unit.markup for side in sides.values() for unit in side):
                continue
            source, target = sides.get(Side.SOURCE, []), sides.get(Side.TARGET, [])
            found[number] = SegmentMarks(
                source=_marks(source, joiner.between_source),
                machine=_marks(target, joiner.between_target),
                levels=(_level(source), _level(target)),
            )
    return found


def _marks(units: Sequence[UnitRow], between: str) -> tuple[InlineMark, ...]:
    marks: list[InlineMark] = []
    for unit, (start, _end) in zip(units, spans_of(units, between), strict=True):
        marks += shifted_marks(marks_of(unit.markup), start)
    return tuple(marks)


def _level(units: Sequence[UnitRow]) -> int:
    return level_of(units[0].markup) if len(units) == 1 and units[0].kind in _HEADINGS else 0
