"""The options that commands over corpora share, and running one with progress."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from transreview.cli.steps import Steps
from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.reports.json_text import dumps
from transreview.reports.visible import path_line

if TYPE_CHECKING:
    from transreview.workflow.streams.run import Run
    from transreview.workflow.streams.task import Task

Command = TypeVar("Command", bound=Callable[..., Any])

_MOST_WORKERS = 1024  # more is a slip of the finger, and no system starts so many processes
_PARQUET = {".parquet", ".pq"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusOptions:
    """How a command works over a corpus.

    Attributes:
        out: Folder of the results.
        workers: Processes of this machine; 0 for one a core.
        engine: "dask://HOST:PORT", or None for this machine.
        part_size: Records of a part; None for what fits the corpus.
    """

    out: Path | None
    workers: int
    engine: str | None
    part_size: int | None

    def concerns(self, files: Sequence[Path]) -> bool:
        """Whether a command's files are a corpus: a result folder is named, or a folder or Parquet file is.

        Raises:
            UsageError: They are, but no folder for the results is named; or options of a corpus stand
                with other files.
        """
        corpus = any(file.is_dir() or file.suffix.lower() in _PARQUET for file in files)
        if corpus and self.out is None:
            raise UsageError(
                _("a corpus needs a folder for its results"), path=files[0], remedy=_("Add --out FOLDER")
            )
        if self.out is None and self.engine is not None:
            raise UsageError(_("--engine works over a corpus"), remedy=_("Add --out FOLDER for the results"))
        if self.out is not None:
            _tell_left_out(files)
        return self.out is not None


def corpus_options(command: Command) -> Command:
    """Add --out, --workers, --engine and --part-size; the parameter is called `corpus`."""

    @click.option(
        "--out",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        help="Work over a corpus of JSON Lines or Parquet; results go here, and a second run goes on.",
    )
    @click.option(
        "--workers",
        type=click.IntRange(min=0, max=_MOST_WORKERS),
        default=1,
        show_default=True,
        help="Processes to share the work among; 0 for one a core.",
    )
    @click.option(
        "--engine", metavar="dask://HOST:PORT", help="Let a running Dask cluster work over the corpus."
    )
    @click.option("--part-size", type=click.IntRange(min=1), hidden=True)
    @functools.wraps(command)
    def wrapped(
        *arguments: Any,  # noqa: ANN401 - whatever the command takes
        out: Path | None,
        workers: int,
        engine: str | None,
        part_size: int | None,
        **named: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        corpus = CorpusOptions(out=out, workers=workers, engine=engine, part_size=part_size)
        return command(*arguments, corpus=corpus, **named)

    return wrapped  # type: ignore[return-value]


def run_task(task: Task, files: Sequence[Path], corpus: CorpusOptions) -> Run:
    """Run a task over a corpus, with progress on a terminal, and say what it came to."""
    from transreview.workflow.streams.engines import engine
    from transreview.workflow.streams.run import run_over_corpus

    assert corpus.out is not None
    with Steps() as steps, engine(corpus.engine, corpus.workers, steps.note) as chosen:
        run = run_over_corpus(
            task,
            files,
            corpus.out,
            chosen,
            part_size=corpus.part_size,
            progress=lambda done, all_: steps(progress_bar(done, all_)),
        )
    if run.kept:
        words = ngettext(
            "{kept} of {n} part was finished before.", "{kept} of {n} parts were finished before.", run.parts
        )
        click.echo(words.format(kept=run.kept, n=run.parts), err=True)
    tell_results(corpus.out)
    return run


def _tell_left_out(files: Sequence[Path]) -> None:
    """Say what looks like records in the folders of a corpus and is not read."""
    from transreview.workflow.streams.corpus import left_out

    for path in left_out(files):
        words = (
            _("this folder in the corpus is left out; name it beside the other")
            if path.is_dir()
            else _("this file is packed and is left out; unpack it to have it read")
        )
        click.echo(_("Note: {path}: {warning}").format(path=path_line(path), warning=words), err=True)


def tell_results(folder: Path) -> None:
    """Say where the results are."""
    click.echo(_("Results are in {folder}.").format(folder=path_line(folder)), err=True)


def print_summary(run: Run) -> None:
    """Print the summary of a corpus as data."""
    sys.stdout.write(dumps(run.summary, indent=2) + "\n")


def progress_bar(done: int, all_: int) -> str:
    """Return a bar of twenty cells with the parts behind it."""
    cells = 20 * done // max(1, all_)
    return f"[{'█' * cells}{'·' * (20 - cells)}] {done}/{all_}"
