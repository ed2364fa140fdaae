"""Several engines on the screen, and reading in the order of risk."""

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
