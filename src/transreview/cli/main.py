"""The `transreview` command: finds the sub-command's module only when it is called."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence

import click

from transreview import i18n, plugin_problems, remarks
from transreview.cli import interruption, streams
from transreview.cli.lazy_group import LazyGroup
from transreview.cli.localized import localized
from transreview.errors import InputError, TransreviewError
from transreview.i18n import _
from transreview.terminal_text import printable

# New objects before the youngest are looked through, and how many such rounds before the older ones are.
_COLLECT_SELDOM = (20_000, 20, 20)

# Commands that start an editor or a program that is asked for an opinion.
_START_PROGRAMS = frozenset({"assist", "demo", "review", "serve"})

# Name on the command line → where the command stands, and its line in the overview. The line is
# kept here so that the overview imports no command: start-up time is what a user feels first.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("transreview.cli.demo:demo", "Review the sample article, or do its whole path unattended."),
    "new": ("transreview.cli.new:new", "Start a project from a source and its machine translation."),
    "add": ("transreview.cli.add:add", "Add another article to a project."),
    "review": ("transreview.cli.review:review", "Open a project on the screen."),
    "status": ("transreview.cli.status:status", "Say how far the review of a project has come."),
    "align": ("transreview.cli.align:align", "Align two files, or realign a project."),
    "terms": ("transreview.cli.terms:terms", "Keep the glossary and apply it."),
    "check": ("transreview.cli.check:check", "Check translations; the exit code says whether they pass."),
    "score": ("transreview.cli.score:score", "Score translations against references and reviewed text."),
    "report": ("transreview.cli.report:report", "Write a report of scores, findings and effort."),
    "mqm": ("transreview.cli.mqm:mqm", "Take MQM ratings in, give them out, and score them."),
    "assist": ("transreview.cli.assist:assist", "Ask a program or a model for a second opinion."),
    "export": ("transreview.cli.export:export", "Write a PO catalog or the corrected article."),
    "merge": ("transreview.cli.merge:merge", "Take back a file that others edited."),
    "serve": ("transreview.cli.serve:serve", "Show the review screen of a project in a browser."),
    "find": ("transreview.cli.find:find", "Find words in an article, a project or many projects."),
    "edit": ("transreview.cli.edit:edit", "Give a segment another translation."),
    "confirm": ("transreview.cli.edit:confirm", "Confirm or approve segments."),
    "comment": ("transreview.cli.edit:comment", "Comment on a segment, or print its comments."),
    "fix": ("transreview.cli.fix:fix", "Make the certain fixes in a project."),
    "memory": ("transreview.cli.memory:memory", "Look into the translation memory; TMX in and out."),
    "formats": ("transreview.cli.formats:formats", "List formats with what each carries and loses."),
    "verify": ("transreview.cli.verify:verify", "Read a whole project and say whether it is sound."),
    "copy": ("transreview.cli.copy:copy", "Copy a project, also between a file and a server."),
    "recover": ("transreview.cli.recover:recover", "Rebuild what can be rebuilt of a damaged project."),
    "doctor": ("transreview.cli.doctor:doctor", "Say what this machine can do and what is missing."),
    "languages": ("transreview.cli.languages:languages", "List languages and what is known of each."),
}

EXIT_INTERNAL = 4
EXIT_PIPE = 141
"""What a shell reports of a program whose reader has gone: 128 and the number of SIGPIPE."""


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    from transreview import __version__

    click.echo(f"transreview {__version__}")
    ctx.exit()


def _print_man_page(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    from transreview import __version__
    from transreview.cli.man_page import man_page

    assert isinstance(ctx.command, click.Group)
    click.echo(man_page(ctx.command, __version__), nl=False)
    ctx.exit()


@click.command(
    cls=LazyGroup,
    table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `transreview demo`. Each command has --help with examples.",
)
@click.option(
    "--ui-lang", metavar="CODE", expose_value=False, help="Language of the interface: en, ka or zh."
)
@click.option(
    "--man",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_man_page,
    help="Print the manual page: transreview --man | man -l -",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Print the version.",
)
def cli() -> None:
    """Review machine-translated articles in the terminal: align, check, fix, score, export."""


def _work_thriftily(words: Sequence[str]) -> None:
    """Spend no processor time on what no command needs."""
    # Tables of words are most of what is in memory and stay to the end, and texts that were read leave no
    # circles: looking through all of it over and over took a twelfth of the time.
    gc.set_threshold(*_COLLECT_SELDOM)
    atexit.register(gc.freeze)  # Python looks through all of it thrice more while it ends
    # The threads that numpy's OpenBLAS starts take half the time of loading it, for products of matrices that
    # we have none of. A program that a command starts for the user should not inherit that.
    if _START_PROGRAMS.isdisjoint(words):
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _warn(sentence: str) -> None:
    from transreview.tui.escape import visible_line

    streams.tell(visible_line(_("Warning: {sentence}").format(sentence=sentence)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Words after the program's name; `sys.argv` when None.

    Returns:
        Never: exits with 0 good, 1 threshold failed, 2 usage, 3 input unreadable, 4 internal.
    """
    streams.prepare()
    words = _kept_whole(sys.argv[1:] if arguments is None else arguments)
    _work_thriftily(words)
    _speak(words)
    for told in (plugin_problems, remarks):
        told.listen(_warn)
    restore = interruption.heed()
    try:
        localized(cli)
        code = cli.main(args=words, standalone_mode=False)
        sys.stdout.flush()
    except (click.exceptions.Abort, KeyboardInterrupt) as error:
        if isinstance(error.__cause__, EOFError):  # not at a question: there click names no cause
            sys.exit(_internal(error.__cause__))
        streams.tell(_("Interrupted; nothing half-written."))
        sys.exit(interruption.exit_code(error))
    except click.ClickException as error:
        vars(error)["message"] = _without_passwords(error.message, words)
        streams.tell_by(error.show)
        sys.exit(error.exit_code)
    except TransreviewError as error:
        sys.exit(_failed(error))
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is said, and the exit code is no threshold's.
        streams.discard_output()
        sys.exit(EXIT_PIPE)
    except SystemExit:
        if not streams.reader_has_gone():
            raise
        streams.discard_output()
        sys.exit(EXIT_PIPE)
    except OSError as error:
        failure = streams.output_failed(error)
        streams.discard_output()
        sys.exit(_internal(error) if failure is None else _failed(failure))
    except MemoryError:
        sys.exit(_failed(_no_memory()))
    except Exception as error:  # noqa: BLE001 - the last line of defence: a user never sees a traceback
        sys.exit(_internal(error))
    finally:
        restore()
    sys.exit(code if isinstance(code, int) else 0)


def _kept_whole(words: Sequence[str]) -> list[str]:
    """Write addresses of projects so that they stay what they are as paths, which all commands take."""
    if not _name_a_server(words):
        return list(words)
    from transreview.project.address import kept_whole

    return [kept_whole(word) for word in words]


def _without_passwords(message: str, words: Sequence[str]) -> str:
    if not _name_a_server(words):
        return message
    from transreview.project.address import without_passwords

    return without_passwords(message, words)


def _name_a_server(words: Sequence[str]) -> bool:
    return any(word[:8].lower() == "postgres" for word in words)


def _speak(words: Sequence[str]) -> None:
    """Choose the interface's language before any command is imported: words may be fixed by an import."""
    i18n.use(None)
    for at, word in enumerate(words):
        if word.startswith("--ui-lang="):
            _use(word.partition("=")[2])
        elif word == "--ui-lang" and at + 1 < len(words):
            _use(words[at + 1])
        elif not word.startswith("-") and words[at - 1 : at] != ["--ui-lang"]:
            return  # the command; what follows is its own


def _use(language: str) -> None:
    known = i18n.languages()
    if language.replace("_", "-").split("-", maxsplit=1)[0].lower() not in known:
        words = _("Error: the interface does not speak “{language}”. Choose from: {known}.")
        streams.tell(words.format(language=printable(language), known=", ".join(known)))
        sys.exit(2)
    i18n.use(language)


def _no_memory() -> TransreviewError:
    return InputError(
        _("there is not enough memory for this; what was saved before is safe"),
        remedy=_("Work on less at once, with fewer --workers, or where there is more memory"),
    )


def _failed(error: TransreviewError) -> int:
    """Tell a failure that the user can mend and return its exit code."""
    streams.tell(_("Error: {error}").format(error=printable(str(error))))
    return error.exit_code


def _internal(error: Exception) -> int:
    """Report a fault of the program itself and return its exit code; TRANSREVIEW_DEBUG shows more."""
    import traceback

    from transreview import plugins

    if os.environ.get("TRANSREVIEW_DEBUG"):
        traceback.print_exception(error)
    if owner := plugins.owner(error):
        return _failed(plugins.failure(*owner, error))
    place = traceback.extract_tb(error.__traceback__)[-1]
    streams.tell(
        _(
            "Internal error: {kind}: {error} ({file}:{line}). This is a fault of transreview; what was saved"
            " before is safe. Run it again with TRANSREVIEW_DEBUG=1 and send what it prints."
        ).format(
            kind=type(error).__name__,
            error=printable(str(error)),
            file=os.path.basename(place.filename),  # noqa: PTH119 - pathlib is not needed at start-up
            line=place.lineno,
        )
    )
    return EXIT_INTERNAL
