"""Where people belong says where it was: a witness tells of his own town, a mayor is shot in his."""

from __future__ import annotations

from core.extract.clauses import is_armed
from core.extract.frames import SPOT_KM
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention
from core.extract.roles import roles_of, subject
from core.extract.whereabouts.chains import End

_SOURCE_REACH = 12  # tokens between a source's home and the verb of saying
_TO_HOME = 6  # tokens from a source to its home: "a source from the town of X"
_POSTED = 3  # tokens from a reporter to where he works
_REPORTING = frozenset({"outlet", "agency", "local"})
_GOING = frozenset({"move", "leave"})
_BASE_REACH = 8  # tokens from a force to the place it is based in
_OFFICE = 6  # tokens: "mayor of the eastern town of X"


def with_witness(
    found: Found,
    hit: Hit,
    ends: list[End],
    here: list[End],
) -> list[End]:
    """Where the one lives who tells of a happening "in the province": rather there than anywhere in it."""
    if not here or here[0][0].place.radius_km <= SPOT_KM or hit.trigger.frame in _GOING:
        return here
    told = [e for e in ends if e[0].place.radius_km <= SPOT_KM]
    return of_source(found, hit, told) or here


def of_source(found: Found, hit: Hit, ends: list[End]) -> list[End]:
    """The places where the one is from, or lives, who tells of it."""
    return [e for e in ends if e[0].role in {"from", "home"} and _is_of_source(found, e[0], hit)]


def _is_of_source(found: Found, place: PlaceMention, hit: Hit) -> bool:
    """Whether a place is where the one lives who tells of it: "a local from X said that gunmen ...", "...,
    a source from X told the agency"."""
    if place.first > hit.last:
        told = found.has("cite", place.first - _TO_HOME, place.first - 1)
        return told and found.has("say", place.last + 1, place.last + _SOURCE_REACH)
    if found.has("say", place.first - _SOURCE_REACH, place.first - 1):  # "قال أحد سكان X إن"
        return found.has("carries", place.last + 1, hit.first)
    return found.has("say", place.last + 1, min(place.last + _SOURCE_REACH, hit.first))


def is_of_reporter(found: Found, place: PlaceMention) -> bool:
    """ "Our correspondent in the province said that ...": an area that says where he works."""
    return place.place.radius_km > SPOT_KM and any(
        0 < place.first - m.last <= _POSTED and m.value.kind in _REPORTING for m in found.matches.of("source")
    ) and found.has("carries", place.last + 1, len(found.tokens))  # fmt: skip


def at_office(found: Found, hit: Hit, homes: list[End]) -> list[End]:
    """ "The mayor of X was shot dead", "residents of X attacked a post": in X, if nowhere else."""
    if hit.trigger.frame in _GOING:
        return []
    doers = subject(found, hit) if hit.trigger.frame == "act" and hit.trigger.pos == "verb" else ()
    locals_ = bool(doers) and not any(is_armed(g) for g in doers)
    return [
        e
        for e in homes
        if (locals_ and e[0].last < hit.first) or found.has("office", e[0].first - _OFFICE, e[0].first - 1)
    ]


def is_from_base(found: Found, hit: Hit) -> bool:
    """Whether the place that a force is based in is the doers': "the army, based in X, shelled a post"."""
    doers = roles_of(found, hit).initiators
    others = [g.last for g in found.groups if g not in doers]
    return any(
        p.role == "home"
        and 0 < p.first - g.last <= _BASE_REACH
        and not any(g.last < last < p.first for last in others)  # "X arrested residents (أهالي) of Y"
        for g in doers
        for p in found.places
    )
