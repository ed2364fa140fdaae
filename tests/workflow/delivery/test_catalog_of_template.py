"""A template in, a catalog out: gettext takes it, and what the catalog had before a later template stays."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import run

TEMPLATE = """\
# SOME DESCRIPTIVE TITLE.
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: PACKAGE VERSION\\n"
"POT-Creation-Date: 2026-02-02 10:00+0000\\n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"
"Language-Team: LANGUAGE <LL@li.org>\\n"
"Language: \\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=CHARSET\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"

#. counted
#: src/a.c:7
#, c-format
msgid "One file"
msgid_plural "%d files"
msgstr[0] ""
msgstr[1] ""
"""
CATALOG = """\
# Kept by the team.
msgid ""
msgstr ""
"Project-Id-Version: shop 2\\n"
"POT-Creation-Date: 2026-01-01 10:00+0000\\n"
"PO-Revision-Date: 2026-01-05 10:00+0000\\n"
"Last-Translator: Nino <nino@example.ge>\\n"
"Language-Team: Georgian <ka@example.ge>\\n"
"Language: ka\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Generator: Poedit 3\\n"

# as in the menu
#: src/a.c:3
#, c-format
msgid "One file"
msgid_plural "%d files"
msgstr[0] "ერთი ფაილი"
msgstr[1] "%d ფაილი"
"""


def passes(path: Path) -> bool:
    if shutil.which("msgfmt") is None:
        return True
    done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, check=False)
    return done.returncode == 0


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_catalog_made_of_a_template_says_its_language_and_rule(tmp_path, capsys, newline):
    template, place, out = tmp_path / "a.pot", tmp_path / "p.transreview", tmp_path / "ka.po"
    template.write_text(TEMPLATE, encoding="utf-8", newline=newline)
    assert run(capsys, "new", place, template, "--source-lang", "en", "--target-lang", "ka").code == 0
    for number, text in (("1", "ერთი ფაილი"), ("2", "%d ფაილი")):
        assert run(capsys, "edit", place, number, "--text", text).code == 0
    assert run(capsys, "confirm", place, "1", "2").code == 0
    assert run(capsys, "export", place, "-o", out).code == 0
    with out.open(encoding="utf-8", newline="") as stream:
        written = stream.read()
    expected = (
        TEMPLATE.replace("#, fuzzy\n", "")
        .replace("Language: \\n", "Language: ka\\n")
        .replace("CHARSET", "UTF-8")
    )
    expected = expected.replace("nplurals=INTEGER; plural=EXPRESSION;", "nplurals=2; plural=n != 1;")
    expected = expected.replace('[0] ""', '[0] "ერთი ფაილი"').replace('[1] ""', '[1] "%d ფაილი"')
    assert written == expected.replace("\n", newline)
    assert passes(out)


def test_after_a_later_template_the_header_and_the_remarks_of_the_catalog_stay(tmp_path, capsys):
    catalog, template = tmp_path / "ka.po", tmp_path / "a.pot"
    place, out = tmp_path / "p.transreview", tmp_path / "out.po"
    catalog.write_text(CATALOG, encoding="utf-8")
    template.write_text(TEMPLATE, encoding="utf-8")
    assert run(capsys, "new", place, catalog, "--source-lang", "en").code == 0
    assert run(capsys, "merge", place, template).code == 0
    assert run(capsys, "export", place, "-o", out).code == 0
    written = out.read_text(encoding="utf-8")
    for kept in (
        "Nino <nino@example.ge>",
        "Language: ka",
        "shop 2",
        "X-Generator: Poedit 3",
        "2026-02-02",
        "src/a.c:7",
    ):
        assert kept in written
    assert "# as in the menu\n#. counted\n" in written
    assert "FULL NAME" not in written
    assert passes(out)
