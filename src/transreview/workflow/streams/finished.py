"""Finished parts in the folder of a run: kept with what they were made of, so that a run can go on."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from transreview.errors import ConflictError, InputError, UsageError
from transreview.formats import atomic, leftovers
from transreview.formats.reading import reading_failed
from transreview.i18n import _
from transreview.workflow.streams.part import Part
from transreview.workflow.streams.partitions import partition_fields
from transreview.workflow.streams.task import PartResult, Summary

RESULT = "result.jsonl"
SUMMARY = "summary.json"
_PARTS = "parts"
_MARK = "transreview-corpus.json"


@contextmanager
def claimed_folder(folder: Path, known: Sequence[str] = ()) -> Iterator[None]:
    """Take a folder for the results of a run while a block lasts.

    Args:
        folder: Where results go; made when it is not there.
        known: What an earlier version put there without a mark.

    Raises:
        UsageError: The folder holds other things.
        ConflictError: Another run is writing there.
        InputError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # A run that was killed at its very beginning may have left the mark half-written.
        others = [file.name for file in folder.iterdir() if not file.name.startswith(f".{_MARK}.")]
        if _MARK not in others and not set(others) <= set(known):
            raise UsageError(
                _("this folder holds other files than a run's results"),
                path=folder,
                remedy=_("Name a new folder, or an empty one"),
            )
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise InputError(
            _("this folder cannot be used: {error}").format(error=error.strerror or error),
            path=folder,
            remedy=_("Name another with --out"),
        ) from error
    try:
        if not leftovers.claim(handle):
            raise ConflictError(
                _("another run is writing to this folder"),
                path=folder,
                remedy=_("Wait until it has ended, or name another with --out"),
            )
        atomic.write(folder / _MARK, b'{"format": "transreview-corpus-1"}\n')
        yield
    finally:
        os.close(handle)


class FinishedParts:
    """The parts in the folder of a run, which has been claimed.

    Args:
        folder: Where results go.
        fingerprint: Of the task; parts that another task or version made do not count.

    Raises:
        InputError: The folder of the parts cannot be made.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self.folder = folder
        self._fingerprint = fingerprint
        try:
            (folder / _PARTS).mkdir(exist_ok=True)
        except OSError as error:
            raise atomic.writing_failed(folder / _PARTS, error) from error

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
        if found.pop("seal", None) != _seal(found):
            return None
        summary: Summary = found["summary"]
        return summary

    def keep(self, part: Part, result: PartResult) -> Summary:
        """Keep what was made of a part: first the lines, then the manifest that vouches for them.

        Returns:
            The summary as the next run will read it.
        """
        lines, manifest = self._places(part)
        atomic.write(lines, result.lines)
        found = {
            "path": part.path.name,
            "first": part.first,
            "records": part.count,
            "sha256": hashlib.sha256(result.lines).hexdigest(),
            "summary": result.summary,
        }
        sealed = _written(found | {"seal": _seal(found)})
        atomic.write(manifest, sealed + b"\n")
        summary: Summary = json.loads(sealed)["summary"]
        return summary

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
            if file.name not in kept and not file.is_dir():
                file.unlink(missing_ok=True)

    def _places(self, part: Part) -> tuple[Path, Path]:
        """Return where the lines and the manifest of a part are: named by what they are made of."""
        made_of = [self._fingerprint, part.path.name, part.digest, part.first, part.count]
        if given := partition_fields(part.path):
            made_of.append(given)
        written = " ".join(map(str, made_of)).encode(errors="surrogateescape")
        name = hashlib.blake2b(written, digest_size=12).hexdigest()
        return self.folder / _PARTS / f"{name}.jsonl", self.folder / _PARTS / f"{name}.json"

    def _copy(self, file: Path, out: BinaryIO) -> None:
        try:
            stream = file.open("rb")
        except OSError as error:
            raise reading_failed(file, error) from error
        with stream:
            while block := stream.read(1 << 20):
                out.write(block)


def _written(found: dict[str, Any]) -> bytes:
    # A file's name need not be text in any encoding: escapes carry it.
    return json.dumps(found, sort_keys=True).encode()


def _seal(found: dict[str, Any]) -> str:
    """Return what proves that a manifest is whole: a changed figure in it would be a wrong sum."""
    return hashlib.blake2b(_written(found), digest_size=16).hexdigest()
