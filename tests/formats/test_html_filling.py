"""Pages come back with new text in them: tags where their words went, everything else to the byte."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.filling import Filled, Passage, fill
from transreview.formats.html import read_html
from transreview.formats.html_filling import refill_html
from transreview.formats.html_markdown import html_in_markdown
from transreview.formats.left_out import Beside, Left
from transreview.formats.rendering import passages_of
from transreview.formats.structured_rendering import render_units
from transreview.languages import language
from transreview.model.unit import UnitKind

PAGE = """<!DOCTYPE html>
<html lang="ka"><head><meta charset="utf-8"><title>გვერდი &amp; სხვა</title>
<meta name="description" content='აღწერა "ბრჭყალებით"'><script>var a = "<p>არა</p>";</script></head>
<body>
<nav><ul><li><a href="/">მთავარი</a></li><li><a href="/b">სხვა</a></li></ul></nav>
<h1>ყრილობა <ruby>სიამენში<rt>xià mén</rt></ruby> გაიმართა</h1>
<p><a href="/1">ეს ბმულია</a>, მაგრამ ეს არა. <a href="/2">ესეც <b>ბმულია</b></a></p>
<table><caption>ცხრილი</caption><tr><th>ქალაქი<td>50<tr><td>ა<br>ბ<td>გ</table>
<ol><li>პირველი<ul><li>შიდა</ul><li>მეორე</ol>
<pre>ქუჩა 12
ქალაქი</pre>
<pre><code>print("კოდი")</code></pre>
<p>სურათი <img src="x.png" alt="დარბაზი"> და <a href="#" title="გახსენით">სია</a>.
<p hidden>არა</p><div class="notranslate">ბრენდი</div>
<!-- შენიშვნა -->
<p>会议在长沙
召开。</p>
</body></html>
"""


def read(page: str) -> Document:
    return read_html(page.encode(), "a.html")


def filled(page: str, changes: dict[str, str], added: str = "") -> Filled:
    document = read(page)
    assert document.layout is not None
    passages = []
    for unit, passage in zip(document.units, passages_of(document.units), strict=True):
        passages.append(Passage(changes.get(unit.text, passage.text), passage.unit))
        if unit.text == added:
            passages.append(Passage("დამატებული", None))
    return fill(document.layout, document.units, passages)


def test_every_text_that_readers_see_is_read_once() -> None:
    document = read(PAGE)
    assert [(unit.text, unit.kind.value, unit.level or unit.row) for unit in document.units] == [
        ("გვერდი & სხვა", "caption", 0),
        ('აღწერა "ბრჭყალებით"', "caption", 0),
        ("ყრილობა სიამენში გაიმართა", "title", 1),
        ("ეს ბმულია, მაგრამ ეს არა. ესეც ბმულია", "paragraph", 0),
        ("ცხრილი", "caption", 0),
        ("ქალაქი", "table-cell", 1),
        ("50", "table-cell", 1),
        ("ა\nბ", "table-cell", 2),
        ("გ", "table-cell", 2),
        ("პირველი", "list-item", 1),
        ("შიდა", "list-item", 2),
        ("მეორე", "list-item", 1),
        ("ქუჩა 12\nქალაქი", "paragraph", 0),
        ("სურათი და სია.", "paragraph", 0),
        ("დარბაზი", "caption", 0),
        ("გახსენით", "caption", 0),
        ("会议在长沙召开。", "paragraph", 0),
    ]
    assert document.left == {
        Left.SCRIPT: 1, Left.READING: 1, Left.CODE: 1, Left.HIDDEN: 1, Left.PROTECTED: 1, Left.NAVIGATION: 1,
    }  # fmt: skip
    assert document.beside == {Beside.ATTRIBUTE: 3}
    assert [unit.marker for unit in document.units if unit.kind is UnitKind.LIST_ITEM] == ["1.", "-", "2."]


def test_marks_of_tags_stand_beside_the_text() -> None:
    page = '<p><a href="/1">ბმული</a>, <b>მუქი</b> <code>x()</code> {name} <img src="a.png"></p><p><a href="/2">მთელი</a></p>'
    first, second = read(page).units
    assert [(one.kind.value, first.text[one.start : one.end], one.value) for one in first.marks] == [
        ("link", "ბმული", "/1"), ("strong", "მუქი", ""), ("code", "x()", "x()"), ("placeholder", "{name}", "{name}"),
        ("image", "", "a.png"),
    ]  # fmt: skip
    assert [(one.kind.value, one.inner, one.value) for one in second.marks] == [("link", (0, 5), "/2")]
    cut = read("<p>ერთი <b>ორი</b>. სამი <b>ოთხი</b>.</p>").cut(language("ka").sentences)
    assert [[unit.text[one.start : one.end] for one in unit.marks] for unit in cut.units] == [
        ["ორი"],
        ["ოთხი"],
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_unchanged_page_comes_back_to_the_byte(newline: str) -> None:
    page = PAGE.replace("\n", newline)
    assert filled(page, {}).text == page
    document = read(page).cut(language("ka").sentences)
    assert document.layout is not None
    assert fill(document.layout, document.units, passages_of(document.units)).text == page


def test_one_edit_changes_one_place() -> None:
    after = filled(PAGE, {"ქალაქი": "დიდი <ქალაქი>"}).text
    assert after == PAGE.replace("<th>ქალაქი", "<th>დიდი &lt;ქალაქი&gt;")


@pytest.mark.parametrize(
    ("raw", "old", "new", "expected"),
    [
        ('<a href="1">ბმული</a> და <b>მუქი</b>', "ბმული და მუქი", "მუქი და ბმული", '<b>მუქი</b> და <a href="1">ბმული</a>'),
        ("ეს <b>მუქი</b> სიტყვა", "ეს მუქი სიტყვა", "ეს ახალი სიტყვა", "ეს <b>ახალი</b> სიტყვა"),
        ("ხაზი<br/>მეორე", "ხაზი\nმეორე", "ხაზი\nმეორე\nმესამე", "ხაზი<br/>მეორე<br/>მესამე"),
        ("a &amp; b", "a & b", "a & b < c", "a &amp; b &lt; c"),
        ('ა <img src="x">ბ', "ა ბ", "ა ბ გ", 'ა <img src="x">ბ გ'),
        ('<a id="x"></a>ტექსტი', "ტექსტი", "ახალი", '<a id="x"></a>ახალი'),
        ('<a href="1">ბმული<img src="x"></a> ორი', "ბმული ორი", "ბმული სამი", '<a href="1">ბმული<img src="x"></a> სამი'),
        ('<a href="1"><img src="x">ბმული</a> ორი', "ბმული ორი", "ბმული სამი", '<a href="1"><img src="x">ბმული</a> სამი'),
        ('<a><b>ა</b><i class="c"></i></a> ორი', "ა ორი", "ა სამი", '<a><b>ა</b><i class="c"></i></a> სამი'),
        ("<ruby>ორი<rt>or</rt></ruby> სამი", "ორი სამი", "ორი ოთხი", "<ruby>ორი<rt>or</rt></ruby> ოთხი"),
        ('ორი<a href="#1"><sup>1</sup></a> ბოლო', "ორი1 ბოლო", "სამი1 ბოლო", 'სამი<a href="#1"><sup>1</sup></a> ბოლო'),
        ('ა <img src="x"> <a href="1">ბ</a>', "ა ბ", "გ ბ", 'გ <img src="x"> <a href="1">ბ</a>'),
        ("<b><br>ერთი</b> ორი <i>სამი<br></i>", "ერთი ორი სამი", "ერთი გ სამი", "<b><br>ერთი</b> გ <i>სამი<br></i>"),
        ("<b><i>ორივე</i></b> ბოლო", "ორივე ბოლო", "ბოლო ორივე", "ბოლო <b><i>ორივე</i></b>"),
    ],
)  # fmt: skip
def test_tags_go_with_their_words(raw: str, old: str, new: str, expected: str) -> None:
    lost: list[str] = []
    assert refill_html(raw, old, new, lost) == expected
    assert lost == []


def test_a_tag_whose_words_are_gone_is_named() -> None:
    lost: list[str] = []
    assert refill_html('აქ <a href="1">ბმული</a> იყო', "აქ ბმული იყო", "აქ იყო", lost) == "აქ იყო"
    assert lost == ['<a href="1">']


def test_descriptions_inside_a_paragraph_are_written_where_they_were() -> None:
    after = filled(PAGE, {"დარბაზი": 'დიდი "დარბაზი"', "სურათი და სია.": "სია და სურათი."}).text
    assert 'alt="დიდი &quot;დარბაზი&quot;"' in after
    assert '<a href="#" title="გახსენით">სია</a>' in after
    assert "\ufdd0" not in after


def test_added_text_stands_behind_a_break() -> None:
    assert "ქალაქი<br>დამატებული" in filled(PAGE, {}, added="ქალაქი").text


def test_xhtml_stays_well_formed() -> None:
    page = '<?xml version="1.0"?>\n<html><body><p>ა &amp; ბ</p></body></html>'
    after = filled(page, {"ა & ბ": "ა & ბ\nგ"}).text
    assert after == '<?xml version="1.0"?>\n<html><body><p>ა &amp; ბ<br/>გ</p></body></html>'


def test_main_content_is_told_from_the_site_around_it() -> None:
    page = (
        "<body><header><a href=1>ლოგო</a></header><main><h1>სათაური</h1><p>" + "ტექსტი " * 30
        + "</p></main><aside><a href=2>სხვა სტატია</a></aside><footer>© 2021 <a href=3>კონტაქტი</a></footer>"
    )  # fmt: skip
    document = read(page)
    assert [unit.text[:7] for unit in document.units] == ["სათაური", "ტექსტი "]
    assert document.left[Left.NAVIGATION] == 2


def test_a_page_that_is_all_navigation_is_read_and_said() -> None:
    document = read("<nav><a href=1>მთავარი</a></nav>")
    assert [unit.text for unit in document.units] == ["მთავარი"]
    assert any("nothing on this page looks like an article" in one for one in document.remarks("a.html"))


def test_a_page_whose_only_text_is_a_description_is_read() -> None:
    assert [unit.text for unit in read('<img src="x.png" alt="სურათი">').units] == ["სურათი"]


def test_markdown_keeps_links_bold_code_tables_and_pictures() -> None:
    page = (
        '<h2>თავი</h2><p>იხ. <a href="/a">ბმული</a> და <b>მუქი</b>, <code>x</code>.</p><ul><li>ა<ol><li>ბ</ol></ul>'
        '<table><tr><td>1<td>2</table><img src="s.png" alt="სურათი"><p><b>重要：</b>先</p><p># არა 1*2*3</p>'
    )
    assert render_units(html_in_markdown(page), to="markdown") == (
        "## თავი\n\nიხ. [ბმული](/a) და **მუქი**, `x`.\n\n- ა\n   1. ბ\n\n| 1 | 2 |\n|---|---|\n\n"
        "![სურათი](s.png)\n\n<strong>重要：</strong>先\n\n\\# არა 1\\*2\\*3\n"
    )


@given(st.lists(st.sampled_from([*PAGE.splitlines(keepends=True), "<b>", "</p>", "<!--", "<a b='", "&lt", "<li>", "</ul>", "ა"]), max_size=14))  # fmt: skip
def test_any_page_comes_back_to_the_byte(lines: list[str]) -> None:
    page = "".join(lines)
    try:
        document = read(page)
    except InputError:
        return
    assert document.layout is not None
    assert fill(document.layout, document.units, passages_of(document.units)).text == page


@given(st.text(alphabet="ა ბ<>&\"'*#ბმულია\n", min_size=1, max_size=40))
def test_any_new_text_is_read_back(new: str) -> None:
    text = "\n".join(" ".join(part.split()) for part in new.split("\n") if part.strip())
    if not text:
        return
    after = filled(PAGE, {"ეს ბმულია, მაგრამ ეს არა. ესეც ბმულია": text}).text
    assert read(after).units[3].text == text


def test_a_cut_at_every_place_is_an_error_or_whole_texts() -> None:
    whole = {unit.text for unit in read(PAGE).units}
    data = PAGE.encode()
    for size in range(len(data)):
        try:
            document = read_html(data[:size], "a.html")
        except InputError:
            continue
        # Only what is cut in the middle may read otherwise than it does in the whole page.
        assert sum(unit.text not in whole for unit in document.units) <= 3


@pytest.mark.chromium
@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
def test_chromium_shows_the_same_structure(tmp_path: Path) -> None:
    after = filled(PAGE, {"ეს ბმულია, მაგრამ ეს არა. ესეც ბმულია": "ესეც ბმულია, ეს არა. ეს ბმულია"}).text
    shapes = []
    for name, page in (("before", PAGE), ("after", after)):
        file = tmp_path / f"{name}.html"
        file.write_text(page, encoding="utf-8")
        shown = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile", "--dump-dom", file.as_uri()],
            check=True, capture_output=True, text=True, timeout=120,
        ).stdout  # fmt: skip
        shapes.append(
            {tag: shown.count(f"<{tag}") for tag in ("h1", "a ", "b>", "td", "li", "ruby", "img", "pre")}
        )
    assert shapes[0] == shapes[1]
    assert shapes[0]["a "] == 5


@pytest.mark.parametrize(
    ("raw", "old", "new", "expected"),
    [
        ("5&nbsp;km &copy; <b>x</b>", "5\u00a0km © x", "6\u00a0km © y", "6&nbsp;km &copy; <b>y</b>"),
        ("5&#xA0;km", "5\u00a0km", "5\u00a0km\u00a0a", "5&#xA0;km&#xA0;a"),
        ("5&nbsp;km\u00a0a", "5\u00a0km\u00a0a", "6\u00a0km", "6\u00a0km"),  # written both ways
        ("a &amp; b&eacute;", "a & bé", "é < b & a", "é &lt; b &amp; a"),  # letters are letters
    ],
)
def test_what_its_author_wrote_as_a_reference_stays_one(raw: str, old: str, new: str, expected: str) -> None:
    assert refill_html(raw, old, new, []) == expected
