"""What a glossary says of texts, kept whole: `python -m tests.kept terminology` renews golden/kept.json.

Kept are where terms are found and how surely, what would stand in the place of a wrong one, what several
names of one thing there are, what lint says of a glossary with faults, and what is proposed as a term.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind
from transreview.terminology import SegmentTerms, TermIndex
from transreview.terminology.citation import citation_form, is_dictionary_form, number_in_use
from transreview.terminology.consistency import renderings
from transreview.terminology.extraction import extract
from transreview.terminology.lint import lint

KEPT = Path(__file__).parent / "golden" / "kept.json"


def concept(id_: str, zh: str, ka: str, also: str = "", forbidden: str = "", **rest: Any) -> Concept:
    kinds = [(ka, TermKind.PREFERRED), (also, TermKind.ADMITTED), (forbidden, TermKind.FORBIDDEN)]
    source = [
        Term(text, "zh", kind=TermKind.ADMITTED if n else TermKind.PREFERRED)
        for n, text in enumerate(zh.split("|"))
    ]
    target = [Term(t, "ka", kind=kind) for cell, kind in kinds for t in cell.split("|") if t]
    return Concept(id_, terms=(*source, *target), **rest)


GLOSSARY = Glossary(
    (
        concept("association", "协会|协会组织", "ასოციაცია", "გაერთიანება", "კავშირი"),
        concept("spectacles", "眼镜", "სათვალე", forbidden="მინა"),
        concept("optical-association", "眼镜协会", "სათვალის ასოციაცია", forbidden="ოპტიკური ასოციაცია"),
        concept("industry", "行业", "დარგი", "ინდუსტრია", "მრეწველობა"),
        concept("cluster", "产业集群", "სამრეწველო კლასტერი", forbidden="ჯგუფი"),
        concept("president", "总统", "პრეზიდენტი"),
        concept("party", "党", "პარტია", forbidden="წვეულება"),
        concept("xiamen", "厦门", "სიამენი", forbidden="ქიამენი"),
        concept("gdp", "GDP|国内生产总值", "მთლიანი შიდა პროდუქტი", "მშპ", "GDP"),
        concept("lens", "镜片", "ლინზა", forbidden="ობიექტივი"),
        concept("standard", "标准", "სტანდარტი", "ნორმა"),
        concept("work", "工作", "სამუშაო", "მუშაობა|საქმიანობა"),
        concept("free", "自由", "თავისუფალი"),
        concept("chemistry", "化学", "ქიმია"),
        concept("old", "旧称", "ძველი", forbidden="დრო", status=ConceptStatus.DEPRECATED),
        concept("new", "新词", "ახალი სიტყვა", status=ConceptStatus.PROPOSED),
    ),
    ("zh", "ka"),
)
PAIRS = (
    ("眼镜协会在厦门成立了。", "ოპტიკური ასოციაცია ქიამენში დაარსდა."),
    ("中国眼镜协会的工作", "ჩინეთის სათვალის ასოციაციის მუშაობა"),
    ("协会组织了眼镜行业的标准", "ასოციაციამ სათვალის დარგის სტანდარტები შეადგინა"),
    ("眼镜行业和镜片", "სათვალის მრეწველობამ და ობიექტივებმა"),
    ("产业集群的标准", "სამრეწველო ჯგუფების ნორმები"),
    ("产业集群", "სამრეწველო კლასტერებისთვისაც"),
    ("总统和党的工作", "პრეზიდენტისა და წვეულების სამუშაოები"),
    ("党与协会", "პარტიასთან და კავშირთან"),
    ("GDP增长", "GDP-ის ზრდა"),
    ("国内生产总值增长", "მშპ-ს ზრდა, მთლიანი შიდა პროდუქტის ზრდა"),
    ("自由的协会", "თავისუფალმა გაერთიანებებმა თავისუფლად"),
    ("化学行业", "ქიმიის ინდუსტრია, ქიმიურია"),
    ("旧称新词", "დრო და ახალი სიტყვები"),
    ("镜片镜片镜片", "ლინზებს, ლინზით, ლინზამდე, „ლინზა“"),
    ("化学。学习", "ᲥᲘᲛᲘᲐ სწავლა"),
    ("标 准 和眼　镜", "სტანდარტია თუ სათვალეები?"),
    ("眼镜", "მინის სათვალეებში მინებია"),
    ("没有术语", "პარტიული საქმიანობა"),
    ("厦门党", "Სიამენის Წვეულებამ"),
    ("", "დარგები"),
)
FORMS = (
    ("ka", ("ასოციაციის", "ასოციაციამ", "ასოციაციაში")),
    ("ka", ("სათვალის დარგის", "სათვალის დარგმა")),
    ("ka", ("გაერთიანებული ერების", "გაერთიანებულმა ერებმა")),
    ("ka", ("ჩიპის", "ჩიპებმა")),
    ("ka", ("თბილისში",)),
    ("en", ("lenses", "lens")),
    ("de", ("Brillen", "Brille")),
    ("zh", ("眼镜",)),
)
FAULTY = Glossary(
    (
        concept("a", "协会", "ასოციაცია", forbidden="ასოციაცია"),
        concept("b", "协会", "გაერთიანება"),
        concept("c", "眼镜", "ასოციაციის"),
        concept("d", "空", ""),
        concept("e", "Latin 文", "ლათინური  ორი"),
        concept("f", "镜片", "ლინზა", forbidden="სათვალე"),
        concept("g", "眼镜|眼镜", "სათვალე"),
        concept("h", "ქართული", "中文"),
        concept("i", "会", "კრება"),
    ),
    ("zh", "ka"),
)


def _matches(found: Any) -> list[list[Any]]:
    return [[one.concept_id, one.term.text, one.start, one.end, round(one.confidence, 4)] for one in found]


def uses() -> dict[str, Any]:
    """Return for each pair where terms are, and what is wrong with them."""
    terms = SegmentTerms(GLOSSARY, "zh", "ka")
    return {
        f"{source} | {target}": [
            [
                use.concept.id, _matches(use.source), _matches(use.rendered),
                [
                    [
                        *_matches([one.match])[0], one.found, list(one.expected.candidates) if one.expected else None,
                        one.expected.form if one.expected else None,
                    ]
                    for one in use.forbidden
                ],
                list(use.expected), use.missing,
            ]
            for use in terms.uses(source, target)
        ]
        for source, target in PAIRS
    }  # fmt: skip


def everything() -> dict[str, Any]:
    """Return all that is kept, by its kind."""
    terms = SegmentTerms(GLOSSARY, "zh", "ka")
    index, source_index = TermIndex(GLOSSARY, "ka"), TermIndex(GLOSSARY, "zh")
    return {
        "uses": uses(),
        "found": {
            text: [_matches(one.find(text)), _matches(one.find_all(text))]
            for one, side in ((source_index, 0), (index, 1))
            for text in (pair[side] for pair in PAIRS)
        },
        "renderings": [repr(one) for one in renderings([terms.uses(*pair) for pair in PAIRS])],
        "lint": [repr(one) for one in lint(FAULTY)],
        "candidates": [
            [one.text, one.count, list(one.segments), [repr(target) for target in one.targets], round(one.score, 3)]
            for one in extract([*PAIRS, *PAIRS], "zh", "ka")
        ],
        "candidates of words": [
            [one.text, one.count, list(one.segments)]
            for one in extract([(target, source) for source, target in (*PAIRS, *PAIRS)], "ka", "zh", glossary=GLOSSARY)
        ],
        "citations": [
            [
                forms, citation_form(forms, code), number_in_use(citation_form(forms, code), forms, code),
                [is_dictionary_form(form, forms, code) for form in forms],
            ]
            for code, forms in FORMS
        ],
    }  # fmt: skip


def written() -> str:
    """Return all of it as JSON."""
    return json.dumps(everything(), ensure_ascii=False, indent=1, default=str) + "\n"


PARTS = {KEPT: written}
