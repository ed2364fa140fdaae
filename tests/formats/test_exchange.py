"""XLIFF and TMX carry texts, states and comments to other tools, to the character."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from transreview.errors import InputError
from transreview.formats.exchange import Exchange, ExchangeFile
from transreview.formats.readers import read_bilingual
from transreview.formats.tmx_writing import write_tmx
from transreview.formats.xliff_writing import write_xliff
from transreview.model.pair import Pair
from transreview.model.segment import Status


def pair(name: str, source: str, target: str, status: Status, **more: Any) -> Pair:
    return Pair(id=name, source=source, target=target, status=status, **more)


UNITS = [
    pair(
        "0001", "标题 <b>", "სათაური & <b>", Status.APPROVED, machine="ძველი", comments=(("ნინო", "კარგია"),)
    ),
    pair("0002+0003", "一\n\n二", "ერთი\n\nორი ", Status.MACHINE),
    pair("0004", "三", "", Status.MACHINE),
    pair("0005", "四", "ოთხი", Status.CONFIRMED, needs_work=True),
    pair("0006", "五\r六\t", "\u2028ხუთი", Status.CONFIRMED),
]


def exchange(units: list[Pair]) -> Exchange:
    return Exchange(
        "zh",
        "ka",
        files=[ExchangeFile("a b.txt", units)],
        generator="transreview 1",
        created="20210910T080000Z",
    )


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_texts_and_states_come_back(tmp_path: Path, version: str) -> None:
    assert write_xliff(tmp_path / "a.xlf", exchange(UNITS), version=version) == 5
    file = read_bilingual(tmp_path / "a.xlf")
    assert (file.source_language, file.target_language) == ("zh", "ka")
    # Text that looks like markup is text.
    assert [(u.source, u.target) for u in file.pairs] == [(u.source, u.target) for u in UNITS]
    assert [unit.confirmed for unit in file.pairs][:2] == [True, False]
    assert ("ნინო", "კარგია") in file.pairs[0].comments


def test_the_machines_proposal_and_the_states_are_where_other_tools_look(tmp_path: Path) -> None:
    write_xliff(tmp_path / "a.xlf", exchange(UNITS))
    root = etree.parse(str(tmp_path / "a.xlf")).getroot()
    name = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
    assert root.xpath("//x:alt-trans/x:target/text()", namespaces=name) == ["ძველი"]
    assert root.xpath("//x:trans-unit/x:target/@state", namespaces=name) == [
        "final",
        "needs-review-translation",
        "needs-review-translation",
        "translated",
    ]
    assert root.xpath("//x:trans-unit/@approved", namespaces=name) == ["yes", "no", "no", "no", "yes"]
    write_xliff(tmp_path / "b.xlf", exchange(UNITS), version="2.0")
    root = etree.parse(str(tmp_path / "b.xlf")).getroot()
    name = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
    states = root.xpath("//x:segment/@state", namespaces=name)
    assert states == ["final", "initial", "initial", "translated", "reviewed"]
    assert root.xpath("//x:unit/@id", namespaces=name)[1] == "0002_0003"


def test_a_memory_holds_only_what_people_vouched_for(tmp_path: Path) -> None:
    assert write_tmx(tmp_path / "a.tmx", exchange(UNITS)) == 2
    units = read_bilingual(tmp_path / "a.tmx").pairs
    assert [(unit.source, unit.target) for unit in units] == [
        ("标题 <b>", "სათაური & <b>"),
        ("五\r六\t", "\u2028ხუთი"),
    ]
    assert '<!DOCTYPE tmx SYSTEM "tmx14.dtd">' in (tmp_path / "a.tmx").read_text("utf-8")


@pytest.mark.parametrize("bad", ["a\x1bb", "a\ufffeb", "\x00", "\ud800"])
def test_what_xml_cannot_hold_is_refused_and_nothing_is_written(tmp_path: Path, bad: str) -> None:
    units = [pair("1", "x", bad, Status.APPROVED)]
    for write in (write_xliff, write_tmx):
        with pytest.raises(InputError, match=r"U\+"):
            write(tmp_path / "a.xlf", exchange(units))
    assert list(tmp_path.iterdir()) == []


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n\r"),
    min_size=1,
    max_size=30,
).filter(lambda text: all(ord(character) & 0xFFFE != 0xFFFE for character in text))


@settings(max_examples=80)
@given(
    texts=st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4),
    version=st.sampled_from(["1.2", "2.0", "tmx"]),
)
def test_any_text_comes_back(
    texts: list[tuple[str, str]], version: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("x") / ("a.tmx" if version == "tmx" else "a.xlf")
    units = [pair(str(n), source, target, Status.APPROVED) for n, (source, target) in enumerate(texts)]
    if version == "tmx":
        write_tmx(path, exchange(units))
    else:
        write_xliff(path, exchange(units), version=version)
    assert [(unit.source, unit.target) for unit in read_bilingual(path).pairs] == texts


MARKED = pair(
    "1",
    "参加了`opening()`会议，见[网站](https://example.org/a)和**重点**、<b>粗</b>。",
    "დაესწრო `opening()` შეხვედრას, იხ. [საიტი](https://example.org/a) და **მთავარი**, <b>მსხვილი</b>.",
    Status.EDITED,
)


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_inline_marks_go_out_as_codes_and_come_back_as_they_were(tmp_path: Path, version: str) -> None:
    write_xliff(tmp_path / "a.xlf", exchange([MARKED]), version=version)
    root = etree.parse(str(tmp_path / "a.xlf")).getroot()
    (source,), (target,) = root.iter("{*}source"), root.iter("{*}target")
    codes = [[code.get("id") for code in side.iter("{*}ph")] for side in (source, target)]
    assert codes[0] == codes[1]
    assert len(codes[0]) == 7
    assert "".join(source.itertext("{*}source")).startswith("参加了")
    assert "opening" not in "".join([source.text or "", *(code.tail or "" for code in source)])
    (read,) = read_bilingual(tmp_path / "a.xlf").pairs
    assert (read.source, read.target) == (MARKED.source, MARKED.target)


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("ab `*_[]()<>/!&\"'\\{}%s:https.org\n字ა"), max_size=40),
    st.sampled_from(["1.2", "2.0"]),
)
def test_whatever_looks_like_markup_comes_back(tmp_path_factory, text: str, version: str) -> None:
    path = tmp_path_factory.mktemp("x") / "a.xlf"
    write_xliff(path, exchange([pair("1", "x" + text, text + "y", Status.EDITED)]), version=version)
    (read,) = read_bilingual(path).pairs
    assert (read.source, read.target) == ("x" + text, text + "y")


@pytest.mark.parametrize("version", ["1.2", "2.0"])
@pytest.mark.parametrize("needs_work", [False, True])
@pytest.mark.parametrize("status", list(Status))
def test_every_state_and_the_flag_come_back(
    tmp_path: Path, status: Status, needs_work: bool, version: str
) -> None:
    """A text that needs work is at most edited: nobody vouches for it."""
    units = [pair("1", "一", "ერთი", status, needs_work=needs_work)]
    write_xliff(tmp_path / "a.xlf", exchange(units), version=version)
    [back] = read_bilingual(tmp_path / "a.xlf").pairs
    wanted = Status.EDITED if needs_work and status.is_done else status
    assert (back.status, back.needs_work) == (wanted, needs_work)


def test_several_engines_proposals_come_back_by_name(tmp_path: Path) -> None:
    proposals = (("deepl", "პირველი <b>&"), ("nmt 2", "მეორე"))
    write_xliff(tmp_path / "a.xlf", exchange([pair("1", "一", "ერთი", Status.EDITED, machine="ძველი", proposals=proposals)]))  # fmt: skip
    [back] = read_bilingual(tmp_path / "a.xlf").pairs
    assert (back.machine, back.proposals) == ("ძველი", proposals)


def test_matches_of_a_memory_and_other_languages_are_no_engines_proposals(tmp_path: Path) -> None:
    (tmp_path / "a.xlf").write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" '
        'target-language="ka" datatype="plaintext"><body><trans-unit id="1"><source>One</source><target>ერთი</target>'
        '<alt-trans match-quality="80" origin="memory"><target>ერთიც</target></alt-trans>'
        '<alt-trans origin="deepl"><target xml:lang="ka">ერთი-ერთი</target></alt-trans>'
        '<alt-trans origin="deepl"><target>მეორე</target></alt-trans>'
        '<alt-trans origin="other"><target xml:lang="de">eins</target></alt-trans>'
        '<alt-trans origin="old" alttranstype="previous-version"><target>ძველი</target></alt-trans>'
        '<alt-trans origin="empty"><target/></alt-trans>'
        "</trans-unit></body></file></xliff>",
        encoding="utf-8",
    )
    [only] = read_bilingual(tmp_path / "a.xlf").pairs
    assert only.proposals == (("deepl", "ერთი-ერთი"),)


def test_several_engines_proposals_come_back_by_name_in_xliff_2(tmp_path: Path) -> None:
    proposals = (("deepl", "პირველი <b>&"), ("nmt 2", "მეორე"))
    mine = pair("1", "一 `a`", "ერთი `a`", Status.EDITED, machine="ძველი", proposals=proposals)
    write_xliff(tmp_path / "a.xlf", exchange([mine]), version="2.0")
    [back] = read_bilingual(tmp_path / "a.xlf").pairs
    assert (back.source, back.machine, back.proposals) == ("一 `a`", "ძველი", proposals)


def test_candidates_belong_to_the_segment_they_name_and_to_machines_only(tmp_path: Path) -> None:
    def match(ref: str, kind: str, text: str, origin: str = "deepl") -> str:
        return (
            f'<mtc:match ref="{ref}" type="{kind}" origin="{origin}"><source>x</source>'
            f"<target>{text}</target></mtc:match>"
        )

    (tmp_path / "a.xlf").write_text(
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="ka"><file id="f">'
        '<unit id="u"><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">'
        + match("#s1", "mt", "პირველი")
        + match("#m", "mt", "მეორე")
        + match("#s2", "tm", "მეხსიერება", "memory")
        + match("#s2", "mt", "მანქანა", "")
        + match("#s9", "mt", "არსად", "lost")
        + '</mtc:matches><segment id="s1"><source>One</source></segment>'
        '<segment id="s2"><source><mrk id="m">Two</mrk></source></segment></unit></file></xliff>',
        encoding="utf-8",
    )
    one, two = read_bilingual(tmp_path / "a.xlf").pairs
    assert one.proposals == (("deepl", "პირველი"),)
    assert (two.machine, two.proposals) == ("მანქანა", (("deepl", "მეორე"),))
