"""The facts that `transreview doctor` tells: each is good, missing for some feature, or wrong."""

from __future__ import annotations

import importlib
import importlib.metadata
import locale
import os
import platform
import shutil
import sqlite3
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.reports.visible import one_line, path_line

# RETURNING came with this version.
_SQLITE_NEEDED = (3, 35, 0)
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"}
_LIBRARIES = ("textual", "sacrebleu", "polib", "lxml", "numpy", "rapidfuzz", "click")


class Level(StrEnum):
    """How good a fact is."""

    GOOD = "good"
    MISSING = "missing"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was looked at.

    Attributes:
        topic: What it belongs to.
        level: How good it is.
        fact: One sentence.
        remedy: What to do about it, empty where there is nothing to do.
    """

    topic: str
    level: Level
    fact: str
    remedy: str = ""


def examine(project: Path | None = None) -> list[Fact]:
    """Return all facts, those of a project included when one is named."""
    facts = [*_versions(), *_terminal(), *_places(), *_features()]
    if project is not None:
        facts += _project(project)
    return facts


def _versions() -> Iterator[Fact]:
    from transreview import __version__

    topic = _("Versions")
    system = f"{platform.system()} {platform.release()}"
    yield Fact(topic, Level.GOOD, f"transreview {__version__}, Python {platform.python_version()}, {system}")
    versions = ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    yield Fact(topic, Level.GOOD, versions)
    found = tuple(map(int, sqlite3.sqlite_version.split(".")))
    if found >= _SQLITE_NEEDED:
        yield Fact(topic, Level.GOOD, _("SQLite {version}").format(version=sqlite3.sqlite_version))
    else:
        yield Fact(
            topic,
            Level.WRONG,
            _("SQLite {version} is too old to keep projects").format(version=sqlite3.sqlite_version),
            _("Use a Python with SQLite 3.35 or newer"),
        )


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "–"


def _terminal() -> Iterator[Fact]:
    topic = _("Terminal and language")
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    settings = ", ".join(f"{name}={os.environ[name]}" for name in ("LC_ALL", "LANG") if os.environ.get(name))
    if encoding == "utf8":
        yield Fact(topic, Level.GOOD, _("output is UTF-8 ({settings})").format(settings=settings or "–"))
    else:
        yield Fact(
            topic,
            Level.WRONG,
            _("output is {encoding}: Georgian and Chinese cannot be shown").format(encoding=encoding or "–"),
            _("Set LANG to a UTF-8 locale, for example C.UTF-8"),
        )
    yield Fact(
        topic,
        Level.GOOD,
        _("preferred encoding of files: {encoding}").format(encoding=locale.getpreferredencoding(False)),
    )
    if not sys.stdout.isatty():
        yield Fact(topic, Level.MISSING, _("no terminal: colours, size and widths were not looked at"))
        return
    yield from _screen(topic)


def _screen(topic: str) -> Iterator[Fact]:
    term = os.environ.get("TERM", "")
    size = shutil.get_terminal_size()
    if term in {"", "dumb", "unknown"}:
        yield Fact(
            topic,
            Level.WRONG,
            _("TERM is “{term}”: nothing can be placed on the screen").format(term=term),
            _("Use `transreview review --linear`, or a terminal that says what it is"),
        )
        return
    enough = size.columns >= 80 and size.lines >= 24
    words = _("{columns} × {lines} characters, TERM={term}")
    yield Fact(
        topic,
        Level.GOOD if enough else Level.MISSING,
        words.format(columns=size.columns, lines=size.lines, term=term),
        "" if enough else _("The screen is made for 80 × 24 and more"),
    )
    colours = os.environ.get("COLORTERM", "")
    if os.environ.get("NO_COLOR"):
        yield Fact(topic, Level.GOOD, _("no colours, as NO_COLOR asks; nothing is said by colour alone"))
    elif colours in {"truecolor", "24bit"}:
        yield Fact(topic, Level.GOOD, _("16 million colours"))
    else:
        many = "256" in term
        yield Fact(topic, Level.GOOD, _("256 colours") if many else _("16 colours"))
    from transreview.cli.cell_widths import SAMPLES, measured

    widths = measured()
    if widths is None:
        yield Fact(topic, Level.MISSING, _("the terminal does not say how wide it draws characters"))
        return
    for sample, expected in SAMPLES.items():
        name = unicodedata.name(sample[0], "").split(" LETTER")[0].title()
        drawn = widths.get(sample)
        words = _("{sample} ({name}): drawn {drawn} wide, {expected} expected")
        fact = words.format(sample=sample, name=name, drawn=drawn, expected=expected)
        if drawn == expected:
            yield Fact(topic, Level.GOOD, fact)
        else:
            yield Fact(
                topic, Level.MISSING, fact, _("Lines may be ragged: choose another font, or set it to narrow")
            )


def _places() -> Iterator[Fact]:
    import platformdirs

    topic = _("Folders")
    for words, folder in (
        (_("settings: {folder}"), platformdirs.user_config_path("transreview")),
        (_("caches: {folder}"), platformdirs.user_cache_path("transreview")),
        (_("data: {folder}"), platformdirs.user_data_path("transreview")),
    ):
        there = next(one for one in (folder, *folder.parents) if one.exists())
        if there.is_dir() and os.access(there, os.W_OK):
            yield Fact(topic, Level.GOOD, words.format(folder=folder))
        else:
            remedy = _("Make {folder} writable; until then nothing is remembered there").format(folder=there)
            yield Fact(topic, Level.MISSING, words.format(folder=folder), remedy)


def _features() -> Iterator[Fact]:
    topic = _("Features")
    for package, module, feature, extra in (
        ("psycopg", "psycopg", _("projects on a PostgreSQL server"), "server"),
        ("textual-serve", "textual_serve", _("the screen in a browser"), "serve"),
        ("dask", "distributed", _("corpora on many machines"), "corpus"),
        ("pyarrow", "pyarrow.parquet", _("Parquet folders"), "corpus"),
        ("unbabel-comet", "", _("COMET scores"), "comet"),  # loading it takes a minute
    ):
        version = _version(package)
        remedy = _("pip install 'transreview[{extra}]'").format(extra=extra)
        if version == "–":
            yield Fact(topic, Level.MISSING, f"{feature}: {package}", remedy)
        elif reason := _unloadable(module):
            words = _("{feature}: {package} {version} is there, but cannot be loaded ({reason})")
            said = words.format(feature=feature, package=package, version=version, reason=reason)
            yield Fact(topic, Level.WRONG, said, remedy)
        else:
            yield Fact(topic, Level.GOOD, f"{feature}: {package} {version}")
    yield from _spelling(topic)
    yield from _plugins(topic)


def _unloadable(module: str) -> str:
    """Return why a module cannot be loaded (a library that it needs is not there), "" where it can."""
    if not module:
        return ""
    try:
        importlib.import_module(module)
    except Exception as error:  # noqa: BLE001 - whatever another package's code raises
        return one_line(str(error) or type(error).__name__, limit=100)
    return ""


def _spelling(topic: str) -> Iterator[Fact]:
    from transreview.languages.hunspell import dictionaries

    yield Fact(topic, Level.GOOD, _("spelling of Georgian: the program's own word list"))
    found, version = sorted(dictionaries()), _version("chunspell")
    names = ", ".join(found)
    if found and version != "–":
        words = _("spelling of other languages: Hunspell dictionaries {names}")
        yield Fact(topic, Level.GOOD, words.format(names=names))
    elif found:
        words = _("spelling of other languages: the dictionaries {names} are there, chunspell is not")
        remedy = _("pip install 'transreview[{extra}]'").format(extra="spelling")
        yield Fact(topic, Level.MISSING, words.format(names=names), remedy)
    else:
        yield Fact(
            topic,
            Level.MISSING,
            _("spelling of other languages: no Hunspell dictionary"),
            _("Install one (Debian: hunspell-de-de …), or name a folder of .aff and .dic files by DICPATH"),
        )


def _plugins(topic: str) -> Iterator[Fact]:
    from importlib import import_module

    from transreview import plugin_problems, plugins

    for place in plugins.KINDS.values():
        module, name = place.split(":")
        for plugin in plugins.load(getattr(import_module(module), name)):
            yield Fact(
                topic,
                Level.GOOD,
                _("plug-in {name} of {package}").format(name=plugin.name, package=plugin.package),
            )
    for problem in plugin_problems.problems():
        yield Fact(topic, Level.MISSING, problem.sentence, _("Update or remove the package that brings it"))


def _project(path: Path) -> Iterator[Fact]:
    from transreview.project import Project
    from transreview.project.address import is_server

    topic = _("Project")
    server = is_server(path)
    name = path_line(path)
    try:
        with Project.open(path, read_only=True) as project:
            count, entries = project.progress().segments, project.journal.last_id()
            others = project.sessions.others()
    except TransreviewError as error:
        yield Fact(topic, Level.WRONG, error.message, error.remedy or "")
        return
    words = ngettext(
        "{name}: {n} segment, changes: {entries}", "{name}: {n} segments, changes: {entries}", count
    )
    yield Fact(topic, Level.GOOD, words.format(name=name, n=count, entries=entries))
    for other in others:
        words = _("open in another window: {user} at {place}")
        yield Fact(topic, Level.GOOD, words.format(user=other.user, place=other.place))
    if not server:
        yield from _file(topic, path.absolute())


def _file(topic: str, path: Path) -> Iterator[Fact]:
    from transreview.project.backups import backups_of

    size, free = path.stat().st_size, shutil.disk_usage(path.parent).free
    room = _("{size:.1f} MB, {free:.0f} MB free beside it").format(size=size / 1e6, free=free / 1e6)
    enough = free > max(2 * size, 10_000_000)
    yield Fact(
        topic,
        Level.GOOD if enough else Level.WRONG,
        room,
        "" if enough else _("Make room: saving needs some, and backups as much as the project"),
    )
    kind = _file_system(path)
    if kind in _NETWORK:
        yield Fact(
            topic,
            Level.WRONG,
            _("it stands on a network file system ({kind}), whose locks a project cannot rely on").format(
                kind=kind
            ),
            _("Copy it to a local disk, or to a server (`transreview copy`)"),
        )
    copies = backups_of(path)
    if copies:
        when = datetime.fromtimestamp(copies[0].stat().st_mtime).strftime("%Y-%m-%d %H:%M")
        words = ngettext("{n} backup, the newest of {time}", "{n} backups, the newest of {time}", len(copies))
        yield Fact(topic, Level.GOOD, words.format(n=len(copies), time=when))
    else:
        yield Fact(
            topic, Level.MISSING, _("no backup yet"), _("One is made when the project is opened for writing")
        )


def _file_system(path: Path) -> str:
    """Return the kind of file system that a file stands on, empty where that cannot be found out."""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    mounts = [line.split()[1:3] for line in lines if len(line.split()) >= 3]
    inside = [(point, kind) for point, kind in mounts if path.is_relative_to(point)]
    return max(inside, key=lambda mount: len(mount[0]))[1] if inside else ""
