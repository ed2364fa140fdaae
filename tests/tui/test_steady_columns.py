"""What stands behind an emoji of several characters keeps its column, however wide the terminal draws it."""

import re

import pytest

from transreview.tui.steady_columns import steady
from transreview.tui.widths import cells

SIGNS = [
    "👍🏽",
    "❤️",
    "1️⃣",
    "🇬🇪",
    "👨‍👩‍👧",
    "👩🏽‍💻",
    "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
]


def drawn(output, widths):
    """Where a terminal draws what, if it counts signs as `widths` says: place → text."""
    line, column, places = 0, 0, {}
    for piece in re.findall(r"\x1b\[[\d;]*[A-Za-z]|.", output.replace("\n", "")):
        if piece.endswith("H") and len(piece) > 1:
            line, column = (int(number) - 1 for number in piece[2:-1].split(";"))
        elif piece.endswith("G") and len(piece) > 1:
            column = int(piece[2:-1]) - 1
        elif len(piece) == 1:
            places[line, column] = piece
            column += widths.get(piece, cells(piece))
    return places


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("own", [1, 2, 4])
def test_what_follows_stands_in_its_column(sign, own):
    output = steady(f"\x1b[3;5H\x1b[1mab{sign}cd\x1b[0m{sign}{sign}e")
    widths = dict.fromkeys(sign, 0) | {sign[0]: own}
    places = drawn(output, widths)
    width = cells(sign)
    assert places[2, 4], places[2, 5] == ("a", "b")
    assert places[2, 6 + width] == "c"
    assert places[2, 7 + width] == "d"
    assert places[2, 8 + 3 * width] == "e"


def test_a_cell_that_a_narrow_sign_leaves_free_is_blank():
    assert steady("\x1b[1;1Ha❤️b") == "\x1b[1;1Ha  \x1b[2G❤️\x1b[4Gb"


@pytest.mark.parametrize("output", ["\x1b[1;1Hაბგ 中文", "é ä̈", "\x1b]0;title\x07", ""])
def test_what_every_terminal_counts_alike_is_written_as_it_is(output):
    assert steady(output) == output


def test_without_a_place_nothing_is_moved():
    assert steady("a❤️b\x1b[1;1H👍🏽\n❤️").count("G") == 2
