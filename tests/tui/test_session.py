"""The open article: rows are read when needed, and what is shown keeps its place."""

import pytest

from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.segment import Status
from transreview.model.unit import Unit
from transreview.project.project import Project
from transreview.project.segment_filter import SegmentFilter
from transreview.tui import session as session_module
from transreview.tui.review import position
from transreview.tui.session import CHUNK, Session
from transreview.workflow.search.filtering import select


@pytest.fixture
def many(tmp_path):
    """A project of 300 segments, the last ten unsure of their alignment."""
    units = [Unit(f"第{number}段", paragraph=number) for number in range(300)]
    targets = [Unit(f"აბზაცი {number}", paragraph=number) for number in range(300)]
    beads = [Bead((at,), (at,), confidence=0.5 if at >= 290 else 0.99) for at in range(300)]
    with Project.create(tmp_path / "many.transreview") as project:
        project.articles.add(
            Article(id=0, slug="many", title="Many", source_language="zh", target_language="ka"),
            units,
            targets,
            beads,
        )
        yield project


def test_only_the_chunks_that_are_looked_at_are_read(many, monkeypatch):
    read = []
    rows = many.segments.get_many
    monkeypatch.setattr(many.segments, "get_many", lambda ids: read.extend(ids) or rows(ids))
    session = Session(many, many.articles.get(1))
    session.load()
    assert read == []
    assert session.segment(130).position == 130
    assert session.segment(131).position == 131
    assert len(read) == CHUNK


def test_the_order_of_all_segments_is_not_read_before_something_needs_it(many, monkeypatch):
    def unread(_article_id=None):
        raise AssertionError("the order of all segments was read")

    with monkeypatch.context() as patched:
        patched.setattr(many.segments, "ids", unread)
        session = Session(many, many.articles.get(1))
        assert (len(session), session.total) == (300, 300)
        assert [session.segment(index).position for index in (0, 130, 299)] == [0, 130, 299]
        assert session.nearest(131) == session.index_of(131) == 130
        assert session.index_of(999) is None
        with pytest.raises(IndexError):
            session.segment(300)
    before = [session.segment(index).id for index in range(300)]
    assert before == list(session.ids) == list(session.shown)
    assert [session.segment(index).id for index in range(300)] == before


def test_a_window_of_segments_is_what_their_ids_give(many):
    many.structure.merge(8)
    ids = many.segments.ids(1)
    assert many.segments.window(1, 5, 10) == many.segments.get_many(ids[5:15])
    assert many.segments.window(1, 298, 10) == many.segments.get_many(ids[298:])
    assert many.segments.window(2, 0, 10) == []
    assert many.segments.count(1) == len(ids) == 299
    assert [many.segments.position(one, 1) for one in ids] == list(range(299))
    assert many.segments.position(9, 1) is None  # it was merged


def test_old_chunks_are_let_go(many, monkeypatch):
    monkeypatch.setattr(session_module, "KEPT_CHUNKS", 2)
    session = Session(many, many.articles.get(1))
    for index in range(0, 300, CHUNK):
        session.segment(index)
    assert len(session._chunks) == 2


def test_a_filter_shows_its_segments_in_order_and_survives_a_reload(many):
    session = Session(many, many.articles.get(1))
    session.show_only([5, 9, 40])
    assert [session.segment(index).id for index in range(3)] == [5, 9, 40]
    assert session.index_of(9) == 1
    assert session.index_of(6) is None
    assert (session.nearest(6), session.nearest(41), session.nearest(9)) == (1, 2, 1)
    many.structure.merge(8)
    session.reload()
    assert list(session.shown) == [5, 40]
    session.show_all()
    assert len(session) == 299


def test_changes_of_others_are_noticed_once_and_named(many):
    session = Session(many, many.articles.get(1))
    assert session.changed_elsewhere() is None
    many.segments.edit(3, "ჩემი", revision=0)
    assert session.changed_elsewhere() is None
    with Project.open(many.path, user="გიორგი") as second:
        second.segments.edit(7, "სხვისი", revision=0)
    assert 7 in session.changed_elsewhere()
    assert session.changed_elsewhere() is None


def test_a_segment_that_is_gone_is_no_crash(many):
    session = Session(many, many.articles.get(1))
    session.show_only([1, 2, 3])
    many.structure.merge(1)
    session.forget()
    with pytest.raises(IndexError):
        session.segment(1)


def test_unsure_alignments_are_selected(many):
    assert select(many, 1, SegmentFilter(conditions=frozenset("l")), {}) == list(range(291, 301))


def test_the_columns_follow_the_texts_but_leave_each_its_least(many):
    assert session_module.LEAST_SHARE <= Session(many, many.articles.get(1)).source_share <= 0.64


async def test_the_next_unfinished_is_found_beyond_those_looked_at_one_by_one(review, many, monkeypatch):
    monkeypatch.setattr(position, "LOOKED_AT", 5)
    many.segments.set_status_many([(number, 0) for number in range(1, 300)], Status.CONFIRMED)
    async with review(many) as desk:
        await desk.press("u")
        assert desk.current == 299
        many.segments.set_needs_work(100, True, revision=1)
        desk.controllers.bench.reread()
        await desk.press("u")
        assert desk.current == 99


async def test_drafts_left_behind_are_told_of_at_the_start(review, many):
    many.drafts.save(12, "დაუსრულებელი", revision=0)
    async with review(many) as desk:
        assert desk.message == "! Unsaved text of yours is kept for segment 12: open it to go on."


async def test_forty_articles_can_be_chosen_from(review, many, fill_article):
    for number in range(2, 41):
        fill_article(many, ["段"], [f"სტატია {number}"], slug=f"a{number}", title=f"第{number}篇")
    async with review(many) as desk:
        await desk.press("L", "up", "enter")
        await desk.settle()
        assert "სტატია 40" in desk.text


@pytest.mark.parametrize("size", [(30, 8), (20, 5), (300, 90)])
async def test_odd_sizes_of_the_terminal_do_no_harm(review, many, size):
    async with review(many, size=size) as desk:
        for key in (
            "j",
            "pagedown",
            "G",
            "enter",
            "x",
            "escape",
            "t",
            "escape",
            "?",
            "escape",
            "F",
            "escape",
            "S",
            "escape",
        ):
            await desk.press(key)
        assert desk.stored(299).target.startswith("x")
