"""Language tags: BCP 47 in every spelling that files use, reduced to what the tool tells apart."""

from __future__ import annotations

from dataclasses import dataclass

from transreview.languages.iso_639 import SHORTEST
from transreview.lazy_patterns import lazy_pattern

# Which characters Chinese is written in by region (CLDR, likely subtags).
_CHINESE_SCRIPTS = {"TW": "Hant", "HK": "Hant", "MO": "Hant", "CN": "Hans", "SG": "Hans", "MY": "Hans"}

_SUBTAG = lazy_pattern(r"[-_@.]")


@dataclass(frozen=True, slots=True)
class Tag:
    """A language tag taken apart.

    Attributes:
        language: Lower-case primary subtag, the shortest code in use ("zh", "ka").
        script: ISO 15924 code where the tag names or implies one ("Hant"), else empty.
        region: ISO 3166 code where the tag names one ("TW"), else empty.
    """

    language: str
    script: str = ""
    region: str = ""

    def __str__(self) -> str:
        """The tag in BCP 47's own casing."""
        return "-".join(part for part in (self.language, self.script, self.region) if part)


def parse_tag(code: str) -> Tag:
    """Take a tag apart, whether spelt by BCP 47 (zh-Hant-TW) or as a locale (zh_TW.UTF-8).

    Args:
        code: Any string; what is no language tag comes back as an unknown language.

    Returns:
        The tag; "und" for an empty string.
    """
    first, *rest = [part for part in _SUBTAG.split(code.strip()) if part] or ["und"]
    language = SHORTEST.get(first.lower(), first.lower())
    script = region = ""
    for part in rest:
        if len(part) == 4 and part.isalpha() and not script:
            script = part.title()
        elif (len(part) == 2 and part.isalpha()) or (len(part) == 3 and part.isdigit()):
            region = region or part.upper()
    if language == "zh" and script not in {"Hans", "Hant"}:
        script = _CHINESE_SCRIPTS.get(region, "")
    return Tag(language, script, region)


def locale_name(tag: str) -> str:
    """Return the name that gettext has for a language: "zh_CN" for zh, "pt_BR", "sr@latin"."""
    parts = tag.replace("_", "-").split("-")
    language = parts[0].lower()
    script = next((part.title() for part in parts[1:] if len(part) == 4), "")
    region = next((part.upper() for part in parts[1:] if len(part) in {2, 3}), "")
    if language == "zh" and not region:
        region = "TW" if script == "Hant" else "CN"
    suffix = {"Latn": "@latin", "Cyrl": "@cyrillic"}.get(script, "")
    return language + (f"_{region}" if region else "") + suffix
