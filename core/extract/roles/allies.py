"""Those who take part at another's side: "an airdrop, with the participation of X, in Y"."""

from __future__ import annotations

from core.extract.clauses.voice import is_passive
from core.extract.frames import SEARCHES
from core.extract.groups import Group
from core.extract.mentions import Found, Hit
from core.extract.roles import Roles

_BESIDE = 3  # tokens from "alongside" to the ally, articles and adjectives included


def with_allies(found: Found, lead: Hit, roles: Roles) -> Roles:
    """The roles, allies made initiators and those who only support no targets; who supports a raid or a
    search ("backed by", "with air cover from") takes part in it."""
    if "joint" not in found.cues and "support" not in found.cues:
        return roles
    helpers = {g for g in roles.targets if _is_led_in(found, g, "joint") or _is_led_in(found, g, "support")}
    targets = tuple(g for g in roles.targets if g not in helpers)
    if not roles.initiators:
        return roles._replace(targets=targets)
    roles = _led(found, roles)
    is_search = lead.trigger.event_type in SEARCHES
    known = {g.actor_id for g in roles.initiators + targets}
    allies = tuple(
        g
        for g in found.groups
        if g.actor_id
        and g.actor_id not in known
        and not g.is_source
        and not (g.last < lead.first and is_passive(found, lead))  # "X, backed by Y, was arrested"
        and (_is_led_in(found, g, "joint") or (is_search and _is_led_in(found, g, "support")))
    )
    return roles._replace(initiators=roles.initiators + allies, targets=targets)


def _led(found: Found, roles: Roles) -> Roles:
    """ "X, supported by Y, raided": X, who stands before the words that bring in Y, is the first doer."""
    first = roles.initiators[0]
    cue = next((c for c in ("joint", "support") if _is_led_in(found, first, c)), None)
    if cue is None:
        return roles
    at = next(k for k in range(first.begin - _BESIDE, first.begin) if found.has(cue, k, k))
    leader = next((g for g in found.groups if g.actor_id and 0 < at - g.last <= 2), None)
    if leader is None or leader in roles.initiators:
        return roles
    return roles._replace(
        initiators=(leader, *roles.initiators), targets=tuple(g for g in roles.targets if g != leader)
    )


def _is_led_in(found: Found, group: Group, cue: str) -> bool:
    return found.has(cue, group.begin - _BESIDE, group.begin - 1)
