"""Second opinions on the screen: asked of whom the team names, after consent; they wait in the editor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.tui.review.workbench import Workbench
from transreview.workflow.assist.requests import Task

if TYPE_CHECKING:
    from transreview.workflow.assist.assistant import Assistant, Opinion
    from transreview.workflow.assist.settings import AssistSettings


class SecondOpinion:
    """Asks for a suggestion for the current segment, an explanation of its findings, or its errors.

    Args:
        bench: What opens the editor.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._view = bench.view
        self._project = bench.state.project
        self._waiting: Assistant | None = None

    async def suggest(self) -> None:
        """Ask for a translation of the segment, or stop waiting for what was asked for."""
        await self._begin(Task.SUGGEST)

    async def explain(self) -> None:
        """Ask what the findings of the segment mean; the answer is shown and kept nowhere else."""
        await self._begin(Task.EXPLAIN)

    async def annotate(self) -> None:
        """Ask for the errors of the segment in MQM; they are kept as a machine's."""
        await self._begin(Task.ANNOTATE)

    async def _begin(self, task: Task) -> None:
        from transreview.workflow.assist.assistant import Assistant, team_assistant
        from transreview.workflow.terms.glossaries import project_glossary

        if self._waiting is not None:
            self._waiting.cancel()
            return
        segment = self._bench.segment
        if segment is None or not self._view.may_write():
            return
        try:
            settings = team_assistant(self._project)
            glossary = project_glossary(self._project)
            assistant = Assistant(self._project, settings, glossary=glossary)
            if not assistant.is_confirmed and not await self._agreed(assistant, segment.id, settings, task):
                self._view.say(_("Nothing was sent."))
                return
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._waiting = assistant
        self._view.say(_("Asking {who}; the same key stops waiting.").format(who=settings.name))
        self._view.run_thread(lambda: self._ask(assistant, segment.id, task), "assist")

    async def _agreed(
        self, assistant: Assistant, segment_id: int, settings: AssistSettings, task: Task
    ) -> bool:
        """Show once what would be sent, and remember a yes."""
        from transreview.tui.dialogs.choice import Choice

        request = assistant.request(self._project.segments.get(segment_id), task)
        text = json.dumps(request.data(), ensure_ascii=False, indent=1)
        options = [
            ("n", _("No, send nothing")),
            ("y", _("Yes, texts of this project may be sent there, now and later")),
        ]
        title = _("Send this to {who}?").format(who=settings.name)
        if await self._view.ask(Choice(title, options, text=text, chosen="n")) != "y":
            return False
        assistant.confirm()
        return True

    def _ask(self, assistant: Assistant, segment_id: int, task: Task) -> None:
        """Wait in a thread, on a connection of its own."""
        from transreview.project.project import Project
        from transreview.workflow.assist.assistant import CancelledError

        view = self._view
        try:
            with Project.open(self._project.path, user=self._project.user) as project:
                segment = project.segments.get(segment_id)
                opinion = assistant.over(project).ask(segment, task)
                kept = assistant.over(project).annotate(segment, opinion) if task is Task.ANNOTATE else 0
        except CancelledError:
            view.call(self._end, _("Not waiting any more."))
        except TransreviewError as error:
            view.call(self._fail, error)
        else:
            if task is Task.SUGGEST:
                view.call(self._show, segment_id, opinion)
            elif task is Task.EXPLAIN:
                view.call(self._show_explanation, opinion)
            else:
                view.call(self._show_errors, opinion, kept)

    def _end(self, words: str) -> None:
        self._waiting = None
        self._view.say(words)

    def _fail(self, error: TransreviewError) -> None:
        self._waiting = None
        self._view.show_error(error)

    def _show_explanation(self, opinion: Opinion) -> None:
        from rich.text import Text

        from transreview.tui.dialogs.reading import Reading
        from transreview.tui.escape import visible

        self._waiting = None
        text = Text(visible(opinion.answer.text))
        self._view.screen.app.push_screen(Reading(_("What the findings mean, as a machine says"), text))

    def _show_errors(self, opinion: Opinion, kept: int) -> None:
        # They were written over the thread's own connection: nobody else's change.
        self._bench.state.session.changed_elsewhere()
        self._bench.reread()
        words = ngettext(
            "{kept} error kept as a machine's, of {count} named.",
            "{kept} errors kept as a machine's, of {count} named.",
            kept,
        )
        said = words.format(kept=kept, count=len(opinion.answer.errors))
        self._end(" ".join([said, *opinion.answer.left_out]))

    def _show(self, segment_id: int, opinion: Opinion) -> None:
        """Put a suggestion into the editor of its segment, where it changes nothing until it is saved."""
        self._waiting = None
        view = self._view
        if self._bench.segment is None or self._bench.segment.id != segment_id:
            view.say(_("The suggestion came after you had gone on; ask again there."))
            return
        if not view.desk.is_open:
            self._bench.open_editor(self._bench.segment)
        if not view.desk.is_open:
            return
        view.desk.editor.put(opinion.answer.text)
        count = len(opinion.findings)
        if opinion.is_worse:
            view.warn(_("The suggestion has more errors than what stood there; Ctrl+Z takes it back."))
        elif count:
            view.say(
                ngettext(
                    "A suggestion, with {count} finding; Ctrl+Z takes it back.",
                    "A suggestion, with {count} findings; Ctrl+Z takes it back.",
                    count,
                ).format(count=count)
            )
        else:
            view.say(_("A suggestion, in which the checks find nothing; Ctrl+Z takes it back."))
