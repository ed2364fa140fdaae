"""The fonts of the browser's screen: `python scripts/make_fonts.py DEJAVU_SANS_MONO.ttf NOTO_SANS_CJK.ttc`.

Latin, Cyrillic, Greek and Georgian from DejaVu Sans Mono, Han, kana and their punctuation from Noto Sans CJK
SC (Debian: fonts-dejavu-core, fonts-noto-cjk). Han are shown twice as wide as a cell by `size-adjust` in the
page, so they are only subset here: to what GB 2312 and Big5 hold, 13,000 characters.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parents[1] / "src" / "transreview" / "web" / "fonts"
CELLS = [(0x20, 0x24F), (0x2B0, 0x52F), (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2000, 0x2BFF)]
WIDE = [(0x2E80, 0x2EFF), (0x3000, 0x30FF), (0xFE30, 0xFE4F), (0xFF01, 0xFF60)]


def encoded(*encodings: str) -> set[int]:
    """Return every character above ASCII that one of some two-byte encodings has."""
    found = set()
    for encoding in encodings:
        for high in range(0x81, 0xFF):
            for low in range(0x40, 0xFF):
                found.update(map(ord, bytes([high, low]).decode(encoding, "ignore")))
    return {code for code in found if code > 0x2E00}


def make(source: Path, number: int, codes: set[int], name: str) -> None:
    """Write a subset of a font as WOFF2."""
    font = TTFont(source, fontNumber=number)
    options = subset.Options(
        flavor="woff2", layout_features=["kern", "mark", "mkmk"], hinting=False, notdef_outline=True
    )
    worker = subset.Subsetter(options)
    worker.populate(unicodes=codes)
    worker.subset(font)
    font.flavor = "woff2"
    font.save(FOLDER / name)
    print(name, (FOLDER / name).stat().st_size)


def main() -> None:
    """Write both fonts."""
    mono, cjk = map(Path, sys.argv[1:3])
    ranges = lambda pairs: {code for first, last in pairs for code in range(first, last + 1)}  # noqa: E731
    make(mono, -1, ranges(CELLS), "mono.woff2")
    number = next(
        at for at in range(10) if "SC" in str(TTFont(cjk, fontNumber=at, lazy=True)["name"].getDebugName(1))
    )
    make(cjk, number, ranges(WIDE) | encoded("gb2312", "big5"), "han.woff2")


if __name__ == "__main__":
    main()
