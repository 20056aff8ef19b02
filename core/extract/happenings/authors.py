"""Whose attack it was, where a clause of its own says so: "ISIS claimed it", "blamed on Israel"."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.clauses import is_guess
from core.extract.frames import VIOLENT
from core.extract.groups import Group
from core.extract.happenings.drafts import Draft
from core.extract.mentions import Found
from core.lexicon import Lexicon

_REACH = 3  # sentences after an attack within which its author may be told
_VERB = 4  # tokens from a group to its verb: "ISIS, through Amaq, claimed"
_WHAT = 6  # tokens from "claimed" to what is claimed
_GUESS = 10  # tokens from "unidentified jets" to "Israeli"
_NEXT = 3  # tokens from "blamed on" to whom
_TELLING = ("owns_up", "authored_by", "blamed_on", "blames", "behind_it", "own_killing")
_ACTS = frozenset({"act", "burst", "mutual", "weapon"})


def with_authors(told: list[Draft], before: Sequence[Draft], found: Found, lexicon: Lexicon) -> list[Draft]:
    """The drafts told before and in a sentence, in order, an attack without a doer given the one that the
    sentence names for it: one of its own, or else the last one told."""
    drafts = [*before, *told]
    authors = _authors(found, lexicon)
    if not authors:
        return [*before, *(_with_guess(d, lexicon) for d in told)]
    own = list(range(len(before), len(drafts)))
    if not own and not any(d.reason is None and d.place is not None for d in told):
        last = next((d for d in reversed(before) if d.family in VIOLENT and d.reason is None), None)
        near = last is not None and found.sentence.index - last.found.sentence.index <= _REACH
        own = [k for k, d in enumerate(before) if near and last and d.found is last.found]
    for k in own:
        if authors[0].is_blamed and drafts[k].roles.initiators and drafts[k].found is not found:
            continue  # a charge told later is no reason to forget who was said to have done it
        drafts[k] = drafts[k]._replace(roles=drafts[k].roles._replace(initiators=authors))
    return drafts


def _with_guess(draft: Draft, lexicon: Lexicon) -> Draft:
    """ "Unidentified jets, believed to be Israeli, struck X": whose they may be, beside them."""
    doers = draft.roles.initiators
    if draft.family not in VIOLENT or not doers or not all(_is_generic(g, lexicon) for g in doers):
        return draft
    named = (g for g in draft.found.groups if g.actor_id and not _is_generic(g, lexicon))
    taken = draft.roles.targets + draft.roles.participants
    guess = next((g for g in named if is_guess(draft.found, g) and g not in taken), None)
    if guess is None or not any(0 < guess.begin - g.last <= _GUESS for g in doers):
        return draft
    return draft._replace(roles=draft.roles._replace(initiators=(*doers, guess._replace(is_blamed=True))))


def _is_generic(group: Group, lexicon: Lexicon) -> bool:
    return group.actor_id is not None and lexicon.actors.by_id[group.actor_id].is_generic


def _authors(found: Found, lexicon: Lexicon) -> tuple[Group, ...]:
    """The actors that a sentence names as the authors of an attack; those only blamed say so."""
    if found.cues.keys().isdisjoint(_TELLING):
        return ()
    for group in found.groups:
        if group.actor_id is None or lexicon.actors.by_id[group.actor_id].is_generic:
            continue
        if (
            _owns_up(found, group)
            or _tells_of_killing(found, group)
            or _precedes(found, "authored_by", group)
        ):
            return (group,)
        behind = found.has("behind_it", group.last + 1, group.last + 2)
        if behind and not _is_denied(found, group.last + 1, group.last + _VERB):
            return (group._replace(is_blamed=found.has("unsure_word", group.last + 1, group.last + _VERB)),)
        if _precedes(found, "blamed_on", group) or (
            _precedes(found, "blames", group)
            and _tells_of_it(found)
            and not found.has("plan", group.last + 1, group.last + _NEXT)  # "accused ISIS of planning to"
        ):
            return (group._replace(is_blamed=True),)
    return ()


def _owns_up(found: Found, group: Group) -> bool:
    """ "ISIS claimed responsibility", "the group said it had sent the drone"."""
    for at in found.each("owns_up"):
        if _owns_up_first(found, at, group):
            return True
        if not 0 < at - group.last <= _VERB or any(
            group.last < g.first < at and g.actor_id for g in found.groups
        ):
            continue
        if found.has("relative", group.begin - 2, group.begin - 1):
            return True  # "an attack that ISIS claimed"
        what = range(at + 1, min(at + _WHAT, len(found.tokens)))
        said = any(found.has("responsibility", k, k) for k in range(at, what.stop)) or _is_it(found, what)
        denied = _is_denied(found, group.begin - 2, at)  # "neither A nor the B claimed it"
        return said and not denied and not _is_of_others(found, what)
    return False


def _owns_up_first(found: Found, at: int, group: Group) -> bool:
    """«تبنى داعش العملية»: the verb first."""
    if found.tokens[at].low < "\u0600" or not 0 < group.begin - at <= _NEXT:
        return False
    what = range(group.last + 1, min(group.last + _WHAT, len(found.tokens)))
    told = any(found.has("responsibility", k, k) for k in what) or _is_it(found, what)
    return told and not _is_denied(found, at - 1, at) and not _is_of_others(found, what)


def _is_of_others(found: Found, what: range) -> bool:
    """ "ISIS has claimed some of those attacks": not this one."""
    return any(found.has("of_others", k, k) for k in what)


def _tells_of_killing(found: Found, group: Group) -> bool:
    """ "ISIS announced the killing of five soldiers in an attack"."""
    return found.has("own_killing", group.last + 1, group.last + 2)


def _is_it(found: Found, what: range) -> bool:
    """Whether what is owned up to is an attack told of: "the attack", "it"."""
    acts = (h for h in found.hits if h.first in what and h.trigger.frame in _ACTS)
    return any(h.tense == "noun" for h in acts) or any(found.has("the_deed", k, k) for k in what)


def _precedes(found: Found, name: str, group: Group) -> bool:
    """Whether a cue stands right before a group: "the work of ISIS"."""
    at = found.last(name, group.begin - _NEXT, group.begin - 1)
    return (
        at is not None
        and not _is_denied(found, at - _VERB, at)
        and not found.barrier(at + 1, group.begin - 1)
    )


def _tells_of_it(found: Found) -> bool:
    return any(h.trigger.frame in _ACTS for h in found.hits) or any(True for _ in found.each("behind_it"))


def _is_denied(found: Found, first: int, last: int) -> bool:
    return found.has_any(("negation", "nobody"), first, last)
