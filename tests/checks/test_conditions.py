"""For which pairs of languages a check is true: each condition on languages of which more or less is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from transreview.checks import conditions as c
from transreview.languages import language

UNKNOWN = language("xx")
_LETTERS = replace(UNKNOWN, scripts=("Latn",))
LANGUAGES = {
    "unknown": UNKNOWN,
    "without figures": replace(_LETTERS, quantities=lambda _text: []),
    "letters": _LETTERS,
    "two scripts": replace(UNKNOWN, scripts=("Cyrl", "Latn")),
    "wide marks": replace(UNKNOWN, scripts=("Hang",), full_width=True),
    "unspaced": replace(UNKNOWN, scripts=("Thai",), spaced=False),
    "Chinese": language("zh"),
    "Georgian": language("ka"),
    "Japanese": language("ja"),
}
ANY = set(LANGUAGES)
KNOWN = ANY - {"unknown"}

# Condition on the target alone → where it holds.
TARGETS = {
    c.target_known: KNOWN,
    c.narrow_target: KNOWN - {"wide marks", "Chinese", "Japanese"},
    c.spaced_target: KNOWN - {"unspaced", "Chinese", "Japanese"},
    c.target_is("ka", "ja"): {"Georgian", "Japanese"},
    c.target_grammar("georgian"): {"Georgian"},
    c.target_written_in("Latn"): {"without figures", "letters"},
    c.target_without_script("Latn"): KNOWN - {"without figures", "letters", "two scripts"},
    c.target_without_script("Latn", "Thai"): {"wide marks", "Chinese", "Georgian", "Japanese"},
}


@pytest.mark.parametrize(("condition", "wanted"), TARGETS.items())
def test_a_condition_on_the_target_holds_whatever_the_source(condition, wanted):
    for source in LANGUAGES.values():
        assert {name for name, target in LANGUAGES.items() if condition(source, target)} == wanted


@pytest.mark.parametrize("source", LANGUAGES)
@pytest.mark.parametrize("target", LANGUAGES)
def test_a_condition_on_both_needs_both(source, target):
    both = LANGUAGES[source], LANGUAGES[target]
    assert c.both_count(*both) == ("without figures" not in {source, target})
    assert c.grammars("chinese", "georgian")(*both) == ((source, target) == ("Chinese", "Georgian"))
    assert c.names_transliterated(*both) == ((source, target) == ("Chinese", "Georgian"))
