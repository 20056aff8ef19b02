"""Who did it: the groups behind "by", who laid a bomb, and whose a force, a band or a convoy is."""

from __future__ import annotations

from core.extract.clauses import covering, is_dative, list_back, list_on, opened_by
from core.extract.groups import Group
from core.extract.mentions import Found, Hit

_FAR = 14  # tokens; a noun's "by X" further away belongs to something else
_CARRIED = 16  # more tokens to the doer behind the verb that carries a noun
_OWNED = frozenset({"force", "fighter", "security"})
_WAYS = ("to", "in", "from", "near", "against")  # "a convoy to a base belonging to X": whose base it is
_FLOWN = frozenset({"aircraft", "vehicle", "fighter"})  # "a suicide bomber of X" is a weapon and who did it
_TO_AREA = 5  # tokens from "from" to whose: "from areas under the control of X"
_TO_NAME = 3  # tokens from "members of the" to the name
_TO_LAID = 3  # tokens from who laid a bomb to "planted", and to the bomb
_OWNER = 4  # tokens: "the SDF's Swift Intervention forces"
_TO_BY = 4  # tokens: "foiled late on Monday by"
_QUOTES = "\"'(#"


def agents(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups after "by" in a trigger's clause."""
    far = _FAR + (_CARRIED if hit.tense == "noun" and _carrier(found, hit) else 0)
    for group in found.groups:
        if group.first <= hit.first or group.first - hit.last > far:
            continue  # "were brought in by X as reinforcements" is one phrase
        if found.barrier(hit.last + 1, group.first - 1):
            break
        if found.has("agent", group.begin - 3, group.first - 1) and not group.is_source:
            if _is_given_by(found, hit, group) or (hit.tense == "noun" and _is_met_by(found, hit, group)):
                break
            if hit.trigger.pos == "verb" and any(
                h.tense == "noun"
                and h.trigger.frame == "act"
                and hit.last < h.first
                and 0 < group.first - h.last <= 3
                for h in found.hits
            ):
                break  # "vacated in anticipation of strikes by X"
            return tuple(owned(found, g) for g in list_on(found, group))
    return ()


def _carrier(found: Found, noun: Hit) -> bool:
    """ "an attack on a post of X in A was claimed by Y": whether a passive verb carries a noun."""
    within = range(noun.last + 2, min(noun.last + _FAR + _CARRIED, len(found.tokens)))
    return any(found.has("be", k - 1, k - 1) and found.has_any(("light", "claim"), k, k) for k in within)


def _is_given_by(found: Found, hit: Hit, group: Group) -> bool:
    """ "carried out with intelligence provided by X": the participant, not the act, is X's."""
    by = _by(found, group)
    if found.has("be", by - 2, by - 2) and by - 3 <= hit.last:
        return False  # "a drill was held by X"
    return by - 1 > hit.last and found.has("given", by - 1, by - 1)


def _is_met_by(found: Found, noun: Hit, group: Group) -> bool:
    """ "the attack was foiled by X": X met it."""
    by = _by(found, group)
    return found.has_any(("foiled", "repels"), max(noun.last + 1, by - _TO_BY), by - 1)


def _by(found: Found, group: Group) -> int:
    """The token of the "by" before a group."""
    return next(k for k in range(group.first - 1, group.begin - 4, -1) if found.has("agent", k, k))


def planters(found: Found, weapon: Hit) -> tuple[Group, ...]:
    """ "a bomb that gunmen had fixed to his car": who put a weapon there."""
    flown = covering(found, weapon)
    if flown is not None and flown.kind in _FLOWN and flown.actor_id is not None:
        return (flown,)  # "with a drone of X", "an X car bomb"
    lead = weapon.last + 1
    laid = next((k for k in range(lead, lead + _TO_LAID) if found.has("plants", k, k)), lead)
    if found.has("plants", laid, laid) and found.has("agent", laid + 1, laid + 1):
        return next((list_on(found, g) for g in found.groups if 0 < g.first - laid <= _OWNER), ())
    for at in found.each("plants"):
        before = [g for g in found.groups if g.last < at]
        if before and 0 < weapon.first - at <= _TO_LAID and not found.has("be", at - _TO_LAID, at - 1):
            own = at - before[-1].last <= _TO_LAID and not found.barrier(before[-1].last + 1, at - 1)
            if own and not before[-1].is_source:
                return list_back(found, before[-1])  # "gunmen had planted a bomb that went off"
        if not (0 < at - weapon.last <= _FAR and found.has("relative", lead, lead)):
            continue
        by = [g for g in found.groups if lead < g.first and g.last < at]
        if by and not found.barrier(lead + 1, at - 1):
            return list_back(found, by[-1])
    return ()


def fired_from(found: Found) -> tuple[Group, ...]:
    """ "Shells fired from areas held by X fell on A": whose fire it was, where nobody else is named."""
    for group in found.groups:
        before = group.begin - _TO_AREA, group.begin - 1
        lands = group.is_holder or found.has("territory", before[0], group.last + 2)
        if group.actor_id and lands and found.has("from", *before):
            return (group._replace(is_holder=False),)
    return ()


def owned(found: Found, group: Group) -> Group:
    """A force with the actor whose it is: "the SDF's Swift Intervention forces", "a force of the SDF"."""
    if group.actor_id is None and group.kind == "vehicle":
        return _convoy_of(found, group) or _loaded_for(found, group) or group
    if group.actor_id is not None or group.kind not in _OWNED:
        return group
    owner = next((g for g in found.groups if g.actor_id and 1 <= group.begin - g.last <= _OWNER), None)
    if owner is not None and found.tokens[owner.last + 1].low in {"s", "'"}:
        return group._replace(actor_id=owner.actor_id)
    later = next((g for g in found.groups if g.first > group.last and _is_owner_of(found, group, g)), None)
    if later is not None:
        return group._replace(actor_id=later.actor_id)
    after = next((g for g in found.groups if g.first > group.last), None)
    if after is None or after.actor_id is None or not (
        _is_part_of(found, group, after) or _is_its_name(found, group, after)
    ):  # fmt: skip
        return group
    return group._replace(actor_id=after.actor_id)


def _convoy_of(found: Found, vehicles: Group) -> Group | None:
    """ "a convoy of X of 30 lorries": whose they are."""
    k = found.groups.index(vehicles)
    head = found.groups[k - 1] if k else None
    if head is None or head.actor_id is None or not found.has("made_up", head.last + 1, vehicles.begin - 1):
        return None
    return head if vehicles.begin - head.last <= _OWNER else None


def _loaded_for(found: Found, vehicles: Group) -> Group | None:
    """ "50 lorries laden with equipment for X (للتحالف)": whose they are."""
    k = found.groups.index(vehicles)
    owner = next((g for g in found.groups[k + 1 :] if g.kind != "force"), None)
    if owner is None or not (
        owner.actor_id and is_dative(owner) and owner.begin - vehicles.last <= _OWNER + 2
    ):
        return None
    between = vehicles.last + 1, owner.begin - 1
    return None if found.barrier(*between) or found.has_any(_WAYS, *between) else owner


def _is_owner_of(found: Found, group: Group, owner: Group) -> bool:
    """ "a convoy of 40 lorries laden with supplies, belonging to (تابع) X": whose it is, told later."""
    between = group.last + 1, owner.begin - 1
    told = owner.actor_id is not None and is_dative(owner) and opened_by(found, owner, ("owned",))
    return told and owner.begin - group.last <= _FAR and not (
        found.barrier(*between) or found.has_any(_WAYS, *between)
    )  # fmt: skip


def _is_its_name(found: Found, group: Group, after: Group) -> bool:
    """ "members of the terrorist organization X": the name of the group whose members they are."""
    between = range(group.last + 1, after.first)
    return 0 < len(between) <= _TO_NAME and all(
        found.has("group_word", k, k) or found.tokens[k].text in _QUOTES for k in between
    )


def _is_part_of(found: Found, group: Group, after: Group) -> bool:
    """ "a force (قوة) of counter-terrorism in the SDF": only words of its kind between."""
    between = range(group.last + 1, after.begin)
    return (
        found.tokens[group.last].low > "\u0600"
        and 0 < len(between) <= _OWNER
        and found.has("from", between[0], between[0])
        and all(found.tokens[k].kind == "w" and not found.has("trigger", k, k) for k in between)
    )
