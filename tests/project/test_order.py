"""The order of segments says what a plain sorted list says, after any changes; what was handed out stays as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.project.conftest import article, fill, pairs, units
from transreview.project import Project
from transreview.project.order import Order, OrderCache

SEGMENTS = st.dictionaries(
    st.integers(1, 40), st.tuples(st.integers(1, 4), st.integers(0, 10**6)), max_size=14
).filter(lambda rows: len(set(rows.values())) == len(rows))


def _order(rows: dict[int, tuple[int, int]]) -> Order:
    return Order(_sorted(rows))


def _sorted(rows: dict[int, tuple[int, int]]) -> list[tuple[int, int, int]]:
    return sorted(((segment, *place) for segment, place in rows.items()), key=lambda row: row[1:])


def _same(order: Order, rows: dict[int, tuple[int, int]]) -> None:
    """Demand that an order says what the rows say."""
    listed = _sorted(rows)
    assert list(order.of(None)) == [segment for segment, _article, _place in listed]
    for one in range(1, 6):
        own = [(segment, place) for segment, which, place in listed if which == one]
        ids = [segment for segment, _place in own]
        assert list(order.of(one)) == ids
        for index, (segment, place) in enumerate(own):
            assert order.position(one, place) == index
            for step in range(-3, 4):
                there = index + step
                wanted = ids[there] if 0 <= there < len(ids) else None
                assert order.neighbour(one, place, step) == wanted
            assert list(order.sorted({segment, 999}, one)) == [segment]
        assert list(order.sorted(set(ids[::2]))) == ids[::2]


@given(SEGMENTS)
def test_it_is_the_list_by_article_and_place(rows):
    _same(_order(rows), rows)


@given(SEGMENTS, SEGMENTS)
def test_what_comes_goes_and_moves_leaves_the_list_of_what_is_there_then(before, after):
    # A move stays in its article: what changes its article has gone from one and come into the other.
    moves = []
    for segment in sorted(before.keys() | after.keys()):
        old, new = before.get(segment), after.get(segment)
        if old and new and old[0] == new[0]:
            moves.append((segment, old[0], old[1], new[1]))
            continue
        moves += [(segment, old[0], old[1], None)] if old else []
        moves += [(segment, new[0], None, new[1])] if new else []
    first = _order(before)
    kept = [(one, first.of(one), list(first.of(one))) for one in (None, 1, 2, 3, 4)]
    _same(first.moved(moves), after)
    _same(first, before)
    assert all(list(held) == as_it_was for _one, held, as_it_was in kept)


def _three(project: Project) -> list[int]:
    """Fill a project with three articles, of five segments, two and one."""
    many = ["a", "b"]
    return [
        fill(project),
        project.articles.add(article("two"), units(many), units(many), pairs(2)).id,
        project.articles.add(article("one"), units(many[:1]), units(many[:1]), pairs(1)).id,
    ]


def test_the_segments_of_all_articles_stand_in_the_order_of_the_articles(path):
    with Project.create(path) as project:
        counts = []
        for number, one in enumerate(_three(project)):
            counts += [one] * (5, 2, 1)[number]
        found = [project.segments.get(one).article_id for one in project.segments.ids()]
        assert found == counts


def test_what_another_has_read_is_taken_only_where_nothing_was_read_here(path):
    with Project.create(path) as project:
        store = project._store
        empty, unread, late = OrderCache(store), OrderCache(store), OrderCache(store)
        assert not empty.get().of(None)  # read while the structure is at its first version
        version = empty._version
        assert version >= 0
        empty.take(unread)
        assert empty.at(version) is not None
        assert empty.at(version + 1) is None
        late.take(empty)
        assert late.at(version) is empty.at(version)
        _three(project)
        assert len(late.get().of(None)) == 8
        late.take(empty)
        assert len(late.get().of(None)) == 8
        assert late.at(version) is None
