"""What holds for every two articles of headings, lists, tables, code and links, in any pair of languages."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.alignment import align
from transreview.model.bead import Bead
from transreview.model.unit import Unit, UnitKind

WORDS = [
    "`npm test`", "[docs](./docs/a.md)", "https://example.org/x", "{name}", "2021", "12 MB", "README.md", "GitHub",
    "ファイル", "設定を開く。", "파일을", "설정에서", "फ़ाइल", "भाषा।", "แฟ้ม", "ประเทศ", "dosyayı", "ملف", "اللغة",
    "Datei", "Sprache.", "файл", "язык.", "file", "language.", "文件", "语言。", "ფაილი", "ენა.", "*", "¶", "",
]  # fmt: skip
PAIRS = ("ja-en", "ko-de", "th-tr", "ar-hi", "zh-ja", "en-ka", "ru-zh", "ka-ko", "cy-my")
KINDS = (UnitKind.PARAGRAPH, UnitKind.HEADING, UnitKind.LIST_ITEM, UnitKind.TABLE_CELL, UnitKind.CAPTION)
LARGE = 6

shaped = st.builds(
    lambda words, kind, level, place: Unit(
        " ".join(words),
        kind=kind,
        level=level if kind is UnitKind.HEADING else 0,
        row=place if kind is UnitKind.TABLE_CELL else 0,
        column=place if kind is UnitKind.TABLE_CELL else 0,
    ),
    st.lists(st.sampled_from(WORDS), max_size=6),
    st.sampled_from(KINDS),
    st.integers(1, 6),
    st.integers(1, 3),
)
articles = st.lists(shaped, max_size=10)
pairs = st.sampled_from(PAIRS).map(lambda pair: pair.split("-"))


def numbered(units: list[Unit]) -> list[Unit]:
    return [
        Unit(u.text, paragraph=n, kind=u.kind, level=u.level, row=u.row, column=u.column)
        for n, u in enumerate(units)
    ]


def aligned(source: list[Unit], target: list[Unit], pair: list[str]) -> list[Bead]:
    return align(numbered(source), numbered(target), *pair)


@settings(max_examples=80, deadline=None)
@given(articles, articles, pairs)
def test_every_unit_is_in_one_bead_in_order_and_gaps_are_single_units(source, target, pair) -> None:
    beads = aligned(source, target, pair)
    assert sorted(i for bead in beads for i in bead.source) == list(range(len(source)))
    assert sorted(j for bead in beads for j in bead.target) == list(range(len(target)))
    straight = [bead for bead in beads if not bead.crossed]
    for side in ("source", "target"):
        order = [unit for bead in straight for unit in getattr(bead, side)]
        assert order == sorted(order)
    for bead in beads:
        assert 0.0 <= bead.confidence <= 1.0
        if not bead.source or not bead.target:
            assert len(bead.source) + len(bead.target) == 1


@settings(max_examples=60, deadline=None)
@given(articles, articles, pairs)
def test_no_large_bead_is_made_that_nothing_speaks_for(source, target, pair) -> None:
    for bead in aligned(source, target, pair):
        if bead.source and bead.target and max(len(bead.source), len(bead.target)) >= LARGE:
            assert bead.confidence > 0


@settings(max_examples=40, deadline=None)
@given(articles, articles, pairs)
def test_the_answer_is_the_same_twice_and_mirrored_from_the_other_side(source, target, pair) -> None:
    beads = aligned(source, target, pair)
    assert aligned(source, target, pair) == beads
    mirrored = aligned(target, source, pair[::-1])
    assert {(b.source, b.target, b.confidence) for b in beads} == {
        (b.target, b.source, b.confidence) for b in mirrored
    }


@settings(max_examples=30, deadline=None)
@given(articles, pairs)
def test_a_text_set_against_itself_is_one_to_one(article, pair) -> None:
    beads = aligned(article, article, [pair[0], pair[0]])
    assert [(bead.source, bead.target) for bead in beads] == [((n,), (n,)) for n in range(len(article))]
