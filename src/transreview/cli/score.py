"""`transreview score`: a project, or plain line files like sacrebleu's own command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transreview.cli import options
from transreview.cli.corpora.options import CorpusOptions, corpus_options
from transreview.cli.metric_options import chosen_metrics, metric_options
from transreview.cli.threshold_options import ThresholdOptions, threshold_options
from transreview.errors import InputError, UsageError
from transreview.i18n import _, ngettext
from transreview.reports.json_text import dumps

if TYPE_CHECKING:
    from transreview.workflow.quality.scoring import ProjectScores
    from transreview.workflow.quality.scoring_lines import LineScores
    from transreview.workflow.quality.thresholds import Figures, Limits

EPILOG = """\b
Examples:
  transreview score article.transreview
  transreview score article.transreview --confidence 1000 --min chrf=55 --max-hter 0.3
  transreview score engine.txt --reference reference.txt --target-lang ka
  transreview score engine-a.txt engine-b.txt --reference reference.txt --target-lang ka
  transreview score engine.txt --reference reference.txt --json > scores.json
  engine < source.txt | transreview score - --reference reference.txt
  transreview score engine.po --reference reviewed.po
  transreview score engine.txt --reference one.txt --reference two.txt --metric bleu:tokenize=intl
  transreview score engine.txt --reference reference.txt --metric chrf2 --documents names.txt
  transreview score article.transreview --jsonl > segments.jsonl
  transreview score archive/ --out scored/ --language ka --workers 0
"""


@click.command(epilog=EPILOG)
@click.argument(
    "files", nargs=-1, required=True, metavar="PROJECT | HYPOTHESIS…", type=click.Path(path_type=Path)
)
@click.option(
    "--reference",
    "references",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Reference translation, one segment a line; may be repeated. Makes the files line files.",
)
@click.option(
    "--source", type=click.Path(path_type=Path), help="Source of line files; must have as many lines."
)
@click.option(
    "--target-lang",
    "--language",
    "language",
    type=options.LANGUAGE,
    metavar="CODE",
    help="Target language of line files; guessed from the reference when not given.",
)
@metric_options
@click.option("--article", "articles", multiple=True, type=int, help="Only this article; may be repeated.")
@click.option(
    "--confidence",
    default=0,
    type=click.IntRange(min=0),
    metavar="N",
    help="95 % intervals from N bootstrap samples.",
)
@click.option("--segments", is_flag=True, help="The score of every line or segment too.")
@click.option(
    "--jsonl", is_flag=True, help="Print the scores of single segments as JSON Lines, and nothing else."
)
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    help="Line files: the name of each line's document, for scores of documents.",
)
@threshold_options(findings=False)
@click.option("--json", "as_json", is_flag=True, help="Print data instead of tables.")
@corpus_options
def score(
    files: tuple[Path, ...],
    references: tuple[Path, ...],
    source: Path | None,
    language: str | None,
    metrics: tuple[str, ...],
    tokenize: str | None,
    articles: tuple[int, ...],
    confidence: int,
    segments: bool,
    jsonl: bool,
    documents: Path | None,
    thresholds: ThresholdOptions,
    as_json: bool,
    corpus: CorpusOptions,
) -> int:
    """Score translations against a reference, and the machine's against the reviewed text (HTER).

    Every score comes with sacrebleu's signature and equals what sacrebleu prints.
    """
    from transreview.reports.terminal_scores import line_scores_text, project_scores_text
    from transreview.scoring.metrics import METRICS
    from transreview.workflow.quality.reporting import project_figures
    from transreview.workflow.quality.thresholds import Limits

    chosen = chosen_metrics(metrics or METRICS, tokenize)
    limits = thresholds.limits(chosen)
    if corpus.concerns(files):
        return _score_corpus(files, language, chosen, limits, corpus)
    if references:
        lines = _score_files(
            files, references, source, language, chosen, confidence, segments or jsonl, documents
        )
        if jsonl:
            _print_lines(lines)
            return _judge({s.metric: s.value for s in lines.systems[0].scores}, limits)
        _print(_lines_data(lines) if as_json else line_scores_text(lines))
        return _judge({s.metric: s.value for s in lines.systems[0].scores}, limits)
    if len(files) > 1:
        raise UsageError(_("several files, but no --reference"), remedy=_("Line files need --reference FILE"))
    if segments or jsonl:
        _print_segments(files[0], chosen, articles)
        if jsonl and limits == Limits():
            return 0
    scores = _score_project(files[0], chosen, articles, confidence)
    if jsonl:
        return _judge(project_figures(scores), limits)
    _print(
        {"articles": [asdict(a) for a in scores.articles], "totals": [asdict(t) for t in scores.totals]}
        if as_json
        else project_scores_text(scores)
    )
    return _judge(project_figures(scores), limits)


def _score_corpus(
    files: tuple[Path, ...],
    language: str | None,
    metrics: Sequence[str],
    limits: Limits,
    corpus: CorpusOptions,
) -> int:
    """Score a corpus of records with references, print the scores, and judge them."""
    from transreview.cli.corpora.options import print_summary, run_task
    from transreview.cli.corpora.scoring import ScoreTask, references_of
    from transreview.languages import identify
    from transreview.workflow.streams.corpus import corpus_files, first_records, plan

    read = corpus_files(files)
    head = first_records(read, ("target",), 50)
    if not head:
        raise InputError(_("there is no record"), path=files[0], remedy=_("Name files that hold some"))
    first = next(iter(plan(read, 1)))
    references = len(references_of(head[0], (str(first.path), first.first)))
    found = language or identify("\n".join(str(record["target"]) for record in head)).code
    run = run_task(ScoreTask(metrics=tuple(metrics), language=found, references=references), files, corpus)
    print_summary(run)
    return _judge({name: one["score"] for name, one in run.summary["scores"].items()}, limits)


def _score_project(
    path: Path, metrics: Sequence[str], articles: tuple[int, ...], samples: int
) -> ProjectScores:
    from transreview.project import Project
    from transreview.workflow.quality.scoring import score_project

    with Project.open(path, read_only=True) as project:
        known = {article.id for article in project.articles.all()}
        if unknown := sorted(set(articles) - known):
            raise UsageError(
                _("no article {number}").format(number=unknown[0]),
                path=path,
                remedy=_("`transreview status` lists them"),
            )
        return score_project(project, metrics=metrics, article_ids=articles, samples=samples)


def _score_files(
    files: tuple[Path, ...],
    references: tuple[Path, ...],
    source: Path | None,
    language: str | None,
    metrics: Sequence[str],
    samples: int,
    with_segments: bool,
    documents: Path | None,
) -> LineScores:
    from transreview.workflow.quality.scoring_lines import score_lines

    texts = _equal_lines(files, references, source, documents)
    return score_lines(
        {str(path): texts[str(path)] for path in files},
        [texts[str(path)] for path in references],
        _language(texts[str(references[0])], language, references[0]),
        metrics=metrics,
        samples=samples,
        with_segments=with_segments,
        documents=texts[str(documents)] if documents else (),
    )


def _equal_lines(
    files: tuple[Path, ...], references: tuple[Path, ...], source: Path | None, documents: Path | None
) -> Mapping[str, Sequence[str]]:
    """Return the texts of files by path, line by line, or of the units that bilingual files share.

    Raises:
        InputError: One has another number of lines than the first reference.
        UsageError: Documents are named for units.
    """
    from transreview.workflow.quality.scoring_lines import read_lines
    from transreview.workflow.quality.scoring_pairs import aligned_texts, is_bilingual

    paths = [*files, *references, *(path for path in (source, documents) if path is not None)]
    if any(map(is_bilingual, paths)):
        if documents is not None:
            raise UsageError(
                _("--documents names documents of lines, and these files have units"),
                path=documents,
                remedy=_("Leave it out"),
            )
        units = aligned_texts(files, references, source)
        click.echo(
            ngettext(
                "{count} unit that all files have a translation of.",
                "{count} units that all files have a translation of.",
                len(units[""]),
            ).format(count=len(units[""])),
            err=True,
        )
        return units
    texts = {str(path): read_lines(path) for path in paths}
    expected = len(texts[str(references[0])])
    for path, lines in texts.items():
        if len(lines) != expected:
            raise InputError(
                ngettext(
                    "{count} line, but {reference} has {expected}",
                    "{count} lines, but {reference} has {expected}",
                    len(lines),
                ).format(count=len(lines), reference=references[0], expected=expected),
                path=path,
                remedy=_("All files need one line for each segment, in the same order"),
            )
    return texts


def _language(reference: Sequence[str], named: str | None, path: Path) -> str:
    """Return the language of line files: the one that was named, or the reference's own.

    Raises:
        InputError: The reference is in another language than was named.
    """
    from transreview.languages import identify

    found = identify("\n".join(reference[:200])).code
    if named and found not in {"und", named.split("-", maxsplit=1)[0]}:
        raise InputError(
            _("looks like {found}, not {language}").format(found=found, language=named),
            path=path,
            remedy=_("Check --target-lang and --reference"),
        )
    return named or found


def _judge(figures: Figures | Mapping[str, float], limits: Limits) -> int:
    """Say which limits do not hold and return the exit code; a demanded figure that is missing fails.

    Scores alone have no review: every limit on it is without data.
    """
    from transreview.workflow.quality.thresholds import Figures, failures, judge

    known = figures if isinstance(figures, Figures) else Figures(values=figures)
    failed = failures(judge(known, limits))
    for failure in failed:
        click.echo(_("Failed: {failure}").format(failure=failure), err=True)
    return 1 if failed else 0


def _print_lines(lines: LineScores) -> None:
    for name, by_metric in lines.segments.items():
        for number in range(lines.lines):
            values = {metric: by_metric[metric][number] for metric in by_metric}
            click.echo(dumps({"system": name, "line": number + 1, "scores": values}))


def _print_segments(path: Path, metrics: Sequence[str], articles: tuple[int, ...]) -> None:
    from transreview.project import Project
    from transreview.workflow.quality.scoring import segment_scores

    with Project.open(path, read_only=True) as project:
        for row in segment_scores(project, metrics=metrics, article_ids=articles):
            click.echo(dumps(row))


def _print(result: dict[str, Any] | str) -> None:
    if isinstance(result, str):
        click.echo(result)
    else:
        click.echo(dumps(result, indent=1))


def _lines_data(lines: LineScores) -> dict[str, Any]:
    data = asdict(lines)
    if not lines.segments:
        del data["segments"]
    if not lines.documents:
        del data["documents"]
    return data
