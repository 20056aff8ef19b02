"""How those who are hit had come there: told of the target, not a journey of its own."""

from __future__ import annotations

from core.extract.frames import LOSS_FRAMES
from core.extract.groups import is_force
from core.extract.mentions import Found, Hit
from core.extract.roles import objects

_WHILE = frozenset({"while", "as", "when"})
_SUBJECT = 8  # tokens between a verb and the noun that is its subject
_LONG_CLAUSE = 45  # tokens of a clause with all that says where


def tells_of_target(found: Found, hit: Hit) -> bool:
    """ "hit a truck that entered from X", "a convoy after it had crossed": how the target came there."""
    opens = _is_relative(found, hit) or (
        hit.tense == "ing"
        and (
            found.has("boundary", hit.first - 1, hit.first - 1)
            or found.tokens[hit.first - 1].text == ","
            or (
                found.has("boundary", hit.first - 4, hit.first - 1)
                and found.has("pronoun", hit.first - 3, hit.first - 1)
            )
            or any(g.last == hit.first - 1 for g in found.groups)
        )
    )
    if hit.trigger.frame == "move" and _came_before(found, hit):
        return True
    if hit.tense == "ing" and hit.trigger.frame == "move" and _is_backdrop(found, hit):
        return True
    return (
        opens
        and hit.trigger.frame in {"move", "drill", "station"}
        and any(
            h.trigger.frame in {"act", "captured", *LOSS_FRAMES}
            and h.tense != "noun"
            and 0 < hit.first - h.last <= _LONG_CLAUSE
            for h in found.hits
        )
    )


def _is_relative(found: Found, hit: Hit) -> bool:
    """ "that entered", "which had entered", "hit groups sneaked into X"."""
    at = hit.first - 1
    while at > 0 and found.has_any(("be", "have"), at, at):
        at -= 1
    if found.has("relative", at, at) or at != hit.first - 1 or hit.trigger.grammar.verb_first:
        return found.has("relative", at, at)
    before = next((h for h in reversed(found.hits) if h.last < hit.first and h.trigger.pos == "verb"), None)
    if before is None or hit.tense not in {"past", "participle"}:
        return False
    return any(g.last == at and is_force(g) for g in objects(found, before))


def _came_before(found: Found, hit: Hit) -> bool:
    """ "bombed a convoy after it crossed into X": how what was hit had come there."""
    at = hit.first - 1
    led = found.has("pronoun", at, at) and found.tokens[at - 1].low == "after"
    return led and any(h.trigger.frame == "act" and h.last < hit.first for h in found.hits)


def _is_backdrop(found: Found, hit: Hit) -> bool:
    """ "a bomb went off as a patrol was passing through X": the movement only dates what happened."""
    opened = any(found.tokens[k].low in _WHILE for k in range(max(hit.first - _SUBJECT, 0), hit.first))
    return opened and any(h.trigger.frame in {"act", "burst", *LOSS_FRAMES} for h in found.hits)
