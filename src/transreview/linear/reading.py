"""Reading commands from a terminal or a pipe, and saying the answers, a line each."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from transreview.errors import InputError, UsageError
from transreview.i18n import _
from transreview.linear.commands import Review
from transreview.linear.session import LinearSession
from transreview.project.project import Project
from transreview.workflow.memories.recording import record
from transreview.workflow.memories.shelf import MemoryShelf, own_memory


def review_linearly(
    path: Path, *, article: int | None = None, segment: int | None = None, read_only: bool = False
) -> None:
    """Review a project line by line until the person or the input ends it.

    Args:
        path: The project file.
        article: Number of the article; the first when None.
        segment: 1-based number of the segment to begin with.
        read_only: Ask for no right to write.

    Raises:
        InputError: The project cannot be opened.
        UsageError: It has no such article or segment.
    """
    out = sys.stdout
    with Project.open(path, read_only=read_only) as project, contextlib.ExitStack() as stack:
        session = _session(project, article, segment)
        review = Review(session, _shelf(stack, out), _ask)
        out.write(_("{title}. “help” lists the commands.").format(title=session.article.title) + "\n")
        _say(review.shown(), out)
        while not review.ended:
            line = _line("> ")
            if line is None:
                break
            _say(review.do(line), out)
        if review.shelf is not None and review.shelf.own is not None:
            record(project, review.shelf.own)


def _session(project: Project, article: int | None, segment: int | None) -> LinearSession:
    articles = project.articles.all()
    chosen = next((one for one in articles if article in {None, one.id}), None)
    if chosen is None:
        raise UsageError(
            _("there is no such article"),
            path=project.path,
            remedy=_("`transreview status` lists the articles; `transreview add` adds one"),
        )
    session = LinearSession(project, chosen)
    if segment is not None and not session.go(segment - 1):
        raise UsageError(
            _("the article has segments 1 to {count}").format(count=len(session)),
            path=project.path,
            remedy=_("Choose another with --segment"),
        )
    return session


def _shelf(stack: contextlib.ExitStack, out: TextIO) -> MemoryShelf | None:
    own = own_memory()
    if own is None:
        return None
    try:
        return stack.enter_context(MemoryShelf(own))
    except InputError as error:
        out.write(f"{error}\n")
        return None


def _say(lines: Iterable[str], out: TextIO) -> None:
    for line in lines:
        out.write(f"{line}\n")
        out.flush()  # a reader hears each line when it is there


def _line(prompt: str) -> str | None:
    """Return the next line, or None at the end of the input; on a terminal with its line editing."""
    if sys.stdin.isatty():
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 - gives input() its editing and history
        try:
            return input(prompt)
        except EOFError:
            return None
    read = sys.stdin.readline()
    return read.rstrip("\r\n") if read else None


def _ask(prompt: str, present: str) -> str | None:
    """Ask for a text; on a terminal it stands there to be changed."""
    if not sys.stdin.isatty():
        return _line(prompt)
    try:
        import readline
    except ImportError:
        return _line(prompt)
    readline.set_startup_hook(lambda: readline.insert_text(present))
    try:
        return _line(prompt)
    finally:
        readline.set_startup_hook(None)
