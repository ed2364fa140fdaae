"""Terms and findings follow the glossary's files, whoever writes them."""

from dataclasses import replace

from transreview.checks import document
from transreview.model.glossary import Concept, Term
from transreview.workflow.terms.glossary_editing import edit_glossary, put

LENS = Concept("mirror", terms=(Term("镜", "zh"), Term("სარკე", "ka")))


def expected(desk, index=0):
    segment = desk.state.session.segment(index)
    return [text for use in desk.state.insight.terms(segment) for text in use.expected]


def checks(desk, index=0):
    return {finding.check for finding in desk.state.insight.findings(desk.state.session.segment(index))}


async def test_a_change_on_disk_is_in_force_in_current_segment_and_list(review, glossary):
    async with review() as desk:
        assert expected(desk) == ["პარტია"]
        first = desk.state.session.segment(0).id
        assert desk.state.worst[first][0].rank >= 1
        edit_glossary(glossary, lambda g: put(g, LENS))
        desk.controllers.glossary_watch.follow()
        await desk.settle()
        assert expected(desk) == ["სარკე", "პარტია"]
        edit_glossary(glossary, lambda g: put(g, replace(g.by_id["party"], terms=g.by_id["party"].terms[:2])))
        before = desk.state.worst[first]
        desk.controllers.glossary_watch.follow()
        await desk.settle()
        await desk.until(lambda: desk.state.worst.get(first) != before)
        assert not any(check.startswith("term.forbidden") for check in checks(desk))


async def test_only_segments_that_the_change_touches_are_looked_at_again(review, glossary, monkeypatch):
    async with review() as desk:
        seen = []
        real = document.segment_findings

        def findings(features, context):
            seen.append(features.text.id)
            return real(features, context)

        monkeypatch.setattr(document, "segment_findings", findings)
        edit_glossary(
            glossary, lambda g: put(g, Concept("x", terms=(Term("竞赛", "zh"), Term("კონკურსი", "ka"))))
        )
        desk.controllers.glossary_watch.follow()
        await desk.settle()
        assert set(seen) == {desk.state.session.segment(4).id}


async def test_a_glossary_as_it_was_costs_nothing(review, glossary):
    async with review() as desk:
        insight = desk.state.insight
        desk.controllers.glossary_watch.follow()
        await desk.settle()
        assert desk.state.insight is insight


async def test_text_in_the_editor_is_judged_by_the_new_glossary_and_stays(review, glossary):
    async with review() as desk:
        await desk.press("enter")
        await desk.type("ab")
        edit_glossary(glossary, lambda g: put(g, LENS))
        desk.controllers.glossary_watch.follow()
        await desk.settle()
        assert desk.editor.text.startswith("ab")
        assert next(use.concept.id for use in desk.state.insight.terms(desk.view.desk.segment)) == "mirror"


async def test_a_glossary_that_is_gone_is_told_and_back_again_it_is_in_force(review, glossary):
    async with review() as desk:
        kept = glossary.read_bytes()
        glossary.unlink()
        desk.controllers.glossary_watch.follow()
        await desk.settle()
        assert "is not there" in desk.message
        assert expected(desk) == []
        glossary.write_bytes(kept)
        desk.controllers.glossary_watch.follow()
        await desk.settle()
        assert expected(desk) == ["პარტია"]


async def test_the_files_are_watched_without_being_asked(review, glossary, monkeypatch):
    from transreview.tui.review import glossary_watch

    monkeypatch.setattr(glossary_watch, "SECONDS", 0.05)
    async with review() as desk:
        edit_glossary(glossary, lambda g: put(g, LENS))
        await desk.until(lambda: expected(desk) == ["სარკე", "პარტია"])
