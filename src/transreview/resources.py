"""Where the files that travel with the program are: sample articles and glossaries."""

from __future__ import annotations

from pathlib import Path

from transreview.errors import TransreviewError
from transreview.i18n import _

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "data"  # where the wheel puts them
_CHECKOUT = _PACKAGE.parents[1]


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file or folder, in an installation or in a checkout.

    Args:
        parts: Its place, "corpus" or "glossary" first: `shipped("glossary", "optical-industry.csv")`.

    Raises:
        TransreviewError: The installation lacks it.
    """
    for root in (_INSTALLED, _CHECKOUT):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise TransreviewError(
        _("this installation lacks {file}").format(file="/".join(parts)),
        remedy=_("Install transreview again"),
    )


def schema_folder() -> Path:
    """Return the folder of the schemas that --json outputs follow."""
    return _PACKAGE / "reports" / "schema"
