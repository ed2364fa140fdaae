"""From a key that was pressed to the action it stands for."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Key
from textual.keys import key_to_character
from textual.widget import Widget

from transreview.errors import TransreviewError
from transreview.tui.action import Place
from transreview.tui.keymaps import Keymap
from transreview.tui.pending_keys import PendingKeys
from transreview.tui.sheltered import tell_on


def key_of(event: Key) -> str:
    """Return the name of a key as keymaps spell it: the character itself where there is one."""
    modifiers, plus, last = event.key.rpartition("+")
    if modifiers:
        return modifiers + plus + (key_to_character(last) or last if "_" in last else last)
    character = event.character
    if character is not None and character.isprintable() and not character.isspace():
        return character
    return event.key


async def perform(widget: Widget, place: Place, event: Key) -> bool:
    """Run the action of a key, if it has one in that place.

    Bindings of Textual are not used for the actions: a keymap then decides alone, before the
    editor's own keys, and the tables of bindings need not be copied at every key.

    Args:
        widget: The widget that has the focus.
        place: Where the key was pressed.
        event: The key.

    Returns:
        Whether there was one; the event goes no further then.
    """
    act: Callable[[str, str], None] | None = getattr(widget.screen, "act", None)
    if act is None:  # a dialog, whose keys are its own
        return False
    keymap: Keymap = widget.app.keymap  # type: ignore[attr-defined]
    key, count = key_of(event), 0
    pending: PendingKeys | None = getattr(widget.screen, "pending", None) if place is Place.LIST else None
    if pending is not None and (keymap.counts or keymap.doubled):
        if pending.takes(key):
            _consume(event)
            widget.screen.show_pending()  # type: ignore[attr-defined]
            return True
        key, count = pending.resolve(key)
    found = keymap.find(place, key)
    if found is None:
        return False
    _consume(event)
    action, digit = found
    try:
        if count:
            widget.screen.act_often(action, count)  # type: ignore[attr-defined]
        else:
            act(action, digit)
    except TransreviewError as error:
        tell_on(widget.screen, error)
    return True


def _consume(event: Key) -> None:
    event.stop()
    event.prevent_default()
