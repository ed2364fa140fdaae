"""Glossary files: what they hold survives, what they must not hold is refused with its place."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.errors import InputError
from transreview.formats.glossary_columns import join_values, split_values
from transreview.formats.glossary_csv import (
    Layout,
    format_glossary,
    joined,
    parse_glossary,
    read_glossary,
    write_glossary,
)
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind

SMALL = """id,subject,definition,status,note,zh,zh:also,ka,ka:not,ka:grammar
party,party,,approved,,党,政党,პარტია,წვეულება,
xiamen,place,城市,proposed,"the ""gate"" city",厦门,,სიამენი,ქიამენი|ქსიამენი,name
"""


def written(tmp_path: Path, data: str | bytes, name: str = "g.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_row_becomes_a_concept_with_its_terms_in_every_language(tmp_path):
    glossary = read_glossary(written(tmp_path, SMALL))
    assert glossary.languages == ("zh", "ka")
    xiamen = glossary.by_id["xiamen"]
    assert xiamen.status is ConceptStatus.PROPOSED
    assert xiamen.note == 'the "gate" city'
    assert xiamen.origin == ("g.csv", 3)
    assert [(t.text, t.kind, t.grammar) for t in xiamen.of("ka")] == [
        ("სიამენი", TermKind.PREFERRED, ("name",)),
        ("ქიამენი", TermKind.FORBIDDEN, ("name",)),
        ("ქსიამენი", TermKind.FORBIDDEN, ("name",)),
    ]


def test_a_bare_hint_about_form_is_for_the_preferred_term_and_an_owned_one_for_its_own():
    text = "id,ka,ka:also,ka:grammar\nwater,წყალი,აქვა,stem=წყლ|აქვა: exact\n"
    water = parse_glossary(text, path="g.csv")[0].by_id["water"]
    assert [t.grammar for t in water.terms] == [("stem=წყლ",), ("exact",)]


def test_hints_keep_the_order_in_which_they_were_written():
    hints = "not-in:眼镜片|not-in:镜片厂|not-in:丁镜片|甲: exact|甲: invariable"
    text = f"id,subject,definition,status,note,zh,zh:also,zh:grammar\nlens,,,approved,,镜片,甲,{hints}\n"
    glossary, layout = parse_glossary(text, path="g.csv")
    lens, also = glossary.by_id["lens"].terms
    assert lens.grammar == ("not-in:眼镜片", "not-in:镜片厂", "not-in:丁镜片")
    assert also.grammar == ("exact", "invariable")
    moved = replace(glossary.by_id["lens"], note="new", origin=None)
    assert hints in format_glossary(replace(glossary, concepts=(moved,)), layout)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_spreadsheets_own_dialect_is_read_and_kept(tmp_path, newline, delimiter, encoding):
    rows = list(csv.reader(SMALL.splitlines()))
    path = tmp_path / "g.csv"
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter, lineterminator=newline).writerows(rows)
    before = path.read_bytes()
    glossary = read_glossary(path)
    assert glossary.by_id["party"].of("zh", TermKind.ADMITTED)[0].text == "政党"
    write_glossary(path, glossary)
    assert path.read_bytes() == before


def test_rows_are_written_sorted_and_a_change_of_one_row_changes_one_line(tmp_path):
    path = written(tmp_path, SMALL)
    glossary = read_glossary(path)
    new = Concept("paris", terms=(Term("巴黎", "zh"), Term("პარიზი", "ka")))
    write_glossary(path, Glossary((new, *glossary.concepts[::-1]), glossary.languages))
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines] == ["id", "paris", "party", "xiamen"]
    assert [line for line in lines if line not in SMALL.splitlines()] == ["paris,,,approved,,巴黎,,პარიზი,,"]


def test_a_file_that_somebody_ordered_by_hand_keeps_its_order(tmp_path):
    head, party, xiamen = SMALL.splitlines()
    path = written(tmp_path, "\n".join([head, xiamen, party]) + "\n")
    glossary = read_glossary(path)
    write_glossary(path, Glossary((Concept("a"), *glossary.concepts), glossary.languages))
    assert [c.id for c in read_glossary(path).concepts] == ["xiamen", "party", "a"]


def test_a_facet_that_is_first_used_adds_one_column(tmp_path):
    path = written(tmp_path, SMALL)
    glossary = read_glossary(path)
    more = Concept("b", terms=(Term("Xiamen", "en"), Term("სიამენი", "ka", kind=TermKind.ADMITTED)))
    write_glossary(path, Glossary((*glossary.concepts, more), glossary.languages))
    assert path.read_text(encoding="utf-8").splitlines()[0] == SMALL.splitlines()[0] + ",ka:also,en"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", None, "empty"),
        ("zh,ka\n党,პარტია\n", 1, "id"),
        ("id,zh,ka:alos\nx,党,პარტია\n", 1, "ka:also"),
        ("id,zh,zh\nx,党,党\n", 1, "twice"),
        ("id,subject\nx,y\n", 1, "language"),
        ("id,zh\nx,党\nx,会\n", 3, "line 2"),
        ("id,zh\n,党\n", 2, "no id"),
        ("id,zh,ka\nx,党\n", 2, "2 cells"),
        ("id,zh,ka\nx,党,პარტია\ny,a,b,c,d\nz,a,b,c\n", 3, "lines 4"),
        ('id,zh,ka\nx,党,პარტია\ny,"会,საბჭო\nz,a,b\n', 3, "not closed"),
        ('id,zh,ka\nx,党,პარტია\ny,"会"长,საბჭო\n', 3, "edge of its cell"),
        ("id,status,zh\nx,aproved,党\n", 2, "proposed, approved, deprecated"),
        ("id,zh\nx," + "党" * 200_000 + "\n", 2, "longer than"),
    ],
)
def test_a_broken_glossary_is_refused_with_file_line_and_remedy(tmp_path, text, line, says):
    path = written(tmp_path, text)
    with pytest.raises(InputError) as caught:
        read_glossary(path)
    assert caught.value.line == line
    assert says in str(caught.value)
    assert str(path) in str(caught.value)
    assert caught.value.remedy


def test_a_row_that_did_not_change_is_written_as_it_stands():
    text = "id,status,ka,ka:grammar\na,,წყალი,stem=წყლ | exact\nb,,ქალაქი,\n"
    glossary, layout = parse_glossary(text, path="g.csv")
    changed = replace(glossary.by_id["b"], status=ConceptStatus.PROPOSED)
    after = format_glossary(Glossary((glossary.by_id["a"], changed), glossary.languages), layout)
    assert after == text.replace("b,,", "b,proposed,")


def test_a_file_without_a_status_column_gets_one_with_the_first_proposal():
    glossary, layout = parse_glossary("id,zh\na,党\n", path="g.csv")
    assert format_glossary(glossary, layout) == "id,zh\na,党\n"
    proposed = replace(glossary.by_id["a"], status=ConceptStatus.PROPOSED)
    assert format_glossary(Glossary((proposed,), ("zh",)), layout) == "id,zh,status\na,党,proposed\n"


def test_a_code_page_is_read_when_it_is_named(tmp_path):
    path = written(tmp_path, SMALL.encode("gb18030"))
    assert read_glossary(path, encoding="gb18030").by_id["party"].of("ka")[0].text == "პარტია"


def test_undecodable_bytes_are_refused_with_their_offset(tmp_path):
    path = written(tmp_path, SMALL.encode() + b"bad,,,,,\xff\xfe\xff,,,,\n")
    with pytest.raises(InputError) as caught:
        read_glossary(path)
    assert caught.value.byte == len(SMALL.encode()) + len("bad,,,,,")


def test_a_broken_file_is_not_overwritten(tmp_path):
    path = written(tmp_path, "id,zh,ka\nx,党\n")
    with pytest.raises(InputError):
        write_glossary(path, Glossary())
    assert path.read_text() == "id,zh,ka\nx,党\n"


def test_line_numbers_hold_after_cells_with_line_breaks_and_excels_separator_line():
    text = 'sep=;\nid;note;zh\na;"two\nlines";党\nb;;\nb;;会\n'
    with pytest.raises(InputError) as caught:
        parse_glossary(text, path="g.csv")
    assert caught.value.line == 6


def test_what_looks_like_a_formula_is_kept_and_disarmed():
    glossary = Glossary(
        (Concept("x", note="=1+1", terms=(Term("-ური", "ka"), Term("'=a", "zh"))),), ("ka", "zh")
    )
    text = format_glossary(glossary)
    assert "'=1+1,'-ური" in text
    assert ",=" not in text
    assert parse_glossary(text, path="g.csv")[0].by_id["x"].terms == glossary.concepts[0].terms


def test_a_bar_inside_a_term_is_escaped():
    assert join_values(["a|b", "c\\d"]) == r"a\|b|c\\d"
    assert split_values(r"a\|b|c\\d | \e") == ["a|b", "c\\d", "\\e"]


def test_the_manuals_example_is_a_glossary():
    manual = (Path(__file__).parents[2] / "docs" / "glossary-maintainers.md").read_text(encoding="utf-8")
    example = manual.partition("```csv\n")[2].partition("```")[0]
    glossary = parse_glossary(example, path="manual")[0]
    assert glossary.by_id["water"].of("ka")[0].grammar == ("stem=წყლ",)
    assert {term.grammar for term in glossary.by_id["xi-jinping"].of("ka")} == {("name",)}


def test_the_first_glossary_wins_where_two_share_an_id():
    one = Glossary((Concept("a", note="one"),), ("zh",))
    two = Glossary((Concept("a", note="two"), Concept("b")), ("ka",))
    both = joined([one, two])
    assert [(c.id, c.note) for c in both.concepts] == [("a", "one"), ("b", "")]
    assert both.languages == ("zh", "ka")


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cf")), min_size=1
)
terms = st.builds(
    Term,
    words.map(str.strip).filter(bool),
    st.sampled_from(["zh", "ka", "en"]),
    kind=st.sampled_from(TermKind),
    grammar=st.lists(
        st.sampled_from(["name", "exact", "stem=წყლ", "plural-only"]), unique=True, max_size=3
    ).map(tuple),
    pos=st.sampled_from(["", "noun", "verb"]),
)
concepts = st.builds(
    Concept,
    id=words.map(str.strip).filter(bool),
    subject=st.sampled_from(["", "party", "optometry"]),
    definition=words.map(str.strip),
    status=st.sampled_from(ConceptStatus),
    note=words.map(str.strip),
    terms=st.lists(terms, max_size=6, unique_by=lambda t: (t.text, t.language)).map(tuple),
)


def content(concept: Concept) -> tuple[object, ...]:
    kept = {(t.text, t.language, t.kind, frozenset(t.grammar), t.pos) for t in concept.terms}
    return (concept.id, concept.subject, concept.definition, concept.status, concept.note, frozenset(kept))


@settings(max_examples=150)
@given(st.lists(concepts, max_size=4, unique_by=lambda c: c.id))
def test_whatever_a_glossary_holds_survives_and_the_second_writing_equals_the_first(made):
    text = format_glossary(Glossary(tuple(made), ("zh", "ka", "en")))
    back, layout = parse_glossary(text, path="g.csv")
    assert sorted(map(content, back.concepts), key=repr) == sorted(map(content, made), key=repr)
    assert format_glossary(back, layout) == text
    assert format_glossary(back, Layout()) == text
