"""`transreview report`: files by suffix, thresholds, baseline, and wrong input."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import run
from tests.small_project import small_project


@pytest.fixture
def project(tmp_path):
    return small_project(tmp_path / "p.transreview")


def test_every_form_is_written_by_its_suffix(capsys, project, tmp_path):
    names = ("r.html", "r.md", "r.json", "r.csv", "r.xml")
    outputs = [part for name in names for part in ("-o", tmp_path / name)]
    done = run(capsys, "report", project, "--confidence", "20", *outputs)
    assert done.code == 0
    assert [(tmp_path / name).read_text(encoding="utf-8")[:5] for name in names] == [
        "<!DOC",
        "# p\n\n",
        '{\n "s',
        "artic",
        "<?xml",
    ]


def test_without_a_file_a_summary_is_printed(capsys, project):
    done = run(capsys, "report", project, "--confidence", "0")
    assert "Segments: 3 in 1 article; 0 confirmed, 3 untouched" in done.out
    assert "chrF2++" in done.out


def test_a_failed_threshold_is_named_and_the_file_still_written(capsys, project, tmp_path):
    done = run(capsys, "report", project, "-o", tmp_path / "r.json", "--confidence", "0", "--min", "chrf=99")
    assert done.code == 1
    assert "Failed: chrf is" in done.err
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["thresholds"][0]["passed"] is False


def test_a_baseline_gives_the_trend(capsys, project, tmp_path):
    run(capsys, "report", project, "-o", tmp_path / "old.json", "--confidence", "0")
    done = run(
        capsys, "report", project, "-o", tmp_path / "new.json", "--confidence", "0",
        "--baseline", tmp_path / "old.json", "--max-new", "0",
    )  # fmt: skip
    assert done.code == 0
    trend = json.loads((tmp_path / "new.json").read_text(encoding="utf-8"))["trend"]
    assert (trend["findings"]["new"], trend["findings"]["fixed"]) == (0, 0)


def test_scores_of_other_tools_stand_beside_ours(capsys, project, tmp_path):
    (tmp_path / "comet.csv").write_text("id,COMET\n0001,0.5\n0002,1.0\n", encoding="utf-8")
    done = run(
        capsys,
        "report",
        project,
        "--confidence",
        "0",
        "--scores",
        tmp_path / "comet.csv",
        "--min",
        "comet=0.7",
    )
    assert done.code == 0
    assert "comet: 0.7500 (2)" in done.out


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (["id,COMET\n0001,0.5\n9999,1.0\n"], "1.csv: comet scores 9999, which is no segment of this project"),
        (
            ["id,COMET\n0001,0.5\n", "id,COMET\n0001,0.6\n"],
            "2.csv: comet scores 0001 otherwise than an earlier",
        ),
    ],
)
def test_scores_that_do_not_fit_are_refused_with_their_file(capsys, project, tmp_path, files, message):
    options = []
    for number, text in enumerate(files, 1):
        (tmp_path / f"{number}.csv").write_text(text, encoding="utf-8")
        options += ["--scores", tmp_path / f"{number}.csv"]
    done = run(capsys, "report", project, "--confidence", "0", *options)
    assert (done.code, message in done.err) == (3, True)


@pytest.mark.parametrize(("metric", "title"), [("chrf2", "chrF2 by article"), ("bleu", "BLEU by article")])
def test_the_chart_of_scores_is_named_after_its_metric(capsys, project, tmp_path, metric, title):
    run(capsys, "report", project, "-o", tmp_path / "r.html", "--metric", metric, "--confidence", "0")
    assert title in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["-o", "{tmp}/r.pdf"], 2, "no report has the suffix “.pdf”"),
        (["--max-new", "0"], 2, "--max-new needs --baseline"),
        (["--baseline", "{tmp}/none.json"], 3, "here is no such file"),
        (["--baseline", "{project}"], 3, "Name a report in JSON form"),
        (["--max", "fatal=0"], 2, "no “fatal”"),
        (["--min", "ter=20"], 2, "less of it is better"),
        (["--max", "error=-1"], 2, "is no limit"),
        (["--max-hter", "nan"], 2, "is no limit"),
        (["--mqm-weights", "mjor=10"], 2, "“mjor” is no severity and no category"),
        (["--scores", "{tmp}/none.csv"], 3, "No such file"),
        (["-o", "{tmp}/no/such/folder/r.json"], 3, "folder"),
    ],
)
def test_wrong_input_gives_one_message_and_a_code(capsys, project, tmp_path, options, code, message):
    done = run(capsys, "report", project, *(o.format(tmp=tmp_path, project=project) for o in options))
    assert (done.code, done.out) == (code, "")
    assert message in done.err


def test_nothing_reviewed_never_passes_a_limit_on_review(capsys, project):
    done = run(capsys, "report", project, "--confidence", "0", "--max-hter", "0.3", "--min", "chrf=1")
    assert (done.code, "Failed: HTER: no data" in done.err) == (1, True)
    done = run(capsys, "report", project, "--confidence", "0", "--min", "confirmed=100")
    assert (done.code, "Failed: confirmed is 0, limit ≥ 100 %" in done.err) == (1, True)


def test_a_baseline_of_another_project_is_refused(capsys, project, tmp_path):
    (tmp_path / "s.zh.txt").write_text("完全不同的文章。\n", encoding="utf-8")
    (tmp_path / "s.ka.txt").write_text("სრულიად სხვა სტატია.\n", encoding="utf-8")
    other = tmp_path / "other.transreview"
    assert run(capsys, "new", other, tmp_path / "s.zh.txt", tmp_path / "s.ka.txt").code == 0
    assert run(capsys, "report", other, "-o", tmp_path / "o.json", "--confidence", "0").code == 0
    done = run(capsys, "report", project, "--baseline", tmp_path / "o.json", "--confidence", "0")
    assert (done.code, "a report of another project: “other”" in done.err) == (3, True)


def test_a_project_made_anew_from_the_same_sources_is_the_same(capsys, project, tmp_path):
    assert run(capsys, "report", project, "-o", tmp_path / "o.json", "--confidence", "0").code == 0
    again = small_project(tmp_path / "again.transreview")
    assert run(capsys, "report", again, "--baseline", tmp_path / "o.json", "--confidence", "0").code == 0


def test_a_report_of_an_older_version_is_named_as_such(capsys, project, tmp_path):
    (tmp_path / "o.json").write_text('{"schema": "transreview-report-1"}', encoding="utf-8")
    done = run(capsys, "report", project, "--baseline", tmp_path / "o.json")
    assert (done.code, "transreview-report-1" in done.err) == (3, True)
