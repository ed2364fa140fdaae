"""Whether a Georgian word is spelled as some word is: a filter of the forms of a spelling dictionary.

The data is a Bloom filter of all forms of the dictionary ka_GE.spell (Gabriel Margiani, MIT; word lists
by Dato Bumbeishvili, MIT, and Kevin Scannell's crubadan, CC BY 4.0; npm package dictionary-ka 1.1.0),
made by `scripts/make_georgian_words.py`. One unknown word in ten thousand passes for known; a known
one never for unknown. Names and new words are missing from it, so that an unknown word is no fault yet.
A sieve goes before it, one bit for the checksum of each form: nineteen unknown words of twenty fail there,
at a third of what the filter costs.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

from transreview.lazy_patterns import lazy_pattern

HEADER = b"transreview words 1\n"
SIEVE_HEADER = b"transreview sieve 1\n"
SIEVE_BITS = 1 << 23
# Twenty bits and fourteen probes let one stranger in ten thousand pass.
BITS_A_WORD, _PROBES = 20, 14
_CLITICS = ("ც", "აც", "ვე", "ა", "აა", "ცაა", "ვეა")
_ENDINGS = [
    "ისთვის",
    "ისათვის",
    "ისგან",
    "ისაგან",
    "ისკენ",
    "სთვის",
    "სათვის",
    "სთან",
    "სგან",
    "საგან",
    "სკენ",
    "იდან",
    "ამდე",
    "დან",
    "მდე",
    "ითა",
    "ით",
    "ისა",
    "ის",
    "ში",
    "ზე",
    "თან",
    "მა",
    "ადა",
    "ად",
    "თა",
    "მ",
    "ს",
    "თი",
    "დ",
]


# By their last letter, so that few are tried of a word.
_ENDINGS_BY_LAST = {
    last: [one for one in _ENDINGS if one[-1] == last] for last in {one[-1] for one in _ENDINGS}
}


def positions(word: str, bits: int) -> Iterator[int]:
    """Yield the places of a word in a filter of so many bits."""
    digest = hashlib.blake2b(word.encode(), digest_size=16).digest()
    first, step = int.from_bytes(digest[:8], "little"), int.from_bytes(digest[8:], "little") | 1
    for probe in range(_PROBES):
        yield (first + probe * step) % bits


def sieve_position(word: str) -> int:
    """Return the place of a word in the sieve."""
    return zlib.crc32(word.encode()) & (SIEVE_BITS - 1)


def _data(name: str, header: bytes) -> bytes:
    data = (files("transreview.languages.georgian") / "data" / name).read_bytes()
    assert data.startswith(header)
    return data[len(header) :]


@cache
def _sieve_and_filter() -> tuple[bytes, bytes]:
    return _data("words.sieve", SIEVE_HEADER), _data("words.bloom", HEADER)


@lru_cache(maxsize=100_000)
def is_form(word: str) -> bool:
    """Whether the dictionary has this form (or, one time in ten thousand, seems to).

    Args:
        word: Mkhedruli letters.
    """
    return bool(forms_among((word,)))


def forms_among(words: Iterable[str]) -> list[str]:
    """Return those of some words that the dictionary has, by the same chance; for many of which few are.

    Args:
        words: Mkhedruli letters each.
    """
    sieve, data = _sieve_and_filter()
    last, bits = SIEVE_BITS - 1, len(data) * 8
    checksum = zlib.crc32
    found = []
    for word in words:
        written = word.encode()
        place = checksum(written) & last
        if not sieve[place >> 3] >> (place & 7) & 1:
            continue
        # The probes of `positions`, one sum after the other.
        place, step = _halves(_digest(written, digest_size=16).digest())
        place %= bits
        step = (step | 1) % bits
        for _probe in _PROBE:
            if not data[place >> 3] >> (place & 7) & 1:
                break
            place += step
            if place >= bits:
                place -= bits
        else:
            found.append(word)
    return found


LETTERS = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
_FIRST = LETTERS[0]


@cache
def _differences(behind: int) -> list[tuple[str, int]]:
    """Return each letter with what it changes in a checksum where the first letter stands in its place.

    A checksum is linear: that depends on nothing but the two letters and how many bytes follow them.

    Args:
        behind: Bytes that follow the letter.
    """
    zeros = bytes(behind)
    of_first = zlib.crc32(_FIRST.encode() + zeros)
    return [
        (letter, (of_first ^ zlib.crc32(letter.encode() + zeros)) & (SIEVE_BITS - 1)) for letter in LETTERS
    ]


def forms_with_a_letter(word: str, places: Iterable[int]) -> list[str]:
    """Return the forms that the dictionary has of a word with one letter more.

    Args:
        word: Mkhedruli letters.
        places: Before which of its letters the new one may stand.
    """
    return forms_among(chain.from_iterable(_maybe_with_a_letter(word, place) for place in places))


@lru_cache(maxsize=1 << 12)
def _maybe_with_a_letter(word: str, place: int) -> list[str]:
    """Return a word with each letter before one of its own that the sieve lets pass; asked for by many."""
    sieve, _filter = _sieve_and_filter()
    head, tail = word[:place], word[place:]
    first = sieve_position(f"{head}{_FIRST}{tail}")
    return [
        f"{head}{letter}{tail}"
        for letter, other in _differences(len(tail.encode()))
        if sieve[(at := first ^ other) >> 3] >> (at & 7) & 1
    ]


def forms_with_another_letter(
    word: str, others: Mapping[str, Sequence[str]], places: Iterable[int]
) -> list[str]:
    """Return the forms that the dictionary has of a word with one letter changed.

    Args:
        word: Mkhedruli letters.
        others: What may stand for each letter.
        places: Which of its letters may be another.
    """
    sieve, _filter = _sieve_and_filter()
    whole, last = sieve_position(word), len(word) - 1
    maybe = []
    for place in places:
        letter = word[place]
        if letter not in others:
            continue
        changed = _changes(3 * (last - place))
        base = whole ^ changed[letter]
        for other in others[letter]:
            at = base ^ changed[other]
            if sieve[at >> 3] >> (at & 7) & 1:
                maybe.append(f"{word[:place]}{other}{word[place + 1 :]}")
    return forms_among(maybe)


@cache
def _changes(behind: int) -> dict[str, int]:
    return dict(_differences(behind))


_digest, _halves = hashlib.blake2b, struct.Struct("<QQ").unpack
_PROBE = range(_PROBES)


@lru_cache(maxsize=100_000)
def is_word(word: str) -> bool:
    """Whether the word is known, as it stands, without a clitic, or as a case of a known noun.

    The dictionary spells out the cases of some nouns only; any known word is taken for one here.

    Args:
        word: Mkhedruli letters.
    """
    if is_form(word):
        return True
    bare = [word[: -len(clitic)] for clitic in _CLITICS if word.endswith(clitic)]
    if any(len(one) > 1 and is_form(one) for one in bare):
        return True
    if any(_is_case(one) for one in (word, *bare)):
        return True
    compound = COMPOUND.fullmatch(word)
    return compound is not None and is_word(compound["noun"])


# A noun with a beginning set before it, which are too many to be all known: კინოფესტივალი.
COMPOUND = lazy_pattern(
    "(?:ევრო|სპორტ|კინო|ავია|ავტო|ვიდეო|ფოტო|ტელე|რადიო|ელექტრო|მიკრო|მაკრო|ბიო|ეკო|აგრო|ჰიდრო|თერმო|ნეირო|მეტა|მულტი|სუპერ"
    "|ულტრა|ანტი|მეგა|ნანო|კიბერ|მედია|ენერგო|აერო|ველო|მოტო|ინფრა|ვებ|ტექნო|გეო|ჰიპერ)(?P<noun>[ა-ჰ]{5,})"
)


_THEMES = ("ებ", "ობ", "ოფ", "ავ", "ევ", "ამ", "ემ")


def _is_case(word: str) -> bool:
    """Whether a word ends in a case ending after what is a known noun's stem."""
    for ending in _ENDINGS_BY_LAST.get(word[-1:], ()):
        stem = word[: -len(ending)] if word.endswith(ending) else ""
        if len(stem) > 2 and (is_form(stem + "ი") or (stem[-1] in "აეოუ" and is_form(stem))):
            return True
        if len(stem) > 2 and ending[0] in "ია" and is_form(stem + "ა"):
            return True
        # What was done all the time, of the name of what is done: ძალადობა, ძალადობდა.
        if ending == "დ" and stem.endswith(_THEMES) and is_form(stem + "ა"):
            return True
    return False
