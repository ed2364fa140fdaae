"""Stored values become Python's; what cannot says that the file is damaged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from transreview.errors import InputError
from transreview.project.decoding import arguments_of, damaged, moment, parsed, stored_moment
from transreview.project.selection import Selection
from transreview.project.sums import is_sound, require_sum, sum_of

NOON = datetime(2021, 9, 10, 12, 0, 0, 5, tzinfo=UTC)


def test_a_moment_is_kept_in_utc_so_that_texts_sort_as_moments_do() -> None:
    assert stored_moment(NOON) == "2021-09-10T12:00:00.000005+00:00"
    there = NOON.astimezone(timezone(timedelta(hours=4)))
    assert stored_moment(there) == stored_moment(NOON)
    assert moment(stored_moment(there)) == NOON
    assert stored_moment(NOON.replace(microsecond=0)).endswith(".000000+00:00")


@pytest.mark.parametrize("function", [moment, parsed, arguments_of])
@pytest.mark.parametrize("text", ["x", "{", "[1"])
def test_what_is_none_is_damage_with_a_way_out(function, text: str) -> None:
    with pytest.raises(InputError, match="the project file is damaged") as caught:
        function(text)
    assert "transreview recover" in caught.value.remedy


def test_an_entry_says_nothing_or_an_object() -> None:
    assert arguments_of(None) == arguments_of("") == {}
    assert arguments_of('{"a": 1}') == {"a": 1}
    with pytest.raises(InputError, match="an entry of the journal"):
        arguments_of("[1]")


def test_damage_is_said_in_one_short_line() -> None:
    assert str(damaged("a\n  b")) == "the project file is damaged (a b). " + damaged("").remedy + "."
    assert "x" * 120 in str(damaged("x" * 130))
    assert "x" * 121 not in str(damaged("x" * 130))


def test_a_sum_tells_texts_from_their_neighbours_and_from_nothing() -> None:
    sums = [sum_of(values) for values in (["ab", ""], ["a", "b"], ["", "ab"], [None, "ab"], ["ab"])]
    assert len(set(sums)) == len(sums)
    assert is_sound(None, ["a"])
    assert is_sound(sum_of(["a"]), ["a"])
    assert not is_sound(sum_of(["a"]), ["b"])
    assert not is_sound(0, ["b"])
    require_sum(sum_of(["a"]), ["a"], "segment 1")
    with pytest.raises(InputError, match="segment 1"):
        require_sum(sum_of(["a"]), ["b"], "segment 1")


def test_conditions_that_are_none_ask_nothing() -> None:
    chosen = Selection()
    chosen.where("status = ?", None)
    chosen.whether("locked", None, 9)
    chosen.among("id", [])
    assert chosen.query() == ("SELECT id FROM segment WHERE 1 = 1 ORDER BY article_id, place", [])
    chosen.where("needs_work = ?", True)
    chosen.where("status = ?", "")
    chosen.whether("locked", True)
    chosen.whether("seen = ?", False, 3)
    chosen.among("id", [1, 2])
    assert chosen.query() == (
        (
            "SELECT id FROM segment WHERE 1 = 1 AND needs_work = ? AND status = ? AND locked AND NOT (seen = ?)"
            " AND id IN (?, ?) ORDER BY article_id, place"
        ),
        [1, "", 3, 1, 2],
    )
    assert chosen.query()[1][0] is not True
