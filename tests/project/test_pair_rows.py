"""Units of bilingual files: which there are, on which lines they stand, and what is aligned with what."""

from __future__ import annotations

from transreview.model.pair import Pair
from transreview.project.pair_rows import forms_of, units_of


def test_a_unit_has_the_line_of_its_side_and_that_of_the_pair_where_the_format_tells_no_other():
    pairs = [
        Pair(id="1", source="源", target="ა", line=3, target_line=4),
        Pair(id="2", source="文", target="ბ", line=7),
    ]
    source, target, _beads = units_of(forms_of(pairs))
    assert [unit.line for unit in source] == [3, 7]
    assert [unit.line for unit in target] == [4, 7]


def test_what_is_blank_on_one_side_is_aligned_with_nothing():
    pairs = [
        Pair(id="1", source="源"),
        Pair(id="2", source=" ", target="ბ"),
        Pair(id="3", source="文", target="გ"),
    ]
    source, target, beads = units_of(forms_of(pairs))
    assert [(unit.text, unit.paragraph) for unit in source] == [("源", 0), ("文", 2)]
    assert [(unit.text, unit.paragraph) for unit in target] == [("ბ", 1), ("გ", 2)]
    assert [(bead.source, bead.target, bead.fixed) for bead in beads] == [
        ((0,), (), True), ((), (0,), True), ((1,), (1,), True)
    ]  # fmt: skip


def test_each_plural_form_is_a_segment_and_a_pair_without_text_is_none():
    pairs = [
        Pair(id="0", source="", target=" "),
        Pair(id="1", source="%d file", source_plural="%d files", target="ა", plurals=("ბ", "გ")),
        Pair(id="2", source="one", target="დ", plurals=("ე",)),
    ]
    assert [(form.pair.id, form.form, form.source, form.target) for form in forms_of(pairs)] == [
        ("1", 0, "%d file", "ა"),
        ("1", 1, "%d files", "ბ"),
        ("1", 2, "%d files", "გ"),
        ("2", 0, "one", "დ"),
        ("2", 1, "one", "ე"),
    ]
