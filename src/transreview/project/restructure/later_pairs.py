"""What a later version of a bilingual file says of its units, put beside the segments they have become."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.model.pair import Pair
from transreview.project.changes import Change
from transreview.project.pair_rows import forms_of, state_of
from transreview.project.pairs import data_of


def keep_later_pairs(change: Change, article_id: int, pairs: Sequence[Pair]) -> None:
    """Keep what a later version of an article's file says of its units.

    Args:
        change: The change that has renewed the segments.
        article_id: The article.
        pairs: The units of the later version, in order.

    Raises:
        ValueError: There are more or fewer segments than units.
    """
    forms = forms_of(pairs)
    segments = change.connection.execute(
        "SELECT id FROM segment WHERE article_id = ? ORDER BY place", (article_id,)
    ).fetchall()
    for (segment_id,), one in zip(segments, forms, strict=True):
        values = {
            "identity": one.pair.identity,
            "form": one.form,
            "forms": len(one.pair.forms),
            "data": data_of(one.pair),
        }
        known = change.connection.execute(
            "SELECT id FROM pair WHERE segment_id = ? ORDER BY id", (segment_id,)
        ).fetchall()
        if known:
            change.update("pair", known[0][0], **values)
            for (other,) in known[1:]:
                change.delete("pair", other)
            continue
        change.insert("pair", {"segment_id": segment_id, **values})
        _status, needs_work, lock = state_of(one.pair, one.target)
        change.update("segment", segment_id, needs_work=int(needs_work), locked=lock.value)
