"""A catalog made of a template says in its header what was left open, keeps the rest, and carries remarks over."""

from __future__ import annotations

import pytest

from transreview.formats.po_catalog import catalog_key
from transreview.formats.po_from_template import catalog_of_template, settled_header

BODY = '\nmsgid "a"\nmsgstr ""\n'


def catalog(*fields: str, comments: str = "") -> str:
    return f'{comments}msgid ""\nmsgstr ""\n' + "".join(f'"{field}\\n"\n' for field in fields) + BODY


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("Language: ",), ("Language: ka",)),  # left open
        (("Language: LANGUAGE <LL@li.org>",), ("Language: ka",)),
        (("Language: YEAR-MO-DA HO:MI+ZONE",), ("Language: ka",)),
        (("Language: nplurals=INTEGER; plural=EXPRESSION;",), ("Language: ka",)),
        (("Language: nplurals=2; plural=0;",), ("Language: nplurals=2; plural=0;",)),
        (("Language: fr",), ("Language: fr",)),  # said already
        (("Language:",), ("Language: ka",)),
        (("X-Other: ",), ("X-Other: ", "Language: ka")),  # lacks it: at the end
        (
            ("Project-Id-Version: x", "Language: ", "X-Other: y"),
            ("Project-Id-Version: x", "Language: ka", "X-Other: y"),
        ),
        (
            ("Last-Translator: FULL NAME <EMAIL@ADDRESS>",),
            ("Last-Translator: FULL NAME <EMAIL@ADDRESS>", "Language: ka"),
        ),
    ],
)
def test_a_field_that_was_left_open_is_settled_and_no_other(before, after) -> None:
    assert settled_header(catalog(*before), {"Language": "ka"}) == catalog(*after)


def test_the_header_is_no_guess_any_more_and_its_comments_stay() -> None:
    fuzzy = catalog("Language: ", comments="# SOME TITLE.\n#\n#, fuzzy\n")
    assert settled_header(fuzzy, {"Language": "ka"}) == catalog("Language: ka", comments="# SOME TITLE.\n#\n")


@pytest.mark.parametrize("text", ["", BODY, f"x\n{catalog('Language: ')}"])
def test_where_no_header_comes_first_nothing_is_written(text: str) -> None:
    assert settled_header(text, {"Language": "ka"}) == text


def test_remarks_stand_before_all_comments_of_their_message_unless_it_has_some() -> None:
    text = (
        catalog("Language: ") + '\n#. note\n#: a.c:1\nmsgid "b"\nmsgstr ""\n\n# own\nmsgid "c"\nmsgstr ""\n'
    )
    remarks = {catalog_key(None, name): ("ერთი", "ორი") for name in "abc"}
    made = catalog_of_template(text.encode(), "a.po", {"Language": "ka"}, remarks).decode()
    assert made == (
        catalog("Language: ka").replace('\nmsgid "a"', '\n# ერთი\n# ორი\nmsgid "a"')
        + '\n# ერთი\n# ორი\n#. note\n#: a.c:1\nmsgid "b"\nmsgstr ""\n\n# own\nmsgid "c"\nmsgstr ""\n'
    )
    windows = text.replace("\n", "\r\n").replace("\\r\r\n", "\\n\r\n")
    assert catalog_of_template(windows.encode(), "a.po", {}, {}) == windows.encode()
    with_remarks = catalog_of_template(windows.encode(), "a.po", {}, remarks).decode()
    assert "\r\n# ერთი\r\n# ორი\r\n#. note\r\n" in with_remarks
