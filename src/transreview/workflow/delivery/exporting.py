"""Giving a project's text away: as a gettext catalog, or as the reviewed article itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from transreview.errors import TransreviewError, UsageError
from transreview.formats import atomic
from transreview.formats.po_entry import PoEntry
from transreview.formats.readers import pair_reader
from transreview.formats.reading import STDIN as STDOUT
from transreview.formats.writers import added_writers
from transreview.i18n import _
from transreview.model.article import Article
from transreview.project.exports import ExportedText
from transreview.project.failures import SaveError
from transreview.project.project import Project
from transreview.workflow.delivery.article_file import OWN_FILES, article_file
from transreview.workflow.delivery.choice import ALL, Choice, refuse_part_of_article
from transreview.workflow.delivery.conflicts import refuse_standing
from transreview.workflow.delivery.export_records import digest_of, exported_texts, require_ours
from transreview.workflow.delivery.merge_base import texts_at
from transreview.workflow.delivery.write_back import is_own_format, write_back
from transreview.workflow.intake.bilingual_files import origin_of

FORMATS: dict[str, tuple[str, ...]] = {
    "po": (".po",),
    "markdown": OWN_FILES["markdown"],
    "text": OWN_FILES["text"],
    "xliff": (".xlf", ".xliff"),
    "xliff2": (),
    "tmx": (".tmx",),
    "csv": (".csv",),
    "tsv": (".tsv",),
    "jsonl": (".jsonl", ".ndjson", ".jsonlines"),
    "xlsx": (".xlsx",),
    "review": (),
    "mo": (".mo", ".gmo"),
    **{name: endings for name, endings in OWN_FILES.items() if name not in {"text", "markdown"}},
}
"""Formats of export and the file name endings that ask for them."""

BILINGUAL = "bilingual"
"""The file that an article came from, whatever kind of bilingual file it is."""

_OWN_NAMES = {
    "PO": ("po",),
    "XLIFF": ("xliff",),
    "TMX": ("tmx",),
    "table": ("csv", "tsv"),
    "JSON Lines": ("jsonl",),
    "XLSX": ("xlsx",),
    "DOCX table": ("docx", "review"),
}

PAIR_FORMATS = frozenset({"xliff", "xliff2", "tmx", "csv", "tsv", "xlsx", "review", "jsonl"})
"""Those of pairs of texts, catalogs aside."""

DONE_ONLY = frozenset({"tmx", "mo"})
"""Those that hold the confirmed translations only."""

_BATCH = 500

Progress = Callable[[int], None]
"""Told how many segments more have been written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export wrote.

    Attributes:
        path: The file; "-" for standard output.
        format: One of `FORMATS`.
        articles: The articles in it.
        segments: Number of segments.
        confirmed: Those that a person has vouched for.
        untouched: Those that nobody has edited, confirmed or approved.
        untranslated: Those without a translation.
        messages: Pairs in a catalog or exchange file; text that the translation added is none.
        notes: What could not be kept of the article's file, one sentence each.
    """

    path: str
    format: str
    articles: tuple[Article, ...]
    segments: int
    confirmed: int
    untouched: int
    untranslated: int
    messages: int = 0
    notes: tuple[str, ...] = ()


def export(
    project: Project,
    path: Path | str,
    *,
    article_id: int | None = None,
    format: str | None = None,  # noqa: A002 - the word of the field
    progress: Progress = lambda _segments: None,
    choice: Choice = ALL,
    force: bool = False,
    say: Callable[[str], None] = lambda _note: None,
) -> Exported:
    """Write a project, or one of its articles, to a file, wholly or not at all.

    Args:
        project: The project.
        path: The file; its ending says the format. "-" is standard output.
        article_id: The article; None for all of them, or for the only one.
        format: One of `FORMATS`, where the ending is another or missing.
        progress: Told of each batch of segments.
        choice: Which segments, in formats of pairs.
        force: Whether a file may be replaced that somebody changed, or that is not ours.
        say: Told before a file is written what of it cannot be kept.

    Returns:
        What was written.

    Raises:
        ConflictError: The file was changed since it was exported.
        InputError: The file cannot be written; an older one is as it was.
        UsageError: The format is unknown, the article has to be named, or the file is not ours.
    """
    format = format or format_of(path)  # noqa: A001 - see above
    articles = project.articles.all() if article_id is None else [project.articles.get(article_id)]
    if not articles:
        raise UsageError(
            _("there is no article in this project"),
            path=project.path,
            remedy=_("Add one with `transreview add`."),
        )
    if len(articles) == 1 and _is_own(project, articles[0], path, format):
        return _write_back(project, path, articles[0], choice, force=force)
    if format == BILINGUAL:
        raise UsageError(
            _("files of this kind can only be written back where they came from"),
            path=path,
            remedy=_("Name another ending: `transreview formats` lists what can be written."),
        )
    if not force:
        require_ours(project, path)
        refuse_standing(project, path)
    if format in {"po", "mo"}:
        return _export_catalog(project, path, articles, format, progress, choice)
    if format in PAIR_FORMATS or format not in FORMATS:
        return _export_exchange(project, path, articles, format, progress, choice)
    refuse_part_of_article(choice, format)
    return _export_article(project, path, _only(articles), format, progress, say)


def _is_own(project: Project, article: Article, path: Path | str, format: str) -> bool:  # noqa: A002
    """Whether an article of a bilingual file is to be written as that file."""
    origin = origin_of(project, article)
    if origin is None:
        return False
    names = {BILINGUAL, *_OWN_NAMES.get(origin.format, ())}
    return format in names and (str(path) == STDOUT or is_own_format(origin, Path(path)))


def _write_back(
    project: Project, path: Path | str, article: Article, choice: Choice, *, force: bool
) -> Exported:
    if str(path) == STDOUT:
        with atomic.destination(path) as file:
            written = write_back(project, article, choice=choice, force=True, file=file)
    else:
        written = write_back(project, article, Path(path), choice=choice, force=force)
    return _exported(project, path, BILINGUAL, [article], written.units)


def format_of(path: Path | str) -> str:
    """Return the format that a file name asks for; a catalog on standard output.

    Raises:
        UsageError: The ending is none of ours.
    """
    if str(path) == STDOUT:
        return "po"
    suffix = Path(path).suffix.lower()
    for name, suffixes in FORMATS.items():
        if suffix in suffixes:
            return name
    added = added_writers()
    for writer in added:
        if suffix in writer.suffixes:
            return writer.name
    known_reader = pair_reader(path)
    if known_reader is not None and known_reader.updater:
        return BILINGUAL
    endings = [*FORMATS.values(), *(writer.suffixes for writer in added)]
    known = ", ".join(suffix for suffixes in endings for suffix in suffixes)
    raise UsageError(
        _("the ending of this name says no format that can be written"),
        path=path,
        remedy=_("Known endings: {known}; or name one with --format.").format(known=known),
    )


def _only(articles: list[Article]) -> Article:
    if len(articles) == 1:
        return articles[0]
    listed = ", ".join(f"{article.id} ({article.slug})" for article in articles)
    raise UsageError(
        _("the project has {count} articles, and this format takes one").format(count=len(articles)),
        remedy=_("Name it with --article: {listed}.").format(listed=listed),
    )


def _export_catalog(
    project: Project,
    path: Path | str,
    articles: list[Article],
    format: str,  # noqa: A002 - the word of the field
    progress: Progress,
    choice: Choice,
) -> Exported:
    from transreview.formats.mo import write_compiled
    from transreview.formats.po import write_catalog
    from transreview.workflow.delivery.catalog import catalog_entries, catalog_header
    from transreview.workflow.delivery.compiled_catalog import compiled_catalog

    _refuse_several_pairs(articles)
    with atomic.destination(path) as file:
        with project.snapshot():
            if format == "mo":
                fields, compiled = compiled_catalog(project, articles, choice)
                messages = write_compiled(file, fields, _counted(compiled, progress))
            else:
                entries = catalog_entries(project, articles, choice)
                messages = write_catalog(file, catalog_header(project, articles), _counted(entries, progress))
            exported = _exported(project, path, format, articles, messages)
            base = _base(project, articles, choice)
        _record(project, path, format, file, base)
    return exported


def _export_exchange(
    project: Project,
    path: Path | str,
    articles: list[Article],
    format: str,  # noqa: A002 - the word of the field
    progress: Progress,
    choice: Choice,
) -> Exported:
    from transreview.workflow.delivery.exchanging import write_exchange

    _refuse_several_pairs(articles)
    with atomic.destination(path) as file:
        with project.snapshot():
            messages = write_exchange(project, articles, file, format, progress, choice)
            exported = _exported(project, path, format, articles, messages)
            base = _base(project, articles, choice)
        _record(project, path, format, file, base)
    return exported


def _export_article(
    project: Project,
    path: Path | str,
    article: Article,
    format: str,  # noqa: A002 - the word of the field
    progress: Progress,
    say: Callable[[str], None],
) -> Exported:
    with project.snapshot():
        made = article_file(project, article, format)
        exported = replace(_exported(project, path, format, [article], 0), notes=made.notes)
    for note in made.notes:
        say(note)  # before anything is written
    data = made.data
    with atomic.destination(path) as file:
        atomic.write(file, data, verify=lambda written: _compare(written, data))
        _record(project, path, format, file)
    progress(exported.segments)
    return exported


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    """What was in an exported file, for whoever merges it again: whole articles, or chosen texts."""

    articles: tuple[Article, ...] = ()
    revision: int = 0
    texts: Mapping[str, ExportedText] | None = None


def _base(project: Project, articles: Sequence[Article], choice: Choice) -> _Base:
    texts = None if choice.is_all else exported_texts(project, articles, choice)
    return _Base(articles=tuple(articles), revision=project.journal.last_id(), texts=texts)


def _record(
    project: Project,
    path: Path | str,
    format: str,  # noqa: A002 - the word of the field
    file: Path,
    base: _Base = _Base(),
) -> None:
    """Remember the export, unless it went to standard output or nothing may be written."""
    if str(path) == STDOUT or project.read_only or not file.is_file():
        return
    try:
        _take_note(project, str(Path(path).absolute()), format, digest_of(file), base)
    except SaveError as error:
        raise SaveError(
            _("the file is written, but the project could not take note of it ({reason})").format(
                reason=error.message
            ),
            path=path,
            remedy=_("Export it again with --force, so that what comes back can be compared with it"),
        ) from error


def _take_note(project: Project, place: str, format: str, digest: str, base: _Base) -> None:  # noqa: A002 - the word of the field
    texts = base.texts
    if texts is None and base.articles:
        ids = [article.id for article in base.articles]
        done_only = format in DONE_ONLY
        if project.exports.record_present(
            place, format, digest, ids, revision=base.revision, done_only=done_only
        ):
            return
        texts = texts_at(project, base.revision)  # somebody has edited while the file was written
    hashes = {
        key: hashlib.blake2b(said.text.encode(), digest_size=8).hexdigest()
        for key, said in (texts or {}).items()
    }
    project.exports.record(place, format, digest, hashes, texts=texts)


def _compare(written: Path, data: bytes) -> None:
    if written.read_bytes() != data:
        raise TransreviewError(
            _("the text did not come back as it was written; the old file was kept"),
            remedy=_("The disk may be failing."),
        )


def _counted(entries: Iterable[PoEntry], progress: Progress) -> Iterator[PoEntry]:
    for number, entry in enumerate(entries, start=1):
        yield entry
        if number % _BATCH == 0:
            progress(_BATCH)


def _refuse_several_pairs(articles: list[Article]) -> None:
    pairs = {(article.source_language, article.target_language) for article in articles}
    if len(pairs) == 1:
        return
    listed = ", ".join(
        f"{article.id} ({article.slug}, {article.source_language}-{article.target_language})"
        for article in articles
    )
    raise UsageError(
        _("such a file has one pair of languages, and the articles of this project have {count}").format(
            count=len(pairs)
        ),
        remedy=_("Name one with --article: {listed}.").format(listed=listed),
    )


def _exported(
    project: Project,
    path: Path | str,
    format: str,  # noqa: A002 - the word of the field
    articles: list[Article],
    messages: int,
) -> Exported:
    found = [project.progress(article.id) for article in articles]
    untranslated = sum(
        not target for article in articles for _id, _source, target in project.segments.spans(article.id)
    )
    return Exported(
        path=str(path),
        format=format,
        articles=tuple(articles),
        segments=sum(one.segments for one in found),
        confirmed=sum(count for one in found for status, count in one.by_status.items() if status.is_done),
        untouched=sum(one.untouched for one in found),
        untranslated=untranslated,
        messages=messages,
    )
