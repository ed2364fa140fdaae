"""The line of the filter: who, since when, which check, how sure, how long, and a text, all together."""

import json
import time

import pytest

from transreview.errors import InputError
from transreview.model.finding import Severity
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.project.segment_filter import SegmentFilter
from transreview.tui.dialogs.listing import Listing
from transreview.tui.dialogs.prompt import Prompt
from transreview.tui.review.long_work import LongWork, StoppedError
from transreview.tui.saved_filters import forget_filter, save_filter, saved_filters
from transreview.tui.taste import choose_theme, chosen_theme
from transreview.tui.theme import CONTRAST
from transreview.workflow.search.filtering import select
from transreview.workflow.search.term_places import segments_with_term
from transreview.workflow.terms.glossaries import project_glossary


def shown(project, line="", *conditions, worst=None, with_check=lambda _check: set()):
    wanted = SegmentFilter(conditions=frozenset(conditions), text=line)
    return list(select(project, 1, wanted, worst or {}, with_check))


def test_who_changed_what_is_shown(project):
    project.segments.edit(1, "ჩემი", revision=0)
    with Project.open(project.path, user="გია") as other:
        other.segments.set_status(2, Status.CONFIRMED, revision=0)
    assert shown(project, "by:გია") == [2]
    assert shown(project, "by:me") == shown(project, f"by:{project.user}") == [1]
    assert shown(project, "by:ნინო ჩემი") == [1]
    assert shown(project, "by:ნინო since:1h") == [1]


def test_lengths_locks_bookmarks_and_open_comments(project):
    project.segments.set_lock(4, True, revision=0)
    project.bookmarks.set(5)
    project.comments.add(6, "რატომ?")
    assert shown(project, "long:<14") == [1]
    assert shown(project, "", "k") == [4]
    assert shown(project, "", "b") == [5]
    assert shown(project, "", "o") == [6]


def test_a_check_is_combined_with_a_status(project):
    worst = {1: (Severity.ERROR, 1), 2: (Severity.ERROR, 1)}
    assert shown(
        project, "check:num", worst=worst, with_check=lambda check: {2} if check == "num" else set()
    ) == [2]


def test_a_term_is_found_in_any_form_and_by_its_concept(project, glossary):
    concepts = project_glossary(project)
    article = project.articles.get(1)

    def concerned(term):
        return sorted(segments_with_term(project, article, term, concepts))

    assert concerned("ასოციაცია") == concerned("ასოციაციამ") == concerned("协会") == [2, 3, 4]
    assert concerned("პარტია") == [1, 2, 4]  # none of the translations has the word: the source has 党
    assert concerned("კრება") == concerned("会议")
    assert concerned("არაფერი") == []


async def test_a_filter_by_term_on_the_screen(review, project, glossary):
    async with review() as desk:
        await desk.press("F", "tab")
        await desk.press(*"term", "colon", *"პარტიამ")
        await desk.press("enter")
        assert desk.message.startswith("3 segments fit: “term:პარტიამ”")
        assert list(desk.state.session.shown) == [1, 2, 4]


async def test_escape_ends_what_reads_all_segments_and_the_next_keys_command_again(review):
    """The work is seen on the screen, which goes on; a text that was typed meanwhile waits."""

    def endless(project, tell):
        count = len(project.segments.ids())
        while True:
            tell(count)
            time.sleep(0.01)

    async with review() as desk:
        ended = []

        async def work():
            try:
                await LongWork(desk.state, desk.view).do(endless)
            except StoppedError:
                ended.append(True)

        desk.view.run(work())
        await desk.until(lambda: desk.message == "Reading the segments: 6 of 6; Esc stops.")
        await desk.pilot.press("escape")
        await desk.until(lambda: ended == [True])
        await desk.press("j")
        assert desk.current == 1


async def test_a_filter_is_saved_offered_applied_and_forgotten(review, tmp_path, monkeypatch):
    kept = tmp_path / "own" / "screen.json"
    monkeypatch.setenv("TRANSREVIEW_SCREEN", str(kept))
    choose_theme(CONTRAST.name)
    async with review(size=(80, 30)) as desk:
        await desk.press("6")
        assert "No filter is in force" in desk.message
        await desk.press("F", "m", "tab")
        await desk.type("long:<14")
        await desk.press("enter", "6")
        await desk.until(lambda: isinstance(desk.screen, Prompt))
        await desk.type("მოკლე")
        await desk.press("enter")
        await desk.until(lambda: desk.message == "✓ The filter “მოკლე” is saved.")
    assert chosen_theme() == CONTRAST.name
    async with review(size=(80, 34)) as desk:
        assert len(desk.state.session.shown) == 6
        await desk.press("F")
        await desk.until(lambda: "saved: 1 მოკლე" in desk.text)
        await desk.press("1")
        assert list(desk.state.session.shown) == [1]
        await desk.press("escape", "ctrl+p")
        await desk.type("მოკლე")
        await desk.until(lambda: "Filter “მოკლე”" in desk.text)
        await desk.press("enter")
        await desk.until(lambda: list(desk.state.session.shown) == [1])
        await desk.press("escape", "7")
        await desk.until(lambda: isinstance(desk.screen, Listing))
        await desk.press("d")
        await desk.until(lambda: saved_filters() == {})
    assert chosen_theme() == CONTRAST.name


async def test_many_saved_filters_leave_the_keys_in_sight(review, tmp_path, monkeypatch):
    monkeypatch.setenv("TRANSREVIEW_SCREEN", str(tmp_path / "screen.json"))
    for number in range(12):
        save_filter(f"a filter with a long name {number}", SegmentFilter(text=f"x{number}"))
    async with review(size=(80, 24)) as desk:
        await desk.press("F")
        assert "saved: 1 a filter" in desk.text
        assert "Esc gives up" in desk.text


def test_what_is_no_filter_is_left_out_and_a_broken_file_is_kept(tmp_path, monkeypatch):
    kept = tmp_path / "screen.json"
    monkeypatch.setenv("TRANSREVIEW_SCREEN", str(kept))
    good = SegmentFilter(frozenset({Status.CONFIRMED}), frozenset("uf"), "by:გია")
    save_filter("good", good)
    save_filter("gone", SegmentFilter(text="x"))
    written = json.loads(kept.read_text())
    written["filters"] |= {"a": 1, "b": {"statuses": ["new"]}, "c": {"conditions": "?"}, "d": {}}
    kept.write_text(json.dumps(written))
    assert saved_filters() == {"good": good, "gone": SegmentFilter(text="x")}
    forget_filter("gone")
    assert saved_filters() == {"good": good}
    kept.write_text("{ mine")
    assert saved_filters() == {}
    with pytest.raises(InputError, match="cannot be read"):
        save_filter("new", good)
    assert kept.read_text() == "{ mine"


async def test_by_keys(review, project):
    async with review() as desk:
        await desk.press("F", "tab")
        await desk.type("check:empty")
        await desk.press("enter")
        assert "No segment fits" in desk.message
        await desk.press("F", "tab")
        await desk.type("long:>20 by:nobody")
        await desk.press("enter")
        assert "No segment fits" in desk.message
        await desk.press("F", "tab")
        await desk.type("since:soon")
        await desk.press("enter")
        assert desk.message.startswith("✗ “since:soon”") or "is no time" in desk.message
