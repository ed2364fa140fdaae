"""What the checks know of texts before they say anything, kept whole: `python -m tests.kept checks`.

Features of sentences in many languages with small faults, names by their sounds, directives in the words of each
language of programs, list markers, quotations, how neighbours fit; and what is found in pairs with a fault more.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests import varied
from tests.checks import test_pairs
from tests.checks.case_tables import GLOSSARY
from tests.checks.kept import GOLDEN, told
from tests.kept import printable, shown
from transreview.checks import CheckContext, SegmentText, check_document, check_segment
from transreview.checks.catalogue import as_data, as_text, catalogue
from transreview.checks.directives import compare_directives, is_braced, is_read
from transreview.checks.features import Features
from transreview.checks.fingerprint import context_fingerprint
from transreview.checks.lengths import LengthBands, LengthFit
from transreview.checks.list_markers import marker
from transreview.checks.localized_addresses import same_page
from transreview.checks.placement import fit, gains
from transreview.checks.prose import without_links, without_shared_codes, without_shared_names
from transreview.checks.quotation import is_odd, open_after, opens, pairs, turn
from transreview.checks.settings import CheckSettings
from transreview.checks.sounds import (
    beginning_with,
    merged_skeleton,
    name_skeletons,
    name_stem,
    same_class,
    skeleton,
    skeletons,
    sounds_like,
)
from transreview.formats.inline_marks import find_marks
from transreview.languages import language
from transreview.model.finding import Severity
from transreview.model.glossary import Glossary
from transreview.model.unit import UnitKind


def features() -> str:
    """Return what is known of sentences and their translations."""
    lines = []
    contexts = {code: CheckContext(*code.split("-")) for code in varied.PAIRS}
    for number, (code, fault, source, target) in enumerate(varied.rows()):
        if number % 3:
            continue
        one = Features(SegmentText(source, target), contexts[code])
        figures = [
            one.source_size,
            one.target_size,
            one.shared_size,
            one.gloss_size,
            round(one.length_deviation, 3),
            len(one.target_words),
        ]
        flags = [
            one.is_empty,
            one.repeats_words,
            one.source_is_own,
            one.has_numbers,
            one.names_countries,
            one.one_sentence,
            one.source_ends_abbreviated,
            one.has_marks_beside,
        ]
        said = [
            f"{one.source_mask:x} {one.target_mask:x} {figures} {''.join('-x'[flag] for flag in flags)} ends {one.source_end} {one.target_end}",
            f"sentences {one.source_sentences} {one.target_sentences} letters {one.source_letters} {one.target_letters}",
            f"quotes {one.source_quotes} {one.target_quotes} {len(one.target_quotations)} anchors {[shown(anchor) for anchor in one.name_anchors]}",
            f"names {[name.text for name in one.chinese_names]} divergences {[shown(each)[:80] for each in one.divergences]} faults {[shown(each)[:80] for each in one.target_faults]}",
        ]
        lines.append(printable(f"{code} {fault} {source[:10]}"))
        lines += [f"    {printable(line)[:300]}" for line in said]
    return "\n".join(lines) + "\n"


NAMES = (
    "史密斯",
    "安娜",
    "Rowan Atkinson",
    "Bennett",
    "Хрущёв",
    "თრამპი",
    "特朗普",
    "Thatcher",
    "Xi",
    "Cecil",
    "Schröder",
    "Çelik",
    "A",
    "",
)
WORDS = (
    "სმიტი",
    "ანამ",
    "როუანის",
    "ბენეტმა",
    "ხრუშჩოვი",
    "Trump",
    "ტრამპისთვის",
    "ტეტჩერს",
    "სი",
    "სესილი",
    "შრედერი",
    "ჩელიქი",
    "ბერლინში",
    "Smith’s",
    "смитом",
)
MARKED = (
    "1. ა", "1) ა", "(1) ა", "ა) ბ", "a. b", "A) b", "IV. x", "• x", "- x", "-x", "1.5 x", "10.09.2021 x", "一、甲", "（二）乙", "第3条 x", "2021 x", "①x", "", "iv) x", "12. x", "*x*", "– x", "№ 5 x", "1.2.3 x",
)  # fmt: skip
QUOTED = (
    "„ა“ ბ", "„ა ბ", "ა“ ბ", '"a" b "c', "“a” “b", "«a „b“ c»", "6'2\" x", "他说：“好”。“", "「一」『二』", "\"", "x\"y\"z", "“a „b", "", "” a “", "«ა» “ბ”", "ג\"ב",
)  # fmt: skip
DIRECTED = (
    ("%s %d", "%d %s"), ("%1$s %2$d", "%2$d %1$s"), ("%s", "%1$s"), ("%d%%", "%d %"), ("%(a)s %(b)d", "%(b)d"), ("{0} {1}", "{1} {2}"), ("{a} {b!r:>5}", "{b} {a}"), ("%ld", "%d"), ("%i", "%d"),
    ("%*d", "%d"), ("%{a} %<b>d", "%{b}"), ("%1%", "%2%"), ("%0:d", "%1:d"), ("%L1 %n", "%1"), ("$a ${b}", "${a}"), ("%@ %x", "%x"), ("{{x}} {y}", "{x}"), ("%q %'d", "%d"), ("100 % sure", "100 %"), ("%s\n", "%s"), ("{", "}"), ("%c%5.2f%-10s", "%5.1f%c"),
)  # fmt: skip


def pieces() -> str:
    """Return what is known of names, list markers, quotations, addresses and directives."""
    lines = []
    lines += [
        f"name {name}: {name_skeletons(name)} {[word for word in WORDS if sounds_like(name, word)]} {skeleton(name.lower())} {merged_skeleton(name.lower())}"
        for name in NAMES
    ]
    for word in WORDS:
        stems = [name_stem(word.lower(), language(code)) for code in ("ka", "en", "ru", "de", "zh")]
        lines.append(
            f"word {word}: {stems} {skeleton(word.lower())} {[same_class(word[0].lower(), other) for other in 'ბსtкm']}"
        )
    found = skeletons(" ".join(WORDS))
    lines.append(
        f"skeletons {found} {[beginning_with(first, found) for first in sorted({one[:1] for one in found})]} {beginning_with('?', found)}"
    )
    lines += [printable(f"marker {text}: {shown(marker(text))}") for text in MARKED]
    lines += [
        printable(
            f"quoted {text}: {shown(pairs(text))} {is_odd(text)} {[open_after(text, depth) for depth in (0, 1)]} {turn(text)} {[opens(text, at) for at, sign in enumerate(text) if sign in '„“”«»']}"
        )
        for text in QUOTED
    ]
    addresses = (
        "https://example.org/zh/a",
        "https://example.org/ka/a",
        "https://zh.example.org/a",
        "https://ka.example.org/a",
        "https://example.org/a?hl=zh",
        "https://example.org/a?hl=ka",
        "https://example.org/zh-CN/b",
        "http://example.org/ka/b/",
        "https://example.org/a_zh.html",
        "https://example.org/a.ka.html",
    )
    lines += [
        f"page {one}: {[same_page(one, other, ('zh', 'ka')) for other in addresses]}" for one in addresses
    ]
    for kind in (
        "c-format",
        "python-format",
        "python-brace-format",
        "java-format",
        "ruby-format",
        "boost-format",
        "object-pascal-format",
        "gcc-internal-format",
        "sh-format",
        "perl-brace-format",
        "csharp-format",
        "objc-format",
        "qt-format",
        "javascript-format",
        "php-format",
        "lua-format",
        "no-c-format",
    ):
        lines.append(f"format {kind}: {is_read('', (kind,))} {is_braced((kind,))}")
        for source, target in DIRECTED:
            for lenient in (False, True):
                hits = [
                    f"{hit.start}-{hit.end} {hit.message} {hit.expected}"
                    for hit in compare_directives(source, target, (kind,), lenient=lenient)
                ]
                lines += [printable(f"    {source} | {target} {lenient}: {hits}")] if hits else []
    lines += [
        f"shared {without_shared_codes(source, target)} {without_shared_names(source, target)}"
        for source, target in (
            ("v1.2.3 and 10.0.0.1", "v1.2.3, 10.0.0.1"),
            ("README.md in /a/b", "README.md /a/b-ში"),
            ("tel. +49 30 1234567", "+49 30 1234567"),
            ("a", "b"),
        )
    ]
    lines += [
        f"links {without_links(text, find_marks(text))}"
        for text in ("[a](u) b", "x https://example.org y", "plain")
    ]
    return "\n".join(lines) + "\n"


def plans() -> str:
    """Return which checks are told of for languages, and what makes findings be found anew."""
    lines = as_text(catalogue()).split("\n")
    lines += [
        f"{pair}: {[check.id for check in catalogue(*pair)]}"
        for pair in (
            (None, None),
            ("zh", "ka"),
            ("en", "de"),
            ("ka", None),
            (None, "zh"),
            ("ar", "xx"),
            ("ja", "ko"),
        )
    ]
    lines += [shown(one) for one in as_data(catalogue("zh", "ka"))[:40]]
    base = CheckContext("zh", "ka")
    others = {
        "the same": base, "languages": CheckContext("en", "ka"), "glossary": CheckContext("zh", "ka", glossary=GLOSSARY), "empty glossary": CheckContext("zh", "ka", glossary=Glossary()),
        "choice": CheckContext("zh", "ka", settings=CheckSettings(quotes="«»")), "severity": CheckContext("zh", "ka", settings=CheckSettings(severities={"num": Severity.INFO})), "lengths": CheckContext("zh", "ka", lengths=LengthBands(2.0, 0.3, 0.5)),
    }  # fmt: skip
    prints = {name: context_fingerprint(context) for name, context in others.items()}
    lines.append(f"fingerprints {[[one == other for other in prints.values()] for one in prints.values()]}")
    lines += [
        f"plan of {name}: {len(context.checks)} {len(context.segment_plan)} {len(context.alone_plan)} {len(context.document_plan)} {context.shares_script} {context.quotes} {sorted(context.foreign_terms)[:4]} {len(context.term_uses('协会', 'ასოციაცია'))}"
        for name, context in others.items()
    ]
    fitted = LengthFit()
    for at in range(260):
        fitted.put(at, "字" * (5 + at % 30), "ა" * (12 + at % 70), confirmed=at % 50 != 0)
        if at in {0, 198, 203, 204, 205, 259}:
            lines.append(f"fit {at}: {shown(fitted.bands(base.lengths))}")
    fitted.keep(range(230))
    lines.append(
        f"fit after: {shown(fitted.bands(base.lengths))} {[round(base.lengths.deviation(a, b), 3) for a, b in ((1, 1), (10, 20), (10, 40), (100, 250), (100, 500))]}"
    )
    return "\n".join(lines) + "\n"


def _rounded(figures: tuple[float, ...] | None) -> str:
    """Return figures without the last digits, which each version of Python sums up in its own way."""
    return shown(figures if figures is None else [round(figure, 6) for figure in figures])


def neighbours() -> str:
    """Return how sources fit the translations beside their own, and what is found in documents of pairs."""
    lines = []
    rows = [(source, target) for kind, source, target in test_pairs.lines("-") if kind.startswith("trade-")]
    context = CheckContext("zh", "ka", glossary=GLOSSARY)
    seen = [Features(SegmentText(source, target), context) for source, target in rows[:60]]
    shifted = [Features(SegmentText(rows[at][0], rows[at + 1][1]), context) for at in range(20)]
    for ones in (seen[:20], shifted):
        lines += [
            f"fit {fit(own, own):.3f} {fit(own, after or own):.3f} {_rounded(gains(before, own, after))}"
            for before, own, after in zip([None, *ones], ones, [*ones[1:], None], strict=False)
        ]
    for start in range(0, 180, 30):
        chosen = rows[start : start + 30]
        chosen = [
            *chosen[:20],
            *[(source, chosen[at - 1][1]) for at, (source, _target) in enumerate(chosen[:8])],
            *[(source, f"{target[:-1]}, {at}") for at, (source, target) in enumerate(chosen[2:9])],
            *chosen[20:],
        ]
        texts = [
            SegmentText(
                source, target, id=1, kind=UnitKind.LIST_ITEM if 5 < at % 13 < 11 else UnitKind.PARAGRAPH
            )
            for at, (source, target) in enumerate(chosen)
        ]
        for index, findings in check_document(texts, context).items():
            lines += [f"{start}+{index} {told(one).strip()}" for one in findings]
    return "\n".join(lines) + "\n"


def changed() -> str:
    """Return what is found in right translations with a fault put into them, and in those turned round."""
    lines = []
    faults = list(varied.FAULTS.items())
    contexts: dict[str, CheckContext] = {}
    for number, (kind, source, target) in enumerate(test_pairs.lines("-")):
        code = kind.partition("-")[0] if kind.startswith(("en-", "ru-")) else "zh"
        name, fault = faults[(number * 7) % len(faults)]
        for one, other, first, second in (
            (code, "ka", source, fault(source, target)),
            ("ka", code, target, source),
        )[: 1 if number % 5 else 2]:
            context = contexts.setdefault(f"{one}-{other}", CheckContext(one, other))
            found = check_segment(SegmentText(first, second, id=1), context)
            lines += (
                [
                    printable(f"{one}-{other} {name if one == code else 'turned'} | {second[:30]}"),
                    *map(told, found),
                ]
                if found
                else []
            )
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {
    GOLDEN / "features.findings": features,
    GOLDEN / "pieces.findings": pieces,
    GOLDEN / "plans.findings": plans,
    GOLDEN / "neighbours.findings": neighbours,
    GOLDEN / "changed.findings": changed,
}
