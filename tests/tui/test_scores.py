"""The scores screen shows the report's figures and leads to a segment."""

from transreview.project.project import Project


async def opened(desk):
    """Open the scores and return what is shown when they are computed."""
    await desk.press("equals_sign")
    for _ in range(100):
        if "Computing…" not in desk.text and "Scores" in desk.text:
            return desk.text
        await desk.pilot.pause(0.05)
    raise AssertionError(desk.text)


async def test_scores_lead_to_the_segment_to_look_at_first(review, project):
    third = project.segments.all()[2]
    project.segments.edit(third.id, "", revision=third.revision)
    async with review(size=(120, 40)) as desk:
        shown = await opened(desk)
        assert "mirror" in shown
        assert "Segments by HTER" in shown
        assert "6 segments, 0 confirmed, 5 untouched" in shown
        assert "empty.target" in shown
        _slug, first = desk.screen._worst[0]
        await desk.press("enter")
        await desk.settle()
        assert desk.view.current.key == first


async def test_escape_goes_back_to_where_one_was(review):
    async with review(size=(80, 24)) as desk:
        await desk.press("j")
        assert "No reference translation" in await opened(desk)
        await desk.press("escape")
        await desk.settle()
        assert desk.current == 1


async def test_scores_go_to_a_segment_of_another_article(review, project, fill_article):
    fill_article(project, ("会议",), ("",), slug="second", title="会议")
    async with review(project, size=(120, 40)) as desk:
        await opened(desk)
        await desk.press("enter")
        await desk.settle()
        assert desk.state.session.article.slug == "second"


async def test_unreadable_glossary_is_told_instead_of_figures(review, path, tmp_path):
    glossary = tmp_path / "gone.csv"
    glossary.write_text(
        "id,subject,definition,status,note,zh,ka\np,x,,approved,,党,პარტია\n", encoding="utf-8"
    )
    from transreview.workflow.terms.glossaries import set_glossaries

    with Project.open(path) as project:
        set_glossaries(project, [glossary])
        glossary.unlink()
        async with review(project) as desk:
            assert "gone.csv" in await opened(desk)
            await desk.press("escape")
