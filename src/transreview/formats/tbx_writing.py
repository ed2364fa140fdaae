"""Writing glossaries as TBX-Basic, version 2 (martif) or 3; reading them back gives the same glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lxml import etree

from transreview.errors import InputError, TransreviewError
from transreview.formats.atomic import write
from transreview.formats.tbx import KINDS, MARK, read_tbx
from transreview.formats.xml_reading import XML_LANG
from transreview.i18n import _
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term

_V3 = "urn:iso:std:iso:30042:ed-2"
_XCS = "TBXBasicXCSV02.xcs"

# TBX-Basic's list of values; other parts of speech travel in a note.
_PARTS_OF_SPEECH = frozenset({"noun", "verb", "adjective", "adverb", "properNoun", "other"})
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def write_tbx(path: Path | str, glossary: Glossary, *, version: int = 3, language: str = "en") -> None:
    """Write a glossary as a TBX file, wholly or not at all.

    Args:
        path: The file.
        glossary: The concepts.
        version: 2 for martif, which older tools read, or 3.
        language: Language of definitions and notes.

    Raises:
        InputError: The file cannot be written, or a text holds a character that XML cannot.
    """
    root = _root(glossary, version, language, path)
    etree.indent(root, "  ")
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
    write(path, data, verify=lambda written: _compare(written, glossary, path))


def _root(glossary: Glossary, version: int, language: str, path: Path | str) -> etree._Element:
    new = version >= 3
    namespace: Any = {None: _V3} if new else None  # lxml names the default namespace None
    prefix = f"{{{_V3}}}" if new else ""
    writer = _Writer(prefix, new, path)
    root = etree.Element(
        prefix + ("tbx" if new else "martif"), {"type": "TBX-Basic", XML_LANG: language}, nsmap=namespace
    )
    if new:
        root.set("style", "dca")
    header = writer.add(root, "tbxHeader" if new else "martifHeader")
    file = writer.add(header, "fileDesc")
    if new:
        writer.add(writer.add(file, "titleStmt"), "title", "transreview glossary")
    writer.add(writer.add(file, "sourceDesc"), "p", "Written by transreview")
    writer.add(writer.add(header, "encodingDesc"), "p", _XCS, type="XCSURI")
    body = writer.add(writer.add(root, "text"), "body")
    for concept in glossary.concepts:
        writer.concept(body, concept)
    return root


class _Writer:
    """Knows what the elements are called in one version."""

    def __init__(self, prefix: str, new: bool, path: Path | str) -> None:
        self._prefix = prefix
        self._path = path
        self._entry, self._language, self._term = (
            ("conceptEntry", "langSec", "termSec") if new else ("termEntry", "langSet", "tig")
        )

    def add(
        self, parent: etree._Element, name: str, text: str | None = None, **attributes: str
    ) -> etree._Element:
        """Add an element and return it."""
        element = etree.SubElement(parent, self._prefix + name, attributes)
        if text is not None:
            try:
                element.text = text
            except ValueError as error:
                raise InputError(
                    _("a text holds a character that XML cannot hold: {text}").format(text=repr(text[:60])),
                    path=self._path,
                    remedy=_("Delete it from the glossary; nothing was written."),
                ) from error
        return element

    def concept(self, body: etree._Element, concept: Concept) -> None:
        """Add a concept with its terms."""
        plain = _NAME.fullmatch(concept.id) is not None
        entry = self.add(body, self._entry, id=concept.id if plain else _xml_name(concept.id))
        if concept.subject:
            self.add(entry, "descrip", concept.subject, type="subjectField")
        if concept.definition:
            self.add(entry, "descrip", concept.definition, type="definition")
        if not plain:
            self.add(entry, "note", f"{MARK}id: {concept.id}")
        if concept.status is not ConceptStatus.APPROVED:
            self.add(entry, "note", f"{MARK}status: {concept.status.value}")
        if concept.note:
            self.add(entry, "note", concept.note)
        for language in dict.fromkeys(term.language for term in concept.terms):
            section = self.add(entry, self._language)
            section.set(XML_LANG, language)
            for term in concept.of(language):
                self._add_term(section, term)

    def _add_term(self, section: etree._Element, term: Term) -> None:
        part = self.add(section, self._term)
        self.add(part, "term", term.text)
        if term.pos in _PARTS_OF_SPEECH:
            self.add(part, "termNote", term.pos, type="partOfSpeech")
        self.add(part, "termNote", KINDS[term.kind], type="administrativeStatus")
        if term.pos and term.pos not in _PARTS_OF_SPEECH:
            self.add(part, "note", f"{MARK}pos: {term.pos}")
        if term.grammar:
            self.add(part, "note", f"{MARK}grammar: {'|'.join(term.grammar)}")


def _xml_name(identifier: str) -> str:
    """Return an XML name made of any id, different for different ids."""
    return "_" + "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}-" for c in identifier)


def _compare(written: Path, glossary: Glossary, path: Path | str) -> None:
    """Read a written file back and compare every concept."""
    if _content(read_tbx(written).concepts) != _content(glossary.concepts):
        raise TransreviewError(
            _("the glossary did not come back as it was written; the old file was kept"),
            path=path,
            remedy=_(
                "Blanks around terms or line ends in ids may be the reason; otherwise please report this."
            ),
        )


def _content(concepts: Iterable[Concept]) -> list[tuple[object, ...]]:
    """Return what of concepts has to survive: everything but where they were read."""
    return [
        (
            concept.id, concept.subject.strip(), concept.definition.strip(), concept.status,
            concept.note.strip(), sorted(concept.terms, key=lambda one: (one.language, one.kind, one.text)),
        )
        for concept in concepts
    ]  # fmt: skip
