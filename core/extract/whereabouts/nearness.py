"""How near a place is to the word that tells of a happening, in tokens and in sense."""

from __future__ import annotations

from core.extract.clauses import is_armed
from core.extract.frames import SPOT_KM
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention
from core.extract.whereabouts.apart import opens_item
from core.model import Relation

_OBJECT_REACH = 6  # tokens from a verb to the place that is its object
_NEAR_COST, _BESIDE = 14.0, 12  # "on the road to X near the hospital in Y": rather in Y
_BEFORE_COST = 10.0
_AT = 3  # tokens from a force to where it is: "the forces at the A base"
_POST = 5  # tokens from "stationed" to where
_BEARING = 4  # tokens: "X, south of the city of Y"
_LYING = 10  # tokens: "X, a town which lies ten km to the south of Y"
_SENT, _TO_FROM = frozenset({"launched", "fired", "coming"}), 2  # tokens: "fired yesterday from"
_REGION_COST = 14.0
_ABROAD_COST = 4.0  # of two places about as near, the one in the governorate read for


def cost(found: Found, place: PlaceMention, hit: Hit) -> float:
    """How far a place lies from a trigger: tokens, more across a clause end or before it."""
    if place.first > hit.last:
        cost = float(place.first - hit.last)
        between = (hit.last + 1, place.first - 1)
    else:
        cost = 2.0 + (hit.first - place.last)
        between = (place.last + 1, hit.first - 1)
        parted = found.has("coordination", *between) or found.tokens[hit.first - 1].text == ","
        if hit.trigger.pos == "verb" and parted and _is_taken(found, place):
            cost += 8
        if hit.trigger.grammar.verb_first and found.has("coordination", place.last + 1, hit.first):
            cost += _BEFORE_COST  # "..., as Y vacated B": what the verb before had
        if hit.trigger.grammar.verb_first and found.has_any(("meanwhile", "amid"), *between):
            cost += 2 * _BEFORE_COST
        if opens_item(found, hit) or hit.tense == "noun":
            cost += _BEFORE_COST
    if _is_post(found, place, hit):
        cost += 12
    if found.barrier(*between) or found.has("reason", *between):
        cost += 12
    if _only_locates(found, place):
        cost += 24
    cost += 6 * sum(
        1
        for h in found.hits
        if h != hit and between[0] <= h.first <= between[1] and h.trigger.frame != "weapon"
    )
    if place.place.radius_km > SPOT_KM:
        cost += _REGION_COST
    if place.relation is Relation.NEAR and any(_is_inside(found, p, place) for p in found.places):
        cost += _NEAR_COST
    if not place.is_home and found.has("say", place.last + 1, place.last + 1):
        cost += _NEAR_COST  # "..., the ministry in X said"
    return cost + (0 if place.is_home else _ABROAD_COST)


def _is_inside(found: Found, other: PlaceMention, near: PlaceMention) -> bool:
    """Whether a place told right after one that is only near says where it was: "near X, in Y"; not "near X
    and elsewhere in Y"."""
    if found.has("elsewhere", near.last + 1, other.first - 1):
        return False
    beside = 0 < other.first - near.last <= _BESIDE and other.is_home >= near.is_home
    return other.relation is None and other.role == "at" and beside


def _only_locates(found: Found, place: PlaceMention) -> bool:
    """Whether a place only says where another lies: "X (122 km southeast of Y)", "X, south of Y"."""
    if place.bearing is None:
        return False
    if any(
        0 < place.first - p.last <= _BEARING
        or (0 < place.first - p.last <= _LYING and found.has("lies", p.last + 1, place.first - 1))
        for p in found.places
    ):
        return True
    before = [token.text for token in found.tokens[: place.first]]
    return "(" in before and ")" not in before[len(before) - before[::-1].index("(") :]


def _is_post(found: Found, place: PlaceMention, hit: Hit) -> bool:
    """Whether a place is only where those who act stand: "guards stationed in A", "forces in A fired"."""
    if hit.trigger.frame == "station":
        return False
    if place.first > hit.first:
        return _is_firing_post(found, place, hit)
    if _is_fired_from(found, place, hit):
        return True
    if any(
        h.trigger.frame == "station" and h.tense != "noun" and 0 < place.first - h.last <= _POST
        for h in found.hits
        if h.last < hit.first
    ):
        return True
    return hit.trigger.pos == "verb" and any(
        (is_armed(g) or g.kind == "force")
        and 0 < place.first - g.last <= _AT
        and found.has("in", g.last + 1, place.first - 1)
        for g in found.groups
    )


def _is_fired_from(found: Found, place: PlaceMention, hit: Hit) -> bool:
    """ "Missiles launched from a site near a school in A hit a base in B"."""
    at = found.last("from", 0, place.first - 1)
    if at is None or hit.trigger.pos != "verb" or found.barrier(at, hit.first - 1):
        return False
    armed = any(h.trigger.frame == "weapon" and h.last < at for h in found.hits)
    led = any(found.tokens[k].low in _SENT for k in range(max(at - _TO_FROM, 0), at))
    return armed and led and any(p.first > hit.last for p in found.places)


def _is_firing_post(found: Found, place: PlaceMention, hit: Hit) -> bool:
    """«أطلقت الميليشيات في أ صواريخ على ب»: where those who fire are, with the verb first."""
    if not hit.trigger.grammar.verb_first or hit.trigger.frame != "act":
        return False
    aimed = any(
        p.first > place.last and found.has("against", place.last + 1, p.first - 1) for p in found.places
    )
    return aimed and any(
        (is_armed(g) or g.kind == "force")
        and hit.first < g.first
        and 0 < place.first - g.last <= _AT
        and found.has("in", g.last + 1, place.first - 1)
        for g in found.groups
    )


def _is_taken(found: Found, place: PlaceMention) -> bool:
    """Whether a verb before a place has it: "attacked X and ..."."""
    return any(0 < place.first - h.last <= _OBJECT_REACH for h in found.hits if h.trigger.pos == "verb")
