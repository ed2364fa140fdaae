"""A worker that is stopped keeps nobody waiting; one that is only busy is not taken for dead. On a real cluster."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.workflow.streams.slow_task import Slow
from transreview.errors import InputError
from transreview.workflow.streams import dask_attendance, dask_engine
from transreview.workflow.streams.dask_connection import connected
from transreview.workflow.streams.engines import LocalEngine
from transreview.workflow.streams.run import run_over_corpus

pytest.importorskip("distributed")

DASK = str(Path(sys.executable).with_name("dask"))
ROOT = Path(__file__).parents[3]


@pytest.fixture
def cluster(tmp_path, monkeypatch):
    """Start clusters: a function of the number of workers; what gives the address and the workers' processes."""
    monkeypatch.setattr(dask_attendance, "SILENT_SECONDS", 4.0)
    monkeypatch.setattr(dask_attendance, "_LOOK_SECONDS", 0.5)
    monkeypatch.setattr(dask_attendance, "_NANNY_SECONDS", 3.0)
    monkeypatch.setattr(dask_engine, "_LOOK_SECONDS", 0.5)
    monkeypatch.setattr(dask_engine, "_STOPPED_SECONDS", 6.0)
    monkeypatch.setattr(dask_engine, "_RESULT_SECONDS", 2.0)
    processes = []

    def dask(*arguments):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        processes.append(subprocess.Popen([DASK, *arguments], env=environment, **quiet))

    def start(workers, *options):
        dask(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", "s.json"
        )
        written = tmp_path / "s.json"
        while not (written.exists() and written.read_text().endswith("}")):
            time.sleep(0.05)
        address = json.loads(written.read_text())["address"].removeprefix("tcp://")
        for _ in range(workers):
            dask("worker", address, "--nthreads", "1", "--no-dashboard", *options)
        return address, processes[1:]

    yield start
    for process in reversed(processes):
        for one in family(process):
            with contextlib.suppress(ProcessLookupError):
                os.kill(one, signal.SIGCONT)
                os.kill(one, signal.SIGKILL)
        process.wait()


def family(process):
    import psutil

    try:
        return [child.pid for child in psutil.Process(process.pid).children(recursive=True)] + [process.pid]
    except psutil.Error:
        return []


@pytest.fixture
def pairs(tmp_path):
    folder = tmp_path / "pairs"
    folder.mkdir()
    (folder / "a.jsonl").write_text("".join(f'{{"id": "{one}"}}\n' for one in range(20)), encoding="utf-8")
    return folder


def run_while(address, task, pairs, out, stopping, workers):
    """Run; stop the processes that a function names once two parts are finished. Return what was told."""
    told = []

    def stop():
        while len(list((out / "parts").glob("*.json"))) < 2:
            time.sleep(0.05)
        for one in victims:
            os.kill(one, signal.SIGSTOP)

    with connected(address, told.append) as engine:
        engine._client.wait_for_workers(workers)
        victims = stopping()
        thread = threading.Thread(target=stop)
        thread.start()
        try:
            run_over_corpus(task, [pairs], out, engine, part_size=2)
        finally:
            thread.join()
    return told


def workers_of(processes):
    """Return what stands for a worker: the process that works, a child of its nanny."""
    import psutil

    found = []
    for process in processes:
        children = psutil.Process(process.pid).children(recursive=True)
        at_work = [child.pid for child in children if "spawn_main" in " ".join(child.cmdline())]
        found.append(at_work[0] if at_work else process.pid)
    return found


@pytest.mark.parametrize("options", [(), ("--no-nanny",)], ids=["with a nanny", "without"])
def test_the_work_of_a_stopped_worker_is_done_by_the_others(cluster, pairs, tmp_path, options):
    address, processes = cluster(2, *options)
    out = tmp_path / "out"
    began = time.monotonic()
    told = run_while(address, Slow(0.5), pairs, out, lambda: workers_of(processes)[1:], 2)
    assert time.monotonic() - began < 60
    expected = re.compile(
        rf"no sign of life from tcp://127.0.0.1:\d+ of the cluster at dask://{address}: "
        r"others do its work as well\."
    )
    assert any(map(expected.fullmatch, told))  # on a busy machine the other one may be late as well
    run_over_corpus(Slow(0.0), [pairs], tmp_path / "here", LocalEngine(), part_size=2)
    assert (out / "result.jsonl").read_bytes() == (tmp_path / "here" / "result.jsonl").read_bytes()


def test_a_run_whose_workers_are_all_stopped_ends_and_goes_on_when_it_is_begun_again(
    cluster, pairs, tmp_path
):
    address, processes = cluster(1)
    out = tmp_path / "out"
    stopped = []

    def victims():
        stopped.extend(workers_of(processes))
        return stopped

    with pytest.raises(InputError, match="are stopped or cut off: tcp://127"):
        run_while(address, Slow(0.5), pairs, out, victims, 1)
    kept = len(list((out / "parts").glob("*.json")))
    assert kept >= 2
    for one in stopped:
        os.kill(one, signal.SIGCONT)
    with connected(address) as engine:
        assert run_over_corpus(Slow(0.5), [pairs], out, engine, part_size=2).kept >= kept


def test_a_worker_whose_nanny_is_stopped_as_well_counts_as_stopped(cluster, pairs, tmp_path):
    address, processes = cluster(1)

    def victims():
        return family(processes[0])

    with pytest.raises(InputError, match="are stopped or cut off: tcp://127"):
        run_while(address, Slow(0.5), pairs, tmp_path / "out", victims, 1)


def test_a_worker_in_a_long_call_of_a_library_is_waited_for(cluster, pairs, tmp_path, monkeypatch):
    """Such a call lets no other thread run, so that the worker's signs of life stop too."""
    monkeypatch.setattr(dask_attendance, "SILENT_SECONDS", 1.0)
    monkeypatch.setattr(dask_engine, "_STOPPED_SECONDS", 1.5)
    address, _processes = cluster(1)
    told = []
    with connected(address, told.append) as engine:
        done = run_over_corpus(Slow(holding=26), [pairs], tmp_path / "out", engine, part_size=10)
    assert done.summary == {"records": 20}
    assert any(sentence.startswith("no sign of life") for sentence in told)


def test_of_a_lone_worker_without_a_nanny_is_said_that_nobody_can_tell(cluster, pairs, tmp_path):
    address, processes = cluster(1, "--no-nanny")
    told = []

    def hears(sentence):
        told.append(sentence)
        os.kill(processes[0].pid, signal.SIGCONT)

    with connected(address, hears) as engine:
        engine._client.wait_for_workers(1)
        stop = threading.Timer(1.0, os.kill, (processes[0].pid, signal.SIGSTOP))
        stop.start()
        done = run_over_corpus(Slow(0.5), [pairs], tmp_path / "out", engine, part_size=2)
    assert done.summary == {"records": 20}
    sentence = told[0]
    assert "which nobody can tell without a nanny" in sentence
    assert "Ctrl-C keeps what is finished" in sentence
