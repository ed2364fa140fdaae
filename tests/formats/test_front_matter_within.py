"""Texts in the entries of front matter: the hero and the features of a home page, a history of changes."""

from __future__ import annotations

from transreview.formats.filling import Passage, fill
from transreview.formats.registry import parse_document

HOME = """---
layout: home
title: Tool
hero:
  name: Tool
  text: Write less, say more
  tagline: "It is fast"
  image:
    src: /logo.png
    alt: The logo
  actions:
    - theme: brand
      text: Get started
      link: /guide/
features:
- title: Small
  details: One file and no more
history:
  - version: 1.2.3
    date: 2026-03-31
    changes: 'Standalone command'
---

# Welcome
"""
TEXTS = [
    "Tool", "Write less, say more", "It is fast", "The logo", "Get started", "Small", "One file and no more",
    "Standalone command", "Welcome",
]  # fmt: skip


def _filled(changes: dict[str, str]) -> str:
    document = parse_document(HOME.encode(), "index.md", language="en")
    assert document.layout is not None
    passages = [
        Passage(changes.get(unit.text, unit.text), index) for index, unit in enumerate(document.units)
    ]
    return fill(document.layout, document.units, passages, newline="\n").text


def test_the_texts_of_the_entries_are_read_and_names_and_addresses_are_not() -> None:
    assert [unit.text for unit in parse_document(HOME.encode(), "index.md").units] == TEXTS


def test_they_come_back_as_they_were_and_an_edit_changes_its_value_only() -> None:
    assert _filled({}) == HOME
    changed = _filled({"Get started": "დაიწყეთ: აქ", "Standalone command": "ბრძანება"})
    assert changed == HOME.replace("Get started", '"დაიწყეთ: აქ"').replace("Standalone command", "ბრძანება")


def test_a_text_at_the_top_is_a_setting_and_a_list_of_links_has_none() -> None:
    front = "---\ntext: center\nlinks:\n  - link: /a\n    name: a\n---\n\nBody.\n"
    assert [unit.text for unit in parse_document(front.encode(), "a.md").units] == ["Body."]


def test_what_a_home_page_of_vuepress_says_is_text() -> None:
    raw = "---\nhome: true\nheroText: სათაური\nactionText: დაწყება →\n---\n\nტექსტი.\n"
    document = parse_document(raw.encode(), "a.md", language="ka")
    assert [unit.text for unit in document.units] == ["სათაური", "დაწყება →", "ტექსტი."]
