"""Addresses of one page in two languages: a translation rightly leads to its own."""

from __future__ import annotations

import re
from functools import cache

from transreview.languages.site_names import CALLED
from transreview.lazy_patterns import lazy_pattern

_HOST = lazy_pattern(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_UPWARDS = lazy_pattern(r"^(?:\.{1,2}/)+")
_SHORTEST_NAME = 6
# Slashes of an address whose page lies in a folder below its host's.
_DEEP = 4


def same_page(one: str, other: str, codes: tuple[str, ...]) -> bool:
    """Return whether two addresses lead to one page, each in a language of its own.

    Args:
        one: An address, of the web or of a file.
        other: Another one.
        codes: The languages of the two texts.
    """
    if same_but_protocol(one, other):
        return True
    one, other = one.removeprefix("./"), other.removeprefix("./")
    if one.partition("#")[0].rstrip("/") == other.partition("#")[0].rstrip("/"):
        return True  # a heading of the page, whose words are translated
    if one.startswith("../") != other.startswith("../"):
        # The translation stands in a folder of its own.
        one, other = sorted((_UPWARDS.sub("", one), _UPWARDS.sub("", other)), key=len)
        return f"/{other}".endswith(f"/{one}")
    hosts = [_host(address) for address in (one, other)]
    if hosts[0].rpartition(".")[2] != hosts[1].rpartition(".")[2]:
        return False  # .cn and .ge are countries, whose sites may be anybody's
    naming = _naming(tuple(sorted({*codes, "en"})))
    if not any(naming.search(address) for address in (one, other)):
        return False
    bare = [_bare(address, naming) for address in (one, other)]
    if bare[0] == bare[1]:
        return True
    if _same_place(one, other, naming):
        return True
    # A site whose pages have other names in each language: the host says that it is the same.
    stripped = [naming.sub("", host).strip(".") for host in hosts]
    if not hosts[0] or stripped[0] != stripped[1]:
        return False
    names = [address.rstrip("/").rpartition("/")[2] for address in bare]
    return hosts[0] != hosts[1] or (names[0] == names[1] and len(names[0]) >= _SHORTEST_NAME)


def same_but_protocol(one: str, other: str) -> bool:
    """Return whether two web addresses differ at most in http and https, and in a slash at the end."""
    bare = [_HTTP.sub("//", address).rstrip("/") for address in (one, other)]
    return bare[0] == bare[1]


_HTTP = lazy_pattern(r"^https?://", re.IGNORECASE)


def _same_place(one: str, other: str, naming: re.Pattern[str]) -> bool:
    """Whether two addresses are one up to a folder of each language, where pages have other names."""
    found = [naming.search(address) for address in (one, other)]
    if not found[0] or not found[1] or found[0].group().lower() == found[1].group().lower():
        return False
    folders = [
        (address[: match.start()], address[match.end() :].count("/"))
        for address, match in zip((one, other), found, strict=True)
        if match and address[: match.start()].endswith("/") and address[match.end() :].startswith("/")
    ]
    return len(folders) == 2 and folders[0] == folders[1] and folders[0][0].count("/") >= _DEEP


def _host(address: str) -> str:
    """Return the host of a web address, "" of the address of a file."""
    return _HOST.sub("", address).partition("/")[0].lower() if _HOST.match(address) else ""


def _bare(address: str, naming: re.Pattern[str]) -> str:
    """Return an address without what names a language, its heading and its ending."""
    plain = _HOST.sub("", address).partition("#")[0]
    plain = naming.sub("", plain)
    plain = re.sub(r"(?:/index)?\.html?$|/+$", "", plain)
    return re.sub(r"[/._-]*([/.])[/._-]*", r"\1", plain).strip("/._-")


@cache
def _naming(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a part of an address that names one of these languages."""
    names = []
    for code in codes:
        names += [rf"{code}(?:[-_]?[A-Za-z]{{2,4}})?", *CALLED.get(code, ())]
    either = "|".join(names)
    return re.compile(
        rf"(?:^|(?<=[/._-]))(?:{either})(?=[/._-]|$)|(?<=[?&])(?:hl|lang|locale|language)=[\w-]+&?",
        re.IGNORECASE,
    )
