"""Pages of LibreOffice's and GNOME's help, whose paragraphs are known by the same keys in every language."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from lxml import etree, html

from transreview.model.unit import Unit, UnitKind

_HELP_CODES = {"en-US": "en", "zh-CN": "zh"}
_PAGE_CODES = {"C": "en", "zh_CN": "zh"}

Page = dict[str, Unit]


def read(folder: Path) -> dict[str, dict[str, Page]]:
    """Return page → language → units by the key that they share with the other languages."""
    pages: dict[str, dict[str, Page]] = defaultdict(dict)
    for text in sorted(folder.glob("*/usr/share/libreoffice/help/*/text")):
        code = _HELP_CODES.get(text.parent.name, text.parent.name)
        for path in sorted(text.rglob("*.html")):
            pages[f"libreoffice/{path.relative_to(text)}"][code] = _help_page(path)
    for book in sorted(folder.glob("*/usr/share/help/*/*")):
        code = _PAGE_CODES.get(book.parent.name, book.parent.name)
        for path in sorted(book.glob("*.page")):
            pages[f"{book.name}/{path.name}"][code] = _mallard_page(path)
    return pages


def _help_page(path: Path) -> Page:
    area = html.parse(str(path)).getroot().find(".//*[@id='DisplayArea']")
    page: Page = {}
    for element in [] if area is None else area.iter("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre"):
        key, text = element.get("id") or "", _marked(element)
        if not key or key in page or not text:
            continue
        if element.tag[0] == "h":
            page[key] = Unit(text, kind=UnitKind.HEADING, level=int(element.tag[1]))
        elif any(parent.tag == "li" for parent in element.iterancestors()):
            page[key] = Unit(text, kind=UnitKind.LIST_ITEM)
        else:
            page[key] = Unit(text)
    return page


def _mallard_page(path: Path) -> Page:
    tree = etree.parse(str(path), etree.XMLParser(resolve_entities=False)).getroot()
    page: Page = {}
    for element in tree.iter("{*}title", "{*}p", "{*}code", "{*}screen"):
        above = [etree.QName(parent).localname for parent in element.iterancestors()]
        name, text = etree.QName(element).localname, _marked(element)
        if {"info", "p"} & set(above) or not text:
            continue
        key = tree.getroottree().getpath(element).replace("ns0:", "")
        if name == "title":
            page[key] = Unit(text, kind=UnitKind.HEADING, level=1 + above.count("section"))
        else:
            page[key] = Unit(text, kind=UnitKind.LIST_ITEM if "item" in above else UnitKind.PARAGRAPH)
    return page


def _marked(element: Any) -> str:
    """Return an element's text as Markdown has it: code and addresses in their marks."""
    parts = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            parts.append(child.tail or "")
            continue
        inner, name = _marked(child), etree.QName(child).localname
        target = (child.get("href") or child.get("xref") or "").split("/text/")[-1]
        if name in {"code", "cmd", "input", "sys", "file", "literal"} or child.get("class") == "literal":
            inner = f"`{inner}`" if inner else ""
        elif name in {"a", "link"} and target:
            inner = f"[{inner}]({target})"
        elif name == "img":
            inner = f"![{child.get('alt', '')}]({child.get('src', '').rpartition('/')[2]})"
        parts += [inner, child.tail or ""]
    return " ".join("".join(parts).split())
