"""Places that a clause names, though what its trigger tells of was somewhere else."""

from __future__ import annotations

from core.extract.frames import LOSS_FRAMES, SPOT_KM
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention

_TO_WORD = 4  # tokens: "around the old military airport"
_POINTER = 5  # tokens within which "there" or "around it" goes with a trigger


def is_told_of(found: Found, hit: Hit, place: PlaceMention) -> bool:
    """ "The withdrawal came after attacks in X": what was told before is not where the next clause is."""
    known = hit.tense == "noun" and hit.first <= 2 and found.has("back", hit.first - 2, hit.first - 1)
    return known and place.first > hit.last and found.barrier(hit.last + 1, place.first - 1)


def is_care(found: Found, hit: Hit, place: PlaceMention) -> bool:
    """ "were taken to hospital in X": not where they came to harm."""
    if hit.trigger.frame not in LOSS_FRAMES or not any(
        hit.first <= k < place.first and not found.has_any(("facility", "near"), k - 1, k - 1)
        for k in found.each("care")
    ):  # "at the checkpoint of the hospital in X"
        return False
    acts = (h for h in found.hits if h.trigger.frame not in LOSS_FRAMES)
    return place.first > hit.last and not any(hit.last < h.first < place.first for h in acts)


def points_back(found: Found, hit: Hit, place: PlaceMention) -> bool:
    """ "rockets fell around it while X was shelled": a word after the trigger refers to a place of before."""
    if place.place.radius_km > SPOT_KM and _names_the_place(found, hit, place):
        return True
    after = range(hit.last + 1, min(hit.last + _POINTER, len(found.tokens)))
    at = next((k for k in after if found.has("there", k, k) or _is_it(found, k)), None)
    return at is not None and place.first > at and found.barrier(at + 1, place.first - 1)


def _names_the_place(found: Found, hit: Hit, place: PlaceMention) -> bool:
    """ "clashes around the airport ..., planes dropped food on parts of X": the place told of before, and not
    an area that the next clause names."""
    at = next(
        (
            k
            for k in found.each("place_word")
            if hit.last < k < place.first
            and found.has("back", k - 2, k - 1)
            and found.has_any(("in", "near", "against"), k - _TO_WORD, k - 1)
            and not any(p.first - 4 <= k <= p.last + 2 for p in found.places)
        ),
        None,
    )
    return at is not None and (
        found.barrier(at + 1, place.first - 1)
        or any(found.tokens[k].text in ",;" for k in range(at + 1, place.first))
    )


def is_demanded(found: Found, hit: Hit, place: PlaceMention) -> bool:
    """ "protested in A, demanding the release of those held in B": what a crowd speaks of."""
    return hit.trigger.frame == "crowd" and any(
        found.has(name, hit.last + 1, place.first - 1) for name in ("demand", "grievance")
    )


def _is_it(found: Found, at: int) -> bool:
    return found.tokens[at].low == "it" and found.has_any(("in", "near", "against"), at - 1, at - 1)
