"""Terms and findings: shown for the current segment, used by one key."""

import pytest

from transreview.project.project import Project
from transreview.workflow.terms.glossaries import set_glossaries

GLOSSARY = """\
id,subject,definition,status,note,zh,ka,ka:not
association,association,,approved,,中国眼镜协会,ჩინეთის სათვალის ასოციაცია,ჩინეთის ოპტიკური ასოციაცია
party,party,The ruling party,approved,,党,პარტია,წვეულება
council,association,,approved,,常务理事会,მუდმივმოქმედი საბჭო,
"""


@pytest.fixture
def project(path, tmp_path):
    """The project with a small glossary."""
    glossary = tmp_path / "terms.csv"
    glossary.write_text(GLOSSARY, encoding="utf-8")
    with Project.open(path) as opened:
        set_glossaries(opened, [glossary])
        yield opened


async def test_terms_and_findings_stand_beside_the_text(review):
    async with review(size=(140, 40)) as desk:
        shown = desk.text
        assert "! 党 → პარტია" in shown
        assert "✗ წვეულებას → პარტიას" in shown
        assert "(2×)" not in shown
        assert "term.forbidden" in shown
        assert "✗" in shown.split("\n")[1]


async def test_a_rendering_that_is_wrong_at_several_places_stands_once(review):
    async with review(size=(140, 40)) as desk:
        await desk.press("enter")
        desk.editor.put("წვეულება და წვეულება, წვეულებას")
        await desk.press("ctrl+s")
        assert "✗ წვეულება → პარტია (2×)" in desk.text
        assert desk.text.count("✗ წვეულებას → პარტიას") == 1


async def test_a_narrow_screen_shows_one_pane_at_a_time_by_key(review):
    async with review() as desk:
        assert "Terms" not in desk.text
        await desk.press("t")
        assert "! 党 → პარტია" in desk.text
        await desk.press("tab")
        assert "term.forbidden" in desk.text
        assert "! 党" not in desk.text
        await desk.press("escape")
        assert "term.forbidden" not in desk.text
        await desk.press("j")
        assert desk.current == 1


async def test_a_term_is_inserted_at_the_cursor_by_its_number(review):
    async with review() as desk:
        await desk.press("j", "enter", "end", "alt+2")
        assert desk.editor.content.split("\n")[0].startswith("ჩინეთის ოპტიკური ასოციაციის")
        assert "მუდმივმოქმედი საბჭო" in desk.editor.content.replace(desk.TARGET[1], "")


async def test_choosing_a_term_with_a_wrong_rendering_puts_the_right_one_in_its_form(review):
    async with review() as desk:
        await desk.press("t", "1")
        assert "პარტიას" in desk.editor.content
        assert "წვეულებას" not in desk.editor.content
        await desk.press("escape")
        assert "პარტიას" in desk.stored().target


async def test_a_fix_is_applied_by_one_key_and_undone(review):
    async with review() as desk:
        await desk.press("j", ".")
        assert desk.message == "✓ Mended and saved; U undoes."
        assert "ჩინეთის სათვალის ასოციაციის" in desk.stored(1).target
        await desk.press("U")
        assert desk.stored(1).target == desk.TARGET[1]


async def test_a_fix_in_the_editor_waits_for_saving(review):
    async with review() as desk:
        await desk.press("j", "enter", "alt+f")
        assert "სათვალის" in desk.editor.content
        assert desk.stored(1).target == desk.TARGET[1]
        await desk.press("escape")
        assert "სათვალის" in desk.stored(1).target


async def test_a_dismissed_finding_goes_and_undo_brings_it_back(review):
    async with review(size=(140, 40)) as desk:
        before = desk.text.count("The glossary forbids")
        await desk.press("x", "D")
        assert "Why is this no fault?" in desk.text
        await desk.press("enter")
        assert desk.message == "✓ Dismissed; U undoes."
        assert [one.reason for one in desk.project.dismissals.all().values()] == ["correct here"]
        assert desk.text.count("The glossary forbids") < before
        await desk.press("escape", "U")
        await desk.settle()
        assert desk.text.count("The glossary forbids") == before


async def test_next_finding_goes_to_the_next_segment_with_one(review):
    async with review() as desk:
        await desk.press("!")
        assert desk.current == 1
        await desk.press("E", "E")
        assert desk.current != 0


async def test_findings_follow_what_is_typed(review):
    async with review(size=(140, 40)) as desk:
        await desk.press("enter", "end")
        await desk.type(" 党")
        await desk.settle()
        assert "script.han" in desk.text or "han" in desk.text.lower()


async def test_a_missing_glossary_is_told_and_the_review_goes_on(review, tmp_path):
    (tmp_path / "terms.csv").unlink()
    async with review() as desk:
        assert "glossary is not there" in desk.message
        await desk.press("enter", "x", "escape")
        assert desk.stored().target.startswith("x")


async def test_checks_that_fail_are_told_and_the_review_goes_on(review, monkeypatch):
    from transreview.tui import live_insight

    def broken(*_arguments):
        raise RuntimeError("a plug-in is broken")

    monkeypatch.setattr(live_insight.LiveInsight, "load", broken)
    async with review(wait=False) as desk:
        await desk.pilot.pause(1.0)
        assert "a plug-in is broken" in desk.message
        await desk.press("enter", "x", "escape")
        assert desk.stored().target.startswith("x")


async def test_enter_in_a_pane_without_lines_chooses_nothing_and_says_nothing(review):
    async with review(size=(120, 36)) as desk:
        await desk.press("t")
        pane = desk.view.panes.pane("comments")
        assert pane.value(0) is None
        pane.focus()
        await desk.press("enter")
        assert "There is no number" not in desk.text
