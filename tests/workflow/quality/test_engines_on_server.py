"""Engines and the order of risk on a project on a server: what a file gives, to the figure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.workflow.quality.three_engines import ENGINES, make_texts
from transreview.project import Project
from transreview.workflow.quality.engines import choices, choose
from transreview.workflow.quality.report_input import gather
from transreview.workflow.quality.reporting import build_report


@pytest.fixture
def places(server, tmp_path, capsys) -> list[Path]:
    """The same two articles by three engines, in a file and on a server."""
    made = [
        tmp_path / "p.transreview",
        Path(server.address("p" + tmp_path.name.replace("-", "_").lower()[-20:])),
    ]
    for number, article in enumerate(make_texts()[:2]):
        files = {name: tmp_path / f"a{number}.{name}.txt" for name in article}
        for name, lines in article.items():
            files[name].write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        for engine in ENGINES:
            words = [files["source"], files[engine], "--engine", engine, "--source-lang", "zh"]
            words += ["--target-lang", "ka"]
            if engine == "Good":
                words += ["--reference", files["reference"]]
            for place in made:
                command = "new" if number == 0 and engine == "Good" else "add"
                done = run(capsys, command, place, *words)
                assert done.code == 0, done.err
    return made


def test_engines_risk_and_choices_on_a_server_are_those_of_a_file(places, capsys):
    reports, orders = [], []
    for place in places:
        with Project.open(place, user="ნინო") as project:
            first = project.segments.all()[0]
            chosen = choose(project, first.id, "Poor", revision=first.revision)
            assert choices(project, first.article_id) == {first.key: "Poor"}
            project.segments.edit(first.id, chosen.target + " დამატება", revision=chosen.revision)
            model = build_report(project, place, gather(project, metrics=("chrf", "ter"), samples=50))
        reports.append({name: part for name, part in model.items() if name != "run"})
        listed = run(capsys, "check", place, "--order", "risk", "--severity", "info", "--format", "jsonl").out
        rows = [json.loads(row) for row in listed.splitlines()]
        orders.append([{name: part for name, part in row.items() if name != "path"} for row in rows])
        with Project.open(place, user="ნინო") as project:
            project.journal.undo()
            project.journal.undo()
            assert choices(project, first.article_id) == {}
            assert project.segments.get(first.id).target == first.target
    assert [row["engine"] for row in reports[0]["engines"]["rows"]] == list(ENGINES)
    assert reports[0] == reports[1]
    assert orders[0]
    assert orders[0] == orders[1]
