"""Dialogs that fit terminals of any size: what they ask about stays in sight, what helps gives way."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.screen import ModalScreen

from transreview.tui.sheltered import Sheltered

Answer = TypeVar("Answer")


class FittedDialog(Sheltered[Answer], ModalScreen[Answer], Generic[Answer]):
    """A box (`#box`) in the middle of the screen, with its keys (`#keys`) in the last lines.

    On few lines the keys are cut first, then the frame goes, of which the title stays; on few columns
    what stands side by side stands one below the other.
    """

    DEFAULT_CSS = """
    FittedDialog { align: center middle; background: $background 50%; }
    FittedDialog > #box { background: $surface; border: round $primary; }
    FittedDialog #keys { height: auto; color: $text-muted; }
    FittedDialog.-low > #box { max-height: 100%; }
    FittedDialog.-low #keys { max-height: 2; margin-top: 0; }
    FittedDialog.-tiny > #box {
        width: 100%; max-width: 100%; height: 100%; max-height: 100%;
        border: none; border-top: solid $primary; padding: 0;
    }
    FittedDialog.-tiny #keys { display: none; }
    FittedDialog.-tiny #keys.-said { display: block; }
    """
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared without ClassVar by Textual
        (0, "-slim"),
        (50, "-narrow"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (7, "-low"), (14, "-high")]  # noqa: RUF012 - the same

    def on_resize(self) -> None:
        """Keep what has the keyboard in sight."""
        self.call_after_refresh(self.show_focused)

    def show_focused(self) -> None:
        """Scroll to what has the keyboard."""
        if self.focused is not None:
            self.focused.scroll_visible(animate=False, immediate=True)


class TwoTextsDialog(FittedDialog[Answer], Generic[Answer]):
    """Source and translation side by side; where there is no room for that, one above the other."""

    DEFAULT_CSS = """
    TwoTextsDialog MarkedText {
        width: 1fr; border: round $rule; border-title-color: $text-muted; padding: 0 1;
    }
    TwoTextsDialog MarkedText:focus { border: heavy $primary; border-title-style: bold; }
    TwoTextsDialog.-low > #box { height: 100%; }
    TwoTextsDialog.-low #keys { max-height: 1; }
    TwoTextsDialog.-low MarkedText, TwoTextsDialog.-tiny MarkedText {
        border: none; border-left: blank; padding: 0;
    }
    TwoTextsDialog.-low MarkedText:focus, TwoTextsDialog.-tiny MarkedText:focus {
        border: none; border-left: heavy $primary;
    }
    TwoTextsDialog.-slim Horizontal { layout: vertical; }
    TwoTextsDialog.-slim MarkedText { width: 1fr; height: 1fr; }
    TwoTextsDialog.-tiny MarkedText { height: 1; }
    TwoTextsDialog.-tiny MarkedText:focus { height: 1fr; }
    """
