"""A run is kept in its folder, by one program at a time, and taken up by whoever comes with the same settings."""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.workflow.streams.conftest import write_lines
from transreview import i18n
from transreview.checks.settings import CheckSettings
from transreview.errors import ConflictError, InputError, UsageError
from transreview.workflow.streams.canonical import canonical
from transreview.workflow.streams.engines import LocalEngine
from transreview.workflow.streams.finished import claimed_folder
from transreview.workflow.streams.run import run_over_corpus
from transreview.workflow.streams.task import PartResult, added, fingerprint


@dataclass(frozen=True)
class Lines:
    """Gives the ids back."""

    said: str = ""
    name: str = "lines"
    columns: tuple[str, ...] = ()
    grouped: str = ""

    def start(self):
        def work(_part, records):
            found = [record["id"] for _number, record in records]
            return PartResult("".join(f"{one}\n" for one in found).encode(), {"records": len(found)})

        return work

    def joined(self, summaries):
        return added(summaries)

    def settings(self):
        return self.said


def run(corpus, out, **named):
    return run_over_corpus(Lines(**named), [corpus], out, LocalEngine(), part_size=5)


def manifests(out):
    return sorted((out / "parts").glob("*.json"))


def test_a_figure_changed_in_a_manifest_is_not_believed(corpus, tmp_path):
    out = tmp_path / "out"
    assert run(corpus, out).summary == {"records": 40}
    manifest = manifests(out)[0]
    manifest.write_text(re.sub(r'("summary": .*?)\d', r"\g<1>9", manifest.read_text()))
    again = run(corpus, out)
    assert (again.summary, again.parts - again.kept) == ({"records": 40}, 1)


def test_one_run_at_a_time_writes_to_a_folder(corpus, tmp_path):
    with claimed_folder(tmp_path / "out"), pytest.raises(ConflictError, match="another run is writing"):
        run(corpus, tmp_path / "out")
    assert run(corpus, tmp_path / "out").summary == {"records": 40}


def test_a_run_killed_at_its_very_beginning_can_be_started_again(corpus, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / ".transreview-corpus.json.abcdefgh.tmp").write_bytes(b"{")
    assert run(corpus, out).summary == {"records": 40}
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("not ours", encoding="utf-8")
    with pytest.raises(UsageError, match="other files"):
        run(corpus, tmp_path / "mine")


def test_files_whose_names_are_no_text_are_worked_on(corpus, tmp_path):
    (corpus / "a.jsonl").rename(os.fsdecode(os.fsencode(corpus) + b"/\xff\n.jsonl"))
    assert run(corpus, tmp_path / "out").summary == {"records": 40}
    assert run(corpus, tmp_path / "out").kept == 9


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n \n"])
def test_a_corpus_without_a_record_is_refused(tmp_path, data):
    (tmp_path / "a.jsonl").write_bytes(data)
    with pytest.raises(InputError, match="there is no record"):
        run(tmp_path / "a.jsonl", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_error_names_the_file_with_its_folder(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_lines(tmp_path / name / "a.jsonl", [{"id": 1}] if name == "one" else [{"id": 1}, {"id": None}])

    class Strict(Lines):
        def start(self):
            def work(part, records):
                for number, record in records:
                    if record["id"] is None:
                        raise InputError("bad", path=part.path.name, line=number)
                return PartResult(b"", {})

            return work

    with pytest.raises(InputError) as caught:
        run_over_corpus(Strict(), [tmp_path / "one", tmp_path / "two"], tmp_path / "out", LocalEngine())
    assert (caught.value.path, caught.value.line) == (tmp_path / "two" / "a.jsonl", 2)


def test_equal_settings_are_equal_texts_in_every_process():
    script = (
        "from transreview.checks.settings import CheckSettings as C;"
        "from transreview.workflow.streams.canonical import canonical as c;"
        "print(c(C(select=frozenset({'num', 'punct.final', 'term'}), calques={'b': '1', 'a': '2'})))"
    )
    here = canonical(
        CheckSettings(select=frozenset({"term", "num", "punct.final"}), calques={"a": "2", "b": "1"})
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout.strip() == here
    assert canonical(CheckSettings(select=frozenset({"num"}))) != here


def test_another_language_of_the_messages_is_another_answer(corpus, tmp_path):
    spoken = i18n.language()
    names = set()
    try:
        for language in ("en", "ka"):
            i18n.use(language)
            names.add(fingerprint(Lines()))
    finally:
        i18n.use(spoken)
    assert len(names) == 2


KILLED = """
import os, signal, sys, time
from transreview.errors import InputError
from transreview.workflow.streams.process_pool import ordered_map
def start(): pass
def work(item):
    if sys.argv[1] == "parent":
        print(os.getpid(), flush=True)
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(60)
    os.kill(os.getpid(), signal.SIGKILL)
try:
    list(ordered_map([1], start, (), work, 2, shared=True))
except InputError as error:
    print(error.message)
"""


def test_a_worker_that_is_killed_is_told():
    done = subprocess.run(
        [sys.executable, "-c", KILLED, "self"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "a process that worked on this was killed, perhaps for want of memory\n", (
        done.stderr
    )


def test_workers_end_when_the_program_is_killed():
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, "parent"], stdout=subprocess.PIPE, text=True
    ) as killed:
        assert killed.stdout is not None
        worker = int(killed.stdout.readline())
        assert killed.wait(30) == -signal.SIGKILL
        until = time.monotonic() + 30
        while time.monotonic() < until and _runs(worker):
            time.sleep(0.02)
        assert not _runs(worker)


def _runs(process):
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
