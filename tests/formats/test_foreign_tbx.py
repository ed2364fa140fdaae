"""TBX as Microsoft's and IATE's sites give it out: languages with regions, reliability, sources, no subject of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.formats.tbx import read_tbx
from transreview.model.glossary import TermKind

MICROSOFT = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en-US"><martifHeader><fileDesc><titleStmt><title>Microsoft Terminology Collection</title>
</titleStmt><sourceDesc><p>Microsoft Terminology Collection</p></sourceDesc></fileDesc>
<encodingDesc><p type="XCSURI">TBXXCS.xcs</p></encodingDesc></martifHeader><text><body>
<termEntry id="26_1234"><langSet xml:lang="en-US"><descripGrp>
<descrip type="definition">A named place in storage &amp; its contents.</descrip></descripGrp>
<ntig><termGrp><term id="26_1234_en">file</term><termNote type="partOfSpeech">Noun</termNote></termGrp></ntig></langSet>
<langSet xml:lang="ka-GE"><ntig><termGrp><term id="26_1234_ka">ფაილი</term>
<termNote type="partOfSpeech">Noun</termNote></termGrp></ntig></langSet></termEntry>
<termEntry id="27_9"><langSet xml:lang="en-US"><ntig><termGrp><term>save</term>
<termNote type="partOfSpeech">Verb</termNote></termGrp></ntig></langSet>
<langSet xml:lang="ka-GE"><ntig><termGrp><term>შენახვა</term><termNote type="partOfSpeech">Verb</termNote></termGrp></ntig>
</langSet></termEntry></body></text></martif>
"""
IATE = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-IATE" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>IATE export</p></sourceDesc></fileDesc>
<encodingDesc><p type="XCSURI">https://iate.europa.eu/xcs</p></encodingDesc></martifHeader><text><body>
<termEntry id="IATE-84"><descripGrp><descrip type="subjectField">FINANCE;LAW</descrip></descripGrp>
<langSet xml:lang="en"><tig><term>competence of the Member States</term>
<termNote type="termType">fullForm</termNote><descrip type="reliabilityCode">9</descrip></tig></langSet>
<langSet xml:lang="fr"><tig><term>compétence des États membres</term><termNote type="termType">fullForm</termNote>
<descrip type="reliabilityCode">6</descrip></tig><tig><term>compétence nationale</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><descrip type="reliabilityCode">1</descrip></tig>
</langSet></termEntry></body></text></martif>
"""


def read(tmp_path: Path, text: str):
    (tmp_path / "a.tbx").write_text(text, encoding="utf-8")
    return read_tbx(tmp_path / "a.tbx").concepts


def test_microsofts_collection(tmp_path: Path) -> None:
    file, save = read(tmp_path, MICROSOFT)
    assert (file.id, save.id) == ("26_1234", "27_9")
    assert file.definition == "A named place in storage & its contents."
    assert [(term.text, term.language, term.pos) for term in (*file.terms, *save.terms)] == [
        ("file", "en-US", "Noun"),
        ("ფაილი", "ka-GE", "Noun"),
        ("save", "en-US", "Verb"),
        ("შენახვა", "ka-GE", "Verb"),
    ]


@pytest.mark.parametrize("status", ["forbidden", "obsolete", "deprecated", "deprecatedTerm-admn-sts"])
def test_no_term_that_another_tool_forbids_is_asked_for(tmp_path: Path, status: str) -> None:
    """TermWeb says forbidden and obsolete where the standard says deprecatedTerm-admn-sts."""
    note = f'<termNote type="administrativeStatus">{status}</termNote>'
    old = f"</tig><tig><term>powers of the Member States</term>{note}</tig>"
    (concept,) = read(tmp_path, IATE.replace("</tig>", old, 1))
    kinds = {term.text: term.kind for term in concept.terms}
    assert kinds["powers of the Member States"] is TermKind.FORBIDDEN


def test_iates_export(tmp_path: Path) -> None:
    (concept,) = read(tmp_path, IATE)
    assert (concept.id, concept.subject) == ("IATE-84", "FINANCE;LAW")
    assert [(term.text, term.language, term.kind) for term in concept.terms] == [
        ("competence of the Member States", "en", TermKind.PREFERRED),
        ("compétence des États membres", "fr", TermKind.PREFERRED),
        ("compétence nationale", "fr", TermKind.FORBIDDEN),
    ]


def test_terms_without_a_language_are_left_out_and_named_by_their_line(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    path.write_text(
        '<martif type="TBX"><text><body>\n<termEntry id="lens">\n'
        '<langSet xml:lang="zh"><tig><term>镜片</term></tig></langSet>\n'
        "<langSet><tig><term>?</term></tig></langSet>\n"
        '<langSet xml:lang="ka"><tig><term>ლინზა</term></tig></langSet>\n'
        "</termEntry></body></text></martif>",
        encoding="utf-8",
    )
    told: list[str] = []
    (concept,) = read_tbx(path, tell=told.append).concepts
    assert [(term.language, term.text) for term in concept.terms] == [("zh", "镜片"), ("ka", "ლინზა")]
    (sentence,) = told
    assert "Line 4" in sentence
    assert "xml:lang" in sentence


def test_what_highlights_a_term_is_no_part_of_it(tmp_path: Path) -> None:
    text = IATE.replace("competence of the", "\n  competence\n  of <hi>the</hi><!-- a remark -->")
    first = read(tmp_path, text)[0].terms[0]
    assert first.text == "competence of the Member States"
