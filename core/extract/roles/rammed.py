"""What a car bomb is driven into: "a bomber drove a lorry into an SDF post"."""

from __future__ import annotations

from core.extract.frames import BOMBS
from core.extract.mentions import Found, Hit
from core.extract.roles import Roles

_TO_MARK = 3  # tokens from "into" to what is rammed: "into one of the SDF's posts"


def with_rammed(found: Found, lead: Hit, roles: Roles) -> Roles:
    """The roles, the group behind "into" the target of a bomb that somebody drove."""
    if lead.trigger.needs != "bomb" or lead.trigger.event_type not in BOMBS:
        return roles
    into = next((k for k in found.each("into") if k > lead.last), None)
    if into is None:
        return roles
    mark = next((g for g in found.groups if g.begin > into and g.actor_id is not None), None)
    if mark is None or mark.begin - into > _TO_MARK or found.barrier(into + 1, mark.begin - 1):
        return roles
    return roles._replace(targets=(mark,))
