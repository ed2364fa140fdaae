"""What the checks say at the edges of their rules, kept whole: `python -m tests.kept checks`.

Marks between words of one letter to four, with and without blanks; figures of every shape, kept, changed, in code and
in part; words and runs said again, near and apart; lengths beside each other; names with their own letters behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from tests.checks.kept import GOLDEN, told
from tests.kept import printable
from transreview.checks import CheckContext, SegmentText, check_segment
from transreview.checks.features import Features

Row = tuple[str, str, str]

_LEFT = {"ka": ("ა", "და", "წყლის"), "en": ("a", "no", "water"), "de": ("o", "ja", "Wasser")}
_RIGHT = {
    "ka": ("ის", "Name", "com", "7", "("),
    "en": ("it", "Name", "com", "7", "("),
    "de": ("es", "Name", "com", "7", "("),
}
_ENDS = {"ka": "აქ არის.", "en": "is here.", "de": "ist hier."}
_SOURCES = {
    "zh-ka": "这里有水，也有名字。",
    "en-ka": "Here is water, and a name.",
    "zh-en": "这里有水：名字。",
    "en-de": "Here is water; a name.",
}


def _rows_of_marks() -> Iterator[Row]:
    """Yield translations with a mark between two words, blanks on its sides or none."""
    for code, source in _SOURCES.items():
        language = code[3:]
        words = product(_LEFT[language], _RIGHT[language])
        for number, (left, right) in enumerate(words):
            for place, mark in enumerate(".,:;!?…·–)"):
                between = (mark, f" {mark}", f" {mark} ", f"{mark} ", f"{mark}{mark}")[(number + place) % 5]
                yield code, source, f"{_ENDS[language][:2]} {left}{between}{right} {_ENDS[language]}"


_FIGURES = (
    "7", "12", "100", "2021", "1,000", "1.5", "3.14", "10:30", "2:1", "1.2.3", "10.0.0.1", "v2.0", "2.10", "50%", "12.5%",
    "-3", "+4", "1/2", "3-5", "3–5", "0.05", "1e6", "0x1F", "007", "1 000", "1,234,567", "2.5万", "3亿", "第3", "8折", "20世纪",
    "5月26日", "2021年", "30岁", "5公里", "100 MB", "36.6℃", "$20", "20元", "A4", "Web3", "SHA256", "1st", "XXI", "①",
)  # fmt: skip
_SENTENCES = {"zh": "他们说{}很重要。", "ka": "მათი თქმით, {} მნიშვნელოვანია.", "en": "They say that {} matters.", "ru": "Они говорят, что {} важно."}  # fmt: skip


def _shapes(figure: str, number: int) -> Iterator[tuple[str, str]]:
    """Yield what becomes of a figure, some of the ways in turn."""
    digits = "".join(one for one in figure if one.isdecimal()) or "1"
    ways = {
        "same": figure,
        "lost": "ეს",
        "first digit": figure.replace(digits[0], str((int(digits[0]) + 1) % 10), 1),
        "longer": figure + "0",
        "shorter": figure[:-1] or "1",
        "in code": f"`{figure}`",
        "twice": f"{figure} ({figure})",
        "digits alone": digits,
        "comma for point": figure.replace(".", ","),
        "point for comma": figure.replace(",", "."),
        "with an ending": f"{figure}-ის",
        "in halves": f"{figure[: len(figure) // 2]} {figure[len(figure) // 2 :]}",
    }
    names = list(ways)
    for step in range(6):
        name = names[(number + 2 * step + step // 3) % len(names)]
        yield name, ways[name]


def _rows_of_figures() -> Iterator[Row]:
    for number, figure in enumerate(_FIGURES):
        code = ("zh-ka", "en-ka", "zh-en", "ru-ka")[number % 4]
        source, target = (_SENTENCES[one] for one in code.split("-"))
        for _name, written in _shapes(figure, number):
            yield code, source.format(figure), target.format(written)


_WORDS = {
    "ka": ["ახალი", "ქარხანა", "სწრაფად", "აშენდა", "მდინარის", "პირას"],
    "en": ["the", "new", "factory", "was", "built", "by", "the", "river"],
    "zh": list("新的工厂很快在河边建成"),
    "de": ["das", "neue", "Werk", "wurde", "schnell", "am", "Fluss", "gebaut"],
}


def _rows_of_repeats() -> Iterator[Row]:
    """Yield translations in which words come again: how many, after how much, and with what between."""
    for code in ("zh-ka", "en-de", "de-en", "en-zh", "ka-zh"):
        first, second = code.split("-")
        joint = "" if second == "zh" else " "
        source, words = ("" if first == "zh" else " ").join(_WORDS[first]), _WORDS[second]
        for start, length, between in product(
            (0, 2), (1, 2, 3), (joint, f",{joint}", f"{joint}{words[-1]}{joint}", ". ", " 7 ")
        ):
            run = joint.join(words[start : start + length])
            rest = joint.join(words[start + length :])
            yield (
                code,
                f"{source}.",
                f"{joint.join(words[:start])}{joint}{run}{between}{run}{joint}{rest}.".strip(),
            )


def _rows_of_lengths() -> Iterator[Row]:
    """Yield translations of a part of the source and of more than it."""
    for code in ("zh-ka", "en-ka", "en-de", "zh-en"):
        first, second = code.split("-")
        joints = ["" if one == "zh" else " " for one in (first, second)]
        for there, here in product((1, 2, 4, 8), (1, 2, 3, 5, 9, 16, 26)):
            source = joints[0].join((_WORDS[first] * 4)[:there])
            yield (
                code,
                f"{source}。" if first == "zh" else f"{source}.",
                f"{joints[1].join((_WORDS[second] * 4)[:here])}.",
            )


_NAMED = (
    ("zh-ka", "罗温（Rowan）出席了会议。", "როუანი (Rowan) შეხვედრას დაესწრო."),
    ("zh-ka", "罗温（Rowan）出席了会议。", "როუანი შეხვედრას დაესწრო."),
    ("zh-ka", "罗温（Rowan Atkinson）和张三（Zhang San）出席了会议。", "როუანი და ჯან სანი შეხვედრას დაესწრნენ."),
    ("zh-ka", "世界卫生组织（WHO）发布报告。", "ჯანმოს (WHO) ანგარიში გამოქვეყნდა."),
    ("zh-ka", "世界卫生组织（WHO）发布报告。", "ჯანდაცვის მსოფლიო ორგანიზაციამ ანგარიში გამოაქვეყნა."),
    ("zh-en", "罗温（Rowan）出席了会议。", "Rowan attended the meeting."),
    ("ru-ka", "Роуэн (Rowan) посетил встречу.", "როუანი შეხვედრას დაესწრო."),
)  # fmt: skip


def edges() -> str:
    """Return what is found at the edges, and how long the checks take both sides to be."""
    contexts: dict[str, CheckContext] = {}
    lines = []
    rows = (_rows_of_marks, _rows_of_figures, _rows_of_repeats, _rows_of_lengths, lambda: iter(_NAMED))
    for number, (code, source, target) in enumerate(row for part in rows for row in part()):
        context = contexts.setdefault(code, CheckContext(*code.split("-")))
        text = SegmentText(source, target, in_document=number % 2 == 0)
        one = Features(text, context)
        sizes = f"{one.source_size}/{one.target_size}/{one.shared_size}/{one.gloss_size}"
        found = [told(each) for each in check_segment(text, context)]
        lines += [printable(f"{code} {sizes} | {source[:24]} | {target[:60]}"), *found]
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {GOLDEN / "edges.findings": edges}
