"""What goes on with an attack just told: further strikes of it, the damage that it did, what came for it."""

from __future__ import annotations

from core.extract.frames import BOMBS, FROM_AFAR, LOSS_FRAMES, VIOLENT
from core.extract.happenings.drafts import Draft
from core.lexicon import Lexicon

_NEAR = 4  # sentences within which strikes go on
_POSSESSIVE = ("ه", "ها", "هم")
_OPEN = frozenset({"armed_attack", "arrest_or_raid"})  # "raid", "hit", "targeted": they leave open with what
_DAMAGE, _DAMAGE_SENTENCES = "looting_or_property_destruction", 2
_UNTOLD, _ANOTHER = "armed_attack", 3  # tokens: "and a second one in B"
_HIM = frozenset({"him", "her", "them"})
_MOVED = frozenset({"force", "vehicle"})


_THINGS = frozenset({"vehicle", "facility"})


def as_strike(draft: Draft, told: Draft | None, lexicon: Lexicon) -> Draft:
    """ "One raid hit a depot", "blasts were heard in X", after air strikes: further ones of them."""
    if told is not None and _is_noise(draft) and draft.date is None and (
        draft.found.sentence.index - told.found.sentence.index <= _NEAR
    ):  # fmt: skip
        return draft._replace(event_type=told.event_type, family=told.family)
    if told is not None and (_is_the_bombing(draft, told, lexicon) or _is_on_him(draft, told)):
        return draft._replace(event_type=told.event_type)
    hit = {g.actor_id for g in draft.roles.targets if g.actor_id}
    doers = tuple(  # nobody destroys his own cars, and no car aims
        g for g in draft.roles.initiators if g.actor_id not in hit and (g.actor_id or g.kind not in _THINGS)
    )
    theirs = {g.actor_id for g in told.roles.initiators if g.actor_id} if told else set()
    if (
        told is None
        or any(g.actor_id not in theirs for g in doers)
        or not (draft.event_type in _OPEN or _by_known_bombing(draft))
        or draft.found.sentence.index - told.found.sentence.index > _NEAR
        or any(loss.field == "captured" for loss in draft.losses)
        or not any(h.trigger.word in lexicon.words["remote_verb"] for h in draft.hits)
    ):
        return draft
    roles = draft.roles._replace(initiators=doers)
    return draft._replace(event_type=told.event_type, family=told.family, roles=roles)


def _by_known_bombing(draft: Draft) -> bool:
    """«استهدف مواقع في B ... وأوقع القصف»: only the bombing just told makes it one."""
    nouns = [h for h in draft.hits if h.trigger.event_type == draft.event_type]
    return len(nouns) < len(draft.hits) and all(h.tense == "noun" and h.prefix.endswith("ال") for h in nouns)


def _is_the_bombing(draft: Draft, told: Draft, lexicon: Lexicon) -> bool:
    """ "The bombing reached B", «قصفه»: the one just told, if nothing else says what fell there."""
    found, noun = draft.found, draft.hits[0]
    back = draft.is_definite or found.tokens[noun.last].low.endswith(_POSSESSIVE)
    return (
        back
        and {draft.event_type, told.event_type} <= FROM_AFAR
        and noun.tense == "noun"
        and noun.trigger.word in lexicon.words["bombing"]
        and not draft.roles.initiators
        and all(h.trigger.frame != "weapon" for h in draft.hits)
        and found.sentence.index - told.found.sentence.index <= _NEAR
    )


def _is_on_him(draft: Draft, told: Draft) -> bool:
    """ "A missile hit him", after "a drone killed a man": what the drone fired."""
    found = draft.found
    return (
        draft.event_type == "shelling"
        and told.event_type in {"airstrike", "drone_strike"}
        and found.sentence.index - told.found.sentence.index <= _DAMAGE_SENTENCES
        and not draft.roles.initiators
        and any(
            found.has_any(("him", "possessive"), h.last + 1, h.last + 1) or found.tokens[h.last].low in _HIM
            for h in draft.hits
        )
    )


def as_bomb(draft: Draft, told: Draft | None) -> Draft:
    """ "The bombing killed two", after a bomb: no aircraft's."""
    if told is None or told.event_type not in BOMBS or not draft.is_definite or draft.roles.initiators:
        return draft
    nouns = [h for h in draft.hits if h.trigger.event_type == draft.event_type]
    if draft.event_type not in FROM_AFAR or not nouns or any(h.tense != "noun" for h in nouns):
        return draft
    near = draft.found.sentence.index - told.found.sentence.index <= _NEAR
    return draft._replace(event_type=told.event_type) if near and draft.place is None else draft


def as_damage(draft: Draft, told: Draft | None) -> Draft:
    """ "Four trucks were burnt", after an attack: what it did, if no doer, place or day is told."""
    own = draft.roles.initiators or draft.roles.rule != "passive" or draft.place or draft.date
    if told is None or draft.event_type != _DAMAGE or own or (
        draft.found.sentence.index - told.found.sentence.index > _DAMAGE_SENTENCES
    ):  # fmt: skip
        return draft
    return draft._replace(event_type=told.event_type, family=told.family)


def as_another(draft: Draft, told: Draft | None) -> Draft:
    """ "A mine killed two in A, and another in B wounded three": of the kind of the one just told."""
    if told is None or draft.event_type != _UNTOLD or any(
        h.trigger.frame not in LOSS_FRAMES for h in draft.hits
    ):  # fmt: skip
        return draft
    found = draft.found
    again = any(
        found.has("one_more", k, k) and found.has_any(("in", "near"), k + 1, k + 2) for k in range(_ANOTHER)
    )
    if not again or found.sentence.index - told.found.sentence.index > 1:
        return draft
    return draft._replace(event_type=told.event_type, family=told.family)


def _is_noise(draft: Draft) -> bool:
    """Whether a draft tells only that blasts were heard."""
    return all(h.trigger.frame == "burst" and h.tense == "noun" for h in draft.hits) and any(
        draft.found.has("noise", h.first - 3, h.last + 3) for h in draft.hits
    )


def is_of_a_thing(draft: Draft, told: str | None) -> bool:
    """ "It came from the east", "the convoy had entered from X", after an attack: what it was done with
    or whom it hit, no further move. ``told``: the family of what was told before."""
    if draft.reason is not None or draft.family != "force_posture" or told not in VIOLENT:
        return False
    found, before = draft.found, draft.hits[0].first - 1
    if not draft.roles.initiators:
        return before >= 0 and found.tokens[before].low == "it"
    return all(
        g.actor_id is None and g.kind in _MOVED and found.has("back", g.begin - 1, g.first)
        for g in draft.roles.initiators
    )
