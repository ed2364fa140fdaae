"""The interface speaks other languages: chosen by option, variable or locale, and never half-known ones."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from transreview import i18n
from transreview.words import language_called


def run(*arguments, **environment):
    clean = {k: v for k, v in os.environ.items() if k not in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES")}
    return subprocess.run(
        [sys.executable, "-m", "transreview", *arguments],
        capture_output=True, text=True, check=False, env=clean | environment, encoding="utf-8",
    )  # fmt: skip


def test_an_unknown_language_is_refused_with_those_there_are():
    done = run("--ui-lang", "tlh", "languages")
    assert done.returncode == 2
    assert "does not speak “tlh”" in done.stderr
    assert "en, ka, zh" in done.stderr


def test_the_language_of_a_commands_own_option_is_not_taken_for_the_interfaces():
    assert run("languages", "--ui-lang", "ka").returncode == 2


@pytest.mark.parametrize("locale", ["C", "en_GB.UTF-8", "POSIX", "xx_YY", ""])
def test_english_is_spoken_where_nothing_else_is_known(locale):
    assert "Usage:" in run("--help", LANG=locale).stdout


@pytest.mark.parametrize(
    ("interface", "names"),
    [
        ("en", ["Chinese", "Georgian", "English", "Japanese", "Armenian"]),
        ("ka", ["ჩინური", "ქართული", "ინგლისური", "იაპონური", "სომხური"]),
        ("zh", ["中文", "格鲁吉亚语", "英语", "日语", "亚美尼亚语"]),
    ],
)
def test_languages_have_their_names_in_the_interface_s_language(monkeypatch, interface, names):
    monkeypatch.setattr(i18n, "_catalog", i18n._catalog_of([interface]))
    assert [language_called(tag) for tag in ("zh", "ka", "en", "ja", "hy")] == names


def test_the_first_language_known_is_taken():
    assert i18n._catalog_of(["xx", "ka_GE.UTF-8"]).info()["language"] == "ka"
    assert i18n._catalog_of(["zh_CN.UTF-8"]).info()["language"] == "zh"
    assert i18n._catalog_of(["zh-Hans"]).info()["language"] == "zh"
    assert i18n._catalog_of(["en_US", "ka"]).info() == {}


SOURCE = Path(i18n.__file__).parent
# Where words come from elsewhere: click's docstrings, tables of commands, explanations of checks.
FROM_TABLES = {"cli/lazy_group.py", "cli/localized.py", "checks/catalogue.py"}


def calls(tree, *names):
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_sentence_is_composed_of_pieces(path):
    """What is translated is written out, and is no part of another sentence."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if str(path.relative_to(SOURCE)) in FROM_TABLES:
        return
    for call in calls(tree, "_", "ngettext"):
        for given in call.args[:1] if call.func.id == "_" else call.args[:2]:
            assert isinstance(given, ast.Constant), f"line {call.lineno}: not written out"
            assert given.value.strip(" ") != "" or not given.value, f"line {call.lineno}: only blanks"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            inside = [
                one
                for given in (*node.args, *(k.value for k in node.keywords))
                for one in calls(given, "_", "ngettext")
            ]
            assert not inside, f"line {node.lineno}: a translated word inside a translated sentence"


@pytest.mark.parametrize("language", ["ka", "zh"])
def test_every_message_of_a_catalog_is_translated(language):
    folder = i18n.LOCALES / language / "LC_MESSAGES"
    catalog = polib.pofile(str(folder / "transreview.po"))
    assert len(catalog) > 2000
    assert [entry.msgid for entry in catalog if not entry.translated()] == []
    compiled = {entry.msgid: entry.msgstr for entry in polib.mofile(str(folder / "transreview.mo"))}
    assert [entry.msgid for entry in catalog if compiled.get(entry.msgid) != entry.msgstr] == []
