"""What a journey or posting needs: a force that goes or stands, and a place that it goes to or comes from."""

from __future__ import annotations

from core.extract.groups import Group, is_force
from core.extract.mentions import Found, Hit
from core.extract.roles import objects, subject
from core.extract.senses.described import is_parted
from core.extract.senses.grounds import is_left

_ARRIVAL = 12  # tokens from "the arrival of a convoy of X" to where
_UNARMED = frozenset({"civilian", "person_neutral"})
_CARE = 7  # tokens between a verb of moving and the hospital that a victim is taken to
_FLEET = 6  # tokens from "the convoy" to how many vehicles it has
_ONE = frozenset({"he", "she"})  # who passes a checkpoint alone
_IT = frozenset({"it", "they"})


def has_force(found: Found, hit: Hit) -> bool:
    """A force moves or is moved: an armed group, a convoy or vehicles as subject or object."""
    near = subject(found, hit) or objects(found, hit)
    if is_left(found, hit):
        return True
    if near and all(g.kind == "leader" and g.actor_id == "tribal-fighters" for g in near):
        return False  # "elders went to the house of X": they come to talk
    walks = hit.trigger.grammar.verb_first and not any(_is_kin(found, g) for g in near)
    goes = hit.trigger.frame == "leave" or (walks and hit.trigger.frame in {"move", "station"})
    if near and goes and all(g.kind in _UNARMED for g in near):
        return False  # "60,000 people fled the fighting between X and Y"
    if any(is_force(g) or _is_kin(found, g) for g in near) or (
        hit.trigger.pos == "verb"
        and (
            (
                found.has("pronoun", hit.first - 2, hit.first - 1)
                and not any(t.low in _ONE for t in found.tokens[max(hit.first - 2, 0) : hit.first])
            )
            or (
                found.has("group_word", hit.first - 1, hit.first - 1)
                and found.has("back", hit.first - 2, hit.first - 2)
            )
        )
    ):
        return True
    return any(
        is_force(g)
        and not g.is_source
        and 0 < max(g.first - hit.last, hit.first - g.last) <= 8
        and not found.barrier(min(g.last, hit.last) + 1, max(g.first, hit.first) - 1)
        for g in found.groups
    )


def _is_kin(found: Found, group: Group) -> bool:
    """ "families of Afghan militiamen": they come with those who fight."""
    return group.kind == "civilian" and found.has("force", group.first, group.last)


def is_counted_fleet(found: Found, hit: Hit) -> bool:
    """ "The convoy, which exceeds 80 trucks, ...": what one that is known consists of, and nothing else."""
    it = any(t.low in _IT for t in found.tokens[max(hit.first - 1, 0) : hit.first + 1])
    if not (it or found.has("back", hit.first - 2, hit.first) or hit.prefix.endswith("ال")):
        return False
    others = (h for h in found.hits if h.first != hit.first and h.trigger.frame not in {"move", "weapon"})
    fleets = (g for g in found.groups if 0 < g.begin - hit.last <= _FLEET and g.vehicles is not None)
    return any(g.vehicles and g.vehicles.kind == "count" for g in fleets) and next(others, None) is None


def has_journey(found: Found, hit: Hit) -> bool:
    """A place the force goes to, comes from or passes: named in the clause or just said ("the airport")."""
    if found.has("care", hit.last + 1, hit.last + _CARE):
        return False  # a victim "was transferred to the hospital"
    for place in found.places:
        gap = place.first - hit.last - _dated(found, hit.last + 1, place.first)
        if 0 < gap <= 4 and place.role == "at" and not found.has("in", hit.last + 1, place.first - 1):
            return True
        if (
            0 < gap <= 8
            and found.has("facility", hit.last + 1, hit.last + 3)
            and not found.barrier(hit.last + 1, place.first)
        ):
            return True
        if place.role in {"from", "to", "via"} and not is_parted(found, hit, place):
            return True
        reach = _ARRIVAL if hit.tense == "noun" and not found.barrier(hit.last + 1, place.first - 1) else 6
        if 0 < gap <= reach and found.has("arrival", hit.first, hit.last):
            return True
    if _is_seen_there(found, hit):
        return True
    return found.has("place_word", hit.last + 1, hit.last + 4) and found.has(
        "back", hit.last + 1, hit.last + 3
    )


def _dated(found: Found, first: int, end: int) -> int:
    """How many of some tokens only say when: "arrived on Monday morning in X"."""
    return sum(any(d.start <= t.start < d.end for d in found.dates) for t in found.tokens[first:end])


def _is_seen_there(found: Found, hit: Hit) -> bool:
    """ "The town of X saw the arrival of a convoy": the subject is where."""
    saw = found.last("witnesses", 0, hit.first - 1)
    return (
        hit.tense in {"noun", "ing"}
        and saw is not None
        and any(saw < p.first < hit.first for p in found.places)
    )
