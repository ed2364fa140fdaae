"""Which words are terms, form by form, kept whole: `python -m tests.kept terminology` renews golden/*.txt.

Georgian terms in every form in texts around them, and what another term would be in their place; terms of other
languages in sentences; the candidates of many sentences; glossaries with every fault; three versions brought together.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tests.checks import test_pairs
from tests.kept import printable, shown
from tests.terminology.kept import FAULTY, GLOSSARY, concept
from tests.varied import SENTENCES
from transreview.languages.georgian.declension.cells import CASES, CLITICS, NUMBERS, POSTPOSITIONS, Cell
from transreview.languages.georgian.declension.generation import all_forms
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind
from transreview.terminology import SegmentTerms, TermIndex
from transreview.terminology.chinese_folding import fold
from transreview.terminology.citation import citation_form, is_dictionary_form, number_in_use
from transreview.terminology.concept_lint import ConceptLint
from transreview.terminology.consistency import renderings
from transreview.terminology.counting import counted
from transreview.terminology.extraction import extract, log_likelihood
from transreview.terminology.georgian import GeorgianIndex
from transreview.terminology.lint import lint
from transreview.terminology.merging import differences, merge
from transreview.terminology.ngrams import contains, grams
from transreview.terminology.replacement import replacement, without_repetition

GOLDEN = Path(__file__).parent / "golden"

TERMS = (
    "ასოციაცია", "წყალი", "სათვალე", "დარგი", "დრო", "ქალაქი", "მდინარე", "ძმა", "წელი", "მთავრობა", "საზოგადო", "მოქმედი", "ბიოლოგი", "ფერი",
    "თავი", "თვე", "თბილისი", "სამრეწველო კლასტერი", "სათვალის ინდუსტრია", "ეკონომიკური ზრდა", "კომპანია Apple", "„ოპტიკა“", "C++", ".NET", "GDP",
    "მშპ", "COVID-19", "პრემიერ-მინისტრი", "კვლევა და განვითარება", "ჩინეთის სახალხო რესპუბლიკა", "50%", "ნატო", "გაეროს გენერალური მდივანი", "5G ქსელი",
    "მე-20 საუკუნე", "თავისუფალი ვაჭრობა", "დიდი ბრიტანეთი", "ონლაინ ვაჭრობა", "ვიცე-პრეზიდენტი", "სი ძინპინი", "ხელოვნური ინტელექტი",
)  # fmt: skip
AROUND = (
    "{}", "დღეს {} ვნახეთ.", "„{}“ ახალია", "„{}“-ს გარეშე", "{}-ის შესახებ", "**{}**, სხვა", "არა{} და {}აც", "{} თბილისში", "({})", "{}, მოდი!", "ახალი-{} და {}-ახალი", "{}\nგაჩნდა",
)  # fmt: skip
CELLS = (
    *(Cell(case, number) for number in NUMBERS for case in CASES),
    *(Cell(case, "Sing", postposition) for postposition, case in POSTPOSITIONS.items()),
    *(Cell(case, "Plur", postposition) for postposition, case in list(POSTPOSITIONS.items())[:5]),
    *(Cell("Dat", "Sing", "ში", clitic) for clitic in CLITICS[:5]),
    *(Cell(case, "Sing", "", "", "long") for case in ("Dat", "Gen", "Ins")),
    *(Cell(case, "Plur", "", "", "old") for case in ("Nom", "Gen")),
)
OTHERS = ("გაერთიანება", "მინა", "სამუშაო ჯგუფი", "მშენებლობა", "რიო", "OpenAI")
CONTEXT = (
    "ფერმა ფერი თვით თვის არის არე ბიოლოგია ბიოლოგიის მოქმედების მოქმედებით თავისუფლად თავის ქალაქად წყლად წლები",
    "ᲐᲡᲝᲪᲘᲐᲪᲘᲐ და ასო-ციაცია, ასოციაციისთვისაც, ასოციაციებშიც კი; ასოციაციაო, თქვა.",
    "GDP-ის, GDP-მა, „GDP“-ს ზრდა, GDP ში, C++-ზე, .NET-ით, 5G-ს ქსელები, COVID-19-ის",
    "კვლევისა და განვითარების, კვლევასა და განვითარებაში, კვლევები და განვითარება",
    "დიდ ბრიტანეთში, დიდი ბრიტანეთიდან, დიდმა ბრიტანეთმა, დიდი, ბრიტანეთი",
    "სამრეწველო კლასტერმა და კლასტერები, სამრეწველოდ კლასტერით",
)  # fmt: skip


def georgian() -> str:
    """Return where terms are found in every form, and what another term would be there."""
    lines = []
    index = GeorgianIndex(
        [(at, term, ("place",) if term == "თბილისი" else ()) for at, term in enumerate(TERMS)]
    )
    for at, term in enumerate(TERMS):
        forms: dict[str, None] = {}
        for cell in CELLS:
            for attributive in (False, True):
                forms.update(dict.fromkeys(all_forms(term, cell, attributive=attributive)))
        for number, form in enumerate(list(forms)[at % 2 :: 2]):
            found = [match for match in index.find(form) if match.key == at]
            said = [
                f"{one.start}-{one.end}/{one.extent} {one.confidence:.2f} {_read(one.readings)}"
                for one in found
            ]
            right = replacement(
                form,
                Term(term, "ka"),
                Term(OTHERS[number % len(OTHERS)], "ka"),
                following="ქალაქში" if number % 3 else "",
            )
            lines.append(
                f"{term} | {form} | {'; '.join(said) or '–'} | {right.form} {'/'.join(right.candidates[:3])} {right.certain}"
            )
        forms_of = list(forms)
        for place, around in enumerate(AROUND):
            text = around.replace("{}", forms_of[(place * 5 + at) % len(forms_of)])
            told = [
                f"{TERMS[one.key]} {one.start}-{one.end}/{one.extent} {one.confidence:.2f}"
                for one in index.find(text)
            ]
            lines.append(printable(f"  {text}: {'; '.join(told)}"))
    for text in CONTEXT:
        told = [
            f"{TERMS[one.key]} {one.start}-{one.end}/{one.extent} {one.confidence:.2f} {_read(one.readings[:1])}"
            for one in index.find(text)
        ]
        lines.append(printable(f"{text}: {'; '.join(told)}"))
    return "\n".join(lines) + "\n"


def _read(readings: tuple[object, ...]) -> str:
    return ",".join(
        f"{r.case}{r.number}{r.postposition or ''}{r.clitic or ''}{'*' * bool(r.attributive)}"
        for r in readings[:3]
    )  # type: ignore[attr-defined]


WORDS = {
    "en": ("meeting", "Georgia", "trade fair", "export", "press", "lens", "new factory", "C++", "US", "take part"),
    "fr": ("réunion", "traité", "nouvelle usine", "association"),
    "ja": ("会議", "協会", "新工場", "レンズ"),
    "zh": ("会议", "协会", "条约", "新工厂", "镜片", "国", "Table"),
    "ko": ("협회", "회의", "공장"),
}  # fmt: skip
EXTRA = {
    "en": ("Meetings, MEETING; meetings' us the US trade-fair Trade  fairs lensed lenses", "He pressed the press; C++ C+ ++", "new\nfactory new factories"),
    "zh": ("會議與協會，新  工厂 镜 片 中国国际 Table Tables", "条约书 会议室 议会"),
    "ja": ("会議室 新工場 レンズ レンス 協會",),
}  # fmt: skip


def others() -> str:
    """Return where terms of other languages are found, what stands for them, and what Chinese is folded to."""
    lines = []
    for code, terms in WORDS.items():
        concepts = [
            Concept(
                f"c{at}",
                terms=(Term(term, code, kind=TermKind.FORBIDDEN if at % 3 == 2 else TermKind.PREFERRED),),
            )
            for at, term in enumerate(terms)
        ]
        index = TermIndex(Glossary(tuple(concepts), (code,)), code)
        for text in (*SENTENCES[code], *EXTRA.get(code, ())):
            for name, found in (("", index.find(text)), (" all", index.find_all(text))):
                said = [f"{one.term.text} {one.start}-{one.end} {one.confidence:.2f}" for one in found]
                lines += [printable(f"{code}{name} {text}: {'; '.join(said)}")] if said else []
        for wrong, right in pairwise(terms):
            for found_as in (wrong, wrong.upper(), wrong.capitalize(), f"{wrong}s", "x"):
                made = replacement(found_as, Term(wrong, code), Term(right, code))
                after = without_repetition(made, f"a {right.split()[0]} ", code)
                lines.append(
                    f"{code} {found_as} → {made.form} {made.candidates} {made.certain} after {after.form}"
                )
    for text in ("會議與協會", "臺灣的眼鏡", "乾燥後面", "A會B", "人権會議", "著名著作", ""):
        folded = fold(text)
        lines.append(
            f"fold {text}: {folded.text} {[folded.span(at, at + 1) for at in range(len(folded.text))]}"
        )
    for code, sentences in SENTENCES.items():
        for text in sentences[:4]:
            known = [(2, 6)] if len(text) > 8 else []
            said = [
                f"{'_'.join(one.key)} {one.start}-{one.end}{'<' * one.odd_start}{'>' * one.odd_end}"
                for one in grams(text, code)
            ]
            fewer = len(grams(text, code, known))
            lines.append(f"grams {code} {printable(text[:16])}: {len(said)} {fewer} {' '.join(said[:14])}")
    for longer, shorter in (
        (("a", "b", "c"), ("b", "c")),
        (("a", "b"), ("b", "a")),
        (("a",), ("a", "b")),
        (("a",), ("a",)),
    ):
        lines.append(f"contains {longer} {shorter}: {contains(longer, shorter)}")
    return "\n".join(lines) + "\n"


FORMS = (
    ("ka", ("ასოციაციის", "ასოციაციამ")), ("ka", ("წყლის", "წყალმა", "წყალში")), ("ka", ("დიდი ქარხნის", "დიდ ქარხანაში")), ("ka", ("ბანკებმა", "ბანკების")),
    ("ka", ("თბილისში",)), ("ka", ("Apple-ის", "Apple-მა")), ("ka", ("წინააღმდეგ", "წინააღმდეგი")), ("ka", ("სახლისთვის", "სახლიდან", "სახლამდე")),
    ("en", ("lenses", "lens", "Lens")), ("en", ("New Yorks",)), ("de", ("Verbände", "Verbandes", "Verband")), ("zh", ("眼镜", "眼鏡")), ("ru", ("договоры", "договор")), ("ka", ()),
)  # fmt: skip


def candidates() -> str:
    """Return what is proposed as a term of many sentences, with and without a glossary and a dictionary."""
    lines = []
    zh = [(source, target) for kind, source, target in test_pairs.lines("-") if kind.startswith("trade-")][
        :180
    ]
    en = [(source, target) for kind, source, target in test_pairs.lines("-") if kind.startswith("en-trade-")][
        :160
    ]
    support = {"公司": 0.4, "政府": 0.01, "会议": 0.2}
    for name, rows, source, target in (
        ("zh-ka", zh, "zh", "ka"),
        ("ka-zh", [(b, a) for a, b in zh[:80]], "ka", "zh"),
        ("en-ka", en, "en", "ka"),
    ):
        for how, more in (
            ("", {}), (" glossary", {"glossary": GLOSSARY}), (" support", {"support": lambda one, _other: support.get(one)}), (" three", {"least": 3, "limit": 6}),
        ):  # fmt: skip
            for one in extract(rows, source, target, **more)[:30]:  # type: ignore[arg-type]
                said = [
                    f"{t.text} {t.forms[:3]} {t.together}/{t.segments} {t.score} {t.support} {t.strength:.2f}"
                    for t in one.targets
                ]
                lines.append(f"{name}{how} {one.text} {one.count} {one.segments[:5]} {one.score}: {said}")
    side = counted([source for source, _target in zh[:80]], "zh", 2, Glossary())
    lines.append(f"counted {sorted(side.counts.items(), key=lambda item: (-item[1], item[0]))[:40]}")
    for code, forms in FORMS:
        text = citation_form(forms, code) if forms else ""
        lines.append(
            f"{code} {forms}: {text} {number_in_use(text, forms, code)} {[is_dictionary_form(form, forms, code) for form in forms]}"
        )
    tables = ((3, 1, 1, 5), (1, 1, 1, 1), (0, 2, 2, 9), (5, 0, 0, 5), (2, 0, 1, 7))
    lines += [f"likelihood {table}: {log_likelihood(*table):.4f}" for table in tables]
    return "\n".join(lines) + "\n"


def _faulty() -> Glossary:
    more = (
        concept("loop1", "甲", "ერთი", forbidden="ორი"), concept("loop2", "乙", "ორი", forbidden="სამი"), concept("loop3", "丙", "სამი", forbidden="ერთი"),
        concept("same1", "丁", "ოთხი"), concept("same2", "丁", "ოთხი"), concept("sub1", "戊", "ხუთი", subject="x"), concept("sub2", "戊", "ექვსი", subject="y"),
        concept("dead", "己", "შვიდი", status=ConceptStatus.DEPRECATED), concept("mixed", "庚", "რva"), concept("blank", " 辛 ", "ცხრა "), concept("verb", "壬", "გააკეთა"),
        concept("post", "癸", "სახლისთვის"), concept("plural", "子", "სახლები"), concept("inner", "眼镜店", "სათვალის მაღაზია", forbidden="სათვალე"), concept("one", "一", "ა"),
        Concept("hints", terms=(Term("丑", "zh"), Term("თბილისი", "ka", grammar=("place", "odd")), Term("ქალაქი", "ka", grammar=("noun",), pos="verb"))),
        Concept("none"), Concept("empty", terms=(Term("寅", "zh"),)), Concept("latin", terms=(Term("Web", "zh"), Term("ვები", "ka"), Term("web", "ka"))),
    )  # fmt: skip
    return Glossary((*FAULTY.concepts, *more), ("zh", "ka"))


def glossaries() -> str:
    """Return what is wrong with glossaries and single concepts, and what becomes of three versions."""
    lines = [shown(one) for one in lint(_faulty())]
    lines += [f"ka: {shown(one)}" for one in lint(_faulty(), languages=("ka",))]
    looking = ConceptLint(_faulty(), ("zh", "ka"))
    for one in (
        *_faulty().concepts,
        concept("new", "协会", "ახალი"),
        concept("new", "眼镜", "სათვალე", subject="z"),
    ):
        lines += [f"{one.id}: {shown(issue)}" for issue in looking.issues(one)]
        lines += [f"{one.id} instead: {shown(issue)}" for issue in looking.issues(one, instead_of="same1")][
            :2
        ]
    base = {name: concept(name, f"词{name}", f"სიტყვა{name}") for name in "abcdefgh"}
    ours, theirs = dict(base), dict(base)
    ours["a"] = concept("a", "词a", "ჩვენი")
    theirs["b"] = concept("b", "词b", "მათი")
    ours["c"] = theirs["c"] = concept("c", "词c", "ორივე")
    ours["d"], theirs["d"] = concept("d", "词d", "ჩვენი"), concept("d", "词d", "მათი", note="n")
    del ours["e"], theirs["f"]
    del ours["g"]
    theirs["g"] = concept("g", "词g", "მათი")
    ours["i"], theirs["j"] = concept("i", "词i", "ი"), concept("j", "词j", "ჯ")
    ours["k"], theirs["k"] = concept("k", "词k", "კ"), concept("k", "词k", "ქ", subject="s")
    made = merge(
        *(
            Glossary(tuple(one.values()), codes)
            for one, codes in ((base, ("zh", "ka")), (ours, ("zh", "ka", "en")), (theirs, ("zh", "ru")))
        )
    )
    lines += [f"merged {shown(one)}" for one in made.glossary.concepts] + [
        f"conflict {shown(one)}" for one in made.conflicts
    ]
    lines.append(
        f"languages {made.glossary.languages} {differences(base['a'], None)} {differences(base['a'], ours['a'])} {differences(base['a'], base['a'])}"
    )
    rows = [(source, target) for kind, source, target in test_pairs.lines("-") if kind.startswith("trade-")]
    wide = Glossary(
        (
            *GLOSSARY.concepts,
            concept("company", "公司", "კომპანია", "ფირმა", "საწარმო"),
            concept("year", "年", "წელი", "წლის", "წელიწადი"),
            concept("person", "人", "ადამიანი", "კაცი", "ხალხი"),
        ),
        ("zh", "ka"),
    )
    terms = SegmentTerms(wide, "zh", "ka")
    uses = [terms.uses(source, target) for source, target in rows[:400]]
    for number, found in enumerate(uses):
        for use in found:
            right = [f"{one.term.text} {one.start}-{one.end}" for one in use.rendered]
            wrong = [f"{one.found} → {one.expected.form if one.expected else None}" for one in use.forbidden]
            lines.append(
                f"{number} {use.concept.id} {len(use.source)} {right} {wrong} {use.expected} {use.missing}"
            )
    lines += [f"{shown(one)[:400]} {one.mixed}" for one in renderings(uses)]
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {
    GOLDEN / "georgian.txt": georgian,
    GOLDEN / "others.txt": others,
    GOLDEN / "candidates.txt": candidates,
    GOLDEN / "glossaries.txt": glossaries,
}
