"""Which key does what: the default keys, and what other programs' users expect instead.

A keymap is data: "place.action" → keys. It says only where it differs from the table of actions; what it
gives to "editor.nothing" does nothing there, though the text area has something for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from transreview.errors import InputError, UsageError
from transreview.i18n import _
from transreview.tui.action import Place
from transreview.tui.actions import ACTIONS
from transreview.tui.layouts import latin
from transreview.tui.shipped_keymaps import KEYMAPS, Changes

OTHER_NAMES = {"vi": "vim"}
"""Names that a keymap is known by as well."""

EDITING_KEYS = {
    "ctrl+a", "ctrl+e", "ctrl+w", "ctrl+x", "ctrl+c", "ctrl+v", "ctrl+z", "ctrl+y",
    "left", "right", "up", "down", "home", "end", "pageup", "pagedown", "enter", "backspace", "delete",
    "ctrl+left", "ctrl+right", "shift+left", "shift+right", "shift+up", "shift+down", "tab",
}  # fmt: skip
"""Keys with which text is edited; an action on one of them would take it from the writer."""

NAMED_KEYS = {
    "left", "right", "up", "down", "home", "end", "pageup", "pagedown", "enter", "tab", "space", "escape",
    "backspace", "delete", "insert",
}  # fmt: skip
"""Keys that have a name instead of a character, besides F1 to F24."""

MODIFIERS = {"ctrl", "alt", "shift", "super"}

NOTHING = "editor.nothing"
"""The name under which a keymap takes keys from the text area."""


COUNTS = "list.counts"
"""The name under which a keymap takes digits in the list for how often the next key is meant, as in vi."""


@dataclass(frozen=True, kw_only=True)
class Keymap:
    """The keys in force.

    Attributes:
        name: Its name.
        actions: (place, key) → id of the action, and the digit for numbered ones ("" otherwise).
        keys: (place, action id) → its keys, the one to show first.
        conflicts: What is wrong with it, one sentence each.
        silent: Keys that do nothing in the editor.
        counts: Whether digits in the list say how often the next key is meant.
        doubled: Letters that mean something in the list when they are typed twice.
    """

    name: str
    actions: dict[tuple[Place, str], tuple[str, str]] = field(default_factory=dict)
    keys: dict[tuple[Place, str], tuple[str, ...]] = field(default_factory=dict)
    conflicts: tuple[str, ...] = ()
    silent: frozenset[str] = frozenset()
    counts: bool = False
    doubled: frozenset[str] = frozenset()

    def find(self, place: Place, key: str) -> tuple[str, str] | None:
        """Return the action of a key in a place with its digit, or None."""
        return self.actions.get((place, key)) or self.actions.get((place, latin(key)))

    def shown(self, place: Place, action: str) -> str:
        """Return the first key of an action as help shows it, empty when it has none."""
        keys = self.keys.get((place, action), ())
        return show_key(keys[0]) if keys else ""


def load(name: str) -> Keymap:
    """Return a keymap.

    Args:
        name: Name of a shipped one, or path of a TOML file of lines like `"editor.confirm" = "f9 ctrl+s"`;
            the file may name the keymap it changes: `base = "omegat"`.

    Raises:
        UsageError: There is no such keymap.
        InputError: The file is no keymap.
    """
    name = OTHER_NAMES.get(name, name)
    if name in KEYMAPS:
        return build(name, KEYMAPS[name])
    path = Path(name)
    if path.suffix != ".toml":
        raise UsageError(
            _("there is no keymap “{name}”").format(name=name),
            remedy=_("Choose one of {names}, or give a .toml file").format(names=", ".join(KEYMAPS)),
        )
    return build(path.stem, _read(path))


def build(name: str, changes: Changes) -> Keymap:
    """Return the keymap that differs from the table of actions by `changes`."""
    actions: dict[tuple[Place, str], tuple[str, str]] = {}
    keys: dict[tuple[Place, str], tuple[str, ...]] = {}
    conflicts: list[str] = []
    for place in Place:
        for action in ACTIONS.values():
            spelled = changes.get(f"{place}.{action.id}")
            chosen = action.keys(place) if spelled is None else tuple(spelled.split())
            keys[place, action.id] = chosen
            for key, digit in _expanded(chosen):
                if not _is_key(key):
                    words = _("“{key}” is the name of no key: {words} has none there.")
                    conflicts.append(words.format(key=key, words=action.words))
                    continue
                taken = actions.get((place, key))
                if taken:
                    conflicts.append(_conflict(place, key, taken[0], action.id))
                    continue
                actions[place, key] = (action.id, digit)
                moved = (key in {"enter", "tab"} and changes.get("editor.new_line")) or (
                    action.id == "select_all"  # it edits text, too
                )
                if place is Place.EDITOR and (key in EDITING_KEYS or len(key) == 1) and not moved:
                    conflicts.append(
                        _("In the editor {key} is needed to write; it now does: {words}.").format(
                            key=show_key(key), words=ACTIONS[action.id].words
                        )
                    )
    silent = frozenset(changes.get(NOTHING, "").split())
    doubled = set()
    for place, key in actions:
        if place is Place.LIST and len(key) == 2 and key[0] == key[1]:
            single = actions.get((place, key[0]))
            if single:  # it acts before the second can come
                conflicts.append(_conflict(place, key[0], single[0], actions[place, key][0]))
            else:
                doubled.add(key[0])
    return Keymap(
        name=name,
        actions=actions,
        keys=keys,
        conflicts=tuple(conflicts),
        silent=silent,
        counts=bool(changes.get(COUNTS)),
        doubled=frozenset(doubled),
    )


def show_key(key: str) -> str:
    """Return a key as people write it: "alt+down" → "Alt+↓", "G" → "G"."""
    names = {
        "down": "↓", "up": "↑", "left": "←", "right": "→", "enter": "Enter", "escape": "Esc", "tab": "Tab",
        "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "space": _("Space"),
        "ctrl": "Ctrl", "alt": "Alt", "shift": "Shift",
    }  # fmt: skip
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if modifiers and last == "@":
        last = "space"  # what Ctrl+Space is called in a terminal
    shown = names.get(last) or (last.upper() if modifiers or (len(last) > 1 and last[0] == "f") else last)
    return "+".join([*(names.get(modifier, modifier) for modifier in modifiers), shown])


def _conflict(place: Place, key: str, first: str, second: str) -> str:
    words = {
        Place.LIST: _("In the list {key} is given to two actions: {first} (kept) and {second}."),
        Place.EDITOR: _("In the editor {key} is given to two actions: {first} (kept) and {second}."),
        Place.PANE: _("In the panes {key} is given to two actions: {first} (kept) and {second}."),
        Place.GLOSSARY: _("In the glossary {key} is given to two actions: {first} (kept) and {second}."),
    }
    return words[place].format(key=show_key(key), first=ACTIONS[first].words, second=ACTIONS[second].words)


def _is_key(key: str) -> bool:
    """Return whether there is a key of a name, whatever the terminal."""
    rest, _plus, last = key[:-1].rpartition("+")
    last, modifiers = last + key[-1:], rest.split("+") if rest else []
    known = len(last) == 1 or last in NAMED_KEYS or re.fullmatch(r"f([1-9]|1\d|2[0-4])", last) is not None
    doubled = len(last) == 2 and last[0] == last[1] and not modifiers
    return (known or doubled) and set(modifiers) <= MODIFIERS and len(set(modifiers)) == len(modifiers)


def _expanded(keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return keys with their digit: "alt+1…9" stands for nine keys."""
    expanded: list[tuple[str, str]] = []
    for key in keys:
        if key.endswith("1…9"):
            expanded += [(key.removesuffix("1…9") + digit, digit) for digit in "123456789"]
        else:
            expanded.append((key, ""))
    return expanded


def _read(path: Path) -> Changes:
    """Read a keymap file, with every mistake named."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(
            _("cannot be read: {reason}").format(reason=error.strerror or error), path=path
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            _("this is no TOML file: {error}").format(error=error),
            path=path,
            remedy=_('Write lines like "editor.confirm" = "f9 ctrl+s"'),
        ) from error
    base = str(data.pop("base", "default"))
    if base not in KEYMAPS:
        raise InputError(_("there is no keymap “{name}” to start from").format(name=base), path=path)
    changes = dict(KEYMAPS[base])
    known = {NOTHING, COUNTS, *(f"{place}.{action}" for place in Place for action in ACTIONS)}
    for name, keys in data.items():
        if name not in known or not isinstance(keys, str):
            raise InputError(
                _("there is no action “{name}”, or its keys are no text").format(name=name),
                path=path,
                remedy=_("The names are in docs/keys.md"),
            )
        changes[name] = keys
    return changes
