"""Tables and lists of like lines of which a side has one more: what stands behind it is not shifted."""

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
        Unit(text, kind=UnitKind.TABLE_CELL, row=row, column=column, paragraph=9 * row + column)
        for row, cells in enumerate(rows, 1)
        for column, text in enumerate(cells, 1)
    ]


def test_a_row_that_one_side_has_more_does_not_shift_the_rest() -> None:
    source = _table([(mark, name, russian) for mark, name, _, russian in _ROWS])
    english = [(mark, name, text) for mark, name, text, _ in _ROWS]
    beads = align(source, _table([english[0], _NEW, *english[1:]]), "ru", "en")
    pairs = [(bead.source[0], bead.target[0]) for bead in beads if bead.source and bead.target]
    assert pairs == [(n, n if n < 3 else n + 3) for n in range(12)]


_SETTINGS = (
    ("Port", "8080", "პორტი"), ("Host", "localhost", "ჰოსტი"), ("Timeout", "30", "ვადა"), ("Retries", "3", "ცდები"),
    ("Cache", "on", "ქეში"), ("Log", "off", "ჟურნალი"), ("Language", "en", "ენა"),
)  # fmt: skip


def test_rows_are_told_by_what_they_keep_where_each_side_has_one_that_the_other_lacks() -> None:
    georgian = [(name, value) for _, value, name in _SETTINGS]
    target = _table([*georgian[:2], *georgian[3:6], ("თემა", "dark"), georgian[6]])
    beads = align(_table([row[:2] for row in _SETTINGS]), target, "en", "ka")
    pairs = {(bead.source[0] // 2, bead.target[0] // 2) for bead in beads if bead.source and bead.target}
    assert pairs == {(0, 0), (1, 1), (3, 2), (4, 3), (5, 4), (6, 6)}


_FEATURES = (
    ("按日期整理", "დალაგება თარიღით"), ("按地点整理", "დალაგება ადგილით"), ("按人物整理", ""),
    ("按相机整理", "დალაგება კამერით"), ("查找重复照片", "განმეორებული ფოტოების პოვნა"),
    ("查找模糊照片", "ბუნდოვანი ფოტოების პოვნა"), ("查找空文件夹", ""), ("支持 JPEG", "JPEG-ის მხარდაჭერა"),
    ("支持 HEIC", "HEIC-ის მხარდაჭერა"), ("支持 RAW", "RAW-ის მხარდაჭერა"), ("", "WebP-ის მხარდაჭერა"),
    ("深色界面", "მუქი ინტერფეისი"), ("离线使用", "მუშაობა ინტერნეტის გარეშე"),
)  # fmt: skip


def test_items_of_a_list_are_told_by_the_name_that_each_keeps() -> None:
    around = [
        ("灯塔", "შუქურა"),
        (
            "灯塔是一个小巧的命令行工具，用来整理照片。",
            "შუქურა პატარა ინსტრუმენტია, რომელიც ფოტოებს ალაგებს.",
        ),
    ]
    rows = [*around, *_FEATURES, ("许可", "ლიცენზია"), ("MIT", "MIT")]
    items = {text for row in _FEATURES for text in row}
    source, target = ([row[side] for row in rows if row[side]] for side in (0, 1))
    sides = (
        [
            Unit(t, kind=UnitKind.LIST_ITEM if t in items else UnitKind.PARAGRAPH, paragraph=n)
            for n, t in enumerate(side)
        ]
        for side in (source, target)
    )
    beads = align(*sides, "zh", "ka")
    found = [
        (source[bead.source[0]], target[bead.target[0]]) for bead in beads if bead.source and bead.target
    ]
    assert found == [row for row in rows if all(row)]
