"""Acts of one sentence that are told apart by the spots behind them."""

from __future__ import annotations

from core.extract.frames import SPOT_KM
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention

_ACTS = frozenset({"act", "burst", "mutual"})


def tells_of_another(found: Found, last: Hit, hit: Hit) -> bool:
    """ "attacked a post in A, hit a vehicle in B and ...", "shells fell on A, and clashes went on in B"."""
    if not {last.trigger.frame, hit.trigger.frame} <= _ACTS:
        return False
    if hit.tense == "ing" or last.tense == "ing":
        return False
    if hit.tense == "noun" and hit.trigger.frame == last.trigger.frame:
        return False
    between = range(last.last + 1, hit.first)
    parted = any(found.tokens[k].text in ",،;" or found.has("coordination", k, k) for k in between)
    return parted and last.tense != "noun" and moves_on(found, last, hit)


def is_added(found: Found, home: list[Hit], hit: Hit) -> bool:
    """ "raids on A, as (كما) the raids reached B", "besides (إضافة إلى) shelling C", "after (عقب) taking D":
    where the verb comes first, such a word adds a further act, if each has a spot of its own."""
    acts = [h for h in home if h.trigger.frame in _ACTS]
    return (
        hit.trigger.grammar.verb_first
        and hit.trigger.frame in _ACTS
        and any(
            (
                found.has("coordination", h.last + 1, hit.first - 1)
                or found.has("meanwhile", h.last + 1, hit.first - 1)
                or found.has("occasion", h.last + 1, hit.first)
                or found.has("amid", hit.first - 2, hit.first - 1)
            )
            and moves_on(found, h, hit)
            for h in acts
        )
    )


def moves_on(found: Found, last: Hit, hit: Hit) -> bool:
    """ "shelled a post in A, as the shelling reached a farm in B": each has a spot right behind it."""
    one, other = _spot_behind(found, last), _spot_behind(found, hit)
    return one is not None and other is not None and one.chain != other.chain and one.place is not other.place


def seat_of(found: Found, lead: Hit, hits: list[Hit]) -> Hit:
    """The hit that says where a happening was: "targeted the field of X ..., and the raids (الغارات) ..." was
    at X, where the verb comes first."""
    known = lead.tense == "noun" and lead.prefix.endswith("ال") and lead.trigger.grammar.verb_first
    if not known or _spot_behind(found, lead) is not None:
        return lead
    before = (h for h in hits if h.last < lead.first and h.trigger.pos == "verb" and h.trigger.frame in _ACTS)
    return next((h for h in before if _spot_behind(found, h) is not None), lead)


def _spot_behind(found: Found, hit: Hit) -> PlaceMention | None:
    end = next(
        (h.first for h in found.hits if h.first > hit.last and h.trigger.frame in _ACTS), len(found.tokens)
    )
    return next(
        (
            p
            for p in found.places
            if hit.last < p.first < end
            and (p.role == "at" or (p.role == "to" and has_moved(found, hit)))
            and p.place.radius_km <= SPOT_KM
        ),
        None,
    )


def has_moved(found: Found, hit: Hit) -> bool:
    """ "the clashes reached X", with the verb first."""
    return hit.trigger.frame == "mutual" and any(
        h.trigger.frame == "move" and h.last == hit.first - 1 for h in found.hits
    )
