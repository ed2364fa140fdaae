"""Whether a database holds a project, one that this program knows, and what is said where it does not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from transreview.errors import InputError
from transreview.i18n import _
from transreview.project.migrations import SCHEMA_VERSION
from transreview.project.postgres_failures import other_tables
from transreview.project.postgres_schema import FIRST_VERSION, version_of
from transreview.project.schema import JOURNALED, UNRECORDED

if TYPE_CHECKING:
    import psycopg


def stored_version(connection: psycopg.Connection[Any], schema: str) -> int | None:
    """Return the schema version of the project in a database, None where there is no project."""
    row = connection.execute(
        "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s", (schema,)
    ).fetchone()
    return version_of(row[0] if row else None)


def require_direct(connection: psycopg.Connection[Any], path: Path) -> None:
    """Refuse to make a project through a pool: what is being built belongs to one connection."""
    row = connection.execute("SELECT pg_backend_pid()").fetchone()
    if row != (connection.info.backend_pid,):
        raise InputError(
            _("a project cannot be made through a pool of connections, such as PgBouncer"),
            path=path,
            remedy=_("Use the address of the server itself"),
        )


def require_fit(connection: psycopg.Connection[Any], path: Path) -> None:
    """Refuse a database that has not room for every script."""
    row = connection.execute("SELECT current_setting('server_encoding')").fetchone()
    (encoding,) = row or ("?",)
    if encoding != "UTF8":
        raise InputError(
            _("the database stores text as {encoding}, which has no room for every script").format(
                encoding=encoding
            ),
            path=path,
            remedy=_("Make the database with ENCODING 'UTF8'"),
        )


def require_marked(connection: psycopg.Connection[Any], path: Path, schema: str) -> None:
    """Refuse a schema of the project's name that does not say that it is a project, and is not empty.

    It may be somebody else's, or a project that was restored without comments.
    """
    found = _columns(connection, schema)
    if not found:
        return
    if {"project", "journal", "segment", "unit"} <= found.keys():
        version = SCHEMA_VERSION if "markup" in found["unit"] else FIRST_VERSION
        raise InputError(
            _("the project in this database does not say of which version its tables are"),
            path=path,
            remedy=_("Say it, with psql: {command}").format(
                command=f"COMMENT ON SCHEMA {schema} IS 'transreview {version}'"
            ),
        )
    raise InputError(
        _("a schema “{name}” that is no project is in this database").format(name=schema),
        path=path,
        remedy=_("Choose another database"),
    )


def require_tables(connection: psycopg.Connection[Any], path: Path, schema: str) -> None:
    """Refuse a project that has not the tables of its version."""
    found = _columns(connection, schema)
    for table, columns in (JOURNALED | UNRECORDED).items():
        missing = set(columns) - found.get(table, set())
        if missing:
            raise other_tables(path, f"{table}.{min(missing)}")


def require_role(connection: psycopg.Connection[Any], path: Path, schema: str) -> None:
    """Refuse whoever may not look into a project."""
    row = connection.execute("SELECT has_schema_privilege(%s, 'USAGE')", (schema,)).fetchone()
    if row is None or not row[0]:
        raise InputError(
            _("you have no role in this project"),
            path=path,
            remedy=_("A maintainer of the project can give you the role that may do it"),
        )


def _columns(connection: psycopg.Connection[Any], schema: str) -> dict[str, set[str]]:
    """Return what a schema holds: the columns of each table, view or sequence."""
    found: dict[str, set[str]] = {}
    for table, column in connection.execute(
        "SELECT relname::text, attname::text FROM pg_class"
        " JOIN pg_namespace ON pg_namespace.oid = relnamespace"
        " JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped"
        " WHERE nspname = %s AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')",
        (schema,),
    ).fetchall():
        found.setdefault(table, set()).add(column)
    return found
