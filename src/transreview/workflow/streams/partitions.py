"""Folders that hold one table in pieces, as Spark, Dask, DuckDB and pyarrow write it.

Such a folder ends with `.parquet`, or is called `KEY=VALUE`: that is a column of every record in it.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

_ENDINGS = (".parquet", ".pq")
_NULL = "__HIVE_DEFAULT_PARTITION__"


def is_partition(folder: Path) -> bool:
    """Whether a folder holds pieces of a table."""
    return "=" in folder.name or folder.suffix.lower() in _ENDINGS


def partition_fields(file: Path) -> dict[str, str]:
    """Return the columns that the folders right above a file name; of one that comes twice the nearest."""
    found: dict[str, str] = {}
    for folder in file.parents:
        key, equals, value = folder.name.partition("=")
        if not equals:
            break
        if value != _NULL:
            found.setdefault(unquote(key), unquote(value))
    return found
