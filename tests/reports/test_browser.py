"""The HTML report in a real browser: no console error, no request, sorting works."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import escape
from pathlib import Path

import pytest

from tests.reports.sample import sample_model
from transreview.reports.charts import bars
from transreview.reports.html import render_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

# Sorts a table by its first numeric column through the page's own buttons, then writes what it saw to the title.
PROBE = """
<script>
const hidden = () => {
  const form = document.getElementById("filters");
  form.elements.words.value = "no such words";
  form.dispatchEvent(new Event("input"));
  return document.querySelectorAll("article.segment[hidden]").length;
};
addEventListener("load", () => {
  const table = document.querySelector("#mqm table.sortable");
  const heads = [...table.tHead.rows[0].cells];
  const column = heads.findIndex(head => head.textContent.startsWith("Severity"));
  heads[column].querySelector("button").click();
  const up = [...table.tBodies[0].rows].map(row => row.cells[column].textContent);
  heads[column].querySelector("button").click();
  const down = [...table.tBodies[0].rows].map(row => row.cells[column].textContent);
  document.body.setAttribute("data-probe", JSON.stringify({up, down, sort: heads[column].getAttribute("aria-sort"),
    shown: document.querySelector("#filters output").textContent, hidden: hidden(),
    requests: performance.getEntriesByType("resource").length}));
});
</script>
"""


def dump(page: Path, home: Path) -> tuple[str, str]:
    """Return the page's DOM after scripts ran, and what the browser printed about it."""
    done = subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--enable-logging=stderr", "--v=0",
            f"--user-data-dir={home}", "--virtual-time-budget=3000", "--dump-dom", page.as_uri(),
        ],
        capture_output=True, text=True, timeout=90, check=True,
    )  # fmt: skip
    return done.stdout, done.stderr


def test_the_page_runs_clean_and_sorts(tmp_path):
    page = tmp_path / "report.html"
    page.write_text(render_html(sample_model()).replace("</body>", PROBE + "</body>"), encoding="utf-8")
    dom, log = dump(page, tmp_path / "profile")
    assert "CONSOLE" not in log
    assert "&quot;sort&quot;:&quot;descending&quot;" in dom
    assert "&quot;requests&quot;:0" in dom
    assert "&quot;up&quot;:[&quot;Major&quot;,&quot;Minor&quot;]" in dom
    assert "&quot;down&quot;:[&quot;Minor&quot;,&quot;Major&quot;]" in dom
    assert "&quot;shown&quot;:&quot;1 / 1&quot;,&quot;hidden&quot;:1" in dom


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen_and_no_row_is_a_column_of_letters(tmp_path, width):
    probe = """<script>addEventListener("load", () => document.body.setAttribute("data-probe", JSON.stringify({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      tallest: Math.max(...[...document.querySelectorAll("tbody tr")].map(row => row.offsetHeight))})));</script>"""
    # Headless windows have a least width: the page is put in a frame of the width that is asked for.
    inner = tmp_path / "report.html"
    inner.write_text(render_html(sample_model()).replace("</body>", probe + "</body>"), encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(
        f'<iframe id="f" src="report.html" style="width:{width}px;height:800px;border:0"></iframe>'
        "<script>addEventListener('load', () => setTimeout(() => document.body.setAttribute('data-probe',"
        "document.getElementById('f').contentDocument.body.dataset.probe), 100))</script>",
        encoding="utf-8",
    )
    done = subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
            f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=3000", "--dump-dom",
            frame.as_uri(),
        ],
        capture_output=True, text=True, timeout=90, check=True,
    )  # fmt: skip
    found = re.search(r"&quot;wide&quot;:(-?\d+),&quot;tallest&quot;:(\d+)", done.stdout)
    assert found, done.stdout[-500:]
    assert int(found[1]) <= 0
    assert int(found[2]) <= 120


def test_names_of_checks_stay_whole_on_a_narrow_screen(tmp_path):
    model = sample_model()
    (first, *_rest) = model["findings"]["by_check"]
    first["check"] = "term.inconsistent"
    probe = """<script>addEventListener("load", () => {
      const cell = [...document.querySelectorAll("td")].find(td => td.textContent === "term.inconsistent");
      const range = document.createRange();
      range.selectNodeContents(cell);
      document.title = "lines " + new Set([...range.getClientRects()].map(box => box.top)).size
        + " wide " + document.documentElement.clientWidth;
      parent.document.body.dataset.probe = document.title;
    });</script>"""
    page = tmp_path / "page.html"
    page.write_text(
        f'<body><iframe style="width:390px;height:800px;border:0" srcdoc="'
        f'{escape(render_html(model) + probe, quote=True)}"></iframe></body>',
        encoding="utf-8",
    )
    dom, _said = dump(page, tmp_path / "home")
    assert re.search(r'data-probe="lines 1 wide 3\d\d"', dom), re.findall("data-probe=[^>]*", dom)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext on this machine")
def test_a_long_table_has_its_head_on_every_page_of_the_pdf(tmp_path):
    model = sample_model()
    (first, *_rest) = model["findings"]["by_check"]
    model["findings"]["by_check"] = [{**first, "check": f"check.number{n}"} for n in range(120)]
    page, pdf = tmp_path / "report.html", tmp_path / "report.pdf"
    page.write_text(render_html(model), encoding="utf-8")
    subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={pdf}", page.as_uri(),
        ],
        capture_output=True, timeout=90, check=True,
    )  # fmt: skip
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    pages = [page for page in done.stdout.split("\f") if "check.number" in page]
    assert len(pages) > 2
    assert all(re.search(r"Check\s+Severity\s+Findings", page) for page in pages)


def test_long_labels_of_charts_end_within_the_picture(tmp_path):
    labels = [
        "Terminology/Inappropriate for context",
        "ტერმინოლოგიის შეუსაბამობა",
        "术语与上下文不相符的译法",
    ]
    chart = bars("Errors", [(label, 1.0) for label in labels])
    probe = """<script>addEventListener("load", () => {
      document.body.dataset.probe = "least " + Math.min(...[...document.querySelectorAll("svg text")]
        .map(text => Math.floor(text.getBBox().x)));
    });</script>"""
    page = tmp_path / "page.html"
    page.write_text(render_html(sample_model()).replace("</body>", chart + probe + "</body>"), "utf-8")
    dom, _said = dump(page, tmp_path / "home")
    found = re.search(r"least (-?\d+)", dom)
    assert found is not None
    assert int(found[1]) >= 0
