"""`transreview align`: two files, a stream of documents, or a project."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transreview.cli import options, streams
from transreview.cli.corpora.options import CorpusOptions, corpus_options
from transreview.cli.output import output_option
from transreview.errors import InputError, UsageError
from transreview.i18n import _, ngettext
from transreview.reports.json_text import dumps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transreview.alignment.calibration import Calibration
    from transreview.formats.document import Document
    from transreview.model.bead import Bead
    from transreview.model.glossary import Glossary
    from transreview.workflow.intake.article_input import ArticleInput

# Below this a bead deserves a look.
DOUBTFUL = 0.7

EPILOG = """\b
Examples:
  transreview align source.zh.txt translation.ka.txt
  transreview align source.zh.txt translation.ka.txt --unit sentence --json > beads.json
  transreview align source.zh.txt translation.ka.txt --below 0.7
  transreview align --realign fair.transreview
  transreview align --reimport 1 fair.transreview new.zh.txt new.ka.txt
  transreview align --calibrate memory.tmx -o laws.json
  transreview align source.zh.txt translation.ka.txt --calibration laws.json
  transreview align - < documents.jsonl > alignments.jsonl
  transreview align archive/ --out aligned/ --workers 0
\b
With - it is a filter over JSON Lines:
  {"id": "1", "source": ["…"], "target": ["…"], "source_lang": "zh", "target_lang": "ka"}
becomes
  {"id": "1", "alignment": [[[0], [0]], [[1], [1, 2]]], "confidence": [0.99, 0.87]}
"""


@click.command(epilog=EPILOG)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="SOURCE TARGET | PROJECT | -",
    type=click.Path(path_type=Path, allow_dash=True),
)
@options.source_lang
@options.target_lang
@options.unit
@options.encoding
@options.code_comments
@options.glossaries
@click.option("--below", type=click.FloatRange(0, 1), metavar="X", help="List only beads less sure than X.")
@click.option("--json", "as_json", is_flag=True, help="Print data instead of a table.")
@click.option("--realign", is_flag=True, help="Align PROJECT again around what people made or confirmed.")
@options.article_number
@click.option(
    "--reimport",
    type=click.IntRange(min=1),
    metavar="N",
    help="Take in a later version of article N: PROJECT SOURCE TARGET.",
)
@click.option(
    "--calibrate",
    is_flag=True,
    help="Measure length and punctuation on aligned text, and say how sure it is.",
)
@click.option(
    "--calibration",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Use what --calibrate has measured.",
)
@output_option(help="Where --calibrate writes; - is standard output.")
@corpus_options
def align(
    files: tuple[Path, ...],
    source_lang: str | None,
    target_lang: str | None,
    unit: str,
    encoding: str | None,
    code_comments: bool,
    glossaries: tuple[Path, ...],
    below: float | None,
    as_json: bool,
    realign: bool,
    article: int | None,
    reimport: int | None,
    calibrate: bool,
    calibration: Path | None,
    output: Path | None,
    corpus: CorpusOptions,
) -> None:
    """Find which paragraphs or sentences translate each other, in files, streams and projects."""
    _require_one_mode(realign=realign, reimport=reimport is not None, calibrate=calibrate)
    if realign:
        from transreview.cli.align_project import realign_project

        realign_project(_count(files, 1, "PROJECT")[0], article)
        return
    if reimport:
        from transreview.cli.align_project import reimport_files

        project, source, target = _count(files, 3, "PROJECT SOURCE TARGET")
        reimport_files(project, source, target, reimport, encoding)
        return
    if calibrate:
        from transreview.cli.align_calibrate import calibrate_files

        calibrate_files(files, source_lang, target_lang, encoding, output, as_json=as_json)
        return
    known = _glossary(glossaries, source_lang, target_lang), _calibration(calibration)
    if corpus.concerns(files):
        from transreview.cli.corpora.aligning import AlignTask
        from transreview.cli.corpora.options import print_summary, run_task

        task = AlignTask(
            source_language=source_lang, target_language=target_lang, glossary=known[0], calibration=known[1]
        )
        print_summary(run_task(task, files, corpus))
        return
    if [str(path) for path in files] == ["-"]:
        from transreview.cli.align_stream import align_stream

        align_stream(source_lang, target_lang, *known)
        return
    _count(files, 2, "SOURCE TARGET")
    from transreview.model.unit import Granularity
    from transreview.workflow.intake.article_input import ArticleInput

    given = ArticleInput(
        files[0],
        files[1],
        source_language=source_lang,
        target_language=target_lang,
        granularity=Granularity(unit),
        encoding=encoding,
        force=True,  # what is odd about the languages is said, and two versions of one text can be aligned
        code_comments=code_comments,
    )
    _align_files(given, known, below, as_json=as_json)


def _require_one_mode(**modes: bool) -> None:
    chosen = [f"--{name}" for name, is_on in modes.items() if is_on]
    if len(chosen) > 1:
        raise UsageError(
            _("{options} exclude each other").format(options=" ".join(chosen)),
            remedy=_("See `transreview align --help`"),
        )


def _count(files: tuple[Path, ...], count: int, names: str) -> tuple[Path, ...]:
    if len(files) != count:
        raise UsageError(
            ngettext(
                "this takes {names}; {count} file was named",
                "this takes {names}; {count} files were named",
                len(files),
            ).format(names=names, count=len(files)),
            remedy=_("See `transreview align --help`"),
        )
    return files


def _align_files(
    given: ArticleInput,
    known: tuple[Glossary | None, Calibration | None],
    below: float | None,
    *,
    as_json: bool,
) -> None:
    """Align two files and print the beads."""
    from transreview.alignment import align as align_units
    from transreview.cli.steps import Steps
    from transreview.reports.visible import one_line
    from transreview.workflow.intake.article_input import read_sides
    from transreview.workflow.intake.named_units import named_pairs

    sides, (source, target), (from_language, to_language), warnings = read_sides(given)
    remarks = [remark for side in sides for remark in side.document.remarks(side.name)]
    for warning in warnings:
        streams.tell(_("Note: {warning}").format(warning=one_line(warning)))
    for remark in remarks:
        streams.tell(one_line(remark))
    with Steps() as steps:
        steps(
            _("Aligning units: {source} with {target}").format(
                source=len(source.units), target=len(target.units)
            )
        )
        beads = align_units(
            source.units,
            target.units,
            from_language,
            to_language,
            glossary=known[0],
            calibration=known[1],
            fixed=named_pairs(source.units, target.units),
            progress=steps.part,
        )
    shown = [(n, b) for n, b in enumerate(beads, 1) if below is None or b.confidence < below]
    if as_json:
        click.echo(dumps(_data(shown, source, target, from_language, to_language)))
    else:
        _print_table(beads, shown, source, target, below)


def _print_table(
    beads: Sequence[Bead],
    shown: Sequence[tuple[int, Bead]],
    source: Document,
    target: Document,
    below: float | None,
) -> None:
    from transreview.reports.terminal_alignment import alignment_summary, alignment_table

    width = shutil.get_terminal_size((120, 24)).columns
    if shown:
        click.echo(alignment_table(shown, source.units, target.units, width))
    click.echo(alignment_summary(beads, DOUBTFUL if below is None else below))


def _glossary(paths: Sequence[Path], source_lang: str | None, target_lang: str | None) -> Glossary | None:
    if not paths:
        return None
    from transreview.workflow.terms.glossaries import read_glossaries

    return read_glossaries(paths, source_lang, target_lang)


def _calibration(path: Path | None) -> Calibration | None:
    """Read what --calibrate has written."""
    if path is None:
        return None
    from transreview.alignment.calibration import Calibration
    from transreview.formats.reading import read_bytes

    try:
        return Calibration.from_json(read_bytes(path).decode("utf-8"))
    except ValueError as error:
        raise InputError(
            _("not a calibration: {reason}").format(reason=error),
            path=path,
            remedy=_("Make one with `transreview align --calibrate … -o FILE`"),
        ) from error


def _data(
    shown: Sequence[tuple[int, Bead]], source: Document, target: Document, source_lang: str, target_lang: str
) -> dict[str, Any]:
    """Return the alignment with its texts as plain data."""
    return {
        "source_lang": source_lang,
        "target_lang": target_lang,
        "beads": [
            {
                "number": number,
                "type": bead.type,
                "source": list(bead.source),
                "target": list(bead.target),
                "confidence": bead.confidence,
                "crossed": bead.crossed,
                "source_text": [source.units[i].text for i in bead.source],
                "target_text": [target.units[j].text for j in bead.target],
            }
            for number, bead in shown
        ],
    }
