"""Which Chinese encoding bytes are in, or that nobody can say."""

from __future__ import annotations

import pytest

from transreview.formats.chinese_encodings import _has_foreign_stretch, chinese_encoding, plausibility

SIMPLIFIED = "本次会议在温州召开，来自各地的代表出席了会议，讨论了今年的工作和明年的计划。"
TRADITIONAL = "本次會議在溫州召開，來自各地的代表出席了會議，討論了今年的工作和明年的計劃。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SIMPLIFIED.encode("gb18030"), "gb18030"),
        (TRADITIONAL.encode("cp950"), "cp950"),
        (SIMPLIFIED.encode(), None),
        (b"plain", None),
        (b"", None),
        ("Grüße aus Köln".encode("latin-1"), None),
        ("Привет, как дела? Хорошо.".encode("cp1251"), None),
        (b"\xff\xff\xff", None),
    ],
)
def test_bytes_are_chinese_where_one_reading_is_far_better_than_any_other(
    data: bytes, encoding: str | None
) -> None:
    assert chinese_encoding(data) == encoding


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("", 0.0),
        ("a", 0.0),
        ("的", 0.0),  # one letter says nothing
        ("的的", 1.0),
        ("a的b的c", 0.0),  # letters between those of ASCII stand alone
        ("的a", 0.0),
        ("的的a", 1.0),
        ("的的鿿鿿", 0.5),
        ("的的的的\ue000", 0.0),
        ("的的的的的的的的\ue000", 0.5),
        ("的的的的的的的的\x01", 0.5),
        ("的的\t\n\r\f\x1b", 1.0),
        ("的的，。", 1.0),
        ("的的的的的的的，a的\x80b", 0.5),  # a sign of another half of the table is no letter of ASCII
        ("的的的的的的的，a\x80的b", 0.5),
        ("的的的的的的的，a的\x7fb", 7 / 8),
    ],
)
def test_a_text_is_as_plausible_as_its_letters_are_common_and_whole(text: str, share: float) -> None:
    assert plausibility(text) == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("的" * 40, False),
        ("鿿" * 39, False),  # too short to tell
        ("鿿" * 40, True),
        ("的" * 4 + "鿿" * 36, True),
        ("的" * 5 + "鿿" * 35, False),
        ("的" * 60 + "鿿" * 40, True),
        ("的" * 60 + "鿿" * 19, False),
        ("abc " * 30, False),
    ],
)
def test_a_stretch_of_forty_letters_without_common_ones_is_foreign(text: str, foreign: bool) -> None:
    assert _has_foreign_stretch(text) is foreign
