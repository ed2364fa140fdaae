"""Checks of messages of a gettext catalog, as `msgfmt -c` sees them."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.checks.check import Hit, segment_check
from transreview.checks.features import Features
from transreview.checks.segment_text import CatalogMessage
from transreview.i18n import _
from transreview.model.finding import Fix, Severity

MQM = "design-and-markup/markup"


@segment_check(
    "catalog.newline",
    family="catalog",
    needs="message",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="In a catalog, source and translation do not both begin, or end, with a line break.",
    good=("会议\n", "შეხვედრა\n"),
    bad=("会议\n", "შეხვედრა"),
)
def outer_line_breaks(features: Features) -> Iterator[Hit]:
    """Compare the first and the last character, as gettext does; it refuses a catalog that differs."""
    told = features.text.message
    if told is None or features.is_empty:
        return
    if told.msgid_plural and not told.form:
        yield from _plural_of_another_shape(told)
    source, target = told.msgid or features.source, features.target
    if source.startswith("\n") != (target.startswith("\n") or told.opened):
        lacks = source.startswith("\n")
        message = _("Source and translation do not both begin with a line break")
        fix = Fix(0, 0, "\n") if lacks else Fix(0, 1, "")
        yield Hit(0, 0 if lacks else 1, message, fix=fix)
    if source.endswith("\n") != target.endswith("\n"):
        lacks, end = source.endswith("\n"), len(target)
        message = _("Source and translation do not both end with a line break")
        fix = Fix(end, end, "\n") if lacks else Fix(end - 1, end, "")
        yield Hit(end if lacks else end - 1, end, message, fix=fix)


def _plural_of_another_shape(told: CatalogMessage) -> Iterator[Hit]:
    """Report a message whose singular and plural differ at an end: gettext refuses it as it is."""
    one, more = told.msgid, told.msgid_plural
    if one.startswith("\n") != more.startswith("\n"):
        yield Hit(0, 0, _("Singular and plural of the source do not both begin with a line break"))
    if one.endswith("\n") != more.endswith("\n"):
        yield Hit(0, 0, _("Singular and plural of the source do not both end with a line break"))


@segment_check(
    "catalog.plurals",
    family="catalog",
    needs="message",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="A message has another number of plural forms than the catalog's header or language says.",
    good=("%d files", "%d ფაილი|%d ფაილი"),
    bad=("%d files", "%d ფაილი"),
)
def plural_forms(features: Features) -> Iterator[Hit]:
    """Compare the number of forms with the header's, or with the language's own where there is none."""
    told = features.text.message
    if told is None or not told.forms or told.form:
        return
    wanted = told.nplurals or features.context.target.nplurals
    if wanted and told.forms != wanted:
        message = _("The message has {found} plural forms where the catalog says {wanted}")
        words = message.format(found=told.forms, wanted=wanted)
        yield Hit(0, len(features.target), words, str(wanted), found=str(told.forms))


CHECKS = (outer_line_breaks, plural_forms)
