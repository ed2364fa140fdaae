"""The project file: articles, segments and an append-only journal in one SQLite file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.lazy_names import lazy_names

if TYPE_CHECKING:
    from transreview.project.project import Project

__all__ = ["Project"]

# A check of a file asks only whether its path is a server's address: no database is read for that.
__getattr__ = lazy_names(__name__, {"Project": "project"})
