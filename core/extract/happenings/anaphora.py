"""Words that refer back: "they", "the group", "the city", "the same village"."""

from __future__ import annotations

from core.extract.clauses import is_it
from core.extract.groups import Group
from core.extract.happenings.drafts import Draft
from core.extract.mentions import Found, Hit

_PRONOUN_REACH = 4  # tokens before a verb where its pronoun subject stands
_TO_IT = 4  # tokens: "said on Monday that it"
_LIGHT_REACH = 5  # tokens from "carried out" to its noun


def pronoun_of(draft: Draft) -> tuple[Group, ...]:
    """The pronoun that is the subject of the draft's first verb."""
    found = draft.found
    for hit in draft.hits:
        if hit.trigger.pos == "noun" and (by := _light_pronoun(found, hit)):
            return by
        if (
            hit.trigger.frame == "crowd"  # the crowd's own doings, whoever was named last
            or hit.trigger.pos == "noun"
            or hit.trigger.frame in {"burst", "weapon"}
            or draft.roles.rule in {"passive", "come under"}
        ):
            continue
        for k in range(hit.first - 1, max(hit.first - _PRONOUN_REACH - 1, -1), -1):
            is_back = (
                found.has("pronoun", k, k)
                or (found.has("group_word", k, k) and found.has("back", k - 1, k - 1))
                or is_it(found, hit, k)
            )
            if is_back and not found.barrier(k + 1, hit.first - 1):
                return (Group(k, k, k, None, found.chars(k, k), "number", is_possessive=True),)
    return ()


def _light_pronoun(found: Found, noun: Hit) -> tuple[Group, ...]:
    """ "X said it had carried out a strike", "they launched an attack": the subject of the verb that carries
    a noun."""
    verb = found.last("light", noun.first - _LIGHT_REACH, noun.first - 1)
    if verb is None or found.barrier(verb + 1, noun.first - 1):
        return ()
    while found.has("light", verb - 1, verb - 1):
        verb -= 1
    at = verb - 1 - found.has("have", verb - 1, verb - 1)
    if at < 0 or found.tokens[at].low > "\u0600":
        return ()
    is_it = found.tokens[at].low == "it"
    if not (found.has("say", at - _TO_IT, at - 1) if is_it else found.has("pronoun", at, at)):
        return ()
    return (Group(at, at, at, None, found.chars(at, at), "number", is_possessive=True),)
