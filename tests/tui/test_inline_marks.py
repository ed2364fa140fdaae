"""Links, bold and code that a file gives beside its texts are shown as calmly as in print."""

from __future__ import annotations

import pytest

from transreview.model.inline_mark import InlineMark
from transreview.model.inline_mark import MarkKind as InlineKind
from transreview.model.segment import Segment
from transreview.model.unit import UnitKind
from transreview.project import Project
from transreview.tui.marks import Mark, MarkKind, runs
from transreview.tui.presenting import present
from transreview.tui.theme import MARKS
from transreview.workflow.intake.article_input import ArticleInput
from transreview.workflow.intake.importing import import_article

SEGMENT = Segment(
    id=1, article_id=1, key="0001", position=0, kind=UnitKind.PARAGRAPH, source="请看说明书", machine="იხილეთ გზამკვლევი", target="იხილეთ გზამკვლევი",
)  # fmt: skip


def test_the_words_of_a_link_are_marked_on_both_sides():
    row = present(
        SEGMENT,
        source_inline=[InlineMark(InlineKind.LINK, 2, 5, value="/a", inner=(2, 5))],
        target_inline=[InlineMark(InlineKind.STRONG, 7, 17, value="", inner=(7, 17))],
    )
    assert row.source_marks == (Mark(2, 5, MarkKind.LINK),)
    assert row.target_marks == (Mark(7, 17, MarkKind.STRONG),)


def test_what_has_no_words_is_not_drawn_and_a_comparison_shows_changes_only():
    picture = InlineMark(InlineKind.IMAGE, 3, 3, value="a.png")
    assert present(SEGMENT, source_inline=[picture]).source_marks == ()
    strong = InlineMark(InlineKind.STRONG, 0, 3, value="", inner=(0, 3))
    edited = Segment(
        id=1, article_id=1, key="1", position=0, kind=UnitKind.PARAGRAPH, source="a", machine="b", target="c"
    )
    row = present(edited, compared=True, target_inline=[strong])
    assert {mark.kind for mark in row.target_marks} == {MarkKind.REMOVED, MarkKind.ADDED}


def test_findings_are_drawn_over_them():
    kinds = next(iter(runs("abc", 0, 3, [Mark(0, 3, MarkKind.ERROR), Mark(0, 3, MarkKind.LINK)])))[1]
    assert kinds[-1] is MarkKind.ERROR
    assert all(f"mark--{kind}" in MARKS for kind in MarkKind)


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A project of a page with a link."""
    monkeypatch.setenv("TRANSREVIEW_USER", "n")
    source, target, where = (tmp_path / name for name in ("a.zh.html", "a.ka.html", "p.transreview"))
    source.write_text("<html lang='zh'><p>请看<a href='/a'>说明书</a>吧。</p></html>", encoding="utf-8")
    target.write_text("<html lang='ka'><p>იხილეთ <a href='/a'>გზამკვლევი</a>.</p></html>", encoding="utf-8")
    with Project.create(where) as project:
        import_article(project, ArticleInput(source, target, source_language="zh", target_language="ka"))
    return where


async def test_the_screen_shows_the_links_of_a_page(review):
    async with review() as desk:
        await desk.settle()
        row = desk.view.row(0)
        assert [row.source[m.start : m.end] for m in row.source_marks if m.kind is MarkKind.LINK] == [
            "说明书"
        ]
        links = [m for m in row.target_marks if m.kind is MarkKind.LINK]
        assert [row.target[m.start : m.end] for m in links] == ["გზამკვლევი"]
