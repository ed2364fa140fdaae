"""The glossary's files, which others change as well."""

from __future__ import annotations

import asyncio

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.tui.glossary.state import GlossaryState
from transreview.tui.glossary.view import GlossaryView

SECONDS = 2.0
"""Between two looks at the glossary's files."""


class FilesWatch:
    """Takes over what somebody else has written to a glossary file."""

    def __init__(self, state: GlossaryState, view: GlossaryView) -> None:
        self._state = state
        self._view = view
        self.seconds = SECONDS

    def look(self) -> None:
        """Look beside the screen whether a file has changed."""
        self._view.run_beside(self._look, "watch")

    async def _look(self) -> None:
        try:
            changed = await asyncio.to_thread(self._state.session.refresh)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        if changed:
            self._view.show_glossary()
            self._view.say(_("Somebody else changed the glossary; it was read again."))
