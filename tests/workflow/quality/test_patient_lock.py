"""Whoever shows findings goes before whoever looks for them."""

from __future__ import annotations

from threading import Event, Thread
from time import sleep

import pytest

from transreview.workflow.quality.patient_lock import PatientLock

ASKED = 60


def test_whoever_asks_often_waits_for_few_steps_of_the_work() -> None:
    lock, begun, done = PatientLock(), Event(), Event()
    steps = [0]

    def work() -> None:
        while not done.is_set():
            with lock.patiently():
                sleep(0.002)
                steps[0] += 1
            begun.set()

    worker = Thread(target=work)
    worker.start()
    begun.wait()
    before = steps[0]
    for _time in range(ASKED):
        with lock:
            pass
    taken = steps[0] - before
    done.set()
    worker.join()
    assert taken < ASKED / 3


def test_the_same_thread_may_take_it_again_and_work_goes_on_after_a_fault() -> None:
    lock = PatientLock()
    with lock, lock:
        pass
    with pytest.raises(ZeroDivisionError), lock.patiently():
        _ = 1 / 0
    with pytest.raises(ZeroDivisionError), lock:
        _ = 1 / 0
    taken = Event()

    def take() -> None:
        with lock:
            taken.set()

    other = Thread(target=take)
    other.start()
    other.join(5)
    assert taken.is_set()
