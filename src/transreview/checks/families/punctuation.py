"""Checks of punctuation: the final mark, full-width signs, dashes, ellipses, commas."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import narrow_target, spaced_target
from transreview.checks.features import Features
from transreview.checks.final_marks import FINAL_CLASS
from transreview.i18n import _
from transreview.languages.language import Language
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity
from transreview.model.inline_mark import MarkKind
from transreview.model.unit import UnitKind

MQM = "linguistic-conventions/punctuation"
LOCALE = "locale-conventions"

_WIDE = lazy_pattern("[\u3000-\u3004\u3008-\u3020\u3030-\u303f\u30fb\ufe30-\ufe4f\uff00-\uff65]+")
_NARROW = {
    "。": ".",
    "、": ",",
    "・": "·",
    "\u3000": " ",
    "〜": "–",
    "〈": "‹",
    "〉": "›",
    "【": "[",
    "】": "]",
    "〔": "(",
    "〕": ")",
    "〖": "[",
    "〗": "]",
}


@segment_check(
    "punct.fullwidth",
    family="punctuation",
    severity=Severity.ERROR,
    mqm=LOCALE,
    explanation="Full-width signs or digits of Chinese typesetting stand in the translation.",
    good=("会议结束。", "შეხვედრა დასრულდა."),
    bad=("会议结束。", "შეხვედრა დასრულდა。"),
    applies=narrow_target,
    target_has=characters.FULLWIDTH | characters.KANA,
)
def fullwidth(features: Features) -> Iterator[Hit]:
    """Report runs of full-width signs with the signs of the target language."""
    target = features.target
    for match in _WIDE.finditer(target):
        run = match.group()
        narrow = _narrowed(run, features.context.target)
        if narrow[-1] in ".,;:!?" and target[match.end() : match.end() + 1].isalpha():
            narrow += " "
        if run in features.source and not _is_wide(features.context.source):
            continue
        if run[0] in _SIGNS_KEPT and _around(target, match) in features.source:
            continue  # a sign of the source's own, with the same text in it
        if _is_face(features, match):
            continue
        start = match.start()
        if narrow[0] in ".,;:!?" and start and target[start - 1] == " ":
            start -= 1
        yield Hit(
            *match.span(),
            _("Full-width signs in the translation"),
            expected=narrow,
            fix=Fix(start, match.end(), narrow),
        )


def _is_face(features: Features, match: re.Match[str]) -> bool:
    """Whether the signs are part of a drawing that the source has too: (╯°□°）╯︵ ┻━┻."""
    target = features.target
    start = max(target.rfind(" ", 0, match.start()), target.rfind("\n", 0, match.start())) + 1
    drawing = re.split(r"\s", target[start : start + _LONGEST_DRAWING + 1], maxsplit=1)[0]
    if not match.start() - start < len(drawing) <= _LONGEST_DRAWING:
        return False
    return any(unicodedata.category(char) == "So" for char in drawing) and drawing in features.source


_LONGEST_DRAWING = 60
# Brackets that sources set around codes and labels, whatever the language.
_SIGNS_KEPT = frozenset("【】〔〕〖〗")


def _around(text: str, match: re.Match[str]) -> str:
    """Return a bracketed label whole."""
    opening = max(text.rfind(sign, 0, match.end()) for sign in "【〔〖")
    closing = min((place for sign in "】〕〗" if (place := text.find(sign, match.start())) >= 0), default=-1)
    return text[opening : closing + 1] if 0 <= opening < closing else text


def _is_wide(language: Language) -> bool:
    return not narrow_target(language, language)


def _narrowed(run: str, language: Language) -> str:
    opening, closing = language.quotes[0]
    quotes = dict.fromkeys("《「『", opening) | dict.fromkeys("》」』", closing)
    return "".join(quotes.get(c) or _NARROW.get(c) or unicodedata.normalize("NFKC", c) for c in run)


@segment_check(
    "punct.final",
    family="punctuation",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="The translation does not end in the mark that answers the source's.",
    good=("会议结束。", "შეხვედრა დასრულდა."),
    bad=("会议结束。", "შეხვედრა დასრულდა,"),
    applies=lambda source, target: bool(source.scripts) and bool(target.final_marks),
)
def final_punctuation(features: Features) -> Iterator[Hit]:
    """Compare the last marks: another one is an error, a missing one a warning."""
    if features.is_empty:
        return
    of_source, _place = features.source_end
    of_target, place = features.target_end
    if of_source == of_target or features.context.source.scripts[0] in _WITHOUT_MARKS:
        return
    if of_target in {"", "."} and _needs_no_mark(features):
        return
    severity = _final_severity(features, of_source, of_target)
    if severity is None or not any(map(str.isalnum, features.target)):
        return
    abbreviated = of_source == "." and not of_target and features.source_ends_abbreviated
    if abbreviated or (not of_target and (_may_be_a_label(features) or _ends_in_address(features))):
        severity = min(severity, Severity.INFO, key=lambda one: one.rank)
    expected = features.context.target.mark(of_source)
    if not of_target:
        plain_end = features.target[place - 1 : place].isalnum()
        sure = plain_end and of_source == "." and not abbreviated
        fix = Fix(place, place, expected) if sure else None
        yield Hit(place, place, _("The final mark is missing"), expected=expected, fix=fix, severity=severity)
        return
    end = len(features.target.rstrip()) if of_target == "…" else place + 1
    found = features.target[place:end]
    message = (
        _("The final mark differs from the source's") if of_source else _("The source has no final mark")
    )
    yield Hit(place, end, message, expected=expected, found=found, severity=severity)


# Scripts whose sentences end in a blank, or in no mark at all.
_WITHOUT_MARKS = frozenset({"Thai", "Laoo", "Khmr"})
# Burmese ends statements and questions alike in this sign; a particle makes the question.
_ENDS_ALL = "\u104b"


def _needs_no_mark(features: Features) -> bool:
    """Whether the translation's language says in words what others say by the last mark."""
    scripts = features.context.target.scripts
    return bool(scripts and scripts[0] in _WITHOUT_MARKS) or features.target.rstrip().endswith(_ENDS_ALL)


def _final_severity(features: Features, of_source: str, of_target: str) -> Severity | None:
    """Return how bad it is that these two classes of mark stand at the ends; None when it is fine."""
    if features.text.kind is UnitKind.LIST_ITEM and of_source + of_target in {".;", ";.", ";", "."}:
        sure = features.context.pair.fitted and not _is_item(features)
        return Severity.WARNING if not of_target and sure else Severity.INFO
    if of_source == "?":
        if "?" in features.target or any(mark in features.target for mark in "՞;؟？"):
            return None  # the speech tag was moved behind the question
        return Severity.ERROR if of_target else Severity.WARNING
    if of_source in {".", "…"}:
        return _instead_of_stop(features, of_source, of_target)
    if of_source == "!":
        return Severity.INFO if of_target else Severity.WARNING
    if of_source + of_target == ";.":
        return None
    if {of_source, of_target} == {";", ","}:
        return Severity.INFO  # both say that the list goes on
    if of_source in {":", ";"}:
        ended = of_source == ":" and of_target == "." and features.text.in_document
        return Severity.WARNING if of_target and not ended else Severity.INFO
    if not of_source and of_target in {",", ";", ":"}:
        return Severity.INFO if of_target == ":" else Severity.WARNING
    heading = features.text.kind in {UnitKind.TITLE, UnitKind.HEADING}
    return Severity.INFO if heading and not of_source and of_target == "." else None


def _instead_of_stop(features: Features, of_source: str, of_target: str) -> Severity | None:
    """Return how bad another mark, or none, is where the source makes a statement."""
    if not of_target:
        if features.text.kind in _LABELS or _is_item(features):
            return Severity.INFO
        short = features.context.pair.fitted and features.length_deviation <= _SHORTISH
        return Severity.WARNING if _is_whole(features) or short else Severity.INFO
    if of_target == ":" and features.text.in_document:
        return Severity.INFO  # what follows is announced otherwise
    if of_target in {",", ";", ":"}:
        if not features.text.in_document:
            return Severity.ERROR
        # In its document the sentence goes on in the next paragraph, as statutes and preambles do.
        return Severity.WARNING if features.context.pair.fitted else Severity.INFO
    if of_target == "!" and features.text.in_document:
        return None if _has(features.source, of_target) else Severity.INFO
    if of_target in {"?", "!"}:
        if not _has(features.source, of_target):
            return Severity.ERROR
        # A question of the source may come last in the translation, but not one more than it asks.
        surplus = of_target == "?" and _count(features.target, "?") > _count(features.source, "?")
        return Severity.WARNING if surplus else None
    return Severity.INFO if of_source + of_target == ".…" else None


# Spreads below the usual length: without its final mark such a text is rather cut than a label.
_SHORTISH = -1.1
_LABELS = frozenset({UnitKind.TITLE, UnitKind.HEADING, UnitKind.LIST_ITEM, UnitKind.TABLE_CELL})


def _is_item(features: Features) -> bool:
    """Whether both are short items of a list, which end in a mark or without one as their list likes."""
    if features.text.kind is UnitKind.LIST_ITEM:
        return all(map(_SHORT_ITEM.fullmatch, (features.source, features.target)))
    return all(map(_BULLET.fullmatch, (features.source, features.target)))


# One or two words: a label rather than a sentence.
_WORDS = (
    r"(?:[\u3400-\u9fff]{1,8}|[^\s.!?。！？\u3400-\u9fff]+(?: [^\s.!?。！？\u3400-\u9fff]+){0,2})[.。]?\s*"
)
_SHORT_ITEM = lazy_pattern(rf"(?:\s*[-–—*•·●▪★]\s+)?{_WORDS}")
_BULLET = lazy_pattern(rf"\s*[-–—*•·●▪★]\s+{_WORDS}")


def _is_whole(features: Features) -> bool:
    """Whether the translation is surely meant to end here.

    A text checked by itself may be a piece of a sentence, or a label; one that was seen in its
    document, or that has a full stop inside, is neither.
    """
    return features.text.in_document or len(features.target_sentences) > 1


def _ends_in_address(features: Features) -> bool:
    """Whether a document's text ends in an address, or what stands for one: a stop would be read with it."""
    if not features.text.in_document:
        return False
    end = len(features.target.rstrip())
    kinds = {MarkKind.ADDRESS, MarkKind.PLACEHOLDER}
    marked = any(mark.end == end and mark.kind in kinds for mark in features.target_marks)
    return marked or _PER_CENT.search(features.target, 0, end) is not None


_PER_CENT = lazy_pattern(r"(?<![%\w])%[A-Za-z]$")


def _may_be_a_label(features: Features) -> bool:
    """Whether a short text of a pair that nobody measured may be a label: manuals end those at will."""
    short = len(features.target_prose.split()) < _FEWEST_WORDS and len(features.target_prose) < _LABEL
    return short and not features.context.pair.fitted


_FEWEST_WORDS, _LABEL = 10, 60


def _has(text: str, mark: str) -> bool:
    return any(FINAL_CLASS.get(char) == mark for char in text)


def _count(text: str, mark: str) -> int:
    return sum(FINAL_CLASS.get(char) == mark for char in text)


# (A list that goes on, "a, b, …", is written so.)
# Looked for from the beginning of a row of dots alone, lest a long one be read from each of its places.
_STRAY_ELLIPSIS = lazy_pattern(
    r"(?<=[:;])\s?(?:…+|\.{3,})|(?<=,)(?:…+|\.{3,})|(?:(?<!…)…+|(?<!\.)\.{3,})(?=[:;,])"
)
_ELLIPSIS = lazy_pattern(r"…+|\.{3,}|。{3,}")


@segment_check(
    "punct.ellipsis",
    family="punctuation",
    severity=Severity.INFO,
    mqm=MQM,
    explanation="An ellipsis was added, was lost, or stands beside another mark.",
    good=("要做好以下工作：", "საჭიროა შემდეგი სამუშაო:"),
    bad=("要做好以下工作：", "საჭიროა შემდეგი სამუშაო:…"),
)
def ellipsis(features: Features) -> Iterator[Hit]:
    """Report ellipses that the source does not account for."""
    target = features.target_prose
    if (
        "…" not in target
        and "..." not in target
        and "…" not in features.source
        and "..." not in features.source
    ):
        return
    in_source = len(_ELLIPSIS.findall(features.source))
    found = list(_ELLIPSIS.finditer(target))
    stray = _STRAY_ELLIPSIS.search(target)
    if stray and not _STRAY_ELLIPSIS.search(features.source) and not in_source:
        yield Hit(
            *stray.span(),
            _("An ellipsis beside another mark"),
            fix=Fix(*stray.span(), ""),
            severity=Severity.WARNING,
        )
    elif found and not in_source:
        yield Hit(*found[0].span(), _("The source has no ellipsis here"))
    elif in_source and not found:
        end = len(target.rstrip())
        yield Hit(end, end, _("The source's ellipsis is missing"), expected="…")


_DASH = lazy_pattern(r"(?<=[^\W\d_])(?: [-–—](?=[^\W\d_])|[-–—] (?=[^\W\d_]))|(?<=\s)--+(?=\s)")


_ANY_DASH = lazy_pattern("[-–—]")


def _dashes(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_DASH` finds: it begins at a dash, which is quickly found, or at the blank before one."""
    done = 0
    for dash in _ANY_DASH.finditer(text):
        place = dash.start()
        match = _DASH.match(text, place - 1) if place - 1 >= done else None
        if match is None and place >= done:
            match = _DASH.match(text, place)
        if match is not None:
            done = match.end()
            yield match


@segment_check(
    "punct.dash",
    family="punctuation",
    severity=Severity.INFO,
    mqm=MQM,
    explanation="A dash has a space on one side only, or is written as two hyphens.",
    good=("会议——开始了", "შეხვედრა – დაიწყო"),
    bad=("会议——开始了", "შეხვედრა -დაიწყო"),
    applies=spaced_target,
    target_has=characters.DASH,
)
def dash(features: Features) -> Iterator[Hit]:
    """Report lopsided dashes; "ორ- და სამკაციანი" keeps its hanging hyphen."""
    target = features.target_prose
    for match in _dashes(target):
        sign = match.group()
        following = target[match.end() : match.end() + 4]
        if sign in {"- ", "-"} and re.match(r"(?:და|ან|or|and|und|oder|и|или|et|ou)\b", following):
            continue
        yield Hit(
            *match.span(),
            _("A dash with a space on one side only"),
            expected=features.context.target.dash,
            fix=Fix(*match.span(), features.context.target.dash),
        )


_CLAUSE_COMMAS = lazy_pattern("[，；、,;]")


@segment_check(
    "punct.cjk_comma",
    family="punctuation",
    severity=Severity.INFO,
    mqm="style/awkward-style",
    explanation="The translation has far more commas than the source and its own sentences bear.",
    good=("北京、上海、广州和深圳", "პეკინი, შანხაი, გუანჯოუ და შენჯენი"),
    bad=("他来了，看了，走了。", "ის, მოვიდა, და, ნახა, და, მერე, ისევ, წავიდა, სახლში, ადრე."),
    applies=narrow_target,
    target_has=characters.COMMA,
)
def comma_density(features: Features) -> Iterator[Hit]:
    """Report a translation whose commas are more than twice the source's and stand every third word."""
    in_target = features.target.count(",")
    if in_target < 6:
        return
    in_source = len(_CLAUSE_COMMAS.findall(features.source))
    if in_target > 2 * in_source + 2 and in_target * 3 > len(features.target_words):
        first, last = features.target.index(","), features.target.rindex(",") + 1
        yield Hit(
            first,
            last,
            _("Many more commas than in the source"),
            expected=str(in_source),
            found=str(in_target),
        )


CHECKS = (
    fullwidth,
    final_punctuation,
    ellipsis,
    dash,
    comma_density,
)
