"""Who takes people away decides what it is: a force in control arrests, men whom nobody knows abduct."""

from __future__ import annotations

from core.extract.roles import Roles
from core.lexicon import Lexicon

_IN_CONTROL = frozenset({"police", "security_force", "state_force", "government", "coalition", "militia"})
_OUTLAWS = frozenset({"unknown_group", "criminal_group"})  # kinds of actors
_MURDER = "assassination"
_SHOT = frozenset({"shoot dead", "shoot and kill", "gun down"})
_ARREST, _ABDUCTION = "arrest_or_raid", "abduction"


def as_taken(event_type: str, word: str, roles: Roles, lexicon: Lexicon) -> str:
    """The type of a happening told by a ``word`` that leaves it open ("seized", "dragged away")."""
    if event_type == _MURDER and word in _SHOT and _is_by_force_in_control(roles, lexicon):
        return "armed_attack"  # "The army shot dead a man at its post"
    if (
        event_type not in {_ARREST, _ABDUCTION}
        or word.split(maxsplit=1)[0] not in lexicon.words["takes_either"]
    ):
        return event_type
    doers = [lexicon.actors.by_id[g.actor_id] for g in roles.initiators if g.actor_id]
    if doers and all(a.kind in _OUTLAWS for a in doers):
        return _ABDUCTION
    police = lexicon.words["has_police"]
    if any(a.kind in _IN_CONTROL or a.actor_id in police for a in doers):
        return _ARREST
    return event_type


def _is_by_force_in_control(roles: Roles, lexicon: Lexicon) -> bool:
    doers = [lexicon.actors.by_id[g.actor_id] for g in roles.initiators if g.actor_id]
    police = lexicon.words["has_police"]
    return all(a.kind in _IN_CONTROL or a.actor_id in police for a in doers)
