"""The name that changes are signed with."""

from __future__ import annotations

import getpass
import os


def login() -> str:
    """Return the name that changes are signed with: TRANSREVIEW_USER, or the login name."""
    if name := os.environ.get("TRANSREVIEW_USER", "").strip():
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no login name is known in some containers
        return "user"
