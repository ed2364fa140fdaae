"""The form of a concept: what it says while one types, what it keeps, what it refuses."""

import pytest
from textual.events import Key

from transreview.formats.glossary_csv import read_glossary
from transreview.model.glossary import ConceptStatus, TermKind
from transreview.tui.dialogs.concept_form import ConceptForm, Field
from transreview.tui.glossary.screen import GlossaryScreen
from transreview.workflow.terms.glossary_editing import edit_glossary

pytestmark = pytest.mark.usefixtures("glossary")


async def form(desk, *keys, concept=""):
    """Open the glossary, stand on a concept, and open a form."""
    await desk.press("T")
    await desk.until(lambda: isinstance(desk.screen, GlossaryScreen))
    if concept:
        desk.screen.view.show_concepts(concept)
        await desk.pilot.pause(0.05)
    await desk.press(*keys)
    await desk.until(lambda: isinstance(desk.screen, ConceptForm))
    return desk.screen


async def write(desk, **texts):
    """Write into fields by their columns ("ka__not" is ka:not)."""
    for name, text in texts.items():
        field = next(f for f in desk.screen.query(Field) if f.name == name.replace("__", ":"))
        field.focus()
        field.value = ""
        field.insert_text_at_cursor(text)
    await desk.pilot.pause(0.3)


async def saved(desk, words):
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.screen, GlossaryScreen) and words in desk.message)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_forms_of_the_georgian_term_are_seen_as_it_is_typed(review, size):
    async with review(size=size) as desk:
        await form(desk, "n")
        await desk.type("镜片")
        await desk.press("down", "down")
        await desk.type("ლინზა")
        await desk.sees("Forms of ლინზა", "ლინზამ", "ლინზებმა")
        await write(desk, ka__grammar="indeclinable")
        await desk.until(lambda: "ლინზებმა" not in desk.text)


async def test_a_new_concept_is_proposed_and_gets_an_id_of_its_english_term(review, glossary):
    async with review() as desk:
        await form(desk, "n")
        await write(desk, zh="镜片|眼镜片", ka="ლინზა", ka__not="შუშა", en="Lens", subject="spectacles")
        await saved(desk, "“lens” was added")
        made = read_glossary(glossary).by_id["lens"]
        assert made.status is ConceptStatus.PROPOSED
        assert [t.text for t in made.of("zh")] == ["镜片", "眼镜片"]
        assert [t.text for t in made.of("ka", TermKind.FORBIDDEN)] == ["შუშა"]
        assert desk.screen.view.concepts.current.id == "lens"


async def test_editing_changes_one_line_of_the_file_and_keeps_what_the_form_does_not_show(review, glossary):
    before = glossary.read_text(encoding="utf-8").splitlines()
    async with review() as desk:
        await form(desk, "enter", concept="changsha")
        await write(desk, note="ქალაქი ხუნანში")
        await saved(desk, "“changsha” was changed")
    after = glossary.read_text(encoding="utf-8").splitlines()
    differing = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert len(differing) == 1
    assert differing[0][1] == "changsha,place,,approved,ქალაქი ხუნანში,长沙,,ჩანშა,,,name,Changsha"


async def test_a_form_left_as_it_was_or_given_up_writes_nothing(review, glossary):
    stamp = glossary.stat().st_mtime_ns
    async with review() as desk:
        await form(desk, "enter", concept="party")
        await desk.press("enter")
        await desk.until(lambda: "Nothing was changed" in desk.message)
        await desk.press("e")
        await desk.type("ლალა")
        await desk.press("escape")
        await desk.until(lambda: isinstance(desk.screen, GlossaryScreen))
        await desk.pilot.pause(0.05)
    assert glossary.stat().st_mtime_ns == stamp


async def test_contradictions_are_told_before_saving_and_errors_ask_for_a_second_enter(review, glossary):
    async with review(size=(100, 40)) as desk:
        await form(desk, "n")
        await write(desk, zh="会议", ka="თათბირი", subject="meeting", ka__not="პარტია")
        await desk.sees(
            "“会议” is rendered otherwise by “meeting” of the same subject",
            "“პარტია” is forbidden here and preferred by “party”",
        )
        await desk.press("enter")
        assert isinstance(desk.screen, ConceptForm)
        assert "Enter again saves it all the same" in desk.text
        assert len(read_glossary(glossary).concepts) == 6
        await saved(desk, "was added")
        assert len(read_glossary(glossary).concepts) == 7


async def test_a_taken_id_and_a_concept_without_a_term_are_refused(review, glossary):
    async with review(size=(100, 40)) as desk:
        await form(desk, "n")
        await desk.press("enter")
        assert "concept needs a term." in desk.text
        await write(desk, zh="新", id="party")
        await desk.sees("The id “party” is taken")
        await desk.press("enter")
        assert isinstance(desk.screen, ConceptForm)
    assert len(read_glossary(glossary).concepts) == 6


async def test_renaming_moves_the_row(review, glossary):
    async with review() as desk:
        await form(desk, "enter", concept="party")
        await write(desk, id="the-party")
        await saved(desk, "“the-party” was changed")
        assert "party" not in read_glossary(glossary).by_id
        await desk.press("U")
        await desk.until(lambda: "Undid" in desk.message)
        assert "the-party" not in read_glossary(glossary).by_id


async def test_a_chinese_name_is_spelled_by_the_practice_and_its_copies_are_forbidden(review, glossary):
    async with review(size=(120, 40)) as desk:
        await form(desk, "n")
        await write(desk, zh="温州")
        await desk.sees("Name: ვენჯოუ (F2 writes it)")
        await desk.press("f2", "f3")
        await desk.sees("Forms of ვენჯოუ")
        await saved(desk, "was added")
    made = next(c for c in read_glossary(glossary).concepts if c.of("zh")[0].text == "温州")
    ka = made.of("ka")
    assert (ka[0].text, ka[0].grammar) == ("ვენჯოუ", ("name",))
    assert "ვენზოუ" in [t.text for t in ka if t.kind is TermKind.FORBIDDEN]


async def test_the_practice_is_the_teams(review, path, tmp_path):
    (tmp_path / "transreview.toml").write_text('[checks]\nname-practice = "department"\n', encoding="utf-8")
    async with review(size=(120, 40)) as desk:
        await form(desk, "n")
        await write(desk, zh="天津市", ka__grammar="place")
        await desk.sees("Name: თ")


async def test_somebody_elses_change_of_the_same_concept_can_be_looked_at_before_deciding(review, glossary):
    from dataclasses import replace

    from transreview.workflow.terms.glossary_editing import put

    async with review(size=(100, 40)) as desk:
        await form(desk, "enter", concept="party")
        await write(desk, note="ჩემი")
        edit_glossary(glossary, lambda g: put(g, replace(g.by_id["party"], note="მათი")))
        await desk.press("enter")
        await desk.until(lambda: "Somebody changed “party” meanwhile" in desk.text)
        assert "theirs: მათი" in desk.text
        assert "yours: ჩემი" in desk.text
        await desk.press("e")
        await desk.until(lambda: isinstance(desk.screen, ConceptForm))
        assert read_glossary(glossary).by_id["party"].note == "მათი"
        await saved(desk, "was changed")
        assert read_glossary(glossary).by_id["party"].note == "ჩემი"


async def test_enter_right_after_fast_typing_saves_everything_that_was_typed(review, glossary):
    async with review() as desk:
        await form(desk, "n")
        driver = desk.app._driver
        for character in "镜片":
            driver.process_message(Key(character, character))
        for _ in range(2):
            driver.process_message(Key("down", None))
        for character in "ლინზა":
            driver.process_message(Key(character, character))
        driver.process_message(Key("enter", "\r"))
        await desk.until(lambda: isinstance(desk.screen, GlossaryScreen) and "was added" in desk.message)
    made = read_glossary(glossary).concepts
    assert any([t.text for t in one.terms] == ["镜片", "ლინზა"] for one in made)
