"""An article of a bilingual file, written back into that file: edited units change, no other byte does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from transreview.errors import InputError, TransreviewError, UsageError
from transreview.formats import atomic
from transreview.formats.inline_restoring import tags_as_shown
from transreview.formats.outer_blanks import with_outer_blanks
from transreview.formats.po_from_template import catalog_of_template
from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.formats.reading import read_bytes
from transreview.i18n import _
from transreview.languages import language as lookup
from transreview.model.article import Article
from transreview.model.pair import Pair, PairChange, PairFile
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.workflow.delivery.choice import ALL, Choice
from transreview.workflow.delivery.conflicts import refuse_standing
from transreview.workflow.delivery.export_records import digest_of, require_ours
from transreview.workflow.delivery.stages import expressed
from transreview.workflow.delivery.three_way import same_text
from transreview.workflow.intake.bilingual_files import Origin, remember, require_bilingual
from transreview.workflow.quality.catalog_facts import kept_facts

_RETURNED = {".sdlppx": ".sdlrpx"}
"""Packages that are sent back under another ending."""

_WITH_ELEMENTS = frozenset({"XLIFF 1", "XLIFF 2", "TMX", "Trados package"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBack:
    """What came of writing a bilingual file back.

    Attributes:
        path: The file.
        units: Number of its units.
        changed: Those that were changed in it.
        data: Its bytes.
    """

    path: Path
    units: int
    changed: int
    data: bytes


def own_path(origin: Origin) -> Path:
    """Return the file that an article is saved to: the one it came from, or the package to send back."""
    path = Path(origin.path)
    return path.with_suffix(_RETURNED.get(path.suffix.lower(), path.suffix))


def _same_kind(suffix: str) -> str:
    """Return one ending for those of one kind: a template of a catalog is a catalog."""
    return {".pot": ".po", ".sdlrpx": ".sdlppx"}.get(suffix.lower(), suffix.lower())


def is_own_format(origin: Origin, path: Path) -> bool:
    """Whether a file name asks for the format that an article came in."""
    return _same_kind(path.suffix) == _same_kind(Path(origin.path).suffix)


def write_back(
    project: Project,
    article: Article,
    path: Path | None = None,
    *,
    choice: Choice = ALL,
    force: bool = False,
    file: Path | None = None,
) -> WrittenBack:
    """Write an article into the bilingual file that it came from, or into a copy of it.

    Args:
        project: The project.
        article: An article of a bilingual file.
        path: Where to write; the file itself when None.
        choice: Which segments are written.
        force: Whether a file may be replaced that somebody changed, or that is not ours.
        file: The file to write in the place of `path`, which is only its name.

    Raises:
        ConflictError: The file was changed since it was read or saved.
        InputError: It is gone, cannot be read or cannot be written; it is as it was.
        UsageError: The article did not come from a bilingual file.
    """
    origin = require_bilingual(project, article)
    path = path or own_path(origin)
    if not force:
        require_ours(project, path)
        refuse_standing(project, path)
    data = read_bytes(_base(project, origin, path))
    asked = {
        "encoding": origin.encoding,
        "source_language": origin.source_language,
        "target_language": origin.target_language,
    }
    present = parse_bilingual(data, origin.path, **asked)
    changes = dict(_changes(project, article, present, choice, origin.path))
    written = updated_bilingual(data, origin.path, changes, **asked)
    if Path(origin.path).suffix.lower() == _TEMPLATE and path.suffix.lower() != _TEMPLATE:
        written = _settled(project, article, written, path)
    _verify(parse_bilingual(written, origin.path, **asked), present, changes, path)
    where = file or path
    if written != data or where != Path(origin.path):
        atomic.write(where, written)
    if file is None:
        remember(project, article, path, written, origin.format)
    return WrittenBack(path=path, units=len(present.pairs), changed=len(changes), data=written)


_TEMPLATE = ".pot"
_OF_TEMPLATE = frozenset({
    "POT-Creation-Date", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Report-Msgid-Bugs-To",
})  # fmt: skip
"""Fields that a template says itself."""


def _settled(project: Project, article: Article, data: bytes, path: Path) -> bytes:
    """Return a catalog made of a template with the header it had before, or what its language says."""
    language = lookup(article.target_language)
    fields = {
        "Language": article.target_language.replace("-", "_"),
        "Plural-Forms": f"nplurals={language.nplurals}; plural={language.plural};",
    }
    if not language.nplurals:
        del fields["Plural-Forms"]
    facts = kept_facts(project, article)
    if facts is not None and facts.known and not facts.template:
        fields |= {name: value for name, value in facts.header.items() if name not in _OF_TEMPLATE}
    remarks = {
        pair.identity: [what for who, what in pair.comments if not who]
        for pair in project.pairs.imported(article.id)
        if pair.comments
    }
    return catalog_of_template(data, path, fields, remarks)


def _base(project: Project, origin: Origin, path: Path) -> Path:
    """Return the file whose bytes are changed: the one that is written, or the one that came in."""
    first = Path(origin.path)
    if path.exists() and path.absolute() == first:
        return path
    if not first.exists():
        raise InputError(
            _("the file that this article came from is gone, and it is needed to write it back"),
            path=first,
            remedy=_("Put it back, or export to a new file with --format."),
        )
    last = project.exports.last_digest(str(first))
    if last is not None and last[0] != digest_of(first):
        require_ours(project, first)  # says that it was changed meanwhile
    return first


def _changes(
    project: Project, article: Article, file: PairFile, choice: Choice, origin_path: str
) -> Iterator[tuple[str, PairChange]]:
    """Yield what of a file's units is another by now, by identity."""
    present = {pair.identity: pair for pair in project.pairs.present(article.id)}
    chosen = None if choice.is_all else chosen_units(project, article, choice)
    for there in file.pairs:
        here = present.get(there.identity)
        if here is not None and same_text(here.source) != same_text(there.source):
            raise UsageError(
                _("segments of this file were merged or divided: {source}").format(source=here.source[:60]),
                path=origin_path,
                remedy=_(
                    "A bilingual file keeps its units: make them as they were, or export to a new file."
                ),
            )
        if here is None or there.locked or (chosen is not None and there.identity not in chosen):
            continue
        forms = [
            with_outer_blanks(_as_shown(file, there, new), old, there.source, catalog=file.format == "PO")
            for new, old in zip(here.forms, (*there.forms, *[""] * len(here.forms)), strict=False)
        ]
        texts = tuple(forms) != there.forms
        status = here.status or Status.MACHINE
        stage = expressed(file, there, (status, here.needs_work))
        said = expressed(file, there, (there.status or Status.MACHINE, there.needs_work))
        if not texts and (stage == said or not any(form.strip() for form in forms)):
            continue
        yield (
            there.identity,
            PairChange(
                target=forms[0],
                plurals=tuple(forms[1:]),
                status=status if stage != said or texts else None,
                needs_work=here.needs_work,
            ),
        )


def chosen_units(project: Project, article: Article, choice: Choice) -> set[str]:
    """Return the identities of the units of a bilingual file that have a chosen segment."""
    found: set[str] = set()
    for segment in project.segments.each(article.id):
        part = project.pairs.of(segment.id) if choice.takes(segment) else None
        if part is not None:
            found.add(part.pair.identity)
    return found


def _as_shown(file: PairFile, unit: Pair, text: str) -> str:
    """Return a text with the tags in it that stand for inline elements written as the file shows them."""
    if file.format not in _WITH_ELEMENTS:
        return text
    return tags_as_shown(text, (unit.source, *unit.forms))


def _verify(after: PairFile, before: PairFile, changes: Mapping[str, PairChange], path: Path) -> None:
    """Make sure that the changed units read as they should and all others as before."""

    def forms(pair: Pair) -> tuple[str, ...]:
        change = changes.get(pair.identity)
        if change is None or change.target is None:
            return pair.forms
        return (change.target, *(change.plurals or ()))

    expected = [(pair.identity, pair.source, forms(pair)) for pair in before.pairs]
    if [(pair.identity, pair.source, pair.forms) for pair in after.pairs] != expected:
        raise TransreviewError(
            _("the texts would not come back as they were written; the file was left as it is"),
            path=path,
            remedy=_("Please report this, with the file if you may."),
        )
