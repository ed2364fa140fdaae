"""`transreview languages`: which languages are known, and what of them and of two together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

import click

from transreview.i18n import _
from transreview.reports.json_text import dumps

if TYPE_CHECKING:
    from transreview.languages import Language

EPILOG = """\b
Examples:
  transreview languages
  transreview languages zh ka
  transreview languages --identify article.txt
  transreview languages --name 厦门 --name 杜同和
  transreview languages --json | jq '.[] | select(.rules)'
"""


@click.command(epilog=EPILOG)
@click.argument("codes", nargs=-1, metavar="[CODE [CODE]]")
@click.option(
    "--identify",
    "text",
    type=click.File("rb"),
    help="Say which language a text is in; - reads standard input.",
)
@click.option(
    "--name", "names", multiple=True, metavar="HAN", help="Show how a Chinese name is spelt in Georgian."
)
@click.option("--json", "as_json", is_flag=True, help="Print data instead of a table.")
def languages(codes: tuple[str, ...], text: BinaryIO | None, names: tuple[str, ...], as_json: bool) -> None:
    """List the known languages; show one, or two as a pair of source and target."""
    if text is not None:
        _say(_identified(text), as_json)
    elif names:
        _say([_spelt(name) for name in names], as_json)
    elif len(codes) > 2:
        from transreview.errors import UsageError

        raise UsageError(
            _("at most two languages can be shown together"),
            remedy=_("Name a source and a target, like zh ka"),
        )
    elif len(codes) == 2:
        _say(_paired(*codes), as_json)
    elif codes:
        from transreview.languages import language

        _say(_described(language(codes[0])), as_json)
    else:
        _list(as_json)


def _list(as_json: bool) -> None:
    from transreview.languages import known_languages, language

    records = [_described(language(code)) for code in known_languages()]
    if as_json:
        click.echo(dumps(records, indent=2))
        return
    click.echo(f"{_('code'):6}{_('name'):20}{_('scripts'):16}{_('numbers'):9}{_('rules')}")
    for record in records:
        numbers = _("words") if record["numbers"] == "words" else _("digits")
        rules = _("own") if record["rules"] else _("table")
        scripts = " ".join(record["scripts"])
        click.echo(f"{record['code']:6}{record['name']:20}{scripts:16}{numbers:9}{rules}")


def _described(language: Language) -> dict[str, Any]:
    from transreview.languages.ngrams import profiled
    from transreview.languages.registry import has_rules

    return {
        "code": language.tag,
        "name": language.name,
        "autonym": language.autonym,
        "other codes": list(language.iso_codes),
        "scripts": list(language.scripts),
        "rules": has_rules(language.code),
        "numbers": "words" if language.number_words else "digits",
        "identified by": "letters and statistics" if profiled(language.code) else "letters",
        "quotation marks": [opening + closing for opening, closing in language.quotes],
        "decimal separator": language.decimal,
        "plural forms": f"nplurals={language.nplurals}; plural={language.plural};",
    }


def _paired(source: str, target: str) -> dict[str, Any]:
    from transreview.languages import pair

    found = pair(source, target)
    return {
        "source": found.source,
        "target": found.target,
        "characters of target per character of source": round(found.length_ratio, 3),
        "spread of that (standard deviation of its logarithm)": round(found.log_spread, 3),
        "fitted on aligned text": found.fitted,
    }


# Lines of a file that are looked at for other languages.
_LINES = 400


def _identified(file: BinaryIO) -> dict[str, Any]:
    from transreview.formats.encoding import decode
    from transreview.languages import identify, language
    from transreview.languages.identification import minorities

    text = decode(file.read(), path=file.name).text
    found = identify(text)
    others = minorities(text.splitlines()[:_LINES], found.code)
    name = _("undetermined") if found.code == "und" else language(found.code).name
    return {
        "code": found.code,
        "name": name,
        "confidence": round(found.confidence, 3),
        "script": found.script,
        "also": [f"{code} {round(100 * share)} %" for code, share in others.items()],
    }


def _spelt(name: str) -> dict[str, Any]:
    from transreview.errors import UsageError
    from transreview.languages.chinese.readings import pinyin_name
    from transreview.languages.pairs.chinese_georgian import (
        PRACTICES,
        letter_by_letter,
        spellings,
        transliterate,
    )

    if not transliterate(name):
        raise UsageError(
            _("{name} is no Chinese name that can be read").format(name=name),
            remedy=_("Write it in Chinese characters only, like 厦门"),
        )
    return {
        "name": name,
        "pinyin": pinyin_name(name),
        **{practice: transliterate(name, practice) for practice in PRACTICES},
        "accepted": list(spellings(name)),
        "copied from English": sorted(letter_by_letter(name)),
    }


def _say(data: dict[str, Any] | list[dict[str, Any]], as_json: bool) -> None:
    if as_json:
        click.echo(dumps(data, indent=2))
        return
    for number, entry in enumerate(data if isinstance(data, list) else [data]):
        if number:
            click.echo()
        width = max(map(len, entry)) + 2
        for key, value in entry.items():
            click.echo(f"{key:{width}}{_written(value)}")


def _written(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
