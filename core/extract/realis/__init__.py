"""Did it happen? Negated, planned, threatened, hypothetical, foiled and habitual statements."""

from __future__ import annotations

from core.extract.clauses.asides import aside_end
from core.extract.clauses.voice import is_passive
from core.extract.frames import LOSS_FRAMES
from core.extract.mentions import Found, Hit
from core.extract.realis.aggregate import names_spot
from core.extract.realis.aims import modal_of
from core.extract.realis.spared import tells_none
from core.extract.realis.talked_of import (
    are_carried_out,
    is_complained_of,
    is_foreseen,
    is_how,
    is_looked_into,
    is_practised,
    is_talked_of,
)
from core.extract.when import is_short
from core.model import Reason

_DENIED = 14  # tokens from "denied that" to what is denied
_NEAR = 6  # tokens before a trigger within which a cue governs it
_WHENCE, _WHENCE_REACH = frozenset({"where", "which"}), 7  # tokens from "from where" to what is done
_ASKED = frozenset({"who", "whoever", "why"})
_YET = frozenset({"being", "be"})  # "for fear of being hit"
_ITS_NOUN = 3  # tokens from a verb to the noun that is its subject or object
_LASTING = frozenset({"security_operation", "movement", "deployment", "withdrawal"})  # go on for days
_OF_LIGHT = 4  # words between a verb and the noun that it carries: "carry out the \"largest\" operation"
_AGENT = 4  # tokens from "by" to the noun that did it: "by new Israeli raids"
_OR_NOT = 14  # tokens from "whether" to "or not"
_OF_ASIDE = 7  # tokens from "whose" to "not": "whose identity has not been revealed"
_ASKS = frozenset({"?", "؟"})
_KNOWN = frozenset({"known", "clear", "certain"})
_CARRIER = 7  # tokens from a noun back to the verb that carries it


def judge(found: Found, hit: Hit) -> Reason | None:
    """Why a trigger tells of no actual happening; ``None`` if it does."""
    if tells_none(found, hit):
        return None  # "no casualties": a toll of nought
    start = _clause_start(found, hit.first)
    before = hit.first - 1
    if hit.tense == "future":
        return Reason.PLANNED
    if found.tokens[-1].text in _ASKS and not found.is_headline:
        return Reason.ANALYSIS
    if hit.tense == "base" or (hit.first and found.tokens[before].low == "be"):  # "to be deployed"
        cue = modal_of(found, hit)
        if cue is not None:
            return cue
    if hit.tense == "ing" and found.has("present", before, before) and (
        found.has("relative", before - 1, before - 1)
    ):  # fmt: skip
        return Reason.AGGREGATE  # "missiles that are targeting the base"
    if hit.tense in {"present", "base"} and found.has("habit", before, before):
        return Reason.AGGREGATE
    if hit.tense == "ing" and found.has("goes_on", before - 1, before) and not found.dates:
        return Reason.AGGREGATE  # "goes on attacking posts"
    if (
        _is_in_relative(found, hit)
        or _is_in_general(found, hit)
        or _is_from_where(found, hit)
        or (hit.trigger.event_type not in _LASTING and _has_gone_on(found, hit))
        or (hit.tense == "noun" and (_is_trend(found, hit) or are_carried_out(found, hit)))
        or is_practised(found, hit)
    ):
        return Reason.AGGREGATE
    if hit.tense == "noun" and (_is_purpose(found, hit) or found.has("ends", hit.first - _NEAR, before)):
        return Reason.PLANNED
    verb = _done_by(found, hit) if hit.tense == "noun" else None
    if verb is not None:
        return judge(found, verb)  # "could be hit by new raids"
    if hit.tense == "noun" and is_foreseen(found, hit):
        return Reason.PLANNED
    if is_looked_into(found, hit):
        return None
    if is_complained_of(found, hit):
        return Reason.PLANNED if hit.tense == "base" else Reason.AGGREGATE
    if found.has("speculation", before - 1, before):
        return Reason.ANALYSIS
    talked_of = is_talked_of(found, hit)
    if talked_of is not None:
        return talked_of
    for name, reason in (
        ("negation", Reason.NEGATED),
        ("foiled", Reason.FOILED),
        ("threat", Reason.PLANNED),
        ("plan", Reason.PLANNED),
        ("hypothetical", Reason.HYPOTHETICAL),
    ):
        if name not in found.cues:
            continue
        at = found.last(name, max(start, before - _NEAR), before)
        if at is None and name == "negation":
            at = _denial(found, max(start, before - _DENIED), before)
        if at is None or _crossed(found, at, hit):
            continue
        if _is_about_author(found, at, hit) or (name == "negation" and _is_about_losses(found, at, hit)):
            continue
        if name == "negation" and found.has("have", at - 1, at - 1) and found.tokens[at].kind == "w":
            continue  # "who had no part in it was killed"
        if name == "negation" and _is_aside(found, at, hit):
            continue
        if name == "foiled" and (
            hit.trigger.frame == "mutual"
            or _is_beaten_back(found, at, hit)
            or is_how(found, hit)
            or (hit.trigger.frame in LOSS_FRAMES and found.has("relative", at + 1, before))
        ):
            continue  # also "was foiled by the army, which killed five of them"
        if name == "plan" and found.has("adverb", at, at):
            continue  # "a well-planned attack"
        if name == "plan" and hit.trigger.frame == "act" and found.has("attempted", at, at):
            continue  # who tries to attack, attacks
        if name == "hypothetical" and found.has("whether", at - 1, at):
            continue  # "planes, not known whether (ما إذا) Russian, struck"
        if name == "hypothetical" and _is_about_group(found, at, hit):
            continue
        if (name == "plan" and _is_apart(found, at, hit)) or _is_cause(found, at, hit):
            continue
        is_done = hit.tense in {"past", "participle"} and hit.trigger.pos == "verb"
        if name in {"plan", "threat"} and is_done and not (
            found.tokens[hit.first - 1].low in _YET
            or (hit.trigger.grammar.verb_first and found.has("goal_verb", at, at))  # "تعتزم X شن حملة"
        ):  # fmt: skip
            continue
        return reason
    return None


def _done_by(found: Found, hit: Hit) -> Hit | None:
    """The passive verb whose agent a noun is: its mood is the noun's."""
    by = found.last("agent", hit.first - _AGENT, hit.first - 1)
    if by is None:
        return None
    verb = next((h for h in found.hits if h.last == by - 1), None)
    return verb if verb is not None and is_passive(found, verb) else None


def _is_in_relative(found: Found, hit: Hit) -> bool:
    """ "a corridor through which Iran ships weapons": what somebody does at all times."""
    if hit.tense != "present" or found.is_headline:
        return False
    at = found.last("relative", hit.first - _NEAR, hit.first - 1)
    if at is None or hit.trigger.grammar.verb_first or hit.trigger.pos != "verb" or found.dates:
        return False
    return not found.has_any(("leads_to", "light", "happen", "say"), at + 1, hit.first - 1)


def _denial(found: Found, first: int, last: int) -> int | None:
    """ "denied that a market in X had been shelled": "that" carries a denial further."""
    at = found.last("negation", first, last)
    return at if at is not None and found.has("carries", at + 1, at + 1) else None


def _is_beaten_back(found: Found, at: int, hit: Hit) -> bool:
    """ "The army foiled an ISIS assault on X": fought off; but "foiled a plan to attack X" before any act."""
    between = at + 1, hit.first - 1
    return (
        hit.tense == "noun"
        and hit.trigger.event_type in {"armed_attack", "clash"}
        and not found.has_any(("plan", "attempted", "threat", "hypothetical"), *between)
        and any(g.actor_id is not None and at < g.first for g in found.groups)
        and any(p.first > hit.last and p.role == "at" for p in found.places)
    )


def _is_apart(found: Found, at: int, hit: Hit) -> bool:
    """ "Following his order, clashes broke out": a comma parts what happened from the order for it."""
    if hit.tense != "noun" or not found.has("happen", hit.last + 1, hit.last + 2):
        return False
    return any(found.tokens[k].text in ",،" for k in range(at + 1, hit.first))


def _is_cause(found: Found, at: int, hit: Hit) -> bool:
    """ "..., which may raise the toll, as a result of a strike": comma and cause lead back to the strike."""
    commas = (k for k in range(at + 1, hit.first) if found.tokens[k].text in ",،")
    return any(found.has("caused_by", k + 1, k + 2) for k in commas)


def _is_in_general(found: Found, hit: Hit) -> bool:
    """ "Killings by X have targeted officials": attacks without number, day or place, over some time."""
    if hit.first > 1 or hit.tense != "noun" or not found.tokens[hit.last].low.endswith("s"):
        return False
    verb = next((h for h in found.hits if h.first > hit.last and h.trigger.pos == "verb"), None)
    if verb is None or verb.trigger.frame != "act" or found.dates:
        return False
    return found.has("perfect", verb.first - 2, verb.first - 1) and not any(p.is_home for p in found.places)


def _is_trend(found: Found, hit: Hit) -> bool:
    """ "the wave of attacks", "similar attacks"; but "similar rallies took place in X" are new ones."""
    before = hit.first - 3, hit.first - 1
    many = found.tokens[hit.last].low.endswith("s") or found.tokens[hit.first].low.endswith("s")
    if many and found.has("concession", 0, 0) and found.has("goes_on", hit.last + 1, hit.last + _NEAR):
        return True  # "Although X declared victory in A, attacks by cells go on"
    undated = not found.dates and not names_spot(found)
    if many and undated and found.has("goes_on", hit.first - _NEAR, before[1]):
        return True  # "go on with their operations against cells in the countryside"
    return found.has("trend", *before) or (found.has("alike", *before) and not names_spot(found))


def _is_from_where(found: Found, hit: Hit) -> bool:
    """ "the base from where X launches air raids": what a place is used for."""
    led = any(
        found.tokens[k].low in _WHENCE and found.tokens[k - 1].low == "from"
        for k in range(max(hit.first - _WHENCE_REACH, 1), hit.first)
    )
    return led and not found.dates


def _is_purpose(found: Found, hit: Hit) -> bool:
    """ "sent men to intensify attacks": the verb that carries the noun is in the infinitive."""
    words = [k for k in range(hit.first - 1, 0, -1) if found.tokens[k].kind == "w"]
    for k in words[:_OF_LIGHT]:
        if not found.has("light", k, k):
            continue
        if found.tokens[k].low.endswith("ing") and found.tokens[k - 1].low == "for":
            return True  # "a base for launching operations"
        if found.has("infinitive", k - 1, k - 1):
            return not found.has("achieved", k - 3, k - 2)
    return False


def _has_gone_on(found: Found, hit: Hit) -> bool:
    """ "has been launching attacks": a perfect progressive tells of a practice."""
    if "perfect" not in found.cues:
        return False
    if hit.trigger.frame == "crowd" and any(is_short(d) for d in found.dates):
        return False  # "have been protesting since Monday"
    for k in range(hit.first, max(hit.first - _CARRIER, 1), -1):
        if (
            found.tokens[k].low.endswith("ing")
            and found.has("be", k - 1, k - 1)
            and found.has("perfect", k - 2, k - 2)
        ):
            return found.tokens[k - 1].low == "been"
        if found.barrier(k - 1, k - 1):
            return False
    return False


def _clause_start(found: Found, at: int) -> int:
    """The first token of a trigger's clause; "that" carries a denial or a plan into its clause."""
    hard = found.cues.get("boundary", 0) & ~found.cues.get("carries", 0)
    ends = (hard | found.matches.flags.get("stop", 0)) & ((1 << at) - 1)
    while ends:
        k = ends.bit_length() - 1
        if hard >> k & 1 or found.tokens[k].text in ";:":
            return k + 1
        ends ^= 1 << k
    return 0


def _crossed(found: Found, at: int, hit: Hit) -> bool:
    """Whether another verb trigger stands between a cue and the trigger and so takes the cue."""
    return any(
        at < h.first < hit.first and h.trigger.pos == "verb" and h.tense != "ing" and not _is_its_noun(h, hit)
        for h in found.hits
    )


def _is_its_noun(verb: Hit, hit: Hit) -> bool:
    """ "no column entered", with the verb first: verb and noun tell of one journey and share its cue."""
    return (
        hit.tense == "noun" and hit.first - verb.last <= _ITS_NOUN and hit.trigger.frame == verb.trigger.frame
    )


def _is_about_losses(found: Found, at: int, hit: Hit) -> bool:
    losses = {"killed", "wounded", "casualties"}
    if hit.trigger.frame in losses or not found.has("casualty_negation", at, at):
        return False
    return any(h.trigger.frame in losses and at < h.first < hit.first for h in found.hits)


def _is_aside(found: Found, at: int, hit: Hit) -> bool:
    """ "A mine, the source of which has not been found, killed two": a denial between commas."""
    ends = (aside_end(found, k) for k in range(at - 1, max(at - _OF_ASIDE, 0), -1))
    return any(end is not None and at < end < hit.first for end in ends)


def _is_about_group(found: Found, at: int, hit: Hit) -> bool:
    """Whether "likely" governs a group named between it and the verb, or stands inside one before a noun:
    "planes, probably of X, made raids"."""
    if hit.tense not in {"past", "noun"}:
        return False
    is_done = hit.tense == "past"
    of_whom = any(m.value == "suspected" and m.first <= at <= m.last for m in found.matches.of("link"))
    if of_whom and any(g.actor_id is not None and at < g.first and g.last < hit.first for g in found.groups):
        return True  # "gunmen, likely of X, laid an ambush"
    return (is_done and found.tokens[at].low == "likely") or any(
        g.actor_id is not None
        and at < g.last < hit.first
        and (is_done or g.begin < at)
        and found.has("unsure_word", at - 1, at)
        for g in found.groups
    )


def _is_about_author(found: Found, at: int, hit: Hit) -> bool:
    """ "not known who carried out the strike", "a bomb, perhaps planted by X, hit Y": they happened."""
    if found.tokens[at + 1].low in _KNOWN:
        return True  # "planes not known to be Russian"
    if found.tokens[at - 1].low == "or" and found.has("whether", at - _OR_NOT, at - 1):
        return True  # "planes, not known whether Russian or not, struck"
    planted = found.has("plants", at + 1, at + 1) and found.has("agent", at + 2, at + 2)
    asked = any(found.tokens[k].low in _ASKED for k in range(at + 1, hit.first))
    return planted or asked or found.has("whether", at + 1, hit.first - 1)
