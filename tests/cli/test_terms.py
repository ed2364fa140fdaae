"""`transreview terms` as people call it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run, run
from transreview.project import Project
from transreview.resources import shipped

GLOSSARY = shipped("glossary", "optical-industry.csv")
SAMPLE = "mirror-industry"


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "g.csv"
    path.write_text(
        "id,status,note,zh,ka,ka:not\nparty,,,党,პარტია,წვეულება\nxiamen,proposed,,厦门,სიამენი,ქიამენი\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "p.transreview"
    corpus = [shipped("corpus", SAMPLE, f"{SAMPLE}.{side}.txt") for side in ("zh", "ka.mt")]
    command = [
        sys.executable,
        "-m",
        "transreview",
        "new",
        str(path),
        *map(str, corpus),
        "--glossary",
        str(GLOSSARY),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return path


@pytest.fixture
def project(sample: Path, tmp_path: Path) -> Path:
    # The glossary is named by a path relative to the project, so the copy names it itself.
    copy = tmp_path / "p.transreview"
    copy.write_bytes(sample.read_bytes())
    return copy


def apply(capsys: pytest.CaptureFixture[str], project: Path, *options: object) -> Run:
    return run(capsys, "terms", "apply", project, "--glossary", GLOSSARY, *options)


def target(project: Path, key: str) -> str:
    with Project.open(project, read_only=True) as opened:
        return next(s.target for s in opened.segments.all() if s.key.startswith(key))


def test_every_command_has_help_with_its_purpose(capsys):
    from transreview.cli.terms import COMMANDS

    overview = run(capsys, "terms", "--help").out
    for name in COMMANDS:
        assert name in overview
        assert run(capsys, "terms", name, "--help").code == 0


def test_the_overview_loads_nothing_heavy():
    code = (
        "import sys; from transreview.cli.main import main\n"
        "try: main(['terms', '--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'openpyxl', 'lxml', 'simplemma', 'ahocorasick_rs', 'numpy', 'textual', 'sqlite3'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_list_filters_and_speaks_json(capsys, glossary):
    assert "xiamen" in run(capsys, "terms", "list", glossary).out
    proposed = run(capsys, "terms", "list", glossary, "--status", "proposed", "--json").out.splitlines()
    (concept,) = map(json.loads, proposed)
    assert concept["id"] == "xiamen"
    assert concept["terms"][-1] == {
        "language": "ka", "text": "ქიამენი", "kind": "forbidden", "grammar": [], "pos": "",
    }  # fmt: skip


def test_find_knows_forms_and_show_gives_the_paradigm(capsys, glossary):
    assert run(capsys, "terms", "find", glossary, "სიამენში").out.startswith("xiamen:")
    assert run(capsys, "terms", "find", glossary, "火箭").code == 1
    shown = run(capsys, "terms", "show", glossary, "厦门").out
    assert "სიამენიდან" in shown
    assert "g.csv:3" in shown


def test_show_counts_the_use_in_a_project(capsys, project):
    shown = run(capsys, "terms", "show", project, "party-building", "--glossary", GLOSSARY, "--json").out
    assert json.loads(shown)["usage"]["forbidden"] == {"პარტიული შენობა": 3, "პარტიების მშენებლობა": 2}


def test_a_concept_is_added_decided_on_and_removed_by_one_line_each(capsys, glossary):
    before = glossary.read_text(encoding="utf-8")
    run(
        capsys,
        "terms",
        "propose",
        glossary,
        "-t",
        "zh=镜片",
        "-t",
        "ka=ლინზა",
        "--not",
        "ka=მინა",
        "--id",
        "lens",
    )
    assert "lens,proposed,,镜片,ლინზა,მინა\n" in glossary.read_text(encoding="utf-8")
    run(capsys, "terms", "approve", glossary, "lens")
    run(capsys, "terms", "edit", glossary, "lens", "--note", "decided", "--drop", "ka=მინა")
    assert "lens,approved,decided,镜片,ლინზა,\n" in glossary.read_text(encoding="utf-8")
    run(capsys, "terms", "deprecate", glossary, "lens", "--note", "gone")
    assert "lens,deprecated,gone" in glossary.read_text(encoding="utf-8")
    assert run(capsys, "terms", "remove", glossary, "lens").code == 0
    assert glossary.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["add", "-t", "სათვალე"], "LANG=TEXT"),
        (["add"], "needs a term"),
        (["add", "--id", "party", "-t", "zh=党"], "already"),
        (["approve", "parti"], "party"),
        (["edit", "party", "--drop", "ka=x"], "no term"),
    ],
)
def test_a_wrong_call_is_refused_and_changes_nothing(capsys, glossary, arguments, says):
    before = glossary.read_bytes()
    command, *rest = arguments
    done = run(capsys, "terms", command, glossary, *rest)
    assert done.code == 2
    assert says in done.err
    assert glossary.read_bytes() == before


def test_a_broken_glossary_ends_with_code_3_and_its_line(capsys, tmp_path):
    path = tmp_path / "g.csv"
    path.write_text('id,zh,ka\na,党,"პარტია\n', encoding="utf-8")
    done = run(capsys, "terms", "list", path)
    assert done.code == 3
    assert f"{path}:2" in done.err


def test_a_workbook_serves_as_a_glossary(capsys, tmp_path, glossary):
    run(capsys, "terms", "export", glossary, "-o", tmp_path / "t.xlsx")
    texts = [tmp_path / "a.zh.txt", tmp_path / "a.ka.txt"]
    for text, words in zip(texts, ("会议今天在北京召开。", "შეხვედრა დღეს პეკინში გაიმართა."), strict=True):
        text.write_text(words, encoding="utf-8")
    done = run(capsys, "new", tmp_path / "p.transreview", *texts, "--glossary", tmp_path / "t.xlsx")
    assert done.code == 0
    found = run(capsys, "terms", "find", tmp_path / "p.transreview", "党")
    assert (found.code, "პარტია" in found.out) == (0, True)


def test_text_of_a_glossary_is_never_a_command_for_the_terminal(capsys, tmp_path):
    path = tmp_path / "g.csv"
    path.write_text("id,zh,ka\na,党\x1b[2J,პარტია\n", encoding="utf-8")
    assert "\x1b" not in run(capsys, "terms", "list", path).out


def test_lint_fails_on_contradictions_only(capsys, glossary):
    assert run(capsys, "terms", "lint", glossary).code == 0
    assert run(capsys, "terms", "lint", GLOSSARY).code == 0
    with glossary.open("a", encoding="utf-8") as stream:
        stream.write("z,,,党,ჯგუფი,\n")
    done = run(capsys, "terms", "lint", glossary)
    assert done.code == 1
    assert f"{glossary}:4: error: z:" in done.out
    assert run(capsys, "terms", "lint", glossary, "--fail-on", "never").code == 0


def test_lint_takes_a_project_for_its_glossaries(capsys, tmp_path):
    (tmp_path / "g.csv").write_text("id,zh,ka,ka:not\nparty,党,პარტია,პარტია\n", encoding="utf-8")
    (tmp_path / "a.zh.txt").write_text("党\n", encoding="utf-8")
    (tmp_path / "a.ka.txt").write_text("პარტია\n", encoding="utf-8")
    path = tmp_path / "p.transreview"
    sides = (tmp_path / "a.zh.txt", tmp_path / "a.ka.txt")
    assert run(capsys, "new", path, *sides, "--glossary", tmp_path / "g.csv").code == 0
    done = run(capsys, "terms", "lint", path)
    assert done.code == 1
    assert "g.csv:2: error" in done.out


def test_a_dry_run_shows_before_and_after_and_changes_nothing(capsys, project):
    before = project.read_bytes()
    done = apply(capsys, project, "--dry-run")
    assert "[ქიამენში]" in done.out
    assert "[სიამენში]" in done.out
    assert "46 replacements." in done.out
    assert project.read_bytes() == before
    lines = [json.loads(line) for line in apply(capsys, project, "--dry-run", "--json").out.splitlines()]
    assert ("წვეულებას", "პარტიას") in [(line["found"], line["form"]) for line in lines]


def test_all_certain_replacements_are_made_and_one_undo_takes_them_back(capsys, project):
    before = target(project, "0015")
    done = apply(capsys, project, "--all")
    assert "46 terms replaced in 13 segments." in done.out
    assert "2 forbidden renderings have no preferred term" in done.out
    assert "სიამენში" in target(project, "0015")
    assert "0 terms replaced" in apply(capsys, project, "--all").out
    with Project.open(project) as opened:
        opened.journal.undo()
    assert target(project, "0015") == before


def test_locked_segments_are_left_as_they_are_and_all_others_changed(capsys, project):
    with Project.open(project) as opened:
        locked = next(one for one in opened.segments.all() if "ქიამენ" in one.target)
        opened.segments.set_lock(locked.id, True, revision=0)
    dry = apply(capsys, project, "--dry-run")
    assert "1 locked segment is left as it is." in dry.err
    done = apply(capsys, project, "--all")
    assert (done.code, "1 locked segment is left as it is." in done.err) == (0, True)
    assert "terms replaced in 12 segments." in done.out
    assert target(project, locked.key) == locked.target


def test_one_concept_of_one_article_can_be_applied(capsys, project):
    assert "1 term replaced in 1 segment." in apply(capsys, project, "--all", "--concept", "xiamen").out
    assert apply(capsys, project, "--all", "--article", "7").code == 2


def test_each_replacement_is_asked_about_on_a_terminal(capsys, project, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal("x\nn\ny\nq\n"))
    done = apply(capsys, project, "--concept", "cooa")
    assert "1 term replaced in 1 segment." in done.out
    assert "Answer with one of" in done.out


def test_without_a_terminal_and_a_choice_nothing_is_asked_or_done(capsys, project, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    done = apply(capsys, project)
    assert done.code == 2
    assert "--dry-run" in done.err


def filtered(text: str, *arguments: object) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "transreview", "terms", "match", *map(str, arguments)]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_match_is_a_filter_over_pairs_and_lines(glossary):
    (pair,) = filtered('{"id": 7, "source": "跟党走", "target": "წვეულებას"}\n', "--glossary", glossary)
    assert pair["id"] == 7
    (use,) = pair["terms"]
    assert use["forbidden"][0]["expected"] == ["პარტიას"]
    (line,) = filtered("სიამენიდან\n", "--glossary", glossary, "--lang", "ka")
    assert [(t["concept"], t["reading"]) for t in line["terms"]] == [("xiamen", "Ins Sing +დან")]


def test_match_can_put_the_right_terms_in(glossary):
    line = '{"id": 7, "source": "跟党走", "target": "წვეულებას მიჰყვება"}\n'
    (pair,) = filtered(line, "--glossary", glossary, "--apply")
    assert pair["target"] == "პარტიას მიჰყვება"
    assert pair["terms"][0]["forbidden"][0]["found"] == "წვეულებას"


def test_a_line_that_is_no_object_is_refused_with_its_number(glossary):
    command = [sys.executable, "-m", "transreview", "terms", "match", "--glossary", str(glossary)]
    done = subprocess.run(
        command, input=b'{"text": "a", "lang": "en"}\nfoo\n', capture_output=True, check=False
    )
    assert done.returncode == 3
    assert b"standard input:2" in done.stderr


def test_candidates_are_listed_or_written_as_proposals_that_import_takes(capsys, project, tmp_path):
    empty = tmp_path / "empty.csv"
    empty.write_text("id,zh,ka\nx,无,არა\n", encoding="utf-8")
    listed = run(capsys, "terms", "extract", project, "--glossary", empty, "--json").out
    found = {json.loads(line)["source"] for line in listed.splitlines()}
    assert {"杜同和", "中国眼镜协会"} <= found
    output = tmp_path / "candidates.csv"
    assert run(capsys, "terms", "extract", project, "--glossary", empty, "-o", output).code == 0
    assert run(capsys, "terms", "extract", project, "--glossary", empty, "-o", output).code == 2
    done = run(capsys, "terms", "import", output, "--into", empty)
    assert "added" in done.out
    proposed = run(capsys, "terms", "list", empty, "--status", "proposed").out
    assert "杜同和" in proposed


@pytest.mark.parametrize("name", ["t.tbx", "t.xlsx", "t.csv"])
def test_what_is_exported_can_be_imported(capsys, tmp_path, glossary, name):
    assert run(capsys, "terms", "export", glossary, "-o", tmp_path / name).code == 0
    done = run(capsys, "terms", "import", tmp_path / name, "--into", glossary)
    assert "0 concepts added, 2 known already" in done.out
    assert run(capsys, "terms", "export", glossary, "-o", tmp_path / name).code == 2
    assert run(capsys, "terms", "export", glossary, "-o", tmp_path / name, "--force").code == 0


def test_a_plain_list_comes_in_and_a_difference_is_shown(capsys, tmp_path, glossary):
    (tmp_path / "l.tsv").write_text("党\tჯგუფი\n雨\tწვიმა\n", encoding="utf-8")
    before = glossary.read_bytes()
    dry = run(capsys, "terms", "import", tmp_path / "l.tsv", "--into", glossary, "--dry-run")
    assert "2 concepts added" in dry.out
    assert glossary.read_bytes() == before
    run(capsys, "terms", "import", tmp_path / "l.tsv", "--into", glossary, "--status", "proposed")
    assert "雨,proposed,,雨,წვიმა," in glossary.read_text(encoding="utf-8")


def test_decline_shows_forms_readings_and_replacements(capsys):
    assert "წყლიდან" in run(capsys, "terms", "decline", "წყალი").out
    assert "დუ ტუნხეს" in run(capsys, "terms", "decline", "დუ ტუნხე", "--hint", "name").out
    told = run(
        capsys, "terms", "decline", "კლასტერი", "--as", "კლასტერებში", "--instead", "ასოციაცია", "--json"
    ).out
    assert json.loads(told)["instead"] == ["ასოციაციებში"]
    assert "no form" in run(capsys, "terms", "decline", "კლასტერი", "--as", "ქალაქი").out
    assert run(capsys, "terms", "decline", "კლასტერი", "--instead", "ასოციაცია").code == 2


TBX = (
    '<martif type="TBX"><text><body><termEntry id="c2">'
    '<langSet xml:lang="{zh}"><tig><term>镜架</term></tig></langSet>'
    '<langSet xml:lang="{ka}"><tig><term>ჩარჩო</term></tig></langSet></termEntry></body></text></martif>'
)


@pytest.mark.parametrize(
    ("chinese", "georgian"),
    [("ZH", "KA"), ("zh_CN", "ka"), ("zh-Hans", "ka-GE"), ("zho", "KAT"), ("zh-SG", "ka")],
)
def test_another_tools_tags_land_in_our_columns(tmp_path, capsys, chinese, georgian):
    header = "id,zh,ka\n"
    (tmp_path / "g.csv").write_text(header + "lens,镜片,ლინზა\n", encoding="utf-8")
    (tmp_path / "a.tbx").write_text(TBX.format(zh=chinese, ka=georgian), encoding="utf-8")
    done = run(capsys, "terms", "import", tmp_path / "a.tbx", "--into", tmp_path / "g.csv")
    assert done.code == 0, done.err
    assert (tmp_path / "g.csv").read_text(encoding="utf-8") == header + "c2,镜架,ჩარჩო\nlens,镜片,ლინზა\n"


def test_traditional_chinese_gets_a_column_of_its_own(tmp_path, capsys):
    (tmp_path / "g.csv").write_text("id,zh,ka\nlens,镜片,ლინზა\n", encoding="utf-8")
    (tmp_path / "a.tbx").write_text(TBX.format(zh="zh_TW", ka="ka"), encoding="utf-8")
    assert run(capsys, "terms", "import", tmp_path / "a.tbx", "--into", tmp_path / "g.csv").code == 0
    assert (tmp_path / "g.csv").read_text(encoding="utf-8").splitlines()[0] == "id,zh,ka,zh-Hant"


def test_a_pair_that_is_there_already_under_other_tags_is_known(tmp_path, capsys):
    (tmp_path / "g.csv").write_text("id,zh,ka\nframe,镜架,ჩარჩო\n", encoding="utf-8")
    (tmp_path / "a.tbx").write_text(TBX.format(zh="zh-CN", ka="ka-GE"), encoding="utf-8")
    done = run(capsys, "terms", "import", tmp_path / "a.tbx", "--into", tmp_path / "g.csv")
    assert "1 known already" in done.out
    assert (tmp_path / "g.csv").read_text(encoding="utf-8") == "id,zh,ka\nframe,镜架,ჩარჩო\n"
