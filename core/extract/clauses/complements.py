"""The groups behind a trigger: whom an attack is on, whom a side fights, who fires, whose base shakes."""

from __future__ import annotations

from core.extract.clauses import is_guess, list_on, verb_between
from core.extract.groups import Group
from core.extract.mentions import Found, Hit

_TO_FIGHT = 3  # tokens: "amid the violent clashes"
_SIDES, _TO_AGAINST = 30, 3  # tokens from "clashes" to the last side, from "against" to whom
_SHAKEN = 6  # tokens from an explosion to the base that it shook
_TO_OWNER = 3  # tokens from "of" to whose attack it was: "of the Islamic State"
FAR = 14  # tokens; a noun's "by X" or "on Y" further away belongs to something else


def owner_behind(found: Found, hit: Hit) -> tuple[Group, ...]:
    """ "An attack of X": who did it; but "the shelling of X", "a raid of a house of X" befall them."""
    of = hit.last + 1
    if (
        of >= len(found.tokens)
        or found.tokens[of].low != "of"
        or not found.has("of_doer", hit.last, hit.last)
    ):
        return ()
    owner = next((g for g in found.groups if 0 < g.first - of <= _TO_OWNER and g.kind != "facility"), None)
    return list_on(found, owner) if owner is not None and owner.actor_id else ()


def complement(found: Found, hit: Hit, but: tuple[Group, ...] = ()) -> tuple[Group, ...]:
    """The groups after "on", "against", "between", "with" or "of" behind a noun."""
    for group in found.groups:
        if group.first <= hit.last or group.is_holder or group.is_source or group in but:
            continue
        if found.barrier(hit.last + 1, group.first - 1) or group.first - hit.last > FAR:
            break
        if found.has("agent", group.first - 3, group.first - 1) or is_guess(found, group):
            continue
        if found.has_any(("blamed_on", "authored_by"), group.first - 2, group.first - 1):
            continue  # "a strike blamed on X"
        if found.has_any(("against", "between", "with"), group.first - 3, group.first - 1):
            return list_on(found, group)
        if found.tokens[group.first - 1].low == "of" or found.tokens[group.first - 2].low == "of":
            return list_on(found, group)
        if verb_between(found, hit.last + 1, group.first) is not None:
            break
    return ()


def against(found: Found, hit: Hit, sides: tuple[Group, ...]) -> tuple[Group, ...]:
    """ "clashes between X and militias loyal to it against Y": the other side, behind those named first."""
    first = next((g for g in sides if g.first > hit.last), None)
    if first is None or hit.trigger.grammar.verb_first:
        return ()
    for group in found.groups:
        if group.first <= first.last or group in sides or group.is_holder or group.is_source:
            continue
        if found.barrier(first.last + 1, group.first - 1) or group.first - hit.last > _SIDES:
            break
        if found.has("against", group.begin - _TO_AGAINST, group.begin - 1):
            return list_on(found, group)
    return ()


def is_amid(found: Found, fight: Hit) -> bool:
    """ "amid violent clashes with X": the other side is who does what the sentence tells."""
    if fight.trigger.frame != "mutual" or fight.tense != "noun":
        return False
    led = found.has("amid", fight.first - _TO_FIGHT, fight.first - 1)
    side = next((g for g in found.groups if g.first > fight.last), None)
    return led and side is not None and found.has("with", side.begin - _TO_AGAINST, side.begin - 1)


def senders(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups after "by" or "from": "the base came under fire from X"."""
    after = hit.last + 1
    of = after < len(found.tokens) and found.tokens[after].low == "of"  # "came under fire of gunmen"
    for group in found.groups:
        sent = found.has_any(("from", "agent"), group.first - 2, group.first - 1)
        if group.first > hit.last and (sent or (of and group.begin == after + 1)):
            return () if found.barrier(hit.last + 1, group.first - 1) else list_on(found, group)
    return ()


def shaken(found: Found, hit: Hit) -> tuple[Group, ...]:
    """Whose base or vehicles an explosion hits: "explosions shook a base of X"."""
    reach = (g for g in found.groups if 0 < g.first - hit.last <= _SHAKEN)
    base = next((g for g in reach if g.actor_id and _is_base(found, g)), None)
    if base is None or found.barrier(hit.last + 1, base.first - 1):
        return ()
    return () if verb_between(found, hit.last + 1, base.first) else list_on(found, base)


def _is_base(found: Found, group: Group) -> bool:
    named = group.kind == "name" and found.has("facility", group.first, group.last)
    return named or group.kind in {"facility", "vehicle", "force"}
