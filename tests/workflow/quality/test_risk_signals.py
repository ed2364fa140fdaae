"""What lexicon, glossary and findings say of a translation."""

from __future__ import annotations

from transreview.model.finding import Finding, Severity, Side
from transreview.model.glossary import Glossary
from transreview.workflow.quality.risk_signals import coverage, findings_weight


def finding(severity: Severity) -> Finding:
    return Finding(
        check="num.mismatch", severity=severity, mqm="", side=Side.TARGET, start=0, end=0, message=""
    )


def test_an_error_weighs_as_five_warnings():
    assert findings_weight([finding(Severity.ERROR)]) == 5 * findings_weight([finding(Severity.WARNING)])
    assert findings_weight([]) == 0


def test_a_translation_of_the_source_covers_more_than_one_of_another_text():
    sources = ["中国经济增长", "今天天气很好", "医院的医生"]
    targets = ["China's economic growth", "The weather is good today", "the doctor of the hospital"]
    right = coverage(sources, targets, "zh", "en")
    wrong = coverage(sources, [*targets[1:], targets[0]], "zh", "en")
    known = [(r, w) for r, w in zip(right, wrong, strict=True) if r is not None]
    assert known
    assert all(r >= w for r, w in known)
    assert sum(r for r, _w in known) > sum(w for _r, w in known)


def test_a_pair_without_lexicon_and_glossary_knows_nothing():
    assert coverage(["Hallo Welt"], ["Bonjour le monde"], "de", "fr", Glossary()) == [None]
