"""Formats of pairs that other packages can write; the built-in ones stand with the export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from transreview import plugins
from transreview.formats.added_formats import function_at, probed
from transreview.formats.exchange import Exchange
from transreview.i18n import _

# Endings that the export writes itself.
BUILT_IN_SUFFIXES = (".po", ".md", ".markdown", ".mkd", ".mdx", ".txt", ".text", ".xlf", ".xliff", ".tmx")


@dataclass(frozen=True, slots=True)
class Writer:
    """A format that a project can be written in.

    Attributes:
        name: Its name on the command line (`--format`), and for messages.
        suffixes: Lower-case file name endings that ask for it.
        writer: "module:function" of `(path, exchange) -> int`, imported on use; it writes the file
            and returns how many texts it wrote. `formats.atomic` writes wholly or not at all.
        package: The package that adds it; empty for ours.
    """

    name: str
    suffixes: tuple[str, ...]
    writer: str
    package: str = ""

    def load(self) -> Callable[[Path, Exchange], int]:
        """Import and return the function."""
        return function_at(self.writer)


# An entry point names a `Writer`; its name is the format's.
PLUGINS: plugins.Kind[Writer] = plugins.Kind(
    group="transreview.writers",
    left_out=lambda: _("The export format “{name}” of the package {package} is left out: {why}."),
    make=lambda _name, loaded: [probed(loaded, Writer)],
    names=lambda added: (added.name, *added.suffixes),
    taken=lambda: (*BUILT_IN_SUFFIXES, "po", "markdown", "text", "xliff", "xliff2", "tmx"),
)


def added_writers() -> list[Writer]:
    """Return the formats that other packages write."""
    return [replace(plugin.value, package=plugin.package) for plugin in plugins.load(PLUGINS)]


def write(writer: Writer, path: Path, exchange: Exchange) -> int:
    """Write pairs by another package's writer and return how many texts it says it wrote.

    Raises:
        PluginError: It failed, or wrote nothing.
    """
    with plugins.blamed(writer.name, writer.package):
        written = writer.load()(path, exchange)
        plugins.returned(written, int)
        if not path.is_file():
            raise plugins.UnfitError(_("it wrote no file"))
    return written
