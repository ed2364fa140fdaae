"""A list of sentences that stands indented below a paragraph: it shows as code, and people translate it."""

from __future__ import annotations

import pytest

from transreview.formats.left_out import Left
from transreview.formats.registry import parse_document
from transreview.model.unit import UnitKind

LISTS = [
    ["1. load both the files and turn them into one.", "2. join them, if there are several of them."],
    ["- 同时加载两种文件，并把它们合并。", "- 如果有冲突，则合并。"],
    ["* ჯერ ორივე ფაილი ერთად ჩაიტვირთება და შემდეგ გაერთიანდება."],
]
CODE = [
    ["- name: install the package on all of the machines."],
    ["1. apt install tool", "2. tool --version"],
    ["for x in a b c d; do", "- echo this is no sentence."],
    ["- a = b + c + d of e."],
]


def _read(lines: list[str]):
    text = "Before:\n\n" + "".join(f"    {line}\n" for line in lines) + "\nAfter.\n"
    return parse_document(text.encode(), "a.md")


@pytest.mark.parametrize("lines", LISTS)
def test_its_items_are_text(lines: list[str]) -> None:
    document = _read(lines)
    items = [unit for unit in document.units if unit.kind is UnitKind.LIST_ITEM]
    assert [f"{unit.marker} {unit.text}" for unit in items] == lines
    assert not document.left.get(Left.CODE)


@pytest.mark.parametrize("lines", CODE)
def test_code_stays_code(lines: list[str]) -> None:
    document = _read(lines)
    assert [unit.text for unit in document.units] == ["Before:", "After."]
    assert document.left[Left.CODE] == 1
