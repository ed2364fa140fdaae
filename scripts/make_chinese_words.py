"""Make the list of Chinese words of two characters: `python scripts/make_chinese_words.py`.

Such words tell where a term only seems to stand: 其中国内 is 其中 and 国内, and no 中国. They are
those of the shipped Chinese–Georgian lexicon (`make_lexicon.py`, CC BY-SA 4.0) and of the phrases
(`make_readings.py`). Writes src/transreview/languages/chinese/data/two_characters.txt: one after the
other in lines of forty.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from transreview.languages.pairs.lexicon import load_lexicon

DATA = Path(__file__).parents[1] / "src/transreview/languages/chinese/data"
SOURCE = (
    "# Words of two characters, of lexicon.zh-ka.npz (CC BY-SA 4.0) and phrases.txt (MIT);"
    " scripts/make_chinese_words.py"
)
_A_LINE = 40
_WORD = re.compile("[一-鿿]{2}")


def main() -> int:
    """Write the list."""
    lexicon = load_lexicon("zh", "ka")
    phrases = (DATA / "phrases.txt").read_text(encoding="utf-8").splitlines()
    known = {*(lexicon.left if lexicon else ()), *phrases}
    words = sorted(word for word in known if _WORD.fullmatch(word))
    lines = ["".join(words[start : start + _A_LINE]) for start in range(0, len(words), _A_LINE)]
    (DATA / "two_characters.txt").write_text("\n".join([SOURCE, *lines, ""]), encoding="utf-8")
    print(f"{len(words)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
