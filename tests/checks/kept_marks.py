"""What the checks say of marks, addresses and placeholders that went wrong, kept whole: `python -m tests.kept checks`.

Each mark stands in a sentence of two languages and is lost, doubled, broken, translated, changed or exchanged with
another; in a document's text, beside the text as Word and HTML have it, and in messages of a catalog.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from tests.checks.kept import GOLDEN, told
from tests.kept import printable
from transreview.checks import CheckContext, SegmentText, check_segment
from transreview.checks.segment_text import CatalogMessage
from transreview.model.inline_mark import HOLDS_TEXT, InlineMark, MarkKind

# A sentence with a place for a mark, the mark's words, and a sentence more: by language.
SENTENCES = {
    "zh": ("请先打开{}，然后保存文件。", "设置", "另见{}。"),
    "ka": ("ჯერ გახსენით {} და შემდეგ შეინახეთ ფაილი.", "პარამეტრები", "იხილეთ აგრეთვე {}."),
    "en": ("First open {} and then save the file.", "the settings", "See also {}."),
    "de": ("Öffnen Sie zuerst {} und speichern Sie dann die Datei.", "die Einstellungen", "Siehe auch {}."),
    "ru": ("Сначала откройте {} и затем сохраните файл.", "настройки", "Смотрите также {}."),
}
PAIRS = ("zh-ka", "en-ka", "ru-ka", "en-de", "zh-en")

# "~" is the mark's words in their language.
MARKS = {
    "link": "[~](https://example.org/docs/start.html)",
    "relative link": "[~](../guide/setup.md#first)",
    "reference link": "[~][setup]",
    "titled link": '[~](https://example.org/a_(b) "title")',
    "image": "![~](img/screen.png)",
    "linked image": "[![~](badge.svg)](https://ci.example.org/job/7)",
    "bold": "**~**",
    "italic": "_~_",
    "both": "***~***",
    "struck": "~~~~~",
    "code": "`settings.json`",
    "code with backtick": "`` a`b ``",
    "footnote": "~[^1]",
    "element": "<b>~</b>",
    "link element": '<a href="https://example.org/x?a=1&amp;b=2">~</a>',
    "empty element": "~<br/>",
    "comment": "<!-- note -->~",
    "entity": "~&nbsp;&copy;",
    "address": "https://example.org/docs/start.html?id=7",
    "address in brackets": "(https://example.org/a_(b)/)",
    "bare address": "www.example.org/path/",
    "own address": "<https://example.org/>",
    "e-mail": "press@example.org",
    "example": "https://example.com/~",
    "braces": "{name}",
    "double braces": "{{ user.name }}",
    "printf": "%s",
    "numbered printf": "%1$s %2$d",
    "python": "%(count)d",
    "dollar": "${path}",
    "shell": "$HOME",
    "angle": "<name>",
    "component": '<Trans count="2">~</Trans>',
    "path": "/etc/app/config.yaml",
    "option": "--dry-run",
    "emoji": ":smile: ~",
    "maths": "$a^2 + b^2$",
    "wiki": "[[~]]",
    "icu": "{count, plural, one {~} other {# ~}}",
}


def _inside(mark: str) -> str:
    return mark.replace("example", "beispiel") if "example" in mark else mark.replace("e", "3", 1)


def _untitled(mark: str) -> str:
    return mark.replace("https", "http").replace("../", "").replace(".png", ".jpg").replace("name", "title")


FAULTS: dict[str, Callable[[str], str]] = {
    "right": lambda mark: mark,
    "lost": lambda _mark: "~",
    "nothing": lambda _mark: "",
    "twice": lambda mark: f"{mark} {mark}",
    "cut": lambda mark: mark[:-1],
    "without its start": lambda mark: mark[1:],
    "parted": lambda mark: f"{mark[:2]} {mark[2:]}",
    "blanks inside": lambda mark: mark[:1] + " " + mark[1:-1] + " " + mark[-1:],
    "another": _inside,
    "another target": _untitled,
    "upper case": str.upper,
    "in code": lambda mark: f"`{mark}`",
    "with an ending": lambda mark: f"{mark}-ში",
    "glued": lambda mark: f"ა{mark}ბ",
}


def _sides(code: str, mark: str, changed: str, number: int) -> tuple[str, str]:
    """Return a sentence with a mark, and its translation with what has become of it."""
    texts = []
    for language, one in zip(code.split("-"), (mark, changed), strict=True):
        sentence, words, more = SENTENCES[language]
        text = sentence.format(one.replace("~", words) or words)
        texts.append(text + (" " + more.format(one.replace("~", words)) if number % 5 == 2 else ""))
    return texts[0], texts[1]


def _rows() -> Iterator[tuple[str, str, str, str, int]]:
    """Yield pair, mark, fault and both texts, each fault with each mark in turn in one pair of languages or two."""
    number = 0
    for name, mark in MARKS.items():
        for fault, change in FAULTS.items():
            changed = mark if fault == "right" else change(mark)
            code = PAIRS[number % len(PAIRS)]
            source, target = _sides(code, mark, changed, number)
            yield code, f"{name} {fault}", source, target, number
            number += 1


def _told(head: str, text: SegmentText, context: CheckContext) -> list[str]:
    found = [told(one) for one in check_segment(text, context)]
    return [printable(f"{head} | {text.target[:60]}"), *found] if found else []


def in_text() -> str:
    """Return what is found where marks stand in the text: of the translation, and of the two sides exchanged."""
    lines = []
    contexts = {code: CheckContext(*code.split("-")) for code in PAIRS}
    for code, head, source, target, number in _rows():
        in_document = number % 2 == 0
        lines += _told(f"{code} {head}", SegmentText(source, target, in_document=in_document), contexts[code])
        if number % 3 == 0:
            backward = CheckContext(*code.split("-")[::-1])
            lines += _told(f"back {head}", SegmentText(target, source, in_document=in_document), backward)
    return "\n".join(lines) + "\n"


FORMATS = (
    (), ("c-format",), ("python-format",), ("python-brace-format",), ("no-c-format",), ("kde-format",),
    ("java-format",), ("php-format",), ("qt-format",), ("javascript-format",), ("sh-format",), ("csharp-format",),
)  # fmt: skip


def in_messages() -> str:
    """Return what is found in messages of a catalog, flagged in turn, single and in plural forms."""
    lines = []
    contexts = {code: CheckContext(*code.split("-")) for code in PAIRS}
    for code, head, source, target, number in _rows():
        formats = FORMATS[number % len(FORMATS)]
        forms = number % 4 == 1
        message = CatalogMessage(
            formats=formats, forms=2 * forms, form=number // 4 % 2 * forms, rare=bool(forms and number % 8 == 1),
            msgid=source + "\n" * (number % 7 == 3), msgid_plural=source * forms, nplurals=2, repeated=number % 11 == 5,
        )  # fmt: skip
        text = SegmentText(message.msgid, target + "\n" * (number % 5 == 3), message=message)
        lines += _told(f"{code} {' '.join(formats)}{' form' * forms} {head}", text, contexts[code])
    return "\n".join(lines) + "\n"


KINDS = tuple(kind for kind in MarkKind if kind is not MarkKind.STRAY)


def _mark(kind: MarkKind, start: int, length: int, value: str) -> InlineMark:
    end = start + length
    return InlineMark(kind, start, end, value=value, inner=(start, end) if kind in HOLDS_TEXT else None)


def beside() -> str:
    """Return what is found where a file gives marks beside its text, as Word and HTML do."""
    lines = []
    for number, kind in enumerate(KINDS * 6):
        code = PAIRS[number % len(PAIRS)]
        source, target = _sides(code, "~", "~", 0)
        words = [SENTENCES[language][1] for language in code.split("-")]
        value = "https://example.org/a" if kind in {MarkKind.LINK, MarkKind.IMAGE} else f"v{number % 3}"
        marks = [
            _mark(kind, text.index(word), len(word), value)
            for text, word in zip((source, target), words, strict=True)
        ]
        others = {
            "kept": (marks[1],),
            "lost": (),
            "another": (replace(marks[1], value=f"{value}x"),),
            "elsewhere": (_mark(kind, 0, 4, value),),
            "twice": (_mark(kind, 0, 4, value), marks[1]),
            "empty": (_mark(kind, marks[1].start, 0, value),),
        }
        name = list(others)[number // len(KINDS)]
        text = SegmentText(
            source, target, source_marks=(marks[0],), target_marks=others[name], in_document=True
        )
        found = [told(one) for one in check_segment(text, CheckContext(*code.split("-")))]
        lines += [f"{code} {kind.value} {name}", *found]
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {
    GOLDEN / "marks_in_text.findings": in_text,
    GOLDEN / "marks_in_messages.findings": in_messages,
    GOLDEN / "marks_beside.findings": beside,
}
