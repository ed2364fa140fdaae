"""Of a page its article is read: what an element says it is, its title wherever that stands, and no menu."""

from __future__ import annotations

import pytest

from transreview.formats.registry import parse_document
from transreview.model.unit import UnitKind

LONG = "ასოციაციამ შეხვედრა გამართა და ახალი საბჭო აირჩია. " * 8
MENU = '<ul><li><a href="/a">მთავარი</a></li><li><a href="/b">სიახლეები</a></li></ul>'


def texts(body: str, head: str = "") -> list[tuple[str, bool]]:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    units = parse_document(page.encode(), "a.html", language="ka").units
    return [(unit.text[:12], unit.kind is UnitKind.TITLE) for unit in units]


@pytest.mark.parametrize("name", ["main", "article"])
def test_what_stands_around_the_article_is_left_out_but_its_title_is_not(name) -> None:
    body = f"<h1>სათაური</h1><p>რეკლამა აქ.</p><{name}><p>{LONG}</p></{name}><p>დაგვიკავშირდით.</p>"
    assert texts(body) == [("სათაური", True), (LONG[:12], False)]


@pytest.mark.parametrize("name", ["main", "article"])
def test_the_title_of_the_window_stays_with_the_article(name) -> None:
    found = texts(f"<p>რეკლამა აქ.</p><{name}><p>{LONG}</p></{name}>", "<title>ფანჯარა</title>")
    assert [text for text, _title in found] == ["ფანჯარა", LONG[:12]]


@pytest.mark.parametrize(
    ("name", "share", "alone"),
    [("main", 0.25, False), ("main", 0.4, True), ("article", 0.4, False), ("article", 0.6, True)],
)
def test_an_element_with_a_small_part_of_the_text_is_a_teaser(name, share, alone) -> None:
    inside, outside = "ა " * round(500 * share), "ბ " * round(500 * (1 - share))
    found = [text[:1] for text, _title in texts(f"<{name}><p>{inside}</p></{name}><p>{outside}</p>")]
    assert found == (["ა"] if alone else ["ა", "ბ"])


def test_of_several_articles_none_is_the_page() -> None:
    body = f"<article><p>{LONG}</p></article><article><p>მეორე {LONG}</p></article><p>ბოლოში.</p>"
    assert [text for text, _title in texts(body)] == [LONG[:12], ("მეორე " + LONG)[:12], "ბოლოში."]
