"""Catalogs are written as gettext writes them, and nothing is in them that was not to be."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.errors import InputError, TransreviewError
from transreview.formats import po
from transreview.formats.po import (
    CatalogHeader,
    message_text,
    one_line,
    reference,
    write_catalog,
)
from transreview.formats.po_catalog import read_catalog
from transreview.formats.po_entry import PoEntry
from transreview.languages.tags import locale_name

HEADER = CatalogHeader(
    project="“镜”业守初心",
    created=datetime(2021, 9, 10, 8, tzinfo=UTC),
    revised=datetime(2021, 9, 11, 9, 30, tzinfo=UTC),
    translator="ნინო",
    source_language="zh",
    target_language="ka",
    nplurals=2,
    plural="n != 1",
    generator="transreview 1",
    extra={"X-Transreview-Revision": "7"},
)
ENTRIES = [
    PoEntry(
        "标题",
        "სათაური",
        msgctxt="doc:a|seg:0001",
        comments=("ნინო: შეამოწმე",),
        extracted=("kind: title", "align: 1:1, confidence 1.00"),
        references=("a.txt:1",),
    ),
    PoEntry("一\n\n二 50 %", "ერთი\n\nორი", msgctxt="doc:a|seg:0002+0003", flags=("fuzzy", "no-c-format")),
    PoEntry('"引" \\ \t', "", msgctxt="doc:a|seg:0004"),
    PoEntry("a\u2028b", "x\x85y", msgctxt="doc:a|seg:0005", flags=("fuzzy",)),
]

gettext = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs gettext")


def write(path: Path, entries: list[PoEntry] = ENTRIES) -> bytes:
    write_catalog(path, HEADER, iter(entries))
    return path.read_bytes()


def test_the_header_is_in_gettexts_order(tmp_path: Path) -> None:
    assert write(tmp_path / "a.po").decode().split("\n\n")[0].splitlines() == [
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: “镜”业守初心\\n"',
        '"Report-Msgid-Bugs-To: \\n"',
        '"POT-Creation-Date: 2021-09-10 08:00+0000\\n"',
        '"PO-Revision-Date: 2021-09-11 09:30+0000\\n"',
        '"Last-Translator: ნინო\\n"',
        '"Language-Team: none\\n"',
        '"Language: ka\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"',
        '"X-Generator: transreview 1\\n"',
        '"X-Source-Language: zh_CN\\n"',
        '"X-Transreview-Revision: 7\\n"',
    ]


@gettext
def test_msgfmt_is_silent_and_msgcat_changes_no_byte(tmp_path: Path) -> None:
    data = write(tmp_path / "a.po")
    checked = subprocess.run(
        ["msgfmt", "-c", "-v", "-o", "/dev/null", "a.po"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert checked.stderr.strip() == "1 translated message, 2 fuzzy translations, 1 untranslated message."
    again = subprocess.run(["msgcat", "--no-wrap", "a.po"], cwd=tmp_path, capture_output=True, check=True)
    assert again.stderr == b""
    assert again.stdout == data


def test_polib_reads_what_was_written(tmp_path: Path) -> None:
    write(tmp_path / "a.po")
    found = [(e.msgctxt, e.msgid, e.msgstr) for e in polib.pofile(str(tmp_path / "a.po"))]
    assert found == [(e.msgctxt, e.msgid, e.msgstr) for e in ENTRIES]


def test_our_reader_gives_back_everything(tmp_path: Path) -> None:
    write(tmp_path / "a.po")
    for read, written in zip(read_catalog(tmp_path / "a.po").entries, ENTRIES, strict=True):
        read.line = written.line
        assert read == written


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x04\r"), max_size=60)


@settings(max_examples=150)
@given(texts=st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
def test_any_text_comes_back(texts: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("po") / "a.po"
    entries = [
        PoEntry(message_text(source) or "x", message_text(target), msgctxt=f"doc:a|seg:{number}")
        for number, (source, target) in enumerate(texts)
    ]
    write_catalog(path, HEADER, entries)
    found = [(e.msgctxt, e.msgid, e.msgstr) for e in read_catalog(path).entries]
    assert found == [(e.msgctxt, e.msgid, e.msgstr) for e in entries]


@gettext
@settings(max_examples=25)
@given(texts=st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=6))
def test_msgcat_changes_no_byte_of_any_text(
    texts: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("po") / "a.po"
    entries = [
        PoEntry(
            message_text(source) or "x",
            message_text(target),
            msgctxt=f"doc:a|seg:{number}",
            comments=(one_line(f"A: {target}"),),
            extracted=(one_line(f"b: {source}"),),
            references=(reference("f" + source, number),),
            flags=("fuzzy", "no-c-format") if message_text(target) else ("no-c-format",),
        )
        for number, (source, target) in enumerate(texts)
    ]
    write_catalog(path, HEADER, entries)
    again = subprocess.run(["msgcat", "--no-wrap", str(path)], capture_output=True, check=False)
    assert again.returncode == 0, again.stderr.decode()
    assert again.stdout == path.read_bytes()


@pytest.mark.parametrize("bad", ["a\0b", "a\x04b"])
def test_what_a_catalog_cannot_hold_is_refused_by_name(tmp_path: Path, bad: str) -> None:
    write(tmp_path / "a.po")
    with pytest.raises(InputError, match=r"doc:a\|seg:9.*U\+000"):
        write(tmp_path / "a.po", [PoEntry("x", bad, msgctxt="doc:a|seg:9")])
    assert len(read_catalog(tmp_path / "a.po").entries) == len(ENTRIES)


def test_messages_without_source_or_context_and_doubled_contexts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no source"):
        write(tmp_path / "a.po", [PoEntry("", "x")])
    with pytest.raises(TransreviewError, match="same context"):
        write(tmp_path / "a.po", [ENTRIES[0], ENTRIES[1], ENTRIES[0]])
    assert list(tmp_path.iterdir()) == []


def test_a_failing_source_of_messages_leaves_the_old_file(tmp_path: Path) -> None:
    data = write(tmp_path / "a.po")

    def entries() -> Iterator[PoEntry]:
        yield ENTRIES[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_catalog(tmp_path / "a.po", HEADER, entries())
    assert (tmp_path / "a.po").read_bytes() == data
    assert len(list(tmp_path.iterdir())) == 1


def test_what_does_not_come_back_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in writing is found by reading back, before the old file is gone."""
    data = write(tmp_path / "a.po")
    whole = po.format_entry
    monkeypatch.setattr(po, "format_entry", lambda entry: whole(entry).replace("სათაური", "სათაურ"))
    with pytest.raises(TransreviewError, match="message 1 did not come back"):
        write(tmp_path / "a.po")
    assert (tmp_path / "a.po").read_bytes() == data


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("zh", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh-Hant-HK", "zh_HK"),
        ("ka", "ka"),
        ("pt-BR", "pt_BR"),
        ("sr-Latn", "sr@latin"),
        ("en", "en"),
    ],
)
def test_languages_have_gettexts_names(tag: str, name: str) -> None:
    assert locale_name(tag) == name


def test_references_survive_blanks_and_colons() -> None:
    assert reference("ჩემი ფაილი: 1%.txt", 3) == "ჩემი%20ფაილი%3A%201%25.txt:3"
    assert reference("a.txt", 0) == "a.txt"


def test_comments_are_one_line_without_controls() -> None:
    assert one_line("a\n\x1b[31mb\r\n\tc\x9b") == "a [31mb c"
