"""The log of the screen: what was done and what failed, and none of the texts."""

import json
import logging

import pytest

from transreview.errors import InputError
from transreview.tui import log


@pytest.fixture
def logged(tmp_path):
    path = tmp_path / "screen.log"
    log.begin(path)
    yield lambda: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for handler in list(log.LOGGER.handlers):
        log.LOGGER.removeHandler(handler)
        handler.close()


async def test_actions_and_messages_are_logged_without_texts(review, logged):
    async with review() as desk:
        await desk.press("j", "enter")
        await desk.type("saidumlo")
        await desk.press("escape", "c")
    lines = logged()
    assert [line["action"] for line in lines if line["event"] == "action"] == [
        "next",
        "edit",
        "leave",
        "confirm",
    ]
    assert {line["kind"] for line in lines if line["event"] == "message"} >= {"done"}
    assert "saidumlo" not in json.dumps(lines)


async def test_an_error_that_is_told_is_logged_with_its_traceback(review, logged):
    async with review() as desk:
        desk.view.show_error(InputError("no disk"))
        await desk.press("j")
    (error,) = [line for line in logged() if line["level"] == "error"]
    assert "InputError: no disk" in error["traceback"]


def test_without_a_log_nothing_is_written(tmp_path):
    log.note("action", action="next")
    log.note_error("failed", ValueError("x"))
    assert list(tmp_path.iterdir()) == []


def test_a_log_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        log.begin(tmp_path / "missing" / "screen.log")
    assert isinstance(log.LOGGER, logging.Logger)
