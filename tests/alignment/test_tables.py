"""Tables of which one side has a row more: what stands behind the row is not shifted."""

from transreview.alignment import align
from transreview.model.unit import Unit, UnitKind

_ROWS = (
    ("🧠", "**Background Agents**", "Fire 5+ specialists at a time.", "Запускайте 5+ специалистов сразу."),
    ("📚", "**Built-in MCPs**", "Exa, Context7 and Grep.app are on.", "Exa, Context7 и Grep.app включены."),
    ("🔁", "**Loop**", "It does not stop before the task is done.", "Не останавливается, пока не готово."),
    ("✅", "**Enforcer**", "The agent goes idle? It is put to work.", "Агент завис? Его возвращают к делу."),
)  # fmt: skip
_NEW = ("🔎", "**AST-Grep**", "It searches code in 25 languages.")


def _table(rows):
    return [
        Unit(text, kind=UnitKind.TABLE_CELL, row=row, column=column, paragraph=3 * row + column)
        for row, cells in enumerate(rows, 1)
        for column, text in enumerate(cells, 1)
    ]


def test_a_row_that_one_side_has_more_does_not_shift_the_rest() -> None:
    source = _table([(mark, name, russian) for mark, name, _, russian in _ROWS])
    english = [(mark, name, text) for mark, name, text, _ in _ROWS]
    beads = align(source, _table([english[0], _NEW, *english[1:]]), "ru", "en")
    pairs = [(bead.source[0], bead.target[0]) for bead in beads if bead.source and bead.target]
    assert pairs == [(n, n if n < 3 else n + 3) for n in range(12)]
