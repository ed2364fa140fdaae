"""Bans of a source that its translation allows: 未经许可不得 is no "may be done without leave"."""

from __future__ import annotations

from transreview.lazy_patterns import lazy_pattern

# A ban of the source, and what says that a thing may be done, beside "without" or another denial.
_BAN = lazy_pattern("不得(?!不|已|了)|禁止|严禁|不许|不准|不允许|不可以|请勿")
_MAY = lazy_pattern(
    "(?<![ა-ჰ])(?:დასაშვებ|ნებადართ|დაშვებულ|შეიძლებ|შეუძლია|შეგიძლია|ნებისმიერს შეუძ|უფლება აქვ)[ა-ჰ]*"
)
_BANNED = lazy_pattern(
    "აკრძალ|იკრძალ|დაუშვ|შეუძლებ|(?<![ა-ჰ])(?:არა?ა?|ვერ|ნუ|აღარ|არც|ვერც|(?:არა|ვერა)[ვფს][ა-ჰ]+|არსად|არც-?ერთ[ა-ჰ]*|არანაირ[ა-ჰ]*)(?![ა-ჰ])"
)


def allowed(source: str, target: str) -> tuple[int, int] | None:
    """Return the ban of a source that is allowed in its translation: 未经许可不得 "may be done"."""
    ban = _BAN.search(source)
    if ban is None or not _MAY.search(target) or _BANNED.search(target):
        return None
    return ban.span()
