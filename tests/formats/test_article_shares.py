"""How much of a page an element must hold to be its article, and how much of a part must be links to be a menu."""

from __future__ import annotations

import pytest

from transreview.formats.left_out import Left
from transreview.formats.registry import parse_document


def read(page: str) -> tuple[list[str], int]:
    """Return the texts of a page's article, and how many stretches of the site around it were left out."""
    document = parse_document(page.encode(), "a.html", language="en")
    return [unit.text for unit in document.units], document.left.get(Left.NAVIGATION, 0)


BODY = "c" * 60


@pytest.mark.parametrize(
    ("linked", "plain", "menu"), [(6, 4, False), (61, 39, True), (7, 3, True), (10, 0, True), (0, 10, False)]
)
@pytest.mark.parametrize("name", ["menu", "content"])
def test_a_part_that_is_called_a_menu_is_one_when_more_than_six_tenths_are_links(linked, plain, menu, name):
    links = f'<a href="x">{"a" * linked}</a>' if linked else ""
    texts, left = read(f'<div class="{name}"><p>{links} {"b" * plain}</p></div><p>{BODY}</p>')
    gone = menu and name == "menu"
    assert left == gone
    assert len(texts) == 2 - gone
    assert texts[-1] == BODY


@pytest.mark.parametrize(
    ("inside", "outside", "alone"), [(3, 7, True), (29, 71, False), (10, 0, True), (1, 9, False)]
)
def test_what_main_holds_is_the_article_from_three_tenths_on(inside, outside, alone):
    texts, left = read(f"<main><p>{'a' * inside}</p></main><p>{'b' * outside}</p>")
    assert texts == (["a" * inside] if alone else ["a" * inside, "b" * outside])
    assert left == (alone and outside > 0)


@pytest.mark.parametrize(("inside", "outside", "alone"), [(5, 5, True), (49, 51, False), (9, 1, True)])
@pytest.mark.parametrize("articles", [1, 2])
def test_what_the_only_article_holds_is_the_article_from_half_on(inside, outside, alone, articles):
    more = "<article></article>" * (articles - 1)
    texts, _left = read(f"<article><p>{'a' * inside}</p></article>{more}<p>{'b' * outside}</p>")
    assert texts == (["a" * inside] if alone and articles == 1 else ["a" * inside, "b" * outside])


def test_each_stretch_of_the_site_is_counted_once():
    page = f"<p>{'x' * 4}</p><p>{'y' * 4}</p><main><p>{BODY}</p></main><p>z</p>"
    assert read(page) == ([BODY], 2)
