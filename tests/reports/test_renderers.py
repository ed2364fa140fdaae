"""Every renderer takes every part of the model, and text from files stays text."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from scripts.report_schema import document

from tests.reports.sample import HOSTILE, sample_model
from transreview.errors import UsageError
from transreview.reports.csv_tables import harmless, render_articles, render_findings
from transreview.reports.data import SCHEMA_FILE, render_json, schema
from transreview.reports.html import render_html, score_table
from transreview.reports.junit import render_junit
from transreview.reports.markdown import render_markdown
from transreview.reports.marked_text import marked
from transreview.reports.registry import RENDERERS, renderer
from transreview.reports.visible import one_line, visible
from transreview.workflow.quality.report_model import Mark

EMPTY = {
    "mqm": None,
    "terms": None,
    "time": None,
    "trend": None,
    "scores": [],
    "external": [],
    "segments": [],
    "people": [],
    "engines": None,
    "score_histogram": None,
    "thresholds": [],
}


@pytest.mark.parametrize("model", [sample_model(), sample_model() | EMPTY], ids=["full", "bare"])
def test_the_model_satisfies_the_published_schema(model):
    jsonschema.validate(json.loads(render_json(model)), schema())
    assert json.loads(render_json(model)) == json.loads(json.dumps(model))


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
        assert not re.findall(r"""(?:src|href)\s*=\s*["'](?!data:|#)""", self.page)
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
        assert len(charts) == 6
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


def test_the_chart_of_checks_has_each_check_once():
    model = sample_model()
    (first, *_rest) = rows = model["findings"]["by_check"]
    rows.append({**first, "severity": "warning", "count": 7})
    (chart,) = [
        one for one in re.findall(r"<figure.*?</figure>", render_html(model), re.DOTALL) if "by check" in one
    ]
    assert len(re.findall(rf">{re.escape(first['check'])}</text>", chart)) == 1
    assert f">{first['count'] + 7}</text>" in chart


def test_comparisons_of_engines_name_the_metric_as_the_scores_do():
    page = lxml_html.fromstring(render_html(sample_model()))
    rows = page.xpath("//table[contains(string(caption), 'Holm')]//tbody/tr")
    assert {row.xpath("string(td[2])") for row in rows} == {"chrF2++"}


def test_junit_counts_cases_and_failures():
    root = ET.fromstring(render_junit(sample_model()))
    assert (root.get("tests"), root.get("failures")) == ("3", "2")
    case = root.find("testsuite/testcase")
    assert (case.get("name"), case.find("failure").text.startswith("0001:target:0-5 [error] forbidden")) == (
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


def test_the_published_schema_is_the_one_that_the_model_s_classes_make():
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8")) == document()


def mark(start: int, end: int, severity: str = "error", check: str = "num.mismatch") -> Mark:
    return {
        "check": check, "severity": severity, "message": "wrong", "side": "target", "start": start, "end": end,
        "expected": "",
    }  # fmt: skip


class TestMarkedText:
    def test_the_words_are_marked_and_the_rest_is_as_it_was(self):
        assert marked("ab cd", [mark(3, 5)], "target") == (
            'ab <mark class="error" title="num.mismatch: wrong">cd</mark>'
        )

    def test_common_words_of_two_findings_carry_the_graver_class_and_both_names(self):
        page = marked("abcdef", [mark(0, 4, "warning"), mark(2, 6, "error", "term.missing")], "target")
        assert 'class="error" title="num.mismatch: wrong; term.missing: wrong">cd<' in page
        assert re.sub(r"<[^>]*>", "", page) == "abcdef"

    def test_a_missing_thing_marks_its_place(self):
        assert '<mark class="error missing"' in marked("ab", [mark(1, 1)], "target")

    def test_the_other_side_is_not_marked(self):
        assert marked("ab", [mark(0, 1)], "source") == "ab"

    def test_hostile_text_stays_text(self):
        page = marked(HOSTILE, [mark(0, 5)], "target")
        assert "<script" not in page
        assert "\x1b" not in page

    @given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5))
    def test_marking_never_loses_or_moves_a_letter(self, text, spans):
        marks = [mark(min(span), max(span)) for span in spans]
        plain = unescape(re.sub(r"<[^>]*>", "", marked(text, marks, "target")))
        assert plain == visible(text)


def test_an_only_article_is_not_repeated_and_a_signature_stands_once():
    model = sample_model()
    table = score_table(model)
    assert [row.article for row in table.rows] == [None]
    assert len(table.signatures) == len(set(table.signatures)) == 1
    assert render_html(model).count(table.signatures[0][1]) == 1
