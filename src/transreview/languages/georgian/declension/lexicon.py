"""The words whose declension their last letters do not tell, read from lexicon.txt (sources named there)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What lexicon.txt lists, by section.

    Attributes:
        syncope: Lemma → short stem.
        either: Lemmas with both stems in use, the full one generated.
        whole: Lemmas that look like syncopating ones and are not.
        untruncated: Words in -ე that keep it before -ის.
        person: First names in -ა.
        i_stem: Words whose final -ი belongs to the stem.
        truncated: Words in -ო that lose it before -ის.
        kin: Words people are called by; their vocative is bare.
        irregular: (Lemma, form) → (case, number) of forms outside the table.
    """

    syncope: dict[str, str]
    either: frozenset[str]
    whole: frozenset[str]
    untruncated: frozenset[str]
    person: frozenset[str]
    i_stem: frozenset[str]
    truncated: frozenset[str]
    kin: frozenset[str]
    irregular: dict[tuple[str, str], tuple[str, str]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon, read once."""
    sections = _sections(Path(__file__).with_name("lexicon.txt").read_text(encoding="utf-8"))
    return Lexicon(
        syncope=dict(_short_stem(entry) for entry in sections["syncope"]),
        either=frozenset(sections["either"]),
        whole=frozenset(sections["whole"]),
        untruncated=frozenset(sections["untruncated"]),
        person=frozenset(sections["person"]),
        i_stem=frozenset(sections["i-stem"]),
        truncated=frozenset(sections["truncated"]),
        kin=frozenset(sections["kin"]),
        irregular=dict(_irregular(entry) for entry in sections["forms"]),
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
    lemma, _, short = entry.partition("=")
    if short:
        return lemma, short
    stem = lemma[:-1]
    return lemma, stem[:-2] + stem[-1]


def _irregular(entry: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Split "ხელთ=ხელი:Dat:Plur"."""
    form, _, rest = entry.partition("=")
    lemma, case, number = rest.split(":")
    return (lemma, form), (case, number)
