"""Writing XLIFF 1.2 and 2.0: one unit a text, with its state, its comments and the machine's proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from transreview.errors import TransreviewError
from transreview.formats.exchange import NOTE, Exchange
from transreview.formats.reading import read_bytes
from transreview.formats.xliff import read_xliff
from transreview.formats.xliff_codes import DATA, KIND, Piece, pieces
from transreview.formats.xliff_proposals import MATCHES
from transreview.formats.xliff_states import NEEDS_WORK, first_written, second_written
from transreview.formats.xml_writing import XmlWriter, writing_xml
from transreview.i18n import _
from transreview.model.pair import Pair
from transreview.model.segment import Status

SEGMENT = "s1"
"""The name of a unit's only segment: one that no code of the unit has, since they share one set of names."""


def write_xliff(path: Path | str, exchange: Exchange, *, version: str = "1.2") -> int:
    """Write an XLIFF file, wholly or not at all.

    Args:
        path: The file.
        exchange: What is to be in it.
        version: "1.2", which nearly every tool reads, or "2.0".

    Returns:
        The number of texts written.

    Raises:
        InputError: The file cannot be written, or a text holds what XML cannot.
    """
    written: list[tuple[str, str, str]] = []

    def verify(temporary: Path) -> None:
        found = [
            (unit.id, unit.source, unit.target) for unit in read_xliff(read_bytes(temporary), path).pairs
        ]
        if found != written:
            raise TransreviewError(
                _("the texts did not come back as they were written; the old file was kept"),
                path=path,
                remedy=_("Please report this: it is a fault of the program or of the disk."),
            )

    with writing_xml(path, verify=verify) as xml:
        if version == "1.2":
            _write_first(xml, exchange, written)
        else:
            _write_second(xml, exchange, written)
    return len(written)


def _write_first(xml: XmlWriter, exchange: Exchange, written: list[tuple[str, str, str]]) -> None:
    with xml.element("xliff", version="1.2", xmlns="urn:oasis:names:tc:xliff:document:1.2"):
        for file in exchange.files:
            attributes = {
                "original": file.name,
                "source-language": exchange.source_language,
                "target-language": exchange.target_language,
                "datatype": "plaintext",
                "tool-id": "transreview",
            }
            with xml.element("file", **attributes):
                with xml.element("header"):
                    xml.empty("tool", **{"tool-id": "transreview", "tool-name": exchange.generator})
                    if exchange.revision:
                        xml.text("note", str(exchange.revision), **{"from": NOTE})
                with xml.element("body"):
                    for unit in file.units:
                        xml.unit = unit.id
                        _unit_first(xml, unit)
                        written.append((unit.id, unit.source, unit.target))


def _unit_first(xml: XmlWriter, unit: Pair) -> None:
    # What a translator has confirmed is "approved" to the tools of the field: else they call it unfinished.
    status = unit.status or Status.MACHINE
    approved = "yes" if status.is_done and not unit.needs_work else "no"
    with xml.element("trans-unit", **{"id": unit.id, "approved": approved, "xml:space": "preserve"}):
        source, target = pieces(unit.source, unit.target)
        xml.pieces("source", _first_codes(xml, source))
        if unit.target:
            state, qualifier = first_written(status, needs_work=unit.needs_work)
            said = {"state": state, "state-qualifier": qualifier}
            xml.pieces("target", _first_codes(xml, target), **said)
        for who, what in unit.comments:
            xml.text("note", what, **{"from": who})
        for name, proposed in (("machine", unit.machine), *unit.proposals):
            if proposed:
                with xml.element("alt-trans", alttranstype="proposal", origin=name):
                    xml.text("target", proposed)


def _write_second(xml: XmlWriter, exchange: Exchange, written: list[tuple[str, str, str]]) -> None:
    root = {
        "version": "2.0",
        "xmlns": "urn:oasis:names:tc:xliff:document:2.0",
        "srcLang": exchange.source_language,
        "trgLang": exchange.target_language,
    }
    with xml.element("xliff", **root):
        for number, file in enumerate(exchange.files, start=1):
            with xml.element("file", id=f"f{number}", original=file.name):
                if exchange.revision:
                    with xml.element("notes"):
                        xml.text("note", str(exchange.revision), category=NOTE)
                for unit in file.units:
                    xml.unit = unit.id
                    name = token(unit.id)
                    _unit_second(xml, unit, name)
                    written.append((f"{name}#{SEGMENT}", unit.source, unit.target))


def _unit_second(xml: XmlWriter, unit: Pair, name: str) -> None:
    notes = [*unit.comments, *([("machine", unit.machine)] if unit.machine else [])]
    with xml.element("unit", **{"id": name, "xml:space": "preserve"}):
        if unit.proposals:  # other modules' elements stand first
            _candidates(xml, unit)
        if notes:
            with xml.element("notes"):
                for who, what in notes:
                    xml.text("note", what, category=who)
        status = unit.status or Status.MACHINE
        state = second_written(status, needs_work=unit.needs_work) if unit.target else "initial"
        flag = NEEDS_WORK if unit.needs_work and unit.target else ""
        source, target = pieces(unit.source, unit.target)
        codes = {piece.code: piece.text for piece in (*source, *target) if piece.code}
        if codes:
            with xml.element("originalData"):
                for number, raw in sorted(codes.items()):
                    xml.text("data", raw, id=f"{DATA}{number}")
        with xml.element("segment", id=SEGMENT, state=state, subState=flag):
            xml.pieces("source", _second_codes(source))
            if unit.target:
                xml.pieces("target", _second_codes(target))


def _candidates(xml: XmlWriter, unit: Pair) -> None:
    """Write what other engines propose, as candidates for the unit's only segment."""
    with xml.element("mtc:matches", **{"xmlns:mtc": MATCHES}):
        for engine, proposed in unit.proposals:
            with xml.element("mtc:match", ref=f"#{SEGMENT}", origin=engine, type="mt"):
                xml.text("source", unit.source)
                xml.text("target", proposed)


def _first_codes(xml: XmlWriter, found: list[Piece]) -> Iterator[tuple[str, str]]:
    """Yield words and codes of XLIFF 1.2: what stands in a code is not to be translated."""
    for piece in found:
        if piece.code:
            yield "", f'<ph id="{piece.code}" ctype="{KIND}">{xml.escaped(piece.text)}</ph>'
        else:
            yield piece.text, ""


def _second_codes(found: list[Piece]) -> Iterator[tuple[str, str]]:
    """Yield words and codes of XLIFF 2, which keeps what they stand for beside the text."""
    for piece in found:
        if piece.code:
            yield "", f'<ph id="{piece.code}" dataRef="{DATA}{piece.code}"/>'
        else:
            yield piece.text, ""


def token(name: str) -> str:
    """Return a name that XLIFF 2 allows (an NMTOKEN): "0005_0006" for 0005+0006."""
    return re.sub(r"[^\w.:-]", "_", name)
