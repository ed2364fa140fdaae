"""What nobody asked for by name is never saved as finished: it is said, and one key takes it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.model.segment import Status
from transreview.tui.review.losses import loss
from transreview.tui.widths import graphemes, sign_edges


async def test_cut_without_a_selection_takes_nothing(review):
    async with review() as desk:
        await desk.press("enter", "ctrl+x")
        assert desk.editor.text == desk.TARGET[0]
        assert desk.message.startswith("Nothing is selected")
        await desk.press("escape")
        assert desk.stored().target == desk.TARGET[0]


async def test_a_selection_is_cut(review):
    async with review() as desk:
        await desk.press("enter", "shift+right", "shift+right", "ctrl+x")
        assert desk.editor.text == desk.TARGET[0][2:]


async def test_deleting_to_the_end_of_the_line_is_said_and_taken_back(review):
    async with review() as desk:
        await desk.press("enter", "ctrl+k")
        gone = len(desk.TARGET[0]) - len(desk.editor.text)
        assert desk.message == f"! {gone} characters are deleted; Ctrl+Z brings them back."
        await desk.press("ctrl+z")
        assert desk.editor.text == desk.TARGET[0]


async def test_an_emptied_translation_is_saved_as_edited_and_one_key_brings_it_back(review):
    async with review() as desk:
        await desk.press("enter", "ctrl+k", "ctrl+k", "ctrl+k", "escape")
        assert desk.message.startswith("! The translation is empty. It is saved as edited")
        assert desk.stored().status is Status.EDITED
        await desk.press("U")
        assert desk.stored().target == desk.TARGET[0]


@pytest.mark.parametrize(("key", "status"), [("f9", Status.CONFIRMED), ("alt+a", Status.APPROVED)])
async def test_an_emptied_translation_is_finished_only_by_the_same_key_again(review, key, status):
    async with review() as desk:
        await desk.press("enter", "ctrl+k", "ctrl+k", "ctrl+k", key)
        assert desk.stored().status is Status.EDITED
        assert "not confirmed yet" in desk.message
        assert desk.view.desk.segment.position == 0
        await desk.press(key)
        assert desk.stored().status is status
        assert desk.stored().target == ""


async def test_after_another_text_the_key_asks_again(review):
    async with review() as desk:
        await desk.press("enter", "ctrl+k", "ctrl+k", "ctrl+k", "f9", "y", "f9")
        assert desk.stored().status is Status.EDITED


async def test_an_empty_translation_is_not_confirmed_from_the_list_at_once(review, project):
    project.segments.edit(1, "", revision=0)
    async with review() as desk:
        await desk.press("c")
        assert desk.stored().status is not Status.CONFIRMED
        await desk.press("c")
        assert desk.stored().status is Status.CONFIRMED


async def test_usual_corrections_are_confirmed_at_once(review):
    async with review() as desk:
        await desk.press("enter")
        desk.editor.put("სარკის ინდუსტრია ინარჩუნებს თავდაპირველ განზრახვას.")
        await desk.press("f9")
        assert desk.stored().status is Status.CONFIRMED


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("აბზაცი ერთი აქ დგას.", "", True),
        ("", "", True),
        ("პირველი აბზაცი აქ დგას.\nმეორე აბზაცი აქ დგას.", "პირველი აბზაცი აქ დგას.", True),
        ("პირველი აბზაცი აქ დგას.\nმეორე აბზაცი აქ დგას.", "პირველი აბზაცი აქ დგას. მეორე აბზაცი აქ დგას.", False),
        ("მოკლე", "მ", False),
        ("აბზაცი, რომელიც საკმაოდ გრძელია", "აბზაცი, რომელიც", True),
        ("აბზაცი, რომელიც საკმაოდ გრძელია", "აბზაცი, რომელიც გრძელია", False),
        ("", "ახალი თარგმანი", False),
    ],
)  # fmt: skip
def test_what_counts_as_a_loss(before, after, lost):
    assert bool(loss(before, after)) is lost


async def test_one_backspace_takes_one_emoji(review):
    async with review() as desk:
        await desk.press("enter")
        for sign in ("👩‍👩‍👧‍👦", "👍🏽", "🇬🇪", "1️⃣", "ა̈"):
            desk.editor.put(f"a{sign}")
            await desk.press("ctrl+end", "backspace")
            assert desk.editor.text == "a", sign
            desk.editor.put(f"{sign}b")
            await desk.press("ctrl+home", "right", "x")
            assert desk.editor.text == f"{sign}xb", sign


@given(st.text(max_size=30).filter(lambda text: "\n" not in text))
def test_signs_cover_a_line_and_never_divide_what_a_terminal_cannot(line):
    edges = sign_edges(line)
    assert edges[-1] == len(line)
    assert sorted(set(edges)) == edges
    assert not line or edges[0] == 0
    if "\u200d" in line or "\ufe0f" in line:
        assert set(edges) <= {0, len(line), *(start for start, _end, _width in graphemes(line))}


async def test_the_beginning_and_the_end_of_a_text_are_one_key_away(review):
    async with review() as desk:
        await desk.press("enter")
        desk.editor.put("ერთი\nორი\nსამი")
        await desk.press("ctrl+home", "x", "ctrl+end", "y")
        assert desk.editor.text == "xერთი\nორი\nსამიy"


async def test_a_key_with_alt_that_means_nothing_types_nothing_and_says_so(review):
    async with review() as desk:
        await desk.press("enter", "alt+n")
        assert desk.editor.text == desk.TARGET[0]
        assert desk.message == "Alt+N does nothing in the editor."
        await desk.press("escape", "Z")
        assert desk.message == "Z does nothing in the list; ? shows the keys."
        await desk.press("enter")  # what was said in the list is done with
        assert "○ machine" in desk.message


async def test_confirming_with_an_error_standing_says_which(review):
    async with review() as desk:
        await desk.press("enter")
        desk.editor.put("镜 სარკის ინდუსტრია ინარჩუნებს თავდაპირველ განზრახვას.")
        await desk.press("f9")
        assert desk.stored().status is Status.CONFIRMED
        assert desk.message.startswith("! Confirmed 0001, but an error stands: ")
