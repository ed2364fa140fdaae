"""Keys that arrive before the screen is ready for them: each waits for the place it was meant for.

A terminal hands on what was typed in packets of any size, and a busy program reads several keys at
once. Textual gives all of them to the widget that has the keyboard at that moment, so that text
typed right after the key that opens an editor would command the list. Here the next key is handed
on when everything that the last one started has happened: until the editor, the dialog or the list
that it leads to has the keyboard.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any, TypeVar

from textual.app import App
from textual.command import CommandPalette
from textual.containers import Horizontal, Vertical
from textual.dom import DOMNode
from textual.events import Event, Key, MouseMove
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.worker import WorkerState

from transreview.errors import TransreviewError
from transreview.tui.sheltered import tell_on

Answer = TypeVar("Answer")

PATIENCE = 0.05
"""Seconds between two looks whether a widget that is waited for is still there."""

LOOKS = 40
"""How often it is looked whether what has the keyboard was laid out, until nobody waits for it any more."""

SURPRISE = 0.6
"""Seconds for which a dialog that nobody asked for takes no key: what was typed was not meant for it.

And the pause after which typing for a place that did not open has ended.
"""


class TypeAhead:
    """Hands on keys, pastes and clicks one after the other.

    Args:
        app: The program.
        forward: Gives one event to what has the keyboard now.
    """

    def __init__(self, app: App[Any], forward: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._forward = forward
        self._waiting: deque[Event] = deque()
        self._task: asyncio.Task[None] | None = None
        self._holders = 0
        self._free = asyncio.Event()
        self._free.set()
        self._deaf_until = 0.0
        self._still_typing = False
        self.interrupt: Callable[[], None] | None = None

    def take(self, event: Event) -> None:
        """Hand an event on in its turn."""
        if monotonic() < self._deaf_until:
            if self._still_typing:
                self._deaf_until = monotonic() + SURPRISE
            return
        if self.interrupt and isinstance(event, Key) and event.key == "escape" and not self._waiting:
            self.interrupt()
            return
        self._waiting.append(event)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._hand_on())

    async def rest(self) -> None:
        """Wait until nothing waits any more."""
        while self._task is not None and not self._task.done():
            await asyncio.wait([self._task])

    def surprise(self) -> None:
        """Drop what was typed: something appears that nobody asked for."""
        self._waiting.clear()
        self._deaf_until, self._still_typing = monotonic() + SURPRISE, False

    def nothing_opens(self) -> None:
        """Drop what is typed until a pause: it is meant for a place that does not open."""
        self._waiting.clear()
        self._deaf_until, self._still_typing = monotonic() + SURPRISE, True

    # --- work under way ------------------------------------------------------------------------

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Keep keys back while something goes on that will open a place for them, or end."""
        self.hold()
        try:
            yield
        finally:
            self.release()

    def hold(self) -> None:
        """Keep keys back until released."""
        self._holders += 1
        self._free.clear()

    def release(self) -> None:
        """Let keys through again, when everybody has who kept them back."""
        self._holders -= 1
        if not self._holders:
            self._free.set()

    # --- handing on ----------------------------------------------------------------------------

    async def _hand_on(self) -> None:
        while self._waiting:
            await self._free.wait()
            if not self._waiting:  # dropped meanwhile
                return
            event = self._waiting.popleft()
            before = self._pumps()
            await self._forward(event)
            if not isinstance(event, MouseMove):
                await self._settle(before)

    async def _settle(self, before: list[MessagePump]) -> None:
        """Wait until the last event has done all it does: until what has the keyboard stays the same.

        Args:
            before: Who had to do with keys when the event came.
        """
        looks = LOOKS
        while self._app.is_running:
            pumps = self._pumps()
            for pump in pumps:
                # What only holds others hands messages on at once: nobody need wait for it to have none.
                if pump.message_queue_size or not isinstance(pump, Horizontal | Vertical):
                    await _drained(pump)
            if not self._free.is_set():
                await self._free.wait()
            elif await self._is_searching():
                pass
            elif looks and not self._has_size():
                looks -= 1
                await asyncio.sleep(PATIENCE / 10)
            elif pumps == before == self._pumps() and not any(pump.message_queue_size for pump in pumps):
                return
            before = pumps

    def _pumps(self) -> list[MessagePump]:
        """Return who may still have something to do with a key: the focused widget up to the program."""
        screen = self._app.screen
        pumps: list[MessagePump] = []
        node: DOMNode | None = screen.focused or screen
        while node is not None and node is not self._app:
            pumps.append(node)
            node = node.parent
        return [*pumps, self._app]

    def _has_size(self) -> bool:
        """Return whether what has the keyboard was laid out: an editor without a width has no lines yet."""
        focused = self._app.screen.focused
        return focused is None or focused.size.width > 0

    async def _is_searching(self) -> bool:
        """Wait a little for the hits of the command palette, which Enter would miss; return whether."""
        screen = self._app.screen
        if not isinstance(screen, CommandPalette):
            return False
        unfinished = {WorkerState.PENDING, WorkerState.RUNNING}
        if not any(worker.node is screen and worker.state in unfinished for worker in self._app.workers):
            return False
        await asyncio.sleep(PATIENCE / 5)
        return True


async def _drained(pump: MessagePump) -> None:
    """Wait until a widget has handled all messages it was sent so far, or is gone."""
    if isinstance(pump, Screen):
        while not pump.is_mounted and pump.app.is_running:
            await asyncio.sleep(PATIENCE / 50)
    reached = asyncio.Event()
    if pump.call_later(reached.set):
        while pump.is_running and not reached.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await reached.wait()


# --- for whoever asks a person ---------------------------------------------------------------------


def start(node: DOMNode, work: Coroutine[Any, Any, Any]) -> None:
    """Do something in a worker of a screen that may ask on the way; keys wait until it asks or ends."""
    typing = _of(node.app)
    typing.hold()

    async def held() -> None:
        try:
            await work
        except TransreviewError as error:
            tell_on(node.screen, error)
        finally:
            typing.release()

    node.run_worker(held())


@contextmanager
def interruptible(app: App[Any], stop: Callable[[], None]) -> Iterator[None]:
    """Let Esc end what keys wait for; behind other keys it waits as they do, and means what comes then.

    Args:
        app: The program.
        stop: Ends the work.
    """
    typing = _of(app)
    typing.interrupt = stop
    try:
        yield
    finally:
        typing.interrupt = None


async def ask(app: App[Any], dialog: Screen[Answer], *, unexpected: bool = False) -> Answer:
    """Show a dialog and return its answer; only in what `start` began.

    Args:
        app: The program.
        dialog: What asks.
        unexpected: Nobody pressed a key for it: keys that were typed before it could be read are dropped.
    """
    typing = _of(app)
    answer = app.push_screen(dialog, wait_for_dismiss=True)
    if unexpected:
        typing.surprise()
    typing.release()
    try:
        return await asyncio.shield(answer)
    finally:
        typing.hold()


def nothing_opens(app: App[Any]) -> None:
    """Drop what was typed for a place that does not open: letters behind it would be commands."""
    _of(app).nothing_opens()


def _of(app: App[Any]) -> TypeAhead:
    typing: TypeAhead = app.type_ahead  # type: ignore[attr-defined]
    return typing
