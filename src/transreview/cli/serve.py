"""`transreview serve`: the review screen of a project in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from transreview.cli import options
from transreview.errors import InputError, UsageError
from transreview.i18n import _, language

EPILOG = """\b
Examples:
  transreview serve trade.transreview
  transreview serve trade.transreview --port 8123 --keymap omegat --theme light
  transreview serve trade.transreview --read-only
"""
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen at."
)
@options.keymap
@options.theme
@click.option("--read-only", is_flag=True, help="Look, but change nothing.")
def serve(project: Path, host: str, port: int, keymap: str, theme: str | None, read_only: bool) -> None:
    """Show the review screen of PROJECT in a browser, to whoever has the address that is printed.

    It listens on this machine only unless --host says otherwise. The address holds a token; without it
    the page is refused.
    """
    from transreview.project import Project
    from transreview.tui.keymaps import load

    try:
        from transreview.web.server import ReviewServer
    except ImportError as error:
        raise UsageError(
            _("serving the screen needs textual-serve, which is not installed"),
            remedy=_("Install it: pip install 'transreview[serve]'"),
        ) from error
    with Project.open(project, read_only=True):
        pass  # what is wrong with it is said here, not in the browser
    load(keymap)  # and what is wrong with the keys
    chosen = str(Path(keymap).absolute()) if keymap.endswith(".toml") else keymap
    words = ["--ui-lang", language(), "review", str(project.absolute()), "--keymap", chosen]
    words += ["--theme", theme] if theme else []
    server = ReviewServer(
        [*words, "--read-only"] if read_only else words,
        title=project.stem,
        host=host,
        port=port,
        tell=lambda address: click.echo(_("Open {address}\nCtrl+C ends it.").format(address=address)),
    )
    if host not in _LOOPBACK:
        click.echo(
            _(
                "Warning: whoever reaches {host} and has the address can change the project, and the"
                " connection is not encrypted. Put a reverse proxy with TLS before it."
            ).format(host=host),
            err=True,
        )
    try:
        server.serve()
    except OSError as error:
        raise InputError(
            _("cannot listen at {host}:{port}: {error}").format(
                host=host, port=port, error=error.strerror or error
            ),
            remedy=_("Choose another with --port"),
        ) from error
