"""Segments with the units they are made of, as they stand before they are grouped anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field, replace
from itertools import pairwise
from typing import Any

from transreview.i18n import _
from transreview.model.finding import Side
from transreview.project.changes import Change, Values
from transreview.project.joiner import BLANK_LINE, Joiner
from transreview.project.restructure.correspondence import Span, divide
from transreview.project.store import Row
from transreview.project.sums import changed, is_sound

_COLUMNS = (
    "id", "segment_id", "side", "key", "place", "text", "kind", "paragraph", "line", "prefix", "glue",
    "markup",
)  # fmt: skip
UNIT_ROW = f"SELECT {', '.join(_COLUMNS)}, sum FROM unit"  # noqa: S608 - names of our own


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit as stored.

    Attributes:
        id: Number of its row.
        segment_id: The segment it belongs to; None for a reference unit that fits none.
        side: "source", "target" or "reference".
        key: Stable name; the parts of "0004" are "0004.1" and "0004.2".
        place: Sparse number of its place on its side; parts of one unit share it.
        text: Its words.
        kind: What the paragraph is that it stands in.
        paragraph: Number of that paragraph.
        line: Line of the file.
        prefix: Block markup in front of it.
        glue: For the later part of a divided unit, what stood between it and the part before.
        markup: What its format says of it beside the text (`project.unit_markup`).
    """

    id: int
    segment_id: int | None
    side: str
    key: str
    place: int
    text: str
    kind: str
    paragraph: int
    line: int
    prefix: str
    glue: str | None
    markup: str

    @classmethod
    def of(cls, row: Row) -> UnitRow:
        """Return the unit of a row of `UNIT_ROW`."""
        *values, kept = row
        unit = cls(**dict(zip(_COLUMNS, values, strict=True)))
        if not is_sound(kept, (unit.key, unit.text, unit.prefix, unit.glue)):
            raise changed(_("paragraph {key}").format(key=unit.key))
        return unit

    def with_values(self, **values: Any) -> UnitRow:  # noqa: ANN401 - whatever a column holds
        """Return the row with other values in some columns."""
        return replace(self, **values)


@dataclass(slots=True, eq=False)
class Present:
    """A segment before it is grouped anew.

    Attributes:
        row: Its row.
        source: Its source units in order.
        target: Its units of the machine translation in order.
        reference: Its reference units in order.
        spans: Span of each target unit in the present target text, worked out on first use.
        renewed: Whether some of its units stand for others that were there before.
        anchor: Unit that its text goes with when it has no unit of its own left.
    """

    row: Values
    _: KW_ONLY
    source: list[UnitRow] = field(default_factory=list)
    target: list[UnitRow] = field(default_factory=list)
    reference: list[UnitRow] = field(default_factory=list)
    spans: list[Span] | None = None
    renewed: bool = False
    anchor: int | None = None

    @property
    def unit_ids(self) -> frozenset[int]:
        """The units of both translated sides."""
        return frozenset(unit.id for unit in (*self.source, *self.target))

    def units(self, side: Side) -> list[UnitRow]:
        """Return the units of one side."""
        return self.source if side is Side.SOURCE else self.target

    def target_spans(self, between: str) -> list[Span]:
        """Return the span of the present target text that stands for each of its target units.

        Args:
            between: What joins two sentences of the target language.
        """
        if self.spans is None:
            by_paragraph = all(a.paragraph != b.paragraph for a, b in pairwise(self.target))
            starts = [start for start, _end in spans_of(self.target, between)]
            self.spans = divide(self.row["target"], self.row["machine"], starts, by_paragraph=by_paragraph)
        return self.spans


def load(change: Change, segment_ids: Sequence[int]) -> list[Present]:
    """Return segments with their units, in the order of `segment_ids`."""
    found: dict[int, Present] = {}
    for segment_id in segment_ids:
        row = change.row("segment", segment_id)
        assert row is not None
        found[segment_id] = Present(row)
    for start in range(0, len(segment_ids), 500):
        chunk = list(segment_ids[start : start + 500])
        marks = ", ".join("?" * len(chunk))
        rows = change.connection.execute(
            f"{UNIT_ROW} WHERE segment_id IN ({marks}) ORDER BY place, key",
            chunk,
        )
        for row in rows:
            unit = UnitRow.of(row)
            assert unit.segment_id is not None
            getattr(found[unit.segment_id], unit.side).append(unit)
    return [found[segment_id] for segment_id in segment_ids]


def joiner_of(change: Change, article_id: int) -> Joiner:
    """Return what joins the units of an article."""
    source, target = change.connection.execute(
        "SELECT source_language, target_language FROM article WHERE id = ?", (article_id,)
    ).fetchone()
    return Joiner.between(source, target)


def separator(before: UnitRow, after: UnitRow, between: str) -> str:
    """Return what stands between two neighbouring units in a segment's text."""
    if before.place == after.place and after.glue is not None:
        return after.glue
    return BLANK_LINE if before.paragraph != after.paragraph else between


def join_rows(units: Sequence[UnitRow], between: str) -> str:
    """Return the text that units make together."""
    parts = [unit.text for unit in units[:1]]
    for before, unit in pairwise(units):
        parts += [separator(before, unit, between), unit.text]
    return "".join(parts)


def spans_of(units: Sequence[UnitRow], between: str) -> list[Span]:
    """Return the span of each unit in the text that they make together."""
    spans: list[Span] = []
    end = 0
    for index, unit in enumerate(units):
        start = end + (len(separator(units[index - 1], unit, between)) if index else 0)
        end = start + len(unit.text)
        spans.append((start, end))
    return spans
