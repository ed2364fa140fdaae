"""A bilingual file in UTF-16 stays in it, mark and order of bytes included; only what was changed differs."""

from __future__ import annotations

import codecs

import pytest

from tests.formats import bilingual_samples as samples
from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.model.pair import PairChange
from transreview.model.segment import Status

MARKS = {
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-8": codecs.BOM_UTF8,
    "plain": b"",
}
ENDINGS = (".jsonl", ".csv", ".tsv", ".tmx", ".xlf", ".mxliff")
NAMES = [name for name in sorted(samples.samples()) if name.endswith(ENDINGS) and "utf16" not in name]


def _encoded(text: str, kind: str) -> bytes:
    codec = "utf-8" if kind == "plain" else kind
    declared = "utf-16" if kind.startswith("utf-16") else "utf-8"
    for said in ('encoding="utf-8"', 'encoding="UTF-8"'):
        text = text.replace(said, f'encoding="{declared}"')
    return MARKS[kind] + text.encode(codec)


@pytest.mark.parametrize("kind", MARKS)
@pytest.mark.parametrize("name", NAMES)
def test_an_edit_leaves_the_encoding_as_it_was(name: str, kind: str) -> None:
    text = samples.samples()[name].decode()
    data = _encoded(text, kind)
    assert updated_bilingual(data, name, {}) == data
    pairs = parse_bilingual(data, name).pairs
    plain = parse_bilingual(text.encode(), name).pairs
    assert [(one.source, one.target) for one in pairs] == [(one.source, one.target) for one in plain]
    for number, pair in enumerate(pairs):
        if pair.locked or not pair.target:
            continue
        change = PairChange(target="სხვა “ტექსტი” 会议", status=Status.CONFIRMED)
        after = updated_bilingual(data, name, {pair.identity: change})
        wanted = updated_bilingual(text.encode(), name, {plain[number].identity: change})
        assert after == _encoded(wanted.decode(), kind)
