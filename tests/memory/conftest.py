import pytest

from transreview.memory.file import MemoryFile
from transreview.memory.record import MemoryPair

TEXTS = [
    ("眼镜行业协会召开年会。", "სათვალის ინდუსტრიის ასოციაციამ წლიური კრება გამართა."),
    ("眼镜行业协会召开大会。", "სათვალის ინდუსტრიის ასოციაციამ ყრილობა გამართა."),
    ("会议在厦门举行。", "შეხვედრა სიამენში გაიმართა."),
    ("眼镜行业", "სათვალის ინდუსტრია"),
    ("第3章", "თავი 3"),
]


def pair(source, target, **more):
    given = {
        "source_language": "zh", "target_language": "ka", "collection": "p1", "label": "fair", "key": source,
    }  # fmt: skip
    return MemoryPair(source=source, target=target, **(given | more))


@pytest.fixture
def memory(tmp_path):
    with MemoryFile(tmp_path / "m.memory") as opened:
        opened.add(pair(*texts) for texts in TEXTS)
        yield opened
