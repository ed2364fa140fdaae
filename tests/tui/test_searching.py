"""Searching the whole project, in several ways; statistics; colours that are remembered; the finding's place."""

import json

import pytest
from textual.widgets import Input

from transreview.cli.review import review as review_command
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.tui.dialogs.searching import SearchDialog
from transreview.tui.review.screen import ReviewScreen
from transreview.tui.statistics import pace, statistics
from transreview.tui.theme import CONTRAST, LIGHT, THEME_NAMES, THEMES


async def search(desk, text, *ways):
    await desk.press("/")
    desk.screen.query_one(Input).value = text
    await desk.press("tab", *ways, "enter") if ways else await desk.press("enter")
    await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
    await desk.pilot.pause()


async def test_a_text_of_another_article_is_found_and_gone_to(review, project, fill_article):
    fill_article(project, ("守初心会议", "别的"), ("ერთი", "ორი"), slug="second", title="Second")
    async with review(project) as desk:
        await search(desk, "守初心会议")
        assert desk.message == "! “守初心会议” is not in this article; 1 in “Second”: n goes there."
        await desk.press("n")
        assert desk.state.article.slug == "second"
        assert desk.current == 0


async def test_matches_of_all_articles_follow_one_another(review, project, fill_article):
    fill_article(project, ("协会", "别的"), ("ერთი", "ორი"), slug="second", title="Second")
    async with review(project) as desk:
        await search(desk, "协会")
        assert "1 in other articles" in desk.message
        seen = []
        for _ in range(6):
            seen.append((desk.state.article.slug, desk.current))
            await desk.press("n")
        assert ("second", 0) in seen
        assert seen.count(("mirror", 1)) >= 1
        await desk.press("N")
        assert desk.state.article.slug in {"mirror", "second"}


async def test_nowhere_is_said_of_the_whole_project(review):
    async with review() as desk:
        await search(desk, "არსად")
        assert desk.message == "! “არსად” is nowhere in the project."


async def test_patterns_whole_words_and_case(review, project):
    project.segments.edit(1, "ABC abcd", revision=0)
    async with review(project) as desk:
        await search(desk, "abc")
        assert len(desk.controllers.search._places) == 1
        await search(desk, "abc", "c")
        finder = desk.state.finders
        assert [len(find("ABC abcd")) for find in finder.values()] == [1, 1]
        await search(desk, r"\d{4}", "c", "r")
        assert len(desk.controllers.search._places) == 2


async def test_any_form_of_a_georgian_word_is_found(review):
    async with review() as desk:
        await search(desk, "ასოციაცია", "f")
        assert len(desk.controllers.search._places) == 3  # ასოციაციის, in three segments


async def test_a_broken_pattern_is_told(review):
    async with review() as desk:
        await search(desk, "[ა", "r")
        assert desk.message.startswith("✗ ")


async def test_the_ways_are_kept_for_the_next_search(review):
    async with review() as desk:
        await search(desk, "ასოციაცია", "f")
        await desk.press("/")
        assert isinstance(desk.screen, SearchDialog)
        assert desk.screen._last.any_form
        assert desk.screen.query_one(Input).value == "ასოციაცია"
        await desk.press("escape")


async def test_the_cursor_opens_at_the_finding_that_was_gone_to(review, glossary):
    async with review() as desk:
        await desk.press("G", "!", "enter")
        place = desk.editor._location(0)
        finding = next(
            one
            for one in desk.state.insight.findings(desk.view.desk.segment)
            if one.side == "target" and one.end > one.start
        )
        assert desk.editor.cursor_location == desk.editor._location(finding.start)
        await desk.press("escape", "j", "enter")
        assert desk.editor.cursor_location == place


async def test_the_panes_do_not_say_that_there_is_nothing_before_it_is_known(review, monkeypatch):
    from transreview.tui.review.checks import Checks

    monkeypatch.setattr(Checks, "start", lambda self: None)
    async with review(size=(120, 36), checks=False) as desk:
        assert "checking…" in desk.text
        assert "no findings" not in desk.text


async def test_colours_are_chosen_and_remembered(review, tmp_path, monkeypatch):
    kept = tmp_path / "own" / "screen.json"
    monkeypatch.setenv("TRANSREVIEW_SCREEN", str(kept))
    async with review() as desk:
        await desk.press("C", "3")
        await desk.until(lambda: desk.app.theme == CONTRAST.name)
    assert json.loads(kept.read_text())["theme"] == CONTRAST.name
    async with review() as desk:
        assert desk.app.theme == CONTRAST.name


@pytest.mark.parametrize("name", THEME_NAMES)
async def test_colours_for_this_time_are_not_remembered(review, tmp_path, monkeypatch, name):
    kept = tmp_path / "screen.json"
    kept.write_text(json.dumps({"theme": LIGHT.name}))
    monkeypatch.setenv("TRANSREVIEW_SCREEN", str(kept))
    async with review(theme=name, wait=False) as desk:
        assert desk.app.theme == THEME_NAMES[name]
    assert json.loads(kept.read_text()) == {"theme": LIGHT.name}


def test_the_command_line_names_every_theme():
    [option] = [one for one in review_command.params if one.name == "theme"]
    assert list(option.type.choices) == list(THEME_NAMES)


async def test_a_broken_file_of_tastes_is_no_reason_to_stop(review, tmp_path, monkeypatch):
    kept = tmp_path / "screen.json"
    monkeypatch.setenv("TRANSREVIEW_SCREEN", str(kept))
    for content in ("{", "[]", '{"theme": "pink"}'):
        kept.write_text(content)
        async with review(wait=False) as desk:
            assert desk.app.theme == THEMES[0].name


async def test_statistics_are_one_key_away(review, project):
    project.segments.set_status(1, Status.CONFIRMED, revision=0)
    async with review(size=(100, 30)) as desk:
        await desk.press("z")
        await desk.until(lambda: "done" in desk.text and "left" in desk.text)
        assert "characters, zh" in desk.text
        assert "words, ka" in desk.text


def test_the_figures_of_an_article(project):
    project.segments.set_status(1, Status.CONFIRMED, revision=0)
    shown = statistics(project, project.articles.all()[0]).plain.split("\n")
    assert shown[1].split() == ["done", "1", "12", "9"]
    assert shown[2].split()[:2] == ["left", "5"]
    assert pace(project) is None


def test_a_pace_leaves_pauses_out(path):
    from datetime import UTC, datetime, timedelta

    start = datetime.now(UTC).astimezone().replace(hour=0, minute=30).astimezone(UTC)
    moments = iter([start + timedelta(minutes=m) for m in (0, 2, 4, 6, 8, 300, 302)] * 20)
    with Project.open(path, clock=lambda: next(moments)) as project:
        for number in range(1, 5):
            project.segments.set_status(number, Status.CONFIRMED, revision=0)
        found = pace(project)
    assert found is not None
    assert 10 < found < 200
