"""Two people's changes of a glossary come together, and what clashes is shown."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term
from transreview.terminology.merging import differences, merge


def glossary(**notes: str) -> Glossary:
    return Glossary(tuple(Concept(id_, note=note) for id_, note in notes.items()))


def notes(found: Glossary) -> dict[str, str]:
    return {concept.id: concept.note for concept in found.concepts}


def test_changes_of_different_rows_are_both_kept():
    merged = merge(
        glossary(a="", b="", c=""), glossary(a="ours", b="", d="new"), glossary(b="theirs", c="", a="")
    )
    assert notes(merged.glossary) == {"a": "ours", "b": "theirs", "d": "new"}
    assert merged.conflicts == ()


def test_the_same_change_on_both_sides_is_one_change():
    merged = merge(glossary(a=""), glossary(a="x", b="y"), glossary(a="x", b="y"))
    assert notes(merged.glossary) == {"a": "x", "b": "y"}
    assert not merged.conflicts


def test_a_row_changed_on_both_sides_is_a_conflict_and_stays_theirs():
    base = Concept("a", terms=(Term("党", "zh"),))
    ours = replace(base, status=ConceptStatus.PROPOSED, note="n")
    theirs = replace(base, terms=(Term("政党", "zh"),))
    merged = merge(Glossary((base,)), Glossary((ours,)), Glossary((theirs,)))
    (conflict,) = merged.conflicts
    assert conflict.fields == ("status", "note", "zh")
    assert merged.glossary.concepts == (theirs,)


def test_removing_what_the_other_changed_is_a_conflict():
    merged = merge(glossary(a=""), glossary(), glossary(a="changed"))
    assert [c.ours for c in merged.conflicts] == [None]
    assert notes(merged.glossary) == {"a": "changed"}


def test_where_a_row_was_read_from_is_no_change():
    moved = Glossary((Concept("a", origin=("g.csv", 7)),))
    assert merge(glossary(a=""), moved, glossary(a="theirs")).conflicts == ()


versions = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["", "x", "y"]))


@given(versions, versions)
def test_with_one_side_unchanged_the_other_wins_whole(base, changed):
    assert notes(merge(glossary(**base), glossary(**changed), glossary(**base)).glossary) == changed
    assert notes(merge(glossary(**base), glossary(**base), glossary(**changed)).glossary) == changed


@given(versions, versions, versions)
def test_every_row_is_theirs_ours_or_a_conflict(base, ours, theirs):
    merged = merge(glossary(**base), glossary(**ours), glossary(**theirs))
    clashing = {conflict.id for conflict in merged.conflicts}
    for id_ in {*base, *ours, *theirs} - clashing:
        got = notes(merged.glossary).get(id_)
        assert got in (ours.get(id_), theirs.get(id_))
        if ours.get(id_) == theirs.get(id_):
            assert got == ours.get(id_)


def test_rows_stand_in_their_order_and_our_additions_after_them():
    merged = merge(glossary(a="", b=""), glossary(b="", new="", a=""), glossary(a="", theirs="", b=""))
    assert list(notes(merged.glossary)) == ["a", "theirs", "b", "new"]
    assert merge(Glossary((), ("zh",)), Glossary((), ("zh", "en")), Glossary((), ("zh", "ka"))).glossary.languages == (
        "zh", "ka", "en"
    )  # fmt: skip


def test_what_both_removed_is_gone_and_what_one_removed_unchanged_too():
    assert notes(merge(glossary(a="", b="", c=""), glossary(b=""), glossary(c="", b="")).glossary) == {
        "b": ""
    }


def test_differences_of_a_row_that_one_side_has_not_are_of_the_row_itself():
    one = Concept("a", terms=(Term("党", "zh"), Term("პარტია", "ka")))
    assert differences(one, None) == ("id",)
    assert differences(None, None) == ("id",)
    assert differences(one, replace(one, terms=one.terms[::-1])) == ()
    assert differences(one, replace(one, terms=one.terms[:1])) == ("ka",)
