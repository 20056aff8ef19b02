"""Sentences that say that nobody came to harm: "no casualties", "nobody was hurt"."""

from __future__ import annotations

from core.extract.groups import Group
from core.extract.mentions import Found, Hit

_HARM = frozenset({"killed", "wounded", "casualties"})
_ACTS = frozenset({"act", "burst"})
_UNSURE = 6  # tokens around "casualties" within which "no information" makes them unknown
NEAR = 4  # tokens before a verb or noun of harm within which "nobody" or "without" negates it


def tells_none(found: Found, hit: Hit) -> bool:
    """Whether a trigger of harm says that nobody came to any: "no casualties", "nobody was hurt"."""
    if hit.trigger.frame not in _HARM:
        return False
    if found.has("toll_unknown", hit.first - _UNSURE, hit.last + 3):
        return False
    if any(c.kind == "none" and 0 <= hit.first - c.head <= 2 for c in found.counts):
        return True
    reach = NEAR if hit.trigger.pos == "verb" else 2
    if found.has("nobody", hit.first - reach, hit.first - 1):
        return True
    at = hit.first - 1
    while at > 0 and (found.has("toll_link", at, at) or _is_of_act(found, at)):
        at -= 1
    return hit.trigger.pos != "verb" and found.has("nobody", at, at)


def _is_of_act(found: Found, at: int) -> bool:
    """ "without the attack having caused (يسفر الهجوم عن) losses"."""
    return any(h.first <= at <= h.last and h.tense == "noun" and h.trigger.frame in _ACTS for h in found.hits)


def spared(found: Found, hit: Hit) -> Group | None:
    """The one side of which nobody came to harm ("no SDF fighters were killed"); of "people" it is nobody."""
    heads = [c.head for c in found.counts if c.kind == "none"]
    for group in found.groups:
        denied = found.has("nobody", group.begin - 1, group.begin - 1) and group.last < hit.first
        if denied or any(group.first <= k <= group.last for k in heads):
            return group if (group.actor_id is None) == (group.kind == "person_neutral") else None
    return None
