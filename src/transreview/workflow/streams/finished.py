"""Finished parts in the folder of a run: kept with what they were made of, so that a run can go on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from transreview.errors import InputError, UsageError
from transreview.formats import atomic
from transreview.i18n import _
from transreview.workflow.streams.part import Part
from transreview.workflow.streams.task import PartResult, Summary

RESULT = "result.jsonl"
SUMMARY = "summary.json"
_PARTS = "parts"
_MARK = "transreview-corpus.json"


class FinishedParts:
    """The folder of a run.

    Args:
        folder: Where results go; made when it is not there.
        fingerprint: Of the task; parts that another task or version made do not count.

    Raises:
        UsageError: The folder holds other things.
        InputError: It cannot be made.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self.folder = folder
        self._fingerprint = fingerprint
        try:
            if folder.exists() and not (folder / _MARK).exists() and any(folder.iterdir()):
                raise UsageError(
                    _("this folder holds other files than a run's results"),
                    path=folder,
                    remedy=_("Name a new folder, or an empty one"),
                )
            (folder / _PARTS).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                _("this folder cannot be used: {error}").format(error=error.strerror or error),
                path=folder,
                remedy=_("Name another with --out"),
            ) from error
        atomic.write(folder / _MARK, b'{"format": "transreview-corpus-1"}\n')

    def summary_of(self, part: Part) -> Summary | None:
        """Return the summary of a part that is finished and whole, else None."""
        lines, manifest = self._places(part)
        try:
            found = json.loads(manifest.read_bytes())
            with lines.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except (OSError, ValueError):
            return None
        if not isinstance(found, dict) or found.get("sha256") != digest:
            return None
        summary = found.get("summary")
        return summary if isinstance(summary, dict) else None

    def keep(self, part: Part, result: PartResult) -> None:
        """Keep what was made of a part: first the lines, then the manifest that vouches for them."""
        lines, manifest = self._places(part)
        atomic.write(lines, result.lines)
        found = {
            "path": part.path.name,
            "first": part.first,
            "records": part.count,
            "sha256": hashlib.sha256(result.lines).hexdigest(),
            "summary": result.summary,
        }
        atomic.write(manifest, json.dumps(found, ensure_ascii=False, sort_keys=True).encode() + b"\n")

    def join(self, parts: Sequence[Part], summary: Summary) -> None:
        """Write the result of the whole corpus, in the order of its parts, and its summary."""
        with atomic.writing(self.folder / RESULT) as out:
            for part in parts:
                self._copy(self._places(part)[0], out)
        data = json.dumps(summary, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"
        atomic.write(self.folder / SUMMARY, data)

    def sweep(self, parts: Sequence[Part]) -> None:
        """Remove what earlier runs left of parts that are no longer of this corpus."""
        kept = {place.name for part in parts for place in self._places(part)}
        for file in (self.folder / _PARTS).iterdir():
            if file.name not in kept:
                file.unlink(missing_ok=True)

    def _places(self, part: Part) -> tuple[Path, Path]:
        """Return where the lines and the manifest of a part are: named by what they are made of."""
        name = hashlib.blake2b(
            f"{self._fingerprint} {part.path.name} {part.digest} {part.first} {part.count}".encode(),
            digest_size=12,
        ).hexdigest()
        return self.folder / _PARTS / f"{name}.jsonl", self.folder / _PARTS / f"{name}.json"

    def _copy(self, file: Path, out: BinaryIO) -> None:
        with _reading(file) as stream:
            while block := stream.read(1 << 20):
                out.write(block)


@contextmanager
def _reading(file: Path) -> Iterator[BinaryIO]:
    with file.open("rb") as stream:
        yield stream
