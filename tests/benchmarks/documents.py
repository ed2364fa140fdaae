"""Real documents, from reading to findings: `python tests/benchmarks/documents.py FOLDER [--details]`.

FOLDER holds `files/ID.LANGUAGE.ending`, translations of one document by ID, and `gold_spans.jsonl`: beads made
by hand over spans of the files. Every document is read, its languages told, aligned and checked through the
product's own code, in pairs of Chinese and Georgian where there are both, else of up to four languages with
English. Prints JSON: languages told rightly, the share of letters that reach a segment, beads of six units or
more, strict F1 on the gold beside galechurch's (if installed), and findings per 100 segments.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from align_peers import peers

from transreview.alignment import align
from transreview.errors import TransreviewError
from transreview.formats.registry import read_document
from transreview.languages import identify, language
from transreview.model.unit import Unit
from transreview.project.project import Project
from transreview.workflow.intake.article_input import ArticleInput
from transreview.workflow.intake.importing import import_article
from transreview.workflow.quality.checking import check_project

Files = dict[str, dict[str, Path]]
Pair = tuple[str, str, str]

REACH = {
    "languages": 0.995,
    "letters": 0.995,
    "worst_letters": 0.97,
    "bead_F1": 0.985,
    "errors": 5,
    "warnings": 12,
}
_WITH_ENGLISH = ("zh", "ja", "ko", "ar", "hi", "th", "ru", "tr", "de")
_LARGE = 6
_LOOKED_AT = 20_000

# Scripts whose letters are counted: Latin letters are code and names in every language.
_SCRIPTS: dict[str, tuple[str, ...]] = {
    "Hani": ("CJK UNIFIED",), "Hira": ("CJK UNIFIED", "HIRAGANA", "KATAKANA"), "Hang": ("HANGUL",),
    "Geor": ("GEORGIAN",), "Cyrl": ("CYRILLIC",), "Arab": ("ARABIC",), "Deva": ("DEVANAGARI",), "Thai": ("THAI",),
}  # fmt: skip
# Fences of these names hold prose: tutorials write their notes so.
_PROSE_FENCE = re.compile(r"(?:warn|smart|header|summary|companion|ghost|note|tip|info)")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})\s*(\S*)")


def documents(folder: Path) -> Files:
    """Return document → language → file."""
    found: Files = defaultdict(dict)
    for path in sorted(folder.iterdir()):
        parts = path.name.split(".", 2)
        if len(parts) == 3:
            found[parts[0]][parts[1]] = path
    return dict(found)


def pairs(files: Files) -> Iterator[Pair]:
    """Yield document, source and target language of each pair that is tried."""
    for name, by_language in files.items():
        there = by_language.keys()
        if {"zh", "ka"} <= there:
            yield name, "zh", "ka"
        english = [
            code for code in _WITH_ENGLISH if {code, "en"} <= there and (code != "zh" or "ka" not in there)
        ]
        yield from ((name, code, "en") for code in english[:4])
        if "ka" in there and "zh" not in there and "en" in there:
            yield name, "en", "ka"


# --- languages and letters -----------------------------------------------------------------------


def told(files: Files) -> tuple[int, list[str]]:
    """Return how many files there are and which language was told wrongly."""
    wrong = []
    for by_language in files.values():
        for code, path in by_language.items():
            found = identify(read_document(path).text[:_LOOKED_AT]).code
            if found != code:
                wrong.append(f"{path.name}: {found}")
    return sum(map(len, files.values())), wrong


def letters(text: str, code: str) -> int:
    names = _SCRIPTS[language(code).scripts[0]]
    return sum(unicodedata.name(character, "").startswith(names) for character in text)


def visible(text: str, suffix: str) -> str:
    """Return a file's text without its fenced code."""
    if suffix != ".md":
        return text
    kept, fence = [], None
    for line in text.splitlines():
        match = _FENCE.match(line)
        if match and fence is None:
            prose = _PROSE_FENCE.match(match[2]) or len(match[1]) > 3
            fence = None if prose else match[1]
        elif match and fence and line.strip().startswith(fence):
            fence = None
        elif fence is None:
            kept.append(line)
    return "\n".join(kept)


def coverage(files: Files) -> dict[str, float]:
    """Return for each file in a script of its own the share of its letters that reach a unit."""
    found = {}
    for by_language in files.values():
        for code, path in by_language.items():
            if language(code).scripts[0] not in _SCRIPTS:
                continue
            wanted = letters(visible(path.read_text(encoding="utf-8-sig"), path.suffix), code)
            if wanted:
                reached = letters(read_document(path, language=code).text, code)
                found[path.name] = min(1.0, reached / wanted)
    return found


# --- gold ----------------------------------------------------------------------------------------


def gold(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the gold alignments with the texts of their units."""
    with (folder / "gold_spans.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            for side in ("source", "target"):
                raw = (folder / "files" / item[side]["file"]).read_text(encoding="utf-8-sig")
                item[side] = [_unit(raw[start:end]) for start, end in item[side]["spans"]]
            yield item


def _unit(text: str) -> str:
    return re.sub(r"(?<=[^\x00-\u2fff])\n\s*(?=[^\x00-\u2fff])", "", text).replace("\n", " ")


def beads_of(alignment: Any) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(tuple(left), tuple(right)) for left, right in alignment if left and right}


def f1(right: int, wanted: int, made: int) -> float:
    return round(2 * right / max(1, wanted + made), 4)


def on_gold(folder: Path) -> dict[str, Any]:
    """Return strict bead F1 on the gold, by document too, beside galechurch."""
    others, missing = peers(None)
    aligners = {"ours": _ours, **{name: peer for name, peer in others.items() if name == "galechurch"}}
    sums = {name: [0, 0, 0] for name in aligners}
    by_document: dict[str, dict[str, float]] = {}
    for item in gold(folder):
        source, target = item["pair"].split("-")
        wanted = beads_of(item["gold"])
        for name, aligner in aligners.items():
            made = beads_of(aligner(item["source"], item["target"], source, target))
            counts = (len(wanted & made), len(wanted), len(made))
            sums[name] = [a + b for a, b in zip(sums[name], counts, strict=True)]
            by_document.setdefault(item["id"], {})[name] = f1(*counts)
    below = [name for name, found in by_document.items() if found["ours"] < found.get("galechurch", 0)]
    return {
        **{name: f1(*counts) for name, counts in sums.items()},
        "beads": dict(zip(("right", "gold", "made"), sums["ours"], strict=True)),
        "below_galechurch": below if "galechurch" in aligners else missing[0],
        "by_document": by_document,
    }


def _ours(source: list[str], target: list[str], from_code: str, to_code: str) -> list[Any]:
    sides = ([Unit(text, paragraph=n) for n, text in enumerate(side)] for side in (source, target))
    return [(bead.source, bead.target) for bead in align(*sides, from_code, to_code)]


# --- findings ------------------------------------------------------------------------------------


def findings(files: Files) -> dict[str, Any]:
    """Return findings per 100 segments by pair, and what is odd about the alignments."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    by_check: Counter[str] = Counter()
    refused, large = [], []
    with tempfile.TemporaryDirectory() as folder:
        for name, source, target in pairs(files):
            path = Path(folder) / f"{name}.{source}-{target}.transreview"
            try:
                with Project.building(path) as project:
                    given = ArticleInput(
                        files[name][source],
                        files[name][target],
                        source_language=source,
                        target_language=target,
                    )
                    imported = import_article(project, given)
            except TransreviewError as error:
                refused.append(f"{name}.{source}-{target}: {error}")
                continue
            for shape, number in imported.beads.items():
                if max(map(int, shape.split("-"))) >= _LARGE:
                    large += [f"{name}.{source}-{target}: {shape}"] * number
            count = counts[f"{source}-{target}"]
            with Project.open(path, read_only=True) as project:
                for checked in check_project(project):
                    count["segments"] += 1
                    for finding in checked.findings:
                        severity = "error" if finding.severity.rank >= 2 else finding.severity.value
                        count[severity] += 1
                        by_check[f"{severity} {finding.check}"] += severity != "info"
    total = sum(counts.values(), Counter())
    return {
        "refused": refused,
        "large_beads": large,
        "errors_per_100": _per_100(total, "error"),
        "warnings_per_100": _per_100(total, "warning"),
        "by_pair": {
            pair: [count["segments"], _per_100(count, "error"), _per_100(count, "warning")]
            for pair, count in sorted(counts.items())
        },
        "by_check": dict((+by_check).most_common(30)),
    }


def _per_100(count: Counter[str], severity: str) -> float:
    return round(100 * count[severity] / max(1, count["segments"]), 2)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--details", action="store_true", help="every document and check by name")
    options = parser.parse_args()
    files = documents(options.folder / "files")
    number, wrong = told(files)
    reached = coverage(files)
    beads, found = on_gold(options.folder), findings(files)
    worst = sorted(reached.items(), key=lambda item: item[1])
    report = {
        "reach": REACH,
        "files": number,
        "languages": round(1 - len(wrong) / number, 4),
        "told_wrongly": wrong,
        "letters": round(sum(reached.values()) / len(reached), 4),
        "worst_letters": {name: round(share, 4) for name, share in worst[:10]},
        "beads": beads,
        "findings": found,
    }
    if not options.details:
        del beads["by_document"], found["by_check"]
    print(json.dumps(report, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
