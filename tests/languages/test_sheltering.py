"""A language of another package never stops the work: where its rules fail, the common ones answer."""

from __future__ import annotations

import pytest

from tests.installed import install
from transreview import deadline, plugins
from transreview.checks import CheckContext, SegmentText, check_document
from transreview.languages import language, pair
from transreview.languages.registry import has_rules, meant
from transreview.languages.stemming import stemmer
from transreview.memory.tokens import tokens
from transreview.model.glossary import Term
from transreview.terminology import TermIndex

TEXT = "Ab cd. Ef gh 12."
# A rule that works until a text has an x, and the answers of the common rules.
LANGUAGE = """
import sys, time
from dataclasses import replace
from transreview.languages import language
from transreview.languages.quantity import Quantity
ka = language("ka")
OURS = replace(ka, code="xmf", name="Mingrelian", autonym="m", {rule}=lambda text, *_more: {answer})
"""


def ours(tmp_path, here, rule: str, answer: str):
    source = LANGUAGE.format(rule=rule, answer=answer)
    install(
        tmp_path, "some-package", {"transreview.languages": {"xmf": "broken:OURS"}}, {"broken.py": source}
    )
    return here(tmp_path)


COMMON = {
    "sentences": [(0, 6), (7, 16)],
    "words": [(0, 2), (3, 5), (7, 9), (10, 12), (13, 15)],
    "quantities": [(13, 15)],
    "stem": TEXT,
    "name_stem": TEXT,
    "may_end": True,
    "knows": False,
    "derived": False,
    "told_in_part": False,
    "derivatives": [],
    "grammar_faults": [],
}
NONSENSE = {
    "sentences": ["None", "[(0, 99)]", "[(5, 2)]", "[(3, 6), (0, 2)]", "[(0,)]", "7"],
    "words": ["None", "[(0, 99)]", "['Ab']"],
    "quantities": ["None", "[3]", "[Quantity(0, 99, 1)]", "[Quantity(3, 1, 1)]"],
    "stem": ["None", "5"],
    "name_stem": ["None"],
    "grammar_faults": ["None", "[5]", "[(0, 1)]"],
    "derivatives": ["None", "[(0, 99)]"],
}
FAILURES = ("1 / 0", "sys.exit(3)")


@pytest.mark.parametrize(
    ("rule", "answer"),
    [(rule, one) for rule in COMMON for one in (*FAILURES, *NONSENSE.get(rule, ()))],
)
def test_a_rule_that_fails_or_answers_nonsense_gives_way_to_the_common_one(
    tmp_path, here, rule, answer
) -> None:
    # What is tried as the language is loaded must work there: its texts are other ones.
    told = ours(tmp_path, here, rule, f"{answer} if 'Ab' in text else ka.{rule}(text, *_more)")
    record = language("xmf")
    asked = (TEXT, "x") if rule in {"derived", "derivatives", "told_in_part"} else (TEXT,)
    for _time in range(2):
        found = getattr(record, rule)(*asked)
        assert (found if rule != "quantities" else [one[:2] for one in found]) == COMMON[rule]
    (sentence,) = told
    assert "“xmf” of the package some-package 1.0 failed and was left out there" in sentence


@pytest.mark.parametrize("rule", COMMON)
def test_an_answer_that_makes_sense_is_taken_as_it_is(tmp_path, here, rule) -> None:
    georgian = "შეხვედრა პეკინელმა დაიწყო 12 საათზე. კარგია."
    asked = (georgian, "პეკინი") if rule in {"derived", "derivatives", "told_in_part"} else (georgian,)
    right = getattr(language("ka"), rule)(*asked)
    told = ours(tmp_path, here, rule, f"ka.{rule}(text, *_more)")
    assert getattr(language("xmf"), rule)(*asked) == right
    assert told == []


@pytest.mark.parametrize("hang", ["time.sleep(30)", "[1 for _ in iter(int, 1)]"])
def test_a_rule_that_hangs_is_asked_once(tmp_path, here, monkeypatch, hang) -> None:
    told = ours(tmp_path, here, "words", f"{hang} if 'Ab' in text else ka.words(text)")
    record = language("xmf")
    monkeypatch.setenv(plugins.SECONDS_VARIABLE, "0.3")
    assert record.words(TEXT) == record.words(TEXT) == COMMON["words"]
    assert record.words("Ef gh") == [(0, 2), (3, 5)]
    assert deadline.left_alone() == 1
    assert len(told) == 1
    assert "longer than a second" in told[0]


def test_a_long_text_has_its_time(tmp_path, here, monkeypatch) -> None:
    told = ours(
        tmp_path, here, "words", "(time.sleep(0.6), ka.words(text))[1] if 'Ab' in text else ka.words(text)"
    )
    record = language("xmf")
    monkeypatch.setenv(plugins.SECONDS_VARIABLE, "0.3")
    assert len(record.words("Ab " * 10_000)) == 10_000
    assert told == []


def test_a_language_of_a_package_is_as_good_as_a_built_in_one(tmp_path, here) -> None:
    """Its stems, doubled words, decimals, marks, terms, capitals and lengths are asked for wherever ours are."""
    source = (
        "from transreview.languages import Language\n"
        "from transreview.languages.sentences import SentenceRules, splitter\n"
        "from transreview.languages.spans import spaced_words\n"
        "from transreview.languages.generic_quantities import digit_parser\n"
        "from transreview.model.glossary import TermMatch\n"
        "class Index:\n"
        "    def __init__(self, entries): self.entries = list(entries)\n"
        "    def find_all(self, text):\n"
        "        return [TermMatch(concept_id=c, term=t, start=3, end=6)\n"
        "                for c, t in self.entries if t.text in text.lower()]\n"
        "OURS = Language(code='xal', name='Ours', autonym='ours', scripts=('Latn',),\n"
        "    sentences=splitter(SentenceRules()), words=spaced_words, quantities=digit_parser(','), decimal=',',\n"
        "    stem=lambda word: word.removesuffix('ak'), doubled_words=frozenset({'bala'}), expansion=2.0,\n"
        "    marks={'?': '‽'}, term_index='broken:Index', aliases=('ourish',))\n"
    )
    install(
        tmp_path, "some-package", {"transreview.languages": {"xal": "broken:OURS"}}, {"broken.py": source}
    )
    told = here(tmp_path)
    assert has_rules("xal")
    assert meant("Ourish") == "xal"
    assert stemmer("xal")("kitabak") == "kitab"
    assert tokens("kitabak", "xal") == ["kitab"]
    assert pair("en", "xal").length_ratio == 2.0
    assert [match.start for match in TermIndex([("c", Term("kit", "xal"))], "xal").find("Re kitabak")] == [3]
    texts = [SegmentText("Rate 3.5%", "Bala bala 3,5%"), SegmentText("Rate 4.5% 7.5%", "Dom dom 4.5% 7,5%")]
    found = check_document(texts, CheckContext("en", "xal"))
    checks = {(index, one.check) for index, findings in found.items() for one in findings}
    assert (0, "rep.word") not in checks
    assert {(1, "rep.word"), (1, "num.format")} <= checks
    assert told == []
