"""Bilingual files of every kind: all that is read of them, and the files with every unit changed.

Each file of the folder, and each of `bilingual_samples`, has `NAME.read`: what is read of it, then what of
the file differs once every translation was edited, and once every status was set. After a change that is
meant, `python -m tests.kept formats` writes them again; look at what the change did.
"""

from __future__ import annotations

import difflib
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from functools import partial
from pathlib import Path

import pytest

from tests.formats.bilingual_samples import samples
from transreview.errors import TransreviewError
from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.model.pair import Pair, PairChange, PairFile
from transreview.model.segment import Status

FOLDER = Path(__file__).parent / "golden" / "pairs"
FILES = {file.name: file.read_bytes() for file in FOLDER.iterdir() if file.suffix != ".read"} | {
    f"sample-{name}": data for name, data in samples().items()
}
FILES |= {
    f"crlf-{name}": FILES[name].replace(b"\n", b"\r\n")
    for name in ("odd.xlf", "sep.csv", "bare.tsv", "odd.jsonl")
}
EMPTY = Pair(id="", source="")


def described(file: PairFile) -> list[str]:
    lines = []
    for one in fields(file):
        value = getattr(file, one.name)
        if one.name != "pairs" and value:
            lines.append(f"{one.name}: {value!r}")
    for pair in file.pairs:
        said = {one.name: getattr(pair, one.name) for one in fields(pair)}
        lines.append("")
        lines += [f"  {name}: {value!r}" for name, value in said.items() if value != getattr(EMPTY, name)]
    return lines


def text_of(data: bytes) -> list[str]:
    """Return a file as lines; the parts of an archive that are text, one behind the other."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        return [line for name in sorted(parts) for line in (f"== {name}", *_lines(parts[name]))]
    return _lines(data)


def _lines(data: bytes) -> list[str]:
    for encoding in ("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", "gb18030"):
        try:
            return data.decode(encoding).replace("><", ">\n<").split("\n")
        except UnicodeDecodeError:
            continue
    return [hashlib.sha256(data).hexdigest()]


def differing(before: bytes, after: bytes) -> list[str]:
    lines = difflib.unified_diff(text_of(before), text_of(after), n=0, lineterm="")
    return [line for line in lines if line[:2] not in {"--", "++", "@@"}]


def told(name: str, data: bytes) -> str:
    """Return all of it: what is read, and what an edit and a status change in the file."""
    path = name.removeprefix("sample-")
    file = parse_bilingual(data, path)
    texts = {
        pair.identity: PairChange(
            target=f"ახალი {pair.target}".strip(),
            plurals=tuple(f"ახალი {one}" for one in pair.plurals) or None,
        )
        for pair in file.pairs
    }
    statuses = list(Status)
    stages = {
        pair.identity: PairChange(status=statuses[number % 4], needs_work=number % 3 == 0)
        for number, pair in enumerate(file.pairs)
    }
    parts = [
        *described(file),
        "",
        "--- every translation edited",
        *differing(data, updated_bilingual(data, path, texts)),
        "",
        "--- every status set",
        *differing(data, updated_bilingual(data, path, stages)),
        "",
    ]
    return "\n".join(part.replace("\r", "␍") for part in parts)


def changed_otherwise(path: str, data: bytes) -> Iterator[tuple[str, list[str]]]:
    """Yield what a file becomes when units lose their texts, get marks and signs, or have plural forms and states."""
    pairs = parse_bilingual(data, path).pairs
    changes = {
        "emptied": lambda _pair: PairChange(target="", plurals=()),
        "signs": lambda pair: PairChange(
            target=f'{pair.target}\n<b>"x"</b> & \\t\t {{0}}', status=Status.APPROVED
        ),
        "as they are": lambda pair: PairChange(
            target=pair.target, status=pair.status, needs_work=pair.needs_work
        ),
        "as the source": lambda pair: PairChange(target=pair.source, needs_work=True),
        "flagged": lambda _pair: PairChange(needs_work=True),
        "not flagged": lambda _pair: PairChange(needs_work=False, status=Status.MACHINE),
        "many forms": lambda pair: PairChange(
            target="a", plurals=("b", "c", "d") if pair.is_plural else None
        ),
    }
    for what, change in changes.items():
        try:
            after = updated_bilingual(data, path, {pair.identity: change(pair) for pair in pairs})
        except TransreviewError as error:
            yield what, [f"! {error}"]
            continue
        yield what, differing(data, after)


@pytest.mark.parametrize("name", sorted(FILES))
def test_all_that_is_read_and_written(name: str) -> None:
    kept = (FOLDER / f"{name}.read").read_text(encoding="utf-8")
    assert told(name, FILES[name]) == kept, "where this is meant: python -m tests.kept formats"


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_that_nothing_changes_comes_back_to_the_byte(name: str) -> None:
    path = name.removeprefix("sample-")
    data = FILES[name]
    if not path.endswith(".sdlppx"):  # a package goes back as a return package
        assert updated_bilingual(data, path, {}) == data


PARTS = {FOLDER / f"{name}.read": partial(told, name, data) for name, data in FILES.items()}
