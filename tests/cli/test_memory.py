"""`transreview memory`: TMX in and out, look-ups, and one clear line for what cannot be."""

import json
import os
import subprocess
import sys

import pytest

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
 srclang="zh-CN" datatype="plaintext"/><body>
<tu><tuv xml:lang="zh-CN"><seg>会议在厦门举行。</seg></tuv><tuv xml:lang="ka-GE"><seg>შეხვედრა სიამენში გაიმართა.</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>眼镜行业</seg></tuv><tuv xml:lang="ka-GE"><seg>სათვალის ინდუსტრია</seg></tuv></tu>
</body></tmx>
"""
LANGUAGES = ["--source-lang", "zh", "--target-lang", "ka"]


@pytest.fixture
def run(tmp_path):
    (tmp_path / "vendor.tmx").write_text(TMX, encoding="utf-8")

    def go(*arguments, memory="own.memory"):
        return subprocess.run(
            [sys.executable, "-m", "transreview", "memory", *map(str, arguments)],
            cwd=tmp_path, capture_output=True, text=True, check=False,
            env=os.environ | {"TRANSREVIEW_MEMORY": memory},
        )  # fmt: skip

    return go


def test_import_find_match_list_export_forget(run, tmp_path):
    assert "2 pairs taken in" in run("import", "vendor.tmx").stdout
    found = json.loads(run("find", "ინდუსტრიას", *LANGUAGES, "--json").stdout)
    assert [(one["source"], one["side"], one["origin"]) for one in found] == [
        ("眼镜行业", "target", "foreign")
    ]
    match = run("match", "会议在厦门举行。", *LANGUAGES).stdout
    assert "1  98 %  the same text" in match
    assert "შეხვედრა სიამენში გაიმართა." in match
    assert "a like text" in run("match", "会议在上海举行。", *LANGUAGES).stdout
    assert "own.memory: 2 pairs" in run("list").stdout
    assert "2 pairs written" in run("export", "-o", "out.tmx").stdout
    assert "სათვალის ინდუსტრია" in (tmp_path / "out.tmx").read_text(encoding="utf-8")
    assert "2 pairs forgotten" in run("forget", "vendor.tmx").stdout
    assert "nothing like it" in run("match", "会议在厦门举行。", *LANGUAGES).stderr


def test_what_the_memory_lacks_is_exit_code_1(run):
    run("import", "vendor.tmx")
    assert run("find", "眼镜", *LANGUAGES).returncode == 0
    assert run("match", "会议在厦门举行。", *LANGUAGES).returncode == 0
    lacking = run("find", "火箭", *LANGUAGES)
    assert (lacking.returncode, lacking.stdout) == (1, "")
    assert "does not have “火箭”" in lacking.stderr
    as_data = run("match", "火箭今天升空。", *LANGUAGES, "--json")
    assert (as_data.returncode, json.loads(as_data.stdout)) == (1, [])


def test_a_memory_goes_out_with_the_same_bytes_where_its_moment_is_given(run, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    run("import", "vendor.tmx")
    run("export", "-o", "out.tmx")
    assert 'creationdate="19700102T000000Z"' in (tmp_path / "out.tmx").read_text(encoding="utf-8")


def test_importing_a_file_again_replaces_what_it_brought(run, tmp_path):
    run("import", "vendor.tmx")
    (tmp_path / "vendor.tmx").write_text(TMX.replace("სიამენში", "ფუჯოუში"), encoding="utf-8")
    run("import", "vendor.tmx", "--own")
    found = json.loads(run("find", "厦门", *LANGUAGES, "--json").stdout)
    assert [(one["target"], one["origin"]) for one in found] == [("შეხვედრა ფუჯოუში გაიმართა.", "person")]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["find", "x"], 2, "which languages?"),
        (["import", "missing.tmx"], 3, "missing.tmx"),
        (["import", "broken.tmx"], 3, "broken.tmx"),
        (["forget", "nothing"], 2, "memory list"),
        (["export", "-o", "x.tmx"], 3, "the memory is empty"),
        (["list", "--memory", "vendor.tmx"], 3, "cannot be used"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(run, tmp_path, arguments, code, says):
    (tmp_path / "broken.tmx").write_text(TMX[:300], encoding="utf-8")
    done = run(*arguments)
    assert (done.returncode, says in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_broken_import_loses_nothing_of_the_earlier_one(run, tmp_path):
    run("import", "vendor.tmx")
    (tmp_path / "vendor.tmx").write_text(TMX[:400], encoding="utf-8")
    assert run("import", "vendor.tmx").returncode == 3
    assert "own.memory: 2 pairs" in run("list").stdout


def test_off_means_off(run):
    done = run("list", memory="off")
    assert done.returncode == 2
    assert "switched off" in done.stderr


def test_escapes_of_a_terminal_are_shown_not_sent(run, tmp_path):
    (tmp_path / "vendor.tmx").write_text(TMX.replace("სიამენში", "\u009b31m\u202e"), encoding="utf-8")
    run("import", "vendor.tmx")
    shown = run("find", "厦门", *LANGUAGES).stdout
    assert "\u009b" not in shown
    assert "\u202e" not in shown
