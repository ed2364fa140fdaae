"""What the screen says of segments is what `transreview check` says of the same file, after every change."""

import sqlite3
from contextlib import closing
from random import Random

import pytest

from transreview.project.project import Project
from transreview.tui.review import checks
from transreview.workflow.quality.checking import check_project

TEXTS = ("სხდომა დაიხურა.", "შეხვედრა დასრულდა 会", "3 სხდომა", "შეხვედრა დასრულდა.")


@pytest.fixture
def path(tmp_path, monkeypatch, fill_article):
    """A project whose two sources are equal and whose translations differ."""
    monkeypatch.setenv("TRANSREVIEW_USER", "n")
    where = tmp_path / "s.transreview"
    with Project.create(where) as project:
        fill_article(project, ("会议已经结束。", "会议已经结束。"), ("შეხვედრა დასრულდა.", "სხდომა დაიხურა."))
    return where


def shown(desk):
    state, view = desk.state, desk.view
    return [[f.check for f in state.insight.findings(view.segment_at(i))] for i in range(len(state.session))]


def counted(desk):
    ids = desk.state.session.ids
    return [desk.state.worst.get(one, (None, 0))[1] for one in ids]


def truth(desk):
    with Project.open(desk.project.path, read_only=True) as project:
        return [[f.check for f in checked.findings] for checked in check_project(project)]


async def agree(desk):
    await desk.settle()
    assert shown(desk) == truth(desk)
    assert counted(desk) == [len(found) for found in truth(desk)]


async def test_a_mended_inconsistency_goes_from_the_partner(review):
    async with review() as desk:
        assert shown(desk) == truth(desk) == [[], ["cons.source"]]
        await desk.press("enter")
        desk.editor.put("სხდომა დაიხურა.")
        await desk.press("escape")
        assert truth(desk) == [[], []]
        await agree(desk)


async def test_a_new_inconsistency_is_shown(review):
    async with review() as desk:
        await desk.press("j", "enter")
        desk.editor.put("შეხვედრა დაიხურა დღეს.")
        await desk.press("escape")
        await agree(desk)
        assert truth(desk) == [[], ["cons.source"]]
        await desk.press("U")
        await agree(desk)


async def test_a_change_by_another_program_is_shown(review):
    async with review() as desk:
        with Project.open(desk.project.path, user="გიორგი") as other:
            second = other.segments.all()[1]
            other.segments.edit(second.id, "შეხვედრა დასრულდა.", revision=second.revision)
        desk.controllers.project_watch.look_for_others()
        await agree(desk)
        assert truth(desk) == [[], []]


async def test_segments_that_were_merged_and_parted_again_are_checked(review):
    async with review() as desk:
        await desk.press("J")
        await agree(desk)
        await desk.press("U")
        await agree(desk)
        assert truth(desk) == [[], ["cons.source"]]


def truth_of_a_copy(desk, folder):
    """What is found in the same texts by somebody who has nothing of what the screen has kept."""
    copied = folder / "copy.transreview"
    with closing(sqlite3.connect(desk.project.path)) as here, closing(sqlite3.connect(copied)) as copy:
        here.backup(copy)
    with Project.open(copied, read_only=True) as project:
        return [[f.check for f in checked.findings] for checked in check_project(project)]


@pytest.mark.parametrize("seed", [3, 8])
async def test_after_any_keys_the_screen_says_what_the_command_says(review, tmp_path, seed):
    chance = Random(seed)
    async with review() as desk:
        for _step in range(7):
            await desk.press(chance.choice("gG"))
            match chance.choice(["edit", "edit", "other", "J", "U", "U", "ctrl+y", "c", "o"]):
                case "edit":
                    await desk.press("enter")
                    desk.editor.put(chance.choice(TEXTS))
                    await desk.press("escape")
                case "other":
                    with Project.open(desk.project.path, user="გიორგი") as other:
                        one = chance.choice(other.segments.all())
                        other.segments.edit(one.id, chance.choice(TEXTS), revision=one.revision)
                    desk.controllers.project_watch.look_for_others()
                case key:
                    await desk.press(key)
        await desk.settle()
        assert shown(desk) == truth_of_a_copy(desk, tmp_path)
        assert counted(desk) == [len(found) for found in shown(desk)]


async def test_the_progress_of_the_checks_takes_no_message_away(review, monkeypatch):
    monkeypatch.setattr(checks, "TOLD_FROM", 1)
    async with review() as desk:
        desk.state.checked = False
        monkeypatch.setattr(type(desk.state.insight), "progress", property(lambda _self: (1, 6)))
        desk.controllers.checks._show(desk.state.article.id, {})
        assert desk.message == "Checking segments: 1 of 6."
        await desk.press("F", "m", "enter")
        desk.controllers.checks._show(desk.state.article.id, {})
        assert desk.message == "2 segments fit: machine. Esc shows all."
