"""The line of a filter: who, since when, which check, how sure, how long, what state, and a text."""

from datetime import UTC, datetime, timedelta

import pytest

from transreview.errors import UsageError
from transreview.workflow.search.filter_line import STATES, read_line


def test_words_and_text_are_told_apart():
    line = read_line("ასოციაცია by:ნინო check:num sure:<80% long:>20 სხვა")
    assert (line.text, line.user, line.check) == ("ასოციაცია სხვა", "ნინო", "num")
    assert (line.confidence, line.longer, line.shorter) == (0.8, 20, None)
    assert read_line("https://a.b").text == "https://a.b"


@pytest.mark.parametrize("text", ["since:soon", "is:odd", "sure:very", "sure:0", "long:200", "long:>x"])
def test_a_word_that_cannot_be_read_is_told(text):
    with pytest.raises(UsageError):
        read_line(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("chek:num", "Write check:,"),
        ("სხვა trem:协会", "Write term:,"),
        ("zzz:1", "Write by:, since:, check:, term:, sure:, long:,"),
    ],
)
def test_a_word_that_is_none_is_told_with_the_nearest(text, said):
    with pytest.raises(UsageError) as told:
        read_line(text)
    assert told.value.remedy.startswith(said)


@pytest.mark.parametrize(
    "text", ["https://a.b/c:d", "18:30", "შენიშვნა:ორი", "注意:二", "Name:x", "note: two", ":x"]
)
def test_a_text_with_a_colon_is_no_word(text):
    assert read_line(text).text == text


def test_a_text_that_looks_like_a_word_stands_in_quotation_marks():
    line = read_line('check:num "note:two words"')
    assert (line.check, line.text) == ("num", "note:two words")


def test_since():
    line = read_line("since:2h")
    assert abs(datetime.now(UTC) - timedelta(hours=2) - line.since) < timedelta(minutes=1)
    assert read_line("since:2026-05-01").since.year == 2026


def test_blanks_stand_in_quotation_marks():
    line = read_line('term:"პარტიის მშენებლობა" by:გია text')
    assert (line.term, line.user, line.text) == ("პარტიის მშენებლობა", "გია", "text")


def test_states():
    assert read_line("is:locked is:edited x").states == {"locked", "edited"}
    assert read_line(" ".join(f"is:{state}" for state in STATES)).states == set(STATES)
