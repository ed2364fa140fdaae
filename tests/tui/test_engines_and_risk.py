"""Several engines on the screen, and reading in the order of risk."""

import json

from tests.workflow.assist.servers import serving, slowly
from transreview.model.journal import Action
from transreview.workflow.quality.engines import PREFIX, EngineText, choices, source_keys


def add_engine(project, name: str, change) -> None:
    article = project.articles.all()[0]
    segments = [s for s in project.segments.all(article.id) if source_keys(s)]
    texts = {source_keys(s): change(s.machine) for s in segments}
    text = EngineText(name, tuple(texts.values()), texts)
    project.articles.keep(article.id, PREFIX + name, text.to_json(), {"done": "engine", "engine": name})


async def test_a_segment_starts_from_the_engine_that_is_chosen_and_undo_takes_it_back(review, project):
    add_engine(project, "Other", lambda text: "სხვა: " + text)
    async with review(size=(120, 40)) as desk:
        before = desk.stored(0)
        await desk.press("W")
        assert "Start from" in desk.text
        assert "Other" in desk.text
        await desk.press("b")
        await desk.settle()
        assert desk.stored(0).target == "სხვა: " + before.machine
        assert choices(project, before.article_id) == {before.key: "Other"}
        assert project.journal.entries(1)[0].action is Action.CHOOSE
        await desk.press("U")
        await desk.settle()
        assert desk.stored(0).target == before.target
        assert choices(project, before.article_id) == {}


async def test_with_one_engine_there_is_nothing_to_choose(review, project):
    async with review(size=(120, 40)) as desk:
        await desk.press("W")
        assert "one machine translation of this segment" in desk.text


async def test_the_key_goes_through_all_that_is_not_confirmed_and_says_why(review, project):
    async with review(size=(160, 40)) as desk:
        count = len(project.segments.all())
        places = []
        for _number in range(count):
            await desk.press("I")
            await desk.settle()
            places.append(desk.app.screen.view.current.id)
            assert "in the order of risk" in desk.text
        assert sorted(places) == sorted(s.id for s in project.segments.all())
        await desk.press("I")
        assert "Everything that is not confirmed was shown" in desk.text


GOOD = json.dumps({"translation": "სარკის ინდუსტრია ინარჩუნებს განზრახვას და მუდამ პარტიას მიჰყვება"})


def name(project, server) -> None:
    (project.path.parent / ".git").mkdir(exist_ok=True)
    text = f'[assist]\nurl = "{server.url}"\nmodel = "tiny"\n'
    (project.path.parent / "transreview.toml").write_text(text, encoding="utf-8")


async def test_without_settings_nobody_is_asked(review, project):
    (project.path.parent / ".git").mkdir()
    async with review(size=(120, 40)) as desk:
        await desk.press("Y")
        assert "no assistant is named" in desk.text


async def test_a_suggestion_is_asked_for_after_consent_and_waits_in_the_editor(review, project):
    with serving(lambda _body: GOOD) as server:
        name(project, server)
        async with review(size=(120, 40)) as desk:
            await desk.press("Y")
            assert "Send this to tiny" in desk.text
            await desk.press("n")
            assert server.asked == []
            await desk.press("Y", "y")
            await desk.until(lambda: desk.view.desk.is_open)
            assert desk.editor.content == json.loads(GOOD)["translation"]
            assert desk.stored(0).is_untouched  # nothing is saved by itself
            assert "A suggestion" in desk.text or "more errors" in desk.text


async def test_waiting_ends_with_the_same_key(review, project):
    with serving(slowly(3, GOOD)) as server:
        name(project, server)
        async with review(size=(120, 40)) as desk:
            await desk.press("Y", "y")
            await desk.until(lambda: bool(server.asked))
            await desk.press("Y")
            await desk.until(lambda: "Not waiting any more" in desk.text)
            assert not desk.view.desk.is_open


async def choose_in_palette(desk, words: str) -> None:
    await desk.press("ctrl+p")
    await desk.type(words)
    await desk.pilot.pause(0.3)
    await desk.press("enter")
    await desk.until(lambda: "Send this to tiny" in desk.text)


async def test_findings_are_explained_from_the_palette_and_the_text_is_data(review, project):
    with serving(lambda _body: json.dumps({"explanation": "The figure [b]differs[/b].\x1b[31m"})) as server:
        name(project, server)
        async with review(size=(120, 40)) as desk:
            await choose_in_palette(desk, "what the findings mean")
            assert "Send this to tiny" in desk.text
            await desk.press("y")
            await desk.until(lambda: "The figure [b]differs[/b]." in desk.text)
            assert server.question()["task"] == "explain"
            assert desk.stored(0).is_untouched


async def test_errors_are_asked_for_from_the_palette_and_kept_as_a_machine_s(review, project):
    words = project.segments.all()[0].target.split()[0]
    error = {"words": words, "category": "Accuracy/Mistranslation", "severity": "major", "note": "x"}
    with serving(lambda _body: json.dumps({"errors": [error]})) as server:
        name(project, server)
        async with review(size=(120, 40)) as desk:
            await choose_in_palette(desk, "errors in MQM")
            await desk.press("y")
            await desk.until(lambda: "1 error kept" in desk.text)
            (kept,) = project.annotations.all()
            assert kept.by_machine
            assert server.question()["task"] == "annotate"
