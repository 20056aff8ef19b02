"""Men led away: by those who police a place they are arrested, by others abducted."""

from __future__ import annotations

from core.extract.mentions import Hit
from core.extract.roles import Roles
from core.lexicon import Lexicon

_LED = frozenset({"اقتاد", "اقتاد إلى جهة مجهولة"})
_POLICE = frozenset({"state_force", "security_force", "police", "government", "militia"})  # kinds of actors
_OUTLAWS = frozenset({"unknown_group", "criminal_group", "armed_group"})


def as_taken(hit: Hit, event_type: str, roles: Roles, lexicon: Lexicon) -> str:
    """ "The SDF led four men away to an unknown place" is an arrest, "gunmen led a herdsman away" is none."""
    doers = [lexicon.actors.by_id[g.actor_id] for g in roles.initiators if g.actor_id]
    if hit.trigger.word not in _LED or not doers:
        return event_type
    police = [a.kind in _POLICE or a.actor_id in lexicon.words["has_police"] for a in doers]
    if all(police):
        return "arrest_or_raid"
    return "abduction" if not any(police) and all(a.kind in _OUTLAWS for a in doers) else event_type
