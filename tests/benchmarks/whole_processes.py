"""Processor time of whole processes, one beside the others in one run: an absolute time holds on no machine."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
from collections.abc import Mapping, Sequence


def processor_time(command: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    """Return the user and system seconds that a command took.

    Args:
        command: The program and its arguments; what it prints is thrown away.
        environment: Its environment; ours when None.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def print_beside(peer: str, commands: Mapping[str, Sequence[str]], rounds: int) -> None:
    """Run commands in turn, and print the time of each and the ratio of its median to that of a peer.

    Args:
        peer: The name of the command that the others are held against.
        commands: Name → command.
        rounds: How often each is run.
    """
    # Without its compiled modules Python compiles all of them anew in each process.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for _round in range(rounds):
        for name, command in commands.items():
            spent[name].append(processor_time(command, environment))
    base = statistics.median(spent[peer])
    for name, times in spent.items():
        median = statistics.median(times)
        print(
            f"{name}: {median:.2f} s in the median of {rounds}, {min(times):.2f} at best, {median / base:.2f} ×"
        )
