"""What a language code leads to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.languages import known_languages, language, pair
from transreview.languages.registry import BUILT_IN
from transreview.languages.tags import parse_tag


@pytest.mark.parametrize(
    ("code", "bare", "variant"),
    [
        ("zh", "zh", ""),
        ("zh-Hant", "zh", "Hant"),
        ("zh-TW", "zh", "Hant"),
        ("zh_HK.UTF-8", "zh", "Hant"),
        ("ZH_cn", "zh", "Hans"),
        ("zh-Hans-HK", "zh", "Hans"),
        ("cmn", "zh", ""),
        ("ka_GE", "ka", ""),
        ("kat", "ka", ""),
        ("pt-BR", "pt", ""),
    ],
)
def test_codes_of_every_spelling_lead_to_the_language(code, bare, variant):
    found = language(code)
    assert (found.code, found.variant) == (bare, variant)


def test_traditional_chinese_quotes_with_corner_brackets_first():
    assert language("zh-TW").quotes[0] == ("「", "」")
    assert language("zh-CN").quotes[0] == ("“", "”")


@given(st.text(max_size=30))
def test_no_code_fails(code):
    record = language(code)
    assert record.sentences("One. Two.")
    assert pair(code, "ka").length_ratio > 0


@pytest.mark.parametrize("code", known_languages())
def test_record_is_whole(code):
    record = language(code)
    assert record.code == code
    assert record.name
    assert record.autonym
    assert record.scripts
    assert all(opening and closing for opening, closing in record.quotes)
    assert record.nplurals in range(1, 7)


def _python(expression: str) -> str:
    """Turn gettext's C expression into Python's, right-associative `?:` included."""
    condition, question, rest = expression.partition("?")
    if not question:
        return expression.replace("&&", " and ").replace("||", " or ")
    yes, _colon, no = rest.partition(":")
    return f"(({yes}) if ({_python(condition)}) else ({_python(no)}))"


@pytest.mark.parametrize("code", known_languages())
def test_plural_expression_uses_each_form_and_no_other(code):
    record = language(code)
    compiled = compile(_python(record.plural), code, "eval")
    forms = {int(eval(compiled, {"n": n})) for n in range(1001)}
    assert forms == set(range(record.nplurals))


def test_languages_and_langdetect_are_imported_only_when_asked_for():
    code = (
        "import sys, transreview.languages as l; l.language('ka');"
        "print('langdetect' in sys.modules, 'transreview.languages.german' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["False", "False"]


def test_third_party_language_comes_by_entry_point(tmp_path, monkeypatch):
    """The manual's example of a language of one's own works as it is printed."""
    from transreview.languages import registry

    package = tmp_path / "transreview_mingrelian.py"
    manual = Path(__file__).parents[2].joinpath("docs/languages.md").read_text(encoding="utf-8")
    package.write_text(manual.split("```python\n")[1].split("```")[0], encoding="utf-8")
    info = tmp_path / "transreview_mingrelian-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: transreview-mingrelian\nVersion: 1.0\n")
    point = manual.split("```toml\n")[1].split("\n")[1].replace('"', "")
    (info / "entry_points.txt").write_text(f"[transreview.languages]\n{point}\n")
    monkeypatch.syspath_prepend(tmp_path)
    for cached in (registry._language, registry._record, registry._entry_points):
        cached.cache_clear()
    assert language("xmf").name == "Mingrelian"
    assert "xmf" in known_languages()
    for cached in (registry._language, registry._record, registry._entry_points):
        cached.cache_clear()


def test_tag_is_written_in_its_own_casing():
    assert str(parse_tag("ZH-hant-tw")) == "zh-Hant-TW"
    assert set(BUILT_IN) <= set(known_languages())
