"""What a key asks for beside the screen: the last wish counts, a fault is told, closing waits for what was begun."""

import threading
import time

import pytest

from transreview.tui.latest_work import LatestWork


@pytest.fixture
def latest():
    failures = []
    work = LatestWork(failures.append)
    work.failures = failures
    yield work
    work.close()


def until(holds):
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_what_waits_gives_way_to_what_comes_after_it(latest):
    done, begun, go_on = [], threading.Event(), threading.Event()

    def first():
        begun.set()
        go_on.wait(10)
        done.append("first")

    latest.ask(first)
    begun.wait(10)
    for name in ("second", "third", "fourth"):
        latest.ask(lambda name=name: done.append(name))
    assert not latest.is_idle
    go_on.set()
    until(lambda: latest.is_idle)
    assert done == ["first", "fourth"]


def test_a_fault_is_told_and_the_next_wish_is_done(latest):
    done = []
    latest.ask(lambda: 1 / 0)
    until(lambda: latest.failures and latest.is_idle)
    latest.ask(lambda: done.append(1))
    until(lambda: done)
    assert [type(error) for error in latest.failures] == [ZeroDivisionError]


def test_closing_waits_for_what_was_begun_and_drops_the_rest(latest):
    done, begun = [], threading.Event()

    def slow():
        begun.set()
        time.sleep(0.05)
        done.append("slow")

    latest.ask(slow)
    begun.wait(10)
    latest.ask(lambda: done.append("late"))
    latest.close()
    assert done == ["slow"]
    latest.ask(lambda: done.append("after"))
    until(lambda: done == ["slow", "after"])
