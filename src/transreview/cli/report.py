"""`transreview report`: everything a QA lead signs, as one page and one file for CI."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli.added_choice import AddedChoice
from transreview.cli.metric_options import chosen_metrics, metric_options
from transreview.cli.output import is_standard, output_option
from transreview.cli.threshold_options import ThresholdOptions, threshold_options
from transreview.errors import UsageError
from transreview.i18n import _
from transreview.reports.visible import path_line

if TYPE_CHECKING:
    from transreview.reports.registry import Renderer
    from transreview.workflow.quality.report_model import Report

EPILOG = """\b
Examples:
  transreview report trade.transreview -o report.html
  transreview report trade.transreview -o report.html -o report.json -o junit.xml
  transreview report trade.transreview -o - --format md >> summary.md
  transreview report trade.transreview -o now.json --baseline last-month.json
  transreview report trade.transreview --min chrf=55 --max ter=60 --max-hter 0.3 --max-npt 20
  transreview report trade.transreview --min confirmed=100 --min approved=50 --max error=0
  transreview report trade.transreview -o report.html --scores comet.csv
"""


def _added_formats() -> list[str]:
    from transreview.reports.registry import added_formats

    return added_formats()


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@output_option(
    "outputs",
    multiple=True,
    help="File to write: .html .md .json .csv .xml (JUnit), or - with --format; may be repeated."
    " A summary is printed without.",
)
@click.option(
    "--format",
    "format_name",
    type=AddedChoice(["html", "md", "json", "csv", "xml"], _added_formats),
    help="The format, where a file's ending does not say it; Markdown on standard output otherwise.",
)
@metric_options
@click.option(
    "--confidence",
    default=1000,
    show_default=True,
    type=click.IntRange(min=0),
    metavar="N",
    help="Bootstrap samples of the 95 % intervals; 0 for none.",
)
@click.option("--baseline", type=click.Path(path_type=Path), help="An earlier report in JSON, for the trend.")
@click.option(
    "--scores",
    "external",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Segment scores of another tool (COMET, MetricX …), CSV or JSON Lines with an id column.",
)
@click.option(
    "--comet",
    type=click.Path(path_type=Path),
    metavar="MODEL.ckpt",
    help="Score with COMET too; needs transreview[comet] and a model on this machine.",
)
@threshold_options(findings=True)
@click.option(
    "--mqm-weights",
    multiple=True,
    metavar="NAME=X",
    help="Other MQM weights than the published: major=10, Fluency/Punctuation:minor=0.5.",
)
@click.option("--no-glossary", is_flag=True, help="Leave terms out.")
def report(
    project: Path,
    outputs: tuple[Path, ...],
    format_name: str | None,
    metrics: tuple[str, ...],
    tokenize: str | None,
    confidence: int,
    baseline: Path | None,
    external: tuple[Path, ...],
    comet: Path | None,
    thresholds: ThresholdOptions,
    mqm_weights: tuple[str, ...],
    no_glossary: bool,
) -> int:
    """Write a report of scores, post-editing effort, MQM, findings and terms.

    Thresholds decide the exit code: 0 when all hold, 1 when one fails. A demanded figure for which the
    project has no data fails.
    """
    import shlex
    import sys

    from transreview.formats.segment_scores import read_segment_scores
    from transreview.project import Project
    from transreview.reports.registry import renderer
    from transreview.scoring.metrics import METRICS
    from transreview.scoring.mqm import edited_weights
    from transreview.workflow.quality.external_scores import fitting, project_comet
    from transreview.workflow.quality.report_input import gather
    from transreview.workflow.quality.reporting import build_report
    from transreview.workflow.quality.thresholds import EXTERNAL, failures
    from transreview.workflow.quality.trend import read_baseline

    if thresholds.new is not None and baseline is None:
        raise UsageError(_("--max-new needs --baseline"), remedy=_("Name an earlier report in JSON"))
    renderers = {path: renderer(path, format_name) for path in outputs}
    files = {path: read_segment_scores(path) for path in external}
    chosen = chosen_metrics(metrics or METRICS, tokenize)
    limits = thresholds.limits(chosen, [*EXTERNAL, *(name for scores in files.values() for name in scores)])
    with Project.open(project, read_only=True) as opened:
        scores = fitting(opened, files)
        if comet is not None:
            scores["comet"] = project_comet(opened, comet)
        given = gather(
            opened,
            with_glossary=not no_glossary,
            limits=limits,
            weights=edited_weights(mqm_weights),
            external=scores,
            baseline=read_baseline(baseline, opened) if baseline else None,
            metrics=chosen,
            samples=confidence,
            command=shlex.join(["transreview", *sys.argv[1:]]),
        )
        model = build_report(opened, project, given)
    _write(model, renderers)
    failed = failures(model["thresholds"])
    for failure in failed:
        click.echo(_("Failed: {failure}").format(failure=failure), err=True)
    return 1 if failed else 0


def _write(model: Report, renderers: Mapping[Path, Renderer]) -> None:
    """Write the report to its files, or its summary to the terminal where none is named."""
    from transreview.formats import atomic
    from transreview.reports.terminal_report import render_terminal

    for path, render in renderers.items():
        atomic.write(path, render(model).encode())
        if not is_standard(path):
            click.echo(_("Wrote {path}").format(path=path_line(path)), err=True)
    if not renderers:
        click.echo(render_terminal(model))
