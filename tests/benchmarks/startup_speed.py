"""CPU time of `transreview --help` as a whole process: reach 100 ms."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

RUNS = 15


def cpu_of(command: list[str]) -> float:
    """Return user and system seconds that a command took."""
    before = os.times()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    program = shutil.which("transreview", path=os.path.dirname(sys.executable)) or "transreview"
    for arguments in (["--help"], ["--version"], ["check", "--help"], ["terms", "--help"]):
        times = sorted(cpu_of([program, *arguments]) for _ in range(RUNS))
        print(
            f"transreview {' '.join(arguments):16s} CPU ms: min {times[0] * 1000:.0f}"
            f"  median {times[RUNS // 2] * 1000:.0f}  (reach 100)"
        )


if __name__ == "__main__":
    main()
