"""`transreview align --calibrate`: what a pair's own aligned text says of lengths and punctuation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli.output import is_standard
from transreview.errors import InputError, UsageError
from transreview.i18n import _, ngettext

if TYPE_CHECKING:
    from transreview.alignment.calibration import Calibration

# Beads of two files that are taken for aligned text: one to one, and as sure as this.
_SURE = 0.95
# Marks met at least so often are told of when they are kept less often than this.
_FEW, _OFTEN = 5, 0.8

Pairs = list[tuple[str, str]]


def calibrate_files(
    files: Sequence[Path],
    source_lang: str | None,
    target_lang: str | None,
    encoding: str | None,
    output: Path | None,
    *,
    as_json: bool,
) -> None:
    """Measure a pair of languages and print, or write, what was found.

    Args:
        files: A project (its confirmed segments), a bilingual file (TMX, XLIFF, PO, JSON Lines …), or a
            source and its translation, of which the surest beads are taken.
        source_lang: Tag of the source language; None to find it out.
        target_lang: Tag of the target language; None to find it out.
        encoding: Encoding of the files that are not UTF-8.
        output: File for `--calibration`; None to write none.
        as_json: Print data instead of sentences.

    Raises:
        InputError: There is too little aligned text to measure anything.
    """
    from transreview.alignment.calibration import calibrate

    pairs, codes = _pairs(files, (source_lang, target_lang), encoding)
    measured = calibrate(pairs, *codes)
    if measured is None:
        raise InputError(
            _("too little aligned text to measure anything"),
            path=files[0],
            remedy=_("Some thirty sentences are the least, a few hundred are better"),
        )
    if output is not None:
        from transreview.formats import atomic

        atomic.write(output, measured.to_json().encode("utf-8"))
    beside = output is not None and is_standard(output)
    if not (beside and as_json):
        click.echo(measured.to_json().rstrip() if as_json else _described(measured), err=beside)


def _pairs(
    files: Sequence[Path], codes: tuple[str | None, str | None], encoding: str | None
) -> tuple[Pairs, tuple[str, str]]:
    """Return the aligned texts with their languages."""
    if len(files) == 2:
        return _of_two_files(files, codes, encoding)
    if len(files) != 1:
        raise UsageError(
            _("--calibrate takes a project, a bilingual file, or a source and its translation"),
            remedy=_("See `transreview align --help`"),
        )
    from transreview.workflow.terms.places import is_project

    if is_project(files[0]):
        return _of_project(files[0])
    from transreview.workflow.intake.text_pairs import read_pairs

    read = list(read_pairs(files[0], encoding=encoding))
    pairs = [(pair.source, pair.target) for pair in read if pair.source and pair.target]
    said = (read[0].source_language, read[0].target_language) if read else ("", "")
    sides = ("\n".join(text for text, _t in pairs), "\n".join(text for _s, text in pairs))
    found = [codes[n] or said[n] or _identified(sides[n], files[0]) for n in (0, 1)]
    return pairs, (found[0], found[1])


def _identified(text: str, path: Path) -> str:
    from transreview.languages import identify

    code = identify(text[:20_000]).code
    if code == "und":
        raise InputError(
            _("the language cannot be told from its text"),
            path=path,
            remedy=_("Name it with --source-lang or --target-lang"),
        )
    return code


def _of_project(path: Path) -> tuple[Pairs, tuple[str, str]]:
    from transreview.project.project import Project
    from transreview.workflow.intake.aligning import confirmed_pairs

    with Project.open(path, read_only=True) as project:
        articles = project.articles.all()
        if not articles:
            return [], ("und", "und")
        codes = articles[0].source_language, articles[0].target_language
        return confirmed_pairs(project, *codes), codes


def _of_two_files(
    files: Sequence[Path], codes: tuple[str | None, str | None], encoding: str | None
) -> tuple[Pairs, tuple[str, str]]:
    """Align two files by sentences and return what is surest of it."""
    from transreview.alignment import align
    from transreview.formats.registry import read_document
    from transreview.languages import language
    from transreview.model.unit import Granularity

    documents = [read_document(path, encoding=encoding) for path in files]
    found = [codes[n] or _identified(documents[n].text, files[n]) for n in (0, 1)]
    source, target = (
        document.at(Granularity.SENTENCE, language(code).sentences).units
        for document, code in zip(documents, found, strict=True)
    )
    beads = align(source, target, found[0], found[1])
    sure = [bead for bead in beads if bead.type == "1-1" and bead.confidence >= _SURE and not bead.crossed]
    pairs = [(source[bead.source[0]].text, target[bead.target[0]].text) for bead in sure]
    return pairs, (found[0], found[1])


def _described(measured: Calibration) -> str:
    """Return the figures in words."""
    lines = [
        ngettext(
            "{source} to {target}, measured on {count} pair of texts",
            "{source} to {target}, measured on {count} pairs of texts",
            measured.pairs,
        ).format(source=measured.source, target=measured.target, count=measured.pairs),
        _(
            "  length: {ratio:.3f} characters of target per character of source, "
            "95 % sure between {low:.3f} and {high:.3f}"
        ).format(ratio=measured.ratio, low=measured.low, high=measured.high),
        _("  spread of the log ratio: {spread:.3f} for long texts").format(spread=measured.spread),
        _("  punctuation: {share:.0%} of the marks are kept").format(share=measured.kept_marks),
    ]
    # One character is the mark itself; the others say how often or where it stands.
    single = ((mark, *counts) for mark, counts in measured.marks.items() if len(mark) == 1)
    worst = sorted((kept / seen, mark, seen) for mark, seen, kept in single if seen >= _FEW)
    for share, mark, seen in worst[:5]:
        if share < _OFTEN:
            lines.append(_("    {mark} in {share:.0%} of {count}").format(mark=mark, share=share, count=seen))
    if measured.is_sure:
        lines.append(_("Sure enough to use."))
    else:
        lines.append(
            ngettext(
                "Not sure yet: about {count} more pair is wanted.",
                "Not sure yet: about {count} more pairs are wanted.",
                measured.pairs_wanted,
            ).format(count=measured.pairs_wanted)
        )
    return "\n".join(lines)
