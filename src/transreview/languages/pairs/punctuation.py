"""Which punctuation marks of one language stand for which of another."""

from __future__ import annotations

from transreview.languages.language import Language

# Every mark in the role it plays. A mark of two roles stands in the one it mostly has.
ROLES: dict[str, str] = {
    "stop": "。．.｡։।۔",
    "question": "？?؟⁇",
    "exclamation": "！!‼",
    "ellipsis": "…⋯",
    "comma": "，,、､،",
    "semicolon": "；;؛",
    "colon": "：:",
    "quote-open": "“„«「『‘‚「《〈",
    "quote-close": "”»」』’」》〉",
    "bracket-open": "（([【〔",
    "bracket-close": "）)]】〕",
    "dash": "—–―─",
    "percent": "%％٪",
}
ROLE_OF: dict[str, str] = {mark: role for role, marks in ROLES.items() for mark in marks}
ROLE_OF['"'] = "quote"

_EUROPEAN = {
    "stop": (".",),
    "question": ("?",),
    "exclamation": ("!", "."),
    "ellipsis": ("…", "..."),
    "comma": (",",),
    "semicolon": (";", ".", ","),
    "colon": (":", "–", "-"),
    "bracket-open": ("(", "[", "–", ","),
    "bracket-close": (")", "]", "–", ","),
    "dash": ("–", "—", "-", ",", ":"),
    "percent": ("%",),
}
_CJK = {
    "stop": ("。", "."),
    "question": ("？", "?"),
    "exclamation": ("！", "!", "。"),
    "ellipsis": ("……", "…"),
    "comma": ("，", "、", ","),
    "semicolon": ("；", "。", "，", ";"),
    "colon": ("：", ":"),
    "bracket-open": ("（", "(", "【", "["),
    "bracket-close": ("）", ")", "】", "]"),
    "dash": ("——", "—", "－", "，"),
    "percent": ("%", "％"),
}
_OWN: dict[str, dict[str, tuple[str, ...]]] = {
    "hy": {"stop": ("։", "."), "question": ("՞",), "exclamation": ("՜", "!"), "colon": ("՝", ".", ":")},
    "el": {"question": (";", "?"), "semicolon": ("·", ".")},
    "ar": {"question": ("؟",), "comma": ("،",), "semicolon": ("؛",)},
    "fa": {"question": ("؟",), "comma": ("،",), "semicolon": ("؛",)},
    "ur": {"question": ("؟",), "comma": ("،",), "stop": ("۔", ".")},
    "hi": {"stop": ("।", ".")},
    "bn": {"stop": ("।", ".")},
    "th": {"stop": ("", ".")},
    "ko": {"stop": (".",), "comma": (",",)},
}


def mark_table(source: Language, target: Language) -> dict[str, tuple[str, ...]]:
    """Return what each mark may become in the target.

    Args:
        source: Language of the marks.
        target: Language of what stands for them.

    Returns:
        For each mark whose role is known: the target's marks of that role, usual first. Quotation
        marks give those of the target's record.
    """
    usual = dict(_CJK if not target.spaced and target.scripts[:1] in {("Hani",), ("Hira",)} else _EUROPEAN)
    usual.update(_OWN.get(target.code, {}))
    opening = tuple(dict.fromkeys([pair[0] for pair in target.quotes] + ['"']))
    closing = tuple(dict.fromkeys([pair[1] for pair in target.quotes] + ['"']))
    usual |= {"quote-open": opening, "quote-close": closing, "quote": opening + closing}
    table = {mark: usual[role] for mark, role in ROLE_OF.items() if role in usual}
    if source.code == "el":
        table[";"] = usual["question"]
    for opener, closer in source.quotes:
        # In „…“ the closing mark is another language's opening one.
        table[opener], table[closer] = opening, closing
    return table
