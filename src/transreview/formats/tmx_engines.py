"""Several engines' translations in one translation memory, told apart by the names that they have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from transreview.formats.tmx import memory_of, tmx_root
from transreview.formats.wanted_languages import closeness
from transreview.formats.xml_reading import (
    XML_LANG,
    attribute,
    children,
    first_child,
    inline_text,
    local_name,
)

_NAMING = ("creationid", "creationtool", "changeid")  # TMX 1.4b §4.1: who or what made a variant


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineVariants:
    """A memory's sources with all translations of each.

    Attributes:
        sources: Texts of the sources.
        targets: For each source the translations by every name that their variants have.
        source_language: Tag of the sources, as the file writes it.
        target_language: Tag of the translations, as the file writes it.
        warnings: What was left out, one sentence each.
    """

    sources: tuple[str, ...]
    targets: tuple[dict[str, str], ...]
    source_language: str
    target_language: str
    warnings: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """All names, in the order of the file."""
        return list(dict.fromkeys(name for own in self.targets for name in own))


def read_tmx_engines(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> EngineVariants:
    """Return the sources of a memory with the translations of each, by engine.

    A variant is called by its creationid, creationtool or changeid, or by the text of one of its props; of
    two variants with one name in an entry, the first counts.

    Args:
        data: The bytes of the file.
        path: Its name, for messages.
        encoding: Its encoding, against what it says itself.
        source_language: Language of the sources to take; what the file says when None.
        target_language: Language of the translations to take; the commonest one when None.

    Raises:
        InputError: It is not well-formed, or not TMX.
    """
    memory = memory_of(tmx_root(data, path, encoding), source_language, target_language)
    sources, targets = [], []
    for unit in memory.units:
        own: dict[str, str] = {}
        for variant in _variants(unit.source, memory.target_language):
            segment = first_child(variant, "seg")
            if segment is None:
                continue
            for name in _names(variant):
                own.setdefault(name, inline_text(segment))
        sources.append(unit.pair.source)
        targets.append(own)
    return EngineVariants(
        sources=tuple(sources),
        targets=tuple(targets),
        source_language=memory.source_language,
        target_language=memory.target_language,
        warnings=memory.warnings,
    )


def _variants(source: etree._Element, language: str) -> Iterator[etree._Element]:
    """Yield the variants in a language that stand beside a source."""
    entry = next(above for above in source.iterancestors() if local_name(above) == "tu")
    for variant in children(entry, "tuv"):
        tag = attribute(variant, XML_LANG) or attribute(variant, "lang")
        if first_child(variant, "seg") is not source and closeness(tag, language) > 1:
            yield variant


def _names(variant: etree._Element) -> list[str]:
    said = [attribute(variant, name) for name in _NAMING]
    said += [inline_text(prop) for prop in children(variant, "prop")]
    return [name.strip() for name in said if name and name.strip()]
