"""CPU time of `transreview --help` as a whole process: reach 100 ms."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from pathlib import Path

RUNS = 15


def cpu_of(command: list[str]) -> float:
    """Return user and system seconds that a command took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    program = shutil.which("transreview", path=Path(sys.executable).parent) or "transreview"
    for arguments in (["--help"], ["--version"], ["check", "--help"], ["terms", "--help"]):
        times = sorted(cpu_of([program, *arguments]) for _ in range(RUNS))
        print(
            f"transreview {' '.join(arguments):16s} CPU ms: min {times[0] * 1000:.0f}"
            f"  median {times[RUNS // 2] * 1000:.0f}  (reach 100)"
        )


if __name__ == "__main__":
    main()
