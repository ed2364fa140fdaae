"""Georgian letters that are taken for one another."""

from __future__ import annotations


def _each_way(pairs: str) -> dict[str, list[str]]:
    others: dict[str, list[str]] = {}
    for pair in pairs.split():
        one, other = pair[0], pair[1]
        others.setdefault(one, []).append(other)
        others.setdefault(other, []).append(one)
    return others


# By what is written for what is heard, and by Latin letters that stand for both.
CONFUSED = _each_way("ტთ კქ პფ ყხ წც ჭჩ ძზ ჟჯ გღ ქხ ყკ ყქ")
# Letters whose sounds are near each other: taken for one another more seldom.
NEAR = _each_way("კგ ბპ დტ დთ ზს ჯჭ ჯჩ ძც წჭ ცჩ ძჯ ზჟ სშ ღხ ღყ ხჰ რლ")
