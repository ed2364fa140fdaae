"""Makes the published JSON Schema of the report from the classes of its model.

`python scripts/report_schema.py` writes src/transreview/reports/schema/report-3.json.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from transreview.workflow.quality.report_model import SCHEMA, Report

FILE = Path(__file__).parents[1] / "src" / "transreview" / "reports" / "schema" / "report-3.json"

PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema_of(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a type form has no type
    """Return the schema of a type: plain types, lists, pairs, dicts, literals, unions, TypedDicts."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        made = schema_of(parts[0])
        for note in parts[1:]:
            made |= note if isinstance(note, dict) else {"description": note}
        return made
    if origin is Literal:
        return {"const": parts[0]} if len(parts) == 1 else {"enum": list(parts)}
    if origin in {Union, UnionType}:
        return {"anyOf": [schema_of(part) for part in parts]}
    if origin is list:
        return {"type": "array", "items": schema_of(parts[0])}
    if origin is tuple:
        return {
            "type": "array",
            "prefixItems": [schema_of(part) for part in parts],
            "minItems": len(parts),
            "maxItems": len(parts),
        }
    if origin is dict:
        return {"type": "object", "additionalProperties": schema_of(parts[1])}
    if is_typeddict(kind):
        return _object(kind)
    return {"type": PLAIN[kind]}


def _object(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a TypedDict class
    hints = get_type_hints(kind, include_extras=True)
    return {
        "type": "object",
        "description": (kind.__doc__ or "").strip(),
        "additionalProperties": False,
        "required": sorted(kind.__required_keys__, key=list(hints).index),
        "properties": {name: schema_of(hint) for name, hint in hints.items()},
    }


def document() -> dict[str, Any]:
    """Return the whole schema."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA}
    return head | schema_of(Report)


if __name__ == "__main__":
    FILE.write_text(json.dumps(document(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
