"""One loader for all that other packages add; what is broken is named with its package and left out.

A package names its additions as entry points of one of the groups that `KINDS` lists. Whoever keeps a
table of built-in things asks `load(KIND)` for those of other packages.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from transreview import deadline, plugin_problems
from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.plugin_problems import Problem
from transreview.terminal_text import printable

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

T = TypeVar("T")
Result = TypeVar("Result")

# Group of entry points → where its `Kind` stands.
KINDS: dict[str, str] = {
    "transreview.languages": "transreview.languages.registry:PLUGINS",
    "transreview.pairs": "transreview.languages.pairs:PLUGINS",
    "transreview.checks": "transreview.checks.registry:PLUGINS",
    "transreview.formats": "transreview.formats.article_formats:PLUGINS",
    "transreview.bilingual": "transreview.formats.readers:PLUGINS",
    "transreview.writers": "transreview.formats.writers:PLUGINS",
    "transreview.reports": "transreview.reports.registry:PLUGINS",
    "transreview.findings": "transreview.reports.findings.renderer:PLUGINS",
}

# How long a plug-in may take to be imported and tried.
SECONDS = 1.0
SECONDS_VARIABLE = "TRANSREVIEW_PLUGIN_SECONDS"
# How long one may read or write a file before it is named.
LONG_SECONDS = 3.0

_PREFIX = "transreview."


class UnfitError(Exception):
    """What an entry point names cannot be used; the message says why, a clause without a full stop."""


class PluginError(TransreviewError):
    """A plug-in failed where its answer was needed."""

    exit_code = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[T]):
    """One kind of plug-in.

    Attributes:
        group: The group of entry points.
        left_out: Gives the sentence that tells of a broken one, with {name}, {package} and {why}.
        make: Turns an entry point's name and object into things of this kind; raises `UnfitError`.
        names: What a thing takes for itself: ids, codes, file name endings.
        taken: The names of the built-in ones.
    """

    group: str
    left_out: Callable[[], str]
    make: Callable[[str, object], Sequence[T]]
    names: Callable[[T], Collection[str]]
    taken: Callable[[], Collection[str]] = tuple


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin(Generic[T]):
    """A thing that another package adds.

    Attributes:
        name: Name of the entry point.
        value: The thing.
        package: Name and version of the package ("transreview-mingrelian 1.0").
        module: The module that the entry point names.
    """

    name: str
    value: T
    package: str
    module: str

    def digest(self) -> str:
        """Return a hash of the package's version and of the code the plug-in stands in.

        Whatever is kept of a plug-in's answers is true only as long as this stays the same.
        """
        return _digest(self.package, self.module)


def load(kind: Kind[T]) -> tuple[Plugin[T], ...]:
    """Return the working plug-ins of a kind, by name; each broken one is told once."""
    loaded: tuple[Plugin[T], ...] = _load(kind.group, kind)
    return loaded


def names(group: str) -> tuple[str, ...]:
    """Return the names of a group's entry points, whether they work or not; nothing is imported."""
    return tuple(entry.name for entry, _package in _entry_points().get(group, ()))


@contextmanager
def blamed(what: str, package: str) -> Iterator[None]:
    """Turn a plug-in's own failure within the block into a `PluginError` that names it.

    Args:
        what: The plug-in, as its user knows it.
        package: Its package; empty for a part of this program, whose failures are its own.

    Raises:
        PluginError: The block raised something that this program does not raise itself.
    """
    if not package:
        yield
        return
    try:
        with _watched(what, package):
            yield
    except (TransreviewError, OSError):
        raise
    except (Exception, SystemExit) as error:
        raise failure(what, package, error) from error


@contextmanager
def _watched(what: str, package: str) -> Iterator[None]:
    """Say who is at work where it takes long: large files may, but a person should know whom to wait for."""
    import threading

    sentence = _("“{name}” of the package {package} is still at work; Ctrl+C ends it.")
    timer = threading.Timer(
        LONG_SECONDS, lambda: _tell("", what, package, sentence.format(name=what, package=package))
    )
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def owner(error: BaseException) -> tuple[str, str] | None:
    """Return module and package of the plug-in in whose code an error arose; None where it is our own."""
    modules = {
        entry.module.partition(".")[0]: (entry.module.partition(".")[0], package)
        for entries in _entry_points().values()
        for entry, package in entries
    }
    trace, found = error.__traceback__, None
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", "")).partition(".")[0]
        found = modules.get(module, found)
        trace = trace.tb_next
    return found


def failure(what: str, package: str, error: BaseException) -> PluginError:
    """Return the error that says of a plug-in that it failed at its work."""
    return PluginError(
        _("“{name}” of the package {package} failed: {why}").format(
            name=what, package=package, why=_reason(error)
        ),
        remedy=_("Mend or uninstall that package"),
    )


def require_sense(value: object, right: Mapping[str, bool]) -> None:
    """Make sure that what an entry point names holds what it may.

    Args:
        value: The object.
        right: Whether it does, by field.

    Raises:
        UnfitError: A field does not; it is named with what it holds.
    """
    for field, is_right in right.items():
        if not is_right:
            raise UnfitError(
                _("its {field} makes no sense: {value}").format(field=field, value=getattr(value, field))
            )


def returned(value: object, kind: type) -> None:
    """Hold a plug-in to what it has to return.

    Raises:
        UnfitError: `value` is of another kind; `blamed` names the plug-in.
    """
    if not isinstance(value, kind):
        raise UnfitError(
            _("it returned no {expected} but a {kind}").format(
                expected=kind.__name__, kind=type(value).__name__
            )
        )


def failed(kind: Kind[Any], name: str, package: str, error: BaseException) -> None:
    """Tell, once, that a plug-in failed at its work and that the work goes on without it."""
    _tell(
        kind.group,
        name,
        package,
        _("“{name}” of the package {package} failed and was left out there: {why}.").format(
            name=name, package=package, why=_reason(error)
        ),
    )


def cached(function: Callable[..., Result]) -> Callable[..., Result]:
    """Remember a function's answers until `forget`, for answers that depend on what is installed."""
    kept = cache(function)
    _caches.append(kept.cache_clear)
    return kept


def forget() -> None:
    """Forget every plug-in, problem and answer that depended on them, as if nothing had been asked."""
    for clear in _caches:
        clear()
    plugin_problems.forget()


_caches: list[Callable[[], None]] = []


@cached
def _load(group: str, kind: Kind[Any]) -> tuple[Plugin[Any], ...]:
    taken = set(kind.taken())
    found: list[Plugin[Any]] = []
    for entry, package in _entry_points().get(group, ()):
        try:
            values = _made(kind, entry)
            for value in values:
                clash = sorted(taken.intersection(kind.names(value)))
                if clash:
                    _leave_out(
                        kind, entry.name, package, _("the name “{name}” is taken").format(name=clash[0])
                    )
                    continue
                taken.update(kind.names(value))
                found.append(Plugin(name=entry.name, value=value, package=package, module=entry.module))
        except Exception as error:  # noqa: BLE001 - whatever a module does as it is imported
            _leave_out(kind, entry.name, package, _reason(error))
    return tuple(found)


def _made(kind: Kind[Any], entry: EntryPoint) -> list[Any]:
    limit = seconds()
    try:
        return deadline.within(limit, lambda: list(kind.make(entry.name, entry.load())))
    except deadline.LateError:
        raise UnfitError(
            _("it took longer than {seconds:g} s to load ({variable} allows more)").format(
                seconds=limit, variable=SECONDS_VARIABLE
            )
        ) from None


def _reason(error: BaseException) -> str:
    if isinstance(error, UnfitError):
        return _one_line(str(error))
    if isinstance(error, ModuleNotFoundError | AttributeError):
        return _one_line(str(error)).rstrip(".")
    return f"{type(error).__name__}: {_one_line(str(error))}".rstrip(".: ")


def _leave_out(kind: Kind[Any], name: str, package: str, why: str) -> None:
    sentence = kind.left_out().format(name=_one_line(name), package=package, why=why)
    _tell(kind.group, name, package, sentence)


def _tell(group: str, name: str, package: str, sentence: str) -> None:
    plugin_problems.tell(Problem(group=group, name=name, package=package, sentence=sentence))


def seconds() -> float:
    """Return how long a plug-in may take to be loaded, or to answer about one text."""
    try:
        return float(os.environ.get(SECONDS_VARIABLE, "")) or SECONDS
    except ValueError:
        return SECONDS


@cached
def _entry_points() -> dict[str, list[tuple[EntryPoint, str]]]:
    """Return group → its entry points with the names of their packages, sorted; ours only."""
    from importlib.metadata import distributions

    found: dict[str, dict[tuple[str, str], tuple[EntryPoint, str]]] = {}
    for distribution in distributions():
        for entry, name, package in _of_distribution(distribution):
            # The first on the path is the one that is imported.
            found.setdefault(entry.group, {}).setdefault((name, entry.name), (entry, package))
    return {group: [entries[key] for key in sorted(entries)] for group, entries in found.items()}


def _of_distribution(distribution: Distribution) -> list[tuple[EntryPoint, str, str]]:
    package = _("without a name")
    try:
        # Most packages name nothing of ours: their metadata need not be parsed.
        text = distribution.read_text("entry_points.txt")
        if not text or _PREFIX not in text:
            return []
        name = distribution.metadata["Name"] or package
        package = _one_line(f"{name} {distribution.metadata['Version'] or ''}".strip())
        return [
            (entry, name, package) for entry in distribution.entry_points if entry.group.startswith(_PREFIX)
        ]
    except Exception as error:  # noqa: BLE001 - whatever stands in the files of another package
        _tell(
            "",
            "",
            package,
            _("The entry points of the package {package} cannot be read: {why}.").format(
                package=package, why=_reason(error)
            ),
        )
        return []


@cached
def _digest(package: str, module: str) -> str:
    import hashlib
    from pathlib import Path

    digest = hashlib.blake2b(package.encode(), digest_size=16)
    # A package may keep its code in any of its files; a namespace package has none of its own.
    for name in (module.partition(".")[0], module):
        place = getattr(sys.modules.get(name), "__file__", None)
        if place is None:
            continue
        file = Path(place)
        for one in sorted(file.parent.rglob("*")) if file.name == "__init__.py" else [file]:
            if one.suffix == ".py":
                digest.update(one.read_bytes())
            elif one.suffix != ".pyc" and one.is_file():
                # Tables may be large: who changes one changes its size or time.
                digest.update(f"{one.name} {one.stat().st_size} {one.stat().st_mtime_ns}".encode())
        break
    return digest.hexdigest()


def _one_line(text: str) -> str:
    """Return text of others on one line, control characters made visible."""
    return printable(" ".join(text.splitlines()).replace("\t", " "), kept="")
