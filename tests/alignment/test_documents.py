"""What articles of code, links and lists are aligned by: what stands on both sides, and their regularity."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.alignment import align
from transreview.alignment.band import whole
from transreview.alignment.cutting import Cutter
from transreview.alignment.lattice import Gaps, Lattice, Posterior
from transreview.alignment.loosening import loosened
from transreview.alignment.search import Found
from transreview.alignment.sides import Side
from transreview.alignment.signals.ties import copy_tokens, tie_tokens
from transreview.alignment.stretches import Stretch
from transreview.formats.inline_marks import find_marks
from transreview.model.bead import Bead
from transreview.model.unit import Unit, UnitKind

Shape = tuple[tuple[int, ...], tuple[int, ...]]


def shapes(source: list[str], target: list[str], languages: str) -> list[Shape]:
    first, second = languages.split("-")
    beads = align(
        *([Unit(t, paragraph=n) for n, t in enumerate(side)] for side in (source, target)), first, second
    )
    return [(bead.source, bead.target) for bead in beads]


def one_to_one(count: int) -> list[Shape]:
    return [((n,), (n,)) for n in range(count)]


def test_lines_that_share_an_address_are_tied_whatever_stands_around_it() -> None:
    names = ["forum", "wiki", "news", "code", "chat", "mail"]
    line = '&nbsp; • <u><a href="https://example.org/groups/{}/">{}</a></u>'
    source = ["欢迎使用本程序，它是免费的。", *(line.format(name, name) for name in names)]
    target = ["კეთილი იყოს თქვენი მობრძანება.", *(line.format(name, name) for name in names)]
    assert shapes(source, target, "zh-ka") == one_to_one(7)
    assert shapes(source[:-1], target, "zh-ka") == [*one_to_one(6), ((), (6,))]
    assert shapes(source, [*target[:2], *target[3:]], "zh-ka") == [
        *one_to_one(2), ((2,), ()), *(((n,), (n - 1,)) for n in range(3, 7)),
    ]  # fmt: skip


def test_code_spans_and_copied_text_tie() -> None:
    commands = ["`tool build`", "`tool test`", "`tool serve`", "`tool clean`"]
    source = ["命令：", *commands, "完"]
    target = ["ბრძანებები:", *commands[:2], "დამატებითი შენიშვნა აქ.", *commands[2:], "დასასრული"]
    assert shapes(source, target, "zh-ka") == [
        *one_to_one(3), ((), (3,)), ((3,), (4,)), ((4,), (5,)), ((5,), (6,)),
    ]  # fmt: skip


def test_what_ties() -> None:
    text = "见 [文档](./docs/a.md) 和 `npm test`，{name}，https://example.org/X/。"
    assert tie_tokens(text, find_marks(text)) >= {
        "@docs/a.md",
        "`npm test",
        "`{name}",
        "@https://example.org/x",
    }
    assert tie_tokens("a", ()) == set()


@pytest.mark.parametrize(
    "address", ["assets/preview.png", "./assets/preview.png", "../../assets/preview.png"]
)
def test_a_relative_address_ties_wherever_the_translation_lies(address: str) -> None:
    text = f"![图]({address})"
    assert tie_tokens(text, find_marks(text)) == {"@assets/preview.png"}


def test_an_address_of_another_place_does_not_tie() -> None:
    near, far = "[a](../x.png)", "[a](../y.png)"
    assert not tie_tokens(near, find_marks(near)) & tie_tokens(far, find_marks(far))


def test_what_was_copied_whole_is_a_bead_of_its_own() -> None:
    caption = "Viewer serving a saved file or a folder in place of a live answer"
    source = ["程序可以返回保存的文件。", caption, "返回保存的文件或文件夹，而不是实时的回答。", "完成。"]
    target = [
        "The program can serve a saved file.",
        caption,
        "Serve a saved file or a folder in place of a live answer, with its own headers.",
        "Done.",
    ]
    assert shapes(source, target, "zh-en") == one_to_one(4)
    assert shapes(source, [*target[:2], *target[3:]], "zh-en")[:2] == one_to_one(2)


def test_how_addresses_are_written_says_nothing_of_length() -> None:
    source = [
        "Текст [Правил](https://example.org/rules), версия 1.4, есть на [https://example.org/v/1/4](https://example.org/v/1/4)."
    ]
    target = [
        "This text is adapted from the [Rules][home], version 1.4, at https://example.org/v/1/4",
        "For answers to common questions about it, see https://example.org/frequent-questions",
    ]
    assert shapes(["Благодарности", *source], ["Thanks", *target], "ru-en") == [*one_to_one(2), ((), (2,))]


def test_a_picture_ties_beside_missing_sections() -> None:
    notes = [
        "The project is no longer supported; write to me.",
        "![Preview](./assets/preview.png)",
        "Read this in many languages.",
    ]
    source = [
        "![](../assets/preview.png)",
        "欢迎使用本程序。",
        "它是免费的，任何人都可以使用。",
    ]
    target = [*notes, "Welcome to the program.", "It is free, and anybody may use it."]
    assert shapes(source, target, "zh-en") == [
        ((), (0,)), ((0,), (1,)), ((), (2,)), ((1,), (3,)), ((2,), (4,)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("NewPipe ไม่ใช้เฟรมเวิร์กใด ๆ", "It uses no framework. It only reads pages. So it works everywhere, without any account.", "th-en"),
        ("Kurz.", "ეს არის ძალიან გრძელი აბზაცი, რომელიც წყაროს არ ჰგავს. და კიდევ ერთი წინადადება 2021 წელს.", "de-ka"),
    ],
)  # fmt: skip
def test_a_single_unit_on_each_side_is_one_bead(source, target, languages) -> None:
    assert shapes([source], [target], languages) == one_to_one(1)


def test_a_free_translation_among_sure_ones_is_taken_one_to_one() -> None:
    regular = [
        (f"第{n}条规定了公司的义务。", f"მუხლი {n} განსაზღვრავს კომპანიის ვალდებულებებს.")
        for n in range(10, 20)
    ]
    source = [a for a, _b in regular]
    target = [b for _a, b in regular]
    source.insert(5, "任意の値")
    target.insert(5, "`{value: …, done: true}`")
    assert shapes(source, target, "zh-ka") == one_to_one(11)


def test_an_added_and_a_lost_paragraph_stay_apart_where_much_is_added_and_lost() -> None:
    source = ["会议在2021年召开。", "价格为300元。", "李明说他不同意。", "公司有50名员工。"]
    target = ["შეხვედრა 2021 წელს გაიმართა.", "ამინდი კარგი იყო და მზე ანათებდა მთელი დღის განმავლობაში.", "სხვა.", "კომპანიას 50 თანამშრომელი ჰყავს."]  # fmt: skip
    found = shapes(source, target, "zh-ka")
    assert ((0,), (0,)) in found
    assert ((3,), (3,)) in found


def test_a_missing_section_is_gaps_and_no_bead_of_many_units() -> None:
    section = [f"[`crates/part{n}`](./crates/part{n}): part number {n} of the program." for n in range(12)]
    source = ["مقدمة قصيرة عن المشروع.", "للحصول على مقدّمة باللغة اليابانية، راجع [`README.ja.md`](./README.ja.md). أما النسخ الأخرى فهي هنا."]  # fmt: skip
    target = [
        "A short introduction to the project.",
        *section,
        "Japanese overview: [`README.ja.md`](./README.ja.md)",
    ]
    found = shapes(source, target, "ar-en")
    assert ((1,), (13,)) in found
    assert max(len(bead[1]) for bead in found) < 4


# --- large beads ---------------------------------------------------------------------------------


def units(first: int, count: int) -> tuple[int, ...]:
    return tuple(range(first, first + count))


def test_a_bead_that_a_stray_sentence_holds_together_is_cut() -> None:
    bead = Bead((5,), units(29, 35), confidence=0.0)
    ties = {(5, 29): 0.4, (5, 61): 0.9, (5, 62): 0.9, (5, 63): 0.95}
    parts = loosened(bead, ties)
    assert [(part.source, part.target) for part in parts if part.source] == [((5,), (61, 62, 63))]
    assert sorted(j for part in parts for j in part.target) == list(bead.target)


def test_a_bead_whose_every_unit_is_tied_stays() -> None:
    bead = Bead((2,), units(3, 9), confidence=0.4)
    assert loosened(bead, {(2, j): 0.3 for j in bead.target}) == [bead]


def test_units_are_neither_lost_nor_put_in_another_order_by_cutting() -> None:
    bead = Bead(units(0, 4), units(0, 6))
    parts = loosened(bead, {(0, 0): 0.9, (1, 1): 0.9, (3, 5): 0.9})
    assert [i for part in parts for i in part.source] == list(bead.source)
    assert [j for part in parts for j in part.target] == list(bead.target)


# --- lengths and kinds ---------------------------------------------------------------------------


def test_lengths_count_what_is_translated() -> None:
    side = Side.of(
        [Unit("运行 `tool build --all`。"), Unit("见[文档](https://example.org/a/very/long/address)。")], "zh"
    )
    assert side.lengths.tolist() == [4, 4]
    assert side.kept.tolist() == [18, 0]  # how an address is written is no matter of language


def test_cells_meet_by_row_and_column() -> None:
    def cells(texts: list[str]) -> list[Unit]:
        return [
            Unit(text, kind=UnitKind.TABLE_CELL, paragraph=n, row=n // 2 + 1, column=n % 2 + 1)
            for n, text in enumerate(texts)
        ]

    source = cells(["甲", "乙", "丙", "丁", "戊", "己"])
    target = cells(["ა", "", "გ", "დ", "ე", "ვ"])
    target = [unit for unit in target if unit.text]
    found = [(b.source, b.target) for b in align(source, target, "zh", "ka")]
    assert found == [((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), (2,)), ((4,), (3,)), ((5,), (4,))]


def test_a_small_bead_that_nothing_speaks_for_is_taken_apart() -> None:
    regular = [(f"第{n}条规定了义务。", f"მუხლი {n} განსაზღვრავს ვალდებულებებს.") for n in range(10, 16)]
    source = [a for a, _b in regular]
    target = [b for _a, b in regular]
    lost = [f"[视频 {name}](https://example.org/watch/{name})" for name in ("abc", "def")]
    found = shapes([*source[:3], *lost, *source[3:]], target, "zh-ka")
    assert found == [
        *one_to_one(3), ((3,), ()), ((4,), ()), ((5,), (3,)), ((6,), (4,)), ((7,), (5,)),
    ]  # fmt: skip


def test_chinese_and_japanese_share_characters() -> None:
    source = ["委員会は報告を受ける。", "権利と自由を守る。", "教育を受ける権利。"]
    target = ["保护权利和自由。", "受教育的权利。"]
    assert shapes(source, target, "ja-zh") == [((0,), ()), ((1,), (0,)), ((2,), (1,))]


# --- pieces and confidence -----------------------------------------------------------------------


@given(
    st.lists(st.text(alphabet="ab ,.;:\n`<>/()[]会。，", min_size=1, max_size=200), min_size=1, max_size=6)
)
def test_no_piece_of_a_text_is_empty_and_nothing_is_lost(texts) -> None:
    texts = [text for text in texts if text.strip()]
    side = Side.of([Unit(text) for text in texts], "en")
    assert all(piece.strip() for piece in side.pieces)
    for number, text in enumerate(texts):
        pieces = side.pieces[side.first[number] : side.first[number + 1]]
        assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_torn_paragraph_behind_lost_ones_is_as_sure_as_its_ends() -> None:
    lines = [
        (f"第{n}年公司有{n * 7}名员工。", f"{n} წელს კომპანიას {n * 7} თანამშრომელი ჰყავდა.")
        for n in range(31, 41)
    ]
    source = [a for a, _b in lines]
    target = [b for _a, b in lines][3:]
    source[6] += "利润为88万元。"
    target.insert(4, "მოგება 880 000 იუანი იყო.")
    beads = align(
        *([Unit(t, paragraph=n) for n, t in enumerate(side)] for side in (source, target)), "zh", "ka"
    )
    (torn,) = [bead for bead in beads if len(bead.target) == 2]
    assert (torn.source, torn.target) == ((6,), (3, 4))
    assert torn.confidence > 0.9
    assert all(bead.confidence > 0.9 for bead in beads if bead.source[:1] > (6,))


def test_a_clause_that_is_long_by_itself_leaves_no_empty_piece_before_it() -> None:
    long = "a" * 300 + ", " + "b" * 300 + ", " + "c" * 300
    side = Side.of([Unit("short one."), Unit("short two."), Unit("short three."), Unit(long)], "en")
    assert "" not in side.pieces
    assert len(side.pieces) > 4


def test_no_sentence_ends_inside_a_tag() -> None:
    text = '见<a title="甲。乙！丙">丁</a>。然后。'
    assert Side.of([Unit(text)], "zh").pieces == ['见<a title="甲。乙！丙">丁</a>。', "然后。"]


def test_a_text_that_is_copied_whole_ties() -> None:
    assert copy_tokens("ABC  tool") == {"abc tool"}


def test_a_cut_that_may_lie_within_a_bead_takes_from_its_confidence() -> None:
    band = whole(4, 6)
    passed = np.zeros(band.size, np.float32)
    for node, likely in (((1, 3), 1.0), ((3, 5), 0.9), ((2, 4), 0.6), ((0, 3), 0.5), ((1, 2), 0.5)):
        passed[band.node(*node)] = likely
    nothing = np.zeros(band.size, np.float32)
    posterior = Posterior(beads=nothing, left_gap=nothing, right_gap=nothing, passed=passed, log_total=0.0)
    lattice = Lattice(band=band, scores=nothing, gaps=Gaps(0, 0, 0, 0), rows=4, columns=6)
    cutter = Cutter(np.arange(5), np.arange(7))
    sure = cutter._probability((1, 3), (3, 5), Stretch(0, 0, 4, 6), Found([], lattice, posterior))
    assert sure == pytest.approx(0.3)
