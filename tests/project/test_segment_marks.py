"""What a file says of segments beside their texts comes with the segments, however units are grouped."""

from __future__ import annotations

import pytest

from tests.project.conftest import Clock, article
from transreview.model.bead import Bead
from transreview.model.inline_mark import InlineMark, MarkKind
from transreview.model.unit import Unit, UnitKind
from transreview.project import Project
from transreview.project.segment_marks import SegmentMarks, read_segment_marks

STRONG = InlineMark(MarkKind.STRONG, 0, 2, value="", inner=(0, 2))


@pytest.fixture
def made(tmp_path):
    """One heading, two paragraphs in one segment, a paragraph without marks, a heading with a level."""
    source = [
        Unit("标题", kind=UnitKind.TITLE, paragraph=0, level=1),
        Unit("一二", paragraph=1, marks=(STRONG,)),
        Unit("三四", paragraph=2, marks=(STRONG,)),
        Unit("没有", paragraph=3),
        Unit("小标题", kind=UnitKind.HEADING, paragraph=4, level=3),
    ]
    target = [
        Unit("სათაური", kind=UnitKind.TITLE, paragraph=0, level=2),
        Unit("ერთი ორი", paragraph=1, marks=(STRONG,)),
        Unit("არაფერი", paragraph=2),
        Unit("თავი", paragraph=3, level=4),
    ]
    beads = [Bead((0,), (0,)), Bead((1, 2), (1,)), Bead((3,), (2,)), Bead((4,), (3,))]
    with Project.create(tmp_path / "a.transreview", user="Nino", clock=Clock()) as project:
        project.articles.add(article(), source, target, beads)
        yield project


def test_only_segments_that_have_something_are_told(made):
    one = made.articles.all()[0]
    first, second, third, fourth = made.segments.ids()
    found = read_segment_marks(made._store, one)
    assert set(found) == {first, second, fourth}
    assert found[first] == SegmentMarks(source=(), machine=(), levels=(1, 2))
    # The second paragraph's mark stands behind the first paragraph and what joins the two.
    joined = made.segments.get(second).source
    assert [joined[mark.start : mark.end] for mark in found[second].source] == ["一二", "三四"]
    assert found[second].machine == (STRONG,)
    assert found[second].levels == (0, 0)
    # A paragraph's level is none of a heading.
    assert found[fourth].levels == (3, 0)
    assert read_segment_marks(made._store, one, [third, second]) == {second: found[second]}
    assert read_segment_marks(made._store, one, []) == {}


def test_a_segment_of_two_headings_has_no_level(made):
    one = made.articles.all()[0]
    first = made.segments.ids()[0]
    made.structure.merge(first)
    assert read_segment_marks(made._store, one)[made.segments.ids()[0]].levels == (0, 0)
