"""What an attack answers: "struck A in response to an attack that killed two" tells nobody killed in A."""

from __future__ import annotations

from core.extract.frames import FROM_AFAR, LOSS_FRAMES
from core.extract.mentions import Found, Hit

_MARKS = frozenset(",،")
_ACTS = frozenset({"act", "captured"})
_FURTHER, _LED = 2, 3  # tokens from a comma over "and" to "killing", from "led to" to what it led to


def is_answered(found: Found, hit: Hit) -> bool:
    """Whether a loss is that of the attack which another answers, or which it followed."""
    if hit.trigger.frame not in LOSS_FRAMES or _is_outcome(found, hit):
        return False
    at = found.last("answers", 0, hit.first - 1)
    answers = at is not None
    if at is None and (at := found.last("after", 0, hit.first - 1)) is None:
        return False
    acts = [h for h in found.hits if h.last < at and h.trigger.frame in _ACTS]
    if not acts or answers:
        return answers and bool(acts)
    return acts[-1].trigger.event_type in FROM_AFAR or any(at < h.first and _is_blow(h) for h in found.hits)


def _is_outcome(found: Found, hit: Hit) -> bool:
    """ "..., killing eight", «..., ما أدى إلى مقتل»: what came of the answer itself."""
    led = found.has("leads_to", hit.first - _LED, hit.first - 1)
    near = found.tokens[max(hit.first - (_FURTHER + _LED * led), 0) : hit.first]
    return any(t.text in _MARKS for t in near) and (hit.tense == "ing" or led)


def _is_blow(hit: Hit) -> bool:
    """Whether a trigger is a noun for an attack: "in an attack", "by an explosion"."""
    return hit.tense == "noun" and hit.trigger.frame in {"act", "burst"}
