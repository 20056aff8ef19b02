"""The places of a sentence chain by chain: of each the smallest, with those listed beside it."""

from __future__ import annotations

from typing import TypeAlias

from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention, most_specific
from core.extract.whereabouts.listed import alike
from core.extract.whereabouts.nearness import cost

_HELD = 10  # tokens from a quarter to its town: "A, which is held by the forces of X, in the city of B"
_STAFF = 3  # tokens from "a source" to its hospital

End: TypeAlias = tuple[PlaceMention, list[PlaceMention]]
"""The smallest place of a phrase, and those listed beside it."""


def ends_of(found: Found, hit: Hit) -> list[End]:
    """Of each chain of places its smallest, with those listed beside it; what is nearest to the hit first."""
    chains: dict[int, list[PlaceMention]] = {}
    for mention in found.places:
        if not mention.is_home and found.has("based", mention.first - 2, mention.first - 1):
            continue  # "the monitor, based in Britain"
        if found.has("care", mention.first, mention.last) and found.has(
            "staff", mention.first - _STAFF, mention.first - 1
        ):
            continue  # "a director of the hospital in X said"
        chains.setdefault(mention.chain, []).append(mention)
    ends: list[End] = []
    for members in chains.values():
        if len(members) == 1 and _is_home_of(found, members[0]):
            continue
        listed = [m for m in members if m.listed]
        best = most_specific(_with_quarter(found, members, hit))
        more = [m for m in members if m is not best and (m in listed or (listed and m is members[0]))]
        ends.append((best, [m for m in more if alike(m, best)]))
    return nearest_first(found, hit, ends)


def nearest_first(found: Found, hit: Hit, ends: list[End]) -> list[End]:
    """Places in the order of how near they are to the hit."""
    return sorted(ends, key=lambda end: cost(found, end[0], hit)) if len(ends) > 1 else ends


def _is_home_of(found: Found, town: PlaceMention) -> bool:
    """Whether a town only says where a quarter named just before lies: "the quarter A, held by X, in the
    city of B, was shelled"."""
    if town.role != "at" or town.relation is not None or not found.has("in", town.first - 1, town.first):
        return False
    return any(
        q.place.parent == town.place.place_id
        and q.place.feature_type == "neighbourhood"
        and q.role == "at"
        and 0 < town.first - q.last <= _HELD
        and not any(q.last < h.first < town.first for h in found.hits)
        for q in found.places
    )


def _with_quarter(found: Found, members: list[PlaceMention], hit: Hit) -> list[PlaceMention]:
    """A town named alone with what the sentence names in the same town later: "a bomb went off in A,
    targeting a car, in the quarter B of A". Not where another happening is told in between."""
    if len(members) > 1 or members[0].role != "at":
        return members
    town = members[0]
    again = next(
        (p for p in found.places if p.first > town.last and p.place is town.place and p.role == "at"), None
    )
    if again is None or any(
        town.last < h.first < again.first and h.trigger.frame != "weapon" and h != hit for h in found.hits
    ):
        return members
    return members + [p for p in found.places if p.chain == again.chain and p.role == "at"]
