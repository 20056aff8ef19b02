"""Ways in which a word that can tell of an event only describes, names or compares here."""

from __future__ import annotations

from core.extract.clauses import is_armed
from core.extract.clauses.voice import is_passive
from core.extract.frames import LOSS_FRAMES, SEARCHES
from core.extract.mentions import Found, Hit
from core.extract.realis.talked_of import is_mentioned
from core.extract.roles import objects, subject
from core.extract.senses.answers import is_answered
from core.extract.senses.by_the_way import is_by_the_way
from core.extract.senses.described import (
    is_carrier,
    is_ground_word,
    is_named_kind,
    is_noun_here,
    is_part_of_search,
    is_proper,
    is_reference,
)
from core.extract.senses.figurative import is_figurative
from core.extract.senses.metaphor import is_metaphor
from core.extract.senses.misfortune import is_misfortune
from core.extract.senses.no_move import is_no_move
from core.extract.senses.other_sense import is_other_sense
from core.extract.senses.prisoners import takes_nobody
from core.extract.senses.side_words import is_of_crime, is_preposition
from core.extract.senses.states import is_custom
from core.extract.whereabouts.apart import is_added

_TO_TOLL = 6  # characters from "the dead" to its figure ("at five")
_COMPOUNDS = frozenset(
    (
        "flight flights readiness jet jets zone zones vehicle vehicles troops forces teams team "
        "rifle rifles squad squads unit units helicopter helicopters drone drones gun guns "
        "academy academies camp camps center centers centre centres course courses ground grounds"
    ).split()
)
_TO_CAUSED = 4  # tokens from "because of" to "an ISIS mortar attack"
_TO_SCENE, _HARMS = 4, frozenset({"act", "burst", "mutual", *LOSS_FRAMES})  # tokens to "the area"
_TO_BY = 5  # tokens from "operations" to "by shelling", with a day between
_TO_AIM = 6  # tokens from "raids" to "on"
_TO_LEADER = 2  # tokens from "protesters" to "their advance"
_FRONTS = frozenset({"area", "areas", "front", "fronts", "line", "lines", "axes", "sites"})
_TO_LIFTED = 6  # tokens from "the siege" to "was lifted"
_TO_OCCASION = 2  # tokens from "the attack" to "after"
_TOLD = 4  # tokens between a verb of telling and the noun it tells of
_SINCE, _CLAUSE, _MONTH = frozenset({"since", "until"}), 6, 28  # tokens, days
_PLURAL = ("s", "ات")
_CLEARED = frozenset({"mines", "ordnance", "bomb", "bombs", "explosives", "device"})
_CHARGES = 12  # tokens: a list of charges
_CARE = 7  # tokens between a verb of moving and the hospital that a victim is taken to


def _is_further_charge(found: Found, hit: Hit) -> bool:
    """ "accused of extortion, robbery and targeting": one more item of a list that a charge opens."""
    accused = found.last("charge", max(hit.first - _CHARGES, 0), hit.first - 1)
    joined = (
        any(hit.prefix.startswith(a) for a in hit.trigger.grammar.joins if a)
        if hit.trigger.grammar.verb_first
        else found.has("coordination", hit.first - 2, hit.first - 1)  # "and of robbing"
    )
    if accused is None or not joined:
        return False
    between = range(accused + 1, hit.first)
    return not any(found.barrier(k, k) or found.has_any(("be", "have"), k, k) for k in between)


def is_of_front(found: Found, hit: Hit) -> bool:
    """ "raids on the clash areas": where they fight, no fight."""
    after = found.tokens[hit.last + 1 : hit.last + 2]
    return hit.trigger.frame == "mutual" and any(t.low in _FRONTS for t in after)


# Each says of a hit, whatever else stands there, that it describes, names or means something else.
_DESCRIBES = (
    is_preposition, is_of_crime, takes_nobody, is_part_of_search, is_ground_word, is_custom, is_carrier,
    is_reference, is_misfortune, is_other_sense, is_by_the_way, is_no_move, is_figurative, is_mentioned,
    is_of_front, is_metaphor, is_answered,
)  # fmt: skip


def is_ruled_out(found: Found, hit: Hit) -> bool:
    """Whether the words around a hit make it no telling of an event, whatever its ``needs``."""
    before, after = hit.first - 1, hit.last + 1
    frame, pos = hit.trigger.frame, hit.trigger.pos
    if _is_in_passing(found, hit) or (hit.tense == "noun" and _is_noun_in_passing(found, hit)):
        return True
    if pos == "verb" and _is_of_the_past(found, hit):
        return True
    if hit.trigger.event_type == "clash" and found.has("territory", before, before):
        return True  # "the areas of its control (مناطق سيطرتها)"
    if found.has("comes", before, before) and found.matches.has("occasion", after, hit.last + _TO_OCCASION):
        return True  # "the attack came (جاء الهجوم) after two were killed in X"
    if _is_of_exercise(found, hit) or any(describes(found, hit) for describes in _DESCRIBES):
        return True
    if (frame in LOSS_FRAMES or frame == "captured") and _is_adjective(found, hit):
        return True
    if (hit.tense == "noun" or frame == "drill") and after < len(found.tokens) and (
        found.tokens[after].low in _COMPOUNDS
    ):  # fmt: skip
        return True  # "assault troops", "attack helicopters"
    if pos == "fixed" and any(c.is_definite and c.head == hit.first for c in found.counts) and (
        found.has("be", after, after)
    ):  # fmt: skip
        return True  # "the three dead were officers": told of before
    if pos == "fixed" and frame in {"killed", "wounded"} and hit.prefix.endswith("ال"):
        if found.has("from", before, before):
            return not _are_many(found, hit)  # "two of the dead were from X"
        return not any(c.head == hit.first or c.is_total for c in found.counts)  # "the dead": told of before
    if frame in {"crowd", "station"} and hit.tense == "ing" and is_noun_here(found, hit):
        return True
    if hit.tense == "ing" and found.has("place_word", hit.first, hit.last) and is_named_kind(found, hit):
        return True
    if hit.trigger.event_type in SEARCHES and pos == "verb" and _is_by_crowd(found, hit):
        return True
    if hit.trigger.event_type == "security_operation" and (
        found.has("scene_of", after, hit.last + 3) or _is_of_scene(found, hit)
    ):
        return True  # "surrounded the site of the attack"
    if hit.trigger.event_type == "clash" and _is_with_protesters(found, hit):
        return True
    if frame == "crowd" and _is_roadblock(found, hit):
        return True
    if frame == "deal" and _says_since_when(found, hit):
        return True
    if frame == "deal" and hit.tense == "base" and _is_aimed_at(found, hit):
        return True
    if frame == "act" and found.has("harmless", after, hit.last + _TOLD):
        return True  # "planes dropped leaflets over X"
    if hit.trigger.word == "comprise" and found.has("of_or_by", after, after):
        return True  # "militants comprised of locals"
    if found.has("besieged", hit.first, hit.last) and not found.has("be", hit.first - 2, before):
        return True  # "the quarter, besieged by X, was shelled"
    return _is_no_taking(found, hit)


def _says_since_when(found: Found, hit: Hit) -> bool:
    """ "Days after a deal was signed, gunmen attacked X": when it was, no deal in X."""
    comma = next((k for k in range(hit.last + 1, len(found.tokens)) if found.tokens[k].text in ",،"), None)
    opens = next((k for k in range(_TO_SCENE) if found.matches.has("occasion", k, k)), hit.first)
    return comma is not None and opens < hit.first and not any(p.first < comma for p in found.places)


def _is_of_scene(found: Found, hit: Hit) -> bool:
    """ "A bomb went off in X and the area was sealed off": what came of it."""
    told = any(h.last < hit.first and h.trigger.frame in _HARMS for h in found.hits)
    near = (*range(max(hit.first - _TO_SCENE, 1), hit.first), *range(hit.last + 1, hit.last + _TO_SCENE))
    return told and any(found.has("place_word", k, k) and found.has("back", k - 1, k - 1) for k in near)


def _follows_reason(found: Found, hit: Hit) -> bool:
    """ "despite the clashes"; but "despite the truce, clashes broke out"."""
    at = found.last("reason", hit.first - _TO_CAUSED, hit.first - 1)
    if at is None:
        return False
    return at > 1 or not any(t.text in ",،" for t in found.tokens[at : hit.first])


def _is_in_passing(found: Found, hit: Hit) -> bool:
    """Whether a word, as a noun or like one, says why, amid what or where, what is condemned or who is
    accused of it."""
    before, verb_first = hit.first - 1, hit.trigger.grammar.verb_first
    noun, ing = hit.tense == "noun", hit.tense == "ing"
    named = noun or (ing and found.has("back", before, before))
    acts = [h for h in found.hits if h.last < hit.first and h.trigger.frame in {"act", "mutual"}]
    amid = found.has("amid", hit.first - 2, before)
    added = amid and is_added(found, acts, hit)
    if named and _follows_reason(found, hit) and not (added or _is_cause_of_loss(found, hit)):
        return True
    if (noun or ing or verb_first) and acts and amid and not added:
        return True  # "clashes broke out amid shelling"
    if named and not found.dates and found.has("condemn", hit.first - _TOLD, before):
        return True  # "the UN condemned the killing of civilians"
    scene = found.last("scene_of", hit.first - 2, before)
    told = scene is not None and found.has("light", scene - 1, scene)  # "was the scene of"
    if (noun or ing) and scene is not None and not (told or found.barrier(scene + 1, before)):
        return True  # "to the site of the clashes", "platforms for launching rockets"
    if ing and found.has("reason", hit.first - 2, before):
        return True  # "accused of robbing"
    if (ing or (noun and verb_first)) and _is_further_charge(found, hit):
        return True
    return named and hit.first > 0 and is_proper(found, hit)  # "what it called the Raid of Revenge"


def _is_noun_in_passing(found: Found, hit: Hit) -> bool:
    """Whether a noun says what supported, followed or preceded what the sentence tells."""
    after = hit.last + 1
    if found.has("support", hit.first - 4, hit.first - 1) and not _has_aim(found, hit):
        return True  # "with the support of air strikes"
    if _is_carried_along(found, hit) or _is_done_by_doing(found, hit):
        return True  # "With air strikes, X fought Y", "stepped up its operations by shelling X"
    if found.has("comes_after", after, hit.last + 2) and found.has("back", hit.first - 2, hit.first - 1):
        return True  # "the attacks follow a strike in X": what was told before
    if hit.prefix.endswith("ال") and found.has("comes_after", hit.first - 2, hit.first - 1):
        return True  # «يأتي هذا الهجوم بعد هجوم في أ»
    if found.has("lifted", after, hit.last + _TO_LIFTED):
        return True  # "after the siege of the city was lifted"
    many = found.tokens[hit.last].low.endswith(_PLURAL) or hit.trigger.frame == "mutual"
    return many and _is_in_his_past(found, hit)  # "he had taken part in attacks": his past


def _is_of_exercise(found: Found, hit: Hit) -> bool:
    """ "explosions were heard from an exercise", "أطلقت قذائف ضمن تدريبات": what is fired as part of an
    exercise hits nobody."""
    drills = [h for h in found.hits if h.trigger.frame == "drill"]
    if hit.trigger.frame == "burst" and hit.tense == "noun" and drills:
        return True
    return hit.trigger.frame in {"act", "burst"} and any(
        h.first > hit.last and found.has("part_of", h.first - 2, h.first - 1) for h in drills
    )


def _is_no_taking(found: Found, hit: Hit) -> bool:
    """ "took place", "took to": words of taking by which nothing was seized."""
    after = hit.last + 1
    if hit.trigger.word.startswith("take *") and found.has("stash", hit.first + 1, hit.last - 1):
        return True  # "took its weapons to an unknown place"
    if hit.trigger.word != "take":
        return False
    if found.has("happen", hit.first, hit.first):
        return True  # "took place near X"
    if is_passive(found, hit) and found.has("to", after, after):
        return True  # "were taken to the prison of X"
    return found.has("care", after, hit.last + 2 * _CARE)  # "were taken to the hospitals of A and B"


def _is_in_his_past(found: Found, hit: Hit) -> bool:
    at = found.last("part_in", hit.first - _TOLD, hit.first - 1)
    return at is not None and not any(
        d.kind == "day" and d.start > found.tokens[at].start for d in found.dates
    )


def _is_cause_of_loss(found: Found, hit: Hit) -> bool:
    """ "Ten were killed because of the shelling": the shelling is what killed them."""
    at = found.last("caused_by", hit.first - _TO_CAUSED, hit.first - 1)
    while at and found.has("caused_by", at - 1, at - 1):
        at -= 1
    return at is not None and any(
        h.trigger.frame in LOSS_FRAMES and h.last < at and not found.barrier(h.last + 1, at - 1)
        for h in found.hits
    )


def _is_of_the_past(found: Found, hit: Hit) -> bool:
    """ "has been strong here since ISIS was ousted", "a stronghold until the army took it in 2017": when
    something began or ended, told by the way and dated by more than a month."""
    if hit.trigger.grammar.verb_first or hit.tense not in {"past", "participle"}:
        return False
    opened = any(
        found.tokens[k].low in _SINCE and not found.has("perfect", k - 1, k - 1)  # "have since set up"
        for k in range(max(hit.first - _CLAUSE, 1), hit.first)
    )
    return opened and all(
        (d.date_end - d.date_start).days >= _MONTH for d in found.dates if d.date_start and d.date_end
    )


def _is_by_crowd(found: Found, hit: Hit) -> bool:
    """ "protesters surrounded a post": no search by a force."""
    doers = subject(found, hit) if not is_passive(found, hit) else ()
    if hit.trigger.word.rsplit(maxsplit=1)[-1] in _CLEARED:
        return False  # "Engineers removed twenty mines"
    return bool(doers) and all(g.kind == "civilian" and not is_armed(g) for g in doers)


def _is_with_protesters(found: Found, hit: Hit) -> bool:
    """«صد المتظاهرين», «تابع المتظاهرون تقدمهم»: no fight over ground."""
    if hit.trigger.frame != "act" or not hit.trigger.grammar.verb_first:
        return False
    near = [g for g in found.groups if 0 < hit.first - g.last <= _TO_LEADER]
    return any(
        found.has("protester", g.first, g.last) for g in (*subject(found, hit), *objects(found, hit), *near)
    )


def _is_roadblock(found: Found, hit: Hit) -> bool:
    """ "the SDF cut the road": what a force does to a road is no protest."""
    if not found.has("road", hit.first, hit.last):
        return False
    if found.has("supply", hit.last + 1, hit.last + 1):
        return True  # "cut the supply road of X"
    by = (*subject(found, hit), *(g for g in found.groups if hit.first < g.first and g.last < hit.last))
    if hit.trigger.pos == "verb" and any(is_armed(g) for g in by):
        return True
    if not hit.trigger.grammar.verb_first:
        return False
    if found.has("leading_to", hit.last + 1, hit.last + 1) and not any(g.kind == "civilian" for g in by):
        return True  # «إغلاق الطرق المؤدية إلى مكان الانفجار»
    return (
        hit.tense in {"noun", "ing"}
        and any(is_armed(g) for g in found.groups)
        and not (any(g.kind == "civilian" for g in found.groups) or any(found.each("protester")))
    )


def _is_aimed_at(found: Found, hit: Hit) -> bool:
    """ "elders came to settle the dispute": what they came for; but "managed to settle" it."""
    led = found.tokens[hit.first - 1].low == "to"
    came = found.tokens[hit.first - 2].low == "came"
    return led and (came or not found.has("achieved", hit.first - 3, hit.first - 2))


def _is_adjective(found: Found, hit: Hit) -> bool:
    """ "her wounded son": a participle that only describes."""
    if any(c.is_total and 0 < c.start - found.tokens[hit.last].end <= _TO_TOLL for c in found.counts):
        return False  # "put the dead at five"
    if found.has("be", hit.first - 2, hit.first - 2):
        return False  # "was seriously injured"
    return (
        hit.trigger.pos == "verb"
        and hit.tense in {"past", "participle"}
        and found.has("owner", hit.first - 1, hit.first - 1)
    )


def _are_many(found: Found, hit: Hit) -> bool:
    """ "dozens of the wounded" (عشرات من الجرحى): so many fell."""
    before = found.tokens[hit.first - 1]
    return any(c.rule == "vague" and (c.head == hit.first or c.end + 1 == before.start) for c in found.counts)


def _has_aim(found: Found, hit: Hit) -> bool:
    """ "clashes in A, accompanied by raids on B": what supports has a place of its own."""
    on = next((k for k in range(hit.last + 1, hit.last + _TO_AIM) if found.has("against", k, k)), None)
    if on is None or found.barrier(hit.last + 1, on):
        return False
    aim = next((p for p in found.places if p.first > on and p.role == "at"), None)
    return aim is not None and not any(on < h.first < aim.first for h in found.hits)


def _is_done_by_doing(found: Found, hit: Hit) -> bool:
    """Whether "by" and a verb of attack follow a noun: they say what was done."""
    by = next((k for k in range(hit.last + 1, hit.last + _TO_BY) if found.has("agent", k, k)), None)
    return by is not None and any(
        h.first == by + 1 and h.tense == "ing" and h.trigger.frame == "act" for h in found.hits
    )


def _is_carried_along(found: Found, hit: Hit) -> bool:
    """Whether a sentence opens with "with" and the noun, before what it says."""
    comma = next((k for k, t in enumerate(found.tokens) if t.text == ","), 0)
    return found.tokens[0].low == "with" and hit.last < comma and any(
        h.first > comma and h.trigger.pos == "verb" for h in found.hits
    )  # fmt: skip
