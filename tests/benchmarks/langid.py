"""How well languages are told apart: `python tests/benchmarks/langid.py FILE`.

FILE has JSON Lines with `source` and `target`: strings (Chinese and Georgian unless `source_lang` and
`target_lang` say otherwise) or, with `pair` ("zh-ka"), lists of strings. Lines that carry a seeded error
(`injected`) are left out. Prints one line a language: ours, stock langdetect, and lingua if installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from transreview.languages import identify

_LONGEST_RUN = 2000


def samples(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (language, text) of every text in the file once."""
    seen = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("injected"):
            continue
        left, _hyphen, right = row.get("pair", "zh-ka").partition("-")
        for side, code in (("source", left), ("target", right)):
            texts = row[side] if isinstance(row[side], list) else [row[side]]
            for text in texts:
                if text.strip() and (code, text) not in seen:
                    seen.add((code, text))
                    yield row.get(f"{side}_lang", code), text


def ours(text: str) -> str:
    """Identify by the project's own code."""
    return identify(text).code


def stock() -> Callable[[str], str]:
    """Return langdetect as it comes, with a fixed seed."""
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0

    def identify_text(text: str) -> str:
        try:
            return str(detect(text)).split("-")[0]
        except LangDetectException:
            return "und"

    return identify_text


def lingua() -> Callable[[str], str] | None:
    """Return lingua with all its languages, or None where it is not installed."""
    if importlib.util.find_spec("lingua") is None:
        return None
    from lingua import LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_all_languages().build()

    def identify_text(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else "und"

    return identify_text


def main() -> None:
    """Print accuracy, the commonest mistakes and the speed of each identifier."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--peers", action="store_true", help="stock langdetect and lingua too")
    options = parser.parse_args()
    by_language: dict[str, list[str]] = {}
    for code, text in samples(options.file):
        if len(by_language.setdefault(code, [])) < _LONGEST_RUN:
            by_language[code].append(text)
    identifiers: dict[str, Callable[[str], str] | None] = {"ours": ours}
    if options.peers:
        identifiers |= {"langdetect": stock(), "lingua": lingua()}
    for name, function in identifiers.items():
        if function is None:
            print(f"{name:12s} not installed")
            continue
        for code, texts in sorted(by_language.items()):
            start = time.process_time()
            wrong = Counter(found for text in texts if (found := function(text)) != code)
            speed = len(texts) / max(1e-9, time.process_time() - start)
            right = len(texts) - wrong.total()
            mistakes = ", ".join(f"{found} {n}" for found, n in wrong.most_common(4))
            print(
                f"{name:12s} {code:3s} {right}/{len(texts)} = {right / len(texts):.4f}  {speed:8.0f}/s  {mistakes}"
            )


if __name__ == "__main__":
    sys.exit(main())
