"""What texts are aligned by, and how, kept whole: `python -m tests.kept alignment` renews golden/*.txt.

The tokens of every signal in sentences of many languages; the beads of a manual with sections, lists and a table in
four languages, some of which one side lacks, has twice, joined or in another order; calibrations of such texts.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.alignment.test_missing_sections import COLUMNS, SECTIONS, units
from tests.varied import PAIRS, SENTENCES
from transreview.alignment import align
from transreview.alignment.calibration import Calibration, calibrate
from transreview.alignment.meter import Meter
from transreview.alignment.pairing import read_channels
from transreview.alignment.sides import Side
from transreview.alignment.signals.characters import character_tokens
from transreview.alignment.signals.latin import latin_tokens
from transreview.alignment.signals.layout import kind_tokens, marker_tokens
from transreview.alignment.signals.learned import associations, words
from transreview.alignment.signals.marks import mark_tokens
from transreview.alignment.signals.numbers import number_tokens
from transreview.alignment.signals.sounds import word_sounds
from transreview.alignment.signals.stems import stems, unspaced_runs
from transreview.alignment.signals.ties import copy_tokens, tie_tokens
from transreview.errors import TransreviewError
from transreview.formats.inline_marks import find_marks
from transreview.languages import language
from transreview.model.bead import Bead
from transreview.model.unit import Unit, UnitKind

GOLDEN = Path(__file__).parent / "golden"

ODD = (
    "", "a", "A.", "🧩", "...", "（七）第七条", "十二、附则", "(3) three", "ბ) მეორე", "IV. Teil", "100. Hundert", "1.5 Liter",
    "二十一. 其他", "x. y", "[a](./docs/x.md) ![b](../pic.png) `run` {name} https://example.org/X/?q=1). <a href=\"https://example.org/t/\">t</a>",
    "Mail: press@example.org, WWW.Example.org/Path; IPv6", "¿Qué? ¡No!", "“Yes?” (no.)", "他说：“好。”", "a; b: c – d—e", "5月 Montag 17:30 第九届 35,000",
    "Schach Thatcher Philippe Cecil Bennett xenon Хрущёв ჯონსონი", "会議と人権、人权与会议", "A&amp;B &nbsp; C; D&#160;E.", "Überlänge, straße", "שלום עולם, नमस्ते दुनिया",
)  # fmt: skip


def _set(tokens: set[str]) -> str:
    return " ".join(sorted(tokens)) or "–"


def signals() -> str:
    """Return the tokens of sentences, and how many of them go together in pairs of languages."""
    lines = []
    texts = [(code, text) for code, sentences in SENTENCES.items() for text in sentences]
    texts += [(code, text) for text in ODD for code in ("zh", "ka", "en")]
    for code, text in texts:
        known = language(code)
        tokens = {
            "number": number_tokens(text, known),
            "latin": latin_tokens(text),
            "tie": tie_tokens(text, find_marks(text)),
            "copy": copy_tokens(text),
            "mark": mark_tokens(text, known),
            "marker": marker_tokens(Unit(text)) | marker_tokens(Unit(text, prefix="2. ")),
            "character": character_tokens(text),
            "word": words(text, code),
            "stem": set(stems(text, code)),
            "run": set(unspaced_runs(text)),
            "sound": {word_sounds(word) for word in text.lower().split()},
        }
        lines.append(f"{code} {text}")
        lines += [f"    {name}: {_set(found)}" for name, found in tokens.items() if found]
        side = Side.of(
            [Unit(text, paragraph=1), Unit(f"{text} {text}", paragraph=1), Unit("x", paragraph=2)], code
        )
        lines.append(
            f"    pieces {side.pieces} of {side.first.tolist()} lengths {side.lengths.tolist()} kept {side.kept.tolist()} edges {[sorted(e) for e in side.edges()]} {side.by_text()}"
        )
    for pair in PAIRS:
        first, _dash, second = pair.partition("-")
        sides = [
            Side.of([Unit(t, paragraph=n) for n, t in enumerate(SENTENCES[code])], code)
            for code in (first, second)
        ]
        done: list[float] = []
        confirmed = list(zip(SENTENCES[first][:6] * 2, SENTENCES[second][:6] * 2, strict=True))
        lines.append(f"== {pair}")
        for channel in read_channels(sides[0], sides[1], None, confirmed, Meter(done.append)):
            shown = sorted(
                (a, b, f"{a}-{b} {forward:.3f} {backward:.3f}")
                for (a, b), forward, backward in zip(
                    channel.pairs.tolist(), channel.forward, channel.backward, strict=True
                )
            )
            lines.append(
                f"{channel.name} {channel.left.types} {channel.right.types} {channel.tells} "
                f"{channel.left.unit.tolist()} {channel.right.unit.tolist()}: {', '.join(one[-1] for one in shown[:24])} of {len(shown)}"
            )
        lines.append(f"done {[f'{share:.2f}' for share in done]}")
        known_words = sorted(associations(confirmed, first, second).items())
        lines.append(
            "learned " + ", ".join(f"{a} {b} {strength:.3f}" for (a, b), strength in known_words[:40])
        )
    table = [
        Unit("x", kind=UnitKind.TABLE_CELL, row=row, column=column) for row in (1, 2, 3) for column in (1, 2)
    ]
    layout = [
        Unit("t", kind=UnitKind.TITLE, level=1),
        *table,
        *table[:2],
        Unit("p"),
        Unit("l", kind=UnitKind.LIST_ITEM, level=2),
    ]
    lines.append(f"kinds {[sorted(tokens) for tokens in kind_tokens(layout)]}")
    return "\n".join(lines) + "\n"


def shown(beads: Sequence[Bead]) -> str:
    """Return beads in a line: what goes together, how sure, and whether it crosses or stands fast."""
    return "  ".join(
        f"{'+'.join(map(str, one.source)) or '–'}|{'+'.join(map(str, one.target)) or '–'} {one.confidence:.3f}"
        f"{' crossed' * one.crossed}{' fixed' * one.fixed}"
        for one in beads
    )


Change = Callable[[random.Random, list[Unit], str], list[Unit]]


def _joined(chance: random.Random, side: list[Unit], code: str) -> list[Unit]:
    at = chance.randrange(len(side) - 1)
    text = side[at].text + ("" if code == "zh" else " ") + side[at + 1].text
    return [*side[:at], Unit(text, paragraph=at, kind=side[at].kind), *side[at + 2 :]]


def _swapped(chance: random.Random, side: list[Unit], _code: str) -> list[Unit]:
    at = chance.randrange(len(side) - 1)
    return [*side[:at], side[at + 1], side[at], *side[at + 2 :]]


def _doubled(chance: random.Random, side: list[Unit], _code: str) -> list[Unit]:
    at = chance.randrange(len(side))
    return [*side[: at + 1], side[at], *side[at + 1 :]]


def _cut(chance: random.Random, side: list[Unit], _code: str) -> list[Unit]:
    at = chance.randrange(len(side))
    return side[:at] + side[at + chance.randint(1, 4) :]


def _halved(chance: random.Random, side: list[Unit], _code: str) -> list[Unit]:
    at = max(range(len(side)), key=lambda place: len(side[place].text) * chance.random())
    text, half = side[at].text, len(side[at].text) // 2
    parts = [Unit(part, paragraph=at, kind=side[at].kind) for part in (text[:half], text[half:])]
    return [*side[:at], *parts, *side[at + 1 :]]


def _moved(chance: random.Random, side: list[Unit], _code: str) -> list[Unit]:
    at, to = sorted(chance.sample(range(len(side)), 2))
    return [*side[:at], *side[at + 1 : to], side[at], *side[to:]]


def _same(_chance: random.Random, side: list[Unit], _code: str) -> list[Unit]:
    return side


CHANGES: tuple[Change, ...] = (_same, _joined, _swapped, _doubled, _cut, _halved, _moved)


def documents() -> str:
    """Return how documents are aligned that were changed on one side or both."""
    lines = []
    for seed in range(140):
        chance = random.Random(seed)
        first, second = chance.sample(sorted(COLUMNS), 2)
        chosen = chance.sample(SECTIONS, chance.randint(1, 3))
        rows = [row for section in chosen for row in section]
        sides = []
        names = []
        for code in (first, second):
            side = units(rows, code, kinds=seed % 3 > 0)
            for _time in range(chance.randint(0, 2)):
                change = chance.choice(CHANGES)
                names.append(change.__name__.strip("_"))
                side = change(chance, side, code) if len(side) > 2 else side
            sides.append(
                [
                    *side,
                    *(
                        Unit(text, paragraph=90 + n)
                        for n, text in enumerate(SENTENCES[code][: chance.randint(0, 4)])
                    ),
                ]
            )
        fixed = [Bead((1,), (1,), fixed=True)] if seed % 5 == 4 else []
        calibration = _calibration(first, second) if seed % 4 == 3 else None
        progress: list[float] = []
        beads = align(*sides, first, second, fixed=fixed, calibration=calibration, progress=progress.append)
        lines += [f"{seed} {first}-{second} {' '.join(names)}", f"    {shown(beads)}"]
        if seed % 40 == 0:
            lines.append(f"    progress {' '.join(f'{share:.2f}' for share in progress)}")
    for name, fixed in FIXED.items():
        left, right = ([Unit(t, paragraph=n) for n, t in enumerate(SENTENCES[code])] for code in ("en", "ka"))
        try:
            lines.append(f"fixed {name}: {shown(align(left, right, 'en', 'ka', fixed=fixed))}")
        except TransreviewError as error:
            lines.append(f"fixed {name}: {error}")
    return "\n".join(lines) + "\n"


def strangers() -> str:
    """Return how documents are aligned that have some units in the middle which do not belong together."""
    lines = []
    rows = [row for section in SECTIONS for row in section]
    for seed in range(90):
        chance = random.Random(1000 + seed)
        first, second = chance.sample(sorted(COLUMNS), 2)
        start = chance.randrange(len(rows) - 8)
        before, behind = (
            rows[start : start + chance.randint(0, 3)],
            rows[start + 4 : start + 4 + chance.randint(0, 3)],
        )
        others = [row for row in rows if row not in before and row not in behind]
        sides = []
        for code in (first, second):
            alone = chance.sample(others, chance.randint(2, 9))
            side = units([*before, *alone, *behind], code, kinds=seed % 4 == 0)
            sides.append(_swapped(chance, side, code) if seed % 3 == 1 else side)
        beads = align(*sides, first, second)
        assert all(one.confidence == round(one.confidence, 4) for one in beads)
        lines += [f"{seed} {first}-{second} {len(before)} {len(behind)}", f"    {shown(beads)}"]
    return "\n".join(lines) + "\n"


def long() -> str:
    """Return how a long text is aligned of which each side lacks a part; it is searched along anchors only."""
    sides = []
    for code, missing in (("en", range(100, 140)), ("de", range(300, 330))):
        texts = [
            f"{SENTENCES[code][at % 10]} {at * 37 % 1000 if at % 3 else ''}".strip() for at in range(540)
        ]
        sides.append([Unit(text, paragraph=at) for at, text in enumerate(texts) if at not in missing])
    return shown(align(*sides, "en", "de")).replace("  ", "\n") + "\n"


FIXED: dict[str, list[Bead]] = {
    "none": [],
    "one": [Bead((3,), (4,))],
    "two crossing": [Bead((2,), (6,)), Bead((5,), (3,))],
    "three crossing": [Bead((1,), (7,)), Bead((4,), (4,)), Bead((7,), (1,))],
    "with room between": [Bead((1,), (5,)), Bead((4,), (2,))],
    "alone": [Bead((3,), ()), Bead((), (6,))],
    "many to one": [Bead((3, 4), (3,)), Bead((8,), (7, 8))],
    "shared": [Bead((3,), (3,)), Bead((3,), (4,))],
    "shared target": [Bead((3,), (3,)), Bead((4,), (3,))],
    "not there": [Bead((30,), (3,))],
    "not there either": [Bead((3,), (10,))],
    "at the end": [Bead((9,), (9,)), Bead((0,), (0,))],
}


def _pairs(first: str, second: str) -> list[tuple[str, str]]:
    rows = [row for section in SECTIONS for row in section]
    pairs = (
        [(row[COLUMNS[first]], row[COLUMNS[second]]) for row in rows]
        if {first, second} <= COLUMNS.keys()
        else []
    )
    return pairs + list(zip(SENTENCES[first], SENTENCES[second], strict=True))


def _calibration(first: str, second: str) -> Calibration | None:
    return calibrate(_pairs(first, second), first, second)


def calibrations() -> str:
    """Return what texts of each pair of languages say of its lengths and marks."""
    lines = []
    for pair in PAIRS:
        first, _dash, second = pair.partition("-")
        for count in (1, 2, 5, 60):
            found = calibrate((_pairs(first, second) * 3)[:count], first, second)
            if found is None:
                lines.append(f"{pair} {count}: None")
                continue
            turned = found.reversed()
            lines.append(
                f"{pair} {count}: {found.pairs} ratio {found.ratio:.4f} {found.low:.4f}–{found.high:.4f} spread {found.spread:.4f} "
                f"{found.spread_short:.4f} sure {found.is_sure} wanted {found.pairs_wanted} kept {found.kept_marks:.4f} {found.marks} "
                f"turned {turned.ratio:.4f} {turned.low:.4f}–{turned.high:.4f}"
            )
            assert Calibration.from_json(found.to_json()) == found
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {
    GOLDEN / "signals.txt": signals,
    GOLDEN / "documents.txt": documents,
    GOLDEN / "calibrations.txt": calibrations,
    GOLDEN / "strangers.txt": strangers,
    GOLDEN / "long.txt": long,
}
