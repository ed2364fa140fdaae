"""Chinese names in Georgian letters."""

from __future__ import annotations

import pytest

from transreview.languages.pairs.chinese_georgian import (
    PRACTICES,
    PRESS,
    Spelling,
    letter_by_letter,
    occurrences,
    spellings,
    transliterate,
)
from transreview.languages.pairs.chinese_georgian.practices import ALL_SYLLABLES

PRESS_FORMS = {
    "杜同和": "დუ ტუნხე", "戴维平": "დაი ვეიპინი", "江波": "ძიან ბო", "习近平": "სი ძინპინი",
    "邓小平": "დენ სიაოპინი", "温州": "ვენჯოუ", "厦门": "სიამენი", "长沙": "ჩანშა", "湖南": "ხუნანი",
    "云南": "იუნანი", "个旧": "გეძიუ", "北京": "პეკინი", "南京": "ნანკინი", "上海": "შანხაი",
    "西藏": "ტიბეტი", "香港": "ჰონკონგი", "廈門": "სიამენი",
}  # fmt: skip

# Georgian names of cities in GeoNames; where these and the table differ, both are accepted.
GEONAMES = {
    "武汉": "უხანი", "哈尔滨": "ხარბინი", "广州": "გუანჯოუ", "天津": "ტიანძინი", "石家庄": "შიძიაჯუანი",
    "昆明": "კუნმინი", "西宁": "სინინი", "湘潭": "სიანტანი", "丽江": "ლიძიანი", "锦州": "ძინჯოუ",
    "洛阳": "ლოიანი", "宜春": "იჩუნი", "开封": "კაიფინი", "厦门": "სიამინი",
}  # fmt: skip

COPIED = {
    "杭州": "ჰანგჟოუ", "湖南": "ჰუნანი", "重庆": "ჩონგკინგი", "新疆": "ქსინჯიანგი", "哈尔滨": "ჰარბინი",
    "厦门": "ქიამენი", "杜同和": "დუ ტონგე", "青海": "ქინგჰაი", "江苏": "ჯიანგსუ", "广西": "გუანგქსი",
}  # fmt: skip


@pytest.mark.parametrize(("name", "form"), PRESS_FORMS.items())
def test_press_practice(name, form):
    assert transliterate(name) == form


@pytest.mark.parametrize(("name", "form"), GEONAMES.items())
def test_names_of_cities_in_print_are_accepted(name, form):
    assert form in spellings(name)


@pytest.mark.parametrize(("name", "form"), COPIED.items())
def test_copies_of_the_english_spelling_are_known(name, form):
    assert form in letter_by_letter(name)
    assert form not in spellings(name)


def test_the_department_writes_aspirates():
    assert transliterate("杜同和", "department") == "დუ თუნხე"
    assert transliterate("昆明", "department") == "ქუნმინი"
    assert transliterate("北京", "department") == "პეკინი"


def test_gaps_of_a_practice_are_named():
    assert PRACTICES["department"].gaps
    assert not PRESS.gaps


@pytest.mark.parametrize("practice", PRACTICES.values(), ids=lambda practice: practice.name)
def test_every_pinyin_syllable_has_a_spelling_in_mkhedruli(practice):
    assert set(practice.table) == set(ALL_SYLLABLES)
    assert all(
        spelled and all("ა" <= letter <= "ჰ" for letter in spelled) for spelled in practice.table.values()
    )


def test_the_list_of_syllables_holds_every_reading_of_common_characters():
    from pypinyin import lazy_pinyin

    common = "".join(chr(code) for code in range(0x4E00, 0x9FA6))
    read = {syllable.replace("ü", "v") for syllable in lazy_pinyin(common, errors="ignore")}
    # Interjections and dialect words that stand in no name.
    assert read - set(ALL_SYLLABLES) <= {"fiao", "hm", "m", "n"}


@pytest.mark.parametrize("name", ["杜同和", "厦门", "北京", "李克强", "重庆"])
def test_accepted_and_copied_spellings_never_meet(name):
    assert not set(spellings(name)) & letter_by_letter(name)
    assert transliterate(name) in spellings(name)


def test_an_unreadable_name_gives_nothing():
    assert transliterate("ABC") == ""
    assert occurrences("ABC", "ტექსტი") == []


@pytest.mark.parametrize(
    ("name", "text", "word", "spelling", "ending"),
    [
        ("厦门", "კონფერენცია ქიამენში გაიმართა", "ქიამენში", Spelling.COPIED, "ში"),
        ("厦门", "სიამენიდან ჩამოვიდა", "სიამენიდან", Spelling.OWN, "იდან"),
        ("厦门", "სიამინის პორტი", "სიამინის", Spelling.ACCEPTED, "ის"),
        ("杜同和", "თავმჯდომარე დუ ტონგემ აღნიშნა", "დუ ტონგემ", Spelling.COPIED, "მ"),
        ("杜同和", "დუ ტუნხეს თქმით", "დუ ტუნხეს", Spelling.OWN, "ს"),
        ("杜同和", "დუ თუნხემ აღნიშნა", "დუ თუნხემ", Spelling.ACCEPTED, "მ"),
        ("杜同和", "ტონგემ აღნიშნა", "ტონგემ", Spelling.COPIED, "მ"),
    ],
)
def test_names_in_a_text_in_any_case(name, text, word, spelling, ending):
    (found,) = occurrences(name, text)
    assert (text[found.start : found.end], found.spelling, found.ending) == (word, spelling, ending)


def test_the_project_s_practice_decides_what_is_its_own():
    (found,) = occurrences("杜同和", "დუ თუნხემ", practice="department")
    assert found.spelling is Spelling.OWN


def test_a_name_inside_another_word_is_none():
    assert occurrences("长沙", "ჩანშაური") == []
