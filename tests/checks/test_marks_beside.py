"""Links that a file gives beside its text, as HTML and Word do: a changed address is found once, by one check."""

from __future__ import annotations

import pytest

from transreview.checks import CheckContext, SegmentText, check_segment
from transreview.model.inline_mark import InlineMark, MarkKind

SOURCE, TARGET = "请参阅安装说明，然后继续。", "იხილეთ ინსტალაციის ინსტრუქცია და გააგრძელეთ."


def link(text: str, words: str, address: str) -> tuple[InlineMark, ...]:
    start = text.index(words)
    end = start + len(words)
    return (InlineMark(MarkKind.LINK, start, end, value=address, inner=(start, end)),)


@pytest.mark.parametrize(
    ("there", "here", "found"),
    [
        ("https://example.org/a", "https://example.org/a", []),
        ("https://example.org/a", "https://example.org/b", ["link.lost"]),
        ("https://example.org/zh/a", "https://example.org/ka/a", []),
        ("setup.html", "start.html", ["link.lost"]),
    ],
)
def test_an_address_beside_the_text_that_changed_is_told(there: str, here: str, found: list[str]) -> None:
    text = SegmentText(
        SOURCE,
        TARGET,
        source_marks=link(SOURCE, "安装说明", there),
        target_marks=link(TARGET, "ინსტალაციის ინსტრუქცია", here),
    )
    told = [one for one in check_segment(text, CheckContext("zh", "ka")) if one.check == "link.lost"]
    assert [one.check for one in told] == found
    assert [one.expected for one in told] == [there for _one in found]


def test_an_address_in_the_text_that_changed_is_told_by_another_check() -> None:
    text = SegmentText("参阅[说明](https://example.org/a)。", "იხილეთ [ინსტრუქცია](https://example.org/b).")
    told = {one.check for one in check_segment(text, CheckContext("zh", "ka"))}
    assert "url.mismatch" in told
    assert "link.lost" not in told
