"""A change of one unit is written into the bytes of the file, and into no others."""

from __future__ import annotations

import difflib
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats import bilingual_samples as samples
from transreview.errors import InputError
from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.model.pair import PairChange
from transreview.model.segment import Status

NAMES = sorted(samples.samples())


def members(data: bytes) -> dict[str, bytes]:
    if data[:2] != b"PK":
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def change(name: str, data: bytes, number: int, **what: object) -> bytes:
    pair = parse_bilingual(data, name).pairs[number]
    return updated_bilingual(data, name, {pair.identity: PairChange(**what)})  # type: ignore[arg-type]


def changed_lines(before: bytes, after: bytes) -> list[str]:
    lines = list(difflib.ndiff(before.decode().splitlines(), after.decode().splitlines()))
    return [line for sign in "-+" for line in lines if line[:1] == sign]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_without_changes_comes_back_to_the_byte(name: str) -> None:
    data = samples.samples()[name]
    before, after = members(data), members(updated_bilingual(data, name, {}))
    if name == "a.sdlppx":  # it goes back as a return package
        assert b"ReturnPackage" in after.pop("fair.sdlproj")
        before.pop("fair.sdlproj")
    assert after == before


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["ახალი", 'ახალი <b> & "ტექსტი"; ასე', "ორი\nსტრიქონი"])
def test_one_edit_changes_one_unit(name: str, text: str) -> None:
    data = samples.samples()[name]
    before = parse_bilingual(data, name).pairs
    if name.endswith(".tsv") and "\n" in text:  # it knows no quotes
        with pytest.raises(InputError, match="no line end"):
            change(name, data, 0, target=text)
        return
    for number, pair in enumerate(before):
        if pair.locked:
            continue
        wanted = text + "\n" if pair.target.endswith("\n") else text
        after = parse_bilingual(change(name, data, number, target=wanted), name).pairs
        expected = [wanted if i == number else p.target for i, p in enumerate(before)]
        assert [p.target for p in after] == expected
        assert [(p.source, p.plurals) for p in after] == [(p.source, p.plurals) for p in before]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([name for name in NAMES if name != "koi.po"]),
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
        lambda text: text.strip() == text and text.strip()
    ),
)
def test_whatever_is_typed_comes_back(name: str, text: str) -> None:
    data = samples.samples()[name]
    after = parse_bilingual(change(name, data, 0, target=text), name).pairs
    assert after[0].target == text


def test_a_catalog_keeps_its_wrapping_its_line_ends_and_its_other_lines() -> None:
    data = samples.PO.encode()
    assert changed_lines(data, change("a.po", data, 0, target="გააღეთ %s")) == [
        '- msgstr "გახსენით %s"',
        '+ msgstr "გააღეთ %s"',
    ]
    long = "კიდევ უფრო გრძელი ტექსტი, რომელიც ერთ სტრიქონში ვერაფრით დაეტევა და ამიტომ უნდა გადავიდეს.\n"
    lines = change("a.po", data, 4, target=long).decode().split("\n")
    assert max(len(line) for line in lines) <= 80
    crlf = samples.samples()["crlf.po"]
    assert change("crlf.po", crlf, 0, target="x %s").count(b"\r\n") == crlf.count(b"\r\n")


def test_a_catalogs_fuzzy_flag_follows_the_status() -> None:
    data = samples.PO.encode()
    assert changed_lines(data, change("a.po", data, 1, target="x %d", status=Status.CONFIRMED)) == [
        "- #, fuzzy, c-format",
        '- #| msgid "Closed %d files"',
        '- msgstr "დახურეთ %d ფაილი"',
        "+ #, c-format",
        '+ msgstr "x %d"',
    ]
    assert "+ #, fuzzy, c-format" in changed_lines(data, change("a.po", data, 0, status=Status.EDITED))
    assert "+ #, fuzzy" in changed_lines(data, change("a.po", data, 4, status=Status.EDITED))
    assert "+ #, fuzzy, c-format" in changed_lines(
        data, change("a.po", data, 3, status=Status.CONFIRMED, needs_work=True)
    )


def test_plural_forms_are_written_one_by_one() -> None:
    data = samples.PO.encode()
    written = change("a.po", data, 3, target="%d ერთი", plurals=("%d ბევრი",))
    assert changed_lines(data, written) == [
        '- msgstr[0] "%d ფაილი"',
        '- msgstr[1] "%d ფაილი"',
        '+ msgstr[0] "%d ერთი"',
        '+ msgstr[1] "%d ბევრი"',
    ]


def test_a_letter_that_the_files_encoding_lacks_is_refused() -> None:
    data = samples.PO.replace("UTF-8", "KOI8-R").encode("ascii", "replace")
    with pytest.raises(InputError, match="koi8-r"):
        change("a.po", data, 0, target="ახალი %s")


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("text", ["ახალი", "ა" * 200, 'უკუ\\დახრა "და" \t ტაბი'])
def test_msgfmt_takes_every_changed_catalog(tmp_path: Path, text: str) -> None:
    data = samples.PO.encode()
    path = tmp_path / "a.po"
    for number in (2, 4):
        wanted = text + "\n" if number == 4 else text
        path.write_bytes(change("a.po", data, number, target=wanted, status=Status.EDITED))
        command = ["msgfmt", "-c", "-o", "/dev/null", path]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert "error" not in done.stderr
        assert done.returncode == 0


def test_inline_elements_of_xliff_stay_elements() -> None:
    data = samples.XLIFF_1.encode()
    written = change("a.xlf", data, 0, target='<x id="1"/>სხდომა <g id="b">დღეს</g> და <g id="z">x</g>')
    assert b'<target state="final"><x id="1"/>\xe1' in written
    assert '<g id="b">დღეს</g> და &lt;g id="z"&gt;x&lt;/g&gt;</target>'.encode() in written
    # A tag that closes nothing is text, and what the source has can be used in a translation.
    written = change("a.xlf", data, 4, target='</g> ok <ph id="0"><br/></ph>')
    assert b'<target>&lt;/g&gt; ok <ph id="0">&lt;br/&gt;</ph></target>' in written


def test_a_target_is_made_where_there_was_none() -> None:
    data = samples.XLIFF_1.encode()
    written = change("a.xlf", data, 2, target="ახალი", status=Status.CONFIRMED).decode()
    assert (
        '<trans-unit id="3" approved="yes">\n        <source>新</source>\n'
        '        <target state="translated">ახალი</target>\n      </trans-unit>'
    ) in written
    second = change(
        "b.xlf", samples.XLIFF_2.encode(), 1, target='<ph id="2"/>!', status=Status.EDITED
    ).decode()
    assert (
        '<segment id="s2" state="translated"><source>谢谢<ph id="2"/></source><target><ph id="2"/>!</target>'
        in second
    )


def test_states_are_written_in_the_words_of_the_file() -> None:
    def written(name: str, number: int, status: Status, *, needs_work: bool = False) -> str:
        data = samples.samples()[name]
        return change(name, data, number, status=status, needs_work=needs_work).decode()

    first = written("a.xlf", 1, Status.CONFIRMED)
    assert '<trans-unit id="2" approved="yes">' in first
    assert '<target state="translated">გმადლობთ' in first
    assert 'approved="no"' in written("a.xlf", 0, Status.CONFIRMED, needs_work=True)
    assert 'state="translated" subState="transreview:needs-work"' in written(
        "b.xlf", 0, Status.CONFIRMED, needs_work=True
    )
    assert '<sdl:seg id="2" conf="Translated" origin="mt"/>' in written("a.sdlxliff", 1, Status.CONFIRMED)
    assert 'mq:status="ManuallyConfirmed"' in written("a.mqxliff", 0, Status.CONFIRMED)
    assert 'id="j:1" m:confirmed="1"' in written("a.mxliff", 1, Status.APPROVED)


def test_new_segments_of_a_trados_unit_come_where_the_source_has_them() -> None:
    data = samples.SDLXLIFF.encode()
    written = change("a.sdlxliff", data, 2, target="სამი.").decode()
    assert '<mrk mtype="seg" mid="2">ორი.</mrk> <mrk mtype="seg" mid="3">სამი.</mrk></target>' in written
    written = change("a.sdlxliff", data, 5, target="ხუთი.").decode()
    assert '</seg-source><target><mrk mtype="seg" mid="5">ხუთი.</mrk></target>' in written


def test_locked_units_are_never_written() -> None:
    data = samples.XLIFF_1.encode()
    assert change("a.xlf", data, 3, target="x", status=Status.APPROVED) == data


def test_a_workbook_keeps_every_other_member() -> None:
    data = samples.xlsx()
    before, after = members(data), members(change("a.xlsx", data, 1, target="გმადლობთ"))
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]


WEBLATE = (
    '"location","source","target","id","fuzzy","context","translator_comments","developer_comments"\n'
    '"a:1","Save the file","შეინახეთ ფაილი","","False","k1","mine","theirs"\n'
    '"a:2","Open the file","გახსენით ფაილი","","True","k2","",""\n'
    '"a:3","Close the file","","","True","k3","",""\n'
).encode()


def test_weblate_s_tables_say_in_their_own_column_what_is_fuzzy() -> None:
    first, second, third = parse_bilingual(WEBLATE, "w.csv").pairs
    assert (first.status, first.needs_work, first.note) == (Status.CONFIRMED, False, "theirs")
    assert (second.status, second.needs_work, second.state) == (Status.EDITED, True, "fuzzy")
    assert (third.status, third.needs_work, third.is_untranslated) == (None, False, True)


def test_what_is_confirmed_is_no_longer_fuzzy_in_weblate_s_table() -> None:
    identity = parse_bilingual(WEBLATE, "w.csv").pairs[1].identity
    change = PairChange(status=Status.CONFIRMED, needs_work=False)
    changed = updated_bilingual(WEBLATE, "w.csv", {identity: change})
    assert changed == WEBLATE.replace(b'"True","k2"', b'"False","k2"')
    assert updated_bilingual(WEBLATE, "w.csv", {}) == WEBLATE
