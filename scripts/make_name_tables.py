"""Make the tables by which the aligner hears names: how characters sound, and which ones names use.

    python scripts/make_name_tables.py --packages FOLDER… --places cities500.json

`han_sounds.txt` has the consonants of each character of GB 2312 and Big5 as pypinyin (MIT) reads it;
`name_characters.txt` the characters met at least five times in the Chinese names of places of catalogs
that hold little else: GeoNames, ISO 3166, KGeography, libgweather.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from pypinyin import lazy_pinyin

from lexicon.catalogs import read_folder, read_places
from transreview.alignment.signals.sounds import word_sounds
from transreview.alignment.weights import DATA

_PLACES = ("geonames", "iso-codes", "pycountry", "kgeography-data", "libgweather-4-common")
_LEAST = 5
_SIBILANTS = ("zh", "ch", "sh", "z", "c", "s", "j", "q", "x")


def sounds(character: str) -> str:
    """Return the consonants of a character: its initial, and the n of a final in n or ng."""
    syllable = lazy_pinyin(character)[0]
    if syllable == "er":
        return "L"  # 尔 stands for l and r in foreign names
    initial = re.match(r"[zcs]h|[bpmfdtnlgkhjqxrzcsw]", syllable)
    first = initial[0] if initial else ""
    rest = syllable[len(first) :]
    heard = "S" if first in _SIBILANTS else word_sounds(first)
    return heard + ("N" if rest.endswith(("n", "ng")) else "")


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--packages", nargs="+", type=Path, required=True)
    parser.add_argument("--places", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=DATA)
    arguments = parser.parse_args()
    by_sound: dict[str, list[str]] = defaultdict(list)
    for code in range(0x4E00, 0x9FA6):
        character = chr(code)
        if any(_encodes(character, name) for name in ("gb2312", "big5")):
            by_sound[sounds(character)].append(character)
    lines = [f"{heard}\t{''.join(characters)}\n" for heard, characters in sorted(by_sound.items())]
    (arguments.output / "han_sounds.txt").write_text("".join(lines), encoding="utf-8")
    counts: Counter[str] = Counter()
    folders = (found for folder in arguments.packages for found in read_folder(folder))
    for name, message in (*folders, *(read_places(arguments.places) if arguments.places else ())):
        if name in _PLACES and "ka" in message and re.fullmatch("[一-鿿]{2,9}", message.get("zh", "")):
            counts.update(message["zh"])
    usual = [character for character, count in counts.most_common() if count >= _LEAST]
    (arguments.output / "name_characters.txt").write_text("".join(usual) + "\n", encoding="utf-8")
    print(f"{sum(map(len, by_sound.values()))} sounds, {len(usual)} characters of names", file=sys.stderr)


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    main()
