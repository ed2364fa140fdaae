"""Opening and making a project on a PostgreSQL server: what can stand in the way, and what is said of it."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transreview.errors import InputError, UsageError
from transreview.i18n import _
from transreview.project.address import connection_address, database_name
from transreview.project.migrations import SCHEMA_VERSION, refuse_newer
from transreview.project.postgres_connector import CONNECT_SECONDS, connector
from transreview.project.postgres_failures import other_tables, told
from transreview.project.postgres_fitness import (
    require_direct,
    require_fit,
    require_marked,
    require_role,
    require_tables,
    stored_version,
)
from transreview.project.postgres_messages import asked
from transreview.project.postgres_schema import SCHEMA, grants, guards, later_tables, quoted, tables

if TYPE_CHECKING:
    import psycopg

    from transreview.project.postgres_patience import PatientConnection

# Bytes: the server cuts names after 63, and "_maintainer" has to go behind this one.
_LONGEST_NAME = 52
# Held by whoever builds a project in a schema of this name, for as long as the connection lasts.
_BUILDING = 0x5452
_TEMPLATES = frozenset(("template0", "template1"))


@dataclass(frozen=True, slots=True)
class Standing:
    """How we stand to a project on a server.

    Attributes:
        user: Who the server takes us for.
        identity: What the project calls itself.
        may_write: Whether our role may change it.
        takes_changes: Whether its database takes changes at all: a standby does not, nor one that is set so.
    """

    user: str
    identity: str
    may_write: bool
    takes_changes: bool


def examined(path: Path, *, schema: str = SCHEMA) -> Standing:
    """Return how we stand to a project on a server.

    Args:
        path: Address of the project.
        schema: The schema that holds it.

    Raises:
        InputError: The server cannot be reached or refuses, or there is no project that can be read.
    """
    connect = connector(path, schema=schema)
    import psycopg

    with told(path, opening=True), contextlib.closing(connect()) as connection:
        require_fit(connection, path)
        version = stored_version(connection, schema)
        if version is None:
            require_marked(connection, path, schema)
            raise InputError(
                _("there is no project in this database"),
                path=path,
                remedy=_(
                    "Start one in it with `transreview new`, or copy one into it with `transreview copy`"
                ),
            )
        refuse_newer(version, path)
        if version < SCHEMA_VERSION:
            _migrate(connection, path, schema)
        require_tables(connection, path, schema)
        try:
            row = asked(
                connection,
                "SELECT session_user::text, identity, has_table_privilege('segment', 'UPDATE'),"
                " NOT current_setting('transaction_read_only')::boolean FROM project",
            ).fetchone()
        except psycopg.errors.UndefinedTable:  # as it looks to who may not look into the schema
            require_role(connection, path, schema)
            raise
        assert row is not None
        return Standing(*row)


def _migrate(connection: PatientConnection, path: Path, schema: str) -> None:
    """Bring a project to the present schema, in one transaction: wholly or not at all.

    Raises:
        InputError: We may not, or no step leads there.
    """
    import psycopg

    try:
        with connection.transaction():
            if connection.preamble:
                connection.execute(connection.preamble.encode())
            connection.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (schema,))
            version = stored_version(connection, schema) or 0  # another process may have done it meanwhile
            statements = later_tables(version)
            if statements is not None and version < SCHEMA_VERSION:
                connection.execute(statements.encode())
                connection.execute(f"COMMENT ON SCHEMA {schema} IS 'transreview {SCHEMA_VERSION}'".encode())
    except (
        psycopg.errors.DuplicateObject,
        psycopg.errors.DuplicateTable,
        psycopg.errors.DuplicateColumn,
        psycopg.errors.UndefinedTable,
        psycopg.errors.UndefinedColumn,
    ) as error:
        raise other_tables(path, str(error.diag.message_primary)) from error
    except psycopg.errors.LockNotAvailable as error:
        raise InputError(
            _("the tables of the project have to be renewed, and somebody is at work in it"),
            path=path,
            remedy=_("Try again when the others have closed it"),
        ) from error
    except psycopg.errors.InsufficientPrivilege as error:
        raise _too_old(
            path, version, _("Its owner opens it once with this version, which renews it")
        ) from error
    if statements is None:
        remedy = _("Copy it into a file with that version, and back with this one (`transreview copy`)")
        raise _too_old(path, version, remedy)


def _too_old(path: Path, version: int, remedy: str) -> InputError:
    return InputError(
        _("made by an older transreview (schema {theirs}; this one knows {ours})").format(
            theirs=version, ours=SCHEMA_VERSION
        ),
        path=path,
        remedy=remedy,
    )


@contextmanager
def appearing_on_server(path: Path, *, replace: bool) -> Iterator[str]:
    """Yield a schema for an empty project; what was built there becomes the project of its database.

    The database is made where there is none and the user may make one. When the block raises, what was built
    is removed.

    Args:
        path: Address of the project.
        replace: Whether a project that is there may be replaced.

    Raises:
        InputError: There is a project, or the server refuses.
    """
    database = database_name(path)
    if database in _TEMPLATES:
        raise UsageError(
            _("the server makes every new database from this one, with what is in it"),
            path=path,
            remedy=_("Choose another name."),
        )
    if len(database.encode()) > _LONGEST_NAME:
        raise UsageError(
            _("the name of this database is too long: the names of its roles begin with it"),
            path=path,
            remedy=_("Choose a shorter one."),
        )
    made = _ensure_database(path, database)
    draft = f"{SCHEMA}_{secrets.token_hex(4)}"
    try:
        with told(path, opening=True), contextlib.closing(connector(path)()) as connection:
            require_fit(connection, path)
            require_direct(connection, path)
            if stored_version(connection, SCHEMA) is None:
                require_marked(connection, path, SCHEMA)
            if not replace:
                _require_free(connection, path)
            connection.execute("SELECT pg_advisory_lock(%s, hashtext(%s))", (_BUILDING, draft))
            _remove_left_behind(connection)
            connection.execute(f"CREATE SCHEMA {draft}".encode())
            try:
                connection.execute(f"SET search_path = {draft}".encode())
                connection.execute((tables() + guards()).encode())
                connection.execute(f"COMMENT ON SCHEMA {draft} IS 'transreview {SCHEMA_VERSION}'".encode())
                yield draft
                _settle(connection, draft, path, replace=replace)
            except BaseException:
                with contextlib.suppress(Exception):  # the connection may be what failed
                    connection.execute(f"DROP SCHEMA IF EXISTS {draft} CASCADE".encode())
                raise
    except BaseException:
        if made and _is_unused(path):
            _drop_database(path, database)
        raise


def _require_free(connection: psycopg.Connection[Any], path: Path) -> None:
    if stored_version(connection, SCHEMA) is not None:
        raise InputError(
            _("the project exists already"),
            path=path,
            remedy=_("Choose another name, or add to it with `transreview add`"),
        )


def _remove_left_behind(connection: psycopg.Connection[Any]) -> None:
    """Remove what others have begun to build and nobody builds any more: they were killed, or the server."""
    found = connection.execute(
        "SELECT nspname FROM pg_namespace WHERE nspname ~ %s AND pg_has_role(nspowner, 'USAGE')",
        (f"^{SCHEMA}_[0-9a-f]{{8}}$",),
    ).fetchall()
    for (draft,) in found:
        row = connection.execute(
            "SELECT pg_try_advisory_lock(%s, hashtext(%s))", (_BUILDING, draft)
        ).fetchone()
        if row and row[0]:
            connection.execute(f"DROP SCHEMA IF EXISTS {quoted(draft)} CASCADE".encode())


def _settle(connection: psycopg.Connection[Any], draft: str, path: Path, *, replace: bool) -> None:
    """Give a finished project its name and its people their rights, all at once.

    Raises:
        InputError: Somebody else was quicker, and is not to be replaced.
    """
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", (_BUILDING, SCHEMA))
        if not replace:
            _require_free(connection, path)
        connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE".encode())
        connection.execute(f"ALTER SCHEMA {draft} RENAME TO {SCHEMA}".encode())
        functions = connection.execute(
            "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = %s::regnamespace", (SCHEMA,)
        ).fetchall()
        for (function,) in functions:  # nobody's own names may stand in front of the guards'
            connection.execute(f"ALTER FUNCTION {function} SET search_path = {SCHEMA}, pg_temp".encode())
        may_make_roles = connection.execute(
            "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        if may_make_roles and may_make_roles[0]:
            for statement in grants(database_name(path)):
                connection.execute(statement.encode())


def _ensure_database(path: Path, database: str) -> bool:
    """Make the database of an address where there is none; whether it was made."""
    import psycopg

    try:
        with told(path, opening=True), contextlib.closing(connector(path)()) as connection:
            require_direct(connection, path)
    except InputError:
        # The library passes on no more than words, and those in the server's language.
        if _exists(path, database):
            raise
        with told(path, opening=True), contextlib.closing(_maintenance(path)) as connection:
            require_direct(connection, path)
            try:
                connection.execute(
                    f"CREATE DATABASE {quoted(database)} ENCODING 'UTF8' TEMPLATE template0".encode()
                )
            except psycopg.errors.InsufficientPrivilege as error:
                raise InputError(
                    _("there is no such database on the server, and you may not make one"),
                    path=path,
                    remedy=_(
                        "Ask who keeps the server for an empty database in UTF-8, or for the right CREATEDB"
                    ),
                ) from error
            except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
                return False  # somebody was quicker, perhaps at the same moment
        return True
    return False


def _exists(path: Path, database: str) -> bool:
    """Whether a server has a database, as far as it says anything."""
    import psycopg

    try:
        with contextlib.closing(_maintenance(path)) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (database,)).fetchone()
    except psycopg.Error:
        return True
    return known is not None


def _is_unused(path: Path) -> bool:
    """Whether nobody has put anything into a database, nor builds a project in it: it was made by us."""
    import psycopg

    query = (
        "SELECT NOT EXISTS (SELECT FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$|public$)')"
        " AND NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace)"
    )
    try:
        with contextlib.closing(connector(path)()) as connection:
            row = connection.execute(query.encode()).fetchone()
    except psycopg.Error:
        return False
    return bool(row and row[0])


def _drop_database(path: Path, database: str) -> None:
    import psycopg

    with contextlib.suppress(psycopg.Error), contextlib.closing(_maintenance(path)) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {quoted(database)}".encode())


def _maintenance(path: Path) -> psycopg.Connection[Any]:
    """Return a connection to the server's own database, from which others are made."""
    import psycopg

    return psycopg.connect(
        connection_address(path), dbname="postgres", autocommit=True, connect_timeout=CONNECT_SECONDS
    )
