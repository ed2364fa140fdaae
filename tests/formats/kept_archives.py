"""Archives with an element less, and files of pairs changed in many ways, kept whole: `python -m tests.kept formats`.

Office and book files and packages lose one element or attribute after the other; told is what is read otherwise. Of
each bilingual file it is told what it becomes when its units lose their texts, or get signs, marks, forms and states.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.formats import articles_kept, kept_lines, test_pairs_golden
from tests.formats.bilingual_samples import samples
from tests.kept import printable

GOLDEN = Path(__file__).parent / "golden"

_ELEMENT = re.compile(r"<([\w:]+)(?:\s[^<>]*)?/>|<([\w:]+)(?:\s[^<>]*)?>[^<>]*</\2>")
_ATTRIBUTE = re.compile(r' [\w:]+="[^"<>]*"')
_TRIED = 11
_SKIPPED = re.compile(
    r"theme|docProps|fontTable|settings|\.rels$|Content_Types|stylesWithEffects|styles\.xml$"
)


def _parts_less(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield archives whose text members have one element or one attribute less."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    for name, content in members.items():
        if not name.endswith((".xml", ".xhtml", ".html", ".opf", ".ncx", ".sdlxliff")) or _SKIPPED.search(
            name
        ):
            continue
        text = content.decode()
        for what, pattern in (("element", _ELEMENT), ("attribute", _ATTRIBUTE)):
            found = list(pattern.finditer(text))
            for match in found[:: max(1, len(found) // _TRIED)]:
                changed = members | {name: (text[: match.start()] + text[match.end() :]).encode()}
                buffer = io.BytesIO()
                with zipfile.ZipFile(buffer, "w") as archive:
                    for member, inside in changed.items():
                        archive.writestr(zipfile.ZipInfo(member), inside)
                yield f"{name} without {what} {match[0][:60]}", buffer.getvalue()


def archives() -> str:
    """Return what is read otherwise of Office and book files and packages with one element or attribute less."""
    lines: list[str] = []
    files = {
        "word.docx": articles_kept.word(),
        "open.odt": articles_kept.ODT,
        "book.epub": articles_kept.EPUB,
    }
    packed = {name: data for name, data in samples().items() if data.startswith(b"PK")}
    for name, data in (files | packed).items():
        read = kept_lines.read_article if name in files else kept_lines.read_pairs
        whole = kept_lines.said(data, name, read)
        for what, changed in _parts_less(data):
            lines += kept_lines.otherwise(f"{name} {what}", whole, kept_lines.said(changed, name, read))
    return "\n".join(lines) + "\n"


def orders() -> str:
    """Return what becomes of files of pairs whose units are changed in other ways than one by one."""
    lines: list[str] = []
    for name, data in sorted(test_pairs_golden.FILES.items()):
        path = name.removeprefix("sample-")
        for what, after in test_pairs_golden.changed_otherwise(path, data):
            lines.append(f"{name} {what}")
            lines += [f"    {printable(line)[:200]}" for line in after[:12]]
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {
    GOLDEN / "pieces_archives.txt": archives,
    GOLDEN / "pieces_orders.txt": orders,
}
