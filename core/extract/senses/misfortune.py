"""Harm that nobody did: illness, accidents, disasters. Such losses are no event."""

from __future__ import annotations

from core.extract.frames import LOSS_FRAMES
from core.extract.mentions import Found, Hit

_VIOLENT = frozenset({"act", "burst", "mutual", "weapon"})
_DAMAGE = "looting_or_property_destruction"
_NO_HARM = frozenset({"security_operation", _DAMAGE})  # "an uncovered well", "the fire destroyed"


def is_misfortune(found: Found, hit: Hit) -> bool:
    """ "died of cholera", "hurt in a traffic accident", "a heart attack"; unless violence is told too."""
    if "misfortune" not in found.cues:
        return False
    if found.has("misfortune", hit.first, hit.last):
        return True
    if hit.trigger.frame == "burst" and "sonic" in found.cues:
        return True  # "blasts caused by jets breaking the sound barrier"
    if (
        hit.trigger.frame == "burst" or hit.trigger.event_type == "ied_or_mine"
    ):  # "the explosion was caused by a gas canister"
        return (
            hit.trigger.event_type == "ied_or_mine"
            and not any(
                h.trigger.frame in _VIOLENT and h.trigger.event_type != "ied_or_mine" for h in found.hits
            )
            and not any(h.trigger.frame == "weapon" for h in found.hits)
        ) or _is_body_of_nobodys_victim(found, hit)
    if hit.trigger.event_type == _DAMAGE:
        return not any(g.actor_id for g in found.groups)  # "a short circuit set fire to a warehouse"
    if hit.trigger.frame not in LOSS_FRAMES:
        return False
    stops = [-1, *(k for k, token in enumerate(found.tokens) if token.text in ";؛"), len(found.tokens)]
    first, last = max(k for k in stops if k < hit.first), min(k for k in stops if k > hit.last)
    return found.has("misfortune", first + 1, last - 1) and not any(
        h.trigger.frame in _VIOLENT
        and h.trigger.event_type not in _NO_HARM
        and not (
            found.has("misfortune", h.first, h.last)
            or (h.trigger.frame == "burst" and is_misfortune(found, h))
        )
        for h in found.hits
    )


def _is_body_of_nobodys_victim(found: Found, hit: Hit) -> bool:
    """ "the body of a boy who drowned", where no other violence and no wound is told."""
    return (
        _is_body(found, hit)
        and not found.cues.get("shot_wound")
        and not found.has("deadly", hit.last + 1, len(found.tokens) - 1)
        and not any(h.trigger.frame in _VIOLENT and not _is_body(found, h) for h in found.hits)
    )


def _is_body(found: Found, hit: Hit) -> bool:
    return found.has("body", hit.first, hit.last) or found.has("corpse", hit.first, hit.last)
