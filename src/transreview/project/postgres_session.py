"""What every connection to a server asks for, whatever its database, its role or the user's options say."""

from __future__ import annotations

import os

# A statement that takes longer means a server that is stuck; an import of many rows is many statements.
_STATEMENT_MS = 30_000
_LOCK_MS = 10_000
# Who is gone without a word in the middle of a change keeps others from it no longer than this.
_IDLE_MS = 60_000

SETTINGS = {
    "statement_timeout": str(_STATEMENT_MS),
    "lock_timeout": str(_LOCK_MS),
    "idle_in_transaction_session_timeout": str(_IDLE_MS),
    # What our statements mean rests on these.
    "standard_conforming_strings": "on",
    "transform_null_equals": "off",
    "default_transaction_isolation": "read committed",
    # A change is acknowledged when it is on the disk, also where others are content with less.
    "synchronous_commit": "on",
}
"""What every connection sets, beside where the project is."""

_OF_SESSIONS = "default_transaction_isolation"
"""What a transaction that has begun can no longer set; ours say it where they begin."""


def session_options(address: str, schema: str) -> str:
    """Return the options of a connection: the user's own ones (of the address, or PGOPTIONS), and then ours.

    Args:
        address: What is connected to, in a form that libpq reads.
        schema: The schema that holds the project.

    Raises:
        psycopg.ProgrammingError: The address cannot be read.
    """
    from psycopg.conninfo import conninfo_to_dict

    theirs = conninfo_to_dict(address).get("options") or os.environ.get("PGOPTIONS", "")
    ours = {"search_path": schema} | SETTINGS
    return " ".join([str(theirs), *(f"-c {name}={_escaped(value)}" for name, value in ours.items())]).strip()


def has_own_options(address: str) -> bool:
    """Whether the user asks for options of the server, which a pool of connections cannot hand on."""
    from psycopg.conninfo import conninfo_to_dict

    return bool(conninfo_to_dict(address).get("options") or os.environ.get("PGOPTIONS"))


def transaction_settings(schema: str) -> str:
    """Return the statement that sets for one transaction what a connection cannot keep.

    Args:
        schema: The schema that holds the project.
    """
    ours = {"search_path": schema} | {name: value for name, value in SETTINGS.items() if name != _OF_SESSIONS}
    return "SELECT " + ", ".join(f"set_config('{name}', '{value}', true)" for name, value in ours.items())


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace(" ", "\\ ")
