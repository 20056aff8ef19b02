"""Who leaves one place for another: some withdraw, others are on their way."""

from __future__ import annotations

from core.extract.mentions import Found, Hit
from core.extract.roles import subject
from core.extract.whereabouts import Where

_SETTING_OUT = frozenset({"leave", "depart", "move out of", "exit"})  # said of a convoy, which was to go on


def as_journey(found: Found, lead: Hit, event_type: str, where: Where) -> tuple[str, Where]:
    """Type and place of a departure: "reinforcements left A, elsewhere, for B" is a movement at B, and so is
    "trucks left A for B"."""
    origin, destination = where.origin, where.destination
    if event_type != "withdrawal" or lead.trigger.frame != "leave" or origin is None or destination is None:
        return event_type, where
    if not destination.is_home or (origin.is_home and not _is_convoy(found, lead)):
        return event_type, where
    return "movement", where._replace(places=(destination,))


def _is_convoy(found: Found, lead: Hit) -> bool:
    """Whether vehicles set out."""
    goes = subject(found, lead)
    goes_on = lead.trigger.word in _SETTING_OUT or lead.trigger.grammar.verb_first
    return goes_on and any(g.kind == "vehicle" or found.has("convoy", g.first, g.last) for g in goes)
