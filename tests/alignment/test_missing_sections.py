"""Sections, list items and tables that one side lacks: gaps, and everything around them as it was."""

from __future__ import annotations

import pytest

from transreview.alignment import align
from transreview.alignment.channels import equal_tokens
from transreview.alignment.presence import Presence
from transreview.alignment.weights import ChannelWeights, load_weights
from transreview.model.unit import Unit, UnitKind

Shape = tuple[tuple[int, ...], tuple[int, ...]]
HEADING, ITEM, CELL = UnitKind.HEADING, UnitKind.LIST_ITEM, UnitKind.TABLE_CELL

# Sections of one manual, each a list of (kind, Chinese, English, German, Georgian).
INTRODUCTION = [
    (HEADING, "关于本项目", "About this project", "Über dieses Projekt", "ამ პროექტის შესახებ"),
    (None, "本程序帮助图书馆管理目录。", "This program helps libraries to manage their catalogue.", "Dieses Programm hilft Bibliotheken, ihren Katalog zu verwalten.", "ეს პროგრამა ეხმარება ბიბლიოთეკებს კატალოგის მართვაში."),
    (None, "它于2019年首次发布，是自由软件。", "It was first released in 2019 and is free software.", "Es erschien zuerst 2019 und ist freie Software.", "ის პირველად 2019 წელს გამოვიდა და თავისუფალი პროგრამაა."),
]  # fmt: skip
INSTALLING = [
    (HEADING, "安装", "Installation", "Installation", "დაყენება"),
    (None, "下载安装包并解压到一个文件夹。", "Download the package and unpack it into a folder.", "Laden Sie das Paket herunter und entpacken Sie es in einen Ordner.", "ჩამოტვირთეთ პაკეტი და გახსენით საქაღალდეში."),
    (None, "然后在终端运行 `./setup`。", "Then run `./setup` in a terminal.", "Führen Sie dann `./setup` in einem Terminal aus.", "შემდეგ ტერმინალში გაუშვით `./setup`."),
    (None, "需要大约120 MB的磁盘空间。", "About 120 MB of disk space are needed.", "Etwa 120 MB Speicherplatz sind nötig.", "საჭიროა დისკზე დაახლოებით 120 MB ადგილი."),
]  # fmt: skip
CONFIGURING = [
    (HEADING, "配置", "Configuration", "Konfiguration", "კონფიგურაცია"),
    (None, "设置保存在文件 `library.ini` 中。", "The settings are kept in the file `library.ini`.", "Die Einstellungen stehen in der Datei `library.ini`.", "პარამეტრები ინახება ფაილში `library.ini`."),
    (ITEM, "语言：界面的语言。", "Language: the language of the interface.", "Sprache: die Sprache der Oberfläche.", "ენა: ინტერფეისის ენა."),
    (ITEM, "端口：服务器的端口，默认为8080。", "Port: the port of the server, 8080 by default.", "Port: der Port des Servers, standardmäßig 8080.", "პორტი: სერვერის პორტი, ნაგულისხმევად 8080."),
    (ITEM, "日志：错误写入哪个文件。", "Log: the file that errors are written to.", "Protokoll: die Datei, in die Fehler geschrieben werden.", "ჟურნალი: ფაილი, რომელშიც შეცდომები იწერება."),
    (ITEM, "密码：数据库的密码。", "Password: the password of the database.", "Passwort: das Passwort der Datenbank.", "პაროლი: მონაცემთა ბაზის პაროლი."),
]  # fmt: skip
SEARCHING = [
    (HEADING, "搜索", "Searching", "Suchen", "ძებნა"),
    (None, "在窗口上方输入作者的姓名或书名。", "Type the name of the author or the title into the field at the top of the window.", "Geben Sie oben im Fenster den Namen des Autors oder den Titel ein.", "ფანჯრის თავზე ჩაწერეთ ავტორის სახელი ან სათაური."),
    (None, "每页最多显示50个结果。", "At most 50 results are shown on a page.", "Auf einer Seite werden höchstens 50 Ergebnisse gezeigt.", "ერთ გვერდზე არა უმეტეს 50 შედეგი ჩანს."),
]  # fmt: skip
TABLE = [
    (CELL, "命令", "Command", "Befehl", "ბრძანება"),
    (CELL, "说明", "Description", "Beschreibung", "აღწერა"),
    (CELL, "`import`", "`import`", "`import`", "`import`"),
    (CELL, "读取目录文件", "Reads a file of the catalogue", "Liest eine Datei des Katalogs", "კითხულობს კატალოგის ფაილს"),
    (CELL, "`backup`", "`backup`", "`backup`", "`backup`"),
    (CELL, "保存数据库的副本", "Saves a copy of the database", "Sichert eine Kopie der Datenbank", "ინახავს მონაცემთა ბაზის ასლს"),
]  # fmt: skip
LICENCE = [
    (HEADING, "许可证", "Licence", "Lizenz", "ლიცენზია"),
    (None, "本程序按 [Apache 2.0](https://example.org/licence) 许可证发布。", "The program is released under [Apache 2.0](https://example.org/licence).", "Das Programm steht unter [Apache 2.0](https://example.org/licence).", "პროგრამა გამოცემულია ლიცენზიით [Apache 2.0](https://example.org/licence)."),
]  # fmt: skip
SECTIONS = [INTRODUCTION, INSTALLING, CONFIGURING, SEARCHING, TABLE, LICENCE]
COLUMNS = {"zh": 1, "en": 2, "de": 3, "ka": 4}
WHOLE = [row for section in SECTIONS for row in section]
STARTS = [sum(map(len, SECTIONS[:n])) for n in range(len(SECTIONS) + 1)]


def units(rows: list[tuple], language: str, *, kinds: bool = True) -> list[Unit]:
    return [
        Unit(
            row[COLUMNS[language]],
            paragraph=number,
            kind=row[0] if kinds and row[0] else UnitKind.PARAGRAPH,
            level=2 if kinds and row[0] is HEADING else 0,
        )
        for number, row in enumerate(rows)
    ]


def beads(left: list[Unit], right: list[Unit], pair: str) -> set[Shape]:
    return {(bead.source, bead.target) for bead in align(left, right, *pair.split("-"))}


def without(first: int, last: int) -> tuple[list[tuple], set[Shape]]:
    """Return the whole text without some rows, and the beads of the whole text with it."""
    rest = [n for n in range(len(WHOLE)) if not first <= n < last]
    wanted = {((n,), (place,)) for place, n in enumerate(rest)}
    return [WHOLE[n] for n in rest], wanted | {((n,), ()) for n in range(first, last)}


@pytest.mark.parametrize("kinds", [True, False])
@pytest.mark.parametrize("pair", ["zh-en", "zh-ka", "de-en", "de-ka", "en-ka", "de-zh"])
@pytest.mark.parametrize("section", range(len(SECTIONS)))
def test_a_section_may_be_missing_anywhere_and_on_either_side(section: int, pair: str, kinds: bool) -> None:
    first, second = pair.split("-")
    cut, wanted = without(STARTS[section], STARTS[section + 1])
    left, right = units(WHOLE, first, kinds=kinds), units(cut, second, kinds=kinds)
    assert beads(left, right, pair) == wanted
    turned = beads(units(cut, first, kinds=kinds), units(WHOLE, second, kinds=kinds), pair)
    assert turned == {(target, source) for source, target in wanted}


@pytest.mark.parametrize("pair", ["zh-en", "zh-ka", "de-en"])
def test_items_of_a_list_may_be_missing(pair: str) -> None:
    first, second = pair.split("-")
    start = STARTS[2] + 2
    for begin, end in ((start, start + 2), (start + 1, start + 3), (start + 2, start + 4)):
        cut, wanted = without(begin, end)
        assert beads(units(WHOLE, first), units(cut, second), pair) == wanted


@pytest.mark.parametrize("pair", ["zh-en", "de-en", "zh-ka"])
def test_each_side_may_lack_a_section_of_its_own(pair: str) -> None:
    first, second = pair.split("-")
    left = [row for section in SECTIONS if section is not SEARCHING for row in section]
    right = [row for section in SECTIONS if section is not INSTALLING for row in section]
    wanted = {((left.index(row),), (right.index(row),)) for row in left if row in right}
    found = beads(units(left, first), units(right, second), pair)
    assert {bead for bead in found if all(bead)} == wanted


@pytest.mark.parametrize("pair", ["zh-en", "de-ka"])
def test_a_note_of_the_translator_before_everything_is_alone(pair: str) -> None:
    first, second = pair.split("-")
    note = (None, "", "This text was translated by a machine; errors may remain.", "", "ტექსტი მანქანამ თარგმნა; შეიძლება შეცდომები დარჩა.")  # fmt: skip
    found = beads(units(WHOLE, first), units([note, *WHOLE], second), pair)
    assert ((), (0,)) in found
    assert {((n,), (n + 1,)) for n in range(len(WHOLE))} <= found


def test_what_is_missing_nowhere_is_aligned_one_to_one() -> None:
    for pair in ("zh-en", "zh-ka", "de-en", "de-ka", "en-ka", "de-zh"):
        first, second = pair.split("-")
        wanted = {((n,), (n,)) for n in range(len(WHOLE))}
        assert beads(units(WHOLE, first), units(WHOLE, second), pair) == wanted


# --- presence ------------------------------------------------------------------------------------


def presence(left: list[set[str]], right: list[set[str]], *, tells: bool = True) -> tuple:
    channel = equal_tokens("tie", left, right, tells=(tells, tells))
    weights = {"tie": ChannelWeights(weight=1, miss=0.1, floor=0.01, seen=0.5, unseen=-1.0)}
    return tuple(side.tolist() for side in Presence.of([channel]).weighed(weights))


def test_what_the_other_side_has_nowhere_speaks_against_a_counterpart() -> None:
    left, right = presence([{"a"}, {"b"}, set()], [{"a"}, {"c"}])
    assert left[1] < left[2] == 0 < left[0]
    assert right[1] < 0 < right[0]


def test_a_channel_that_does_not_tell_says_nothing() -> None:
    assert presence([{"a"}, {"b"}], [{"a"}], tells=False) == ([0.0, 0.0], [0.0])


def test_many_tokens_of_one_unit_say_little_more_than_a_few() -> None:
    few, many = ({f"{n}" for n in range(count)} for count in (6, 60))
    assert presence([few], [set()])[0] == presence([many], [set()])[0]


def test_being_met_among_many_units_says_less_than_among_few() -> None:
    few, many = (presence([{"a"}], [{"a"}] + [set()] * count)[0][0] for count in (1, 9_000))
    assert 0 < many < few / 5


def test_the_shipped_weights_count_what_is_met_for_and_what_is_not_against() -> None:
    for name in ("number", "tie", "lexicon"):
        weights = load_weights().channels[name]
        assert weights.seen > 0 > weights.unseen, name
