"""Checking bilingual files and streams: whole documents where there are some, else text by text.

A file of translations (PO, XLIFF, TSV, CSV) is one document. Lines of JSON are texts of their own
unless they name a "document". What is checked together never depends on the number of processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import chain, groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import Any

from transreview.checks.context import CheckContext
from transreview.checks.engine import check_document, check_segments
from transreview.checks.lengths import LengthFit, bands_for
from transreview.checks.registry import installed_checks
from transreview.checks.settings import CheckSettings
from transreview.errors import InputError
from transreview.formats.reading import display_name
from transreview.i18n import _
from transreview.languages import identify
from transreview.model.finding import Finding
from transreview.model.glossary import Glossary
from transreview.model.pair import PairFile
from transreview.project.pair_rows import forms_of, state_of
from transreview.workflow.intake.pair_languages import file_languages
from transreview.workflow.intake.text_pairs import TextPair, Warn, read_pairs
from transreview.workflow.quality.catalog_facts import facts_of
from transreview.workflow.quality.catalog_headers import CheckedCatalog, check_header, most_forms
from transreview.workflow.quality.check_results import CheckedText
from transreview.workflow.quality.pair_texts import PairText, texts_of

# Texts handed to a worker at once, and the longest document that is held in memory; of a longer
# one each such part is checked as a document.
_BATCH = 256
_LONGEST_DOCUMENT = 20_000
# Texts from which the languages are guessed when nobody names them.
_GUESS_FROM = 50


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is needed to check, in a form that another process can be given.

    Attributes:
        glossary: Concepts to check by.
        settings: Which checks run and how.
        fuzzy: Whether what a file marks as a guess is checked.
        lengths: The usual lengths of a file's own confirmed texts; None where nobody knows them.
    """

    glossary: Glossary | None
    settings: CheckSettings
    fuzzy: bool = False
    lengths: LengthFit | None = None

    def context(self, source_language: str, target_language: str) -> CheckContext:
        """Return the context for one language pair."""
        context = CheckContext(
            source_language,
            target_language,
            glossary=self.glossary,
            settings=self.settings,
            extra_checks=installed_checks(),
        )
        if self.lengths is not None:
            usual = bands_for(context.source, context.target, context.pair)
            context.lengths = self.lengths.bands(usual)
        return context


def check_file(
    path: Path,
    *,
    source_language: str | None = None,
    target_language: str | None = None,
    encoding: str | None = None,
    glossary: Glossary | None = None,
    settings: CheckSettings | None = None,
    processes: int = 1,
    fuzzy: bool = False,
    warn: Warn = lambda _path, _warning: None,
    about: Callable[[PairFile], None] = lambda _file: None,
) -> Iterator[CheckedText]:
    """Check a bilingual file, or JSON Lines from standard input for "-".

    Args:
        path: The file.
        source_language: Tag of the source where the file does not say; guessed when None.
        target_language: Tag of the translation where the file does not say; guessed when None.
        encoding: Encoding of the file where it cannot be told.
        glossary: Concepts to check by.
        settings: Which checks run and how.
        processes: Processes to share the work among; 0 for one a core.
        fuzzy: Whether what the file marks as a guess is checked.
        warn: Told what is odd about the file or was left out.
        about: Told what the file is, once it has been read.

    Yields:
        Every text with its findings, in the order of the file.
    """
    told: list[PairFile] = []

    def tell(file: PairFile) -> None:
        told.append(file)
        about(file)

    read = read_pairs(
        path,
        encoding=encoding,
        source_language=source_language,
        target_language=target_language,
        warn=warn,
        about=tell,
    )
    first = next(read, None)
    if first is None:
        return
    pairs, settings = chain([first], read), settings or CheckSettings()
    if not told:
        named = _with_languages(pairs, path, source_language, target_language)
        yield from check_batches(batches(named), Recipe(glossary, settings, fuzzy), processes)
        return
    [file] = told
    languages = file_languages(file, path, source_language=source_language, target_language=target_language)
    facts = facts_of(file, path.name)
    if facts is not None:
        catalog = CheckedCatalog(
            facts=facts, path=first.path, document=first.document, languages=languages,
            forms=most_forms(file.pairs),
        )  # fmt: skip
        yield from check_header(catalog, settings)
    recipe = Recipe(glossary, settings, fuzzy, _lengths_of(file))
    yield from check_batches(batches(_of_languages(pairs, languages)), recipe, processes)


def _lengths_of(file: PairFile) -> LengthFit:
    """Return the lengths of a file's confirmed texts, as a project made of it would know them."""
    lengths = LengthFit()
    for number, form in enumerate(forms_of(file.pairs)):
        status, _needs_work, _lock = state_of(form.pair, form.target)
        lengths.put(number, form.source, form.target, confirmed=status.is_done)
    return lengths


def batches(pairs: Iterable[TextPair]) -> Iterator[list[TextPair]]:
    """Cut a stream into what is checked together: documents, or runs of independent texts."""
    for (document, *_languages), group in groupby(
        pairs, key=lambda pair: (pair.document, pair.source_language, pair.target_language)
    ):
        size = _LONGEST_DOCUMENT if document else _BATCH
        while batch := list(islice(group, size)):
            yield batch


def check_batches(
    parts: Iterable[list[TextPair]], recipe: Recipe, processes: int = 1
) -> Iterator[CheckedText]:
    """Check batches in this process or in several, with the same answer in the same order."""
    if processes == 1:
        worker = _Worker(recipe)
        for part in parts:
            yield from worker.check(part)
        return
    from transreview.workflow.streams.process_pool import ordered_map

    parts = iter(parts)
    # The first is checked here: the words and tables that it asks for are then known to all processes, which
    # begin as copies of this one.
    for first in islice(parts, 1):
        yield from _Worker(recipe).check(first)
    second = next(parts, None)
    if second is None:
        return
    every = chain([second], parts)
    for packed in ordered_map(every, _start_worker, (recipe,), _check_in_worker, processes, shared=True):
        yield from map(_unpacked, packed)


class _Worker:
    """Checks batches, keeping a context for each language pair."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._contexts: dict[tuple[str, str], CheckContext] = {}

    def check(self, pairs: Sequence[TextPair]) -> list[CheckedText]:
        """Return the texts of one batch with their findings."""
        first = pairs[0]
        languages = (first.source_language, first.target_language)
        context = self._contexts.get(languages)
        if context is None:
            context = self._contexts[languages] = self._recipe.context(*languages)
        texts = [text for pair in pairs for text in texts_of(pair, fuzzy=self._recipe.fuzzy)]
        if first.document:
            of_document = check_document([one.text for one in texts], context)
            found = [of_document.get(index, []) for index in range(len(texts))]
        else:
            asked = [one.text for one in texts if not one.left_out]
            of_each = iter(check_segments(asked, context))
            found = [[] if one.left_out else next(of_each) for one in texts]
        return [_checked(one, findings) for one, findings in zip(texts, found, strict=True) if one.told]


def _checked(one: PairText, findings: Sequence[Finding]) -> CheckedText:
    pair = one.pair
    return CheckedText(
        path=pair.path,
        line=one.line,
        document=pair.document or pair.path,
        id=pair.id,
        source=one.text.source,
        target=one.target,
        findings=() if one.left_out else tuple(findings),
        left_out=one.left_out,
    )


_worker: list[_Worker] = []


def _start_worker(recipe: Recipe) -> None:
    _worker[:] = [_Worker(recipe)]


# A checked text as plain values: records of so many fields would take long to send from process to process.
_Packed = tuple[Any, ...]


def _check_in_worker(pairs: list[TextPair]) -> list[_Packed]:
    return [_packed(checked) for checked in _worker[0].check(pairs)]


_OF_A_TEXT = tuple(one.name for one in fields(CheckedText) if one.name != "findings")
_OF_A_FINDING = tuple(one.name for one in fields(Finding))
_values_of_text, _values_of_finding = attrgetter(*_OF_A_TEXT), attrgetter(*_OF_A_FINDING)


def _packed(checked: CheckedText) -> _Packed:
    return (*_values_of_text(checked), [_values_of_finding(finding) for finding in checked.findings])


def _unpacked(packed: _Packed) -> CheckedText:
    *values, found = packed
    findings = tuple(Finding(**dict(zip(_OF_A_FINDING, one, strict=True))) for one in found)
    named: dict[str, Any] = dict(zip(_OF_A_TEXT, values, strict=True))
    return CheckedText(findings=findings, **named)


def _with_languages(
    pairs: Iterator[TextPair], path: Path, source_language: str | None, target_language: str | None
) -> Iterator[TextPair]:
    """Yield the pairs with their languages, guessed from the first of them where nobody says."""
    head = list(islice(pairs, _GUESS_FROM))
    guess_source = source_language or _guess(head, lambda pair: (pair.source_language, pair.source))
    guess_target = target_language or _guess(head, lambda pair: (pair.target_language, pair.target))
    for part in (head, pairs):
        for pair in part:
            source, target = pair.source_language or guess_source, pair.target_language or guess_target
            if not source or not target:
                raise InputError(
                    _("the languages cannot be told from the text"),
                    path=display_name(path),
                    line=pair.line or None,
                    remedy=_("Name them with --source-lang and --target-lang"),
                )
            yield _named(pair, source, target)


def _of_languages(pairs: Iterable[TextPair], languages: tuple[str, str]) -> Iterator[TextPair]:
    """Yield the pairs of a file with its languages."""
    return (_named(pair, *languages) for pair in pairs)


def _named(pair: TextPair, source: str, target: str) -> TextPair:
    if (source, target) == (pair.source_language, pair.target_language):
        return pair
    return TextPair(  # (`replace` takes ten times as long)
        path=pair.path,
        pair=pair.pair,
        document=pair.document,
        source_language=source,
        target_language=target,
        rule=pair.rule,
    )


def _guess(pairs: Sequence[TextPair], side: Callable[[TextPair], tuple[str, str]]) -> str:
    """Return the language of one side, empty where some text would need it and none tells."""
    texts = [text for said, text in map(side, pairs) if not said]
    code = identify("\n".join(texts)).code
    return "" if code == "und" else code
