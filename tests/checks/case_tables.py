"""Tables of cases, one a family: what each check must report and what it must leave alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from transreview.checks import CheckContext, SegmentText, check_document, check_segment
from transreview.checks.segment_text import CatalogMessage
from transreview.checks.settings import CheckSettings
from transreview.model.finding import Finding
from transreview.model.glossary import Concept, Glossary, Term, TermKind
from transreview.model.unit import UnitKind

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    check: str
    fires: bool
    source: str
    target: str
    document: bool = False
    options: dict[str, str] = field(default_factory=dict)
    place: str = ""


def unescaped(text: str) -> str:
    for written, char in (("\\n", "\n"), ("\\t", "\t")):
        text = text.replace(written, char)
    while "\\u" in text:
        start = text.index("\\u")
        text = text[:start] + chr(int(text[start + 2 : start + 6], 16)) + text[start + 6 :]
    return text.replace("{50 words}", "სიტყვა და " * 25 + "ბოლო.").replace(
        "{20 words}", "სიტყვა და " * 10 + "ბოლო."
    )


def read_cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.cases")):
        check, always = "", {}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if cells[0] not in {"+", "-"}:
                check = cells[0]
                always = {name: value for name, _is, value in (one.partition("=") for one in cells[1:])}
                continue
            words = cells[3].split(" ") if len(cells) > 3 else []
            options = dict(always)
            for word in words:
                name, equals, value = word.partition("=")
                if not equals and options:
                    if word in {"glossary", "calques", "in_document", "select"}:
                        options[word] = ""
                    else:  # the rest of a value with a blank in it
                        last = list(options)[-1]
                        options[last] += f" {word}"
                else:
                    options[name] = value
            yield Case(
                check,
                cells[0] == "+",
                unescaped(cells[1]),
                unescaped(cells[2]),
                "document" in options,
                options,
                f"{path.name}:{number}",
            )


CASES = list(read_cases())

GLOSSARY = Glossary(
    tuple(
        Concept(
            name,
            terms=(
                *(Term(text, "zh") for text in zh.split("|")),
                *(Term(text, "ka", kind=kind) for kind, texts in ka for text in texts.split("|")),
            ),
        )
        for name, zh, ka in (
            (
                "spectacles-trade",
                "眼镜行业",
                [(TermKind.PREFERRED, "სათვალეების ინდუსტრია"), (TermKind.FORBIDDEN, "ოპტიკური ინდუსტრია")],
            ),
            (
                "party-building",
                "党的建设",
                [(TermKind.PREFERRED, "პარტიული მშენებლობა"), (TermKind.FORBIDDEN, "პარტიული შენობა")],
            ),
            ("association", "协会", [(TermKind.PREFERRED, "ასოციაცია"), (TermKind.ADMITTED, "გაერთიანება")]),
            ("president", "总统", [(TermKind.PREFERRED, "პრეზიდენტი")]),
            ("europe", "欧洲", [(TermKind.PREFERRED, "ევროპა")]),
        )
    ),
    ("zh", "ka"),
)
CALQUES = {"მოხსენება მოახდინ[ა-ჰ]+": "მოხსენება გააკეთა", "როლის თამაში": "როლის შესრულება"}


def context_for(case: Case) -> CheckContext:
    source, _dash, target = case.options.get("lang", "zh-ka").partition("-")
    settings = CheckSettings(
        select=frozenset({case.check} if "select" in case.options else ()),
        calques=CALQUES if "calques" in case.options else {},
    )
    return CheckContext(
        source, target, glossary=GLOSSARY if "glossary" in case.options else None, settings=settings
    )


def findings_of(case: Case) -> list[tuple[str, str, Finding]]:
    """Return what the case's check reports, each finding with the texts it was found in."""
    return [one for one in all_findings(case) if one[2].check == case.check]


def all_findings(case: Case) -> list[tuple[str, str, Finding]]:
    """Return what all checks report of a case's texts; that of the tables' rows is found once."""
    if case.place not in _LOOKED_AT or not case.place:
        _LOOKED_AT[case.place] = _look_at(case)
    return _LOOKED_AT[case.place]


_LOOKED_AT: dict[str, list[tuple[str, str, Finding]]] = {}


def _look_at(case: Case) -> list[tuple[str, str, Finding]]:
    context = context_for(case)
    if case.document:
        pairs = list(zip(case.source.split(" ¦ "), case.target.split(" ¦ "), strict=True))
        found = check_document([SegmentText(source, target) for source, target in pairs], context)
        return [(*pairs[index], one) for index, ones in found.items() for one in ones]
    target, message = case.target, None
    if case.check.startswith("catalog.") or "formats" in case.options:
        forms = target.split("|")
        message = CatalogMessage(
            formats=tuple(filter(None, case.options.get("formats", "").split(","))),
            forms=len(forms) if case.check == "catalog.plurals" else int(case.options.get("forms", "0")),
            nplurals=int(case.options.get("nplurals", "2")),
            rare="rare" in case.options,
            repeated=case.check == "catalog.repeated" and len(forms) > 1,
            header=case.check in {"catalog.header", "catalog.plural-rule"},
        )
        target = forms[0] if case.check == "catalog.plurals" else target
    text = SegmentText(
        case.source,
        target,
        message=message,
        kind=UnitKind(case.options.get("kind", "paragraph")),
        in_document="in_document" in case.options,
    )
    return [(case.source, case.target, one) for one in check_segment(text, context)]
