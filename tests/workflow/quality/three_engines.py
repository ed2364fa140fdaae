"""A project of twelve articles in the translations of three engines, made as the command line makes it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from transreview.cli.main import main

Texts = list[dict[str, list[str]]]

ARTICLES, LINES = 12, 6
ENGINES = {"Good": 0.05, "Fair": 0.2, "Poor": 0.5}
WORDS = [
    "სხდომა",
    "პარტია",
    "ინდუსტრია",
    "ხარისხი",
    "განვითარება",
    "სარკე",
    "კომპანია",
    "ბაზარი",
    "წევრი",
    "თავმჯდომარე",
    "გეგმა",
    "შედეგი",
    "ქალაქი",
    "პროდუქცია",
    "სტანდარტი",
    "მომსახურება",
    "თანამშრომლობა",
    "ტექნოლოგია",
]
SOURCES = "会议讨论了行业的质量和发展计划并且确定了新的标准与合作项目"


def line(rng: random.Random, number: int) -> str:
    """A reference of one line."""
    # Figures in common, as real articles have them, so that the texts align as they were given.
    return (
        f"{number}, {number + 3571} " + " ".join(rng.choice(WORDS) for _ in range(rng.randint(6, 14))) + "."
    )


def worse(rng: random.Random, text: str, share: float) -> str:
    """A line with a share of its words replaced."""
    words = text.rstrip(".").split()
    kept = [word if word[0].isdigit() or rng.random() >= share else rng.choice(WORDS) for word in words]
    return " ".join(kept) + "."


def make_texts(shares: Mapping[str, float] = ENGINES) -> Texts:
    """For each article its source, reference, and every engine's translation, line by line."""
    rng = random.Random(5)
    articles = []
    for number in range(ARTICLES):
        reference = [line(rng, 1000 + 97 * number + 13 * i) for i in range(LINES)]
        source = []
        for i in range(LINES):
            figure = 1000 + 97 * number + 13 * i
            source.append(
                f"{figure}，{figure + 3571}" + SOURCES[rng.randint(0, 9) : rng.randint(20, 28)] + "。"
            )
        engines = {name: [worse(rng, text, share) for text in reference] for name, share in shares.items()}
        articles.append({"source": source, "reference": reference, **engines})
    return articles


def build(texts: Texts, folder: Path) -> Path:
    """Make the project: an article's first engine by new or add, the others by add."""
    project = folder / "p.transreview"
    for number, article in enumerate(texts):
        files = {}
        for name, lines in article.items():
            files[name] = folder / f"a{number}.{name}.txt"
            files[name].write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        for engine in ENGINES:
            arguments = [project, files["source"], files[engine], "--engine", engine]
            if engine == "Good":
                arguments += ["--reference", files["reference"]]
            command = "new" if number == 0 and engine == "Good" else "add"
            arguments += ["--source-lang", "zh", "--target-lang", "ka"]
            with pytest.raises(SystemExit) as end:
                main([command, *map(str, arguments)])
            assert not end.value.code
    return project


def flat(texts: Texts, name: str) -> list[str]:
    """All articles' lines of one text."""
    return [text for article in texts for text in article[name]]


def ratings_file(texts: Texts, path: Path) -> Path:
    """Ratings of all three engines as a public file has them: rows without error, spans, several raters."""
    rng = random.Random(11)
    header = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity"
    rows, number = [header], 0
    for a, article in enumerate(texts):
        for i in range(LINES):
            number += 1
            for engine in ENGINES:
                for rater in rng.sample(["r1", "r2", "r3"], rng.randint(1, 2)):
                    source, target = article["source"][i], article[engine][i]
                    cells = [engine, f"talk.{a}", str(i + 1), str(number), rater]
                    if rng.random() < 0.5:
                        rows.append("\t".join([*cells, source, target, "No-error", "No-error"]))
                        continue
                    start = rng.randint(0, 5)
                    marked = f"{target[:start]}<v>{target[start : start + 8]}</v>{target[start + 8 :]}"
                    both = f"<v>{source[:3]}</v>{source[3:]}" if rng.random() < 0.3 else source
                    severity = rng.choice(["Major", "Minor"])
                    rows.append("\t".join([*cells, both, marked, "Accuracy/Mistranslation", severity]))
                    if rng.random() < 0.2:  # the same row twice, as the public files have it
                        rows.append(rows[-1])
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path
