"""The screen in a browser: behind its token, in real Chromium, with Han exactly two cells wide."""

import asyncio
import base64
import contextlib
import json
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from tests.small_project import small_project
from transreview import i18n
from transreview.model.segment import Status
from transreview.project import Project

aiohttp = pytest.importorskip("aiohttp")
pytest.importorskip("textual_serve")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0",
]  # fmt: skip


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def project(tmp_path):
    return small_project(tmp_path / "fair „2021“ & co.transreview")


@contextlib.contextmanager
def served(project, *more):
    port = free_port()
    running = subprocess.Popen(
        [sys.executable, "-m", "transreview", "serve", str(project), "--port", str(port), *more],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env=os.environ | {"TRANSREVIEW_USER": "ნინო", "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        line = running.stdout.readline()
        assert line.startswith("Open http://127.0.0.1:"), line + running.stderr.read()
        yield line.split()[1]
    finally:
        running.send_signal(signal.SIGTERM)
        try:
            running.wait(15)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
            running.stdout.close()
            running.stderr.close()


def status_of(address):
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_without_the_token_nothing_is_served(project):
    with served(project) as address:
        base = address.split("?")[0]
        for path in ("", "ws", "static/js/textual.js", "fonts/mono.woff2", "?token=guess"):
            assert status_of(base + path) == 403
        assert status_of(address) == 200
        assert status_of(f"{base}fonts/han.woff2?{address.split('?')[1]}") == 200


def command_behind(monkeypatch, *arguments):
    """Return the words with which `serve` would start the screen."""
    from transreview.cli.main import main
    from transreview.web.server import ReviewServer

    seen = []
    monkeypatch.setattr(ReviewServer, "serve", lambda self, debug=False: seen.append(self.command))
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    assert not end.value.code
    return shlex.split(seen[0])[3:]


def test_keys_colours_and_language_are_those_asked_for(project, tmp_path, monkeypatch):
    monkeypatch.setenv("TRANSREVIEW_UI_LANG", "en")
    assert command_behind(monkeypatch, "serve", project) == [
        "--ui-lang", "en", "review", str(project), "--keymap", "default",
    ]  # fmt: skip
    mine = tmp_path / "mine.toml"
    mine.write_text('base = "vim"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    words = command_behind(
        monkeypatch, "--ui-lang", "ka", "serve", project, "--keymap", "mine.toml", "--theme", "light"
    )
    assert words == [
        "--ui-lang", "ka", "review", str(project), "--keymap", str(mine), "--theme", "light",
    ]  # fmt: skip
    i18n.use("en")


def test_two_starts_have_two_tokens(project):
    with served(project) as first, served(project) as second:
        assert first.split("token=")[1] != second.split("token=")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["missing.transreview"], 3, "no such project"),
        (["--port", "0"], 2, "port"),
        (["--keymap", "emacs"], 2, "no keymap"),
        (["--theme", "pink"], 2, "pink"),
    ],
)
def test_what_cannot_be_served_is_told_before_a_browser_is_opened(project, arguments, code, says):
    given = arguments if "missing" in arguments[0] else [str(project), *arguments]
    done = subprocess.run(
        [sys.executable, "-m", "transreview", "serve", *given], capture_output=True, text=True, check=False
    )
    assert (done.returncode, says in done.stderr.lower()) == (code, True), done.stderr


def test_a_port_in_use_is_told(project):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = subprocess.run(
            [sys.executable, "-m", "transreview", "serve", str(project), "--port", str(taken.getsockname()[1])],
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 3
    assert "cannot listen" in done.stderr


class Page:
    """A page in a browser, spoken to by the browser's own protocol."""

    def __init__(self, wire):
        self.wire = wire
        self.number = 0

    async def ask(self, method, **parameters):
        self.number += 1
        await self.wire.send_json({"id": self.number, "method": method, "params": parameters})
        while True:
            answer = await self.wire.receive_json()
            if answer.get("id") == self.number:
                return answer["result"]

    async def value(self, script):
        answer = await self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        return answer["result"].get("value")

    async def until(self, script, seconds=40):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if await self.value(script):
                return
            await asyncio.sleep(0.1)
        raise AssertionError(f"{script}: {await self.value('document.body.innerText')}")

    async def type(self, text):
        await self.value("document.querySelector('.xterm-helper-textarea').focus()")
        for letter in text:
            key = {
                "key": letter,
                "code": f"Key{letter.upper()}",
                "windowsVirtualKeyCode": ord(letter.upper()),
            }
            await self.ask(
                "Input.dispatchKeyEvent", type="keyDown", text=letter, unmodifiedText=letter, **key
            )
            await self.ask("Input.dispatchKeyEvent", type="keyUp", **key)

    async def picture(self, path):
        answer = await self.ask("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(answer["data"]))


@contextlib.asynccontextmanager
async def browser(folder, address):
    running = subprocess.Popen(
        [CHROMIUM, *QUIET, f"--user-data-dir={folder}", "--window-size=1280,720", "about:blank"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        port = folder / "DevToolsActivePort"
        end = time.monotonic() + 60
        while not (port.exists() and port.read_text().strip()) and time.monotonic() < end:
            await asyncio.sleep(0.1)
        base = f"http://127.0.0.1:{port.read_text().split()[0]}"
        async with aiohttp.ClientSession() as session:
            async with session.put(f"{base}/json/new?{address}") as answer:
                target = json.loads(await answer.text())
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as wire:
                yield Page(wire)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()


@pytest.mark.chromium
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
async def test_a_review_in_the_browser_is_in_the_file(project, tmp_path):
    with served(project) as address:
        async with browser(tmp_path / "profile", address) as page:
            await page.until("document.body.classList.contains('-first-byte')")
            widths = await page.value(
                "(() => { const c = document.createElement('canvas').getContext('2d');"
                " c.font = '32px \"Roboto Mono\"';"
                " return ['a', 'ა', '…', '中', '，', 'あ'].map(x => c.measureText(x).width); })()"
            )
            narrow, wide = widths[:3], widths[3:]
            assert max(narrow) - min(narrow) < 0.1, widths
            assert all(abs(one - 2 * narrow[0]) < 0.3 for one in wide), widths
            await asyncio.sleep(2)
            await page.picture(tmp_path / "screen.png")
            await page.type("c")
            end = time.monotonic() + 30
            while time.monotonic() < end and not confirmed(project):
                await asyncio.sleep(0.2)
    assert confirmed(project) == ["0001"]
    assert (tmp_path / "screen.png").stat().st_size > 10_000


def confirmed(project):
    with Project.open(project, read_only=True) as opened:
        return [segment.key for segment in opened.segments.all() if segment.status is Status.CONFIRMED]
