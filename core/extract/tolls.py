"""An event's totals from the losses, vehicles and people that its sentences count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import NamedTuple

from core.extract.counts import CountMention
from core.extract.drafts import Draft
from core.extract.groups import ARMED, Group
from core.extract.losses import Loss
from core.lexicon import Lexicon
from core.model import Count

Span = tuple[int, int]
_LOSSES = ("killed", "wounded", "captured")
_RIGGED = 3  # tokens around a vehicle within which "rigged" or "laden with explosives" makes it a bomb


class _Told(NamedTuple):
    """One sentence's toll by the group it is said of; ``speakers`` are those whom it cites."""

    by_group: dict[str, Count]
    speakers: frozenset[str]
    is_total: bool

    @property
    def whole(self) -> Count:
        return reduce(add, self.by_group.values())


def tolls(drafts: Sequence[Draft], lexicon: Lexicon) -> dict[str, tuple[Count | None, list[Span]]]:
    """``field -> (count, spans)`` for killed, wounded, captured, vehicles and personnel."""
    found = {field: _losses(drafts, field, lexicon) for field in _LOSSES}
    family = drafts[0].family
    found["vehicles"] = _vehicles(drafts, family == "force_posture")
    found["personnel"] = _personnel(drafts) if family == "force_posture" else (None, [])
    return found


def _losses(drafts: Sequence[Draft], field: str, lexicon: Lexicon) -> tuple[Count | None, list[Span]]:
    """Counts of one sentence are added over its groups; a later sentence replaces its like, another
    speaker's different toll makes a range of both."""
    spans: list[Span] = []
    told: _Told | None = None
    rivals: list[Count] = []
    for draft in drafts:
        mine = [loss for loss in draft.losses if loss.field == field and loss.count is not None]
        if any(loss.is_total for loss in mine):
            mine = [loss for loss in mine if loss.is_total]
        if told is not None:
            mine = [loss for loss in mine if not _refers_back(loss)]
        if not mine:
            continue
        spans += [draft.found.chars(*loss.span) for loss in mine]
        now = _told(draft, mine, lexicon)
        if told is None or now.is_total:
            told = now
        elif _is_rival(told, now):
            rivals.append(told.whole)
            told = now
        else:
            told = _updated(told, now)
    if told is None:
        return None, spans
    return reduce(_either, rivals, told.whole), spans


def _refers_back(loss: Loss) -> bool:
    """Whether "the three dead" only speaks again of those counted before."""
    return loss.group is not None and loss.group.count is not None and loss.group.count.is_definite


def _told(draft: Draft, losses: Iterable[Loss], lexicon: Lexicon) -> _Told:
    by_group: dict[str, Count] = {}
    for loss in losses:
        assert loss.count is not None
        key = _key(loss, lexicon)
        by_group[key] = add(by_group[key], loss.count) if key in by_group else loss.count
    return _Told(by_group, _speakers(draft, lexicon), any(loss.is_total for loss in losses))


def _key(loss: Loss, lexicon: Lexicon) -> str:
    """The side a loss is of; empty for "people" and mere figures, who may be of any."""
    group = loss.group
    if group is None or group.actor_id is None or group.kind == "person_neutral":
        return ""
    return lexicon.actors.group_of(group.actor_id)


def _speakers(draft: Draft, lexicon: Lexicon) -> frozenset[str]:
    """Who is cited in a sentence: sources, and actors that say something themselves."""
    named = {m.value.name for m in draft.found.matches if m.kind == "source"}
    acting = {g.actor_id for g in draft.found.groups if g.is_source and g.actor_id}
    return frozenset(named | acting)


def _is_rival(before: _Told, now: _Told) -> bool:
    """Whether two speakers give two tolls of the same people."""
    if not before.speakers or not now.speakers or before.speakers & now.speakers:
        return False
    return before.whole != now.whole and ("" in now.by_group or "" in before.by_group or bool(set(before.by_group) & set(now.by_group)))


def _updated(before: _Told, now: _Told) -> _Told:
    """The toll by group after one more sentence."""
    if set(now.by_group) == set(before.by_group):
        return now
    if set(now.by_group) <= set(before.by_group) or "" in now.by_group or "" in before.by_group:
        return max((before, now), key=lambda told: told.whole.best or 0)
    return _Told({**before.by_group, **now.by_group}, before.speakers | now.speakers, False)


def add(one: Count, other: Count) -> Count:
    """The sum of two counts; an unknown bound stays unknown."""

    def plus(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else a + b

    return Count(plus(one.low, other.low), plus(one.best, other.best), plus(one.high, other.high))


def _either(one: Count, other: Count) -> Count:
    """Two rival counts as one range; an unknown upper bound stays unknown."""
    low = min(one.low or 0, other.low or 0)
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return Count(low, low, high)


def _vehicles(drafts: Sequence[Draft], posture: bool) -> tuple[Count | None, list[Span]]:
    """Vehicles that move, or vehicles hit (there a single one counts, too)."""
    for draft in drafts:
        mine = [g for g in draft.found.groups if g.vehicles is not None and _is_counted(draft, g, posture)]
        if not mine:
            continue
        counts = [g.vehicles for g in mine if g.vehicles is not None]
        first = counts[:1] + [c for c, g in zip(counts[1:], mine[1:], strict=True) if g.joined]
        spans = [(c.start, c.end) for c in first]
        return reduce(add, (c.count for c in first)), spans
    return None, []


def _is_counted(draft: Draft, group: Group, posture: bool) -> bool:
    """Whether vehicles are of the event: no weapon, no part of others, not what the attackers ride."""
    found, count = draft.found, group.vehicles
    if count is None or count.is_subset or count.kind not in ({"count"} if posture else {"count", "article"}):
        return False
    if posture:
        return True
    weapon = any(h.first <= group.last and group.first <= h.last for h in found.hits)
    if weapon or found.has("rigged", group.begin - 1, group.last + _RIGGED):
        return False
    doers = [g.last for g in draft.roles.initiators if g.last < group.begin]
    return not (doers and group.begin - doers[-1] <= _RIGGED and found.has("rider", group.begin - 1, group.begin - 1))


def _personnel(drafts: Sequence[Draft]) -> tuple[Count | None, list[Span]]:
    for draft in drafts:
        for group in draft.found.groups:
            mine: CountMention | None = group.count
            if mine is not None and mine.kind == "count" and group.kind in ARMED and not mine.is_subset:
                return mine.count, [(mine.start, mine.end)]
    return None, []
