"""Which words of short lines tell them apart: names, in lines that are short, that few others have."""

from __future__ import annotations

import pytest

from transreview.alignment.signals.keywords import keyword_tokens


@pytest.mark.parametrize(
    ("line", "foreign", "within"),
    [
        ("Supports JPEG", False, {"jpeg"}),
        ("Supports JPEG", True, {"supports", "jpeg"}),
        ("macOS, WebP and mp3", False, {"macos", "webp", "mp3"}),
        ("C# and C++ or F#", True, {"c#", "and", "c++", "or", "f#"}),
        ("A is x", True, {"is"}),  # one letter is no name
        ("node.js-v2", True, {"node.js-v2"}),
        ("მხარს უჭერს JPEG-ს", True, {"jpeg"}),
        ("see `JPEG` and PNG", False, {"png"}),  # code ties by itself, as addresses do
        ("at https://example.org/JPEG PNG", False, {"png"}),
        ("mail Press@example.ORG or PNG", False, {"png"}),
        ("[PNG](GIF.gif)", False, {"png"}),
        ("www.JPEG.org PNG", False, {"png"}),
        ("", True, set()),
    ],
)
def test_the_words_of_a_line(line: str, foreign: bool, within: set[str]) -> None:
    assert keyword_tokens([line], foreign=foreign) == [within]


@pytest.mark.parametrize(("length", "found"), [(59, {"jpeg"}), (60, {"jpeg"}), (61, set())])
def test_a_line_of_more_than_sixty_characters_is_a_sentence(length: int, found: set[str]) -> None:
    assert keyword_tokens(["JPEG " + "ა" * (length - 5)], foreign=True) == [found]


@pytest.mark.parametrize(("lines", "told"), [(1, True), (2, True), (3, False)])
def test_a_word_of_more_than_two_lines_tells_none_of_them_apart(lines: int, told: bool) -> None:
    found = keyword_tokens([*["Supports JPEG JPEG"] * lines, "and PNG"], foreign=False)
    assert found == [*[{"jpeg"} if told else set()] * lines, {"png"}]
