"""Addresses of projects: a file, or `postgresql://…/NAME` on a server, wherever a path is taken."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from transreview.errors import UsageError, whole_address
from transreview.i18n import _

SCHEMES = ("postgresql:", "postgres:")

_SECRETS = ("password=", "sslpassword=")

# Addresses with a password as they were given, by what is shown of them: nothing else may hold it.
_GIVEN: dict[str, str] = {}


def is_server(path: Path | str) -> bool:
    """Whether a project is on a server; a path on the way may have swallowed one of its slashes."""
    return str(path).startswith(SCHEMES)


def shown(path: Path | str) -> Path:
    """Return an address without its password, as a path like any other.

    Args:
        path: A file, or an address as the user gave it.

    Raises:
        UsageError: It is an address, and none that can be read.
    """
    if not is_server(path):
        return Path(path)
    whole = whole_address(str(path))
    try:
        parts = urlsplit(whole)
    except ValueError as error:
        raise unreadable(Path(whole), str(error)) from error
    options = [one for one in parts.query.split("&") if not one.startswith(_SECRETS)]
    if parts.password is None and "&".join(options) == parts.query:
        return Path(whole)
    login, sign, host = parts.netloc.rpartition("@")
    place = f"{login.partition(':')[0]}{sign}{host}"
    safe = urlunsplit(parts._replace(netloc=place, query="&".join(options)))
    _GIVEN[str(Path(safe))] = whole
    return Path(safe)


def unreadable(path: Path, reason: str) -> UsageError:
    """Return the error for an address that is none."""
    return UsageError(
        _("this address cannot be read ({reason})").format(reason=" ".join(reason.split())),
        path=path,
        remedy=_("Write it as postgresql://USER@HOST:PORT/NAME"),
    )


def connection_address(path: Path | str) -> str:
    """Return the address that a server is connected with, its password included where one was given."""
    return _GIVEN.get(str(Path(path)), whole_address(str(path)))


def displayed(path: Path | str) -> str:
    """Return a file, or an address without its password, as its user would write it."""
    return whole_address(str(shown(path)))


def database_name(path: Path | str) -> str:
    """Return the name of the database in an address, as the server knows it.

    Raises:
        UsageError: It is no text.
    """
    written = urlsplit(connection_address(path)).path.strip("/")
    try:
        return unquote(written, errors="strict")
    except UnicodeDecodeError as error:
        raise unreadable(Path(path), str(error)) from error
