"""Words that refer back: "they", "the group", "the city", "the same village"."""

from __future__ import annotations

from core.extract.clauses import is_it
from core.extract.drafts import Draft
from core.extract.groups import Group
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention
from core.lexicon.matcher import Match

_PRONOUN_REACH = 4  # tokens before a verb where its pronoun subject stands
_TO_IT = 4  # tokens: "said on Monday that it"
_LIGHT_REACH = 5  # tokens from "carried out" to its noun
_SETTLED = frozenset({"city", "town", "village"})


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


def is_named_place(found: Found, at: int, but: PlaceMention | None = None) -> bool:
    """Whether a word for a kind of place stands with a name: "the town of X", a name other than ``but``."""
    return any(p.first - 4 <= at <= p.last + 2 for p in found.places if p is not but)


def kinds_referred_to(found: Found, but: PlaceMention | None = None) -> set[str]:
    """The kinds of place that "the city", "the same village" and the like refer back to."""
    return {
        m.value
        for m in found.matches.of("feature")
        if (_is_the_town(m) or found.has("back", m.first - 2, m.first))
        and not is_named_place(found, m.first, but)
    }


def _is_the_town(match: Match) -> bool:
    """ "بالبلدة", with a preposition written on: the town told of; but "the area" may be any."""
    return match.prefix.endswith("ال") and match.value in _SETTLED
