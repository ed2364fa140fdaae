"""What single signals read from a text."""

from __future__ import annotations

import numpy as np
import pytest

from transreview.alignment.lengths import _side
from transreview.alignment.moves import LARGEST, MOVES, name
from transreview.alignment.sides import Side
from transreview.alignment.signals.characters import share_characters
from transreview.alignment.signals.keywords import keyword_tokens
from transreview.alignment.signals.latin import latin_tokens
from transreview.alignment.signals.layout import kind_tokens, marker_tokens
from transreview.alignment.signals.marks import mark_tokens
from transreview.alignment.signals.names import name_channel
from transreview.alignment.signals.numbers import number_tokens
from transreview.alignment.signals.stems import stems, unspaced_runs
from transreview.alignment.weights import load_weights, parse_weights
from transreview.languages import language
from transreview.languages.georgian.stem import stem as citation
from transreview.model.unit import Unit, UnitKind


@pytest.mark.parametrize(
    ("chinese", "georgian"),
    [
        ("二十人", "20 ადამიანი"),
        ("3.5万元", "35 000 იუანი"),
        ("第九届", "მე-9"),
        ("5月", "მაისი"),
        ("1980年", "1980 წელი"),
    ],
)
def test_numbers_meet_by_value(chinese: str, georgian: str) -> None:
    assert number_tokens(chinese, language("zh")) & number_tokens(georgian, language("ka"))


def test_different_numbers_do_not_meet() -> None:
    assert not number_tokens("二十人", language("zh")) & number_tokens("21 ადამიანი", language("ka"))


@pytest.mark.parametrize(
    ("chinese", "georgian"),
    [("好吗？", "კარგია?"), ("他说：“好。”", "მან თქვა: „კარგი.“"), ("（一）", "(1)")],
)
def test_marks_meet_whatever_their_shape(chinese: str, georgian: str) -> None:
    assert mark_tokens(chinese, language("zh")) == mark_tokens(georgian, language("ka"))


@pytest.mark.parametrize(
    ("text", "place"), [("7. 继续", "7"), ("（七）继续", "7"), ("十二、继续", "12"), ("გ) გააგრძელოს", "3")]
)
def test_list_markers_are_places(text: str, place: str) -> None:
    assert marker_tokens(Unit(text)) == {place}


def test_words_keep_the_vowels_that_are_marks_beside_their_letters() -> None:
    assert len(stems("हमारा उत्तरदायित्व विस्तार", "hi")) == 3
    assert stems("हमारा", "hi") == stems("हमारा।", "hi")


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("使用 Git 命令", ["使用", "命令"]),
        ("ファイルを開く", ["ファイル", "開"]),
        ("เปิดแฟ้ม README", ["เปิดแฟ้ม"]),
        ("Open the file", []),
    ],
)
def test_scripts_without_spaces_are_cut_at_what_is_no_word(text: str, runs: list[str]) -> None:
    assert unspaced_runs(text) == runs


def test_a_decimal_is_no_list_marker() -> None:
    assert marker_tokens(Unit("3.5万元")) == set()


def test_latin_words_meet_whatever_their_case_and_ordinary_paragraphs_have_no_kind() -> None:
    assert latin_tokens("参加WTO会议") & latin_tokens("WTO-ს შეხვედრა")
    assert kind_tokens([Unit("a"), Unit("a", kind=UnitKind.HEADING)]) == [set(), {"heading"}]


def test_the_row_of_a_cell_says_where_it_stands_only_beside_a_table_of_as_many_rows() -> None:
    def table(rows: int) -> list[Unit]:
        return [
            Unit("x", kind=UnitKind.TABLE_CELL, row=row, column=column)
            for row in range(1, rows + 1)
            for column in (1, 2)
        ]

    two, three = kind_tokens([*table(2), Unit("p"), *table(2)]), kind_tokens(table(3))
    assert two[:4] == two[5:]
    assert two[0] & three[0] == {"column 1", UnitKind.TABLE_CELL.value}
    assert two[0] & kind_tokens(table(2))[0] == two[0]
    assert kind_tokens([*table(2), *table(3)]) == [*two[:4], *three]


def test_georgian_endings_are_taken_off() -> None:
    assert citation("ასოციაციის") == citation("ასოციაციაში") == citation("ასოციაცია")


def test_a_name_is_met_by_its_sound_across_scripts() -> None:
    left, right = Side.of([Unit("利文斯顿来了")], "zh"), Side.of([Unit("ლივინგსტონი მოვიდა")], "ka")
    channel = name_channel(left, right)
    assert channel is not None
    assert len(channel.pairs) == 1


def test_the_shipped_weights_have_a_prior_for_every_shape_and_a_weight_for_every_signal() -> None:
    weights = load_weights()
    assert {name(move) for move in MOVES} <= weights.moves.keys()
    assert {"number", "latin", "mark", "marker", "kind", "lexicon", "name", "term"} <= weights.channels.keys()
    assert all(0 < channel.miss < 1 and channel.floor > 0 for channel in weights.channels.values())


def test_weights_that_lack_a_part_are_refused() -> None:
    with pytest.raises(KeyError):
        parse_weights('{"moves": {}}')


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        ("zh", "ja", True), ("ja", "zh", True), ("zh", "zh", False), ("ja", "ja", False), ("zh", "ka", False),
        ("ka", "ja", False), ("en", "de", False),
    ],
)  # fmt: skip
def test_two_languages_of_han_characters_share_them_and_one_with_itself_shares_whole_words(
    left, right, shared
):
    assert share_characters(language(left), language(right)) is shared


@pytest.mark.parametrize("count", range(LARGEST + 2))
def test_a_side_has_a_length_for_each_group_that_fits_in_it(count):
    side = _side(np.linspace(3.0, 40.0, count) if count else np.zeros(0))
    fitting = [max(count - size + 1, 0) for size in range(1, LARGEST + 1)]
    assert [len(one) for one in side.log_totals] == [len(one) for one in side.surprise] == fitting
    if count:
        assert np.allclose(np.exp(side.log_totals[0]), np.linspace(3.0, 40.0, count))
    if count > 1:
        assert np.allclose(
            np.exp(side.log_totals[1]), np.convolve(np.linspace(3.0, 40.0, count), [1, 1], "valid")
        )


@pytest.mark.parametrize(
    ("pieces", "foreign", "found"),
    [
        (["支持 JPEG", "支持 WebP 和 C++"], True, [{"jpeg"}, {"webp", "c++"}]),
        (["Unterstützt JPEG", "Nutzt die Karte"], False, [{"jpeg"}, set()]),
        (["用 `tool` 打开 https://example.org/licence"], True, [set()]),
        (["Rust 一", "Rust 二", "Rust 三"], True, [set()] * 3),  # it tells none of them apart
        (["这是一个很长的句子，" * 6 + " JPEG"], True, [set()]),
    ],
)
def test_the_names_that_a_short_line_keeps_are_its_keywords(pieces, foreign, found) -> None:
    assert keyword_tokens(pieces, foreign=foreign) == found


def test_seams_lie_between_items_and_headings_not_between_sentences() -> None:
    units = [
        Unit("A", kind=UnitKind.HEADING),
        Unit("Eins. Zwei.", kind=UnitKind.LIST_ITEM),
        Unit("Drei", kind=UnitKind.LIST_ITEM),
        Unit("Text"),
    ]
    assert Side.of(units, "de").seams().tolist() == [0, 1, 0, 1, 0, 0]
