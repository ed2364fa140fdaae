"""Making connections to a PostgreSQL server, or to a pool of connections that stands before it."""

from __future__ import annotations

import logging
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.project.address import connection_address, database_name, unreadable
from transreview.project.postgres_failures import refuses_options
from transreview.project.postgres_schema import SCHEMA
from transreview.project.postgres_session import has_own_options, session_options, transaction_settings

if TYPE_CHECKING:
    import psycopg

    from transreview.project.postgres_patience import Patience, PatientConnection

CONNECT_SECONDS = 5


class Connector(Protocol):
    """What makes connections to a project, with the patience of each where it is not the usual one."""

    def __call__(self, patience: Patience | None = None) -> PatientConnection:
        """Return a new connection in autocommit mode."""


def connector(path: Path, *, schema: str = SCHEMA) -> Connector:
    """Return what makes connections to a project.

    Args:
        path: Its address.
        schema: The schema that holds it.

    Raises:
        UsageError: The library for it is not installed.
    """
    try:
        import psycopg

        from transreview.project.postgres_patience import Patience, PatientConnection
    except ImportError as error:
        raise UsageError(
            _("projects on a server need psycopg, which is not installed"),
            path=path,
            remedy=_("Install it: pip install 'transreview[server]'"),
        ) from error
    database = database_name(path)  # one that is no text, or none, is told here
    # What fails is told in a sentence; the library's own words would stand across the screen.
    logging.getLogger("psycopg").setLevel(logging.CRITICAL + 1)
    address = connection_address(path)

    options: str | None = None

    def connect(patience: Patience | None = None) -> PatientConnection:
        nonlocal options
        try:
            if options is None:
                options = session_options(address, schema)
            return made(patience)
        except psycopg.ProgrammingError as error:
            raise unreadable(path, str(error)) from error
        except psycopg.OperationalError as error:
            if not refuses_options(error) or has_own_options(address):
                raise
            options = ""
            return made(patience)

    def made(patience: Patience | None) -> PatientConnection:
        connection = PatientConnection.connect(
            address,
            dbname=database,
            autocommit=True,
            connect_timeout=CONNECT_SECONDS,
            options=options,
            client_encoding="utf8",
            # A name of its own, by which it is told from others' when it was lost.
            application_name=f"transreview {secrets.token_hex(4)}",
            prepare_threshold=3,
        )
        # From now on: a pool lets everybody in, and may answer nothing to what is asked next.
        connection.patience = patience or Patience()
        try:
            if is_pooled(connection, schema):
                connection.preamble = transaction_settings(schema)
                connection.prepare_threshold = None
        except BaseException:
            connection.close()
            raise
        return connection

    return connect


def is_pooled(connection: psycopg.Connection[Any], schema: str) -> bool:
    """Whether a pool of connections stands before the server: another process answers, or elsewhere."""
    row = connection.execute("SELECT pg_backend_pid(), current_setting('search_path')").fetchone()
    return row != (connection.info.backend_pid, schema)
