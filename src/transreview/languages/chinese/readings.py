"""How a Chinese name is read: Hanyu Pinyin without tones, syllable by syllable."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from transreview.languages.chinese.places import places
from transreview.languages.chinese.surnames import COMPOUND, READINGS, SINGLE, TRADITIONAL

# Places whose characters are read in an unusual way; most of them pypinyin's phrases miss.
# Readings: 现代汉语词典; 六安 and 台州 as the Ministry of Civil Affairs registers them.
_PLACE_READINGS: dict[str, str] = {
    "厦门": "xia men", "重庆": "chong qing", "长沙": "chang sha", "个旧": "ge jiu", "六安": "lu an",
    "蚌埠": "beng bu", "亳州": "bo zhou", "台州": "tai zhou", "乐山": "le shan", "乐清": "yue qing",
    "乐亭": "lao ting", "番禺": "pan yu", "东莞": "dong guan", "丽水": "li shui", "大埔": "da bu",
    "铅山": "yan shan", "渑池": "mian chi", "井陉": "jing xing", "涡阳": "guo yang", "尉氏": "wei shi",
    "郴州": "chen zhou", "儋州": "dan zhou", "漯河": "luo he", "濮阳": "pu yang", "荥阳": "xing yang",
    "泌阳": "bi yang", "中牟": "zhong mu", "莘县": "shen xian", "单县": "shan xian", "东阿": "dong e",
    "盱眙": "xu yi", "邗江": "han jiang", "朝阳": "chao yang", "长春": "chang chun", "长治": "chang zhi",
    "都匀": "du yun", "都江堰": "du jiang yan", "会理": "hui li", "会稽": "kuai ji", "牟平": "mu ping",
    "莆田": "pu tian", "黄陂": "huang pi", "监利": "jian li", "洪洞": "hong tong", "繁峙": "fan shi",
    "燕山": "yan shan", "吕梁": "lv liang", "巢湖": "chao hu", "枞阳": "zong yang", "歙县": "she xian",
    "黟县": "yi xian", "汨罗": "mi luo", "耒阳": "lei yang", "郫县": "pi xian", "犍为": "qian wei",
    "珲春": "hun chun", "桦甸": "hua dian", "讷河": "ne he", "西藏": "xi zang", "陕西": "shan xi",
    "浚县": "xun xian", "筠连": "jun lian", "荥经": "ying jing", "六合": "lu he", "泊头": "bo tou",
    "大宛": "da yuan", "长子": "zhang zi", "宕昌": "tan chang", "高句丽": "gao gou li", "闵行": "min hang",
    "马尾": "ma wei",
}  # fmt: skip

# How names read what words read otherwise: 长 is long in 长白, not grown up; 都 a capital in 花都, not "all".
_IN_NAMES = {
    "长": "chang",
    "長": "chang",
    "都": "du",
    "什": "shi",
    "尾": "wei",
    "勒": "le",
    "曾": "zeng",
    "晟": "sheng",
}
_IN_PLACES = {**_IN_NAMES, "重": "chong", "藏": "zang"}

# What a place is called that is governed: a district, a county. Hardly any given name ends so.
_DIVISIONS = "市县縣区區省镇鎮乡鄉盟旗"


@lru_cache(maxsize=4096)
def syllables(name: str, kind: str = "") -> tuple[str, ...]:
    """Return the toneless syllables of a name, ü written v.

    Args:
        name: Han characters, simplified or traditional.
        kind: "person" reads the surname as a surname; "place" as a place; empty decides by lists.

    Returns:
        One syllable a character ("xia", "men"); characters without a known reading are left out.
    """
    kind = kind or kind_of(name)
    if kind == "place":
        known = _PLACE_READINGS.get(places().get(name, name))
        if known is None and name[-1:] in _DIVISIONS and (bare := _PLACE_READINGS.get(name[:-1])):
            return (*bare.split(), *_read(name[-1]))
        return tuple(known.split()) if known else _read(name, _IN_PLACES)
    if kind == "person":
        length = surname_length(name)
        surname = READINGS.get(name[:length])
        if surname:
            return (*surname.split(), *_read(name[length:], _IN_NAMES))
        return (*_read(name[:length]), *_read(name[length:], _IN_NAMES))
    return _read(name)


def kind_of(name: str) -> str:
    """Guess whether a name is a place's or a person's from the lists of places and surnames."""
    if name in places() or name in _PLACE_READINGS or (len(name) > 2 and name[-1] in _DIVISIONS):
        return "place"
    return "person" if surname_length(name) and 2 <= len(name) <= 4 else "place"


def surname_length(name: str) -> int:
    """Return how many characters of a name are its surname; 0 when it begins with none."""
    if name[:2] in COMPOUND and len(name) > 2:
        return 2
    return int(name[:1] in SINGLE or name[:1] in TRADITIONAL or name[:1] in READINGS)


def _read(characters: str, own: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Read a text by the longest phrases from the left, and what is in none by its characters.

    Args:
        characters: What is to be read.
        own: How some characters are read here where no phrase says otherwise.
    """
    own = own or {}
    tables = _tables()
    read: list[str] = []
    start = 0
    while start < len(characters):
        end = tables.end_of_phrase(characters, start)
        known = tables.phrase_readings.get(characters[start:end])
        if known is not None:
            read += known
        else:
            single = (own.get(one) or tables.readings.get(one) for one in characters[start:end])
            read += [syllable for syllable in single if syllable]
        start = end
    return tuple(read)


class _Tables:
    """How characters and phrases are read; scripts/make_readings.py takes it from pypinyin's dictionaries."""

    def __init__(self) -> None:
        self.readings: dict[str, str] = {}
        for line in _lines("readings.txt"):
            syllable, _blank, characters = line.partition(" ")
            self.readings.update(dict.fromkeys(characters, syllable))
        self.phrase_readings = {
            phrase: read.split()
            for phrase, _blank, read in (line.partition(" ") for line in _lines("phrase_readings.txt"))
        }
        self._phrases = frozenset(_lines("phrases.txt"))
        self._longest = max(map(len, self._phrases))

    def end_of_phrase(self, text: str, start: int) -> int:
        """Return where the longest phrase ends that begins at a place; one character on where none does."""
        for end in range(min(len(text), start + self._longest), start + 1, -1):
            if text[start:end] in self._phrases:
                return end
        return start + 1


@cache
def _tables() -> _Tables:
    return _Tables()


def _lines(name: str) -> list[str]:
    text = (files("transreview.languages.chinese") / "data" / name).read_text(encoding="utf-8")
    return text.rstrip("\n").split("\n")[1:]


def pinyin_name(name: str, kind: str = "") -> str:
    """Return a name in the official Latin spelling: Du Tonghe, Xiamen, Xi'an.

    Args:
        name: Han characters.
        kind: As of `syllables`.
    """
    kind = kind or kind_of(name)
    read = [syllable.replace("v", "ü") for syllable in syllables(name, kind)]
    if not read:
        return ""
    parts = [read]
    if kind == "person":
        length = surname_length(name)
        parts = [read[:length], read[length:]]
    return " ".join(_joined(part) for part in parts if part)


def _joined(parts: list[str]) -> str:
    text = parts[0]
    for part in parts[1:]:
        text += f"'{part}" if part[0] in "aeo" else part
    return text.capitalize()
