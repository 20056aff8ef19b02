"""Who leaves a place elsewhere for one in the governorate has come to it."""

from __future__ import annotations

from core.extract.mentions import Found, Hit
from core.extract.roles import subject
from core.extract.whereabouts import Where


def as_journey(found: Found, lead: Hit, event_type: str, where: Where) -> tuple[str, Where]:
    """Type and place of a departure: "reinforcements left A, elsewhere, for B" is a movement at B; so is
    "lorries left A for B"."""
    origin, destination = where.origin, where.destination
    if event_type != "withdrawal" or lead.trigger.frame != "leave" or origin is None or destination is None:
        return event_type, where
    driven = lead.trigger.grammar.verb_first and any(g.kind == "vehicle" for g in subject(found, lead))
    if (origin.is_home and not driven) or not destination.is_home:
        return event_type, where
    return "movement", where._replace(places=(destination,))
