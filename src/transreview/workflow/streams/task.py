"""What can be done to a corpus: a task makes lines of each part, and a summary that adds up."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import transreview
from transreview.workflow.streams.corpus import records
from transreview.workflow.streams.part import Part, Record

Summary = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PartResult:
    """What was made of a part.

    Attributes:
        lines: One JSON object a line.
        summary: Sums over the part.
    """

    lines: bytes
    summary: Summary


class Task(Protocol):
    """Work on a corpus; it is pickled to other processes, so it holds plain data only."""

    @property
    def name(self) -> str:
        """What it is called in messages and manifests."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Fields that every record must have."""

    @property
    def grouped(self) -> str:
        """A field whose equal neighbours are worked on together; "" for none."""

    def start(self) -> Callable[[Part, Iterable[tuple[int, Record]]], PartResult]:
        """Return the function that works on parts, with what it builds once for all of them."""

    def joined(self, summaries: Iterable[Summary]) -> Summary:
        """Return the summary of the corpus from those of its parts, in their order."""

    def settings(self) -> str:
        """Return all that decides the answer besides the program and the records."""


def worked(task: Task, part: Part) -> PartResult:
    """Return what a task makes of a part, in whatever process this is."""
    return _started(fingerprint(task), task)(part, records(part, task.columns))


_running: dict[str, Callable[[Part, Iterable[tuple[int, Record]]], PartResult]] = {}


def _started(key: str, task: Task) -> Callable[[Part, Iterable[tuple[int, Record]]], PartResult]:
    if key not in _running:
        _running.clear()  # a process works for one task at a time; the last one's tables may be large
        _running[key] = task.start()
    return _running[key]


def fingerprint(task: Task) -> str:
    """Return a short name for all that decides a task's answer: program, data and settings."""
    return hashlib.blake2b(
        f"{task.name}\x1e{_program()}\x1e{task.settings()}".encode(), digest_size=16
    ).hexdigest()


@cache
def _program() -> str:
    """Return a hash of the program's code and data."""
    folder = Path(transreview.__file__).parent
    digest = hashlib.blake2b(digest_size=16)
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(str(file.relative_to(folder)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def added(summaries: Iterable[Mapping[str, Any]]) -> Summary:
    """Return summaries added up: numbers by addition, tables key by key, lists element by element."""
    total: Summary = {}
    for summary in summaries:
        for key, value in summary.items():
            total[key] = _sum(total[key], value) if key in total else value
    return total


def _sum(first: Any, second: Any) -> Any:  # noqa: ANN401 - plain data of any kind
    if isinstance(first, Mapping):
        return added([first, second])
    if isinstance(first, list):
        return [_sum(a, b) for a, b in zip(first, second, strict=True)]
    return first + second
