"""A real server of OpenAI's protocol for chats, on this machine, that answers as a test wants it to."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class Server(ThreadingHTTPServer):
    """Keeps what it was asked.

    Attributes:
        asked: The bodies and headers of all requests, in order.
        answer: Makes the content of an answer from the request's body.
    """

    daemon_threads = True

    def __init__(self, answer: Callable[[dict[str, Any]], Any]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[dict[str, Any], dict[str, str]]] = []
        self.answer = answer

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that has gone: that is what some tests are about."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    @property
    def url(self) -> str:
        """Its address up to the version."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def question(self, number: int = -1) -> dict[str, Any]:
        """Return what was asked as the user's message."""
        content = self.asked[number][0]["messages"][-1]["content"]
        found: dict[str, Any] = json.loads(content)
        return found


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((body, dict(self.headers)))
        if self.path != "/v1/chat/completions":
            self.send_error(404)
            return
        content = self.server.answer(body)
        if isinstance(content, int):
            self.send_response(content)
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()
            return
        if isinstance(content, bytes):
            data = content
        else:
            data = json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def serving(answer: Callable[[dict[str, Any]], Any]) -> Iterator[Server]:
    """Run a server for a block."""
    with Server(answer) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join(5)


def slowly(seconds: float, content: str) -> Callable[[dict[str, Any]], str]:
    """Return an answer that takes its time."""

    def answer(_body: dict[str, Any]) -> str:
        time.sleep(seconds)
        return content

    return answer
