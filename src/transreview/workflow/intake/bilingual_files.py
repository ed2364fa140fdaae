"""Bilingual files as articles: brought in unit by unit, and written back into the very same file."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from transreview.errors import InputError, UsageError
from transreview.formats.readers import parse_bilingual, required_reader
from transreview.formats.reading import STDIN, display_name, read_bytes
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.pair import Pair, PairFile
from transreview.project.exports import ExportedText
from transreview.project.project import Project
from transreview.workflow.delivery.export_records import exported_texts
from transreview.workflow.intake.pair_languages import file_languages
from transreview.workflow.quality.catalog_facts import facts_of, to_keep
from transreview.workflow.quality.engines import EngineText, keep_engine, source_keys

ORIGIN = "bilingual-file"
"""Name of what a project keeps of the file of such an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BilingualInput:
    """What a user says of a bilingual file to bring in; only the first has to be said.

    Attributes:
        path: The file.
        source_language: BCP 47 tag; what the file says, or its texts, when None.
        target_language: The same of the translations.
        encoding: Its encoding; found out when None.
        title: Title of the article; the file's name when empty.
        engine: Name of the machine translation engine.
    """

    path: Path
    source_language: str | None = None
    target_language: str | None = None
    encoding: str | None = None
    title: str = ""
    engine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BilingualImported:
    """What came of bringing in a bilingual file.

    Attributes:
        article: The article with its number.
        format: Name of the file's format.
        units: Number of its units.
        untranslated: Those that wait for a translation.
        locked: Those that are not to be changed.
        confirmed: Those that the file says somebody has vouched for.
        plural: Those with plural forms.
        encoding: What it was read in, "" where the format settles that.
        warnings: What is odd or was left out, one sentence each.
    """

    article: Article
    format: str
    units: int
    untranslated: int
    locked: int
    confirmed: int
    plural: int
    encoding: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file that an article came from.

    Attributes:
        path: Where it was.
        format: Name of its format.
        encoding: The encoding that a user named for it, or None.
        source_language: The language that its sources were asked for in.
        target_language: The same of its translations.
    """

    path: str
    format: str
    encoding: str | None = None
    source_language: str | None = None
    target_language: str | None = None


def origin_of(project: Project, article: Article) -> Origin | None:
    """Return the bilingual file that an article came from, None for an article of two files."""
    kept = project.articles.data(article.id, ORIGIN)
    return None if kept is None else Origin(**json.loads(kept))


def parse_given(given: BilingualInput, data: bytes) -> PairFile:
    """Return the units of a bilingual file, read as its user says.

    Args:
        given: What is known of the file.
        data: Its content.

    Raises:
        InputError: It cannot be read.
        UsageError: Its ending is not one of a bilingual format.
    """
    return parse_bilingual(
        data,
        given.path,
        encoding=given.encoding,
        source_language=given.source_language,
        target_language=given.target_language,
    )


def import_bilingual(project: Project, given: BilingualInput) -> BilingualImported:
    """Bring a bilingual file in: a segment for each of its units, with its status, lock and remarks.

    Args:
        project: An open project.
        given: The file and what is known of it.

    Raises:
        InputError: It cannot be read, has no text, or its languages cannot be told.
        UsageError: Its ending is not one of a bilingual format.
    """
    known = required_reader(given.path)
    data = read_bytes(given.path)
    file = parse_given(given, data)
    if not any(pair.source.strip() for pair in file.pairs):
        raise InputError(
            _("there is no text in this file"),
            path=display_name(given.path),
            remedy=_("Name a file that has some."),
        )
    source, target = file_languages(
        file, given.path, source_language=given.source_language, target_language=given.target_language
    )
    name = os.fsencode(given.path.name).decode("utf-8", "backslashreplace")
    article = project.articles.add_pairs(
        Article(
            id=0,
            slug=given.path.name.partition(".")[0] or "article",
            title=given.title.strip() or name,
            source_language=source,
            target_language=target,
            source_path=name,
            target_path=name,
            engine=given.engine.strip(),
        ),
        file.pairs,
        data={ORIGIN: _origin(given, known.name, file), **to_keep(facts_of(file, name))},
    )
    _keep_proposals(project, article, file.pairs)
    remember(project, article, given.path, data, file.format)
    done = [pair for pair in file.pairs if pair.confirmed and any(form.strip() for form in pair.forms)]
    return BilingualImported(
        article=article,
        format=file.format,
        units=len(file.pairs),
        untranslated=sum(pair.is_untranslated for pair in file.pairs),
        locked=sum(pair.locked for pair in file.pairs),
        confirmed=len(done),
        plural=sum(pair.is_plural for pair in file.pairs),
        encoding=file.encoding,
        warnings=file.warnings,
    )


def _keep_proposals(project: Project, article: Article, pairs: Sequence[Pair]) -> None:
    """Keep what other engines propose in a file as their translations of the article."""
    names = dict.fromkeys(name for pair in pairs for name, _text in pair.proposals)
    if not names or any(pair.is_plural for pair in pairs):
        return
    keys = [source_keys(segment) for segment in project.segments.all(article.id)]
    for name in names:
        lines = tuple(dict(pair.proposals).get(name, "") for pair in pairs)
        pieces = {key: line for key, line in zip(keys, lines, strict=True) if key and line}
        keep_engine(project, article, EngineText(name, lines, pieces, article.source_path))


def remember(project: Project, article: Article, path: Path, data: bytes, form: str) -> None:
    """Remember what a bilingual file says now, so that later it can be told who changed it.

    Args:
        project: The project.
        article: The article that came from the file.
        path: The file.
        data: Its bytes.
        form: Name of its format.
    """
    if str(path) == STDIN or project.read_only:
        return
    texts = exported_texts(project, [article])
    record_texts(project, path, data, form, texts)


def record_texts(
    project: Project, path: Path, data: bytes, form: str, texts: dict[str, ExportedText]
) -> None:
    """Remember a file with what each of its segments says in it."""
    hashes = {
        key: hashlib.blake2b(said.text.encode(), digest_size=8).hexdigest() for key, said in texts.items()
    }
    digest = hashlib.blake2b(data).hexdigest()
    project.exports.record(str(path.absolute()), form, digest, hashes, texts=texts)


def _origin(given: BilingualInput, form: str, file: PairFile) -> str:
    kept = {
        "path": str(given.path.absolute()),
        "format": form,
        "encoding": given.encoding,
        "source_language": given.source_language or file.source_language or None,
        "target_language": given.target_language or file.target_language or None,
    }
    return json.dumps(kept)  # as escapes: a path need not be text in any encoding


def require_bilingual(project: Project, article: Article) -> Origin:
    """Return the bilingual file that an article came from.

    Raises:
        UsageError: It came from two files.
    """
    origin = origin_of(project, article)
    if origin is None:
        raise UsageError(
            _("{article} did not come from a bilingual file").format(article=article.slug),
            remedy=_("Export it to a format of its own: `transreview formats` lists them."),
        )
    return origin
