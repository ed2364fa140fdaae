"""The glossary screen: concepts found, looked at, decided on and taken back, beside other people."""

from dataclasses import replace

import pytest

from transreview.formats.glossary_csv import read_glossary
from transreview.model.glossary import ConceptStatus
from transreview.tui.dialogs.concept_form import ConceptForm
from transreview.tui.glossary.concept_list import ConceptList
from transreview.tui.glossary.occurrence_list import OccurrenceList
from transreview.tui.glossary.screen import GlossaryScreen
from transreview.tui.review.screen import ReviewScreen
from transreview.workflow.terms.glossary_editing import edit_glossary, put

pytestmark = pytest.mark.usefixtures("glossary")


async def opened(desk):
    """Open the glossary and wait until the project is counted and the faults are known."""
    await desk.press("T")
    await desk.until(lambda: isinstance(desk.screen, GlossaryScreen))
    screen = desk.screen
    await desk.until(lambda: screen.state.declined and screen.state.counted)
    await desk.pilot.pause(0.1)
    return screen


def shown(screen):
    return [concept.id for concept in screen.view.concepts.concepts]


async def go_to(desk, concept_id):
    screen = desk.screen
    screen.view.show_concepts(concept_id)
    await desk.until(lambda: screen.view.concepts.current.id == concept_id)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_card_tells_terms_use_faults_and_where_the_concept_comes_from(review, size):
    async with review(size=size) as desk:
        screen = await opened(desk)
        assert shown(screen) == ["association", "changsha", "industry", "meeting", "optometrist", "party"]
        await go_to(desk, "party")
        await desk.sees("6 concepts", "? 1 proposed", "terms.csv", "terms.csv:7")
        await desk.sees(
            "party · ✔ approved", "✓ ka  პარტია", "✗ ka  წვეულება", "In 3 segments", "წვეულება × 1"
        )


async def test_search_finds_pieces_and_declined_forms_as_they_are_typed(review):
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("slash")
        await desk.type("ოპტომეტრისტების")
        assert shown(screen) == ["optometrist"]
        await desk.press("escape", "escape")
        assert len(shown(screen)) == 6
        await desk.press("slash", "党")
        assert shown(screen) == ["party"]
        await desk.press("enter", "j")
        assert isinstance(desk.app.focused, ConceptList)


async def test_filters_by_status_subject_and_use(review):
    async with review() as desk:
        screen = await opened(desk)
        for letter, left in (("p", ["meeting"]), ("w", ["meeting", "party"]), ("u", ["industry"])):
            await desk.press("f", letter, "enter")
            await desk.until(lambda left=left: shown(screen) == left)
            await desk.press("escape")
        assert len(shown(screen)) == 6
        await desk.press("f", *["down"] * 9, "space", "enter")
        assert len(shown(screen)) == 1
        assert "only:" in desk.text


async def test_an_occurrence_leads_to_its_segment(review):
    async with review() as desk:
        screen = await opened(desk)
        await go_to(desk, "changsha")
        await desk.press("o")
        assert isinstance(desk.app.focused, OccurrenceList)
        assert "   3 ✓" in desk.text
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
        await desk.settle()
        assert desk.current == 2
        assert screen not in desk.app.screen_stack


async def test_an_occurrence_in_another_article_opens_that_article(review, project, fill_article):
    fill_article(project, ("验光员的工作",), ("ოპტომეტრისტის სამუშაო",), slug="second", title="第二")
    async with review(project) as desk:
        await opened(desk)
        await go_to(desk, "optometrist")
        await desk.press("o")
        await desk.until(lambda: "second" in desk.text)  # both articles were counted
        await desk.press("j", "enter")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
        await desk.settle()
        await desk.until(lambda: desk.state.session.article.slug == "second")


async def test_approving_is_saved_at_once_and_undone_by_u(review, glossary):
    before = glossary.read_bytes()
    async with review() as desk:
        await opened(desk)
        await go_to(desk, "meeting")
        await desk.press("a")
        await desk.until(lambda: "✓" in desk.message)
        assert read_glossary(glossary).by_id["meeting"].status is ConceptStatus.APPROVED
        assert "saved in terms.csv" in desk.message
        assert desk.screen.view.concepts.current.id == "meeting"
        await desk.press("d")
        await desk.until(lambda: "deprecated" in desk.message)
        assert "– " in desk.text
        for words in ("deprecated", "approved"):
            await desk.press("U")
            await desk.until(lambda words=words: desk.message.startswith("✓ Undid") and words in desk.message)
        assert glossary.read_bytes() == before
        await desk.press("U")
        await desk.until(lambda: "Nothing was changed here" in desk.message)


async def test_undo_lasts_until_the_program_ends(review, glossary):
    before = glossary.read_bytes()
    async with review() as desk:
        await opened(desk)
        await go_to(desk, "meeting")
        await desk.press("a")
        await desk.until(lambda: "✓" in desk.message)
        await desk.press("q")
        await desk.settle()
        await opened(desk)
        await desk.press("U")
        await desk.until(lambda: "Undid" in desk.message)
        assert glossary.read_bytes() == before


async def test_removing_asks_first(review, glossary):
    async with review() as desk:
        await opened(desk)
        await go_to(desk, "party")
        await desk.press("D", "n")
        assert "party" in read_glossary(glossary).by_id
        await desk.press("D", "y")
        await desk.until(lambda: "was removed" in desk.message)
        assert "party" not in read_glossary(glossary).by_id


async def test_what_somebody_else_writes_is_shown_and_a_clash_is_asked_about(review, glossary):
    async with review(size=(100, 40)) as desk:
        screen = await opened(desk)
        await go_to(desk, "meeting")
        edit_glossary(glossary, lambda g: put(g, replace(g.by_id["meeting"], note="ვიღაცის შენიშვნა")))
        await desk.press("a")
        await desk.until(lambda: "Somebody changed “meeting” meanwhile" in desk.text)
        assert "theirs: ვიღაცის შენიშვნა" in desk.text
        await desk.press("t")
        await desk.until(lambda: desk.screen is screen and "Nothing was changed" in desk.message)
        await desk.until(lambda: "ვიღაცის შენიშვნა" in desk.text)
        assert read_glossary(glossary).by_id["meeting"].status is ConceptStatus.PROPOSED
        edit_glossary(glossary, lambda g: put(g, replace(g.by_id["party"], subject="ახალი")))
        screen.controllers.files_watch.look()
        await desk.until(lambda: "Somebody else changed the glossary" in desk.message)
        assert screen.state.glossary.by_id["party"].subject == "ახალი"


async def test_a_project_without_a_glossary_gets_one_of_its_own(review, project, tmp_path):
    from transreview.workflow.terms.glossaries import glossary_paths, set_glossaries

    set_glossaries(project, [])
    async with review(project) as desk:
        await desk.press("T")
        await desk.until(lambda: isinstance(desk.screen, GlossaryScreen))
        assert "no glossary yet" in desk.text
        await desk.press("n")
        await desk.type("镜片")
        await desk.press("down", "down")
        await desk.type("ლინზა")
        await desk.press("enter")
        await desk.until(lambda: "A glossary of this project's own?" in desk.text)
        await desk.press("y")
        await desk.until(lambda: "was added" in desk.message)
        assert glossary_paths(project) == [tmp_path / "sample-glossary.csv"]
        made = read_glossary(tmp_path / "sample-glossary.csv").concepts[0]
        assert (made.status, made.of("ka")[0].text) == (ConceptStatus.PROPOSED, "ლინზა")


async def test_hostile_text_in_a_glossary_neither_steers_the_terminal_nor_is_markup(review, glossary):
    evil = "[bold]\x1b[2J[/bold]\u202e"
    edit_glossary(
        glossary, lambda g: put(g, replace(g.by_id["party"], definition=evil, note="[link=x]y", subject=evil))
    )
    async with review(size=(120, 40)) as desk:
        await opened(desk)
        await go_to(desk, "party")
        await desk.sees("[bold]␛[2J[/bold]", "[link=x]y")
        assert "\x1b" not in desk.text
        assert "\u202e" not in desk.text
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, ConceptForm))
        await desk.sees("[bold]␛[2J")
        assert "\x1b" not in desk.text
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, GlossaryScreen))
        assert read_glossary(glossary).by_id["party"].definition == evil


async def test_help_and_palette_offer_what_the_glossary_can_do(review):
    async with review(size=(120, 50)) as desk:
        await opened(desk)
        await desk.press("question_mark")
        assert "Approve the concept" in desk.text
        await desk.press("escape", "ctrl+p")
        await desk.type("deprec")
        await desk.until(lambda: "Deprecate the concept" in desk.text)
        assert "Merge with the next segment" not in desk.text
        await desk.press("escape")


async def test_an_unreadable_glossary_is_told_and_the_review_goes_on(review, glossary):
    glossary.unlink()
    async with review() as desk:
        await desk.press("T")
        await desk.until(lambda: "is not there" in desk.message)
        assert isinstance(desk.screen, ReviewScreen)


async def test_georgian_letters_command_the_glossary_too(review, glossary):
    async with review() as desk:
        await opened(desk)
        await go_to(desk, "meeting")
        await desk.press("ა")
        await desk.until(lambda: "✓" in desk.message)
        assert read_glossary(glossary).by_id["meeting"].status is ConceptStatus.APPROVED
