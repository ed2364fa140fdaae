"""The project file: articles, segments and an append-only journal in one SQLite file."""
