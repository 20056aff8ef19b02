"""Words of war said of other things: weather, prices and pests, sport and film, questions and anger."""

from __future__ import annotations

from core.extract.frames import LOSS_FRAMES
from core.extract.mentions import Found, Hit

_TO_VERB = 3  # tokens from what does it to the verb: "a heatwave has now struck"
_TO_SUBJECT = 2  # tokens from a verb that comes first to it: "the ghost of drought"
_TO_WORDS = 6  # tokens from "bombarded" to "with questions"
_TO_STAKES = 2  # tokens from "battle" to "for influence"
_FIGHTS = frozenset({"clash", "armed_attack", "shelling"})
_ACTS = frozenset({"act", "burst", "move", "leave", "station", "mutual"})


def is_metaphor(found: Found, hit: Hit) -> bool:
    """Whether nobody fought, moved or blew up anything, whatever the words."""
    return (
        _is_by_nature(found, hit)
        or _is_of_words(found, hit)
        or _is_over_stakes(found, hit)
        or _is_of_game(found)
    )


def _is_by_nature(found: Found, hit: Hit) -> bool:
    """ "Locusts attacked the fields", «أغارت الريح على الخيام»."""
    if hit.trigger.frame not in _ACTS or hit.trigger.pos != "verb" or "no_doer" not in found.cues:
        return False
    if hit.trigger.grammar.verb_first:
        at = found.last("no_doer", hit.last + 1, hit.last + _TO_SUBJECT)
        return at is not None and not any(hit.last < g.first < at for g in found.groups)
    at = found.last("no_doer", hit.first - _TO_VERB, hit.first - 1)
    return (
        at is not None
        and not found.barrier(at + 1, hit.first - 1)
        and not any(at < g.last < hit.first for g in found.groups)
    )


def _is_of_words(found: Found, hit: Hit) -> bool:
    """ "bombarded the spokesman with questions", "exploded in anger"."""
    kind = {"act": "words_thrown", "burst": "outburst"}.get(hit.trigger.frame, "")
    at = found.last(kind, hit.last + 1, hit.last + _TO_WORDS)
    return at is not None and not found.barrier(hit.last + 1, at - 1)


def _is_over_stakes(found: Found, hit: Hit) -> bool:
    """ "a battle for influence", «حرب أسعار»."""
    return (
        hit.tense in {"noun", "ing"}
        and hit.trigger.event_type in _FIGHTS
        and (
            found.has("stakes", hit.first, hit.last)
            or found.has("stakes", hit.last + 1, hit.last + _TO_STAKES)
        )
    )


def _is_of_game(found: Found) -> bool:
    """ "The film follows a sniper", "laid an ambush in midfield"; but not "a shell hit the pitch"."""
    return "game" in found.cues and not any(
        h.trigger.frame in {"weapon", "burst"} or (h.trigger.frame in LOSS_FRAMES and found.counts)
        for h in found.hits
    )
