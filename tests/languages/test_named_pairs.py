"""Every pair that the manual names: told, cut, aligned one to one, and not cried over.

The text is Article 1 of the Universal Declaration of Human Rights (public domain) in an article such as
projects have: a heading, prose, a list of links and code.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from transreview.alignment import align
from transreview.checks import CheckContext, SegmentText, check_document
from transreview.formats.registry import parse_document
from transreview.languages import identify, language, pair
from transreview.model.finding import Severity

MANUAL = (Path(__file__).parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")
PAIRS = re.findall(r"^\| (\w\w) → (\w\w) \|", MANUAL, re.MULTILINE)

TEXTS = {
    "en": ("Human rights", "All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood."),
    "de": ("Menschenrechte", "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen."),
    "ja": ("人権について", "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。"),
    "ar": ("حقوق الإنسان", "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق. وقد وهبوا عقلًا وضميرًا وعليهم أن يعامل بعضهم بعضًا بروح الإخاء."),
    "ko": ("인권", "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다. 인간은 천부적으로 이성과 양심을 부여받았으며 서로 형제애의 정신으로 행동하여야 한다."),
    "zh": ("人权", "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。"),
    "th": ("สิทธิมนุษยชน", "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม และควรปฏิบัติต่อกันด้วยเจตนารมณ์แห่งภราดรภาพ"),
    "hi": ("मानव अधिकार", "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है। उन्हें बुद्धि और अन्तरात्मा की देन प्राप्त है और परस्पर उन्हें भाईचारे के भाव से बर्ताव करना चाहिए।"),
    "tr": ("İnsan hakları", "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve birbirlerine karşı kardeşlik zihniyeti ile hareket etmelidirler."),
    "ru": ("Права человека", "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства."),
    "ka": ("ადამიანის უფლებები", "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით. მათ მინიჭებული აქვთ გონება და სინდისი და ერთმანეთის მიმართ უნდა იქცეოდნენ ძმობის სულისკვეთებით."),
}  # fmt: skip
LINKS = "- [declaration/README.md](https://example.org/declaration/README.md)\n- `GET /v1/rights?article=1`\n"


def article(code: str):
    heading, prose = TEXTS[code]
    return parse_document(f"# {heading}\n\n{prose}\n\n{LINKS}".encode(), f"a.{code}.md", language=code)


def test_the_manual_names_the_pairs() -> None:
    assert len(PAIRS) >= 11
    assert {code for one in PAIRS for code in one} == set(TEXTS)


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_a_named_pair_is_usable(source: str, target: str) -> None:
    sides = article(source), article(target)
    assert [identify(side.text).code for side in sides] == [source, target]
    beads = align(*(side.units for side in sides), source, target)
    assert [(bead.source, bead.target) for bead in beads] == [((n,), (n,)) for n in range(4)]
    texts = [SegmentText(*(side.units[n].text for side in sides)) for n in range(4)]
    found = check_document(texts, CheckContext(source, target))
    loud = [
        one for findings in found.values() for one in findings if one.severity.rank >= Severity.ERROR.rank
    ]
    assert not loud, [(one.check, one.message, one.found) for one in loud]


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_the_manual_says_which_lengths_are_fitted(source: str, target: str) -> None:
    row = re.search(rf"^\| {source} → {target} \| (\w+)", MANUAL, re.MULTILINE)
    assert row is not None
    assert pair(source, target).fitted is (row[1] == "fitted")


@pytest.mark.parametrize("code", [code for code in TEXTS if code != "th"])
def test_sentences_are_found(code: str) -> None:
    assert len(language(code).sentences(TEXTS[code][1])) == 2
