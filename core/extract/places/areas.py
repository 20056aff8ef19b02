"""Which places lie in which: a town in its district, and in the side of the area it lies towards."""

from __future__ import annotations

from core.lexicon import Lexicon
from core.model import Place

_WIDE_KM = 100.0  # a region smaller than that is a place like others


def are_one_place(one: Place, other: Place, lexicon: Lexicon) -> bool:
    """Whether two names may be of one place: the same, one that holds the other, or one too wide to tell."""
    if one.place_id == other.place_id:
        return True
    kinds = lexicon.gazetteer.feature_types
    if any(not kinds[p.feature_type].drawn and p.radius_km >= _WIDE_KM for p in (one, other)):
        return True  # a country or "the east of Syria" is no other place
    return holds(one, other, lexicon) or holds(other, one, lexicon)


def holds(wide: Place, small: Place, lexicon: Lexicon) -> bool:
    """Whether a place lies in another; a side of an area ("the eastern countryside") holds what lies
    that way from the area's city: its bounds are vague."""
    above = {area.place_id: area for area in lexicon.gazetteer.ancestors(small.place_id)}
    if _is_wilderness(wide, small) and wide.parent in above:
        return True
    if wide.place_id in above or wide.feature_type != "countryside" or wide.parent is None:
        return wide.place_id in above
    if small.feature_type == "neighbourhood":
        return False  # in a town, and so in no countryside
    around = above.get(wide.parent)
    return around is not None and _is_towards(wide, small, around, lexicon)


def _is_wilderness(wide: Place, small: Place) -> bool:
    """Whether one may be the desert of an area and the other a mountain or a stretch of desert in it."""
    wild = small.feature_type in {"desert_area", "mountain"}
    return wild and wide.feature_type == "desert_area" and wide.radius_km >= 2 * small.radius_km


def _is_towards(side: Place, small: Place, around: Place, lexicon: Lexicon) -> bool:
    """Whether a place and a side lie the same way from the city that an area is named after."""
    middle = lexicon.gazetteer.seat(around) or around
    (a, b), (c, d) = (
        ((p.latitude or 0.0) - (middle.latitude or 0.0), (p.longitude or 0.0) - (middle.longitude or 0.0))
        for p in (small, side)
    )
    return a * c + b * d >= 0
