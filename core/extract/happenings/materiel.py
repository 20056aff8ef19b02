"""Vehicles hit or under way, and how many men march or protest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from core.extract.counts import CountMention, add
from core.extract.frames import SEARCHES
from core.extract.groups import ARMED, Group
from core.extract.happenings.drafts import Draft
from core.extract.losses.victims import victims_of
from core.extract.mentions import Found
from core.model import Count

Span = tuple[int, int]
_ACTS = frozenset({"act", "burst", "move"})
_JOURNEYS = frozenset({"move", "station", "leave"})
_RIDERS = 5  # tokens from "gunmen" to "a car": "who were in a white car"
_RIGGED = 3  # tokens around a vehicle within which "rigged" or "laden with explosives" makes it a bomb


def vehicles(drafts: Sequence[Draft], posture: bool) -> tuple[Count | None, list[Span]]:
    """Vehicles that move, or vehicles hit (there a single one counts, too)."""
    for draft in drafts:
        mine = [g for g in draft.found.groups if _has_vehicles(draft, g) and (posture or _is_hit(draft, g))]
        if posture:
            mine = [g for g in mine if not _moves_elsewhere(draft, g)] or mine
        counted = [(g, c) for g in mine if (c := _count_of(g, posture)) is not None]
        if counted:
            first = [c for k, (g, c) in enumerate(counted) if k == 0 or g.joined]
            spans = [_span(draft, g) for k, (g, _) in enumerate(counted) if k == 0 or g.joined]
            return _with_others(draft, counted[0][0], reduce(add, first)), spans
    return None, []


def _moves_elsewhere(draft: Draft, group: Group) -> bool:
    """ "brought 30 lorries to A, while five lorries headed to B": nearest to a verb of another journey."""
    verbs = [h for h in draft.found.hits if h.trigger.frame in _JOURNEYS and h.trigger.pos == "verb"]
    verbs = [h for h in verbs if not h.first <= group.last <= h.last]
    if not any(h in draft.hits for h in verbs):
        return False
    return (
        min(verbs, key=lambda h: min(abs(h.first - group.last), abs(group.begin - h.last))) not in draft.hits
    )


def _has_vehicles(draft: Draft, group: Group) -> bool:
    if _is_a_convoy(draft, group) or group.kind == "facility":
        return False  # "a tank position"
    if group.vehicles is not None:
        return not _is_part(draft, group) and not _counts_the_convoy(draft, group)
    return group.kind == "vehicle" and _is_single(draft, group)


def _is_part(draft: Draft, group: Group) -> bool:
    """ "25 vehicles, including five tanks"; but "the convoy included 20 trucks", none counted before."""
    if group.vehicles is None or not group.vehicles.is_subset:
        return False
    before = (g for g in draft.found.groups if g.last < group.begin)
    return any(g.vehicles is not None or g.count is not None for g in before)


def _is_a_convoy(draft: Draft, group: Group) -> bool:
    """Whether a vehicle only says what a force is of: "a truck convoy", not "a 12-truck convoy"; «عدة شاحنات
    للميليشيات» are those of a force."""
    matches = draft.found.matches
    if draft.hits[0].trigger.grammar.verb_first:
        return False
    told = group.vehicles
    if told is not None and told.kind == "count" and told.count.best != 1 and _is_single(draft, group):
        return False
    vehicles = [m for m in matches.of("vehicle") if group.first <= m.first <= group.last]
    heads = {m.first for m in matches.of("force")} - {m.first for m in vehicles}
    return any(m.last + 1 in heads for m in vehicles)


def _counts_the_convoy(draft: Draft, group: Group) -> bool:
    """Whether the article counts what the vehicles make up: "a convoy of vehicles"."""
    if group.vehicles is None or group.vehicles.kind != "article":
        return False
    return not _is_single(draft, group)


def _is_single(draft: Draft, group: Group) -> bool:
    """Whether a group's vehicle is one by its form: "their vehicle"."""
    return any(
        m.value.number == "singular" and group.first <= m.first <= group.last
        for m in draft.found.matches.of("vehicle")
    )


def _count_of(group: Group, posture: bool) -> Count | None:
    if group.vehicles is None:
        return None if posture else Count(1, 1, 1)
    if group.vehicles.kind == "article" and not posture:
        return group.vehicles.count
    return group.vehicles.count if group.vehicles.kind == "count" else None


def _span(draft: Draft, group: Group) -> Span:
    if group.vehicles is not None:
        return group.vehicles.start, group.vehicles.end
    return draft.found.chars(group.first, group.last)


def _with_others(draft: Draft, group: Group, count: Count) -> Count:
    """Two columns told apart, "one of 70 vehicles and the other of 200": the smaller .. both together."""
    found = draft.found
    for other in found.groups:
        apart = range(group.last + 1, other.begin)
        if (
            other.kind == "number"
            and other.count is not None
            and any(found.has("other_one", k, k) for k in apart)
        ):
            both = add(count, other.count.count)
            low = min(count.low or 0, other.count.count.low or 0)
            return Count(low, low, both.high)
    return count


def _is_hit(draft: Draft, group: Group) -> bool:
    """Whether vehicles are what is hit: no weapon themselves, and not what the attackers ride."""
    found = draft.found
    if _is_of_another(draft, group):
        return False
    weapon = any(h.first <= group.last and group.first <= h.last for h in found.hits)
    if weapon or _is_rigged(found, group):
        return False
    if draft.event_type == "suicide_bombing" and found.has("possessive", group.begin - 1, group.begin - 1):
        return False  # "a suicide attacker blew up his car"
    if found.has("rigged", group.begin - _RIGGED, group.begin - 1):
        return False  # "set off a car", "a bomb fixed to his car"
    return not _is_ridden(draft, group)


def _is_ridden(draft: Draft, group: Group) -> bool:
    """ "gunmen in a car opened fire": what those who attack ride, nobody hit it; a force that searches a town
    is told by its vehicles."""
    found = draft.found
    if draft.event_type in SEARCHES and group.vehicles is not None and group.vehicles.kind == "count":
        return False
    if not found.has("rider", group.begin - 1, group.begin - 1):
        return False
    by = [
        g for g in found.groups if g.last < group.begin and (g in draft.roles.initiators or g.kind in ARMED)
    ]
    if not by or group.begin - by[-1].last > _RIDERS or by[-1] in draft.roles.targets:
        return False
    acts = (h for h in found.hits if h.trigger.frame != "move")
    return by[-1] not in victims_of(found) and not any(by[-1].last < h.first < group.begin for h in acts)


def _is_rigged(found: Found, group: Group) -> bool:
    """Whether vehicles are laden with explosives: bombs; with arms or fuel they are what is hit."""
    last = group.last + _RIGGED
    if found.has("laden", group.begin - 1, group.first):
        return True
    return found.has("laden", group.first, last) and not found.has("freight", group.last, last + 2)


def _is_of_another(draft: Draft, group: Group) -> bool:
    """ "blew up a house, accusing him of bombing a car": the car is of an act that is not the draft's."""
    acts = [h for h in draft.found.hits if h.trigger.frame in _ACTS and h.first < group.begin]
    if not acts or acts[-1] in draft.hits:
        return False
    spans = (sorted((h.first, group.first)) for h in draft.hits)
    return all(draft.found.barrier(first + 1, last - 1) for first, last in spans)


def personnel(drafts: Sequence[Draft]) -> tuple[Count | None, list[Span]]:
    """How many men move."""
    for draft in drafts:
        groups = draft.found.groups
        harmed = victims_of(draft.found)
        for k, group in enumerate(groups):
            mine: CountMention | None = group.count
            if mine is None or mine.kind != "count" or group in harmed:
                continue
            if mine.is_subset and any(g.count is not None for g in groups[:k]):
                continue  # but "the reinforcements included 60 fighters"
            listed = group.kind == "name" and k + 1 < len(groups) and groups[k + 1].joined
            if (
                group.kind in ARMED
                or (listed and groups[k + 1].kind in ARMED)  # "12 American and Kurdish soldiers"
                or (k and _makes_up(draft, groups[k - 1], group))
            ):
                return mine.count, [(mine.start, mine.end)]
    return None, []


def _makes_up(draft: Draft, force: Group, men: Group) -> bool:
    """ "reinforcements of 150 men"."""
    return force.kind == "force" and draft.found.has("owner", force.last + 1, men.begin - 1)


def crowd(drafts: Sequence[Draft]) -> tuple[Count | None, list[Span]]:
    """How many protested: the first figure said of those who did."""
    for draft in drafts:
        harmed = victims_of(draft.found)
        for group in draft.roles.initiators:
            if group in harmed:
                continue  # "two people were killed as hundreds protested"
            mine = group.count
            if mine is not None and mine.kind == "count" and not mine.is_subset:
                return mine.count, [(mine.start, mine.end)]
    return None, []
