"""Things in a clause whose verb comes first: posts and vehicles are struck, attacks strike."""

from __future__ import annotations

from core.extract.clauses import is_dative, opens_clause
from core.extract.groups import Group
from core.extract.mentions import Found, Hit

STRUCK = frozenset({"facility", "vehicle"})  # what a noun like "shelling" befalls, and never does
_NEAR_THING = 4  # tokens from "attack" to "hit": "attack in A yesterday hit"
_NEAR_BEFORE = 16  # tokens between a subject and the verb that follows it
_TO, _SHORT = "ل", 3  # the preposition written onto an object; no longer a word is a particle


def told_of_thing(found: Found, hit: Hit, group: Group) -> bool:
    """Whether a verb goes on about an attack or weapon just named ("in an attack that hit a patrol")."""
    if any(h.last + 1 == hit.first and _is_thing(h) for h in found.hits) or _aims(found, hit):
        return (
            True  # "a drone kills six fighters (طائرة مسيرة تقتل ستة)", "in an attack that hit fighters of X"
        )
    if opens_clause(hit) or group.kind == "fighter":
        return False
    for h in found.hits:
        near = 0 < hit.first - h.last <= _NEAR_BEFORE
        if not _is_thing(h) or not near or found.barrier(h.last + 1, hit.first - 1):
            continue
        end = hit.first - found.has("aims_at", hit.first, hit.last)  # «سيارة مفخخة ...، استهدفت قوات»
        between = found.tokens[h.last + 1 : end]
        return group.kind == "facility" or all(token.text not in ",،" for token in between)
    return False


def _aims(found: Found, hit: Hit) -> bool:
    """ "An attack in A hit (استهدف) fighters of X": the verb goes on about the noun a few words before."""
    if not found.has("aims_at", hit.first, hit.last) or opens_clause(hit):
        return False
    before = (h for h in reversed(found.hits) if h.last < hit.first)
    thing = next((h for h in before if _is_thing(h) or (h.tense == "ing" and h.trigger.frame == "act")), None)
    return (
        thing is not None
        and hit.first - thing.last <= _NEAR_THING
        and all(token.text not in ",،" for token in found.tokens[thing.last : hit.first])
        and not any(thing.last < g.first < hit.first for g in found.groups)
    )


def _is_thing(hit: Hit) -> bool:
    return hit.trigger.frame in {"weapon", "act", "burst"} and hit.trigger.pos == "noun"


def has_object_behind(found: Found, group: Group) -> bool:
    """ "the raid of X on a house (مداهمة X منزلا، لمنزل)": what it befell stands right behind the doer."""
    behind = group.last + 1
    if is_dative(group) or behind >= len(found.tokens) or group.actor_id is None:
        return False
    word = found.tokens[behind]
    is_day = any(d.start <= word.start < d.end for d in found.dates)
    return found.has("facility", behind, behind) or (
        word.low.startswith(_TO)
        and len(word.low) > _SHORT
        and not is_day
        and not found.has("in", behind, behind)
    )


def is_struck(found: Found, group: Group) -> bool:
    """Whether a group is a post or vehicle, also one that a name means ("the American base")."""
    return group.kind in STRUCK or (group.kind == "name" and found.has("facility", group.first, group.last))
