"""The HTML report in a real browser: no console error, no request, sorting works."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.reports.sample import sample_model
from transreview.reports.html import render_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

# Sorts a table by its first numeric column through the page's own buttons, then writes what it saw to the title.
PROBE = """
<script>
addEventListener("load", () => {
  const table = document.querySelector("table.sortable");
  const heads = [...table.tHead.rows[0].cells];
  const column = heads.findIndex(head => head.textContent.startsWith("Article"));
  heads[column].querySelector("button").click();
  const up = [...table.tBodies[0].rows].map(row => row.cells[column].textContent);
  heads[column].querySelector("button").click();
  const down = [...table.tBodies[0].rows].map(row => row.cells[column].textContent);
  document.body.setAttribute("data-probe", JSON.stringify({up, down, sort: heads[column].getAttribute("aria-sort"),
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
    assert "&quot;up&quot;:[&quot;all&quot;,&quot;mirror-industry&quot;]" in dom
    assert "&quot;down&quot;:[&quot;mirror-industry&quot;,&quot;all&quot;]" in dom
