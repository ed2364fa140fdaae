"""Checks of punctuation and spaces: the final mark, full-width signs, dashes, blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import narrow_target, spaced_target, target_known
from transreview.checks.features import Features
from transreview.checks.final_marks import FINAL_CLASS
from transreview.i18n import _
from transreview.languages.language import Language
from transreview.model.finding import Fix, Severity
from transreview.model.unit import UnitKind

MQM = "linguistic-conventions/punctuation"
LOCALE = "locale-conventions"

_WIDE = re.compile("[\u3000-\u3004\u3008-\u3020\u3030-\u303f\u30fb\ufe30-\ufe4f\uff00-\uff65]+")
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
        start = match.start()
        if narrow[0] in ".,;:!?" and start and target[start - 1] == " ":
            start -= 1
        yield Hit(
            *match.span(),
            _("Full-width signs in the translation"),
            expected=narrow,
            fix=Fix(start, match.end(), narrow),
        )


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
    if of_source == of_target:
        return
    severity = _final_severity(features, of_source, of_target)
    if severity is None:
        return
    expected = features.context.target.mark(of_source)
    if not of_target:
        plain_end = features.target[place - 1 : place].isalnum()
        fix = Fix(place, place, expected) if plain_end and of_source == "." else None
        yield Hit(place, place, _("The final mark is missing"), expected=expected, fix=fix, severity=severity)
        return
    end = len(features.target.rstrip()) if of_target == "…" else place + 1
    found = features.target[place:end]
    message = (
        _("The final mark differs from the source's") if of_source else _("The source has no final mark")
    )
    yield Hit(place, end, message, expected=expected, found=found, severity=severity)


def _final_severity(features: Features, of_source: str, of_target: str) -> Severity | None:
    """Return how bad it is that these two classes of mark stand at the ends; None when it is fine."""
    if features.text.kind is UnitKind.LIST_ITEM and of_source + of_target in {".;", ";.", ";", "."}:
        return Severity.INFO if of_target else Severity.WARNING
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
    if of_source in {":", ";"}:
        return Severity.WARNING if of_target else Severity.INFO
    if not of_source and of_target in {",", ";", ":"}:
        return Severity.INFO if of_target == ":" else Severity.WARNING
    heading = features.text.kind in {UnitKind.TITLE, UnitKind.HEADING}
    return Severity.INFO if heading and not of_source and of_target == "." else None


def _instead_of_stop(features: Features, of_source: str, of_target: str) -> Severity | None:
    """Return how bad another mark, or none, is where the source makes a statement."""
    if not of_target:
        if features.text.kind in _LABELS:
            return Severity.INFO
        short = features.context.pair.fitted and features.length_deviation <= _SHORTISH
        return Severity.WARNING if _is_whole(features) or short else Severity.INFO
    if of_target == ":" and features.text.in_document:
        return Severity.INFO  # what follows is announced otherwise
    if of_target in {",", ";", ":"}:
        return Severity.ERROR
    if of_target in {"?", "!"}:
        return None if _has(features.source, of_target) else Severity.ERROR
    return Severity.INFO if of_source + of_target == ".…" else None


# Spreads below the usual length: without its final mark such a text is rather cut than a label.
_SHORTISH = -1.1
_LABELS = frozenset({UnitKind.TITLE, UnitKind.HEADING, UnitKind.LIST_ITEM, UnitKind.TABLE_CELL})


def _is_whole(features: Features) -> bool:
    """Whether the translation is surely meant to end here.

    A text checked by itself may be a piece of a sentence, or a label; one that was seen in its
    document, or that has a full stop inside, is neither.
    """
    return features.text.in_document or len(features.target_sentences) > 1


def _has(text: str, mark: str) -> bool:
    return any(FINAL_CLASS.get(char) == mark for char in text)


# Each begins with what is rare, and looks back from there: that is what makes them quick.
_SPACE_BEFORE = re.compile(r"[ \u00a0\u202f]+(?=[,;!?]|[.:](?![\w.)(/\\-]))")
# French puts a (thin) space before its high marks.
_SPACE_BEFORE_HIGH_MARKS = re.compile(r"[ \u00a0\u202f]+(?=[,]|\.(?![\w.]))")
_AFTER = re.compile(r"[\w)\]”“»\"'’%]")
_BLANK_AND_MARK = (" ,", " .", " ;", " !", " ?", " :", "\u00a0", "\u202f")
_GLUED = re.compile(r"[,;](?=[^\W\d_])|[.!?:](?=[^\W\d_]{3})")
_LETTERS = re.compile(r"[^\W\d_]")


@segment_check(
    "punct.spacing",
    family="punctuation",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="A space stands before a punctuation mark, or none after it.",
    good=("他走了，因为……", "წავიდა, რადგან…"),
    bad=("他走了，因为……", "წავიდა ,რადგან…"),
    applies=lambda source, target: spaced_target(source, target) and narrow_target(source, target),
)
def spacing(features: Features) -> Iterator[Hit]:
    """Report blanks before marks, and marks glued to the next word."""
    target = features.target_prose
    before = _SPACE_BEFORE_HIGH_MARKS if features.context.target.space_before else _SPACE_BEFORE
    for match in before.finditer(target) if any(pair in target for pair in _BLANK_AND_MARK) else ():
        start = match.start()
        if (
            not start
            or not _AFTER.match(target, start - 1)
            or not features.target[start : match.end()].isspace()
        ):
            continue  # (an address or a tag was blanked out)
        if target.startswith(("...", "!.", ";)", ",,"), match.end()):
            continue
        yield Hit(
            *match.span(),
            _("A space before a punctuation mark"),
            expected=target[match.end()],
            found=target[match.start() : match.end() + 1],
            fix=Fix(*match.span(), ""),
        )
    own = characters.script_bits(features.context.target.scripts)
    for match in _GLUED.finditer(target):
        before_it = target[max(0, match.start() - 3) : match.start()]
        wanted = 1 if match.group() in ",;" else 3
        if len(before_it) < wanted or not all(map(_LETTERS.match, before_it[-wanted:])):
            continue
        around = characters.mask(target[match.start() - 1] + target[match.end()])
        if match.group() in ".!?:" and around & ~own:
            continue  # a file name, a ratio, a foreign name
        if match.group() in ",;" and _GLUED_WORDS[match.group()].search(features.source):
            continue  # a list of keywords, written so in the source
        yield Hit(
            *match.span(),
            _("No space after a punctuation mark"),
            expected=match.group() + " ",
            found=match.group() + target[match.end()],
            fix=Fix(*match.span(), match.group() + " "),
        )


_GLUED_WORDS = {mark: re.compile(f"[A-Za-z]{mark}[A-Za-z]") for mark in ",;"}
_STRAY_ELLIPSIS = re.compile(r"(?<=[:;,])\s?(?:…+|\.{3,})|(?:…+|\.{3,})(?=[:;,])")
_ELLIPSIS = re.compile(r"…+|\.{3,}|。{3,}")


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
    target = features.target
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


_DASH = re.compile(r"(?<=[^\W\d_])(?: [-–—](?=[^\W\d_])|[-–—] (?=[^\W\d_]))|(?<=\s)--+(?=\s)")


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
    for match in _DASH.finditer(target):
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


_CLAUSE_COMMAS = re.compile("[，；、,;]")


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


_DOUBLE_SPACE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")


@segment_check(
    "space.double",
    family="punctuation",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="Two or more spaces stand in a row inside a line.",
    good=("他来了。", "ის მოვიდა."),
    bad=("他来了。", "ის  მოვიდა."),
    applies=target_known,
)
def double_space(features: Features) -> Iterator[Hit]:
    """Report runs of blanks, but not the columns of a table."""
    target = features.target
    if "  " not in target and "\u00a0" not in target:
        return
    if "|" in target or "\t" in target or _DOUBLE_SPACE.search(features.source):
        return  # a table, or a layout that the source has too
    for match in _DOUBLE_SPACE.finditer(target):
        yield Hit(*match.span(), _("More than one space"), expected=" ", fix=Fix(*match.span(), " "))


@segment_check(
    "space.edge",
    family="punctuation",
    severity=Severity.INFO,
    mqm=MQM,
    explanation="The translation begins or ends with other blanks than the source.",
    good=("他来了。", "ის მოვიდა."),
    bad=("他来了。", " ის მოვიდა."),
)
def edge_space(features: Features) -> Iterator[Hit]:
    """Compare the outer blanks of both texts."""
    if features.is_empty:
        return
    source, target = features.source, features.target
    if not (source[0].isspace() or source[-1].isspace() or target[0].isspace() or target[-1].isspace()):
        return
    before, wanted = (
        target[: len(target) - len(target.lstrip())],
        source[: len(source) - len(source.lstrip())],
    )
    if before != wanted and "\u3000" not in wanted:
        yield Hit(
            0,
            len(before),
            _("Blanks at the beginning differ"),
            expected=wanted,
            fix=Fix(0, len(before), wanted),
        )
    after, wanted = target[len(target.rstrip()) :], source[len(source.rstrip()) :]
    if after != wanted and "\u3000" not in wanted:
        start = len(target) - len(after)
        yield Hit(
            start,
            len(target),
            _("Blanks at the end differ"),
            expected=wanted,
            fix=Fix(start, len(target), wanted),
        )


CHECKS = (
    fullwidth,
    final_punctuation,
    spacing,
    ellipsis,
    dash,
    comma_density,
    double_space,
    edge_space,
)
