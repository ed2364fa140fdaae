"""A small file of every bilingual format, as the tools of the field write them."""

from __future__ import annotations

import io
import zipfile

PO = """# Georgian translation.
msgid ""
msgstr ""
"Project-Id-Version: fair 1.0\\n"
"Language: ka\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. shown in the title
#: fair.c:10
#, c-format
msgid "Open %s"
msgstr "გახსენით %s"

#: fair.c:12
#, fuzzy, c-format
#| msgid "Closed %d files"
msgid "Close %d files"
msgstr "დახურეთ %d ფაილი"

msgctxt "menu"
msgid "Open"
msgstr ""

#, c-format
msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d ფაილი"
msgstr[1] "%d ფაილი"

msgid ""
"A long text that gettext has wrapped because it does not fit into a line of "
"eighty columns.\\n"
msgstr ""
"გრძელი ტექსტი, რომელიც gettext-მა გადაიტანა, რადგან ოთხმოცი სვეტის სტრიქონში "
"არ ეტევა.\\n"

#~ msgid "Gone"
#~ msgstr "წასული"
"""

XLIFF_1 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="a.md" source-language="zh-CN" target-language="ka" datatype="plaintext">
    <body>
      <group id="g">
        <trans-unit id="1" approved="yes">
          <source>会议<g id="b">召开</g>。<x id="1"/></source>
          <target state="final">სხდომა <g id="b">გაიმართა</g>.<x id="1"/></target>
          <note>თავი</note>
        </trans-unit>
      </group>
      <trans-unit id="2"><source>谢谢 &amp; 再见</source><target state="needs-review-translation" state-qualifier="mt-suggestion">გმადლობთ</target></trans-unit>
      <trans-unit id="3">
        <source>新</source>
      </trans-unit>
      <trans-unit id="4" translate="no"><source>v1.2</source></trans-unit>
      <!-- a remark -->
      <trans-unit id="5" xml:space='preserve'><source><ph id="0">&lt;br/&gt;</ph>完</source><target/></trans-unit>
    </body>
  </file>
</xliff>
"""

XLIFF_2 = """<?xml version="1.0"?>
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh" trgLang="ka">
 <file id="f1" original="a.md">
  <unit id="u1">
   <notes><note category="ნინო">კარგია</note></notes>
   <segment id="s1" state="reviewed"><source>会议<pc id="1">召开</pc></source><target>სხდომა</target></segment>
   <ignorable><source> </source></ignorable>
   <segment id="s2" state="initial"><source>谢谢<ph id="2"/></source></segment>
  </unit>
  <unit id="u2" translate="no"><segment><source>v1</source></segment></unit>
 </file>
</xliff>
"""

SDLXLIFF = """<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0"><file original="a.docx" datatype="x-sdlfilterframework2" source-language="zh-CN" target-language="ka-GE"><header/><body>
<trans-unit id="t1"><source>一。二。三。</source><seg-source><mrk mtype="seg" mid="1">一<g id="7">。</g></mrk><mrk mtype="seg" mid="2">二。</mrk> <mrk mtype="seg" mid="3">三。</mrk></seg-source><target><mrk mtype="seg" mid="1">ერთი<g id="7">.</g></mrk><mrk mtype="seg" mid="2">ორი.</mrk></target><sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation"/><sdl:seg id="2" conf="Draft" origin="mt"/><sdl:seg id="3"/></sdl:seg-defs></trans-unit>
<trans-unit id="t2" translate="no"><source>x</source></trans-unit>
<trans-unit id="t3"><source>四。</source><seg-source><mrk mtype="seg" mid="4">四。</mrk></seg-source><sdl:seg-defs><sdl:seg id="4" conf="Translated" locked="true"/></sdl:seg-defs></trans-unit>
<trans-unit id="t4"><source>五。</source><seg-source><mrk mtype="seg" mid="5">五。</mrk></seg-source><sdl:seg-defs><sdl:seg id="5"/></sdl:seg-defs></trans-unit>
</body></file></xliff>
"""

MQXLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"><file original="a" source-language="zh-CN" target-language="ka" datatype="plaintext"><body>
<trans-unit id="1" mq:status="Pretranslated"><source xml:space="preserve">会议有<bpt id="1" ctype="bold">{}</bpt>5<ept id="1">{}</ept>人。</source><target xml:space="preserve">სხდომაზე <bpt id="1" ctype="bold">{}</bpt>5<ept id="1">{}</ept> კაცი იყო.</target></trans-unit>
<trans-unit id="2" mq:status="ManuallyConfirmed" mq:locked="locked"><source>完</source><target>დასასრული</target></trans-unit>
</body></file></xliff>
"""

MXLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:m="http://www.memsource.com/mxlf/2.0" version="1.2"><file original="a.txt" source-language="zh_cn" target-language="ka" datatype="x-text"><body>
<group id="0"><trans-unit id="j:0" m:confirmed="1"><source>一</source><target>ერთი</target></trans-unit></group>
<group id="1"><trans-unit id="j:1" m:confirmed="0" m:locked="false"><source>二</source><target>ორი</target></trans-unit></group>
</body></file></xliff>
"""

ANGULAR = """<?xml version="1.0" encoding="UTF-8" ?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file source-language="en-US" target-language="ka" datatype="plaintext" original="ng2.template">
    <body>
      <trans-unit id="5a1" datatype="html">
        <source>Hello <x id="INTERPOLATION" equiv-text="{{name}}"/>!</source>
        <target>გამარჯობა, <x id="INTERPOLATION" equiv-text="{{name}}"/>!</target>
        <context-group purpose="location">
          <context context-type="sourcefile">app/app.component.html</context>
          <context context-type="linenumber">3</context>
        </context-group>
        <note priority="1" from="description">greeting</note>
      </trans-unit>
    </body>
  </file>
</xliff>
"""

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="paragraph" o-tmf="x" adminlang="en"
 srclang="zh-CN" datatype="plaintext"/><body>
<tu tuid="a"><tuv xml:lang="ka"><seg>სხდომა <bpt i="1">&lt;b&gt;</bpt>აქ<ept i="1"/></seg></tuv>
<tuv xml:lang="zh-CN"><seg>会议</seg></tuv><tuv xml:lang="de"><seg>Sitzung</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>谢谢</seg></tuv><tuv xml:lang="ka-GE"><seg>გმადლობთ</seg></tuv></tu>
</body></tmx>
"""

CSV = 'id;Chinese (PRC);ქართული;Comment;Status\r\n1;会议;"სხდომა; ""აქ""";კარგია;confirmed\r\n2;谢谢;გმადლობთ;;\r\n3;新;;;\r\n'

TSV = 'source\ttarget\n会议\tსხდომა\nein "Wort\t"sic" არის\n'

JSONL = (
    '{"id": "1", "source": "会议", "target": "სხდომა", "status": "machine"}\n'
    '{"id": "2", "source": "谢谢", "target": "გმადლობთ"}\n'
)

RTF = (
    r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0 Arial;}}{\*\generator memoQ;}\pard Review\par"
    "\n"
    r"\trowd\cellx1000\cellx5000\cellx9000\pard\intbl ID\cell Chinese (PRC)\cell Georgian\cell Comment\cell\row"
    "\n"
    r"\trowd\cellx1000\cellx5000\cellx9000\pard\intbl 1\cell \u20250?\u-29778?\cell {\b \u4321?\u4334?}\u4307?\cell\cell\row"
    "\n"
    r"\trowd\cellx1000\cellx5000\cellx9000\pard\intbl 2\cell \u35874?\u35874?\cell\cell Bitte \'e4ndern\cell\row"
    "\n"
    r"\pard End\par}"
)


def xlsx() -> bytes:
    """Return a workbook as a client keeps it: a title above the header, a second sheet."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Texts"
    for row in (
        ["Fair 2021"],
        ["Key", "中文", "Georgian", "Notes"],
        ["a", "会议", "სხდომა", "x"],
        ["b", "谢谢"],
    ):
        sheet.append(row)
    book.create_sheet("Read me").append(["Nothing to translate"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def docx() -> bytes:
    """Return a review table as Trados writes it."""
    from docx import Document

    document = Document()
    document.add_paragraph("Do not change the first two columns.")
    table = document.add_table(3, 4)
    rows = (
        ("Segment ID", "Segment status", "Source segment", "Target segment"),
        ("1", "Translated (0%)", "会议", "სხდომა"),
        ("2", "Draft (0%)", "谢谢", "გმადლობთ"),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def package() -> bytes:
    """Return a Trados package with one file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "fair.sdlproj", '<?xml version="1.0"?><PackageProject PackageType="ProjectPackage"/>'
        )
        archive.writestr("zh-CN/a.docx.sdlxliff", SDLXLIFF)
        archive.writestr("ka-GE/a.docx.sdlxliff", SDLXLIFF)
    return buffer.getvalue()


def samples() -> dict[str, bytes]:
    """Return file names and bytes."""
    texts = {
        "a.po": PO, "crlf.po": PO.replace("\n", "\r\n"), "a.xlf": XLIFF_1, "b.xlf": XLIFF_2, "a.sdlxliff": SDLXLIFF,
        "a.mqxliff": MQXLIFF, "a.mxliff": MXLIFF, "ng.xlf": ANGULAR, "a.tmx": TMX, "a.csv": CSV, "a.tsv": TSV,
        "a.jsonl": JSONL, "a.rtf": RTF,
    }  # fmt: skip
    packed = {"a.xlsx": xlsx(), "a.docx": docx(), "a.sdlppx": package()}
    encoded = {
        "utf16.tmx": TMX.replace("UTF-8", "UTF-16").encode("utf-16"),
        "bom.csv": b"\xef\xbb\xbf" + CSV.encode(),
        "utf16.tsv": TSV.encode("utf-16"),
        "koi.po": PO.replace("UTF-8", "GB18030").encode("gb18030"),
    }
    return {name: text.encode() for name, text in texts.items()} | packed | encoded
