"""Verbs of going, standing and gathering in senses that tell of no move, siege or posting."""

from __future__ import annotations

from core.extract.clauses.voice import is_passive
from core.extract.frames import FROM_AFAR, LOSS_FRAMES, SEARCHES
from core.extract.groups import is_force
from core.extract.mentions import Found, Hit
from core.extract.roles import objects, subject
from core.extract.senses.sieges import is_standing_siege

_THERE = 3  # tokens from "leaving" to the place that is left
_OBJECT = 2  # tokens from a verb to its object
_NOISE = 3  # tokens from "explosions" to "shook"
_WELL = frozenset({"well", "newly", "highly", "recently", "specially"})
_TA, _HA = "ة", "ه"
_FIGHTS = frozenset({"armed_attack", "clash", "ambush", "shelling"})
_GOING = frozenset({"move", "leave"})
_VERBAL = ("say", "negation", "light", "be", "have", "modal")
_ARTICLES = frozenset({"the", "a", "an", "its"})
_PLACES = ("place_word", "facility", "ground")


def is_other_sense(found: Found, hit: Hit) -> bool:
    """Whether a word stands for a result, a remainder, a flight of planes, a state, a kind of place or the
    way to a raid."""
    if _is_noise_of_strike(found, hit):
        return True
    if hit.trigger.grammar.verb_first:
        return _is_other_spelling(found, hit)
    return (
        _is_attribute(found, hit)
        or _is_compound(found, hit)
        or _is_motive(found, hit)
        or _is_result(found, hit)
        or _is_flown(found, hit)
        or is_standing_siege(found, hit)
        or _is_kind_of_place(found, hit)
        or _is_way_to_raid(found, hit)
        or _is_posted(found, hit)
        or _is_state(found, hit)
        or _is_of_subject(found, hit)
        or _is_quality(found, hit)
        or _is_object(found, hit)
        or _is_damage_done(found, hit)
        or (hit.trigger.word == "take" and _low(found, hit.last + 1) == "off")  # "planes took off"
        or (hit.trigger.word == "head" and _low(found, hit.last + 1) in _ARTICLES)  # "headed the branch in X"
    )


def _is_quality(found: Found, hit: Hit) -> bool:
    """ "sent trained fighters", "newly trained recruits arrived": what they are, nobody trains them here."""
    if hit.trigger.frame != "drill" or hit.tense not in {"past", "participle"}:
        return False
    if not any(g.begin <= hit.first < g.first or g.begin == hit.last + 1 for g in found.groups):
        return False
    before = hit.first - 1
    while before >= 0 and (found.tokens[before].low in _WELL or found.tokens[before].kind == "p"):
        before -= 1
    if before < 0 or found.tokens[before].kind == "n":
        return True
    led = ("trigger", "in", "agent", "with", "from", "of_or_by", "determiner", "coordination")
    return found.has_any(led, before, before) and not any(g.last == before for g in found.groups)


def _is_attribute(found: Found, hit: Hit) -> bool:
    """ "an attack cell", "a combat mission": the noun only says which."""
    before, after = hit.first - 1, hit.last + 1
    if hit.trigger.frame == "weapon" or not found.has("head_noun", after, after):
        return False
    return hit.tense == "noun" or (
        hit.tense == "base" and not found.has_any(("infinitive", "modal", "have"), before, before)
    )


def _is_compound(found: Found, hit: Hit) -> bool:
    """ "the ISIS-occupied town": the verb is half of an adjective."""
    at = found.tokens[hit.first].start - found.sentence.start
    done = hit.trigger.pos == "verb" and hit.tense in {"past", "participle"}
    return done and at > 0 and found.sentence.text[at - 1] == "-"


def _is_motive(found: Found, hit: Hit) -> bool:
    """ "Fighters attacked a post in protest against his arrest"."""
    return (
        hit.trigger.frame == "crowd"
        and hit.trigger.pos == "fixed"
        and any(h.trigger.event_type in _FIGHTS and h.trigger.pos == "verb" for h in found.hits)
    )


def _is_noise_of_strike(found: Found, hit: Hit) -> bool:
    """ "Explosions shook X as aircraft raided depots": the noise of what the sentence tells next."""
    if hit.trigger.frame != "burst" or hit.tense != "noun":
        return False
    if not found.has_any(("noise", "happen"), hit.first - _NOISE, hit.last + _NOISE):
        return False
    when = found.first("as_or_when")
    return when is not None and any(
        h.first > when > hit.last
        and h.trigger.event_type in FROM_AFAR
        and h.trigger.frame in {"act", "weapon"}
        for h in found.hits
    )


def _is_other_spelling(found: Found, hit: Hit) -> bool:
    """«قتلة» (killers), «قالت مصادره» (its sources): folded they are "killed him" and "confiscation";
    «باتفاق»: by agreement."""
    end = found.tokens[hit.last].text[-1]
    if (
        hit.trigger.pos == "verb"
        and hit.tense in {"past", "present"}
        and hit.first == hit.last
        and end == _TA
    ):
        return True
    if end == _HA and hit.tense == "ing" and found.has("say", hit.first - 1, hit.first - 1):
        return True
    return hit.trigger.frame == "deal" and hit.prefix == "ب"


def _is_result(found: Found, hit: Hit) -> bool:
    """ "..., leaving many below the poverty line", "what is left of ISIS": nobody departs."""
    if hit.trigger.word != "leave":
        return False
    if hit.tense in {"past", "participle"} and _low(found, hit.last + 1) == "of":
        return True
    if hit.tense in {"past", "participle"} and _low(found, hit.first - 1) == "the":
        return True  # "the left bank"
    if found.has("road", hit.last + 1, hit.last + _THERE):
        return True  # "his car had left the main road"
    names_place = any(0 < p.first - hit.last <= _THERE for p in found.places) or any(
        found.has(kind, hit.last + 1, hit.last + _THERE) for kind in _PLACES
    )
    return hit.tense == "ing" and _low(found, hit.first - 1) == "," and not names_place


def _is_flown(found: Found, hit: Hit) -> bool:
    """ "The bombers left an airfield, crossed Iran and bombed X": planes on their way."""
    strikes = any(h.first > hit.last and h.trigger.frame == "act" for h in found.hits)
    if hit.trigger.frame not in _GOING or hit.trigger.pos != "verb" or not strikes:
        return False
    flown = found.last("aircraft", 0, hit.first - 1)
    if flown is None or any(h.first <= flown <= h.last and h.trigger.frame == "act" for h in found.hits):
        return False  # "after the raids they left"
    return not any(flown < g.first < hit.first and is_force(g) for g in found.groups)


def _is_state(found: Found, hit: Hit) -> bool:
    """ "people who live under siege", "worked under bombardment"; but "the town came under siege"."""
    under = hit.first - 1
    siege = hit.tense == "noun" and hit.trigger.event_type in {"security_operation", *FROM_AFAR}
    return siege and _low(found, under) == "under" and not any(
        found.has(name, under - 1, under - 1) for name in ("light", "happen", "undergo")
    )  # fmt: skip


def _is_of_subject(found: Found, hit: Hit) -> bool:
    """ "Fighters who crossed the river came under fire": which fighters the main verb is about."""
    if hit.trigger.frame != "move" or not found.has("relative", hit.first - 1, hit.first - 1):
        return False
    act = next((h for h in found.hits if h.first > hit.last and h.trigger.frame != "weapon"), None)
    if act is None or act.tense not in {"past", "participle"}:
        return False
    return act.trigger.frame in {"act", *LOSS_FRAMES}


def _is_object(found: Found, hit: Hit) -> bool:
    """ "hit ISIS targets": a plural noun behind its owner, the object of the verb before."""
    if hit.tense != "present" or hit.trigger.pos != "verb":
        return False
    owner = next((g for g in found.groups if g.last == hit.first - 1), None)
    return owner is not None and any(
        h.trigger.pos == "verb" and h.tense != "present" and 0 < owner.begin - h.last <= _OBJECT
        for h in found.hits
    )


def _is_damage_done(found: Found, hit: Hit) -> bool:
    """ "attacked a convoy, killing a driver and burning three trucks": part of the attack."""
    if hit.trigger.event_type != "looting_or_property_destruction":
        return False
    joined = found.has("coordination", hit.first - 1, hit.first - 1) and found.has(
        "possessive", hit.last + 1, hit.last + 1
    )  # "ambushed a patrol and burned its vehicle"
    if hit.tense != "ing" and not (joined and hit.tense == "past"):
        return False
    return any(
        h.last < hit.first and h.trigger.frame == "act" and h.trigger.pos == "verb" and h.tense != "ing"
        for h in found.hits
    ) and not any(p.first > hit.last for p in found.places)


def _is_kind_of_place(found: Found, hit: Hit) -> bool:
    """ "hideouts and gathering points"."""
    return (
        hit.tense == "ing"
        and hit.first == hit.last  # not "setting up posts"
        and hit.trigger.frame in {"station", "crowd", "move"}
        and found.has("facility", hit.last + 1, hit.last + 1)
        and not found.has("be", hit.first - 1, hit.first - 1)
    )


def _is_way_to_raid(found: Found, hit: Hit) -> bool:
    """ "entered the town and carried out raids": how those who searched came there."""
    if hit.trigger.frame != "move" or hit.trigger.pos != "verb" or is_passive(found, hit):
        return False
    raid = next((h for h in found.hits if h.first > hit.last and h.trigger.frame != "weapon"), None)
    if raid is None or raid.trigger.event_type not in SEARCHES:
        return False
    between = hit.last + 1, raid.first - 1
    joined = found.has("coordination", *between) and not any(
        hit.last < p.first < raid.first for p in found.places
    )
    brings = any(is_force(g) for g in objects(found, hit))
    return joined and not brings and bool(subject(found, hit)) and not found.has("to", *between)


def _is_posted(found: Found, hit: Hit) -> bool:
    """ "denied the death of the fighters deployed near X": which fighters."""
    if hit.trigger.frame not in {"station", "crowd"} or hit.tense not in {"past", "participle"}:
        return False
    if found.has("pronoun", hit.first - 2, hit.first - 2) and _low(found, hit.last + 1) in {"in", "at"}:
        after = hit.last + 2
        return (
            after >= len(found.tokens) or found.tokens[after].kind == "p"
        )  # "the house they were gathered in"
    if hit.trigger.frame != "station" or is_passive(found, hit):
        return False
    group = next((g for g in found.groups if g.last == hit.first - 1), None)
    if group is None or not (
        found.has("back", group.begin - 1, group.begin)
        or found.has_any(
            ("to", "against"), group.begin - 1, group.begin - 1
        )  # "responsible for forces deployed"
    ):
        return False
    if any(h.last < group.begin and h.tense != "ing" for h in found.hits):
        return True
    clause = found.first("relative")
    if clause is not None and any(found.has(name, clause, group.begin - 1) for name in _VERBAL):
        return True  # "which is responsible for forces deployed in X"
    return not _is_dated(found) and any(found.has(name, 0, group.begin - 1) for name in _VERBAL)


def _is_dated(found: Found) -> bool:
    return any(date.kind == "day" for date in found.dates)


def _low(found: Found, at: int) -> str:
    return found.tokens[at].low if 0 <= at < len(found.tokens) else ""
