"""Charts as inline SVG: bars, stacked bars and dots with whiskers; each carries its text alternative.

Colours are CSS classes of the page (the Okabe–Ito palette), so that dark mode and print follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape as escape_markup
from itertools import accumulate
from unicodedata import east_asian_width

from transreview.reports.visible import visible

# Drawn for a telephone's width, where the letters must still be read; wider pages show more beside it.
_LABEL = 164  # px kept for labels at the left
_WIDTH = 480
_ROW = 26
_FIGURE = 84  # px kept for the figure at the right
_LONGEST = 20.0  # widths of a Latin letter that a label may have


def bars(title: str, values: Sequence[tuple[str, float]], *, unit: str = "") -> str:
    """Return a horizontal bar chart, one bar a label."""
    return stacked_bars(title, [(label, {"": value}) for label, value in values], unit=unit)


def stacked_bars(title: str, rows: Sequence[tuple[str, Mapping[str, float]]], *, unit: str = "") -> str:
    """Return horizontal bars of several parts.

    Args:
        title: What the chart shows.
        rows: Label and parts of each bar; the parts' names in the order of the first row.
        unit: Printed behind every total.
    """
    names = list(dict.fromkeys(name for _label, parts in rows for name in parts))
    most = max((sum(parts.values()) for _label, parts in rows), default=0) or 1
    scale = (_WIDTH - _LABEL - _FIGURE) / most
    body = []
    for index, (label, parts) in enumerate(rows):
        top, left = index * _ROW, float(_LABEL)
        body.append(_text(_LABEL - 8, top + 17, label, anchor="end"))
        for name, value in parts.items():
            width = value * scale
            series = names.index(name) + 1
            tip = f"{label} {name}: {_figure(value)}{unit}".replace("  ", " ")
            body.append(
                f'<rect class="s{series}" x="{left:.1f}" y="{top + 4}" width="{width:.1f}" '
                f'height="{_ROW - 8}">'
                f"<title>{escape(tip)}</title></rect>"
            )
            left += width
        body.append(_text(left + 6, top + 17, f"{_figure(sum(parts.values()))}{unit}"))
    height = len(rows) * _ROW
    if len(names) > 1:
        body.append(_legend(names, height + 8))
        height += 30
    alternative = "; ".join(
        f"{label} {', '.join(f'{name} {_figure(v)}{unit}'.strip() for name, v in parts.items())}"
        for label, parts in rows
    )
    return _svg(title, alternative, height, body)


def histogram(title: str, edges: Sequence[float], counts: Sequence[int]) -> str:
    """Return a histogram of shares: `counts[i]` segments from `edges[i]` to `edges[i + 1]`."""
    most = max(counts, default=0) or 1
    width = (_WIDTH - 40) / max(1, len(counts))
    body = []
    for index, count in enumerate(counts):
        height = 140 * count / most
        left = 20 + index * width
        least = f"{edges[index]:g}"
        span = f"{least}–{edges[index + 1]:g}" if index + 1 < len(edges) else f"≥ {least}"
        body.append(
            f'<rect class="s1" x="{left + 2:.1f}" y="{160 - height:.1f}" width="{width - 4:.1f}" '
            f'height="{height:.1f}"><title>{escape(f"{span}: {count}")}</title></rect>'
        )
        body.append(_text(left + width / 2, 154 - height, str(count), anchor="middle"))
        label = least if index + 1 < len(edges) else f"≥{least}"
        body.append(_text(left + width / 2, 178, label, anchor="middle"))
    alternative = ", ".join(f"{edges[i]:g}: {count}" for i, count in enumerate(counts))
    return _svg(title, alternative, 186, body)


def whiskers(title: str, rows: Sequence[tuple[str, float, float | None]], *, highest: float = 100) -> str:
    """Return a dot for each label and value, with a whisker of ± interval where there is one."""
    scale = (_WIDTH - _LABEL - _FIGURE - 10) / highest
    body = [
        f'<line class="grid" x1="{_LABEL + tick * scale:.1f}" x2="{_LABEL + tick * scale:.1f}" y1="0" '
        f'y2="{len(rows) * _ROW}"/>'
        for tick in range(0, int(highest) + 1, 20)
    ]
    for index, (label, value, interval) in enumerate(rows):
        middle = index * _ROW + _ROW / 2
        place = _LABEL + min(value, highest) * scale
        body.append(_text(_LABEL - 8, middle + 4, label, anchor="end"))
        if interval is not None:
            low, high = max(0.0, place - interval * scale), place + interval * scale
            body.append(f'<line class="whisker" x1="{low:.1f}" x2="{high:.1f}" y1="{middle}" y2="{middle}"/>')
        body.append(f'<circle class="s1" cx="{place:.1f}" cy="{middle}" r="5"/>')
        spread = "" if interval is None else f" ± {interval:.1f}"
        body.append(_text(_WIDTH - _FIGURE, middle + 4, f"{value:.1f}{spread}"))
    alternative = ", ".join(
        f"{label} {value:.1f}" + ("" if interval is None else f" ± {interval:.1f}")
        for label, value, interval in rows
    )
    return _svg(title, alternative, len(rows) * _ROW, body)


def curve(title: str, points: Sequence[tuple[float, float]]) -> str:
    """Return a curve of shares from (0, 0) to (1, 1) over the diagonal that chance would give.

    Args:
        title: What the chart shows.
        points: Share read and share found.
    """
    left, top, size, width = 40, 10, 220, 400
    place = [(left + read * width, top + size * (1 - found)) for read, found in points]
    body = []
    for tick in range(0, 101, 20):
        x, y = left + tick / 100 * width, top + size * (1 - tick / 100)
        body.append(f'<line class="grid" x1="{left}" x2="{left + width}" y1="{y:.1f}" y2="{y:.1f}"/>')
        body.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{top + size}"/>')
        body.append(_text(x, top + size + 18, f"{tick} %", anchor="middle"))
        body.append(_text(left - 6, y + 4, f"{tick}", anchor="end"))
    body.append(
        f'<line class="chance" x1="{left}" y1="{top + size}" x2="{left + width}" y2="{top}"/>'
        f'<polyline class="curve" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in place)}"/>'
    )
    alternative = "; ".join(f"{read:.0%}: {found:.0%}" for read, found in points)
    return _svg(title, alternative, size + 34, body)


def escape(text: str) -> str:
    """Return text safe to stand in SVG."""
    return escape_markup(visible(text))


def _svg(title: str, alternative: str, height: float, body: Sequence[str]) -> str:
    return (
        f"<figure><figcaption>{escape(title)}</figcaption>"
        f'<svg role="img" viewBox="0 0 {_WIDTH} {height + 6:.0f}" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{escape(title)}</title><desc>{escape(alternative)}</desc>{''.join(body)}</svg></figure>"
    )


def _text(x: float, y: float, text: str, *, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(_cut(text))}</text>'


def _cut(text: str) -> str:
    """Return as much of a label as there is place for."""
    widths = list(accumulate(map(_width, text)))
    if not widths or widths[-1] <= _LONGEST:
        return text
    return text[: sum(width <= _LONGEST - 1 for width in widths)] + "…"


def _width(letter: str) -> float:
    """Return how wide a letter is drawn, counted in Latin ones."""
    if east_asian_width(letter) in "WF":
        return 1.9
    return 1.1 if "\u10a0" <= letter <= "\u10ff" or letter.isupper() else 1.0


def _legend(names: Sequence[str], top: float) -> str:
    parts = []
    for index, name in enumerate(names):
        left = index * 90
        parts.append(f'<rect class="s{index + 1}" x="{left}" y="{top}" width="12" height="12"/>')
        parts.append(_text(left + 18, top + 11, name))
    return "".join(parts)


def _figure(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}"
