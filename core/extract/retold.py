"""Signs that a sentence tells again of a happening: its toll, its place by another name, "took place in"."""

from __future__ import annotations

from collections.abc import Iterable

from core.extract.drafts import Draft
from core.extract.frames import SPOT_KM, VIOLENT
from core.model import Place, Relation

_TOLD_AGAIN = 3  # so many dead are hardly the toll of two attacks on one place
_ON_ROAD = 2  # sentences within which a spot on a road is told
_NEAR_DEGREES = 0.3  # about 30 km


def best_place(home: Iterable[Draft]) -> Place | None:
    """The smallest place that a happening's drafts name."""
    places = [d.place.place for d in home if d.place is not None]
    return min(places, key=lambda p: p.radius_km, default=None)


def referred_place(home: list[Draft]) -> Place | None:
    """The place that a happening's first words refer back to: "the town's residents"."""
    context = home[0].context
    return context.place.place if context.place is not None and context.is_referred else None


def is_rival_account(home: list[Draft], draft: Draft) -> bool:
    """ "Eighteen were killed by shelling in X. SOHR said that 18 were killed by air strikes in X"."""
    place, there = best_place(home), draft.place
    if place is None or there is None or place.place_id != there.place.place_id:
        return False
    tolls = {loss.count.best for d in home for loss in d.losses if loss.field == "killed" and loss.count}
    return {home[0].family, draft.family} <= VIOLENT and any(
        loss.field == "killed"
        and loss.count
        and (loss.count.best or 0) >= _TOLD_AGAIN
        and loss.count.best in tolls
        for loss in draft.losses
    )


def says_where(home: list[Draft], draft: Draft) -> bool:
    """ "The attack took place in X", right after an attack near a city was told of."""
    seat = best_place(home)
    noun = draft.hits[0]
    follows = draft.found.sentence.index - home[-1].found.sentence.index == 1
    return (
        follows
        and seat is not None
        and seat.feature_type == "city"
        and noun.tense == "noun"
        and noun.first == 1
        and draft.found.has("happen", noun.last + 1, noun.last + 1)
    )


def follows_road(home: list[Draft], draft: Draft) -> bool:
    """ "An attack on the road from A to B ... The attack in X": where on the road."""
    road = best_place(home)
    near = draft.found.sentence.index - home[-1].found.sentence.index <= _ON_ROAD
    return near and road is not None and road.feature_type == "road"


def is_near(one: Place | None, other: Place | None) -> bool:
    """Whether two spots are so near that one happening may be told of by either name."""
    if one is None or other is None or None in (one.latitude, other.latitude):
        return False
    north = abs((one.latitude or 0) - (other.latitude or 0))
    east = abs((one.longitude or 0) - (other.longitude or 0))
    return north + east <= _NEAR_DEGREES and max(one.radius_km, other.radius_km) <= SPOT_KM


def names_spot(home: list[Draft]) -> bool:
    """Whether a happening is told at a spot, and not only near one ("villages opposite X")."""
    near = all(d.place is None or d.place.relation is Relation.NEAR for d in home)
    place = best_place(home)
    return place is not None and place.radius_km <= SPOT_KM and not near


def is_elsewhere(home: list[Draft], draft: Draft) -> bool:
    """Whether a happening was told at another spot: a list whose first place began one tells of no such."""
    return names_spot(home) and draft.place is not None and best_place(home) != draft.place.place


def is_aftermath(draft: Draft) -> bool:
    """ "The blast was followed by (تلاه) a clash": what came after a bomb leaves it one."""
    return draft.event_type == "clash" and any(
        draft.found.has("leads_to", h.first - 2, h.first - 1) for h in draft.hits
    )
