"""`transreview terms extract`: candidate terms of a project's articles, with their evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli import options
from transreview.cli.corpora.options import CorpusOptions, corpus_options
from transreview.cli.output import is_standard, output_option, stands
from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.reports.json_text import dumps
from transreview.reports.visible import path_line
from transreview.terminal_text import printable

if TYPE_CHECKING:
    from transreview.terminology.extraction import Candidate

EPILOG = """\b
Examples:
  transreview terms extract fair.transreview
  transreview terms extract fair.transreview --least 3 --limit 200 -o candidates.csv
  transreview terms extract archive/ --out extracted/ --workers 0
\b
Nothing is added to a glossary. A file written with -o has the candidates as proposed concepts:
look through it, then bring it in with `transreview terms import`.
"""


@click.command(epilog=EPILOG)
@click.argument(
    "projects", nargs=-1, required=True, metavar="PROJECT | CORPUS…", type=click.Path(path_type=Path)
)
@options.article_number
@options.glossaries
@click.option(
    "--least", type=click.IntRange(min=2), default=2, show_default=True, help="Occurrences it needs."
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Candidates to give."
)
@click.option("--confirmed", is_flag=True, help="Learn from confirmed and approved segments only.")
@output_option(help="Write proposals (CSV); - is standard output.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a candidate.")
@options.source_lang
@options.target_lang
@corpus_options
def extract(
    projects: tuple[Path, ...],
    article: int | None,
    glossaries: tuple[Path, ...],
    least: int,
    limit: int,
    confirmed: bool,
    output: Path | None,
    as_json: bool,
    source_lang: str | None,
    target_lang: str | None,
    corpus: CorpusOptions,
) -> None:
    """Find expressions of PROJECT, or of a corpus, that both sides use together and that may be terms."""
    if corpus.concerns(projects):
        _over_corpus(projects, (source_lang, target_lang), glossaries, (least, limit), corpus)
        return
    if len(projects) != 1:
        raise UsageError(_("one project at a time"), remedy=_("A corpus needs --out FOLDER"))
    (project,) = projects
    from transreview.workflow.terms.extraction import extract_from_project, proposed_glossary

    found, languages = extract_from_project(
        project, article_id=article, glossaries=glossaries, least=least, limit=limit, confirmed_only=confirmed
    )
    if output is not None:
        _write(output, proposed_glossary(found, *languages))
        if is_standard(output):
            return
        click.echo(
            ngettext(
                "{count} proposal written to {path}.", "{count} proposals written to {path}.", len(found)
            ).format(count=len(found), path=path_line(output))
        )
        return
    for candidate in found:
        click.echo(dumps(_data(candidate)) if as_json else _shown(candidate))
    if not as_json:
        click.echo(
            ngettext("{count} candidate.", "{count} candidates.", len(found)).format(count=len(found)),
            err=True,
        )


def _over_corpus(
    files: tuple[Path, ...],
    languages: tuple[str | None, str | None],
    glossaries: tuple[Path, ...],
    bounds: tuple[int, int],
    corpus: CorpusOptions,
) -> None:
    """Find the candidates of a corpus, write them to its folder, and print them."""
    from transreview.cli.corpora.extracting import ProposeTask, extract_from_corpus
    from transreview.cli.corpora.languages import corpus_languages
    from transreview.cli.corpora.options import progress_bar, tell_results
    from transreview.cli.steps import Steps
    from transreview.formats.glossary_csv import joined
    from transreview.formats.glossary_registry import read_any
    from transreview.workflow.streams.engines import engine

    assert corpus.out is not None
    source, target = corpus_languages(files, *languages)
    task = ProposeTask(
        source_language=source, target_language=target, known=joined(map(read_any, glossaries))
    )
    with Steps() as steps, engine(corpus.engine, corpus.workers, steps.note) as chosen:
        found, others = extract_from_corpus(
            task,
            files,
            corpus.out,
            chosen,
            least=bounds[0],
            limit=bounds[1],
            progress=lambda done, all_: steps(progress_bar(done, all_)),
        )
    for one in found:
        click.echo(dumps(one))
    if others:
        words = ngettext(
            "{count} record is in other languages than {source} and {target}, and was left out.",
            "{count} records are in other languages than {source} and {target}, and were left out.",
            others,
        )
        click.echo(words.format(count=others, source=printable(source), target=printable(target)), err=True)
    tell_results(corpus.out)


def _write(output: Path, glossary: object) -> None:
    from transreview.formats.glossary_csv import write_glossary
    from transreview.model.glossary import Glossary

    if stands(output):
        raise UsageError(
            _("this file exists already"),
            path=output,
            remedy=_("Name another one."),
        )
    assert isinstance(glossary, Glossary)
    write_glossary(output, glossary)


def _shown(candidate: Candidate) -> str:
    """Return a candidate with its renderings: how often together, how often alone, in which forms."""
    head = f"{candidate.score:>7.1f}  {candidate.text} × {candidate.count}"
    lines = [
        f"           {target.text}  {target.together}/{target.segments}  ({', '.join(target.forms[:3])})"
        for target in candidate.targets
    ]
    return printable("\n".join([head, *lines]))


def _data(candidate: Candidate) -> dict[str, object]:
    return {
        "source": candidate.text,
        "count": candidate.count,
        "score": candidate.score,
        "segments": list(candidate.segments),
        "targets": [
            {
                "text": target.text,
                "forms": list(target.forms),
                "together": target.together,
                "segments": target.segments,
                "log_likelihood": target.score,
            }
            for target in candidate.targets
        ],
    }
