"""`transreview memory`: the user's translation memory: look things up, TMX in and out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transreview.cli.options import readable, source_lang, target_lang
from transreview.cli.output import is_standard, output_option
from transreview.cli.steps import Steps
from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.reports.json_text import dumps
from transreview.reports.visible import path_line

if TYPE_CHECKING:
    from transreview.memory.file import MemoryFile
    from transreview.memory.matches import Match
    from transreview.memory.record import MemoryPair

EPILOG = """\b
Examples:
  transreview memory list
  transreview memory find "眼镜行业" --source-lang zh --target-lang ka
  transreview memory match "会议在厦门举行。" --source-lang zh --target-lang ka
  transreview memory import vendor.tmx
  transreview memory export -o ours.tmx --source-lang zh --target-lang ka
  transreview memory record trade.transreview
  transreview memory forget vendor.tmx
"""

LIST_EPILOG = """\b
Examples:
  transreview memory list
  transreview memory list --memory team.memory --json
"""

FIND_EPILOG = """\b
Examples:
  transreview memory find "眼镜行业" --source-lang zh --target-lang ka
  transreview memory find ინდუსტრიას --source-lang zh --target-lang ka --team team.memory
"""

MATCH_EPILOG = """\b
Examples:
  transreview memory match "会议在厦门举行。" --source-lang zh --target-lang ka
  transreview memory match "会议在厦门举行。" --source-lang zh --target-lang ka --least 80 --json
"""

IMPORT_EPILOG = """\b
Examples:
  transreview memory import vendor.tmx
  transreview memory import old.xlf ours.tmx --own
"""

EXPORT_EPILOG = """\b
Examples:
  transreview memory export -o ours.tmx --source-lang zh --target-lang ka
"""

RECORD_EPILOG = """\b
Examples:
  transreview memory record trade.transreview
  transreview memory record *.transreview --memory team.memory
"""

FORGET_EPILOG = """\b
Examples:
  transreview memory forget vendor.tmx
"""

memory_option = click.option(
    "--memory",
    "path",
    type=click.Path(path_type=Path),
    envvar="TRANSREVIEW_MEMORY",
    metavar="FILE",
    help="Another memory than your own.",
)
team_option = click.option(
    "--team",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A team's memory to look in too; may be repeated.",
)
as_json_option = click.option("--json", "as_json", is_flag=True, help="Print data instead of a table.")


@click.group(epilog=EPILOG)
def memory() -> None:
    """Look into the translation memory, and exchange it as TMX.

    Every segment you confirm on the screen is remembered in a file of your own, off-line.
    """


@memory.command("list", epilog=LIST_EPILOG, short_help="Say what the memory is made of.")
@memory_option
@as_json_option
def list_collections(path: Path | None, as_json: bool) -> None:
    """Say which projects and files the memory is made of."""
    with _own(path) as own:
        collections = own.collections()
        if as_json:
            rows = [{"name": c.name, "label": c.label, "pairs": c.pairs} for c in collections]
            click.echo(dumps({"memory": str(own.path), "pairs": len(own), "collections": rows}, indent=2))
            return
        count = len(own)
        click.echo(
            ngettext("{file}: {n} pair", "{file}: {n} pairs", count).format(file=path_line(own.path), n=count)
        )
        for collection in collections:
            click.echo(f"{collection.pairs:>9}  {_shown(collection.label or collection.name)}")


@memory.command(epilog=FIND_EPILOG, short_help="Find the pairs that have some words.")
@click.argument("words", callback=readable)
@source_lang
@target_lang
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, help="How many to print.")
@memory_option
@team_option
@as_json_option
def find(
    words: str,
    source_lang: str | None,
    target_lang: str | None,
    most: int,
    path: Path | None,
    team: tuple[Path, ...],
    as_json: bool,
) -> int:
    """Find where WORDS stand, in any form, with their translation."""
    from transreview.workflow.memories.shelf import MemoryShelf

    source, target = _languages(source_lang, target_lang)
    with MemoryShelf(_path(path), team) as shelf:
        found = shelf.concordance(words, source, target, most=most)
    if as_json:
        click.echo(dumps([_data(o.pair) | {"side": o.side.value} for o in found], indent=2))
        return 0 if found else 1
    for occurrence in found:
        _print(occurrence.pair)
    if not found:
        click.echo(_("The memory does not have “{words}”.").format(words=_shown(words)), err=True)
    return 0 if found else 1


@memory.command(epilog=MATCH_EPILOG, short_help="Show what the memory has for a text.")
@click.argument("text", callback=readable)
@source_lang
@target_lang
@click.option(
    "--least", type=click.IntRange(1, 100), default=60, show_default=True, help="Percent of a match shown."
)
@memory_option
@team_option
@as_json_option
def match(
    text: str,
    source_lang: str | None,
    target_lang: str | None,
    least: int,
    path: Path | None,
    team: tuple[Path, ...],
    as_json: bool,
) -> int:
    """Show the exact, like and partial matches of TEXT, best first."""
    from transreview.memory.matches import MatchSettings
    from transreview.workflow.memories.shelf import MemoryShelf

    source, target = _languages(source_lang, target_lang)
    with MemoryShelf(_path(path), team) as shelf:
        found = shelf.matches(text, source, target, MatchSettings(least=least))
    if as_json:
        rows = [
            _data(m.pair) | {"kind": m.kind.value, "percent": m.percent, "penalty": m.penalty} for m in found
        ]
        click.echo(dumps(rows, indent=2))
        return 0 if found else 1
    for number, one in enumerate(found, start=1):
        click.echo(_headline(number, one))
        _print(one.pair)
    if not found:
        click.echo(_("The memory has nothing like it."), err=True)
    return 0 if found else 1


@memory.command("import", epilog=IMPORT_EPILOG, short_help="Take a TMX or other bilingual file in.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@source_lang
@target_lang
@click.option("--own", "as_own", is_flag=True, help="The pairs are your own work: no penalty.")
@memory_option
def import_files(
    files: tuple[Path, ...],
    source_lang: str | None,
    target_lang: str | None,
    as_own: bool,
    path: Path | None,
) -> None:
    """Take the pairs of FILES in; importing a file again replaces what it brought before."""
    from transreview.memory.record import Origin
    from transreview.workflow.memories.exchange import import_pairs

    with _own(path) as own:
        for file in files:
            with Steps() as steps:
                steps(_("reading {file}").format(file=path_line(file.name)))
                count, warnings = import_pairs(
                    own,
                    file,
                    source_language=source_lang,
                    target_language=target_lang,
                    origin=Origin.PERSON if as_own else Origin.FOREIGN,
                    progress=lambda n: steps(ngettext("{n} pair", "{n} pairs", n).format(n=n)),
                )
            words = ngettext("{file}: {n} pair taken in.", "{file}: {n} pairs taken in.", count)
            click.echo(words.format(file=path_line(file), n=count))
            for warning in warnings:
                click.echo(_shown(warning), err=True)


@memory.command("export", epilog=EXPORT_EPILOG, short_help="Write the memory as TMX.")
@output_option(required=True, metavar="FILE.tmx", help="File to write; - is standard output.")
@source_lang
@target_lang
@memory_option
def export_file(output: Path, source_lang: str | None, target_lang: str | None, path: Path | None) -> None:
    """Write the pairs of one pair of languages as TMX 1.4."""
    from transreview.workflow.memories.exchange import export_pairs

    with _own(path) as own:
        count = export_pairs(own, output, source_lang or "", target_lang or "")
    if is_standard(output):
        return
    words = ngettext("{file}: {n} pair written.", "{file}: {n} pairs written.", count)
    click.echo(words.format(file=path_line(output), n=count))


@memory.command("record", epilog=RECORD_EPILOG, short_help="Take the confirmed segments of projects in.")
@click.argument("projects", nargs=-1, required=True, type=click.Path(path_type=Path))
@memory_option
def record_projects(projects: tuple[Path, ...], path: Path | None) -> None:
    """Take the confirmed segments of PROJECTS in, as the screen does by itself while you work."""
    from transreview.project.project import Project
    from transreview.workflow.memories.recording import record

    with _own(path) as own:
        for one in projects:
            with Project.open(one, read_only=True) as project:
                done = record(project, own)
            click.echo(
                _("{file}: {taken} taken in, {forgotten} forgotten.").format(
                    file=path_line(one), taken=done.taken, forgotten=done.forgotten
                )
            )


@memory.command("forget", epilog=FORGET_EPILOG, short_help="Forget what a project or file brought.")
@click.argument("label")
@memory_option
def forget_collection(label: str, path: Path | None) -> None:
    """Forget all pairs that came from LABEL, a name that `memory list` shows."""
    with _own(path) as own:
        chosen = [c for c in own.collections() if label in {c.label, c.name}]
        if not chosen:
            raise UsageError(
                _("the memory has nothing from “{name}”").format(name=label),
                remedy=_("`transreview memory list` shows the names"),
            )
        count = sum(own.remove(collection.name) for collection in chosen)
    words = ngettext("{n} pair forgotten.", "{n} pairs forgotten.", count)
    click.echo(words.format(n=count))


def _path(path: Path | None) -> Path:
    """Return the memory to use."""
    from transreview.workflow.memories.shelf import OFF, own_memory

    chosen = own_memory() if path is None or str(path) == OFF else path
    if chosen is None:
        raise UsageError(
            _("the memory is switched off by TRANSREVIEW_MEMORY=off"),
            remedy=_("Name one with --memory FILE"),
        )
    return chosen


def _own(path: Path | None) -> MemoryFile:
    from transreview.memory.file import MemoryFile

    return MemoryFile(_path(path))


def _languages(source: str | None, target: str | None) -> tuple[str, str]:
    if not source or not target:
        raise UsageError(_("which languages?"), remedy=_("Name them: --source-lang zh --target-lang ka"))
    return source, target


def _data(pair: MemoryPair) -> dict[str, Any]:
    return {
        "source": pair.source,
        "target": pair.target,
        "origin": pair.origin.value,
        "collection": pair.label or pair.collection,
        "user": pair.user,
        "changed": pair.changed,
    }


def _headline(number: int, match: Match) -> str:
    """Return what a match is, in a line."""
    from transreview.memory.matches import Kind

    if match.kind is Kind.EXACT:
        words = _("{number}  {percent} %  the same text")
    elif match.kind is Kind.FUZZY:
        words = _("{number}  {percent} %  a like text")
    else:
        words = _("{number}  {percent} %  a part of the text")
    return words.format(number=number, percent=match.percent)


def _print(pair: MemoryPair) -> None:
    click.echo(f"   {_shown(pair.source)}")
    click.echo(f"   {_shown(pair.target)}   ({_shown(pair.label or pair.collection)})")


def _shown(text: str) -> str:
    from transreview.tui.escape import visible_line

    return visible_line(text)
