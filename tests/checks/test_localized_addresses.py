"""A translation may lead to the page in its own language, and to no other page."""

from __future__ import annotations

import pytest

from transreview.checks.localized_addresses import same_page


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a#top", "https://example.org/a#დასაწყისი"),
        ("https://example.org/a/", "https://example.org/a"),
        ("https://example.org/zh/guide", "https://example.org/ka/guide"),
        ("https://zh.example.org/guide", "https://ka.example.org/guide"),
        ("https://example.org/zh-CN/guide.html", "https://example.org/guide.html"),
        ("https://example.org/guide?lang=zh", "https://example.org/guide?lang=ka"),
        ("docs/README.zh.md", "docs/README.ka.md"),
        ("https://example.org/cn/index.html", "https://example.org/ge/"),
        ("https://zh.wikipedia.org/wiki/格鲁吉亚", "https://ka.wikipedia.org/wiki/საქართველო"),
        ("https://example.org/zh/a/download.html", "https://example.org/ka/b/download.html"),
        ("https://example.org/x/docs/zh/o_que.md", "https://example.org/x/docs/ka/what.md"),
    ],
)
def test_one_page_in_two_languages(one, other):
    assert same_page(one, other, ("zh", "ka"))
    assert same_page(other, one, ("zh", "ka"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.cn/zh/a", "https://example.ge/ka/a"),
        ("https://example.org/zh/a", "https://example.net/ka/a"),
        ("https://example.org/zh/a", "https://example.org/ka/b"),
        ("https://example.org/fr/guide", "https://example.org/de/guide"),
        ("https://one.org/zh/download", "https://two.org/ka/download"),
        ("https://example.org/zh/a/short", "https://example.org/ka/b/short"),
        ("docs/one.zh.md", "docs/two.ka.md"),
        ("https://example.org/x/docs/zh/a.md", "https://example.org/y/docs/ka/b.md"),
        ("https://example.org/x/docs/zh/a.md", "https://example.org/x/docs/zh/b.md"),
        ("https://example.org/x/docs/zh/a/b.md", "https://example.org/x/docs/ka/b.md"),
    ],
)
def test_another_page_is_another_page(one, other):
    assert not same_page(one, other, ("zh", "ka"))
