"""Attacks beaten off: who attacked did it, who beat the attack off is whom it was on."""

from __future__ import annotations

from core.extract.clauses.doers import agents
from core.extract.clauses.voice import group_ending, is_passive
from core.extract.groups import Group
from core.extract.mentions import Found, Hit
from core.extract.roles import Roles, objects, roles_of, subject

REPELLED = "repelled"  # the rule that says so
_TO_BE = 3  # tokens from "was" to "swiftly repelled"
_TO_ATTACK = 6  # tokens from "repelled" to the attack: "several fierce attacks"


def with_attackers(found: Found, lead: Hit, roles: Roles) -> Roles:
    """The roles, turned where an attack is told as beaten off: "the army repelled an attack by ISIS"; but
    "pushed ISIS back" stays what the army did."""
    if not found.has("repels", lead.first, lead.last):
        return roles
    named = found.has("repelled_thing", lead.first, lead.last)  # "foiled an ISIS attack" is one phrase
    passive = is_passive(found, lead) and (not named or found.has("be", lead.first - _TO_BE, lead.first - 1))
    attack = _attack(found, lead, passive)
    if attack is None and not named:
        return roles
    by = agents(found, lead)
    defenders = by if passive else subject(found, lead)
    if attack is None:
        attackers = () if passive else by
    else:
        owner = group_ending(found, attack.first - 1) if passive else None
        attackers = roles_of(found, attack).initiators if owner is None else (owner,)
    attackers = tuple(g for g in attackers if g not in defenders)
    if not attackers:
        attackers = tuple(g for g in objects(found, lead) if g not in defenders)
    return Roles(attackers, _named(defenders, attackers), (), REPELLED)


def _named(defenders: tuple[Group, ...], attackers: tuple[Group, ...]) -> tuple[Group, ...]:
    taken = {g.actor_id for g in attackers}
    return tuple(g for g in defenders if g.actor_id not in taken)


def _attack(found: Found, lead: Hit, passive: bool) -> Hit | None:
    """The attack that a verb beats off: its object, or the subject of its passive."""
    for h in found.hits:
        gap = lead.first - h.last if passive else h.first - lead.last
        is_act = h.trigger.frame == "act" and (h.tense == "noun" or h.trigger.pos == "noun")
        if is_act and gap > 0 and (passive or gap <= _TO_ATTACK):
            between = (h.last + 1, lead.first - 1) if passive else (lead.last + 1, h.first - 1)
            if not found.barrier(*between):
                return h
    return None
