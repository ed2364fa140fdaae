"""What the small parts of the formats say, kept whole: `python -m tests.kept formats` renews golden/pieces_*.txt.

States in every tool's words; paragraphs, lines, encodings and languages at either side of each limit; inline marks
and how they move; tables with odd headers and cells.
"""

from __future__ import annotations

import errno
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.formats import articles_kept
from tests.kept import printable, shown
from tests.varied import SENTENCES
from transreview.errors import TransreviewError
from transreview.formats import table_states, xliff_states
from transreview.formats.catalogue import CATALOGUE
from transreview.formats.chinese_encodings import plausibility
from transreview.formats.delimited import Row, format_table, harmless, parse_table
from transreview.formats.docx_symbols import symbol
from transreview.formats.encoding import decode, is_plainly_utf8, known_encoding
from transreview.formats.glossary_pairs import concept_id
from transreview.formats.inline_marks import find_marks, marks_within, masked, shifted_marks, untranslated
from transreview.formats.inline_restoring import tags_as_shown
from transreview.formats.inline_writing import code, emphasised, link, plain
from transreview.formats.leftovers import literal
from transreview.formats.lines import is_wide, join_lines, mixed_line, newline_of, width
from transreview.formats.mark_transfer import transfer
from transreview.formats.paragraph_kind import ends_with, is_date_line, paragraph_kind
from transreview.formats.placeholders import icu_spans
from transreview.formats.po_strings import escape, unescape
from transreview.formats.reading import reading_failed
from transreview.formats.table_columns import by_contents, engine_columns, find_columns, role_of
from transreview.formats.text import read_text
from transreview.formats.wanted_languages import best_match, closeness, closest, same_tag
from transreview.formats.yaml_scalars import read_scalar, refill_toml, refill_yaml
from transreview.model.segment import Status

GOLDEN = Path(__file__).parent / "golden"


def _asked(call: Callable[[], object]) -> str:
    try:
        return printable(shown(call()))
    except (TransreviewError, ValueError) as error:
        return printable(f"! {error}")


def states() -> str:
    """Return what each word for a state means, what is written for each, and what formats carry."""
    lines = []
    words = sorted(
        {*xliff_states.FIRST, *xliff_states.SECOND, *xliff_states.TRADOS, *xliff_states.MEMOQ, "", "odd"}
    )
    qualifiers = ("", "mt-suggestion", "rejected-grammar", xliff_states.FLAGGED, "exact-match", "odd")
    for word in words:
        said = [shown(xliff_states.first_stage(word, q, a)) for q in qualifiers for a in ("", "yes", "no")]
        lines.append(f"{word}: {'; '.join(said)}")
        lines.append(
            f"    2: {[shown(xliff_states.second_stage(word, sub)) for sub in ('', xliff_states.NEEDS_WORK, 'x:y')]}"
        )
        lines.append(
            f"    tools {shown(xliff_states.TRADOS.get(word))} {shown(xliff_states.MEMOQ.get(word))}"
        )
    cells = (
        *words,
        "Done",
        " translated ",
        "NEW",
        "fuzzy",
        "x",
        "1",
        "0",
        "yes",
        "NO",
        "true",
        "ok",
        "დამტკიცებულია",
        "已批准",
        "未翻译",
        "approved!",
    )
    lines += [
        f"cell {cell}: {shown(table_states.stage_of(cell))} {shown(table_states.fuzzy_stage(cell))} {table_states.is_known(cell)}"
        for cell in cells
    ]
    for status in Status:
        for flag in (False, True):
            said = [
                xliff_states.first_written(status, needs_work=flag),
                xliff_states.second_written(status, needs_work=flag),
            ]
            said += [
                table_states.fuzzy_word(cell, status, needs_work=flag)
                for cell in ("yes", "no", "1", "0", "true", "FALSE", "", "odd")
            ]
            lines.append(
                f"{status.value} {flag}: {said} {xliff_states.TRADOS_WRITTEN[status]} {xliff_states.MEMOQ_WRITTEN[status]}"
            )
    lines += [f"format {row.name} {row.endings} {row.kind} {row.reads} {row.writes}" for row in CATALOGUE]
    for font in ("Symbol", "wingdings", "Wingdings 2", " Webdings ", "Arial"):
        lines.append(
            printable(
                f"{font}: {''.join(symbol(font, f'F0{place:02X}') or '.' for place in range(0x20, 0x100))}"
            )
        )
        lines.append(
            f"    {symbol(font, 'zz')!r} {symbol(font, '1F')!r} {symbol(font, '20')!r} {symbol(font, 'D800')!r}"
        )
    return "\n".join(lines) + "\n"


PARAGRAPHS = (
    "1. ერთი", "1) ერთი", "（一）总则", "(a) first", "ა) ერთი", "① 一", "• x", "- x", "-x", "一、总则", "一、总则。", "3.5 million", "2021. was", "J. Smith", "IV. Teil",
    "iv) x", "a. x", "A. x", "26. Mai", "12.3. x", "1234. x", "", "Title", "Title.", "Title!", "Title?", "Title:", "x" * 100, "x" * 101, "x" * 160, "x" * 161,
    "字" * 50, "字" * 51, "字" * 80, "字" * 81, "two\nlines", "“Quoted.”", "(closed)", "2021年9月10日", "发布时间：2021年9月10日 10:30", "二〇二一年九月十日", "21年9月",
    "2021-09-10", "10.9.2021", "სექ-10-2021", "10-Sep-2021", "გამოქვეყნების დრო: 2021 წლის 10 სექტემბერი", "10 September 2021", "10 September 2021.", "32 May 2021",
    "0 May 2021", "31 May 2021 a b c", "31 May 2021 a b", "May 2021", "2100 5 x", "1799 5 x", "2021年9月10日在北京召开的会议上", "2021-09-10 of 7 things", "10/9/2021 12:30:15", "x" * 70 + " 2021-09-10",
)  # fmt: skip


def paragraphs() -> str:
    """Return what paragraphs are, and how lines, encodings and languages are told."""
    lines = []
    for text in PARAGRAPHS:
        kinds = [
            paragraph_kind(text, first=first, last=last).value
            for first in (False, True)
            for last in (False, True)
        ]
        lines.append(
            printable(
                f"{text[:40]} {len(text)}: {kinds} {is_date_line(text)} {ends_with(text)!r} {width(text)}"
            )
        )
    lines += [
        printable(f"ends {text}: {newline_of(text)!r} {mixed_line(text)}")
        for text in ("a\r\nb\nc\r\n", "a\rb", "a", "\n\r\n", "\n\r\n\r", "a\nb\r\nc\n")
    ]
    lines += [
        printable(f"join {joined}: {join_lines(joined)} {[is_wide(sign) for sign in joined[0]]}")
        for joined in (
            ["会议", "召开"],
            ["co-", "op"],
            ["co -", "op"],
            ["x\u00ad", "y"],
            ["한국", "어"],
            ["a", "会"],
            ["会", "a"],
            ["-", "a"],
            ["a\u2010", "b"],
            ["1-", "2", "3"],
            ["カ", "ナ"],
        )
    ]
    tags = ("zh", "zh-Hans", "zh-CN", "zh_TW", "zh-Hant-TW", "ka", "KA-ge", "en-GB", "und", "")
    lines += [
        f"tag {one}: {[closeness(one, other) for other in tags]} {[same_tag(one, other) for other in tags]} {closest(tags[2:], one)}"
        for one in tags
    ]
    counts = Counter({("zh", "ka"): 2, ("zh-TW", "ka"): 3, ("zh", "en"): 9})
    lines.append(
        f"best {[best_match(counts, *wanted) for wanted in ((None, None), ('zh-TW', None), (None, 'ka'), ('zh', 'ka'), ('zh-HK', 'en-US'), ('fr', 'ka'))]}"
    )
    contents = {
        "utf-8": "会议".encode(), "bom": "\ufeff会议".encode(), "gb": ("会议的一是不了在人有我他这" * 3).encode("gb18030"), "big5": ("會議的一是不了在人有我他這" * 3).encode("big5"),
        "short gb": "会议".encode("gb18030"), "latin": "Zürich, Köln und Düsseldorf; größer".encode("latin-1"), "cyrillic": ("Встреча открылась в Берлине. " * 4).encode("cp1251"), "utf-16": "ab".encode("utf-16"),
        "utf-16 le": ("abc def\n" * 6).encode("utf-16-le"), "utf-16 be": ("abc def\n" * 6).encode("utf-16-be"), "utf-32": "ab".encode("utf-32"), "nul": b"ab\n\0cd", "half": "会议".encode()[:-1],
        "marked nul": b"\xff\xfea\0\0\0", "sixteen": b"\xc3\xa9" * 16, "fifteen": b"\xc3\xa9" * 15, "mixed": ("会议召开了" * 9).encode("gb18030") + "我们在这里".encode() * 9,
    }  # fmt: skip
    lines += [
        f"bytes {name}: {_asked(lambda data=data: decode(data, path='x.txt'))} {is_plainly_utf8(data)} as gb18030 {_asked(lambda data=data: decode(data, 'gb18030').text[:12])} {_asked(lambda data=data: decode(data, 'utf-16').encoding)}"
        for name, data in contents.items()
    ]
    lines += [
        f"encoding {printable(name)}: {_asked(lambda name=name: known_encoding(name))}"
        for name in ("GBK", "big5", "latin1", "hex", "rot13", "nothing", "a\0", "UTF8", "gb2312")
    ]
    lines += [
        printable(f"plausible {text}: {plausibility(text):.4f}")
        for text in (
            "的一是不了",
            "的x一x",
            "a的b",
            "\x01的一",
            "é的一",
            "的",
            "的一\ue000",
            *SENTENCES["zh"][:3],
            *SENTENCES["ka"][:2],
        )
    ]
    lines += [
        f"cannot read {errno.errorcode[number]}: {reading_failed('x', OSError(number, 'reason'))}"
        for number in (
            errno.ENOENT,
            errno.ENOTDIR,
            errno.EISDIR,
            errno.EACCES,
            errno.ELOOP,
            errno.ENAMETOOLONG,
            errno.EIO,
        )
    ]
    lines.append(
        f"cannot read: {reading_failed('x', OSError('words'))} {reading_failed('x', ValueError('null'))} {reading_failed('x', OSError(errno.EIO, ''))}"
    )
    for text in (
        "TITLE\n\nx\n",
        *(
            articles_kept.TEXT,
            "a\nb\n\n\nc\n",
            "wrapped line of text that goes on and\non to the next\n\n    indented\n",
        ),
    ):
        lines += [
            f"text {printable(line)}"
            for line in articles_kept.described(read_text(decode(text.encode()), "x.txt"))
        ]
    return "\n".join(lines) + "\n"


MARKED = (
    "a `code` b", "``a ` b`` `", "<!-- x --> y <!-- z", "<!-- open `c`", "<https://a.org> <a@b.org> <x>", "[t](u \"v\") ![i](p.png) [r][s] [s]", "**b** *i* ***bi*** __u__ _e_ ~~s~~", "**open *x** y*",
    "<b>x</b><br/><img src=\"a\"> </i> <a href='u'>l</a>", "{0} {name} {{x}} %s %1$s %(n)d %d%% ${v} $v {n, plural, one {# x} other {# y}}", "www.example.org, https://e.org/a_(b). http://x", "a@b.org",
    "\\*no\\* \\`no\\` \\[x\\]", "$a+b$ $$c$$ 5$ and 6$", "[^1] text[^note]: x", "&amp; &#160; &lt;b&gt;", "snake_case_word __init__ 2*3*4", "[a [b](c) d](e)", "![a][b] [c]: d", "`` `x` ``", "a\n**b\nc**", ":smile: @user #12", "{{ mustache }} {% tag %}", "%{ruby} :php @java",
)  # fmt: skip


def marks() -> str:
    """Return the inline marks of texts, what is left without them, and where they go when texts change."""
    lines = []
    texts = (*MARKED, *(sentence for code_ in ("en", "ka", "zh") for sentence in SENTENCES[code_][4:6]))
    for text in texts:
        found = find_marks(text)
        said = [
            f"{one.kind.value} {one.start}-{one.end} {one.value!r} {one.inner} {one.by_reference}"
            for one in found
        ]
        lines.append(printable(f"{text}: {'; '.join(said)}"))
        half = len(text) // 2
        lines.append(
            printable(
                f"    {masked(text)} {list(untranslated(found))} {len(marks_within(found, 0, half))} {[one.start for one in shifted_marks(found, 3)]} {list(icu_spans(text))} {plain(text)} {escape(text)}"
            )
        )
    lines += [
        f"write {text}: {code(text)} {link(text, text)} {link(text, 'u v', image=True)} {emphasised('a', text, 'b', 'emphasis')} {emphasised(' ', text, '', 'strong')} {literal(f'{text}*?[]')} {concept_id(text)}"
        for text in ("a", "`", "``a``", "a`", " a ", "", "a]b", "a)b c", "<x>")
    ]
    lines += [
        f"unescape {text}: {_asked(lambda text=text: unescape(text))}"
        for text in ("a\\nb", '\\t\\"x\\\\', "\\x41\\101", "\\q", "\\u4f1a", "\\", "\\303\\251", "\\xff")
    ]
    olds = ("one two three four", "ერთი ორი სამი ოთხი", "a b a b a", "x", "会议于五月召开")
    news = (
        "two one three five four",
        "ორი ერთი, სამი და ოთხი",
        "b a b",
        "",
        "五月会议召开了",
        "one three",
        "ერთი ორის სამიც",
        "a b a b a c",
    )
    for old in olds:
        spans = [
            (0, len(old) // 3),
            (len(old) // 3 + 1, 2 * len(old) // 3 + 1),
            (0, len(old)),
            (2, 2),
            (4, 7),
        ]
        lines += [
            f"{old} → {new}: {shown(transfer(old, new, [span for span in spans if span[1] <= len(old)], [0, len(old) // 2, len(old)]))}"
            for new in news
        ]
    shown_tags = ('<g id="1">', "</g>", '<x id="2"/>', "<b>")
    lines += [
        f"tags {text}: {tags_as_shown(text, shown_tags)}"
        for text in ("<g id='1'>a</g><x id='2' />", "<g>a</g>", "<b >", '<x id="3"/>', "a < b", "<B>")
    ]
    for raw in (
        "a",
        "'it''s'",
        '"a\\nb\\u4f1a\\x41\\U0001F600\\q"',
        "~",
        "null",
        "12",
        "true",
        "[a]",
        "{a}",
        "",
        "# c",
        "a # c",
        "a: b",
        "- a",
        '"open',
        "'open",
        "1.5e3",
        "2021-09-10",
        "yes",
        "|",
        "&a x",
        "*a",
    ):
        said = [_asked(lambda raw=raw, toml=toml: read_scalar(raw, toml=toml)) for toml in (False, True)]
        lost: list[str] = []
        filled = [
            refill(raw, "a", new, lost)
            for refill in (refill_yaml, refill_toml)
            for new in ("b: c", 'it’s "x"', "b\n'c'", "")
        ]
        lines.append(printable(f"scalar {raw}: {said} {filled} {lost}"))
    return "\n".join(lines) + "\n"


HEADERS = (
    ("id", "source", "target"), ("Chinese", "Georgian"), ("zh", "ka", "en"), ("Source (Chinese)", "Target (Georgian)", "Notes"), ("source", "mt", "deepl"), ("original", "machine translation"), ("a", "b"),
    ("en-US", "en-GB", "ka"), ("", "source", "translation", "source"), ("原文", "译文", "备注"), ("წყარო", "თარგმანი", "შენიშვნა"), ("source", "ka", "ru"), ("ka", "target"), ("SOURCE_TEXT", "Target  Text", "Status", "Fuzzy"), ("source", "source"), ("No.", "msgid", "msgstr", "msgctxt"),
)  # fmt: skip


def tables() -> str:
    """Return which column of odd tables is what, and how tables are written."""
    lines = []
    for header in HEADERS:
        rows = [
            Row(1, ("A title",)),
            Row(2, header),
            Row(3, tuple("x" * (at + 1) for at in range(len(header)))),
        ]
        lines += [
            f"{header} {wanted}: {shown(find_columns(rows, *wanted))}"
            for wanted in ((None, None), ("zh", "ka"), ("en", "ru"), ("en-GB", None))
        ]
        lines.append(
            f"    {shown(find_columns(rows, translation=header[-1]))} {shown(find_columns(rows[1:], translation='none'))} {engine_columns(header)} {[role_of(cell) for cell in header]}"
        )
    late = [*[Row(at, ("t",)) for at in range(1, 10)], Row(10, ("source", "target"))]
    lines.append(f"late {shown(find_columns(late))} {shown(find_columns([Row(0, ('t',)), *late]))}")
    lines += [
        f"contents {cells}: {shown(by_contents([Row(at, row) for at, row in enumerate(cells)]))}"
        for cells in (
            (("1", "abc", "de"), ("2", "f", "ghij")),
            (("a",),),
            (("a", ""),),
            (("", "a", "b", "c"),),
            (("12", "34"),),
            ((), ()),
            (("a", "b"), ("a",)),
        )
    ]
    for text in (
        "a,b\n1,2\n", "a;b\r\n1;2\r\n", "sep=;\na;b\n", "SEP=\t\r\na\tb\r\n", "sep=x\na,b\n", '"a,b";c\n', "a\tb,c,d\n", '"x\ny",2\n\n ,\n3,4\n', 'a"b,c\n', '"open,c\n', "a\rb,c\r", "", "a\n", '"q""q",1\n',
    ):  # fmt: skip
        said = _asked(lambda text=text: parse_table(text, path="x.csv"))
        lines.append(f"table {printable(text)}: {said}")
        if not said.startswith("!"):
            table = parse_table(text, path="x.csv")
            lines.append(f"    {printable(format_table([row.cells for row in table.rows], table.dialect))}")
    lines.append(
        f"harmless {[harmless(cell) for cell in ('=1', '+1', '-1', '@a', chr(9) + 'x', 'a', '', 5, None)]}"
    )
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {
    GOLDEN / "pieces_states.txt": states,
    GOLDEN / "pieces_paragraphs.txt": paragraphs,
    GOLDEN / "pieces_marks.txt": marks,
    GOLDEN / "pieces_tables.txt": tables,
}
