"""Words that Georgian derives from others, and endings that no word has."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from transreview.languages.georgian.stem import stem
from transreview.lazy_patterns import lazy_pattern

_COUNTRY = lazy_pattern("^(?:სა)?(.{3,})ეთი$")
_SHORTEST_STEM = 4
# What makes a noun of action of a root, and what makes of it who acts, what is acted on, what it is like:
# ინვესტიცია, ინვესტორი; ექსპორტი, ექსპორტიორი; რეგულირება, რეგულატორი.
_ACTIONS = lazy_pattern("(?:იზაცია|აცია|იცია|ცია|ირება|ტაჟი|იზმი|იკა|ობა|ება|ვა|ია|ი|ა|ე|ო|უ)$")
_SHORTEST_ROOT, _LONG_ROOT = 5, 7
_OF_THE_ROOT = "(?:ატორ|იტორ|იორ|ორ|ისტ|ერ|ელ|ირ|იზ|იურ|იულ|ურ|ულ|იან|ალურ|იკ|იც)[ა-ჰ]*"
# Who does it, with the prefixes of participles: წარმოება, მწარმოებელი; მომხმარებელი.
_AGENT = "(?<![ა-ჰ])(?:მ|მა|მე|და|გამ|გადამ|შემ)"

_LAST_LETTERS = frozenset("აეიოუსთდნმრლცვ")
_SHORTEST_WORD = 3


def derived(term: str, text: str) -> bool:
    """Whether a text has a word derived from a term.

    საპრეზიდენტო has პრეზიდენტი in it, ევროპარლამენტი begins with ევროპა, რუსული is of რუსეთი and
    ჩინელი of ჩინეთი, an ინვესტორი makes an ინვესტიცია: the term is rendered, as another part of speech.
    What is named as an action may be done: შემუშავება, შეიმუშავა. Of a term of several words all stand there
    in their order, with a few others between. What no rule makes of a term stands in data/paraphrases.txt:
    ფული ჩადო is an ინვესტიცია.
    """
    peoples = _of_nation(term)
    if peoples is not None and peoples.search(text):
        return True
    otherwise = _paraphrases().get(term)
    if otherwise is not None and _paraphrased(otherwise).search(text):
        return True
    if " " in term:
        return _scattered(term).search(text) is not None
    bare = term.rstrip("აეიოუ")
    country = _COUNTRY.match(term)
    if (bare if len(bare) >= _SHORTEST_STEM else term) in text:
        return True
    if country is not None and (f"{country[1]}ულ" in text or f"{country[1]}ურ" in text):
        return True
    return any(made is not None and made.search(text) for made in (_family(term), _verb_of(term)))


@cache
def _paraphrases() -> dict[str, str]:
    """Return for terms the beginnings of words that say the same, as data/paraphrases.txt has them."""
    text = (files("transreview.languages.georgian") / "data" / "paraphrases.txt").read_text(encoding="utf-8")
    rows = (line.split(" = ") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


@lru_cache(maxsize=256)
def _paraphrased(words: str) -> re.Pattern[str]:
    """Return the pattern of the words of a paraphrase; of two with + between them both are there."""
    ways = ("".join(f"(?=.*{_begins(part)})" for part in way.split("+")) for way in words.split("/"))
    return re.compile(f"^(?:{'|'.join(ways)})", re.DOTALL)


def _begins(word: str) -> str:
    return f"(?<![ა-ჰ]){word.rstrip('=')}" + ("(?![ა-ჰ])" if word.endswith("=") else "")


_A_FEW_BETWEEN = r"[ა-ჰ]*(?:[ ,–-]+[ა-ჰ]+){0,4}?[ ,–-]+"


@lru_cache(maxsize=4096)
def _scattered(term: str) -> re.Pattern[str]:
    """Return the pattern of a term with other words between its own."""
    stems = [re.escape(stem(word)) for word in term.split()]
    return re.compile(rf"(?<![ა-ჰ]){_A_FEW_BETWEEN.join(stems)}")


@lru_cache(maxsize=4096)
def _family(term: str) -> re.Pattern[str] | None:
    """Return the pattern of the words made of the root of a noun of action, None of a short one."""
    root = _ACTIONS.sub("", term, count=1)
    if len(root) < _SHORTEST_ROOT:
        return None
    escaped = re.escape(root)
    if term.endswith("იზაცია") and len(root) >= _LONG_ROOT:
        return re.compile(f"(?<![ა-ჰ]){escaped}")  # სტანდარტიზაცია is work at სტანდარტები
    if term.endswith("ობა"):
        # ახლომხედველობა is what an ახლომხედველი has.
        return re.compile(f"(?<![ა-ჰ]){escaped}")
    return re.compile(f"(?<![ა-ჰ]){escaped}{_OF_THE_ROOT}|{_AGENT}{escaped}")


_MASDAR = lazy_pattern(
    "(?P<preverb>გადმო|გადა|გამო|წარმო|შემო|ჩამო|წამო|ამო|მიმო|გან|წარ|გა|და|მო|შე|ჩა|წა|მი|აღ)?"
    "(?P<root>[ა-ჰ]{3,})(?:ება|ობა|ვა)"
)
# What may stand between the preverb and the root of a verb: who it is done to, and for whom.
_INSIDE = "(?:გვ|[მგვსჰ])?[აიუე]?"


@lru_cache(maxsize=4096)
def _verb_of(term: str) -> re.Pattern[str] | None:
    """Return the pattern of the verb whose action a term names (შემუშავება, შეიმუშავა), None of others."""
    match = _MASDAR.fullmatch(term)
    if match is None:
        return None
    preverb, root = match["preverb"] or "", match["root"]
    if not preverb and len(root) < _SHORTEST_ROOT:
        return None
    optional = "?" if len(root) >= _SHORTEST_ROOT else ""
    return re.compile(f"(?<![ა-ჰ])(?:{preverb}){optional}{_INSIDE}{re.escape(root)}")


@cache
def nations() -> dict[str, tuple[str, ...]]:
    """Return for each country and region the patterns of the words that speak of it.

    Read from data/nations.txt: its name, other names, its people, what is of it.
    """
    found: dict[str, tuple[str, ...]] = {}
    text = (files("transreview.languages.georgian") / "data" / "nations.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, *others = (part.strip() for part in line.split("|"))
            words = [name, *(word for part in others for word in part.split())]
            found[name] = tuple(dict.fromkeys(_beginning(word) for word in words))
    for name, patterns in found.items():
        if f"{name}ა" in found:  # ნიგერი is not ნიგერია
            found[name] = tuple(_OF_LETTERS.sub(r"\g<0>(?!ი[აიეუ])", one, count=1) for one in patterns)
    return found


_OF_LETTERS = lazy_pattern("^[ა-ჰ]+")


def _letters_of(pattern: str) -> int:
    """Return with how many letters a pattern begins."""
    found = _OF_LETTERS.match(pattern)
    return found.end() if found else 0


_LONG = 6  # from here on a beginning is like no other word
_AFTER_CONSONANT = "(?:ი|მა|ს|ის|ით|ად|ში|ზე|თან|იდან|ებ|ო|-)"
_SHORT_BARE = 4
_AFTER_VOWEL = "(?![ა-ჰ]{4})"


def _beginning(word: str) -> str:
    """Return the pattern of the forms of a word: ჩინელ-, საქართველ-; of a short one with its endings.

    რომ is no Rome and დელეგაცია no Delhi, so that short words need an ending of their own.
    """
    if word[-1] not in "აეიოუ":
        return re.escape(word) + "(?![ა-ჰ])"
    base = re.escape(word[:-1])
    if len(word) > _LONG:
        return f"{base}(?=[აიეუ])" if word.endswith("ია") else base  # ნიგერია is not ნიგერი
    if word[-1] == "ი":
        # Bare before a dative: თურქ მეწარმეს.
        return (
            f"{base}(?:{_AFTER_CONSONANT}|(?![ა-ჰ]))" if len(word) > _SHORT_BARE else base + _AFTER_CONSONANT
        )
    # It begins with letters, and not with a choice: by them the words of a text are looked up.
    return f"{base}(?:{word[-1]}{_AFTER_VOWEL}|(?:ის|ით|იდან))"


@lru_cache(maxsize=4096)
def mentions(name: str) -> re.Pattern[str]:
    """Return the pattern of what speaks of a country: its name, its other names, people, adjectives.

    Args:
        name: Its name in the nominative; one that data/nations.txt has not is looked for by itself.
    """
    known = _of_nation(name)
    return known if known is not None else re.compile(f"(?<![ა-ჰ])(?:{_beginning(name)})")


@lru_cache(maxsize=1024)
def _of_nation(term: str) -> re.Pattern[str] | None:
    words = nations().get(term)
    if words is None:
        return None
    # ქვეყნის, not ქვეყანას: the vowel before the last consonant may go (ბერძენი, ბერძნის).
    return re.compile(f"(?<![ა-ჰ])(?:{'|'.join(sorted(words, key=_letters_of, reverse=True))})")


# Who is from a place, and what is of it: პეკინელი, პეკინური, ხუნანური, but ხარბინული after რ.
_OF_A_PLACE = (
    "(?P<suffix>ელ|ურ|ულ)(?P<ending>(?:ი|მა|ს|სა|ის|ისა|ით|ად|ში|ზე|თან|ისთვის|ებ[ა-ჰ]*)?(?:ც|აც|ა)?)"
)


def derivatives(place: str, text: str) -> list[tuple[int, int]]:
    """Return the spans of the words that are derived from a place's name.

    Args:
        place: The name in the nominative, right or wrong.
        text: Georgian text.
    """
    base = re.escape(place.rstrip("აეიოუ"))
    if len(base) < _SHORTEST_STEM or " " in place:
        return []
    return [match.span() for match in re.finditer(f"(?<![ა-ჰ]){base}{_OF_A_PLACE}(?![ა-ჰ])", text)]


def derived_alike(wrong: str, found: str, right: str) -> str:
    """Return what is derived of one place as a word is of another: ბეიჯინგელი, of პეკინი: პეკინელი.

    Args:
        wrong: The place that the word is derived from.
        found: The word.
        right: The place to derive from; nothing is returned where the word is not derived so.
    """
    match = re.fullmatch(f"{re.escape(wrong.rstrip('აეიოუ'))}{_OF_A_PLACE}", found)
    if match is None:
        return ""
    base = right.rstrip("აეიოუ")
    suffix = match["suffix"]
    if suffix != "ელ":
        # ქართული, but ბერლინური: the suffix shuns the liquid that the stem has last.
        suffix = "ულ" if base.rfind("რ") > base.rfind("ლ") else "ურ"
    return f"{base}{suffix}{match['ending']}"


def may_end(word: str) -> bool:
    """Whether a Georgian word can end as this one does; a word in other letters always may."""
    if not "ა" <= word[-1] <= "ჰ":
        return True
    return len(word) >= _SHORTEST_WORD and word[-1] in _LAST_LETTERS
