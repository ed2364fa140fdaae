"""The interface speaks other languages: chosen by option, variable or locale, and never half-known ones."""

import os
import subprocess
import sys

import pytest

from transreview import i18n


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


def test_the_first_language_known_is_taken():
    assert i18n._catalog_of(["xx", "ka_GE.UTF-8"]).info()["language"] == "ka"
    assert i18n._catalog_of(["zh_CN.UTF-8"]).info()["language"] == "zh"
    assert i18n._catalog_of(["zh-Hans"]).info()["language"] == "zh"
    assert i18n._catalog_of(["en_US", "ka"]).info() == {}
