"""XLIFF 1.2 and 2.x and the dialects of Trados, memoQ, Phrase, Angular and Xcode: texts, states, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from transreview.errors import InputError
from transreview.formats import xliff_states as states
from transreview.formats.exchange import NOTE, REVISION_FIELD
from transreview.formats.reading import display_name
from transreview.formats.wanted_languages import best_match, same_tag
from transreview.formats.xliff_codes import shown_text
from transreview.formats.xliff_proposals import candidates, engine_proposals, machine_proposal
from transreview.formats.xml_reading import (
    attribute,
    children,
    first_child,
    inline_text,
    line_of,
    local_name,
    parse_xml,
)
from transreview.i18n import _, ngettext
from transreview.model.pair import Pair, PairFile
from transreview.model.segment import Status

_TRADOS = "{http://sdl.com/FileTypes/SdlXliff/1.0}"
_MEMOQ = "{MQXliff}"
_PHRASE = "{http://www.memsource.com/mxlf/2.0}"
_MACHINES = frozenset({"mt", "nmt", "amt", "adaptive-mt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class XliffUnit:
    """A text of an XLIFF file with the elements that it was read from.

    Attributes:
        pair: What they say.
        unit: trans-unit, or unit of XLIFF 2.
        holder: What the source stands in: source, its mrk, or the segment of XLIFF 2.
        source: The element whose content is the source.
        target: The element whose content is the translation, None where there is none yet.
        mid: Name of the mrk in a segmented unit of 1.2, "" elsewhere.
        definition: The sdl:seg that says the state of a Trados segment.
    """

    pair: Pair
    unit: etree._Element
    holder: etree._Element
    source: etree._Element
    target: etree._Element | None
    mid: str = ""
    definition: etree._Element | None = None


def read_xliff(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> PairFile:
    """Return the texts of an XLIFF file of version 1.x or 2.x.

    Segments of a 2.x unit, and `mrk` segments of a segmented 1.2 unit, are texts of their own. Where
    its parts are in several languages, those in the asked one are taken, or the most.

    Raises:
        InputError: It is not well-formed, not XLIFF, or two of its texts share a name.
    """
    root = xliff_root(data, path, encoding)
    chosen, languages, warnings = _chosen_parts(root, source_language, target_language)
    pairs = [one.pair for file in chosen for one in units_of(root, file)]
    _refuse_repeated(pairs, path)
    unknown = Counter(
        pair.state
        for pair in pairs
        if pair.state and not pair.locked and (pair.status is None or not states.is_known(pair.state))
    )
    for state, count in unknown.items():
        if state not in states.MEMOQ:
            warnings.append(
                ngettext(
                    "{count} unit has the state “{state}”, which nobody knows; it was left alone.",
                    "{count} units have the state “{state}”, which nobody knows; it was left alone.",
                    count,
                ).format(count=count, state=state)
            )
    version = "2" if _is_second(root) else "1"
    return PairFile(
        format=f"XLIFF {version}",
        pairs=tuple(pairs),
        source_language=languages[0],
        target_language=languages[1],
        header=_header(root),
        warnings=tuple(warnings),
    )


def _header(root: etree._Element) -> dict[str, str]:
    """Return what our own export says of itself."""
    for file in children(root, "file"):
        for place in (*children(file, "header"), *children(file, "notes")):
            for note in children(place, "note"):
                if NOTE in {attribute(note, "from"), attribute(note, "category")}:
                    return {REVISION_FIELD: inline_text(note).strip()}
    return {}


def xliff_root(data: bytes, path: Path | str, encoding: str | None) -> etree._Element:
    """Return the root element of an XLIFF file.

    Raises:
        InputError: It is not well-formed, or not XLIFF.
    """
    root = parse_xml(data, path, encoding=encoding)
    if local_name(root) != "xliff":
        raise InputError(
            _("this is XML, but not XLIFF: its root element is {name}").format(name=local_name(root)),
            path=display_name(path),
            line=line_of(root),
        )
    return root


def units_of(root: etree._Element, file: etree._Element) -> Iterator[XliffUnit]:
    """Yield the texts of one file element with the elements they stand in."""
    yield from _second(file) if _is_second(root) else _first(file)


def xliff_parts(root: etree._Element, source: str | None, target: str | None) -> list[etree._Element]:
    """Return the file elements in the languages that are asked for, or in the most common ones."""
    return _chosen_parts(root, source, target)[0]


def _is_second(root: etree._Element) -> bool:
    return attribute(root, "version").startswith("2")


def _chosen_parts(
    root: etree._Element, source: str | None, target: str | None
) -> tuple[list[etree._Element], tuple[str, str], list[str]]:
    """Return the file elements of the asked languages, those languages, and what was left out."""
    files = children(root, "file")
    said = [_languages(root, file) for file in files]
    counts = Counter(said)
    if len({(one.lower(), other.lower()) for one, other in counts}) <= 1:
        return files, said[0] if said else ("", ""), []
    chosen = best_match(counts, source, target)
    kept = [
        file
        for file, (one, other) in zip(files, said, strict=True)
        if same_tag(one, chosen[0]) and same_tag(other, chosen[1])
    ]
    rest = sorted({f"{one}-{other}" for one, other in counts} - {f"{chosen[0]}-{chosen[1]}"})
    warning = _(
        "Its parts are in several languages: {chosen} was taken, {rest} left out; "
        "name others with --target-lang."
    ).format(chosen=f"{chosen[0]}-{chosen[1]}", rest=", ".join(rest))
    return kept, chosen, [warning]


def _languages(root: etree._Element, file: etree._Element) -> tuple[str, str]:
    if _is_second(root):
        return attribute(root, "srcLang"), attribute(root, "trgLang")
    return attribute(file, "source-language"), attribute(file, "target-language")


def _first(file: etree._Element) -> Iterator[XliffUnit]:
    """Yield the texts of a file element of XLIFF 1.x, in groups or not."""
    original = attribute(file, "original")
    for unit in file.iter("{*}trans-unit"):
        source = first_child(unit, "source")
        if source is None:
            continue
        target = first_child(unit, "target")
        definitions = {attribute(one, "id"): one for one in unit.iter(f"{_TRADOS}seg")}
        name = attribute(unit, "id")
        pair = Pair(
            id=name,
            key=f"{original}\x04{name}",
            source=shown_text(source),
            target=_text(target),
            document=original,
            context=_context(unit),
            note="\n".join(inline_text(one) for one in children(unit, "note") if not _is_remark(one)),
            comments=tuple(_remarks(children(unit, "note"), "from")),
            line=line_of(source),
            target_line=line_of(target) if target is not None else 0,
            locked=_is_locked(unit),
            machine=machine_proposal(unit),
            proposals=engine_proposals(unit, attribute(file, "target-language")),
        )
        marks = _marks(first_child(unit, "seg-source"), target)
        if not marks:
            only = next(iter(definitions.values()), None) if len(definitions) == 1 else None
            yield XliffUnit(
                pair=_with_stage(pair, unit, target, only),
                unit=unit,
                holder=source,
                source=source,
                target=target,
                definition=only,
            )
        for mid, mark, translated in marks:
            segment = replace(
                pair,
                id=f"{name}#{mid}",
                key=f"{original}\x04{name}#{mid}",
                source=shown_text(mark),
                target=_text(translated),
                line=line_of(mark),
                target_line=line_of(translated) if translated is not None else 0,
                machine="",
                proposals=(),
            )
            yield XliffUnit(
                pair=_with_stage(segment, unit, target, definitions.get(mid)),
                unit=unit,
                holder=mark,
                source=mark,
                target=translated,
                mid=mid,
                definition=definitions.get(mid),
            )


def _marks(
    source: etree._Element | None, target: etree._Element | None
) -> list[tuple[str, etree._Element, etree._Element | None]]:
    """Return (mid, source, target) of the segments that tools mark inside a unit of 1.2."""
    if source is None:
        return []
    translated = {attribute(mark, "mid"): mark for mark in seg_marks(target)}
    if not translated and _text(target).strip():
        return []  # the translation is not segmented: the unit is the only thing that can be compared
    return [
        (attribute(mark, "mid"), mark, translated.get(attribute(mark, "mid"))) for mark in seg_marks(source)
    ]


def seg_marks(element: etree._Element | None) -> list[etree._Element]:
    """Return the marks of segments in a source, seg-source or target of XLIFF 1.2."""
    if element is None:
        return []
    return [mark for mark in element.iter("{*}mrk") if attribute(mark, "mtype") == "seg"]


def _with_stage(
    pair: Pair, unit: etree._Element, target: etree._Element | None, definition: etree._Element | None
) -> Pair:
    """Return a text of 1.2 with its state, as XLIFF or the tool that wrote the file words it."""
    origin = attribute(definition, "origin") or attribute(target, "state-qualifier")
    if definition is not None:
        state = attribute(definition, "conf")
        stage = states.TRADOS.get(state, states.Stage())
        if origin in _MACHINES and stage.status is not None and not stage.status.is_done:
            stage = states.Stage(Status.MACHINE, stage.needs_work)
        locked = pair.locked or attribute(definition, "locked") == "true"
    elif state := attribute(unit, f"{_MEMOQ}status"):
        stage = states.MEMOQ.get(state, states.Stage())
        locked = pair.locked or bool(attribute(unit, f"{_MEMOQ}locked"))
    elif confirmed := attribute(unit, f"{_PHRASE}confirmed"):
        state = "confirmed" if confirmed != "0" else "unconfirmed"
        stage = states.Stage(Status.CONFIRMED if confirmed != "0" else Status.MACHINE)
        locked = pair.locked or attribute(unit, f"{_PHRASE}locked") == "true"
    else:
        state, locked = attribute(target, "state"), pair.locked
        stage = states.first_stage(state, attribute(target, "state-qualifier"), attribute(unit, "approved"))
    if not pair.target:
        stage = states.Stage(None, False)
    return replace(
        pair, status=stage.status, needs_work=stage.needs_work, state=state, locked=locked, origin=origin
    )


def _is_locked(unit: etree._Element) -> bool:
    """Whether a unit, or the nearest thing around it that says anything, is not to be translated."""
    element: etree._Element | None = unit
    while element is not None:
        if said := attribute(element, "translate"):
            return said == "no"
        element = element.getparent()
    return False


def _context(unit: etree._Element) -> str:
    """Return what tells this unit from others of the same text: its name, or where it is used."""
    places = [
        f"{attribute(one, 'context-type')} {inline_text(one)}".strip()
        for group in children(unit, "context-group")
        for one in children(group, "context")
    ]
    return attribute(unit, "resname") or "; ".join(places)


def _is_remark(note: etree._Element) -> bool:
    return attribute(note, "from") not in {"", "developer", "meaning", "description"}


def _remarks(notes: Iterable[etree._Element], who: str) -> Iterator[tuple[str, str]]:
    for note in notes:
        if _is_remark(note):
            yield attribute(note, who), inline_text(note)


def _second(file: etree._Element) -> Iterator[XliffUnit]:
    """Yield the texts of a file element of XLIFF 2.x."""
    original = attribute(file, "original") or attribute(file, "id")
    language = attribute(file.getroottree().getroot(), "trgLang")
    for unit in file.iter("{*}unit"):
        notes = [one for group in children(unit, "notes") for one in children(group, "note")]
        said = [(attribute(one, "category"), inline_text(one)) for one in notes]
        plain = {"", "location", "description", "meaning", "developer"}
        for number, segment in enumerate(children(unit, "segment"), start=1):
            source = first_child(segment, "source")
            if source is None:
                continue
            target = first_child(segment, "target")
            state = attribute(segment, "state")
            stage = states.second_stage(state, attribute(segment, "subState"))
            translation = _text(target)
            proposed = dict(candidates(unit, segment, language))
            noted = next((what for who, what in said if who == "machine"), "")
            name = f"{attribute(unit, 'id')}#{attribute(segment, 'id') or number}"
            pair = Pair(
                id=name,
                key=f"{original}\x04{name}",
                source=shown_text(source),
                target=translation,
                document=original,
                context=attribute(unit, "name"),
                note="\n".join(what for who, what in said if who in plain),
                comments=tuple(one for one in said if one[0] not in {*plain, "machine"}),
                line=line_of(source),
                target_line=line_of(target) if target is not None else 0,
                status=stage.status if translation else None,
                needs_work=stage.needs_work and bool(translation),
                state=state,
                locked=_is_locked(unit),
                machine=noted or proposed.pop("machine", ""),
                proposals=tuple(one for one in proposed.items() if one[0] != "machine"),
            )
            yield XliffUnit(pair=pair, unit=unit, holder=segment, source=source, target=target)


def _text(element: etree._Element | None) -> str:
    return "" if element is None else shown_text(element)


def _refuse_repeated(pairs: list[Pair], path: Path | str) -> None:
    seen: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        if pair.locked:
            continue  # never written back, so that no two can be mixed up
        first = seen.setdefault((pair.document, pair.id), pair)
        if first is not pair and pair.id:
            raise InputError(
                _("two texts have the name {name} (lines {first} and {second})").format(
                    name=pair.id, first=first.line, second=pair.line
                ),
                path=display_name(path),
                line=pair.line,
                remedy=_("Give each its own; tools would mix the two up."),
            )
