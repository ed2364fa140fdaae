"""What a person likes the screen to be, in every project: kept in the user's own settings folder."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from transreview.errors import InputError
from transreview.i18n import _


def taste_file() -> Path:
    """Return where it is kept; TRANSREVIEW_SCREEN names another file."""
    named = os.environ.get("TRANSREVIEW_SCREEN")
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_config_path("transreview", appauthor=False) / "screen.json"


def recall(name: str) -> Any:  # noqa: ANN401 - whatever stands in a file; who asks looks at it
    """Return what was remembered under a name; None when nothing was, or when it cannot be told."""
    try:
        kept = json.loads(taste_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return kept.get(name) if isinstance(kept, dict) else None


def problem() -> InputError | None:
    """Return what is wrong with the file, if it cannot be read and what was remembered is not in force."""
    path = taste_file()
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = error.strerror or error
        return InputError(
            _("the settings of the screen cannot be read: {reason}").format(reason=reason), path=path
        )
    except ValueError:
        kept = None
    if isinstance(kept, dict):
        return None
    return InputError(
        _("these settings of the screen cannot be read: they are not in force"),
        path=path,
        remedy=_("Mend the file, or move it away"),
    )


def remember(name: str, value: object) -> None:
    """Remember something under a name, beside what is remembered already.

    Raises:
        InputError: The file cannot be written, or what stands in it cannot be read and would be lost.
    """
    from transreview.formats.atomic import write

    path = taste_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except OSError as error:
        raise InputError(
            _("the settings of the screen cannot be kept: {reason}").format(reason=error.strerror or error),
            path=path,
        ) from error
    except ValueError as error:
        raise _unreadable(path) from error
    if not isinstance(kept, dict):
        raise _unreadable(path)
    write(path, json.dumps({**kept, name: value}, indent=1, ensure_ascii=False).encode() + b"\n")


def chosen_theme() -> str:
    """Return the colours that were chosen last; empty when none were, or when it cannot be told."""
    from transreview.tui.theme import THEMES

    name = recall("theme")
    return name if name in {theme.name for theme in THEMES} else ""


def choose_theme(name: str) -> None:
    """Remember the colours.

    Raises:
        InputError: They cannot be remembered.
    """
    remember("theme", name)


def _unreadable(path: Path) -> InputError:
    return InputError(
        _("this file of settings cannot be read, so nothing was added to it"),
        path=path,
        remedy=_("Mend it, or move it away"),
    )
