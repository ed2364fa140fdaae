"""What stands above a message of a catalog when its fuzzy flag comes and goes: nothing else changes."""

from __future__ import annotations

import pytest

from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.model.pair import PairChange
from transreview.model.segment import Status

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BODY = 'msgid "File"\nmsgstr "ფაილი"\n'
OLD = '#| msgid "Fil"\n'


def after(above: str, *, fuzzy: bool, newline: str = "\n") -> str:
    data = (HEAD + above + BODY).replace("\n", newline).encode()
    (pair,) = parse_bilingual(data, "a.po").pairs
    change = PairChange(needs_work=fuzzy, status=Status.EDITED if fuzzy else Status.CONFIRMED)
    text = updated_bilingual(data, "a.po", {pair.identity: change}).decode()
    assert newline == "\n" or "\n" not in text.replace(newline, "")
    text = text.replace(newline, "\n")
    assert text.startswith(HEAD)
    assert text.endswith(BODY)
    return text[len(HEAD) : -len(BODY)]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("above", "flagged"),
    [
        ("", "#, fuzzy\n"),
        ("# a remark\n", "# a remark\n#, fuzzy\n"),
        ("#: a.c:1\n", "#: a.c:1\n#, fuzzy\n"),
        ("#, c-format\n", "#, fuzzy, c-format\n"),
        ("#, c-format, no-wrap\n", "#, fuzzy, c-format, no-wrap\n"),
        ("# r\n#. e\n#: a.c:1\n#, c-format\n", "# r\n#. e\n#: a.c:1\n#, fuzzy, c-format\n"),
    ],
)
def test_the_flag_is_set_before_the_others_that_are_there(above: str, flagged: str, newline: str) -> None:
    assert after(above, fuzzy=True, newline=newline) == flagged


@pytest.mark.parametrize(
    ("above", "clear"),
    [
        ("#, fuzzy\n", ""),
        ("#, fuzzy, c-format\n", "#, c-format\n"),
        ("#, c-format, fuzzy, no-wrap\n", "#, c-format, no-wrap\n"),
        ("#, fuzzy\n" + OLD, ""),
        ("# r\n#, fuzzy\n" + OLD, "# r\n"),
        ("#, fuzzy\n#, c-format\n", "#, c-format\n"),
    ],
)
def test_the_flag_goes_with_the_source_of_before(above: str, clear: str) -> None:
    assert after(above, fuzzy=False) == clear


def test_a_message_above_keeps_its_own_flags() -> None:
    first = '#, c-format\nmsgid "Edit"\nmsgstr "რედაქტირება"\n\n'
    data = (HEAD + first + BODY).encode()
    pair = parse_bilingual(data, "a.po").pairs[1]
    change = PairChange(needs_work=True, status=Status.EDITED)
    assert (
        updated_bilingual(data, "a.po", {pair.identity: change}).decode()
        == HEAD + first + "#, fuzzy\n" + BODY
    )
