"""How those who killed, took or searched came to it: breaking into a house, entering a village, landing."""

from __future__ import annotations

from core.extract.clauses.voice import is_passive
from core.extract.frames import SEARCHES, VIOLENT
from core.extract.mentions import Found, Hit
from core.extract.roles import roles_of
from core.lexicon import Lexicon

_OUTLAWS = frozenset({"unknown_group", "criminal_group", "armed_group"})  # kinds of actors
_RAIDERS = _OUTLAWS | {"militia", "tribe"}
_LOOTING = "looting_or_property_destruction"
_IT = frozenset({"it", "them"})
_TAKES = SEARCHES | {"abduction", "suicide_bombing"}


def is_way_in(found: Found, hit: Hit, hits: list[Hit], lexicon: Lexicon) -> bool:
    """ "broke into the house and killed him", "took him away after storming his home": how those who killed
    or took somebody came to him; what police storm, they search."""
    if _is_coming(found, hit, hits) or _is_before_burning(found, hit, hits):
        return True
    if _is_booty(found, hit, hits, lexicon):
        return True
    if (
        not found.has("way_in", hit.first, hit.first)
        or hit.trigger.frame != "act"
        or hit.trigger.word == "storm"
    ):
        return False
    if hit.trigger.event_type == _LOOTING and any(h.trigger.event_type in SEARCHES for h in hits):
        return True
    doers = {lexicon.actors.by_id[g.actor_id].kind for g in roles_of(found, hit).initiators if g.actor_id}
    if hit.trigger.event_type == "arrest_or_raid" and not doers <= _OUTLAWS:
        return False
    return any(
        h.trigger.frame == "killed" or h.trigger.event_type == "abduction" or _is_violent(h, lexicon)
        for h in hits
        if h is not hit
    )


def _is_violent(hit: Hit, lexicon: Lexicon) -> bool:
    kind = hit.trigger.event_type
    return bool(kind) and lexicon.event_types.by_id[kind].family in VIOLENT


def _is_booty(found: Found, hit: Hit, hits: list[Hit], lexicon: Lexicon) -> bool:
    """ "Gunmen attacked a post and seized weapons": what attackers carry off is no search of theirs."""
    if hit.trigger.event_type != "security_operation" or hit.trigger.frame != "act":
        return False
    attack = next((h for h in hits if h.last < hit.first and _is_violent(h, lexicon)), None)
    if attack is None or attack.trigger.pos != "verb" or found.has("meanwhile", attack.last + 1, hit.first):
        return False
    police = lexicon.words["has_police"]
    doers = {g.actor_id for g in roles_of(found, attack).initiators if g.actor_id} - police
    kinds = {lexicon.actors.by_id[d].kind for d in doers}
    return kinds <= _RAIDERS and not any(g.actor_id in police for g in roles_of(found, hit).initiators)


def _is_before_burning(found: Found, hit: Hit, hits: list[Hit]) -> bool:
    """ "stormed an oil well and set it on fire": what was done to what they had come to."""
    burned = next((h for h in hits if h.first > hit.last and h.trigger.event_type == _LOOTING), None)
    if burned is None or not found.has("way_in", hit.first, hit.first):
        return False
    return any(
        found.tokens[k].low in _IT for k in range(burned.first, min(burned.last + 2, len(found.tokens)))
    )


def _is_coming(found: Found, hit: Hit, hits: list[Hit]) -> bool:
    """ "entered the village and arrested two", "a patrol came to X and took him": the same people, who came
    to do it; "helicopters landed in X and special forces seized a man": nobody lands for less."""
    if hit.trigger.frame != "move" or hit.trigger.grammar.verb_first or hit.tense not in {"past", "present"}:
        return False
    deed = next(
        (
            h
            for h in hits
            if h.first > hit.last and h.trigger.event_type in _TAKES and h.trigger.pos == "verb"
        ),
        None,
    )
    if deed is None or is_passive(found, hit) or is_passive(found, deed):
        return False
    between = hit.last + 1, deed.first - 1
    if any(deed.last < p.first for p in found.places) or found.barrier(*between):
        return False
    if not found.has("coordination", *between) and deed.tense not in {"ing", "base"}:
        return False
    others = [g for g in found.groups if hit.last < g.first and g.last < deed.first]
    return hit.trigger.word == "land" or not others
