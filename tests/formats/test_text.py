"""Plain text: its paragraphs, whatever layout they are in, and the file again to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.errors import InputError, UsageError
from transreview.formats.document import Document, Layout
from transreview.formats.encoding import Decoded
from transreview.formats.filling import fill
from transreview.formats.paragraph_kind import is_date_line, paragraph_kind
from transreview.formats.registry import read_document
from transreview.formats.rendering import passages_of
from transreview.formats.text import _begins_small, _is_full, read_text, wrap_width
from transreview.languages import language
from transreview.model.unit import Granularity, UnitKind
from transreview.resources import shipped


def read(text: str) -> Document:
    return read_text(Decoded(text, "utf-8"), "a.txt")


def again(document: Document) -> str:
    assert document.layout is not None
    return fill(document.layout, document.units, passages_of(document.units), newline=document.newline).text


def test_the_sample_mixes_blank_lines_and_lines_and_is_read_right() -> None:
    folder = shipped("corpus", "mirror-industry")
    source = read_document(folder / "mirror-industry.zh.txt")
    target = read_document(folder / "mirror-industry.ka.mt.txt")
    assert len(source.units) == 17
    assert len(target.units) == 16
    assert [unit.kind for unit in source.units][:3] == [UnitKind.TITLE, UnitKind.HEADING, UnitKind.PARAGRAPH]
    for document in (source, target):
        assert sum(unit.kind is UnitKind.LIST_ITEM for unit in document.units) == 7
        assert document.units[0].kind is UnitKind.TITLE
        assert document.units[-1].kind is UnitKind.DATE_LINE
    assert source.units[-1].line == 26
    assert target.units[6].line == 12


WRAPPED = """\
The China Optometric and Optical Association held its standing
council in Changsha. More than a hundred delegates came from all
parts of the country, among them the heads of local chambers.

The meeting dealt with the plans for the second half of the year,
with the exhibition in Beijing and with the training of opticians
in the western provinces.
"""


def test_hard_wrapped_paragraphs_are_joined() -> None:
    document = read(WRAPPED)
    assert len(document.units) == 2
    assert document.units[0].text.startswith(
        "The China Optometric and Optical Association held its standing council"
    )
    assert "\n" not in document.units[1].text
    assert again(document) == WRAPPED


def test_wrapped_chinese_is_joined_without_spaces() -> None:
    text = (
        "中国眼镜协会第九届常务理事会在湖南长沙召开，中国轻工业联合会\n"
        "党委常委、秘书长，中国眼镜协会理事长杜同和，副理事长兼秘书长\n"
        "戴维平，副理事长江波，以及常务理事单位、协会监事会和地方协会\n"
        "的代表共一百余人参加了会议。\n\n"
        "会议重点学习近期的决策部署。\n"
    )
    document = read(text)
    assert len(document.units) == 2
    assert " " not in document.units[0].text
    assert again(document) == text


def test_wrapped_georgian_without_capitals_is_joined() -> None:
    text = (
        "ჩინეთის სათვალის ასოციაციის მე-9 მოწვევის მუდმივმოქმედი საბჭოს\n"
        "სხდომა ხუნანის პროვინციის ქალაქ ჩანშაში გაიმართა, რომელშიც ასზე\n"
        "მეტი ადამიანი მონაწილეობდა ქვეყნის ყველა კუთხიდან.\n"
    )
    assert len(read(text).units) == 1


def test_a_line_a_paragraph_stays_so() -> None:
    text = (
        "26 მაისს ჩანშაში სხდომა გაიმართა.\n"
        "სხდომას ასზე მეტი ადამიანი დაესწრო, მათ შორის ადგილობრივი ასოციაციების წარმომადგენლები.\n"
        "დუ ტუნხემ მოხსენება წარმოადგინა.\n"
    )
    assert [unit.line for unit in read(text).units] == [1, 2, 3]


def test_a_date_or_an_initial_at_the_beginning_of_a_line_is_no_list_item() -> None:
    text = (
        "Der Verband der Brillenindustrie hat seine Mitglieder auf den\n"
        "26. Mai nach Changsha eingeladen; dort sprach unter anderem auch\n"
        "J. Smith, der die Verhandlungen mit den Verbänden der Nachbarn\n"
        "seit vielen Jahren leitet und die Lage sehr genau kennt.\n"
    )
    assert len(read(text).units) == 1


def test_verse_names_and_short_lines_stay_apart() -> None:
    assert len(read("ბათუმი\nთბილისი\nქუთაისი\n").units) == 3
    assert len(read("床前明月光\n疑是地上霜\n").units) == 2
    assert len(read("frames\nlenses\ncases\n").units) == 3
    assert len(read("John Smith\nOptical Fair Ltd\nChangsha\n").units) == 3


def test_a_line_that_ends_in_a_comma_goes_on() -> None:
    assert [unit.text for unit in read("春眠不觉晓，\n处处闻啼鸟。\n").units] == ["春眠不觉晓，处处闻啼鸟。"]


def test_an_indented_line_begins_a_paragraph() -> None:
    text = "　　会议在长沙召开。与会代表一百余人。\n　　会议通报了主要工作。\n"
    assert len(read(text).units) == 2
    assert again(read(text)) == text


def test_list_items_part_and_their_continuations_join() -> None:
    text = "We shall:\n1. speed up the optimisation of the\n   whole industry;\n2. prepare the fair.\n"
    units = read(text).units
    assert [unit.text for unit in units] == [
        "We shall:",
        "1. speed up the optimisation of the whole industry;",
        "2. prepare the fair.",
    ]


FORTY = "word " * 7 + "words"  # forty columns


@pytest.mark.parametrize(
    ("lines", "units"),
    [
        # A small letter goes on after a line of forty columns that ends no sentence; not after a shorter one.
        ([FORTY, "and on"], 1),
        ([FORTY[:-1], "and on"], 2),
        ([FORTY[:-1] + ".", "and on"], 2),
        ([FORTY, "And on"], 2),
        ([FORTY, "და კიდევ"], 2),
        ([FORTY, "ая жизнь"], 1),
        # A comma goes on whatever follows, but for a line that is set in.
        (["one,", "Two"], 1),
        (["一、", "二"], 1),
        (["one,", " Two"], 1),
        (["one,", "  Two"], 2),
        (["one;", "Two"], 2),
        # Under a marker what is set in further goes on; what is not is told by its width.
        (["- one", "  Two"], 1),
        (["- one", "Two"], 2),
        (["  - one", "  Two"], 2),
        (["- one", "- two"], 2),
    ],
)
def test_a_line_goes_on_or_begins_anew(lines: list[str], units: int) -> None:
    assert len(read("\n".join(lines)).units) == units
    assert len(read("\n\n".join(lines)).units) == len(lines)


@pytest.mark.parametrize(
    ("line", "following", "columns", "full"),
    [
        ("one two", "three four", 13, False),
        ("one two", "three four", 12, True),
        ("one two", "three\tfour", 13, False),
        ("会议召开", "会", 14, False),
        ("会议召开", "会", 13, True),
        ("ერთი", "ორი", 8, False),
        ("ერთი", "ორი", 7, True),
    ],
)
def test_a_line_is_full_where_the_next_word_would_not_have_fitted(line, following, columns, full) -> None:
    assert _is_full(line, following, columns) is full


def wrapped(columns: int, ends: str = "", count: int = 4) -> list[str]:
    """Lines of just so many columns that the next word never fits."""
    return [("w" * (columns // 2 - 1) + " " + "v" * (columns - columns // 2 - len(ends)) + ends)] * count


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        (wrapped(39), 0),
        (wrapped(40), 40),
        (wrapped(132), 132),
        (wrapped(133), 0),
        (wrapped(60, count=2), 0),  # one full line is no habit
        (wrapped(60, count=3), 60),
        (wrapped(60, "."), 0),  # every line ends a sentence
        ([*wrapped(60, ".", 2), *wrapped(60, "", 3)], 60),
        ([*wrapped(60, "", 3), *["short line"] * 2], 60),
        ([*wrapped(60, "", 3), *["short line"] * 4], 0),
        (["w" * 60] * 4, 0),  # one word a line says nothing of a width
        (["会" * 30] * 4, 60),
        ([], 0),
    ],
)
def test_the_width_of_a_wrapped_text_is_that_of_its_widest_line(lines: list[str], columns: int) -> None:
    assert wrap_width(lines, [False, *[True] * (len(lines) - 1)]) == columns


def test_lines_behind_blank_ones_and_list_items_say_nothing_of_a_width() -> None:
    lines = wrapped(60, count=6)
    assert wrap_width(lines, [False] * 6) == 0
    assert wrap_width(["- " + line for line in lines], [False, *[True] * 5]) == 0


@pytest.mark.parametrize(
    ("text", "small"),
    [("a", True), ("A", False), ("ж", True), ("ა", False), ("ჿ", False), ("会", False), ("1", False)],
)
def test_small_letters_are_those_that_begin_no_sentence(text: str, small: bool) -> None:
    assert _begins_small(text) is small


def test_blanks_of_every_kind_around_a_line_are_none_of_its_text() -> None:
    document = read("\ufeff\u3000 ერთი\u00a0\t\n\f\vორი \n")
    assert [(unit.text, unit.line) for unit in document.units] == [("ერთი", 1), ("ორი", 2)]
    assert again(document) == "\ufeff\u3000 ერთი\u00a0\t\n\f\vორი \n"


@pytest.mark.parametrize(
    "text",
    [
        "发布时间：2021年9月10日",
        "2021-09-10 14:30",
        "გამოქვეყნების დრო: სექ-10-2021",
        "გამოქვეყნების თარიღი: 2021 წლის 10 სექტემბერი",
        "Published: 10 September 2021",
        "September 10, 2021",
        "10.09.2021",
        "Дата публикации: 10 сентября 2021",
        "10. September 2021",
        "二〇二一年九月十日",
    ],
)
def test_date_lines_are_known_in_any_language(text: str) -> None:
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 the industry grew by 10 per cent in all provinces.",
        "2021年第五届全国验光员、配镜师职业技能竞赛",
        "1. 引导行业加快优化升级",
        "Chapter 10",
        "2021",
        "第33届中国（北京）国际眼镜业展览会将于2021年9月10日在北京开幕并持续三天。",
    ],
)
def test_sentences_with_years_are_no_date_lines(text: str) -> None:
    assert not is_date_line(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("一、总体要求", UnitKind.HEADING),
        ("（一）坚持稳中求进；", UnitKind.LIST_ITEM),
        ("• first point", UnitKind.LIST_ITEM),
        ("ა) პირველი პუნქტი;", UnitKind.LIST_ITEM),
        ("3.5 million pairs were sold last year.", UnitKind.PARAGRAPH),
        ("会议在长沙召开。", UnitKind.PARAGRAPH),
        ("სამუშაო გეგმა", UnitKind.HEADING),
        ("- dash item", UnitKind.LIST_ITEM),
        ("J. Smith opened the meeting.", UnitKind.PARAGRAPH),
        ("a. first point;", UnitKind.LIST_ITEM),
        ("① 第一点；", UnitKind.LIST_ITEM),
    ],
)
def test_kinds(text: str, kind: UnitKind) -> None:
    assert paragraph_kind(text) is kind


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_are_kept(newline: str) -> None:
    text = newline.join(["სათაური", "", "ერთი აბზაცი.", "მეორე აბზაცი.", ""])
    document = read(text)
    assert document.newline == newline
    assert len(document.units) == 3
    assert again(document) == text


def test_unicode_separators_are_text_not_line_ends() -> None:
    assert len(read("ერთი\u2028ორი\u0085სამი\n").units) == 1


def test_sentences_of_a_paragraph_share_it_and_the_file_comes_back() -> None:
    text = "标题\n\n会议召开。代表参加。\n\n完。\n"
    document = read(text).at(Granularity.SENTENCE, language("zh").sentences)
    assert [unit.text for unit in document.units] == ["标题", "会议召开。", "代表参加。", "完。"]
    assert [unit.paragraph for unit in document.units] == [0, 1, 1, 2]
    assert again(document) == text


def test_nothing_but_blanks_is_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        read(" \n\u3000\n\t\n")


def test_missing_folder_and_unknown_endings_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_document(tmp_path / "a.txt")
    with pytest.raises(InputError, match="folder"):
        read_document(tmp_path)
    with pytest.raises(UsageError, match=r"\.xyz"):
        read_document(tmp_path / "a.xyz")
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(InputError, match="empty"):
        read_document(tmp_path / "empty.txt")


def test_a_layout_survives_being_kept() -> None:
    layout = read(WRAPPED).layout
    assert layout is not None
    assert Layout.from_json(layout.to_json()) == layout


LINES = st.lists(st.text(st.sampled_from("ა ბგ中国。，a b.C1:;-—\u3000\t#>*"), max_size=90), max_size=12)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_file_comes_back_to_the_byte(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    try:
        document = read(text)
    except InputError:
        assert not text.strip()
        return
    assert again(document) == text
    assert again(document.at(Granularity.SENTENCE, language("zh").sentences)) is not None
    assert all(unit.text == unit.text.strip() and unit.text for unit in document.units)


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), min_size=1, max_size=30),
        min_size=1,
        max_size=8,
    )
)
def test_paragraphs_written_are_the_paragraphs_read(paragraphs: list[str]) -> None:
    found = [unit.text for unit in read("\n\n".join(paragraphs)).units]
    assert found == [p.strip("\ufeff\u3000\u00a0") for p in paragraphs if p.strip("\ufeff\u3000\u00a0")]
