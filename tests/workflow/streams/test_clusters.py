"""What a cluster can do wrong is told in a sentence, and nobody waits for ever."""

import os
import pickle
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import CancelledError
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.workflow.streams.test_runs import Lines
from transreview import i18n
from transreview.errors import InputError, UsageError
from transreview.workflow.streams import dask_attendance, dask_connection, dask_engine, dask_worker
from transreview.workflow.streams.cluster_address import cluster_address
from transreview.workflow.streams.corpus import plan
from transreview.workflow.streams.dask_worker import worked_there
from transreview.workflow.streams.part import Part
from transreview.workflow.streams.task import program

PART = Part(path=Path("/corpus/a.jsonl"), first=5001, count=5000, offset=0, size=0, digest="")


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("dask://10.0.0.1:8786", "10.0.0.1:8786"),
        ("DASK://Cluster.example.org:8786", "cluster.example.org:8786"),
        ("dask://[::1]:8786", "[::1]:8786"),
        ("dask://10.0.0.1:8786/", "10.0.0.1:8786"),
    ],
)
def test_an_address_is_a_host_and_a_port(name, address):
    assert cluster_address(name) == address


@pytest.mark.parametrize(
    "name",
    [
        "dask://", "dask://10.0.0.1", "dask://:8786", "dask://10.0.0.1:abc", "dask://10.0.0.1:99999",
        "dask://10.0.0.1:0", "dask://10.0.0.1:-1", "dask://::1:8786", "dask://[::1:8786", "dask://10.0.0.1:1\x1b[31m",
        "dask://tls://10.0.0.1:8786", "tcp://10.0.0.1:8786", "dask:10.0.0.1:8786", "dask://10.0.0.1:8786/x",
        "dask://10.0.0.1:8786?x", "dask://a\tb:80", "10.0.0.1:8786", "",
    ],
)  # fmt: skip
def test_another_address_is_refused_at_once(name):
    with pytest.raises(UsageError, match="there is no engine"):
        cluster_address(name)


def test_what_may_be_a_password_is_not_repeated():
    with pytest.raises(UsageError) as refused:
        cluster_address("dask://nino:secret@10.0.0.1:8786")
    assert "secret" not in str(refused.value)
    assert "10.0.0.1:8786" in str(refused.value)


@contextmanager
def port(answer):
    """Something that listens and is no scheduler."""
    held = []

    def serve():
        while True:
            try:
                there, _address = listening.accept()
            except OSError:
                return
            held.append(there)
            answer(there)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, daemon=True).start()
        yield f"127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)
    for one in held:
        one.close()


@pytest.mark.parametrize(
    "answer",
    [
        lambda _there: None,
        lambda there: there.close(),
        lambda there: there.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        lambda there: there.sendall(b"\xff" * 64),
    ],
    ids=["nothing", "the end", "another protocol", "a length without measure"],
)
def test_whatever_else_answers_is_no_scheduler(answer, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(dask_connection, "_WAIT_SECONDS", 0.5)
    began = time.monotonic()
    with (
        port(answer) as address,
        pytest.raises(InputError, match=f"no Dask scheduler answers at dask://{address}"),
        dask_connection.connected(address),
    ):
        pass
    assert time.monotonic() - began < 10


def test_a_worker_with_another_program_is_refused():
    with pytest.raises(InputError, match="other versions of transreview"):
        worked_there(b"", PART, ("another", "en"))


def there(corpus_file, columns=("id",)):
    task = Lines()
    part = next(iter(plan([corpus_file], 5, "")))
    return pickle.dumps(task), part, (program(), i18n.language())


def test_what_a_worker_does_not_see_is_told_as_its_own(corpus):
    asked = there(corpus / "a.jsonl")
    assert worked_there(*asked).lines
    (corpus / "a.jsonl").rename(corpus / "elsewhere")
    with pytest.raises(
        InputError, match=r"a worker of the cluster \(.*\) says: there is no such file"
    ) as told:
        worked_there(*asked)
    assert str(told.value.path) == str(corpus / "a.jsonl")
    (corpus / "a.jsonl").write_text('{"id": "another file of this name"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="says: the file changed"):
        worked_there(*asked)


def test_a_bad_record_is_the_corpuss_wherever_it_is_read(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "1"}\n{\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.jsonl:2: not JSON") as told:
        worked_there(*there(tmp_path / "a.jsonl"))
    assert "worker" not in str(told.value)


def test_a_worker_without_the_program_fails_at_the_call_and_lives_on():
    """Dask itself reads nothing of this program: only the call does."""
    call = pickle.dumps(dask_engine._Call(b"", PART, ("another", "en")))
    with pytest.raises(InputError, match="other versions"):
        pickle.loads(call)
    bare = "import pickle, sys\ntry: pickle.loads(sys.stdin.buffer.read())\nexcept ImportError as e: print(e)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", bare], input=call, capture_output=True, check=True, cwd=os.sep
    )
    assert done.stdout.startswith(b"No module named 'transreview")


class Cluster:
    """A client of a cluster that has some workers and gives no result."""

    status = "running"

    scheduler = SimpleNamespace(identity=None)

    def __init__(self, workers):
        self._workers = workers

    def sync(self, _question, callback_timeout):
        if self._workers is None:
            raise TimeoutError
        signs = {"last_seen": time.time(), "nanny": None}
        return {"workers": {address: {"nthreads": n} | signs for address, n in self._workers.items()}}

    @contextmanager
    def as_current(self):
        yield self


class Unfinished:
    """A result that is not there."""

    key = "result"


def waited(monkeypatch, workers):
    distributed = pytest.importorskip("distributed")

    def late(_futures, timeout, return_when):
        time.sleep(timeout)
        raise TimeoutError

    monkeypatch.setattr(distributed, "wait", late)
    monkeypatch.setattr(dask_engine, "_LOOK_SECONDS", 0.01)
    monkeypatch.setattr(dask_attendance, "_LOOK_SECONDS", 0.01)
    monkeypatch.setattr(dask_engine, "_NOTE_SECONDS", 0.02)
    monkeypatch.setattr(dask_engine, "_GIVE_UP_SECONDS", 0.1)
    told = []

    def tell(sentence):
        told.append(sentence)
        if workers:
            raise KeyboardInterrupt

    engine = dask_engine.DaskEngine(Cluster(workers), "dask://c:1", tell)
    engine._under_way.append(dask_engine._UnderWay(PART, b"", [Unfinished()]))
    return told, engine._next_result


def test_a_cluster_without_workers_is_waited_for_a_while(monkeypatch):
    told, take = waited(monkeypatch, {})
    with pytest.raises(InputError, match="the cluster at dask://c:1 has lost its workers"):
        take()
    assert told == ["waiting for workers of the cluster at dask://c:1: it has none at present."]


def test_who_waits_long_for_workers_is_told(monkeypatch):
    told, take = waited(monkeypatch, {"tcp://a:1": 4, "tcp://b:1": 4})
    with pytest.raises(KeyboardInterrupt):
        take()
    assert told == ["waiting for 2 workers of the cluster at dask://c:1: no result for half a minute."]


def test_a_scheduler_that_answers_no_longer_is_told(monkeypatch):
    _told, take = waited(monkeypatch, None)
    with pytest.raises(InputError, match="the Dask scheduler at dask://c:1 answers no longer"):
        take()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (ModuleNotFoundError("No module named 'transreview'"), "a worker of the cluster cannot begin"),
        (TimeoutError("of the work\nitself"), "the cluster failed: TimeoutError: of the work itself"),
    ],
)
def test_whatever_a_cluster_raises_is_one_line(error, says):
    pytest.importorskip("distributed")
    engine = dask_engine.DaskEngine(Cluster({}), "dask://c:1", print)
    with pytest.raises(InputError, match=says) as told, engine._failures_told(PART):
        raise error
    assert "\n" not in str(told.value)


def test_a_lost_connection_is_told_as_that():
    pytest.importorskip("distributed")
    engine = dask_engine.DaskEngine(Cluster({}), "dask://c:1", print)
    lost = CancelledError()
    lost.reason = "scheduler-connection-lost"
    says = "connection to the Dask scheduler at dask://c:1 was lost"
    with pytest.raises(InputError, match=says), engine._failures_told(PART):
        raise lost


def test_threads_of_a_worker_take_turns(monkeypatch):
    """The place in a file and the language of messages are the process's."""
    at_work, most = [], []

    def work(_task, _part):
        at_work.append(1)
        most.append(len(at_work))
        time.sleep(0.01)
        at_work.pop()

    monkeypatch.setattr(dask_worker, "worked", work)
    asked = (pickle.dumps(Lines()), PART, (program(), i18n.language()))
    threads = [threading.Thread(target=worked_there, args=asked) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert most == [1, 1, 1, 1]
