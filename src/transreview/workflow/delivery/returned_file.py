"""A file that others edited, held against the project that gave it away: which unit is which segment."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.readers import read_bilingual
from transreview.formats.xliff_writing import token
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.pair import Pair, PairFile
from transreview.model.segment import Segment
from transreview.project.pair_rows import forms_of
from transreview.project.project import Project
from transreview.workflow.delivery.three_way import same_text

_CONTEXT = re.compile(r"doc:(?P<slug>.+)\|seg:(?P<key>[^|]+)")
# So many units with another source than theirs, and the columns of a table were sorted apart.
_SCRAMBLED, _SCRAMBLED_SHARE = 3, 0.2


@dataclass(frozen=True, slots=True)
class Returned:
    """A segment with what came back for it."""

    article: Article
    segment: Segment
    pair: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedFile:
    """A returned file as this project sees it.

    Attributes:
        file: What was read.
        units: Its units that are segments of the project.
        unknown: Units that are none.
        other_source: Units of a segment whose source is another by now, here or there.
        doubled: Segments that came back twice with different translations.
        missing: Segments of the same articles that did not come back.
        articles: The articles of the project.
    """

    file: PairFile
    units: tuple[Returned, ...]
    unknown: tuple[Pair, ...] = ()
    other_source: tuple[Returned, ...] = ()
    doubled: tuple[Segment, ...] = ()
    missing: tuple[Segment, ...] = ()
    articles: tuple[Article, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Places:
    """The segments of a project by all that files may call them by."""

    file_name: str
    by_name: dict[tuple[str, str], tuple[Article, Segment]] = field(default_factory=dict)
    by_key: dict[str, list[tuple[Article, Segment]]] = field(default_factory=lambda: defaultdict(list))
    by_source: dict[str, list[tuple[Article, Segment]]] = field(default_factory=lambda: defaultdict(list))
    by_identity: dict[tuple[str, int], list[tuple[Article, Segment]]] = field(
        default_factory=lambda: defaultdict(list)
    )


def read_returned(project: Project, path: Path | str, *, encoding: str | None = None) -> ReturnedFile:
    """Read a file that came back, and find its units in the project.

    Args:
        project: The project that gave it away.
        path: The file.
        encoding: Its encoding, for formats that do not name it themselves.

    Raises:
        InputError: It cannot be read, is none of this project, or its columns were sorted apart.
        UsageError: Its ending is not one of a bilingual format.
    """
    articles = project.articles.all()
    first = articles[0] if articles else None
    file = read_bilingual(
        path,
        encoding=encoding,
        source_language=first.source_language if first else None,
        target_language=first.target_language if first else None,
    )
    if not file.pairs:
        raise InputError(
            _("there is no translation in this file to take back"),
            path=path,
            remedy=_("TMX and MO hold confirmed translations only; PO, XLIFF and tables hold all."),
        )
    places = _places(project, articles, Path(path).name)
    found: dict[int, list[Returned]] = defaultdict(list)
    unknown: list[Pair] = []
    for pair in file.pairs:
        for number, form in enumerate(_forms(pair)):
            place = _place(form, number, places)
            if place is not None:
                found[place[1].id].append(Returned(*place, form))
            elif number == 0:
                unknown.append(pair)
    if not found:
        raise InputError(
            _("no unit of this file is a segment of this project"),
            path=path,
            remedy=_("Is it a file of another project? Name the project that exported it."),
        )
    units = [one for same in found.values() for one in same[:1]]
    other = [one for one in units if same_text(one.pair.source) != same_text(one.segment.source)]
    _refuse_scrambled(units, other, path)
    doubled = [same for same in found.values() if len({same_text(one.pair.target) for one in same}) > 1]
    left = {one.segment.id for one in other} | {same[0].segment.id for same in doubled}
    return ReturnedFile(
        file=file,
        units=tuple(one for one in units if one.segment.id not in left),
        unknown=tuple(unknown),
        other_source=tuple(other),
        doubled=tuple(same[0].segment for same in doubled),
        missing=tuple(_missing(found, places)),
        articles=tuple(articles),
    )


def _forms(pair: Pair) -> Iterator[Pair]:
    """Yield a unit, or each of its plural forms as one: each is a segment of its own."""
    if not pair.is_plural:
        yield pair
        return
    for form in forms_of([pair]):
        yield replace(pair, source=form.source, target=form.target, source_plural="", plurals=())


def _places(project: Project, articles: Sequence[Article], file_name: str) -> _Places:
    places = _Places(file_name=file_name)
    paths = Counter(article.source_path for article in articles)
    for article in articles:
        names = [article.slug]
        if article.source_path and paths[article.source_path] == 1:
            names.append(article.source_path)
        if len(articles) == 1:
            names.append("")
        units = {segment: unit for unit, segment in project.pairs.places(article.id).items()}
        for segment in project.segments.each(article.id):
            place = (article, segment)
            if segment.id in units:
                places.by_identity[units[segment.id]].append(place)
            for key in {segment.key, token(segment.key)}:
                places.by_key[key].append(place)
                for name in names:
                    places.by_name.setdefault((name, key), place)
            if segment.source.strip():
                places.by_source[same_text(segment.source)].append(place)
    return places


def _place(pair: Pair, number: int, places: _Places) -> tuple[Article, Segment] | None:
    """Return the segment that a unit is: by its identity, name or key, or a source that is there once."""
    known = places.by_identity.get((pair.identity, number), [])
    if len(known) > 1:  # several files have the same unit: the one that came back is meant
        known = [place for place in known if Path(place[0].source_path).name == places.file_name]
    if len(known) == 1:
        return known[0]
    for name, key in _names(pair):
        if (name, key) in places.by_name:
            return places.by_name[name, key]
    for _name, key in _names(pair):
        same = places.by_key.get(key, [])
        if len(same) == 1 and same_text(same[0][1].source) == same_text(pair.source):
            return same[0]
    same = places.by_source.get(same_text(pair.source), [])
    return same[0] if len(same) == 1 else None


def _names(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield (article, key) as our formats write them: contexts of catalogs, names of units, ids of rows."""
    match = _CONTEXT.fullmatch(pair.context)
    if match:
        yield match["slug"], match["key"]
    bare = pair.id.rpartition("#")[0] or pair.id  # XLIFF 2 numbers the segments of a unit
    for key in (pair.id, bare):
        yield pair.document, key
        name, colon, rest = key.rpartition(":")  # a memory has both in one name
        if colon:
            yield name, rest


def _refuse_scrambled(units: Sequence[Returned], other: Sequence[Returned], path: Path | str) -> None:
    """Refuse a file in which sources or translations stand beside those of other segments."""
    by_target = Counter(same_text(one.segment.target) for one in units)
    elsewhere = [
        one
        for one in units
        if same_text(one.pair.target) != same_text(one.segment.target)
        and same_text(one.pair.target) != same_text(one.segment.machine)
        and len(one.pair.target) > 3
        and by_target[same_text(one.pair.target)]
    ]
    sources = {same_text(one.segment.source) for one in units}
    moved = [one for one in other if same_text(one.pair.source) in sources]
    for wrong in (moved, elsewhere):
        if len(wrong) >= _SCRAMBLED and len(wrong) > _SCRAMBLED_SHARE * len(units):
            raise InputError(
                _("its columns were sorted apart: {count} of {total} have the text of another unit").format(
                    count=len(wrong), total=len(units)
                ),
                path=path,
                line=wrong[0].pair.line or None,
                remedy=_("Sort whole rows, not single columns; nothing was taken over."),
            )


def _missing(found: Mapping[int, Sequence[Returned]], places: _Places) -> Iterator[Segment]:
    articles = {same[0].article.id for same in found.values()}
    seen: set[int] = set()
    for article, segment in places.by_name.values():
        if article.id in articles and segment.id not in found and segment.id not in seen:
            seen.add(segment.id)
            if segment.source.strip():
                yield segment
