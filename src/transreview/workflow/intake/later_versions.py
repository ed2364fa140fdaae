"""A later version of a bilingual file: unchanged units keep all work, changed ones carry it over."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from transreview.formats.readers import parse_bilingual
from transreview.formats.reading import read_bytes
from transreview.model.article import Article
from transreview.model.pair import Pair, PairFile
from transreview.project.pair_rows import forms_of, names_of, units_of
from transreview.project.project import Project
from transreview.project.restructure.reimport import Reimported
from transreview.workflow.intake.bilingual_files import ORIGIN, remember, require_bilingual
from transreview.workflow.quality.catalog_facts import facts_of, kept_facts, to_keep

# gettext's msgmerge takes texts for versions of each other from about here on (0 to 100).
_ALIKE = 60
# A unit that stays is no earlier version of a new one: it lends its translation only where it is nearer.
_NEAR = 75


def take_later_version(project: Project, article: Article, path: Path) -> Reimported:
    """Take in a later version of the bilingual file that an article came from; one undo.

    A unit that is there as before keeps its translation and status. One whose source has changed a
    little gets the translation of its earlier version, flagged as needing work. What is gone is gone
    from the project too; the journal keeps it.

    Args:
        project: The project.
        article: An article of a bilingual file.
        path: The later version: the file itself, or a template (POT) without translations.

    Raises:
        InputError: It cannot be read.
        UsageError: The article did not come from a bilingual file.
    """
    origin = require_bilingual(project, article)
    data = read_bytes(path)
    file = parse_bilingual(
        data,
        path,
        encoding=origin.encoding,
        source_language=origin.source_language,
        target_language=origin.target_language,
    )
    now = {pair.identity: pair for pair in project.pairs.present(article.id)}
    pairs = _carried_over(file.pairs, project.pairs.imported(article.id), now)
    forms = forms_of(pairs)
    source, target, beads = units_of(forms)
    plan = project.structure.plan_reimport(article.id, source, target, names_of(forms))
    kept = json.dumps({**asdict(origin), "path": str(path.absolute())})
    done = project.structure.reimport(
        plan, beads, data={ORIGIN: kept, **_kept_of(project, article, file, path)}, pairs=pairs
    )
    remember(project, article, path, data, file.format)
    return done


def _kept_of(project: Project, article: Article, file: PairFile, path: Path) -> dict[str, str]:
    """Return what is to be kept of a later catalog; a template's header takes no catalog's place."""
    facts, before = facts_of(file, path.name), kept_facts(project, article)
    if facts is not None and facts.template and before is not None and before.known:
        return {}
    return to_keep(facts)


def _carried_over(new: Sequence[Pair], old: Sequence[Pair], now: Mapping[str, Pair]) -> list[Pair]:
    """Return the units of the later version, each without a translation with that of its earlier version.

    Args:
        new: The units of the later version.
        old: Those of the earlier one, as they came in.
        now: The same with the work of the project, by identity.
    """
    by_identity = {pair.identity: pair for pair in old}
    lenders = _Lenders(old, {pair.identity for pair in new}, now)
    found: list[Pair] = []
    for pair in new:
        earlier = by_identity.get(pair.identity)
        if any(form.strip() for form in pair.forms):
            found.append(pair)
        elif earlier is not None:
            found.append(
                replace(
                    pair,
                    target=earlier.target,
                    plurals=earlier.plurals,
                    status=earlier.status,
                    comments=pair.comments or earlier.comments,
                )
            )
        else:
            lender = lenders.of(pair.source)
            found.append(pair if lender is None else _draft(pair, lender))
    return found


class _Lenders:
    """The units of the earlier version whose translations new units may begin from."""

    def __init__(self, old: Sequence[Pair], known: Collection[str], now: Mapping[str, Pair]) -> None:
        present = [now.get(pair.identity, pair) for pair in old]
        translated = [pair for pair in present if any(form.strip() for form in pair.forms)]
        gone = [pair for pair in translated if pair.identity not in known]
        staying = [pair for pair in translated if pair.identity in known]
        self._lists = [
            (pairs, [pair.source for pair in pairs], least)
            for pairs, least in ((gone, _ALIKE), (staying, _NEAR))
        ]

    def of(self, source: str) -> Pair | None:
        """Return the unit that comes nearest to a source, one that is gone first; None without a near one."""
        from rapidfuzz import process
        from rapidfuzz.fuzz import ratio

        for pairs, sources, least in self._lists:
            best = process.extractOne(source, sources, scorer=ratio, score_cutoff=least)
            if best is not None:
                return pairs[best[2]]
        return None


def _draft(pair: Pair, earlier: Pair) -> Pair:
    """Return a new unit with the translation of an earlier one, for somebody to look at."""
    plurals = earlier.plurals if pair.is_plural else ()
    comments = pair.comments or earlier.comments
    return replace(pair, target=earlier.target, plurals=plurals, comments=comments, needs_work=True)
