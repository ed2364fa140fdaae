"""Pairs of articles in folders, found by their names: two folders alike, or languages in the names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from transreview.errors import UsageError
from transreview.formats.readers import pair_reader
from transreview.formats.registry import article_format
from transreview.i18n import _
from transreview.languages.header_names import header_language
from transreview.languages.tags import parse_tag

# "fair.zh.md", "fair_zh-CN.md", "fair-ka.md"; the language stands last.
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_APPLE = ".lproj"  # the folder of one language of a program: "ka.lproj"; "Base.lproj" names none
_SUFFIXED = re.compile(r"(?P<stem>.+?)[._-](?P<tag>[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderPairs:
    """What was found in folders.

    Attributes:
        pairs: (source, translation) by name.
        bilingual: Files that are pairs already.
        alone: Files without a partner.
        source_language: Tag that the names say, "" where they say none.
        target_language: The same of the translations.
    """

    pairs: tuple[tuple[Path, Path], ...]
    bilingual: tuple[Path, ...] = ()
    alone: tuple[Path, ...] = ()
    source_language: str = ""
    target_language: str = ""


def pairs_of_folders(source: Path, target: Path) -> FolderPairs:
    """Return the pairs of two folders: files of the same path, with or without a language in the name.

    Raises:
        UsageError: No file of one has a partner in the other.
    """
    sources, targets = list(_articles(source)), list(_articles(target))
    by_name: dict[str, list[Path]] = defaultdict(list)
    for path in targets:
        for name in dict.fromkeys(_names(path.relative_to(target))):
            by_name[name].append(path)
    pairs: list[tuple[Path, Path]] = []
    used: set[Path] = set()
    for path in sources:
        names = _names(path.relative_to(source))
        partner = next((one for name in names for one in by_name.get(name, ()) if one not in used), None)
        if partner is not None:
            pairs.append((path, partner))
            used.add(partner)
    if not pairs:
        raise UsageError(
            _("no file of one folder has a partner of the same name in the other"),
            path=source,
            remedy=_("Name translations like their sources, as fair.md and fair.ka.md."),
        )
    paired = {path for path, _partner in pairs}
    alone = [path for path in sources if path not in paired] + [path for path in targets if path not in used]
    return FolderPairs(pairs=tuple(pairs), alone=tuple(alone))


def pairs_of_folder(
    folder: Path, source_language: str | None = None, target_language: str | None = None
) -> FolderPairs:
    """Return the pairs of one folder: names that end in languages, folders of languages, bilingual files.

    Args:
        folder: The folder, looked through to the bottom.
        source_language: Language of the sources; the one that most names share when None.
        target_language: Language of the translations; the next when None.

    Raises:
        UsageError: There is no pair, or which language is the source cannot be told.
    """
    bilingual = tuple(path for path in _files(folder) if pair_reader(path) and not _is_article(path))
    groups: dict[str, dict[str, Path]] = defaultdict(dict)
    for path in _articles(folder):
        stem, tag = _apart(path.relative_to(folder))
        groups[stem].setdefault(tag, path)
    source, target = _languages(groups, source_language, target_language)
    pairs, alone = [], []
    for _stem, files in sorted(groups.items()):
        first = _closest(files, source) or (files.get("") if source != target else None)
        second = _closest(files, target) if target else None
        if first is not None and second is not None and first != second:
            pairs.append((first, second))
            alone += [path for path in files.values() if path not in {first, second}]
        else:
            alone += files.values()
    if not pairs and not bilingual:
        raise UsageError(
            _("no two files of this folder go together by their names"),
            path=folder,
            remedy=_("Put the language into the names, as fair.zh.md and fair.ka.md, or name two folders."),
        )
    return FolderPairs(
        pairs=tuple(pairs),
        bilingual=bilingual,
        alone=tuple(alone),
        source_language=source,
        target_language=target,
    )


def _languages(
    groups: Mapping[str, Mapping[str, Path]], source: str | None, target: str | None
) -> tuple[str, str]:
    """Return the languages to pair: those asked for, or the two that the names of the files have."""
    counts: dict[str, int] = defaultdict(int)
    for files in groups.values():
        for tag in files:
            if tag and len(files) > 1:
                counts[tag] += 1
    unnamed = sum("" in files and len(files) > 1 for files in groups.values())
    tags = sorted(counts, key=lambda tag: -counts[tag])
    others = [tag for tag in tags if tag not in {source, target}]
    if source and target:
        return source, target
    if source:
        return source, others[0] if others else ""
    if target:
        return (others[0] if others and not unnamed else ""), target
    if unnamed and len(tags) == 1:  # fair.md and fair.ka.md
        return "", tags[0]
    if len(tags) == 2:
        raise UsageError(
            _("the files are in {first} and {second}, and which is the source cannot be told").format(
                first=tags[0], second=tags[1]
            ),
            remedy=_("Say it with --source-lang."),
        )
    if len(tags) > 2:
        raise UsageError(
            _("the files are in {count} languages: {tags}").format(count=len(tags), tags=", ".join(tags)),
            remedy=_("Say which two with --source-lang and --target-lang."),
        )
    return "", ""


def _closest(files: Mapping[str, Path], tag: str) -> Path | None:
    if not tag:
        return files.get("")
    wanted = parse_tag(tag).language
    return next((path for one, path in files.items() if one and parse_tag(one).language == wanted), None)


def named_language(path: Path) -> str:
    """Return the bare code of the language that a file's name ends in ("fair.ka.md", "ka.json"), or ""."""
    match = _SUFFIXED.fullmatch(path.stem)
    tag = match["tag"] if match else path.stem
    return str(parse_tag(tag).language) if _TAG.fullmatch(tag) and header_language(tag) else ""


def _apart(path: Path) -> tuple[str, str]:
    """Return a file's name without its language, and the language: of the name, or of a folder above."""
    match = _SUFFIXED.fullmatch(path.stem)
    tag = header_language(match["tag"]) if match else None
    if match and tag:
        return str(path.with_name(match["stem"] + path.suffix)), str(parse_tag(match["tag"]).language)
    for part in path.parts[:-1]:
        name = part.removesuffix(_APPLE)
        rest = Path(*[one for one in path.parts if one != part])
        if header_language(name) and len(name) <= 7:
            return str(rest), str(parse_tag(name).language)
        if part == f"Base{_APPLE}":
            return str(rest), ""
    return str(path), ""


def _names(path: Path) -> list[str]:
    """Return the names under which a file's partner is looked for: with and without language and ending."""
    bare, _tag = _apart(path)
    return [str(path), bare, str(path.with_suffix("")), str(Path(bare).with_suffix(""))]


def _articles(folder: Path) -> Iterator[Path]:
    yield from (path for path in _files(folder) if _is_article(path))


def _files(folder: Path) -> Sequence[Path]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(path for path in found if not any(part.startswith(".") for part in path.parts[-3:]))


def _is_article(path: Path) -> bool:
    try:
        article_format(path)
    except UsageError:
        return False
    return bool(path.suffix)
