"""What makes a noun tell of an event: a verb that carries it, losses that come of it, or a headline."""

from __future__ import annotations

from core.extract.clauses.asides import aside_end
from core.extract.clauses.complements import is_amid
from core.extract.clauses.voice import is_passive
from core.extract.dates.found import SUBORDINATE
from core.extract.groups import Group
from core.extract.mentions import Found, Hit
from core.extract.roles import subject
from core.extract.whereabouts.apart import opens_item

_ONE = frozenset({"a", "an"})
_REPORTED = frozenset({"reported", "documented", "monitored", "recorded", "registered", "observed"})
_EACH_OTHER = (["each", "other"], ["one", "another"])
_OPENING = 1  # tokens before the subject that opens a sentence: "The"
_DOES = 2  # tokens from a subject to its verb
_TO_COUNTED = 12  # characters from "two days after" to the noun: "an armed"
_TO_AIM = 3  # tokens: "on a military patrol"
_TOLD = 4  # tokens between a verb of telling and the noun it tells of
_WIDE = 8  # tokens around a noun within which a light or happening verb carries it


def is_people(group: Group) -> bool:
    """Whether a group is of people, and no thing of theirs."""
    return group.kind not in {"facility", "vehicle"}


def is_left(found: Found, hit: Hit) -> bool:
    """ "posts of the militia have been vacated"."""
    if hit.trigger.frame != "leave" or not is_passive(found, hit):
        return False
    return any(g.kind == "facility" for g in subject(found, hit))


def is_done_by(found: Found, noun: Hit, verb: Hit) -> bool:
    """ "the strikes targeted a post", "the raid in the last village of X hit a school": an act is the subject
    of a verb of attack."""
    if noun.trigger.frame != "act" or noun.tense != "noun" or verb.trigger.needs != "armed":
        return False
    gap = verb.first - noun.last
    if gap <= 0 or noun.first > _OPENING:
        return 0 < gap <= 2
    between = noun.last + 1, verb.first - 1
    return gap <= 2 or not (
        found.barrier(*between)
        or found.has_any(("be", "have", "relative", "happen", "light", "say"), *between)
        or any(noun.last < h.first < verb.first and h.tense != "noun" for h in found.hits)
    )


def _is_of_counted(found: Found, hit: Hit) -> bool:
    """ "the arrest of six men": a figure says that it happened."""
    if hit.trigger.frame != "captured" or not found.has("of_or_by", hit.last + 1, hit.last + 1):
        return False
    taken = next((g for g in found.groups if g.first > hit.last), None)
    return taken is not None and taken.count is not None and is_people(taken)


def _is_occasion_in(found: Found, hit: Hit) -> bool:
    """ "handed over two men after a raid in X": what else was done there says that it happened."""
    one = next(
        (k for k in range(hit.first - 1, max(hit.first - _TOLD, 0), -1) if found.tokens[k].low in _ONE), 0
    )
    if not one or hit.trigger.frame != "act" or not found.has("occasion", one - 1, one - 1):
        return False
    return any(p.role == "at" and 0 < p.first - hit.last <= _TOLD for p in found.places)


def _is_carried_on(found: Found, hit: Hit) -> bool:
    """ "a security operation that the SDF began", "a strike in X that killed two": by its relative clause."""
    named = next((p for p in found.places if 0 < p.first - hit.last <= _TOLD), None)
    end = (
        named.last
        if named is not None and found.has("relative", named.last + 1, named.last + 1)
        else hit.last
    )
    within = end + 2, end + _WIDE + 2
    return found.has("relative", end + 1, end + 2) and (
        found.has("light", *within) or found.has("happen", *within)
    )


def _beside_date(found: Found, k: int) -> bool:
    """Whether a comma only sets a date apart: "joined, on Tuesday, the exercises"."""
    return any(0 <= d.start - found.tokens[k].end <= 1 or found.tokens[k].start == d.end for d in found.dates)


def _says_where_or_when(found: Found, at: int) -> bool:
    """Whether a token names a place or a day: such words take a noun no further from its verb."""
    start = found.tokens[at].start
    return any(p.first <= at <= p.last for p in found.places) or any(
        d.start <= start < d.end for d in found.dates
    )


def _has_adverb(found: Found, at: int) -> bool:
    """ "was finally conducted"."""
    return at < len(found.tokens) and found.tokens[at].low.endswith("ly")


def _is_parted(found: Found, hit: Hit, at: int) -> bool:
    """Whether another word that may tell of something stands between a noun and a verb; "an attack on a
    patrol was claimed" is one."""
    return any(
        hit.last < h.first < at
        and h.trigger.frame != "weapon"
        and not (h.tense == "noun" and found.has("against", h.first - _TO_AIM, h.first - 1))
        for h in found.hits
    )


def _is_reported(found: Found, hit: Hit) -> bool:
    """ "A monitor has reported violent explosions in X": told with the place."""
    reach = range(hit.first - 1, max(hit.first - _TOLD, 0) - 1, -1)
    at = next((k for k in reach if found.tokens[k].low in _REPORTED), None)
    if at is None or not found.has("say", at, at) or found.has("be", at - 1, at - 1):
        return False
    if any(found.barrier(k, k) or found.tokens[k].kind == "p" for k in range(at + 1, hit.first)):
        return False
    return any(p.role == "at" and 0 < p.first - hit.last <= _TOLD for p in found.places)


def _is_counted_from(found: Found, hit: Hit) -> bool:
    """ "comes two days after a blast in X": days are counted from what has happened."""
    start = found.tokens[hit.first].start
    if not any(d.rule == SUBORDINATE and 0 <= start - d.end <= _TO_COUNTED for d in found.dates):
        return False
    return any(p.role == "at" and 0 < p.first - hit.last <= _WIDE for p in found.places)


def _are_sides(found: Found, hit: Hit) -> bool:
    """ "Two militias fought in X", "members of two clans fought over a well in X"."""
    if hit.trigger.frame != "mutual" or hit.trigger.pos != "verb" or hit.tense != "past":
        return False
    if [t.low for t in found.tokens[hit.last + 1 : hit.last + 3]] in _EACH_OTHER:
        return True
    doers = (g for g in found.groups if g.last == hit.first - 1)
    sides = any(g.count is not None and g.count.head <= g.last for g in doers)
    return sides and any(p.role == "at" and 0 < p.first - hit.last <= _WIDE for p in found.places)


def has_grounds(found: Found, hit: Hit) -> bool:
    """A noun tells of an event where a verb carries it, losses come of it, or a headline names it."""
    opens = hit.first == 0 and hit.trigger.grammar.verb_first and not hit.prefix
    if found.is_headline or opens:
        return True  # with the verb first, a sentence that opens with a noun has none: "هدنة في X"
    if _is_counted_from(found, hit) or is_amid(found, hit):
        return True
    if found.has("turn", 0, 0) and found.last("turn", 0, hit.first - 1) in range(
        hit.first - _TOLD, hit.first
    ):
        return True  # "... | amid heavy shelling of X": told with what happened before
    if hit.trigger.frame == "station" and any(
        h.trigger.pos == "verb" and 0 < h.first - hit.last <= _DOES for h in found.hits
    ):
        return False  # "a patrol opened fire": who acts, and no posting
    there = found.has("back", hit.first - 1, hit.first - 1) and found.tokens[hit.first - 2].low == "where"
    if there and found.has("happen", hit.last + 1, hit.last + 2):
        return False  # "the area where the attack took place"
    room = _WIDE
    for k in range(hit.first - 1, -1, -1):
        room -= not _says_where_or_when(found, k)
        if (
            room < 0
            or found.barrier(k, k)
            or (found.tokens[k].text == "," and hit.first - k > 3 and not _beside_date(found, k))
        ):
            break
        if found.has_any(("light", "happen", "claim", "behind_it", "owns_up"), k, k):
            return True
        if (
            hit.first - k <= _TOLD
            and found.has("say", k, k)
            and found.has("of_or_by", hit.last + 1, hit.last + 1)
        ):
            return True  # "revealed the withdrawal of"
    room, beyond = _WIDE, 0
    for k in range(hit.last + 1, len(found.tokens)):
        if k <= beyond:
            continue
        room -= not _says_where_or_when(found, k)
        end = aside_end(found, k)
        if end is not None:
            room, beyond = _WIDE, end
            continue
        if found.barrier(k, k) or room <= -_WIDE:
            break
        carried = found.has("be", k - 1, k - 1) and found.has_any(("light", "claim"), k, k)
        if carried and not _is_parted(found, hit, k):
            return True  # "a truce between the two clans was brokered"
        if room <= 0:
            continue
        reach = 2 + found.has("perfect", hit.last + 1, hit.last + 1) + _has_adverb(found, hit.last + 2)
        if found.has("happen", k, k) or (k <= hit.last + reach and found.has("light", k, k)):
            return True  # "an attack carried out by X", "a rally has been held"
    if _are_sides(found, hit) or _is_reported(found, hit):
        return True
    if hit.trigger.frame == "mutual" and found.has("be", hit.last + 1, hit.last + 1) and any(
        0 < p.first - hit.last <= _WIDE and p.role == "at" for p in found.places
    ):  # fmt: skip
        return True  # "fighting is worst in X"
    before = [h for h in found.hits if h.last < hit.first and h.trigger.frame == "act" and h.tense == "noun"]
    if before and opens_item(found, hit) and has_grounds(found, before[-1]):
        return True  # "claimed an attack on A, an attack on B and ..."
    if _is_carried_on(found, hit) or any(is_done_by(found, hit, h) for h in found.hits):
        return True
    if _is_of_counted(found, hit) or _is_occasion_in(found, hit):
        return True
    if hit.trigger.frame in {"station", "move", "leave"}:
        return found.has("agent", hit.last + 1, hit.last + 2) and bool(found.dates or found.places)
    led = found.last("occasion", max(hit.first - 3, 0), hit.first - 1)
    for other in found.hits:
        is_named = other.trigger.pos == "noun" and not other.trigger.grammar.verb_first  # مقتل is said of one
        if is_named or other.trigger.frame not in {"killed", "wounded", "captured"}:
            continue
        end = max(other.first, hit.first)
        if led is not None and other.last < led and other.trigger.frame != "captured":
            end = led  # "were killed following an explosion"
        if not found.barrier(min(other.last, hit.last) + 1, end - 1):
            return True
    return found.has("agent", hit.last + 1, hit.last + 2) and bool(found.dates or found.places)
