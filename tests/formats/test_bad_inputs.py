"""The benchmark of bad inputs tells a clear error from text read, and both from what was expected."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "bad_inputs.py"


def test_outcomes_are_told_and_counted(tmp_path: Path) -> None:
    (tmp_path / "good.po").write_text('msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    (tmp_path / "cut.po").write_text('msgid "a"\nmsgstr "b\n', encoding="utf-8")
    (tmp_path / "wrong.txt").write_text("ერთი\n\nორი\n", encoding="utf-8")
    manifest = [
        {"file": "good.po", "expected": "reads 1 entries", "text": {"0": "b"}},
        {"file": "cut.po", "expected": "clear error"},
        {"file": "wrong.txt", "expected": "clear error", "accept": ["reads 3 entries"]},
    ]
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path), "--score"], capture_output=True, text=True, check=True
    )
    good, cut, wrong, total = (json.loads(line) for line in done.stdout.splitlines())
    assert (good["outcome"], good["entries"], good["as_expected"]) == ("read", 1, True)
    assert (cut["outcome"], cut["as_expected"]) == ("error", True)
    assert "cut.po:3" in cut["message"]
    assert (wrong["outcome"], wrong["entries"], wrong["as_expected"]) == ("read", 2, False)
    assert total == {"files": 3, "as_expected": 2}
