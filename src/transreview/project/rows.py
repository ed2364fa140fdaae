"""Rows of the project file as the model's records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from transreview.errors import InputError
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.segment import Lock, Segment, Status
from transreview.model.unit import Granularity, Unit, UnitKind
from transreview.project.decoding import known, parsed
from transreview.project.order import Order, OrderCache, no_such_segment
from transreview.project.store import Row, Store
from transreview.project.sums import changed, is_sound

_COLUMNS = (
    "SELECT id, article_id, key, kind, source, machine, target, reference, status, needs_work, sources,"
    " targets, confidence, crossed, fixed, revision, source_line, target_line,"
    " (SELECT count(*) FROM comment WHERE comment.segment_id = segment.id), place, locked, sum"
)
SEGMENT = f"{_COLUMNS} FROM segment"
SEGMENT_AND_VERSION = f"{_COLUMNS}, (SELECT structure FROM project) FROM segment"  # noqa: S608 - our own
"""With the version of the order that their places are of."""

ARTICLE = (
    "SELECT id, slug, title, source_language, target_language, granularity, source_path, target_path,"
    " reference_path, engine, metadata FROM article"
)
UNIT = "SELECT text, kind, paragraph, line, prefix, markup, key, glue, sum FROM unit"

_STATUS = {status.value: status for status in Status}
_GRANULARITY = {granularity.value: granularity for granularity in Granularity}
_LOCK = {lock.value: lock for lock in Lock}
_KIND = {kind.value: kind for kind in UnitKind}


def segment(row: Row, order: Order | int) -> Segment:
    """Return a segment from a row of `SEGMENT`.

    Args:
        row: The columns in the query's order.
        order: The order that tells its position in its article, or that position.
    """
    (
        id_, article_id, key, kind, source, machine, target, reference, status, needs_work, sources, targets,
        confidence, crossed, fixed, revision, source_line, target_line, comments, place, lock, kept,
    ) = row  # fmt: skip
    if not is_sound(kept, (key, source, machine, target, reference, status)):
        raise changed(_("segment {key}").format(key=key))
    position = order if isinstance(order, int) else order.position(article_id, place)
    return Segment(
        id=id_,
        article_id=article_id,
        key=key,
        position=position,
        kind=known(_KIND, kind),
        source=source,
        machine=machine,
        target=target,
        reference=reference,
        status=known(_STATUS, status),
        needs_work=bool(needs_work),
        bead=f"{sources}-{targets}",
        confidence=confidence,
        crossed=bool(crossed),
        fixed=bool(fixed),
        revision=revision,
        source_line=source_line,
        target_line=target_line,
        comments=comments,
        lock=known(_LOCK, lock),
    )


@contextmanager
def naming(store: Store) -> Iterator[None]:
    """Let what is wrong with a row name the project that it is of."""
    try:
        yield
    except InputError as error:
        error.path = error.path or store.path
        raise


def read_segment(store: Store, order: OrderCache, segment_id: int) -> Segment:
    """Return one segment.

    Args:
        store: The project file.
        order: The order of its segments.
        segment_id: The segment.

    Raises:
        UsageError: There is no such segment (any more).
    """
    # One question, which sees one state: a snapshot of several costs a server three more.
    found = store.one(f"{SEGMENT_AND_VERSION} WHERE id = ?", (segment_id,))
    if found is None:
        raise no_such_segment(store, segment_id)
    *row, version = found
    known_order = order.at(version)
    if known_order is not None:
        with naming(store):
            return segment(tuple(row), known_order)
    with store.snapshot():
        again = store.one(f"{SEGMENT} WHERE id = ?", (segment_id,))
        if again is None:
            raise no_such_segment(store, segment_id)
        return segment(again, order.get())


def read_segments(store: Store, order: OrderCache, ids: Sequence[int]) -> dict[int, Segment]:
    """Return those of some segments that there are, by their numbers; if possible in one question.

    Args:
        store: The project file.
        order: The order of its segments.
        ids: Their numbers, some hundreds at most.
    """
    marks = ", ".join("?" * len(ids))
    found = store.all(f"{SEGMENT_AND_VERSION} WHERE id IN ({marks})", ids)
    known_order = order.at(found[0][-1]) if found else Order()
    found = [row[:-1] for row in found]
    if known_order is None:
        with store.snapshot():
            known_order = order.get()
            found = store.all(f"{SEGMENT} WHERE id IN ({marks})", ids)
    with naming(store):
        return {row[0]: segment(row, known_order) for row in found}


def article(row: Row) -> Article:
    """Return an article from a row of `ARTICLE`."""
    (
        id_,
        slug,
        title,
        source,
        target,
        granularity,
        source_path,
        target_path,
        reference_path,
        engine,
        metadata,
    ) = row
    return Article(
        id=id_,
        slug=slug,
        title=title,
        source_language=source,
        target_language=target,
        granularity=known(_GRANULARITY, granularity),
        source_path=source_path,
        target_path=target_path,
        reference_path=reference_path,
        engine=engine,
        metadata=parsed(metadata),
    )


def unit(row: Row) -> Unit:
    """Return a unit from a row of `UNIT`."""
    text, kind, paragraph, line, prefix, markup, key, glue, kept = row
    if not is_sound(kept, (key, text, prefix, glue)):
        raise changed(_("paragraph {key}").format(key=key))
    plain = Unit(text, kind=known(_KIND, kind), paragraph=paragraph, line=line, prefix=prefix)
    if not markup:
        return plain
    from transreview.project.unit_markup import with_markup  # most units have none

    return with_markup(plain, markup)


def unit_rows(store: Store, article_id: int, side: str, query: str = UNIT) -> list[Row]:
    """Return a row of a query of `unit` for each unit of one side, in the text's order."""
    return store.all(f"{query} WHERE article_id = ? AND side = ? ORDER BY place, key", (article_id, side))
