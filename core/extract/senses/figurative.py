"""Words of fighting, protest and detention that tell of a purpose, a manner or a state."""

from __future__ import annotations

from core.extract.clauses.voice import is_passive
from core.extract.frames import SEARCHES
from core.extract.mentions import Found, Hit

_TO_FIGHT = 4  # tokens from "engaged in" to the fight: "a fierce gun battle"
_TERM, _SPAN = 8, 5  # tokens from "was held" to "for", from there to "years"
_LONG = frozenset({"month", "months", "year", "years"})
_FIGHTS = frozenset({"clash", "armed_attack", "ambush", "shelling"})
_ACCUSE, _ACCUSED = frozenset({"accuse", "accused", "accuses", "accusing"}), 10
_REINFORCE = frozenset({"reinforce", "strengthen", "bolster", "step up"})
_USES, _USED = 2, frozenset({"used", "use", "uses"})
_LOOTING = "looting_or_property_destruction"


def is_figurative(found: Found, hit: Hit) -> bool:
    """Whether a word is no act here: what people busy themselves with, aim at, protest by or sat out."""
    return (
        _is_busy(found, hit)
        or _is_goal(found, hit)
        or _is_way_to_protest(found, hit)
        or _is_term(found, hit)
        or _is_charge(found, hit)
        or _is_of_ground(found, hit)
        or _is_measure(found, hit)
        or _is_use(found, hit)
        or _is_of_camp(found, hit)
    )


def _is_busy(found: Found, hit: Hit) -> bool:
    """ "engaged in smuggling"; but "engaged in a gun battle"."""
    if hit.trigger.word != "engage" or not found.has("in", hit.last + 1, hit.last + 1):
        return False
    return not any(
        h.trigger.event_type in _FIGHTS and 0 < h.first - hit.last <= _TO_FIGHT for h in found.hits
    ) and not any(p.first <= hit.last + 2 and p.last > hit.last for p in found.places)


def _is_goal(found: Found, hit: Hit) -> bool:
    """ "exercises aimed at deterring attacks": what something is for."""
    after = hit.last + 1
    aimed = found.tokens[hit.first].low == "aimed" and after < len(found.tokens)
    return aimed and found.tokens[after].low.endswith("ing")


def _is_way_to_protest(found: Found, hit: Hit) -> bool:
    """ "attacked posts in protest against an arrest": why they attacked."""
    if hit.trigger.frame != "crowd" or hit.trigger.pos != "fixed":
        return False
    return any(
        h.last < hit.first
        and h.trigger.frame == "act"
        and h.trigger.pos == "verb"
        and h.trigger.event_type not in {*SEARCHES, _LOOTING}
        and not found.barrier(h.last + 1, hit.first - 1)
        for h in found.hits
    )


def _is_term(found: Found, hit: Hit) -> bool:
    """ "had been detained in a prison of X for twelve years": a time that somebody sat out."""
    if hit.trigger.frame != "captured" or hit.trigger.grammar.verb_first or not is_passive(found, hit):
        return False
    reach = range(hit.last + 1, min(hit.last + 1 + _TERM, len(found.tokens)))
    at = next((k for k in reach if found.tokens[k].low == "for"), None)
    if at is None or found.barrier(hit.last + 1, at - 1):
        return False
    return any(token.low in _LONG for token in found.tokens[at + 1 : at + 1 + _SPAN])


def _is_charge(found: Found, hit: Hit) -> bool:
    """ "accused the army of attacking its men on several fronts": no act, unless it is said where."""
    if hit.tense != "ing" or not hit.first or found.tokens[hit.first - 1].low != "of":
        return False
    before = found.tokens[max(hit.first - _ACCUSED, 0) : hit.first]
    if not any(token.low in _ACCUSE for token in before) or found.dates:
        return False
    return not any(p.first > hit.last for p in found.places)


def _is_of_ground(found: Found, hit: Hit) -> bool:
    """ "areas that came under its control in the war": which areas."""
    if hit.trigger.event_type != "clash" or hit.trigger.pos != "fixed" or hit.trigger.grammar.verb_first:
        return False
    return found.has("relative", hit.first - 1, hit.first - 1) and not any(
        d.kind == "day" for d in found.dates
    )


def _is_measure(found: Found, hit: Hit) -> bool:
    """ "reinforced security measures": no force was sent."""
    return hit.trigger.word in _REINFORCE and any(
        token.low == "measures" for token in found.tokens[hit.last + 1 : hit.last + 1 + _TO_FIGHT]
    )


def _is_use(found: Found, hit: Hit) -> bool:
    """ "a tunnel used for smuggling", "use the camp for training", «مخصص لتدريب»: what something is for."""
    if hit.trigger.frame not in {"move", "drill"} or not hit.first:
        return False
    if hit.trigger.grammar.verb_first:
        return hit.prefix == "ل" and found.has("set_aside", hit.first - _USES, hit.first - 1)
    if hit.first < _USES:
        return False
    by = hit.first - 1
    if not (found.tokens[by].low == "for" and hit.tense in {"ing", "noun"}) and not (
        found.has("infinitive", by, by) and hit.tense == "base"
    ):
        return False
    return any(token.low in _USED for token in found.tokens[max(by - _ACCUSED, 0) : by])


def _is_of_camp(found: Found, hit: Hit) -> bool:
    """ "camps for training recruits", "معسكر تدريب": what a place is for."""
    if hit.trigger.frame != "drill" or hit.tense not in {"ing", "noun"}:
        return False
    before = hit.first - 1
    if hit.trigger.grammar.verb_first and found.has("facility", before, before):
        return not hit.prefix
    return found.has("to", before, before) and found.has("facility", before - 1, before - 1)
