"""Write the schemas of --json outputs from what the commands print: `python scripts/json_schemas.py`.

A key is required where every sample has it; further keys are allowed, so that programs that read the
output today read tomorrow's too. Look at the difference before it is committed: a key that is gone
breaks somebody's program.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.reports.json_outputs import CALLS, files, outputs
from transreview.resources import schema_folder

NAMES = {bool: "boolean", int: "integer", float: "number", str: "string", type(None): "null"}


def described(values: list[object]) -> dict[str, object]:
    """Return the schema of some values."""
    objects = [value for value in values if isinstance(value, dict)]
    lists = [value for value in values if isinstance(value, list)]
    types = {NAMES[type(value)] for value in values if type(value) in NAMES}
    if "number" in types:
        types.discard("integer")
    schema: dict[str, object] = {}
    if objects:
        types.add("object")
        keys = dict.fromkeys(key for value in objects for key in value)
        schema["properties"] = {key: described([v[key] for v in objects if key in v]) for key in keys}
        schema["required"] = [key for key in keys if all(key in value for value in objects)]
    if lists:
        types.add("array")
        items = [item for value in lists for item in value]
        if items:
            schema["items"] = described(items)
    if types == {"null"}:
        return {}  # nothing is known of what else it may be
    found = sorted(types)
    return {"type": found[0] if len(found) == 1 else found, **schema} if found else schema


# What may be null though no sample shows it: what nobody knows, or what stays as it is.
NULLABLE = {
    "check": {"fix"},
    "merge": {"base", "theirs", "status", "needs_work"},
    "mqm-score": {"agreement", "alpha"},
    "score-project": {"hter", "character_rate", "per_thousand_words", "mean", "interval"},
}


def with_nulls(schema: object, names: set[str]) -> None:
    """Let properties of these names be null, wherever they are."""
    if not isinstance(schema, dict):
        return
    for name, inner in schema.get("properties", {}).items():
        if name in names and "type" in inner:
            types = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
            inner["type"] = sorted({*types, "null"})
        with_nulls(inner, names)
    with_nulls(schema.get("items"), names)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = files(Path(folder))
        for name, calls in CALLS.items():
            schema = {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "title": f"transreview {' '.join(calls[0].split()[:1])} --json",
                **described(outputs(paths, name)),
            }
            with_nulls(schema, NULLABLE.get(name, set()))
            text = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
            (schema_folder() / f"{name}-1.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
