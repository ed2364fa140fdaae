"""Applying the glossary to an article: each replacement seen before, accepted singly or many at once."""

import pytest

from transreview.project.project import Project
from transreview.tui.dialogs.applying import ApplyList
from transreview.tui.dialogs.choice import Choice
from transreview.tui.review.screen import ReviewScreen
from transreview.workflow.terms.application import apply, decide, project_proposals

pytestmark = pytest.mark.usefixtures("glossary")

# "meeting" forbids შეხვედრა (it stands thrice), "party" forbids წვეულება (once), "association" კავშირი.


async def opened(desk):
    await desk.press("P")
    await desk.until(lambda: isinstance(desk.screen, ApplyList))
    await desk.pilot.pause(0.1)
    return desk.screen


async def closed(desk):
    await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
    await desk.settle()


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_each_replacement_is_seen_with_before_and_after_in_its_context(review, size):
    async with review(size=size) as desk:
        screen = await opened(desk)
        assert "მიჰყვება [-წვეულებას-]{+პარტიას+}" in desk.text
        assert "[ ]" in desk.text
        assert "0 of " in desk.text
        assert "永远跟党走" in desk.text
        await desk.press("escape")
        await closed(desk)
        assert "Nothing was replaced" in desk.message
        assert screen not in desk.app.screen_stack


async def test_one_is_accepted_and_one_undo_takes_it_back(review):
    async with review() as desk:
        before = [desk.stored(index).target for index in range(6)]
        await opened(desk)
        await desk.press("space", "enter")
        await closed(desk)
        assert desk.message.startswith("✓ 1 term replaced (segments: 1); U undoes")
        assert "პარტიას" in desk.stored(0).target
        assert "წვეულებას" not in desk.stored(0).target
        assert desk.stored(3).target == before[3]
        await desk.press("U")
        assert [desk.stored(index).target for index in range(6)] == before


async def test_all_of_a_concept_and_all_are_one_change(review):
    async with review() as desk:
        before = [desk.stored(index).target for index in range(6)]
        screen = await opened(desk)
        proposals = screen._proposals
        meeting = [at for at, one in enumerate(proposals) if one.concept_id == "meeting" and one.certain]
        await desk.press(*["j"] * meeting[0], "c")
        forms = screen._list.forms
        assert [at for at, form in enumerate(forms) if form is not None] == meeting
        await desk.press("c")
        assert not any(forms)
        await desk.press("a")
        assert [form is not None for form in forms] == [one.certain for one in proposals]
        await desk.press("n", "a", "enter")
        await closed(desk)
        assert "სხდომაზე" in desk.stored(3).target
        await desk.press("U")
        assert [desk.stored(index).target for index in range(6)] == before


async def test_the_screen_replaces_what_the_command_line_replaces(review, path, project):
    from transreview.workflow.terms.glossaries import project_glossary

    async with review(project) as desk:
        await opened(desk)
        await desk.press("a", "enter")
        await closed(desk)
        ours = [segment.target for segment in project.segments.all()]
        await desk.press("U")
    with Project.open(path) as second:
        found = (one for _article, one in project_proposals(second, project_glossary(second)))
        apply(second, decide(found))
        assert [segment.target for segment in second.segments.all()] == ours


async def test_an_ambiguous_one_is_left_by_all_and_asks_with_its_candidates(review, project, fill_article):
    # A vocative: that of a word in -ა has three forms in use.
    second = fill_article(project, ("亲爱的协会！",), ("ძვირფასო კავშირო!",), slug="second", title="二")
    async with review(project, article_id=second.id) as desk:
        screen = await opened(desk)
        assert "[?]" in desk.text
        assert "1 asks for a choice" in desk.text
        await desk.press("a")
        assert screen._list.forms == [None]
        await desk.press("space")
        await desk.until(lambda: isinstance(desk.screen, Choice))
        assert "Which form of “ასოციაცია”?" in desk.text
        candidates = screen._list.current.replacement.candidates
        assert len(candidates) > 1
        assert all(form in desk.text for form in candidates)
        await desk.press("2")
        await desk.until(lambda: desk.screen is screen and screen._list.forms == [candidates[1]])
        await desk.press("enter")
        await closed(desk)
        assert project.segments.all(second.id)[0].target == f"ძვირფასო {candidates[1]}!"


async def test_another_form_than_the_proposed_one_can_be_written(review):
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("e")
        await desk.type("პარტიასავე")
        await desk.press("enter")
        await desk.until(lambda: desk.screen is screen and screen._list.forms[0] == "პარტიასავე")
        assert "{+პარტიასავე+}" in desk.text
        await desk.press("enter")
        await closed(desk)
        assert "მიჰყვება პარტიასავე" in desk.stored(0).target


async def test_y_accepts_and_goes_on(review):
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("y", "y")
        await desk.until(lambda: screen._list.selected == 2)
        assert [form is not None for form in screen._list.forms[:3]] == [True, True, False]


async def test_a_segment_changed_meanwhile_stops_the_batch(review, path):
    async with review() as desk:
        await opened(desk)
        with Project.open(path, user="გია") as other:
            first = other.segments.all()[0]
            other.segments.edit(first.id, "სხვა ტექსტი", revision=first.revision)
        await desk.press("a", "enter")
        await closed(desk)
        assert "nothing was replaced" in desk.message or "Somebody else changed" in desk.message
        assert desk.stored(0).target == "სხვა ტექსტი"
        assert "შეხვედრ" in desk.stored(3).target


async def test_confirmed_segments_that_change_are_said_to_need_confirming_again(review):
    async with review() as desk:
        await desk.press("c", "g")
        await opened(desk)
        await desk.press("space", "enter")
        await closed(desk)
        assert "1 segment has to be confirmed again" in desk.message
        assert desk.stored(0).status == "edited"


async def test_nothing_to_replace_is_said(review, glossary):
    glossary.write_text("id,zh,ka\nlens,镜片,ლინზა\n", encoding="utf-8")
    async with review() as desk:
        await desk.press("P")
        await desk.until(lambda: "nothing to replace" in desk.message)


async def test_a_project_open_for_reading_refuses(review, path):
    with Project.open(path, read_only=True) as project:
        async with review(project) as desk:
            await desk.press("P")
            await desk.until(lambda: "open for reading only" in desk.message)


async def test_a_locked_segment_is_left_as_it_is_and_the_others_are_changed(review):
    async with review() as desk:
        desk.project.segments.set_lock(desk.stored(0).id, True, revision=desk.stored(0).revision)
        before = desk.stored(0).target
        screen = await opened(desk)
        assert all(one.segment.id != desk.stored(0).id for one in screen._proposals)
        await desk.press("a", "enter")
        await closed(desk)
        assert desk.stored(0).target == before
        assert "წვეულებას" in before
