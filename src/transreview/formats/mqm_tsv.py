"""MQM data as Google publishes it: tab-separated, a row an error, the span in `<v>…</v>`.

Read by splitting at tabs and nothing else: cells hold bare quotation marks, so that a CSV parser joins rows.
The names of the columns changed over the years (`seg_id`, `globalSegId`); both are known here.

Source: https://github.com/google/wmt-mqm-human-evaluation, and Marot's page on its data format.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.json_reading import loads
from transreview.formats.plain_utf8 import read_utf8
from transreview.i18n import _, ngettext
from transreview.model.finding import Side
from transreview.model.rating import Rating, Span

COLUMNS = ("system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity")
MAROT_COLUMNS = (
    "system",
    "doc",
    "docSegId",
    "globalSegId",
    "rater",
    "source",
    "target",
    "category",
    "severity",
    "metadata",
)
SEVERITIES = ("Critical", "Major", "Minor", "Neutral", "No-error")

_NAMES = {
    "docsegid": "doc_id",
    "doc_seg_id": "doc_id",
    "globalsegid": "seg_id",
    "global_seg_id": "seg_id",
    "metadata": "comment",
    "note": "comment",
}
_REQUIRED = ("system", "seg_id", "rater", "category", "severity")
_MARK = re.compile("</?v>")
_NO_ERROR = ("no-error", "no error")
_OF_NO_ERROR = ("No-error", "Neutral")
_SEVERITY_BY_NAME = {name.lower(): name for name in SEVERITIES} | {"no error": "No-error"}


def read_ratings(path: Path) -> list[Rating]:
    """Return all rows of an MQM file in their order.

    Raises:
        InputError: The file is unreadable, has no header of MQM data, a row of another width, without system,
            segment or rater, or with an unknown severity; the message names the line.
    """
    text = read_utf8(path, _("Name an MQM file in TSV form"))
    return list(parse_ratings(text.split("\n"), path))


def parse_ratings(lines: Iterable[str], path: Path | str = "-") -> Iterator[Rating]:
    """Yield the rows of MQM data from its lines; see `read_ratings`.

    Raises:
        InputError: There is no header, or a row does not fit it.
    """
    numbered = ((number, line.rstrip("\r\n")) for number, line in enumerate(lines, 1))
    rows = ((number, line) for number, line in numbered if line)
    try:
        number, header = next(rows)
    except StopIteration:
        raise InputError(
            _("no MQM data: the file is empty"), path=path, remedy=_("Name a file with a header and rows")
        ) from None
    columns = _columns(header, path, number)
    empty = True
    for number, line in rows:
        empty = False
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise InputError(
                ngettext(
                    "{found} cell where the header has {expected}",
                    "{found} cells where the header has {expected}",
                    len(cells),
                ).format(found=len(cells), expected=len(columns)),
                path=path,
                line=number,
                remedy=_("A tab or a line break inside a cell? Replace it by a space"),
            )
        yield _rating(dict(zip(columns, cells, strict=True)), path, number)
    if empty:
        raise InputError(
            _("no MQM data: the file has no row under its header"),
            path=path,
            remedy=_("Name a file with a header and rows"),
        )


def write_ratings(ratings: Sequence[Rating], *, marot: bool = False) -> str:
    """Return MQM data as text in the published form.

    Args:
        ratings: The rows.
        marot: Name the columns as Marot's viewer does and give the remark as JSON metadata.
    """
    # The older public files have no column for remarks: a file without any goes out as it came in.
    remarks = ("comment",) if any(rating.comment for rating in ratings) else ()
    rows = ["\t".join(MAROT_COLUMNS if marot else (*COLUMNS, *remarks))]
    for rating in ratings:
        source, target = _marked(rating)
        cells = [
            rating.system,
            rating.document,
            rating.document_segment,
            rating.segment,
            rating.rater,
            source,
            target,
            rating.category,
            rating.severity,
        ]
        if marot or remarks:
            cells.append(_metadata(rating) if marot else rating.comment)
        rows.append("\t".join(re.sub(r"[\t\r\n]", " ", cell) for cell in cells))
    return "\n".join(rows) + "\n"


def _columns(header: str, path: Path | str, number: int) -> list[str]:
    names = [name.strip() for name in header.split("\t")]
    columns = [_NAMES.get(name.lower(), name.lower()) for name in names]
    missing = [name for name in _REQUIRED if name not in columns]
    if missing:
        raise InputError(
            _("no column {names} in the header").format(names=", ".join(missing)),
            path=path,
            line=number,
            remedy=_("MQM data has the columns {columns}").format(columns=", ".join(COLUMNS)),
        )
    twice = next((name for name in columns if columns.count(name) > 1), None)
    if twice:
        raise InputError(
            _("the column “{name}” stands twice in the header").format(name=twice),
            path=path,
            line=number,
            remedy=_("MQM data has the columns {columns}").format(columns=", ".join(COLUMNS)),
        )
    return columns


def _rating(cells: dict[str, str], path: Path | str, number: int) -> Rating:
    severity = _SEVERITY_BY_NAME.get(cells["severity"].strip().lower())
    if severity is None:
        raise InputError(
            _("unknown severity “{severity}”").format(severity=cells["severity"]),
            path=path,
            line=number,
            remedy=_("Known are {names}").format(names=", ".join(SEVERITIES)),
        )
    if severity not in _OF_NO_ERROR and cells["category"].strip().lower() in _NO_ERROR:
        raise InputError(
            _("no error, and of the severity {severity}").format(severity=severity),
            path=path,
            line=number,
            remedy=_("Say which of both the row means: a category of error, or No-error as the severity"),
        )
    for name in ("system", "seg_id", "rater"):
        if not cells[name].strip():
            raise InputError(
                _("the cell of {name} is empty").format(name=name),
                path=path,
                line=number,
                remedy=_("Say in every row whose translation of which segment who rated"),
            )
    source, source_marks = _unmarked(cells.get("source", ""), Side.SOURCE, path, number)
    target, target_marks = _unmarked(cells.get("target", ""), Side.TARGET, path, number)
    main = next((mark for mark in (*target_marks, *source_marks) if mark.end > mark.start), None)
    main = main or next(iter((*target_marks, *source_marks)), Span(Side.TARGET, 0, 0))
    return Rating(
        system=cells["system"].strip(),
        document=cells.get("doc", "").strip(),
        segment=cells["seg_id"].strip(),
        rater=cells["rater"].strip(),
        source=source,
        target=target,
        category=cells["category"].strip(),
        severity=severity,
        side=main.side,
        start=main.start,
        end=main.end,
        comment=_remark(cells.get("comment", "").strip()),
        document_segment=cells.get("doc_id", "").strip(),
        marks=(*source_marks, *target_marks),
        line=number,
    )


def _metadata(rating: Rating) -> str:
    return json.dumps({"note": rating.comment} if rating.comment else {}, ensure_ascii=False)


def _remark(cell: str) -> str:
    """Return the rater's words from a cell that holds them or, in Marot's data, JSON around them."""
    if not cell.startswith("{"):
        return cell
    try:
        return str(loads(cell).get("note", ""))
    except ValueError:
        return cell


def _unmarked(text: str, side: Side, path: Path | str, number: int) -> tuple[str, list[Span]]:
    """Return the text without `<v>` and `</v>`, and the spans that stood between them.

    Raises:
        InputError: A mark closes before it opens, or stands in another.
    """
    plain: list[str] = []
    marks: list[Span] = []
    length = place = 0
    opened: int | None = None
    for found in _MARK.finditer(text):
        plain.append(text[place : found.start()])
        length += found.start() - place
        place = found.end()
        opening = found[0] == "<v>"
        if opening == (opened is not None):
            raise _broken_mark(path, number)
        if opened is not None:
            marks.append(Span(side, opened, length))
        opened = length if opening else None
    plain.append(text[place:])
    if opened is not None:
        marks.append(Span(side, opened, length + len(plain[-1]), closed=False))
    return "".join(plain), marks


def _broken_mark(path: Path | str, number: int) -> InputError:
    return InputError(
        _("<v> and </v> do not pair: the marked words are not certain"),
        path=path,
        line=number,
        remedy=_("Close every <v> by </v> before the next begins"),
    )


def _marked(rating: Rating) -> tuple[str, str]:
    """Return both texts with `<v>` and `</v>` around what the row marks."""
    marks = rating.marks or (
        (Span(rating.side, rating.start, rating.end),) if rating.end > rating.start else ()
    )
    texts = {Side.SOURCE: rating.source, Side.TARGET: rating.target}
    # From the end, so that what is put in does not move the spans before it.
    for mark in sorted(marks, key=lambda one: (one.start, one.end), reverse=True):
        text = texts[mark.side]
        end = "</v>" if mark.closed else ""
        texts[mark.side] = f"{text[: mark.start]}<v>{text[mark.start : mark.end]}{end}{text[mark.end :]}"
    return texts[Side.SOURCE], texts[Side.TARGET]
