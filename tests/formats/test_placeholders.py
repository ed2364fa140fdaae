"""Placeholders are found alike with and without the look at where one can begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.formats.placeholders import PLACEHOLDER, PLACEHOLDERS, icu_spans

PLAIN = re.compile("|".join(f"(?:{pattern})" for pattern in PLACEHOLDERS.values()))
SIGNS = st.text(st.sampled_from("$#%{}[]()<>=:\\@-_ ,.!'aA1sdn\nბ文"), max_size=40)


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


@given(SIGNS)
def test_the_look_ahead_loses_nothing(text: str) -> None:
    assert spans(PLACEHOLDER, text) == spans(PLAIN, text)


@pytest.mark.parametrize(
    "placeholder",
    ["%s", "%1$s", "%(name)s", "%<name>s", "%,d", "%1", "%L2", "%n", "{0}", "{name!r:>3}", "${name}", "#{name}", "%{name}",
     "{{ name }}", "{{< tip >}}", "{% asset a.jpg %}", "<%= name %>", "{ $name }", "{ -brand }", "{$a->name}", "{$a.b|escape}", "$t(a.b)", "$NAME$",
     "%NAME%", ":name", "$1", "$NAME", "\\(name)", "%%", "%count%", "%user.name%", "%q", "%+v", "@count", "&brandShortName;", "{b>", "<12}",
     "{date, date, short}"],
)  # fmt: skip
def test_each_kind_is_found_whole(placeholder: str) -> None:
    text = f"გახსენით {placeholder} ახლა"
    assert [text[start:end] for start, end in spans(PLACEHOLDER, text)] == [placeholder]


@pytest.mark.parametrize(
    "text",
    [
        "100 % sure",
        "I <3 you",
        "10:30",
        ":smile:",
        "C:\\(x\\)",
        "\\(x\\)",
        "a { b } c",
        "5 $",
        "a@b.org",
        "@Angular",
        "@a/b",
        "5% of 20%",
        "&rarr;",
    ],
)
def test_what_is_no_placeholder(text: str) -> None:
    assert spans(PLACEHOLDER, text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("{n, plural, one {# file} other {# files}}", ["{n, plural, one {", "} other {", "}}"]),
        ("{n,select,=0{a}}", ["{n,select,=0{", "}}"]),
        ("{n, plural, offset:1 one {a}}", ["{n, plural, offset:1 one {", "}}"]),
        (
            "x {n, plural, one {a}} y {m, plural, one {b}}",
            ["{n, plural, one {", "}}", "{m, plural, one {", "}}"],
        ),
        ("{n, plural, one {a {b} c} other {d}}", ["{n, plural, one {", "} other {", "}}"]),
        (
            "{n, plural, one {{m, select, x {a} y {b}} c}}",
            ["{n, plural, one {", "{m, select, x {", "} y {", "}}", "}}"],
        ),
        ("{n, plural, one {a}", []),
        ("{n, plural, one {a} x}", []),
        ("{n, plural, one {a", []),
        ("{n, plural, }", []),
        ("{n, plural, one {a} x {n, plural, one {b}}", ["{n, plural, one {", "}}"]),
        ("{n, number}", []),
        ("{n}", []),
        ("text", []),
    ],
)
def test_a_message_parts_into_what_is_text_and_what_is_not(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in icu_spans(text)] == parts


@pytest.mark.parametrize(("depth", "found"), [(9, True), (10, False)])
def test_messages_within_messages_are_read_nine_deep(depth: int, found: bool) -> None:
    text = "a"
    for _level in range(depth):
        text = "{n, plural, one {" + text + "}}"
    starts = [text[start:end] for start, end in icu_spans(text)]
    assert (starts[0].startswith("{n, plural, one {") and starts.count("{n, plural, one {") == depth) is found


def test_after_twenty_messages_that_do_not_close_none_is_looked_for() -> None:
    broken, whole = "{n, plural, one {a} b} ", "{n, plural, one {a}}"
    assert list(icu_spans(broken * 19 + whole))
    assert not list(icu_spans(broken * 20 + whole))
