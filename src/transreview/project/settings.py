"""Settings of the project, and what each user's screen wants to find again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from transreview.model.journal import Action
from transreview.project.changes import Change, changing
from transreview.project.decoding import parsed
from transreview.project.store import Store

Changed = Callable[[Any], object]
"""Makes another value of the present one, which is None where there is none."""


class Settings:
    """What everybody who opens the project shares; values are anything that JSON can hold.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, name: str, default: object = None) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return a setting, or `default`."""
        value = self._store.value("SELECT value FROM setting WHERE name = ?", (name,))
        return default if value is None else parsed(value)

    def set(self, name: str, value: object, *, undoable: bool = True) -> None:
        """Set a setting; a change, which undo takes back.

        Args:
            name: Name of the setting.
            value: Anything that JSON can hold.
            undoable: False for what a project is made with, which is no step of anybody's work.
        """
        self.change(name, lambda _present: value, undoable=undoable)

    def change(self, name: str, changed: Changed, *, undoable: bool = True) -> None:
        """Make another value of a setting, such as a longer list: nobody changes it meanwhile.

        Args:
            name: Name of the setting.
            changed: Given the present value, None where there is none; returns the new one.
            undoable: As for `set`.
        """
        with changing(self._store, Action.SETTING) as change:
            if not undoable:
                change.heads = change.before_heads
            change_setting(change, name, changed)
            change.arguments = {"name": name}


def change_setting(change: Change, name: str, changed: Changed) -> None:
    """Make another value of a setting as a part of a change.

    Args:
        change: The change being made.
        name: Name of the setting.
        changed: Given the present value, None where there is none; returns one that JSON can hold.
    """
    found = change.connection.execute("SELECT id, value FROM setting WHERE name = ?", (name,)).fetchone()
    present = None if found is None else parsed(found[1])
    value = changed(present)
    if found is None:
        change.insert("setting", {"name": name, "value": _kept(value)})
    elif value != present:
        change.update("setting", found[0], value=_kept(value))


class Preferences:
    """What one user's screen asked to remember; no change of the project.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def set(self, name: str, value: object) -> None:
        """Keep something for this user alone (the last place on the screen); no change of the project.

        Args:
            name: Name to find it under.
            value: Anything that JSON can hold.
        """
        self._store.write(
            'INSERT INTO remembered ("user", name, value) VALUES (?, ?, ?)'
            ' ON CONFLICT ("user", name) DO UPDATE SET value = excluded.value',
            (self._store.user, name, _kept(value)),
        )

    def get(self, name: str, default: object = None) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return what this user's screen asked to remember."""
        value = self._store.value(
            'SELECT value FROM remembered WHERE "user" = ? AND name = ?', (self._store.user, name)
        )
        return default if value is None else parsed(value)


def _kept(value: object) -> str:
    """Return a value as JSON that can be stored: bytes of a path that are no UTF-8 as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return text
