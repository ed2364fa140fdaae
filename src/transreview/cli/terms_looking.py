"""`transreview terms list|find|show`: looking into a glossary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli import options
from transreview.cli.terms_printing import card, data, line
from transreview.i18n import _, ngettext
from transreview.model.glossary import Concept, ConceptStatus, Glossary, TermKind
from transreview.reports.json_text import dumps
from transreview.terminal_text import printable

if TYPE_CHECKING:
    from transreview.workflow.terms.occurrences import Usage

_PLACE = click.argument("place", type=click.Path(path_type=Path))
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object a concept.")
_LANGUAGES = click.option(
    "--lang",
    "languages",
    multiple=True,
    type=options.LANGUAGE,
    metavar="CODE",
    help="Show only this language.",
)


LIST_EPILOG = """\b
Examples:
  transreview terms list glossary/optical-industry.csv --subject party
  transreview terms list fair.transreview --status proposed
  transreview terms list my.csv --lang zh --lang ka --json
"""

FIND_EPILOG = """\b
Examples:
  transreview terms find glossary/optical-industry.csv ასოციაციამ
  transreview terms find fair.transreview 协会
"""

SHOW_EPILOG = """\b
Examples:
  transreview terms show glossary/optical-industry.csv xiamen
  transreview terms show fair.transreview xiamen
"""


@click.command("list", epilog=LIST_EPILOG)
@_PLACE
@options.glossaries
@click.option(
    "--status", type=click.Choice([s.value for s in ConceptStatus]), help="Only concepts so decided."
)
@click.option("--subject", metavar="NAME", help="Only concepts of this subject.")
@click.option("--unread", is_flag=True, help="Only concepts whose note asks for a reader.")
@_LANGUAGES
@_JSON
def list_terms(
    place: Path,
    glossaries: tuple[Path, ...],
    status: str | None,
    subject: str | None,
    unread: bool,
    languages: tuple[str, ...],
    as_json: bool,
) -> None:
    """List the concepts of PLACE: a glossary file, or a project."""
    from transreview.workflow.terms.places import open_place

    with open_place(place, glossaries=glossaries) as opened:
        chosen = [
            concept
            for concept in opened.glossary.concepts
            if (status is None or concept.status.value == status)
            and (subject is None or concept.subject == subject)
            and (not unread or "to be read" in concept.note.casefold())
        ]
        _print(chosen, opened.glossary, languages, as_json=as_json)


@click.command(epilog=FIND_EPILOG)
@_PLACE
@click.argument("words", nargs=-1, required=True, callback=options.readable)
@options.glossaries
@_LANGUAGES
@_JSON
def find(
    place: Path,
    words: tuple[str, ...],
    glossaries: tuple[Path, ...],
    languages: tuple[str, ...],
    as_json: bool,
) -> int:
    """Find the concepts of PLACE that have WORDS: as a part of a term, id or definition, or in any form.

    Traditional characters find simplified ones, and a Georgian word is found in every case.
    """
    from transreview.workflow.terms.places import open_place
    from transreview.workflow.terms.search import search

    with open_place(place, glossaries=glossaries) as opened:
        found = search(opened.glossary, " ".join(words))
        _print(found, opened.glossary, languages, as_json=as_json)
    return 0 if found else 1


@click.command(epilog=SHOW_EPILOG)
@_PLACE
@click.argument("concept_id", metavar="ID")
@options.glossaries
@_JSON
def show(place: Path, concept_id: str, glossaries: tuple[Path, ...], as_json: bool) -> None:
    """Show concept ID of PLACE whole: its terms, the forms of Georgian ones, and its use in a project.

    ID may also be a term that only one concept has.
    """
    from transreview.workflow.terms.glossary_editing import concept_named
    from transreview.workflow.terms.occurrences import ProjectTerms, Usage
    from transreview.workflow.terms.places import open_place

    with open_place(place, glossaries=glossaries) as opened:
        concept = concept_named(opened.glossary, concept_id)
        usage = None
        if opened.project is not None:
            usage = ProjectTerms(opened.project, opened.glossary).usage().get(concept.id, Usage())
    if as_json:
        described = data(concept) | ({} if usage is None else {"usage": _usage_data(usage)})
        click.echo(dumps(described))
        return
    click.echo(card(concept, opened.glossary.languages))
    _print_paradigms(concept)
    if usage is not None:
        _print_usage(usage)


def _print(
    concepts: Sequence[Concept], glossary: Glossary, languages: Iterable[str], *, as_json: bool
) -> None:
    shown = tuple(languages) or glossary.languages
    for concept in concepts:
        click.echo(dumps(data(concept)) if as_json else line(concept, shown))
    if not as_json:
        count = len(concepts)
        click.echo(ngettext("{count} concept.", "{count} concepts.", count).format(count=count), err=True)


def _print_paradigms(concept: Concept) -> None:
    from transreview.languages import language

    declined = [code for code in {term.language: None for term in concept.terms} if language(code).declension]
    terms = [term for code in declined for term in concept.of(code, TermKind.PREFERRED)]
    if not terms:
        return
    from transreview.reports.terminal_paradigm import paradigm_table

    for term in terms:
        click.echo("\n" + printable(paradigm_table(term.text, term.grammar)))


def _print_usage(usage: Usage) -> None:
    text = ngettext(
        "In this project: {source} × in {count} segment of the source.",
        "In this project: {source} × in {count} segments of the source.",
        usage.segments,
    )
    click.echo("\n" + text.format(source=usage.source, count=usage.segments))
    for title, counts in ((_("rendered"), usage.rendered), (_("wrong"), usage.forbidden)):
        for text, count in counts.most_common():
            click.echo(printable(f"  {title}: {text} × {count}"))
    if usage.missing:
        text = ngettext("missing in {count} segment", "missing in {count} segments", usage.missing)
        click.echo("  " + text.format(count=usage.missing))


def _usage_data(usage: Usage) -> dict[str, object]:
    return {
        "source": usage.source,
        "segments": usage.segments,
        "rendered": dict(usage.rendered),
        "forbidden": dict(usage.forbidden),
        "missing": usage.missing,
    }
