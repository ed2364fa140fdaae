"""Languages as the headers of spreadsheets name them: by tag, or by name in English, Chinese or Georgian."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from transreview.languages import known_languages, language
from transreview.languages.tags import parse_tag

# Names in Chinese and Georgian, and names in English that tools use beside the usual one.
_NAMES: dict[str, tuple[str, ...]] = {
    "zh": ("中文", "汉语", "漢語", "华语", "普通话", "ჩინური", "mandarin"),
    "zh-Hans": ("简体中文", "简体", "中文(简体)", "简中", "simplified chinese", "ჩინური (გამარტივებული)"),
    "zh-Hant": ("繁體中文", "繁体中文", "繁体", "繁體", "中文(繁體)", "中文(繁体)", "繁中",
                "traditional chinese", "ჩინური (ტრადიციული)"),
    "ka": ("格鲁吉亚语", "格鲁吉亚文", "喬治亞語", "格鲁吉亚", "ქართული"),
    "en": ("英语", "英文", "英語", "ინგლისური"),
    "ru": ("俄语", "俄文", "俄語", "რუსული", "русский"),
    "de": ("德语", "德文", "德語", "გერმანული", "deutsch"),
    "fr": ("法语", "法文", "法語", "ფრანგული", "français", "francais"),
    "es": ("西班牙语", "西班牙文", "ესპანური", "español", "espanol", "castilian"),
    "tr": ("土耳其语", "土耳其文", "თურქული", "türkçe"),
    "uk": ("乌克兰语", "უკრაინული", "українська"),
    "hy": ("亚美尼亚语", "სომხური"),
    "az": ("阿塞拜疆语", "აზერბაიჯანული", "azeri"),
    "ja": ("日语", "日文", "日語", "日本語", "იაპონური"),
    "ko": ("韩语", "韩文", "朝鲜语", "კორეული", "한국어"),
    "ar": ("阿拉伯语", "არაბული"),
    "fa": ("波斯语", "სპარსული", "farsi"),
    "he": ("希伯来语", "ებრაული"),
    "it": ("意大利语", "იტალიური", "italiano"),
    "pt": ("葡萄牙语", "პორტუგალიური", "português"),
    "pl": ("波兰语", "პოლონური", "polski"),
    "nl": ("荷兰语", "ჰოლანდიური", "ნიდერლანდური"),
    "el": ("希腊语", "ბერძნული"),
    "th": ("泰语", "ტაილანდური"),
    "vi": ("越南语", "ვიეტნამური"),
    "hi": ("印地语", "ჰინდი"),
    "nb": ("挪威语", "ნორვეგიული", "norwegian"),
    "tl": ("tagalog",),
}  # fmt: skip

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

_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_PARTS = re.compile(r"(?P<name>[^(（\[,]+?)\s*(?:[(（\[,]\s*(?P<region>[^)）\]]+?)\s*[)）\]]?)?")
# What people put around the name of a language: "Source (Chinese)", "Term: English", "zh term".
_AROUND = re.compile(
    r"\b(?:source|target|text|term|terms|translation|language|segment|termin|string|value|original)\b"
    r"|原文|译文|術語|术语|源语言|目标语言|წყარო|თარგმანი|ტერმინი|ენა",
    re.IGNORECASE,
)


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


def _named(text: str) -> str | None:
    if _TAG.fullmatch(text):
        tag = parse_tag(text)
        if tag.language in _codes() and not _is_word(text):
            return str(tag)
    spaced = text.replace("_", " ")
    if spaced in _by_name():
        return _by_name()[spaced]
    match = _PARTS.fullmatch(spaced)
    if match and match["region"]:
        named = _by_name().get(match["name"].strip())
        place = _REGIONS.get(match["region"].strip()) or _code_of_region(match["region"])
        return str(parse_tag(f"{named}-{place}")) if named and place else named
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
    for code, others in _NAMES.items():
        for name in others:
            names[_folded(name)] = code
    return names
