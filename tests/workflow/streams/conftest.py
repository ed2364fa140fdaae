import json

import pytest

TEXTS = [
    ("会议在5月举行。", "შეხვედრა მაისში გაიმართა."),
    ("眼镜行业增长50%。", "სათვალის ინდუსტრია 55%-ით გაიზარდა."),
    ("协会有142家企业。", "ასოციაციაში 142 საწარმოა."),
    ("第二届年会。", "მეორე წლიური კრება კრება."),
    ("眼镜行业增长50%。", "სათვალის დარგი 50%-ით გაიზარდა."),
]


def records(count, *, offset=0):
    for number in range(offset, offset + count):
        source, target = TEXTS[number % len(TEXTS)]
        yield {
            "id": f"r{number}", "source": source, "target": target, "reference": TEXTS[0][1],
            "document": f"d{number // 7}" if number % 3 else "",
        }  # fmt: skip


def write_lines(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def write_parquet(path, rows):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pyarrow.Table.from_pylist(list(rows)), path, row_group_size=4)


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    write_lines(folder / "a.jsonl", records(23))
    write_parquet(folder / "b.parquet", records(17, offset=23))
    (folder / "notes.txt").write_text("not of the corpus", encoding="utf-8")
    return folder
