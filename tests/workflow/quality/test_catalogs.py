"""Catalogs as gettext sees them: every error of `msgfmt -c`, at the same line; what waits is counted."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess

import pytest
from docx import Document
from openpyxl import Workbook

from tests.cli.running import run

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ka\\n"\n'
    '"X-Source-Language: en\\n"\n"Plural-Forms: nplurals=2; plural=n!=1;\\n"\n\n'
)
FAULTY = {
    "lost": '#, c-format\nmsgid "%d of %s"\nmsgstr "%d"\n',
    "added": '#, c-format\nmsgid "Open the file"\nmsgstr ""\n"გახსენით "\n"%s"\n',
    "type": '#, c-format\nmsgid "%d files"\nmsgstr "%s ფაილი"\n',
    "order": '#, c-format\nmsgid "%s has %d"\nmsgstr "%d აქვს %s"\n',
    "none": '#, c-format\nmsgid "%d done"\nmsgstr "%d შესრულდა 5%ით"\n',
    "end": 'msgid "file\\n"\nmsgstr "ფაილი"\n',
    "begin": 'msgid "file"\nmsgstr "\\nფაილი"\n',
    "python": '#, python-format\nmsgid "%(name)s"\nmsgstr "%(nam)s"\n',
    "brace": '#, python-brace-format\nmsgid "Hi {name}"\nmsgstr "გამარჯობა {nam}"\n',
    "php": '#, php-format\nmsgid "%1$s and %2$d"\nmsgstr "%1$s"\n',
    "objc": '#, objc-format\nmsgid "%@ moved"\nmsgstr "გადავიდა"\n',
    "forms": 'msgid "file"\nmsgid_plural "files"\nmsgstr[0] "ფაილი"\n',
    "plural": '#, c-format\nmsgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d ფაილი"\nmsgstr[1] "ფაილები"\n',
    "plural end": 'msgid "file\\n"\nmsgid_plural "files\\n"\nmsgstr[0] "ფაილი\\n"\nmsgstr[1] "ფაილები"\n',
    "plural end of one": 'msgid "file\\n"\nmsgid_plural "files"\nmsgstr[0] "ფაილი\\n"\nmsgstr[1] "ფაილები"\n',
}  # fmt: skip
SOUND = {
    "reordered": '#, c-format\nmsgid "%s has %d"\nmsgstr "%2$d აქვს %1$s"\n',
    "one": '#, c-format\nmsgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "ერთი ფაილი"\nmsgstr[1] "%d ფაილი"\n',
    "no format": '#, no-c-format\nmsgid "100 % done"\nmsgstr "100 % შესრულდა"\n',
    "fuzzy": '#, fuzzy, c-format\nmsgid "%d files"\nmsgstr "ფაილები"\n',
    "untranslated": '#, c-format\nmsgid "Save %d files"\nmsgstr ""\n',
}


COMPLETE = (
    '"Project-Id-Version: x 1\\n"\n"PO-Revision-Date: 2026-01-01 00:00+0000\\n"\n"Last-Translator: A <a@b.c>\\n"\n'
    '"Language-Team: B <b@b.c>\\n"\n"Language: ka\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n"X-Source-Language: en\\n"\n'
)
PLURAL = '\nmsgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d ფაილი"\nmsgstr[1] "%d ფაილი"\n'
RULES = {
    "no rule": "", "no expression": "nplurals=2;", "no number of forms": "plural=n!=1;",
    "placeholders": "nplurals=INTEGER; plural=EXPRESSION;", "syntax": "nplurals=2; plural=n!=;",
    "too many": "nplurals=2; plural=n;", "division": "nplurals=2; plural=n/0;", "brackets": "nplurals=2; plural=(n!=1;",
    "sound": "nplurals=2; plural=(n != 1);", "no stop": "nplurals=2; plural=n!=1",
    "slavic": "nplurals=2; plural=n%10==1 && n%100!=11 ? 0 : 1;",
}  # fmt: skip
DEFAULTS = {
    "Project-Id-Version": "PACKAGE VERSION", "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE", "Language": "",
    "Last-Translator": "FULL NAME <EMAIL@ADDRESS>", "Language-Team": "LANGUAGE <LL@li.org>",
    "Content-Type": "text/plain; charset=CHARSET", "Content-Transfer-Encoding": "ENCODING", "MIME-Version": "1.0",
}  # fmt: skip


def msgfmt(path) -> list[str]:
    told = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    return told.stderr.splitlines()


def of_header(capsys, path) -> list[dict]:
    done = run(capsys, "check", str(path), "--format", "jsonl", "--target-lang", "ka")
    texts = [json.loads(line) for line in done.out.splitlines() if line.startswith("{")]
    return [
        {"line": text["line"], **finding}
        for text in texts
        for finding in text["findings"]
        if finding["check"] in {"catalog.header", "catalog.plural-rule"}
    ]


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("name", RULES)
def test_a_plural_rule_is_refused_where_msgfmt_refuses_it(tmp_path, capsys, name) -> None:
    path = tmp_path / "x.po"
    field = f'"Plural-Forms: {RULES[name]}\\n"\n' if RULES[name] else ""
    path.write_text('# ours\nmsgid ""\nmsgstr ""\n' + COMPLETE + field + PLURAL, encoding="utf-8")
    said = [line for line in msgfmt(path) if re.search(r"\.po:3:", line)]
    found = of_header(capsys, path)
    assert bool(said) == bool(found) == (name not in {"sound", "no stop", "slavic"})
    assert {one["line"] for one in found} <= {3}
    assert {one["check"] for one in found} <= {"catalog.plural-rule"}


@pytest.mark.parametrize("kept", range(1, 6))
@pytest.mark.parametrize("default", [False, True])
def test_a_header_says_who_and_when_or_says_nothing(tmp_path, capsys, kept, default) -> None:
    """A catalog made by hand has no team, no tool and no dates; msgfmt only warns of it, and nothing is wrong."""
    path = tmp_path / "x.po"
    fields = [line for line in COMPLETE.splitlines(keepends=True) if "Content-Type" not in line][:kept]
    header = "".join(fields) + '"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Source-Language: en\\n"\n'
    if default:
        header += "".join(f'"{name}: {value}\\n"\n' for name, value in DEFAULTS.items() if name not in header)
    path.write_text('msgid ""\nmsgstr ""\n' + header + '\nmsgid "Save"\nmsgstr "შენახვა"\n', encoding="utf-8")
    done = run(capsys, "check", str(path), "--target-lang", "ka", "--severity", "info")
    assert done.out == "1 segment checked, 0 findings\n"


@pytest.mark.parametrize(
    "field", ["", '"Content-Type: text/plain\\n"\n', '"Content-Type: text/plain; charset=CHARSET\\n"\n']
)
def test_a_header_without_a_charset_is_told_once_at_its_line(tmp_path, capsys, field) -> None:
    path = tmp_path / "x.po"
    path.write_text(
        f'msgid ""\nmsgstr ""\n"X-Source-Language: en\\n"\n{field}\nmsgid "Save"\nmsgstr "Shenakhva"\n'
    )
    [found] = of_header(capsys, path)
    assert (found["line"], found["check"], found["severity"]) == (2, "catalog.header", "warning")


def test_a_template_may_have_what_is_to_be_replaced(tmp_path, capsys) -> None:
    path = tmp_path / "x.pot"
    header = "".join(f'"{name}: {value}\\n"\n' for name, value in DEFAULTS.items())
    path.write_text('msgid ""\nmsgstr ""\n' + header + '\nmsgid "Save"\nmsgstr ""\n', encoding="utf-8")
    assert not of_header(capsys, path)


def check(capsys, path, *options):
    done = run(capsys, "check", str(path), "--format", "jsonl", "--severity", "error", *options)
    return done, [json.loads(line) for line in done.out.splitlines() if line.startswith("{")]


def lines_of(capsys, path):
    _done, texts = check(capsys, path)
    return {text["line"] for text in texts for finding in text["findings"]}


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("name", FAULTY)
def test_every_error_of_msgfmt_is_found_at_its_line(tmp_path, capsys, name) -> None:
    path = tmp_path / "x.po"
    path.write_text(HEADER + FAULTY[name], encoding="utf-8")
    told = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    errors = [line for line in told.stderr.splitlines() if "warning:" not in line and str(path) in line]
    lines = {int(number) for line in errors for number in re.findall(r"\.po:(\d+):", line)} - {2}
    assert told.returncode
    assert lines
    assert lines <= lines_of(capsys, path)


@pytest.mark.parametrize("name", FAULTY)
def test_each_fault_is_an_error(tmp_path, capsys, name) -> None:
    path = tmp_path / "x.po"
    path.write_text(HEADER + FAULTY[name], encoding="utf-8")
    done, _texts = check(capsys, path)
    assert done.code == 1


FEW = {
    "one, 21 and 31": (
        "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;",
        ["სტავკა", "%d სტავკა", "%d სტავკა"],
        True,
    ),
    "none, one and two": (
        "nplurals=6; plural=n==0?0:n==1?1:n==2?2:n%100>=3&&n%100<=10?3:n%100>=11?4:5;",
        ["არცერთი", "ერთი", "ორი", "%d ფაილი", "%d ფაილი", "%d ფაილი"],
        False,
    ),
}  # fmt: skip


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("flag", ["#, c-format\n", ""])
@pytest.mark.parametrize("name", FEW)
def test_a_form_for_a_few_numbers_may_do_without_the_number(tmp_path, capsys, name, flag) -> None:
    rule, forms, faulty = FEW[name]
    path = tmp_path / "x.po"
    texts = "".join(f'msgstr[{number}] "{text}"\n' for number, text in enumerate(forms))
    header = re.sub(r"nplurals[^\\]*", lambda _old: rule, HEADER)
    path.write_text(f'{header}{flag}msgid "one file"\nmsgid_plural "%d files"\n{texts}', encoding="utf-8")
    assert bool(msgfmt(path)[-1:] == ["msgfmt: found 1 fatal error"]) == (faulty and bool(flag))
    assert (check(capsys, path, "--select", "placeholder")[0].code == 1) == faulty


@pytest.mark.parametrize("name", SOUND)
def test_what_gettext_takes_is_no_error(tmp_path, capsys, name) -> None:
    path = tmp_path / "x.po"
    path.write_text(HEADER + SOUND[name], encoding="utf-8")
    done, texts = check(capsys, path)
    assert done.code == 0, texts
    assert not [finding for text in texts for finding in text["findings"]]


def test_what_waits_is_counted_and_not_checked(tmp_path, capsys) -> None:
    path = tmp_path / "x.po"
    path.write_text(
        HEADER + SOUND["fuzzy"] + "\n" + SOUND["untranslated"] + "\n" + SOUND["reordered"], encoding="utf-8"
    )
    done = run(capsys, "check", str(path))
    assert "1 segment checked" in done.out
    assert "1 not translated yet, and not checked" in done.out
    assert "1 fuzzy, and not checked" in done.out
    done = run(capsys, "check", str(path), "--format", "json")
    assert json.loads(done.out)["summary"]["left_out"] == {"fuzzy": 1, "untranslated": 1}


def test_a_catalog_that_is_all_untranslated_is_no_error(tmp_path, capsys) -> None:
    path = tmp_path / "x.pot"
    path.write_text(HEADER + SOUND["untranslated"], encoding="utf-8")
    done = run(capsys, "check", str(path), "--target-lang", "ka")
    assert done.code == 0
    assert "0 segments checked" in done.out


@pytest.mark.parametrize("suffix", ["csv", "tsv", "xlsx"])
def test_an_empty_cell_of_a_table_waits(tmp_path, capsys, suffix) -> None:
    path = tmp_path / f"x.{suffix}"
    rows = [("en", "ka"), ("Save the file", "შეინახეთ ფაილი"), ("Open the file", "")]
    if suffix == "xlsx":
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    else:
        mark = "," if suffix == "csv" else "\t"
        path.write_text("".join(mark.join(row) + "\n" for row in rows), encoding="utf-8")
    done = run(capsys, "check", str(path), "--format", "json")
    assert done.code == 0
    assert json.loads(done.out)["summary"]["left_out"] == {"untranslated": 1}
    assert "empty.target" not in done.out


def _json_lines(path) -> None:
    path.write_text(
        '{"id": "1", "source": "Save the file", "target": "შეინახეთ ფაილი"}\n'
        '{"id": "2", "source": "Open the file", "target": ""}\n',
        encoding="utf-8",
    )


def _memory(path) -> None:
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>{source}</seg></tuv><tuv xml:lang="ka"><seg>{target}</seg></tuv></tu>'
        for source, target in (("Save the file", "შეინახეთ ფაილი"), ("Open the file", ""))
    )
    path.write_text(
        '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" datatype="plaintext" segtype="sentence" '
        f'adminlang="en" srclang="en" o-tmf="x"/><body>{units}</body></tmx>',
        encoding="utf-8",
    )


def _word_table(path) -> None:
    document = Document()
    table = document.add_table(rows=0, cols=3)
    for row in (
        ("ID", "English", "Georgian"),
        ("1", "Save the file", "შეინახეთ ფაილი"),
        ("2", "Open the file", ""),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))


@pytest.mark.parametrize(
    ("name", "write"), [("x.jsonl", _json_lines), ("x.tmx", _memory), ("x.docx", _word_table)]
)
def test_a_unit_without_translation_waits_in_every_format(tmp_path, capsys, name, write) -> None:
    write(tmp_path / name)
    done = run(
        capsys,
        "check",
        str(tmp_path / name),
        "--format",
        "json",
        "--source-lang",
        "en",
        "--target-lang",
        "ka",
    )
    assert done.code == 0
    assert json.loads(done.out)["summary"]["left_out"] == {"untranslated": 1}


def test_what_a_program_pipes_in_is_finished_work(tmp_path, capsys, monkeypatch) -> None:
    _json_lines(tmp_path / "x.jsonl")
    with (tmp_path / "x.jsonl").open("rb") as stream:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
        done = run(capsys, "check", "-", "--format", "json", "--source-lang", "en", "--target-lang", "ka")
    assert "empty.target" in done.out


def test_a_locked_unit_is_not_checked(tmp_path, capsys) -> None:
    path = tmp_path / "x.xlf"
    path.write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" '
        'target-language="ka" datatype="plaintext"><body><trans-unit id="w" translate="no"><source>x y</source>'
        '</trans-unit><trans-unit id="v"><source>Save</source><target>შენახვა</target></trans-unit></body></file></xliff>',
        encoding="utf-8",
    )  # fmt: skip
    done, texts = check(capsys, path)
    assert done.code == 0
    assert not [finding for text in texts for finding in text["findings"]]


HEAD = """msgid ""
msgstr ""
"Language: ka\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
# Flag of a message → source → translations; which of them are wrong is for msgfmt to say.
DIRECTIVES = {
    "c": {"%d of %s": ["%2$s-დან %d", "%s %d", "%d", "%d %s %%", "%d %s %", "%u %s"], "%zu B": ["%lu B"]},
    "python": {"%(a)s has %(n)d": ["%(n)d %(a)s", "%(a)s", "%(ა)s %(n)d", "%s %d"]},
    "python-brace": {"{a} has {n}": ["{n} {a}", "{a}", "{{a}} {n}", "{a!r} {n}", "{0} {1}", "{a} {n} {x}"]},
    "java": {"{0} of {1}": ["{1} {0}", "{0}", "'{0}' {1}", "{0,number} {1}"]},
    "csharp": {"{0} of {1}": ["{1} {0}", "{0}", "{0:N} {1}"]},
    "javascript": {"%s of %d": ["%d %s", "%s %d", "%s"]},
    "ruby": {"%{a} of %<n>d": ["%{a} %<n>d", "%<n>d", "%{a} %<n>s"]},
    "sh": {"$a of ${n}": ["$n ${a}", "$a", "$n $a $x", "$(date) $a $n"]},
    "lua": {"%s %d": ["%s", "%d %s", "%s %d"]},
    "qt": {"%1 of %2": ["%2 %1", "%1"]},
    "boost": {"%1% of %2%": ["%2% %1%", "%1%"]},
    "php": {"%s %d": ["%2$d %1$s", "%d %s"]},
    "objc": {"%@ has %d": ["%2$d %1$@", "%s %d"]},
    "object-pascal": {"%s %d": ["%0:s %1:d", "%d %s", "%s"]},
    "scheme": {"~a of ~d": ["~a ~d", "~d ~a", "~a"]},
    "elisp": {"%s %d": ["%s %d", "%d %s"]},
    "gfc-internal": {"%s at %L": ["%s %L", "%L %s", "%s"]},
}


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("language", DIRECTIVES)
def test_directives_are_wrong_where_msgfmt_says_so(tmp_path, capsys, language) -> None:
    path, text = tmp_path / "x.po", HEAD
    for source, targets in DIRECTIVES[language].items():
        for number, target in enumerate(targets):
            text += f'#, {language}-format\nmsgctxt "{number}"\nmsgid "{source}"\nmsgstr "{target}"\n\n'
    path.write_text(text, encoding="utf-8")
    refused = {int(match[1]) for line in msgfmt(path) if (match := re.search(r"x\.po:(\d+): (?!warn)", line))}
    assert wrong_lines(capsys, path) == refused != set()


def wrong_lines(capsys, path) -> set[int]:
    """Return the lines where `check` finds placeholders or the catalog itself wrong."""
    done = run(capsys, "check", path, "--source-lang", "en", "--target-lang", "ka", "--format", "json")
    return {
        one["line"]
        for one in json.loads(done.out)["findings"]
        if one["severity"] == "error" and one["check"].startswith(("catalog.", "placeholder."))
    }


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize(
    "text",
    [
        HEAD + 'msgid "a"\nmsgstr "x"\n\nmsgid "a"\nmsgstr "x"\n',
        HEAD + 'msgctxt "c"\nmsgid "a"\nmsgstr "x"\n\nmsgctxt "c"\nmsgid "a"\nmsgstr "x"\n',
        HEAD + 'msgid "a"\nmsgstr "x"\n\n#~ msgid "a"\n#~ msgstr "y"\n',
        HEAD + 'msgid "b"\nmsgstr "x"\n\n#~ msgid "a"\n#~ msgstr "x"\n\n#~ msgid "a"\n#~ msgstr "y"\n',
        "\ufeff" + HEAD + 'msgid "a"\nmsgstr "x"\n',
    ],
)
def test_what_gettext_does_not_read_at_all_is_found_at_its_line(tmp_path, capsys, text) -> None:
    path = tmp_path / "x.po"
    path.write_text(text, encoding="utf-8")
    refused = [int(match[1]) for line in msgfmt(path) if (match := re.match(r".*x\.po:(\d+):", line))]
    assert wrong_lines(capsys, path) == {refused[0]}


def test_plural_forms_without_any_header_are_told(tmp_path, capsys) -> None:
    path = tmp_path / "x.po"
    path.write_text(
        'msgid "%d a"\nmsgid_plural "%d b"\nmsgstr[0] "%d ა"\nmsgstr[1] "%d ბ"\n', encoding="utf-8"
    )
    assert wrong_lines(capsys, path) == {1}
