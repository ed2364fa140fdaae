"""What the parts of a screen have it do: ask a dialog, begin work beside it, take its answer back."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from textual.screen import Screen

from transreview.tui.type_ahead import ask, start

Answer = TypeVar("Answer")


class ScreenWork:
    """Dialogs and work of a screen, for its controllers.

    Args:
        screen: The screen.
    """

    def __init__(self, screen: Screen[Any]) -> None:
        self.screen = screen

    async def ask(self, dialog: Screen[Answer], *, unexpected: bool = False) -> Answer:
        """Show a dialog and return its answer; only in what `run` or the screen started."""
        return await ask(self.screen.app, dialog, unexpected=unexpected)

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that asks a person on the way."""
        start(self.screen, work)

    def run_thread(self, work: Callable[[], None], group: str) -> None:
        """Do something long in a thread; what was begun in the same group before is no longer wanted."""
        _import_shared_packages()
        self.screen.run_worker(work, thread=True, exclusive=True, group=group, exit_on_error=False)

    def call(self, method: Callable[..., object], *given: object) -> None:
        """Have something done on the screen's own thread, from any thread."""
        self.screen.call_later(method, *given)


def _import_shared_packages() -> None:
    """Import what a thread and the screen would else import at the same time, each from another end.

    Of a package that imports its modules one would hold the package and wait for a module, the other hold the
    module and wait for the package: Python lets one of them fail, and the screen ends.
    """
    import transreview.languages  # noqa: F401 - imported to be there
