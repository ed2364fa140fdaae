"""What a PostgreSQL server's errors mean to the person at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from transreview.errors import InputError
from transreview.i18n import _
from transreview.project.address import displayed, is_server
from transreview.project.failures import ReadOnlyError, SaveError
from transreview.project.postgres_refusals import (
    NO_CERTIFICATE,
    NO_TRANSACTIONS,
    NONE_OF_THE_KIND,
    NOT_FROM_HERE,
    UNREADABLE,
    UNSAFE,
    reason,
    state_of_refusal,
)


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
    said = reason(str(error.diag.message_primary or error))
    state = error.sqlstate or ""
    if state in _WITHOUT_MEANING:
        state = state_of_refusal(str(error)) or state
    known = _of_state(state, said) or _of_refusal(state, said)
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
    return None


_WITHOUT_MEANING = {"", "08P01"}
"""States of refused connections, and what pools give for everything."""


def _of_refusal(state: str, said: str) -> Told | None:
    """Return what it means that nobody was let in."""
    if state.startswith("28") or state in {NO_CERTIFICATE, NOT_FROM_HERE}:
        remedies = {
            NO_CERTIFICATE: _("Name your certificate in the address (sslcert, sslkey)"),
            NOT_FROM_HERE: _(
                "Ask who keeps the server whether you may come from this machine, and whether encrypted"
                " (sslmode=require)"
            ),
        }
        return (
            InputError,
            _("the server does not let you in ({reason})").format(reason=said),
            remedies.get(
                state, _("Check user and password; PGUSER and PGPASSWORD or ~/.pgpass may hold them")
            ),
        )
    if state == UNREADABLE:
        return (
            InputError,
            _("this address cannot be read ({reason})").format(reason=said),
            _("Check its options, the service file, and the variables PGSERVICE, PGSSLMODE and their like"),
        )
    if state == UNSAFE:
        return (
            InputError,
            _("the connection cannot be made as safe as it is asked for ({reason})").format(reason=said),
            _("Check sslmode, sslrootcert, sslcert and sslkey, or ask who keeps the server"),
        )
    if state == NONE_OF_THE_KIND:
        return (
            LostError,
            _("no server of this address is of the kind that is asked for ({reason})").format(reason=said),
            _("Try again when one is, or change target_session_attrs"),
        )
    if state == NO_TRANSACTIONS:
        return (
            InputError,
            _("this address leads to a pool of connections that allows no transactions ({reason})").format(
                reason=said
            ),
            _("Use the address of the server itself, or a pool by session or by transaction"),
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


def refuses_options(error: BaseException) -> bool:
    """Whether a pool of connections stands before the server and hands on no options."""
    return state_of_refusal(str(error)) == "0A000"


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
        if error.path is None or is_server(error.path):  # else of a file that something is copied into
            error.path = displayed(path)
        raise
