"""Writing pairs as JSON Lines: one object a line, with state, remarks and the machine's text."""

from __future__ import annotations

import json
import re
from pathlib import Path

from transreview.errors import TransreviewError
from transreview.formats.atomic import writing
from transreview.formats.exchange import REVISION_FIELD, Exchange
from transreview.formats.jsonl import read_jsonl
from transreview.formats.reading import read_bytes
from transreview.formats.table_writing import status_word
from transreview.i18n import _
from transreview.model.pair import Pair

# Some programs take these for ends of lines.
_SEPARATORS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def write_jsonl(path: Path, exchange: Exchange) -> int:
    """Write pairs, a line each, in UTF-8; return how many.

    Raises:
        InputError: The file cannot be written.
    """
    written: list[tuple[str, str]] = []

    def verify(temporary: Path) -> None:
        if written and [(one.source, one.target) for one in _read(temporary, path)] != written:
            raise TransreviewError(
                _("the texts did not come back as they were written; the old file was kept"),
                path=path,
                remedy=_("Please report this: it is a fault of the program or of the disk."),
            )

    with writing(path, verify=verify) as stream:
        for file in exchange.files:
            for pair in file.units:
                line = json.dumps(_record(pair, file.name, exchange), ensure_ascii=False)
                stream.write(_SEPARATORS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", line).encode() + b"\n")
                written.append((pair.source, pair.target))
    return len(written)


def _read(temporary: Path, path: Path) -> tuple[Pair, ...]:
    return read_jsonl(read_bytes(temporary), path, encoding="utf-8").pairs


def _record(pair: Pair, article: str, exchange: Exchange) -> dict[str, object]:
    """Return what a line says; what a pair does not have is left out."""
    record: dict[str, object] = {
        "id": pair.id,
        "document": article,
        "source_lang": exchange.source_language,
        "target_lang": exchange.target_language,
        "source": pair.source,
        "target": pair.target,
        "status": status_word(pair),
    }
    if pair.machine:
        record["machine"] = pair.machine
    if pair.proposals:
        record["proposals"] = dict(pair.proposals)
    if pair.comments:
        record["comments"] = [{"by": who, "text": what} for who, what in pair.comments]
    if exchange.revision:
        record[REVISION_FIELD] = exchange.revision
    return record
