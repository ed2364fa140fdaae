"""What `new` and `add` bring in beside two files: a bilingual file, two folders, one folder of pairs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.reports.visible import one_line as shown

if TYPE_CHECKING:
    from transreview.cli.article_request import ArticleRequest
    from transreview.model.article import Article
    from transreview.project.project import Project
    from transreview.workflow.intake.article_input import ArticleInput
    from transreview.workflow.intake.bilingual_files import BilingualImported, BilingualInput
    from transreview.workflow.intake.engine_table import EngineTable
    from transreview.workflow.intake.engine_translation import AddedEngine
    from transreview.workflow.intake.folder_pairs import FolderPairs
    from transreview.workflow.intake.importing import Imported


def bring_in(
    project: Project,
    request: ArticleRequest,
    found: FolderPairs | None,
    import_pair: Callable[[ArticleInput], Imported],
    steps: Callable[[str], None],
    *,
    as_engine: Callable[[], AddedEngine | None] = lambda: None,
) -> list[Imported | BilingualImported] | EngineTable | AddedEngine:
    """Bring in what was asked for: folders, a table of engines, one engine's translation, or an article.

    Args:
        project: Where it goes.
        request: What was asked for.
        found: The pairs of folders, None where files were named.
        import_pair: Reads and aligns a source and its translation.
        steps: Told what is being done.
        as_engine: Keeps the translation beside an article that is there already; None where none is.
    """
    given, alone = request.given, request.target is None
    if found is not None:
        return bring_in_folder(project, found, given, import_pair, steps)
    table = bring_in_table(project, given, request.engines, alone=alone)
    if table is not None:
        return table
    added = as_engine()
    if added is not None:
        return added
    if alone:
        steps(_("reading {file}").format(file=shown(Path(given.source).name)))
        return [bring_in_bilingual(project, given)]
    return [import_pair(given)]


def found_pairs(given: ArticleInput, target: Path | None) -> FolderPairs | None:
    """Return what stands in folders, None where files were named.

    Args:
        given: What the user said.
        target: The second name, None where there is only one.

    Raises:
        UsageError: A folder goes with a file, or no pairs are found.
    """
    from transreview.workflow.intake.folder_pairs import pairs_of_folder, pairs_of_folders

    source = Path(given.source)
    folders = source.is_dir(), target is not None and target.is_dir()
    if not any(folders):
        return None
    if target is None:
        return pairs_of_folder(source, given.source_language, given.target_language)
    if not all(folders):
        raise UsageError(
            _("one of these is a folder and the other is none"),
            path=source if folders[0] else target,
            remedy=_("Name two files or two folders."),
        )
    return pairs_of_folders(source, target)


def list_pairs(found: FolderPairs, *, ask: bool) -> bool:
    """Print what goes together; return whether to go on, which a person at a terminal is asked."""
    for source, target in found.pairs:
        click.echo(f"  {shown(str(source))}  ↔  {shown(str(target))}")
    for path in found.bilingual:
        click.echo(f"  {shown(str(path))}")
    for path in found.alone:
        click.echo(_("  without a partner: {path}").format(path=shown(str(path))))
    count = len(found.pairs) + len(found.bilingual)
    words = [ngettext("{count} article", "{count} articles", count).format(count=count)]
    if alone := len(found.alone):
        words.append(
            ngettext("{count} file without a partner", "{count} files without a partner", alone).format(
                count=alone
            )
        )
    click.echo(", ".join(words) + ".")
    if not ask or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    return click.confirm(_("Bring them in?"), default=True)


def bring_in_folder(
    project: Project,
    found: FolderPairs,
    given: ArticleInput,
    import_pair: Callable[[ArticleInput], Imported],
    progress: Callable[[str], None],
) -> list[Imported | BilingualImported]:
    """Bring in all pairs of folders, one article after the other."""
    from transreview.workflow.intake.bilingual_files import import_bilingual

    imported: list[Imported | BilingualImported] = []
    total = len(found.pairs) + len(found.bilingual)
    for number, (source, target) in enumerate(found.pairs, 1):
        progress(_("article {number} of {total}").format(number=number, total=total))
        one = replace(
            given,
            source=source,
            target=target,
            source_language=given.source_language or found.source_language or None,
            target_language=given.target_language or found.target_language or None,
            title="",
        )
        imported.append(import_pair(one))
    for number, path in enumerate(found.bilingual, len(found.pairs) + 1):
        progress(_("article {number} of {total}").format(number=number, total=total))
        imported.append(import_bilingual(project, _bilingual(given, path)))
    return imported


def bring_in_bilingual(project: Project, given: ArticleInput) -> BilingualImported:
    """Bring in one bilingual file.

    Raises:
        UsageError: It is the text of one side, and the other is missing.
    """
    from transreview.formats.readers import pair_reader
    from transreview.workflow.intake.bilingual_files import import_bilingual

    path = Path(given.source)
    if str(path) == "-" or pair_reader(path) is None:
        raise UsageError(
            _("this is the text of one side, and its translation is missing"),
            path=path,
            remedy=_(
                "Name the translation behind it, or a bilingual file (PO, XLIFF, TMX, CSV, XLSX …) alone."
            ),
        )
    return import_bilingual(project, _bilingual(given, path))


def bring_in_table(
    project: Project, given: ArticleInput, engines: Sequence[str], *, alone: bool
) -> EngineTable | None:
    """Bring in a table with a column for each engine; None where but one is named and it has no column.

    Raises:
        UsageError: There is a translation beside it, or it is no table.
    """
    from transreview.workflow.intake.engine_table import has_column, import_engine_table

    if len(engines) < 2:
        named = alone and bool(engines) and has_column(_bilingual(given, Path(given.source)), engines[0])
        if not named:
            return None
    if not alone:
        raise UsageError(
            _("several engines, and the translation of one"),
            remedy=_("Name one --engine, and add the others with `transreview add … --engine NAME`"),
        )
    return import_engine_table(project, _bilingual(given, Path(given.source)), engines)


def print_table(table: EngineTable) -> None:
    """Print what came of a table of several engines."""
    click.echo(
        ngettext(
            "{count} segment with translations by {names}.",
            "{count} segments with translations by {names}.",
            table.units,
        ).format(count=table.units, names=", ".join(map(shown, table.engines)))
    )
    for name, count in table.empty.items():
        if count:
            words = _("{name} has no translation of {count} of them.")
            click.echo(words.format(name=shown(name), count=count))
    for warning in table.warnings:
        click.echo(_("Note: {warning}").format(warning=shown(warning)), err=True)


def bring_in_engine(project: Project, given: ArticleInput) -> AddedEngine | None:
    """Keep a bilingual file as another engine's translation, where an article has its sources."""
    from transreview.formats.readers import pair_reader
    from transreview.workflow.intake.engine_translation import add_engine_file

    path = Path(given.source)
    if str(path) == "-" or pair_reader(path) is None:
        return None
    return add_engine_file(project, _bilingual(given, path))


def article_line(article: Article) -> str:
    """Return the line that tells of an article that has come in."""
    return _("Article {number}, {source} to {target}: {title}").format(
        number=article.id,
        source=article.source_language,
        target=article.target_language,
        title=shown(article.title),
    )


def print_bilingual(imported: BilingualImported) -> None:
    """Print what came of a bilingual file."""
    article = imported.article
    click.echo(article_line(article))
    click.echo(
        ngettext(
            "{count} unit ({format}): {confirmed} done, {untranslated} to be translated, {locked} locked.",
            "{count} units ({format}): {confirmed} done, {untranslated} to be translated, {locked} locked.",
            imported.units,
        ).format(
            count=imported.units,
            format=imported.format,
            confirmed=imported.confirmed,
            untranslated=imported.untranslated,
            locked=imported.locked,
        )
    )
    if imported.encoding not in {"", "utf-8", "utf-8-sig"}:
        click.echo(
            _("{name} was read as {encoding}.").format(
                name=shown(article.source_path), encoding=imported.encoding
            )
        )
    for warning in imported.warnings:
        click.echo(_("Note: {warning}").format(warning=shown(warning)), err=True)


def print_all(imported: Sequence[Imported | BilingualImported]) -> None:
    """Print what came of each article."""
    from transreview.workflow.intake.bilingual_files import BilingualImported

    for one in imported:
        if isinstance(one, BilingualImported):
            print_bilingual(one)
        else:
            _print_imported(one)


def _print_imported(imported: Imported) -> None:
    article = imported.article
    click.echo(article_line(article))
    count = sum(imported.beads.values())
    shapes = ", ".join(f"{shape} × {number}" for shape, number in imported.beads.items())
    click.echo(
        ngettext("{count} segment: {shapes}.", "{count} segments: {shapes}.", count).format(
            count=count, shapes=shapes
        )
    )
    if imported.doubtful:
        click.echo(
            ngettext(
                "{count} alignment is doubtful and marked for a look.",
                "{count} alignments are doubtful and marked for a look.",
                imported.doubtful,
            ).format(count=imported.doubtful)
        )
    for name, encoding in imported.encodings.items():
        click.echo(_("{name} was read as {encoding}.").format(name=shown(name), encoding=encoding))
    for remark in imported.remarks:
        click.echo(shown(remark))
    for warning in imported.warnings:
        click.echo(_("Note: {warning}").format(warning=shown(warning)), err=True)


def _bilingual(given: ArticleInput, path: Path) -> BilingualInput:
    from transreview.workflow.intake.bilingual_files import BilingualInput

    return BilingualInput(
        path=path,
        source_language=given.source_language,
        target_language=given.target_language,
        encoding=given.encoding,
        title=given.title,
        engine=given.engine,
    )
