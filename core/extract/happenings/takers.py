"""Who takes or searches decides what it is: a force in control arrests, fighters attack, others abduct."""

from __future__ import annotations

from core.extract.frames import SEARCHES
from core.extract.happenings.grouping import TAKEN
from core.extract.losses import Loss
from core.extract.mentions import Found, Hit
from core.extract.roles import Roles
from core.lexicon import Lexicon

_IN_CONTROL = frozenset({"police", "security_force", "state_force", "government", "coalition", "militia"})
_OUTLAWS = frozenset({"unknown_group", "criminal_group"})  # kinds of actors
_BANDS = _OUTLAWS | {"tribe"}
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


def is_by_force(
    found: Found, typed: Hit, hits: list[Hit], roles: Roles, losses: tuple[Loss, ...], lexicon: Lexicon
) -> bool:
    """ "killing and capturing dozens", "gunmen stormed his house": fighters take, only a force searches."""
    doers = [lexicon.actors.by_id[g.actor_id] for g in roles.initiators if g.actor_id]
    police = lexicon.words["has_police"]
    if typed.trigger.word in TAKEN or typed.trigger.needs == "prisoner":
        outlaws = any(a.kind == "armed_group" and a.actor_id not in police for a in doers)
        raid = any(h.trigger.event_type in SEARCHES and h.trigger.frame == "act" for h in hits)
        killed = (outlaws or not raid) and any(h.trigger.frame == "killed" for h in hits)
        return killed or _is_of_foes(roles, lexicon)
    if typed.trigger.word == "military operation":
        return not any(loss.field == "captured" for loss in losses) and (
            any(h.trigger.frame == "killed" for h in hits) or _is_of_foes(roles, lexicon)
        )
    if typed.trigger.frame == "weapon" and found.has("hand_arm", typed.first, typed.last):
        return bool(doers) and all(a.kind in _BANDS for a in doers)  # "gunmen hit a post with a shell"
    kind = typed.trigger.event_type
    if kind != "arrest_or_raid" and not (
        kind == "security_operation" and typed.trigger.word.endswith("operation")
    ):
        return False
    if any(loss.field == "captured" for loss in losses):
        return typed.trigger.word == "raid" and _is_of_foes(roles, lexicon)
    if typed.trigger.frame != "act" or not doers:  # "an armed group stormed the council building"
        return typed.trigger.frame == "act" and any(g.kind == "fighter" for g in roles.initiators)
    return all(a.kind in _OUTLAWS or (a.kind == "armed_group" and a.actor_id not in police) for a in doers)


def _is_of_foes(roles: Roles, lexicon: Lexicon) -> bool:
    """Whether an armed group without police takes fighters: in a fight."""
    by, of = (
        [lexicon.actors.by_id[g.actor_id] for g in groups if g.actor_id]
        for groups in (roles.initiators, roles.targets)
    )
    police = lexicon.words["has_police"]
    return (
        bool(by and of)
        and all(a.kind == "armed_group" and a.actor_id not in police for a in by)
        and all(a.kind != "civilians" for a in of)
    )
