"""Every renderer takes every part of the model, and text from files stays text."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from lxml import html as lxml_html

from tests.reports.sample import HOSTILE, sample_model
from transreview.errors import UsageError
from transreview.reports.csv_tables import harmless, render_articles, render_findings
from transreview.reports.data import render_json, schema
from transreview.reports.html import render_html
from transreview.reports.junit import render_junit
from transreview.reports.markdown import render_markdown
from transreview.reports.registry import RENDERERS, renderer
from transreview.reports.visible import one_line, visible

EMPTY = {
    "mqm": None,
    "terms": None,
    "time": None,
    "trend": None,
    "scores": [],
    "external": [],
    "worst": [],
    "thresholds": [],
}


@pytest.mark.parametrize("model", [sample_model(), sample_model() | EMPTY], ids=["full", "bare"])
def test_the_model_satisfies_the_published_schema(model):
    jsonschema.validate(json.loads(render_json(model)), schema())
    assert json.loads(render_json(model)) == model


@pytest.mark.parametrize("suffix", RENDERERS)
@pytest.mark.parametrize("model", [sample_model(), sample_model() | EMPTY], ids=["full", "bare"])
def test_the_same_model_gives_the_same_bytes(suffix, model):
    render = renderer(Path(f"report{suffix}"))
    assert render(model) == render(json.loads(json.dumps(model)))


def test_an_unknown_suffix_is_refused_with_the_known_ones():
    with pytest.raises(UsageError, match=r"“\.pdf”.*\.html, \.md, \.json, \.csv, \.xml"):
        renderer(Path("report.pdf"))


class TestHtml:
    page = render_html(sample_model())

    def test_it_asks_the_network_for_nothing(self):
        assert not re.findall(r"""(?:src|href)\s*=\s*["'](?!data:)""", self.page)
        assert "url(" not in self.page
        assert [u for u in re.findall(r"https?://[^\"'\s<]+", self.page) if "w3.org/2000/svg" not in u] == []

    def test_hostile_text_stays_text(self):
        assert '<script>alert("x")</script>' not in self.page
        assert "\u202e" not in self.page
        assert "\x1b" not in self.page
        assert "⟨U+202E⟩" in self.page

    def test_texts_carry_their_language(self):
        tree = lxml_html.fromstring(self.page)
        assert tree.get("lang")
        assert {"zh", "ka"} <= set(tree.xpath("//dd/@lang"))

    def test_every_chart_has_a_title_and_a_text_alternative(self):
        charts = re.findall(r"<svg .*?</svg>", self.page, re.DOTALL)
        assert len(charts) == 4
        for chart in charts:
            root = ET.fromstring(chart)
            assert [child.tag.split("}")[1] for child in root][:2] == ["title", "desc"]
            assert all(child.text for child in root[:2])

    def test_a_failed_threshold_without_data_is_shown_as_failed(self):
        assert 'class="verdict fail"' in self.page
        assert "no data" in self.page

    def test_a_bare_model_gives_a_page_too(self):
        page = render_html(sample_model() | EMPTY)
        assert "MQM</h2>" not in page
        assert "Findings" in page


def test_junit_counts_cases_and_failures():
    root = ET.fromstring(render_junit(sample_model()))
    assert (root.get("tests"), root.get("failures")) == ("3", "2")
    case = root.find("testsuite/testcase")
    assert (case.get("name"), case.find("failure").text.startswith("0001: forbidden")) == (
        "term.forbidden",
        True,
    )


def test_csv_of_findings_is_safe_to_open_in_a_spreadsheet():
    rows = list(csv.DictReader(io.StringIO(render_findings(sample_model()))))
    assert rows[0]["found"] == "'=წვეულება"
    assert render_findings(sample_model(), bom=True).startswith("\ufeff")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_starts_a_formula(start):
    assert harmless(f"{start}1+1") == f"'{start}1+1"


def test_csv_of_articles_has_a_column_for_each_score():
    (row,) = csv.DictReader(io.StringIO(render_articles(sample_model())))
    assert row["chrF2++ reviewed text"] == "55.25"


def test_markdown_escapes_markup_and_keeps_its_tables_whole():
    text = render_markdown(sample_model())
    assert "<script>" not in text
    for line in text.splitlines():
        assert not line.startswith("|") or line.endswith("|")


def test_hidden_characters_are_made_visible():
    assert visible("a\x1bb\u200ec\n\td") == "a⟨U+001B⟩b⟨U+200E⟩c\n\td"
    assert one_line("ა\n\nბ" * 10, 5) == "ა ბა…"
    assert "\x1b" not in visible(HOSTILE)
