"""What dialogs have in common in which a list is ticked before something happens to all of it."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType

from transreview.tui.dialogs.fitting import FittedDialog
from transreview.tui.widgets.check_list import CheckList

Value = TypeVar("Value")


class TickDialog(FittedDialog[list[Value] | None], Generic[Value]):
    """Answers with the values that are ticked in its one `CheckList`, or None when given up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("enter", "accept", show=False),
        Binding("a", "all", show=False),
        Binding("n", "none", show=False),
    ]

    def action_give_up(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    def action_accept(self) -> None:
        """Answer with what is ticked."""
        self.dismiss(self.query_one(CheckList).ticked)

    def action_all(self) -> None:
        """Tick all."""
        self.query_one(CheckList).tick_all(True)

    def action_none(self) -> None:
        """Tick none."""
        self.query_one(CheckList).tick_all(False)
