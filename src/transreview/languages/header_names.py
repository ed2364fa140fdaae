"""Languages as the headers of spreadsheets name them: by tag, or by name in English, Chinese or Georgian."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from transreview.languages.language_names import NAMES
from transreview.languages.registry import BUILT_IN, known_languages, language, meant
from transreview.languages.scripts import script_runs
from transreview.languages.tags import parse_tag
from transreview.lazy_patterns import lazy_pattern

# Regions as headers of memoQ, Trados, Microsoft and spreadsheets write them.
_REGIONS = {
    "prc": "CN", "china": "CN", "mainland china": "CN", "people's republic of china": "CN",
    "simplified": "Hans", "simplified han": "Hans", "traditional": "Hant", "traditional han": "Hant",
    "taiwan": "TW", "hong kong": "HK", "hong kong sar": "HK", "hong kong s.a.r.": "HK", "singapore": "SG",
    "macao": "MO",
    "united states": "US", "usa": "US", "us": "US", "united kingdom": "GB", "uk": "GB", "great britain": "GB",
    "georgia": "GE", "germany": "DE", "austria": "AT", "switzerland": "CH", "france": "FR", "canada": "CA",
    "spain": "ES", "mexico": "MX", "russia": "RU", "ukraine": "UA", "turkey": "TR", "türkiye": "TR",
    "armenia": "AM", "japan": "JP", "korea": "KR", "brazil": "BR", "portugal": "PT",
    "中国": "CN", "中國": "CN", "简体": "Hans", "繁体": "Hant", "繁體": "Hant", "台湾": "TW", "台灣": "TW",
    "香港": "HK", "საქართველო": "GE", "გამარტივებული": "Hans", "ტრადიციული": "Hant",
}  # fmt: skip

_TAG = lazy_pattern(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_PARTS = lazy_pattern(r"(?P<name>[^(（\[,]+?)\s*(?:[(（\[,]\s*(?P<region>[^)）\]]+?)\s*[)）\]]?)?")
# What people put around the name of a language: "Source (Chinese)", "Term: English", "zh term".
_AROUND = lazy_pattern(
    r"\b(?:source|target|text|term|terms|translation|language|segment|termin|string|value|original)\b"
    r"|原文|译文|術語|术语|源语言|目标语言|წყარო|თარგმანი|ტერმინი|ენა",
    re.IGNORECASE,
)


def name_in(tag: str, speaking: str) -> str:
    """Return the name of a language in another one, its English name where that is not known.

    Args:
        tag: The language.
        speaking: Tag of the language that its name is wanted in.
    """
    script, found = language(speaking).scripts[:1], language(tag)
    if script in {(), ("Latn",)}:
        return found.name
    names = NAMES.get(tag) or NAMES.get(found.code, ())
    own = (name for name in names if {run for run, _start, _end in script_runs(name)} == {*script})
    return next(own, found.name)


def header_language(cell: str) -> str | None:
    """Return the tag of the language that a header cell names, None when it names none.

    Args:
        cell: "zh", "zh_CN", "Chinese (PRC)", "Chinese_PRC", "简体中文", "ქართული", "Source: English" ….
    """
    text = _folded(cell)
    found = _named(text)
    if found is not None:
        return found
    bare = re.sub(r"[\s:：/|–—-]+$|^[\s:：/|–—-]+", "", _AROUND.sub(" ", text)).strip()
    if bare == text or not bare:
        return None
    return _named(bare.strip("()（）[] :："))


@lru_cache(1000)
def said_language(said: str) -> str:
    """Return the tag of a language as a file names it: "zh_CN" as it is, "Georgian" as "ka".

    Args:
        said: What stands where a tag should; what names no language that is known comes back as it is.
    """
    code = parse_tag(said).language
    if not said or _is_known(code):
        return said
    return header_language(said) or meant(said) or said


def _named(text: str) -> str | None:
    if _TAG.fullmatch(text):
        tag = parse_tag(text)
        if _is_known(tag.language) and not _is_word(text):
            return str(tag)
    spaced = text.replace("_", " ")
    if spaced in _by_name():
        return _by_name()[spaced]
    match = _PARTS.fullmatch(spaced)
    if match and match["region"]:
        named = _by_name().get(match["name"].strip())
        said = [part.strip() for part in re.split("[,，;]", match["region"])]
        places = [place for part in said if (place := _REGIONS.get(part) or _code_of_region(part))]
        return str(parse_tag("-".join([named, *places]))) if named else None
    first, _blank, rest = spaced.partition(" ")  # memoQ's "Chinese_PRC"
    code = _by_name().get(first)
    region = _REGIONS.get(rest.strip())
    return str(parse_tag(f"{code}-{region}")) if code and region else None


def _code_of_region(text: str) -> str:
    """Return a code that stands in brackets itself: "English (US)", "Chinese (zh-CN)" gives CN."""
    code = text.strip().upper()
    return code if re.fullmatch(r"[A-Z]{2}", code) else str(parse_tag(text).region)


def _is_word(text: str) -> bool:
    """Whether what looks like a tag is a word that tables use: "id", "no", "is"."""
    return (
        text in {"id", "no", "is", "it", "or", "to", "as", "am", "be", "so", "my", "el", "nr"}
        and text != "it"
    )


def _folded(cell: str) -> str:
    text = unicodedata.normalize("NFKC", cell).strip().strip("*#").strip().casefold()
    return re.sub(r"\s+", " ", text)


def _is_known(code: str) -> bool:
    """Whether a language has a record; the tables are read only for a code without rules of its own."""
    return code in BUILT_IN or code in _codes()


@lru_cache(1)
def _codes() -> frozenset[str]:
    return frozenset(known_languages())


@lru_cache(1)
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for code in known_languages():
        known = language(code)
        for name in (known.name, known.autonym):
            names.setdefault(_folded(name), code)
    for code, others in NAMES.items():
        for name in others:
            names[_folded(name)] = code
    return names
