"""Findings of one pair of texts a line: `python tests/benchmarks/checks.py FILE [--score]`.

FILE holds {"id", "source", "target", "glossary"?}; "glossary" is a list of [source, target] terms.
Prints {"id", "checks": [{"id", "severity", "start", "end"}, …]} through the product's own code.
With --score, FILE also says what was seeded ("injected", "tier", "base"), and the figures are
printed beside the numbers to reach.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from transreview.checks import CheckContext, SegmentText, check_segment
from transreview.model.finding import Finding
from transreview.model.glossary import Concept, Glossary, Term

# What was seeded → the checks that rightly report it.
ACCEPTED = {
    "number_changed": "num.mismatch",
    "number_missing": "num.mismatch",
    "number_added": "num.mismatch",
    "number_scale": "num.scale num.mismatch",
    "percent_lost": "num.percent num.mismatch",
    "date_month": "num.date num.mismatch",
    "han_left": "script.han",
    "latin_left": "script.latin lang.mixed",
    "cyrillic_left": "script.cyrillic lang.mixed",
    "mixed_script_word": "script.mixed_word",
    "homoglyph_latin": "script.mixed_word script.cyrillic",
    "bracket_dropped": "punct.bracket",
    "bracket_pair_dropped": "punct.bracket",
    "quote_dropped": "punct.quote",
    "quotes_lost": "punct.quote",
    "cjk_quote_left": "punct.fullwidth punct.quote_style punct.quote",
    "dup_word": "rep.word",
    "dup_phrase": "rep.phrase rep.loop rep.word",
    "final_punct_missing": "punct.final len.truncated",
    "final_punct_changed": "punct.final",
    "question_lost": "punct.final",
    "fullwidth_left": "punct.fullwidth",
    "fullwidth_digit": "punct.fullwidth num.format num.mismatch",
    "double_space": "space.double",
    "space_before_punct": "punct.spacing",
    "no_space_after_punct": "punct.spacing",
    "truncated_half": "len.ratio len.truncated punct.final",
    "truncated_midword": "len.truncated punct.final len.ratio",
    "sentence_dropped": "sent.count len.ratio",
    "wrong_language": "lang.wrong",
    "copied_source": "copy.source lang.wrong",
    "empty": "empty.target",
    "hallucinated_loop": "rep.loop rep.phrase rep.word len.ratio",
    "added_text": "len.ratio sent.count",
    "misaligned": "align.mismatch num.mismatch len.ratio name.missing term.missing",
    "mojibake": "uni.mojibake uni.control",
    "replacement_char": "uni.replacement",
    "invisible_char": "uni.invisible uni.control",
    "mtavruli_mid": "script.mtavruli",
    "html_entity": "uni.entity tag.mismatch",
    "url_changed": "url.mismatch",
    "email_changed": "email.mismatch",
    "tag_dropped": "tag.mismatch",
    "placeholder_changed": "placeholder.mismatch",
    "list_marker": "list.marker num.mismatch",
    "term_wrong": "term.missing",
    "negation_dropped": "neg.lost",
    "word_shuffle": "awk.lm",
    "typo": "spell.typo spell.letter awk.lm",
}
RANK = {"info": 0, "warning": 1, "error": 2, "critical": 3}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--score", action="store_true", help="print figures, not findings")
    parser.add_argument("--source-language", default="zh")
    parser.add_argument("--target-language", default="ka")
    options = parser.parse_args()
    lines = options.file.read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines if line.strip()]
    plain = CheckContext(options.source_language, options.target_language)
    found = {}
    for item in items:
        context = plain
        if item.get("glossary"):
            glossary = glossary_of(item["glossary"], options.source_language, options.target_language)
            context = CheckContext(options.source_language, options.target_language, glossary=glossary)
        findings = check_segment(SegmentText(item["source"], item["target"]), context)
        found[item["id"]] = findings
        if not options.score:
            print(json.dumps({"id": item["id"], "checks": [plainly(one) for one in findings]}))
    if options.score:
        score(items, found)
    return 0


def plainly(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.check,
        "severity": finding.severity.value,
        "start": finding.start,
        "end": finding.end,
    }


def glossary_of(rows: list[list[str]], source: str, target: str) -> Glossary:
    return Glossary(
        tuple(
            Concept(str(number), terms=(Term(row[0], source), Term(row[1], target)))
            for number, row in enumerate(rows)
        ),
        (source, target),
    )


def score(items: list[dict[str, object]], found: dict[str, list[Finding]]) -> None:
    """Print net recall by seeded type and what is reported on clean items."""
    ids = {key: {one.check for one in findings} for key, findings in found.items()}
    clean = [item for item in items if item["injected"] is None]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    tiers: dict[str, str] = {}
    for item in items:
        kind = item["injected"]
        if kind is None:
            continue
        tiers[kind] = item["tier"]
        accepted = set(ACCEPTED[kind].split())
        twin = ids[item["base"]] if item["base"] else set()
        counts[kind]["n"] += 1
        counts[kind]["net"] += bool((ids[item["id"]] - twin) & accepted)
    net = {kind: count["net"] / count["n"] for kind, count in counts.items()}
    for kind in sorted(net, key=lambda one: (tiers[one], net[one])):
        if net[kind] < 1:
            print(f"  {tiers[kind]} {kind:22s} {net[kind]:.2f} of {counts[kind]['n']}")
    for tier, reach in (("A", 0.98), ("B", 0.80), ("C", None), ("all", 0.90)):
        values = [value for kind, value in net.items() if tier in {tiers[kind], "all"}]
        wanted = f" (reach {reach:.2f})" if reach else ""
        print(f"net recall {tier}: {sum(values) / max(1, len(values)):.4f}{wanted}")
    for name, reach in (("error", 0.025), ("warning", 0.08), ("info", None)):
        flagged = sum(any(RANK[f.severity] >= RANK[name] for f in found[item["id"]]) for item in clean)
        wanted = f" (reach {reach:.1%})" if reach else ""
        print(f"clean flagged at {name} or worse: {flagged / max(1, len(clean)):.2%}{wanted}")
    for name in ("error", "warning", "info"):
        checks = Counter(
            check
            for item in clean
            for check in {
                f.check
                for f in found[item["id"]]
                if RANK[f.severity] >= RANK[name] and (name == "error" or f.severity == name)
            }
        )
        shares = ", ".join(f"{check} {count / len(clean):.2%}" for check, count in checks.most_common())
        print(f"on clean items at {name}: {shares}")


if __name__ == "__main__":
    sys.exit(main())
