"""Compiled catalogs hold what is sure, and are compared with what was meant before they take a place."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import polib
import pytest

from transreview.errors import TransreviewError
from transreview.formats import mo
from transreview.formats.mo import write_compiled
from transreview.formats.po import CatalogHeader
from transreview.formats.po_entry import PoEntry

MOMENT = datetime(2021, 9, 10, 8, tzinfo=UTC)
HEADER = CatalogHeader(
    project="fair",
    created=MOMENT,
    revised=MOMENT,
    translator="",
    source_language="zh",
    target_language="ka",
    nplurals=2,
    plural="(n != 1)",
    generator="transreview 1",
    extra={},
)
ENTRIES = [
    PoEntry("开始", "დაწყება"),
    PoEntry("开始", "მენიუ", msgctxt="menu"),
    PoEntry("空", "", msgctxt=""),
    PoEntry("大概", "ალბათ", flags=("fuzzy",)),
    PoEntry("完", "ბოლო", msgctxt=""),
]


def test_fuzzy_and_untranslated_messages_are_left_out_and_contexts_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.mo"
    assert write_compiled(path, HEADER.fields(), ENTRIES) == 3
    read = polib.mofile(str(path))
    assert {(one.msgctxt, one.msgid): one.msgstr for one in read} == {
        (None, "开始"): "დაწყება",
        ("menu", "开始"): "მენიუ",
        ("", "完"): "ბოლო",
    }
    assert read.metadata["Language"] == "ka"


def test_what_does_not_come_back_as_it_was_meant_leaves_the_old_file(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "a.mo"
    write_compiled(path, HEADER.fields(), ENTRIES)
    before = path.read_bytes()
    told: list[Path] = []

    def damaged(place, data, *, verify):
        other = tmp_path / "damaged"
        other.write_bytes(data.replace("ბოლო".encode(), "ბოლი".encode()))
        told.append(place)
        verify(other)

    monkeypatch.setattr(mo.atomic, "write", damaged)
    with pytest.raises(TransreviewError, match="did not come back as they were written"):
        write_compiled(path, HEADER.fields(), ENTRIES)
    assert told == [path]
    assert path.read_bytes() == before
