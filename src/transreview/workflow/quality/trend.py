"""The trend: what changed since an earlier report."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from transreview.errors import InputError
from transreview.formats.json_reading import loads
from transreview.formats.reading import read_bytes
from transreview.i18n import _

Model = dict[str, Any]


def read_baseline(path: Path, schema: str) -> Model:
    """Return the model of an earlier report.

    Raises:
        InputError: The file is no JSON report of this version.
    """
    try:
        model = loads(read_bytes(path))
    except ValueError as error:
        raise InputError(
            _("not JSON: {error}").format(error=error), path=path, remedy=_("Name a report in JSON form")
        ) from error
    if not isinstance(model, dict) or model.get("schema") != schema or not _complete(model):
        raise InputError(
            _("not a report of this version"),
            path=path,
            remedy=_("Write one with `transreview report PROJECT -o report.json`"),
        )
    return model


def _complete(model: Model) -> bool:
    # Whether a trend can be made from it; anybody may have changed the file.
    try:
        trend(model, model)
    except (KeyError, TypeError, AttributeError):
        return False
    return True


def trend(before: Model, now: Model) -> Model:
    """Return new, fixed and unchanged findings by fingerprint, and scores before and now."""
    old = Counter(f["fingerprint"] for f in before["findings"]["list"])
    new = Counter(f["fingerprint"] for f in now["findings"]["list"])
    return {
        "since": before["run"]["time"],
        "findings": {
            "new": (new - old).total(),
            "fixed": (old - new).total(),
            "unchanged": (new & old).total(),
        },
        "scores": _scores(before, now),
    }


def _scores(before: Model, now: Model) -> list[Model]:
    earlier = {(s["text"], s["name"], s["language"]): s for s in before["scores"] if s["article"] is None}
    rows = [
        {
            "text": s["text"],
            "name": s["name"],
            "before": earlier[key]["value"],
            "now": s["value"],
            "same_signature": earlier[key]["signature"] == s["signature"],
        }
        for s in now["scores"]
        if s["article"] is None and (key := (s["text"], s["name"], s["language"])) in earlier
    ]
    efforts = {e["language"]: e for e in before["effort"] if e["article"] is None}
    rows += [
        {
            "text": "",
            "name": "HTER",
            "before": efforts[e["language"]]["hter"],
            "now": e["hter"],
            "same_signature": True,
        }
        for e in now["effort"]
        if e["article"] is None and e["language"] in efforts
    ]
    return rows
