"""Broken and hostile files: which are refused with a clear error, and what is read of the others.

    python tests/benchmarks/bad_inputs.py FOLDER [--score]

prints one JSON object a file: {"file", "outcome": "error" | "read", "entries", "message", "seconds"}.
With --score and a manifest.json in FOLDER the last line counts how many are as expected. Each file
is read in a process of its own, so that time and memory are its own.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import re
import resource
import sys
import time
from pathlib import Path

_TIME_LIMIT = 60


def read(path: Path) -> tuple[int, list[str], list[str]]:
    """Return how many entries a file has, their texts, and what was odd about them."""
    from transreview.formats.readers import pair_reader, read_bilingual
    from transreview.formats.registry import read_document

    if path.suffix == ".tbx":
        from transreview.formats.tbx import read_tbx

        glossary = read_tbx(path)
        return len(glossary.concepts), [t.text for c in glossary.concepts for t in c.terms], []
    if path.suffix != ".docx" and pair_reader(path):
        file = read_bilingual(path)
        return len(file.pairs), [f"{u.source}\n{u.target}" for u in file.pairs], list(file.warnings)
    document = read_document(path)
    return len(document.units), [unit.text for unit in document.units], []


def outcome(path: Path) -> dict[str, object]:
    """Return what becomes of one file."""
    from transreview.errors import TransreviewError

    begun = time.perf_counter()
    texts: list[str] = []
    try:
        entries, texts, warnings = read(path)
        found: dict[str, object] = {"outcome": "read", "entries": entries, "message": " ".join(warnings)}
    except TransreviewError as error:
        found = {"outcome": "error", "entries": 0, "message": str(error)}
    except Exception as error:  # noqa: BLE001 - a traceback is exactly what this looks for
        found = {"outcome": "traceback", "entries": 0, "message": f"{type(error).__name__}: {error}"}
    found["seconds"] = round(time.perf_counter() - begun, 3)
    found["rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"file": path.name, **found, "texts": texts[:1000]}


def as_expected(found: dict[str, object], expected: dict[str, object]) -> bool:
    """Return whether what became of a file is one of the good outcomes, within its limits."""
    said = "clear error" if found["outcome"] == "error" else f"reads {found['entries']} entries"
    texts = [str(text) for text in found["texts"]]  # type: ignore[attr-defined]
    good = {expected["expected"], *expected.get("accept", [])}  # type: ignore[misc]
    if found["outcome"] == "traceback" or said not in good:
        return False
    if found["seconds"] > expected.get("max_seconds", _TIME_LIMIT):  # type: ignore[operator]
        return False
    if found["rss_mb"] > expected.get("max_rss_mb", 1 << 20):  # type: ignore[operator]
        return False
    never = expected.get("never")
    if never and any(str(never) in text for text in texts):
        return False
    if found["outcome"] != "read":
        return bool(found["message"])
    wanted = expected.get("text", {})
    shown = [re.sub(r"\s+", " ", text) for text in texts]
    return all(
        int(index) < len(shown) and re.sub(r"\s+", " ", text) in shown[int(index)]
        for index, text in wanted.items()  # type: ignore[attr-defined]
    )


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--score", action="store_true", help="compare with FOLDER/manifest.json")
    given = parser.parse_args()
    manifest_file = given.folder / "manifest.json"
    manifest = {}
    if manifest_file.exists():
        manifest = {item["file"]: item for item in json.loads(manifest_file.read_text("utf-8"))}
    paths = [given.folder / name for name in manifest] or sorted(
        path for path in given.folder.iterdir() if path.is_file() and path.name != "manifest.json"
    )
    good = 0
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for path in paths:
            found = pool.apply(outcome, (path,))
            right = path.name in manifest and as_expected(found, manifest[path.name])
            good += right
            del found["texts"]
            if given.score:
                found["as_expected"] = right
            print(json.dumps(found, ensure_ascii=False), flush=True)
    if given.score:
        print(json.dumps({"files": len(paths), "as_expected": good}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
