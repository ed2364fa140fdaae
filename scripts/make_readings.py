"""Make the tables of how Chinese is read: `python scripts/make_readings.py`.

Reading pypinyin's dictionaries (MIT; github.com/mozillazg/python-pinyin) takes a tenth of a second. Of these
a name needs its toneless readings alone. Writes into src/transreview/languages/chinese/data:

    readings.txt         a syllable and the characters that are read so by themselves
    phrases.txt          the phrases that a text is cut into
    phrase_readings.txt  those of them that are read otherwise than their characters by themselves
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import pypinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

DATA = Path(__file__).parents[1] / "src/transreview/languages/chinese/data"
SOURCE = (
    f"# pypinyin {pypinyin.__version__} (MIT), github.com/mozillazg/python-pinyin; scripts/make_readings.py"
)


def toneless(text: str) -> list[str]:
    """Return the syllables of a text as `languages.chinese.readings` writes them."""
    read = pypinyin.lazy_pinyin(text, errors="ignore")
    return [syllable.replace("ü", "v") for syllable in read if syllable.isalpha()]


def main() -> int:
    """Write the three tables."""
    alone: dict[str, str] = {}
    for code in sorted(PINYIN_DICT):
        read = toneless(chr(code))
        if len(read) == 1:
            alone[chr(code)] = read[0]
    by_syllable: dict[str, list[str]] = defaultdict(list)
    for character, syllable in alone.items():
        by_syllable[syllable].append(character)
    lines = [f"{syllable} {''.join(characters)}" for syllable, characters in sorted(by_syllable.items())]
    write("readings.txt", lines)
    phrases = sorted(PHRASES_DICT)
    write("phrases.txt", phrases)
    odd = [
        f"{phrase} {' '.join(read)}"
        for phrase in phrases
        if (read := toneless(phrase)) != [alone.get(character, "") for character in phrase]
    ]
    write("phrase_readings.txt", odd)
    return 0


def write(name: str, lines: list[str]) -> None:
    """Write one table under the line that says where it is from."""
    (DATA / name).write_text("\n".join([SOURCE, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
