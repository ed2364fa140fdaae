"""Options that several commands share, so that they are called and explained alike everywhere."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

Command = TypeVar("Command", bound=Any)

if TYPE_CHECKING:
    _OfText = click.ParamType[str]
else:
    _OfText = click.ParamType  # not generic in every version of click


def complete_language(_context: object, _parameter: object, incomplete: str) -> list[str]:
    """Return the codes of languages that begin so, for the shell's completion."""
    from transreview.languages import known_languages

    return [code for code in known_languages() if code.startswith(incomplete)]


class LanguageCode(_OfText):
    """A language's tag; another word is refused, for nothing would be known of such a language."""

    name = "language"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the tag as it was written."""
        from transreview.workflow.intake.article_languages import known_tag

        known_tag(value)
        return value


LANGUAGE = LanguageCode()


def source_lang(command: Command) -> Command:
    """Add --source-lang."""
    return click.option(
        "--source-lang",
        type=LANGUAGE,
        metavar="CODE",
        shell_complete=complete_language,
        help="Language of the source (zh, en …); found out when not given.",
    )(command)


def target_lang(command: Command) -> Command:
    """Add --target-lang."""
    return click.option(
        "--target-lang",
        type=LANGUAGE,
        metavar="CODE",
        shell_complete=complete_language,
        help="Language of the translation (ka …); found out when not given.",
    )(command)


def unit(command: Command) -> Command:
    """Add --unit."""
    return click.option(
        "--unit",
        type=click.Choice(["paragraph", "sentence"]),
        default="paragraph",
        show_default=True,
        help="What one segment is made of.",
    )(command)


def encoding(command: Command) -> Command:
    """Add --encoding."""
    return click.option(
        "--encoding",
        metavar="NAME",
        help="Encoding of files that are not UTF-8 (gb18030, big5 …); found out when not given.",
    )(command)


def code_comments(command: Command) -> Command:
    """Add --code-comments."""
    return click.option(
        "--code-comments", is_flag=True, help="Comments inside code blocks are text to translate too."
    )(command)


def glossaries(command: Command) -> Command:
    """Add --glossary, which may be repeated; the parameter is called `glossaries`."""
    return click.option(
        "--glossary",
        "glossaries",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Glossary to use; may be repeated, the first has the last word.",
    )(command)


def article_number(command: Command) -> Command:
    """Add --article; the parameter is called `article`."""
    return click.option(
        "--article",
        type=click.IntRange(min=1),
        metavar="N",
        help="Only this article (see `transreview status`).",
    )(command)


Typed = str | tuple[str, ...] | None


def readable(_context: object, _parameter: object, value: Typed) -> Typed:
    """Return a text of the command line as it was typed, in whatever locale (`LC_ALL=C`).

    Raises:
        UsageError: Its bytes are no text.
    """
    if isinstance(value, tuple):
        return tuple(map(_decoded, value))
    return value if value is None else _decoded(value)


def _decoded(text: str) -> str:
    from transreview.project.texts import checked

    if text.isprintable():
        return text
    try:
        return os.fsencode(text).decode("utf-8")
    except UnicodeError:
        return checked(text)


def filter_line(command: Command) -> Command:
    """Add --filter; the parameter is called `line`."""
    return click.option(
        "--filter",
        "line",
        default="",
        metavar="LINE",
        callback=readable,
        help="Only segments that fit this line: words, by:NAME, since:2d, check:num, term:WORD, sure:<80, "
        "long:>200, is:STATE.",
    )(command)


def engines(command: Command) -> Command:
    """Add --engine, the names of one engine or of those of a table."""
    return click.option(
        "--engine",
        "engines",
        multiple=True,
        metavar="NAME",
        help="Name of the machine translation engine; of a table with several, the headers of their columns.",
    )(command)


def complete_keymap(_context: object, _parameter: object, incomplete: str) -> list[str]:
    """Return the keymaps that begin so, for the shell's completion."""
    from transreview.tui.shipped_keymaps import KEYMAPS

    return [name for name in KEYMAPS if name.startswith(incomplete)]


def complete_check(_context: object, _parameter: object, incomplete: str) -> list[str]:
    """Return the checks and their families that begin so, for the shell's completion."""
    from transreview.checks.registry import REGISTRY

    names = sorted({name for check in REGISTRY for name in (check.family, check.id)})
    return [name for name in names if name.startswith(incomplete)]


def keymap(command: Command) -> Command:
    """Add --keymap, the keys of the screen."""
    return click.option(
        "--keymap",
        default="default",
        show_default=True,
        metavar="NAME",
        shell_complete=complete_keymap,
        help="Keys: default, omegat, poedit, virtaal, vim, or a TOML file of your own.",
    )(command)


def theme(command: Command) -> Command:
    """Add --theme, the colours of the screen."""
    return click.option(
        "--theme",
        type=click.Choice(["dark", "light", "contrast", "colour-blind"]),
        help="Colours for this time; C on the screen chooses and remembers them.",
    )(command)


def force(command: Command) -> Command:
    """Add --force."""
    return click.option(
        "--force", is_flag=True, help="Take the files though they do not look like the languages named."
    )(command)


def yes(command: Command) -> Command:
    """Add --yes."""
    return click.option("--yes", is_flag=True, help="Do not ask before articles of folders are brought in.")(
        command
    )
