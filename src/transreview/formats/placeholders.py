"""Placeholders of programs and site generators inside text, by the dialect that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

PLACEHOLDERS: dict[str, str] = {
    # Hugo, Jekyll, Liquid, Jinja, Twig, Handlebars, Vue: {{< tip >}} {% asset a.jpg %} {{ name }} {{{raw}}}
    "template": r"\{\{[<%]?[^{}\n]{0,500}[>%]?\}\}\}?|\{\{\{[^{}\n]{0,500}\}\}\}|\{[%#][^{}\n]{0,500}[%#]\}"
    # Ruby's ERB and other servers' pages: <%= name %>
    r"|<%[^<>%\n]{0,200}%>",
    # Fluent: { $name } { -brand } { DATETIME($day) }; i18next: $t(other.key); Smarty: {$a.b|escape}
    "fluent": r"\{\s*(?:\$|-)[A-Za-z][\w-]*(?:(?:\.|->)[\w-]+|\[[^\[\]{}\s]{0,50}\])*(?:\|[\w:]{1,40})*\s*\}"
    r"|\{\s*[A-Z][A-Z0-9_-]*\([^(){}\n]{0,200}\)\s*\}|\$t\([^()\n]{1,100}\)",
    # Phrase: {b>bold<b} {1>a link<1}
    "phrase": r"\{(?:[biu^_]{1,3}|\d{1,4})>|<(?:[biu^_]{1,3}|\d{1,4})\}",
    # ICU: {count, number} {date, date, short}
    "icu": r"\{\s*\w+\s*,\s*(?:number|date|time|spellout|ordinal|duration)(?:\s*,[^{}\n]{0,60})?\}",
    # Names or numbers in braces, with index, attribute, conversion and format; also of Ruby and shells
    "braces": r"[$#%]?\{[A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+|\[[^\[\]{}\s]{0,50}\])*(?:![rsa])?"
    r"(?:[:,][^{}\n\s]{0,40})?\}",
    # Symfony: %count%, %user.name%; no %ld%%
    "per cent name": r"(?<![\w%])%(?!l{1,2}[a-z]%)[A-Za-z][A-Za-z0-9_.]{2,40}%(?![A-Za-z0-9%])",
    # Python: %(name)s; Ruby: %<name>s
    "named printf": r"%(?:\(\w{1,80}\)|<\w{1,80}>)[-+#0]*\d*(?:\.\d+)?[a-zA-Z]",
    # Apple's plural forms: %#@files@ %1$#@files@; of its string catalogues: %arg
    "plural variable": r"%(?:\d+\$)?#@\w{1,80}@|(?<![\w%])%arg(?![A-Za-z])",
    # C, PHP, Objective-C: %1$s %2$@ %-5.2f %'d %lu %@
    "positional printf": r"%\d+\$[-+#0']*\d*(?:\.\d+)?(?:l{0,2}|h{0,2}|z)[a-zA-Z@]",
    "printf": r"(?<![\d%])%[-+#0',]*\d*(?:\.\d+)?(?:(?:l{0,2}|h{0,2}|z)[sdiu@]|l{0,2}[fgxXc](?![A-Za-z]))"
    # Go: %q %+v
    r"|(?<![\d%])%[+#]?[qvT](?![A-Za-z])",
    # Boost: %1%; Qt and KDE: %1 %L2 %n
    "qt": r"(?<![\w%])%[1-9](?=%(?![0-9A-Fa-f]{2}))|(?<![\w%])%L?[1-9]\d?(?![\d$%])|(?<![\w%])%n(?![A-Za-z])",
    # Web extensions, Windows: $NAME$ %NAME%
    "dollars": r"\$[A-Z][A-Z0-9_@]{1,60}\$|%[A-Z][A-Z0-9_]{2,60}%",
    # Ruby's and Laravel's :name, no emoji (:smile:), time or address
    "colon": r"(?<![\w:/)\]}])(?<![^\x00-\x7f]):[a-z][a-z0-9]*(?:_[a-z0-9]+)*(?![\w:/])",
    # reStructuredText: the role of :ref:`install` and :py:func:`open`
    "role": r"(?<![A-Za-z0-9:]):[a-z][a-z0-9_+.-]*(?::[a-z][a-z0-9_+.-]*)*:(?=`)",
    # Drupal: @count, no address, no handle with a capital or a dot
    "at": r"(?<![\w.@/+-])@[a-z][a-z0-9_]*(?![A-Za-z0-9_@/]|[.-][A-Za-z0-9])",
    # Mozilla: &brandShortName; no entity of HTML
    "entity": r"&[a-z]{3,}(?:[A-Z.][A-Za-z0-9]+)+;",
    # MediaWiki's $1, shells' $NAME
    "dollar": r"\$(?:[1-9](?![\d.,]|[kKmMbB]n?(?![A-Za-z]))|[A-Z][A-Z0-9_]{2,}(?![\w$]))",
    # Swift: \(name), no formula \(x\)
    "swift": r"(?<!\\)\\\([A-Za-z_][\w.]{0,80}\)",
    # I18n.js, mailing lists: [[name]]
    "brackets": r"(?<!\[)\[\[[a-z][A-Za-z0-9_.]{0,60}\]\](?!\])",
    "percent": r"%%",
}
"""Dialect → pattern, in the order in which they are tried at one place."""

# The look ahead is for speed: at most places no pattern can begin.
PLACEHOLDER = re.compile(
    rf"(?=[$#%{{:<\\@&\[])(?:{'|'.join(f'(?:{pattern})' for pattern in PLACEHOLDERS.values())})"
)
"""Any placeholder but those of ICU messages, whose branches hold text."""

_ICU_START = re.compile(r"\{\s*[\w.]+\s*,\s*(?:plural|select|selectordinal)\s*,")
_ICU_BRANCH = re.compile(r"\s*(?:offset:\d+\s*)?(=\d+|[A-Za-z_][\w-]*)\s*\{")
_CLOSES = re.compile(r"[{}]")
_DEEPEST = 8
_FAILURES = 20  # messages that do not close: a text of many is no message


def icu_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of ICU plural and select messages that are no text.

    `{n, plural, one {# file} other {# files}}` gives `{n, plural, one {`, `} other {` and `}}`.
    """
    at = failures = 0
    while failures < _FAILURES and (match := _ICU_START.search(text, at)):
        spans = _message(text, match.start(), match.end(), 0)
        yield from spans
        failures += not spans
        at = spans[-1][1] if spans else match.end()


def _message(text: str, start: int, at: int, depth: int) -> list[tuple[int, int]]:
    """Return the parts of one message; nothing when it is not closed."""
    if depth > _DEEPEST:
        return []
    spans: list[tuple[int, int]] = []
    begun = start
    while branch := _ICU_BRANCH.match(text, at):
        spans.append((begun, branch.end()))
        end, inner = _branch_end(text, branch.end(), depth)
        if end < 0:
            return []
        spans += inner
        begun, at = end, end + 1
    closing = text.find("}", at)
    if not spans or closing < 0 or text[at:closing].strip():
        return []
    return [*spans, (begun, closing + 1)]


def _branch_end(text: str, at: int, depth: int) -> tuple[int, list[tuple[int, int]]]:
    """Return where a branch's closing brace stands, -1 without one, and the messages inside."""
    level, inner = 0, []
    while match := _CLOSES.search(text, at):
        at = match.end()
        if match[0] == "{":
            nested = _ICU_START.match(text, match.start())
            spans = _message(text, match.start(), nested.end(), depth + 1) if nested else []
            if spans:
                inner += spans
                at = spans[-1][1]
            else:
                level += 1
        elif level == 0:
            return match.start(), inner
        else:
            level -= 1
    return -1, []
