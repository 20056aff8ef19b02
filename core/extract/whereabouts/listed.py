"""Several places under one statement: named after a colon, or tied by a list with words between."""

from __future__ import annotations

from core.extract.frames import SPOT_KM
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention

_MOST_PLACES = 9
_ONE = frozenset({"one", "another"})
_TO_COLON = 6  # tokens from a wide place to the colon that names its parts


def after_colon(found: Found, wide: PlaceMention) -> list[PlaceMention]:
    """The places that a colon names one by one after a wide one: "two sites in the east: a camp ..."."""
    if wide.place.radius_km <= SPOT_KM:
        return []
    colon = next((k for k in range(wide.last + 1, len(found.tokens)) if found.tokens[k].text == ":"), None)
    if (
        colon is None
        or colon - wide.last > _TO_COLON
        or any(h.first > wide.last and h.trigger.frame != "weapon" for h in found.hits)
    ):
        return []
    return [p for p in found.places if p.first > colon and p.role == "at" and p.place.radius_km <= SPOT_KM][
        :_MOST_PLACES
    ]


def after_namely(found: Found, hit: Hit) -> list[PlaceMention]:
    """The places of a list that "most notably" opens: "several villages between X and Y, including A,
    B and C"."""
    opens = next((k for k in found.each("namely") if k > hit.last), None)
    if opens is None or any(
        hit.last < h.first < opens and h.trigger.frame in {"act", "burst", "mutual"} for h in found.hits
    ):
        return []
    after = [p for p in found.places if p.first > opens and p.place.radius_km <= SPOT_KM and p.is_home]
    chain = [p for p in after if p.chain == after[0].chain and p.relation is None]
    return chain[:_MOST_PLACES] if len(chain) > 1 and after[0].first - opens <= _TO_COLON else []


def spread(found: Found, hit: Hit, first: PlaceMention, rest: list[PlaceMention]) -> list[PlaceMention]:
    """Further places on the same side of a trigger that a list with words between ties to the first:
    "a farm in A, two posts in B and a house in C were hit"."""
    ordered = sorted([first, *rest], key=lambda p: p.first)
    at = ordered.index(first)
    chosen: list[PlaceMention] = []
    for step in (-1, 1):
        k = at
        while 0 <= k + step < len(ordered) and len(chosen) < _MOST_PLACES:
            one, other = sorted((ordered[k], ordered[k + step]), key=lambda p: p.first)
            k += step
            if (one.first > hit.last) != (other.first > hit.last) or not _listed(found, one, other):
                break
            if not alike(other, one) or one.place.place_id == other.place.parent or (
                other.place.place_id == one.place.parent
            ):  # fmt: skip
                break
            chosen.append(ordered[k])
    return chosen


def _listed(found: Found, one: PlaceMention, other: PlaceMention) -> bool:
    if one.chain == other.chain and other.listed:
        return True
    phrase = (p.last for p in found.places if p.chain == one.chain and p.last < other.first)
    last = max(phrase, default=one.last)
    between = range(last + 1, other.first)  # "in A in the countryside of B, and around C"
    joined = any(found.has("coordination", k, k) or found.tokens[k].low.startswith("و") for k in between)
    if one.relation != other.relation and not _begins_anew(found, between):
        return False  # "on the road to X, beside the station and hospital in Y"
    if any(one.last < h.first < other.first for h in found.hits if h.trigger.frame != "weapon"):
        return False
    said = other.last + 1, other.last + 2  # "..., according to a doctor in X", "..., his kin in X said"
    if found.has_any(("cite", "say"), last + 1, other.first - 1) or found.has("say", *said):
        return False
    return joined or any(found.tokens[k].text in ",،" for k in between)


def _begins_anew(found: Found, between: range) -> bool:
    """Whether an item of a list has a preposition of its own: "near X, a depot in Y", "and in Y"."""
    if any(
        (found.has_any(("coordination", "elsewhere"), k - 1, k - 1) or found.tokens[k].low.startswith("و"))
        and found.has_any(("in", "near", "against"), k, k)
        for k in between
    ):
        return True
    starts = {c.start for c in found.counts if c.kind in {"count", "article"}}
    if any(
        found.tokens[k].start in starts
        and (found.has("coordination", k - 1, k - 1) or found.tokens[k - 1].text in ",،")
        and found.has("near", between[-1], between[-1])
        for k in between
    ):
        return True  # "a post in X and a depot near Y"
    if any(found.tokens[k].low in _ONE and found.has("near", k + 1, k + 1) for k in between):
        return True  # "two posts in X, one near Y"
    comma = next((k for k in between if found.tokens[k].text in ",،"), None)
    return comma is not None and any(
        found.has("in", k, k) and not found.has("near", comma, k) for k in between if k > comma
    )


def alike(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two places of a list are of one order of size (villages, not a village and its province)."""
    small, large = sorted((one.place.radius_km, other.place.radius_km))
    return large <= max(4 * small, 12)
