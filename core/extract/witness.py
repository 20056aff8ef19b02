"""A witness tells of his own town: "a source from X said that gunmen ..."."""

from __future__ import annotations

from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention

_SOURCE_REACH = 12  # tokens between a source's home and the verb of saying
_TO_HOME = 6  # tokens from a source to its home: "a source from the town of X"
_REGION_KM = 25.0  # a countryside or wider
_GOING = frozenset({"move", "leave"})


def with_witness(
    found: Found,
    hit: Hit,
    ends: list[tuple[PlaceMention, list[PlaceMention]]],
    here: list[tuple[PlaceMention, list[PlaceMention]]],
) -> list[tuple[PlaceMention, list[PlaceMention]]]:
    """Where the one lives who tells of a happening "in the province": rather there than anywhere in it."""
    if not here or here[0][0].place.radius_km <= _REGION_KM or hit.trigger.frame in _GOING:
        return here
    told = (e for e in ends if e[0].role == "from" and e[0].place.radius_km <= _REGION_KM)
    return [e for e in told if is_of_source(found, e[0], hit)] or here


def is_of_source(found: Found, place: PlaceMention, hit: Hit) -> bool:
    """Whether a place is where the one lives who tells of it: "a local from X said that gunmen ...", "...,
    a source from X told the agency"."""
    if place.first > hit.last:
        told = found.has("cite", place.first - _TO_HOME, place.first - 1)
        return told and found.has("say", place.last + 1, place.last + _SOURCE_REACH)
    return found.has("say", place.last + 1, min(place.last + _SOURCE_REACH, hit.first))
