"""Inline elements that stood in a text as tags, put back as the elements they were."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from transreview.formats.xml_editing import XmlEditor, children_of, xml_text
from transreview.formats.xml_reading import TRANSPARENT, inline_tag, inline_text, local_name


@dataclass(frozen=True, slots=True)
class _Code:
    """How an inline code reads in a text, and what it is in the file."""

    shown: str
    raw: bytes
    opens: str = ""  # for the start tag of a pair: how its end tag reads
    raw_close: bytes = b""


def restored(text: str, elements: Iterable[etree._Element | None], editor: XmlEditor) -> bytes:
    """Return a text as XML, every tag in it that stands for an element of a unit as that element.

    Args:
        text: The text, as `inline_text` showed it and a person changed it.
        elements: Where the unit's elements are looked for: its translation first, then its source.
        editor: The file.
    """
    codes: dict[str, _Code] = {}
    closings: set[str] = set()
    for element in elements:
        if element is not None:
            for code in _codes(element, editor):
                codes.setdefault(code.shown, code)
                if code.opens:
                    closings.add(code.opens)
    if not codes:
        return xml_text(text)
    shown = sorted({*codes, *closings}, key=len, reverse=True)
    pieces = re.split("(" + "|".join(map(re.escape, shown)) + ")", text)
    return b"".join(_matched(pieces, codes, closings))


def _matched(pieces: Iterable[str], codes: dict[str, _Code], closings: set[str]) -> list[bytes]:
    """Return the pieces of a text as XML; a start tag without its end tag, or the reverse, is text."""
    raw: list[bytes] = []
    waiting: list[tuple[int, _Code]] = []  # start tags whose end tag has not come yet
    for piece in pieces:
        code = codes.get(piece)
        if piece in closings:
            match = next((i for i in range(len(waiting) - 1, -1, -1) if waiting[i][1].opens == piece), None)
            if match is None:
                raw.append(xml_text(piece))
                continue
            for at, unclosed in waiting[match + 1 :]:  # no element may close across another
                raw[at] = xml_text(unclosed.shown)
            raw.append(waiting[match][1].raw_close)
            del waiting[match:]
        elif code is None:
            raw.append(xml_text(piece))
        else:
            if code.opens:
                waiting.append((len(raw), code))
            raw.append(code.raw)
    for at, unclosed in waiting:
        raw[at] = xml_text(unclosed.shown)
    return raw


def content_of(element: etree._Element) -> etree._Element:
    """Return the element that holds the text: inside marks that surround all of it."""
    children = list(children_of(element))
    while len(children) == 1 and local_name(children[0]) in TRANSPARENT:
        only = children[0]
        if (element.text or "").strip() or (only.tail or "").strip() or not len(only) + len(only.text or ""):
            break
        element, children = only, list(children_of(only))
    return element


def _codes(element: etree._Element, editor: XmlEditor) -> Iterable[_Code]:
    for child in children_of(element):
        opening, closing = inline_tag(child)
        if opening and not closing:
            yield _Code(opening, editor.raw(child))
        elif opening:
            inner = inline_text(child)
            raw = editor.raw(child)
            if not _holds_text(child):
                yield _Code(f"{opening}{inner}{closing}", raw)
            if raw.endswith(b"/>"):
                name = re.match(rb"<([^\s/>]+)", raw)
                assert name is not None
                yield _Code(opening, raw[:-2].rstrip() + b">", closing, b"</" + name[1] + b">")
            else:
                yield _Code(opening, editor.start_tag(child), closing, editor.end_tag(child))
        yield from _codes(child, editor)


def _holds_text(element: etree._Element) -> bool:
    """Whether what stands inside an inline element is text to translate, and not a code."""
    return local_name(element) in {"g", "pc", "hi", "mrk", "sub"}


_ELEMENTS = "g|x|bx|ex|bpt|ept|ph|it|pc|sc|ec|hi|ut"  # none of HTML, which may stand in a text as text
_TAG = re.compile(
    rf"<(?P<name>{_ELEMENTS})(?P<rest>(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))+)\s*(?P<end>/?)>"
)
_NAMING = re.compile(r"\s(id|i|x|rid)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_CODE = re.compile(
    r"(?P<start><(?P<name>bpt|ept|ph|it|ut)\b[^<>]*>)(?P<inside>.*?)(?P<end></(?P=name)>)", re.DOTALL
)


def tags_as_shown(text: str, shown: Iterable[str]) -> str:
    """Return a text whose tags are written as the texts of its file show them.

    Engines and people write `<x id="1" />` for `<x id="1"/>`, or give a tag all attributes of the file.

    Args:
        text: What somebody wrote.
        shown: The source and the translation as the file's reader gives them.
    """
    if "<" not in text:
        return text
    tags: dict[tuple[str, ...], str] = {}
    codes: dict[str, str] = {}
    for known in shown:
        for found in _TAG.finditer(known):
            tags.setdefault(_named(found), found[0])
        for found in _CODE.finditer(known):
            codes.setdefault(found["start"], found[0])
    text = _TAG.sub(lambda found: tags.get(_named(found), found[0]), text)
    return _CODE.sub(
        lambda found: found[0] if "<sub" in found["inside"] else codes.get(found["start"], found[0]), text
    )


def _named(tag: re.Match[str]) -> tuple[str, ...]:
    """Return what a tag is known by: its name, its naming attributes and whether it holds something."""
    named = sorted(f"{key}={double or single}" for key, double, single in _NAMING.findall(tag["rest"]))
    return (tag["name"], tag["end"], *named)
