"""Scoring of plain line files, one segment a line, without a project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transreview.errors import InputError
from transreview.formats.plain_utf8 import read_utf8
from transreview.formats.reading import display_name
from transreview.i18n import _
from transreview.scoring.corpus_score import MetricScore, corpus_score
from transreview.scoring.metrics import METRICS, build_metric, segment_values, statistics
from transreview.scoring.significance import Comparison, compare
from transreview.workflow.quality.scoring import TextScores

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class LineScores:
    """The scores of line files.

    Attributes:
        systems: Scores of each system, the first is the baseline.
        comparisons: The others against the baseline; empty for one system.
        segments: For each system and metric the score of each line; empty unless asked for.
        language: Target language the settings were chosen for.
        lines: Number of lines.
        documents: For each system and document its scores; empty where the lines are in no documents.
    """

    systems: tuple[TextScores, ...]
    comparisons: tuple[Comparison, ...]
    segments: dict[str, dict[str, list[float]]]
    language: str
    lines: int
    documents: dict[str, dict[str, tuple[MetricScore, ...]]] = field(default_factory=dict)


def read_lines(path: Path) -> list[str]:
    """Return the lines of a UTF-8 file or standard input ("-"), one a segment; only LF and CRLF end a line.

    Raises:
        InputError: The file is unreadable, not UTF-8, or empty.
    """
    text = read_utf8(path, _("Name a file with one segment a line"))
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    if lines and not lines[-1]:
        lines.pop()
    if not any(line.strip() for line in lines):
        empty = _("no text: all lines are empty") if text else _("no text: the file is empty")
        raise InputError(empty, path=display_name(path), remedy=_("Write one segment a line"))
    return lines


def score_lines(
    systems: Mapping[str, Sequence[str]],
    references: Sequence[Sequence[str]],
    language: str,
    *,
    metrics: Sequence[str] = METRICS,
    samples: int = 0,
    with_segments: bool = False,
    documents: Sequence[str] = (),
) -> LineScores:
    """Score one or several systems against references.

    Args:
        systems: The lines of each system; the first is the baseline of the comparison.
        references: One list of lines a reference.
        language: Target language, which decides the settings.
        metrics: Names of metrics.
        samples: Bootstrap samples for confidence intervals; 0 for none.
        with_segments: Return the score of each line too.
        documents: Name of each line's document; documents are scored each, and ten or more are drawn whole.

    Raises:
        UsageError: The files differ in their number of lines, or an unknown metric.
    """
    names = list(dict.fromkeys(documents))
    place = {name: number for number, name in enumerate(names)}
    numbers = [place[name] for name in documents]
    rows = {
        metric: {
            name: statistics(build_metric(metric, language), lines, references)
            for name, lines in systems.items()
        }
        for metric in metrics
    }

    def scored(name: str) -> tuple[MetricScore, ...]:
        return tuple(
            corpus_score(
                metric,
                language,
                rows[metric][name],
                references=len(references),
                articles=numbers,
                samples=samples,
            )
            for metric in metrics
        )

    comparisons = (
        compare(rows, language, baseline=next(iter(systems)), articles=numbers) if len(systems) > 1 else []
    )
    segments = {
        name: {m: segment_values(build_metric(m, language, sentence=True), rows[m][name]) for m in metrics}
        for name in (systems if with_segments else ())
    }
    by_document = {
        name: _document_scores({m: rows[m][name] for m in metrics}, language, len(references), numbers, names)
        for name in (systems if documents else ())
    }
    return LineScores(
        systems=tuple(TextScores(name, scored(name)) for name in systems),
        comparisons=tuple(comparisons),
        segments=segments,
        language=language,
        lines=len(references[0]),
        documents=by_document,
    )


def _document_scores(
    rows: Mapping[str, NDArray[Any]],
    language: str,
    references: int,
    numbers: Sequence[int],
    names: Sequence[str],
) -> dict[str, tuple[MetricScore, ...]]:
    import numpy as np

    of_line = np.asarray(numbers)
    return {
        name: tuple(
            corpus_score(metric, language, one[of_line == number], references=references)
            for metric, one in rows.items()
        )
        for number, name in enumerate(names)
    }
