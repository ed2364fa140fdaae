"""A run over a corpus: parts that are finished are kept, the others worked on, the results joined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from transreview.errors import InputError
from transreview.i18n import _
from transreview.workflow.streams.corpus import corpus_files, first_records, fitting_part_size, plan
from transreview.workflow.streams.engines import Engine
from transreview.workflow.streams.finished import FinishedParts, claimed_folder
from transreview.workflow.streams.part import Part
from transreview.workflow.streams.task import Summary, Task, fingerprint


@dataclass(frozen=True, slots=True)
class Run:
    """What a run came to.

    Attributes:
        summary: Of the whole corpus.
        parts: How many parts the corpus has.
        kept: How many of them were finished before.
    """

    summary: Summary
    parts: int
    kept: int


def run_over_corpus(
    task: Task,
    paths: Sequence[Path],
    folder: Path,
    engine: Engine,
    *,
    part_size: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Run:
    """Do a task to every record of a corpus; the result does not depend on parts, workers or engine.

    Args:
        task: What to do.
        paths: Files and folders of the corpus.
        folder: Where results go: `result.jsonl`, `summary.json`, and the parts they are made of.
        engine: Who works.
        part_size: Records of a part; None for what fits the corpus.
        progress: Called with the number of finished parts and of all.

    Raises:
        InputError: A record or file is not of the form, or there is none; the parts finished before are kept.
        ConflictError: Another run is writing to the folder.
        UsageError: There is no corpus, or the folder holds other things.
    """
    files = corpus_files(paths)
    if not first_records(files, (), 1):
        raise InputError(_("there is no record"), path=paths[0], remedy=_("Name files that hold some"))
    with claimed_folder(folder):
        size = part_size or fitting_part_size(files)
        return _run(task, list(plan(files, size, task.grouped)), folder, engine, progress)


def _run(
    task: Task,
    parts: list[Part],
    folder: Path,
    engine: Engine,
    progress: Callable[[int, int], None] | None,
) -> Run:
    finished = FinishedParts(folder, fingerprint(task))
    summaries = [finished.summary_of(part) for part in parts]
    open_ = [index for index, summary in enumerate(summaries) if summary is None]
    done = len(parts) - len(open_)
    if progress:
        progress(done, len(parts))
    results = engine.results(task, (parts[index] for index in open_))
    for index, result in zip(open_, results, strict=True):
        summaries[index] = finished.keep(parts[index], result)
        done += 1
        if progress:
            progress(done, len(parts))
    summary = task.joined([one for one in summaries if one is not None])
    finished.join(parts, summary)
    finished.sweep(parts)
    return Run(summary, len(parts), len(parts) - len(open_))
