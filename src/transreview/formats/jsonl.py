"""JSON Lines of translations: one object a line, with source and translation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.encoding import decode
from transreview.formats.exchange import REVISION_FIELD
from transreview.formats.json_reading import loads
from transreview.formats.lines import LINE_END
from transreview.formats.reading import display_name
from transreview.formats.table_states import stage_of
from transreview.i18n import _
from transreview.model.pair import Pair, PairChange, PairFile

# JSON can name halves of surrogate pairs and NUL; no text file can carry them.
_IMPOSSIBLE = re.compile("[\0\ud800-\udfff]")

_SOURCES = ("source", "src")
_TARGETS = ("target", "mt", "tgt", "translation", "hyp")


def read_jsonl(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,
    source_language: str | None = None,  # noqa: ARG001 - each line has one pair
    target_language: str | None = None,  # noqa: ARG001
) -> PairFile:
    """Return the texts of a JSON Lines file.

    Each line holds an object with "source" (or "src") and "target" ("mt", "tgt", "translation"),
    and where wanted "id", "status", "note", "context", "document", "source_lang", "target_lang",
    "machine", "proposals" (engine → text) and "comments" (a text, or objects with "by" and "text").

    Raises:
        InputError: A line is no such object, is cut off, or repeats an id; with the line.
    """
    decoded = decode(data, encoding, path=path)
    pairs: list[Pair] = []
    languages = ("", "")
    revision = ""
    for pair, record in _pairs(decoded.text, path):
        pairs.append(pair)
        revision = revision or str(record.get(REVISION_FIELD) or "")
        if languages == ("", ""):
            languages = (str(record.get("source_lang") or ""), str(record.get("target_lang") or ""))
    return PairFile(
        format="JSON Lines",
        pairs=tuple(pairs),
        source_language=languages[0],
        target_language=languages[1],
        header={REVISION_FIELD: revision} if revision else {},
        encoding=decoded.encoding,
    )


def update_jsonl(
    data: bytes,
    path: Path | str,
    changes: Mapping[str, PairChange],
    *,
    encoding: str | None = None,
    source_language: str | None = None,  # noqa: ARG001
    target_language: str | None = None,  # noqa: ARG001
) -> bytes:
    """Return a JSON Lines file in which only the lines of changed texts differ."""
    decoded = decode(data, encoding, path=path)
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", decoded.text)
    for pair, record in _pairs(decoded.text, path):
        change = changes.get(pair.identity)
        if change is None:
            continue
        if change.target is not None:
            record[next(key for key in _TARGETS if key in record)] = change.target
        if change.status is not None and "status" in record:
            record["status"] = "needs-work" if change.needs_work else change.status.value
        line = lines[pair.line - 1]
        end = line[len(line.rstrip("\r\n")) :]
        escaped = "\\u" in line and line.isascii()
        compact = '":"' in line and '": "' not in line
        separators = (",", ":") if compact else (", ", ": ")
        lines[pair.line - 1] = json.dumps(record, ensure_ascii=escaped, separators=separators) + end
    mark = "\ufeff" if decoded.encoding in {"utf-8-sig", "utf-16"} else ""
    codec = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le" if data[:1] == b"\xff" else "utf-16-be"}
    return (mark + "".join(lines)).encode(codec.get(decoded.encoding, decoded.encoding))


def _pairs(text: str, path: Path | str) -> Iterator[tuple[Pair, dict[str, object]]]:
    lines: dict[str, int] = {}
    for number, line in enumerate(LINE_END.split(text), start=1):
        if not line.strip():
            continue
        record = _record(line, path, number)
        pair = _pair(record, path, number)
        first = lines.setdefault(pair.identity, number)
        if first != number:
            raise _wrong(
                _("the id {id} is there twice (lines {first} and {second})").format(
                    id=pair.id, first=first, second=number
                ),
                path,
                number,
            )
        yield pair, record


def _record(line: str, path: Path | str, number: int) -> dict[str, object]:
    try:
        record = loads(line)
    except ValueError as error:
        raise _wrong(_("this line is not JSON: {reason}").format(reason=error), path, number) from error
    if not isinstance(record, dict):
        raise _wrong(_("this line is no JSON object"), path, number)
    return record


def _pair(record: dict[str, object], path: Path | str, number: int) -> Pair:
    source = next((record[key] for key in _SOURCES if key in record), None)
    target = next((record[key] for key in _TARGETS if key in record), None)
    if not isinstance(source, str) or not isinstance(target, str):
        missing = "source" if not isinstance(source, str) else "target"
        raise _wrong(_("this object has no text “{key}”").format(key=missing), path, number)
    for text in (source, target):
        found = _IMPOSSIBLE.search(text)
        if found:
            raise _wrong(
                _("a text holds U+{code:04X}, which is no character").format(code=ord(found[0])), path, number
            )
    state, document = str(record.get("status") or ""), str(record.get("document") or "")
    stage = stage_of(state)
    name = str(record.get("id", number))
    return Pair(
        id=name,
        key=f"{document}\x04{name}" if document else name,
        source=source,
        target=target,
        line=number,
        target_line=number,
        context=str(record.get("context") or ""),
        note=str(record.get("note") or ""),
        document=document,
        status=stage.status,
        needs_work=stage.needs_work,
        state=state,
        machine=str(record.get("machine") or ""),
        proposals=tuple(_named(record.get("proposals"))),
        comments=tuple(_remarks(record.get("comments") or record.get("comment"))),
    )


def _named(said: object) -> Iterator[tuple[str, str]]:
    """Yield (engine, text) of what other engines propose."""
    if isinstance(said, dict):
        yield from ((str(name), text) for name, text in said.items() if isinstance(text, str) and text)


def _remarks(said: object) -> Iterator[tuple[str, str]]:
    """Yield (who, what) of remarks: a text, or a list of texts or objects."""
    for one in said if isinstance(said, list) else [said]:
        if isinstance(one, str) and one.strip():
            yield "", one
        elif isinstance(one, dict) and isinstance(what := one.get("text"), str) and what.strip():
            yield str(one.get("by") or ""), what


def _wrong(message: str, path: Path | str, number: int) -> InputError:
    remedy = _('Each line holds one object: {"id": "1", "source": "…", "target": "…"}')
    return InputError(message, path=display_name(path), line=number, remedy=remedy)
