"""What a user says of an article to bring in, and its files as they are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from pathlib import Path

from transreview.errors import UsageError
from transreview.formats.document import Document
from transreview.formats.encoding import is_plainly_utf8, known_encoding
from transreview.formats.reading import STDIN, display_name, read_bytes
from transreview.formats.registry import article_format, parse_document
from transreview.i18n import _
from transreview.languages import language
from transreview.model.unit import Granularity
from transreview.workflow.intake.article_languages import Side, article_languages
from transreview.workflow.intake.folder_pairs import named_language

Share = Callable[[float], None]
"""Told how much of it is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class ArticleInput:
    """What a user says of an article to bring in; only the first two have to be said.

    Attributes:
        source: File of the source, or "-" for standard input.
        target: File of the machine translation, or "-".
        reference: File of a reference translation.
        source_language: BCP 47 tag; None to find it out.
        target_language: BCP 47 tag; None to find it out.
        granularity: Whether segments are made of paragraphs or sentences.
        encoding: Encoding of the files that are not plainly UTF-8; None to find it out.
        engine: Name of the machine translation engine.
        title: Title of the article; the one that the source shows when empty.
        metadata: Anything else that is known of it.
        force: Take the files though their languages are not what was said.
        code_comments: Comments inside code blocks are text too.
    """

    source: Path | str
    target: Path | str
    _: KW_ONLY
    reference: Path | str | None = None
    source_language: str | None = None
    target_language: str | None = None
    granularity: Granularity = Granularity.PARAGRAPH
    encoding: str | None = None
    engine: str = ""
    title: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    force: bool = False
    code_comments: bool = False


def read_sides(
    given: ArticleInput, share: Share | None = None
) -> tuple[list[Side], list[Document], tuple[str, str], list[str]]:
    """Read an article's files and make sure of their languages; `share` is told of each that is read.

    Returns:
        The files as they are; source, translation and reference cut into what is asked for; the languages
        of source and translation; what is odd but was taken.

    Raises:
        InputError: A file cannot be read, or a side is not in the language it should be in.
        UsageError: One file for both sides, or an unknown format.
    """
    _refuse_one_file(given)
    sides = _read(given, share or (lambda _done: None))
    source_code, target_code, warnings = article_languages(sides, force=given.force)
    documents = [
        side.document.at(given.granularity, language(code).sentences)
        for side, code in zip(sides, (source_code, target_code, target_code), strict=False)
    ]
    return sides, documents, (source_code, target_code), warnings


def _read(given: ArticleInput, share: Share) -> list[Side]:
    roles = [
        (_("source"), given.source, given.source_language),
        (_("translation"), given.target, given.target_language),
    ]
    if given.reference is not None:
        roles.append((_("reference"), given.reference, given.target_language))
    sides = []
    for done, (role, path, said) in enumerate(roles, 1):
        sides.append(_side(role, path, said, given))
        share(done / (len(roles) + 1))  # the languages are still to be told
    return sides


def _side(role: str, path: Path | str, said: str | None, given: ArticleInput) -> Side:
    """Read one file; an encoding named for a Chinese source does not hold for a translation in UTF-8."""
    article_format(path)  # an unknown ending is said before the file is looked for
    data = read_bytes(path)
    encoding = given.encoding
    if encoding and is_plainly_utf8(data):
        known_encoding(encoding)
        encoding = None
    document = parse_document(data, path, encoding=encoding, code_comments=given.code_comments)
    hint = "" if str(path) == STDIN else named_language(Path(path))
    return Side(role, display_name(path), document, said, hint=hint)


def _refuse_one_file(given: ArticleInput) -> None:
    source, target = str(given.source), str(given.target)
    same = source == target or (
        STDIN not in {source, target}
        and Path(source).exists()
        and Path(target).exists()
        and Path(source).samefile(target)
    )
    if same:
        raise UsageError(
            _("source and translation are the same file"),
            path=display_name(source),
            remedy=_("Name the source first, then its translation."),
        )
