"""The report as JSON, and its published schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from transreview.reports.json_text import dumps
from transreview.workflow.quality.report_model import Report

SCHEMA_FILE = Path(__file__).parent / "schema" / "report-3.json"


def render_json(model: Report) -> str:
    """Return the report's model as JSON, keys in the model's order."""
    return dumps(model, indent=1) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema that every report of this version satisfies."""
    loaded = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded
