"""Which renderer writes which kind of file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from transreview import plugins
from transreview.errors import UsageError
from transreview.formats import atomic
from transreview.i18n import _
from transreview.reports.csv_tables import render_findings
from transreview.reports.data import render_json
from transreview.reports.html import render_html
from transreview.reports.junit import render_junit
from transreview.reports.markdown import render_markdown
from transreview.workflow.quality.report_model import Report

RENDERERS: dict[str, Callable[[Report], str]] = {
    ".html": render_html,
    ".md": render_markdown,
    ".json": render_json,
    ".csv": render_findings,
    ".xml": render_junit,
}


Renderer = Callable[[Report], str]

# Name of an entry point: the file name's ending without its dot; its object: a function that makes
# the file's text of a report's data.
PLUGINS: plugins.Kind[tuple[str, Renderer]] = plugins.Kind(
    group="transreview.reports",
    left_out=lambda: _("The report format “{name}” of the package {package} is left out: {why}."),
    make=lambda name, loaded: [_probed(name, loaded)],
    names=lambda added: added[:1],
    taken=lambda: RENDERERS,
)


def renderer(path: Path, format: str | None = None) -> Renderer:  # noqa: A002 - the word of the field
    """Return the renderer for a file's suffix.

    Args:
        path: The file; "-" is standard output, which gets Markdown when no format is named.
        format: The name of a suffix without its dot, for a file whose own says no format.

    Raises:
        UsageError: No report has that suffix.
    """
    if atomic.is_standard(path):
        asked = [f".{format or 'md'}"]
    else:
        asked = [path.suffix.lower(), *([f".{format}"] if format else [])]
    added: dict[str, plugins.Plugin[tuple[str, Renderer]]] = {}
    for suffix in asked:
        if built_in := RENDERERS.get(suffix):
            return built_in
        added = added or {plugin.value[0]: plugin for plugin in plugins.load(PLUGINS)}
        if suffix in added:
            return _blamed(added[suffix])
    raise UsageError(
        _("no report has the suffix “{suffix}”").format(suffix=path.suffix),
        path=path,
        remedy=_("Choose from: {names}").format(names=", ".join((*RENDERERS, *added))),
    )


def added_formats() -> list[str]:
    """Return the names of the formats that other packages add."""
    return [plugin.value[0].removeprefix(".") for plugin in plugins.load(PLUGINS)]


def _probed(name: str, loaded: object) -> tuple[str, Renderer]:
    if not callable(loaded):
        raise plugins.UnfitError(_("it is no function but a {kind}").format(kind=type(loaded).__name__))
    return f".{name.lower().removeprefix('.')}", loaded


def _blamed(plugin: plugins.Plugin[tuple[str, Renderer]]) -> Renderer:
    def render(model: Report) -> str:
        with plugins.blamed(plugin.name, plugin.package):
            text = plugin.value[1](model)
            plugins.returned(text, str)
        return text

    return render
