"""Tokens of HTML: they cover the text without a gap, and what is no tag is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.formats.html_tokens import Attribute, TokenKind, attributes, tokens

SHORT = {
    TokenKind.TEXT: "t", TokenKind.START: "s", TokenKind.END: "e", TokenKind.EMPTY: "0", TokenKind.COMMENT: "c",
    TokenKind.CDATA: "d", TokenKind.OTHER: "o",
}  # fmt: skip


def parts(text: str, **options: object) -> list[tuple[str, str]]:
    return [(SHORT[one.kind], text[one.start : one.end]) for one in tokens(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("a", [("t", "a")]),
        ("<p>a</p>", [("s", "<p>"), ("t", "a"), ("e", "</p>")]),
        ("a<br/>b", [("t", "a"), ("0", "<br/>"), ("t", "b")]),
        ("<a/b>", [("s", "<a/b>")]),
        ("</a/>", [("e", "</a/>")]),
        ("a < b", [("t", "a < b")]),
        ("a <", [("t", "a <")]),
        ("<p", [("t", "<p")]),
        ("<!---->x", [("c", "<!---->"), ("t", "x")]),
        ("<!-->-->", [("c", "<!-->-->")]),
        ("<!-- a", [("t", "<!-- a")]),
        ("<![CDATA[a<b]]>c", [("d", "<![CDATA[a<b]]>"), ("t", "c")]),
        ("<![CDATA[]]>", [("d", "<![CDATA[]]>")]),
        ("<![CDATA[a", [("t", "<![CDATA[a")]),
        ("<!x>a", [("o", "<!x>"), ("t", "a")]),
        ("<?x?>a", [("o", "<?x?>"), ("t", "a")]),
        ("<!>a", [("o", "<!>"), ("t", "a")]),
        ("<!x", [("t", "<!x")]),
        ('<p a=">">b', [("s", '<p a=">">'), ("t", "b")]),
        ('<p a=">b', [("s", '<p a=">'), ("t", "b")]),
        ('<p a="><q b="c">', [("s", '<p a=">'), ("s", '<q b="c">')]),
        ("<script>a<b</script>c", [("s", "<script>"), ("t", "a<b"), ("e", "</script>"), ("t", "c")]),
        ("<script></script>", [("s", "<script>"), ("e", "</script>")]),
        ("<SCRIPT>a</scripts></SCRIPT >", [("s", "<SCRIPT>"), ("t", "a</scripts>"), ("e", "</SCRIPT >")]),
        ("<script>a<b>c", [("s", "<script>"), ("t", "a"), ("s", "<b>"), ("t", "c")]),
        ("<script>a<script>b", [("s", "<script>"), ("t", "a"), ("s", "<script>"), ("t", "b")]),
    ],
)
def test_a_text_parts_into_tags_and_characters(text: str, found: list[tuple[str, str]]) -> None:
    assert parts(text) == found


def test_in_xml_a_script_holds_elements() -> None:
    assert parts("<script><b>a</b></script>", xml=True) == [
        ("s", "<script>"), ("s", "<b>"), ("t", "a"), ("e", "</b>"), ("e", "</script>"),
    ]  # fmt: skip


def test_only_a_part_of_a_text_is_read_and_nothing_closes_behind_it() -> None:
    text = "x<b>y</b>z<!-- a -->"
    assert parts(text, start=1, end=9) == [("s", "<b>"), ("t", "y"), ("e", "</b>")]
    assert parts(text, start=9, end=15) == [("t", "z<!-- ")]
    assert parts(text, start=4, end=8) == [("t", "y</b")]


@given(st.text(st.sampled_from("<>/!-[]CDATA\"'= abp?script"), max_size=40))
def test_tokens_cover_any_text_without_a_gap(text: str) -> None:
    found = list(tokens(text))
    assert "".join(text[one.start : one.end] for one in found) == text
    assert all(one.start < one.end for one in found)


def test_attributes_say_where_their_values_stand_and_how_they_are_quoted() -> None:
    text = """x<a HREF="b c" d='e' f=g h i="" >"""
    (tag,) = [one for one in tokens(text) if one.kind is TokenKind.START]
    assert tag.name == "a"
    found = list(attributes(text, tag))
    assert [(one.name, one.value, one.quote) for one in found] == [
        ("href", "b c", '"'), ("d", "e", "'"), ("f", "g", ""), ("h", "", ""), ("i", "", '"'),
    ]  # fmt: skip
    assert [text[one.start : one.end] for one in found] == [one.value for one in found]
    assert isinstance(found[3], Attribute)
    assert text[: found[3].start].endswith(" h")


@pytest.mark.parametrize("tag", ["<a/>", "<a />", "<a>"])
def test_a_slash_is_no_attribute(tag: str) -> None:
    (token,) = tokens(tag)
    assert list(attributes(tag, token)) == []
