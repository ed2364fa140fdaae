"""A line to write in takes what is pasted whole or not at all, and hides nothing of it."""

import pytest
from textual import events
from textual.widgets import Input

from transreview.tui.widgets.line_input import LONGEST, LineInput


async def paste(desk, text):
    desk.app.post_message(events.Paste(text))
    await desk.press("end")


@pytest.mark.parametrize("key", ["/", "m", "R", ";", ":"])
async def test_lines_that_are_pasted_become_one_and_escapes_are_seen(review, key):
    async with review() as desk:
        await desk.press(key)
        await paste(desk, "ერთი\r\n  ორი \n\n\x1b[31mსამი\u202e")
        line = desk.screen.query_one(LineInput)
        assert line.value == "ერთი ორი ␛[31mსამი⇐"
        assert line.content == "ერთი ორი \x1b[31mსამი\u202e"


async def test_a_comment_keeps_what_was_hidden_in_what_was_pasted(review):
    async with review() as desk:
        await desk.press("m")
        await paste(desk, "ა\x1b[2Jბ")
        await desk.press("enter")
        assert [one.text for one in desk.project.comments.all()] == ["ა\x1b[2Jბ"]
        assert "ა␛[2Jბ" in desk.text or desk.message == "✓ The comment is saved."


@pytest.mark.parametrize("key", ["/", "R", ";", ":", "6"])
async def test_a_paste_that_no_line_takes_is_said_and_leaves_what_was_written(review, key):
    async with review() as desk:
        if key == "6":
            await desk.press("F", "m", "enter")
        await desk.press(key, "x")
        before = desk.screen.query_one(Input).value
        await paste(desk, "y" * 1_000_000)
        assert desk.screen.query_one(Input).value == before
        assert [note.message for note in desk.app._notifications] == [
            f"Nothing was pasted: the line takes {LONGEST:,} characters, and this has 1,000,000."
        ]


async def test_a_comment_may_be_a_page(review):
    async with review() as desk:
        await desk.press("m")
        await paste(desk, "სიტყვა " * 20_000)
        await desk.press("enter")
        assert len(desk.project.comments.all()[0].text) > 100_000


async def test_a_message_quotes_no_more_than_leaves_room_for_what_it_says(review):
    async with review() as desk:
        await desk.press("/")
        await paste(desk, "სიტყვა" * 300)
        await desk.press("enter")
        assert desk.message.startswith("! “სიტყვასიტყვა")
        assert desk.message.endswith("…” is nowhere in the project.")
        await desk.sees("the project.")
