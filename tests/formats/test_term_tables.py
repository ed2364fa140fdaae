"""Term lists as people and tools keep them are understood, or it is said what is unclear."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from transreview.errors import InputError, UsageError
from transreview.formats.glossary_registry import read_any
from transreview.formats.term_tables import UnclearColumnsError
from transreview.languages.header_names import header_language
from transreview.model.glossary import Glossary, TermKind

MEMOQ = (
    "Entry_ID,Entry_Subject,Entry_Note,Chinese_PRC_Def,Chinese_PRC,Term_Info,Chinese_PRC,Georgian,Term_Info\n"
    "5,optics,n,透明的东西,镜片,CasePermissive,眼镜片,ლინზა,\n6,optics,,,镜架,,,ჩარჩო,\n"
)


def read(tmp_path: Path, name: str, text: str | bytes, **asked: str) -> tuple[Glossary, list[str]]:
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    told: list[str] = []
    return read_any(tmp_path / name, tell=told.append, **asked), told  # type: ignore[arg-type]


def terms(glossary: Glossary) -> list[list[tuple[str, str, str]]]:
    return [[(t.language, t.text, t.kind.value) for t in concept.terms] for concept in glossary.concepts]


def test_memoqs_columns(tmp_path: Path) -> None:
    glossary, told = read(tmp_path, "m.csv", MEMOQ)
    assert terms(glossary)[0] == [
        ("zh-Hans-CN", "镜片", "preferred"),
        ("zh-Hans-CN", "眼镜片", "admitted"),
        ("ka", "ლინზა", "preferred"),
    ]
    first = glossary.by_id["5"]
    assert (first.subject, first.note, first.definition) == ("optics", "n", "透明的东西")
    assert "Chinese_PRC = zh-Hans-CN" in told[0]
    assert "Term_Info = ka:info" in told[0]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Chinese,Georgian,Comment\n眼镜,სათვალე,c\n", ("zh", "ka")),
        ("英文,中文\nlens,镜片\n", ("en", "zh")),
        ("ჩინური;ქართული\n镜片;ლინზა\n", ("zh", "ka")),
        ("source,target\n镜片,ლინზა\n", ("zh", "ka")),
        ("location,source,target,id,fuzzy,context,translator_comments\n,镜片,ლინზა,,,,c\n", ("zh", "ka")),
        ("zh_CN\tka\n镜片\tლინზა\n", ("zh-Hans-CN", "ka")),
    ],
)
def test_a_header_is_never_a_concept(tmp_path: Path, text: str, languages: tuple[str, str]) -> None:
    glossary, _told = read(tmp_path, "a.tsv" if "\t" in text else "a.csv", text)
    assert glossary.languages == languages
    assert len(glossary.concepts) == 1


def test_our_own_columns_without_ids_keep_their_meaning(tmp_path: Path) -> None:
    glossary, _told = read(tmp_path, "g.csv", "zh,ka,ka:not\n展会,გამოფენა,ბაზრობა\n")
    assert terms(glossary)[0][-1] == ("ka", "ბაზრობა", TermKind.FORBIDDEN.value)
    assert glossary.concepts[0].note == ""


def test_omegats_remarks_utf16_and_semicolons(tmp_path: Path) -> None:
    remark = "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
    glossary, _told = read(tmp_path, "glossary.txt", f"{remark}镜片\tლინზა\tc\n")
    assert (glossary.concepts[0].note, glossary.languages) == ("c", ("zh", "ka"))
    glossary, _told = read(tmp_path, "g.csv", "Chinese;Georgian\r\n镜片;ლინზა\r\n".encode("utf-16"))
    assert len(glossary.concepts) == 1


def test_a_workbook_with_a_title_a_header_and_more_sheets(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Terms of the fair"], ["Chinese", "Georgian", "Notes"], ["镜片", "ლინზა", "n"]):
        book.worksheets[0].append(row)
    book.create_sheet("More").append(["zh", "ka"])
    book.worksheets[1].append(["镜架", "ჩარჩო"])
    book.create_sheet("Help").append(["Ask Nino"])
    book.save(tmp_path / "g.xlsx")
    told: list[str] = []
    glossary = read_any(tmp_path / "g.xlsx", tell=told.append)
    assert [concept.terms[0].text for concept in glossary.concepts] == ["镜片", "镜架"]
    assert any("Help" in sentence for sentence in told)


def test_columns_that_cannot_be_told_are_asked_for(tmp_path: Path) -> None:
    text = "lens,Linse\nframe,Rahmen\n"
    with pytest.raises(UnclearColumnsError, match="--columns"):
        read(tmp_path, "a.csv", text)
    glossary, _told = read(tmp_path, "a.csv", text, columns="en,de")
    assert glossary.languages == ("en", "de")
    glossary, _told = read(tmp_path, "a.csv", text, source_language="en", target_language="de")
    assert len(glossary.concepts) == 2
    with pytest.raises(UsageError, match="names no column"):
        read(tmp_path, "a.csv", text, columns="en,colour")


def test_columns_in_the_other_order_are_seen_by_their_letters(tmp_path: Path) -> None:
    glossary, _told = read(tmp_path, "a.csv", "ლინზა,镜片\nჩარჩო,镜架\n")
    assert terms(glossary)[0] == [("ka", "ლინზა", "preferred"), ("zh", "镜片", "preferred")]


def test_a_damaged_own_glossary_is_not_taken_for_a_list(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="ka:alos"):
        read(tmp_path, "a.csv", "id,zh,ka:alos\na,党,პარტია\n")


@pytest.mark.parametrize(
    ("cell", "tag"),
    [
        ("Chinese (Simplified)", "zh-Hans"),
        ("Chinese (Traditional, Taiwan)", "zh-Hant-TW"),
        ("Chinese (Taiwan)", "zh-Hant-TW"),
        ("繁體中文", "zh-Hant"),
        ("KA-GE", "ka-GE"),
        ("English (US)", "en-US"),
        ("Source language: Chinese", "zh"),
        ("id", None),
        ("no", None),
        ("lens", None),
        ("Term_Info", None),
        ("Georgia", None),
    ],
)
def test_what_headers_call_languages(cell: str, tag: str | None) -> None:
    assert header_language(cell) == tag


def test_what_memoq_says_is_forbidden_is_no_term(tmp_path: Path) -> None:
    text = MEMOQ.replace("ჩარჩო,\n", "ჩარჩო,CasePermissive;Forbidden\n")
    assert terms(read(tmp_path, "m.csv", text)[0])[1] == [
        ("zh-Hans-CN", "镜架", "preferred"),
        ("ka", "ჩარჩო", "forbidden"),
    ]


@pytest.mark.parametrize(
    ("text", "asked", "count"),
    [
        ("a,b,c\n镜片,ლინზა,x\n镜架,ჩარჩო,y\n", {}, 2),
        ("Begriff,Entsprechung\n镜片,ლინზა\n", {}, 1),
        ("Begriff,Entsprechung\n镜片,ლინზა\n", {"columns": "zh,ka"}, 1),
        ("Begriff,Entsprechung\n镜片,ლინზა\n", {"source_language": "zh", "target_language": "ka"}, 1),
        ("USB,USB\n镜片,ლინზა\n", {}, 2),
        ("USB,WiFi\n镜片,ლინზა\nLED,OLED\n", {}, 3),
        ("LED灯,LED ნათურა\n镜片,ლინზა\n", {}, 2),
    ],
)
def test_a_header_of_words_that_nobody_knows_is_no_concept(
    tmp_path: Path, text: str, asked: dict[str, str], count: int
) -> None:
    assert len(read(tmp_path, "a.csv", text, **asked)[0].concepts) == count


CATALOG = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ka\\n"

#. of glass
# said by Nino
msgid "镜片"
msgstr "ლინზა"

#, fuzzy
msgid "镜架"
msgstr "ჩარჩო"

msgid "眼镜"
msgstr ""
"""


def test_a_catalog_or_memory_is_a_glossary_where_it_is_named_as_one(tmp_path: Path) -> None:
    (concept,) = read(tmp_path, "w.po", CATALOG)[0].concepts
    assert [(term.language, term.text) for term in concept.terms] == [("zh", "镜片"), ("ka", "ლინზა")]
    assert concept.note == "of glass; said by Nino"
    latin = CATALOG.replace("镜片", "lens").replace("眼镜", "spectacles").replace("镜架", "frame")
    with pytest.raises(UnclearColumnsError):
        read(tmp_path, "w.po", latin)
    (concept,) = read(tmp_path, "w.po", latin, source_language="en")[0].concepts
    assert [(term.language, term.text) for term in concept.terms] == [("en", "lens"), ("ka", "ლინზა")]
