"""Whom to ask for a second opinion: the table `[assist]` of a team's settings. Without it nobody is asked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from transreview.errors import UsageError
from transreview.i18n import _

KEYS = ("command", "url", "model", "key-env", "per-minute", "timeout")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistSettings:
    """A program or an address to ask.

    Attributes:
        command: Program with its arguments; it reads a request as JSON and writes an answer as JSON.
        url: Address of a server that speaks OpenAI's protocol, up to and with its version ("…/v1").
        model: Name of the model there.
        key_env: Name of the environment variable that holds the key; empty for none.
        per_minute: Most requests in a minute.
        timeout: Seconds to wait for an answer.
    """

    command: tuple[str, ...] = ()
    url: str = ""
    model: str = ""
    key_env: str = ""
    per_minute: int = 30
    timeout: float = 60.0

    @property
    def name(self) -> str:
        """Whom it asks, as people read it."""
        return f"{self.model} ({self.url})" if self.url else " ".join(self.command)

    @property
    def identity(self) -> str:
        """Whom it asks, without what changes no answer."""
        return "\x1f".join((*self.command, self.url, self.model))

    @property
    def key(self) -> str:
        """The key, from the environment: it is in no file of the project.

        Raises:
            UsageError: The variable that should hold it is not set.
        """
        if not self.key_env:
            return ""
        key = os.environ.get(self.key_env, "")
        if not key:
            raise UsageError(
                _("the environment has no {name}").format(name=self.key_env),
                remedy=_("Set it to the key of {who}").format(who=self.name),
            )
        return key


def assist_settings(table: Mapping[str, Any]) -> AssistSettings | None:
    """Read the table `[assist]`; None where there is none.

    Raises:
        UsageError: A key or value means nothing.
    """
    if not table:
        return None
    for key in table:
        if key not in KEYS:
            raise UsageError(
                _("there is no setting “{name}”").format(name=f"assist.{key}"),
                remedy=_("Known here: {choices}").format(choices=", ".join(KEYS)),
            )
    command = table.get("command", [])
    words = all(isinstance(word, str) and word for word in command) if isinstance(command, list) else False
    if not words:
        raise _wrong("command", _('a list of words: command = ["python3", "model.py"]'))
    url, model = _text(table, "url"), _text(table, "model")
    if bool(command) == bool(url):
        raise UsageError(
            _("assist needs either a command or a url"),
            remedy=_('Write command = ["program"], or url = "http://localhost:8080/v1" and model = "name"'),
        )
    if url and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname):
        raise _wrong("url", _("an address: http://localhost:8080/v1"))
    if url and not model:
        raise _wrong("model", _("the name of a model of that server"))
    return AssistSettings(
        command=tuple(command),
        url=url.rstrip("/"),
        model=model,
        key_env=_text(table, "key-env"),
        per_minute=int(_number(table, "per-minute", 30, least=1, most=6000)),
        timeout=_number(table, "timeout", 60.0, least=0.1, most=3600),
    )


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise _wrong(key, _("a string"))
    return value.strip()


def _number(table: Mapping[str, Any], key: str, default: float, *, least: float, most: float) -> float:
    value = table.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise _wrong(key, _("a number from {least:g} to {most:g}").format(least=least, most=most))
    return float(value)


def _wrong(key: str, what: str) -> UsageError:
    return UsageError(
        _("the setting “{name}” has the wrong type").format(name=f"assist.{key}"),
        remedy=_("It takes {what}").format(what=what),
    )
