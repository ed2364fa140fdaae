"""The server: textual-serve behind a token, with the fonts that the screen needs."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
import secrets
import shlex
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import aiohttp_jinja2
from aiohttp import web
from textual_serve.server import Server

from transreview.i18n import _, language

FOLDER = Path(__file__).parent
COOKIE = "transreview"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ReviewServer(Server):
    """Serves one project's review screen to whoever has its address.

    Args:
        words: The command behind the screen, after the program's name.
        title: Name of the page.
        host: Address to listen at.
        port: Port to listen at.
        tell: Says the address once the server listens.
    """

    def __init__(
        self, words: Sequence[str], *, title: str, host: str, port: int, tell: Callable[[str], None]
    ) -> None:
        command = shlex.join([sys.executable, "-m", "transreview", *words])
        super().__init__(command, host=host, port=port, title=title, templates_path=FOLDER / "templates")
        self._token = secrets.token_urlsafe(18)
        self._tell = tell

    @property
    def address(self) -> str:
        """The address with its token."""
        return f"{self.public_url}/?token={self._token}"

    def initialize_logging(self) -> None:
        """Log warnings only: what is served is on the screen."""
        logging.basicConfig(level="WARNING", format="%(message)s")

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing yet: it does not listen."""

    def serve(self, debug: bool = False) -> None:
        """Serve until the program is told to end.

        Args:
            debug: Let Textual's developer tools in.

        Raises:
            OSError: It cannot listen there.
        """
        self.debug = debug
        self.initialize_logging()
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        ended = asyncio.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):  # Windows
                asyncio.get_running_loop().add_signal_handler(name, ended.set)
        runner = web.AppRunner(await self._make_app())
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self.port).start()
            self._tell(self.address)
            await ended.wait()
        finally:
            await runner.cleanup()

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        app.router.add_static("/fonts", FOLDER / "fonts", name="fonts")
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let in who has the token: once in the address, from then on in a cookie."""
        given = request.query.get("token", "")
        kept = request.cookies.get(COOKIE, "")
        if not any(hmac.compare_digest(one.encode(), self._token.encode()) for one in (given, kept)):
            return web.Response(
                status=403, text=_("This page needs the whole address that `transreview serve` printed.")
            )
        response = await handler(request)
        if given and not response.prepared:
            response.set_cookie(COOKIE, self._token, httponly=True, samesite="Strict")
        return response

    @aiohttp_jinja2.template("app_index.html")
    async def handle_index(self, request: web.Request) -> dict[str, Any]:
        """Return what the page is made of."""
        size = request.query.get("fontsize", "16")
        base = self.public_url
        return {
            "font_size": int(size) if size.isdecimal() else 16,
            "app_websocket_url": f"ws{base.removeprefix('http')}/ws",
            "config": {"static": {"url": f"{base}/static/"}},
            "application": {
                "name": self.title,
                "language": language(),
                "fonts": f"{base}/fonts",
                "waiting": _("The review screen is starting…"),
                "closed": _("The review screen was closed. What was typed is kept."),
                "again": _("Open it again"),
            },
        }
