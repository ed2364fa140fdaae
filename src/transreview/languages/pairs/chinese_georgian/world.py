"""Countries, cities and foreign persons that Chinese texts name, with their settled Georgian forms.

The lists are plain text in data/: world.txt (CLDR and GeoNames), western.txt and organisations.txt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from transreview.languages.batches import TEXTS_KEPT
from transreview.languages.chinese.places import WORDS_TOO, places
from transreview.languages.chinese.signs import sign_of, signs_in
from transreview.languages.georgian.derivation import mentions, nations
from transreview.languages.georgian.words import words_in
from transreview.languages.pairs.chinese_georgian.established import lines
from transreview.languages.pairs.chinese_georgian.transliteration import letter_by_letter, spellings
from transreview.lazy_patterns import lazy_pattern


class ForeignName(NamedTuple):
    """A foreign name in a Chinese text.

    Attributes:
        start: First character.
        end: One past the last.
        text: The name as it stands.
        kind: "country", "city", "person" or "organisation".
        forms: Georgian forms, the usual one first.
    """

    start: int
    end: int
    text: str
    kind: str
    forms: tuple[str, ...]


@cache
def _listed() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return every listed Chinese name with its kind and its Georgian forms."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for chinese, georgian, _country, kind, _source in (*lines("world.txt"), *lines("cities.txt")):
        for name in chinese.split("/"):
            found.setdefault(name, (kind, tuple(georgian.split("/"))))
    for chinese, georgian, _source in lines("western.txt"):
        for name in chinese.split("/"):
            found[name.strip()] = ("person", tuple(form.strip() for form in georgian.split("/")))
    for chinese, georgian, short, _source in lines("organisations.txt"):
        forms = [form.strip() for form in (*georgian.split("/"), *short.split(",")) if form.strip()]
        for name in chinese.split("/"):
            found[name.strip()] = ("organisation", tuple(forms))
    return found


@cache
def _automaton() -> tuple[AhoCorasick, list[tuple[str, str, tuple[str, ...]]]]:
    """Return what finds the listed names in one pass, with the names in its order.

    It also finds places of China, numbered behind them: what goes over the border of two (苏丹 in 江苏丹阳)
    is no name.
    """
    listed = [(name, kind, forms) for name, (kind, forms) in _listed().items()]
    chinese = (name for name in places() if name not in _listed() and name not in WORDS_TOO)
    names = [*(name for name, _kind, _forms in listed), *chinese]
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), listed


_KINDS = ("city", "person")
_CHINA = ("中国", "中國")
_A_NAME = sign_of(_listed)
_A_COUNTRY = sign_of(lambda: (*_CHINA, *(name for name, (kind, _) in _listed().items() if kind == "country")))
_A_CITY_OR_PERSON = sign_of(lambda: (name for name, (kind, _) in _listed().items() if kind in _KINDS))


def may_name(text: str) -> bool:
    """Whether a Chinese text has a listed foreign name or names China."""
    return signs_in(text) & (_A_NAME | _A_COUNTRY) != 0


@lru_cache(maxsize=TEXTS_KEPT)
def foreign_names(text: str) -> tuple[ForeignName, ...]:
    """Return the listed foreign names of a Chinese text, in order, the longest at each place.

    Args:
        text: Chinese text.
    """
    if not signs_in(text) & _A_NAME:
        return ()
    finder, listed = _automaton()
    return tuple(
        ForeignName(start, end, *listed[number])
        for number, start, end in finder.find_matches_as_indexes(text)
        if number < len(listed)
    )


# Signs of countries that Chinese shortens to one character, and other words for them.
_SHORT = {
    "ჩინეთი": "中华京沪港台", "ამერიკის შეერთებული შტატები": "美华白五", "ამერიკა": "美华白五",
    "გაერთიანებული სამეფო": "英伦苏", "დიდი ბრიტანეთი": "英伦苏", "ინგლისი": "英伦", "საფრანგეთი": "法巴",
    "გერმანია": "德柏", "რუსეთი": "俄莫苏克", "იაპონია": "日东", "სამხრეთ კორეა": "韩朝首",
    "ჩრდილოეთ კორეა": "朝韩平", "კორეა": "朝韩", "ინდოეთი": "印新", "იტალია": "意罗", "ესპანეთი": "西",
    "ავსტრალია": "澳", "კანადა": "加", "ტაივანი": "台", "ჰონკონგი": "港", "ევროპა": "欧", "აფრიკა": "非",
    "აზია": "亚", "ევროპის კავშირი": "欧", "ტიბეტი": "藏", "პეკინი": "京中", "შანხაი": "沪上",
    "თურქეთი": "土", "ისრაელი": "以犹", "უელსი": "威英", "შოტლანდია": "苏英", "ირლანდია": "爱英",
    "საბჭოთა კავშირი": "苏", "საქართველო": "格佐", "პალესტინა": "巴", "ალჟირი": "阿",
}  # fmt: skip


@cache
def _beginnings() -> tuple[AhoCorasick, list[str]]:
    """Return what finds in one pass how the words that speak of a country begin, with the countries."""
    starts: list[str] = []
    owners: list[str] = []
    for form, patterns in nations().items():
        for pattern in patterns:
            found = _LETTERS.match(pattern)
            if found is not None:
                starts.append(found.group())
                owners.append(form)
    return AhoCorasick(starts), owners


_LETTERS = lazy_pattern("[ა-ჰ]+")


@lru_cache(maxsize=1 << 16)
def _maybe_mentioned(word: str) -> tuple[str, ...]:
    """Return the countries that a Georgian word may speak of: it has how their words begin.

    Some have words of several parts, so that the text decides.
    """
    finder, owners = _beginnings()
    hits = finder.find_matches_as_indexes(word, overlapping=True)
    return tuple(dict.fromkeys(owners[hit[0]] for hit in hits))


@lru_cache(maxsize=1 << 16)
def _surely_mentioned(word: str) -> tuple[str, ...]:
    """Return the countries that a Georgian word speaks of by itself."""
    return tuple(form for form in _maybe_mentioned(word) if mentions(form).search(word))


class ReplacedName(NamedTuple):
    """A name of the source that the translation lacks, and one of its kind that only the translation has."""

    source: ForeignName
    start: int
    end: int
    found: str


_LONG_NAME = 4


def replaced_nations(source: str, target: str) -> Iterator[ReplacedName]:
    """Yield the country of a source that its translation has put another one for.

    Said only where exactly one of the source's countries is missing and exactly one is new.

    Args:
        source: Chinese text.
        target: Its Georgian translation.
    """
    if not signs_in(source) & _A_COUNTRY:
        return
    named = [name for name in foreign_names(source) if name.kind == "country"]
    if "中国" in source or "中國" in source:
        at = source.find("中国" if "中国" in source else "中國")
        named.append(ForeignName(at, at + 2, source[at : at + 2], "country", ("ჩინეთი",)))
    words = words_in(target)
    surely = set(chain.from_iterable(map(_surely_mentioned, words)))
    missing = [
        name
        for name in named
        if surely.isdisjoint(name.forms) and not any(mentions(form).search(target) for form in name.forms)
    ]
    if len({name.forms for name in missing}) != 1:
        return
    known = {form for name in named for form in name.forms}
    rest = source
    for name in named:
        if len(name.text) >= _LONG_NAME:
            rest = rest.replace(name.text, "")  # 土 of 土库曼斯坦 is no Turkey
    extra: dict[str, re.Match[str]] = {}
    for form in dict.fromkeys(chain.from_iterable(map(_maybe_mentioned, words))):
        if form in known or any(sign in rest for sign in _SHORT.get(form, "")):
            continue
        match = mentions(form).search(target)
        if match is not None and not any(mentions(other).match(target, match.start()) for other in known):
            extra.setdefault(match.group(), match)
    if len(extra) == 1:
        match = next(iter(extra.values()))
        yield ReplacedName(missing[0], match.start(), match.end(), match.group())


# Surnames that are words, first names, firms or prizes too.
_WORDS_TEXT = """
მოდი კუკი კოლი კანტი რუსო მონე დალი დიანა სისი ნობელი ტესლა ფორდი დისნეი მესი კობი ანანი დუდა ბუში ბერია
იესო ფიცო ჯეიმსი ჩარლზი კარნი მეი აბე ლი ფელიპე მიშელი
"""
_WORDS = frozenset(_WORDS_TEXT.split())
# Of a name what stands before its case ending; a shorter one may be the beginning of any word.
_SHORTEST_NAME, _LONG = 4, 6
_ENDING = lazy_pattern(
    "(?:[აეოუ])?(?:ი|მა|მ|ს|სა|ის|ისა|ით|ად|დ|ო|ში|ზე|თან|სთან|დან|იდან|მდე|ამდე|ისთვის|სთვის|ისგან|სგან|ისკენ|თი|ა|ია|ე|უ"
    "|ელი|ელმა|ელს|ელის|ური|ურმა|ურ|ულმა|ული|ურის|ულის)?(?:ც|აც|ვე|ა)?(?![ა-ჰ])"
)


@cache
def _georgian_names() -> tuple[AhoCorasick, list[tuple[str, tuple[str, ...]]]]:
    """Return what finds the stems of cities and persons in a translation, with their kind and forms."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for kind, forms in _listed().values():
        for form in forms if kind in _KINDS else ():
            stem = _stem(form)
            # A surname that is a word too (მოდი) says nothing of a person.
            word = kind == "person" and " " not in form and len(stem) < _LONG and form in _WORDS
            if len(stem) >= _SHORTEST_NAME and not word:
                found.setdefault(stem, (kind, forms))
    return AhoCorasick(list(found), matchkind=MatchKind.LeftmostLongest), list(found.values())


def replaced_names(source: str, target: str) -> Iterator[ReplacedName]:
    """Yield the city or person of a source that its translation has put another one for.

    Args:
        source: Chinese text.
        target: Its Georgian translation.
    """
    if not signs_in(source) & _A_CITY_OR_PERSON:
        return
    named = [name for name in foreign_names(source) if name.kind in _KINDS]
    missing = [name for name in named if not any(is_there(form, target) for form in name.forms)]
    if not missing:
        return
    finder, listed = _georgian_names()
    known = {form for name in named for form in name.forms}
    for kind in _KINDS:
        lacking = [name for name in missing if name.kind == kind]
        if len({name.forms for name in lacking}) != 1:
            continue
        extra = [
            (start, start + len(_read(target, start)), forms)
            for number, start, end in finder.find_matches_as_indexes(target)
            for of, forms in (listed[number],)
            if of == kind
            and known.isdisjoint(forms)
            and (start == 0 or not _LETTERS.match(target[start - 1]))
            and _ENDING.match(target, end)
        ]
        if len({forms for _start, _end, forms in extra}) == 1:
            start, end, _forms = extra[0]
            yield ReplacedName(lacking[0], start, end, target[start:end])


def _read(target: str, start: int) -> str:
    found = _LETTERS.match(target, start)
    return found.group() if found else ""


class UnusualSpelling(NamedTuple):
    """A foreign name that the translation spells otherwise than print has settled on."""

    source: ForeignName
    start: int
    end: int
    found: str
    right: str


_WORD = lazy_pattern("[ა-ჰ]{4,}(?:-[ა-ჰ]+)*")
_CASES = lazy_pattern("(?:ისთვის|ისგან|იდან|სთვის|სთან|სგან|თან|ის|ით|ში|ზე|მა|ად|ი|ს|მ|დან)$")
_LEAST_STEM = 4
_ALIKE = 0.7


def unusual_spellings(source: str, target: str) -> Iterator[UnusualSpelling]:
    """Yield the persons and cities of a source whose settled form is missing, with the word that is like it.

    Args:
        source: Chinese text.
        target: Its Georgian translation.
    """
    if not signs_in(source) & _A_CITY_OR_PERSON:
        return
    for name in foreign_names(source):
        if name.kind not in _KINDS or any(is_there(form, target) for form in name.forms):
            continue
        wanted = [_last_stem(form) for form in name.forms]
        copies = _copies(name.text)
        letters = "".join(_BEGINNINGS.get(one[0], one[0]) for one in wanted)
        for word in _WORD.findall(target):
            if word[0] not in letters and not copies:
                continue
            stem = _without_case(word)
            if any(_like(stem, one) for one in wanted) or stem in copies:
                match = next(match for match in _WORD.finditer(target) if match.group() == word)
                yield UnusualSpelling(name, match.start(), match.end(), word, name.forms[0])
                break


@lru_cache(maxsize=1 << 15)
def _without_case(word: str) -> str:
    return _CASES.sub("", word, count=1)


@lru_cache(maxsize=512)
def _copies(name: str) -> frozenset[str]:
    """Return the stems of the Chinese reading of a foreign name, copied letter by letter (伦敦 ლუნდუნი)."""
    if len(name) > _LONGEST_COPIED:
        return frozenset()
    forms = letter_by_letter(name, kind="person") | set(spellings(name, kind="person"))
    return frozenset(_CASES.sub("", form.replace(" ", ""), count=1) for form in forms)


_LONGEST_COPIED = 4


@lru_cache(maxsize=1 << 12)
def _last_stem(form: str) -> str:
    """Return the stem of the last word of a name."""
    return _stem(form.rpartition(" ")[2])


def is_there(form: str, target: str) -> bool:
    """Whether a translation has the last word of a name, in whatever case."""
    return _last_stem(form) in target


def _stem(form: str) -> str:
    return form[:-1] if len(form) > _LEAST_STEM and form[-1] in "აეიოუ" else form


def _like(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LEAST_STEM or one[0] not in _BEGINNINGS.get(other[0], other[0]):
        return False
    from rapidfuzz.distance import Levenshtein

    if one == other:
        return False
    alike = one.translate(_ONE_SOUND) == other.translate(_ONE_SOUND)
    return alike or Levenshtein.normalized_similarity(one, other) >= _ALIKE


# Letters that one foreign sound is written with: თრამფი is ტრამპი.
_ONE_SOUND = str.maketrans("თფქჰყღჭწჟ", "ტპკხკგჩცჯ")
# Letters that one foreign sound may begin with.
_BEGINNINGS = {
    letter: group for group in ("ტთდ", "კქგხჰ", "პფბ", "ჩჭშჯ", "სზცძ", "ვუ", "იე") for letter in group
}
