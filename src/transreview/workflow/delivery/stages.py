"""Status and flag as formats can say them."""

from __future__ import annotations

from transreview.model.pair import Pair, PairFile
from transreview.model.segment import Status

Stage = tuple[Status | None, bool]
"""Status and flag of a segment."""


def expressed(file: PairFile, pair: Pair, stage: Stage) -> Stage:
    """Return status and flag as a file can say them of a unit, so that what it cannot say is no change.

    Args:
        file: The file.
        pair: The unit of it.
        stage: Status and flag of a segment.
    """
    status, flag = stage
    if file.format == "TMX" or (file.format in _TABLES and not _has_states(file, pair)):
        return None, False
    if file.format == "PO" or pair.state in {"confirmed", "unconfirmed"}:
        done = status is not None and status.is_done and not flag
        return (Status.CONFIRMED if done else Status.MACHINE), False
    if file.format == "XLIFF 1":
        return (Status.EDITED if flag else status), False
    return (Status.EDITED if flag else status), flag


_TABLES = frozenset({"table", "XLSX", "DOCX", "RTF", "JSON Lines"})


def _has_states(file: PairFile, pair: Pair) -> bool:
    """Whether a table has a column of statuses; of lines of JSON each may have one."""
    return bool(pair.state) or (file.format != "JSON Lines" and any(one.state for one in file.pairs[:1000]))
