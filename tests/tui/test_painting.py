"""What the screen looks like, line by line; the pictures are plain text under golden/.

After a wanted change: UPDATE_GOLDEN=1 pytest tests/tui/test_painting.py, and read the difference.
"""

import os
import re
from pathlib import Path

import pytest

from transreview.model.segment import Status
from transreview.tui.app import ReviewApp
from transreview.tui.keymaps import load
from transreview.tui.review.checks import Checks
from transreview.tui.theme import LIGHT

GOLDEN = Path(__file__).parent / "golden"


def compare(name, text):
    path = GOLDEN / f"{name}.txt"
    text = "\n".join(line.rstrip() for line in text.split("\n")) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.fixture
def worked_on(project, monkeypatch):
    """The project half-way, without findings: the checks have tests of their own."""
    monkeypatch.setattr(Checks, "start", lambda self: None)
    project.segments.set_status(1, Status.APPROVED, revision=0)
    project.segments.edit(
        2, "ჩინეთის სათვალის ასოციაციის მე-9 მუდმივმოქმედი საბჭოს შეხვედრა გაიმართა", revision=0
    )
    project.segments.set_status(3, Status.CONFIRMED, revision=0)
    project.segments.set_needs_work(4, True, revision=0)
    project.comments.add(5, "ნახე")
    return project


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])
async def test_the_list(review, worked_on, size):
    async with review(worked_on, checks=False, size=size) as desk:
        await desk.press("j")
        text = desk.text
        if size[0] > 100:  # the history pane has the moment of the change
            text = "\n".join(line[:112] for line in text.split("\n"))
        compare(f"list-{size[0]}x{size[1]}", text)


async def test_the_editor(review, worked_on):
    async with review(worked_on, checks=False) as desk:
        await desk.press("j", "enter")
        compare("editor-80x24", desk.text)


async def test_the_comparison(review, worked_on):
    async with review(worked_on, checks=False) as desk:
        await desk.press("j", "d")
        compare("comparison-80x24", desk.text)


async def test_the_dialogs(review, worked_on):
    async with review(worked_on, checks=False) as desk:
        for key, name in (("F", "filter"), ("S", "split"), (":", "go-to"), ("R", "replace")):
            await desk.press(key)
            compare(f"{name}-80x24", desk.text)
            await desk.press("escape")


async def test_panes_beside_the_text_from_90_columns_below_it_under_90(review, worked_on):
    async with review(worked_on, checks=False, size=(90, 24)) as desk:
        assert "Terms" in desk.text
        await desk.press("w")
        await desk.settle()
        assert "Terms" not in desk.text
        await desk.press("w")
        await desk.pilot.resize_terminal(89, 24)
        await desk.settle()
        assert "Terms" not in desk.text
        await desk.press("w")  # where one at a time has room, the first is gone to
        assert "Terms" in desk.text


async def test_status_and_flags_are_said_by_signs_and_words(review, worked_on):
    async with review(worked_on, checks=False, size=(160, 50)) as desk:
        for words in ("✔ approved", "◐ edited", "● confirmed", "○ machine", "⚑", "✎"):
            assert words in desk.text
        await desk.press("j", "j", "j")
        assert desk.message.startswith("○ machine · ⚑ needs work")


async def test_nothing_is_said_by_colour_alone(review, project):
    """Every style of a mark has an attribute besides its colour, in both themes."""
    project.segments.edit(1, "წვეულებას", revision=0)
    async with review(project) as desk:
        for theme in ("transreview-dark", LIGHT.name):
            desk.app.theme = theme
            await desk.pilot.pause()
            styles = desk.view.rows.row_styles
            for kind, style in styles.marks.items():
                if kind != "muted":
                    lines = style.underline or style.underline2 or style.strike
                    assert lines or style.reverse or style.bold or style.italic, kind
            distinct = {
                (style.bold, style.underline, style.reverse, style.strike)
                for kind, style in styles.marks.items()
                if kind in {"term", "warning", "error", "removed"}
            }
            assert len(distinct) == 4


async def test_no_color_leaves_no_colour_and_every_sign(worked_on, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReviewApp(worked_on, load("default"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        svg = app.export_screenshot().replace("#c5c8c6", "#c5c5c5")  # what Rich writes for "no colour"
    colours = set(re.findall(r"#[0-9a-f]{6}", svg.split("terminal-", 1)[1].split("<rect")[0]))
    assert "⚑" in svg
    assert "✔" in svg
    assert {colour for colour in colours if len({colour[1:3], colour[3:5], colour[5:7]}) > 1} == set()
