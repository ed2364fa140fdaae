"""Placeholders are found alike with and without the look at where one can begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.formats.placeholders import PLACEHOLDER, PLACEHOLDERS

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
     "{{ name }}", "{{< tip >}}", "{% asset a.jpg %}", "<%= name %>", "{ $name }", "{ -brand }", "$t(a.b)", "$NAME$",
     "%NAME%", ":name", "$1", "$NAME", "\\(name)", "%%"],
)  # fmt: skip
def test_each_kind_is_found_whole(placeholder: str) -> None:
    text = f"გახსენით {placeholder} ახლა"
    assert [text[start:end] for start, end in spans(PLACEHOLDER, text)] == [placeholder]


@pytest.mark.parametrize(
    "text", ["100 % sure", "I <3 you", "10:30", ":smile:", "C:\\(x\\)", "\\(x\\)", "a { b } c", "5 $"]
)
def test_what_is_no_placeholder(text: str) -> None:
    assert spans(PLACEHOLDER, text) == []
