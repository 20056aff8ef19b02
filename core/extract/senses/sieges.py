"""Sieges that stand: told as how things are, not as what was done."""

from __future__ import annotations

from core.extract.mentions import Found, Hit

_BE = 3  # tokens from "was" to "besieged"
_SPAN = 12  # tokens from "besieged" to "three years"
_OLD = 4  # tokens from "three-year-old" to "siege"
_BESIDE = frozenset({"in", "inside", "by", "for", "since", "over"})


def is_standing_siege(found: Found, hit: Hit) -> bool:
    """ "the town, which has been besieged for two years", "a besieged airbase", "the three-year siege"."""
    if hit.trigger.event_type != "security_operation" or not found.has("siege", hit.first, hit.last):
        return False
    if hit.tense == "noun":
        return found.has("lasting", hit.first - _OLD, hit.first - 1)
    if hit.tense not in {"past", "participle"}:
        return False
    return _lasts(found, hit) or _is_adjective(found, hit) or _is_where_they_are(found, hit)


def _lasts(found: Found, hit: Hit) -> bool:
    """ "for more than two years", "over three years", behind the verb."""
    behind = range(hit.last + 1, min(hit.last + _SPAN, len(found.tokens)))
    told = {k for k in found.each("lasting") if k in behind}
    spans = [d.start for d in found.dates if d.kind in {"duration", "since"}]
    told.update(k for k in behind if found.tokens[k].start in spans)
    return any(not found.has("boundary", hit.last + 1, k) for k in told)


def _is_adjective(found: Found, hit: Hit) -> bool:
    """ "to reach the besieged airbase": a word of the place, with no doer before it."""
    before = hit.first - 1
    return before >= 0 and (
        found.has_any(("determiner", "preposition", "possessive"), before, before)
        or found.tokens[before].low == "of"
    )


def _is_where_they_are(found: Found, hit: Hit) -> bool:
    """ "soldiers besieged in the airbase have beheaded two": where they are when they act."""
    after = hit.last + 1
    if found.has("be", hit.first - _BE, hit.first - 1) or after >= len(found.tokens):
        return False
    if found.tokens[after].low not in _BESIDE:
        return False
    return any(
        h.first > hit.last
        and h.trigger.pos == "verb"
        and h.tense != "ing"
        and not found.has("coordination", after, h.first - 1)  # "imposed a curfew in A and arrested"
        for h in found.hits
    )
