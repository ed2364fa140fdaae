"""What `new` and `add` ask of whoever brings in an article: its files, languages, unit and engine."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli import options

if TYPE_CHECKING:
    from transreview.workflow.intake.article_input import ArticleInput
    from transreview.workflow.intake.folder_pairs import FolderPairs


@dataclass(frozen=True, kw_only=True)
class ArticleRequest:
    """An article as it was asked for on the command line.

    Attributes:
        given: What is known of it; its target is the source again where one file was named.
        target: The second name, None where there was only one.
        engines: Names of the engines whose translations these are, none when not said.
        ask: Whether a person is asked before the articles of folders are brought in.
    """

    given: ArticleInput
    target: Path | None
    engines: tuple[str, ...]
    ask: bool

    def pairs(self) -> FolderPairs | None:
        """Return what stands in folders, None where files were named.

        Raises:
            UsageError: A folder goes with a file, or no pairs are found.
        """
        from transreview.cli.intake import found_pairs

        return None if len(self.engines) > 1 else found_pairs(self.given, self.target)


def article_request(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command SOURCE, TARGET and the options of an article; it gets them as `request`."""

    @click.argument("source", type=click.Path(path_type=Path, allow_dash=True))
    @click.argument("target", required=False, type=click.Path(path_type=Path, allow_dash=True))
    @click.option(
        "--reference", type=click.Path(path_type=Path), metavar="FILE", help="A reference translation."
    )
    @options.source_lang
    @options.target_lang
    @options.unit
    @options.encoding
    @options.code_comments
    @options.engines
    @click.option("--title", default="", help="Title of the article; the source's own when not given.")
    @options.yes
    @options.force
    @functools.wraps(command)
    def gathered(
        *,
        source: Path,
        target: Path | None,
        reference: Path | None,
        source_lang: str | None,
        target_lang: str | None,
        unit: str,
        encoding: str | None,
        code_comments: bool,
        engines: tuple[str, ...],
        title: str,
        yes: bool,
        force: bool,
        **others: object,
    ) -> None:
        from transreview.model.unit import Granularity
        from transreview.workflow.intake.article_input import ArticleInput

        given = ArticleInput(
            source,
            target or source,
            reference=reference,
            source_language=source_lang,
            target_language=target_lang,
            granularity=Granularity(unit),
            encoding=encoding,
            engine=engines[0] if engines else "",
            title=title,
            metadata=(),
            force=force,
            code_comments=code_comments,
        )
        command(request=ArticleRequest(given=given, target=target, engines=engines, ask=not yes), **others)

    return gathered
