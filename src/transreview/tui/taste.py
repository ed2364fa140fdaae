"""What a person likes the screen to be, in every project: kept in the user's own settings folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

from transreview.errors import InputError
from transreview.i18n import _


def taste_file() -> Path:
    """Return where it is kept; TRANSREVIEW_SCREEN names another file."""
    named = os.environ.get("TRANSREVIEW_SCREEN")
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_config_path("transreview", appauthor=False) / "screen.json"


def chosen_theme() -> str:
    """Return the colours that were chosen last; empty when none were, or when it cannot be told."""
    from transreview.tui.theme import THEMES

    try:
        kept = json.loads(taste_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    name = kept.get("theme", "") if isinstance(kept, dict) else ""
    return name if name in {theme.name for theme in THEMES} else ""


def choose_theme(name: str) -> None:
    """Remember the colours.

    Raises:
        InputError: The file cannot be written.
    """
    from transreview.formats.atomic import write

    path = taste_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            _("the colours cannot be remembered: {reason}").format(reason=error.strerror or error), path=path
        ) from error
    write(path, json.dumps({"theme": name}, indent=1).encode() + b"\n")
