"""An edit changes its own line: the other lines of a paragraph end where their author ended them."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from transreview.errors import InputError
from transreview.formats.encoding import Decoded
from transreview.formats.filling import Passage, fill
from transreview.formats.markdown import read_markdown
from transreview.formats.yaml_articles import read_yaml, refill_scalar
from transreview.model.unit import UnitKind


def edited(text: str, *changes: tuple[str, str]) -> str:
    """Return Markdown whose units were changed by replacing words of theirs."""
    document = read_markdown(Decoded(text, "utf-8"), "a.md")
    assert document.layout is not None
    passages = []
    for index, unit in enumerate(document.units):
        words = unit.text
        for old, new in changes:
            words = words.replace(old, new)
        passages.append(Passage(words, index))
    return fill(document.layout, document.units, passages, newline=document.newline).text


WRAPPED = "The fair opens on Monday\nand ends on Friday,\nwith many guests.\n"


@pytest.mark.parametrize(
    ("text", "changes", "after"),
    [
        (WRAPPED, [("Monday", "Tuesday")], WRAPPED.replace("Monday", "Tuesday")),
        (WRAPPED, [("guests", "visitors")], WRAPPED.replace("guests", "visitors")),
        (WRAPPED, [("Monday and", "Tuesday but")], WRAPPED.replace("Monday", "Tuesday").replace("and", "but")),
        (WRAPPED, [(" and ends on Friday,", "")], "The fair opens on Monday\nwith many guests.\n"),
        (WRAPPED.replace("\n", "\r\n"), [("ends", "closes")], WRAPPED.replace("ends", "closes").replace("\n", "\r\n")),
        ("> a quoted line\n> goes on here.\n", [("quoted", "cited")], "> a cited line\n> goes on here.\n"),
        ("> a quoted line\ngoes on lazily.\n", [("quoted", "cited")], "> a cited line\ngoes on lazily.\n"),
        ("- an item\n  of two lines\n- next\n", [("item", "entry")], "- an entry\n  of two lines\n- next\n"),
        ("* an item\nof two lines\n", [("item", "entry")], "* an entry\nof two lines\n"),
        ("会议在厦门举行，\n代表参加了会议。\n", [("厦门", "长沙")], "会议在长沙举行，\n代表参加了会议。\n"),
        ("one \\\ntwo\nthree\n", [("two", "zwei")], "one\\\nzwei\nthree\n"),
        ("a well-\nknown place\n", [("place", "town")], "a well-\nknown town\n"),
        # A line never ends where what follows would begin a block of its own.
        ("in all we have\nmany of them.\n", [("many", "12.")], "in all we have 12. of them.\n"),
        ("in all we have\nmany of them.\n", [("many", "#")], "in all we have # of them.\n"),
        ("in all we have\nmany of them.\n", [("many", "-")], "in all we have - of them.\n"),
        ("in all we have\nmany of them.\n", [("in all we have", "---")], "--- many of them.\n"),
        ("in all we have\nmany of them.\n", [("many", "<!-- x -->")], "in all we have <!-- x --> of them.\n"),
    ],
)  # fmt: skip
def test_lines_of_markdown_end_where_they_did(text: str, changes: list[tuple[str, str]], after: str) -> None:
    assert edited(text, *changes) == after


def read_again(text: str) -> list[tuple[UnitKind, str]]:
    """Return kind and text of each unit; none where all of it has become a comment (<!--)."""
    try:
        units = read_markdown(Decoded(text, "utf-8"), "a.md").units
    except InputError:
        return []
    return [(unit.kind, unit.text) for unit in units]


WORDS = st.lists(
    st.sampled_from(["fair", "12.", "-", "#", "+", "ფესტივალი", "会议", "举行。", "**b**", "`c", "d`", ">", "===", "---",
                     "<div>", "<!--", "|", "a|", "[x]:", ":", "1)", "~~~", "***", "\\", "well-", "$$", ":::"]),
    min_size=1,
    max_size=9,
)  # fmt: skip


@given(st.lists(st.sampled_from(["fair", "opens", "会议", "举行。", "well-", "on", "Monday"]), min_size=2, max_size=9),
       st.integers(1, 511), WORDS, st.integers(0, 8), st.integers(0, 8), st.sampled_from(["", "> ", "- "]))  # fmt: skip
def test_an_edit_of_a_wrapped_paragraph_stays_one_paragraph(
    words: list[str], ends: int, put: list[str], start: int, length: int, prefix: str
) -> None:
    goes_on = {"": "", "> ": "> ", "- ": "  "}[prefix]
    text = prefix + "".join(
        word + ("\n" + goes_on if ends >> index & 1 and index + 1 < len(words) else " ")
        for index, word in enumerate(words)
    ).rstrip() + "\n"  # fmt: skip
    document = read_markdown(Decoded(text, "utf-8"), "a.md")
    assert document.layout is not None
    assert len(document.units) == 1
    old = document.units[0].text.split(" ")
    new = " ".join([*old[:start], *put, *old[start + length :]]).strip()
    written = fill(document.layout, document.units, [Passage(new, 0)]).text
    one_line = fill(
        read_markdown(Decoded(prefix + "x\n", "utf-8"), "a.md").layout,  # type: ignore[arg-type]
        read_markdown(Decoded(prefix + "x\n", "utf-8"), "a.md").units,
        [Passage(new, 0)],
    ).text
    assert read_again(written) == read_again(one_line)


FOLDED = "a:\n  text: >-\n    The fair opens\n    on Monday.\n\n    It is\n    large.\n  b: x\n"


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("Monday", "Tuesday", FOLDED.replace("Monday", "Tuesday")),
        ("large", "very large", FOLDED.replace("large", "very large")),
        ("opens on", "is on", FOLDED.replace("opens", "is")),
        ("It is large.", "Large.", FOLDED.replace("It is\n    large.", "Large.")),
    ],
)
def test_lines_of_a_folded_scalar_end_where_they_did(old: str, new: str, after: str) -> None:
    document = read_yaml(Decoded(FOLDED, "utf-8"), "a.yml")
    assert document.layout is not None
    passages = [Passage(unit.text.replace(old, new), index) for index, unit in enumerate(document.units)]
    written = fill(document.layout, document.units, passages).text
    assert written == after
    assert yaml.safe_load(written)["a"]["text"] == document.units[0].text.replace(old, new)


@given(
    st.text("ab会 \n", min_size=1, max_size=30)
    .map(str.strip)
    .filter(lambda text: any(map(str.isalpha, text)))
)
def test_any_text_put_into_a_folded_scalar_is_read_back(new: str) -> None:
    lines = [line.strip() for line in new.split("\n") if line.strip()]
    text = "\n".join(" ".join(line.split()) for line in lines)
    raw = ">-\n  The fair opens\n  on Monday.\n\n  It is\n  large."
    old = "The fair opens on Monday.\nIt is large."
    assert yaml.safe_load("a: " + refill_scalar(raw, old, text, []) + "\n") == {"a": text}
