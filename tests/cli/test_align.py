"""`transreview align`: two files, a stream, a project, and measuring a pair."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.running import run
from transreview.model.bead import Bead
from transreview.model.segment import Status
from transreview.project import Project
from transreview.resources import shipped

SAMPLE = shipped("corpus", "mirror-industry")
ZH, KA, REFERENCE = (SAMPLE / f"mirror-industry.{part}.txt" for part in ("zh", "ka.mt", "ka.ref"))

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def project(capsys: Capture, tmp_path: Path) -> Path:
    path = tmp_path / "p.transreview"
    assert run(capsys, "new", path, ZH, KA).code == 0
    return path


def feed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    data = "".join(line + "\n" for line in lines).encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_two_files_are_shown_bead_by_bead(capsys: Capture) -> None:
    done = run(capsys, "align", ZH, KA)
    assert done.code == 0
    assert "16 beads (1-1: 15, 2-1: 1)" in done.out


def test_json_has_the_texts_and_how_sure_each_bead_is(capsys: Capture) -> None:
    data = json.loads(run(capsys, "align", ZH, KA, "--json").out)
    assert (data["source_lang"], data["target_lang"]) == ("zh", "ka")
    joined = next(bead for bead in data["beads"] if bead["type"] == "2-1")
    assert (joined["source"], joined["target"]) == ([4, 5], [4])
    assert len(joined["source_text"]) == 2
    assert all(0 <= bead["confidence"] <= 1 for bead in data["beads"])


def test_doubtful_beads_can_be_listed_alone(capsys: Capture) -> None:
    everything = json.loads(run(capsys, "align", ZH, KA, "--json", "--unit", "sentence").out)["beads"]
    limit = sorted(bead["confidence"] for bead in everything)[3]
    listed = json.loads(run(capsys, "align", ZH, KA, "--json", "--unit", "sentence", "--below", limit).out)[
        "beads"
    ]
    assert listed == [bead for bead in everything if bead["confidence"] < limit]


def test_a_stream_of_documents_gives_a_line_for_each(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = {
        "id": "a",
        "source": ["会议于2021年5月召开。", "共有100人参加。"],
        "target": ["შეხვედრა 2021 წლის მაისში გაიმართა.", "მას 100 ადამიანი დაესწრო."],
        "source_lang": "zh",
        "target_lang": "ka",
    }
    feed(monkeypatch, json.dumps(record), "", json.dumps({**record, "id": "b", "target": []}))
    lines = [json.loads(line) for line in run(capsys, "align", "-").out.splitlines()]
    assert [line["id"] for line in lines] == ["a", "b"]
    assert lines[0]["alignment"] == [[[0], [0]], [[1], [1]]]
    assert lines[1]["alignment"] == [[[0], []], [[1], []]]
    assert len(lines[0]["confidence"]) == 2


@pytest.mark.parametrize("line", ["{", "[]", '{"source": "x", "target": []}'])
def test_a_bad_line_is_told_with_its_number(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    feed(
        monkeypatch, json.dumps({"source": [], "target": [], "source_lang": "zh", "target_lang": "ka"}), line
    )
    done = run(capsys, "align", "-")
    assert done.code == 3
    assert ":2:" in done.err


def test_realigning_keeps_what_was_made_or_confirmed(capsys: Capture, project: Path) -> None:
    with Project.open(project) as opened:
        merged = opened.segments.all(1)[0]
        opened.structure.merge(merged.id)
        confirmed = opened.segments.all(1)[3]
        opened.segments.set_status(confirmed.id, Status.CONFIRMED, revision=confirmed.revision)
    done = run(capsys, "align", "--realign", project)
    assert done.code == 0
    assert "0 changed, 2 kept" in done.out
    with Project.open(project) as opened:
        first, *rest = opened.segments.all(1)
        assert (first.bead, first.fixed) == ("2-2", True)
        assert any(segment.id == confirmed.id and segment.status is Status.CONFIRMED for segment in rest)


def test_realigning_takes_back_what_nobody_vouched_for(capsys: Capture, project: Path) -> None:
    with Project.open(project) as opened:
        units = [len(opened.articles.units(1, side)) for side in ("source", "target")]
        apart = [segment.bead for segment in opened.segments.all(1)]
        opened.structure.realign(1, [Bead(tuple(range(units[0])), tuple(range(units[1])), confidence=0.1)])
        assert len(opened.segments.all(1)) == 1
    assert run(capsys, "align", "--realign", project, "--article", 1).code == 0
    with Project.open(project) as opened:
        assert [segment.bead for segment in opened.segments.all(1)] == apart


def test_one_undo_takes_a_new_alignment_back(capsys: Capture, project: Path) -> None:
    with Project.open(project) as opened:
        sides = [range(len(opened.articles.units(1, side))) for side in ("source", "target")]
        opened.structure.realign(1, [Bead(tuple(sides[0]), tuple(sides[1]), confidence=0.1)])
    assert run(capsys, "align", "--realign", project).code == 0
    with Project.open(project) as opened:
        assert len(opened.segments.all(1)) == 16
        entry = opened.journal.undo()
        assert entry is not None
        assert len(opened.segments.all(1)) == 1


def test_an_article_that_is_not_there_is_told(capsys: Capture, project: Path) -> None:
    done = run(capsys, "align", "--realign", project, "--article", 7)
    assert done.code in (2, 3)
    assert "7" in done.err


def test_a_later_version_keeps_work_on_unchanged_paragraphs(
    capsys: Capture, project: Path, tmp_path: Path
) -> None:
    with Project.open(project) as opened:
        last = opened.segments.all(1)[-2]
        opened.segments.edit(last.id, "ჩემი თარგმანი.", revision=last.revision)
    later = tmp_path / "later.zh.txt"
    later.write_text(
        ZH.read_text(encoding="utf-8").replace("6. 完成温州、厦门两个产业集群的复评工作；\n", ""),
        encoding="utf-8",
    )
    done = run(capsys, "align", "--reimport", 1, project, later, KA)
    assert done.code == 0
    with Project.open(project) as opened:
        assert "ჩემი თარგმანი." in [segment.target for segment in opened.segments.all(1)]
        assert len(opened.articles.units(1, "source")) == 16


def test_calibration_says_how_sure_it_is_and_can_be_used(capsys: Capture, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    rows = [
        {"source": "会" * size + "。", "target": "ა" * (3 * size + size % 5) + ".", "id": str(size)}
        for size in range(10, 210)
    ]
    pairs.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    out = tmp_path / "zh-ka.json"
    options = ("--source-lang", "zh", "--target-lang", "ka")
    done = run(capsys, "align", "--calibrate", pairs, "-o", out, *options)
    assert done.code == 0
    assert "Sure enough to use." in done.out
    measured = json.loads(out.read_text(encoding="utf-8"))
    assert measured["low"] <= measured["ratio"] <= measured["high"]
    assert 2.9 < measured["ratio"] < 3.1
    assert run(capsys, "align", ZH, KA, "--calibration", out).code == 0


def test_few_sentences_are_said_to_be_too_few(capsys: Capture, tmp_path: Path) -> None:
    done = run(capsys, "align", "--calibrate", ZH, KA)
    assert done.code == 0
    assert "more pairs are wanted" in done.out
    other = tmp_path / "no.json"
    other.write_text("{}", encoding="utf-8")
    wrong = run(capsys, "align", ZH, KA, "--calibration", other)
    assert wrong.code == 3
    assert "not a calibration" in wrong.err


@pytest.mark.parametrize(
    "arguments",
    [("one.txt",), ("--realign", "--calibrate", "x"), ("--realign", "a", "b"), ("--reimport", "1", "p")],
)
def test_what_makes_no_sense_is_a_mistake_of_usage(capsys: Capture, arguments: tuple[str, ...]) -> None:
    assert run(capsys, "align", *arguments).code == 2
