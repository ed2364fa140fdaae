"""Letters by script."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.languages.scripts import RANGES, histogram, script_runs, without_neutral


def test_letters_are_counted_by_script_most_frequent_first():
    assert histogram("ქართული 会议 abc 123") == {"Geor": 7, "Latn": 3, "Hani": 2}
    assert list(histogram("会议会议 ab")) == ["Hani", "Latn"]


def test_addresses_tags_and_placeholders_do_not_count():
    text = "გვერდი https://example.com/a?b=c და press@example.com <b>მუქი</b> {name} %(count)s &nbsp; x.pdf"
    assert histogram(text) == {"Geor": 12}


def test_neutral_parts_are_blanked_in_place():
    text = "ა https://a.ge ბ"
    blanked = without_neutral(text)
    assert len(blanked) == len(text)
    assert blanked.index("ბ") == text.index("ბ")


def test_cjk_text_right_after_an_address_still_counts():
    assert histogram("见https://example.com/x会议") == {"Hani": 3}


def test_text_right_before_an_address_still_counts():
    assert histogram("请写信到info@example.com咨询") == {"Hani": 6}


def test_lines_are_blanked_one_by_one():
    assert without_neutral("ა ბ\nx@b.ge {n}\r\nგ") == "ა ბ\n" + " " * 10 + "\r\nგ"


def test_letters_of_an_unlisted_script_are_other():
    assert histogram("ᏣᎳᎩ") == {"Zzzz": 3}
    assert histogram("123 – …") == {}


def test_mtavruli_and_old_georgian_are_georgian():
    assert histogram("ᲗᲑᲘᲚᲘᲡᲘ ჯჲ Ⴀⴀ") == {"Geor": 11}


@given(st.text())
def test_counts_are_those_of_the_runs(text):
    counts = histogram(text)
    runs: dict[str, int] = {}
    for script, start, end in script_runs(without_neutral(text)):
        runs[script] = runs.get(script, 0) + end - start
    assert {name: n for name, n in counts.items() if name != "Zzzz"} == runs


NAMES = {
    "Latn": ("LATIN", "FULLWIDTH LATIN", "FEMININE", "MASCULINE"),
    "Geor": ("GEORGIAN", "MODIFIER LETTER GEORGIAN"),
    "Hani": ("CJK", "IDEOGRAPHIC"),
    "Cyrl": ("CYRILLIC",),
    "Grek": ("GREEK", "COPTIC", "MODIFIER LETTER SMALL"),
    "Armn": ("ARMENIAN",),
    "Hebr": ("HEBREW",),
    "Arab": ("ARABIC",),
    "Hang": ("HANGUL",),
    "Hira": ("HIRAGANA",),
    "Kana": ("KATAKANA", "HALFWIDTH KATAKANA"),
    "Thai": ("THAI",),
    "Deva": ("DEVANAGARI",),
}


@pytest.mark.parametrize("script", NAMES)
def test_ranges_hold_characters_of_their_script_only(script):
    pattern = re.compile(f"[{RANGES[script]}]")
    for code in range(0x110000):
        character = chr(code)
        if pattern.match(character) and (name := unicodedata.name(character, "")):
            assert name.startswith(NAMES[script]), (hex(code), name)
