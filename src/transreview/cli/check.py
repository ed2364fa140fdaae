"""`transreview check`: the checks over a project, a bilingual file or a stream of pairs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from transreview.cli import options
from transreview.cli.added_choice import AddedChoice
from transreview.cli.check_fixes import fix_files
from transreview.cli.check_given import Given, check_settings, is_project, team_settings
from transreview.cli.check_lists import list_checks, list_dismissed
from transreview.cli.check_projects import project_texts
from transreview.cli.check_thresholds import (
    SEVERITIES,
    judged,
    least_counted,
    most_that_pass,
    require_own_baseline,
)
from transreview.cli.corpora.options import CorpusOptions, corpus_options
from transreview.errors import UsageError
from transreview.i18n import _

if TYPE_CHECKING:
    from transreview.checks.settings import CheckSettings
    from transreview.model.glossary import Glossary
    from transreview.model.pair import PairFile
    from transreview.workflow.quality.check_results import CheckedText
    from transreview.workflow.settings import TeamSettings

EPILOG = """\b
Examples:
  transreview check article.transreview
  transreview check article.transreview --severity info --format json > findings.json
  transreview check article.transreview --baseline findings.json --fail-on new
  transreview check article.transreview --order risk
  transreview check catalog.ka.po --select num --select punct.final
  cat pairs.jsonl | transreview check - --source-lang zh --target-lang ka --format jsonl
  transreview check archive/ --out checked/ --workers 0 --fail-on never
  transreview check --list
\b
Exit codes: 0 passed, 1 a threshold failed, 2 wrong use, 3 input unreadable.
"""
FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github")
PROJECT_SUFFIX = ".transreview"


def _run(files: Sequence[Path], given: Given, out: TextIO) -> int:
    """Check all files, print what was found, and say whether it passes."""
    from transreview.reports.findings.json_data import read_baseline
    from transreview.reports.findings.renderer import findings_renderer
    from transreview.reports.findings.writing import write_findings

    team = team_settings(files[0], given)
    settings = check_settings(team, given)
    maxima = most_that_pass(team, given)
    baseline = read_baseline(given.baseline) if given.baseline else None
    tally = write_findings(
        _texts(files, given, team, settings),
        findings_renderer(given.form or team.format or "text", out),
        shown=least_counted(given, team, maxima),
        baseline=baseline,
    )
    out.flush()
    require_own_baseline(given, baseline)
    if not tally.texts and not tally.left_out:
        raise _no_text(files[0])
    return judged(tally, maxima)


def _run_over_corpus(files: Sequence[Path], given: Given, corpus: CorpusOptions) -> int:
    """Check a corpus, print the counts, and say whether it passes."""
    from collections import Counter

    from transreview.cli.corpora.checking import CheckTask
    from transreview.cli.corpora.languages import corpus_languages
    from transreview.cli.corpora.options import print_summary, run_task
    from transreview.model.finding import Severity
    from transreview.workflow.quality.check_results import Tally
    from transreview.workflow.quality.checking_files import Recipe

    team = team_settings(files[0], given)
    maxima = most_that_pass(team, given)
    source, target = corpus_languages(files, given.source_lang, given.target_lang)
    task = CheckTask(
        recipe=Recipe(_glossary([*given.glossaries, *team.glossaries]), check_settings(team, given)),
        source_language=source,
        target_language=target,
        shown=least_counted(given, team, maxima),
    )
    run = run_task(task, files, corpus)
    print_summary(run)
    counts = {Severity(name): count for name, count in run.summary["severities"].items()}
    return judged(Tally(severities=Counter(counts)), maxima)


def _glossary(paths: Sequence[Path]) -> Glossary | None:
    from transreview.formats.glossary_csv import joined, read_glossary

    return joined(read_glossary(path) for path in paths) if paths else None


def _no_text(file: Path) -> Exception:
    from transreview.formats.reading import no_text

    return no_text(file)


def _texts(
    files: Sequence[Path], given: Given, team: TeamSettings, settings: CheckSettings
) -> Iterator[CheckedText]:
    """Yield every text of every file with its findings."""
    paths = [*given.glossaries, *team.glossaries]
    glossary = _glossary(paths)
    for file in files:
        if file.suffix == PROJECT_SUFFIX or is_project(file):
            yield from project_texts(file, given, settings, paths)
        elif given.order == "risk":
            raise UsageError(
                _("only projects have an order of risk"),
                path=file,
                remedy=_("Import it with `transreview new`"),
            )
        else:
            from transreview.workflow.quality.checking_files import check_file

            yield from _watched(
                file,
                partial(
                    check_file,
                    file,
                    source_language=given.source_lang,
                    target_language=given.target_lang,
                    encoding=given.encoding,
                    glossary=glossary,
                    settings=settings,
                    processes=given.processes,
                    fuzzy=given.use_fuzzy,
                ),
            )


def _watched(file: Path, check: Callable[..., Iterator[CheckedText]]) -> Iterator[CheckedText]:
    """Say what is being checked, and how much of it is; notes and findings go above that."""
    from transreview.cli.steps import Steps
    from transreview.reports.visible import path_line

    total = 0

    def about(read: PairFile) -> None:
        nonlocal total
        total = sum(len(pair.forms) for pair in read.pairs)

    with Steps() as steps:

        def warn(path: str, warning: str) -> None:
            steps.clear()
            _warn(path, warning)

        steps(_("checking {file}").format(file=path_line(file.name)))
        for done, text in enumerate(check(warn=warn, about=about), 1):
            if text.findings:
                steps.clear()
            yield text
            steps.share(done, total)


def _warn(path: str, warning: str) -> None:
    from transreview.reports.visible import one_line, path_line

    click.echo(_("Note: {path}: {warning}").format(path=path_line(path), warning=one_line(warning)), err=True)


def _added_forms() -> list[str]:
    from transreview.reports.findings.renderer import added_forms

    return added_forms()


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, metavar="PROJECT | FILE… | -", type=click.Path(path_type=Path))
@click.option("--list", "as_list", is_flag=True, help="List the checks, with what each reports.")
@click.option(
    "--format", "form", type=AddedChoice(FORMATS, _added_forms), help="How to print; text by default."
)
@click.option(
    "--select",
    multiple=True,
    metavar="CHECK",
    shell_complete=options.complete_check,
    help="Run only this check or family; repeatable.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="CHECK",
    shell_complete=options.complete_check,
    help="Leave out this check or family; repeatable.",
)
@click.option("--severity", type=click.Choice(SEVERITIES), help="Show this and worse; warning by default.")
@click.option(
    "--fail-on",
    type=click.Choice((*SEVERITIES, "new", "never")),
    help="Exit with 1 when a finding is this bad, error by default; or, with --baseline, when one is new.",
)
@click.option(
    "--max", "maxima", multiple=True, metavar="SEVERITY=N", help="Exit with 1 above N: error=0,warning=20."
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    help="Findings of an earlier run (--format json); only new ones count.",
)
@click.option(
    "--glossary", "glossaries", multiple=True, type=click.Path(path_type=Path), help="Check by this as well."
)
@click.option("--article", "articles", multiple=True, type=int, help="Only this article of a project.")
@click.option(
    "--order",
    type=click.Choice(("text", "risk")),
    help="Order of a project's segments: as they stand, or first what a reader most likely finds wrong.",
)
@click.option("--use-fuzzy", is_flag=True, help="Check what a file marks as fuzzy as well.")
@click.option("--fix", is_flag=True, help="Make the certain fixes in a project or a bilingual file.")
@click.option("--dry-run", is_flag=True, help="With --fix: show what would change, and change nothing.")
@click.option(
    "--dismissed", is_flag=True, help="List the findings that people dismissed, with their reasons."
)
@options.source_lang
@options.target_lang
@options.encoding
@click.option("--config", type=click.Path(path_type=Path), help="Settings file, instead of the one found.")
@corpus_options
def check(
    files: tuple[Path, ...],
    as_list: bool,
    use_fuzzy: bool,
    fix: bool,
    dry_run: bool,
    dismissed: bool,
    form: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: str | None,
    fail_on: str | None,
    maxima: tuple[str, ...],
    baseline: Path | None,
    glossaries: tuple[Path, ...],
    articles: tuple[int, ...],
    order: str | None,
    source_lang: str | None,
    target_lang: str | None,
    encoding: str | None,
    config: Path | None,
    corpus: CorpusOptions,
) -> int:
    """Check translations: numbers, names, terms, punctuation, script, markup, length and more.

    The argument is a project, or bilingual files (PO, XLIFF and its dialects, TMX, CSV, TSV, XLSX, review
    tables in Word and RTF files, Trados packages, JSON Lines of {"id", "source", "target"}), or - for JSON
    Lines from standard input.
    """
    given = Given(
        form=form,
        select=select,
        ignore=ignore,
        severity=severity,
        fail_on=fail_on,
        maxima=maxima,
        baseline=baseline,
        glossaries=glossaries,
        articles=articles,
        source_lang=source_lang,
        target_lang=target_lang,
        encoding=encoding,
        processes=corpus.workers,
        config=config,
        order=order,
        use_fuzzy=use_fuzzy,
    )
    out = sys.stdout
    if as_list:
        list_checks(out, given)
        return 0
    if not files:
        raise UsageError(_("nothing to check"), remedy=_("Name a project or a file, or - for standard input"))
    if dismissed:
        list_dismissed(files, out)
        return 0
    if fix or dry_run:
        fix_files(files, given, out, dry_run=dry_run)
        return 0
    if corpus.concerns(files):
        return _run_over_corpus(files, given, corpus)
    return _run(files, given, out)
