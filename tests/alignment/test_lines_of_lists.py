"""What tells lines apart that are alike: the numbers of sections, the words of links and pictures."""

import pytest

from transreview.alignment import align
from transreview.alignment.signals.layout import marker_tokens
from transreview.alignment.signals.ties import copy_tokens
from transreview.formats.inline_marks import find_marks
from transreview.model.unit import Unit, UnitKind


@pytest.mark.parametrize(
    ("text", "token"),
    [("3.2. 安装", "3.2"), ("3.2.1 Install", "3.2.1"), ("3.2 million readers", None), ("2.5х", None)],
)
def test_the_number_of_a_section_says_where_it_stands(text, token):
    assert marker_tokens(Unit(text)) == ({token} if token else set())


def test_the_words_of_a_link_or_picture_tie_where_nobody_translated_them():
    text = "![架构图](https://a.example/1.svg)"
    other = "See ![架构图](https://b.example/2.svg)"
    assert copy_tokens(text, find_marks(text)) & copy_tokens(other, find_marks(other)) == {"架构图"}


@pytest.mark.parametrize("count", [2, 30, 700])
def test_one_text_over_and_over_goes_one_to_one(count):
    source = [Unit("条目", paragraph=at, kind=UnitKind.LIST_ITEM) for at in range(count)]
    target = [Unit("აბგ", paragraph=at, kind=UnitKind.LIST_ITEM) for at in range(count)]
    beads = align(source, target, "zh", "ka")
    assert [(bead.source, bead.target) for bead in beads] == [((at,), (at,)) for at in range(count)]


def test_one_text_more_often_on_one_side_loses_no_unit():
    source = [Unit("条目", paragraph=at) for at in range(30)]
    target = [Unit("აბგ", paragraph=at) for at in range(31)]
    beads = align(source, target, "zh", "ka")
    assert sorted(at for bead in beads for at in bead.source) == list(range(30))
    assert sorted(at for bead in beads for at in bead.target) == list(range(31))
