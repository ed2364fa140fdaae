"""Handing a text to the program that VISUAL or EDITOR names, and taking it back."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported

from transreview.errors import TransreviewError
from transreview.i18n import _


class ExternalEditorError(TransreviewError):
    """The text could not be edited in another program; it is as it was."""


def edit_externally(app: App[None], text: str) -> str:
    """Return a text as another program left it.

    Args:
        app: The application, which leaves the terminal to the program meanwhile.
        text: The text.

    Raises:
        ExternalEditorError: There is no such program, it failed, or the screen cannot be left.
    """
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not command:
        raise ExternalEditorError(
            _("no editor is named"), remedy=_("Set the environment variable EDITOR, for example to nano")
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "segment.txt"
        path.write_text(text + "\n", encoding="utf-8")
        try:
            with app.suspend():
                code = subprocess.run([*command, str(path)], check=False).returncode
        except SuspendNotSupported as error:
            raise ExternalEditorError(
                _("this screen cannot be left for another program"), remedy=_("Run transreview in a terminal")
            ) from error
        except OSError as error:
            raise ExternalEditorError(
                _("{program} cannot be started ({error})").format(program=command[0], error=error.strerror),
                remedy=_("Check the environment variables VISUAL and EDITOR"),
            ) from error
        if code:
            raise ExternalEditorError(
                _("{program} ended with code {code}; the text is as it was").format(
                    program=command[0], code=code
                )
            )
        try:
            return path.read_text(encoding="utf-8").removesuffix("\n")
        except UnicodeDecodeError as error:
            raise ExternalEditorError(
                _("{program} did not leave UTF-8 text; it is as it was").format(program=command[0])
            ) from error
