"""What bilingual files say of their units is read: states, locks, contexts, plural forms, languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats import bilingual_samples as samples
from transreview.errors import InputError, UsageError
from transreview.formats.readers import parse_bilingual, read_bilingual, required_reader
from transreview.model.pair import Pair, PairFile
from transreview.model.segment import Status


def read(name: str, text: str | bytes | None = None, **asked: str) -> PairFile:
    data = samples.samples()[name] if text is None else text
    return parse_bilingual(data.encode() if isinstance(data, str) else data, name, **asked)  # type: ignore[arg-type]


def stages(pairs: tuple[Pair, ...]) -> list[tuple[Status | None, bool, bool]]:
    return [(pair.status, pair.needs_work, pair.locked) for pair in pairs]


def test_a_catalog_gives_contexts_flags_plural_forms_and_lines() -> None:
    file = read("a.po")
    first, fuzzy, empty, plural, long = file.pairs
    assert (first.flags, first.line, first.target_line, first.status) == (
        ("c-format",),
        12,
        13,
        Status.CONFIRMED,
    )
    assert (fuzzy.state, fuzzy.status, fuzzy.flags) == ("fuzzy", Status.MACHINE, ("c-format",))
    assert (empty.context, empty.key, empty.status, empty.is_untranslated) == (
        "menu",
        "menu\x04Open",
        None,
        True,
    )
    assert (plural.source_plural, plural.forms) == ("%d files", ("%d ფაილი", "%d ფაილი"))
    assert long.target.endswith("არ ეტევა.\n")
    assert file.header["Plural-Forms"] == "nplurals=2; plural=(n != 1);"


def test_xliff_states_locks_and_remarks() -> None:
    assert stages(read("a.xlf").pairs) == [
        (Status.APPROVED, False, False),
        (Status.MACHINE, False, False),
        (None, False, False),
        (None, False, True),
        (None, False, False),
    ]
    first, second, locked = read("b.xlf").pairs
    assert (first.status, first.comments) == (Status.CONFIRMED, (("ნინო", "კარგია"),))
    assert (second.status, second.is_untranslated, locked.locked) == (None, True, True)


def test_the_dialects_of_trados_memoq_and_phrase() -> None:
    assert stages(read("a.sdlxliff").pairs) == [
        (Status.APPROVED, False, False),
        (Status.MACHINE, False, False),
        (None, False, False),
        (None, False, True),
        (None, False, True),
        (None, False, False),
    ]
    assert stages(read("a.mqxliff").pairs) == [
        (Status.MACHINE, False, False),
        (Status.CONFIRMED, False, True),
    ]
    assert stages(read("a.mxliff").pairs) == [
        (Status.CONFIRMED, False, False),
        (Status.MACHINE, False, False),
    ]
    (angular,) = read("ng.xlf").pairs
    assert angular.note == "greeting"
    assert "app.component.html" in angular.context


@pytest.mark.parametrize(
    ("approved", "state", "qualifier", "status"),
    [
        ("", "", "", None),
        ("no", "", "", Status.EDITED),
        ("yes", "", "", Status.APPROVED),
        ("yes", "translated", "", Status.CONFIRMED),
        ("", "signed-off", "", Status.APPROVED),
        ("", "translated", "leveraged-mt", Status.MACHINE),
        ("", "needs-translation", "", Status.MACHINE),
        ("", "needs-l10n", "", Status.EDITED),
        ("", "x-own", "", None),
    ],
)
def test_states_of_xliff_1(approved: str, state: str, qualifier: str, status: Status | None) -> None:
    said = f'approved="{approved}"' if approved else ""
    of_target = f'state="{state}"' * bool(state) + f' state-qualifier="{qualifier}"' * bool(qualifier)
    text = (
        '<xliff version="1.2"><file original="a" source-language="zh" target-language="ka" datatype="x"><body>'
        f'<trans-unit id="1" {said}><source>一</source><target {of_target}>ერთი</target></trans-unit>'
        "</body></file></xliff>"
    )
    file = read("a.xlf", text)
    assert file.pairs[0].status is status
    assert bool(file.warnings) == (state == "x-own")


def test_the_language_that_is_asked_for_chooses_among_parts_and_variants() -> None:
    part = (
        '<file original="{0}" source-language="zh-CN" target-language="{1}" datatype="plaintext"><body>'
        '<trans-unit id="1"><source>一</source><target>{2}</target></trans-unit></body></file>'
    )
    text = (
        '<xliff version="1.2">'
        + part.format("a", "de", "eins")
        + part.format("b", "ka-GE", "ერთი")
        + "</xliff>"
    )
    asked = read("a.xlf", text, target_language="ka")
    assert [pair.target for pair in asked.pairs] == ["ერთი"]
    assert "zh-CN-de" in asked.warnings[0]
    assert [pair.target for pair in read("a.tmx", target_language="de").pairs] == ["Sitzung"]
    georgian = read("a.tmx", target_language="ka")
    assert [pair.target[:6] for pair in georgian.pairs] == ["სხდომა", "გმადლო"]


def test_pairs_within_one_language_and_text_outside_its_place() -> None:
    text = (
        '<tmx version="1.4"><header srclang="en-US"/><body>'
        '<tu><tuv xml:lang="EN-US"><seg>color</seg></tuv><tuv xml:lang="en-GB"><seg>colour</seg></tuv></tu>'
        '<tu><tuv xml:lang="en-US">gray</tuv><tuv xml:lang="en-GB"><seg>grey</seg></tuv></tu></body></tmx>'
    )
    file = read("a.tmx", text)
    assert [(pair.source, pair.target) for pair in file.pairs] == [("color", "colour")]
    assert any("outside" in warning for warning in file.warnings)


@pytest.mark.parametrize(
    ("header", "languages"),
    [
        ("zh,ka", ("zh", "ka")),
        ("zh_CN,ka_GE", ("zh-Hans-CN", "ka-GE")),
        ("Chinese (PRC),Georgian", ("zh-Hans-CN", "ka")),
        ("Chinese_PRC,Georgian", ("zh-Hans-CN", "ka")),
        ("英文,中文", ("en", "zh")),
        ("简体中文,格鲁吉亚语", ("zh-Hans", "ka")),
        ("ჩინური,ქართული", ("zh", "ka")),
        ("Source (Chinese),Target: Georgian", ("zh", "ka")),
        ("English (United States),Georgian (Georgia)", ("en-US", "ka-GE")),
        ("Source,Target", ("", "")),
        ("原文,译文", ("", "")),
    ],
)
def test_headers_name_languages_in_any_words(header: str, languages: tuple[str, str]) -> None:
    file = read("a.csv", f"{header}\n会议,სხდომა\n")
    assert (file.source_language, file.target_language) == languages
    assert [(pair.source, pair.target) for pair in file.pairs] == [("会议", "სხდომა")]


def test_a_table_of_several_languages_gives_the_ones_that_are_asked_for() -> None:
    text = "id,English,Chinese,Georgian\n1,lens,镜片,ლინზა\n"
    file = read("a.csv", text, source_language="zh", target_language="ka")
    assert [(pair.id, pair.source, pair.target) for pair in file.pairs] == [("1", "镜片", "ლინზა")]
    assert "English" in file.warnings[0]
    assert read("a.csv", text).pairs[0].target == "镜片"


def test_workbooks_word_and_rtf_tables_and_packages() -> None:
    book = read("a.xlsx")
    assert [(pair.id, pair.source, pair.target, pair.note) for pair in book.pairs] == [
        ("a", "会议", "სხდომა", "x"),
        ("b", "谢谢", "", ""),
    ]
    assert any("Read me" in warning for warning in book.warnings)
    assert [(pair.id, pair.target, pair.status) for pair in read("a.docx").pairs] == [
        ("1", "სხდომა", Status.CONFIRMED),
        ("2", "გმადლობთ", Status.EDITED),
    ]
    rtf = read("a.rtf")
    assert [(pair.id, pair.source, pair.target, pair.comments) for pair in rtf.pairs] == [
        ("1", "会议", "სხდ", ()),
        ("2", "谢谢", "", (("", "Bitte ändern"),)),
    ]
    assert (rtf.source_language, rtf.target_language) == ("zh-Hans-CN", "ka")
    assert [pair.document for pair in read("a.sdlppx").pairs] == ["a.docx.sdlxliff"] * 6


@pytest.mark.parametrize("name", sorted(samples.samples()))
def test_a_file_cut_at_any_byte_gives_an_error_or_whole_units(name: str) -> None:
    data = samples.samples()[name]
    whole = {(pair.source, pair.target) for pair in parse_bilingual(data, name).pairs}
    step = 1 if len(data) < 4000 else len(data) // 2000
    for end in range(0, len(data), step):
        try:
            file = parse_bilingual(data[:end], name)
        except InputError:
            continue
        found = {(pair.source, pair.target) for pair in file.pairs}
        cut = found - whole
        if any("cut off" in warning for warning in file.warnings):
            cut = set()  # said: a last message that looks untranslated, or ends in a blank
        # A table has no end: its last cell may be cut, or not have come yet.
        assert len(cut) <= (1 if Path(name).suffix in {".csv", ".tsv"} else 0), (end, cut)


def test_a_namespace_that_nobody_declared_does_not_stop_reading(tmp_path: Path) -> None:
    text = samples.XLIFF_1.replace('id="2"', 'id="2" mc:word-count="3"')
    (tmp_path / "a.xlf").write_text(text, encoding="utf-8")
    assert len(read_bilingual(tmp_path / "a.xlf").pairs) == 5


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.odt", "a.srt"])
def test_the_text_of_one_language_is_told_as_that(name: str) -> None:
    with pytest.raises(UsageError, match="the text of one language, not of both") as told:
        required_reader(name)
    assert told.value.remedy is not None
    assert f"transreview new NAME.transreview {name} TRANSLATION" in told.value.remedy
