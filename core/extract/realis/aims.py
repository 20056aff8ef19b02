"""Bare verbs: what is aimed at, possible or planned, and what came of it all the same."""

from __future__ import annotations

from core.extract.mentions import Found, Hit
from core.model import Reason

_AIM = 10  # tokens from "to" to the "and" before a second aim
_COMPELLED = 8  # tokens from "forced" to "to"
_TURNED_OUT = 12  # tokens from "went out" to "to"


def _begun(found: Found, at: int) -> bool:
    """ "started last week to withdraw": a date stands between the beginning and what was begun."""
    aside = next((d for d in found.dates if 0 <= found.tokens[at].start - d.end <= 2), None)
    if aside is None:
        return False
    first = next(i for i, t in enumerate(found.tokens) if t.start >= aside.start)
    return found.has("achieved", first - 1, first - 1)


def _is_toward(found: Found, to: int) -> bool:
    """ "drove to a village and set fire to it": where to, and no aim."""
    return found.has("determiner", to + 1, to + 1) or any(p.first == to + 1 for p in found.places)


def _is_second_aim(found: Found, joint: int) -> bool:
    """ "work together to close the border and strengthen posts": the first of the aims is no event's word."""
    to = found.last("infinitive", max(joint - _AIM, 0), joint - 1)
    if (
        to is None
        or _is_toward(found, to)
        or found.barrier(to, joint - 1)
        or any(to < h.first < joint for h in found.hits)
    ):
        return False
    return not (found.has("achieved", to - 2, to - 1) or _begun(found, to))


def _is_custom(found: Found, to: int) -> bool:
    """ "ISIS used to shell the village": of old; but "a drone used to strike it" did."""
    if to < 2 or found.tokens[to - 1].low != "used":
        return False
    return any(g.last == to - 2 and g.kind not in {"vehicle", "facility"} for g in found.groups)


def _is_attempt_by(found: Found, to: int) -> bool:
    """ "an attempt by X to storm Y": who tries to attack, attacks."""
    at = found.last("attempted", max(to - _COMPELLED, 0), to - 1)
    return at is not None and found.has("agent", at + 1, at + 1) and not found.barrier(at + 2, to - 1)


def _is_compelled(found: Found, to: int) -> bool:
    """ "forced the fighters to withdraw": so they did."""
    at = found.last("compels", max(to - _COMPELLED, 0), to - 1)
    return (
        at is not None
        and not found.barrier(at + 1, to - 1)
        and not found.has_any(("modal", "infinitive", "negation"), at - 2, at - 1)
    )


def modal_of(found: Found, hit: Hit) -> Reason | None:
    """A bare verb after "will", "could" or "to" is planned or possible, unless "began to"."""
    for k in range(hit.first - 1, max(hit.first - 4, -1), -1):
        if found.has("modal", k, k):
            past = found.has("hypothetical", k, k)
            return Reason.HYPOTHETICAL if past else Reason.PLANNED
        if k == hit.first - 1 and found.has("coordination", k, k):  # "to comb the desert and search"
            if (
                found.has("infinitive", k - 2, k - 2)
                and not _is_toward(found, k - 2)
                and not found.has("achieved", k - 4, k - 3)
            ):
                return Reason.PLANNED  # "a deadline to surrender and leave"
            first = [h for h in found.hits if h.last < k and h.tense == "base"]
            if first:
                return None if found.barrier(first[-1].last + 1, k - 1) else modal_of(found, first[-1])
            return Reason.PLANNED if _is_second_aim(found, k) else None
        if found.has("infinitive", k, k):
            if found.has_any(("have", "perfect"), k + 1, k + 1):
                return None  # "is believed to have struck"
            if _is_custom(found, k):
                return Reason.AGGREGATE
            if found.has("achieved", k - 2, k - 1) or _begun(found, k) or _is_compelled(found, k):
                return None
            if hit.trigger.frame == "act" and _is_attempt_by(found, k):
                return None
            if hit.trigger.frame == "crowd" and found.has("turned_out", k - _TURNED_OUT, k - 1):
                return None  # "went out on Tuesday to demonstrate"
            return Reason.PLANNED
    return None
