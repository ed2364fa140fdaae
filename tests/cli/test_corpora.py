"""Commands over a corpus: one answer for any number of parts and workers; a run goes on where it stopped."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.workflow.streams.conftest import corpus, records, write_lines  # noqa: F401 - a fixture
from transreview.errors import InputError
from transreview.workflow.streams import dask_connection

GLOSSARY = "id,zh,ka,ka:not\nindustry,眼镜行业,სათვალის ინდუსტრია,სათვალის დარგი\n"
COMMANDS = {
    "check": ["check", "--source-lang", "zh", "--target-lang", "ka", "--fail-on", "never"],
    "score": ["score", "--language", "ka"],
    "match": ["terms", "match", "--glossary", "g.csv"],
    "align": ["align", "--source-lang", "zh", "--target-lang", "ka"],
}


def transreview(folder, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "transreview", *map(str, arguments)],
        cwd=folder, capture_output=True, text=True, check=False, env=os.environ | {"NO_COLOR": "1"},
    )  # fmt: skip


def over(folder, name, out, *more, expect=0):
    given = folder / "documents" if name == "align" else folder / "corpus"
    done = transreview(folder, *COMMANDS[name], given, "--out", out, *more)
    assert done.returncode == expect, done.stderr
    return (folder / out / "result.jsonl").read_bytes(), (folder / out / "summary.json").read_bytes()


@pytest.fixture
def place(tmp_path, corpus):  # noqa: F811
    (tmp_path / "g.csv").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "documents").mkdir()
    rows = list(records(12))
    write_lines(
        tmp_path / "documents" / "a.jsonl",
        [
            {"id": n, "source": [r["source"] for r in rows[:n]], "target": [r["target"] for r in rows[:n]]}
            for n in range(1, 9)
        ],
    )
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_parts_and_workers_do_not_change_the_answer(place, name):
    whole = over(place, name, "whole")
    assert over(place, name, "cut", "--part-size", "3") == whole
    assert over(place, name, "many", "--part-size", "5", "--workers", "2") == whole


def test_the_lines_are_those_of_the_command_on_a_stream(place):
    (place / "corpus" / "b.parquet").unlink()
    over(place, "check", "out")
    with (place / "corpus" / "a.jsonl").open() as stream:
        done = subprocess.run(
            [sys.executable, "-m", "transreview", *COMMANDS["check"], "-", "--format", "jsonl"],
            stdin=stream, capture_output=True, text=True, check=True,
        )  # fmt: skip
    alone = [json.loads(line) for line in done.stdout.splitlines()]
    together = [json.loads(line) for line in (place / "out" / "result.jsonl").read_text().splitlines()]
    assert [(one["id"], one["findings"]) for one in together] == [
        (one["id"], one["findings"]) for one in alone
    ]
    assert any(one["findings"] for one in together)


def test_the_scores_are_sacrebleus(place):
    from sacrebleu.metrics import CHRF, TER

    _lines, summary = over(place, "score", "out", "--part-size", "7")
    rows = list(records(40))
    hypotheses, references = [row["target"] for row in rows], [[row["reference"] for row in rows]]
    scores = json.loads(summary)["scores"]
    assert scores["chrf"]["score"] == CHRF(word_order=2).corpus_score(hypotheses, references).score
    assert scores["ter"]["score"] == TER().corpus_score(hypotheses, references).score
    assert json.loads(summary)["segments"] == 40


def test_the_summary_counts_terms(place):
    _lines, summary = over(place, "match", "out")
    assert json.loads(summary) == {
        "texts": 40, "required": {"industry": 16}, "missing": {}, "forbidden": {"industry": 8},
    }  # fmt: skip


def test_a_second_run_has_nothing_to_do_and_a_changed_file_only_its_parts(place):
    whole = over(place, "check", "out", "--part-size", "5")
    done = transreview(place, *COMMANDS["check"], "corpus", "--out", "out", "--part-size", "5")
    assert "8 of 8 parts were finished before." in done.stderr
    write_lines(
        place / "corpus" / "a.jsonl", [*list(records(23))[:-1], {"id": "n", "source": "5", "target": "6"}]
    )
    done = transreview(place, *COMMANDS["check"], "corpus", "--out", "out", "--part-size", "5")
    assert "7 of 8 parts were finished before." in done.stderr
    assert (place / "out" / "result.jsonl").read_bytes() != whole[0]


def test_a_damaged_part_is_made_again(place):
    whole = over(place, "check", "out", "--part-size", "5")
    for part in (place / "out" / "parts").glob("*.jsonl"):
        part.write_bytes(part.read_bytes()[:-3])
    next((place / "out" / "parts").glob("*.json")).write_text("{")
    assert over(place, "check", "out", "--part-size", "5") == whole


def test_the_terms_of_a_corpus_are_of_the_languages_that_its_records_name(place):
    rows = [{**row, "source_lang": "zh-CN", "target_lang": "ka"} for row in records(20)]
    rows.append({"source": "A trade fair", "target": "Eine Messe", "source_lang": "en", "target_lang": "de"})
    write_lines(place / "corpus" / "a.jsonl", rows)
    (place / "corpus" / "b.parquet").unlink()
    done = transreview(place, "terms", "extract", "corpus", "--out", "out")
    assert done.returncode == 0, done.stderr
    assert "1 record is in other languages than zh-CN and ka, and was left out." in done.stderr
    assert (place / "out" / "candidates.csv").read_text().startswith("id,subject")


def test_other_settings_are_another_answer(place):
    over(place, "check", "out")
    done = transreview(place, *COMMANDS["check"], "corpus", "--out", "out", "--select", "num")
    assert "finished before" not in done.stderr
    assert {f["check"].split(".")[0] for line in (place / "out" / "result.jsonl").read_text().splitlines()
            for f in json.loads(line)["findings"]} == {"num"}  # fmt: skip


def test_a_killed_run_goes_on(place):
    write_lines(place / "corpus" / "a.jsonl", records(900))
    command = [
        sys.executable,
        "-m",
        "transreview",
        *COMMANDS["check"],
        "corpus",
        "--out",
        "out",
        "--part-size",
        "20",
    ]
    running = subprocess.Popen(command, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while time.monotonic() < until and len(list((place / "out" / "parts").glob("*.json"))) < 3:
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert not (place / "out" / "result.jsonl").exists()
    done = transreview(place, *command[3:])
    assert done.returncode == 0
    assert int(done.stderr.split(" of ")[0]) >= 2
    whole = over(place, "check", "whole")
    assert (place / "out" / "result.jsonl").read_bytes() == whole[0]
    assert not list((place / "out").rglob("*.tmp"))


def test_an_error_keeps_what_was_finished_before_it(place):
    rows = [*records(20), {"id": "bad", "source": "只有原文"}]
    write_lines(place / "corpus" / "a.jsonl", rows)
    done = transreview(place, *COMMANDS["check"], "corpus", "--out", "out", "--part-size", "5")
    assert done.returncode == 3
    assert "a.jsonl:21: “target” is missing" in done.stderr
    write_lines(place / "corpus" / "a.jsonl", rows[:-1])
    done = transreview(place, *COMMANDS["check"], "corpus", "--out", "out", "--part-size", "5")
    assert done.returncode == 0
    assert "3 of 8 parts were finished before." in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["check", "corpus"], 2, "Add --out FOLDER"),
        (["check", "corpus/a.jsonl", "--engine", "dask://x:1"], 2, "--engine works over a corpus"),
        (["check", "corpus", "--out", "corpus"], 2, "holds other files"),
        (["check", "corpus", "--out", "out", "--engine", "spark://x"], 2, "no engine"),
        (
            ["check", "corpus", "--out", "out", "--engine", "dask://127.0.0.1:9"],
            3,
            "no Dask scheduler answers",
        ),
        (["check", "corpus", "--out", "g.csv"], 2, "is a file"),
        (["score", "corpus", "--out", "out", "--min", "chrf=99"], 1, "chrf"),
        (["check", "corpus", "--out", "out", "--fail-on", "info"], 1, "the limit is 0"),
    ],
)
def test_wrong_use_and_thresholds(place, arguments, code, says):
    done = transreview(place, *arguments)
    assert (done.returncode, says in done.stderr + done.stdout) == (code, True), done.stderr


def test_candidate_terms_are_the_same_for_any_number_of_workers(place):
    arguments = ["terms", "extract", "corpus", "--source-lang", "zh", "--target-lang", "ka"]
    one = transreview(place, *arguments, "--out", "one")
    assert one.returncode == 0, one.stderr
    many = transreview(place, *arguments, "--out", "many", "--workers", "2")
    assert many.stdout == one.stdout
    assert (place / "many" / "candidates.csv").read_bytes() == (place / "one" / "candidates.csv").read_bytes()
    found = [json.loads(line) for line in one.stdout.splitlines()]
    assert "眼镜行业增长" in [candidate["source"] for candidate in found]
    assert all(candidate["together"] <= candidate["segments"] <= candidate["times"] for candidate in found)
    known = transreview(place, *arguments, "--out", "known", "--glossary", "g.csv")
    assert known.returncode == 0
    assert "眼镜行业" not in [json.loads(line)["source"] for line in known.stdout.splitlines()]


def test_a_dask_cluster_gives_the_same_answer(place, monkeypatch):
    pytest.importorskip("distributed")
    dask = str(Path(sys.executable).with_name("dask"))
    folder = place / "cluster"
    folder.mkdir()
    processes = [
        subprocess.Popen(
            [dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
             "--scheduler-file", "scheduler.json"],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
    ]  # fmt: skip
    try:
        until = time.monotonic() + 60
        written = folder / "scheduler.json"  # it is there before it is whole
        while not (written.exists() and written.read_text().endswith("}")) and time.monotonic() < until:
            time.sleep(0.05)
        monkeypatch.setattr(dask_connection, "_WAIT_SECONDS", 0.3)
        scheduler = json.loads(written.read_text())["address"].removeprefix("tcp://")
        with pytest.raises(InputError, match="has no workers"), dask_connection.connected(scheduler):
            pass
        processes += [
            subprocess.Popen(
                [dask, "worker", "--scheduler-file", "scheduler.json", "--nthreads", "1", "--no-dashboard",
                 "--local-directory", str(folder)],
                cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
            for _ in range(2)
        ]  # fmt: skip
        address = f"dask://{scheduler}"
        clustered = over(place, "check", "clustered", "--part-size", "4", "--engine", address)
        assert clustered == over(place, "check", "whole")
        write_lines(place / "corpus" / "a.jsonl", [{"id": 1, "source": "x"}])
        over_error = transreview(place, *COMMANDS["check"], "corpus", "--out", "bad", "--engine", address)
        assert over_error.returncode == 3
        assert "a.jsonl:1: “target” is missing" in over_error.stderr
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait(20)


def test_a_first_record_without_a_reference_is_told_with_its_file(place):
    write_lines(place / "corpus" / "a.jsonl", [{"id": 1, "target": "x", "reference": None}])
    told = transreview(place, "score", "corpus", "--out", "scored", "--language", "ka")
    assert told.returncode == 3
    assert "corpus/a.jsonl:1: this record has no reference" in told.stderr


def test_matches_are_json_whether_it_is_asked_for_or_not(place):
    done = [
        subprocess.run(
            [sys.executable, "-m", "transreview", *COMMANDS["match"], "--lang", "zh", *more],
            cwd=place, capture_output=True, text=True, check=True, input="眼镜行业年会\n",
        ).stdout
        for more in ([], ["--json"])
    ]  # fmt: skip
    assert done[0] == done[1]
    assert json.loads(done[0])["terms"]


FOLDED = [
    {"id": "1", "translation": {"ka": "ლინზის ფასი 10 იუანია.", "zh": "镜片的价格是100元。"}},
    {"id": "2", "translation": {"ka": "ქარხანა გაიხსნა.", "zh": "工厂开业了。"}},
]


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_texts_by_their_languages_are_checked_as_the_pairs_that_they_are(tmp_path, kind):
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pairs = [
        {"id": one["id"], "source": one["translation"]["zh"], "target": one["translation"]["ka"]}
        for one in FOLDED
    ]
    for folder, rows in (("folded", FOLDED), ("plain", pairs)):
        (tmp_path / folder).mkdir()
        if kind == "jsonl":
            write_lines(tmp_path / folder / "a.jsonl", rows)
        else:
            parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / folder / "a.parquet")
    answers = []
    for folder in ("folded", "plain"):
        done = transreview(tmp_path, *COMMANDS["check"], folder, "--out", f"{folder}-out")
        assert done.returncode == 0, done.stderr
        answers.append((tmp_path / f"{folder}-out" / "result.jsonl").read_bytes())
    assert answers[0] == answers[1]
    assert b"num.mismatch" in answers[0]
    (tmp_path / "g.csv").write_text("id,zh,ka\nlens,镜片,ლინზა\n", encoding="utf-8")
    matched = transreview(tmp_path, *COMMANDS["match"], "folded", "--out", "m")
    assert matched.returncode == 0, matched.stderr
    assert json.loads(matched.stdout)["required"] == {"lens": 1}


def test_texts_by_their_languages_need_to_have_their_direction_said(tmp_path):
    (tmp_path / "folded").mkdir()
    write_lines(tmp_path / "folded" / "a.jsonl", FOLDED)
    for arguments in (
        ["check", "folded", "--out", "o"],
        ["check", "folded/a.jsonl"],
        ["terms", "extract", "folded", "--out", "o"],
    ):
        done = transreview(tmp_path, *arguments)
        assert done.returncode != 0
        assert "Name them with --source-lang and --target-lang" in done.stderr
