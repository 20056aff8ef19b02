"""The probability that an event's type, place and date are all right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.extract.drafts import Draft
from core.model import EventPlace


def confidence(drafts: Sequence[Draft], place: EventPlace | None, start: date | None) -> float:
    """A probability in 0..1, two decimals."""
    score = 0.9
    if place is None or all(d.place is None for d in drafts):
        score -= 0.3
    if start is None or all(d.date is None for d in drafts):
        score -= 0.15
    if not any(d.roles.initiators or d.roles.participants for d in drafts):
        score -= 0.1
    return round(score, 2)
