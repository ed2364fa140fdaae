"""Texts that stand by their languages in one field, as in Hugging Face's datasets."""

import pytest

from transreview.errors import InputError
from transreview.formats.translation_field import stands_for, unfolded

PLACE = ("a.jsonl", 3)


def test_texts_become_source_and_target_by_the_languages_that_are_said():
    record = {"id": 7, "translation": {"ka": "ლინზა", "zh": "镜片"}}
    assert unfolded(record, PLACE, "zh", "ka") == {"id": 7, "source": "镜片", "target": "ლინზა"}
    assert unfolded(record, PLACE, "ka", "zh") == {"id": 7, "source": "ლინზა", "target": "镜片"}


def test_what_a_record_says_of_itself_goes_first():
    record = {"translation": {"en": "lens", "ka": "ლინზა"}, "source_lang": "en"}
    assert unfolded(record, PLACE, "zh", "ka")["source"] == "lens"


@pytest.mark.parametrize(
    ("tag", "said"), [("zh_CN", "zh"), ("zh", "zh-Hans"), ("ZH", "zh"), ("zh-Hant", "zh_TW")]
)
def test_the_only_text_of_a_language_is_found_whatever_its_tag_says_more(tag, said):
    assert unfolded({"translation": {tag: "镜片", "ka": "ლინზა"}}, PLACE, said, "ka")["source"] == "镜片"


def test_of_two_texts_of_one_language_the_tag_says_which():
    record = {"translation": {"zh-Hans": "镜片", "zh-Hant": "鏡片", "ka": "ლინზა"}}
    assert unfolded(record, PLACE, "zh-Hant", "ka")["source"] == "鏡片"
    with pytest.raises(InputError, match="no text in zh; it has zh-Hans, zh-Hant, ka"):
        unfolded(record, PLACE, "zh", "ka")


@pytest.mark.parametrize(
    "record",
    [
        {"source": "镜片", "target": "ლინზა", "translation": {"zh": "a", "ka": "b"}},
        {"source": "镜片", "translation": "ლინზა"},
        {"text": "镜片"},
    ],
)
def test_a_record_with_texts_of_its_own_is_left_as_it_is(record):
    assert unfolded(record, PLACE, "zh", "ka") is record


def test_the_order_of_the_keys_is_not_taken_for_the_direction():
    with pytest.raises(InputError, match="which was translated is not said") as raised:
        unfolded({"translation": {"ka": "ლინზა", "zh": "镜片"}}, PLACE, "zh", None)
    assert raised.value.line == 3
    assert "--target-lang" in str(raised.value)


def test_a_text_that_is_null_is_missing():
    with pytest.raises(InputError, match="no text in ka"):
        unfolded({"translation": {"ka": None, "zh": "镜片"}}, PLACE, "zh", "ka")


def test_stands_for_source_and_target_only():
    record = {"translation": {"zh": "镜片", "ka": "ლინზა"}}
    assert [stands_for(record, one) for one in ("source", "target", "reference")] == [True, True, False]
    assert not stands_for({"translation": "ლინზა"}, "source")
