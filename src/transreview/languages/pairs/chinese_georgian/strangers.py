"""Organisations and persons of a source for which a translation names others.

上合组织 is no ევრაზიის ეკონომიკური კავშირი; for 贝克汉姆 a word that no dictionary has is another person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from transreview.languages.chinese.signs import sign_of, signs_in
from transreview.languages.chinese.surnames import SINGLE, WEAK
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.pairs.chinese_georgian.established import lines
from transreview.languages.pairs.chinese_georgian.occurrences import occurrences, surname_forms
from transreview.languages.pairs.chinese_georgian.transliteration import transliterate
from transreview.languages.pairs.chinese_georgian.world import (
    ForeignName,
    ReplacedName,
    foreign_names,
    is_there,
    unusual_spellings,
)
from transreview.lazy_patterns import lazy_pattern

_WORD = lazy_pattern("[ა-ჰ]+")


@cache
def _organisations() -> tuple[AhoCorasick, list[tuple[tuple[str, ...], str]]]:
    """Return what finds the first words of Georgian names, and for each all stems with its Chinese names."""
    starts: list[str] = []
    names: list[tuple[tuple[str, ...], str]] = []
    for chinese, georgian, short, _source in lines("organisations.txt"):
        forms = [form.strip() for form in georgian.split("/")]
        for form in (*forms, *(one.strip() for one in short.split(","))):
            stems = tuple(_stem(word) for word in _WORD.findall(form))
            if stems and len("".join(stems)) >= _SHORTEST:
                starts.append(stems[0])
                names.append((stems, chinese))
    return AhoCorasick(starts), names


_SHORTEST = 4


@cache
def _pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a name in any case: the endings of all its words are free."""
    return re.compile(r"(?<![ა-ჰ])" + r"[ა-ჰ]*[\s„“-]+".join(map(re.escape, stems)) + "[ა-ჰ]*")


def _stem(word: str) -> str:
    for ending in ("ისა", "თა", "ის", "ი", "ა", "ე", "ო"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


_AN_ORGANISATION = sign_of(lambda: (name for row in lines("organisations.txt") for name in row[0].split("/")))


def replaced_organisations(source: str, target: str) -> Iterator[ReplacedName]:
    """Yield the organisation of a source for which its translation names another listed one.

    Args:
        source: Chinese text.
        target: Its Georgian translation.
    """
    if not signs_in(source) & _AN_ORGANISATION:
        return
    named = [name for name in foreign_names(source) if name.kind == "organisation"]
    if len({name.forms for name in named}) != 1:
        return
    finder, names = _organisations()
    found: dict[str, re.Match[str]] = {}
    for hit in finder.find_matches_as_indexes(target, overlapping=True):
        stems, chinese = names[hit[0]]
        # Of most names a text has the first word alone: a pattern is made where all are there.
        there = all(stem in target for stem in stems)
        if there and (match := _pattern(stems).match(target, hit[1])) is not None:
            found.setdefault(chinese, match)
    if len(found) != 1 or any(form in target for form in named[0].forms):
        return
    chinese, match = next(iter(found.items()))
    if any(word in source for word in chinese.split("/")):
        return  # itself, or a part of it (联合国 of 联合国安理会)
    yield ReplacedName(named[0], match.start(), match.end(), match.group())


# A name stands in the cases of who acts or is spoken of; other words that no dictionary has are rarer there.
_NAME = lazy_pattern("(?<![ა-ჰ-])[ა-ჰ]{3,}(?:მა|მ|ი|ს|ის|სთან|თან|ისთვის|ისგან|ა|ო|ე|უ)(?![ა-ჰ-])")
_LONGEST = 20
# Characters that foreign names are written with: three in a row are a name that no list has.
_LIKE_A_NAME = lazy_pattern(
    "[阿埃艾奥巴贝比伯布查达德迪蒂杜多恩尔法菲弗夫戈格古哈赫霍基加杰卡科克库拉莱兰劳勒雷里利林卢鲁罗洛马曼麦迈梅米莫穆纳内尼诺努帕佩皮普"
    "乔琼萨塞瑟沙什斯舒索苏塔泰特图托瓦维韦沃乌伍西希夏谢雅亚耶伊泽扎兹]{3,}"
)


def unknown_persons(source: str, target: str) -> Iterator[ReplacedName]:
    """Yield the one word that no dictionary has where the one listed person of a short source is missing.

    Args:
        source: Chinese text.
        target: Its Georgian translation.
    """
    if len(source) > _LONGEST:
        return
    named = foreign_names(source)
    persons = [name for name in named if name.kind == "person"]
    if len(persons) != 1 or any(is_there(form, target) for form in persons[0].forms):
        return
    if any(unusual_spellings(source, target)):
        return
    if _LIKE_A_NAME.search(source.replace(persons[0].text, "")):
        return
    others = tuple(_stem(word) for name in named for form in name.forms for word in form.split())
    strange = [match for match in _NAME.finditer(target) if not is_form(match.group())]
    if len(strange) == 1 and not strange[0].group().startswith(others):
        match = strange[0]
        yield ReplacedName(persons[0], match.start(), match.end(), match.group())


# A person whom a sentence begins with, or of whom it tells by a word that people go with.
_SURNAMES = "".join(sorted(SINGLE - WEAK))
_A_PERSON = lazy_pattern(
    f"(?:^|(?<=[，。：“、和与是叫由者师生员家长]))(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}})"
)
_LONGEST_SENTENCE, _SHORTEST_SURNAME = 30, 2


def may_name_a_person(source: str) -> bool:
    """Whether a short source has a surname where a person may be named."""
    return len(source) <= _LONGEST_SENTENCE and _A_PERSON.search(source) is not None


def other_given_names(source: str, target: str) -> Iterator[ReplacedName]:
    """Yield the surname of a source with a given name behind it that is not the one of the source.

    The name itself may be no sure one: that its surname stands in the translation with another name says so.

    Args:
        source: Chinese text.
        target: Its Georgian translation.
    """
    if not may_name_a_person(source):
        return
    for match in _A_PERSON.finditer(source):
        name, at = match["name"], match.start("name")
        written = _with_its_surname(name[0], target)
        if written is None:
            continue
        if not any(occurrences(name[:size], target, kind="person") for size in (2, 3)):
            stem = _CASES.sub("", written["given"], count=1)
            name = name[: 1 + min(len(_SYLLABLE.findall(stem)), 2)]
            person = ForeignName(at, at + len(name), name, "person", (transliterate(name, kind="person"),))
            yield ReplacedName(person, written.start(), written.end(), written.group())
        return


_CASES = lazy_pattern("(?:მა|მ|სთან|თან|ისთვის|ისგან|ის|ით|ს|ი)$")
_SYLLABLE = lazy_pattern("[აეიოუ]+")


def _with_its_surname(surname: str, target: str) -> re.Match[str] | None:
    """Return a surname in a translation with a word behind it that no dictionary has."""
    for form in surname_forms(surname):
        if len(form) >= _SHORTEST_SURNAME and form in target:
            written = re.search(f"(?<![ა-ჰ]){form} (?P<given>[ა-ჰ]{{2,}})", target)
            if written is not None and not is_form(written["given"]):
                return written
    return None


def strangers(source: str, target: str) -> Iterator[ReplacedName]:
    """Yield what stands for an organisation or a person of the source that the translation does not name."""
    yield from replaced_organisations(source, target)
    yield from unknown_persons(source, target)
    yield from other_given_names(source, target)
