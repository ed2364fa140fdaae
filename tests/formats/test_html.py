"""Pages give what a reader sees of them, in its order."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.html import _decoded, _metadata, page_text, read_html
from transreview.formats.left_out import Left
from transreview.formats.registry import parse_document, read_document
from transreview.model.inline_mark import MarkKind
from transreview.model.unit import UnitKind

PAGE = """<!DOCTYPE html>
<html lang="ka"><head><meta charset="utf-8"><title>გვერდი</title><style>p {}</style></head>
<body><nav hidden>მენიუ</nav><h1>სათაური</h1>
<p>ერთი <b>ორი</b>
   სამი<script>alert("x")</script><p>ხაზი<br>ახალი ხაზი<br><br>ახალი აბზაცი
<ul><li>პუნქტი <a href="x">ბმული</a></li><li style="display: none">არა</li></ul>
<table><tr><td>ა</td><td>ბ</td></tr></table>
<h2>ქვესათაური</h2><div>ტექსტი ჩარჩოში.</div><!-- არა --><p>2021-09-10</p></body></html>
"""


def read(tmp_path: Path, data: str | bytes, name: str = "a.html") -> Document:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_document(path)


def test_a_comment_that_never_closes_is_said_with_its_line_and_is_text() -> None:
    page = "<p>პირველი.</p>\n<!-- ა --><script>'<!--'</script>\n<!-- კომენტარი\n<p>მეორე.</p>"
    document = parse_document(page.encode(), "a.html", language="ka")
    assert [unit.text for unit in document.units] == ["პირველი.", "<!-- კომენტარი", "მეორე."]
    (said,) = document.warnings
    assert said.startswith("line 3: ")
    assert not parse_document(page.replace("კომენტარი", "-->").encode(), "a.html").warnings


def test_blocks_become_units(tmp_path: Path) -> None:
    document = read(tmp_path, PAGE)
    assert [unit.text for unit in document.units] == [
        "გვერდი", "სათაური", "ერთი ორი სამი", "ხაზი\nახალი ხაზი", "ახალი აბზაცი", "პუნქტი ბმული", "ა", "ბ",
        "ქვესათაური", "ტექსტი ჩარჩოში.", "2021-09-10",
    ]  # fmt: skip
    kinds = {unit.text: unit.kind for unit in document.units}
    assert kinds["სათაური"] is UnitKind.TITLE
    assert kinds["ქვესათაური"] is UnitKind.HEADING
    assert kinds["პუნქტი ბმული"] is UnitKind.LIST_ITEM
    assert kinds["2021-09-10"] is UnitKind.DATE_LINE
    assert document.metadata == {"title": "გვერდი", "lang": "ka"}


def test_a_declared_encoding_is_believed_when_it_is_true(tmp_path: Path) -> None:
    page = '<html><head><meta charset="{}"></head><body><p>中国和格鲁吉亚建立关系</p></body></html>'
    for declared in ("gb2312", "utf-8"):
        document = read(tmp_path, page.format(declared).encode("gbk"))
        assert document.units[0].text == "中国和格鲁吉亚建立关系"


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    for page in ("<html><script>1</script></html>", "<p> </p>", "  "):
        with pytest.raises(InputError):
            read(tmp_path, page)


def test_markup_of_the_text_is_only_text(tmp_path: Path) -> None:
    assert read(tmp_path, "<p>a &lt;b&gt; &amp; [red]</p>").units[0].text == "a <b> & [red]"


def test_listings_of_generators_are_code_and_verse_is_text(tmp_path: Path) -> None:
    page = """<main><h1>标题</h1><pre class="screen">$ ls  # 列表</pre>
<div class="highlight-sh"><pre>echo 你好</pre></div>
<pre>北京路12号
长沙市</pre><div class="code-of-conduct"><p>文字。</p><pre>诗句</pre></div></main>"""
    document = read(tmp_path, page)
    assert [unit.text for unit in document.units] == ["标题", "北京路12号\n长沙市", "文字。", "诗句"]
    assert document.remarks("a.html") == ["a.html: 2 code blocks left as they are."]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ('<html lang="ka"><head><title> A &amp;\n B </title>', {"lang": "ka", "title": "A & B"}),
        ("<html><head><title></title>", {}),
        ('<html lang=""><meta name="author" content="Nino">', {"author": "Nino"}),
        ('<meta name="AUTHOR" content=" Nino &amp; Co "/><meta name="date" content="2021">', {"author": "Nino & Co", "date": "2021"}),
        ('<meta name="author" content=""><meta name="keywords" content="x">', {}),
        ('<meta content="x"><link name="author" content="y">', {}),
        ('<div lang="zh"></div></meta name="author" content="y">', {}),
        ("<title>A</title> B", {"title": "A"}),
        ("<body><title>A</title>", {}),
        ("</body><title>A</title>", {"title": "A"}),
    ],
)  # fmt: skip
def test_a_page_says_its_title_author_date_and_language(head: str, said: dict[str, str]) -> None:
    assert _metadata(head) == said


@pytest.mark.parametrize(
    ("declared", "data", "encoding"),
    [
        ("iso-8859-1", b"\x93a\x94", "cp1252"),
        ("latin1", b"\x93", "cp1252"),
        ("us-ascii", b"\x93", "cp1252"),
        ("ascii", b"\x93", "cp1252"),
        ("windows-1251", b"\xc0", "cp1251"),
        ("no-such", "ა".encode(), "utf-8"),
        ("utf-8", "ა".encode(), "utf-8"),
    ],
)
def test_pages_that_say_latin_1_mean_the_code_page_of_windows(
    declared: str, data: bytes, encoding: str
) -> None:
    page = f'<meta charset="{declared}"><p>'.encode() + data
    assert _decoded(page, "a.html", None).encoding == encoding
    if declared == "iso-8859-1":
        assert "“a”" in page_text(page, "a.html")


def test_only_the_first_title_is_one_and_dates_are_known() -> None:
    page = b"<h1>One</h1><p>Text of a paragraph.</p><h1>Two</h1><p>2021-09-10</p>"
    kinds = [unit.kind for unit in read_html(page, "a.html").units]
    assert kinds == [UnitKind.TITLE, UnitKind.PARAGRAPH, UnitKind.HEADING, UnitKind.DATE_LINE]


def test_sections_of_characters_that_browsers_do_not_show_are_named() -> None:
    hidden = "<![CDATA[ ამას ბრაუზერი არ აჩვენებს ]]>"
    page = f"<html><body><p>ტექსტი</p>{hidden}<p>ბოლო</p><![CDATA[ ]]></body></html>"
    document = parse_document(page.encode(), "a.xhtml", language="ka")
    assert [unit.text for unit in document.units] == ["ტექსტი", "ბოლო"]
    assert document.left[Left.CDATA] == 1


def test_code_with_a_stand_in_says_nothing_to_compare() -> None:
    page = (
        '<p>See <code>binary-<em class="replaceable"><code>name</code></em></code> and <code>rm</code>'
        " and <code>x <var>y</var></code>.</p>"
    )
    unit = parse_document(page.encode(), "a.html").units[0]
    assert unit.marks is not None
    codes = [mark for mark in unit.marks if mark.kind is MarkKind.CODE]
    assert [(unit.text[mark.start : mark.end], mark.value) for mark in codes] == [
        ("binary-name", ""),
        ("name", ""),
        ("rm", "rm"),
        ("x y", ""),
    ]
