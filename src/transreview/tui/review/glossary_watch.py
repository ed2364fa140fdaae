"""Terms and findings follow the glossary: what changes in its files is in force without being asked for."""

from __future__ import annotations

from collections.abc import Callable

from transreview.errors import TransreviewError
from transreview.project.address import is_server
from transreview.tui import log
from transreview.tui.latest_work import LatestWork
from transreview.tui.review.workbench import Workbench
from transreview.workflow.terms.glossaries import glossary_paths
from transreview.workflow.terms.glossary_session import Stamp, stamp

SECONDS = 3.0
"""Between two looks at the glossary's files."""


class GlossaryWatch:
    """Looks whether the glossary has changed, and takes it over.

    Args:
        bench: The workbench.
        check: Checks the whole article anew.
        renew: Checks again what a change of the glossary touches.
    """

    def __init__(self, bench: Workbench, *, check: Callable[[], None], renew: Callable[[], None]) -> None:
        self._state = bench.state
        self._view = bench.view
        self.seconds = SECONDS
        self._check = check
        self._renew = renew
        self._stamp: Stamp = ()
        # What is asked of a server takes its time, and no key may wait for it.
        self._is_far = is_server(bench.state.project.path)
        self._looks = LatestWork(self._failed)

    def begin(self) -> None:
        """Remember how the glossary's files stand now."""
        self._stamp = self._present_stamp()

    def _present_stamp(self) -> Stamp:
        try:
            return stamp(glossary_paths(self._state.project))
        except TransreviewError as error:
            self._view.show_error(error)
            return self._stamp

    def follow(self) -> None:
        """Look whether the glossary has changed, here or by somebody else, and take it over."""
        if not self._is_far:
            self._take(self._present_stamp())
        elif self._looks.is_idle:
            self._looks.ask(self._look)

    def close(self) -> None:
        """Look no more."""
        self._looks.close()

    def _look(self) -> None:
        try:
            present = stamp(glossary_paths(self._state.project))
        except TransreviewError:
            return  # the watch over the project says what is wrong with the connection
        self._view.call(self._take, present)

    def _failed(self, error: Exception) -> None:
        log.note_error("the glossary could not be looked at", error)

    def _take(self, present: Stamp) -> None:
        if present == self._stamp:
            return
        self._stamp = present
        if self._state.checked:
            self._renew()
        else:
            self._check()
