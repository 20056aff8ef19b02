"""The day that a sentence of its own tells: "A mine went off in X. The incident took place on Sunday"."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.dates import DateMention
from core.extract.dates.days import ALONE
from core.extract.happenings.drafts import Draft
from core.extract.happenings.merge import is_only_losses
from core.extract.mentions import Found

_REACH = 3  # sentences after a happening within which its day may be told


def with_day(told: Sequence[Draft], drafts: list[Draft], found: Found) -> list[Draft]:
    """The drafts told so far, the last happening's given the day of a sentence that tells of no other
    (``told``, none that counts) and takes it up."""
    at = found.first("it_was")
    if at is None or any(d.reason is None for d in told):
        return drafts
    days = (d for d in found.dates if d.kind in {"day", "range"} and d.date_start is not None)
    day = next((d for d in days if d.rule != ALONE), None)
    last = next((d for d in reversed(drafts) if d.reason is None and not is_only_losses(d)), None)
    if day is None or last is None or found.sentence.index - last.found.sentence.index > _REACH:
        return drafts
    since = last.found.sentence.index  # the losses told of it in between included
    return [
        d._replace(date=day) if d.found.sentence.index >= since and _is_open(d.date) else d for d in drafts
    ]


def _is_open(date: DateMention | None) -> bool:
    return date is None or date.rule == ALONE or date.kind == "statement"
