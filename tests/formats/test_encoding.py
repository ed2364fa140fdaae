"""Every encoding is believed, proved or refused; no text ever comes out as mojibake."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.errors import InputError, UsageError
from transreview.formats.encoding import decode

SIMPLIFIED = (
    "中国眼镜协会第九届常务理事会在湖南长沙召开。\n会议重点学习贯彻近期的决策部署，并通报主要工作情况。\n"
)
TRADITIONAL = (
    "臺灣眼鏡協會今天在台北召開會議，與會代表一百多人。\n他們說，這個行業的發展還有許多問題需要解決。\n"
)
GEORGIAN = "ჩინეთის სათვალის ასოციაცია\n"
RUSSIAN = "Ассоциация оптической промышленности провела очередное заседание в городе Чанша.\n"
KOREAN = "중국 안경 협회는 오늘 창사에서 회의를 열고 주요 업무를 보고하였다. 백여 명이 참석하였다.\n"
JAPANESE = "中国眼鏡協会は本日、長沙で会議を開き、主な業務について報告しました。百人余りが出席しました。\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SIMPLIFIED.encode(), "utf-8"),
        (codecs.BOM_UTF8 + GEORGIAN.encode(), "utf-8-sig"),
        (GEORGIAN.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + GEORGIAN.encode("utf-16-be"), "utf-16"),
        (GEORGIAN.encode("utf-32"), "utf-32"),
        (SIMPLIFIED.encode("gb2312"), "gb18030"),
        (SIMPLIFIED.encode("gbk"), "gb18030"),
        ((SIMPLIFIED + "𠮷").encode("gb18030"), "gb18030"),
        (TRADITIONAL.encode("big5"), "cp950"),
        (TRADITIONAL.encode("gbk"), "gb18030"),
    ],
)
def test_text_comes_out_as_it_went_in(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert "\ufeff" not in decoded.text
    expected = data.decode(encoding)
    assert decoded.text == expected
    assert any(decoded.text.startswith(known[:5]) for known in (SIMPLIFIED, TRADITIONAL, GEORGIAN))


def test_a_single_short_chinese_line_is_enough() -> None:
    text = "中国和格鲁吉亚建立关系"
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (KOREAN, "euc-kr"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "shift-jis"),
        ("Größe und Gewicht – für Brillenträger äußerst wichtig.\n", "cp1252"),
        ("Er hört möglichst öfter schöne Töne in Köln und übt für die Prüfung.\n", "cp1252"),
        ("L'été dernier, l'opticien a préféré les verres légers.\n", "cp1252"),
    ],
)
def test_other_legacy_encodings_are_refused_not_guessed(text: str, encoding: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(text.encode(encoding), path="a.txt")
    assert caught.value.byte is not None
    assert caught.value.line == 1
    assert decode(text.encode(encoding), encoding).text == text


def test_an_undecodable_byte_is_named_by_offset_and_line() -> None:
    data = "ერთი\nორი".encode() + b"\xff" + "სამი".encode()
    with pytest.raises(InputError) as caught:
        decode(data, path="a.txt")
    assert caught.value.byte == data.index(b"\xff")
    assert caught.value.line == 2
    assert "a.txt:2 (byte" in str(caught.value)


def test_a_file_that_changes_its_encoding_halfway_is_refused() -> None:
    """The second half can be read as GB18030 too, but not as Chinese."""
    half = "".join(f"სათვალე{'ა' * (n % 2)}" for n in range(40)).encode()
    data = (SIMPLIFIED * 20).encode("gb18030") + half
    data.decode("gb18030")
    with pytest.raises(InputError):
        decode(data)


def test_binary_is_refused() -> None:
    with pytest.raises(InputError, match="NUL"):
        decode(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0abc\0\0")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_recognised_and_named(encoding: str) -> None:
    data = "Plain words, and again plain words.\n".encode(encoding)
    with pytest.raises(InputError, match=encoding):
        decode(data)
    assert decode(data, encoding).text.startswith("Plain")


def test_a_forced_encoding_is_strict() -> None:
    with pytest.raises(InputError) as caught:
        decode(GEORGIAN.encode(), "ascii", path="a.txt")
    assert caught.value.byte == 0


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "", "base64"])
def test_unknown_encodings_are_a_usage_error(name: str) -> None:
    if not name:
        assert decode(b"a", name).text == "a"
        return
    with pytest.raises(UsageError):
        decode(b"a", name)


def test_a_cut_character_at_the_end_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        decode(GEORGIAN.encode()[:-2])
    assert caught.value.byte is not None


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_utf8_always_comes_back(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text
    if not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except InputError:
        return
    assert "\ufffd" not in decoded.text or "\ufffd".encode() in data or decoded.encoding.startswith("utf-")


@pytest.mark.parametrize(
    ("data", "guess"),
    [("a b c".encode("utf-16-le"), "utf-16-le"), ("a b c".encode("utf-16-be"), "utf-16-be")],
)
def test_utf_16_without_its_mark_is_guessed_by_the_side_of_its_zeros(data: bytes, guess: str) -> None:
    with pytest.raises(InputError, match="UTF-16 without its byte order mark") as caught:
        decode(data, None, path="a.txt")
    assert f"--encoding {guess}" in str(caught.value.remedy)
    assert caught.value.byte == data.index(b"\0")


def test_a_file_with_stray_zeros_is_no_text_and_says_where() -> None:
    with pytest.raises(InputError, match="it holds a NUL byte") as caught:
        decode(b"one\ntwo\0\n\0" + b"x" * 400, None, path="a.txt")
    assert (caught.value.line, caught.value.byte) == (2, 7)
    with pytest.raises(InputError, match="it holds a NUL byte") as caught:
        decode("ა\nბ\0".encode(), "utf-8", path="a.txt")
    assert (caught.value.line, caught.value.byte) == (2, 7)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16", "latin-1"])
@pytest.mark.parametrize("text", ["\0ab", "\0", "a\0b", "one\ntwo\0", "one\n\ntwo\n\0\n\0", "ab\n\n"])
def test_the_first_nul_is_told_with_its_byte_and_line_whatever_the_encoding(encoding, text):
    data = text.encode(encoding)
    if "\0" not in text:
        assert decode(data, encoding).text == text
        return
    with pytest.raises(InputError, match="it holds a NUL byte") as caught:
        decode(data, encoding, path="a.txt")
    before = text[: text.index("\0")]
    assert (caught.value.line, caught.value.byte) == (before.count("\n") + 1, len(before.encode(encoding)))
