"""`transreview review`: a project on the screen."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from transreview.cli import options
from transreview.errors import UsageError
from transreview.i18n import _

NO_SCREEN = {"", "dumb", "unknown"}
"""What TERM says where nothing can be placed on a screen."""


@click.command(
    epilog="""\b
Examples:
  transreview review article.transreview
  transreview review article.transreview --article 2 --segment 14
  transreview review article.transreview --keymap omegat
  transreview review article.transreview --theme contrast
  transreview review shop.ka.po
  transreview review article.transreview --linear
  transreview review article.transreview --log screen.log"""
)
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--article", type=int, metavar="N", help="Number of the article to begin with.")
@click.option("--segment", type=int, metavar="N", help="Number of the segment to begin with.")
@options.keymap
@options.theme
@click.option("--read-only", is_flag=True, help="Look, but change nothing.")
@click.option(
    "--log",
    "log_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write down actions and errors, for the report of a fault; no texts.",
)
@click.option(
    "--linear",
    is_flag=True,
    help="Line by line, by words: for screen readers, slow lines and pipes.",
)
@options.source_lang
@options.target_lang
def review(
    project: Path,
    article: int | None,
    segment: int | None,
    keymap: str,
    theme: str | None,
    read_only: bool,
    log_file: Path | None,
    linear: bool,
    source_lang: str | None,
    target_lang: str | None,
) -> None:
    """Open PROJECT, or a bilingual file (PO, XLIFF, TMX …), on the screen: both sides beside each other.

    A bilingual file gets a project beside it, FILE.transreview, and what is done is saved back into it.
    """
    from transreview.cli.file_review import reviewed_file

    with reviewed_file(
        project, source_lang=source_lang, target_lang=target_lang, read_only=read_only
    ) as place:
        _review(place, article, segment, keymap, theme, read_only, log_file, linear)


def _review(
    project: Path,
    article: int | None,
    segment: int | None,
    keymap: str,
    theme: str | None,
    read_only: bool,
    log_file: Path | None,
    linear: bool,
) -> None:
    if linear:
        if log_file is not None:
            raise UsageError(
                _("--log records what the screen does, and --linear has no screen"),
                remedy=_("Leave one of the two away"),
            )
        from transreview.linear.reading import review_linearly

        review_linearly(project, article=article, segment=segment, read_only=read_only)
        return
    served = "TEXTUAL_DRIVER" in os.environ  # the browser is the terminal
    if not served and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            _("the review screen needs a terminal for input and output"),
            remedy=_(
                "Run it without pipes; `transreview check`, `score` and `export` work without a terminal"
            ),
        )
    if not served and os.environ.get("TERM", "") in NO_SCREEN:
        raise UsageError(
            _("this terminal cannot show a screen (TERM is “{term}”)").format(
                term=os.environ.get("TERM", "")
            ),
            remedy=_("Use `transreview review --linear`, or set TERM to what the terminal is"),
        )
    open_screen(
        project,
        article=article,
        segment=segment,
        keymap=keymap,
        theme=theme,
        read_only=read_only,
        log_file=log_file,
    )


def open_screen(
    path: Path,
    *,
    article: int | None = None,
    segment: int | None = None,
    keymap: str = "default",
    theme: str | None = None,
    read_only: bool = False,
    log_file: Path | None = None,
) -> None:
    """Open a project on the screen and return when it is closed.

    Args:
        path: The project file.
        article: Number of the article to begin with.
        segment: 1-based number of the segment to begin with.
        keymap: Name or file of the keymap.
        theme: Colours for this time (dark, light, contrast, colour-blind); those remembered when None.
        read_only: Ask for no right to write.
        log_file: Where actions and errors are written down, None for nowhere.
    """
    # Nothing that is made until the first picture is garbage; the screen turns the collector on again.
    gc.disable()
    try:
        # Import here: the screen's library costs five times what the rest of the command line does.
        from transreview.project.project import Project
        from transreview.tui.app import ReviewApp
        from transreview.tui.keymaps import load

        keys = load(keymap)
        if log_file is not None:
            _log(log_file, keymap)
        following: Path | None = path
        while following is not None:  # another file, when the work was saved beside one that was gone
            with Project.open(following, read_only=read_only) as project:
                app = ReviewApp(project, keys, article_id=article, segment=segment, theme=theme)
                following = app.run()
            article = segment = None
    finally:
        gc.enable()


def _log(file: Path, keymap: str) -> None:
    """Begin a log with what a reader of a report has to know first."""
    import platform
    from importlib.metadata import version

    from transreview import __version__
    from transreview.tui import log

    log.begin(file)
    log.note(
        "started",
        transreview=__version__,
        python=platform.python_version(),
        textual=version("textual"),
        system=platform.platform(),
        terminal=os.environ.get("TERM", ""),
        program=os.environ.get("TERM_PROGRAM", ""),
        keymap=keymap,
    )
