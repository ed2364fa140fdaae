"""What the words of a refused connection mean: the library passes on no state of the server's with them."""

from __future__ import annotations

import re

UNREADABLE, UNSAFE, NO_CERTIFICATE, NOT_FROM_HERE, NONE_OF_THE_KIND, NO_TRANSACTIONS = (
    "unreadable",
    "unsafe",
    "no certificate",
    "not from here",
    "none of the kind",
    "no transactions",
)
"""What a refusal can mean beside the states of SQL."""

_STATES = (
    (r'fatal.*(database ".*" does not exist|no such database)', "3D000"),
    (r"too many clients|too many connections|connection slots are|no more connections allowed", "53300"),
    (r"unsupported startup parameter", "0A000"),
    (r"permission denied for database", "42501"),
    (r"statement pooling mode", NO_TRANSACTIONS),
    (r"fatal.*client certificate|certificate authentication failed", NO_CERTIFICATE),
    (r"fatal.*pg_hba", NOT_FROM_HERE),
    (r"no password supplied|fatal.*(password|authentication|role)", "28000"),
    (r"session is (not )?read-only|server is (not )?in hot standby mode", NONE_OF_THE_KIND),
    (r"certificate verify failed|certificate .*(does not match|does not exist)|private key file", UNSAFE),
    (r"could not (read|load|get) .*(certificate|private key)", UNSAFE),
    (r"does not support ssl|gssapi encryption required|channel binding (was )?required", UNSAFE),
    (r"invalid .*value|invalid port|could not match \d+|could not parse network address", UNREADABLE),
    (r"definition of service|service file", UNREADABLE),
)
"""What words mean, the first that are found; where they are the server's own, `fatal` stands before them."""

_AROUND = re.compile(
    r"^connection (failed|is bad): (connection to server (at|on) .{1,200}? failed: )?(FATAL: +)?"
)
"""What the library says before the server's own words: the address is told already."""

_NEXT_TRIAL = re.compile(r"\n(connection to server (at|on) |Multiple connection attempts failed)")
"""How the library goes on where it tried a second time, without encryption or with the next host."""


def reason(said: str) -> str:
    """Return the words of a server or of the library in one line, of the first trial."""
    return _AROUND.sub("", " ".join(_first(said).split()))[:200]


def state_of_refusal(said: str) -> str:
    """Return the state of SQL, or what else of ours, that a refused connection means; "" where nobody knows.

    Args:
        said: What the library says.
    """
    words = " ".join(_first(said).casefold().split())
    return next((state for pattern, state in _STATES if re.search(pattern, words)), "")


def _first(said: str) -> str:
    return _NEXT_TRIAL.split(said, maxsplit=1)[0]
