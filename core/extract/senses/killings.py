"""Murders that no word calls so: the finding of somebody with bullets in the body."""

from __future__ import annotations

from core.extract.mentions import Found, Hit

_SHOT = 61  # the highest rank of a word that only says how a body was hurt: "riddled", "shot in the head"


def is_shot_body(found: Found, lead: Hit, hits: list[Hit]) -> bool:
    """ "was found riddled with bullets": somebody was killed, by whom is unknown."""
    bodies = any(h.trigger.frame == "burst" and h.trigger.event_type == "other_violence" for h in hits)
    told = lead.trigger.frame == "burst" or lead.trigger.rank <= _SHOT
    return bodies and told and "shot_wound" in found.cues
