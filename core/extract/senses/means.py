"""What does harm: a weapon or a blow as the subject of a verb, or behind "by"."""

from __future__ import annotations

from core.extract.clauses.voice import is_passive
from core.extract.frames import BOMBS, FROM_AFAR
from core.extract.mentions import Found, Hit

_SUBJECT = 10  # tokens from a weapon to its verb: "drones of the coalition, late on Monday, tore into"
_BY, _BLOW = 4, 8  # tokens from a verb to "by", and on to the weapon
_BLOWS = FROM_AFAR | BOMBS | {"armed_attack"}
_BODIES, _BODY = 16, 6  # tokens from bodies to "were found", from "found" to bodies
_BY_MEANS = ("agent", "with", "via", "from", "in", "against")
_TO_CRAFT = 4  # tokens from "downed" to "an American MQ-9 drone"
_TO_PASSIVE = 3  # tokens from a noun to "was targeted"
_LED = ("agent", "against", "with", "of_or_by")


def means_of(found: Found, verb: Hit) -> Hit | None:
    """The weapon or the blow that a verb of harm is said of: "a drone slammed into the base", "an IED went
    off, tearing a car apart", "torn apart by a mine". What falls down by itself is no aircraft's blow."""
    passive = is_passive(found, verb)
    for hit in _behind(found, verb) if passive else _before(found, verb):
        if not _is_blow(hit):
            continue
        if verb.trigger.frame == "burst" and hit.trigger.event_type == "airstrike":
            continue  # "a plane crashed into a field"
        return hit
    return None


def _is_blow(hit: Hit) -> bool:
    if hit.trigger.frame == "weapon":
        return True
    return hit.tense == "noun" and hit.trigger.frame in {"act", "burst"} and hit.trigger.event_type in _BLOWS


def _before(found: Found, verb: Hit) -> list[Hit]:
    """The hits before a verb in its clause, nearest first."""
    near: list[Hit] = []
    shared = verb.tense == "ing" or found.has("coordination", verb.first - 1, verb.first - 1)
    for hit in reversed(found.hits):
        if hit.first >= verb.first:
            continue
        if verb.first - hit.last > _SUBJECT * (1 + shared) or found.barrier(hit.last + 1, verb.first - 1):
            break
        if hit.trigger.pos != "noun" and hit.tense not in {"noun", "ing"} and not shared:
            break  # the subject of another verb
        if not found.has_any(_LED, hit.first - 1, hit.first - 1):
            near.append(hit)
    return near


def _behind(found: Found, verb: Hit) -> list[Hit]:
    """The hits behind the "by" of a passive verb."""
    by = next(
        (k for k in range(verb.last + 1, verb.last + 1 + _BY) if found.has_any(("agent", "within"), k, k)),
        None,
    )
    if by is None:
        return []
    return [
        h for h in found.hits if 0 < h.first - by <= _BLOW and not found.barrier(verb.last + 1, h.first - 1)
    ]


def is_kept(found: Found, weapon: Hit) -> bool:
    """«منصة صواريخ», «شاحنة تحمل قذائف»: arms that are hit, not what hits."""
    before = weapon.first - 1
    return weapon.trigger.grammar.verb_first and (
        found.has("holds_arms", before - (weapon.prefix != ""), before) and weapon.prefix[:1] != "ب"
    )


def has_body(found: Found, verb: Hit) -> bool:
    """What is found, dumped or dug up are bodies: "were exhumed", "found the bodies of two men"."""
    if is_passive(found, verb) or found.has("surfaces", verb.first, verb.last):
        return found.has("corpse", verb.first - _BODIES, verb.first - 1)
    return found.has("corpse", verb.last + 1, verb.last + _BODY)


def is_struck(found: Found, weapon: Hit, hit: Hit) -> bool:
    """ "a drone was targeted", "downed a warplane": no means of the attack."""
    if is_kept(found, weapon):
        return True
    if not found.has("aircraft", weapon.last, weapon.last) or hit.trigger.pos != "verb":
        return False
    if weapon.last < hit.first:
        struck = found.has("be", weapon.last + 1, weapon.last + 1)
        return struck and hit.first - weapon.last <= _TO_PASSIVE and is_passive(found, hit)
    if hit.trigger.grammar.verb_first:
        return False
    between = [k for k in range(hit.last + 1, weapon.first) if found.tokens[k].text not in "(,"]
    plain = all(
        found.has_any(("determiner", "modifier", "actor", "link", "aircraft"), k, k)
        or found.tokens[k].kind == "n"
        for k in between
    )
    leads = any(found.has_any(_BY_MEANS, k, k) for k in between)
    return plain and not leads and not is_passive(found, hit) and len(between) <= _TO_CRAFT
