"""From a citation form to its stem class and stems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from functools import lru_cache

from transreview.languages.georgian.declension.letters import VOWELS, syllables
from transreview.languages.georgian.declension.lexicon import lexicon
from transreview.languages.georgian.declension.suffixes import StemClass
from transreview.lazy_patterns import lazy_pattern

# Endings of citation forms that syncopate as a rule: agents and participles in -ებელი, adjectives
# in -ოვანი, -ოსანი, nouns in -ავალი (შემოსავალი), -ევარი, place names in -უბანი. Measured over the
# sources of lexicon.txt: 98 of 102 decided words in -ებელი, 33 of 37 in -ოვანი/-ოსანი and so on.
_SYNCOPATING_ENDINGS = (
    *("ებელი", "ოვანი", "ოსანი", "ევარი", "ავალი", "უბანი", "ძღვარი", "ობელი", "ყოფელი", "მწერელი"),
    "ცემელი",
)
_SYNCOPATING_SHORTEST = 6
_OLD_GENITIVE_SHORTEST = 6  # not მართა, კალთა, სპარტა
# Nouns made with სა- from verbs: საჩუქარი, საცვალი (25 of 33 decided words).
_SYNCOPATING_AROUND = ("სა", ("არი", "ალი"))
# Negated participles with one consonant before their suffix: აუტანელი, წარმოუდგენელი, უტიფარი
# (but not დაუცველი, უხრწნელი).
_NEGATED = lazy_pattern(
    r"(?:ა|აღ|გა|გან|გადა|გამო|და|მი|მო|შე|შემო|ჩა|ჩამო|წა|წარ|წარმო)?უ[ა-ჰ]*[აეიოუ][^აეიოუ](?:ელ|არ)ი"
)
# A compound syncopates like its last part (ოქრომჭედელი like მჭედელი) if that is long enough not to
# be there by chance, or is one of the short words that often are a last part.
_LISTED_TAIL = 6
_SHORT_TAILS = frozenset(("წყალი", "ჯვარი", "მგელი", "ძვალი", "ქმარი"))
_DROPPED_VOWELS = "აეო"
_DROPPED_BEFORE = "ლრნმ"
# Surnames in -სკი, -ცკი after a consonant or -ო- (ჩაიკოვსკი, ტროცკი) keep their -ი in every case; towns
# (მინსკი, lexicon.txt) and what has another vowel before it (მასკი, დისკი, კიოსკი) do not.
_I_SURNAME = lazy_pattern(r"[ა-ჰ]+[^აეიუ](?:სკი|ცკი)")
# A word that is made of the syllables of Chinese names (ხუნანი, ტიანძინი) never loses a vowel.
_CHINESE_SYLLABLES = lazy_pattern(r"(?:[ბპმფდტნლგკხძცსჯჩშჟვ]?[აეიოუ]{1,3}ნ?)+ი")


@dataclass(frozen=True, slots=True)
class Stems:
    """The stems of one word.

    Attributes:
        citation: The citation form, folded.
        stem_class: How endings join.
        full: The full stem.
        short: The short stem that is generated; the full one where there is no other.
        also: Further short stems that are recognised.
        variant: A short stem that is in use beside `short`, or empty.
        plural_short: The short stem of the plural where it is not `short`, or empty.
    """

    citation: str
    stem_class: StemClass
    _: KW_ONLY
    full: str
    short: str
    also: tuple[str, ...] = ()
    variant: str = ""
    plural_short: str = ""


def stems_of(word: str, hints: Iterable[str] = ()) -> Stems:
    """Return the stems of a folded citation form.

    Args:
        word: One Georgian word in its citation form.
        hints: Hints of the glossary entry, which win over the lexicon: "stem=წყლ", "name", "place",
            "i-stem", "syncope", "no-syncope", "plural-only".
    """
    return _stems(word, tuple(hints))


@lru_cache(maxsize=65536)
def _stems(word: str, hints: tuple[str, ...]) -> Stems:
    named = next((hint[5:] for hint in hints if hint.startswith("stem=")), "")
    stems = _plural_citation(word, hints) or _old_genitive(word) or _by_last_letter(word, hints)
    if named and stems.stem_class in ("C", "A", "E"):
        return Stems(word, stems.stem_class, full=stems.full, short=named, also=(stems.short, *stems.also))
    return stems


def _plural_citation(word: str, hints: tuple[str, ...]) -> Stems | None:
    """Read -ები as a plural, unless the word is a participle such as ნაწარმოები."""
    if not word.endswith("ები") or len(word) < 5:
        return None
    if "plural-only" not in hints and word in lexicon().singular:
        return None
    return Stems(word, StemClass.PLURAL, full=word[:-1], short=word[:-3])


def _old_genitive(word: str) -> Stems | None:
    """Read -თა after a consonant of a longer word as the old genitive plural, which stays: მინისტრთა."""
    if not word.endswith("თა") or len(word) < _OLD_GENITIVE_SHORTEST or word[-3] in VOWELS:
        return None
    return None if word in lexicon().person else Stems(word, StemClass.FIXED, full=word, short=word)


def _by_last_letter(word: str, hints: tuple[str, ...]) -> Stems:
    last = word[-1:]
    if last == "ი":
        return _in_i(word, hints)
    if last == "ა":
        return _in_a(word, hints)
    if last == "ე":
        return _in_e(word, hints)
    if last in ("ო", "უ"):
        return _in_o_or_u(word, hints)
    return _consonant(word, word, hints)


def _in_i(word: str, hints: tuple[str, ...]) -> Stems:
    stem = word[:-1]
    if not stem or stem[-1] in VOWELS or "i-stem" in hints or _belongs(word):
        return Stems(word, StemClass.I, full=word, short=word)
    return _consonant(word, stem, hints)


def _belongs(word: str) -> bool:
    """Say whether the final -ი of a word after a consonant is a part of its stem: ლი, გიორგი, ტროცკი."""
    words = lexicon()
    if word in words.i_stem or syllables(word) == 1:
        return True
    return word.endswith(("სკი", "ცკი")) and word not in words.town and bool(_I_SURNAME.fullmatch(word))


def _consonant(word: str, stem: str, hints: tuple[str, ...]) -> Stems:
    lemma = stem + "ი"
    if "no-syncope" in hints:
        return Stems(word, StemClass.CONSONANT, full=stem, short=stem)
    dropped = _dropped(stem)
    if "syncope" in hints and dropped:
        return Stems(word, StemClass.CONSONANT, full=stem, short=dropped, also=(stem,))
    if lemma in lexicon().either:
        short = lexicon().syncope.get(lemma) or dropped
        plural = lexicon().plural.get(lemma, "")
        return Stems(
            word,
            StemClass.CONSONANT,
            full=stem,
            short=stem,
            also=(short,),
            variant="" if plural else short,
            plural_short=plural,
        )
    listed = _listed(lemma)
    if "place" in hints and lemma not in lexicon().syncope:
        return Stems(
            word, StemClass.CONSONANT, full=stem, short=stem, also=(listed or dropped,) if dropped else ()
        )
    if listed and ("name" not in hints or lemma in lexicon().surname):
        variant = stem if lemma in lexicon().wavering else ""
        return Stems(word, StemClass.CONSONANT, full=stem, short=listed, also=(stem,), variant=variant)
    if listed or (dropped and _may_syncopate(lemma)):
        variant = dropped if not hints and _wavers(lemma) else ""
        return Stems(
            word, StemClass.CONSONANT, full=stem, short=stem, also=(listed or dropped,), variant=variant
        )
    return Stems(word, StemClass.CONSONANT, full=stem, short=stem)


def _listed(lemma: str) -> str:
    """Return the short stem from the lexicon or by a rule, or nothing."""
    words = lexicon()
    if lemma in words.whole:
        return ""
    if lemma in words.syncope:
        return words.syncope[lemma]
    for start in range(1, len(lemma) - _LISTED_TAIL + 2):
        tail = lemma[start:]
        if len(tail) < _LISTED_TAIL and tail not in _SHORT_TAILS:
            break
        if tail in words.whole or tail in words.either:
            return ""
        if tail in words.syncope:
            return lemma[:start] + words.syncope[tail]
    return _dropped(lemma[:-1]) if _syncopates_by_rule(lemma) else ""


def _syncopates_by_rule(lemma: str) -> bool:
    prefix, suffixes = _SYNCOPATING_AROUND
    if lemma.startswith(prefix) and lemma.endswith(suffixes):
        return syllables(lemma) > 2
    if is_negated(lemma):
        return True
    return lemma.endswith(_SYNCOPATING_ENDINGS) and len(lemma) >= _SYNCOPATING_SHORTEST


def is_negated(lemma: str) -> bool:
    """Say whether a word is a negated participle such as აუტანელი, უტიფარი."""
    return lemma.endswith(("ელი", "არი")) and _NEGATED.fullmatch(lemma) is not None


def _dropped(stem: str) -> str:
    """Return the stem without the vowel before its last consonant, or nothing if it has none to lose."""
    if len(stem) > 2 and stem[-2] in _DROPPED_VOWELS and stem[-1] not in VOWELS and stem[-3] not in VOWELS:
        return stem[:-2] + stem[-1]
    return ""


def _may_syncopate(lemma: str) -> bool:
    """Say whether a short stem that no list knows is worth recognising."""
    return lemma not in lexicon().whole and lemma[-2] in _DROPPED_BEFORE and syllables(lemma) > 2


def _wavers(lemma: str) -> bool:
    """Say whether a word on no list may just as well syncopate: of such in -ალი, -არი, -ანი half do."""
    if not lemma.endswith(("ალი", "არი", "ანი")) or lemma.endswith(("იანი", "იალი")):
        return False
    return _CHINESE_SYLLABLES.fullmatch(lemma) is None


def _in_a(word: str, hints: tuple[str, ...]) -> Stems:
    short = word[:-1]
    if "name" in hints or (word in lexicon().person and "place" not in hints):
        return Stems(word, StemClass.NAME, full=word, short=short)
    listed = lexicon().syncope.get(word, "") or next(
        (word[: -len(lemma)] + stem for lemma, stem in _listed_in_a() if word.endswith(lemma)), ""
    )
    if "syncope" in hints:
        listed = listed or _dropped(short)
    if word in lexicon().either:
        return Stems(
            word, StemClass.A, full=word, short=short, also=(_dropped(short),), variant=_dropped(short)
        )
    if listed and "no-syncope" not in hints:
        return Stems(word, StemClass.A, full=word, short=listed, also=(short,))
    return Stems(word, StemClass.A, full=word, short=short)


@lru_cache(maxsize=1)
def _listed_in_a() -> tuple[tuple[str, str], ...]:
    return tuple((lemma, stem) for lemma, stem in lexicon().syncope.items() if lemma[-1] == "ა")


def _in_e(word: str, hints: tuple[str, ...]) -> Stems:
    short = word[:-1]
    if "name" in hints and not word.endswith("ძე"):
        return Stems(word, StemClass.NAME, full=word, short=word)
    if word in lexicon().untruncated:
        return Stems(word, StemClass.VOWEL, full=word, short=word)
    listed = lexicon().syncope.get(word, "")
    return Stems(word, StemClass.E, full=word, short=listed or short, also=(short,) if listed else ())


def _in_o_or_u(word: str, hints: tuple[str, ...]) -> Stems:
    if "name" in hints:
        return Stems(word, StemClass.NAME, full=word, short=word)
    if word in lexicon().truncated:
        return Stems(word, StemClass.E, full=word, short=word[:-1])
    if word in lexicon().short_vowel:
        return Stems(word, StemClass.SHORT_VOWEL, full=word, short=word)
    return Stems(word, StemClass.VOWEL, full=word, short=word)
