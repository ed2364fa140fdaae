"""`transreview check`: forms, filters, thresholds, baseline, streams, fixing, and wrong use."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.small_project import small_project
from transreview.project import Project

PAIRS = [
    {"id": "a", "source": "会议在长沙召开。", "target": "შეხვედრა ჩანშაში გაიმართა."},
    {"id": "b", "source": "共有26家企业。", "target": "სულ  28 საწარმოა."},
    {"id": "c", "source": "会议。", "target": "შეხვედრა会议"},
]


@pytest.fixture
def pairs(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(pair) + "\n" for pair in PAIRS), encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path):
    path = small_project(tmp_path / "p.transreview")
    with Project.open(path, user="u") as opened:
        segment = opened.segments.all()[2]
        opened.segments.edit(
            segment.id, "შეხვედრას 300-ზე მეტი  ადამიანი დაესწრო。", revision=segment.revision
        )
    return path


def test_a_project_is_listed_with_segment_span_and_evidence(capsys, project) -> None:
    done = run(capsys, "check", project)
    assert done.code == 1
    assert "a.ka.txt:3: article-1:0003" in done.out
    assert "error    num.mismatch         target 10–13" in done.out
    assert "found “300”; expected “100余”" in done.out
    assert "3 segments checked" in done.out
    assert "Failed: 2 findings at error or worse; the limit is 0" in done.err


def test_what_is_right_passes(capsys, tmp_path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(json.dumps(PAIRS[0]) + "\n", encoding="utf-8")
    done = run(capsys, "check", path)
    assert (done.code, done.err) == (0, "")
    assert "1 segment checked, 0 findings" in done.out


def test_json_is_one_document_with_fingerprints(capsys, pairs) -> None:
    data = json.loads(run(capsys, "check", pairs, "--format", "json").out)
    assert data["schema"] == "transreview-check-1"
    assert data["summary"]["segments"] == 3
    number = next(f for f in data["findings"] if f["check"] == "num.mismatch")
    assert (number["id"], number["line"], number["excerpt"], number["expected"]) == ("b", 2, "28", "26")
    assert len(number["fingerprint"]) == 24


def test_json_lines_have_a_line_for_every_text(capsys, pairs) -> None:
    lines = [json.loads(line) for line in run(capsys, "check", pairs, "--format", "jsonl").out.splitlines()]
    assert [line["id"] for line in lines] == ["a", "b", "c"]
    assert not lines[0]["findings"]


def test_sarif_has_the_rules_and_the_places(capsys, pairs) -> None:
    log = json.loads(run(capsys, "check", pairs, "--format", "sarif").out)
    assert log["version"] == "2.1.0"
    [one] = log["runs"]
    rules = {rule["id"] for rule in one["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in one["results"]} <= rules
    region = one["results"][0]["locations"][0]["physicalLocation"]["region"]
    words = region.pop("snippet")["text"]
    assert region["startLine"] == 2
    assert region["endColumn"] - region["startColumn"] == len(words)


def test_junit_fails_where_there_are_errors(capsys, pairs) -> None:
    root = ET.fromstring(run(capsys, "check", pairs, "--format", "junit").out)
    cases = {case.get("name"): case.find("failure") is not None for case in root.iter("testcase")}
    assert cases == {"num.mismatch": True, "space.double": False, "script.han": True}
    assert root.get("failures") == "2"


def test_github_annotations_are_escaped(capsys, tmp_path) -> None:
    path = tmp_path / "a,b.jsonl"
    path.write_text(
        json.dumps({"source": "100%的会议", "target": "ეს შეხვედრა 90%-ია\nდა მორჩა"}), encoding="utf-8"
    )
    out = run(capsys, "check", path, "--format", "github", "--target-lang", "ka").out
    assert "::error file=" in out
    assert "a%2Cb.jsonl,line=1,title=" in out
    assert "%25" in out


def test_filters_choose_checks_and_what_is_shown(capsys, pairs) -> None:
    out = run(capsys, "check", pairs, "--select", "num,script.han").out
    assert "num.mismatch" in out
    assert "space.double" not in out
    out = run(capsys, "check", pairs, "--ignore", "num", "--ignore", "script", "--severity", "error").out
    assert "space.double" not in out
    assert "of lower severity not shown" in out


def test_thresholds_decide_the_exit_code(capsys, pairs) -> None:
    assert run(capsys, "check", pairs, "--fail-on", "never").code == 0
    assert run(capsys, "check", pairs, "--fail-on", "critical").code == 0
    assert run(capsys, "check", pairs, "--max", "error=2,warning=5").code == 0
    assert run(capsys, "check", pairs, "--max", "error=2,warning=2").code == 1
    assert run(capsys, "check", pairs, "--max", "info=0", "--select", "num").code == 1


def test_against_a_baseline_only_new_findings_count(capsys, pairs, tmp_path) -> None:
    old = tmp_path / "old.json"
    old.write_text(run(capsys, "check", pairs, "--format", "json").out, encoding="utf-8")
    done = run(capsys, "check", pairs, "--baseline", old)
    assert done.code == 0
    assert "3 known from the baseline" in done.out
    changed = [
        PAIRS[0],
        {**PAIRS[1], "target": "სულ 26 საწარმოა."},
        PAIRS[2],
        {"id": "d", "source": "他", "target": "ის的"},
    ]
    pairs.write_text("".join(json.dumps(pair) + "\n" for pair in changed), encoding="utf-8")
    done = run(capsys, "check", pairs, "--baseline", old)
    assert done.code == 1
    assert "1 known from the baseline" in done.out
    assert "2 of the baseline fixed" in done.out
    old.write_text("[]", encoding="utf-8")
    assert run(capsys, "check", pairs, "--baseline", old).code == 3


def test_a_baseline_of_other_files_is_refused(capsys, pairs, tmp_path) -> None:
    other = tmp_path / "other.tsv"
    other.write_text("source\ttarget\n3 mirrors\t5 სარკე\n", encoding="utf-8")
    languages = ("--source-lang", "en", "--target-lang", "ka")
    theirs = tmp_path / "theirs.json"
    theirs.write_text(run(capsys, "check", other, *languages, "--format", "json").out, encoding="utf-8")
    done = run(capsys, "check", pairs, "--baseline", theirs, "--fail-on", "new")
    assert done.code == 3
    assert "theirs.json: the findings of other files: other.tsv; none of them was checked" in done.err
    # A file that stands elsewhere now is the same one, and so is one under another name with the same findings.
    (tmp_path / "folder").mkdir()
    moved = other.rename(tmp_path / "folder" / "other.tsv")
    assert run(capsys, "check", moved, *languages, "--baseline", theirs, "--fail-on", "new").code == 0
    renamed = moved.rename(tmp_path / "renamed.tsv")
    assert run(capsys, "check", renamed, *languages, "--baseline", theirs, "--fail-on", "new").code == 0


def test_standard_input_is_a_filter(capsys, monkeypatch) -> None:
    lines = "".join(json.dumps(pair) + "\n" for pair in PAIRS).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="utf-8"))
    done = run(
        capsys,
        "check",
        "-",
        "--source-lang",
        "zh",
        "--target-lang",
        "ka",
        "--format",
        "jsonl",
        "--fail-on",
        "never",
    )
    assert done.code == 0
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["a", "b", "c"]


def test_a_pipe_is_answered_line_by_line_and_may_be_cut_off(pairs) -> None:
    command = f"yes \"$(head -1 '{pairs}')\" | '{sys.executable}' -m transreview check - --format jsonl | head -600 | wc -l"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "600"
    assert "Traceback" not in done.stderr


def test_the_settings_file_speaks_where_the_command_line_is_silent(capsys, pairs) -> None:
    pairs.with_name("transreview.toml").write_text(
        "[checks]\nignore = ['script']\nfail-on = 'never'\nformat = 'json'\nseverity = 'info'\n",
        encoding="utf-8",
    )
    done = run(capsys, "check", pairs)
    assert done.code == 0
    assert {f["check"] for f in json.loads(done.out)["findings"]} >= {"num.mismatch", "space.double"}
    assert run(capsys, "check", pairs, "--fail-on", "error", "--format", "text").code == 1
    assert "script.han" in run(capsys, "check", pairs, "--select", "script").out


def test_fixes_are_previewed_then_made(capsys, project) -> None:
    done = run(capsys, "check", project, "--fix", "--dry-run")
    assert "+ შეხვედრას 300-ზე მეტი ადამიანი დაესწრო." in done.out
    assert "Findings that can be fixed: 2, in 1 segment\n" in done.out
    with Project.open(project) as opened:
        assert "。" in opened.segments.all()[2].target
    assert run(capsys, "check", project, "--fix").code == 0
    with Project.open(project) as opened:
        assert opened.segments.all()[2].target == "შეხვედრას 300-ზე მეტი ადამიანი დაესწრო."
        opened.journal.undo()
        assert "。" in opened.segments.all()[2].target


def test_html_inside_markdown_is_left_to_a_person(capsys, tmp_path) -> None:
    """Its text is read, checked and can be edited; fixes in bulk pass it by, and say how many."""
    source, target = tmp_path / "a.zh.md", tmp_path / "a.ka.md"
    source.write_text("<details>\n<summary>更多。</summary>\n\n里面的话。\n\n</details>\n", encoding="utf-8")
    kept = "<details>\n<summary>მეტი。</summary>\n\nშიდა ტექსტი{}\n\n</details>\n"
    target.write_text(kept.format("。"), encoding="utf-8")
    name = tmp_path / "a.transreview"
    assert run(capsys, "new", name, source, target, "--source-lang", "zh", "--target-lang", "ka").code == 0
    assert run(capsys, "check", name, "--fail-on", "never").out.count("error    punct.fullwidth") == 2
    done = run(capsys, "check", name, "--fix")
    assert "Findings fixed: 1, in 1 segment;" in done.out
    assert "1 fix stands in HTML inside Markdown and was left to you: 0001." in done.out
    assert run(capsys, "export", name, "-o", tmp_path / "out.md").code == 0
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == kept.format(".")
    with Project.open(name) as opened:
        first = opened.segments.all()[0]
        opened.segments.edit(first.id, "მეტი.", revision=first.revision)
    assert "left to you" not in run(capsys, "check", name, "--fix").out
    assert run(capsys, "export", name, "-o", tmp_path / "out.md").code == 0
    assert "<summary>მეტი.</summary>" in (tmp_path / "out.md").read_text(encoding="utf-8")


def test_dismissed_findings_are_left_out_and_can_be_listed(capsys, project) -> None:
    with Project.open(project, user="ნინო") as opened:
        segment = opened.segments.all()[2]
        data = json.loads(run(capsys, "check", project, "--format", "json").out)
        number = next(f for f in data["findings"] if f["check"] == "num.mismatch")
        opened.dismissals.add(number["fingerprint"], "num.mismatch", segment.id, "წყარო ცდება")
    assert "num.mismatch" not in run(capsys, "check", project, "--select", "num").out
    assert "0003  num.mismatch" in run(capsys, "check", project, "--dismissed").out


def test_the_catalogue_is_listed_for_all_or_for_a_pair(capsys) -> None:
    everything = run(capsys, "check", "--list").out
    assert "num.mismatch" in everything
    assert "A number of the source is missing, changed or new in the translation." in everything
    russian = run(capsys, "check", "--list", "--source-lang", "en", "--target-lang", "ru").out
    assert "script.cyrillic" not in russian
    assert "name.translit" not in russian
    data = json.loads(run(capsys, "check", "--list", "--format", "json").out)
    assert {"id", "family", "severity", "mqm", "explanation", "good", "bad"} <= set(data[0])


def test_texts_with_escapes_are_shown_not_obeyed(capsys, tmp_path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(
        json.dumps({"id": "\u001b[31mred", "source": "会议", "target": "ეს\u001b[2J 会议 \u202eა"}),
        encoding="utf-8",
    )
    for form in ("text", "github"):
        out = run(capsys, "check", path, "--format", form, "--target-lang", "ka").out
        assert "\u001b" not in out
        assert "\u202e" not in out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "nothing to check"),
        (("missing.jsonl",), 3, "no such file"),
        (("--select", "nonsense"), 2, "no check or family"),
        (("--max", "error=many"), 2, "SEVERITY=NUMBER"),
        (("--baseline", "missing.json"), 3, "no such file"),
        (("--config", "missing.toml"), 3, "no such file"),
    ],
)
def test_wrong_use_is_told_with_its_exit_code(capsys, pairs, arguments, code, words) -> None:
    given = arguments if arguments[:1] in {(), ("missing.jsonl",)} else (pairs, *arguments)
    done = run(capsys, "check", *given)
    assert done.code == code
    assert words.lower() in done.err.lower()
    assert "Traceback" not in done.err


def test_an_empty_file_is_an_unreadable_one(capsys, tmp_path) -> None:
    path = tmp_path / "e.jsonl"
    path.write_text("\n", encoding="utf-8")
    assert run(capsys, "check", path).code == 3


def test_an_unknown_article_is_refused(capsys, project) -> None:
    assert run(capsys, "check", project, "--article", "9").code == 2


SOURCE_LINES = ["永远跟党走。", "5月26日，会议召开。", "共100余人参加了会议。", "他说了很多话。"]
TARGET_LINES = [
    "ყოველთვის მიჰყვება პარტიას.",
    "28 მაისს სხდომა გაიმართა.",
    "სხდომას ას კაცზე მეტი დაესწრო.",
    "მან ბევრი რამ თქვა თქვა.",
]


@pytest.fixture
def deep(tmp_path, monkeypatch):
    """A project beside its texts in a folder of a checkout; the command runs at the top."""
    folder = tmp_path / "articles" / "one"
    folder.mkdir(parents=True)
    for name, lines in (("a.zh.txt", SOURCE_LINES), ("a.ka.txt", TARGET_LINES)):
        (folder / name).write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("articles/one/p.transreview")


@pytest.fixture
def made(capsys, deep):
    folder = deep.parent
    assert run(capsys, "new", deep, folder / "a.zh.txt", folder / "a.ka.txt").code == 0
    return deep


def test_sarif_names_file_line_and_columns_of_the_article(capsys, made):
    done = run(capsys, "check", made, "--format", "sarif", "--severity", "info")
    results = json.loads(done.out)["runs"][0]["results"]
    (number,) = [one for one in results if one["ruleId"] in {"num.mismatch", "date.mismatch"}][:1]
    place = number["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "articles/one/a.ka.txt"
    line = (
        Path("articles/one/a.ka.txt")
        .read_text(encoding="utf-8")
        .split("\n")[place["region"]["startLine"] - 1]
    )
    found = line[place["region"]["startColumn"] - 1 : place["region"]["endColumn"] - 1]
    assert found == place["region"]["snippet"]["text"]
    assert "28" in found


def test_github_annotations_name_the_columns_too(capsys, made):
    out = run(capsys, "check", made, "--format", "github", "--severity", "info").out
    assert re.search(r"file=articles/one/a\.ka\.txt,line=3,col=\d+,endColumn=\d+", out)


def test_the_order_of_risk_is_that_of_its_ranks_and_says_why(capsys, made):
    done = run(capsys, "check", made, "--order", "risk", "--format", "jsonl", "--severity", "info")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["rank"] for row in rows] == [1, 2, 3, 4]
    assert all(len(row["reasons"]) <= 3 for row in rows)
    usual = run(capsys, "check", made, "--format", "jsonl").out.splitlines()
    assert {row["id"] for row in rows} == {json.loads(line)["id"] for line in usual}
    text = run(capsys, "check", made, "--order", "risk").out
    places = [int(place) for place in re.findall(r"^  (?:read|place) (\d+)", text, re.MULTILINE)]
    assert places
    assert places == sorted(places)


def test_files_have_no_order_of_risk(capsys, tmp_path):
    (tmp_path / "p.tsv").write_text("source\ttarget\n你好\tგამარჯობა\n", encoding="utf-8")
    done = run(
        capsys, "check", tmp_path / "p.tsv", "--order", "risk", "--source-lang", "zh", "--target-lang", "ka"
    )
    assert (done.code, "only projects have an order of risk" in done.err) == (2, True)


def test_only_new_findings_fail_when_that_is_asked_for(capsys, made, tmp_path):
    first = run(capsys, "check", made, "--format", "json", "--fail-on", "never")
    (tmp_path / "before.json").write_text(first.out, encoding="utf-8")
    assert run(capsys, "check", made, "--baseline", tmp_path / "before.json", "--fail-on", "new").code == 0
    with Project.open(made) as project:
        segment = project.segments.all()[0]
        project.segments.edit(
            segment.id, "ყოველთვის 77 მიჰყვება მიჰყვება პარტიას.", revision=segment.revision
        )
    done = run(capsys, "check", made, "--baseline", tmp_path / "before.json", "--fail-on", "new")
    assert done.code == 1
    done = run(capsys, "check", made, "--fail-on", "new")
    assert (done.code, "--fail-on new needs --baseline" in done.err) == (2, True)
