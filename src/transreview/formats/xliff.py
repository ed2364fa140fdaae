"""XLIFF 1.2 and 2.x: texts with their translations and states, read and written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from transreview.errors import InputError
from transreview.formats.bilingual import BilingualFile, BilingualUnit
from transreview.formats.reading import display_name
from transreview.formats.xml_reading import (
    attribute,
    children,
    first_child,
    inline_text,
    line_of,
    local_name,
    parse_xml,
)
from transreview.i18n import _

# XLIFF 1.2 §2.4 and 2.1 §4.3.1: states in which a person has vouched for the text.
_DONE = frozenset({"signed-off", "final", "reviewed", "translated"})
_NOT_DONE_QUALIFIERS = frozenset({"mt-suggestion", "fuzzy-match", "leveraged-mt", "rejected"})


def read_xliff(data: bytes, path: Path | str, *, encoding: str | None = None) -> BilingualFile:
    """Return the texts of an XLIFF file of version 1.x or 2.x.

    Segments of a 2.x unit, and `mrk` segments of a segmented 1.2 unit, are texts of their own.

    Raises:
        InputError: It is not well-formed, not XLIFF, or two of its texts share a name.
    """
    root = parse_xml(data, path, encoding=encoding)
    if local_name(root) != "xliff":
        raise InputError(
            _("this is XML, but not XLIFF: its root element is {name}").format(name=local_name(root)),
            path=display_name(path),
            line=line_of(root),
        )
    second = attribute(root, "version").startswith("2")
    units: list[BilingualUnit] = []
    languages: set[tuple[str, str]] = set()
    for file in children(root, "file"):
        if second:
            languages.add((attribute(root, "srcLang"), attribute(root, "trgLang")))
            units += _second(file)
        else:
            languages.add((attribute(file, "source-language"), attribute(file, "target-language")))
            units += _first(file)
    _refuse_repeated(units, path)
    source, target = min(languages) if languages else ("", "")
    warnings = (_("Its parts are in several languages."),) if len(languages) > 1 else ()
    version = "2" if second else "1"
    return BilingualFile(f"XLIFF {version}", tuple(units), source, target, warnings=warnings)


def _first(file: etree._Element) -> Iterator[BilingualUnit]:
    """Yield the texts of a file element of XLIFF 1.x, in groups or not."""
    original = attribute(file, "original")
    for unit in file.iter("{*}trans-unit"):
        source = first_child(unit, "source")
        if source is None:
            continue
        target = first_child(unit, "target")
        note = "\n".join(inline_text(one) for one in children(unit, "note"))
        name = attribute(unit, "id")
        segments = _segments(first_child(unit, "seg-source"), target)
        for mark, text, translation in segments or [("", inline_text(source), _text(target))]:
            yield BilingualUnit(
                f"{name}#{mark}" if mark else name,
                text,
                translation,
                line_of(source),
                original,
                note,
                _confirmed(unit, target),
            )


def _segments(source: etree._Element | None, target: etree._Element | None) -> list[tuple[str, str, str]]:
    """Return (mid, source, target) of the segments that tools mark inside a unit of 1.2."""
    if source is None:
        return []
    marks = [mark for mark in source.iter("{*}mrk") if attribute(mark, "mtype") == "seg"]
    translated = {
        attribute(mark, "mid"): inline_text(mark)
        for mark in (target.iter("{*}mrk") if target is not None else ())
        if attribute(mark, "mtype") == "seg"
    }
    if not translated and target is not None and _text(target).strip():
        return []  # the translation is not segmented: the unit is the only thing that can be compared
    return [
        (attribute(mark, "mid"), inline_text(mark), translated.get(attribute(mark, "mid"), ""))
        for mark in marks
    ]


def _confirmed(unit: etree._Element, target: etree._Element | None) -> bool | None:
    approved, state = attribute(unit, "approved"), attribute(target, "state")
    if approved:
        return approved == "yes"
    if not state:
        return None
    return state in _DONE and attribute(target, "state-qualifier") not in _NOT_DONE_QUALIFIERS


def _second(file: etree._Element) -> Iterator[BilingualUnit]:
    """Yield the texts of a file element of XLIFF 2.x."""
    original = attribute(file, "original") or attribute(file, "id")
    for unit in file.iter("{*}unit"):
        note = "\n".join(
            inline_text(one) for notes in children(unit, "notes") for one in children(notes, "note")
        )
        for number, segment in enumerate(children(unit, "segment"), start=1):
            source = first_child(segment, "source")
            if source is None:
                continue
            target = first_child(segment, "target")
            state = attribute(segment, "state")
            yield BilingualUnit(
                f"{attribute(unit, 'id')}#{attribute(segment, 'id') or number}",
                inline_text(source),
                _text(target),
                line_of(source),
                original,
                note,
                state in _DONE if state else None,
            )


def _text(element: etree._Element | None) -> str:
    return "" if element is None else inline_text(element)


def _refuse_repeated(units: list[BilingualUnit], path: Path | str) -> None:
    seen: dict[tuple[str, str], BilingualUnit] = {}
    for unit in units:
        first = seen.setdefault((unit.context, unit.id), unit)
        if first is not unit and unit.id:
            raise InputError(
                _("two texts have the name {name} (lines {first} and {second})").format(
                    name=unit.id, first=first.line, second=unit.line
                ),
                path=display_name(path),
                line=unit.line,
                remedy=_("Give each its own; tools would mix the two up."),
            )
