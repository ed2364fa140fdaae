"""An edit changes the words of a Markdown article and never its blocks; bounds hold on hostile files."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.formats.document import Document
from transreview.formats.encoding import Decoded
from transreview.formats.filling import Passage, fill
from transreview.formats.left_out import Beside, Left
from transreview.formats.markdown import read_markdown
from transreview.formats.rendering import passages_of

PAGE = """# სათაური

პირველი აბზაცი.

- პუნქტი
- მეორე

> ციტატა

1. რიცხვი

:::note
მინიშნება.
:::

| ა | ბ |
|---|---|
| გ | დ |

[^1]: სქოლიო.

ბოლო აბზაცი.
"""


def read(text: str, **options: bool) -> Document:
    return read_markdown(Decoded(text, "utf-8"), "a.md", **options)


def edited(index: int, text: str) -> str:
    document = read(PAGE)
    passages = passages_of(document.units)
    passages[index] = Passage(text, index)
    assert document.layout is not None
    return fill(document.layout, document.units, passages).text


@pytest.mark.parametrize("index", range(11))
@pytest.mark.parametrize(
    "text",
    ["# ა", "- ა", "1. ა", "> ა", "```", "```\nა", "~~~", ":::note", ":::", "---", "===", "| ა | ბ |", "+ ა", "* * *",
     "[x]: y", "[^2]: ა", "<div>ა", "!!! ა", "ა #", "ა\n- ბ", "ა\n===", "ა\n```", "ა | ბ", "$$", ": ა", "    ა"],
)  # fmt: skip
def test_an_edit_never_changes_what_a_block_is(index: int, text: str) -> None:
    before, after = read(PAGE), read(edited(index, text))
    assert [unit.kind for unit in after.units] == [unit.kind for unit in before.units]
    assert [unit.prefix for unit in after.units] == [unit.prefix for unit in before.units]
    for place, (old, new) in enumerate(zip(before.units, after.units, strict=True)):
        assert place == index or old.text == new.text


@given(st.integers(0, 10), st.text(alphabet="ა#->`~:|*_[]()1.!<= \n", min_size=1, max_size=12))
def test_no_edit_adds_or_takes_a_block(index: int, text: str) -> None:
    words = "\n".join(part.strip() for part in text.split("\n") if part.strip())
    if not any(one.isalnum() for one in words):
        return
    before, after = read(PAGE), read(edited(index, words))
    others = [unit.text for place, unit in enumerate(before.units) if place != index]
    found = [unit.text for unit in after.units]
    for one in others:
        assert one in found


def test_hard_breaks_keep_their_author_s_way() -> None:
    for line_break in ("  \n", "\\\n"):
        document = read(f"ერთი{line_break}ორი\n")
        assert document.layout is not None
        text = fill(document.layout, document.units, [Passage("ახალი\nორი", 0)]).text
        assert text == f"ახალი{line_break}ორი\n"


def test_comments_in_code_are_text_when_asked() -> None:
    page = "ტექსტი\n\n```js\nlet a; // ახსნა\nlet url = 'http://e.org'; /* მეორე */\n```\n\n```py\n# მესამე\nx = 1\n```\n"
    assert [unit.text for unit in read(page).units] == ["ტექსტი"]
    document = read(page, code_comments=True)
    assert [unit.text for unit in document.units] == ["ტექსტი", "ახსნა", "მეორე", "მესამე"]
    assert document.beside[Beside.COMMENT] == 3
    assert document.left == {Left.CODE: 2}
    assert document.layout is not None
    passages = [
        passages_of(document.units)[0],
        Passage("ახალი\n*/ ახსნა", 1),
        *passages_of(document.units)[2:],
    ]
    assert "let a; // ახალი * / ახსნა\n" in fill(document.layout, document.units, passages).text


def test_code_stays_code_in_admonitions_lists_and_quotations() -> None:
    page = "!!! note\n    ```js\n    კოდი\n    ```\n\n- ა\n\n  ```\n  კოდი\n  ```\n\n> ```\n> კოდი\n> ```\n\nბოლო\n"
    document = read(page)
    assert [unit.text for unit in document.units] == ["ა", "ბოლო"]
    assert document.left == {Left.CODE: 3}


def test_many_broken_places_are_said_in_a_few_lines() -> None:
    document = read("```js\nა\n\n" * 50)
    assert len(document.warnings) == 6
    assert "45 more places" in document.warnings[-1]


@pytest.mark.parametrize(
    "text",
    [
        "სიტყვა **მუქი** [x](y) `c` " * 30_000,
        "- " * 50_000 + "x",
        "".join(" " * (2 * i) + f"- ა{i}\n" for i in range(800)),
        ">" * 100_000 + " x",
        "```js\nა\n" * 20_000,
        "<!-- ა\n" * 20_000,
        ":::note\nა\n" * 20_000,
        "| ა " * 20_000 + "|\n" + "|---" * 20_000 + "|\n",
        "<div>\nა\n" * 10_000,
        "[^1]: ა\n" * 20_000,
    ],
    ids=["one line", "lists in a line", "lists", "quotations", "fences", "comments", "containers", "columns", "html", "notes"],
)  # fmt: skip
def test_hostile_files_are_read_in_bounded_time_with_all_their_text(text: str) -> None:
    begun = time.process_time()
    document = read(text)
    assert time.process_time() - begun < 20
    words = sum(text.count(one) for one in "ასx")
    assert sum(unit.text.count(one) for unit in document.units for one in "ასx") == words
