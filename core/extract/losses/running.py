"""Totals: "the number of dead has gone up to 68", and running ones beside a toll: "two were killed, which
brings the dead of this year to 139"."""

from __future__ import annotations

from core.extract.counts import CountMention
from core.extract.dates import DateMention
from core.extract.mentions import Found, Hit
from core.extract.when import is_short

FIELDS = frozenset({"killed", "wounded", "captured"})
_SPAN = 2  # days: a longer time than one happening takes


def is_running(found: Found, figure: int) -> bool:
    """Whether the total that stands at a token is of a longer time, named in its clause."""
    return any(
        _is_long(told) and not found.barrier(*sorted((figure, _token_of(found, told))))
        for told in found.dates
    )


def _is_long(told: DateMention) -> bool:
    if told.kind == "since":
        return not is_short(told)
    if told.kind != "range" or told.date_start is None or told.date_end is None:
        return False
    return (told.date_end - told.date_start).days >= _SPAN


def _token_of(found: Found, told: DateMention) -> int:
    return next(k for k, token in enumerate(found.tokens) if token.start >= told.start)


def total_of(found: Found, hit: Hit) -> CountMention | None:
    """The running total that stands apart from its noun: "the number of X killed has gone up to 68"."""
    start = found.tokens[hit.first].start
    totals = [c for c in found.counts if c.is_total and c.kind == "count"]
    totals.sort(key=lambda c: c.start < start)  # "the dead rose to nine and the wounded to four"
    return next((c for c in totals if not any(_lies_between(found, h, hit, c) for h in found.hits)), None)


def _lies_between(found: Found, other: Hit, hit: Hit, count: CountMention) -> bool:
    """Whether another trigger of losses stands between one and a figure, and so takes the figure."""
    start = found.tokens[other.first].start
    low, high = sorted((found.tokens[hit.first].start, count.start))
    return other.trigger.frame in FIELDS and low < start < high
