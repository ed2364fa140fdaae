"""Formulas of Word as one line of text that people can read."""

from __future__ import annotations

import pytest
from lxml import etree

from transreview.formats.docx_formulas import formula_text

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def run(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("E") + run("=mc"), "E=mc"),
        (f"<m:f><m:fPr/><m:num>{run('1')}</m:num><m:den>{run('2')}</m:den></m:f>", "1/2"),
        (f"<m:f><m:num>{run('a+b')}</m:num><m:den>{run('-')}</m:den></m:f>", "(a+b)/-"),
        (f"<m:f><m:num>{run('ab')}</m:num><m:den>{run('1+')}</m:den></m:f>", "ab/(1+)"),
        (f"<m:rad><m:deg/><m:e>{run('x')}</m:e></m:rad>", "√(x)"),
        (f"<m:d><m:e>{run('x')}</m:e><m:e>{run('y')}</m:e></m:d>", "(x, y)"),
        (f"<m:sSup><m:e>{run('c')}</m:e><m:sup>{run('2')}</m:sup></m:sSup>", "c^2"),
        (f"<m:sSub><m:e>{run('c')}</m:e><m:sub>{run('i')}</m:sub></m:sSub>", "c_i"),
        (f"<m:sSubSup><m:e>{run('c')}</m:e><m:sub>{run('i')}</m:sub><m:sup>{run('n+1')}</m:sup></m:sSubSup>", "c_i^(n+1)"),
        (f"<m:nary><m:sub>{run('i=0')}</m:sub><m:sup>{run('n')}</m:sup><m:e>{run('i')}</m:e></m:nary>", "∑_(i=0)^n i"),
        (f"<m:limLow><m:e>{run('lim')}</m:e><m:lim>{run('n')}</m:lim></m:limLow>", "lim_n"),
    ],
)  # fmt: skip
def test_a_formula_reads_as_it_is_spoken_of(inside: str, text: str) -> None:
    assert formula_text(etree.fromstring(f'<m:oMath xmlns:m="{M}">{inside}</m:oMath>')) == text
