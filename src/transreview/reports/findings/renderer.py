"""What a form of findings has to offer, and the forms there are."""

from __future__ import annotations

import importlib
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol, TextIO

from transreview import plugins
from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.finding import Finding
from transreview.workflow.quality.check_results import CheckedText, Tally


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text with the findings that are shown of it.

    Attributes:
        text: The text; its own `findings` may be more than is shown.
        findings: Each finding with its fingerprint and whether the baseline has it too.
    """

    text: CheckedText
    findings: tuple[tuple[Finding, str, bool], ...]


class FindingsRenderer(Protocol):
    """Writes findings to a stream while they are being found."""

    def __init__(self, out: TextIO) -> None: ...

    def begin(self) -> None:
        """Write what comes before the first text."""

    def add(self, shown: ShownText) -> None:
        """Write one text; it may have no findings."""

    def end(self, tally: Tally) -> None:
        """Write what comes after the last text."""


# Name on the command line → where the renderer stands.
FORMS = {
    "text": "transreview.reports.findings.text:TextFindings",
    "json": "transreview.reports.findings.json_data:JsonFindings",
    "jsonl": "transreview.reports.findings.json_lines:JsonLinesFindings",
    "sarif": "transreview.reports.findings.sarif:SarifFindings",
    "junit": "transreview.reports.findings.junit:JunitFindings",
    "github": "transreview.reports.findings.github:GithubFindings",
}


# Name of an entry point: the form's, on the command line; its object: a class like `FindingsRenderer`.
PLUGINS: plugins.Kind[tuple[str, type[FindingsRenderer]]] = plugins.Kind(
    group="transreview.findings",
    left_out=lambda: _("The form of findings “{name}” of the package {package} is left out: {why}."),
    make=lambda name, loaded: [_probed(name, loaded)],
    names=lambda added: added[:1],
    taken=lambda: FORMS,
)


def added_forms() -> list[str]:
    """Return the names of the forms that other packages add."""
    return [plugin.name for plugin in plugins.load(PLUGINS)]


def findings_renderer(form: str, out: TextIO) -> FindingsRenderer:
    """Return the renderer of a form, writing to `out`.

    Args:
        form: A key of `FORMS`, or a form that another package adds.
        out: Text stream.

    Raises:
        UsageError: There is no such form.
    """
    if form in FORMS:
        module, name = FORMS[form].split(":")
        made: FindingsRenderer = getattr(importlib.import_module(module), name)(out)
        return made
    for plugin in plugins.load(PLUGINS):
        if plugin.name == form:
            return _Blamed(plugin, out)
    raise UsageError(
        _("there is no form of findings “{name}”").format(name=form),
        remedy=_("Choose from: {names}").format(names=", ".join((*FORMS, *added_forms()))),
    )


def _probed(name: str, loaded: object) -> tuple[str, type[FindingsRenderer]]:
    missing = [part for part in ("begin", "add", "end") if not callable(getattr(loaded, part, None))]
    if missing or not isinstance(loaded, type):
        raise plugins.UnfitError(_("it is no class with begin, add and end"))
    return name, loaded


class _Blamed:
    """A renderer of another package, whose failures name it."""

    def __init__(self, plugin: plugins.Plugin[tuple[str, type[FindingsRenderer]]], out: TextIO) -> None:
        self._plugin = plugin
        with self._blamed():
            self._renderer = plugin.value[1](out)

    def _blamed(self) -> AbstractContextManager[None]:
        return plugins.blamed(self._plugin.name, self._plugin.package)

    def begin(self) -> None:
        """Write what comes before the first text."""
        with self._blamed():
            self._renderer.begin()

    def add(self, shown: ShownText) -> None:
        """Write one text; it may have no findings."""
        with self._blamed():
            self._renderer.add(shown)

    def end(self, tally: Tally) -> None:
        """Write what comes after the last text."""
        with self._blamed():
            self._renderer.end(tally)
