"""Markdown: text apart from markup, and the same file again around new text."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded
from transreview.formats.filling import Passage, fill
from transreview.formats.markdown import read_markdown
from transreview.formats.markdown_filling import continuation
from transreview.formats.markdown_inline import as_markdown, as_plain
from transreview.formats.rendering import passages_of, render
from transreview.model.unit import Granularity, Unit, UnitKind

PAGE = """\
---
title: "სათვალის დარგი"
lang: ka
---

# სათაური

აბზაცი, რომელიც **ორ**
ხაზზეა დაწერილი.{hard}
აქ კი ახალი ხაზია.

> ციტატა ერთი
> ციტატა ორი
>
> - პუნქტი ციტატაში

1. პირველი
2. მეორე
   გრძელდება

   მეორე პუნქტის მეორე აბზაცი
- [x] შესრულებული

ქვესათაური
----------

| ა | ბ |
|---|---|
| გ \\| დ | ე |

```python
code = "არა თარგმანი"
```

<div>html</div>

[ref]: http://example.org "t"
ბოლო აბზაცი [ბმულით][ref].
""".replace("{hard}", "  ")


def read(text: str) -> Document:
    return read_markdown(Decoded(text, "utf-8"), "a.md")


def again(document: Document, passages: list[Passage] | None = None) -> str:
    assert document.layout is not None
    found = passages_of(document.units) if passages is None else passages
    return fill(document.layout, document.units, found, newline=document.newline).text


def test_what_readers_see_as_text_becomes_units() -> None:
    document = read(PAGE)
    texts = [unit.text for unit in document.units]
    assert texts == [
        "სათვალის დარგი",
        "სათაური",
        "აბზაცი, რომელიც **ორ** ხაზზეა დაწერილი.\nაქ კი ახალი ხაზია.",
        "ციტატა ერთი ციტატა ორი",
        "პუნქტი ციტატაში",
        "პირველი",
        "მეორე გრძელდება",
        "მეორე პუნქტის მეორე აბზაცი",
        "შესრულებული",
        "ქვესათაური",
        "ა",
        "ბ",
        "გ | დ",
        "ე",
        "html",
        "t",
        "ბოლო აბზაცი [ბმულით][ref].",
    ]
    kinds = [unit.kind for unit in document.units]
    assert kinds[:2] == [UnitKind.CAPTION, UnitKind.TITLE]
    assert kinds[9] is UnitKind.HEADING
    assert kinds[4:7] == [UnitKind.LIST_ITEM] * 3
    assert kinds[7] is UnitKind.PARAGRAPH
    assert kinds[10:14] == [UnitKind.TABLE_CELL] * 4
    assert [unit.prefix for unit in document.units[1:9]] == [
        "# ", "", "> ", "> - ", "1. ", "2. ", "   ", "- [x] ",
    ]  # fmt: skip
    assert document.metadata == {"title": "სათვალის დარგი", "lang": "ka"}
    assert document.units[1].line == 6


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_unchanged_page_comes_back_to_the_byte(newline: str) -> None:
    text = PAGE.replace("\n", newline)
    assert again(read(text)) == text


def test_new_text_takes_the_place_of_old_text_and_nothing_else_changes() -> None:
    document = read(PAGE)
    passages = passages_of(document.units)
    passages[4] = Passage("ახალი პუნქტი\nორ ხაზად", 4)
    passages[10] = Passage("ა | ა", 10)
    passages[1] = Passage("ახალი\nსათაური", 1)
    passages[0] = Passage('ახალი: "დარგი"', 0)
    written = again(document, passages)
    assert "> - ახალი პუნქტი\\\n>   ორ ხაზად\n" in written
    assert "| ა \\| ა | ბ |" in written
    assert "# ახალი სათაური\n" in written
    assert 'title: "ახალი: \\"დარგი\\""\n' in written
    assert 'code = "არა თარგმანი"' in written
    units = read(written).units
    assert [unit.text for unit in units][4] == "ახალი პუნქტი\nორ ხაზად"
    assert len(units) == len(document.units)


def test_an_added_paragraph_stays_inside_its_list_item() -> None:
    document = read("1. one\n2. two\n\nlast\n")
    passages = passages_of(document.units)
    passages[0] = Passage("one\n\nmore of one", 0)
    units = read(again(document, passages)).units
    assert [unit.text for unit in units] == ["one", "more of one", "two", "last"]
    assert units[1].prefix.strip() == ""
    assert units[2].prefix == "2. "


def test_emptied_and_added_paragraphs() -> None:
    document = read("# Title\n\none\n\ntwo\n")
    passages = [Passage("Title", 0), Passage("", 1), Passage("new", None), Passage("two", 2)]
    assert again(document, passages) == "# Title\n\nnew\n\ntwo\n"
    assert again(document, [Passage("", 0), Passage("one", 1), Passage("two", 2)]) == "one\n\ntwo\n"


def test_an_emptied_first_sentence_leaves_its_markup_to_the_next() -> None:
    document = read("- One. Two.\n- Three.\n").cut(
        lambda text: [(0, 4), (5, 9)] if len(text) > 6 else [(0, 6)]
    )
    assert [unit.text for unit in document.units] == ["One.", "Two.", "Three."]
    assert again(document, [Passage("", 0), Passage("Two.", 1), Passage("Three.", 2)]) == "- Two.\n- Three.\n"
    assert again(document, [Passage("", 0), Passage("", 1), Passage("Three.", 2)]) == "- Three.\n"


def test_code_that_stands_before_an_emptied_paragraph_stays() -> None:
    document = read("one\n\n```\ncode\n```\n\ntwo\n")
    assert "code" in again(document, [Passage("one", 0), Passage("", 1)])


def test_only_markup_is_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        read("```\ncode\n```\n\n---\n")


def test_a_page_of_front_matter_alone_is_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        read("---\nlayout: a\n---\n")


def test_continuation_keeps_quotes_and_blanks_out_markers() -> None:
    assert continuation("> 1. ") == ">    "
    assert continuation("  - ") == "    "


@given(
    st.lists(st.sampled_from([*PAGE.splitlines(), "", "    code", "***", "* a", "2) b", "a  "]), max_size=14)
)
def test_any_page_comes_back_to_the_byte(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        document = read(text)
    except InputError:
        return
    assert again(document) == text
    sentences = document.at(Granularity.SENTENCE, lambda found: [(0, len(found))])
    assert again(sentences) == text


def shown(markdown: str) -> str:
    """What a reader of the page sees, by the parser itself."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    parts = []
    for token in tokens:
        children = token.children or ()
        parts += ["\n" if child.type.endswith("break") else child.content for child in children]
        if token.type in {"code_block", "fence", "html_block", "hr"}:
            parts.append(f"<{token.type}>")
    return "".join(parts)


TRICKY = st.text(st.sampled_from("ab1 .*_`[](){}#>-+=!~|\\<&;:/ა中"), min_size=1, max_size=24)


@settings(max_examples=400)
@given(TRICKY)
def test_plain_text_in_markdown_is_seen_letter_by_letter(text: str) -> None:
    plain = " ".join(text.split())
    if plain:
        assert shown(as_markdown(plain)) == plain


@settings(max_examples=300)
@given(st.lists(TRICKY, min_size=1, max_size=3), st.sampled_from(list(UnitKind)))
@example(["1.1", "1.1"], UnitKind.PARAGRAPH)
@example(["1.ა", "2.ბ"], UnitKind.PARAGRAPH)
@example(["__1__", "a__b"], UnitKind.TITLE)
def test_an_article_rendered_as_markdown_shows_its_text(texts: list[str], kind: UnitKind) -> None:
    plain = [" ".join(text.split()) for text in texts]
    units = [Unit(text, kind=kind, paragraph=number) for number, text in enumerate(plain) if text]
    if units and kind is not UnitKind.LIST_ITEM:
        page = render(units, passages_of(units), to="markdown", syntax="text")
        assert shown(page) == "".join(unit.text for unit in units)


def test_inline_markup_is_read_for_plain_text() -> None:
    assert as_plain("**მსუქანი** და [ბმული](http://a) `კოდი` &amp; \\*") == "მსუქანი და ბმული კოდი & *"
    units = [
        Unit("**ა**", kind=UnitKind.LIST_ITEM, paragraph=0, line=1, prefix="- "),
        Unit("ბ", kind=UnitKind.PARAGRAPH, paragraph=1),
    ]
    assert render(units, passages_of(units), to="text", syntax="markdown") == "- ა\n\nბ\n"
