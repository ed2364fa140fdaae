"""Bringing an article in: read both sides, make sure of their languages, align them, keep them."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from transreview.alignment import align
from transreview.formats.document import Document
from transreview.formats.reading import STDIN
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.glossary import Glossary
from transreview.model.unit import Unit
from transreview.project.project import Project
from transreview.workflow.delivery.source_file import kept_source
from transreview.workflow.delivery.target_layout import LAYOUT, kept_layout
from transreview.workflow.intake.article_input import ArticleInput, Share, read_sides
from transreview.workflow.intake.article_languages import same_language
from transreview.workflow.intake.file_places import FILES, kept_places
from transreview.workflow.intake.named_units import named_pairs
from transreview.workflow.quality import plural_keys

REMARKS = "reading-remarks"
"""The name under which a project keeps what was said of an article's files."""

CODE_COMMENTS = "code-comments"
"""Stands in an article's metadata when comments in its code are text: a later version is read alike."""

DOUBTFUL = 0.7
"""Below this confidence a bead is worth a look."""

Progress = Callable[[str], None]
"""Told what is being done next, in the interface's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of an import.

    Attributes:
        article: The article with its number.
        source_units: Number of units of the source.
        target_units: Number of units of the translation.
        beads: Number of segments by shape ("1-1" → 17).
        doubtful: Number of segments whose alignment is below `DOUBTFUL`.
        reference_units: Number of units of the reference, 0 without one.
        encodings: Encoding by file name, for those that are not UTF-8.
        warnings: What is odd but was taken, one sentence each.
        remarks: What was left as it is, read beside the text or broken in the files, one sentence each.
    """

    article: Article
    source_units: int
    target_units: int
    beads: dict[str, int]
    doubtful: int
    reference_units: int
    encodings: dict[str, str]
    warnings: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def import_article(
    project: Project,
    given: ArticleInput,
    *,
    glossary: Glossary | None = None,
    folder: Path | None = None,
    progress: Progress = lambda _step: None,
    share: Share | None = None,
) -> Imported:
    """Read an article's files, align them and add them to a project, wholly or not at all.

    Args:
        project: An open project.
        given: The files and what is known of them.
        glossary: Terms that help to align.
        folder: The project's folder, from which the places of the files are remembered; None forgets them.
        progress: Told of each step before it begins.
        share: Told how much of a long step is done.

    Raises:
        InputError: A file cannot be read, or a side is not in the language it should be in.
        UsageError: What was asked for makes no sense (one file for both sides, an unknown format).
    """
    progress(_("Reading"))
    sides, (source, target, *reference), (source_code, target_code), warnings = read_sides(given, share)
    progress(
        _("Aligning units: {source} with {target}").format(source=len(source.units), target=len(target.units))
    )
    fixed = named_pairs(source.units, target.units)
    beads = align(
        source.units,
        target.units,
        source_code,
        target_code,
        glossary=glossary,
        fixed=fixed,
        progress=share,
    )
    remarks = [remark for side in sides for remark in side.document.remarks(Path(side.name).name)]
    reference_units: Sequence[Unit] = reference[0].units if reference else ()
    reference_beads: Sequence[Bead] = ()
    if reference_units:
        progress(_("Aligning the reference"))
        reference_beads = align(
            source.units, reference_units, source_code, target_code, glossary=glossary, progress=share
        )
        warnings += _of_other_length(len(source.units), len(reference_units), reference_beads)
    progress(_("Writing the project"))
    article = project.articles.add(
        _article(given, source, source_code, target_code),
        source.units,
        target.units,
        beads,
        reference_units,
        reference_beads=reference_beads,
        data=_kept(given, source, target, remarks, folder),
    )
    return Imported(
        article=article,
        source_units=len(source.units),
        target_units=len(target.units),
        beads=dict(Counter(bead.type for bead in beads).most_common()),
        doubtful=sum(bead.confidence < DOUBTFUL for bead in beads),
        reference_units=len(reference_units),
        encodings={
            side.name: side.document.encoding for side in sides if not _is_utf8(side.document.encoding)
        },
        warnings=tuple(warnings),
        remarks=tuple(remarks),
    )


def _kept(
    given: ArticleInput, source: Document, target: Document, remarks: Sequence[str], folder: Path | None
) -> dict[str, str]:
    """Return what is kept beside an article, so that it can be written back as it came."""
    data = kept_source(source, target)
    data |= {LAYOUT: kept_layout(target), REMARKS: json.dumps(remarks, ensure_ascii=False)}
    data |= plural_keys.to_keep(source.units, target.units)
    if folder is not None:
        data[FILES] = kept_places(folder, given.source, given.target)
    return data


def _of_other_length(source: int, reference: int, beads: Sequence[Bead]) -> list[str]:
    """Return what is odd about a reference that is not of the source's length: a part is in no score."""
    without = sum(len(bead.source) for bead in beads if not bead.target)
    added = sum(len(bead.target) for bead in beads if not bead.source)
    if source == reference and not without and not added:
        return []
    text = _(
        "Units of the reference: {reference}; of the source: {source}. Without a counterpart, so in no score:"
        " {without} of the source, {added} of the reference. Name another file if the reference should be"
        " whole."
    )
    return [text.format(reference=reference, source=source, without=without, added=added)]


def article_remarks(project: Project, article: Article) -> list[str]:
    """Return what was said of an article's files when they were read."""
    kept = project.articles.data(article.id, REMARKS)
    return [str(remark) for remark in json.loads(kept)] if kept else []


def _article(given: ArticleInput, source: Document, source_code: str, target_code: str) -> Article:
    name = _stem(given.source, source_code)
    metadata = dict(source.metadata) | dict(given.metadata)
    if given.code_comments:
        metadata[CODE_COMMENTS] = "yes"
    return Article(
        id=0,
        slug=name,
        title=given.title.strip() or source.title or name,
        source_language=source_code,
        target_language=target_code,
        granularity=given.granularity,
        source_path=_file_name(given.source),
        target_path=_file_name(given.target),
        reference_path=None if given.reference is None else _file_name(given.reference),
        engine=given.engine.strip(),
        metadata=metadata,
    )


def _file_name(path: Path | str) -> str:
    """Return the name for references: without folders, which differ from machine to machine."""
    # A name need not be UTF-8, but what is stored and exported has to be.
    return "stdin" if str(path) == STDIN else os.fsencode(Path(path).name).decode("utf-8", "backslashreplace")


def _stem(path: Path | str, code: str) -> str:
    """Return a file's name without its ending and the language in it: "fair" for fair.zh.txt."""
    stem = re.sub(r"\.[^.]{1,9}$", "", _file_name(path))
    bare, dot, tag = stem.rpartition(".")
    return bare if dot and bare and same_language(tag, code) else stem


def _is_utf8(encoding: str) -> bool:
    return encoding in {"utf-8", "utf-8-sig"}


def for_project(project: Project, given: ArticleInput) -> ArticleInput:
    """Return what was said of an article, with the languages of the project where nothing was said.

    Args:
        project: A project that may have articles already; their languages are the rule.
        given: What the user said.
    """
    articles = project.articles.all()
    if not articles or given.source_language or given.target_language:
        return given
    return replace(
        given, source_language=articles[0].source_language, target_language=articles[0].target_language
    )
