"""Events that turn out to be one: of one kind, place and day, with no toll that speaks against it."""

from __future__ import annotations

from collections.abc import Callable

from core.extract.frames import FROM_AFAR, VIOLENT
from core.extract.happenings.drafts import Draft
from core.extract.when import are_apart_undated
from core.model import Event, Role

Told = tuple[Event, tuple[Draft, ...]]
"""An event with the drafts it was made from."""

_OPEN = "armed_attack"  # leaves open with what


def joined(events: list[Told], build: Callable[[tuple[Draft, ...]], Event]) -> list[Told]:
    """The events, a further one of the same kind, place and dates taken up into the one told before."""
    kept: list[Told] = []
    for event, drafts in events:
        home = next((k for k, told in enumerate(kept) if _are_one(told, (event, drafts))), None)
        if home is None:
            kept.append((event, drafts))
            continue
        both = tuple(sorted(kept[home][1] + drafts, key=lambda d: d.found.sentence.index))
        kept[home] = build(both), both
    return kept


def _are_one(told: Told, further: Told) -> bool:
    (one, drafts), (other, more) = told, further
    if one.place is None or other.place is None or one.place.place_id != other.place.place_id:
        return False
    kinds = {one.event_type, other.event_type}
    is_open = _OPEN in kinds and {drafts[0].family, more[0].family} <= VIOLENT
    if not (len(kinds) == 1 or kinds <= FROM_AFAR or is_open):
        return False
    if any(are_apart_undated(a.date, b.date) for a in drafts for b in more):
        return False
    by, back = ({a.actor_id for a in e.actors if a.role is Role.INITIATOR} for e in (one, other))
    if by and back and not by & back:
        return False  # "X took the village. Hours later Y took it back"
    return (one.date_start, one.date_end) == (other.date_start, other.date_end) and all(
        getattr(one, name) is None
        or getattr(other, name) is None
        or getattr(one, name) == getattr(other, name)
        for name in ("killed", "wounded", "captured")
    )
