"""Files of others, read and written back: `python tests/benchmarks/round_trip.py FOLDER [--json]`.

For every bilingual file below FOLDER (PO, XLIFF, TMX, CSV, XLSX, DOCX and RTF tables, JSON Lines, Trados
packages) it is counted whether the file comes back byte for byte when nothing was edited (archives:
member for member), and whether the edit of one unit changes that unit and nothing else: every other
unit reads as before, and every byte before and behind the unit is the same. Articles (HTML, Word,
Markdown, text) are made a project of and exported again. A table by format is printed; with --json, a
line a file.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

from transreview.errors import TransreviewError
from transreview.formats.readers import pair_reader, parse_bilingual, updated_bilingual
from transreview.model.pair import Pair, PairChange, PairFile

# Enough to be seen, few enough to go through ten thousand files.
_EDITS = 3
_ADDED = " X"
_ARTICLES = {
    ".html", ".htm", ".xhtml", ".docx", ".odt", ".epub", ".md", ".markdown", ".mdx", ".txt", ".srt", ".vtt", ".json",
    ".arb", ".yaml", ".yml", ".xml",
}  # fmt: skip


def members(data: bytes) -> dict[str, bytes]:
    """Return the members of an archive; other files are one member."""
    if data[:2] != b"PK":
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        # The project of a Trados package says that it is one to send back: that is meant to change.
        return {name: archive.read(name) for name in names if not name.endswith(".sdlproj")}


def common(one: bytes, other: bytes) -> int:
    """Return how many bytes two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def bilingual(path: Path) -> dict[str, object]:
    """Return what becomes of one bilingual file."""
    data = path.read_bytes()
    file = parse_bilingual(data, path)
    untouched = members(updated_bilingual(data, path, {})) == members(data)
    editable = [pair for pair in file.pairs if not pair.locked and pair.target.strip()]
    chosen = [editable[round(i * (len(editable) - 1) / (_EDITS - 1))] for i in range(_EDITS) if editable]
    faults = [fault for pair in chosen if (fault := edited_wrong(data, path, file, pair))]
    return {"units": len(file.pairs), "untouched": untouched, "edits": len(chosen), "faults": faults}


def edited_wrong(data: bytes, path: Path, file: PairFile, pair: Pair) -> str:
    """Return what is wrong with the file after one edit, "" when nothing is."""
    # What a catalog may end in has to stay there.
    wanted = pair.target.rstrip("\n") + _ADDED + "\n" * (len(pair.target) - len(pair.target.rstrip("\n")))
    written = updated_bilingual(data, path, {pair.identity: PairChange(target=wanted)})
    after = parse_bilingual(written, path)
    for old, new in zip(file.pairs, after.pairs, strict=True):
        expected = wanted if old.identity == pair.identity else old.target
        if (new.identity, new.source, new.target) != (old.identity, old.source, expected):
            return f"{pair.id}: {old.id} reads {new.target!r}, not {expected!r}"
    before, now = members(data), members(written)
    changed = [name for name in before if before[name] != now.get(name)]
    if set(before) != set(now) or len(changed) != 1:
        return f"{pair.id}: members {changed or sorted(set(before) ^ set(now))} changed"
    old_bytes, new_bytes = before[changed[0]], now[changed[0]]
    start = common(old_bytes, new_bytes)
    end = common(old_bytes[start:][::-1], new_bytes[start:][::-1])
    gone = old_bytes[start : len(old_bytes) - end]
    limit = 64 + 16 * len(wanted.encode()) + 4 * len(gone.split())
    return "" if len(gone) <= limit else f"{pair.id}: {len(gone)} bytes changed"


def article(path: Path) -> dict[str, object]:
    """Return whether an article that nobody edited is exported as the file it came from."""
    from transreview.project.project import Project
    from transreview.workflow.delivery.exporting import export
    from transreview.workflow.intake.article_input import ArticleInput
    from transreview.workflow.intake.importing import import_article

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"target{path.suffix}"
        target.write_bytes(path.read_bytes())
        out = Path(folder) / f"out{path.suffix}"
        with Project.building(Path(folder) / "p.transreview") as project:
            import_article(project, ArticleInput(path, target, force=True))
        with Project.open(Path(folder) / "p.transreview") as project:
            units = len(project.segments.all())
            export(project, out)
        same = members(out.read_bytes()) == members(path.read_bytes())
    return {"units": units, "untouched": same, "edits": 0, "faults": []}


def measure(path: Path) -> dict[str, object]:
    """Return what becomes of one file, with its format."""
    suffix = path.suffix.lower()
    try:
        if suffix in _ARTICLES:
            if suffix == ".docx":
                with contextlib.suppress(TransreviewError):
                    return {"file": str(path), "format": ".docx table", **bilingual(path)}
            return {"file": str(path), "format": suffix, **article(path)}
        return {"file": str(path), "format": suffix, **bilingual(path)}
    except TransreviewError as error:
        return {"file": str(path), "format": suffix, "refused": str(error)}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true", help="print a line a file")
    options = parser.parse_args()
    files = [path for path in sorted(options.folder.rglob("*")) if path.is_file()]
    files = [path for path in files if path.suffix.lower() in _ARTICLES or pair_reader(path)]
    table: dict[str, Counter[str]] = {}
    bad = 0
    for path in files:
        found = measure(path)
        counts = table.setdefault(str(found["format"]), Counter())
        counts["files"] += 1
        wrong = "refused" not in found and not (found["untouched"] and not found["faults"])
        if "refused" in found:
            counts["refused"] += 1
        else:
            counts["units"] += int(str(found["units"]))
            counts["equal"] += bool(found["untouched"])
            counts["edits"] += int(str(found["edits"]))
            faults = found["faults"]
            assert isinstance(faults, list)
            counts["wrong edits"] += len(faults)
        bad += wrong
        if options.json or wrong:
            print(json.dumps(found, ensure_ascii=False))
    columns = ("files", "refused", "units", "equal", "edits", "wrong edits")
    print("format".ljust(16), *(name.rjust(12) for name in columns))
    for name, counts in sorted(table.items()):
        print(name.ljust(16), *(str(counts[column]).rjust(12) for column in columns))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
