"""The project file: articles, segments and an append-only journal in one SQLite file."""

from transreview.project.project import Project

__all__ = ["Project"]
