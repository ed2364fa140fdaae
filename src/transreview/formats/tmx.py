"""TMX 1.4: translation memories, read and written."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from lxml import etree

from transreview.errors import InputError
from transreview.formats.bilingual import BilingualFile, BilingualUnit
from transreview.formats.reading import display_name
from transreview.formats.xml_reading import (
    XML_LANG,
    attribute,
    children,
    first_child,
    inline_text,
    line_of,
    local_name,
    parse_xml,
)
from transreview.i18n import _

_ANY = "*all*"  # TMX 1.4b §4.2, srclang: any variant may be the source


def read_tmx(
    data: bytes, path: Path | str, *, encoding: str | None = None, target_language: str | None = None
) -> BilingualFile:
    """Return the pairs of a translation memory.

    Args:
        data: The bytes of the file.
        path: Its name, for messages.
        encoding: Its encoding, against what it says itself.
        target_language: Language of the translations to take; the commonest one when None.

    Raises:
        InputError: It is not well-formed, or not TMX.
    """
    root = parse_xml(data, path, encoding=encoding)
    if local_name(root) != "tmx":
        raise InputError(
            _("this is XML, but not TMX: its root element is {name}").format(name=local_name(root)),
            path=display_name(path),
            line=line_of(root),
        )
    header = first_child(root, "header")
    entries = [_Entry(tu, header) for body in children(root, "body") for tu in children(body, "tu")]
    counts = Counter(entry.source_language for entry in entries)
    source = counts.most_common(1)[0][0] if counts else ""
    others = Counter(tag for entry in entries for tag in entry.texts if not _same(tag, source))
    target = target_language or (others.most_common(1)[0][0] if others else "")
    units, alone = [], 0
    for number, entry in enumerate(entries, start=1):
        translation = entry.text(target)
        original = entry.texts.get(entry.source_language, "")
        if translation is None or not original:
            alone += 1
            continue
        units.append(
            BilingualUnit(entry.id or str(number), original, translation, entry.line, note=entry.note)
        )
    warnings = []
    if alone:
        warnings.append(
            _("{count} entries have no translation into {language}.").format(count=alone, language=target)
        )
    if len(others) > 1 and target_language is None:
        rest = ", ".join(tag for tag, _count in others.most_common()[1:])
        warnings.append(_("Translations into {languages} were left out.").format(languages=rest))
    return BilingualFile("TMX", tuple(units), source, target, warnings=tuple(warnings))


class _Entry:
    """One translation unit: its texts by language."""

    def __init__(self, tu: etree._Element, header: etree._Element | None) -> None:
        self.id = attribute(tu, "tuid")
        self.line = line_of(tu)
        self.note = "\n".join(inline_text(note) for note in children(tu, "note"))
        self.texts: dict[str, str] = {}
        for variant in children(tu, "tuv"):
            tag = attribute(variant, XML_LANG) or attribute(variant, "lang")
            segment = first_child(variant, "seg")
            if tag and segment is not None:
                self.texts.setdefault(tag, inline_text(segment))
        said = attribute(tu, "srclang") or attribute(header, "srclang") or _ANY
        known = next((tag for tag in self.texts if _same(tag, said)), None)
        self.source_language = known or next(iter(self.texts), "")

    def text(self, language: str) -> str | None:
        """Return the text in a language, whatever its region; None when there is none."""
        if language in self.texts:
            return self.texts[language]
        return next((text for tag, text in self.texts.items() if _same(tag, language)), None)


def _same(one: str, other: str) -> bool:
    if not one or not other or other == _ANY:
        return False
    return one.lower().split("-")[0] == other.lower().split("-")[0]
