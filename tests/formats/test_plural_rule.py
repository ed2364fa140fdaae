"""The rule of a catalog's plural forms: what its header says, whatever is wrong with it."""

from __future__ import annotations

import pytest

from transreview.formats.plural_rule import BrokenRule, read_plural_rule


@pytest.mark.parametrize(
    ("field", "count", "said", "expression"),
    [
        ("nplurals=2; plural=n != 1;", 2, "2", "n != 1"),
        ("nplurals = 12 ;plural = 0", 12, "12", "0"),
        ("plural=n>1; nplurals=3", 3, "3", "n>1"),
        ("nplurals=INTEGER; plural=EXPRESSION;", 0, "INTEGER", "EXPRESSION"),
        ("nplurals=2", 2, "2", None),
        ("nplurals=; plural=", 0, "", ""),
        ("nplurals=1234; plural=0;", 123, "1234", "0"),
        ("", 0, None, None),
    ],
)
def test_number_and_expression_are_read_as_they_are_said(field, count, said, expression):
    rule = read_plural_rule(field)
    assert (rule.count, rule.count_said, rule.expression) == (count, said, expression)


@pytest.mark.parametrize(
    ("expression", "highest", "singular", "rare"),
    [
        ("0", 0, 0, set()),
        ("n != 1", 1, 0, {0}),
        ("n > 1", 1, 0, {0}),
        ("n == 1 ? 0 : n == 2 ? 1 : 2", 2, 0, {0, 1}),
        ("n > 4", 1, 0, {0}),  # five numbers have the first form, none to four
        ("n > 5", 1, 0, set()),
        ("n == 1000 ? 3 : 0", 3, 0, {3}),  # gettext tries the numbers up to a thousand
        ("n == 1001 ? 3 : 0", 0, 0, set()),
        ("n == 0 ? 2 : n == 1 ? 1 : 0", 2, 1, {1, 2}),
    ],
)
def test_the_numbers_up_to_a_thousand_say_which_forms_there_are_and_which_are_rare(
    expression, highest, singular, rare
):
    rule = read_plural_rule(f"nplurals=4; plural={expression};")
    assert (rule.broken, rule.highest, rule.singular, set(rule.rare)) == (None, highest, singular, rare)


@pytest.mark.parametrize(
    ("expression", "broken"),
    [
        ("1/n", BrokenRule.DIVISION),
        ("0/(n-1000)", BrokenRule.DIVISION),
        ("0/(n-1001)", None),
        ("-1", BrokenRule.UNREADABLE),
        ("n-1", BrokenRule.NEGATIVE),
        ("n +", BrokenRule.UNREADABLE),
        ("EXPRESSION", BrokenRule.UNREADABLE),
        ("", BrokenRule.UNREADABLE),
    ],
)
def test_a_rule_that_gives_no_form_says_why(expression, broken):
    assert read_plural_rule(f"nplurals=2; plural={expression};").broken is broken
