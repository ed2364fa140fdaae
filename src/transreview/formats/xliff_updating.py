"""Writing changed translations and states into an XLIFF file of somebody's, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from transreview.formats import xliff_states as states
from transreview.formats.inline_restoring import content_of, restored
from transreview.formats.xliff import XliffUnit, seg_marks, units_of, xliff_parts, xliff_root
from transreview.formats.xml_editing import XmlEditor
from transreview.formats.xml_reading import attribute, first_child, local_name
from transreview.model.pair import PairChange
from transreview.model.segment import Status

_TRADOS = "{http://sdl.com/FileTypes/SdlXliff/1.0}"
_MEMOQ = "{MQXliff}"
_PHRASE = "{http://www.memsource.com/mxlf/2.0}"


def update_xliff(
    data: bytes,
    path: Path | str,
    changes: Mapping[str, PairChange],
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> bytes:
    """Return the bytes of an XLIFF file with changed translations and states.

    Inline elements that stand in a text as tags are written as the elements they were. States are
    written in the words of the tool that made the file.

    Raises:
        InputError: The file cannot be read, or its encoding lacks a character of a change.
    """
    editor = XmlEditor(data, path, encoding)
    xliff_root(data, path, encoding)  # says what is wrong with another kind of XML
    fresh: dict[etree._Element, dict[str, bytes]] = {}
    for file in xliff_parts(editor.root, source_language, target_language):
        for unit in units_of(editor.root, file):
            change = changes.get(unit.pair.identity)
            if change is None or unit.pair.locked:
                continue
            text = change.target
            if text is not None and text != unit.pair.target:
                _write_text(editor, unit, text, fresh, _new_state(unit, change))
            if change.status is not None and (text or unit.pair.target):
                _write_state(editor, unit, change.status, needs_work=bool(change.needs_work))
    for element, translations in fresh.items():
        _write_segments(editor, element, translations)
    return editor.result()


def _new_state(unit: XliffUnit, change: PairChange) -> bytes:
    """Return the state attribute of a target of plain XLIFF 1.2 that is written for the first time."""
    if change.status is None or unit.mid or unit.definition is not None or local_name(unit.unit) == "unit":
        return b""
    state, qualifier = states.first_written(change.status, needs_work=bool(change.needs_work))
    written = b' state="%s"' % state.encode()
    return written + (b' state-qualifier="%s"' % qualifier.encode() if change.needs_work else b"")


def _write_text(
    editor: XmlEditor,
    unit: XliffUnit,
    text: str,
    fresh: dict[etree._Element, dict[str, bytes]],
    state: bytes,
) -> None:
    content = restored(text, (unit.target, unit.source), editor)
    if unit.target is not None:
        editor.set_inside(content_of(unit.target), content)
    elif unit.mid:
        fresh.setdefault(unit.unit, {})[unit.mid] = content
    else:
        prefix = editor.prefix(unit.source).encode()
        space = attribute(unit.source, "{http://www.w3.org/XML/1998/namespace}space")
        kept = b' xml:space="%s"' % space.encode() if space else b""
        after = first_child(unit.unit, "seg-source")
        anchor = after if after is not None else unit.source
        editor.insert_after(anchor, b"<%starget%s%s>%s</%starget>" % (prefix, kept, state, content, prefix))


def _write_segments(editor: XmlEditor, unit: etree._Element, translations: Mapping[str, bytes]) -> None:
    """Write the target of a segmented unit after its seg-source: known segments stay, new ones come in."""
    source, target = first_child(unit, "seg-source"), first_child(unit, "target")
    assert source is not None
    known = {attribute(mark, "mid"): editor.inside(mark) for mark in seg_marks(target)}
    content = editor.inside(source)
    for mark in seg_marks(source):
        mid = attribute(mark, "mid")
        inside = translations.get(mid, known.get(mid, b""))
        tag, end = editor.start_tag(mark), editor.end_tag(mark)
        content = content.replace(editor.raw(mark), tag + inside + end, 1)
    if target is not None:
        editor.set_inside(target, content)
    else:
        prefix = editor.prefix(source).encode()
        editor.insert_after(source, b"<%starget>%s</%starget>" % (prefix, content, prefix))


def _write_state(editor: XmlEditor, unit: XliffUnit, status: Status, *, needs_work: bool) -> None:
    if (unit.pair.status, unit.pair.needs_work) == (status, needs_work):
        return
    if unit.definition is not None:
        word = "RejectedTranslation" if needs_work else states.TRADOS_WRITTEN[status]
        editor.set_attribute(unit.definition, "conf", word)
        return
    element = unit.unit
    if name := _own_name(element, _MEMOQ, "status"):
        editor.set_attribute(element, name, "Rejected" if needs_work else states.MEMOQ_WRITTEN[status])
    elif name := _own_name(element, _PHRASE, "confirmed"):
        editor.set_attribute(element, name, "1" if status.is_done and not needs_work else "0")
    elif local_name(element) == "unit":
        _write_second_state(editor, unit.holder, status, needs_work=needs_work)
    elif not unit.mid:
        _write_first_state(editor, unit, status, needs_work=needs_work)


def _write_first_state(editor: XmlEditor, unit: XliffUnit, status: Status, *, needs_work: bool) -> None:
    editor.set_attribute(unit.unit, "approved", "yes" if status.is_done and not needs_work else "no")
    if unit.target is None:
        return
    state, qualifier = states.first_written(status, needs_work=needs_work)
    editor.set_attribute(unit.target, "state", state)
    if needs_work:
        editor.set_attribute(unit.target, "state-qualifier", qualifier)
    elif attribute(unit.target, "state-qualifier") and status is not Status.MACHINE:
        editor.set_attribute(unit.target, "state-qualifier", None)


def _write_second_state(
    editor: XmlEditor, segment: etree._Element, status: Status, *, needs_work: bool
) -> None:
    editor.set_attribute(segment, "state", states.second_written(status, needs_work=needs_work))
    own = attribute(segment, "subState")
    if needs_work:
        editor.set_attribute(segment, "subState", states.NEEDS_WORK)
    elif own:  # it belongs to the state that is gone
        editor.set_attribute(segment, "subState", None)


def _own_name(element: etree._Element, namespace: str, name: str) -> str:
    """Return an attribute's name with the prefix it has in the file, "" where the element lacks it."""
    if not attribute(element, namespace + name):
        return ""
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items() if prefix}
    prefix = prefixes.get(namespace.strip("{}"))
    return f"{prefix}:{name}" if prefix else ""
