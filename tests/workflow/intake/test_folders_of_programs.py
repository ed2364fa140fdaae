"""Folders of a program's languages: what goes together in them."""

from __future__ import annotations

from pathlib import Path

from transreview.workflow.intake.folder_pairs import pairs_of_folder


def _made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text('"a" = "b";\n', encoding="utf-8")
    return folder


def test_folders_of_apple_s_languages_go_together(tmp_path: Path) -> None:
    zh, ka = "zh-Hans.lproj/Localizable.strings", "ka.lproj/Localizable.strings"
    found = pairs_of_folder(_made(tmp_path, zh, ka), source_language="zh")
    assert found.pairs == ((tmp_path / zh, tmp_path / ka),)
    assert (found.source_language, found.target_language) == ("zh", "ka")


def test_the_base_of_a_program_is_the_source(tmp_path: Path) -> None:
    base, ka = "Base.lproj/Localizable.strings", "ka.lproj/Localizable.strings"
    found = pairs_of_folder(_made(tmp_path, base, ka))
    assert found.pairs == ((tmp_path / base, tmp_path / ka),)


def test_files_of_java_and_net_go_together_by_the_language_at_their_end(tmp_path: Path) -> None:
    names = ("messages.properties", "messages_ka.properties", "Strings.ka.resx", "Strings.resx")
    folder = _made(tmp_path, *names)
    assert set(pairs_of_folder(folder).pairs) == {
        (folder / "messages.properties", folder / "messages_ka.properties"),
        (folder / "Strings.resx", folder / "Strings.ka.resx"),
    }
