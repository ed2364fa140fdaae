"""Trados packages: the bilingual files of a .sdlppx read as one, and a .sdlrpx made of it to send back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from transreview.errors import InputError
from transreview.formats.packed import Packed
from transreview.formats.reading import display_name
from transreview.formats.wanted_languages import best_match, same_tag
from transreview.formats.xliff import read_xliff
from transreview.formats.xliff_updating import update_xliff
from transreview.i18n import _
from transreview.model.pair import PairChange, PairFile

_PACKAGE = re.compile(rb"""(PackageType\s*=\s*)(["'])ProjectPackage\2""")


def read_package(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> PairFile:
    """Return the texts of all bilingual files of a Trados package.

    Raises:
        InputError: It is no package, damaged, or has no bilingual files.
    """
    packed = Packed(data, path)
    files = list(_members(packed, path, encoding, source_language, target_language))
    if not files:
        raise InputError(
            _("there is no bilingual file in this package"),
            path=display_name(path),
            remedy=_("Ask for a package with files to translate."),
        )
    first = files[0][1]
    pairs = [
        replace(pair, key=f"{name}\x04{pair.identity}", document=PurePosixPath(name).name)
        for name, file in files
        for pair in file.pairs
    ]
    warnings = [f"{name}: {warning}" for name, file in files for warning in file.warnings]
    return PairFile(
        format="Trados package",
        pairs=tuple(pairs),
        source_language=first.source_language,
        target_language=first.target_language,
        warnings=tuple(warnings),
    )


def update_package(
    data: bytes,
    path: Path | str,
    changes: Mapping[str, PairChange],
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> bytes:
    """Return the return package: the same members, with the changed texts in their files."""
    packed = Packed(data, path)
    replaced: dict[str, bytes] = {}
    for name, file in _members(packed, path, encoding, source_language, target_language):
        own = {
            pair.identity: changes[key]
            for pair in file.pairs
            if (key := f"{name}\x04{pair.identity}") in changes
        }
        if own:
            part = packed.part(name)
            replaced[name] = update_xliff(part, f"{display_name(path)} ({name})", own, encoding=encoding)
    for name in packed.names:
        if name.endswith(".sdlproj"):
            project = packed.part(name)
            returned = _PACKAGE.sub(rb"\1\2ReturnPackage\2", project)
            if returned != project:
                replaced[name] = returned
    return packed.replaced(replaced)


def _members(
    packed: Packed,
    path: Path | str,
    encoding: str | None,
    source_language: str | None,
    target_language: str | None,
) -> Iterator[tuple[str, PairFile]]:
    """Yield the bilingual files in the languages asked for; those of the source alone are left out."""
    from collections import Counter

    read = [
        (name, read_xliff(packed.part(name), f"{display_name(path)} ({name})", encoding=encoding))
        for name in packed.names
        if name.lower().endswith(".sdlxliff")
    ]
    translated = [(name, file) for name, file in read if file.target_language]
    counts = Counter((file.source_language, file.target_language) for _name, file in translated)
    if not counts:
        return
    chosen = best_match(counts, source_language, target_language)
    for name, file in translated:
        if same_tag(file.source_language, chosen[0]) and same_tag(file.target_language, chosen[1]):
            folder = name.replace("\\", "/").split("/")[0]
            if not same_tag(folder, file.source_language):  # its own folder has the untranslated copy
                yield name, file
