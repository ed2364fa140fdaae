"""`transreview mqm`: scores of a file, ratings in and out, and wrong input."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import run
from tests.small_project import MACHINE, SOURCE, small_project

HEADER = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity"
ROWS = [
    f"A\tarticle-1\t0001\t1\tr1\t{SOURCE[0]}\t<v>{MACHINE[0]}</v>\tAccuracy/Mistranslation\tMajor",
    f"A\tarticle-1\t0001\t1\tr2\t{SOURCE[0]}\t{MACHINE[0]}\tNo-error\tNo-error",
    f"B\tarticle-1\t0002\t2\tr1\t{SOURCE[1]}\t{MACHINE[1]}\tNo-error\tNo-error",
]


@pytest.fixture
def ratings(tmp_path):
    path = tmp_path / "ratings.tsv"
    path.write_text("\n".join([HEADER, *ROWS]) + "\n", encoding="utf-8")
    return path


def test_a_file_is_scored_best_system_first(capsys, ratings):
    done = run(capsys, "mqm", "score", ratings, "--segments")
    assert [line.split() for line in done.out.splitlines()[:2]] == [["B", "0.000"], ["A", "-2.500"]]
    assert "2 raters; span F1 0.000" in done.out
    assert "A\t1\t-2.5" in done.out


def test_scores_as_data(capsys, ratings):
    data = json.loads(run(capsys, "mqm", "score", ratings, "--json", "--segments").out)
    assert data["segments"][0] == {"system": "A", "segment": "1", "score": -2.5}


def test_ratings_go_into_a_project_and_out_again(capsys, ratings, tmp_path):
    project = small_project(tmp_path / "p.transreview")
    assert "Taken in: errors 1, " in run(capsys, "mqm", "import", project, ratings).out
    done = run(capsys, "mqm", "export", project, "-o", tmp_path / "out.tsv")
    assert "1 marked error written" in done.out
    assert f"<v>{MACHINE[0]}</v>" in (tmp_path / "out.tsv").read_text(encoding="utf-8")


def test_a_system_that_no_engine_is_called_is_named(capsys, ratings, tmp_path):
    for name, text in (("zh", SOURCE), ("ka", MACHINE)):
        (tmp_path / f"{name}.txt").write_text("\n".join(text) + "\n", encoding="utf-8")
    for engine, told in (("Other", "A, B"), ("A", "B")):
        project = tmp_path / f"{engine}.transreview"
        languages = ("--source-lang", "zh", "--target-lang", "ka")
        run(capsys, "new", project, tmp_path / "zh.txt", tmp_path / "ka.txt", "--engine", engine, *languages)
        said = run(capsys, "mqm", "import", project, ratings).err
        assert f"No engine of the project has these names: {told}. " in said
    unnamed = small_project(tmp_path / "unnamed.transreview")
    assert "No engine" not in run(capsys, "mqm", "import", unnamed, ratings).err


def test_a_segment_gets_an_esa_score(capsys, tmp_path):
    project = small_project(tmp_path / "p.transreview")
    assert run(capsys, "mqm", "rate", project, "--segment", "2", "--score", "85").code == 0
    done = run(capsys, "mqm", "rate", project, "--segment", "9", "--score", "85")
    assert (done.code, "no segment 9" in done.err) == (2, True)


def test_unknown_categories_are_refused_unless_wanted(capsys, tmp_path):
    path = tmp_path / "r.tsv"
    path.write_text(f"{HEADER}\n{ROWS[0].replace('Accuracy/Mistranslation', 'Mood')}\n", encoding="utf-8")
    refused = run(capsys, "mqm", "score", path)
    assert (refused.code, "unknown categories: Mood (1)" in refused.err) == (3, True)
    assert run(capsys, "mqm", "score", path, "--any-category").code == 0


def test_a_file_of_another_kind_is_refused(capsys, tmp_path):
    path = tmp_path / "r.tsv"
    path.write_text("a\tb\n", encoding="utf-8")
    done = run(capsys, "mqm", "score", path)
    assert (done.code, "no column system" in done.err) == (3, True)
