"""Drafts that tell of several attacks: a lead sums up those then told one by one, or gives their toll."""

from __future__ import annotations

from core.extract.agree import days_agree, holds
from core.extract.drafts import Draft
from core.extract.frames import SPOT_KM, VIOLENT
from core.extract.retold import best_place
from core.lexicon import Lexicon
from core.model import Place

_OF_AREA = 3  # tokens from "several towns" to their area
_SHARED = frozenset({"killed", "wounded"})
_PLURAL = ("s", "ات")
_PARTS = 2  # attacks told one by one that make a lead their sum


def sums_up(home: list[Draft], later: list[list[Draft]], lexicon: Lexicon) -> bool:
    """Whether a happening only sums up attacks somewhere in an area that are then told one by one."""
    lead = home[0]
    if lead.place is None or not all(_tells_several(d) for d in home):
        return False
    parts = {spot.place_id for h in later if (spot := _part_of(lead, h, lexicon)) is not None}
    return len(parts) >= _PARTS


def _part_of(lead: Draft, home: list[Draft], lexicon: Lexicon) -> Place | None:
    """The spot of a happening that may be one of those that a lead sums up."""
    spot = best_place(home)
    assert lead.place is not None
    agrees = home[0].family == lead.family and _is_spot(spot) and days_agree([lead], home[0])
    around = [lead.place.place]
    if around[0].feature_type == "countryside":  # "in the eastern and western countryside"
        around += lexicon.gazetteer.ancestors(around[0].place_id)[:1]
    inside = spot is not None and any(holds(area, spot, lexicon) for area in around)
    return spot if agrees and inside else None


def _is_spot(place: Place | None) -> bool:
    return place is not None and place.radius_km <= SPOT_KM


def without_shared_tolls(happenings: list[list[Draft]], lexicon: Lexicon) -> list[list[Draft]]:
    """The happenings, one that begins with "three were killed in attacks in the east" without that toll
    where further attacks with tolls of their own are told of there: it is that of all."""
    return [
        [
            draft._replace(losses=tuple(x for x in draft.losses if x.field not in _SHARED))
            if _tells_several(draft) and _are_shared(draft, happenings[k + 1 :], lexicon)
            else draft
            for draft in home
        ]
        for k, home in enumerate(happenings)
    ]


def _are_shared(lead: Draft, later: list[list[Draft]], lexicon: Lexicon) -> bool:
    assert lead.place is not None
    area = lead.place.place
    return any(
        h[0].family in VIOLENT
        and any(loss.field in _SHARED for d in h for loss in d.losses)
        and (spot := best_place(h)) is not None
        and (lead.found.is_headline or holds(area, spot, lexicon))
        and days_agree([lead], h[0])
        for h in later
    )


def _tells_several(lead: Draft) -> bool:
    """Whether a draft speaks of attacks, not one, somewhere in an area, or in a headline."""
    if lead.place is None or (lead.place.place.radius_km <= SPOT_KM and not lead.found.is_headline):
        return False
    return lead.found.has("several_acts", 0, len(lead.found.tokens)) or any(
        h.tense == "noun"
        and h.trigger.frame in {"act", "burst", "weapon"}
        and lead.found.tokens[h.last].low.endswith(_PLURAL)
        for h in lead.hits
    )


def tells_of_many(draft: Draft) -> bool:
    """Whether a draft's noun is a plural: "the strikes hit A" need not be those told of before."""
    found = draft.found
    return any(h.tense == "noun" and found.tokens[h.last].low.endswith(_PLURAL) for h in draft.hits)


def is_in_several(draft: Draft) -> bool:
    """Whether something happened in several towns of an area, none of them named."""
    return draft.place is not None and draft.found.has(
        "several", draft.place.first - _OF_AREA, draft.place.first - 1
    )
