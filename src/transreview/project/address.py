"""Addresses of projects: a file, or `postgresql://…/NAME` on a server, wherever a path is taken."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from transreview.errors import UNNAMED, UsageError, address_as_written, whole_address
from transreview.i18n import _

_SECRETS = frozenset(
    ("password", "sslpassword", "scram_client_key", "scram_server_key", "oauth_client_secret")
)
_SCHEME = re.compile(r"postgres(?:ql)?:/", re.IGNORECASE)

# Addresses with a password as they were given, by what is shown of them: nothing else may hold it.
_GIVEN: dict[str, str] = {}


class _Address(NamedTuple):
    """An address in pieces, each as it is written: parted as libpq parts it, not as a browser does."""

    scheme: str
    login: str | None
    place: str
    name: str
    options: tuple[str, ...]

    def __str__(self) -> str:
        login = "" if self.login is None else f"{self.login}@"
        options = self.options or (() if self.name else (UNNAMED,))
        query = f"?{'&'.join(options)}" if options else ""
        return f"{self.scheme}://{login}{self.place}/{self.name}{query}"


def is_server(path: Path | str) -> bool:
    """Whether a project is on a server; a path on the way may have swallowed one of its slashes."""
    return _SCHEME.match(str(path)) is not None


def kept_whole(text: str) -> str:
    """Return an address so written that nothing of it is lost on the way through a path.

    A path makes one slash of two and drops the last one; what stands for a sign of the password, of the
    database's name or of an option is written as `%2F` and its like. A file's name is returned as it is.

    Args:
        text: An address, or a file's name, as its user wrote it.
    """
    if not is_server(text):
        return text
    scheme, _colon, rest = text.partition(":")
    if not rest.startswith("//"):  # it has been through a path
        return f"{scheme.lower()}:{rest}"
    address = _parted(scheme.lower(), rest[2:])
    named = [one for one in address.options if _key(one) == "dbname"]
    options = [_kept_option(one) for one in address.options if _key(one) != "dbname"]
    name = named[-1].partition("=")[2] if named else address.name
    login = None if address.login is None else _escaped(address.login, "?#/")
    return str(
        address._replace(
            login=login, name="%2E" if name == "." else _escaped(name, "/#"), options=tuple(options)
        )
    )


def _parted(scheme: str, rest: str) -> _Address:
    login = None
    if found := re.match(r"([^@/]*)@", rest):  # libpq looks for no question mark here
        login, rest = found[1], rest[found.end() :]
    place, mark, query = rest.partition("?")
    host, _slash, name = place.partition("/")
    return _Address(scheme, login, host, name, tuple(query.split("&")) if mark and query else ())


def _escaped(text: str, signs: str) -> str:
    return "".join(f"%{ord(sign):02X}" if sign in signs else sign for sign in text)


def _kept_option(option: str) -> str:
    key, equals, value = option.partition("=")
    value = _escaped(value, "#?")
    changed = "//" in value or "/./" in value or value.endswith(("/", "/."))
    return f"{key}{equals}{_escaped(value, '/') if changed else value}"


def _key(option: str) -> str:
    return unquote(option.partition("=")[0]).lower()


def _read(path: Path | str) -> _Address:
    scheme, _colon, rest = whole_address(kept_whole(str(path))).partition("://")
    return _parted(scheme, rest)


def shown(path: Path | str) -> Path:
    """Return an address without its password, as a path like any other.

    Args:
        path: A file, or an address as the user gave it.

    Raises:
        UsageError: It is an address, and none that can be read.
    """
    if not is_server(path):
        return Path(path)
    given = _read(path)
    login = None if given.login is None else given.login.partition(":")[0]
    options = tuple(one for one in given.options if _key(one) not in _SECRETS)
    safe = given._replace(login=login, options=options)
    if "@" in given.place:  # what stands in front of it may be the rest of a password
        place = given.place.rpartition("@")[2]
        raise unreadable(
            Path(str(safe._replace(place=place))), _("there is more than one @ in it: write %40")
        )
    if given != safe:
        _GIVEN[str(Path(str(safe)))] = str(given)
    return Path(str(safe))


def unreadable(path: Path, reason: str) -> UsageError:
    """Return the error for an address that is none; a secret that the reason repeats is left out."""
    given = _read(connection_address(path))
    secrets = {(given.login or "").partition(":")[2]}
    secrets |= {one.partition("=")[2] for one in given.options if _key(one) in _SECRETS}
    for secret in sorted(secrets - {""}, key=len, reverse=True):
        reason = reason.replace(secret, "…").replace(unquote(secret), "…")
    return UsageError(
        _("this address cannot be read ({reason})").format(reason=" ".join(reason.split())),
        path=path,
        remedy=_("Write it as postgresql://USER@HOST:PORT/NAME"),
    )


def without_passwords(text: str, words: Iterable[str]) -> str:
    """Return a message of somebody else's with addresses that it repeats shown without their passwords.

    Args:
        text: The message.
        words: What the user wrote, as it may stand there.
    """
    for word in filter(is_server, words):
        try:
            safe = displayed(word)
        except UsageError as error:
            safe = address_as_written(str(error.path))
        for written in (repr(word)[1:-1], word):
            text = text.replace(written, safe)
    return text


def connection_address(path: Path | str) -> str:
    """Return the address that a server is connected with, its password included where one was given."""
    return _GIVEN.get(str(Path(path)), whole_address(str(path)))


def displayed(path: Path | str) -> str:
    """Return a file, or an address without its password, as its user would write it."""
    return address_as_written(str(shown(path)))


def database_name(path: Path | str) -> str:
    """Return the name of the database in an address, or in the service that it names, as the server knows it.

    Raises:
        UsageError: It is no text, or there is none.
    """
    given = _read(connection_address(path))
    if not given.name:
        services = [unquote(one.partition("=")[2]) for one in given.options if _key(one) == "service"]
        name = _named_elsewhere(services[-1] if services else "")
    else:
        try:
            name = unquote(given.name, errors="strict")
        except UnicodeDecodeError as error:
            raise unreadable(Path(path), str(error)) from error
    if not name:
        raise UsageError(
            _("the address names no database"), path=path, remedy=_("Write it as postgresql://HOST/NAME")
        )
    return name


def _named_elsewhere(service: str) -> str:
    """Return the database that a service of libpq names, or PGDATABASE; "" where none does.

    Args:
        service: The service of the address, "" for the one of PGSERVICE.
    """
    try:
        from psycopg.pq import Conninfo
    except ImportError:
        return ""
    before = os.environ.get("PGSERVICE")
    try:
        if service:  # libpq reads its files of services itself, for what the environment asks for
            os.environ["PGSERVICE"] = service
        found = next((one.val for one in Conninfo.get_defaults() if one.keyword == b"dbname"), None)
    except MemoryError:  # what it says where there is no such service; connecting says which
        found = None
    finally:
        if service:
            if before is None:
                del os.environ["PGSERVICE"]
            else:
                os.environ["PGSERVICE"] = before
    return (found or b"").decode(errors="replace")
