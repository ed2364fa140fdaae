"""The engine: order, choices, document state, and that no text whatever can break it."""

from __future__ import annotations

import dataclasses
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.checks import REGISTRY, CheckContext, SegmentText, check_document, check_segment
from transreview.checks.catalogue import as_text, catalogue
from transreview.checks.check import Check, Example, Hit
from transreview.checks.findings import _severity
from transreview.checks.lengths import LengthBands, LengthFit
from transreview.checks.settings import CheckSettings, RegexRule
from transreview.errors import UsageError
from transreview.model.finding import Finding, Fix, Severity, Side
from transreview.workflow.quality.fixing import mended

CONTEXT = CheckContext("zh", "ka")
PAIRS = {
    code: CheckContext(*code.split("-")) for code in ("zh-ka", "ka-zh", "en-ru", "zh-en", "en-de", "xx-yy")
}

# Characters that the checks look for, beside any others.
_BITS = st.sampled_from(
    [
        *list("。，“”„\"'()（）[]<b></b>{0}%s&quot;@.com https://x.org/ \n\t\u200b…–- 1２三亿%年月日"),
        "ის",
        "და",
        "სიტყვა",
        "会议",
        "the",
        "вот",
        "�",
        "áƒ",
    ]
)
TEXT = st.lists(st.one_of(_BITS, st.text(max_size=3)), max_size=25).map("".join)


def ids(source: str, target: str, context: CheckContext = CONTEXT) -> set[str]:
    return {finding.check for finding in check_segment(SegmentText(source, target), context)}


@settings(max_examples=150)
@given(TEXT, TEXT, st.sampled_from(sorted(PAIRS)))
def test_any_text_is_checked_and_every_span_is_in_its_text(source: str, target: str, pair: str) -> None:
    for finding in check_segment(SegmentText(source, target), PAIRS[pair]):
        text = source if finding.side is Side.SOURCE else target
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.message
        if finding.fix is not None:
            assert 0 <= finding.fix.start <= finding.fix.end <= len(target)
            assert target[finding.fix.start : finding.fix.end] != finding.fix.text


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXT, TEXT), max_size=6))
def test_any_document_is_checked_the_same_twice(pairs: list[tuple[str, str]]) -> None:
    segments = [SegmentText(source, target) for source, target in pairs]
    first = check_document(segments, CONTEXT)
    assert first == check_document(segments, CONTEXT)
    assert all(0 <= index < len(segments) and findings for index, findings in first.items())


# What a fix removes for good: after it the check has nothing to say of that place.
MENDED = (
    "uni.invisible",
    "uni.entity",
    "uni.nfc",
    "punct.fullwidth",
    "space.double",
    "script.mtavruli",
    "num.ordinal",
    "date.format",
)


@settings(max_examples=150)
@given(TEXT)
def test_applying_fixes_again_and_again_comes_to_an_end(target: str) -> None:
    """A fix may bring others to light (two blanks where a sign was), but not for ever."""
    for _round in range(8):
        found = [
            f
            for f in check_segment(SegmentText("会议结束。", target), CONTEXT)
            if f.check in MENDED and f.fix
        ]
        if not found:
            return
        target, used = mended(target, found)
        assert used
    pytest.fail(f"fixes do not come to an end: {target!r}")


def test_findings_come_worst_first() -> None:
    found = check_segment(SegmentText("共有26家企业。", "სულ  28 საწარმო会议"), CONTEXT)
    ranks = [finding.severity.rank for finding in found]
    assert len(found) > 2
    assert ranks == sorted(ranks, reverse=True)


def test_a_choice_of_checks_is_kept_to() -> None:
    def having(**choices: object) -> CheckContext:
        return CheckContext("zh", "ka", settings=CheckSettings(**choices))  # type: ignore[arg-type]

    source, target = "共有26家企业。", "სულ  28 საწარმო会议"
    assert ids(source, target, having(select=frozenset({"num"}))) == {"num.mismatch"}
    assert "num.mismatch" not in ids(source, target, having(ignore=frozenset({"num"})))
    assert "num.mismatch" in ids(
        source, target, having(ignore=frozenset({"num"}), select=frozenset({"num.mismatch"}))
    )
    assert "neg.lost" in ids("他没有来。", "ის მოვიდა.")
    assert "neg.lost" not in ids("他没有来。", "ის მოვიდა.", having(ignore=frozenset({"neg.lost"})))


def test_a_chosen_severity_moves_all_of_a_check_s_findings() -> None:
    context = CheckContext("zh", "ka", settings=CheckSettings(severities={"script": Severity.WARNING}))
    found = check_segment(SegmentText("会议", "ეს 会议 იყო"), context)
    assert {f.severity for f in found if f.check == "script.han"} == {Severity.WARNING}


def test_allow_lists_let_pass_by_check_by_family_and_for_all() -> None:
    for key in ("script.han", "script", "*"):
        allowed = CheckSettings(allow={key: (re.compile("漢字|会议"),)})
        assert "script.han" not in ids("会议", "ეს 会议 იყო", CheckContext("zh", "ka", settings=allowed))
    other = CheckSettings(allow={"num": (re.compile("会议"),)})
    assert "script.han" in ids("会议", "ეს 会议 იყო", CheckContext("zh", "ka", settings=other))


def test_a_team_s_own_rule_finds_and_mends() -> None:
    rule = RegexRule(
        id="kvali",
        pattern=re.compile(r"(\d+)\s*ცალი"),
        message="Write pieces as ც.",
        replacement=r"\1 ც.",
        only_if=re.compile("个|件"),
    )
    context = CheckContext("zh", "ka", settings=CheckSettings(rules=(rule,)))
    found = [
        f for f in check_segment(SegmentText("共30件", "სულ 30 ცალი"), context) if f.check == "rule.kvali"
    ]
    assert [(f.found, f.expected, f.fix) for f in found] == [("30 ცალი", "30 ც.", Fix(4, 11, "30 ც."))]
    assert not [
        f for f in check_segment(SegmentText("30", "სულ 30 ცალი"), context) if f.check == "rule.kvali"
    ]


def test_an_extra_check_runs_beside_the_catalogue() -> None:
    def shouting(features):
        if features.target.endswith("!!"):
            yield Hit(len(features.target) - 2, len(features.target), "Two exclamation marks")

    own = Check(
        "team.shout",
        family="team",
        severity=Severity.WARNING,
        mqm="",
        explanation="Two exclamation marks.",
        good=Example("", ""),
        bad=Example("", ""),
        segment=shouting,
    )
    context = CheckContext("zh", "ka", extra_checks=[own])
    assert "team.shout" in ids("好！", "კარგი!!", context)


def test_a_quotation_may_run_over_segments() -> None:
    """In a document a mark that a later segment answers is no error; one that none answers is."""

    def odd(*targets: str) -> list[str]:
        segments = [SegmentText("他说：“好。”", target) for target in targets]
        found = check_document(
            segments, CheckContext("zh", "ka", settings=CheckSettings(select=frozenset({"punct.quote"})))
        )
        return [found[i][0].severity.value if i in found else "" for i in range(len(targets))]

    assert odd("მან თქვა: „კარგია.", "ჩვენ მოვალთ“, – დაამატა მან.") == ["info", "info"]
    assert odd("მან თქვა: „კარგია.", "ჩვენ „მოვალთ“, – დაამატა მან.") == ["error", ""]
    assert odd("მან თქვა: „კარგია.", "ის „წავიდა.") == ["error", "error"]


def test_no_check_speaks_of_a_language_it_does_not_know() -> None:
    """For an unknown pair only what is true of any language is left, and it stays quiet on plain text."""
    unknown = PAIRS["xx-yy"]
    assert {check.id for check in unknown.checks} < {check.id for check in REGISTRY}
    assert not {"script.han", "punct.fullwidth", "lang.wrong", "rep.word"} & {c.id for c in unknown.checks}
    assert not check_segment(SegmentText("abc def.", "uvw xyz."), unknown)


@pytest.mark.parametrize("pair", sorted(PAIRS))
def test_every_pair_has_the_checks_that_need_no_language(pair: str) -> None:
    assert {"empty.target", "url.mismatch", "tag.mismatch", "uni.replacement", "term.missing"} <= {
        c.id for c in PAIRS[pair].checks
    }


def test_bands_are_fitted_to_enough_of_the_team_s_own_segments() -> None:
    prior = LengthBands(3.15, 0.25, 0.5)
    pairs = [("汉" * 20, "ა" * (40 + n % 5)) for n in range(250)]
    lengths = LengthFit()
    for number, (source, target) in enumerate(pairs):
        lengths.put(number, source, target, confirmed=True)
    fitted = lengths.bands(prior)
    assert 2.0 < fitted.ratio < 2.3
    for number in range(51):
        lengths.put(number, *pairs[number], confirmed=False)
    assert lengths.bands(prior) is prior
    lengths.put(0, *pairs[0], confirmed=True)
    assert lengths.bands(prior) == fitted
    lengths.keep(range(150))
    assert lengths.bands(prior) is prior
    context = CheckContext("zh", "ka", lengths=fitted)
    assert "len.ratio" in ids("汉" * 30, "სიტყვა " * 16, context)


def test_a_finding_s_fingerprint_lapses_with_the_text() -> None:
    finding = check_segment(SegmentText("会议", "ეს 会议 იყო"), CONTEXT)[0]
    assert isinstance(finding, Finding)
    assert finding.fingerprint("会议", "ეს 会议 იყო") != finding.fingerprint("会议", "ეს 会议 არის")
    again = dataclasses.replace(finding, segment_id=7, start=1)
    assert again.fingerprint("会议", "x") == finding.fingerprint("会议", "x")


def test_settings_refuse_what_no_check_is_called() -> None:
    from transreview.checks.settings import check_names

    with pytest.raises(UsageError, match="no check or family"):
        check_names(["nothing"], ["num.mismatch"])
    assert check_names(["num", "num.mismatch"], ["num.mismatch"]) == {"num", "num.mismatch"}


def test_a_segment_of_thousands_of_sentences_is_checked_in_seconds() -> None:
    """Nothing reads the whole text again for each sentence or finding."""
    many = 8_000
    text = SegmentText("你好，世界。" * many, "გამარჯობა, მსოფლიო. " * many)
    begun = time.process_time()
    findings = check_segment(text, CONTEXT)
    prints = {finding.fingerprint(text.source, text.target) for finding in findings}
    assert len(findings) > 1000
    assert prints
    assert time.process_time() - begun < 6


def test_a_lost_number_and_the_nearest_new_one_are_one_change() -> None:
    found = check_segment(
        SegmentText("有26家企业和5000人。", "300 საწარმო, 28 საწარმო და 5000 კაცი."), CONTEXT
    )
    changed = [one for one in found if one.check == "num.mismatch" and one.expected]
    assert [(one.expected, one.found) for one in changed] == [("26", "28")]


def test_a_proposed_concept_s_missing_term_is_a_remark() -> None:
    from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term

    for status, severity in ((ConceptStatus.PROPOSED, "info"), (ConceptStatus.APPROVED, "warning")):
        concept = Concept(id="a", status=status, terms=(Term("总统", "zh"), Term("პრეზიდენტი", "ka")))
        context = CheckContext("zh", "ka", glossary=Glossary((concept,), ("zh", "ka")))
        found = check_segment(SegmentText("总统来了。", "ის მოვიდა."), context)
        assert [one.severity for one in found if one.check == "term.missing"] == [severity]


@pytest.mark.parametrize(
    ("usual", "own", "chosen", "told"),
    [
        (Severity.WARNING, None, None, Severity.WARNING),
        (Severity.WARNING, Severity.INFO, None, Severity.INFO),
        (Severity.WARNING, None, Severity.ERROR, Severity.ERROR),
        (Severity.WARNING, Severity.INFO, Severity.ERROR, Severity.WARNING),
        (Severity.WARNING, Severity.INFO, Severity.INFO, Severity.INFO),
        (Severity.WARNING, Severity.ERROR, Severity.CRITICAL, Severity.CRITICAL),
        (Severity.WARNING, Severity.CRITICAL, Severity.ERROR, Severity.CRITICAL),
        (Severity.ERROR, Severity.INFO, Severity.WARNING, Severity.INFO),
    ],
)
def test_a_milder_or_harder_finding_keeps_its_distance_from_what_was_chosen(usual, own, chosen, told) -> None:
    """The ladder goes from info over warning and error to critical, and ends there."""
    check = dataclasses.replace(REGISTRY[0], severity=usual)
    assert _severity(check, Hit(0, 1, "x", severity=own), chosen) is told


def test_the_catalogue_as_text_names_each_family_once_and_shows_what_is_invisible() -> None:
    lines = as_text(catalogue()).split("\n")
    families = list(dict.fromkeys(check.family for check in catalogue()))
    assert [line for line in lines if line and not line.startswith(" ")] == families
    assert sum(line == "" for line in lines) == len(families)  # one before each but the first, one at the end
    assert not re.search("[\u200b\u00a0\u00ad]", "".join(lines))
