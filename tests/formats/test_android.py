"""Strings of Android: what a person reads of their escapes, blanks and tags, and how it is written again."""

from __future__ import annotations

import pytest

from transreview.formats.android import refill_android, shown


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("ერთი", "ერთი"),
        (r"\u10d0\u10D1 \u0041", "აბ A"),
        (r"a\nb\tc", "a\nb\tc"),
        (r"it\'s \"so\" \@ \? \\", 'it\'s "so" @ ? \\'),
        (r"\u12 \x", "u12 x"),  # no number of four figures
        ("a  b\n   c\t d", "a b c d"),  # blanks are one blank
        ('"a  b\n c"', "a  b\n c"),  # but in quotation marks
        ('"', '"'),
        ('""', ""),
        (r'"a\"', r'"a"'),  # the last mark is a sign of the text
        ("a &amp; &lt;b&gt; &#169;", "a & <b> ©"),
        ("<b>a  b</b> &amp; c", "<b>a b</b> & c"),
        ("<![CDATA[a <b> & \\n c]]>", "a <b> & \n c"),
        (" <![CDATA[a  b]]> ", "a b"),
    ],
)
def test_what_is_read(raw: str, text: str) -> None:
    assert shown(raw) == text


@pytest.mark.parametrize(
    ("raw", "new", "written", "lost"),
    [
        ("ერთი", "ორი", "ორი", []),
        ("a", 'it\'s "so"\n\t\\', r"it\'s \"so\"\n\t\\", []),
        ('"a"', 'it\'s "so"', '"it\'s \\"so\\""', []),
        ('"', "b", "b", []),
        ("a", "@b", r"\@b", []),
        ("a", "?b", r"\?b", []),
        ("a", "b@c?", "b@c?", []),
        ('"a"', "@b", '"@b"', []),
        (r"a\n", "b", r"b\n", []),
        ('" a "', "b", '" b "', []),
        (r"a\u0020", "b", r"b\u0020", []),
        ("a", "b & <i>c</i>", "b &amp; &lt;i&gt;c&lt;/i&gt;", []),
        ("<b>a</b>", "<b>c & d</b>", "<b>c &amp; d</b>", []),
        ("<b>a</b>", "c", "c", ["<b>", "</b>"]),
        ("<b>a</b> <b>b</b>", "<b>c</b> d", "<b>c</b> d", ["<b>", "</b>", "<b>", "</b>"]),
        ("<![CDATA[a]]>", "b <i> & ]]> 'c'", "<![CDATA[b <i> & ]]]]><![CDATA[> \\'c\\']]>", []),
    ],
)
def test_what_is_written(raw: str, new: str, written: str, lost: list[str]) -> None:
    told: list[str] = []
    assert refill_android(raw, shown(raw), new, told) == written
    assert told == lost
    assert shown(written).strip() == new.strip()
