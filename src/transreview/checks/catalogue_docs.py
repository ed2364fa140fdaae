"""docs/checks.md, made from the catalogue: `python -m transreview.checks.catalogue_docs > docs/checks.md`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from transreview.checks.check import Check, Scope
from transreview.checks.registry import REGISTRY
from transreview.languages.registry import known_languages, language
from transreview.terminal_text import code_point, printable

_HEAD = """\
# Checks

<!-- Made from the code by `python -m transreview.checks.catalogue_docs`; a test keeps it current. -->

`transreview check` looks for what is surely or probably wrong in a translation: in a project, in a PO,
XLIFF, TMX, TSV, CSV or JSON Lines file, or in a stream. `transreview check --help` has the options,
`--list` this catalogue.

| severity | meaning |
| --- | --- |
| critical | the segment is no translation: empty, a copy, another language, a stuck machine |
| error | surely wrong; a run fails on it unless told otherwise |
| warning | probably wrong, or surely a small fault: worth a look |
| info | a remark; shown with `--severity info` |

A text that is checked by itself is judged more mildly than one seen in its document: a quotation mark
may be answered in the next segment, and a line without a full stop may be a label.

## Findings

Each names the segment, the side, the span, what stands there and what was expected. Where the mending
is certain (full-width signs, blanks, entities, invisible characters, look-alike letters, dates,
forbidden terms in the right case) it carries a fix: `transreview check PROJECT --fix --dry-run` shows
what would change, `--fix` does it, and one undo takes it back. Text of HTML that stands inside Markdown
is left to a person, and said. On the screen a finding can be dismissed
with a reason. That holds for as long as the texts stay as they are, for everybody who opens the
project; `--dismissed` lists such findings.

## Gates

```sh
transreview check fair.transreview --fail-on warning
transreview check fair.transreview --max error=0,warning=20
transreview check fair.transreview --format json > old.json      # and later:
transreview check fair.transreview --baseline old.json           # only what is new counts
transreview check catalog.ka.po --format sarif > findings.sarif  # or junit, github
```

The exit code is 0 when everything passes, 1 when a threshold fails, 2 for wrong use, 3 for unreadable
input.

## Streams

```sh
zcat corpus.jsonl.gz | transreview check - --source-lang zh --target-lang ka --format jsonl --workers 0
```

Each line is `{"id", "source", "target"}`; lines of one `"document"` are checked as a document, all
others each by itself. Memory stays flat, and several processes give the same answer as one.

## A team's settings

The nearest `transreview.toml` beside or above the input is read, or the table `[tool.transreview]` of a
`pyproject.toml`. The command line outweighs it. A check that is unknown here, since its package is not
installed or is broken, is named and left out; the rest holds. [The example](examples/transreview.toml) has
everything:

```toml
{settings}```

## Checks of your own

A rule that a regular expression can say goes into `[[checks.rules]]`, as above; it is reported as
`rule.ID`. For anything else write a function and name it under the entry point `transreview.checks` ([a
complete package](examples/own_checks)):

```python
{own}```

Its examples belong to it: test it by running `check_segment` on both, as our own tests do.

## The catalogue

"Pairs" says for which languages a check is true; it is not run for others.
"""


def checks_page(settings: str, own: str) -> str:
    """Return the page.

    Args:
        settings: Text of the example settings file.
        own: Text of the example of a check.
    """
    parts = [_HEAD.replace("{settings}", settings).replace("{own}", own)]
    for family, checks in groupby(
        sorted(REGISTRY, key=lambda check: check.family), lambda check: check.family
    ):
        parts.append(f"\n### {family}\n\n" + "".join(_entry(check) for check in checks))
    return "".join(parts)


def _entry(check: Check) -> str:
    features = [check.severity.value]
    if check.mqm:
        features.append(f"MQM {check.mqm}")
    features.append("whole documents" if check.scope is Scope.DOCUMENT else "single segments")
    features.append(f"pairs: {_pairs(check)}")
    if not check.default:
        features.append("off by default")
    return (
        f"**`{check.id}`** – {check.explanation}  \n"
        f"{'; '.join(features)}  \n"
        f"good: {_example(check.good.source, check.good.target)}  \n"
        f"bad: {_example(check.bad.source, check.bad.target)}\n\n"
    )


def _example(source: str, target: str) -> str:
    return " → ".join(f"`{_shown(text)}`" if text.strip() else "(nothing)" for text in (source, target))


def _shown(text: str) -> str:
    shown = text.replace("\n", " ⏎ ")
    return printable(shown, kept="", shown=code_point)


def _pairs(check: Check) -> str:
    """Return in words for which pairs of known languages a check is true."""
    codes = sorted(known_languages())
    true_for = {
        (source, target)
        for source in codes
        for target in codes
        if source != target and check.applies(language(source), language(target))
    }
    if len(true_for) == len(codes) * (len(codes) - 1):
        return "any"
    sources = sorted({source for source, _target in true_for})
    targets = sorted({target for _source, target in true_for})
    if len(targets) == 1 and len(sources) == len(codes) - 1:
        sources = codes  # nothing is translated into its own language
    return f"{_set(sources, codes)} → {_set(targets, codes)}"


_FEW = 10


def _set(chosen: Sequence[str], codes: Sequence[str]) -> str:
    if len(chosen) == len(codes):
        return "any"
    others = [code for code in codes if code not in chosen]
    if len(chosen) > _FEW and len(others) <= 2 * _FEW:
        return f"any but {', '.join(others)}"
    return ", ".join(chosen)


def main() -> None:
    """Print the page; run it from the top of a checkout."""
    import sys
    from pathlib import Path

    examples = Path("docs/examples")
    sys.stdout.write(
        checks_page(
            (examples / "transreview.toml").read_text(encoding="utf-8"),
            (examples / "own_checks" / "own_checks.py").read_text(encoding="utf-8"),
        )
    )


if __name__ == "__main__":
    main()
