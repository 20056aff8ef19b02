"""Whether a verb is passive, where its subject stands before it (verbs that come first: ``verb_first``)."""

from __future__ import annotations

from core.extract.clauses import aside_before, verb_first
from core.extract.groups import Group
from core.extract.mentions import Found, Hit, asked_once

_HARM = frozenset({"killed", "wounded", "captured"})
_NEXT = 4  # tokens from a loss to who suffers the next one
_QUOTES = frozenset("\"'")


@asked_once
def is_passive(found: Found, hit: Hit) -> bool:
    """Whether a verb form is passive: a past form after "be", or a bare participle in a headline."""
    if hit.trigger.grammar.verb_first:
        return verb_first.is_passive(found, hit)
    if hit.tense not in {"past", "participle"} or hit.trigger.pos != "verb":
        return False
    first = hit.first
    for k in range(first - 1, max(first - 4, -1), -1):
        if found.tokens[k].text in _QUOTES:
            continue  # 'were "completely burnt"'
        if found.tokens[k].kind == "p" or found.has("boundary", k, k):
            break
        if found.has("be", k, k):
            if any(k < g.last < first for g in found.groups):
                break  # "men said to be ISIS fighters shot at": they did
            return True
    if found.has("siege", hit.last, hit.last):
        return False  # "lifted the siege by X": X laid it
    if found.has("agent", hit.last + 1, hit.last + 2) and not found.has("given", hit.last + 1, hit.last + 1):
        return True  # but "seized three houses owned by X"
    aside = aside_before(found, first)
    before = group_ending(found, (aside[0] if aside else first) - 1)
    after = group_inside(found, hit) or _group_starting(found, hit.last + 1, 2)
    if after is not None and after.first > hit.last and _is_parted(found, hit.last + 1, after.begin - 1):
        after = None
    if before is not None and before.count is not None and after is None and (
        _is_listed(found, before) or found.has("leaves", before.begin - 1, before.begin - 1)
    ):  # fmt: skip
        return True  # "two were killed and three wounded", "left four wounded"
    if (
        before is not None
        and after is None
        and (aside or before.last == first - 1)
        and _shares_its_verb(found, hit, before)
    ):
        return True  # "the driver was killed and his companion wounded"
    if before is not None and after is None and hit.trigger.frame in {"killed", "wounded", "captured"}:
        counted = before.kind == "number" or (before.count is not None and before.kind != "name")
        listed = any(g.begin == hit.last + 2 for g in found.groups)  # "soldier killed, two injured"
        if (counted or listed) and before.last == first - 1 and _is_parted(found, hit.last + 1, hit.last + 1):
            return True  # "Three killed, seven others wounded": nobody is said to be hurt by them
        return (
            found.is_headline or hit.tense == "participle" or found.has("within", hit.last + 1, hit.last + 1)
        )
    return False


def _shares_its_verb(found: Found, hit: Hit, before: Group) -> bool:
    """Whether "was" is left out: a passive loss, "and", who else, and the next loss."""
    if hit.trigger.frame not in _HARM:
        return False
    earlier = [h for h in found.hits if h.last < before.begin and h.trigger.frame in _HARM]
    if not earlier or not found.has_any(("coordination", "meanwhile"), earlier[-1].last + 1, before.begin):
        return False
    return before.begin - earlier[-1].last <= _NEXT and is_passive(found, earlier[-1])


def group_inside(found: Found, hit: Hit) -> Group | None:
    """The object that a phrase of several words holds: "took two men into custody"."""
    return (
        next((g for g in found.groups if hit.first < g.last < hit.last), None)
        if hit.last > hit.first
        else None
    )


def _is_parted(found: Found, first: int, last: int) -> bool:
    """Whether a verb has no object: its clause ends or a preposition follows."""
    if first >= len(found.tokens):
        return True
    return (
        any(found.tokens[k].kind == "p" for k in range(first, last + 1))
        or found.barrier(first, last)
        or found.has_any(("in", "within", "agent", "coordination"), first, last)
    )


def _is_listed(found: Found, group: Group) -> bool:
    """Whether "and" or a comma opens a counted group: a further item after a verb."""
    k = group.begin - 1
    return k >= 0 and (found.tokens[k].text == "," or found.has("coordination", k, k))


def group_ending(found: Found, at: int) -> Group | None:
    """The group that ends at a token or at the one before it."""
    return next((g for g in found.groups if at - 1 <= g.last <= at), None)


def _group_starting(found: Found, at: int, within: int) -> Group | None:
    return next((g for g in found.groups if at <= g.begin <= at + within), None)
