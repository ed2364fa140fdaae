"""The line of the filter: who, since when, which check, how sure, how long, and a text, all together."""

from datetime import UTC, datetime, timedelta

import pytest

from transreview.errors import UsageError
from transreview.model.finding import Severity
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.tui.segment_filter import SegmentFilter, read_line, select


def shown(project, line="", *conditions, worst=None, with_check=lambda _check: set()):
    wanted = SegmentFilter(conditions=frozenset(conditions), text=line)
    return list(select(project, 1, wanted, worst or {}, with_check))


def test_words_and_text_are_told_apart():
    line = read_line("ასოციაცია by:ნინო check:num sure:<80% long:>20 სხვა")
    assert (line.text, line.user, line.check) == ("ასოციაცია სხვა", "ნინო", "num")
    assert (line.confidence, line.longer, line.shorter) == (0.8, 20, None)
    assert read_line("https://a.b").text == "https://a.b"


@pytest.mark.parametrize("text", ["since:soon", "sure:very", "sure:0", "long:200", "long:>x"])
def test_a_word_that_cannot_be_read_is_told(text):
    with pytest.raises(UsageError):
        read_line(text)


def test_since(project):
    line = read_line("since:2h")
    assert abs(datetime.now(UTC) - timedelta(hours=2) - line.since) < timedelta(minutes=1)
    assert read_line("since:2026-05-01").since.year == 2026


def test_who_changed_what_is_shown(project):
    project.segments.edit(1, "ჩემი", revision=0)
    with Project.open(project.path, user="გია") as other:
        other.segments.set_status(2, Status.CONFIRMED, revision=0)
    assert shown(project, "by:გია") == [2]
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
