"""Several processes say what one says, whether they begin as copies of this one or afresh."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

from transreview.checks.settings import CheckSettings
from transreview.workflow.intake.text_pairs import read_pairs
from transreview.workflow.quality.checking_files import Recipe, batches, check_batches

PAIRS = [
    ("26家企业参加。", "28 საწარმო მონაწილეობდა."), ("会议结束。", "შეხვედრა დასრულდა,"), ("他没有来。", "ის მოვიდა."),
    ("在大城市", "დიდი ქალაქში"),
]  # fmt: skip


def write(path: Path) -> Path:
    """Write some hundred pairs, none like another."""
    lines = (
        json.dumps({"id": f"{number}-{at}", "source": f"{source}{number}", "target": f"{target} {number}"})
        for number in range(300)
        for at, (source, target) in enumerate(PAIRS)
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_two_processes_that_are_copies_print_the_bytes_of_one(tmp_path: Path) -> None:
    path = write(tmp_path / "pairs.jsonl")
    command = [
        sys.executable,
        "-m",
        "transreview",
        "check",
        str(path),
        "--format",
        "jsonl",
        "--severity",
        "info",
    ]
    languages = ["--source-lang", "zh", "--target-lang", "ka", "--workers"]
    one, two = (
        subprocess.run([*command, *languages, count], capture_output=True, check=False).stdout
        for count in ("1", "2")
    )
    assert one == two
    assert one.count(b"\n") >= len(PAIRS)


def test_beside_another_thread_processes_begin_afresh_and_say_the_same(tmp_path: Path) -> None:
    path = write(tmp_path / "pairs.jsonl")
    pairs = list(read_pairs(path, source_language="zh", target_language="ka"))
    recipe = Recipe(None, CheckSettings())
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        several = [(text.id, text.findings) for text in check_batches(batches(pairs), recipe, 2)]
    finally:
        done.set()
        thread.join()
    assert several == [(text.id, text.findings) for text in check_batches(batches(pairs), recipe, 1)]
