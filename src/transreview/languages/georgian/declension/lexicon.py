"""The words whose declension their last letters do not tell, read from lexicon.txt (sources named there)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from transreview.languages.georgian.declension.cells import Cell


class Irregular(NamedTuple):
    """A form outside the table, its cell, and whether it is the usual one there."""

    form: str
    cell: Cell
    usual: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What lexicon.txt lists, by section.

    Attributes:
        syncope: Lemma → short stem.
        wavering: The lemmas among them whose full stem is in use as well.
        either: Lemmas with both stems in use, the full one generated.
        whole: Lemmas that look like syncopating ones and are not.
        untruncated: Words in -ე that keep it before -ის.
        person: First names in -ა.
        i_stem: Words whose final -ი belongs to the stem.
        town: Names of towns in -სკი and -ცკი, which lose their -ი as surnames do not.
        surname: Surnames and bynames that syncopate, as names otherwise do not.
        short_vowel: Words of one syllable in -ო or -უ with a genitive in -ის.
        truncated: Words in -ო that lose it before -ის.
        singular: Words in -ები that are no plurals.
        kin: Words people are called by; their vocative is bare.
        plural: Lemma → short stem of the plural only.
        irregular: Lemma → the forms outside the table.
    """

    syncope: dict[str, str]
    wavering: frozenset[str]
    either: frozenset[str]
    whole: frozenset[str]
    untruncated: frozenset[str]
    person: frozenset[str]
    i_stem: frozenset[str]
    town: frozenset[str]
    surname: frozenset[str]
    short_vowel: frozenset[str]
    truncated: frozenset[str]
    singular: frozenset[str]
    kin: frozenset[str]
    plural: dict[str, str]
    irregular: dict[str, tuple[Irregular, ...]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon, read once."""
    sections = _sections(Path(__file__).with_name("lexicon.txt").read_text(encoding="utf-8"))
    return Lexicon(
        syncope=dict(_short_stem(entry) for entry in sections["syncope"]),
        wavering=frozenset(
            entry.partition("=")[0].rstrip("~") for entry in sections["syncope"] if "~" in entry
        ),
        either=frozenset(sections["either"]),
        whole=frozenset(sections["whole"]),
        untruncated=frozenset(sections["untruncated"]),
        person=frozenset(sections["person"]),
        i_stem=frozenset(sections["i-stem"]),
        town=frozenset(sections["town"]),
        surname=frozenset(sections["surname"]),
        short_vowel=frozenset(sections["short-vowel"]),
        truncated=frozenset(sections["truncated"]),
        singular=frozenset(sections["singular"]),
        kin=frozenset(sections["kin"]),
        plural=dict(_short_stem(entry) for entry in sections["plural"]),
        irregular=_irregular(sections["forms"]),
    )


def _sections(text: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    words: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            words.extend(line.split())
    return sections


def _short_stem(entry: str) -> tuple[str, str]:
    """Split "ნიორი=ნივრ"; of a plain lemma the vowel before the last consonant drops."""
    lemma, _, short = entry.rstrip("~").partition("=")
    if short:
        return lemma, short
    stem = lemma[:-1]
    return lemma, stem[:-2] + stem[-1]


def _irregular(entries: list[str]) -> dict[str, tuple[Irregular, ...]]:
    """Split "მარჯვნიდან=მარჯვენა:Ins:Sing:დან!"."""
    forms: dict[str, tuple[Irregular, ...]] = {}
    for entry in entries:
        form, _, rest = entry.partition("=")
        lemma, *cell = rest.rstrip("!").split(":")
        forms[lemma] = (*forms.get(lemma, ()), Irregular(form, Cell(*cell), rest.endswith("!")))
    return forms
