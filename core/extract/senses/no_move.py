"""Words of moving, leaving and standing that tell of no move, departure or posting."""

from __future__ import annotations

from core.extract.clauses import is_armed
from core.extract.clauses.complements import is_amid
from core.extract.clauses.voice import is_passive
from core.extract.frames import LOSS_FRAMES, SEARCHES
from core.extract.mentions import Found, Hit
from core.extract.roles import subject
from core.extract.senses.described import is_on_the_way

_GOING = frozenset({"move", "leave"})
_POSTURE = _GOING | {"station"}
_HARM = frozenset({"act", "burst", *LOSS_FRAMES})
_DONE = _HARM | {"mutual", "captured"}
_HIS = frozenset({"his", "her"})
_ITS = ("ها", "ه", "هم", "هما")
_HE = frozenset({"he", "she"})
_THEIR = ("ه", "ها", "هم")
_WHILE = frozenset({"as", "while", "when"})
_BEFORE = frozenset({"before", "after", "until"})
_ABOUT = frozenset({"over", "about"})
_IN = frozenset({"in", "inside", "of", "with"})
_SOON = 3  # tokens: "withdrew after arresting"
_OF_DEAD = 3  # tokens: "the remains of"
_RESCUE = 6  # tokens between a verb and the ambulances
_TO_AIM, _AIMED = 3, 14  # tokens: "on a military patrol"; "opened fire on Thursday on a patrol"
_BESIDE = 5  # tokens from an attack to the patrol it struck


def is_no_move(found: Found, hit: Hit) -> bool:
    """Whether a word of going or standing tells what victims or raiders did, how an attack ended, or of no
    force at all."""
    frame = hit.trigger.frame
    if frame not in _POSTURE:
        return False
    if found.has("material", hit.last + 1, hit.last + 2) and frame != "leave":
        return True  # "posted photos of the dead"
    if _is_of_the_hit(found, hit) or _is_of_the_dead(found, hit) or _is_of_one(found, hit):
        return True
    if "rescue" in found.cues and (
        found.has("rescue", hit.first - _RESCUE, hit.last + _RESCUE // 2)
        or any(found.has("rescue", g.begin - 1, g.last) for g in subject(found, hit))
    ):
        return True  # "ambulances rushed to X"
    if _is_before_that(found, hit):
        return True
    if frame != "leave" and hit.trigger.pos == "fixed" and _is_led_on(found, hit):
        return True
    if frame == "station":
        before = hit.first - 1 if hit.trigger.grammar.verb_first else hit.last + 1
        if found.has("spread", hit.last + 1, hit.last + 1) or found.has("spread", before, before):
            return True  # «انتشار المخدرات», «حالة من الذعر انتشرت»
        if any(h.trigger.frame == "crowd" and h.tense == "base" and h.first > hit.last for h in found.hits):
            return True  # "gathered in X to protest"
        # "the newly established posts"
        lately = found.has("lately", hit.first - 1, hit.first - 1)
        return lately or _is_patrol_hit(found, hit) or _is_doer(found, hit)
    return _is_no_arrival(found, hit) if frame == "move" else _is_no_departure(found, hit)


def _is_led_on(found: Found, hit: Hit) -> bool:
    """ "were seen driving to X": the next verb tells of it; "were still positioned": as things stand."""
    if found.has("habit", hit.first - 1, hit.first - 1) or found.tokens[hit.first - 1].low == "still":
        return True
    return any(h.first == hit.last + 1 and h.tense == "ing" for h in found.hits)


def _is_doer(found: Found, hit: Hit) -> bool:
    """ "an attack carried out by an SDF patrol": who did it."""
    by = found.last("agent", hit.first - _OF_DEAD, hit.first - 1)
    if hit.trigger.pos != "noun" or by is None:
        return False
    return any(h.last < by and h.trigger.frame in {"act", "captured"} for h in found.hits)


def _is_no_arrival(found: Found, hit: Hit) -> bool:
    if hit.trigger.grammar.verb_first and found.has("say", hit.last, hit.last) and (
        found.has("say", hit.last + 1, hit.last + 1)
    ):  # fmt: skip
        return True  # «نقلت وكالة عن»: one phrase of citing
    if hit.tense == "ing" and found.has("attempted", hit.first - _BESIDE, hit.first - 1):
        return True  # «حاول مسلحون الوصول»
    if found.has("prompts", hit.first, hit.last) and found.has("so_that", hit.first - 1, hit.first - 1):
        return True  # «ما دفع قسد لتحصين الحاجز»
    if hit.tense == "ing" and (
        found.has("during", hit.first - 2, hit.first - 1) or is_on_the_way(found, hit)
    ):  # fmt: skip
        return True
    if (hit.tense == "ing" and _is_its_way(found, hit)) or _is_of_the_struck(found, hit):
        return True
    if _is_patrol_hit(found, hit) or (hit.tense == "noun" and _is_raider(found, hit)):
        return True
    if hit.trigger.pos == "verb" and _is_of_fight(found, hit):
        return True
    if _is_when_hit(found, hit) or _is_into_fight(found, hit):
        return True
    if found.has("steer", hit.first, hit.last) and found.has("agent", hit.last + 1, hit.last + 1):
        return True  # "a car driven by a bomber": who sat in it
    if hit.trigger.pos == "fixed" and found.tokens[hit.first + 1].low in _HIS:
        return True  # "was shot on his way to X"
    if hit.trigger.pos == "fixed" and found.tokens[hit.first + 1].low == "their" and any(
        h.trigger.frame in _HARM for h in found.hits
    ):  # fmt: skip
        return True  # "were on their way home when gunmen opened fire"
    if hit.trigger.grammar.verb_first and found.has("corpse", hit.last + 1, hit.last + _OF_DEAD):
        return True  # «وصول 26 جثة إلى البوكمال»
    if hit.trigger.pos == "verb" and _is_of_an_attack(found, hit):
        return True
    if found.has("home_of", hit.first, hit.last):
        return True  # "the dead came from the town of X"
    return found.has("harmed", hit.last + 1, hit.last + 3)  # "transported the dead and wounded to X"


def _is_into_fight(found: Found, hit: Hit) -> bool:
    """ "reached the outskirts of X amid clashes with Y": who advances, fights."""
    return hit.trigger.pos == "verb" and any(hit.last < h.first and is_amid(found, h) for h in found.hits)


def _is_of_an_attack(found: Found, hit: Hit) -> bool:
    """ "The attack on the patrol came from X": what comes is the attack, the first that the clause names."""
    if hit.trigger.grammar.verb_first:
        return False
    acts = (h for h in found.hits if h.tense == "noun" and h.trigger.frame in _HARM and h.last < hit.first)
    act = next(acts, None)
    return (
        act is not None
        and not found.barrier(act.last + 1, hit.first - 1)
        and not any(
            g.begin <= act.last
            or (g.first < hit.first and not found.has("against", g.begin - _SOON, g.begin - 1))
            for g in found.groups
        )
    )


def _is_when_hit(found: Found, hit: Hit) -> bool:
    """ "A mine went off as their convoy returned from X": the journey is when it happened."""
    reach = range(hit.first - 1, max(hit.first - _BESIDE, 0), -1)
    at = next((k for k in reach if found.tokens[k].low in _WHILE), None)
    if at is None or hit.tense != "past" or not found.has("possessive", at + 1, at + 1):
        return False
    return any(h.last < at and h.trigger.frame in _HARM for h in found.hits)


def _is_of_the_struck(found: Found, hit: Hit) -> bool:
    """ "Two trucks moving on the road to X were targeted", "fighters who came from X attacked Y": how those
    who were struck, or who struck, had come there is no journey told."""
    if hit.trigger.pos == "noun" or hit.trigger.grammar.verb_first:
        return False
    who = hit.first - 1
    if hit.tense != "ing" or found.has("be", who, who):
        who -= found.has_any(("be", "have"), who, who)
        if not found.has("relative", who, who):
            return False
        who -= 1
    if not any(0 <= who - g.last <= 1 for g in found.groups):
        return False
    verb = next((h for h in found.hits if h.first > hit.last and h.trigger.pos != "noun"), None)
    acts = verb is not None and verb.trigger.frame in _DONE and verb.tense in {"past", "participle", "base"}
    return acts and verb is not None and not found.has("coordination", verb.first - 1, verb.first - 1)


def _is_its_way(found: Found, hit: Hit) -> bool:
    """ "struck a lorry soon after its crossing (بعيد عبورها)": how what an attack struck had come."""
    own = found.tokens[hit.first].text.endswith(_ITS) and hit.trigger.grammar.verb_first
    timed = found.has_any(("during", "occasion"), hit.first - 1, hit.first - 1)
    return own and timed and any(h.last < hit.first and h.trigger.frame in _HARM for h in found.hits)


def _is_no_departure(found: Found, hit: Hit) -> bool:
    if is_passive(found, hit) and found.has("agent", hit.last + 1, hit.last + 2):
        return True
    after = [t.low for t in found.tokens[hit.last + 1 : hit.last + 3]]
    if after == ["over", "from"] or not _HIS.isdisjoint(after[:1]):
        return True  # "shells left over from the war", "leaving his body there"
    if hit.tense == "ing" and found.tokens[hit.first - 1].low in _ABOUT:
        return True  # "at odds over leaving the town"
    if found.has("present", hit.first - 1, hit.first - 1) and not _IN.isdisjoint(after[:1]):
        return True  # "2,000 fighters are left in the pocket"
    if hit.trigger.grammar.verb_first and found.has("prisoner", hit.last + 1, hit.last + _OF_DEAD):
        return True  # «فر عشرة سجناء من سجن X»
    return _is_flight(found, hit) or _is_what_remains(found, hit)


def _is_of_one(found: Found, hit: Hit) -> bool:
    """ "He fled to Turkey", "They were moved to X": one man's way, and prisoners'."""
    if hit.trigger.frame not in _GOING or hit.trigger.pos != "verb" or hit.trigger.grammar.verb_first:
        return False
    before = range(max(hit.first - 3, 0), hit.first)
    he = next((k for k in before if found.tokens[k].low in _HE), None)
    if he is not None and not found.barrier(he + 1, hit.first - 1):
        return not any(g.first > hit.last and g.kind in {"force", "vehicle"} for g in found.groups)
    if is_passive(found, hit):
        return found.has("pronoun", hit.first - 3, hit.first - 1)
    doers = subject(found, hit)  # "Thousands of people crossed to X to see their kin"
    return bool(doers) and all(
        (g.kind == "civilian" or g.actor_id == "civilians")
        and not (is_armed(g) or found.has("force", g.first, g.last))  # "families of militiamen"
        for g in doers
    )


def _is_before_that(found: Found, hit: Hit) -> bool:
    """ "mines that ISIS planted before it retreated", «قبل انسحابه»: what only dates something else."""
    if hit.trigger.frame != "leave" or found.dates or any(p.first > hit.last for p in found.places):
        return False
    if hit.trigger.grammar.verb_first:
        named = hit.tense in {"noun", "ing"} and found.tokens[hit.last].text.endswith(_THEIR)
        return named and found.has("before", hit.first - 1, hit.first - 1)
    before = hit.first - 2
    return found.has("pronoun", before + 1, before + 1) and found.tokens[before].low in _BEFORE


def _is_raider(found: Found, hit: Hit) -> bool:
    """ "a convoy of the coalition carried out a raid": who raids, not a journey told."""
    raid = next((h for h in found.hits if h.first > hit.last and h.trigger.frame != "weapon"), None)
    if raid is None or raid.trigger.event_type not in SEARCHES:
        return False
    return raid.tense in {"noun", "ing"} and found.has("light", hit.last + 1, raid.first - 1)


def _is_flight(found: Found, hit: Hit) -> bool:
    """ "attacked a post and then withdrew", "withdrew after arresting two": how an attack or a search ended,
    unless a place says where from."""
    if any(t.low == "scene" for t in found.tokens[hit.last + 1 : hit.last + 1 + _SOON]):
        return True  # "They fled the scene"
    if found.has("attacker", hit.first - 3, hit.first - 1) or (
        hit.trigger.grammar.verb_first and found.has("attacker", hit.last + 1, hit.last + 1)
    ):
        return True  # "the attackers fled the town (انسحب المهاجمون)"
    if hit.trigger.pos != "verb" or any(p.first > hit.last and p.role != "to" for p in found.places):
        return False
    return any(
        (h.last < hit.first and h.trigger.frame == "act" and h.trigger.event_type not in SEARCHES)
        or (h.tense == "ing" and h.trigger.event_type in SEARCHES and _SOON >= h.first - hit.last > 0)
        for h in found.hits
    )


def _is_what_remains(found: Found, hit: Hit) -> bool:
    """ "the few areas left in rebel hands", "an abandoned house": no departure."""
    before, after = hit.first - 1, hit.last + 1
    ground = found.has_any(("ground", "facility"), before, before)
    left = ground and found.has("in", after, after)
    described = found.has("determiner", before, before) and found.has("facility", after, after)
    return hit.tense in {"past", "participle"} and hit.trigger.pos == "verb" and (left or described)


def _is_of_the_hit(found: Found, hit: Hit) -> bool:
    """ "were killed as they drove to X", "after they left the field": what victims were about."""
    if not found.has("pronoun", hit.first - 2, hit.first - 1):
        return False
    when = found.last("as_or_when", hit.first - 3, hit.first - 2)
    return when is not None and any(h.last < when and h.trigger.frame in _HARM for h in found.hits)


def _is_of_the_dead(found: Found, hit: Hit) -> bool:
    """ "The remains of 16 men arrived in X"."""
    return hit.trigger.frame in _GOING and any(
        found.has("corpse", g.begin - _OF_DEAD, g.begin - 1) for g in subject(found, hit)
    )


def _is_patrol_hit(found: Found, hit: Hit) -> bool:
    """ "ambushed a patrol", "a convoy was hit": whom an attack struck."""
    endings = hit.trigger.grammar.object_endings  # "قصف طيران ... رتلا"
    is_object = bool(endings) and found.tokens[hit.first].text.endswith(endings)
    aimed_at = found.has("against", hit.first - _TO_AIM, hit.first - 1)  # "fired at dawn on a patrol"
    if hit.trigger.pos == "noun" and any(
        0 < h.first - hit.last <= _BESIDE + 1
        and h.trigger.frame in _HARM
        and h.tense == "noun"
        and found.has("undergo", hit.last + 1, h.first - 1)
        for h in found.hits
    ):
        return True  # "a patrol was subjected to an attack"
    return hit.trigger.pos == "noun" and any(
        h.trigger.frame in _HARM
        and (h.trigger.pos != "noun" or is_object or found.has("against", h.last + 1, h.last + 1))
        and 0 < abs(h.first - hit.first) <= (_AIMED if aimed_at and h.first < hit.first else _BESIDE)
        and not found.barrier(min(h.last, hit.last) + 1, max(h.first, hit.first) - 1)
        and (h.first < hit.first or h.trigger.pos == "fixed" or is_passive(found, h))
        for h in found.hits
    )


def _is_of_fight(found: Found, hit: Hit) -> bool:
    """ "the clashes reached X": no force moved."""
    step = 1 if hit.trigger.grammar.verb_first else -1
    beside = hit.last + 1 if step > 0 else hit.first - 1
    return any(h.trigger.frame == "mutual" and h.first <= beside <= h.last for h in found.hits)
