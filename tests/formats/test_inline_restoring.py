"""Tags that people and engines write otherwise than the file shows them are the file's elements all the same."""

from __future__ import annotations

import pytest

from transreview.formats.inline_restoring import tags_as_shown
from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.model.pair import PairChange


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('a <x id="1" /> b', 'a <x id="1"/> b'),
        ("a <x id='1'/> b", 'a <x id="1"/> b'),
        ('<x id="1" equiv-text="{{ name }}"/>', '<x id="1"/>'),
        ('<g id="2" ctype="bold">b</g>', '<g id="2">b</g>'),
        ('<ph id="3">other</ph>', '<ph id="3">%d</ph>'),
        ('<x id="9" />', '<x id="9" />'),  # the file has no such element
        ('<a id="1" href="/">b</a>', '<a id="1" href="/">b</a>'),  # HTML that stands there as text
        ("1 < 2", "1 < 2"),
    ],
)
def test_tags_are_written_as_the_file_shows_them(written: str, shown: str) -> None:
    known = ['<x id="1"/> <g id="2">bold</g> <ph id="3">%d</ph> <a id="1" href="/old">b</a>']
    assert tags_as_shown(written, known) == shown


ANGULAR = b"""<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="n" source-language="en"
 target-language="ka" datatype="html"><body><trans-unit id="1"><source>Hello <x id="N" equiv-text="{{n}}"/>!</source>
</trans-unit></body></file></xliff>
"""


def test_an_element_comes_back_with_all_its_attributes() -> None:
    (unit,) = parse_bilingual(ANGULAR, "a.xlf").pairs
    text = tags_as_shown('სალამი <x id="N" />!', [unit.source])
    written = updated_bilingual(ANGULAR, "a.xlf", {unit.identity: PairChange(target=text)})
    assert 'სალამი <x id="N" equiv-text="{{n}}"/>!</target>'.encode() in written


PAIRED = b"""<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="n" source-language="en"
 target-language="ka" datatype="html"><body><trans-unit id="1"><source><g id="1" ctype="bold">A</g> <g id="2"
 ctype="link">B</g> <x id="3"/></source></trans-unit></body></file></xliff>
"""
BOLD, LINK = '<g id="1" ctype="bold">', '<g id="2"\n ctype="link">'
G1, G2, X = '<g id="1">', '<g id="2">', '<x id="3"/>'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (f"{G1}ა</g> {G2}ბ</g> {X}", f"{BOLD}ა</g> {LINK}ბ</g> {X}"),
        (f"{G2}ბ</g> {G1}ა</g>", f"{LINK}ბ</g> {BOLD}ა</g>"),
        (f"{G1}ა {G2}ბ</g> გ</g>", f"{BOLD}ა {LINK}ბ</g> გ</g>"),
        (f"{G1}ა {X} ბ</g>", f"{BOLD}ა {X} ბ</g>"),
        (f"{G1}ა", "&lt;g id=\"1\">ა"),
        ("ა</g>", "ა&lt;/g>"),
        (f"{G1}ა</g></g>", f"{BOLD}ა</g>&lt;/g>"),
        (f"{G1}ა {G2}ბ</g>", f"&lt;g id=\"1\">ა {LINK}ბ</g>"),
        ("ა < ბ & გ", "ა &lt; ბ &amp; გ"),
    ],
    ids=[
        "both", "in another order", "one in the other", "with another in it", "never closed", "never opened",
        "closed twice", "only the inner closed", "no element",
    ],
)  # fmt: skip
def test_a_pair_of_tags_is_an_element_and_half_a_pair_is_text(text: str, written: str) -> None:
    (unit,) = parse_bilingual(PAIRED, "a.xlf").pairs
    after = updated_bilingual(PAIRED, "a.xlf", {unit.identity: PairChange(target=text)}).decode()
    inside = after.partition("<target")[2].partition(">")[2].partition("</target>")[0]
    assert inside.replace("&gt;", ">") == written.replace("&gt;", ">")
    parse_bilingual(after.encode(), "a.xlf")


EMPTY = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="ka" datatype="plaintext"><body>
<trans-unit id="1"><source>Open <g id="1"/> and <ph id="2">%s</ph><x id="3" /><g id="4" ctype="bold" /></source><target>გახსენით</target></trans-unit>
</body></file></xliff>"""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('<g id="1">აქ</g>.', '<g id="1">აქ</g>.'),
        ('<g id="4">აქ</g>', '<g id="4" ctype="bold">აქ</g>'),
        ('<g id="1"></g>', '<g id="1"></g>'),
        ('<x id="3"/>', '<x id="3" />'),
        ('<ph id="2">%s</ph> აქ', '<ph id="2">%s</ph> აქ'),
        ('<g id="1">აქ', '&lt;g id="1"&gt;აქ'),
        ("აქ</g>", "აქ&lt;/g&gt;"),
        ('<g id="1">ა<g id="4">ბ</g>გ</g>', '<g id="1">ა<g id="4" ctype="bold">ბ</g>გ</g>'),
        ('<x id="5"/> &amp;', '&lt;x id="5"/&gt; &amp;amp;'),
    ],
)
def test_an_element_that_was_empty_takes_text_and_what_is_no_element_of_the_unit_is_text(text, written):
    [pair] = parse_bilingual(EMPTY.encode(), "a.xlf").pairs
    after = updated_bilingual(EMPTY.encode(), "a.xlf", {pair.identity: PairChange(target=text)}).decode()
    assert after.partition("<target>")[2].partition("</target>")[0] == written
