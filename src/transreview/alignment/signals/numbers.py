"""Numbers by value: 二十 = 20, 3.5万 = 35 000, 第九届 = მე-9, 5月 = მაისი."""

from __future__ import annotations

from transreview.languages.language import Language
from transreview.languages.quantity import Quantity, QuantityKind

# A month and a weekday are written as words in many languages: they only meet their own kind.
_OWN_KIND = {QuantityKind.MONTH: "month", QuantityKind.WEEKDAY: "weekday", QuantityKind.TIME: "time"}


def number_tokens(text: str, language: Language) -> set[str]:
    """Return what the numbers of a text say, one token a value.

    Args:
        text: A unit's text.
        language: What is known of its language.

    Returns:
        Tokens such as "35000", "month:5".
    """
    return {_token(quantity) for quantity in language.quantities(text)}


def _token(quantity: Quantity) -> str:
    kind = _OWN_KIND.get(quantity.kind)
    value = f"{quantity.value:.6g}" if isinstance(quantity.value, float) else str(quantity.value)
    return f"{kind}:{value}" if kind else value
