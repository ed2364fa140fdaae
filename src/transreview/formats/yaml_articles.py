"""YAML locale files (Rails, Symfony, i18n): every scalar that is text, under its path of keys."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded
from transreview.formats.keyed_values import repeated_keys
from transreview.formats.left_out import Left
from transreview.formats.lines import newline_of
from transreview.formats.placing import Placed, path_name, units_and_layout
from transreview.formats.reading import display_name, no_text
from transreview.formats.soft_breaks import broken_again
from transreview.formats.yaml_scalars import in_double_quotes, quoted_as_before
from transreview.i18n import _

_TEXT = "tag:yaml.org,2002:str"
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")  # an anchor, a tag: they are the file's
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,8})*")


def read_yaml(decoded: Decoded, path: Path | str) -> Document:
    """Return the texts of a YAML file; numbers, truth values and keys stay.

    Raises:
        InputError: It is not YAML.
    """
    source = decoded.text
    try:
        roots = list(yaml.compose_all(source, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or _("its mappings lie too deep")
        raise InputError(
            _("not YAML: {reason}").format(reason=reason),
            path=display_name(path),
            line=None if mark is None else mark.line + 1,
            remedy=_(
                "Mend it there; a text with a colon or a quotation mark needs quotation marks around it."
            ),
        ) from error
    places: list[Placed] = []
    left: Counter[Left] = Counter()
    seen: set[int] = set()
    for root in roots:
        for name, node, flow in _scalars(root, (), seen):
            start, end = node.start_mark.index, node.end_mark.index
            properties = _PROPERTIES.match(source[start:end])
            start += properties.end() if properties else 0
            raw = source[start:end].rstrip()
            text = node.value.strip()
            if node.tag != _TEXT or not any(one.isalpha() for one in text):
                left[Left.VALUE] += 1
            elif text:
                syntax = "yaml-flow" if flow else ""
                places.append(Placed(start=start, end=start + len(raw), text=text, name=name, syntax=syntax))
    if not places:
        raise no_text(path)
    places.sort(key=lambda place: place.start)
    units, layout = units_and_layout(source, places, "yaml")
    return Document(
        units,
        encoding=decoded.encoding,
        newline=newline_of(source),
        metadata={},
        layout=layout,
        warnings=repeated_keys(sorted(_keys(roots[0], ()), key=lambda key: key[1]))
        if len(roots) == 1
        else (),
        left=dict(left),
    )


def _scalars(
    node: yaml.Node | None, path: tuple[str, ...], seen: set[int], *, flow: bool = False
) -> Iterator[tuple[str, yaml.ScalarNode, bool]]:
    """Yield the scalars that are values with their paths, and whether they stand in brackets.

    What an alias repeats comes once.
    """
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        # The language at the root of a file of Rails is another one on each side.
        named = path[1:] if len(path) > 1 and _LANGUAGE.fullmatch(path[0]) else path
        yield path_name(named), node, flow
    elif isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value, start=1):
            yield from _scalars(child, (*path, str(number)), seen, flow=bool(node.flow_style))
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield from _scalars(child, (*path, str(key.value)), seen, flow=bool(node.flow_style))


def _keys(node: yaml.Node | None, path: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield the paths of the keys of mappings with their lines; what an alias repeats comes once."""
    waiting = [(node, path)]
    seen: set[int] = set()
    while waiting:
        current, above = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        if isinstance(current, yaml.SequenceNode):
            waiting += [(child, (*above, str(number))) for number, child in enumerate(current.value, start=1)]
        elif isinstance(current, yaml.MappingNode):
            for key, child in current.value:
                named = (*above, str(key.value))
                waiting.append((child, named))
                if key.value != "<<":
                    yield path_name(named), key.start_mark.line + 1


def refill_scalar(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return a scalar with another text in it, in the style that it had."""
    header, newline, body = raw.partition("\n")
    if header[:1] not in {"|", ">"} or not newline:
        return quoted_as_before(raw, new)
    if _INDENTED.match(new):  # the indent of a block would be taken from it
        return in_double_quotes(new if "-" in header else new + "\n")
    line_end = "\r\n" if header.endswith("\r") else "\n"
    body = body.replace("\r\n", "\n")
    first = next(line for line in body.split("\n") if line.strip())
    indent = first[: len(first) - len(first.lstrip())]
    # In a folded scalar a line end is a blank, and a blank line is a line end.
    parts = new.split("\n") if header[0] == "|" else _folded(body, old, new)
    return line_end.join([header.rstrip("\r"), *(indent + part if part else "" for part in parts)])


_INDENTED = re.compile(r"\n*[ \t]")


def refill_flow(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return a scalar in brackets with another text in it."""
    return quoted_as_before(raw, new, flow=True)


def _folded(body: str, old: str, new: str) -> list[str]:
    """Return the lines of a folded scalar: they end where they did, as far as the words there stay."""
    lines = broken_again(body.strip(), old, new, without_blanks=False)
    return "\n".join(line.text.replace("\n", "\n\n") for line in lines).split("\n")
