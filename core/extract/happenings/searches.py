"""A place stormed by those who police it was searched, not fought for."""

from __future__ import annotations

from core.extract.groups import Group
from core.extract.happenings.drafts import Draft
from core.lexicon import Lexicon
from core.text import Sentence

_NEAR = 3  # sentences in which a campaign goes on
_THE = "ال"
_POLICE = frozenset({"police", "security_force"})  # kinds of actors


def as_search(draft: Draft, has_fought: bool, lexicon: Lexicon) -> Draft:
    """ "The SDF stormed the towns of A and B": a search, where neither a foe nor fighting was told of."""
    if draft.event_type != "clash" or has_fought or draft.losses:
        return draft
    foes = any(g.actor_id and not lexicon.actors.by_id[g.actor_id].is_generic for g in draft.roles.targets)
    if foes or not all(h.trigger.word == "storm" for h in draft.hits):
        return draft
    if not any(_is_police(g, lexicon) for g in draft.roles.initiators):
        return draft
    return draft._replace(event_type="arrest_or_raid", family="control_and_detention")


def as_campaign(draft: Draft, told: Sentence | None) -> Draft:
    """ "The campaign also reached B", after the arrests ``told`` of in A: more of them."""
    near = told is not None and draft.found.sentence.index - told.index <= _NEAR
    known = draft.is_definite or draft.found.tokens[draft.hits[0].first].low.startswith(_THE)
    if draft.event_type != "security_operation" or not (near and known):
        return draft
    return draft._replace(event_type="arrest_or_raid")


def _is_police(group: Group, lexicon: Lexicon) -> bool:
    if group.actor_id is None:
        return False
    kind = lexicon.actors.by_id[group.actor_id].kind
    return kind in _POLICE or group.actor_id in lexicon.words["has_police"]
