"""The findings of one article, kept true while people and programs change it.

This is the one place that answers "what is wrong here": the command line, the screen, reports and
fixes all ask it. It follows the project's journal, so that whatever changed an article (an edit, an
undo, a merge, another program) is found by `refresh`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from transreview.checks.context import CheckContext
from transreview.checks.document import DocumentChecks, too_much_at_hand
from transreview.checks.findings import worst_first
from transreview.checks.lengths import LengthFit, bands_for
from transreview.checks.registry import installed_checks
from transreview.checks.segment_text import SegmentText
from transreview.checks.settings import CheckSettings
from transreview.model.article import Article
from transreview.model.finding import Finding, Severity, Side
from transreview.model.glossary import Glossary
from transreview.model.inline_mark import InlineMark
from transreview.model.segment import Segment
from transreview.terminology.index import TermIndex
from transreview.workflow.quality.article_texts import ArticleTexts
from transreview.workflow.quality.kept_findings import keep_findings, kept_findings
from transreview.workflow.quality.patient_lock import PatientLock
from transreview.workflow.quality.project_names import ProjectNames
from transreview.workflow.terms.occurrences import changed_concepts

if TYPE_CHECKING:
    from transreview.project import Project
    from transreview.project.dismissals import Dismissal

Worst = tuple[Severity, int]
"""The worst severity found in a segment, and the number of its findings."""

# Segments that are checked together: enough to gain by it, few enough that nobody who shows segments waits.
_AT_ONCE = 10

# Segments whose worst findings are counted before somebody else is let in.
_JUDGED_AT_ONCE = 500


class ArticleChecks:
    """Knows what is found in each segment of an article.

    Everything may be called from several threads: one fills, another asks and refreshes.

    Args:
        project: The open project, which is asked what has changed.
        article: The article.
        glossary: Concepts to check by; None for none.
        settings: Which checks run and how; the defaults when None.
        names: How the project spells names, where that is known already; read by `load` when None.
        fuzzy: Whether what a file marks as a guess, and nobody has looked at, is checked.

    Attributes:
        article: The article.
        worst: Segment → the worst severity and the number of findings, for those that have any.
    """

    def __init__(
        self,
        project: Project,
        article: Article,
        *,
        glossary: Glossary | None = None,
        settings: CheckSettings | None = None,
        names: ProjectNames | None = None,
        fuzzy: bool = True,
    ) -> None:
        self.article = article
        self.worst: dict[int, Worst] = {}
        self._project = project
        self._glossary = glossary
        self._settings = settings or CheckSettings()
        self._names = names
        self._lengths = LengthFit()
        self._document = DocumentChecks(self._context())
        self._ids: array[int] = array("q")
        self._seen = 0
        self._dismissed: Mapping[str, Dismissal] = {}
        self._fuzzy = fuzzy
        self._texts = ArticleTexts(article, fuzzy=fuzzy)
        self._locked: set[int] = set()
        self._sources: dict[int, str] = {}
        self._lock = PatientLock()
        self._loading = False

    def _context(self, lengths: LengthFit | None = None) -> CheckContext:
        context = CheckContext(
            self.article.source_language,
            self.article.target_language,
            glossary=self._glossary,
            settings=self._settings,
            extra_checks=installed_checks(),
        )
        context.lengths = (lengths or self._lengths).bands(
            bands_for(context.source, context.target, context.pair)
        )
        return context

    @property
    def is_complete(self) -> bool:
        """Whether every segment was checked and all were compared: nothing is left for `fill`."""
        return self._document.is_complete

    @property
    def is_known(self) -> bool:
        """Whether the findings of every segment are known, be it from an earlier run."""
        return self._document.is_complete or self._document.is_remembered

    @property
    def progress(self) -> tuple[int, int]:
        """Number of segments checked so far, and of all."""
        return self._document.done, len(self._document)

    @property
    def glossary(self) -> Glossary | None:
        """The concepts that are checked by."""
        return self._glossary

    def load(self, reader: Project | None = None) -> None:
        """Read the article's segments, and what an earlier run has found in the very same ones.

        Args:
            reader: The same project on a connection that only this thread uses.
        """
        reader = reader or self._project
        with self._lock:
            self._loading = True
            given = (self._glossary, self._settings)
        # Whoever shows segments meanwhile is not kept waiting: all is made ready apart, then put in place.
        seen, lengths = reader.journal.last_id(), LengthFit()
        known = ArticleTexts(self.article, fuzzy=self._fuzzy)
        known.load(reader)
        texts: list[tuple[int, SegmentText]] = []
        locked, sources = set(), {}
        for segment in reader.segments.each(self.article.id):
            lengths.put(segment.id, segment.source, segment.target, confirmed=segment.status.is_done)
            if known.aside(segment) == "locked":
                locked.add(segment.id)
            text = known.text(segment)
            if text.source != segment.source:
                sources[segment.id] = segment.source
            texts.append((segment.id, text))
        names = self._names or ProjectNames(reader, given[1])
        document = DocumentChecks(self._context(lengths))
        document.arrange(texts)
        kept = kept_findings(reader, self.article.id, document.context, texts)
        if kept is not None:
            document.remember(*kept)
        dismissed = reader.dismissals.all()
        ids = array("q", reader.segments.ids(self.article.id))
        with self._lock:
            self._seen, self._lengths, self._locked, self._sources = seen, lengths, locked, sources
            self._texts, self._names = known, names
            self._dismissed, self._ids = dismissed, ids
            self._document, self._loading = document, False
            if given != (self._glossary, self._settings):  # another glossary came while this was read
                document.renew(self._context())
        if kept is not None:
            for start in range(0, len(ids), _JUDGED_AT_ONCE):
                with self._lock.patiently():
                    self._judge(ids[start : start + _JUDGED_AT_ONCE])

    def marks(self, segment: Segment) -> tuple[Sequence[InlineMark], Sequence[InlineMark]]:
        """Return the inline marks that the files give source and translation beside the texts."""
        text = self._texts.text(segment)
        return text.source_marks, text.target_marks

    def _note(self, segment: Segment, text: SegmentText) -> None:
        """Note what the file says of a segment that has changed."""
        (self._locked.add if self._texts.aside(segment) == "locked" else self._locked.discard)(segment.id)
        if text.source != segment.source:
            self._sources[segment.id] = segment.source

    @property
    def texts(self) -> ArticleTexts:
        """What the checks see of the segments."""
        return self._texts

    def _measure(self, segment: Segment) -> None:
        self._lengths.put(segment.id, segment.source, segment.target, confirmed=segment.status.is_done)

    def fill(
        self, near: int = 0, stopped: Callable[[], bool] = lambda: False, *, at_once: int = _AT_ONCE
    ) -> Iterator[set[int]]:
        """Check the segments that were not checked yet, nearest to a place first, then compare them all.

        Args:
            near: Place of a segment in the article.
            stopped: Says whether nobody waits for the answer any more.
            at_once: How many segments are checked together.

        Yields:
            The segments whose findings are known now or have changed.
        """
        steps = self._document.fill(near, at_once=at_once)
        while not stopped():
            with self._lock.patiently():
                step = next(steps, None)
                if step is None:
                    return
                changed = self._judge(step)
            yield changed

    def keep(self, project: Project) -> None:
        """Keep the findings beside the project for whoever checks the same texts next."""
        with self._lock:
            found = self._document.by_origin() if self._document.is_complete else None
            context, texts = self._document.context, self._document.texts()
        if found is not None:
            keep_findings(project, self.article.id, context, texts, found)

    def refresh(self) -> set[int]:
        """Take in what has changed in the project since the last look.

        Where much has changed, or the usual lengths did, segments are left for `fill`; `is_complete`
        says so.

        Returns:
            The segments whose findings have changed.
        """
        with self._lock:
            last = self._project.journal.last_id()
            if last == self._seen or self._loading:  # what changes meanwhile is taken in after that
                return set()
            touched = self._project.journal.changed_since(self._seen)
            self._seen = last
            ids = self._project.segments.ids(self.article.id)
            moved = ids != self._ids
            whole = self._document.is_complete
            if moved:
                known = set(self._ids)
                touched |= {key for key in ids if key not in known}
            rows = self._project.segments.get_many(touched)
            renamed = self._names.update(touched, rows) if self._names is not None else set()
            rows = [row for row in rows if row.article_id == self.article.id]
            changed = self._taken_in(rows, array("q", ids) if moved else None, fill=whole)
            changed |= {row.id for row in rows}  # what was dismissed counts again in another text
            self._relengthened()
            changed |= renamed & {*self._ids} if renamed else set()
            return self._judge(changed | self._redismissed())

    def _taken_in(self, rows: Sequence[Segment], ids: array[int] | None, *, fill: bool) -> set[int]:
        """Take in segments that changed, and another order of all when there is one."""
        more = self._texts.refresh(self._project, [row.id for row in rows], moved=ids is not None)
        rows = [*rows, *(self._project.segments.get_many(more) if more else ())]
        texts = {row.id: self._texts.text(row) for row in rows}
        for row in rows:
            self._measure(row)
            self._note(row, texts[row.id])
        if ids is None:
            return self._document.update(texts)
        self._ids = ids
        gone = [key for key in self.worst if key not in set(ids)]
        for key in gone:
            del self.worst[key]
        self._lengths.keep(set(ids))
        order = [(key, texts.get(key) or self._document.text(key)) for key in ids]
        changed = self._document.arrange((key, text) for key, text in order if text is not None)
        for step in (
            self._document.fill(at_once=_AT_ONCE) if fill and not too_much_at_hand(texts.values()) else ()
        ):
            changed |= step
        return changed | set(gone)

    def _redismissed(self) -> set[int]:
        """Take in what was dismissed or counts again; return the segments that have such a finding."""
        dismissals = self._project.dismissals.all()
        differ = self._dismissed.keys() ^ dismissals.keys()
        checks = {
            one.check
            for one in (*self._dismissed.values(), *dismissals.values())
            if one.fingerprint in differ
        }
        self._dismissed = dismissals
        return {
            key for key in (self._ids if differ else ()) for one in self._found(key) if one.check in checks
        }

    def _relengthened(self) -> None:
        """Check all by other bands of usual lengths, when the confirmed segments ask for them."""
        context = self._document.context
        bands = self._lengths.bands(bands_for(context.source, context.target, context.pair))
        if bands != context.lengths:
            self._document.renew(self._context())

    def renew(self, *, glossary: Glossary | None = None, settings: CheckSettings | None = None) -> set[int]:
        """Check by another glossary or by other settings.

        Args:
            glossary: The concepts from now on; as before when None.
            settings: The choices from now on; as before when None.

        Returns:
            The segments whose findings have changed already; where `is_complete` does not hold now,
            `fill` finds the others.
        """
        with self._lock:
            before, old = self._glossary or Glossary(), self._document.context
            same = settings is None or settings == self._settings
            if glossary is not None:
                self._glossary = glossary
            if settings is not None:
                self._settings = settings
                self._names = self._names and ProjectNames(self._project, settings)
            context = self._context()
            touched = None
            if same and self._document.is_complete:
                foreign = old.foreign_terms ^ context.foreign_terms
                touched = self._touched(before, self._glossary or Glossary(), foreign)
            return self._judge(self._document.renew(context, touched))

    def _touched(self, before: Glossary, after: Glossary, foreign: frozenset[str]) -> list[int]:
        """Return the segments for which a change of the glossary may make a difference.

        A concept asks something only of sources that have it; a term of the target language in letters
        of another one excuses those letters wherever they stand.
        """
        concepts = changed_concepts(before, after)
        index = TermIndex(concepts, self.article.source_language)
        found = []
        for key in self._ids:
            text = self._document.text(key)
            if text is not None and (
                any(word in text.target for word in foreign) or (concepts and index.find_all(text.source))
            ):
                found.append(key)
        return found

    def knows(self, segment: Segment) -> bool:
        """Whether it is known already what is found in a segment as it stands."""
        document = self._document
        return document.looked_at(segment.id) and document.text(segment.id) == self._texts.text(segment)

    def findings(self, segment: Segment, target: str | None = None) -> Sequence[Finding]:
        """Return what is found in a segment, worst first, without what was dismissed.

        Args:
            segment: The segment.
            target: Text to check instead of its own, as it stands in the editor; it is compared with no
                other segment.
        """
        text, document = self._texts.text(segment, target), self._document
        if document.text(segment.id) == text and document.looked_at(segment.id):
            found = self._open(text, self._found(segment.id))  # a screen full of these waits for nobody
        else:
            with self._lock:
                found = self._open(text, self._document.look_at(text, segment.id))
        if text.source == segment.source:
            return found
        # What was found in the plural of a message has no place in the singular that is shown.
        return [replace(one, start=0, end=0) if one.side is Side.SOURCE else one for one in found]

    def all_findings(self, key: int) -> tuple[Sequence[Finding], Sequence[Finding]]:
        """Return what is found in a segment as it stood last, and what of it was dismissed."""
        with self._lock:
            text, found = self._document.text(key), self._found(key)
            if not found or text is None or self._waits(text):
                return (), ()
            left = self._open(text, found)
            return left, [one for one in found if one not in left] if len(left) < len(found) else ()

    def _found(self, key: int) -> Sequence[Finding]:
        """Return what is found in a segment, its names that other articles spell otherwise among it."""
        found = self._document.findings(key)
        odd = self._names.odd(key) if self._names is not None else ()
        return worst_first([*found, *odd]) if odd else found

    def _waits(self, text: SegmentText) -> bool:
        """Whether a unit of a bilingual file is work to come, or not to be changed: nobody's fault."""
        return text.id in self._locked or self._texts.waits(text)

    def _open(self, text: SegmentText, found: Sequence[Finding]) -> Sequence[Finding]:
        if self._waits(text):
            return ()
        if not found or not self._dismissed:
            return found
        source = self._sources.get(text.id, text.source)  # as whoever dismissed it has seen it
        return [one for one in found if one.fingerprint(source, text.target) not in self._dismissed]

    def _judge(self, keys: Iterable[int]) -> set[int]:
        """Bring `worst` up to date for some segments, and return them."""
        numbers = set(keys)
        for key in numbers:
            text, found = self._document.text(key), self._found(key)
            left = self._open(text, found) if text is not None else ()
            if left:
                self.worst[key] = (left[0].severity, len(left))
            else:
                self.worst.pop(key, None)
        return numbers
