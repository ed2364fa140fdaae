"""The memory's file keeps what it is given, once each, and refuses what is not its own."""

import sqlite3
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.memory.conftest import TEXTS, pair
from transreview.errors import InputError
from transreview.memory.concordance import concordance
from transreview.memory.file import MemoryFile
from transreview.memory.matches import find_matches


def targets(memory):
    return {found.source: found.target for found in memory.each()}


def test_it_is_all_there_after_reopening(memory):
    with MemoryFile(memory.path) as again:
        assert targets(again) == dict(TEXTS)
        assert [(c.name, c.label, c.pairs) for c in again.collections()] == [("p1", "fair", 5)]


def test_a_pair_of_the_same_name_replaces_the_older_and_its_index(memory):
    memory.add([pair("会议在厦门举行。", "სხდომა სიამენში გაიმართა.")])
    assert len(memory) == len(TEXTS)
    assert concordance([memory], "შეხვედრა", "zh", "ka") == []
    assert [o.pair.target for o in concordance([memory], "სხდომა", "zh", "ka")] == [
        "სხდომა სიამენში გაიმართა."
    ]


def test_the_last_of_two_of_one_name_in_one_go_holds(memory):
    memory.add([pair("新", "ა", key="k"), pair("新", "ბ", key="k")])
    assert targets(memory)["新"] == "ბ"


def test_empty_sides_are_left_out(memory):
    assert memory.add([pair("空", " "), pair("", "ა")]) == 0


def test_what_is_forgotten_is_found_nowhere(memory):
    assert memory.remove("p1", ["会议在厦门举行。", "not there"]) == 1
    assert concordance([memory], "厦门", "zh", "ka") == []
    assert memory.remove("p1") == len(TEXTS) - 1
    assert memory.collections() == []
    assert find_matches([memory], "眼镜行业协会召开年会。", "zh", "ka") == []
    assert memory.remove("p1") == 0


def test_positions_are_of_a_collection(memory):
    assert (memory.position("p1"), memory.position("p2")) == (0, 0)
    memory.set_position("p1", "renamed", 7)
    assert memory.position("p1") == 7
    assert memory.collections()[0].label == "renamed"


def test_another_programs_file_is_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(InputError, match="no translation memory"):
        MemoryFile(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database at all, by no means, " * 40, b"SQLite format 3\x00" + b"\xff" * 900]
)
def test_a_broken_file_is_told_in_one_line(tmp_path, content):
    path = tmp_path / "broken.memory"
    path.write_bytes(content)
    with pytest.raises(InputError, match="cannot be used"):
        MemoryFile(path)
    assert path.read_bytes() == content


def test_a_cut_file_is_told_when_it_is_read(memory):
    memory.add(pair(f"第{n}句话说明情况。", f"წინადადება {n}", key=str(n)) for n in range(400))
    memory.close()
    data = memory.path.read_bytes()
    memory.path.write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError, match="cannot be used"), MemoryFile(memory.path) as cut:
        list(cut.each())


def test_a_team_memory_is_only_read(memory, tmp_path):
    with MemoryFile(memory.path, read_only=True) as team:
        assert len(team) == len(TEXTS)
        with pytest.raises(InputError):
            team.add([pair("新", "ახალი")])
    with pytest.raises(InputError):
        MemoryFile(tmp_path / "missing.memory", read_only=True)
    assert not (tmp_path / "missing.memory").exists()


text = st.text(st.sampled_from("眼镜行业a1 სათვალე。"), min_size=1, max_size=12)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("abc"), text, text, st.booleans()), max_size=12))
def test_the_index_follows_every_change(tmp_path_factory, steps):
    """Whatever is added, replaced and forgotten: what the index finds is what is there."""
    held = {}
    with MemoryFile(tmp_path_factory.mktemp("m") / "m.memory") as memory:
        for key, source, target, forget in steps:
            if forget:
                memory.remove("c", [key])
                held.pop(key, None)
            elif source.strip() and target.strip():
                memory.add([pair(source, target, collection="c", key=key)])
                held[key] = (source, target)
        assert sorted((p.source, p.target) for p in memory.each()) == sorted(held.values())
        for source, _target in held.values():
            found = {o.pair.source for o in concordance([memory], source, "zh", "ka")}
            assert source in found or not any(c.isalnum() for c in source)
        counts = {row[0] for row in memory._query("SELECT texts FROM frequency")}
        assert min(counts, default=0) >= 0
        assert held or counts <= {0}


def test_several_processes_that_want_a_new_memory_at_once_have_one(tmp_path):
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from transreview.memory.file import MemoryFile\n"
        "print('ready', flush=True)\n"
        "sys.stdin.readline()\n"
        "MemoryFile(Path(sys.argv[1])).close()\n"
    )
    for turn in range(3):
        started = [
            subprocess.Popen(
                [sys.executable, "-c", script, str(tmp_path / f"{turn}.memory")],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for _number in range(5)
        ]
        for one in started:
            assert one.stdout is not None
            one.stdout.readline()
        for one in started:
            assert one.stdin is not None
            one.stdin.write("\n")
            one.stdin.flush()
        told = [one.communicate(timeout=60)[1] for one in started]
        assert [one.returncode for one in started] == [0] * 5, told
        with MemoryFile(tmp_path / f"{turn}.memory") as memory:
            assert len(memory) == 0
