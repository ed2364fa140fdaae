"""A document whose segments move or change says what a document checked anew says."""

from __future__ import annotations

import pytest

from transreview.checks import CheckContext, SegmentText
from transreview.checks.document import DocumentChecks
from transreview.checks.settings import CheckSettings

Texts = dict[int, SegmentText]
OPENS = SegmentText("他说：“好。”", "მან თქვა: „კარგია.")
CLOSES = SegmentText("他说：“好。”", "ჩვენ მოვალთ“, – დაამატა მან.")
PLAIN = SegmentText("他走了。", "ის წავიდა.")
ONE = SegmentText("人工智能很重要。", "ხელოვნური ინტელექტი მნიშვნელოვანია.")
OTHER = SegmentText("人工智能很重要。", "ხელოვნური გონება მნიშვნელოვანია.")


def context(*checks: str) -> CheckContext:
    return CheckContext("zh", "ka", settings=CheckSettings(select=frozenset(checks)))


def told(document: DocumentChecks) -> dict[int, list[tuple[str, str, str]]]:
    return {
        key: [(one.check, one.severity.value, one.message) for one in document.findings(key)]
        for key in document.keys
        if document.findings(key)
    }


def filled(texts: Texts, chosen: CheckContext) -> DocumentChecks:
    document = DocumentChecks(chosen)
    document.arrange(texts.items())
    for _changed in document.fill():
        pass
    return document


def rearranged(document: DocumentChecks, texts: Texts) -> None:
    document.arrange(texts.items())
    for _changed in document.fill():
        pass


@pytest.mark.parametrize("check", ["punct.quote", "cons.source"])
def test_a_document_in_another_order_is_told_as_if_it_were_new(check: str) -> None:
    before = {0: ONE, 1: OPENS, 2: CLOSES, 3: PLAIN, 4: OTHER}
    after = {key: before[key] for key in (4, 2, 3, 1, 0)}
    document = filled(before, context(check))
    first = told(document)
    rearranged(document, after)
    assert told(document) == told(filled(after, context(check)))
    assert told(document) != first


@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_a_mark_opened_in_the_first_segment_is_remembered_when_a_later_one_changes(place: int) -> None:
    """A mark is told by all that stands before it, however far from the change."""
    chosen = context("punct.quote")
    texts = {0: OPENS} | dict.fromkeys(range(1, 6), PLAIN)
    document = filled(texts, chosen)
    document.update({place: CLOSES})
    for _changed in document.fill():
        pass
    assert told(document) == told(filled(texts | {place: CLOSES}, chosen))
    assert {key: rows[0][1] for key, rows in told(document).items()} == {0: "info", place: "info"}


def test_a_segment_without_a_text_on_either_side_fits_nothing() -> None:
    from transreview.checks.placement import fit

    features = filled({0: SegmentText("2026年", "2026 წელი"), 1: SegmentText("2026年", " "),
                       2: SegmentText(" ", "2026 წელი")}, context("cons.source")).features  # fmt: skip
    assert fit(features(0), features(0)) > 0
    assert fit(features(0), features(1)) == 0
    assert fit(features(2), features(0)) == 0


NUMBERS = (17, 28, 39, 41, 52, 63, 74)
EARLY = list(zip(NUMBERS, (*NUMBERS[1:], 85), strict=True))
LATE = list(zip(NUMBERS, (6, *NUMBERS[:-1]), strict=True))


@pytest.mark.parametrize("place", range(7))
@pytest.mark.parametrize("shifted", [EARLY, LATE], ids=["early", "late"])
def test_a_run_of_shifted_translations_is_told_anew_wherever_one_of_them_changes(
    place: int, shifted: list[tuple[int, int]]
) -> None:
    """The walk begins where no run was open, not in the midst of one."""
    chosen = context("align.shift")
    texts = {i: SegmentText(f"共{left}人。", f"სულ {right}.") for i, (left, right) in enumerate(shifted)}
    document = filled(texts, chosen)
    assert told(document)
    changed = {place: PLAIN}
    document.update(changed)
    for _changed in document.fill():
        pass
    assert told(document) == told(filled(texts | changed, chosen))


USUAL = [SegmentText(f"增长{n}.5%。", f"ზრდა {n},5%-ია.") for n in range(2, 6)]


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("ზრდა 7.5%-ია, მერე 8,5%.", 1),  # the right way beside it excuses nothing
        ("ზრდა 7.5%-ია, მერე 8.5%.", 2),
        ("ზრდა 7,5%-ია, მერე 8,5%.", 0),
    ],
)
def test_a_number_in_the_odd_way_is_told_beside_one_in_the_usual_way(target: str, found: int) -> None:
    texts = dict(enumerate([*USUAL, SegmentText("增长7.5%，后来8.5%。", target)]))
    assert [len(said) for said in told(filled(texts, context("num.format"))).values()] == [found] * bool(
        found
    )


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("ტრამპი, ანუ ტრემფი, მოვიდა.", False),  # both spellings: the text itself says that they are one
        ("ტრემფი მოვიდა.", True),
        ("ტრამპი მოვიდა.", False),
    ],
)
def test_a_name_in_an_odd_spelling_is_let_pass_beside_its_usual_one(target: str, found: bool) -> None:
    names = [SegmentText("特朗普来了。", "ტრამპი მოვიდა.") for _time in range(5)]
    texts = dict(enumerate([*names, SegmentText("特朗普来了。", target)]))
    assert bool(told(filled(texts, context("name.inconsistent")))) is found
