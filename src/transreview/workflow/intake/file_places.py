"""Where an article's files stood, seen from its project: what links of reports and code hosts need."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.formats.reading import STDIN

if TYPE_CHECKING:
    from transreview.model.article import Article
    from transreview.project import Project

FILES = "files"
"""Name under which an article keeps the paths of its files."""


def kept_places(folder: Path, source: Path | str, target: Path | str) -> str:
    """Return what an article keeps: the paths of its files from the project's folder.

    A path that is no UTF-8 or lies on another drive is not kept.

    Args:
        folder: The project's folder.
        source: File of the source, or "-".
        target: File of the translation, or "-".
    """
    places = {}
    for name, path in (("source", source), ("target", target)):
        if str(path) == STDIN:
            continue
        try:
            relative = os.path.relpath(Path(path).absolute(), folder.absolute())
            relative.encode()
        except (ValueError, UnicodeEncodeError):
            continue
        places[name] = Path(relative).as_posix()
    return json.dumps(places, ensure_ascii=False)


def target_place(project: Project, article: Article) -> str:
    """Return the path of an article's translation as one would type it here, or its bare name.

    Args:
        project: An open project.
        article: One of its articles.
    """
    kept = project.articles.data(article.id, FILES)
    relative = json.loads(kept).get("target") if kept else None
    if not isinstance(relative, str):
        return article.target_path
    path = Path(os.path.normpath(project.folder / relative))
    if not path.is_file():
        return article.target_path
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
