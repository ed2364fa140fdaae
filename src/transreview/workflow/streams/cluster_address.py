"""The address of a Dask cluster as a user names it: dask://HOST:PORT."""

from __future__ import annotations

from urllib.parse import urlsplit

from transreview.errors import UsageError
from transreview.i18n import _

_SCHEME = "dask"


def cluster_address(name: str) -> str:
    """Return HOST:PORT of dask://HOST:PORT.

    Raises:
        UsageError: It is no such address; what may be a password in it is not repeated.
    """
    try:
        parts = urlsplit(name)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _unknown(name) from None
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    written = parts.netloc.lower()
    rest = parts.path.strip("/") + parts.query + parts.fragment
    if parts.scheme != _SCHEME or not host or not port or rest or written != place or not _is_plain(name):
        raise _unknown(name)
    return place


def _is_plain(name: str) -> bool:
    return name.isprintable() and " " not in name


def _unknown(name: str) -> UsageError:
    scheme, slashes, place = name.rpartition("//")
    return UsageError(
        _("there is no engine “{name}”").format(name=f"{scheme}{slashes}{place.rpartition('@')[2]}"),
        remedy=_("Name a cluster as dask://HOST:PORT, or leave --engine out"),
    )
