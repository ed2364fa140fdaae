"""What other tools are handed, to the byte: XLIFF 1.2 and 2.0, TMX, pairs for OmegaT."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from transreview.errors import InputError
from transreview.formats.exchange import Exchange, ExchangeFile
from transreview.formats.glossary_pairs import concept_id, write_pairs
from transreview.formats.left_out import Beside, Left, remarks
from transreview.formats.tmx_engines import read_tmx_engines
from transreview.formats.tmx_writing import write_tmx
from transreview.formats.xliff_writing import write_xliff
from transreview.formats.xml_writing import writing_xml
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind
from transreview.model.pair import Pair
from transreview.model.segment import Status

GOLDEN = Path(__file__).parent / "golden" / "exchange"
PAIRS = (
    Pair(
        id="a 1",
        source="打开 <b>{0}</b> & 关\r\n",
        target="გახსენით <b>{0}</b> & დახურეთ",
        machine="გახსენი",
        status=Status.CONFIRMED,
        comments=(("Nino", "კარგია"), ("", "ვნახოთ")),
        proposals=(("deepl", "ღია"), ("empty", "")),
    ),
    Pair(id="2", source="再见", target="ნახვამდის", status=Status.APPROVED, needs_work=True),
    Pair(id="3", source="谢谢", target=""),
    Pair(id="4", source="完", target="ბოლო"),
    Pair(id="5", source="好", target="კარგი", status=Status.APPROVED),
    Pair(id="6", source="好", target="კარგი", status=Status.EDITED),
)


def exchange(revision: int = 7, generator: str = "transreview 1.2") -> Exchange:
    return Exchange(
        "zh-Hans",
        "ka",
        files=[ExchangeFile("one.md", PAIRS[:3]), ExchangeFile("two & three.md", PAIRS[3:])],
        generator=generator,
        created="20210910T080000Z",
        revision=revision,
    )


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_xliff_is_written_to_the_byte(tmp_path: Path, version: str) -> None:
    assert write_xliff(tmp_path / "a.xlf", exchange(), version=version) == 6
    assert (tmp_path / "a.xlf").read_bytes() == (GOLDEN / f"version-{version}.xlf").read_bytes()


def test_the_first_version_is_written_where_none_is_named(tmp_path: Path) -> None:
    write_xliff(tmp_path / "a.xlf", exchange())
    assert (tmp_path / "a.xlf").read_bytes() == (GOLDEN / "version-1.2.xlf").read_bytes()


def test_a_memory_holds_what_is_confirmed_to_the_byte(tmp_path: Path) -> None:
    assert write_tmx(tmp_path / "a.tmx", exchange()) == 2
    assert (tmp_path / "a.tmx").read_bytes() == (GOLDEN / "memory.tmx").read_bytes()
    write_tmx(tmp_path / "b.tmx", exchange(generator="mine"))
    assert b'creationtool="mine" creationtoolversion="0"' in (tmp_path / "b.tmx").read_bytes()


@pytest.mark.parametrize("name", ["a.xlf", "b.xlf", "a.tmx"])
def test_without_a_revision_nothing_speaks_of_one(tmp_path: Path, name: str) -> None:
    if name == "a.tmx":
        write_tmx(tmp_path / name, exchange(revision=0))
    else:
        write_xliff(tmp_path / name, exchange(revision=0), version="1.2" if name == "a.xlf" else "2.0")
    assert b"revision" not in (tmp_path / name).read_bytes()
    assert Exchange("zh", "ka", files=(), generator="", created="").revision == 0


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("seg-1", "the text of seg-1 holds the character U\\+000B"),
        ("", "a text holds the character U\\+000B"),
    ],
)
def test_what_xml_cannot_hold_is_named_with_its_text_and_nothing_is_written(
    tmp_path: Path, unit: str, words: str
) -> None:
    def write() -> None:
        with writing_xml(tmp_path / "a.xml") as xml, xml.element("a", empty="", full='"'):
            xml.unit = unit
            xml.text("b", "x\x0b")

    with pytest.raises(InputError, match=words):
        write()
    assert list(tmp_path.iterdir()) == []


def test_elements_are_set_in_and_empty_attributes_left_out(tmp_path: Path) -> None:
    with writing_xml(tmp_path / "a.xml", doctype="<!DOCTYPE a>") as xml, xml.element("a", empty="", full='"'):
        with xml.element("b"):
            xml.empty("c", d="<")
        xml.pieces("e", [("<\r", ""), ("", "<f/>")], g="&")
        assert xml.escaped("<\r>&") == "&lt;&#13;&gt;&amp;"
    assert (tmp_path / "a.xml").read_text() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE a>\n'
        '<a full=\'"\'>\n  <b>\n    <c d="&lt;"/>\n  </b>\n  <e g="&amp;">&lt;&#13;<f/></e>\n</a>\n'
    )


MEMORY = """<tmx version="1.4"><header srclang="zh"/><body>
<tu><tuv xml:lang="zh"><seg>一</seg></tuv>
<tuv xml:lang="ka" creationid="deepl"><seg>ერთი</seg></tuv>
<tuv xml:lang="ka-GE" creationtool="google" changeid=" "><prop type="x">own</prop><seg>ცალი</seg></tuv>
<tuv xml:lang="ka" creationid="deepl"><seg>მეორე</seg></tuv>
<tuv xml:lang="en" creationid="deepl"><seg>one</seg></tuv>
<tuv xml:lang="ka" creationid="empty"/></tu>
<tu><tuv xml:lang="zh" creationid="deepl"><seg>二</seg></tuv><tuv lang="ka" changeid="late"><seg>ორი</seg></tuv></tu>
</body></tmx>"""


def test_the_variants_of_a_memory_are_told_by_their_makers() -> None:
    read = read_tmx_engines(MEMORY.encode(), "a.tmx")
    assert (read.sources, read.source_language, read.target_language) == (("一", "二"), "zh", "ka")
    assert read.targets == (
        {"deepl": "ერთი", "google": "ცალი", "own": "ცალი"},
        {"late": "ორი"},
    )
    assert read.names == ["deepl", "google", "own", "late"]
    other = read_tmx_engines(MEMORY.encode(), "a.tmx", target_language="en")
    assert other.targets[0] == {"deepl": "one"}


def test_pairs_for_omegat_name_what_is_forbidden_in_the_comment(tmp_path: Path) -> None:
    concepts = (
        Concept(
            "b",
            definition="what\tit is",
            note="n",
            terms=(
                Term("会议", "zh"),
                Term("大会", "zh-Hans", kind=TermKind.ADMITTED),
                Term("开会", "zh", kind=TermKind.FORBIDDEN),
                Term("სხდომა", "ka"),
                Term("კრება", "ka", kind=TermKind.ADMITTED),
                Term("მიტინგი", "ka", kind=TermKind.FORBIDDEN),
                Term("meeting", "en"),
            ),
        ),
        Concept("a", terms=(Term("眼镜", "zh"), Term("სათვალე", "ka"))),
        Concept("c", status=ConceptStatus.DEPRECATED, terms=(Term("旧", "zh"), Term("ძველი", "ka"))),
        Concept("d", terms=(Term("无", "zh"),)),
    )
    write_pairs(tmp_path / "a.txt", Glossary(concepts, ("zh", "ka")), "zh", "ka")
    said = "what it is; n; not: მიტინგი"
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == (
        "眼镜\tსათვალე\t\n"
        f"会议\tსხდომა\t{said}\n会议\tკრება\t{said}\n大会\tსხდომა\t{said}\n大会\tკრება\t{said}\n"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [("Trade Fair!", "trade-fair"), ("ＡＢ", "ab"), ("展览 会", "展览-会"), ("?", "term"), ("", "term")],
)
def test_an_id_is_made_of_the_words_of_a_term(text: str, name: str) -> None:
    assert concept_id(text) == name


def test_what_was_left_and_read_beside_is_said_in_one_line_each() -> None:
    assert remarks("a.md", {}, {}, ()) == []
    assert remarks("a.md", {Left.CODE: 0}, {Beside.HEADER: 0}, ()) == []
    assert remarks(
        "a.md", {Left.CODE: 1, Left.COMMENT: 0, Left.FORMULA: 2}, {Beside.FOOTNOTE: 1}, ("odd",)
    ) == [
        "a.md: 1 code block, 2 formulas left as they are.",
        "a.md: 1 footnote read too.",
        "a.md: odd.",
    ]
    for kind in Left:
        assert remarks("a", {kind: 3}, {}, ())[0].startswith("a: 3 ")
    for beside in Beside:
        assert remarks("a", {}, {beside: 3}, ())[0].startswith("a: 3 ")


def test_no_two_elements_of_a_unit_of_xliff_2_share_a_name(tmp_path: Path) -> None:
    write_xliff(tmp_path / "a.xlf", exchange(), version="2.0")
    namespace = "{urn:oasis:names:tc:xliff:document:2.0}"
    for unit in etree.parse(tmp_path / "a.xlf").iter(f"{namespace}unit"):
        names = [segment.get("id") for segment in unit.iter(f"{namespace}segment")]
        names += [code.get("id") for code in unit.iterfind(f"{namespace}segment/{namespace}source/")]
        assert len(names) == len(set(names)), names


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("pt-BR", {"same", "wide"}),  # nothing contradicts "pt"; Portugal's is another language here
        ("pt-PT", {"other", "wide"}),
        ("pt", {"same", "other", "wide"}),
        ("es", {"far"}),
    ],
)
def test_variants_of_another_region_are_no_engines_of_this_one(wanted: str, found: set[str]) -> None:
    tags = {"same": "pt-BR", "other": "pt-PT", "wide": "pt", "far": "es"}
    variants = "".join(
        f'<tuv xml:lang="{tag}" creationid="{name}"><seg>{name}</seg></tuv>' for name, tag in tags.items()
    )
    main = f'<tuv xml:lang="{wanted}"><seg>own</seg></tuv>'
    memory = f'<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>a</seg></tuv>{main}{variants}</tu></body></tmx>'
    read = read_tmx_engines(memory.encode(), "a.tmx", target_language=wanted)
    assert set(read.targets[0]) == found
