"""Matches: the same text first, then like ones, then parts; machines' and strangers' count less."""

from tests.memory.conftest import pair
from transreview.memory.file import MemoryFile
from transreview.memory.matches import Kind, MatchSettings, find_matches
from transreview.memory.record import Origin


def found(memory, text, **settings):
    return [
        (match.kind, match.percent, match.pair.target)
        for match in find_matches([memory], text, "zh", "ka", MatchSettings(**settings) if settings else None)
    ]


def test_the_same_text_comes_first_then_a_like_one_then_a_part(memory):
    kinds = found(memory, "眼镜行业协会召开年会。")
    assert [kind for kind, _percent, _target in kinds] == [Kind.EXACT, Kind.FUZZY, Kind.PART]
    assert kinds[0] == (Kind.EXACT, 100, "სათვალის ინდუსტრიის ასოციაციამ წლიური კრება გამართა.")
    assert 60 <= kinds[1][1] < 100
    assert kinds[2][2] == "სათვალის ინდუსტრია"


def test_white_space_does_not_make_another_text_but_a_letter_does(memory):
    assert found(memory, " 会议在厦门举行。\n")[0][:2] == (Kind.EXACT, 100)
    kind, percent, _target = found(memory, "会议在夏门举行。")[0]
    assert kind is Kind.FUZZY
    assert percent == 87


def test_only_the_number_differs_and_it_is_not_called_the_same(memory):
    assert found(memory, "第4章") == [(Kind.FUZZY, 99, "თავი 3")]


def test_a_text_unlike_all_finds_nothing(memory):
    assert found(memory, "完全不同的内容") == []
    assert found(memory, "。") == []
    assert found(memory, "") == []


def test_other_languages_are_not_mixed_in(memory):
    assert find_matches([memory], "会议在厦门举行。", "zh", "en") == []
    assert len(find_matches([memory], "会议在厦门举行。", "zh-CN", "ka-GE")) == 1


def test_a_machine_and_a_stranger_count_less(memory):
    for origin, percent in ((Origin.MACHINE, 97), (Origin.FOREIGN, 98)):
        memory.add([pair("新的句子来了", "ახალი", origin=origin, key="n")])
        match = find_matches([memory], "新的句子来了", "zh", "ka")[0]
        assert (match.kind, match.percent) == (Kind.EXACT, percent)
        assert match.penalty == 100 - percent


def test_fewer_are_shown_on_request(memory):
    assert len(found(memory, "眼镜行业协会召开年会。", most=1)) == 1
    assert all(kind is not Kind.FUZZY for kind, *_ in found(memory, "眼镜行业协会召开年会。", least=95))


def test_a_teams_memory_adds_what_is_new(memory, tmp_path):
    with MemoryFile(tmp_path / "team.memory") as team:
        team.add(
            [
                pair("会议在厦门举行。", "შეხვედრა სიამენში გაიმართა."),
                pair("会议在厦门举行。", "სხვა", key="2"),
            ]
        )
        matches = find_matches([memory, team], "会议在厦门举行。", "zh", "ka")
    assert [match.pair.target for match in matches] == ["შეხვედრა სიამენში გაიმართა.", "სხვა"]


def test_words_of_other_languages_count_by_word(tmp_path):
    with MemoryFile(tmp_path / "m.memory") as memory:
        memory.add(
            [pair("The optical fair opens in May.", "ოპტიკის გამოფენა მაისში იხსნება.", source_language="en")]
        )
        (match,) = find_matches([memory], "The optical fairs open in May.", "en", "ka")
    assert (match.kind, match.percent) == (Kind.FUZZY, 71)
