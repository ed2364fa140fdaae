"""Word files come back with new text in them: links, bold, notes and headers where their words went."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from itertools import permutations
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from transreview.errors import InputError
from transreview.formats.archives import fill_archive
from transreview.formats.document import Document
from transreview.formats.docx import read_docx
from transreview.formats.docx_markdown import docx_in_markdown
from transreview.formats.filling import Passage
from transreview.formats.left_out import Beside, Left
from transreview.formats.rendering import passages_of
from transreview.formats.structured_rendering import render_units
from transreview.model.unit import UnitKind

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def article() -> bytes:
    document = docx.Document()
    document.add_heading("ყრილობა გაიმართა", 1)
    paragraph = document.add_paragraph("ასოციაციამ ჩანშაში ")
    paragraph.add_run("წლიური შეხვედრა").bold = True
    paragraph.add_run(" ჩაატარა, იხილეთ ")
    identifier = document.part.relate_to("https://example.org/a", HYPERLINK, is_external=True)
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{identifier}"><w:r><w:t>განმარტება</w:t></w:r></w:hyperlink>'
        )
    )
    paragraph.add_run(" საიტზე.")
    document.add_paragraph("პირველი პუნქტი.", style="List Bullet")
    document.add_paragraph("მეორე პუნქტი.", style="List Number")
    table = document.add_table(2, 2)
    for index, text in enumerate(["ქალაქი", "რაოდენობა", "ჩანშა", "ორმოცდაათი"]):
        table.cell(index // 2, index % 2).text = text
    document.add_paragraph("შეხვედრა დასრულდა.")
    document.sections[0].header.paragraphs[0].text = "ზედა კოლონტიტული"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def packed(body: str, **others: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, content in others.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def texts(document: Document) -> list[str]:
    return [unit.text for unit in document.units]


def filled(data: bytes, changes: dict[int, str], added: dict[int, str] | None = None):
    document = read_docx(data, "a.docx")
    assert document.layout is not None
    passages = []
    for index, passage in enumerate(passages_of(document.units)):
        passages.append(Passage(changes.get(index, passage.text), index))
        if added and index in added:
            passages.append(Passage(added[index], None))
    return fill_archive(document.layout, document.units, passages, "a.docx")


def test_paragraphs_know_what_they_are() -> None:
    units = read_docx(article(), "a.docx").units
    assert [(one.kind, one.level, one.marker, one.row, one.column) for one in units] == [
        (UnitKind.TITLE, 1, "", 0, 0),
        (UnitKind.PARAGRAPH, 0, "", 0, 0),
        (UnitKind.LIST_ITEM, 1, "-", 0, 0),
        (UnitKind.LIST_ITEM, 1, "1.", 0, 0),
        (UnitKind.TABLE_CELL, 0, "", 1, 1),
        (UnitKind.TABLE_CELL, 0, "", 1, 2),
        (UnitKind.TABLE_CELL, 0, "", 2, 1),
        (UnitKind.TABLE_CELL, 0, "", 2, 2),
        (UnitKind.PARAGRAPH, 0, "", 0, 0),
        (UnitKind.CAPTION, 0, "", 0, 0),
    ]


def test_links_and_bold_are_marks_beside_the_text() -> None:
    unit = read_docx(article(), "a.docx").units[1]
    assert [(one.kind.value, unit.text[one.start : one.end], one.value) for one in unit.marks] == [
        ("strong", "წლიური შეხვედრა", ""), ("link", "განმარტება", "https://example.org/a"),
    ]  # fmt: skip


def test_an_unchanged_file_comes_back_to_the_byte() -> None:
    data = article()
    assert filled(data, {})[0] == data


def test_bold_and_link_go_with_their_words() -> None:
    new = "იხილეთ განმარტება: ჩანშაში დიდი წლიური შეხვედრა გაიმართა."
    data, result = filled(article(), {1: new})
    paragraph = docx.Document(io.BytesIO(data)).paragraphs[1]
    assert [run.text for run in paragraph.runs if run.bold] == ["წლიური შეხვედრა"]
    assert [(link.text, link.url) for link in paragraph.hyperlinks] == [
        ("განმარტება", "https://example.org/a")
    ]
    assert paragraph.text == new
    assert result.lost == []


def test_one_edit_changes_one_member_and_one_unit() -> None:
    before = article()
    after, _result = filled(before, {9: "ახალი კოლონტიტული"})
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert len(changed) == 1
    assert "header" in changed[0]
    units = texts(read_docx(after, "a.docx"))
    assert units[9] == "ახალი კოლონტიტული"
    assert units[:9] == texts(read_docx(before, "a.docx"))[:9]


def test_a_link_whose_words_are_gone_is_named() -> None:
    _data, result = filled(article(), {1: "სულ სხვა."})
    assert [index for index, _mark in result.lost] == [1, 1]
    assert any("განმარტება" in mark for _index, mark in result.lost)


def test_an_added_paragraph_stands_behind_its_neighbour() -> None:
    data, _result = filled(article(), {}, {1: "დამატებული."})
    assert texts(read_docx(data, "a.docx"))[1:4] == [
        texts(read_docx(article(), "a.docx"))[1], "დამატებული.", "პირველი პუნქტი.",
    ]  # fmt: skip


def test_footnotes_are_read_and_stay_at_their_words() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>სქოლიო.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    data = packed(
        f"<w:p><w:r><w:t>ტექსტი</w:t></w:r>{reference}<w:r><w:t> გრძელდება.</w:t></w:r></w:p>",
        footnotes=notes,
    )
    document = read_docx(data, "a.docx")
    assert texts(document) == ["ტექსტი გრძელდება.", "სქოლიო."]
    assert document.beside == {Beside.FOOTNOTE: 1}
    after, result = filled(data, {0: "ახალი ტექსტი აქ გრძელდება.", 1: "ახალი სქოლიო."})
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.index("ტექსტი") < body.index("footnoteReference") < body.index("გრძელდება")
    assert texts(read_docx(after, "a.docx")) == ["ახალი ტექსტი აქ გრძელდება.", "ახალი სქოლიო."]
    assert result.lost == []


def test_tracked_changes_are_accepted_and_said() -> None:
    body = (
        '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>会议在五月</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>召开</w:t></w:r><w:del><w:r><w:delText>过</w:delText></w:r></w:del><w:ins><w:r><w:t>了。</w:t></w:r></w:ins></w:p>"
    )
    document = read_docx(packed(body), "a.docx")
    assert texts(document) == ["会议在五月召开了。"]
    assert document.left[Left.DELETED] == 2
    assert any("tracked changes" in remark for remark in document.remarks("a.docx"))
    after, result = filled(packed(body), {0: "会议召开了。"})
    assert texts(read_docx(after, "a.docx")) == ["会议召开了。"]
    assert result.lost


def test_ruby_gives_its_base_and_symbol_fonts_their_signs() -> None:
    body = (
        "<w:p><w:r><w:t>在</w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>cháng</w:t></w:r></w:rt>"
        '<w:rubyBase><w:r><w:t>长</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>沙</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
    )
    document = read_docx(packed(body), "a.docx")
    assert texts(document) == ["在长沙✓"]
    assert document.left[Left.READING] == 1
    after, _result = filled(packed(body), {0: "他在长沙✓"})
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert "<w:rt>" in archive.read("word/document.xml").decode()


def test_a_file_of_text_boxes_alone_is_read() -> None:
    box = "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>ჩარჩო</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    document = read_docx(packed(box), "a.docx")
    assert texts(document) == ["ჩარჩო"]
    assert document.beside == {Beside.TEXT_BOX: 1}


def test_markdown_has_headings_lists_tables_bold_and_links() -> None:
    assert render_units(docx_in_markdown(article(), "a.docx"), to="markdown") == (
        "# ყრილობა გაიმართა\n\n"
        "ასოციაციამ ჩანშაში **წლიური შეხვედრა** ჩაატარა, იხილეთ [განმარტება](https://example.org/a) საიტზე.\n\n"
        "- პირველი პუნქტი.\n1. მეორე პუნქტი.\n\n"
        "| ქალაქი | რაოდენობა |\n|---|---|\n| ჩანშა | ორმოცდაათი |\n\n"
        "შეხვედრა დასრულდა.\n"
    )


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


RUNS = ("ა", "„ბ“", " გ", "დ.", "ე ", ", ")


@pytest.mark.parametrize("runs", [*permutations(RUNS, 3)], ids="|".join)
def test_bold_that_touches_words_and_marks_is_bold_in_markdown(runs) -> None:
    """What a star means hangs on what stands on either side of it, also where only a mark does."""
    before, bold, after = runs
    body = "<w:p>" + _run(before) + _run(bold, "<w:b/>") + _run(after) + "</w:p>"
    written = render_units(docx_in_markdown(packed(body), "a.docx"), to="markdown")
    page = MarkdownIt("commonmark").render(written)
    assert "".join(re.findall(r"<strong>(.*?)</strong>", page, re.DOTALL)).strip() == bold.strip()
    assert "*" not in page
    assert re.sub(r"<[^>]+>|\s", "", page) == "".join("".join(runs).split())


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


FIELDS = (
    "<w:p><w:bookmarkStart w:id='1' w:name='x'/>" + _run("სურათი ") + _field("begin")
    + "<w:r><w:instrText> SEQ </w:instrText></w:r>" + _field("separate") + _run("1") + _field("end") + _run(". ")
    + _run("მუქი", "<w:b/>") + "<w:bookmarkEnd w:id='1'/><w:r><w:footnoteReference w:id='2'/></w:r>" + _run(" ტექსტი ")
    + "<w:sdt><w:sdtPr><w:tag w:val='t'/></w:sdtPr><w:sdtContent>" + _run("ველი") + "</w:sdtContent></w:sdt>"
    + _run(" ბოლო.", "<w:i/>") + "</w:p>"
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["სურათი", "1.", "მუქი", "ტექსტი", "ველი", "ბოლო.", "ახალი"]), max_size=8))
def test_fields_bookmarks_and_notes_survive_any_edit(words: list[str]) -> None:
    new = " ".join(words)
    after, _result = filled(packed(FIELDS), {0: new})
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        body = archive.read("word/document.xml").decode()
    assert re.findall(r'fldCharType="(\w+)"', body) == ["begin", "separate", "end"]
    assert body.index("bookmarkStart") < body.index("bookmarkEnd")
    assert body.count("footnoteReference") == 1
    if new:
        assert texts(read_docx(after, "a.docx")) == [new]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="აბგ წლიური შეხვედრა განმარტება.\n中", min_size=1, max_size=60))
def test_any_new_text_is_read_back(new: str) -> None:
    text = "\n".join(part.strip() for part in new.split("\n") if part.strip())
    if not text:
        return
    data, _result = filled(article(), {1: text})
    assert texts(read_docx(data, "a.docx"))[1] == text


def test_a_cut_at_any_place_is_an_error_or_whole() -> None:
    data = article()
    whole = texts(read_docx(data, "a.docx"))
    for size in range(0, len(data), 211):
        try:
            found = texts(read_docx(data[:size], "a.docx"))
        except InputError:
            continue
        assert found == whole


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_same_structure(tmp_path: Path) -> None:
    data, _result = filled(article(), {1: "ჩანშაში წლიური შეხვედრა გაიმართა; განმარტება საიტზე."})
    for name, content in (("before", article()), ("after", data)):
        (tmp_path / f"{name}.docx").write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "html:HTML (StarWriter)", "--outdir", str(tmp_path), str(tmp_path / "before.docx"), str(tmp_path / "after.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    shapes = []
    for name in ("before", "after"):
        page = (tmp_path / f"{name}.html").read_text(encoding="utf-8")
        shapes.append({tag: page.count(f"<{tag}") for tag in ("h1", "b>", "a href", "li", "table", "td")})
    assert shapes[0] == shapes[1]
    assert shapes[1]["b>"] >= 1
    assert shapes[1]["a href"] == 1


FORMULA = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>E=</m:t></m:r>'
    "<m:f><m:num><m:r><m:t>m</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    "<m:sSup><m:sSupPr/><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
)


def with_formula() -> bytes:
    def run(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    return packed(
        f"<w:p>{run('ფორმულა ')}{FORMULA}{run(' სწორია.')}</w:p><w:p>{FORMULA}</w:p><w:p>{run('ბოლო.')}</w:p>"
    )


def test_a_formula_in_a_sentence_is_shown_and_protected() -> None:
    document = read_docx(with_formula(), "a.docx")
    assert texts(document) == ["ფორმულა E=m/2c^2 სწორია.", "ბოლო."]
    assert document.left == {Left.FORMULA: 2}
    assert [(one.kind.value, one.value) for one in document.units[0].marks] == [("formula", "E=m/2c^2")]


def test_a_formula_goes_with_its_words_and_is_named_when_it_goes() -> None:
    data, result = filled(with_formula(), {0: "სწორია E=m/2c^2 ფორმულა."})
    assert result.lost == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count("<m:oMath") == 2
    assert body.index("სწორია") < body.index("<m:sSup>") < body.index("ფორმულა.")
    assert texts(read_docx(data, "a.docx"))[0] == "სწორია E=m/2c^2 ფორმულა."
    _data, result = filled(with_formula(), {0: "სხვა წინადადება."})
    assert [mark for _unit, mark in result.lost] == ["the formula E=m/2c^2"]


def test_a_text_box_says_the_same_to_older_programs() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>ყუთში</w:t></w:r></w:p><w:p><w:r><w:t>მეორე</w:t></w:r></w:p></w:txbxContent>"
    namespace = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        f'<w:p><w:r><mc:AlternateContent {namespace}><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>ტანი</w:t></w:r></w:p>"
    )
    number = texts(read_docx(packed(body), "a.docx")).index("მეორე")
    data, result = filled(packed(body), {number: "მესამე"})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        written = archive.read("word/document.xml").decode()
    assert (written.count("მესამე"), written.count("მეორე"), written.count("ყუთში")) == (2, 0, 2)
    assert result.lost == []
