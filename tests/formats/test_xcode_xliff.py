"""XLIFF as Xcode's localisation export writes it: a part a file, keys as ids, notes, no target where none is yet."""

from __future__ import annotations

from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.model.pair import PairChange

XCODE = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.2" xsi:schemaLocation="urn:oasis:names:tc:xliff:document:1.2 http://docs.oasis-open.org/xliff/v1.2/os/xliff-core-1.2-strict.xsd">
  <file original="Fair/Base.lproj/Main.storyboard" source-language="en" target-language="ka" datatype="plaintext">
    <header>
      <tool tool-id="com.apple.dt.xcode" tool-name="Xcode" tool-version="15.0" build-num="15A240d"/>
    </header>
    <body>
      <trans-unit id="8bR-tX-9gW.text" xml:space="preserve">
        <source>Welcome</source>
        <target>კეთილი იყოს თქვენი მობრძანება</target>
        <note>Class = "UILabel"; text = "Welcome"; ObjectID = "8bR-tX-9gW";</note>
      </trans-unit>
    </body>
  </file>
  <file original="Fair/en.lproj/Localizable.strings" source-language="en" target-language="ka" datatype="plaintext">
    <header>
      <tool tool-id="com.apple.dt.xcode" tool-name="Xcode" tool-version="15.0" build-num="15A240d"/>
    </header>
    <body>
      <trans-unit id="%d files" xml:space="preserve">
        <source>%d files</source>
        <note>No comment provided by engineer.</note>
      </trans-unit>
      <trans-unit id="save" xml:space="preserve">
        <source>Save “%@”</source>
        <target>შენახვა: „%@“</target>
        <note>Button</note>
      </trans-unit>
    </body>
  </file>
</xliff>
"""


def test_parts_keys_notes_and_what_waits() -> None:
    file = parse_bilingual(XCODE.encode(), "ka.xliff")
    assert (file.source_language, file.target_language) == ("en", "ka")
    assert [pair.id for pair in file.pairs] == ["8bR-tX-9gW.text", "%d files", "save"]
    assert [pair.document for pair in file.pairs] == ["Fair/Base.lproj/Main.storyboard"] + [
        "Fair/en.lproj/Localizable.strings"
    ] * 2
    assert "UILabel" in file.pairs[0].note
    assert [pair.is_untranslated for pair in file.pairs] == [False, True, False]


def test_one_edit_changes_one_unit_and_a_new_target_stands_behind_its_source() -> None:
    data = XCODE.encode()
    pairs = parse_bilingual(data, "ka.xliff").pairs
    assert updated_bilingual(data, "ka.xliff", {}) == data
    edited = updated_bilingual(data, "ka.xliff", {pairs[2].identity: PairChange(target="შეინახეთ „%@“")})
    assert edited.decode().replace("შეინახეთ „%@“", "შენახვა: „%@“") == XCODE
    filled = updated_bilingual(data, "ka.xliff", {pairs[1].identity: PairChange(target="%d ფაილი")})
    assert [pair.target for pair in parse_bilingual(filled, "ka.xliff").pairs][1] == "%d ფაილი"
    lines = [line for line in filled.decode().splitlines() if line not in XCODE.splitlines()]
    assert "".join(lines).strip().endswith("<target>%d ფაილი</target>")
    assert filled.decode().index("<target>%d") < filled.decode().index("No comment provided")
