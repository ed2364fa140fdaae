"""A plug-in that is left out is told of on the screen, and the review goes on."""

from __future__ import annotations

import pytest

from tests.installed import install
from transreview import plugin_problems, plugins


@pytest.fixture
def broken(tmp_path, monkeypatch):
    install(tmp_path, "some-package", {"transreview.checks": {"c": "no_such_module:X"}}, {})
    monkeypatch.syspath_prepend(str(tmp_path))
    plugins.forget()
    yield
    monkeypatch.undo()
    plugin_problems.listen()
    plugins.forget()


async def test_a_broken_check_is_named_on_the_screen(broken, review) -> None:
    async with review() as desk:
        await desk.settle()
        shown = [note.message for note in desk.app._notifications]
        assert any("“c” of the package some-package 1.0 is left out" in message for message in shown), shown
        await desk.press("j")
        assert desk.app.screen.is_current
