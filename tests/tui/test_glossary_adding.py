"""A term is added from the review with the words of both sides filled in."""

import pytest

from transreview.formats.glossary_csv import read_glossary
from transreview.model.glossary import ConceptStatus
from transreview.tui.dialogs.concept_form import ConceptForm, Field
from transreview.tui.dialogs.source_words import SourceWords
from transreview.tui.review.screen import ReviewScreen

pytestmark = pytest.mark.usefixtures("glossary")


def values(desk):
    return {field.name: field.value for field in desk.screen.query(Field)}


async def test_words_of_both_sides_are_filled_in_proposed_and_in_their_dictionary_form(review, glossary):
    async with review(size=(100, 30)) as desk:
        await desk.press("j", "j", "j", "enter")  # 会议重点学习贯彻党中央近期的决策部署…
        editor = desk.editor
        start = editor.text.index("გადაწყვეტილებებზე")
        editor.move_cursor((0, start))
        editor.move_cursor((0, start + len("გადაწყვეტილებებზე")), select=True)
        await desk.press("alt+t")
        await desk.until(lambda: isinstance(desk.screen, SourceWords))
        await desk.sees("გადაწყვეტილებებზე", "[决策")  # found by the lexicon
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, ConceptForm))
        assert values(desk)["zh"].startswith("决策")
        assert values(desk)["ka"] == "გადაწყვეტილება"
        assert values(desk)["note"].startswith("mirror:")
        assert "is entered as “გადაწყვეტილება”" in desk.text
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen) and "was added" in desk.message)
        made = next(c for c in read_glossary(glossary).concepts if c.of("ka")[0].text == "გადაწყვეტილება")
        assert made.status is ConceptStatus.PROPOSED
        assert desk.view.desk.is_open  # the editor is where it was
        await desk.settle()
        terms = desk.state.insight.terms(desk.view.desk.segment)
        assert "გადაწყვეტილება" in {text for use in terms for text in use.expected}


async def test_words_are_chosen_with_the_arrows_and_their_ends_moved_by_characters(review):
    async with review(size=(80, 24)) as desk:
        await desk.press("j", "plus")
        await desk.until(lambda: isinstance(desk.screen, SourceWords))
        await desk.pilot.pause(0.05)
        words = desk.screen._words
        text = desk.SOURCE[1]

        def chosen():
            start, end = desk.screen._span
            return text[start:end]

        assert chosen() == text[slice(*words[0])]
        await desk.press("right")
        assert chosen() == text[slice(*words[1])]
        await desk.press("space")
        assert chosen() == text[words[1][0] : words[2][1]]
        await desk.press("comma")
        assert chosen() == text[words[1][0] : words[2][1] - 1]
        await desk.press("apostrophe", "semicolon", "end")
        assert chosen() == text[slice(*words[-1])]
        await desk.press("escape")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))


async def test_giving_up_writes_nothing(review, glossary):
    before = glossary.read_bytes()
    async with review() as desk:
        await desk.press("plus")
        await desk.until(lambda: isinstance(desk.screen, SourceWords))
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, ConceptForm))
        await desk.press("escape")
        await desk.until(lambda: "Nothing was added" in desk.message)
    assert glossary.read_bytes() == before


async def test_what_was_added_in_the_review_is_taken_back_in_the_glossary(review, glossary):
    before = glossary.read_bytes()
    async with review() as desk:
        await desk.press("plus")
        await desk.until(lambda: isinstance(desk.screen, SourceWords))
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, ConceptForm))
        await desk.type("სარკე")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen) and "T, then U" in desk.message)
        assert glossary.read_bytes() != before
        await desk.press("T")
        await desk.until(lambda: not isinstance(desk.screen, ReviewScreen))
        await desk.press("U")
        await desk.until(lambda: "Undid" in desk.message)
        assert glossary.read_bytes() == before
