"""What a language code leads to."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.languages import known_languages, language, pair
from transreview.languages.registry import BUILT_IN, meant
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


def test_tag_is_written_in_its_own_casing():
    assert str(parse_tag("ZH-hant-tw")) == "zh-Hant-TW"
    assert set(BUILT_IN) <= set(known_languages())


@pytest.mark.parametrize(
    ("code", "bare"),
    [
        ("swe", "sv"),
        ("fre", "fr"),
        ("wel", "cy"),
        ("arb", "ar"),
        ("nor", "nb"),
        ("hbs", "sr"),
        ("xmf", "xmf"),
    ],
)
def test_any_code_of_iso_639_leads_to_the_shortest(code, bare):
    assert parse_tag(code).language == bare


def test_codes_of_three_letters_are_known_of_a_language():
    assert language("ka").iso_codes == ("kat", "geo")
    assert language("xmf").iso_codes == ("xmf",)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("chinese", "zh"),
        ("CN", "zh"),
        ("ქართული", "ka"),
        ("ge", "ka"),
        ("tw", "zh-Hant"),
        ("格鲁吉亚语", "ka"),
        ("klingon", ""),
    ],
)
def test_what_people_write_for_a_language_is_understood(said, code):
    assert meant(said) == code


@pytest.mark.parametrize("code", ["yue", "wuu", "lzh"])
def test_the_other_languages_of_china_share_the_rules_of_their_writing(code):
    assert language(code).full_width
    assert language(code).sentences("佢哋喺長沙開會。散會喇。") == [(0, 8), (8, 12)]


def test_languages_without_a_record_that_put_no_spaces_are_cut_into_characters():
    assert not language("lo").spaced
    assert language("lo").tokenizer == "char"


@pytest.mark.parametrize(
    ("code", "cased", "wide"),
    [
        ("ka", False, False),
        ("ru", True, False),
        ("ja", False, True),
        ("ko", False, True),
        ("qqq", False, False),
    ],
)
def test_what_follows_from_the_script(code, cased, wide):
    assert (language(code).cased, language(code).wide) == (cased, wide)


def test_own_marks():
    assert [language(code).mark("?") for code in ("en", "el", "ar", "hy", "zh")] == ["?", ";", "؟", "՞", "？"]
