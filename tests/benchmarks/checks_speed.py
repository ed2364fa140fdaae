"""Segments a second on one core: `python tests/benchmarks/checks_speed.py FILE [--commands] [--workers N]`.

FILE holds {"source", "target"} a line; only clean items ("injected": null) count where it says so.
Beside our figure stands pofilter's on the same texts, when translate-toolkit is installed where
POFILTER_PYTHON points to, or in this Python; it runs as a process of its own (it is GPL). With `--commands`
both run as whole processes over 6,000 different pairs, in turn, ours over JSON Lines and over a PO file;
pofilter once more with its spelling filter where its Python has pyenchant and Enchant has a Georgian
dictionary (ka.aff and ka.dic of the npm package dictionary-ka in the folder hunspell of ENCHANT_CONFIG_DIR).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from whole_processes import print_beside, processor_time

from transreview.checks import CheckContext, SegmentText, check_segment
from transreview.checks.settings import CheckSettings
from transreview.model.pair import Pair
from transreview.workflow.intake.text_pairs import TextPair
from transreview.workflow.quality.checking_files import Recipe, batches, check_batches

REACH, AIM = 3_000, 10_000


def text_pair(number: int, source: str, target: str) -> TextPair:
    """Return a text of its own."""
    pair = Pair(id=str(number), source=source, target=target, line=number)
    return TextPair(path="", pair=pair, source_language="zh", target_language="ka")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--commands", action="store_true", help="whole processes over 6,000 different pairs")
    parser.add_argument("--workers", type=int, default=0, help="also measure with so many processes")
    parser.add_argument("--stream", type=int, default=0, help="also check a stream of so many pairs")
    options = parser.parse_args()
    lines = options.file.read_text(encoding="utf-8").splitlines()
    items = [item for item in map(json.loads, filter(str.strip, lines)) if item.get("injected") is None]
    pairs = [(item["source"], item["target"]) for item in items]
    if options.commands:
        commands(different(pairs), options.rounds)
        return 0
    ours(pairs, options.rounds)
    pofilter(pairs)
    if options.workers:
        parallel(pairs, options.workers)
    if options.stream:
        stream(pairs, options.stream)
    return 0


def different(pairs: list[tuple[str, str]], count: int = 6_000) -> list[tuple[str, str]]:
    """Return so many different pairs: those given, then two of them put together."""
    found = dict.fromkeys(pairs)
    step = 1
    while len(found) < count and step < len(pairs):
        found |= dict.fromkeys(
            (left[0] + right[0], f"{left[1]} {right[1]}")
            for left, right in zip(pairs, pairs[step:], strict=False)
        )
        step += 1
    return list(found)[:count]


def commands(pairs: list[tuple[str, str]], rounds: int) -> None:
    """Print the processor time of whole processes, and the ratio of the medians to pofilter's."""
    with tempfile.TemporaryDirectory() as folder:
        lines, catalog = Path(folder) / "pairs.jsonl", Path(folder) / "pairs.po"
        records = ({"id": str(n), "source": s, "target": t} for n, (s, t) in enumerate(pairs))
        lines.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
        write_catalog(pairs, catalog)
        check = [sys.executable, "-m", "transreview", "check", "--source-lang", "zh", "--target-lang", "ka",
                 "--fail-on", "never", "--format", "jsonl"]  # fmt: skip
        python = os.environ.get("POFILTER_PYTHON", sys.executable)
        peer = [python, "-m", "translate.filters.pofilter", "--language=ka", str(catalog),
                str(Path(folder) / "out.po")]  # fmt: skip
        whole = {
            "transreview, JSON Lines": [*check, str(lines)],
            "transreview, PO": [*check, str(catalog)],
            "pofilter": [*peer, "--excludefilter=spellcheck"],
        }
        if subprocess.run([python, "-c", _SPELLS], capture_output=True, check=False).returncode == 0:
            whole["pofilter, spelling too"] = peer
        print_beside("pofilter", whole, rounds)


_SPELLS = "import enchant; assert enchant.dict_exists('ka')"


def ours(pairs: list[tuple[str, str]], rounds: int) -> None:
    """Print segments a second of CPU time: the best and the median round."""
    context = CheckContext("zh", "ka")
    texts = [SegmentText(source, target) for source, target in pairs]
    rates = []
    for _round in range(rounds):
        began = time.process_time()
        for text in texts:
            check_segment(text, context)
        rates.append(len(texts) / (time.process_time() - began))
    print(
        f"transreview: {max(rates):,.0f} segments/s at best, {statistics.median(rates):,.0f} in the median of "
        f"{rounds} rounds over {len(texts)} segments, one core (reach {REACH:,}, aim at {AIM:,})"
    )


def pofilter(pairs: list[tuple[str, str]]) -> None:
    """Print pofilter's segments a second, or that it is not there."""
    python = os.environ.get("POFILTER_PYTHON", sys.executable)
    command = [python, "-m", "translate.filters.pofilter"]
    if subprocess.run([*command, "--version"], capture_output=True, check=False).returncode:
        print("pofilter: not installed (translate-toolkit; POFILTER_PYTHON names a Python that has it)")
        return
    with tempfile.TemporaryDirectory() as folder:
        catalog = Path(folder) / "pairs.po"
        write_catalog(pairs, catalog)
        spent = processor_time([*command, "--language=ka", str(catalog), str(Path(folder) / "out.po")])
    print(f"pofilter: {len(pairs) / spent:,.0f} segments/s (start-up included)")


def write_catalog(pairs: list[tuple[str, str]], path: Path) -> None:
    """Write pairs as a gettext catalog."""
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for number, (source, target) in enumerate(pairs):
        context, msgid, msgstr = (
            '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
            for text in (str(number), source, target)
        )
        entries.append(f"msgctxt {context}\nmsgid {msgid}\nmsgstr {msgstr}\n")
    path.write_text("\n".join(entries), encoding="utf-8")


def parallel(pairs: list[tuple[str, str]], processes: int) -> None:
    """Print the time of one and of several processes, and whether they say the same."""
    texts = [text_pair(n, *pairs[n % len(pairs)]) for n in range(40_000)]
    recipe = Recipe(None, CheckSettings())
    answers = []
    for count in (1, processes):
        began = time.perf_counter()
        answers.append([(text.id, text.findings) for text in check_batches(batches(texts), recipe, count)])
        spent = time.perf_counter() - began
        print(f"{count} processes: {len(texts) / spent:,.0f} segments/s of elapsed time")
    print(f"the same answer: {answers[0] == answers[1]}")


def stream(pairs: list[tuple[str, str]], size: int) -> None:
    """Print how much memory a long stream takes."""
    texts = (text_pair(n, *pairs[n % len(pairs)]) for n in range(size))
    began = time.process_time()
    found = sum(len(text.findings) for text in check_batches(batches(texts), Recipe(None, CheckSettings())))
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"stream of {size:,}: {found:,} findings, {size / spent:,.0f} segments/s, {peak:,.0f} MB at most")


if __name__ == "__main__":
    sys.exit(main())
