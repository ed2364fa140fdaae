"""Units are paired by what their files call them: keys in any order, cues by their times."""

from __future__ import annotations

import pytest

from transreview.model.unit import Unit
from transreview.workflow.intake.named_units import named_pairs


def named(names: str) -> list[Unit]:
    return [Unit(name, name=name.strip("-")) for name in names.split()]


@pytest.mark.parametrize(
    ("source", "target", "pairs"),
    [
        ("a b c d", "d c b a", [(0, 3), (1, 2), (2, 1), (3, 0)]),
        ("zh-CN/a zh-CN/b", "ka/b ka/a", [(0, 1), (1, 0)]),
        ("a b only", "b more a", [(0, 2), (1, 0), (2, None), (None, 1)]),
        ("a x y z", "p q r a", [(0, 3)]),  # hardly a key in common: these are other files
        ("a a b c", "a b c", [(2, 1), (3, 2)]),  # one name for two
        ("- -", "- -", []),
        ("a~1b a/b c", "a/b c a~1b", [(0, 2), (1, 0), (2, 1)]),  # the key "a/b", and "b" below "a"
        ("menu~1home menu~1end", "menu/end menu/home", [(0, 1), (1, 0)]),  # flat in one, nested in the other
        ("a~1b a/b c", "a/b c", [(1, 0), (2, 1), (0, None)]),
        (
            "00:01.000 00:03.500 00:07.000",
            "00:01.200 00:03.500 00:05.000 00:07.000",
            [(0, 0), (1, (1, 2)), (2, 3)],
        ),
        ("00:01.000 00:02.000 00:09.000", "00:01.000 00:09.000", [((0, 1), 0), (2, 1)]),
        ("00:01.000 00:40.000", "00:01.000 00:20.000 00:40.000", [(1, 2)]),  # too late to be part of it
        ("00:01.000", "00:05.000", []),
    ],
)
def test_what_is_called_alike_is_a_pair(source, target, pairs) -> None:
    def of(side):
        return () if side is None else side if isinstance(side, tuple) else (side,)

    found = [(bead.source, bead.target) for bead in named_pairs(named(source), named(target))]
    assert found == [(of(one), of(other)) for one, other in pairs]
