"""Moves, postings and searches that a clause only names to describe somebody, a post or an attack."""

from __future__ import annotations

from core.extract.clauses.voice import is_passive
from core.extract.frames import BOMBS, LOSS_FRAMES, SEARCHES
from core.extract.mentions import Found, Hit
from core.extract.roles import objects, subject

_THOSE = frozenset({"those", "anyone", "everyone", "people", "residents", "youths", "men"})
_TITLE = 4  # tokens from "head of" to what he is head of
_AID = 12  # tokens from an airdrop to the food that is dropped
_RIDDEN = 2  # tokens: "a car that carried (كانت تنقل)"
_ONE = frozenset({"a", "an"})
_BEFELL = BOMBS | {"ambush", "armed_attack", "assassination"}  # what befalls people at an operation
_FOUGHT = frozenset({"act", "mutual", "burst", *LOSS_FRAMES})
_POSTURE = frozenset({"move", "station"})
_ABOUT = frozenset({"over", "about", "for", "on", "of", "with"})
_LOOTING = "looting_or_property_destruction"
_LED = frozenset({"a", "an", "the", "in", "from", "of", "into", "inside", "near", "at", "some", "several"})


def is_by_the_way(found: Found, hit: Hit) -> bool:
    """Whether a word only describes: a title, people, a rule, aid from the air, who was sent to attack."""
    if hit.trigger.grammar.verb_first:
        return (
            _is_aim_of_search(found, hit)
            or _is_taught(found, hit)
            or _is_setting(found, hit)
            or _is_fled(found, hit)
            or _is_ridden(found, hit)
        )
    return (
        _is_of_a_title(found, hit)
        or _is_before_its_noun(found, hit)
        or _is_about_a_person(found, hit)
        or _is_sent_to_attack(found, hit)
        or _is_brought_along(found, hit)
        or _is_of_whom(found, hit)
        or (
            hit.trigger.event_type in SEARCHES
            and hit.trigger.frame == "act"  # an airdrop, not "arrested a man for selling medicine"
            and found.has("aid", hit.last + 1, hit.last + _AID)
        )
    )


def _is_of_whom(found: Found, hit: Hit) -> bool:
    """ "shot at those who had demonstrated", "a house that the militia had used as a prison"."""
    if hit.trigger.pos != "verb" or found.tokens[hit.first - 1].low != "had":
        return False
    if hit.trigger.frame == "station":
        return any(found.has("relative", g.begin - 2, g.begin - 1) for g in subject(found, hit))
    if hit.trigger.frame not in {"crowd", "move"} or not found.has("relative", hit.first - 2, hit.first - 2):
        return False
    if hit.trigger.frame == "move":  # "gunmen who had come from A attacked B"
        return any(h.first > hit.last and h.trigger.frame == "act" for h in found.hits)
    return found.tokens[hit.first - 3].low in _THOSE


def _is_aim_of_search(found: Found, hit: Hit) -> bool:
    """«حملة دهم استهدفت منازل»: whom a search is for; but «حملة اعتقالات واستهدف مسلحون»."""
    if not found.has("aims_at", hit.first, hit.last) or hit.trigger.event_type in SEARCHES:
        return False
    lead = next((h for h in reversed(found.hits) if h.last < hit.first), None)
    if lead is None or lead.trigger.event_type not in SEARCHES or lead.tense not in {"noun", "ing", "past"}:
        return False
    opens = found.last("relative", lead.last + 1, hit.first - 1)
    if opens is None and (hit.prefix or found.barrier(lead.last + 1, hit.first - 1)):
        return False
    return opens is not None or not any(g.actor_id for g in subject(found, hit) if g.first > hit.last)


def _is_fled(found: Found, hit: Hit) -> bool:
    """«نازحين هربوا من المعارك»: what people fled from."""
    return hit.tense == "noun" and found.has("flight", hit.first - 1, hit.first - 1)


def _is_ridden(found: Found, hit: Hit) -> bool:
    """«انفجرت عبوة بسيارة كانت تنقل عناصر»: who sat in what was hit."""
    if hit.trigger.frame != "move" or not found.has("carries", hit.first, hit.last):
        return False
    rides = any(g.kind == "vehicle" and 0 < hit.first - g.last <= _RIDDEN for g in found.groups)
    return rides and any(h.trigger.frame in _FOUGHT for h in found.hits)


def _is_setting(found: Found, hit: Hit) -> bool:
    """«انفجر لغم بهم خلال مهمة تمشيط», «قتل برصاص دورية خلال عملية أمنية»: what they were at."""
    if hit.trigger.event_type != "security_operation" or hit.tense not in {"noun", "ing"}:
        return False
    if not found.has("part_of", hit.first - 2, hit.first - 1):
        return False
    return any(h.last < hit.first and h.trigger.event_type in _BEFELL for h in found.hits)


def _is_taught(found: Found, hit: Hit) -> bool:
    """«تدريبات على نزع الألغام»: what is learnt in an exercise."""
    drill = next((h for h in reversed(found.hits) if h.last < hit.first), None)
    return (
        drill is not None
        and drill.trigger.frame == "drill"
        and hit.tense in {"noun", "ing"}
        and found.has("against", drill.last + 1, hit.first - 1)
        and not found.barrier(drill.last + 1, hit.first - 1)
    )


def _is_of_a_title(found: Found, hit: Hit) -> bool:
    """ "the head of military operations in X was killed": what he was in charge of."""
    at = found.last("in_charge", hit.first - _TITLE, hit.first - 1)
    return hit.tense == "noun" and at is not None and not found.barrier(at, hit.first - 1)


def _is_before_its_noun(found: Found, hit: Hit) -> bool:
    """ "an ISIS-imposed curfew", "struck at gathered fighters": a participle that goes with a noun."""
    if hit.tense not in {"past", "participle"} or hit.trigger.pos != "verb":
        return False
    if _is_of_a_thing(found, hit):
        return True
    owner = next((g for g in found.groups if g.last == hit.first - 1), None)
    if owner is not None and owner.kind == "name" and owner.first == owner.last:
        named = found.tokens[owner.first].text[0].isupper()
        return named and owner.begin > 0 and found.tokens[owner.begin - 1].low in _ONE
    led = found.has_any(("in", "against"), hit.first - 1, hit.first - 1)
    gathered = any(g.begin == hit.last + 1 for g in found.groups)
    return led and gathered and hit.trigger.frame in _POSTURE | {"crowd"}


def _is_of_a_thing(found: Found, hit: Hit) -> bool:
    """ "from abandoned homes", "the looted shops": what had become of them before."""
    what = hit.trigger.frame == "leave" or hit.trigger.event_type == _LOOTING
    if not what or hit.first != hit.last or not hit.first:
        return False
    after = hit.last + 1
    if _is_loot(found, hit):
        return True
    led = found.tokens[hit.first - 1].low
    return (led in _LED or led == "s") and found.has_any(("property", "facility"), after, after)


def _is_loot(found: Found, hit: Hit) -> bool:
    """ "a dispute over looted goods", "a lorry full of stolen cables": what had been taken before."""
    after, before = hit.last + 1, hit.first - 1
    if hit.trigger.frame == "leave" or after >= len(found.tokens) or found.tokens[after].kind != "w":
        return False
    led = ("in", "of_or_by", "with", "from", "against", "over", "reason", "agent", "caused_by", "to")
    if not (found.has_any(led, before, before) or found.tokens[before].low in _ABOUT):
        return False
    loose = found.has_any(("in", "of_or_by", "from", "agent", "determiner", "owner"), after, after)
    return not loose and not any(g.first <= before <= g.last for g in found.groups)


def _is_about_a_person(found: Found, hit: Hit) -> bool:
    """ "arrested a boy who had been brought to X by Y": how one who was taken had come."""
    if hit.trigger.frame != "move" or not is_passive(found, hit):
        return False
    opens = found.last("relative", hit.first - 4, hit.first - 2)
    return opens is not None and any(h.last < opens and h.trigger.frame == "captured" for h in found.hits)


def _is_brought_along(found: Found, hit: Hit) -> bool:
    """ "reinforced its posts with weapons brought from X": with what something else was done."""
    if hit.trigger.frame != "move" or hit.tense not in {"past", "participle"} or is_passive(found, hit):
        return False
    things = next((g for g in found.groups if g.last == hit.first - 1 and g.actor_id is None), None)
    if things is None or things.kind not in {"force", "vehicle"}:
        return False
    led = found.has("with", things.begin - 2, things.begin - 1)
    return led and any(h.last < things.begin and h.trigger.pos == "verb" for h in found.hits)


def _is_sent_to_attack(found: Found, hit: Hit) -> bool:
    """ "sent 12 fighters to attack posts near X, and clashes went on": the attack tells where."""
    if hit.trigger.frame != "move" or hit.trigger.pos != "verb" or not objects(found, hit):
        return False
    attack = next((h for h in found.hits if h.first > hit.last and h.trigger.frame == "act"), None)
    if (
        attack is None
        or attack.tense != "base"
        or not found.has("infinitive", attack.first - 1, attack.first - 1)
    ):
        return False
    if any(hit.last < p.first < attack.first for p in found.places):
        return False
    return any(h.first > attack.last and h.trigger.frame in _FOUGHT and h.tense != "base" for h in found.hits)


def has_and_after(found: Found, hit: Hit) -> bool:
    """Whether "and" gives the next verb the same subject: then this one says what was done."""
    after = next((h for h in found.hits if h.first > hit.last and h.trigger.pos == "verb"), None)
    return (
        after is not None
        and not hit.trigger.grammar.verb_first
        and after.tense != "ing"
        and found.has("coordination", after.first - 1, after.first - 1)
        and not any(hit.last < g.first < after.first for g in found.groups)
    )
