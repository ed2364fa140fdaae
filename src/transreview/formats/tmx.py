"""TMX 1.4: translation memories, read; the language that is asked for chooses among their variants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from transreview.errors import InputError
from transreview.formats.exchange import NOTE, REVISION_FIELD
from transreview.formats.reading import display_name
from transreview.formats.wanted_languages import closest, same_tag
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
from transreview.i18n import _, ngettext
from transreview.model.pair import Pair, PairFile

_ANY = "*all*"  # TMX 1.4b §4.2, srclang: any variant may be the source


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """A pair of a memory with the elements that it was read from.

    Attributes:
        pair: What they say.
        source: The seg of the source.
        target: The seg of the translation.
    """

    pair: Pair
    source: etree._Element
    target: etree._Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """A translation memory as read for one pair of languages.

    Attributes:
        units: Its pairs.
        source_language: Tag of the sources, as the file writes it.
        target_language: Tag of the translations, as the file writes it.
        warnings: What was left out, one sentence each.
    """

    units: tuple[TmxUnit, ...]
    source_language: str
    target_language: str
    warnings: tuple[str, ...]


def read_tmx(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> PairFile:
    """Return the pairs of a translation memory.

    Args:
        data: The bytes of the file.
        path: Its name, for messages.
        encoding: Its encoding, against what it says itself.
        source_language: Language of the sources to take; what the file says when None.
        target_language: Language of the translations to take; the commonest one when None.

    Raises:
        InputError: It is not well-formed, or not TMX.
    """
    root = tmx_root(data, path, encoding)
    memory = memory_of(root, source_language, target_language)
    props = [prop for header in children(root, "header") for prop in children(header, "prop")]
    revisions = [inline_text(prop).strip() for prop in props if attribute(prop, "type") == f"x-{NOTE}"]
    return PairFile(
        format="TMX",
        pairs=tuple(unit.pair for unit in memory.units),
        source_language=memory.source_language,
        target_language=memory.target_language,
        header={REVISION_FIELD: revisions[0]} if revisions else {},
        warnings=memory.warnings,
    )


def tmx_root(data: bytes, path: Path | str, encoding: str | None) -> etree._Element:
    """Return the root element of a TMX file.

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
    return root


def memory_of(root: etree._Element, source: str | None, target: str | None) -> Memory:
    """Return the pairs of a memory in the languages that are asked for, or in its commonest."""
    header = first_child(root, "header")
    entries = [_Entry(tu, header, source) for body in children(root, "body") for tu in children(body, "tu")]
    counts = Counter(entry.source_tag for entry in entries)
    source_tag = counts.most_common(1)[0][0] if counts else ""
    others = Counter(tag for entry in entries for tag in entry.others)
    chosen = (closest(others, target) if target else None) or _commonest(others, source_tag)
    units, alone, names = [], 0, Counter[str]()
    for number, entry in enumerate(entries, start=1):
        translation = entry.variant(chosen, target)
        original = entry.segments.get(entry.source_tag)
        if translation is None or original is None:
            alone += 1
            continue
        name = entry.id or str(number)
        names[name] += 1
        units.append(
            TmxUnit(
                Pair(
                    id=name,
                    key=name if names[name] == 1 else f"{name}\x04{names[name]}",
                    source=inline_text(original),
                    target=inline_text(translation),
                    line=entry.line,
                    target_line=line_of(translation),
                    note=entry.note,
                ),
                original,
                translation,
            )
        )
    return Memory(
        units=tuple(units),
        source_language=source_tag,
        target_language=chosen or target or "",
        warnings=tuple(_left_out(entries, others, chosen or target or "", alone, asked=bool(target))),
    )


def _commonest(others: Counter[str], source: str) -> str:
    """Return the commonest language of translations; another language before a variety of the source's."""
    if not others:
        return ""
    bare = source.lower().replace("_", "-").split("-")[0]
    foreign = Counter(
        {tag: count for tag, count in others.items() if tag.lower().replace("_", "-").split("-")[0] != bare}
    )
    return (foreign or others).most_common(1)[0][0]


def _left_out(
    entries: list[_Entry], others: Counter[str], target: str, alone: int, *, asked: bool
) -> Iterator[str]:
    if alone:
        yield ngettext(
            "{count} entry has no translation into {language}; it was left out.",
            "{count} entries have no translation into {language}; they were left out.",
            alone,
        ).format(count=alone, language=target)
    stray = [entry.line for entry in entries if entry.stray]
    if stray:
        yield ngettext(
            "{count} entry has text outside its seg element, which was not read (line {lines}).",
            "{count} entries have text outside their seg elements, which was not read (lines {lines}).",
            len(stray),
        ).format(count=len(stray), lines=", ".join(map(str, stray[:10])))
    rest = [tag for tag, _count in others.most_common() if not same_tag(tag, target)]
    if rest and asked:
        yield _("Translations into {languages} were left out.").format(languages=", ".join(rest))
    elif rest:
        yield _("Translations into {languages} were left out; ask for one with --target-lang.").format(
            languages=", ".join(rest)
        )


class _Entry:
    """One translation unit: its segments by language."""

    def __init__(self, tu: etree._Element, header: etree._Element | None, source: str | None) -> None:
        self.id = attribute(tu, "tuid")
        self.line = line_of(tu)
        self.note = "\n".join(inline_text(note) for note in children(tu, "note"))
        self.segments: dict[str, etree._Element] = {}
        self.stray = False
        for variant in children(tu, "tuv"):
            tag = attribute(variant, XML_LANG) or attribute(variant, "lang")
            segment = first_child(variant, "seg")
            outside = [variant.text or "", *((child.tail or "") for child in variant)]
            self.stray = self.stray or any(part.strip() for part in outside)
            if tag and segment is not None:
                self.segments.setdefault(tag, segment)
        said = attribute(tu, "srclang") or attribute(header, "srclang") or _ANY
        asked = closest(self.segments, source) if source else None
        known = None if said == _ANY else closest(self.segments, said)
        self.source_tag = asked or known or next(iter(self.segments), "")
        self.others = [tag for tag in self.segments if not same_tag(tag, self.source_tag)]

    def variant(self, chosen: str | None, asked: str | None) -> etree._Element | None:
        """Return the segment in a language, whatever its region; None when there is none."""
        candidates = {tag: self.segments[tag] for tag in self.others}
        if chosen in candidates:
            return candidates[chosen]
        found = closest(candidates, asked or chosen or "")
        return candidates[found] if found else None
