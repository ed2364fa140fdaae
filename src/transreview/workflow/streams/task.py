"""What can be done to a corpus: a task makes lines of each part, and a summary that adds up."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Protocol

import transreview
from transreview import i18n, plugins
from transreview.checks.fingerprint import PLUGINS, library_versions
from transreview.errors import InputError
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
    try:
        return _started(task)(part, records(part, task.columns))
    except InputError as error:
        if error.path == part.path.name:  # two folders of a corpus may have files of one name
            error.path = part.path
        raise


_Work = Callable[[Part, Iterable[tuple[int, Record]]], PartResult]
_running: list[tuple[Task, _Work]] = []


def _started(task: Task) -> _Work:
    # A process works for one task at a time, which it was given once; the last one's tables may be large.
    if not _running or _running[0][0] is not task:
        _running[:] = [(task, task.start())]
    return _running[0][1]


def fingerprint(task: Task) -> str:
    """Return a short name for all that decides a task's answer: program, data, language and settings."""
    # In the language of the interface, as findings' messages are.
    parts = (task.name, program(), i18n.language(), task.settings())
    return hashlib.blake2b("\x1e".join(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()


@cache
def program() -> str:
    """Return a hash of the program's code and data, its libraries and plug-ins: what answers depend on."""
    folder = Path(transreview.__file__).parent
    digest = hashlib.blake2b(digest_size=16)
    others = [
        *library_versions(),
        _scorer(),
        *(one.digest() for kind in PLUGINS for one in plugins.load(kind)),
    ]
    digest.update("\x1e".join(others).encode())
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(str(file.relative_to(folder)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _scorer() -> str:
    try:
        return version("sacrebleu")
    except PackageNotFoundError:  # laid in by somebody who packs programs otherwise
        return ""


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
