"""`transreview terms add|edit|propose|approve|deprecate|remove`: changing a glossary file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transreview.cli.terms_printing import card, line
from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.model.glossary import Concept, ConceptStatus, Glossary
from transreview.terminal_text import printable

if TYPE_CHECKING:
    from transreview.workflow.terms.concept_changes import ConceptInput

_PLACE = click.argument("place", type=click.Path(path_type=Path))
_IDS = click.argument("ids", nargs=-1, required=True, metavar="ID...")

_PAIRS = {
    "preferred": ("-t", "--term", "Preferred term, as LANG=TEXT; one for each language."),
    "admitted": ("-a", "--also", "Admitted term, as LANG=TEXT."),
    "forbidden": ("-n", "--not", "Forbidden term, as LANG=TEXT."),
    "hints": ("-g", "--hint", "Grammar hint, as LANG=HINT or LANG=TERM: HINT (ka=stem=წყლ, ka=name)."),
    "pos": ("-p", "--pos", "Part of speech of the terms, as LANG=POS."),
}

ADD_EPILOG = """\b
Examples:
  transreview terms add my.csv -t zh=镜片 -t ka=ლინზა -t en=lens --subject spectacles
  transreview terms add my.csv -t zh=厦门 -t ka=სიამენი --not ka=ქიამენი --hint ka=name
\b
The id is made from the English term, or the first one, unless --id gives it. PLACE may be a
project: its first glossary is then changed.
"""

APPROVE_EPILOG = """\b
Examples:
  transreview terms approve my.csv temple-arm
  transreview terms approve fair.transreview 镜腿 镜片
"""

DEPRECATE_EPILOG = """\b
Examples:
  transreview terms deprecate my.csv old-name --note "renamed in 2021"
"""

REMOVE_EPILOG = """\b
Examples:
  transreview terms remove my.csv temple-arm
"""

EDIT_EPILOG = """\b
Examples:
  transreview terms edit my.csv lens --not ka=შუშა --note "decided on 3 May"
  transreview terms edit my.csv lens -t ka=ლინზა           the present preferred term becomes admitted
  transreview terms edit my.csv lens --drop ka=შუშა
"""


def _description(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that describe a concept; the parameter is called `given`, a dict."""
    for name, (short, long, text) in reversed(_PAIRS.items()):
        command = click.option(short, long, name, multiple=True, metavar="LANG=TEXT", help=text)(command)
    for name, text in (("subject", "Subject field."), ("definition", "What it is."), ("note", "A remark.")):
        command = click.option(f"--{name}", name, help=text)(command)
    return command


@click.command(epilog=ADD_EPILOG)
@_PLACE
@click.option("--id", "id_", default="", metavar="ID", help="Short name of the concept.")
@_description
def add(place: Path, id_: str, **described: Any) -> None:  # noqa: ANN401 - click's own options
    """Add a concept to PLACE, approved."""
    _add(place, id_, described, ConceptStatus.APPROVED)


@click.command(epilog=ADD_EPILOG.replace("terms add", "terms propose"))
@_PLACE
@click.option("--id", "id_", default="", metavar="ID", help="Short name of the concept.")
@_description
def propose(place: Path, id_: str, **described: Any) -> None:  # noqa: ANN401
    """Add a concept to PLACE for a maintainer to approve or remove."""
    _add(place, id_, described, ConceptStatus.PROPOSED)


@click.command(epilog=EDIT_EPILOG)
@_PLACE
@click.argument("concept_id", metavar="ID")
@click.option("--drop", "dropped", multiple=True, metavar="LANG=TEXT", help="Take a term out.")
@click.option("--rename", metavar="ID", help="Give the concept another id.")
@_description
def edit(place: Path, concept_id: str, rename: str | None, **described: Any) -> None:  # noqa: ANN401
    """Change concept ID of PLACE: what is given is changed, the rest stays."""
    from transreview.workflow.terms.concept_changes import changed_concept
    from transreview.workflow.terms.glossary_editing import concept_named, put, without

    given = _given(described, None)
    changed: list[Concept] = []

    def change(glossary: Glossary) -> Glossary:
        present = concept_named(glossary, concept_id)
        after = changed_concept(present, given)
        if rename and rename != present.id:
            if rename in glossary.by_id:
                raise UsageError(_("there is a concept “{id}” already").format(id=rename))
            glossary, after = without(glossary, present.id), replace(after, id=rename)
        changed.append(after)
        return put(glossary, after)

    _save(place, change)
    click.echo(card(replace(changed[-1], origin=("", 0)), ()))


@click.command(epilog=APPROVE_EPILOG)
@_PLACE
@_IDS
def approve(place: Path, ids: tuple[str, ...]) -> None:
    """Approve concepts of PLACE: from now on they are asked for."""
    _set_status(place, ids, ConceptStatus.APPROVED)


@click.command(epilog=DEPRECATE_EPILOG)
@_PLACE
@_IDS
@click.option("--note", help="Why, for the concept's note.")
def deprecate(place: Path, ids: tuple[str, ...], note: str | None) -> None:
    """Keep concepts of PLACE on record, but ask for them no more."""
    _set_status(place, ids, ConceptStatus.DEPRECATED, note)


@click.command(epilog=REMOVE_EPILOG)
@_PLACE
@_IDS
def remove(place: Path, ids: tuple[str, ...]) -> None:
    """Remove concepts from PLACE; git keeps what was."""
    from transreview.workflow.terms.glossary_editing import concept_named, without

    removed: list[Concept] = []

    def change(glossary: Glossary) -> Glossary:
        removed[:] = [concept_named(glossary, id_) for id_ in ids]
        return without(glossary, *(concept.id for concept in removed))

    _save(place, change)
    _say(ngettext("Removed {count} concept:", "Removed {count} concepts:", len(removed)), removed)


def _add(place: Path, id_: str, described: dict[str, Any], status: ConceptStatus) -> None:
    from transreview.workflow.terms.concept_changes import new_concept
    from transreview.workflow.terms.glossary_editing import put

    given = _given(described, status)
    made: list[Concept] = []

    def change(glossary: Glossary) -> Glossary:
        made.append(new_concept(glossary, given, id_=id_))
        return put(glossary, made[-1])

    _save(place, change)
    click.echo(card(made[-1], ()))
    same = _sharing(place, made[-1])
    if same:
        _say(_("Its source term also belongs to:"), same)


def _sharing(place: Path, made: Concept) -> list[Concept]:
    """Return other concepts that share a term with a new one in its first language."""
    from transreview.formats.glossary_csv import read_glossary
    from transreview.workflow.terms.places import editable_path

    first = made.terms[0].language
    texts = {term.text for term in made.of(first)}
    others = (c for c in read_glossary(editable_path(place)).concepts if c.id != made.id)
    return [concept for concept in others if texts & {term.text for term in concept.of(first)}]


def _set_status(place: Path, ids: Iterable[str], status: ConceptStatus, note: str | None = None) -> None:
    from transreview.workflow.terms.glossary_editing import concept_named, put

    changed: list[Concept] = []

    def change(glossary: Glossary) -> Glossary:
        named = [concept_named(glossary, id_) for id_ in ids]
        changed[:] = [replace(c, status=status, note=c.note if note is None else note) for c in named]
        return put(glossary, *changed)

    _save(place, change)
    heading = {
        ConceptStatus.PROPOSED: _("Proposed now:"),
        ConceptStatus.APPROVED: _("Approved now:"),
        ConceptStatus.DEPRECATED: _("Deprecated now:"),
    }[status]
    _say(heading, changed)


def _save(place: Path, change: Callable[[Glossary], Glossary]) -> None:
    from transreview.workflow.terms.glossary_editing import edit_glossary
    from transreview.workflow.terms.places import editable_path

    edit_glossary(editable_path(place), change)


def _say(title: str, concepts: Iterable[Concept]) -> None:
    listed = list(concepts)
    click.echo(title.format(count=len(listed)))
    for concept in listed:
        languages = tuple(dict.fromkeys(term.language for term in concept.terms))
        click.echo("  " + line(concept, languages))


def _given(described: dict[str, Any], status: ConceptStatus | None) -> ConceptInput:
    from transreview.workflow.terms.concept_changes import ConceptInput

    def pairs(name: str) -> tuple[tuple[str, str], ...]:
        return tuple(map(_pair, described.get(name, ())))

    return ConceptInput(
        preferred=pairs("preferred"),
        admitted=pairs("admitted"),
        forbidden=pairs("forbidden"),
        dropped=pairs("dropped"),
        hints=pairs("hints"),
        pos=pairs("pos"),
        subject=described["subject"],
        definition=described["definition"],
        note=described["note"],
        status=status,
    )


def _pair(text: str) -> tuple[str, str]:
    import re

    language, mark, value = text.partition("=")
    if not mark or not value.strip() or not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language.strip()):
        raise UsageError(
            _("“{text}” is not LANG=TEXT").format(text=printable(text)), remedy=_("Write it like ka=სათვალე.")
        )
    return language.strip(), " ".join(value.split())
