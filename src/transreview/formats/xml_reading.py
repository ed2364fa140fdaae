"""XML from strangers: nothing is fetched, nothing expanded, nothing left out in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from transreview.errors import InputError
from transreview.formats.reading import display_name
from transreview.i18n import _

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def parse_xml(data: bytes, path: Path | str, *, encoding: str | None = None) -> etree._Element:
    """Return the root element of an XML file.

    Entities that the file declares are refused: leaving them alone would drop their text without a
    word, and expanding them is what attacks are made of. A DOCTYPE that only names a DTD is fine
    and is not fetched. Depth and size of single texts are limited by libxml2.

    Args:
        data: The bytes of the file.
        path: Its name, for messages.
        encoding: Its encoding, against what it says itself.

    Raises:
        InputError: It is not well-formed, nested too deeply, or declares entities.
    """
    try:
        root = etree.fromstring(data, _parser(encoding))
    except etree.XMLSyntaxError as error:
        recovered = _without_namespaces(data, encoding)
        if recovered is None:
            raise _refused(error, data, path) from error
        root = recovered
    except (LookupError, ValueError) as error:  # an encoding that does not exist
        raise InputError(
            _("this is not XML that can be read: {reason}").format(reason=error), path=display_name(path)
        ) from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _entity in declared.iterentities()):
        raise InputError(
            _("this file declares entities of its own, which are not read for safety's sake"),
            path=display_name(path),
            line=1,
            remedy=_("Save it again with a program that writes their text instead."),
        )
    return root


def _parser(encoding: str | None, *, recover: bool = False) -> etree.XMLParser:
    """Return a parser that fetches nothing and expands nothing."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        encoding=encoding,
        recover=recover,
    )


def _without_namespaces(data: bytes, encoding: str | None) -> etree._Element | None:
    """Return the root of a file whose only fault is a namespace that it does not declare rightly."""
    parser = _parser(encoding, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError):
        return None
    faults: Any = parser.error_log
    return root if root is not None and all(fault.domain_name == "NAMESPACE" for fault in faults) else None


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for comments and instructions."""
    # Not by QName, which refuses the names that careless HTML has.
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def line_of(element: etree._Element) -> int:
    """Return the 1-based line on which an element begins, 0 when the parser does not know."""
    line: Any = element.sourceline
    return line or 0


def attribute(element: etree._Element | None, name: str) -> str:
    """Return an attribute's value, "" where it or the element is missing."""
    value: Any = None if element is None else element.get(name)
    return value or ""


def first_child(element: etree._Element, name: str) -> etree._Element | None:
    """Return the first child element of a local name, or None."""
    return next(iter(children(element, name)), None)


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """Return the child elements of these local names, in order."""
    return [child for child in element if local_name(child) in names]


def inline_text(element: etree._Element) -> str:
    """Return an element's text; elements inside it stand as tags, so that checks can compare them."""
    parts = [element.text or ""]
    for child in element:
        if local_name(child):
            opening, closing = inline_tag(child)
            parts += [opening, inline_text(child) if closing or not opening else "", closing]
        parts.append(child.tail or "")
    return "".join(parts)


def inline_tag(element: etree._Element) -> tuple[str, str]:
    """Return the start and end tag as which an inline element stands in a text.

    Both are empty for a mark that says something about the text and is not part of it; the end tag
    is empty for an element that holds nothing.
    """
    name = local_name(element)
    if name in TRANSPARENT:
        return "", ""
    attributes = "".join(f' {key}="{element.get(key)}"' for key in _KEPT if element.get(key))
    if name in _PAIRED or element.text or len(element):
        return f"<{name}{attributes}>", f"</{name}>"
    return f"<{name}{attributes}/>", ""


TRANSPARENT = frozenset({"mrk", "sm", "em"})
"""Marks that say something about the text and are not part of it."""

_PAIRED = frozenset({"g", "pc", "hi"})
_KEPT = ("id", "i", "x", "rid")


def _refused(error: etree.XMLSyntaxError, data: bytes, path: Path | str) -> InputError:
    line = error.lineno or None
    reason = (error.msg or str(error)).split(", line ")[0]
    remedy = _("The file may have been cut off or damaged; export it again.")
    if "depth" in reason.lower() or "nested" in reason.lower():
        reason = _("elements are nested too deeply")
        remedy = _("No program writes such files; is it the right one?")
    elif "ntity" in reason:
        remedy = _("Entities that a file declares are not read for safety's sake; write their text instead.")
    elif "encod" in reason.lower() or "utf-8" in reason.lower():
        remedy = _("Its bytes are not in the encoding that it names; save it as UTF-8.")
    elif data[:2] == b"PK":
        remedy = _("This is a packed file; is it the right one?")
    return InputError(
        _("this is not well-formed XML: {reason}").format(reason=reason),
        path=display_name(path),
        line=line,
        remedy=remedy,
    )
