"""Front matter in JSON, as Hugo and others write it: its title is text, the rest stays."""

from __future__ import annotations

import pytest

from transreview.formats.left_out import Left
from transreview.formats.registry import parse_document

OBJECT = '{\n  "title": "კვირის \\"ამბავი\\"",\n  "weight": 3,\n  "tags": ["title", "b"]\n}\n'
BODY = "\n# სათაური\n\nტექსტი.\n"


@pytest.mark.parametrize("front", [OBJECT, ";;;\n" + OBJECT + ";;;\n", OBJECT.replace("\n", "\r\n")])
def test_its_title_is_text_and_the_rest_is_named(front: str) -> None:
    document = parse_document((front + BODY).encode(), "a.md", language="ka")
    assert [unit.text for unit in document.units] == ['კვირის "ამბავი"', "სათაური", "ტექსტი."]
    assert document.left[Left.FRONT_MATTER] == 1


@pytest.mark.parametrize(
    "text",
    ["{{< note >}}\n\nტექსტი.\n", "{ეს ტექსტია}\n\nკიდევ.\n", '{"a": 1} და ტექსტი.\n', "{}\n\nტექსტი.\n"],
)
def test_a_text_that_begins_with_a_brace_is_a_text(text: str) -> None:
    document = parse_document(text.encode(), "a.md", language="ka")
    assert Left.FRONT_MATTER not in document.left
    assert document.units


def test_an_object_that_never_closes_is_read_as_text() -> None:
    document = parse_document('{\n"title": "ა ბ გ"\n\nტექსტი.\n'.encode(), "a.md", language="ka")
    assert any("ტექსტი" in unit.text for unit in document.units)
