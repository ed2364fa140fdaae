"""What machines propose beside a translation: `alt-trans` of XLIFF 1.2, translation candidates of XLIFF 2."""

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


MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
"""Namespace of XLIFF 2's module for translation candidates."""


def candidates(unit: etree._Element, segment: etree._Element, language: str) -> tuple[tuple[str, str], ...]:
    """Return (engine, text) of what machines propose for a segment of XLIFF 2, the first of each.

    Candidates of a memory, and those that do not say that a machine made them, are left out.

    Args:
        unit: The unit.
        segment: A segment of it.
        language: Tag of the translation.
    """
    found: dict[str, str] = {}
    names = {attribute(one, "id") for one in segment.iter() if attribute(one, "id")}
    whole = len(children(unit, "segment")) == 1
    for match in unit.iterfind(f"{{{MATCHES}}}matches/{{{MATCHES}}}match"):
        target = first_child(match, "target")
        if target is None or attribute(match, "type") != "mt":
            continue
        place = attribute(match, "ref").rpartition("#")[2].rpartition("/")[2]
        tag = attribute(target, XML_LANG)
        foreign = bool(tag and language) and not closeness(tag, language)
        if (whole or place in names) and not foreign and (text := shown_text(target)):
            found.setdefault(attribute(match, "origin").strip() or "machine", text)
    return tuple(found.items())


def _text(proposal: etree._Element) -> str:
    target = first_child(proposal, "target")
    return "" if target is None else shown_text(target)
