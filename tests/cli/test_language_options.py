"""Languages as people and files name them: a word is refused on the command line, and understood in a file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from tests.cli.running import run
from transreview.cli.main import COMMANDS, cli
from transreview.cli.options import LanguageCode
from transreview.languages.header_names import said_language

Capture = pytest.CaptureFixture[str]

TEXTS = {"source": "他们于2021年进口了500吨。", "target": "მათ 2022 წელს 500 ტონა შემოიტანეს."}


def _commands(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", found) for inner, found in _commands(command))
        else:
            yield name, command


def test_every_option_that_names_a_language_refuses_what_is_none() -> None:
    asked = {
        f"{name} {option.opts[0]}": option.type
        for name, command in _commands(cli)
        for option in command.params
        if any(opt.endswith("-lang") or opt == "--lang" for opt in option.opts)
    }
    assert len(asked) > 20
    assert {name for name, kind in asked.items() if not isinstance(kind, LanguageCode)} == set()


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("chinese", "Did you mean zh?"),
        ("ge", "Did you mean ka?"),
        ("??", "Write it like zh, zh-Hant or ka"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ("check", "pairs.jsonl", "--source-lang"),
        ("align", "one.txt", "other.txt", "--target-lang"),
        ("score", "pairs.jsonl", "--target-lang"),
        ("terms", "match", "--lang"),
        ("memory", "find", "text", "--source-lang"),
    ],
)
def test_a_word_is_no_language_to_any_command(
    command: tuple[str, ...], word: str, remedy: str, capsys: Capture
) -> None:
    assert command[0] in COMMANDS
    done = run(capsys, *command, word)
    assert done.code == 2
    assert f"{word!r} is no language code" in done.err
    assert remedy in done.err


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("", ""),
        ("zh", "zh"),
        ("zh_CN", "zh_CN"),
        ("ka-GE", "ka-GE"),
        ("Georgian", "ka"),
        ("georgian", "ka"),
        ("ქართული", "ka"),
        ("ge", "ka"),
        ("cn", "zh"),
        ("Chinese (Simplified)", "zh-Hans"),
        ("Chinese (Traditional)", "zh-Hant"),
        ("简体中文", "zh-Hans"),
        ("tlh", "tlh"),
        ("Klingon", "Klingon"),
    ],
)
def test_what_a_file_calls_a_language(said: str, tag: str) -> None:
    assert said_language(said) == tag


def _found(capsys: Capture, *words: object) -> list[tuple[str, str]]:
    """Return what the check of numbers finds and expects; units are read in known languages alone."""
    lines = run(capsys, "check", *words, "--format", "jsonl", "--fail-on", "never").out.splitlines()
    findings = [finding for line in lines for finding in json.loads(line)["findings"]]
    return [(one["found"], one["expected"]) for one in findings if one["check"] == "num.mismatch"]


def test_lines_may_name_their_languages_by_name(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = []
    for source, target in (("zh", "ka"), ("Chinese", "Georgian"), ("cn", "ge")):
        line = json.dumps({**TEXTS, "source_lang": source, "target_lang": target}).encode()
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(line)))
        answers.append(_found(capsys, "-"))
    assert answers == [[("2022 წელს", "2021年")]] * 3


def test_a_catalog_may_name_its_language_by_name(capsys: Capture, tmp_path: Path) -> None:
    answers = []
    for number, said in enumerate(("ka", "Georgian")):
        path = tmp_path / f"{number}" / "catalog.po"
        path.parent.mkdir()
        path.write_text(
            'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
            f'"Language: {said}\\n"\n\nmsgid "{TEXTS["source"]}"\nmsgstr "{TEXTS["target"]}"\n',
            encoding="utf-8",
        )
        answers.append(_found(capsys, path))
    assert answers == [[("2022 წელს", "2021年")]] * 2


def test_two_files_are_read_as_a_new_article_is(capsys: Capture, tmp_path: Path) -> None:
    """An encoding named for the source does not hold for a translation that is plainly UTF-8."""
    source, target = tmp_path / "source.txt", tmp_path / "target.txt"
    source.write_bytes("会议在厦门举行。\n\n代表们讨论了贸易。\n".encode("gb18030"))
    target.write_text("შეხვედრა სიამენში გაიმართა.\n\nდელეგატებმა ვაჭრობა განიხილეს.\n", encoding="utf-8")
    done = run(capsys, "align", source, target, "--encoding", "gb18030", "--json")
    assert done.code == 0
    assert [bead["target_text"] for bead in json.loads(done.out)["beads"]] == [
        ["შეხვედრა სიამენში გაიმართა."],
        ["დელეგატებმა ვაჭრობა განიხილეს."],
    ]


def test_languages_that_the_files_do_not_look_like_are_said(capsys: Capture, tmp_path: Path) -> None:
    source, target = tmp_path / "source.txt", tmp_path / "target.txt"
    source.write_text("会议在厦门举行，来自全国各地的代表讨论了贸易和投资问题。\n" * 4, encoding="utf-8")
    target.write_text("შეხვედრა სიამენში გაიმართა და დელეგატებმა ვაჭრობა განიხილეს.\n" * 4, encoding="utf-8")
    done = run(capsys, "align", target, source, "--source-lang", "zh", "--target-lang", "ka")
    assert done.code == 0
    assert "The source is taken as Chinese (zh), but reads like Georgian (ka)." in done.err
    assert "The translation is taken as Georgian (ka), but reads like Chinese (zh)." in done.err
