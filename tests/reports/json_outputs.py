"""What every command with --json prints for a small project: the samples that the schemas describe."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from transreview.resources import shipped

SOURCE = "永远跟党走\n\n5月26日，会议在湖南长沙召开。共100余人参加了会议。\n\n谢谢。\n"
TARGET = (
    "ყოველთვის მიჰყვება წვეულებას\n\n26 მაისს შეხვედრა გაიმართა ჩანშაში. 101 კაცი დაესწრო.\n\nგმადლობთ.\n"
)
RATINGS = (
    "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\n"
    "One\ta\t1\t1\tA\ts\t<v>t</v>\tStyle/Awkward\tMajor\n"
    "One\ta\t1\t1\tB\ts\tt\tNo-error\tNo-error\n"
)
PAIRS = (
    '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"'
    ' adminlang="en" srclang="zh" datatype="plaintext"/><body><tu><tuv xml:lang="zh"><seg>会议召开了。</seg></tuv>'
    '<tuv xml:lang="ka"><seg>სხდომა გაიმართა.</seg></tuv></tu></body></tmx>'
)
LINES = '{"source": "镜片", "target": "ლინზა"}\n{"source": "党", "target": "წვეულებას"}\n{"source": "镜片", "target": "მინა"}\n'
GLOSSARY = str(shipped("glossary", "optical-industry.csv"))

# Name of the schema → the calls whose output it describes; {…} are files of the sample.
CALLS: dict[str, tuple[str, ...]] = {
    "align": ("align {source} {target} --json",),
    "check": (
        "check {project} --format json",
        "check {catalog} --format json --source-lang zh --target-lang ka",
    ),
    "doctor": ("doctor --json", "doctor {project} --json"),
    "export": ("export {project} -o {out} --json --force", "export {project} -o {text} --json --force"),
    "find": ("find {project} 会议 --json",),
    "formats": ("formats --json",),
    "language": ("languages ka --json", "languages zh --json"),
    "languages": ("languages --json",),
    "memory-find": ("memory find 会议 --memory {memory} --source-lang zh --target-lang ka --json",),
    "memory-list": ("memory list --memory {memory} --json",),
    "memory-match": ("memory match 会议召开。 --memory {memory} --source-lang zh --target-lang ka --json",),
    "merge": ("merge {project} {catalog} --json --dry-run", "merge {project} {edited} --json --dry-run"),
    "mqm-score": ("mqm score {ratings} --json --segments", "mqm score {ratings} --json"),
    "score-project": ("score {scored} --json", "score {scored} --json --confidence 50"),
    "score": ("score {target} --reference {target} --json --target-lang ka",),
    "status": ("status {project} --json",),
    "terms-apply": ("terms apply {project} --json --dry-run",),
    "terms-concept": (
        "terms list {glossary} --json",
        "terms find {glossary} ლინზა --json",
        "terms show {glossary} lens --json",
    ),
    "terms-extract": ("terms extract {scored} --json",),
    "terms-decline": ("terms decline ლინზა --json",),
    "terms-match": (
        "terms match --glossary {glossary} --json --source-lang zh --target-lang ka < {lines}",
        "terms match --glossary {glossary} --json --lang ka < {target}",
    ),
    "terms-lint": ("terms lint {glossary} --json",),
    "verify": ("verify {project} --json",),
}


def files(folder: Path) -> dict[str, str]:
    """Write the sample and return its files by name."""
    names = {
        "source": "a.zh.txt", "target": "a.ka.txt", "project": "p.transreview", "out": "o.po", "text": "o.txt",
        "catalog": "c.po", "edited": "e.po", "scored": "s.transreview", "ratings": "r.tsv",
        "memory": "m.memory", "pairs": "m.tmx", "lines": "l.jsonl",
    }  # fmt: skip
    paths = {name: str(folder / file) for name, file in names.items()} | {"glossary": GLOSSARY}
    Path(paths["source"]).write_text(SOURCE, encoding="utf-8")
    Path(paths["target"]).write_text(TARGET, encoding="utf-8")
    run(f"new {paths['project']} {paths['source']} {paths['target']} --glossary {GLOSSARY}")
    run(f"export {paths['project']} -o {paths['catalog']}")
    text = Path(paths["catalog"]).read_text(encoding="utf-8")
    text = text.replace("გმადლობთ.", "მადლობა.").replace("#, fuzzy\n", "")
    Path(paths["edited"]).write_text(text, encoding="utf-8")
    run(f"edit {paths['project']} 3 --text დიდი-მადლობა")
    source, target, reference = (
        shipped("corpus", "mirror-industry") / f"mirror-industry.{part}.txt"
        for part in ("zh", "ka.mt", "ka.ref")
    )
    run(f"new {paths['scored']} {source} {target} --reference {reference} --engine One")
    run(f"edit {paths['scored']} 3 --text მადლობა")
    Path(paths["ratings"]).write_text(RATINGS, encoding="utf-8")
    Path(paths["pairs"]).write_text(PAIRS, encoding="utf-8")
    Path(paths["lines"]).write_text(LINES, encoding="utf-8")
    run(f"memory import {paths['pairs']} --memory {paths['memory']}")
    return paths


def run(call: str) -> str:
    """Return what a call prints, with what < names as its input; exit codes tell of thresholds, not of failure."""
    words, _sign, given = call.partition(" < ")
    command = [sys.executable, "-m", "transreview", *words.split()]
    lines = Path(given).read_text(encoding="utf-8") if given else None
    done = subprocess.run(command, capture_output=True, text=True, check=False, input=lines)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def values(printed: str) -> list[Any]:
    """Return the value that was printed, or one a line."""
    try:
        return [json.loads(printed)]
    except ValueError:
        return [json.loads(line) for line in printed.splitlines() if line.strip()]


def outputs(paths: dict[str, str], name: str) -> list[Any]:
    """Return what the calls of a schema print."""
    return [value for call in CALLS[name] for value in values(run(call.format(**paths)))]
