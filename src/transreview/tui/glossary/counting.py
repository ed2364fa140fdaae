"""What the project does with the glossary, and the glossary's faults: found out in the background."""

from __future__ import annotations

from textual.worker import get_current_worker

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.glossary import Glossary
from transreview.project.project import Project
from transreview.terminology.lint_issue import LintIssue
from transreview.tui.glossary.state import GlossaryState
from transreview.tui.glossary.usage import Counts, count, faults
from transreview.tui.glossary.view import GlossaryView
from transreview.tui.widgets.lines import MessageKind


class ConceptCounting:
    """Counts the use of the glossary and looks for its faults."""

    GROUPS = frozenset({"lint", "use"})

    def __init__(self, state: GlossaryState, view: GlossaryView) -> None:
        self._state = state
        self._view = view

    def start(self) -> None:
        """Count and check in the background."""
        self._view.run_thread(self._lint, "lint")
        self._view.run_thread(self._count, "use")

    def _lint(self) -> None:
        search = self._state.search
        search.learn_forms()
        issues = faults(search.glossary, self._state.session.languages)
        if not get_current_worker().is_cancelled:
            self._view.call(self._linted, search.glossary, issues)

    def _count(self) -> None:
        glossary, worker = self._state.glossary, get_current_worker()
        with Project.open(self._state.project.path, read_only=True) as second:
            for counts in count(second, glossary, lambda: worker.is_cancelled):
                self._view.call(self._counted, glossary, counts)

    def _linted(self, glossary: Glossary, issues: dict[str, list[LintIssue]]) -> None:
        """Show the faults; from now on declined forms are found as well."""
        if glossary is self._state.glossary:
            self._state.issues, self._state.declined = issues, True
            self._view.show_known()

    def _counted(self, glossary: Glossary, counts: Counts) -> None:
        """Show the use."""
        if glossary is self._state.glossary:
            self._state.counts = counts
            self._view.show_known()

    def failed(self, error: BaseException | None) -> None:
        """Go on without figures, but say so."""
        if isinstance(error, TransreviewError):
            self._view.show_error(error)
        else:
            fault = f"{type(error).__name__}: {error}"
            self._view.say(_("Counting stopped by a fault ({error}).").format(error=fault), MessageKind.ERROR)
