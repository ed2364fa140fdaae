"""Where a rule counts, it speaks from its limit on and not a step before: texts made to measure, on both sides of it."""

from __future__ import annotations

from itertools import islice, product

import pytest

from transreview.checks import CheckContext, SegmentText, check_segment
from transreview.checks.features import Features
from transreview.languages import pair

CONTEXTS = {code: CheckContext(*code.split("-")) for code in ("zh-ka", "en-ka")}


def finds(check: str, source: str, target: str, code: str = "zh-ka") -> bool:
    return any(one.check == check for one in check_segment(SegmentText(source, target), CONTEXTS[code]))


def words(count: int) -> list[str]:
    """Return so many different words."""
    parts = product("აეიოუ", "ლმნრსტკ", "აეიოუ", "ბდგვზ")
    return ["წ" + "".join(part) for part in islice(parts, count)]


def looped(times: int, of: int, apart: int = 0) -> str:
    """Return a text of so many words in which two come again, with others between."""
    others = iter(words(of))
    text: list[str] = []
    for turn in range(times):
        text += ["მაღალი", "სახლი", *islice(others, apart if turn < times - 1 else 0)]
    return " ".join([*text, *islice(others, of - len(text))])


@pytest.mark.parametrize(
    ("times", "of", "apart", "fires"),
    [
        (4, 8, 0, True),
        (3, 8, 0, False),  # three times are said on purpose
        (6, 80, 0, True),  # twelve words of eighty are 15 %
        (6, 81, 0, False),
        (9, 120, 0, True),
        (9, 121, 0, False),
        (4, 16, 2, True),  # other words follow each time, at once
        (4, 18, 3, True),
        (5, 26, 3, True),
        (4, 21, 4, False),
        (4, 24, 4, False),
    ],
)
def test_a_loop_comes_four_times_and_is_a_seventh_of_the_text(times, of, apart, fires):
    text = looped(times, of, apart)
    assert len(text.split()) == of
    assert finds("rep.loop", "科学家研究了这个问题。", text) is fires


@pytest.mark.parametrize(("length", "fires"), [(34, False), (35, True)])
def test_of_two_characters_no_sentence_of_thirty_five_letters_is_made(length, fires):
    target = ("ეს გახლავთ ძალიან გრძელი წინადადება აქ" + "ა" * length)[:length]
    assert finds("cov.added", "很好", target) is fires


@pytest.mark.parametrize("source", ["他来了。", "我们看见你。", "他们今天在这里工作"])
def test_a_few_characters_give_at_most_2_4_times_the_usual_length(source):
    most = int(2.4 * pair("zh", "ka").length_ratio * len(source))
    text = "ის მოვიდა, მერე ისევ წავიდა სახლში მეგობართან ერთად ადრე დილით მატარებლით, მერე ავტობუსითაც " * 3
    assert text[most - 1 : most + 1].strip()
    assert not finds("cov.added", source, text[: most - 1] + "ა")
    assert finds("cov.added", source, text[:most] + "ა")


@pytest.mark.parametrize(
    ("source", "target", "fires"),
    [
        ("她喜欢唱歌。", "მას სიმღერა და ცეკვა უყვარს.", True),
        ("她喜欢唱歌。", "მას სიმღერა უყვარს.", False),
        ("她喜欢唱歌和跳舞。", "მას სიმღერა და ცეკვა უყვარს.", False),
        ("科学技术", "მეცნიერება და ტექნოლოგია", False),  # two things in one word
        ("他有三个姐姐。", "მას სამი უფროსი და ჰყავს.", False),  # a sister
    ],
)
def test_a_short_source_that_joins_nothing_has_no_and(source, target, fires):
    assert finds("cov.added", source, target) is fires


@pytest.mark.parametrize(
    ("source", "fires"), [("他们今天在这里工作", True), ("他们今天都在这里工作", False), ("好", False)]
)
def test_what_is_longer_than_nine_characters_or_only_one_is_not_judged_so(source, fires):
    assert finds("cov.added", source, "ის მოვიდა, მერე ისევ წავიდა სახლში მეგობართან ერთად " * 4) is fires


@pytest.mark.parametrize(
    ("commas", "of_source", "others", "fires"),
    [
        (5, 0, 0, False),
        (6, 0, 0, True),
        (6, 1, 0, True),
        (6, 2, 0, False),  # twice as many and two more are usual
        (7, 2, 0, True),
        (6, 0, 11, True),
        (6, 0, 12, False),  # every third word
    ],
)
def test_commas_are_too_many_from_six_on_beyond_twice_the_source_s_and_at_every_third_word(
    commas, of_source, others, fires
):
    target = ", ".join(words(commas)) + ", " + " ".join(words(100)[50 : 50 + others])
    source = "他来了" + "，看了" * of_source + "。"
    assert finds("punct.cjk_comma", source, target.rstrip()) is fires


@pytest.mark.parametrize(
    "text",
    [
        "See www.example.org now",
        "www.example.org",
        "იხილეთ www.example.org",
        "WWW and www",
        "See the page now",
    ],
)
def test_an_address_without_a_scheme_is_a_mark_and_a_word_is_none(text):
    for features in (
        Features(SegmentText(text, "ა"), CONTEXTS["en-ka"]),
        Features(SegmentText("a", text), CONTEXTS["en-ka"]),
    ):
        found = [mark.value for mark in (*features.source_marks, *features.target_marks)]
        assert found == (["www.example.org"] if "." in text else [])


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("Deutsch Русский", False),
        ("Deutsch Русский heute morgen", False),  # half of the words name languages, each in its own
        ("Deutsch Русский heute morgen früh", True),
        ("Wir gehen heute nach Hause", True),
    ],
)
def test_names_of_languages_stay_as_they_are_where_they_are_half_of_the_text(text, copied):
    found = check_segment(SegmentText(text, text), CheckContext("de", "ka"))
    assert ("copy.source" in [one.check for one in found]) is copied
