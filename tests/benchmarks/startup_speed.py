"""CPU time of `transreview --help` as a whole process: reach 100 ms."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from whole_processes import processor_time

RUNS = 15


def main() -> None:
    program = shutil.which("transreview", path=Path(sys.executable).parent) or "transreview"
    for arguments in (["--help"], ["--version"], ["check", "--help"], ["terms", "--help"]):
        times = sorted(processor_time([program, *arguments]) for _ in range(RUNS))
        print(
            f"transreview {' '.join(arguments):16s} CPU ms: min {times[0] * 1000:.0f}"
            f"  median {times[RUNS // 2] * 1000:.0f}  (reach 100)"
        )


if __name__ == "__main__":
    main()
