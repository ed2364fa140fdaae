"""OpenDocument texts and EPUB books come in whole and go out with only the edited members changed."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from transreview.errors import InputError
from transreview.formats.archives import fill_archive
from transreview.formats.conversion import converted
from transreview.formats.document import Document
from transreview.formats.filling import Filled, Passage
from transreview.formats.left_out import Beside, Left
from transreview.formats.registry import parse_document
from transreview.formats.rendering import passages_of

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {SPACES} office:version="1.2"><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>წაშლილი</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">სათაური</text:h>
<text:p>იხ. <text:a xlink:href="https://example.org">ბმული</text:a> და <text:span text:style-name="T1">მუქი</text:span><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>სქოლიო.</text:p></text:note-body></text:note> აქ<text:line-break/>ხაზი<text:s text:c="2"/>ბოლო.</text:p>
<text:list><text:list-item><text:p>პუნქტი</text:p></text:list-item></text:list>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>ა1</text:p></table:table-cell><table:table-cell><text:p>ბ1</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""
STYLES = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles {SPACES} office:version="1.2"><office:master-styles><style:master-page style:name="S"><style:header><text:p>კოლონტიტული</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"""
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def packed(members: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, stored)
    return buffer.getvalue()


ODT = packed({
    "mimetype": "application/vnd.oasis.opendocument.text", "content.xml": CONTENT, "styles.xml": STYLES,
    "META-INF/manifest.xml": MANIFEST,
})  # fmt: skip

OPF = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>წიგნი</dc:title><dc:language>ka</dc:language></metadata>
<manifest><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/a%20b.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""
EPUB = packed({
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    "OPS/book.opf": OPF,
    "OPS/b.xhtml": '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>მეორე <b>გვერდი</b></p></body></html>',
    "OPS/text/a b.xhtml": '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>თ</title></head><body><h1>თავი</h1><p>პირველი<br/>ხაზი</p><img src="a.png" alt="სურათი"/></body></html>',
})  # fmt: skip
FILES = {"a.odt": ODT, "a.epub": EPUB}


def texts(document: Document) -> list[str]:
    return [unit.text for unit in document.units]


def filled(name: str, changes: dict[int, str]) -> tuple[bytes, Filled]:
    document = parse_document(FILES[name], name)
    assert document.layout is not None
    passages = [
        Passage(changes.get(index, one.text), index) for index, one in enumerate(passages_of(document.units))
    ]
    return fill_archive(document.layout, document.units, passages, name)


def changed(before: bytes, after: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        return [name for name in old.namelist() if old.read(name) != new.read(name)]


def test_an_opendocument_text_is_read_whole() -> None:
    document = parse_document(ODT, "a.odt")
    assert [(unit.text, unit.kind.value, unit.level or unit.row) for unit in document.units] == [
        ("სათაური", "title", 1),
        ("იხ. ბმული და მუქი აქ\nხაზი  ბოლო.", "paragraph", 0),
        ("სქოლიო.", "paragraph", 0),
        ("პუნქტი", "list-item", 1),
        ("ა1", "table-cell", 1),
        ("ბ1", "table-cell", 1),
        ("კოლონტიტული", "caption", 0),
    ]
    assert document.left == {Left.DELETED: 1}
    assert document.beside == {Beside.FOOTNOTE: 1, Beside.HEADER: 1}


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    document = parse_document(EPUB, "a.epub")
    assert texts(document) == ["თ", "თავი", "პირველი\nხაზი", "სურათი", "მეორე გვერდი"]
    assert document.metadata == {"title": "წიგნი", "lang": "ka"}


@pytest.mark.parametrize("name", FILES)
def test_an_unchanged_archive_comes_back_to_the_byte(name: str) -> None:
    assert filled(name, {})[0] == FILES[name]


def test_marks_and_notes_go_with_their_words() -> None:
    data, result = filled("a.odt", {1: "მუქი აქ, იხ. ბმული\nხაზი  ბოლო < & .", 2: "ახალი სქოლიო."})
    assert changed(ODT, data) == ["content.xml"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml").decode()
    assert '<text:span text:style-name="T1">მუქი</text:span>' in content
    assert '<text:a xlink:href="https://example.org">ბმული</text:a>' in content
    assert "<text:p>ახალი სქოლიო.</text:p></text:note-body>" in content
    assert texts(parse_document(data, "a.odt"))[1:3] == [
        "მუქი აქ, იხ. ბმული\nხაზი  ბოლო < & .",
        "ახალი სქოლიო.",
    ]
    assert result.lost == []


def test_one_edit_of_a_book_changes_one_page() -> None:
    data, _result = filled("a.epub", {4: "მეორე ახალი გვერდი"})
    assert changed(EPUB, data) == ["OPS/b.xhtml"]
    assert texts(parse_document(data, "a.epub"))[4] == "მეორე ახალი გვერდი"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_a_book_packed_with_its_folder_is_read_and_written_all_the_same() -> None:
    with zipfile.ZipFile(io.BytesIO(EPUB)) as archive:
        data = packed({f"book/{name}": archive.read(name).decode() for name in archive.namelist()})
    document = parse_document(data, "a.epub")
    assert texts(document) == texts(parse_document(EPUB, "a.epub"))
    assert document.layout is not None
    passages = [Passage(one.text, index) for index, one in enumerate(passages_of(document.units))]
    passages[4] = Passage("მეორე ახალი გვერდი", 4)
    after, _filled = fill_archive(document.layout, document.units, passages, "a.epub")
    assert changed(data, after) == ["book/OPS/b.xhtml"]


def test_as_markdown_they_keep_their_structure() -> None:
    assert converted(EPUB, "a.epub", "epub", "markdown") == (
        "# თავი\n\nპირველი\\\nხაზი\n\n![სურათი](a.png)\n\nმეორე **გვერდი**\n"
    )
    shown = converted(ODT, "a.odt", "odt", "markdown")
    assert shown is not None
    assert shown.startswith("# სათაური\n\nიხ. ბმული და მუქი აქ\\\nხაზი  ბოლო.\n\n")
    assert "\n- პუნქტი\n\n| ა1 | ბ1 |\n|---|---|\n" in shown


@pytest.mark.parametrize("name", FILES)
def test_a_cut_at_any_place_is_an_error(name: str) -> None:
    for size in range(0, len(FILES[name]) - 1, 37):
        with pytest.raises(InputError):
            parse_document(FILES[name][:size], name)


@pytest.mark.parametrize("name", FILES)
def test_other_archives_are_refused_with_a_reason(name: str) -> None:
    with pytest.raises(InputError, match=r"no EPUB|no document"):
        parse_document(packed({"x": "y"}), name)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_new_text_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(filled("a.odt", {1: "მუქი აქ, იხ. ბმული", 3: "ახალი პუნქტი"})[0])
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "html:HTML (StarWriter)", "--outdir", str(tmp_path), str(tmp_path / "a.odt")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    page = " ".join((tmp_path / "a.html").read_text(encoding="utf-8").split())
    assert '<a href="https://example.org' in page
    assert "ახალი პუნქტი" in page
    assert page.count("<td") == 2


NCX = """<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><docTitle><text>წიგნი</text></docTitle><navMap>
<navPoint id="a"><navLabel><text>თავი &amp; ბოლო</text></navLabel><content src="text/a%20b.xhtml"/></navPoint><!-- <text>არა</text> -->
<navPoint id="b"><navLabel><text> მეორე </text></navLabel><content src="b.xhtml"/></navPoint></navMap></ncx>"""
NAV = """<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><nav><h1>სარჩევი</h1><ol><li><a href="b.xhtml">მეორე</a></li></ol></nav></body></html>"""


def book_with_contents() -> bytes:
    with zipfile.ZipFile(io.BytesIO(EPUB)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    items = '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="v" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    members["OPS/book.opf"] = OPF.replace("</manifest>", f"{items}</manifest>")
    return packed({**members, "OPS/toc.ncx": NCX, "OPS/nav.xhtml": NAV})


def test_the_titles_of_a_table_of_contents_are_read_and_written() -> None:
    data = book_with_contents()
    document = parse_document(data, "a.epub")
    assert texts(document)[5:] == ["წიგნი", "თავი & ბოლო", "მეორე", "სარჩევი", "მეორე"]
    assert document.beside[Beside.CONTENTS] == 5
    assert document.layout is not None
    passages = [Passage(one.text, index) for index, one in enumerate(passages_of(document.units))]
    assert fill_archive(document.layout, document.units, passages, "a.epub")[0] == data
    passages[6] = Passage("თავი < ბოლო", 6)
    passages[9] = Passage("მეორე თავი", 9)
    after, _filled = fill_archive(document.layout, document.units, passages, "a.epub")
    assert changed(data, after) == ["OPS/toc.ncx", "OPS/nav.xhtml"]
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert "<navLabel><text>თავი &lt; ბოლო</text></navLabel>" in archive.read("OPS/toc.ncx").decode()
        assert '<li><a href="b.xhtml">მეორე თავი</a></li>' in archive.read("OPS/nav.xhtml").decode()
        assert "<text> მეორე </text>" in archive.read("OPS/toc.ncx").decode()


def book_with(**members: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book_with_contents())) as archive:
        own = {name: archive.read(name).decode() for name in archive.namelist()}
    return packed(
        own | {name.replace("__", "/").replace("_xml", ".xml"): text for name, text in members.items()}
    )


@pytest.mark.parametrize(
    ("members", "protected"),
    [
        ((), False),
        (("META-INF__encryption_xml",), False),  # fonts that are only disguised
        (("META-INF__rights_xml",), False),
        (("META-INF__encryption_xml", "META-INF__rights_xml"), True),
    ],
)
def test_a_book_is_protected_where_it_has_rights_and_what_they_lock(
    members: tuple[str, ...], protected: bool
) -> None:
    data = book_with(**dict.fromkeys(members, "<a/>"))
    if protected:
        with pytest.raises(InputError, match="protected against reading"):
            parse_document(data, "a.epub")
    else:
        assert len(texts(parse_document(data, "a.epub"))) == 10


def test_a_book_without_its_container_is_none() -> None:
    with zipfile.ZipFile(io.BytesIO(EPUB)) as archive:
        members = {
            name: archive.read(name).decode() for name in archive.namelist() if "container" not in name
        }
    with pytest.raises(InputError, match="it has no META-INF"):
        parse_document(packed(members), "a.epub")


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        (
            '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
            ["წიგნი", "თავი & ბოლო", "მეორე"],
        ),
        (
            '<item id="v" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>',
            ["სარჩევი", "მეორე"],
        ),
        (
            '<item id="v" href="nav.xhtml" properties="scripted nav" media-type="application/xhtml+xml"/>',
            ["სარჩევი", "მეორე"],
        ),
        ('<item id="v" href="nav.xhtml" properties="scripted" media-type="application/xhtml+xml"/>', []),
        ('<item id="n" href="toc.ncx" media-type="text/plain"/>', []),
        ('<item id="n" href="none.ncx" media-type="application/x-dtbncx+xml"/>', []),
    ],
)
def test_a_table_of_contents_is_known_by_its_kind_or_its_role(item: str, titles: list[str]) -> None:
    book = book_with(**{"OPS__book.opf": OPF.replace("</manifest>", f"{item}</manifest>")})
    assert texts(parse_document(book, "a.epub"))[5:] == titles
