"""The report's page speaks the interface's language, and every word of its templates can be translated."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po
from scripts.messages import messages, po_file

from tests.reports.sample import sample_model
from transreview import i18n
from transreview.reports.html import TEMPLATES, render_html

CALL = re.compile(r"""\b(?:_|ngettext)\("((?:[^"\\]|\\.)*)\"""")


def words_of_templates() -> set[str]:
    """The words that the templates ask for, found without the reader of the catalogs."""
    return {one for path in TEMPLATES.glob("*.j2") for one in CALL.findall(path.read_text(encoding="utf-8"))}


def first(identity: object) -> str:
    """A message itself, or its singular."""
    return str(identity[0] if isinstance(identity, tuple) else identity)


def test_every_word_of_the_templates_is_a_message():
    words = words_of_templates()
    assert len(words) > 100
    assert words <= {first(message.id) for message in messages() if message.id}


@pytest.mark.parametrize("language", ["ka", "zh"])
def test_every_word_of_the_templates_is_in_the_catalogs(language):
    with po_file(language).open("rb") as stream:
        catalog = read_po(stream, locale=language)
    assert words_of_templates() <= {first(message.id) for message in catalog if message.id}


@pytest.mark.parametrize("language", ["ka", "zh"])
def test_the_page_is_written_in_the_language_of_the_interface(monkeypatch, language):
    monkeypatch.setattr(i18n, "_catalog", i18n._catalog_of([language]))
    page = render_html(sample_model())
    assert f'<html lang="{language}">' in page
    assert f"<h2>{i18n._('Findings')}</h2>" in page
    assert "<h2>Findings</h2>" not in page


def test_the_page_is_english_where_no_other_language_is_asked_for(monkeypatch):
    monkeypatch.setattr(i18n, "_catalog", i18n._catalog_of(["en"]))
    page = render_html(sample_model())
    assert '<html lang="en">' in page
    assert "<h2>Findings</h2>" in page
