"""Bilingual files of every format give their texts, or say why not and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.errors import InputError, UsageError
from transreview.formats.readers import read_bilingual
from transreview.model.pair import PairFile

XLIFF_1 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.md" source-language="zh-CN" target-language="ka" datatype="plaintext"><body>
<group id="g">
<trans-unit id="1" approved="yes"><source>会议<g id="b">召开</g>。<x id="1"/></source>
<target>სხდომა <g id="b">გაიმართა</g>.<x id="1"/></target><note>თავი</note></trans-unit>
</group>
<trans-unit id="2"><source>谢谢</source><target state="needs-review-translation">გმადლობთ</target></trans-unit>
<trans-unit id="3"><source>新</source></trans-unit>
<trans-unit id="4"><source>一。二。</source>
<seg-source><mrk mtype="seg" mid="0">一。</mrk><mrk mtype="seg" mid="1">二。</mrk></seg-source>
<target><mrk mtype="seg" mid="0">ერთი.</mrk> <mrk mtype="seg" mid="1">ორი.</mrk></target></trans-unit>
</body></file></xliff>
"""
XLIFF_2 = """<?xml version="1.0"?>
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh" trgLang="ka">
<file id="f1"><group id="g"><unit id="u1"><notes><note>n</note></notes>
<segment id="s1" state="reviewed"><source>会议<pc id="1">召开</pc></source><target>სხდომა</target></segment>
<ignorable><source> </source></ignorable>
<segment><source>谢谢</source></segment></unit></group></file></xliff>
"""
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="paragraph" o-tmf="x" adminlang="en"
 srclang="zh-CN" datatype="plaintext"/><body>
<tu tuid="a"><tuv xml:lang="ka"><seg>სხდომა <bpt i="1">&lt;b&gt;</bpt>აქ<ept i="1"/></seg></tuv>
<tuv xml:lang="zh-CN"><seg>会议</seg></tuv><tuv xml:lang="en"><seg>meeting</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>谢谢</seg></tuv><tuv xml:lang="ka-GE"><seg>გმადლობთ</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>新</seg></tuv></tu></body></tmx>
"""


def read(tmp_path: Path, name: str, text: str | bytes, encoding: str | None = None) -> PairFile:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_bilingual(path, encoding=encoding)


def test_xliff_1_with_groups_codes_states_and_segments(tmp_path: Path) -> None:
    file = read(tmp_path, "a.xlf", XLIFF_1)
    assert (file.source_language, file.target_language) == ("zh-CN", "ka")
    first, second, third, *segments = file.pairs
    assert first.source == '会议<g id="b">召开</g>。<x id="1"/>'
    assert first.target == 'სხდომა <g id="b">გაიმართა</g>.<x id="1"/>'
    assert (first.confirmed, first.note, first.line) == (True, "თავი", 5)
    assert second.confirmed is False
    assert (third.target, third.confirmed) == ("", None)
    assert [(s.id, s.source, s.target) for s in segments] == [
        ("4#0", "一。", "ერთი."),
        ("4#1", "二。", "ორი."),
    ]


def test_xliff_2_units_and_segments(tmp_path: Path) -> None:
    first, second = read(tmp_path, "a.xliff", XLIFF_2).pairs
    assert (first.id, first.source, first.confirmed) == ("u1#s1", '会议<pc id="1">召开</pc>', True)
    assert (second.id, second.target, second.note) == ("u1#2", "", "n")


def test_tmx_takes_the_commonest_translation_and_says_what_it_left(tmp_path: Path) -> None:
    file = read(tmp_path, "a.tmx", TMX)
    assert [unit.source for unit in file.pairs] == ["会议", "谢谢"]
    assert file.pairs[0].target == 'სხდომა <bpt i="1"><b></bpt>აქ<ept i="1"/>'
    assert file.pairs[0].id == "a"
    assert "no translation" in file.warnings[0]


def test_tmx_in_utf16(tmp_path: Path) -> None:
    assert len(read(tmp_path, "a.tmx", TMX.replace("UTF-8", "UTF-16").encode("utf-16")).pairs) == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "source,target\n会议,სხდომა\n谢谢,გმადლობთ\n"),
        ("a.csv", "\ufeffid;Source;Target\r\n1;会议;სხდომა\r\n2;谢谢;გმადლობთ\r\n"),
        ("a.csv", "zh,ka\n会议,სხდომა\n谢谢,გმადლობთ\n"),
        ("a.tsv", "会议\tსხდომა\n谢谢\tგმადლობთ\n"),
        ("a.tsv", "src\tmt\n会议\tსხდომა\n谢谢\tგმადლობთ\n"),
        ("a.jsonl", '{"src": "会议", "mt": "სხდომა"}\n\n{"source": "谢谢", "target": "გმადლობთ"}\n'),
        ("a.po", 'msgid "会议"\nmsgstr "სხდომა"\n\nmsgid "谢谢"\nmsgstr "გმადლობთ"\n'),
    ],
)
def test_tables_lines_and_catalogs(tmp_path: Path, name: str, text: str) -> None:
    units = read(tmp_path, name, text).pairs
    assert [(unit.source, unit.target) for unit in units] == [("会议", "სხდომა"), ("谢谢", "გმადლობთ")]
    assert all(unit.line > 0 for unit in units)


def test_a_table_from_a_chinese_spreadsheet(tmp_path: Path) -> None:
    text = "source,target\n中国和格鲁吉亚建立关系,x\n谢谢。,x\n"
    assert read(tmp_path, "a.csv", text.encode("gbk")).pairs[0].source == "中国和格鲁吉亚建立关系"
    assert read(tmp_path, "a.csv", "source,target\n镜,x\n".encode("gbk"), "gb18030").pairs[0].source == "镜"


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.csv", "source,target\n会议\n", 2),
        ("a.csv", 'source,target\n"会议,სხდომა\n', 2),
        ("a.csv", "source\n会议\n", 1),
        ("a.jsonl", '{"source": "a", "target": "b"}\n{"source": "a"\n', 2),
        ("a.jsonl", '{"source": "a"}\n', 1),
        ("a.jsonl", "[1]\n", 1),
        ("a.jsonl", '{"source": "a\\ud800", "target": "b"}\n', 1),
        ("a.jsonl", '{"source": "a\\u0000", "target": "b"}\n', 1),
        ("a.jsonl", "[" * 100_000, 1),
        ("a.csv", "id,source,target\n1,a,b\n2,c,d\n1,e,f\n", 4),
        ("a.jsonl", '{"id": 1, "src": "a", "mt": "b"}\n{"id": 1, "src": "c", "mt": "d"}\n', 2),
        ("a.xlf", XLIFF_1.replace('id="2"', 'id="1"'), 8),
        ("a.xlf", XLIFF_1[:-40], None),
        ("a.xlf", TMX, 3),
        ("a.tmx", XLIFF_1, 2),
        ("a.tmx", TMX.replace("新", "\x0b"), None),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, name: str, text: str, line: int | None) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, name, text)
    assert name in str(caught.value)
    if line is not None:
        assert caught.value.line == line


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE xliff [<!ENTITY x "harmless">]>',
        '<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa"><!ENTITY x "&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_entities_are_neither_expanded_nor_dropped_in_silence(tmp_path: Path, declared: str) -> None:
    text = XLIFF_1.replace("<xliff", f"{declared}<xliff", 1).replace("谢谢", "&x;")
    with pytest.raises(InputError) as caught:
        read(tmp_path, "a.xlf", text)
    assert "root:" not in str(caught.value)


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read(tmp_path, "a.tmx", "<tmx>" + "<a>" * 100_000)


def test_bytes_that_contradict_the_declaration_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read(tmp_path, "a.xlf", XLIFF_1.encode().replace("会议".encode(), "会议".encode("gbk")))


def test_unknown_endings_name_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.tmx"):
        read_bilingual(tmp_path / "a.doc")


@pytest.mark.parametrize(
    ("row", "kept"),
    [("2|A|B|x", True), ("2|A|B", True), ("2|A|", True), ("2|A", True), ("2", False), ("2||", False)],
)
def test_a_row_of_fewer_cells_is_a_unit_as_long_as_one_side_has_words(tmp_path, row, kept) -> None:
    """A table of a word processor may have rows of fewer cells: joined ones, or a title between."""
    lines = ["ID|Chinese (PRC)|Georgian|Comment", "1|C|D|", row, "3|E|F|"]
    body = "".join(
        "\\trowd\\pard\\intbl " + "".join(f"{one}\\cell " for one in line.split("|")) + "\\row\n"
        for line in lines
    )
    file = read(tmp_path, "a.rtf", "{\\rtf1\\ansi " + body + "}")
    assert [one.id for one in file.pairs] == ["1", *(["2"] if kept else []), "3"]
