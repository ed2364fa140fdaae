"""Marks follow their words into a rewritten text; those whose words are gone are said to be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transreview.formats.mark_transfer import transfer


def shown(old: str, new: str, *words: str) -> list[str | None]:
    spans = [(old.index(word), old.index(word) + len(word)) for word in words]
    return [None if span is None else new[slice(*span)] for span in transfer(old, new, spans, []).spans]


def test_words_that_moved_take_their_mark_along() -> None:
    assert shown("იხილეთ განმარტება საიტზე", "საიტზე იხილეთ განმარტება", "განმარტება") == ["განმარტება"]
    assert shown("见网站说明的通知", "通知见网站说明", "网站说明") == ["网站说明"]


def test_words_that_were_replaced_in_their_place_keep_the_mark() -> None:
    assert shown("იხილეთ განმარტება საიტზე", "იხილეთ ახსნა საიტზე", "განმარტება") == ["ახსნა"]


def test_words_that_changed_a_little_keep_the_mark_as_whole_words() -> None:
    old, new = "ეს წლიური დიდი შეხვედრა იყო", "ეს წლიური შეხვედრა იყო"
    assert shown(old, new, "წლიური დიდი შეხვედრა") == ["წლიური შეხვედრა"]


def test_letters_that_grow_onto_a_marked_word_are_marked_with_it() -> None:
    assert shown("იხილეთ საიტი.", "იხილეთ ვებსაიტი.", "საიტი") == ["ვებსაიტი"]
    assert shown("ეს სიტყვა მუქია", "ეს სიტყვას მუქია", "სიტყვა") == ["სიტყვას"]
    assert shown("სულ 10 კაცი", "სულ 100 კაცი", "10") == ["100"]
    assert shown("დიდი სახლი და ბაღი", "დიდი სახლის ეზო და ბაღი", "სახლი") == ["სახლის"]


def test_letters_beyond_a_mark_inside_a_word_or_of_another_script_are_not() -> None:
    assert shown("ვებსაიტი ახლა", "აქ ვებსაიტიც ახლა", "საიტი") == ["საიტიც"]
    assert shown("გაუშვით npm ახლა", "გაუშვით npmის ახლა", "npm") == ["npm"]
    assert shown("见网站。", "见新网站页。", "网站") == ["网站"]


def test_a_mark_whose_words_are_gone_is_lost() -> None:
    assert shown("ერთი ორი სამი ოთხი", "სრულიადსხვა.", "ორი") == [None]
    assert shown("ერთი ორი სამი", "ერთი სამი", "ორი") == [None]


def test_an_inner_mark_stays_inside_its_outer_one() -> None:
    assert shown("ა ბ გ დ", "დ ა ბ გ", "ა ბ გ", "ბ") == ["ა ბ გ", "ბ"]


def test_a_point_goes_with_the_words_before_it() -> None:
    old, new = "ტექსტი გრძელდება", "ახალი ტექსტი აქ გრძელდება"
    assert transfer(old, new, [], [6]).points == [12]


@given(st.text(alphabet="აბ გ中文.", max_size=30), st.text(alphabet="აბ გ中文.", max_size=30), st.data())
def test_places_lie_in_the_new_text_and_marks_never_cross(old: str, new: str, data: st.DataObject) -> None:
    numbers = st.integers(0, len(old))
    cuts = sorted(data.draw(st.lists(numbers, min_size=4, max_size=4)))
    spans = [(cuts[0], cuts[3]), (cuts[1], cuts[2])]
    moved = transfer(old, new, spans, cuts)
    found = [span for span in moved.spans if span]
    assert all(0 <= start < end <= len(new) for start, end in found)
    assert all(0 <= point <= len(new) for point in moved.points)
    if len(found) == 2:
        (a, b), (c, d) = found
        assert (a <= c and d <= b) or d <= a or b <= c


@given(st.text(alphabet="აბ გ中文.", max_size=30), st.data())
def test_an_unchanged_text_leaves_marks_where_they_are(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert transfer(text, text, [], [place]).points == [place]
