"""A compiled catalog has the messages of the catalog that it came from, as its program looks them up."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from transreview.cli.main import main

CATALOG = r"""#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: shop 2\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Language: ka\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgid "Open"
msgstr "გახსნა"

msgctxt "menu"
msgid "Open"
msgstr "გახსენით"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d ფაილი"
msgstr[1] "სულ %d ფაილი"

#, fuzzy
msgid "Close"
msgstr "დახურვა"

msgid "Save"
msgstr ""
"""


def compiled(folder: Path, catalog: str, *more: str) -> gettext.GNUTranslations:
    (folder / "a.po").write_text(catalog, encoding="utf-8")
    steps = [
        ["new", "p.transreview", "a.po", "--source-lang", "en", "--target-lang", "ka"],
        ["export", "p.transreview", "-o", "a.mo", *more],
    ]
    for step in steps:
        with pytest.raises(SystemExit) as end:
            main(step)
        assert not end.value.code
    with (folder / "a.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def test_contexts_plural_forms_and_header_are_the_catalogs_own(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = compiled(tmp_path, CATALOG)
    assert found.gettext("Open") == "გახსნა"
    assert found.pgettext("menu", "Open") == "გახსენით"
    assert [found.ngettext("%d file", "%d files", n) for n in (0, 1, 2)] == [
        "%d ფაილი",
        "%d ფაილი",
        "სულ %d ფაილი",
    ]
    assert found.gettext("Close") == "Close"  # nobody has vouched for it
    assert found.gettext("Save") == "Save"
    assert found.info()["project-id-version"] == "shop 2"
    assert found.info()["plural-forms"] == "nplurals=2; plural=(n > 1);"


def test_a_catalog_in_another_encoding_or_without_a_header_is_compiled_in_utf_8(
    tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = compiled(tmp_path, 'msgid "Open"\nmsgstr "გახსნა"\n')
    assert found.gettext("Open") == "გახსნა"
    assert found.info()["content-type"] == "text/plain; charset=UTF-8"
    assert found.info()["language"] == "ka"


def test_only_chosen_messages_are_compiled(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = compiled(tmp_path, CATALOG, "--filter", "ფაილი")
    assert found.ngettext("%d file", "%d files", 2) == "სულ %d ფაილი"
    assert found.gettext("Open") == "Open"
