"""Stored values as Python's; what cannot be one says that the file is damaged, not that we are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from transreview.errors import InputError
from transreview.i18n import _
from transreview.project.schema import JOURNALED

Value = TypeVar("Value")


class DamagedError(InputError):
    """A project file holds what no program of ours has written."""


def damaged(detail: object) -> DamagedError:
    """Return the error for a file that holds what no program of ours has written.

    Args:
        detail: What was found.
    """
    return DamagedError(
        _("the project file is damaged ({error})").format(error=" ".join(str(detail).split())[:120]),
        remedy=_("`transreview recover` rebuilds what can be rebuilt, from backups as well"),
    )


def moment(text: str) -> datetime:
    """Return a stored moment.

    Raises:
        InputError: It is none: the project is damaged.
    """
    try:
        return datetime.fromisoformat(text)
    except (ValueError, TypeError) as error:
        raise damaged(error) from error


def stored_moment(at: datetime) -> str:
    """Return a moment as it is stored: ISO 8601, UTC, microseconds, so that texts sort as moments do."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def parsed(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what a stored JSON text says.

    Raises:
        InputError: It is none: the project is damaged.
    """
    try:
        return json.loads(text)
    except (ValueError, TypeError) as error:
        raise damaged(error) from error


def arguments_of(text: str | None) -> dict[str, Any]:
    """Return what an entry of the journal says was done; nothing of entries from before that was kept.

    Raises:
        InputError: It says something else: the project is damaged.
    """
    values = parsed(text) if text else {}
    if not isinstance(values, dict):
        raise damaged(_("an entry of the journal"))
    return values


def recorded(table: str, text: str | None) -> dict[str, Any] | None:
    """Return the columns of a row as a change recorded them, or None where there was no row.

    Raises:
        InputError: The table or its columns are unknown: the project is damaged.
    """
    if text is None:
        return None
    values = parsed(text)
    if table not in JOURNALED or not isinstance(values, dict) or not values.keys() <= {*JOURNALED[table]}:
        raise damaged(_("an unknown change of {table}").format(table=table))
    return values


def known(values: Mapping[str, Value], name: str) -> Value:
    """Return the member of a list of names that a stored name stands for.

    Raises:
        InputError: There is no such name: the project is damaged.
    """
    try:
        return values[name]
    except (KeyError, TypeError) as error:
        raise damaged(name) from error
