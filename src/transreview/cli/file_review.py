"""A bilingual file under review: what is told before the screen opens and after it has closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.project.address import is_server
from transreview.reports.visible import path_line

PROJECT = ".transreview"
"""How the name of a project file ends."""


@contextmanager
def reviewed_file(
    path: Path, *, source_lang: str | None, target_lang: str | None, read_only: bool
) -> Iterator[Path]:
    """Give the project to open: the one that was named, or the one beside a bilingual file.

    When the block ends, what was done is saved into the file.

    Args:
        path: A project or a bilingual file.
        source_lang: Language of the sources, where the file does not say it.
        target_lang: Language of the translations, where the file does not say it.
        read_only: Whether nothing shall be changed.
    """
    if path.suffix.lower() == PROJECT or is_server(path):  # nothing of other formats is read for these
        yield path
        return
    from transreview.workflow.delivery.file_review import begin, is_bilingual
    from transreview.workflow.intake.bilingual_files import BilingualInput

    if not is_bilingual(path):
        yield path
        return
    given = BilingualInput(path=path, source_language=source_lang, target_language=target_lang)
    opened = begin(given, read_only=read_only)
    if opened.imported is not None:
        from transreview.cli.intake import print_bilingual

        click.echo(_("{project} started.").format(project=path_line(opened.project)))
        print_bilingual(opened.imported)
    if opened.merged is not None:
        merged = opened.merged
        click.echo(
            _(
                "{file} was changed by others. Taken over: {taken}; in conflict with yours: {conflicts}."
            ).format(file=path_line(path), taken=len(merged.proposals), conflicts=len(merged.conflicts))
        )
    yield opened.project
    if not read_only:
        _tell_saved(opened.project, path)


def _tell_saved(project: Path, path: Path) -> None:
    from transreview.workflow.delivery.file_review import finish

    saved = finish(project)
    if isinstance(saved, TransreviewError):
        click.echo(_("Not saved into {file}: {reason}").format(file=path_line(path), reason=saved), err=True)
        click.echo(_("Your work is in {project}.").format(project=path_line(project)), err=True)
    elif saved is not None:
        click.echo(
            ngettext(
                "{count} unit saved into {file}.", "{count} units saved into {file}.", saved.changed
            ).format(count=saved.changed, file=path_line(saved.path))
        )
