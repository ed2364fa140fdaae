"""Front matter of Markdown files: titles, descriptions and the like are text, the rest is for programs."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from transreview.formats.lines import LINE_END
from transreview.formats.outer_blanks import on_one_line
from transreview.formats.placing import Placed
from transreview.formats.yaml_scalars import read_scalar
from transreview.model.unit import UnitKind

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n(.*?\n)?(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ENTRY = re.compile(
    r"^(?P<within>[ \t]*(?:-[ \t]+)?)(?P<key>[A-Za-z_][\w.-]*)[ \t]*[:=][ \t]*(?P<value>\S.*?)[ \t]*\r?$",
    re.MULTILINE,
)
_TEXTS = frozenset({
    "title", "description", "subtitle", "summary", "sidebar_label", "linktitle", "tagline", "excerpt",
    "lead", "page_title", "pagetitle", "menutitle", "short_title", "shorttitle", "seo_title",
    "meta_title", "meta_description", "abstract", "caption", "intro", "headline", "teaser", "nav_title",
    "shortdescription", "short_description", "herotext", "actiontext",
})  # fmt: skip
# What the entries of a home page's hero, its buttons, features and history call their texts.
_TEXTS_WITHIN = _TEXTS | {"text", "details", "label", "changes", "alt", "heading"}
_KNOWN = {"title", "author", "date", "lang", "language"}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the body of a file.

    Attributes:
        lines: Number of lines that it takes, 0 without one.
        places: Its texts.
        left: 1 when it has more than these texts.
        metadata: What it says of the article.
    """

    lines: int = 0
    places: list[Placed] = field(default_factory=list)
    left: int = 0
    metadata: dict[str, str] = field(default_factory=dict)


def front_matter(text: str) -> FrontMatter:
    """Return the front matter of a Markdown file: YAML, TOML, or JSON."""
    if text[:1] == "{" or text.startswith(";;;"):
        return _json_front_matter(text)
    match = _FRONT_MATTER.match(text)
    if match is None or not match[2]:
        return FrontMatter(len(LINE_END.findall(match[0])) if match else 0)
    syntax = "front-matter" if match[1] == "---" else "toml"
    places: list[Placed] = []
    metadata: dict[str, str] = {}
    for entry in _ENTRY.finditer(text, match.start(2), match.end(2)):
        key, within = entry["key"].lower(), bool(entry["within"])
        texts = _TEXTS_WITHIN if within else _TEXTS
        if syntax == "front-matter" and not within and key in _TEXTS and entry["value"][0] in "|>":
            places += _block_scalar(text, entry.start("value"), match.end(2))
        value = read_scalar(entry["value"], toml=syntax == "toml")
        if value is None:
            continue
        if key in _KNOWN and value.strip() and not within:
            metadata.setdefault(key, value)
        if key in texts and any(one.isalpha() for one in value):
            kind = UnitKind.TITLE if key == "title" and not within else UnitKind.CAPTION
            start = entry.start("value")
            places.append(
                Placed(
                    start=start,
                    end=start + len(entry["value"]),
                    text=on_one_line(value),
                    kind=kind,
                    syntax=syntax,
                )
            )
    rest = match[2]
    for place in reversed(places):
        begin = place.start - match.start(2)
        rest = rest[: rest.rfind("\n", 0, begin) + 1] + rest[place.end - match.start(2) :]
    lines = [line for line in rest.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return FrontMatter(len(LINE_END.findall(match[0])), places, int(bool(lines)), metadata)


_JSON_FENCE = re.compile(r";;;[ \t]*\r?\n(.*?)^;;;[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_JSON_ENTRY = re.compile(
    r'^[ \t]*(?:\{[ \t]*)?"(?P<key>[A-Za-z_][\w.-]*)"[ \t]*:[ \t]*"(?P<value>(?:[^"\\\n]|\\.)*)"',
    re.MULTILINE,
)


def _json_front_matter(text: str) -> FrontMatter:
    """Return front matter in JSON: an object by itself, or between lines of semicolons."""
    fence = _JSON_FENCE.match(text)
    start = fence.start(1) if fence else 0
    try:
        value, end = json.JSONDecoder().raw_decode(
            text, start + len(text[start:]) - len(text[start:].lstrip())
        )
    except ValueError:
        return FrontMatter()
    stop = fence.end() if fence else end
    rest_of_line = text[stop:].partition("\n")[0]
    if not isinstance(value, dict) or not value or (not fence and rest_of_line.strip()):
        return FrontMatter()
    if not fence:
        stop = min(stop + len(rest_of_line) + 1, len(text))
    places: list[Placed] = []
    for entry in _JSON_ENTRY.finditer(text, start, end):
        said = value.get(entry["key"])
        if entry["key"].lower() in _TEXTS and isinstance(said, str) and any(map(str.isalpha, said)):
            kind = UnitKind.TITLE if entry["key"].lower() == "title" else UnitKind.CAPTION
            places.append(
                Placed(
                    start=entry.start("value"),
                    end=entry.end("value"),
                    text=on_one_line(said),
                    kind=kind,
                    syntax="json",
                )
            )
    metadata = {
        key: said for key, said in value.items() if key in _KNOWN and isinstance(said, str) and said.strip()
    }
    lines = len(LINE_END.findall(text[:stop])) + (stop == len(text) and not text.endswith(("\n", "\r")))
    return FrontMatter(lines, places, int(len(value) > len(places)), metadata)


_BLOCK = re.compile(r"[|>][-+]?[ \t]*\r?\n(?:(?:[ \t]+\S[^\n]*|[ \t\r]*)(?:\n|\Z))*")


def _block_scalar(text: str, start: int, stop: int) -> list[Placed]:
    """Return the text of a description that takes several lines, by its place."""
    match = _BLOCK.match(text, start, stop)
    if match is None:
        return []
    import yaml

    raw = match[0].rstrip()
    try:
        value = yaml.safe_load(f"text: {raw}\n")["text"].strip()
    except yaml.YAMLError:
        return []
    if not any(one.isalpha() for one in value):
        return []
    return [Placed(start=start, end=start + len(raw), text=value, kind=UnitKind.CAPTION, syntax="yaml")]
