"""`transreview score`: projects, line files, thresholds, and every way to get it wrong."""

from __future__ import annotations

import json

import pytest
import sacrebleu
from sacrebleu.metrics import CHRF

from tests.cli.running import run
from tests.small_project import MACHINE, REFERENCE, SOURCE, small_project


@pytest.fixture
def project(tmp_path):
    return small_project(tmp_path / "p.transreview")


@pytest.fixture
def lines(tmp_path):
    files = {}
    for name, texts in (("hyp", MACHINE), ("ref", REFERENCE), ("src", SOURCE), ("same", REFERENCE)):
        files[name] = tmp_path / f"{name}.txt"
        files[name].write_text("\n".join(texts) + "\n", encoding="utf-8")
    return files


def test_a_project_is_scored_with_signatures(capsys, project):
    done = run(capsys, "score", project)
    assert done.code == 0
    assert "chrF2++" in done.out
    assert f"nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no|version:{sacrebleu.__version__}" in done.out
    assert "no data, nothing is reviewed (3 of 3 untouched)" in done.out


def test_json_has_the_same_figures(capsys, project):
    data = json.loads(run(capsys, "score", project, "--json", "--metric", "chrf").out)
    assert data["totals"][0]["texts"][0]["scores"][0]["name"] == "chrF2++"


def test_line_files_are_scored_without_a_project(capsys, lines):
    done = run(capsys, "score", lines["same"], "--reference", lines["ref"], "--source", lines["src"])
    assert done.code == 0
    assert "chrF2++  100.00" in done.out


def test_two_systems_are_compared(capsys, lines):
    done = run(capsys, "score", lines["hyp"], lines["same"], "--reference", lines["ref"], "--metric", "chrf")
    assert "Against" in done.out
    assert "p = " in done.out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--min", "chrf=1"], 0),
        (["--min", "chrf=99"], 1),
        (["--max", "ter=200"], 0),
        (["--max", "ter=1"], 1),
        (["--max-hter", "0.1"], 1),
        (["--max-hter", "-1"], 2),
        (["--min", "ter=1"], 2),
        (["--min", "confirmed=1"], 1),
    ],
)
def test_thresholds_decide_the_exit_code(capsys, project, options, code):
    assert run(capsys, "score", project, *options).code == code


def test_a_demanded_score_without_reference_fails(capsys, tmp_path):
    bare = small_project(tmp_path / "bare.transreview", reference=False)
    done = run(capsys, "score", bare, "--min", "chrf=1")
    assert done.code == 1
    assert "Failed: chrf: no data" in done.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["{hyp}", "--reference", "{short}"], 3, "3 lines, but"),
        (["{hyp}", "--reference", "{empty}"], 3, "all lines are empty"),
        (["{hyp}", "--reference", "{src}", "--language", "ka"], 3, "looks like zh, not ka"),
        (["{hyp}", "--reference", "{none}"], 3, "No such file"),
        (["{hyp}", "--reference", "{ref}", "--metric", "meteor"], 2, "there is no metric “meteor”"),
        (["{hyp}", "--reference", "{ref}", "--min", "chrf"], 2, "--min chrf is not NAME=NUMBER"),
        (["{hyp}", "--reference", "{ref}", "--min", "meteor=3"], 2, "no “meteor” to compare"),
        (["{hyp}", "{ref}"], 2, "several files, but no --reference"),
        (["{hyp}"], 3, ""),
        (["{project}", "--article", "9"], 2, "no article 9"),
        ([], 2, "Missing argument"),
    ],
)
def test_wrong_input_gives_one_message_and_a_code(capsys, lines, project, tmp_path, arguments, code, message):
    (tmp_path / "short.txt").write_text("ერთი\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    files = lines | {n: tmp_path / f"{n}.txt" for n in ("short", "empty", "none")} | {"project": project}
    done = run(capsys, "score", *(a.format(**files) for a in arguments))
    assert done.code == code
    assert message in done.err
    assert done.out == ""
    assert "Traceback" not in done.err


def test_documents_are_scored_each(capsys, lines, tmp_path):
    (tmp_path / "names.txt").write_text("a\na\nb\n", encoding="utf-8")
    done = run(
        capsys, "score", lines["hyp"], "--reference", lines["ref"], "--metric", "chrf", "--json",
        "--documents", tmp_path / "names.txt",
    )  # fmt: skip
    found = json.loads(done.out)["documents"][str(lines["hyp"])]
    expected = CHRF(word_order=2).corpus_score(MACHINE[:2], [REFERENCE[:2]]).score
    assert list(found) == ["a", "b"]
    assert found["a"][0]["value"] == pytest.approx(expected)
    assert found["a"][0]["segments"] == 2


def test_segment_scores_are_json_lines(capsys, lines, project):
    done = run(capsys, "score", lines["hyp"], "--reference", lines["ref"], "--metric", "chrf", "--jsonl")
    rows = [json.loads(line) for line in done.out.splitlines()]
    expected = [
        CHRF(word_order=2).sentence_score(hypothesis, [reference]).score
        for hypothesis, reference in zip(MACHINE, REFERENCE, strict=True)
    ]
    assert [row["scores"]["chrf"] for row in rows] == pytest.approx(expected)
    done = run(capsys, "score", project, "--metric", "chrf", "--jsonl")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["machine"]["chrf"] for row in rows] == pytest.approx(expected)
    assert {row["hter"] for row in rows} == {None}


def test_settings_are_chosen_by_option_and_stand_in_the_signature(capsys, lines):
    done = run(
        capsys, "score", lines["hyp"], "--reference", lines["ref"], "--reference", lines["ref"],
        "--metric", "bleu", "--metric", "chrf2", "--tokenize", "intl",
    )  # fmt: skip
    assert "nrefs:2|case:mixed|eff:no|tok:intl" in done.out
    assert "chrF2 " in done.out
    done = run(
        capsys, "score", lines["hyp"], "--reference", lines["ref"], "--metric", "chrf", "--tokenize", "intl"
    )
    assert (done.code, "only BLEU is tokenized" in done.err) == (2, True)
