"""How a second opinion is fetched: from a program by its standard streams, or from a server by HTTP.

Both wait no longer than they are told, can be stopped from another thread, and take no more than a megabyte:
what answers is not trusted.
"""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
from threading import Event
from typing import Protocol
from urllib.parse import urlsplit

from transreview.errors import InputError, TransreviewError
from transreview.i18n import _
from transreview.workflow.assist.requests import Request
from transreview.workflow.assist.settings import AssistSettings

MOST_BYTES = 1_000_000
_POLL = 0.05  # seconds between two looks at whether the answer is still wanted


class CancelledError(Exception):
    """Nobody waits for the answer any more."""


class Backend(Protocol):
    """Fetches answers."""

    def fetch(self, request: Request, stopped: Event) -> str:
        """Return the text of an answer.

        Raises:
            InputError: There is none in time, or it cannot be read.
            CancelledError: `stopped` was set.
        """


def backend(settings: AssistSettings) -> Backend:
    """Return what fetches answers by a team's settings."""
    return _Server(settings) if settings.url else _Program(settings)


def _late(settings: AssistSettings) -> InputError:
    return InputError(
        _("{who} has not answered in {seconds:g} s").format(who=settings.name, seconds=settings.timeout),
        remedy=_("Ask again, or set assist.timeout higher"),
    )


def _too_long(settings: AssistSettings) -> InputError:
    return InputError(
        _("the answer of {who} is longer than a megabyte").format(who=settings.name),
        remedy=_("Ask for one segment at a time; look at what answers there"),
    )


class _Program:
    """A program that reads a request on standard input and writes an answer to standard output."""

    def __init__(self, settings: AssistSettings) -> None:
        self._settings = settings

    def fetch(self, request: Request, stopped: Event) -> str:
        settings = self._settings
        question = json.dumps(request.data(), ensure_ascii=False).encode()
        try:
            child = subprocess.Popen(
                settings.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        except OSError as error:
            raise InputError(
                _("{who} cannot be started: {error}").format(who=settings.name, error=error.strerror),
                remedy=_("Look at assist.command in the settings"),
            ) from error
        waited = 0.0
        given: bytes | None = question
        with child:
            while True:
                try:
                    out, err = child.communicate(given, timeout=_POLL)
                    break
                except subprocess.TimeoutExpired:
                    given, waited = None, waited + _POLL
                    if stopped.is_set() or waited >= settings.timeout:
                        child.kill()
                        child.communicate()
                        if stopped.is_set():
                            raise CancelledError from None
                        raise _late(settings) from None
        if child.returncode:
            last = err.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
            raise InputError(
                _("{who} failed with code {code}: {last}").format(
                    who=settings.name, code=child.returncode, last=last
                ),
                remedy=_("Run it by hand with the request on standard input"),
            )
        if len(out) > MOST_BYTES:
            raise _too_long(settings)
        return out.decode("utf-8", "replace")


class _Server:
    """A server that speaks OpenAI's protocol for chats."""

    def __init__(self, settings: AssistSettings) -> None:
        self._settings = settings

    def fetch(self, request: Request, stopped: Event) -> str:
        from threading import Thread

        answer: list[str | Exception] = []
        connection = self._connection()

        def work() -> None:
            try:
                answer.append(self._ask(connection, request))
            except (TransreviewError, OSError, http.client.HTTPException) as error:
                answer.append(error)

        thread = Thread(target=work, daemon=True)
        thread.start()
        waited = 0.0
        # The socket's own timeout starts anew with every byte: a server that drips would never be late.
        while thread.is_alive() and not stopped.is_set() and waited < self._settings.timeout:
            thread.join(_POLL)
            waited += _POLL
        if thread.is_alive():
            _close(connection)
            thread.join(1)
            if stopped.is_set():
                raise CancelledError
            raise _late(self._settings)
        found = answer[0]
        if isinstance(found, str):
            return found
        if isinstance(found, TransreviewError):
            raise found
        if isinstance(found, TimeoutError):
            raise _late(self._settings) from found
        raise InputError(
            _("{who} cannot be reached: {error}").format(who=self._settings.name, error=found),
            remedy=_("Is the server running? Look at assist.url in the settings"),
        ) from found

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self._settings.url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        return kind(parts.hostname or "", parts.port, timeout=self._settings.timeout)

    def _ask(self, connection: http.client.HTTPConnection, request: Request) -> str:
        settings = self._settings
        body = json.dumps(
            {"model": settings.model, "messages": list(request.messages()), "temperature": 0},
            ensure_ascii=False,
        )
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if key := settings.key:
            headers["Authorization"] = f"Bearer {key}"
        path = urlsplit(settings.url).path + "/chat/completions"
        try:
            connection.request("POST", path, body.encode(), headers)
            with connection.getresponse() as response:
                data = response.read(MOST_BYTES + 1)
        finally:
            connection.close()
        if response.status != 200:
            # A redirection is no answer either: a key is sent nowhere but where the settings say.
            raise InputError(
                _("{who} answers {status} {reason}").format(
                    who=settings.name, status=response.status, reason=response.reason
                ),
                remedy=_("Look at assist.url, assist.model and the key"),
            )
        if len(data) > MOST_BYTES:
            raise _too_long(settings)
        try:
            content = json.loads(data)["choices"][0]["message"]["content"]
        except (ValueError, KeyError, IndexError, TypeError):
            content = None
        if not isinstance(content, str):
            raise InputError(
                _("{who} does not speak OpenAI's protocol").format(who=settings.name),
                remedy=_("Look at assist.url: as a rule it ends in /v1"),
            )
        return content


def _close(connection: http.client.HTTPConnection) -> None:
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # closed from the other side in this moment, which is what was wanted
        connection.close()
