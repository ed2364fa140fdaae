"""Texts that would steer the terminal, hide, or be taken for markup are shown, kept, and do nothing."""

from threading import current_thread, main_thread

import pytest

from transreview.project.project import Project

ESCAPES = "\x1b[2J\x1b]0;title\x07ა\x9b31m"
BIDI = "ab\u202ecd\u202c \u2066x\u2069 \u200bზ\ufeff"
MARKUP = "[bold red]ა[/] [@click=app.quit]x[/] [link=http://x]y[/] [/nothing] \\[x"


@pytest.fixture
def hostile(tmp_path, fill_article):
    """A project full of such texts, its title and comments too."""
    with Project.create(tmp_path / "hostile [red].transreview", user="[bold]mallory\x1b[1m") as project:
        texts = [ESCAPES, BIDI, MARKUP, "a\tb\rc", "👨\u200d👩\u200d👧 e\u0301 ❤\ufe0f", "x" * 5000]
        fill_article(project, texts, texts, title=f"[blink]{ESCAPES}")
        project.comments.add(1, MARKUP + ESCAPES)
        yield project


async def test_nothing_reaches_the_terminal_that_is_not_shown(hostile, review):
    async with review(hostile, size=(140, 50)) as desk:
        for key in ("j", "j", "j", "j", "j", "g", "h", "escape", "M", "escape", "d", "F", "escape", "?", "q"):
            await desk.press(key)
            shown = desk.text
            assert not {c for c in shown if ord(c) < 32 and c != "\n"} | (
                set(shown) & set("\x9b\u202e\u2066\u200b")
            )
        assert "␛[2J␛]0;title␇ა␦31m" in desk.text
        assert "ab⇐cd⇥" in desk.text
        assert "[bold red]ა[/]" in desk.text
        assert "[blink]␛[2J" in desk.text


async def test_the_symbols_are_explained_beside_the_text(hostile, review):
    async with review(hostile, size=(140, 50)) as desk:
        await desk.press("j")
        await desk.settle()
        assert "U+202E RIGHT-TO-LEFT" in desk.text


async def test_every_column_keeps_its_place(hostile, review):
    from transreview.tui.widths import cells

    async with review(hostile, size=(80, 24)) as desk:
        for _ in range(6):
            widths = {cells(desk.view.rows.render_line(y).text) for y in range(desk.view.rows.size.height)}
            assert widths == {80}
            await desk.press("j")


async def test_editing_keeps_what_was_hidden(hostile, review):
    async with review(hostile) as desk:
        for index, text in enumerate((ESCAPES, BIDI, MARKUP, "a\tb\rc")):
            await desk.press("enter", "x", "escape", "j")
            assert desk.stored(index).target == "x" + text.replace("\r", "\n")


async def test_a_segment_of_many_pages_is_shown_edited_and_compared(
    review, tmp_path, fill_article, monkeypatch
):
    long = "გრძელი ტექსტი. " * 20_000
    with Project.create(tmp_path / "long.transreview") as project:
        fill_article(project, ("一。", "二。"), ("ერთი.", long.strip()))
        async with review(project, size=(140, 40)) as desk:
            await desk.press("j")
            assert desk.view.row(1).target.endswith(f"… (+{len(long) - 1 - 50_000:,})")
            await desk.press("enter", "ctrl+end")
            looks, look = [], desk.view._look
            monkeypatch.setattr(
                desk.view,
                "_look",
                lambda *given: (looks.append(current_thread() is main_thread()), look(*given))[1],
            )
            await desk.press("b", "backspace", "c")
            await desk.until(lambda: looks)
            assert not any(looks)  # the keys wait for none of that
            await desk.press("escape")
            assert desk.stored(1).target == long.strip() + "c"
            assert "{+c+}" in desk.text
            await desk.until(lambda: "check.too-long" in desk.text)


async def test_pasted_escapes_are_shown_and_kept(review):
    from textual.events import Paste

    async with review() as desk:
        await desk.press("enter")
        desk.app.post_message(Paste("\x1b[31mწითელი\u202e\r\nმეორე"))
        await desk.pilot.pause()
        assert "␛[31mწითელი⇐" in desk.text
        await desk.press("escape")
        assert desk.stored().target.startswith("\x1b[31mწითელი\u202e\nმეორე")


async def test_errors_with_hostile_words_are_shown_as_data(hostile, review):
    async with review(hostile) as desk:
        await desk.press("/")
        await desk.type("[nope]")
        await desk.press("enter")
        assert desk.message == "! “[nope]” is nowhere in the project."
        await desk.press("F", "tab")
        await desk.type("[x]")
        await desk.press("enter")
        assert desk.message.startswith("! No segment fits: “[x]”")
