"""`transreview edit`, `confirm` and `comment`: a reviewer's steps for scripts, all in the history."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli import options
from transreview.cli.segments import named_article, named_segments
from transreview.errors import InputError, UsageError
from transreview.i18n import _, ngettext

if TYPE_CHECKING:
    from transreview.model.segment import Segment, Status
    from transreview.project import Project

EDIT_EPILOG = """\b
Examples:
  transreview edit trade.transreview 4 --text "26 მაისს სხდომა გაიმართა."
  transreview edit trade.transreview 0004 --text - < new.txt
  transreview edit trade.transreview 4 --machine
\b
A segment is named by its key (0004) or its number in the article. One undo on the screen takes it back.
"""

CONFIRM_EPILOG = """\b
Examples:
  transreview confirm trade.transreview 4
  transreview confirm trade.transreview 1-20 25 --approve
  transreview confirm trade.transreview 4 --take-back
"""

COMMENT_EPILOG = """\b
Examples:
  transreview comment trade.transreview 4 "Which fair is meant?"
  transreview comment trade.transreview 4
"""


@click.command(epilog=EDIT_EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("segment")
@click.option(
    "--text",
    metavar="TEXT",
    callback=options.readable,
    help="The new translation; - reads it from standard input.",
)
@click.option("--machine", is_flag=True, help="Put the machine translation back.")
@options.article_number
def edit(project: Path, segment: str, text: str | None, machine: bool, article: int | None) -> None:
    """Give SEGMENT of PROJECT another translation."""
    from transreview.project import Project

    if (text is None) is not machine:
        raise UsageError(_("name the new text"), remedy=_("Give --text TEXT, or --machine"))
    new = sys.stdin.buffer.read() if text == "-" else None
    with Project.open(project) as opened:
        chosen = _one(named_segments(opened, named_article(opened, article), [segment]))
        if machine:
            opened.segments.restore(chosen.id, revision=chosen.revision)
        else:
            words = _decoded(new) if new is not None else text or ""
            if not words.strip():
                raise UsageError(
                    _("the new text is empty"), remedy=_("A translation is not emptied unasked: name a text")
                )
            opened.segments.edit(chosen.id, words, revision=chosen.revision)
        click.echo(_("{key} is saved.").format(key=chosen.key))


@click.command(epilog=CONFIRM_EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("segments", nargs=-1, required=True, metavar="SEGMENT…")
@click.option("--approve", is_flag=True, help="As the reviewer: approved, not only confirmed.")
@click.option("--take-back", is_flag=True, help="No longer confirmed.")
@click.option("--alignment", is_flag=True, help="Vouch for the alignment: realigning leaves it alone.")
@options.article_number
def confirm(
    project: Path,
    segments: tuple[str, ...],
    approve: bool,
    take_back: bool,
    alignment: bool,
    article: int | None,
) -> None:
    """Confirm segments of PROJECT; one undo takes all of them back."""
    from transreview.model.segment import Status
    from transreview.project import Project

    if approve and take_back:
        raise UsageError(_("--approve and --take-back exclude each other"), remedy=_("Choose one"))
    if approve and alignment:
        raise UsageError(_("--approve and --alignment exclude each other"), remedy=_("Choose one"))
    with Project.open(project) as opened:
        chosen = named_segments(opened, named_article(opened, article), segments)
        if alignment:
            for one in chosen:
                opened.segments.set_fixed(one.id, not take_back, revision=one.revision)
            words = ngettext("{n} alignment is settled.", "{n} alignments are settled.", len(chosen))
            if take_back:
                words = ngettext("{n} alignment is open.", "{n} alignments are open.", len(chosen))
            click.echo(words.format(n=len(chosen)))
            return
        status = Status.APPROVED if approve else Status.EDITED if take_back else Status.CONFIRMED
        entry = opened.segments.set_status_many([(one.id, one.revision) for one in chosen], status)
        count = len(entry.segment_ids) if entry else 0
        click.echo(_status_line(status, count))
        _remember(opened)


@click.command(epilog=COMMENT_EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("segment")
@click.argument("text", required=False, callback=options.readable)
@options.article_number
def comment(project: Path, segment: str, text: str | None, article: int | None) -> None:
    """Comment on SEGMENT of PROJECT, or print its comments where no TEXT is given."""
    from transreview.project import Project
    from transreview.tui.escape import visible_line

    with Project.open(project, read_only=text is None) as opened:
        chosen = _one(named_segments(opened, named_article(opened, article), [segment]))
        if text is not None:
            opened.comments.add(chosen.id, text)
            click.echo(_("The comment on {key} is saved.").format(key=chosen.key))
            return
        for one in opened.comments.all(chosen.id):
            click.echo(
                f"{one.id}  {one.at:%Y-%m-%d %H:%M}  {visible_line(one.author)}: {visible_line(one.text)}"
            )


def _one(segments: list[Segment]) -> Segment:
    if len(segments) != 1:
        raise UsageError(_("one segment at a time"), remedy=_("Name one by its key or number"))
    return segments[0]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").removesuffix("\n")
    except UnicodeDecodeError as error:
        raise InputError(
            _("not UTF-8"), path=_("standard input"), byte=error.start, remedy=_("Convert it to UTF-8")
        ) from error


def _status_line(status: Status, count: int) -> str:
    from transreview.model.segment import Status

    if status is Status.APPROVED:
        return ngettext("{n} segment approved.", "{n} segments approved.", count).format(n=count)
    if status is Status.CONFIRMED:
        return ngettext("{n} segment confirmed.", "{n} segments confirmed.", count).format(n=count)
    words = ngettext("{n} segment is no longer confirmed.", "{n} segments are no longer confirmed.", count)
    return words.format(n=count)


def _remember(project: Project) -> None:
    """Take what was confirmed into the user's memory, as the screen does."""
    from transreview.memory.file import MemoryFile
    from transreview.workflow.memories.recording import record
    from transreview.workflow.memories.shelf import own_memory

    path = own_memory()
    if path is None:
        return
    try:
        with MemoryFile(path) as memory:
            record(project, memory)
    except InputError as error:
        click.echo(_("Not remembered: {error}").format(error=error), err=True)
