"""What a PostgreSQL server's errors mean to the person at the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from transreview.errors import InputError
from transreview.i18n import _
from transreview.project.address import displayed
from transreview.project.failures import ReadOnlyError, SaveError


class RightsError(ReadOnlyError):
    """The server refuses a change because of the user's role; nothing was stored."""


class LostError(SaveError):
    """The server cannot be reached; the caller still holds the text."""


class UnknownError(LostError):
    """The server was lost while it was storing a change, and cannot be asked what became of it."""


def when_back() -> str:
    """Return what to do about a server that is away."""
    return _("Try again when it is back")


def failure(
    error: BaseException, path: Path, *, opening: bool = False, reading: bool = False
) -> InputError | None:
    """Return what to tell a user of an error of the server, or None when it is a fault of this program.

    Args:
        error: What psycopg raised.
        path: Address of the project, without a password.
        opening: Whether the project was only being opened: nobody has anything yet that could be lost.
        reading: Whether something was only asked.
    """
    import psycopg

    if not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate or _state_of_refusal(str(error))
    said = _reason(str(error.diag.message_primary or error))
    known = _of_state(state, said)
    if state in _GONE and not opening:
        known = _gone()
    if known is None and isinstance(error, psycopg.OperationalError):
        known = _unreachable(said, opening=opening, reading=reading)
    if known is None:
        return None
    kind, problem, remedy = known
    return kind(problem, path=path, remedy=remedy)


Told = tuple[type[InputError], str, str]
"""The kind of an error, what is wrong, and what to do."""


def _of_state(state: str, said: str) -> Told | None:
    """Return what a state of SQL means (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""
    match state:
        case "42501":
            return (
                RightsError,
                _("the server refuses this ({reason})").format(reason=said),
                _("A maintainer of the project can give you the role that may do it"),
            )
        case "3D000":
            return (
                InputError,
                _("there is no such database on the server"),
                _("Start a project in it with `transreview new`, or check the name"),
            )
        case "25006":
            return _frozen()
        case "53100" | "53200":
            return (
                SaveError,
                _("the server has no room left ({reason}); nothing was saved").format(reason=said),
                _("Tell who keeps the server; save again when there is room"),
            )
        case "40P01" | "40001" | "55P03" | "57014":
            return (
                SaveError,
                _("the server is busy ({reason}); nothing was saved").format(reason=said),
                _("Try again"),
            )
        case "53300":
            return (
                LostError,
                _("the server has no connection left ({reason})").format(reason=said),
                _("Try again in a while, or ask who keeps the server for more (`max_connections`)"),
            )
        case "0A000":
            return _pooled()
        case "3F000" | "42P01":
            return (
                InputError,
                _("there is no project in this database"),
                _("Start one in it with `transreview new`, or copy one into it with `transreview copy`"),
            )
        case "42703":
            return _other_tables(said)
    if state.startswith("28"):
        return (
            InputError,
            _("the server does not let you in ({reason})").format(reason=said),
            _("Check user and password; PGUSER and PGPASSWORD or ~/.pgpass may hold them"),
        )
    return None


def _other_tables(what: str) -> Told:
    return (
        InputError,
        _("the tables in this database are not those of a project ({reason})").format(reason=what),
        _("Another version may have made them: update transreview, or start a new database"),
    )


def other_tables(path: Path, what: str) -> InputError:
    """Return what to tell of tables that are not those of a project, though the schema says so."""
    kind, problem, remedy = _other_tables(what)
    return kind(problem, path=path, remedy=remedy)


_GONE = {"3F000", "42P01"}
"""A schema or a table that is not there, or that one may not know of."""


def _gone() -> Told:
    return (
        SaveError,
        _("the project is gone from its database, or you may no longer read it"),
        _("Ask who keeps the server"),
    )


def _frozen() -> Told:
    return (
        ReadOnlyError,
        _("the database takes no changes: it is open for reading only, or a standby"),
        _("Ask who keeps the server when it will, or for the address of the one that does"),
    )


def frozen(path: Path) -> InputError:
    """Return what to tell whoever wants to change a project in a database that takes no changes."""
    kind, problem, remedy = _frozen()
    return kind(problem, path=path, remedy=remedy)


def _pooled() -> Told:
    return (
        InputError,
        _("this address leads to a pool of connections that keeps no settings, such as PgBouncer"),
        _("Use the address of the server itself"),
    )


def pooled(path: Path) -> InputError:
    """Return what to tell whoever has reached a pool of connections in place of a server."""
    kind, problem, remedy = _pooled()
    return kind(problem, path=path, remedy=remedy)


_AROUND = re.compile(
    r"^connection (failed|is bad): (connection to server (at|on) .{1,200}? failed: )?(FATAL: +)?"
)
"""What the library says before the server's own words: the address is told already."""


def _reason(said: str) -> str:
    """Return the words of a server or of the library in one line."""
    return _AROUND.sub("", " ".join(said.split()))[:200]


def _unreachable(said: str, *, opening: bool, reading: bool) -> Told:
    if reading:
        return LostError, _("the server cannot be reached ({reason})").format(reason=said), when_back()
    if opening:
        return (
            LostError,
            _("the server cannot be reached ({reason})").format(reason=said),
            _("Check the address, and whether the server runs"),
        )
    return (
        LostError,
        _("the server cannot be reached ({reason}); nothing was saved").format(reason=said),
        when_back(),
    )


def _state_of_refusal(said: str) -> str:
    """Return the state of a refused connection: the library passes on only the server's words."""
    words = said.casefold()
    if "database" in words and "does not exist" in words:
        return "3D000"
    if any(sign in words for sign in ("too many clients", "too many connections", "connection slots are")):
        return "53300"
    if "unsupported startup parameter" in words:
        return "0A000"
    if "permission denied for database" in words:
        return "42501"
    if any(sign in words for sign in ("password", "authentication", "pg_hba", "role")) and "fatal" in words:
        return "28000"
    return ""


@contextmanager
def told(path: Path, *, opening: bool = False, reading: bool = False) -> Iterator[None]:
    """Turn errors of the server that a user can do something about into ours.

    Args:
        path: Address of the project, for the message.
        opening: Whether the project is only being opened.
        reading: Whether something is only asked.
    """
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        known = failure(error, path, opening=opening, reading=reading)
        if known is None:
            raise
        known.path = displayed(path)
        raise known from error
    except InputError as error:
        error.path = displayed(path)
        raise
