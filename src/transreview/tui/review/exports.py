"""Giving the article away as a file, and the list of what was: when, by whom, where to, what became of it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.errors import ConflictError, TransreviewError, UsageError
from transreview.i18n import _, ngettext
from transreview.tui.escape import visible_line
from transreview.tui.review.workbench import Workbench

if TYPE_CHECKING:
    from transreview.project.exports import ExportRecord
    from transreview.tui.widgets.entry_pane import Entry
    from transreview.workflow.delivery.exporting import Exported


class Exports:
    """Writes the article as a file, and lists the files that were written."""

    def __init__(self, bench: Workbench) -> None:
        self._state = bench.state
        self._view = bench.view

    async def write(self) -> None:
        """Ask for a file and write the article into it, in the format that its ending names."""
        from transreview.tui.dialogs.prompt import Prompt

        if not self._view.may_write():  # what was given away is kept in the project
            return
        question = Prompt(
            _("Export the article"),
            text=str(self._proposed()),
            note=_(
                "The ending says the format: .po, .xlf, .tmx, .csv, .xlsx, .txt, or that of its own file."
            ),
        )
        answer: str | None = await self._view.ask(question)
        if not answer or not answer.strip():
            return
        path = Path(answer.strip()).expanduser()
        force = self._is_anothers(path)
        if force and not await self._may_replace(path):
            self._view.say(_("Nothing was written."))
            return
        try:
            exported, notes = await asyncio.to_thread(self._write, path, force)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        if notes:
            await self._tell(notes)
        words = ngettext(
            "{count} segment written, {confirmed} confirmed: {file}",
            "{count} segments written, {confirmed} confirmed: {file}",
            exported.segments,
        )
        file = visible_line(str(path))
        self._view.done(words.format(file=file, count=exported.segments, confirmed=exported.confirmed))

    def _proposed(self) -> Path:
        """Return where the project was written to last, the file it came from, or a catalog here."""
        from transreview.workflow.intake.bilingual_files import origin_of

        records = self._state.project.exports.all()
        if records:
            return Path(records[0].path)
        origin = origin_of(self._state.project, self._state.article)
        if origin is not None:
            return Path(origin.path)
        name = Path(self._state.project.path).stem
        return Path.cwd() / f"{name}.{self._state.article.target_language}.po"

    def _is_anothers(self, path: Path) -> bool:
        """Whether a file stands there that this project did not write, or that somebody changed since."""
        from transreview.workflow.delivery.export_records import require_ours
        from transreview.workflow.intake.bilingual_files import origin_of

        origin = origin_of(self._state.project, self._state.article)
        if origin is not None and Path(origin.path) == path.absolute():
            return False  # what was changed in the file that it came from is found when it is written
        try:
            require_ours(self._state.project, path)
        except (ConflictError, UsageError):
            return path.is_file()
        return False

    async def _may_replace(self, path: Path) -> bool:
        from transreview.tui.dialogs.choice import Choice

        options = [("y", _("Replace it")), ("n", _("Leave it as it is"))]
        title = _("{file} is not as this project wrote it").format(file=path.name)
        return await self._view.ask(Choice(title, options)) == "y"

    def _write(self, path: Path, force: bool) -> tuple[Exported, list[str]]:
        """Write the file, in a thread and on a connection of its own; return also what could not be kept."""
        from transreview.project.project import Project
        from transreview.workflow.delivery.exporting import export

        project = self._state.project
        notes: list[str] = []
        with Project.open(project.path, user=project.user) as second:
            exported = export(second, path, article_id=self._state.article.id, force=force, say=notes.append)
        return exported, notes

    async def _tell(self, notes: list[str]) -> None:
        from rich.text import Text

        from transreview.tui.dialogs.reading import Reading

        lines = "\n".join(map(visible_line, notes))
        await self._view.ask(Reading(_("What could not be kept in the file"), Text(lines)))

    async def list_all(self) -> None:
        """List the exports, the latest first; Enter says what became of the file."""
        from transreview.tui.dialogs.listing import Listing
        from transreview.workflow.delivery.export_fate import fate_of

        exports, at = self._state.project.exports, 0
        while True:
            records = exports.all()
            listing = Listing(
                _("Exports"),
                [_entry(one) for one in records],
                enter=_("looks at the file"),
                empty=_("Nothing was given away yet: {key} in the list of segments writes a file.").format(
                    key=self._view.key("export")
                ),
                at=at,
            )
            answer = await self._view.ask(listing)
            if answer is None:
                return
            _key, at = answer
            self._view.say(visible_line(fate_of(records[at], exports)))


def _entry(record: ExportRecord) -> Entry:
    from transreview.tui.marks import Mark, MarkKind
    from transreview.tui.widgets.entry_pane import Entry

    head = f"{record.at.astimezone():%Y-%m-%d %H:%M}  {record.user}  {record.format}"
    return Entry(f"{head}\n{record.path}", (Mark(0, len(head), MarkKind.MUTED),), record)
