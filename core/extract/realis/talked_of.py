"""Happenings that a report only talks of: what may come, is feared, denied, argued, protested or mourned."""

from __future__ import annotations

from core.extract.clauses.voice import is_passive
from core.extract.frames import LOSS_FRAMES, SEARCHES, SPOT_KM
from core.extract.mentions import Found, Hit
from core.extract.when import is_short
from core.model import Reason

_ANY = 3  # tokens from "any" to the noun: "any further large attack"
_MAY = 2  # tokens from "may" (قد) to a verb in the present
_DENIED = 14  # tokens from a denial to what is denied
_TO_TALK = 6  # tokens from a denial to the talk ("denied on Friday reports that")
_VICTIMS = 3  # tokens from "victims of" to the attack
_WAR = 3  # tokens from "in" to "the recent fighting"
_CONDEMNED = 6  # tokens from "condemned" to "that hit"
_OPENS = 5  # tokens: a threat or a goal that opens a sentence ("Residents of X fear that")
_FEARED = 16  # tokens from it to what is feared
_GOES_ON = 10  # tokens from "continues" to what goes on
_TELLS = 4  # tokens from "the raids" to "continued"
_THEN = frozenset({"before", "after", "since"})
_FOR = "ل"
_SUFFERED = 12  # tokens from "underwent (تعرض)" to what
_RESULT = 4  # tokens from "led to" to the death
_GOING = frozenset({"leave", "move"})
_FORESEEN = 9  # tokens from a noun to "is expected"
_ITS_NOUN = 3  # tokens from a verb to the noun that is its object
_THEREUPON = frozenset({"before", "after"})
_NAMED = frozenset({"noun", "ing"})
_FOR_WHOM = ("victims_of", "bereaved")
_TO_MATTER = 14  # tokens from "the handover of the field" to "is off the table"
_TO_WEIGHS = 12  # tokens from "the massacre" to "still shapes"
_OPENING = 4  # tokens: a noun that opens its sentence, or its clause, is its subject


def is_talked_of(found: Found, hit: Hit) -> Reason | None:
    """Why a trigger is only talked of; ``None`` if the report says that it happened."""
    if _may_come(found, hit) or _is_any(found, hit):
        return Reason.HYPOTHETICAL
    if _is_wanted(found, hit) or _is_feared(found, hit) or _is_aim(found, hit):
        return Reason.PLANNED
    if _is_denied(found, hit) or _is_called_off(found, hit):
        return Reason.NEGATED
    if _is_matter(found, hit) or _weighs(found, hit):
        return Reason.ANALYSIS
    return Reason.ANALYSIS if _is_argued(found, hit) else None


def is_mentioned(found: Found, hit: Hit) -> bool:
    """Whether a noun or a relative clause only says what is mourned, condemned or had done damage before."""
    return (
        _is_mourned(found, hit)
        or _is_in_condemned(found, hit)
        or _is_the_war(found, hit)
        or _is_topic(found, hit)
        or _is_name_of_fight(found, hit)
        or _is_when_hit(found, hit)
        or _is_time_of_next(found, hit)
    )


def is_foreseen(found: Found, hit: Hit) -> bool:
    """ "More attacks on posts in X are expected"."""
    at = next((k for k in found.each("foreseen") if 0 < k - hit.last <= _FORESEEN), None)
    return at is not None and not found.barrier(hit.last + 1, at - 1)


def is_looked_into(found: Found, hit: Hit) -> bool:
    """ "called for an inquiry into the killing of a man on Tuesday": it happened, whatever is called for."""
    at = max(
        (k for name in ("inquiry", "condemn") if (k := found.last(name, 0, hit.first - 1)) is not None),
        default=None,
    )
    if at is None:
        return False
    return any(d.kind == "day" and d.start > found.tokens[at].start for d in found.dates)


def is_complained_of(found: Found, hit: Hit) -> bool:
    """ "protested against the killing of", "called for an end to the raids": what a crowd speaks of."""
    if hit.trigger.frame == "crowd":
        return False
    at = found.last("demand", 0, hit.first - 1)
    if hit.tense == "ing" and found.tokens[hit.first - 1].low in _THEREUPON:
        return False  # "called on them to surrender before arresting two"
    if at is None and any(h.trigger.frame == "crowd" and h.first < hit.first for h in found.hits):
        at = found.last("grievance", 0, hit.first - 1)
    if at is None:
        return _is_protested(found, hit)
    acts = hit.trigger.pos == "verb" and hit.tense in {"past", "participle"}
    if acts and found.has("as_or_when", at + 1, hit.first - 1):
        return False  # "called for an inquiry after soldiers killed two"
    asked = found.has("relative", at - 3, at - 1) and found.has("be", hit.first - 1, hit.first - 1)
    return not (acts and (asked or found.has("coordination", hit.first - 2, hit.first - 1)))


def _is_protested(found: Found, hit: Hit) -> bool:
    """«احتج الأهالي على مقتل شاب برصاص قسد»: what a crowd came out over, with no place of its own."""
    over = found.last("complains_over", hit.first - _ITS_NOUN, hit.first - 1)
    if over is None or hit.tense not in {"noun", "past"} or not hit.trigger.grammar.verb_first:
        return False
    crowd = (h for h in found.hits if h.trigger.frame == "crowd" and h.last < over)
    noun = hit.trigger.pos != "verb" or hit.tense == "noun"
    return noun and any(not found.barrier(h.last + 1, over - 1) for h in crowd)


def _may_come(found: Found, hit: Hit) -> bool:
    """«قد تستهدف»: with a verb in the present the word that makes a past perfect says "may"."""
    return hit.tense == "present" and found.has("may_present", hit.first - _MAY, hit.first - 1)


def _is_wanted(found: Found, hit: Hit) -> bool:
    """«قبل أن تهاجم»، «يريد أن يقصف»: a present after "that" (أن) is wished, feared or possible."""
    at = hit.first - 1
    if hit.tense != "present" or not found.has("subjunctive", at, at):
        return False
    return not found.has_any(("achieved", "before"), at - 3, at - 1)


def _is_aim(found: Found, hit: Hit) -> bool:
    """«تحتشد قرب البلدة لمهاجمة قسد»: a verbal noun behind "for" (ل) is what something is done for."""
    if hit.tense != "ing" or hit.prefix != _FOR or not hit.trigger.grammar.verb_first:
        return False
    if hit.trigger.frame not in {"act", "captured", "station"}:
        return False
    if hit.trigger.event_type in SEARCHES and found.has("operation", hit.first - _CONDEMNED, hit.first - 1):
        return False  # «عملية قسد لاعتقال مطلوبين»
    suffered = found.last("undergo", hit.first - _SUFFERED, hit.first - 1)
    if suffered is not None and not found.barrier(suffered + 1, hit.first - 1):
        return False  # «تعرض حاجز لقسد في هجين لاستهداف»
    before = hit.first - _RESULT, hit.first - 1
    return not found.has_any(("undergo", "leads_to", "happen", "light", "achieved"), *before)


def _is_feared(found: Found, hit: Hit) -> bool:
    """ "Residents fear that the dispute of two clans will turn into clashes", "The campaign aims to end the
    attacks": what opens a sentence reaches further than a cue within it."""
    if hit.tense not in {"noun", "ing", "base", "present"}:
        return False
    at = next((k for k in range(_OPENS + 1) if found.has_any(("threat", "goal_verb"), k, k)), None)
    if at is None or not at < hit.first <= at + _FEARED or found.barrier(at + 2, hit.first - 1):
        return False
    return not any(
        found.tokens[k].text in ",،" or found.has("caused_by", k, k) for k in range(at + 1, hit.first)
    )


def _is_any(found: Found, hit: Hit) -> bool:
    """ "will answer any new attack", "no shelling or raids on Monday": none that has happened."""
    if hit.tense == "present" and hit.trigger.grammar.verb_first:  # «أي هجوم يستهدف قواتها»
        return any(h.last + 1 == hit.first and _is_any(found, h) for h in found.hits if h is not hit)
    if found.has("any", hit.first, hit.last):
        return True  # «صد أي هجوم»
    if hit.tense not in _NAMED:
        return False
    if found.has("any", hit.first - _ANY, hit.first - 1):
        return True
    if not found.has("or", hit.first - 1, hit.first - 1):
        return False
    last = next((h for h in reversed(found.hits) if h.last < hit.first and h.tense == "noun"), None)
    return last is not None and last.last >= hit.first - _ANY and _is_any(found, last)


def _is_denied(found: Found, hit: Hit) -> bool:
    """ "denied on Friday reports that planes had bombed X", «نفى ما تم تداوله عن قصف»: only talk."""
    at = found.last("denies", max(hit.first - _DENIED, 0), hit.first - 1)
    if at is None:
        return False
    return any(
        at < k < hit.first and k - at <= _TO_TALK and not found.has("say", k + 1, hit.first - 1)
        for k in found.each("talk")
    )


def _is_called_off(found: Found, hit: Hit) -> bool:
    """ "The drill near X was cancelled", «ألغيت المناورات»."""
    if hit.tense not in _NAMED or "called_off" not in found.cues:
        return False
    first, last = (
        (hit.first - _ITS_NOUN, hit.first - 1)
        if hit.trigger.grammar.verb_first
        else (hit.last + 1, hit.last + _FORESEEN)
    )
    at = found.last("called_off", first, last)
    between = sorted((at or 0, hit.first))
    return at is not None and not found.barrier(between[0] + 1, between[1] - 1)


def _is_matter(found: Found, hit: Hit) -> bool:
    """ "Handing over the field remains a sticking point", «الانسحاب غير مطروح»: what talks are about."""
    at = next((k for k in found.each("matter") if 0 < k - hit.last <= _TO_MATTER), None)
    if at is None or hit.tense not in _NAMED or found.barrier(hit.last + 1, at - 1):
        return False
    return not any(hit.last < h.first < at and h.trigger.pos == "verb" for h in found.hits)


def _weighs(found: Found, hit: Hit) -> bool:
    """ "The massacre of X still shapes the clan": a happening of old, as what it means today."""
    if hit.tense not in _NAMED or found.is_headline or any(d.kind == "day" for d in found.dates):
        return False
    at = next((k for k in found.each("weighs") if 0 < k - hit.last <= _TO_WEIGHS), None)
    opens = hit.first <= _OPENING or found.has("boundary", hit.first - _OPENING, hit.first - 1)
    return at is not None and opens and not _has_losses(found, hit)


def _is_argued(found: Found, hit: Hit) -> bool:
    """ "Analysts say the killings have deepened the anger": an act that opinions are about."""
    if hit.tense not in {"noun", "ing", "present", "base"} or found.dates:
        return False
    by = found.last("analysis", 0, hit.first - 1)
    return by is not None and not _has_losses(found, hit)


def _is_mourned(found: Found, hit: Hit) -> bool:
    """ "three days of mourning for the victims of the attack", "families of those killed in the raid"."""
    if found.has("bereaved", hit.first, hit.last):
        return not found.dates
    at = next(
        (k for k in range(hit.first - 1, hit.first - 1 - _VICTIMS, -1) if found.has_any(_FOR_WHOM, k, k)),
        None,
    )
    if at is None or hit.tense not in _NAMED or found.dates:
        return False
    return not _has_losses(found, hit, at) and not found.has("caused_by", at, hit.first - 1)


def _is_in_condemned(found: Found, hit: Hit) -> bool:
    """ "condemned the attack that hit a bus in X"."""
    if hit.trigger.pos != "verb" or found.dates or _has_losses(found, hit):
        return False
    opens = found.last("relative", hit.first - 2, hit.first - 1)
    at = found.last("condemn", hit.first - _CONDEMNED, hit.first - 1)
    return opens is not None and at is not None and not found.barrier(at + 1, opens - 1)


def _is_the_war(found: Found, hit: Hit) -> bool:
    """ "The mill was damaged in the fighting with ISIS": a war that is known, by the way."""
    if hit.trigger.frame != "mutual" or hit.tense not in _NAMED or found.dates:
        return False
    before = hit.first - 1
    known = hit.prefix.endswith("ال") or found.has("back", before, before)
    through = found.last("through", hit.first - _WAR, before)
    if not known or through is None or found.has("relative", hit.last + 1, hit.last + 2):
        return False
    others = (
        h
        for h in found.hits
        if h is not hit
        and h.trigger.frame not in {"weapon"} | _GOING
        and not (h.last < through and h.trigger.frame == "act" and is_passive(found, h))  # "was damaged in"
    )
    return not any(p.is_home and p.first > hit.last for p in found.places) and not any(
        h.trigger.event_type or h.trigger.frame in LOSS_FRAMES for h in others
    )


def _is_topic(found: Found, hit: Hit) -> bool:
    """ "Many see the raids as revenge": a noun told of before, all that a sentence says of any act, with
    neither place, day, figure nor a word that says that it went on."""
    if hit.tense != "noun" or hit.trigger.frame not in {"act", "captured", "mutual"} or found.is_headline:
        return False
    known = hit.prefix.endswith("ال") or found.has("back", hit.first - 1, hit.first - 1)
    if not known or found.dates or any(p.is_home for p in found.places):
        return False
    if any(h is not hit and h.trigger.frame != "weapon" for h in found.hits):
        return False
    near = hit.first - _TELLS, hit.last + _TELLS
    told = found.has_any(("happen", "light", "agent"), *near) or found.has(
        "of_or_by", hit.last + 1, hit.last + 2
    )
    return not told and not any(c.kind == "count" for c in found.counts)


def _is_name_of_fight(found: Found, hit: Hit) -> bool:
    """«التحالف الدولي لقتال تنظيم»: what somebody is there for."""
    return hit.trigger.grammar.verb_first and found.has("fought_for", hit.first, hit.first)


def _is_time_of_next(found: Found, hit: Hit) -> bool:
    """«سبق عملية الإنزال استهداف»: before or after which the next noun, the subject, happened."""
    if hit.tense not in _NAMED or not hit.trigger.grammar.verb_first:
        return False
    if not found.has("preceded", hit.first - 1, hit.first - 1):
        return False
    return any(
        0 < h.first - hit.last <= _TELLS and h.tense in _NAMED and h.trigger.frame != "weapon"
        for h in found.hits
    ) and not found.barrier(hit.last + 1, hit.last + 1)


def _is_when_hit(found: Found, hit: Hit) -> bool:
    """ "The convoy had crossed the border before it was hit": the attack told of, to say when."""
    if hit.trigger.frame != "act" or hit.trigger.grammar.verb_first or not is_passive(found, hit):
        return False
    it = found.last("pronoun", hit.first - 3, hit.first - 2)
    if it is None or found.tokens[it - 1].low not in _THEN:
        return False
    return not any(p.first > hit.last for p in found.places)


def is_practised(found: Found, hit: Hit) -> bool:
    """ "The militia shells villages and loots oil": in the body of a report the present without a spot, a day
    or a figure tells of what somebody does again and again."""
    goes_on = found.last("goes_on_now", max(hit.first - _GOES_ON, 0), hit.first - 1)
    carried = goes_on is not None and hit.tense in _NAMED and not found.barrier(goes_on + 1, hit.first - 1)
    if found.is_headline:
        return False
    if hit.tense in {"present", "base"} and "each_time" in found.cues:
        return True  # "trains guards every year"
    if not (carried or (hit.tense == "present" and hit.trigger.pos == "verb")):
        return False
    spots = any(p.is_home and p.place.radius_km <= SPOT_KM for p in found.places)
    return not spots and not any(c.kind == "count" for c in found.counts)


def are_carried_out(found: Found, hit: Hit) -> bool:
    """ "Kidnappings are carried out for ransom": again and again; but "are being carried out"."""
    be = hit.last + 1
    if found.is_headline or not (be < len(found.tokens) - 1 and found.tokens[be].low == "are"):
        return False
    if found.tokens[be + 1].low.endswith("ing"):
        return False  # "clashes are continuing"
    return found.has("light", be + 1, be + 1) and not any(is_short(d) for d in found.dates)


def is_how(found: Found, hit: Hit) -> bool:
    """ "foiled a bombing by dismantling a car bomb": what was done to foil it."""
    return hit.tense == "ing" and found.has("agent", hit.first - 1, hit.first - 1)


def _has_losses(found: Found, hit: Hit, at: int = -1) -> bool:
    """Whether other words of the sentence tell of dead or wounded, so that it is news of what was done."""
    return any(
        h.trigger.frame in LOSS_FRAMES
        and h.first not in {hit.first, at}
        and not found.has("bereaved", h.first, h.last)
        and h.tense != "noun"
        and not (
            h.trigger.pos == "fixed"
            and (h.prefix.endswith("ال") or found.has("back", h.first - 1, h.first - 1))
        )
        for h in found.hits
    )
