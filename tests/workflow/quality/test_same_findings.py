"""One answer to what is wrong in a catalog: the file, a project made of it and the screen say the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.running import run
from transreview.checks.settings import CheckSettings
from transreview.model.finding import Finding, Side
from transreview.project import Project
from transreview.workflow.intake.bilingual_files import BilingualInput, import_bilingual
from transreview.workflow.quality.article_checks import ArticleChecks
from transreview.workflow.quality.catalog_facts import CATALOG
from transreview.workflow.quality.checking import check_kept_header, check_project, located
from transreview.workflow.quality.checking_files import check_file

RULES = (
    "", "nplurals=2; plural=n != 1;", "nplurals=1; plural=0;", "nplurals=2; plural=n>1;", "nplurals=INTEGER;",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "nplurals=4; plural=(n==1 ? 0 : n==2 ? 1 : n>2 && n<7 ? 2 : 3);", "nplurals=2; plural=n;",
    "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
)  # fmt: skip
FLAGS = (
    "c-format", "no-c-format", "python-format", "python-brace-format", "php-format", "objc-format",
    "java-format", "javascript-format", "fuzzy", "qt-format", "possible-c-format", "no-wrap",
)  # fmt: skip
SOURCES = (
    ("%d file\\n", "%d files\\n"), ("Delete 1 page", "Delete %(count)s pages"), ("{name} has it", "{name} have it"),
    ("One file was moved here.", "%d files were moved here."), ("Open the big file now", "Open the big files now"),
    ("%s of %d", "%s of all %d"), ("It is 100% done.", "They are 100% done."),
)  # fmt: skip
TARGETS = (
    "%d ფაილი\\n", "%d ფაილი", "წაიშალოს 1 გვერდი", "წაიშალოს %(count)s გვერდი", "{name} ფლობს მას",
    "ერთი ფაილი გადმოვიდა აქ.", "%d ფაილი გადმოვიდა აქ", "გახსენით დიდი ფაილი ახლა", "%s %d-დან", "%d %s",
    "100% შესრულდა.", "", "გახსენით  დიდი ფაილი ახლა",
)  # fmt: skip

flags = st.lists(st.sampled_from(FLAGS), max_size=2, unique=True)
messages = st.tuples(
    flags, st.booleans(), st.sampled_from(SOURCES), st.booleans(), st.lists(st.sampled_from(TARGETS), min_size=1, max_size=6)
)  # fmt: skip


def catalog(rule: str, given) -> str:
    lines = ['msgid ""', 'msgstr ""', '"Content-Type: text/plain; charset=UTF-8\\n"', '"Language: ka\\n"']
    lines += ['"X-Source-Language: en\\n"', *([f'"Plural-Forms: {rule}\\n"'] if rule else []), ""]
    for number, (flagged, with_context, (one, more), is_plural, forms) in enumerate(given):
        lines += [f"#, {', '.join(flagged)}"] if flagged else []
        lines += [f'msgctxt "place {number}"'] if with_context or number else []
        lines += [f'msgid "{one}"']
        if is_plural:
            lines += [f'msgid_plural "{more}"']
            lines += [f'msgstr[{form}] "{text}"' for form, text in enumerate(forms)]
        else:
            lines += [f'msgstr "{forms[0]}"']
        lines.append("")
    return "\n".join(lines)


def said(finding: Finding) -> tuple:
    place = (0, 0) if finding.side is Side.SOURCE else (finding.start, finding.end)
    return finding.check, finding.severity, *place, finding.message, finding.expected, finding.found


def of_file(path: Path, *, fuzzy: bool = False) -> list:
    return [
        (one.line, one.source, one.target, one.left_out, [said(finding) for finding in one.findings])
        for one in check_file(path, fuzzy=fuzzy)
    ]


def of_project(project: Project, *, fuzzy: bool = False) -> list:
    [article] = project.articles.all()
    texts = list(check_kept_header(project, article, "", CheckSettings()))
    texts += [
        located(one, project.path)
        for one in check_project(project, settings=CheckSettings(), fuzzy=fuzzy)
        if one.told or not one.aside
    ]
    return [
        (one.line, one.source, one.target, one.left_out, [said(finding) for finding in one.findings])
        for one in texts
    ]


def on_screen(project: Project) -> list:
    """What the screen says of each segment: in the row, and in the editor while the text stands there."""
    [article] = project.articles.all()
    checks = ArticleChecks(project, article)
    checks.load()
    list(checks.fill())
    found = []
    for segment in project.segments.all(article.id):
        row = [said(finding) for finding in checks.findings(segment)]
        assert row == [said(finding) for finding in checks.findings(segment, segment.target)]
        found += [(segment.target, row)] if row else []
    return found


def with_lines(found: list) -> list:
    """Leave out what stands nowhere: segments of a project know the line of their text, if they have one."""
    return [(one[1], one[2].strip(), *one[3:]) if not one[2].strip() or one[3] else one for one in found]


@settings(deadline=None, max_examples=25)
@given(rule=st.sampled_from(RULES), given=st.lists(messages, min_size=1, max_size=8), fuzzy=st.booleans())
def test_file_project_and_screen_find_the_same(rule, given, fuzzy):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.po"
        path.write_text(catalog(rule, given), encoding="utf-8")
        with Project.create(Path(folder) / "x.transreview") as project:
            import_bilingual(project, BilingualInput(path=path))
            of_both = of_file(path, fuzzy=fuzzy)
            assert with_lines(of_both) == with_lines(of_project(project, fuzzy=fuzzy))
            shown = [(one[2], one[4]) for one in of_file(path, fuzzy=True) if one[4] and one[1]]
            assert shown == on_screen(project)


MANY = [
    (["c-format"], True, SOURCES[0], True, ["%d ფაილი\\n", "%d ფაილი", "%d ფაილი\\n"]),
    (["c-format"], True, SOURCES[3], True, ["ერთი ფაილი გადმოვიდა აქ.", "%d ფაილი გადმოვიდა აქ", "%d ფაილი გადმოვიდა აქ."]),
    (["python-format"], True, SOURCES[1], True, ["წაიშალოს 1 გვერდი", "წაიშალოს %(count)s გვერდი", ""]),
    (["fuzzy", "c-format"], True, SOURCES[5], False, ["%d %s"]),
    (["c-format"], True, SOURCES[5], False, ["%d %s"]),
    ([], True, SOURCES[4], False, [""]),
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_a_server_says_what_a_file_says(server, tmp_path, rule):
    path = tmp_path / "x.po"
    path.write_text(catalog(rule, MANY), encoding="utf-8")
    with Project.create(Path(server.address(f"same{RULES.index(rule)}"))) as project:
        import_bilingual(project, BilingualInput(path=path))
        assert with_lines(of_file(path)) == with_lines(of_project(project))
        [article] = project.articles.all()
        checks = ArticleChecks(project, article)
        checks.load()
        list(checks.fill())
        second = project.segments.all()[1]
        project.segments.edit(second.id, "%d ფაილი", revision=second.revision)
        checks.refresh()
        kept = [[said(one) for one in checks.findings(segment)] for segment in project.segments.all()]
        assert kept == [
            [said(one) for one in checked.findings]
            for checked in check_project(project, settings=CheckSettings())
        ]


def test_an_edit_makes_a_guess_and_its_other_forms_finished_text(tmp_path):
    path = tmp_path / "x.po"
    forms = (
        ["fuzzy", "c-format"],
        False,
        SOURCES[3],
        True,
        ["ერთი ფაილი გადმოვიდა აქ.", "ფაილები გადმოვიდა აქ."],
    )
    path.write_text(catalog(RULES[1], [forms]), encoding="utf-8")
    with Project.create(tmp_path / "x.transreview") as project:
        import_bilingual(project, BilingualInput(path=path))
        [article] = project.articles.all()
        checks = ArticleChecks(project, article, fuzzy=False)
        checks.load()
        list(checks.fill())
        assert not checks.worst
        first, second = project.segments.all()
        project.segments.edit(first.id, "ერთი ფაილი აქ გადმოვიდა.", revision=first.revision)
        checks.refresh()
        assert [finding.check for finding in checks.findings(project.segments.get(second.id))] == [
            "placeholder.mismatch"
        ]
        project.journal.undo()
        checks.refresh()
        assert not checks.worst


def test_a_project_of_an_earlier_version_says_what_it_cannot_know(tmp_path, capsys):
    path, place = tmp_path / "x.po", tmp_path / "x.transreview"
    path.write_text(catalog(RULES[5], MANY), encoding="utf-8")
    assert run(capsys, "new", place, path).code == 0
    before = run(capsys, "check", place, "--severity", "info").out
    with Project.open(place) as project, project._store.writing() as connection:
        connection.execute("DELETE FROM article_data WHERE name = ?", (CATALOG,))
    told = run(capsys, "check", place)
    assert "its header was not kept" in told.err
    assert run(capsys, "merge", place, path, "--new-source").code == 0
    after = run(capsys, "check", place, "--severity", "info")
    assert after.out == before
    assert "its header was not kept" not in after.err


def test_what_is_left_apart_is_told_of_a_project_as_of_its_file(tmp_path, capsys):
    path, place = tmp_path / "x.po", tmp_path / "x.transreview"
    path.write_text(catalog(RULES[5], MANY), encoding="utf-8")
    assert run(capsys, "new", place, path).code == 0
    last = [run(capsys, "check", one).out.splitlines()[-1] for one in (path, place)]
    assert last[0] == last[1]
    assert "1 fuzzy, and not checked" in last[0]
    used = [run(capsys, "check", one, "--use-fuzzy").out.splitlines()[-1] for one in (path, place)]
    assert used[0] == used[1]
    assert "fuzzy" not in used[0]


def test_plural_forms_are_not_held_against_one_another(tmp_path):
    path = tmp_path / "x.po"
    forms = (
        [],
        False,
        SOURCES[4],
        True,
        ["გახსენით დიდი ფაილი ახლა", "გახსენით დიდი საქაღალდე ახლა", "სულ სხვა რამ აქ"],
    )
    path.write_text(catalog(RULES[5], [forms]), encoding="utf-8")
    assert not [finding for one in of_file(path) for finding in one[4] if finding[0].startswith("cons.")]


def test_line_feeds_at_the_ends_are_those_that_the_file_will_have(tmp_path, capsys):
    """A project keeps no blanks around what is edited; its file gets those of the message, as gettext asks."""
    path, place = tmp_path / "x.po", tmp_path / "x.transreview"
    given = [
        ([], True, ("Close it.\\n", ""), False, ["დახურეთ.\\n"]),
        ([], True, ("Open it.\\n", ""), False, ["გახსენით."]),
        ([], True, ("Leave it.", ""), False, ["\\nდატოვეთ."]),
        ([], True, ("\\nTake it.", ""), False, ["აიღეთ."]),
    ]
    path.write_text(catalog(RULES[1], given), encoding="utf-8")
    assert run(capsys, "new", place, path).code == 0
    with Project.open(place) as project:
        found = [[one.check for one in checked.findings] for checked in check_project(project)]
        assert ["catalog.newline" in checks for checks in found] == [False, True, True, True]
        for segment, text in zip(
            project.segments.all(), ("დახურეთ ის.", "გახსენით ის.", "დატოვეთ ის.", "აიღეთ  ის."), strict=True
        ):
            project.segments.edit(segment.id, text, revision=segment.revision)
        findings = [one for checked in check_project(project) for one in checked.findings]
        assert not [one for one in findings if one.check == "catalog.newline"]
        assert [(one.start, one.end) for one in findings if one.check == "space.double"] == [(5, 7)]
    assert run(capsys, "export", place, "-o", path).code == 0
    written = path.read_text(encoding="utf-8")
    assert 'msgstr "დახურეთ ის.\\n"' in written
    assert 'msgstr "გახსენით ის.\\n"' in written
    assert 'msgstr "დატოვეთ ის."' in written
    assert 'msgstr ""\n"\\n"\n"აიღეთ  ის."' in written
