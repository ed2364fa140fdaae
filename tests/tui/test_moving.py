"""Going through a list by keys: every row on the screen is complete, at any size."""

import pytest

from transreview.errors import UsageError
from transreview.model.bead import Bead
from transreview.model.unit import Granularity
from transreview.project.project import Project
from transreview.tui.app import ReviewApp
from transreview.tui.keymaps import load


def column(desk, start, end):
    """Return what stands in some columns of the list, blanks left out."""
    return "".join(line[start:end] for line in desk.text.split("\n")[1:-2]).replace(" ", "")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50), (60, 20)])
async def test_every_row_on_the_first_screen_is_complete(review, size):
    async with review(size=size) as desk:
        rows = desk.view.rows
        lines = [rows.render_line(y).text for y in range(rows.size.height)]
        left, right = "".join(lines).split("│")[0], "".join(line.partition(" │ ")[2] for line in lines)
        assert left
        shown = "".join(right.replace("│", "").replace("█", "").split())
        first = "".join(desk.TARGET[0].split())
        assert shown.startswith(first)
        if len(desk.view.rows.visible_rows()) == len(desk.TARGET):
            assert all("".join(text.split()) in shown for text in desk.TARGET)


async def test_keys_go_through_the_list(review):
    async with review() as desk:
        for key, expected in (
            ("j", 1), ("down", 2), ("k", 1), ("up", 0), ("up", 0), ("G", 5), ("j", 5), ("g", 0), ("end", 5),
            ("home", 0), ("ჯ", 1), ("კ", 0),
        ):  # fmt: skip
            await desk.press(key)
            assert desk.current == expected, key


async def test_go_to_a_number(review):
    async with review() as desk:
        await desk.press(":", "5", "enter")
        assert desk.current == 4
        await desk.press("colon", "9", "9", "enter")
        assert desk.message == "! There is no segment 99; the last one is 6."
        assert desk.current == 4


async def test_unfinished_wraps_around_and_says_so(review):
    async with review() as desk:
        await desk.press("c", "c", "G")
        await desk.press("u")
        assert desk.current == 2
        assert desk.message == "From the beginning."
        await desk.press("p")
        assert desk.current == 5


async def test_doubtful_alignments_are_walked_and_those_made_by_hand_are_not(review, project):
    sure = [0.99, 0.4, 0.95, 0.79, 0.8, 0.3]
    project.structure.realign(
        1, [Bead((at,), (at,), confidence=confidence) for at, confidence in enumerate(sure)]
    )
    last = project.segments.all()[5]
    project.segments.set_fixed(last.id, True, revision=last.revision)
    async with review() as desk:
        visited = []
        for _step in range(3):
            await desk.press("l")
            visited.append(desk.current)
        assert visited == [1, 3, 1]
        assert desk.message == "From the beginning."


async def test_without_a_doubtful_alignment_the_screen_says_so(review):
    async with review() as desk:
        await desk.press("l")
        assert desk.current == 0
        assert desk.message == "No other alignment is doubtful here."


async def test_a_row_longer_than_the_screen_is_read_to_its_end_before_the_next(
    tmp_path, review, fill_article
):
    long = " ".join(f"სიტყვა{number}" for number in range(300))
    with Project.create(tmp_path / "long.transreview") as project:
        fill_article(project, ["眼镜" * 300, "业"], [long, "მეორე"])
        async with review(project) as desk:
            seen = ""
            for _ in range(30):
                seen += desk.text
                if desk.current:
                    break
                await desk.press("j")
            assert desk.current == 1
            assert all(f"სიტყვა{number}" in seen for number in range(300))
            for _ in range(30):
                await desk.press("k")
            assert desk.current == 0
            assert "სიტყვა0 " in desk.text


async def test_pages_show_every_line_once_or_more(tmp_path, review, fill_article):
    target = [f"სტრიქონი-{number} " * (number % 7 + 1) for number in range(50)]
    with Project.create(tmp_path / "pages.transreview") as project:
        fill_article(project, ["眼镜"] * 50, target)
        async with review(project) as desk:
            seen = desk.text
            for _ in range(24):
                await desk.press("pagedown")
                seen += desk.text
            assert desk.current == 49
            assert all(f"სტრიქონი-{number} " in seen for number in range(50))
            seen = desk.text
            for _ in range(24):
                await desk.press("pageup")
                seen += desk.text
            assert desk.current == 0
            assert all(f"სტრიქონი-{number} " in seen for number in range(50))


async def test_resizing_keeps_the_current_row_on_the_screen(review):
    async with review() as desk:
        await desk.press("G")
        for size in ((60, 15), (200, 60), (80, 24)):
            await desk.pilot.resize_terminal(*size)
            await desk.settle()
            assert 5 in desk.view.rows.visible_rows()
            assert "სექ-10-2021" in desk.text


async def test_the_wheel_scrolls_and_a_click_goes_there_and_opens(review):
    async with review(size=(80, 14)) as desk:
        rows = desk.view.rows
        from textual.events import MouseScrollDown

        rows.post_message(MouseScrollDown(rows, 3, 3, 0, 1, 0, False, False, False))
        await desk.pilot.pause()
        assert rows.scroll_extent()[0] == 3
        await desk.pilot.click(rows, offset=(20, 4))
        there = desk.current
        assert there > 0
        assert not desk.view.desk.is_open
        y = next(y for y, (row, _line) in enumerate(rows._visible) if row == there)
        await desk.pilot.click(rows, offset=(20, y))
        await desk.pilot.pause()
        assert desk.view.desk.segment.position == there


async def test_articles_are_changed_and_remember_their_place(path, review, fill_article):
    with Project.open(path) as project:
        fill_article(project, ["第一段", "第二段"], ["პირველი", "მეორე"], slug="second", title="另一篇")
        async with review(project) as desk:
            await desk.press("j", "j", "]")
            await desk.settle()
            assert "另一篇 (2 of 2)" in desk.text
            assert "პირველი" in desk.text
            await desk.press("]")
            assert desk.message == "There is no other article in this direction."
            await desk.press("[")
            await desk.settle()
            assert desk.current == 2
            await desk.press("L", "2")
            await desk.settle()
            assert "პირველი" in desk.text


async def test_undo_in_another_article_goes_there(path, review, fill_article):
    with Project.open(path) as project:
        fill_article(project, ["第一段"], ["პირველი"], slug="second", title="另一篇")
        async with review(project) as desk:
            await desk.press("enter", "x", "escape", "]")
            await desk.settle()
            await desk.press("U")
            await desk.settle()
            assert "镜业守初心 (1 of 2)" in desk.text
            assert desk.message.startswith("✓ Undid: edit of 0001")


async def test_sentences_stand_without_rules(tmp_path, review, fill_article):
    with Project.create(tmp_path / "sentences.transreview") as project:
        fill_article(
            project, ["第一句。", "第二句。"], ["პირველი.", "მეორე."], granularity=Granularity.SENTENCE
        )
        async with review(project) as desk:
            assert "┼" not in desk.text


def test_it_begins_where_it_is_told(project):
    app = ReviewApp(project, load("default"), article_id=1, segment=4)
    assert project.segments.get(app._segment).position == 3
    with pytest.raises(UsageError, match="has segments 1 to 6, not 7"):
        ReviewApp(project, load("default"), segment=7)
    with pytest.raises(UsageError, match="no article 9"):
        ReviewApp(project, load("default"), article_id=9)


def test_a_project_without_articles_says_what_to_do(tmp_path):
    with (
        Project.create(tmp_path / "empty.transreview") as project,
        pytest.raises(UsageError, match="Add one with `transreview add`"),
    ):
        ReviewApp(project, load("default"))
