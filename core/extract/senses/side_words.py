"""Words that fill in another act of their clause: a way it took, and what a man taken had done."""

from __future__ import annotations

from core.extract.frames import LOSS_FRAMES
from core.extract.mentions import Found, Hit

_BEHIND_VERB = 8  # tokens from a verb to "across"
_LED = 3  # tokens from "which led to" to a death


def is_preposition(found: Found, hit: Hit) -> bool:
    """ "an infiltration that X carried out across (عبر) the river": where the verb comes first, one that also
    means "via" is no verb behind another of its clause."""
    if not hit.trigger.grammar.verb_first or hit.prefix or not found.has("via", hit.first, hit.last):
        return False
    if any(p.last == hit.first - 1 for p in found.places):
        return True  # "from Iraq across the border"
    if hit.first and found.has("via_ground", hit.last + 1, hit.last + 1) and not _has_its_subject(found, hit):
        return True  # "arms reach them across the road"
    return any(
        found.has_any(("light", "happen", "agent"), k, k) and not found.barrier(k, hit.first - 1)
        for k in range(max(hit.first - _BEHIND_VERB, 0), hit.first)
    )


def _has_its_subject(found: Found, hit: Hit) -> bool:
    """ "the convoy had (قد) crossed", "a convoy crossed": before the verb, or opening its clause."""
    before = hit.first - 1
    opens = found.barrier(before, before) or found.tokens[before].kind == "p"
    subject = any(
        g.last == before and g.kind in {"force", "vehicle", "fighter", "name"} for g in found.groups
    )
    return opens or subject or found.has("may_present", before, before)


def is_of_crime(found: Found, hit: Hit) -> bool:
    """ "arrested a man, involved in targeting a patrol, which led to two deaths": of what he had done."""
    if hit.trigger.frame not in LOSS_FRAMES or not found.has("leads_to", hit.first - _LED, hit.first - 1):
        return False
    acts = [h for h in found.hits if h.last < hit.first and h.trigger.frame in {"act", "burst"}]
    return bool(acts) and found.has("reason", acts[-1].first - 2, acts[-1].first - 1)
