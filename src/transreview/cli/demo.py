"""`transreview demo`: the sample article on the screen, or the whole path unattended."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli import options
from transreview.i18n import _, ngettext
from transreview.reports.visible import path_line
from transreview.terminal_text import shell_word
from transreview.words import called

if TYPE_CHECKING:
    from transreview.workflow.intake.demonstration import Demonstration

EPILOG = """\b
Examples:
  transreview demo
  transreview demo --keymap omegat --theme light
  transreview demo --no-screen /tmp/demo
"""

DEFAULT_FOLDER = Path("demo")


@click.command(epilog=EPILOG)
@click.option(
    "--no-screen",
    "unattended",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Do the whole path without a screen and write project, catalog and article to DIR.",
)
@options.keymap
@options.theme
def demo(unattended: Path | None, keymap: str, theme: str | None) -> None:
    """Review the sample article: a Chinese trade article and its Georgian machine translation.

    The project is made in the folder demo/ and kept: the next call goes on where you stopped. Without a
    terminal, or with --no-screen, the glossary is applied and everything is checked, scored and exported.
    """
    from transreview.cli.steps import Steps
    from transreview.workflow.intake.demonstration import demonstrate, sample_project

    if unattended is None and sys.stdin.isatty() and sys.stdout.isatty():
        from transreview.cli.review import open_screen

        with Steps() as steps:
            path, _resumed = sample_project(DEFAULT_FOLDER, steps)
        open_screen(path, keymap=keymap, theme=theme)
        click.echo(
            _("Your work is in {path}; `transreview demo` goes on with it.").format(path=path_line(path))
        )
        return
    with Steps() as steps:
        done = demonstrate(unattended or DEFAULT_FOLDER, steps)
    click.echo(_summary(done))


def _summary(done: Demonstration) -> str:
    from transreview.reports.terminal_scores import project_scores_text

    parts = []
    if done.resumed:
        parts += [_("The project was there already; its work was kept."), ""]
    beads = ", ".join(f"{shape} × {count}" for shape, count in done.beads.items())
    parts.append(_("Segments: {count} ({beads})").format(count=sum(done.beads.values()), beads=beads))
    parts.append(
        ngettext(
            "Glossary: {replaced} wrong term replaced in its case, {left} left to you",
            "Glossary: {replaced} wrong terms replaced in their case, {left} left to you",
            done.replaced,
        ).format(replaced=done.replaced, left=done.left)
    )
    parts += ["", _("Findings by check, before and after:")]
    checks = dict.fromkeys([*done.found_before, *done.found_after])
    parts += [
        f"  {check:22s} {called(severity):8s} {done.found_before.get((check, severity), 0):4d}"
        f" → {done.found_after.get((check, severity), 0)}"
        for check, severity in checks
    ]
    parts += ["", project_scores_text(done.scores), "", _("Written:")]
    parts += [f"  {path_line(path)}" for path in done.files]
    parts.append(_("Next: transreview review {path}").format(path=shell_word(str(done.files[0]))))
    return "\n".join(parts)
