"""A picture of the review screen, made by the program itself.

`python -m transreview.tui.picture PROJECT FILE.svg [COLUMNSxLINES [KEY …]]`
"""

from __future__ import annotations

import asyncio
import html
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from transreview.formats.atomic import write
from transreview.project.project import Project
from transreview.tui.app import ReviewApp
from transreview.tui.keymaps import load
from transreview.tui.widths import cells

CELL = 12.2
"""Width of a cell in Rich's pictures, in their units."""

NO_BREAK_SPACE = "\xa0"

_TEXT = re.compile(r'<text([^>]*?) x="([\d.]+)"([^>]*?) textLength="[\d.]+"([^>]*)>(.*?)</text>', re.DOTALL)


def take(
    project: Path, *, size: tuple[int, int] = (120, 36), keys: Sequence[str] = (), theme: str = ""
) -> str:
    """Return the review screen as an SVG picture.

    Args:
        project: The project file; a copy of it is opened.
        size: Columns and lines of the terminal.
        keys: Keys to press before the picture is taken, as Textual names them.
        theme: Name of a theme other than the usual one.
    """
    return asyncio.run(_take(project, size, keys, theme))


async def _take(project: Path, size: tuple[int, int], keys: Sequence[str], theme: str) -> str:
    with (
        TemporaryDirectory() as folder,
        Project.open(copyfile(project, Path(folder) / project.name)) as opened,
    ):
        app = ReviewApp(opened, load("default"))
        async with app.run_test(size=size) as pilot:
            await app.workers.wait_for_complete()
            if theme:
                app.theme = theme
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.1)
            await pilot.pause(0.2)
            return with_true_widths(app.export_screenshot(title="transreview"))


def with_true_widths(svg: str) -> str:
    """Return a picture in which every character stands in its cell.

    Rich gives the length of a text by counting characters where it should count cells, so that
    browsers squeeze Han; and a font without Georgian of one width would shift the rest of the line.
    """
    return _TEXT.sub(_placed, svg)


def _placed(found: re.Match[str]) -> str:
    before, start, middle, after, text = found.groups()
    shown = html.unescape(text)
    words = shown.strip(NO_BREAK_SPACE)  # some programs drop blanks at the ends of a text
    at = float(start) + (len(shown) - len(shown.lstrip(NO_BREAK_SPACE))) * CELL
    places = []
    for character in words:
        places.append(f"{at:g}")
        at += cells(character) * CELL
    if not words:
        return ""
    return f'<text{before} x="{" ".join(places)}"{middle}{after}>{html.escape(words)}</text>'


def main() -> None:
    """Write the picture that the arguments ask for: PROJECT FILE [COLUMNSxLINES [KEY …]]."""
    project, target, *rest = sys.argv[1:]
    columns, lines = (rest[0] if rest else "120x36").split("x")
    picture = take(Path(project), size=(int(columns), int(lines)), keys=rest[1:])
    write(Path(target), picture.encode())


if __name__ == "__main__":
    main()
