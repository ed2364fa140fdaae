"""Glossaries go to TBX and come back the same, in both versions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.errors import InputError
from transreview.formats.glossary_csv import read_glossary
from transreview.formats.tbx import read_tbx
from transreview.formats.tbx_writing import write_tbx
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind
from transreview.resources import shipped

OLD = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="c5"><descripGrp><descrip type="subjectField">optics</descrip></descripGrp>
<langSet xml:lang="zh"><descripGrp><descrip type="definition">看东西用</descrip></descripGrp>
<ntig><termGrp><term>眼镜</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet>
<langSet xml:lang="ka"><tig><term>სათვალე</term></tig><tig><term>ოპტიკა</term>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
<tig><term>თვალსაჩინო</term></tig></langSet></termEntry></body></text></martif>
"""
DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:basic="http://www.tbxinfo.net/ns/basic" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="a"><min:subjectField>optics</min:subjectField><langSec xml:lang="ka"><termSec><term>მინა</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>
</body></text></tbx>
"""


def test_an_older_file_of_another_tool(tmp_path: Path) -> None:
    (tmp_path / "a.tbx").write_text(OLD, encoding="utf-8")
    (concept,) = read_tbx(tmp_path / "a.tbx").concepts
    assert (concept.id, concept.subject, concept.definition) == ("c5", "optics", "看东西用")
    assert concept.of("zh") == (Term("眼镜", "zh", pos="noun"),)
    assert [(term.text, term.kind) for term in concept.of("ka")] == [
        ("სათვალე", TermKind.PREFERRED),
        ("თვალსაჩინო", TermKind.ADMITTED),
        ("ოპტიკა", TermKind.FORBIDDEN),
    ]
    assert concept.origin == ("a.tbx", 4)


def test_categories_as_elements(tmp_path: Path) -> None:
    (tmp_path / "a.tbx").write_text(DCT, encoding="utf-8")
    (concept,) = read_tbx(tmp_path / "a.tbx").concepts
    assert concept.subject == "optics"
    assert concept.terms == (Term("მინა", "ka", kind=TermKind.FORBIDDEN),)


@pytest.mark.parametrize("version", [2, 3])
def test_the_shipped_glossary_comes_back(tmp_path: Path, version: int) -> None:
    glossary = read_glossary(shipped("glossary", "optical-industry.csv"))
    write_tbx(tmp_path / "a.tbx", glossary, version=version)
    again = read_tbx(tmp_path / "a.tbx")
    assert len(again.concepts) == len(glossary.concepts)
    for read, written in zip(again.concepts, glossary.concepts, strict=True):
        assert set(read.terms) == set(written.terms)
        assert (read.id, read.status, read.note) == (written.id, written.status, written.note)


WORD = st.text(
    st.characters(categories=["L", "N", "P", "S"], exclude_characters="|"), min_size=1, max_size=12
)
TERM = st.builds(
    Term,
    WORD,
    st.sampled_from(["zh", "ka", "zh-Hant"]),
    kind=st.sampled_from(list(TermKind)),
    grammar=st.lists(WORD.map(lambda word: f"stem={word}"), max_size=2).map(tuple),
    pos=st.sampled_from(["", "noun", "სახელი"]),
)
CONCEPT = st.builds(
    Concept,
    WORD,
    subject=WORD | st.just(""),
    definition=WORD | st.just(""),
    status=st.sampled_from(list(ConceptStatus)),
    note=WORD | st.just(""),
    terms=st.lists(TERM, min_size=1, max_size=4, unique_by=lambda term: (term.language, term.text)).map(tuple),
)  # fmt: skip


@settings(max_examples=60)
@given(
    concepts=st.lists(CONCEPT, max_size=4, unique_by=lambda concept: concept.id),
    version=st.sampled_from([2, 3]),
)
def test_any_glossary_comes_back(
    concepts: list[Concept], version: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Writing itself reads the file back and compares; so nothing but success is to be shown."""
    path = tmp_path_factory.mktemp("tbx") / "a.tbx"
    write_tbx(path, Glossary(tuple(concepts)), version=version)
    assert [concept.id for concept in read_tbx(path).concepts] == [concept.id for concept in concepts]


def test_what_is_wrong_is_said_with_its_line(tmp_path: Path) -> None:
    for text, line in (
        (OLD.replace("</body>", '<termEntry id="c5"/></body>'), 9),
        (OLD.replace('xml:lang="zh"', ""), 5),
        ("<html/>", 1),
    ):
        (tmp_path / "a.tbx").write_text(text, encoding="utf-8")
        with pytest.raises(InputError) as caught:
            read_tbx(tmp_path / "a.tbx")
        assert caught.value.line == line


def test_a_character_that_xml_cannot_hold_is_refused(tmp_path: Path) -> None:
    glossary = Glossary((Concept("a", terms=(Term("x\x0b", "ka"),)),))
    with pytest.raises(InputError, match="XML cannot hold"):
        write_tbx(tmp_path / "a.tbx", glossary)
    assert list(tmp_path.iterdir()) == []
