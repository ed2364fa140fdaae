"""What the checks say where one thing changes step by step, kept whole: `python -m tests.kept checks`.

Hours and dates one after the other, words of another script with all that may stand beside them, texts that grow word
by word on either side, runs that come again two times to many, slips at every place of a word: so every limit of a
rule is passed from both sides, and what excuses a finding stands beside what does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from tests.checks.kept import COMPARING, GOLDEN
from tests.kept import printable
from tests.varied import SENTENCES
from transreview.checks import CheckContext, SegmentText, check_document, check_segment
from transreview.model.finding import Finding

Row = tuple[str, str, str]


def _hours() -> Iterator[Row]:
    """Yield times of the day with the word for its half, with another one and with none."""
    halves = ("上午", "下午", "晚上", "")
    for hour, half in product(range(1, 13), halves):
        for minute in (0, 1, 30, 59)[hour % 2 :: 2]:
            source = f"会议{half}{hour}:{minute:02d}开始。"
            for other in (hour, hour + 12, abs(hour - 12)):
                word = ("", "დილის ", "საღამოს ", "შუადღის ")[(hour + minute + other) % 4]
                yield "zh-ka", source, f"შეხვედრა {word}{other}:{minute:02d} საათზე იწყება."
    for hour in range(0, 24, 3):
        yield "zh-ka", f"会议于{hour}点开始。", f"შეხვედრა {hour} საათზე იწყება."
        yield "zh-ka", f"会议于{hour}点开始。", f"შეხვედრა {(hour + 12) % 24} საათზე იწყება."


_MONTHS = ("იანვარი", "თებერვალი", "მარტი", "აპრილი", "მაისი", "ივნისი", "ივლისი", "აგვისტო", "სექტემბერი", "ოქტომბერი", "ნოემბერი", "დეკემბერი")  # fmt: skip


def _dates() -> Iterator[Row]:
    """Yield dates whose day, month or year is another one in the translation, in words and in figures."""
    for month, name in enumerate(_MONTHS, 1):
        days = (1, 9, 12, 13, 28, 29, 30, 31, 32)[month % 3 :: 3]
        for day in days:
            source = f"他{2000 + month}年{month}月{day}日来了。"
            stem = name.removesuffix("ი")
            for year, number in ((2000 + month, day), (2000 + month, day + 1), (2001 + month, day)):
                yield (
                    "zh-ka",
                    source,
                    f"ის {year} წლის {number} {stem}ს მოვიდა.",
                )
            yield "zh-ka", source, f"ის {day:02d}.{month:02d}.{2000 + month}-ში მოვიდა."
            yield "zh-ka", source, f"ის {month:02d}.{day:02d}.{2000 + month}-ში მოვიდა."
            yield "zh-ka", source, f"ის {2000 + month}-{month:02d}-{day:02d}-ში მოვიდა."
            yield "zh-ka", source, f"ის {stem}ში მოვიდა."
            yield (
                "en-ka",
                f"He came on {month}/{day}/{2000 + month}.",
                f"ის {day}/{month}/{2000 + month} მოვიდა.",
            )


_LATIN = ("news", "News", "NEWS", "n", "web", "iPhone", "channels", "cafe")
_BESIDE = ("", "Fox", "fox", "ფოქსი", "7")
_GAPS = (" ", "-", ".", "/", "&", " & ", ", ", "")


def _foreign_words() -> Iterator[Row]:
    """Yield Georgian sentences with a Latin word: what stands beside it, how near, and what it is put in."""
    for number, (word, beside, gap) in enumerate(product(_LATIN, _BESIDE, _GAPS)):
        near = (f"{beside}{gap}{word}", f"{word}{gap}{beside}")[number % 2] if beside else word
        source = ("他看了节目。", f"他看了{word}节目。", "He watched it.")[number % 3]
        code = "en-ka" if number % 3 == 2 else "zh-ka"
        yield code, source, f"მან {near} ნახა."
    for opening, closing in ("“”", "„“", "«»", '""', "()", "[]", "``"):
        for distance in (0, 5, 58, 59, 60, 61):
            blank = "ა" * distance
            yield "zh-ka", "他看了节目。", f"მან {opening}{blank} news{closing} ნახა."
            yield "zh-ka", "他看了节目。", f"მან {opening}news {blank}{closing} ნახა."
            yield "zh-ka", "他看了节目。", f"მან {opening}{blank}{closing} news {opening}{closing} ნახა."


def _growing() -> Iterator[Row]:
    """Yield texts of which a part is there: of the translation, of the source left as it is, and of both."""
    for code in ("zh-ka", "en-ka", "ru-ka", "en-de", "de-en", "en-zh", "en-ru", "ka-en"):
        first, second = code.split("-")
        for index in (2, 7):
            source, target = SENTENCES[first][index], SENTENCES[second][index]
            parts = list(target) if second in {"zh", "ja"} else target.split(" ")
            joint = "" if second in {"zh", "ja"} else " "
            theirs = source.split(" ") if " " in source else [source[:4], source[4:9], source[9:]]
            for cut in range(1, len(parts), 1 + len(parts) // 7):
                head, tail = joint.join(parts[:cut]), joint.join(parts[cut:])
                yield code, source, head
                yield code, source, tail
                yield code, source, f"{head}{joint}{' '.join(theirs[-cut:])}"
                yield code, source, f"{target} {head}"
            for cut in range(1, len(source), 1 + len(source) // 5):
                yield code, source[:cut], target


def _loops() -> Iterator[Row]:
    """Yield texts in which two words or a run come again: how often, how far apart, in how long a text."""
    pair, others = ("მეცნიერთა კვლევა", ("ახალი", "დიდი", "მაღალი", "ღრმა", "ფართო"))
    rest = SENTENCES["ka"][9]
    for times, apart, long, again in product((2, 3, 4, 5, 9), (0, 1, 3, 9, 12), (0, 1, 4), (0, 3, 9)):
        if (times + apart + long + again) % 2:
            continue
        between = [" ".join(others[(at + turn) % 5] for at in range(apart)) for turn in range(times)]
        looped = " ".join(f"{pair} {one}".strip() for one in between)
        yield (
            "zh-ka",
            "科学家的研究很重要。" + "新的研究。" * again,
            f"{looped} {' '.join([rest] * long)}".strip(),
        )
    signs = "的是在了有和人这中大为上个国我以要他时来用们生到作地于出"
    for length, kinds in product((2, 3, 4, 5, 29, 30, 31), (1, 2, 3, len(signs))):
        run = "".join(signs[at % kinds] for at in range(length))
        yield "en-zh", "The committee met in Berlin and decided what to do.", f"委员会{run}{run}开会。"
        yield "en-zh", f"The committee {run}{run} met in Berlin.", f"委员会{run}{run}开会。"


_WORDS = ("წიგნი", "ქალაქი", "სკოლაში", "მეგობარი", "ინდუსტრია", "განათლება", "მნიშვნელოვანი", "გადართვა", "დასრულდა", "ეკონომიკური")  # fmt: skip


def _slips() -> Iterator[Row]:
    """Yield Georgian words with a slip at each place: two letters exchanged, one twice, one lost, one more."""
    for word in _WORDS:
        for place in range(len(word)):
            behind = word[place + 1 :]
            slips = (
                f"{word[:place]}{behind[:1]}{word[place]}{behind[1:]}",
                f"{word[: place + 1]}{word[place]}{behind}",
                word[:place] + behind,
                f"{word[:place]}{word[place]}ბ{behind}",
            )
            for number, slip in enumerate(slips):
                joined = (slip, f"{slip}-", f"-{slip}", f"„{slip}“", f"{slip}’")[
                    (place + number) % 5 if place % 2 else 0
                ]
                yield "zh-ka", "这很重要。", f"აქ {joined} არის."


def _commas() -> Iterator[Row]:
    """Yield translations with a comma more at each step, of sources with none, some and many."""
    for here, there, step in product(range(4, 11), (0, 1, 2, 3, 4), (1, 2, 4)):
        words = ["ის", "მოვიდა", "სახლში", "და", "ნახა", "მეგობარი"] * 8
        target = "".join(f"{word}{',' if not (at + 1) % step and at < here * step else ''} " for at, word in enumerate(words[: here * step + 3]))  # fmt: skip
        yield "zh-ka", "他来了" + "，看了" * there + "。", f"{target.strip()}."


def _brackets() -> Iterator[Row]:
    """Yield brackets, blanks and marks in every nearness."""
    for opening, closing in ("()", "[]", "„“", "«»"):
        for before, inside, behind, after in product(
            ("", " ", "  "), ("", " "), ("", " "), ("", " ", ", ", ".")
        ):
            text = f"შეხვედრა{before}{opening}{inside}ბერლინში{behind}{closing}{after}დასრულდა."
            yield "zh-ka", "会议（在柏林）结束。", text
            if not before:
                yield "en-ka", f"A meeting{opening}in Berlin{closing} ended.", text
    for mark, before, behind in product(",;:!?.…", ("", " ", "\u00a0", "\t"), ("", " ", "\n", "7", "x", "ა")):
        yield "zh-ka", "会议结束，很好。", f"შეხვედრა{before}{mark}{behind}დასრულდა."


def _quoted() -> Iterator[Row]:
    """Yield speech that grows, introduced or not, with its marks, with others, with one of them and with none."""
    said = "ჩვენ ხელს არ მოვაწერთ ამ ხელშეკრულებას, რადგან ის ცუდია"
    marks = (("„", "“"), ("“", "”"), ('"', '"'), ("«", "»"), ("„", ""), ("", "“"), ("", ""), ("‘", "’"))
    for number, length in enumerate((1, 2, 4, 6, 9, 12, 16, 24, 40, len(said))):
        for opening, closing in marks:
            inner = said[:length]
            source = ("他说：“我们不签。”", "“我们不签”他说。", "这是“我们”的。", "我们不签。")[number % 4]
            yield "zh-ka", source, f"მან თქვა: {opening}{inner}{closing}."
            yield "zh-ka", source, f"{opening}{inner}{closing}, – თქვა მან."
            yield (
                "en-ka",
                f"He said “{length}” and “we do not sign”.",
                f"მან თქვა {opening}{length}{closing} და {opening}{inner}{closing}.",
            )


def _told(finding: Finding) -> str:
    """Return what a finding says but for its words, which stand in the other tables."""
    said = f"{finding.check} {finding.severity.value} {finding.side.value[0]}{finding.start}-{finding.end}"
    if finding.expected:
        said += f" → “{finding.expected[:20]}”"
    if finding.fix:
        said += f" fix {finding.fix.start}-{finding.fix.end} “{finding.fix.text[:20]}”"
    return said if finding.confidence == 1 else f"{said} {finding.confidence:.3f}"


def _text(rows: Callable[[], Iterator[Row]]) -> str:
    contexts: dict[str, CheckContext] = {}
    lines = []
    for number, (code, source, target) in enumerate(rows()):
        context = contexts.setdefault(code, CheckContext(*code.split("-")))
        found = check_segment(SegmentText(source, target, in_document=number % 2 == 0), context)
        if found:
            lines.append(
                printable(f"{number} {source[:16]} | {target[:40]} | {'; '.join(map(_told, found))}")
            )
    return "\n".join(lines) + "\n"


def one_by_one() -> str:
    """Return what is found in all rows, a segment at a time."""
    parts = (_hours, _dates, _foreign_words, _growing, _loops, _slips, _commas, _brackets, _quoted)
    return "".join(f"== {rows.__name__.strip('_')}\n{_text(rows)}" for rows in parts)


def together() -> str:
    """Return what is found in documents whose segments are nearly the same, a word more or another at each step."""
    lines = []
    for code in ("zh-ka", "en-ka", "en-de", "ka-en"):
        first, second = code.split("-")
        context = CheckContext(first, second)
        for index in (0, 1, 2, 7, 9):
            source, target = SENTENCES[first][index], SENTENCES[second][index]
            words = target.split(" ")
            for size in range(1, len(source) + 1, 1 + len(source) // 9):
                short = source[:size]
                texts = [
                    SegmentText(
                        short,
                        " ".join(words[: 1 + (size * turn) % len(words)] if turn % 3 else words),
                        id=turn,
                    )
                    for turn in range(6)
                ]
                texts += [
                    SegmentText(f"{short} {turn}", f"{words[0]} {words[-1]}", id=9 + turn)
                    for turn in range(size % 4)
                ]
                lines.append(printable(f"== {code} {short}"))
                for at, findings in check_document(texts, context).items():
                    compared = "; ".join(_told(one) for one in findings if one.check in COMPARING)
                    lines += [printable(f"{at} {texts[at].target[:30]} | {compared}")] if compared else []
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {
    GOLDEN / "grids.findings": one_by_one,
    GOLDEN / "grids_together.findings": together,
}
