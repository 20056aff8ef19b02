"""Which raids, and what else is said of planes and soldiers alike, came from the air."""

from __future__ import annotations

from collections.abc import Iterable

from core.extract.losses import Loss
from core.extract.mentions import Found, Hit
from core.extract.roles import Roles
from core.extract.senses import is_met
from core.lexicon import Lexicon

# kinds of actors without aircraft
_GROUNDED = frozenset({"unknown_group", "criminal_group", "armed_group", "militia", "tribe"})
HEAVY = frozenset({"airstrike", "shelling"})
_FLOWN = 20  # tokens: "warplanes carried out, at dawn today, intense raids"
_TO_BY = 4  # tokens: "raids carried out today by", "by unidentified war planes"
_HOMES, _TO_HOMES = frozenset({"house", "houses", "home", "homes", "shops"}), 4  # tokens from "raids on"
_KNOWN = frozenset({"the", "these", "its", "their", "house", "night", "security", "police"})


def is_from_the_air(found: Found, hit: Hit, roles: Roles, losses: tuple[Loss, ...], lexicon: Lexicon) -> bool:
    """Whether "struck", "targeted" or "raids" is an airstrike: by one that acts from the air, not on foot."""
    if any(found.has("on_foot", g.first, g.last + 1) for g in roles.initiators):
        return False
    if hit.trigger.word not in lexicon.words["remote_verb"] or any(
        loss.field == "captured" for loss in losses
    ):
        return False
    by = roles.initiators if hit.trigger.word == "raid" else roles.initiators[:1]  # not who only helps
    return bool(by) and all(g.actor_id in lexicon.words["air_actor"] for g in by)


def is_bombing_raid(found: Found, hit: Hit) -> bool:
    """ "the air force carried out raids on positions of X": raids by what strikes from afar."""
    if hit.trigger.word != "raid" or any(
        h.trigger.frame == "captured" and is_met(found, h) for h in found.hits
    ):
        return False
    if hit.tense != "noun":
        return any(_flies(h) and h.last == hit.first - 1 for h in found.hits)  # "jets raided X"
    heavy = [h for h in found.hits if h.trigger.frame == "weapon" and h.trigger.event_type in HEAVY]
    if any(_flies(h) and _is_by(found, hit, h) for h in heavy):
        return True
    if any(found.has("agent", h.first - 3, h.first - 1) for h in heavy):
        return False  # "backed by helicopters"
    flown = any(h.trigger.event_type == "airstrike" and 0 < hit.first - h.last <= _FLOWN for h in heavy)
    return bool(heavy) and (flown or found.has("against", hit.last + 1, hit.last + 1))


def _flies(weapon: Hit) -> bool:
    return weapon.trigger.frame == "weapon" and weapon.trigger.event_type == "airstrike"


def _is_by(found: Found, hit: Hit, weapon: Hit) -> bool:
    """ "raids by warplanes", "raids carried out by X's warplanes"."""
    between = range(hit.last + 1, weapon.first)
    by = next((k for k in between if found.has("agent", k, k)), None)
    return by is not None and by - hit.last <= _TO_BY and weapon.first - by <= _TO_BY


def is_raid_on_area(found: Found, hit: Hit) -> bool:
    """ "Several raids on X killed five": on no house, with nobody taken; "the raids" are those told before.

    Where nobody is said to have carried them out, reports mean air raids."""
    if hit.trigger.word != "raid" or hit.tense != "noun" or not found.tokens[hit.last].low.endswith("s"):
        return False
    takes = any(h.trigger.frame == "captured" or h.trigger.word == "search" for h in found.hits)
    after = found.tokens[hit.last + 1 : hit.last + 1 + _TO_HOMES]
    known = found.tokens[hit.first - 1].low in _KNOWN
    return (
        not (takes or known)
        and found.has("against", hit.last + 1, hit.last + 1)
        and all(t.low not in _HOMES for t in after)
    )


def have_no_aircraft(actors: Iterable[str | None], lexicon: Lexicon) -> bool:
    """Whether those who act are known, and no army, air force or coalition."""
    by_id = lexicon.actors.by_id
    kinds = {by_id[a].kind for a in actors if a and a not in lexicon.words["air_actor"]}
    return bool(kinds) and kinds <= _GROUNDED
