"""Sentences that say that nobody came to harm: "no casualties", "nobody was hurt"."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.clauses import list_back
from core.extract.groups import Group
from core.extract.mentions import Found, Hit

_HARM = frozenset({"killed", "wounded", "casualties"})
_ACTS = frozenset({"act", "burst"})
_OR = frozenset({"or", "nor", "and"})
_UNSURE = 6  # tokens around "casualties" within which "no information" makes them unknown
_TO_VERB = 2  # tokens: "troops were hurt"
NEAR = 4  # tokens before a verb or noun of harm within which "nobody" or "without" negates it


def tells_none(found: Found, hit: Hit) -> bool:
    """Whether a trigger of harm says that nobody came to any: "no casualties", "nobody was hurt"."""
    if hit.trigger.frame not in _HARM:
        return False
    clause = range(max(hit.first - _UNSURE, 0), hit.first)
    start = max((k + 1 for k in clause if found.tokens[k].text in ",،"), default=clause.start)
    if found.has("toll_unknown", start, hit.last + 3):
        return False
    if any(c.kind == "none" and 0 <= hit.first - c.head <= 2 for c in found.counts):
        return True
    before = next((h for h in found.hits if h.last == hit.first - 2), None)
    joined = hit.first > 1 and found.tokens[hit.first - 1].low in _OR
    if before is not None and joined and hit.trigger.pos == before.trigger.pos == "noun":
        return tells_none(found, before)  # "no deaths or injuries"
    if found.has("nobody", hit.first, hit.last):
        return True  # "the damage was only material"
    reach = NEAR if hit.trigger.pos == "verb" else 2
    told = found.last("nobody", hit.first - reach, hit.first - 1)
    if told is not None and not found.has("have", told - 1, told - 1):  # "who had no part in it died"
        return True
    if any(_are_nobody(found, g, hit) for g in found.groups):
        return True
    at = hit.first - 1
    while at > 0 and (found.has("toll_link", at, at) or _is_of_act(found, at)):
        at -= 1
    return hit.trigger.pos != "verb" and found.has("nobody", at, at)


def _are_nobody(found: Found, group: Group, hit: Hit) -> bool:
    """ "No US or coalition troops were hurt": whether a list that opens with "no" is a verb's subject."""
    if hit.trigger.pos != "verb" or not 0 < hit.first - group.last <= _TO_VERB:
        return False
    first = next(iter(list_back(found, group)), group).begin
    return found.has("nobody", first - 1, first - 1)


def _is_of_act(found: Found, at: int) -> bool:
    """ "without the attack having caused (يسفر الهجوم عن) losses"."""
    return any(h.first <= at <= h.last and h.tense == "noun" and h.trigger.frame in _ACTS for h in found.hits)


def nought(found: Found, hits: list[Hit], others: bool) -> Sequence[tuple[str, Group | None, Hit]]:
    """What nobody suffered, with the side that is spoken of and the word that says so.

    Nought killed, and nought wounded unless only the dead are spoken of; beside ``others`` who came to harm,
    nought of what is named ("killed two men, with no one wounded").
    """
    none = [hit for hit in hits if tells_none(found, hit)]
    if others:
        named = ((_named(found, h), h) for h in none if spared(found, h) is None)
        return [(field, None, h) for field, h in named if field][:1]
    if not none:
        return []
    fields = ["killed"] if {hit.trigger.frame for hit in none} == {"killed"} else ["killed", "wounded"]
    return [(field, spared(found, none[0]), none[0]) for field in fields]


def _named(found: Found, hit: Hit) -> str:
    """The harm that a word names; empty of "losses", which may be any."""
    if hit.trigger.frame in ("killed", "wounded"):
        return hit.trigger.frame
    return "wounded" if found.has("injuries", hit.first, hit.last) else ""


def spared(found: Found, hit: Hit) -> Group | None:
    """The one side of which nobody came to harm ("no SDF fighters were killed"); of "people" it is nobody."""
    heads = [c.head for c in found.counts if c.kind == "none"]
    for group in found.groups:
        denied = found.has("nobody", group.begin - 1, group.begin - 1) and group.last < hit.first
        if denied or any(group.first <= k <= group.last for k in heads):
            return group if (group.actor_id is None) == (group.kind == "person_neutral") else None
    return None
