"""An event's totals from the losses, vehicles and people that its sentences count."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.drafts import Draft
from core.extract.groups import ARMED
from core.extract.losses import Loss
from core.lexicon import Lexicon
from core.model import Count

Span = tuple[int, int]
_LOSSES = ("killed", "wounded", "captured")


def tolls(drafts: Sequence[Draft], lexicon: Lexicon) -> dict[str, tuple[Count | None, list[Span]]]:
    """``field -> (count, spans)`` for killed, wounded, captured, vehicles and personnel."""
    found = {field: _losses(drafts, field) for field in _LOSSES}
    posture = drafts[0].family == "force_posture"
    found["vehicles"] = _vehicles(drafts, posture)
    found["personnel"] = _personnel(drafts) if posture else (None, [])
    return found


def _losses(drafts: Sequence[Draft], field: str) -> tuple[Count | None, list[Span]]:
    """Counts of one sentence are added over its groups; a later sentence replaces its like."""
    total: Count | None = None
    spans: list[Span] = []
    keyed: dict[str, Count] = {}
    for draft in drafts:
        mine = [loss for loss in draft.losses if loss.field == field and loss.count is not None]
        if not mine:
            continue
        spans += [_span(draft, loss) for loss in mine]
        here: dict[str, Count] = {}
        for loss in mine:
            key = (loss.group.actor_id or "") if loss.group else ""
            assert loss.count is not None
            here[key] = add(here[key], loss.count) if key in here else loss.count
        keyed = _updated(keyed, here, any(loss.is_total for loss in mine))
    for count in keyed.values():
        total = count if total is None else add(total, count)
    return total, spans


def _updated(before: dict[str, Count], here: dict[str, Count], is_total: bool) -> dict[str, Count]:
    """The tolls by group after one more sentence."""
    if not before or is_total:
        return here
    if set(here) <= set(before) or "" in here or "" in before:
        larger = max((before, here), key=lambda tolls: sum(c.best or 0 for c in tolls.values()))
        return here if set(here) == set(before) else larger
    return {**before, **here}


def add(one: Count, other: Count) -> Count:
    """The sum of two counts; an unknown bound stays unknown."""

    def plus(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else a + b

    return Count(plus(one.low, other.low), plus(one.best, other.best), plus(one.high, other.high))


def _span(draft: Draft, loss: Loss) -> Span:
    if loss.group is not None and loss.group.count is not None:
        return loss.group.count.start, loss.group.count.end
    return draft.found.chars(loss.hit.first, loss.hit.last)


def _vehicles(drafts: Sequence[Draft], posture: bool) -> tuple[Count | None, list[Span]]:
    """Vehicles that move, or vehicles hit (there a single one counts, too)."""
    kinds = {"count"} if posture else {"count", "article"}
    for draft in drafts:
        for group in draft.found.groups:
            if group.vehicles is not None and not group.vehicles.is_subset and group.vehicles.kind in kinds:
                return group.vehicles.count, [(group.vehicles.start, group.vehicles.end)]
    return None, []


def _personnel(drafts: Sequence[Draft]) -> tuple[Count | None, list[Span]]:
    for draft in drafts:
        for group in draft.found.groups:
            mine = group.count
            if mine is not None and mine.kind == "count" and group.kind in ARMED and not mine.is_subset:
                return mine.count, [(mine.start, mine.end)]
    return None, []
