"""Of which type a happening is that several sentences tell."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.happenings.drafts import Draft

_CONTROL = "control_and_detention"


def event_type_of(drafts: Sequence[Draft]) -> str:
    """The type of the draft that ranks highest; forces sent with no journey told are a deployment."""
    told = [d for d in drafts if not d.found.is_headline] or list(drafts)
    if told[0].family == _CONTROL:
        told = [d for d in told if d.family == _CONTROL]  # whoever was killed during a raid
    if told[0].event_type == "clash":
        return "clash"  # fought, or ground taken, with whatever
    best = max(told, key=lambda d: d.rank).event_type
    if best != "clash":  # fought with whatever; else a weapon named in any sentence says more
        best = max(told, key=_type_rank).event_type
    if best == "movement" and any(d.event_type == "deployment" for d in told):
        journey = any(d.origin is not None or d.via for d in told)
        return best if journey else "deployment"
    return best


def _type_rank(draft: Draft) -> int:
    """The rank of the word that gave a draft its type: the weapon's where one is named."""
    return max(
        (h.trigger.rank for h in draft.hits if h.trigger.event_type == draft.event_type), default=draft.rank
    )
