"""`transreview check`: the checks over a project, a bilingual file or a stream of pairs."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from transreview.cli import options
from transreview.cli.added_choice import AddedChoice
from transreview.cli.check_projects import checked_segments, project_texts
from transreview.cli.corpora.options import CorpusOptions, corpus_options
from transreview.errors import UsageError
from transreview.i18n import _
from transreview.reports.json_text import dumps
from transreview.words import called

if TYPE_CHECKING:
    from transreview.checks.settings import CheckSettings
    from transreview.model.finding import Severity
    from transreview.model.glossary import Glossary
    from transreview.project import Project
    from transreview.workflow.quality.check_results import CheckedText, Tally
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
SEVERITIES = ("info", "warning", "error", "critical")
FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github")
PROJECT_SUFFIX = ".transreview"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the command line says, its words unchanged; None and () where it says nothing."""

    form: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: str | None
    fail_on: str | None
    maxima: tuple[str, ...]
    baseline: Path | None
    glossaries: tuple[Path, ...]
    articles: tuple[int, ...]
    source_lang: str | None
    target_lang: str | None
    encoding: str | None
    processes: int
    config: Path | None
    order: str | None = None


# New objects before the youngest are looked through, and how many such rounds before the older ones are.
_COLLECT_SELDOM = (20_000, 20, 20)


def _run(files: Sequence[Path], given: Given, out: TextIO) -> int:
    """Check all files, print what was found, and say whether it passes."""
    from transreview.reports.findings.json_data import read_baseline
    from transreview.reports.findings.renderer import findings_renderer
    from transreview.reports.findings.writing import write_findings

    # Tables of words are most of what is in memory and stay to the end; checked texts leave no circles.
    # Looking through all of it over and over took a twelfth of the time.
    gc.set_threshold(*_COLLECT_SELDOM)
    team = _team_settings(files[0], given)
    settings = _check_settings(team, given)
    maxima = _maxima(team, given)
    tally = write_findings(
        _texts(files, given, team, settings),
        findings_renderer(given.form or team.format or "text", out),
        shown=_counted(given, team, maxima),
        baseline=read_baseline(given.baseline) if given.baseline else None,
    )
    out.flush()
    if not tally.texts and not tally.left_out:
        raise _no_text(files[0])
    return _judge(tally, maxima)


def _team_settings(file: Path, given: Given) -> TeamSettings:
    from transreview.workflow.settings import find_settings, read_settings

    return read_settings(given.config or find_settings(Path.cwd() if str(file) == "-" else file))


def _check_settings(team: TeamSettings, given: Given) -> CheckSettings:
    """Return the team's settings with what the command line says on top."""
    from dataclasses import replace

    from transreview.checks.settings import check_names
    from transreview.workflow.settings import known_checks

    settings = team.checks
    known = [*known_checks(), *(f"rule.{rule.id}" for rule in settings.rules)]
    select, ignore = check_names(_words(given.select), known), check_names(_words(given.ignore), known)
    if select:
        settings = replace(settings, select=select, ignore=settings.ignore - select)
    return replace(settings, ignore=settings.ignore | ignore)


def _words(values: Sequence[str]) -> list[str]:
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def _maxima(team: TeamSettings, given: Given) -> dict[str, int]:
    """Return the most findings that pass, by severity; the command line outweighs the settings."""
    maxima: dict[str, int] = {}
    for word in _words(given.maxima):
        level, equals, number = word.partition("=")
        if level not in SEVERITIES or not equals or not number.isdecimal():
            raise UsageError(
                _("--max {word} is not SEVERITY=NUMBER").format(word=word),
                remedy=_("For example: --max error=0,warning=20"),
            )
        maxima[level] = int(number)
    if not maxima and given.fail_on is None:
        maxima = dict(team.maxima)
    fatal = given.fail_on or (None if maxima else team.fail_on or "error")
    if fatal == "new":
        if given.baseline is None:
            raise UsageError(
                _("--fail-on new needs --baseline"),
                remedy=_("Name the findings of an earlier run: check … --format json > findings.json"),
            )
        # What the baseline knows is not counted: whatever is, at the severity that is shown, is new.
        fatal = given.severity or team.severity or "warning"
    if fatal and fatal != "never":
        maxima[fatal] = 0
    return maxima


def _judge(tally: Tally, maxima: dict[str, int]) -> int:
    """Say which thresholds fail and return the exit code; each counts its severity and worse ones."""
    from transreview.model.finding import Severity

    code = 0
    for level, most in maxima.items():
        count = tally.at_least(Severity(level))
        if count > most:
            words = _("Failed: {count} findings at {level} or worse, at most {most} pass")
            click.echo(words.format(count=count, level=called(level), most=most), err=True)
            code = 1
    return code


def _run_over_corpus(files: Sequence[Path], given: Given, corpus: CorpusOptions) -> int:
    """Check a corpus, print the counts, and say whether it passes."""
    from collections import Counter

    from transreview.cli.corpora.checking import CheckTask
    from transreview.cli.corpora.languages import corpus_languages
    from transreview.cli.corpora.options import print_summary, run_task
    from transreview.model.finding import Severity
    from transreview.workflow.quality.check_results import Tally
    from transreview.workflow.quality.checking_files import Recipe

    team = _team_settings(files[0], given)
    maxima = _maxima(team, given)
    source, target = corpus_languages(files, given.source_lang, given.target_lang)
    task = CheckTask(
        recipe=Recipe(_glossary([*given.glossaries, *team.glossaries]), _check_settings(team, given)),
        source_language=source,
        target_language=target,
        shown=_counted(given, team, maxima),
    )
    run = run_task(task, files, corpus)
    print_summary(run)
    counts = {Severity(name): count for name, count in run.summary["severities"].items()}
    return _judge(Tally(severities=Counter(counts)), maxima)


def _counted(given: Given, team: TeamSettings, maxima: Mapping[str, int]) -> Severity:
    """Return the severity from which on findings are written: what is shown, and what may fail."""
    from transreview.model.finding import Severity

    shown = Severity(given.severity or team.severity or "warning")
    return min(shown, *map(Severity, maxima), key=lambda one: one.rank) if maxima else shown


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
        if file.suffix == PROJECT_SUFFIX or _is_project(file):
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
                ),
            )


def _watched(file: Path, check: Callable[..., Iterator[CheckedText]]) -> Iterator[CheckedText]:
    """Say what is being checked until the first text comes; notes go above it."""
    from transreview.cli.steps import Steps
    from transreview.reports.visible import one_line

    step = _("checking {file}").format(file=one_line(file.name))
    with Steps() as steps:

        def warn(path: str, warning: str) -> None:
            steps.clear()
            _warn(path, warning)

        steps(step)
        texts = check(warn=warn)
        first = next(texts, None)
    if first is not None:
        yield first
        yield from texts


def _warn(path: str, warning: str) -> None:
    from transreview.reports.visible import one_line

    click.echo(_("Note: {path}: {warning}").format(path=one_line(path), warning=one_line(warning)), err=True)


def _is_project(file: Path) -> bool:
    """Whether a file is an SQLite database, whatever its name, or a project on a server."""
    from transreview.project.address import is_server

    if is_server(file):
        return True
    try:
        with file.open("rb") as stream:
            return stream.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False


def _fix(files: Sequence[Path], given: Given, out: TextIO, *, dry_run: bool) -> None:
    """Make the certain fixes of the selected checks in projects and bilingual files, or show them."""
    from transreview.project import Project
    from transreview.workflow.delivery.file_review import is_bilingual

    for file in files:
        if _is_project(file):
            with Project.open(file, read_only=dry_run) as project:
                _fix_project(project, file, given, out, dry_run=dry_run)
        elif is_bilingual(file) and str(file) != "-":
            _fix_file(file, given, out, dry_run=dry_run)
        else:
            raise UsageError(
                _("only projects and bilingual files can be fixed"),
                path=file,
                remedy=_("Import it with `transreview new`"),
            )


def _fix_file(file: Path, given: Given, out: TextIO, *, dry_run: bool) -> None:
    """Make the certain fixes in a bilingual file; nothing else in it changes."""
    from transreview.workflow.delivery.file_review import passing_project
    from transreview.workflow.delivery.write_back import write_back
    from transreview.workflow.intake.bilingual_files import BilingualInput

    asked = BilingualInput(
        path=file,
        source_language=given.source_lang,
        target_language=given.target_lang,
        encoding=given.encoding,
    )
    with passing_project(asked) as project:
        if _fix_project(project, file, given, out, dry_run=dry_run, in_file=True) and not dry_run:
            write_back(project, project.articles.all()[0])


def _fix_project(
    project: Project, file: Path, given: Given, out: TextIO, *, dry_run: bool, in_file: bool = False
) -> int:
    """Make or show the certain fixes in a project; return how many segments they change."""
    from transreview.reports.visible import one_line
    from transreview.workflow.quality.fixing import apply_fixes, apply_fixes_to_file, plan_fixes

    team = _team_settings(file, given)
    settings = _check_settings(team, given)
    plan = plan_fixes(checked_segments(project, given, settings, [*given.glossaries, *team.glossaries]))
    for one in plan:
        names = ", ".join(dict.fromkeys(finding.check for finding in one.findings))
        out.write(f"{one.segment.key}  {names}\n")
        out.write(f"  - {one_line(one.segment.target)}\n  + {one_line(one.after)}\n")
    count = sum(len(one.findings) for one in plan)
    if dry_run:
        words = _("{count} findings in {segments} segments can be fixed")
    elif in_file:
        apply_fixes_to_file(project, plan)
        words = _("{count} findings in {segments} units fixed in {file}")
    else:
        apply_fixes(project, plan)
        words = _("{count} findings in {segments} segments fixed; one undo takes it back")
    out.write(words.format(count=count, segments=len(plan), file=file) + "\n")
    return len(plan)


def _list_checks(out: TextIO, given: Given) -> None:
    """Print the catalogue, for a language pair when one is given."""
    from transreview.checks.catalogue import as_data, as_text, catalogue

    rows = catalogue(given.source_lang, given.target_lang)
    if given.form in {"json", "jsonl"}:
        out.write(dumps(as_data(rows), indent=1) + "\n")
    else:
        out.write(as_text(rows))


def _list_dismissed(files: Sequence[Path], out: TextIO) -> None:
    """Print what people dismissed in projects."""
    from transreview.project import Project
    from transreview.reports.visible import one_line

    for file in files:
        with Project.open(file, read_only=True) as project:
            dismissals = project.dismissals.all()
            keys = {segment.id: segment.key for segment in project.segments.all()}
            for one in dismissals.values():
                key = keys.get(one.segment_id, _("(gone)"))
                when = f"{one.at:%Y-%m-%d}"
                out.write(f"{key}  {one.check}  {when}  {one_line(one.user)}: {one_line(one.reason)}\n")
            out.write(_("{count} dismissed\n").format(count=len(dismissals)))


def _added_forms() -> list[str]:
    from transreview.reports.findings.renderer import added_forms

    return added_forms()


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, metavar="PROJECT | FILE… | -", type=click.Path(path_type=Path))
@click.option("--list", "as_list", is_flag=True, help="List the checks, with what each reports.")
@click.option(
    "--format", "form", type=AddedChoice(FORMATS, _added_forms), help="How to print; text by default."
)
@click.option("--select", multiple=True, metavar="CHECK", help="Run only this check or family; repeatable.")
@click.option("--ignore", multiple=True, metavar="CHECK", help="Leave out this check or family; repeatable.")
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
    )
    out = sys.stdout
    if as_list:
        _list_checks(out, given)
        return 0
    if not files:
        raise UsageError(_("nothing to check"), remedy=_("Name a project or a file, or - for standard input"))
    if dismissed:
        _list_dismissed(files, out)
        return 0
    if fix or dry_run:
        _fix(files, given, out, dry_run=dry_run)
        return 0
    if corpus.concerns(files):
        return _run_over_corpus(files, given, corpus)
    return _run(files, given, out)
