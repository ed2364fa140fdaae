"""Writing TMX 1.4: the translations that people have vouched for, for use in other tools."""

from __future__ import annotations

from pathlib import Path

from transreview.errors import TransreviewError
from transreview.formats.exchange import NOTE, Exchange
from transreview.formats.reading import read_bytes
from transreview.formats.tmx import read_tmx
from transreview.formats.xml_writing import writing_xml
from transreview.i18n import _

_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def write_tmx(path: Path | str, exchange: Exchange) -> int:
    """Write a translation memory, wholly or not at all.

    Only confirmed and approved translations go in: a memory hands on what it holds as good.

    Args:
        path: The file.
        exchange: What there is.

    Returns:
        The number of translations written.

    Raises:
        InputError: The file cannot be written, or a text holds what XML cannot.
    """
    written: list[tuple[str, str]] = []

    def verify(temporary: Path) -> None:
        found = [(unit.source, unit.target) for unit in read_tmx(read_bytes(temporary), path).pairs]
        if found != written:
            raise TransreviewError(
                _("the texts did not come back as they were written; the old file was kept"),
                path=path,
                remedy=_("Please report this: it is a fault of the program or of the disk."),
            )

    name, _space, version = exchange.generator.partition(" ")
    with writing_xml(path, verify=verify, doctype=_DOCTYPE) as xml, xml.element("tmx", version="1.4"):
        about = {
            "creationtool": name,
            "creationtoolversion": version or "0",
            "segtype": "paragraph",
            "o-tmf": name,
            "adminlang": "en",
            "srclang": exchange.source_language,
            "datatype": "plaintext",
            "creationdate": exchange.created,
        }
        with xml.element("header", **about):
            if exchange.revision:
                xml.text("prop", str(exchange.revision), type=f"x-{NOTE}")
        with xml.element("body"):
            for file in exchange.files:
                for unit in file.units:
                    if not unit.source or not unit.target or not unit.confirmed:
                        continue
                    xml.unit = unit.id
                    with xml.element("tu", tuid=f"{file.name}:{unit.id}"):
                        for language, text in (
                            (exchange.source_language, unit.source),
                            (exchange.target_language, unit.target),
                        ):
                            with xml.element("tuv", **{"xml:lang": language}):
                                xml.text("seg", text)
                    written.append((unit.source, unit.target))
    return len(written)
