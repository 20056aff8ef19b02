"""Places that only say where somebody came from or went, where the place of it was told before."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.frames import SPOT_KM, VIOLENT
from core.extract.happenings.drafts import Draft
from core.extract.mentions import Found
from core.extract.places import PlaceMention
from core.extract.whereabouts.kinds import kinds_referred_to
from core.extract.whereabouts.witness import is_of_reporter
from core.lexicon.gazetteer import Gazetteer
from core.model import Relation

_NEAR, _NEXT = 4, 2  # sentences on which a happening, or a journey, may go on
_SURE = 0.95  # the score of a name with its kind before it
_GOING = frozenset({"move", "leave"})
_Told = tuple[PlaceMention, Found]  # a place in its sentence


def on_its_way(draft: Draft, told: _Told | None) -> Draft:
    """A draft without the crossing that those who were hit had come through, or the area that a reporter
    works in, where the place is known."""
    place = draft.place
    if place is None or draft.family not in VIOLENT or told is None:
        return draft
    if place.role != "via" and not is_of_reporter(draft.found, place):
        return draft
    return draft._replace(place=None) if _is_known_spot(draft, told, _NEAR) else draft


def in_town(draft: Draft, told: _Told | None, named: Sequence[_Told], gazetteer: Gazetteer) -> Draft:
    """A draft without a quarter of a town that nobody spoke of, where "the town" is another: a namesake.
    "The city" is the one that a quarter is of, where no other was told of."""
    place = draft.place
    if place is None or told is None or place.place.feature_type != "neighbourhood":
        return draft
    home = gazetteer.places.get(place.place.parent or "")
    if (
        place.score >= _SURE
        and home is not None
        and {home.feature_type} == kinds_referred_to(draft.found, place) != {told[0].place.feature_type}
    ):
        return draft
    before = [told[0].place, *(p[0].place for p in named)]
    towns: set[str | None] = {p.place.place_id for p in draft.found.places}
    towns |= {p.parent if p.feature_type == "neighbourhood" else p.place_id for p in before}
    if place.place.parent in towns or not kinds_referred_to(draft.found, place):
        return draft
    return draft._replace(place=None)


def where_it_went(draft: Draft, told: _Told | None) -> Draft:
    """ "Reinforcements arrived from A", "they then withdrew towards A": a journey with one end, whose other
    end is the spot just told of."""
    place, hit = draft.place, draft.hits[0]
    if place is None or told is None or draft.reason is not None:
        return draft
    if (
        hit.trigger.frame == "crowd"
        and place.relation is Relation.BETWEEN
        and _is_known_spot(draft, told, _NEXT)
    ):
        return draft._replace(place=None)  # "They closed the road that links the town with A"
    if hit.trigger.frame not in _GOING or place.role != ("from" if hit.trigger.frame == "move" else "to"):
        return draft
    if draft.found.is_headline or told[0].place is place.place or not _is_known_spot(draft, told, _NEXT):
        return draft
    if hit.trigger.frame == "move" and not draft.found.has_any(("arrival", "brings"), hit.first, hit.last):
        return draft
    return draft._replace(place=None)


def _is_known_spot(draft: Draft, told: _Told, reach: int) -> bool:
    """Whether a spot at home was told of in a sentence not far before."""
    gap = draft.found.sentence.index - told[1].sentence.index
    return gap <= reach and told[0].is_home and told[0].place.radius_km <= SPOT_KM
