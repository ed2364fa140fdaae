"""A task that takes its time, for workers of a cluster, which load it by its name."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

from transreview.workflow.streams.task import PartResult, added


@dataclass(frozen=True)
class Slow:
    """Gives the ids back, after a while.

    Attributes:
        seconds: How long a part takes.
        holding: Instead: the length of a text over which one call of a library broods, so that nothing else of
            the process runs; 2 more take four times as long.
    """

    seconds: float = 1.0
    holding: int = 0
    name: str = "slow"
    columns: tuple[str, ...] = ()
    grouped: str = ""

    def start(self):
        def work(_part, records):
            found = [record["id"] for _number, record in records]
            if self.holding:
                re.match(r"(a+)+$", "a" * self.holding + "b")
            else:
                time.sleep(self.seconds)
            return PartResult("".join(f"{one}\n" for one in found).encode(), {"records": len(found)})

        return work

    def joined(self, summaries):
        return added(summaries)

    def settings(self):
        return ""
