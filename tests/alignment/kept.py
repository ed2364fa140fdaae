"""How texts are aligned, kept whole: `python -m tests.kept alignment` renews golden/kept.jsonl.

Random articles are made of sentences that belong together: some left out, some joined, some on one side
alone, some in another place. What is kept is every bead and how sure it is, so that a change of the
reckoning shows; whether it is a better one, the benchmarks say.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from transreview.alignment import align
from transreview.model.bead import Bead
from transreview.model.glossary import Concept, Glossary, Term
from transreview.model.unit import Unit, UnitKind

KEPT = Path(__file__).parent / "golden" / "kept.jsonl"
_ARTICLES = 90

TEXTS: dict[str, tuple[tuple[str, str], ...]] = {
    "zh-ka": (
        ("眼镜产业发展报告", "სათვალის ინდუსტრიის განვითარების ანგარიში"),
        ("2021年9月10日，会议在温州召开。", "2021 წლის 10 სექტემბერს შეხვედრა ვენჯოუში გაიმართა."),
        ("来自26个国家的310名代表出席了会议。", "შეხვედრას 26 ქვეყნიდან 310 დელეგატი დაესწრო."),
        ("镜片出口额同比增长30%，达到5.2亿美元。", "ლინზების ექსპორტი 30%-ით გაიზარდა და 520 მილიონ დოლარს მიაღწია."),
        ("杜同和主持了会议。", "შეხვედრას დუ ტუნხე უძღვებოდა."),
        ("特朗普没有来。", "ტრამპი არ მოვიდა."),
        ("请访问 https://example.org/a 了解详情。", "დეტალებისთვის ეწვიეთ https://example.org/a."),
        ("使用 Linux 和 Python 编写程序。", "პროგრამა დაწერილია Linux-ისა და Python-ის გამოყენებით."),
        ("协会成立了新的委员会。", "ასოციაციამ ახალი კომიტეტი შექმნა."),
        ("为什么？", "რატომ?"),
        ("他说：“我们明天再谈。”", "მან თქვა: „ხვალ ვილაპარაკოთ.“"),
        ("1. 加强行业自律；", "1. დარგობრივი თვითრეგულირების გაძლიერება;"),
        ("2. 提高产品质量；", "2. პროდუქციის ხარისხის ამაღლება;"),
        ("北京和上海的工厂停产了。", "პეკინისა და შანხაის ქარხნებმა წარმოება შეწყვიტა."),
        ("价格是99元。", "ფასი 99 იუანია."),
        ("会议于5月20日闭幕。", "შეხვედრა 20 მაისს დაიხურა."),
    ),
    "en-ka": (
        ("Annual report of the fair", "გამოფენის წლიური ანგარიში"),
        ("The meeting opened in Tbilisi on 10 September 2021.", "შეხვედრა 2021 წლის 10 სექტემბერს თბილისში გაიხსნა."),
        ("Some 310 delegates from 26 countries came.", "ჩამოვიდა 310-მდე დელეგატი 26 ქვეყნიდან."),
        ("Exports grew by 30% to $5.2 million.", "ექსპორტი 30%-ით, 5.2 მილიონ დოლარამდე გაიზარდა."),
        ("John Smith chaired the session.", "სხდომას ჯონ სმიტი უძღვებოდა."),
        ("Use `git commit` to save the changes.", "ცვლილებების შესანახად გამოიყენეთ `git commit`."),
        ("Why not?", "რატომაც არა?"),
        ("The factory in Berlin was closed.", "ბერლინის ქარხანა დაიხურა."),
        ("“We will be back,” he said.", "„დავბრუნდებით“, – თქვა მან."),
        ("- First point", "- პირველი პუნქტი"),
        ("- Second point", "- მეორე პუნქტი"),
        ("The price is 99 euros.", "ფასი 99 ევროა."),
    ),
    "en-de": (
        ("The association was founded in 1986.", "Der Verband wurde 1986 gegründet."),
        ("It has twelve members in Europe.", "Er hat zwölf Mitglieder in Europa."),
        ("Information is available at press@example.org.", "Informationen gibt es unter press@example.org."),
        ("The international conference takes place in Munich.", "Die internationale Konferenz findet in München statt."),
        ("Nobody came.", "Niemand kam."),
        ("Did you see the new glasses?", "Haben Sie die neue Brille gesehen?"),
        ("The price rose from 3.50 to 4.20 euros.", "Der Preis stieg von 3,50 auf 4,20 Euro."),
        ("Thank you!", "Vielen Dank!"),
        ("The results are shown in Table 3.", "Die Ergebnisse zeigt Tabelle 3."),
        ("Professor Müller wrote a long letter.", "Professor Müller schrieb einen langen Brief."),
    ),
}  # fmt: skip
GLOSSARY = Glossary(
    (Concept("association", terms=(Term("协会", "zh"), Term("association", "en"), Term("ასოციაცია", "ka"))),),
    ("zh", "en", "ka"),
)


def article(seed: int) -> tuple[str, list[Unit], list[Unit], Glossary | None]:
    """Return a pair of languages and the two sides of an article made by chance."""
    chance = random.Random(seed)
    name = chance.choice(sorted(TEXTS))
    pairs = list(TEXTS[name])
    first = chance.randrange(len(pairs) - 5)
    pairs = pairs[first : first + chance.randint(4, 12)]
    if chance.random() < 0.3:
        taken = pairs.pop(chance.randrange(len(pairs)))
        pairs.insert(chance.randint(0, len(pairs)), (taken[0], ""))
        pairs.insert(chance.randint(0, len(pairs)), ("", taken[1]))
    sides: tuple[list[str], list[str]] = ([], [])
    joins = " " if name.startswith("en") else "", " "
    for texts in pairs:
        for side, text in enumerate(texts):
            if not text or chance.random() < 0.08:
                continue
            if sides[side] and chance.random() < 0.15:
                sides[side][-1] += joins[side] + text
            else:
                sides[side].append(text)
    made = [[_unit(text, number) for number, text in enumerate(side or ["x"])] for side in sides]
    return name, made[0], made[1], GLOSSARY if chance.random() < 0.5 else None


def _unit(text: str, number: int) -> Unit:
    kind = UnitKind.TITLE if number == 0 else UnitKind.PARAGRAPH
    return Unit(text, kind=UnitKind.LIST_ITEM if text[0] in "12-" and number else kind, paragraph=number)


def rows(beads: list[Bead]) -> list[list[Any]]:
    """Return beads as they are kept: units of either side, and how sure."""
    return [[list(one.source), list(one.target), round(one.confidence, 4)] for one in beads]


def fixed_of(chance: random.Random, rows: int, columns: int) -> list[Bead]:
    """Return beads that a person might have fixed: some cross each other, some stand alone."""
    lefts, rights = list(range(rows)), list(range(columns))
    beads = []
    for _time in range(chance.choice([0, 0, 1, 2, 3])):
        if not lefts or not rights:
            break
        left, right = chance.choice(lefts), chance.choice(rights)
        how = chance.choice(["pair", "pair", "left", "right"])
        beads.append(Bead(() if how == "right" else (left,), () if how == "left" else (right,), fixed=True))
        if how != "right":
            lefts.remove(left)
        if how != "left":
            rights.remove(right)
    return beads


def aligned(seed: int) -> list[list[Any]]:
    """Return how the article of a number is aligned, with what a person has fixed and said before."""
    name, source, target, glossary = article(seed)
    left, _dash, right = name.partition("-")
    chance = random.Random(-seed - 1)
    fixed = fixed_of(chance, len(source), len(target))
    known = chance.sample(TEXTS[name], 6) if chance.random() < 0.4 else []
    return rows(align(source, target, left, right, glossary=glossary, fixed=fixed, extra_pairs=known))


def read() -> Iterator[tuple[int, list[list[Any]]]]:
    """Yield the numbers of the kept articles with their beads."""
    for line in KEPT.read_text(encoding="utf-8").splitlines():
        seed, beads = json.loads(line)
        yield seed, beads


PARTS = {KEPT: lambda: "".join(json.dumps([seed, aligned(seed)]) + "\n" for seed in range(_ARTICLES))}
