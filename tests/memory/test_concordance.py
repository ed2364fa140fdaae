"""Concordance: words in any form, on either side, newest first."""

import pytest

from tests.memory.conftest import pair
from transreview.memory.concordance import concordance
from transreview.model.finding import Side


@pytest.mark.parametrize("form", ["ასოციაცია", "ასოციაციამ", "ასოციაციისთვის", "ასოციაციები"])
def test_a_georgian_word_is_found_by_any_of_its_forms(memory, form):
    found = concordance([memory], form, "zh", "ka")
    assert [o.pair.source for o in found] == ["眼镜行业协会召开大会。", "眼镜行业协会召开年会。"]
    assert {o.side for o in found} == {Side.TARGET}


def test_chinese_is_found_by_its_characters_and_from_one_on(memory):
    assert [o.pair.source for o in concordance([memory], "厦门", "zh", "ka")] == ["会议在厦门举行。"]
    assert len(concordance([memory], "眼镜", "zh", "ka")) == 3
    assert concordance([memory], "厦眼", "zh", "ka") == []


def test_a_phrase_asks_for_all_its_words(memory):
    assert len(concordance([memory], "წლიურ კრებას", "zh", "ka")) == 1
    assert concordance([memory], "წლიური ყრილობა", "zh", "ka") == []


def test_no_words_find_nothing(memory):
    assert concordance([memory], " …! ", "zh", "ka") == []


def test_at_most_as_many_as_asked_and_each_once(memory):
    memory.add(pair("眼镜", f"სათვალე {n}", key=str(n)) for n in range(20))
    memory.add(pair("眼镜", f"სათვალე {n}", key=f"again {n}") for n in range(20))
    assert len(concordance([memory], "眼镜", "zh", "ka", most=15)) == 15
    assert len(concordance([memory], "სათვალე", "zh", "ka", most=100)) == 23
