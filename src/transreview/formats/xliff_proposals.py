"""What machines propose beside a translation, in the `alt-trans` elements of XLIFF 1.2."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from transreview.formats.wanted_languages import closeness
from transreview.formats.xliff_codes import shown_text
from transreview.formats.xml_reading import XML_LANG, attribute, children, first_child

_MACHINE = frozenset({"machine", "mt"})
_PROPOSAL = frozenset({"", "proposal"})  # others are earlier versions, references, rejected ones


def machine_proposal(unit: etree._Element) -> str:
    """Return the machine translation that review began from, "" where the unit does not keep it."""
    for proposal in children(unit, "alt-trans"):
        if attribute(proposal, "origin") in _MACHINE or "mt" in attribute(proposal, "alttranstype"):
            return _text(proposal)
    return ""


def engine_proposals(unit: etree._Element, language: str) -> tuple[tuple[str, str], ...]:
    """Return (engine, text) of what engines propose that are named, the first of each.

    Matches of a memory say how near they are (match-quality); what an engine made has no such figure.

    Args:
        unit: A trans-unit.
        language: Tag of the translation.
    """
    found: dict[str, str] = {}
    for name, text in _named(unit, language):
        found.setdefault(name, text)
    return tuple(found.items())


def _named(unit: etree._Element, language: str) -> Iterator[tuple[str, str]]:
    for proposal in children(unit, "alt-trans"):
        target = first_child(proposal, "target")
        name = attribute(proposal, "origin").strip()
        if target is None or not name or name in _MACHINE or attribute(proposal, "match-quality"):
            continue
        tag = attribute(target, XML_LANG) or attribute(proposal, XML_LANG)
        foreign = bool(tag and language) and not closeness(tag, language)
        if attribute(proposal, "alttranstype") in _PROPOSAL and not foreign and (text := _text(proposal)):
            yield name, text


def _text(proposal: etree._Element) -> str:
    target = first_child(proposal, "target")
    return "" if target is None else shown_text(target)
