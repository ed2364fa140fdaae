"""How far a unit has come, in the words of XLIFF 1.2 and 2 and of the dialects of Trados and memoQ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from transreview.model.segment import Status


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a unit has come.

    Attributes:
        status: The status; None when the file says nothing, or nothing that is known.
        needs_work: Somebody has to look again.
    """

    status: Status | None = None
    needs_work: bool = False


_MACHINE = Stage(Status.MACHINE)
_EDITED = Stage(Status.EDITED)
_CONFIRMED = Stage(Status.CONFIRMED)
_APPROVED = Stage(Status.APPROVED)
_REJECTED = Stage(Status.EDITED, True)

# XLIFF 1.2 §2.4.4, `state`.
FIRST: Mapping[str, Stage] = {
    "new": _MACHINE,
    "needs-translation": Stage(Status.MACHINE, True),
    "needs-adaptation": Stage(Status.EDITED, True),
    "needs-l10n": Stage(Status.EDITED, True),
    "needs-review-translation": _EDITED,
    "needs-review-adaptation": _EDITED,
    "needs-review-l10n": _EDITED,
    "translated": _CONFIRMED,
    "signed-off": _APPROVED,
    "final": _APPROVED,
}
# XLIFF 1.2 §2.4.4, `state-qualifier`: where a proposal came from; nobody has vouched for it.
PROPOSALS = frozenset({
    "mt-suggestion", "leveraged-mt", "fuzzy-match", "leveraged-inherited", "leveraged-glossary",
    "leveraged-repository", "leveraged-tm", "tm-suggestion", "id-match",
})  # fmt: skip
REJECTIONS = frozenset({"rejected-grammar", "rejected-inaccurate", "rejected-length", "rejected-spelling"})

# XLIFF 2.1 §4.3.1.36.
SECOND: Mapping[str, Stage] = {
    "initial": _MACHINE,
    "translated": _EDITED,
    "reviewed": _CONFIRMED,
    "final": _APPROVED,
}
NEEDS_WORK = "transreview:needs-work"
"""The `subState` of XLIFF 2 in which the flag travels."""
FLAGGED = "x-needs-work"
"""The `state-qualifier` of XLIFF 1.2 in which the flag of an edited text travels."""

# The confirmation levels of Trados Studio (`conf` of sdl:seg).
TRADOS: Mapping[str, Stage] = {
    "Unspecified": _MACHINE,
    "Draft": _EDITED,
    "Translated": _CONFIRMED,
    "RejectedTranslation": _REJECTED,
    "ApprovedTranslation": _APPROVED,
    "RejectedSignOff": _REJECTED,
    "ApprovedSignOff": _APPROVED,
}
# memoQ's `mq:status`.
MEMOQ: Mapping[str, Stage] = {
    "NotStarted": Stage(),
    "Pretranslated": _MACHINE,
    "AssembledFromFragments": _MACHINE,
    "PartiallyEdited": _EDITED,
    "Edited": _EDITED,
    "Confirmed": _CONFIRMED,
    "ManuallyConfirmed": _CONFIRMED,
    "TranslatorConfirmed": _CONFIRMED,
    "Reviewer1Confirmed": _APPROVED,
    "Reviewer2Confirmed": _APPROVED,
    "Proofread": _APPROVED,
    "Locked": Stage(),
    "Rejected": _REJECTED,
}

# What is written for a status that differs from the one the file has.
FIRST_WRITTEN: Mapping[Status, str] = {
    Status.MACHINE: "needs-review-translation",
    Status.EDITED: "needs-review-translation",
    Status.CONFIRMED: "translated",
    Status.APPROVED: "final",
}
SECOND_WRITTEN: Mapping[Status, str] = {
    Status.MACHINE: "initial",
    Status.EDITED: "translated",
    Status.CONFIRMED: "reviewed",
    Status.APPROVED: "final",
}
TRADOS_WRITTEN: Mapping[Status, str] = {
    Status.MACHINE: "Draft",
    Status.EDITED: "Draft",
    Status.CONFIRMED: "Translated",
    Status.APPROVED: "ApprovedTranslation",
}
MEMOQ_WRITTEN: Mapping[Status, str] = {
    Status.MACHINE: "Pretranslated",
    Status.EDITED: "PartiallyEdited",
    Status.CONFIRMED: "ManuallyConfirmed",
    Status.APPROVED: "Proofread",
}


def is_known(state: str) -> bool:
    """Whether a state is a word of XLIFF or of one of the tools that write it."""
    return any(state in known for known in (FIRST, SECOND, TRADOS, MEMOQ, _PHRASE))


_PHRASE = frozenset({"confirmed", "unconfirmed"})


def first_written(status: Status, *, needs_work: bool) -> tuple[str, str]:
    """Return the state and the state-qualifier of XLIFF 1.2 that say how far a text has come."""
    if needs_work:
        machine = status is Status.MACHINE
        return ("needs-translation", "mt-suggestion") if machine else ("needs-review-translation", FLAGGED)
    return FIRST_WRITTEN[status], "mt-suggestion" if status is Status.MACHINE else ""


def second_written(status: Status, *, needs_work: bool) -> str:
    """Return the state of XLIFF 2; the flag stands beside it."""
    return SECOND_WRITTEN[Status.EDITED if needs_work and status is not Status.MACHINE else status]


def first_stage(state: str, qualifier: str, approved: str) -> Stage:
    """Return how far a unit of XLIFF 1.2 has come.

    Args:
        state: `state` of its target.
        qualifier: `state-qualifier` of its target.
        approved: `approved` of the unit.
    """
    said = FIRST.get(state)
    if approved == "yes":
        if said is None and state:  # somebody has vouched for it; what else the state says nobody knows
            return _CONFIRMED
        return said if said is not None and said.status is Status.CONFIRMED else _APPROVED
    if qualifier in REJECTIONS or qualifier == FLAGGED:
        return _REJECTED
    if qualifier in PROPOSALS:
        return Stage(Status.MACHINE, bool(said and said.needs_work))
    if said is None:
        return _EDITED if approved == "no" and not state else Stage()
    if approved == "no" and said.status is Status.APPROVED:
        return _CONFIRMED
    return said


def second_stage(state: str, sub_state: str) -> Stage:
    """Return how far a segment of XLIFF 2 has come; without a state it is "initial" (§4.3.1.36)."""
    said = SECOND.get(state, Stage())
    if sub_state == NEEDS_WORK:
        return Stage(Status.EDITED if said.status is not Status.MACHINE else said.status, True)
    return said
