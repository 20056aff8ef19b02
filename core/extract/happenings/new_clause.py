"""Where a further clause begins: "X attacked A and Y shelled B", «هاجم X أ وقصف Y ب»."""

from __future__ import annotations

from collections.abc import Iterator

from core.extract.clauses import is_plural, verb_first
from core.extract.clauses.voice import is_passive
from core.extract.frames import LOSS_FRAMES
from core.extract.mentions import Found, Hit

_TO_SUBJECT = 3  # tokens from "and" to "the army"
_TO_VERB = 5  # tokens from "the army" to "shelled": "on Monday morning"
_PAIRED = 8  # tokens from "between" to its "and"
_SUBJECTS = frozenset({"weapon", "mutual", "burst"})  # nouns that go off, fall or break out
_FINITE = frozenset({"past", "present", "participle", "base"})  # "base": "a drone hit"
_BARE = ("infinitive", "modal", "plan")
_MARKS = frozenset(",،;؛")
_PARTS = frozenset(";؛")


def openings(found: Found) -> Iterator[int]:
    """The tokens at which a clause with a subject and a verb of its own begins, joined to one before it."""
    yield from _accounts(found)
    verbs = [h for h in found.hits if h.trigger.pos != "noun" and h.tense in _FINITE]
    if not verbs:
        return
    arabic = verbs[0].trigger.grammar.verb_first
    last = 0
    for at, hit, is_cause in _arabic_joins(found, verbs) if arabic else _joins(found, verbs):
        told = [h for h in found.hits if last <= h.first < at]
        are_losses = all(h.trigger.frame in LOSS_FRAMES for h in told)
        if told and not (are_losses and (is_cause or hit.trigger.frame in LOSS_FRAMES)):
            last = at
            yield at


def _accounts(found: Found) -> Iterator[int]:
    """ "..., and the Observatory published on Monday that", «وكان المرصد نشر»: what a source told before."""
    first = next((h for h in found.hits if h.trigger.frame != "weapon"), None)
    if first is None:
        return
    for source in found.matches.of("source"):
        at = source.first - 1
        if found.has("determiner", at, at) and not found.has("clause_join", at, at):
            at -= 1
        joined = found.has("clause_join", at, at) or found.tokens[at].low[:1] in first.trigger.grammar.joins
        if at > first.last and joined and found.has("say", at, source.last + _TO_SUBJECT):
            yield at + 1 if found.has("clause_join", at, at) else at


_Join = tuple[int, Hit, bool]  # where a clause begins, its verb, and whether it may say why


def _joins(found: Found, verbs: list[Hit]) -> Iterator[_Join]:
    broken_out = (h for h in found.hits if h.trigger.frame == "mutual" and _breaks_out(found, h))
    start = min([verbs[0].last, *(h.last for h in broken_out)])
    for at in range(start + 1, len(found.tokens) - 1):
        joins = found.has("clause_join", at, at) or found.tokens[at].text in _PARTS
        if joins and _has_own_subject(found, at, verbs):
            behind = next((h for h in verbs if h.first > at), verbs[0])
            yield at + 1, behind, found.has("as_or_when", at, at)


def _arabic_joins(found: Found, verbs: list[Hit]) -> Iterator[_Join]:
    first = next((h for h in found.hits if h.trigger.frame != "weapon"), verbs[0])
    for hit in found.hits:
        at = _arabic(found, hit) if hit.first > first.last else None
        if at is not None:
            yield at, hit, False


def _has_own_subject(found: Found, at: int, verbs: list[Hit]) -> bool:
    """ "and the army shelled", "and clashes broke out"; but not "between X and Y broke out"."""
    pair = found.last("between", at - _PAIRED, at - 1)
    if pair is not None and not found.has("coordination", pair + 1, at - 1):
        return False
    if any(v.first == at + 1 for v in verbs):
        return False  # "attacked A and set off a bomb in B"
    near = range(at + 1, at + 1 + _TO_SUBJECT)
    again = next((k for k in near if found.has("one_more", k, k)), None)
    if again is not None:  # "and a second one in B killed two"
        ends = [p.last for p in found.places if 0 < p.first - again <= _TO_VERB]
        if any(last < v.first <= last + 1 for last in ends[:1] for v in verbs):
            return True
    named = min((p.first for p in found.places if p.first in near), default=near.stop)
    near = range(at + 1, named)  # "in A, B and C after X fired" goes on with a list
    if any(v.first in near and v.last > v.first and v.trigger.frame == "burst" for v in verbs):
        return True  # "and a drone fell on"
    nouns = [h for h in found.hits if h.first in near and h.tense == "noun" and h.trigger.frame in _SUBJECTS]
    ends = [h.last for h in nouns] + [g.last for g in found.groups if g.begin in near]
    for last in ends:
        if any(last < v.first <= last + _TO_VERB and _is_its_verb(found, last, v) for v in verbs):
            return True
    return any(_breaks_out(found, h) for h in nouns if h.trigger.frame == "mutual")


def _breaks_out(found: Found, hit: Hit) -> bool:
    return found.has("happen", hit.last + 1, hit.last + 2)


def _is_its_verb(found: Found, last: int, verb: Hit) -> bool:
    between = last + 1, verb.first - 1
    if found.barrier(*between) or (verb.tense == "base" and found.has_any(_BARE, *between)):
        return False
    again = verb.trigger.frame == "act" and is_passive(found, verb) and found.has("other", last - 2, last)
    return not again  # "and another vehicle was attacked in B": by the same


def _arabic(found: Found, hit: Hit) -> int | None:
    """Where the clause of a verb that comes first begins: at its "and", behind "also", "while" or a comma."""
    joins, before = hit.trigger.grammar.joins, hit.first - 1
    if hit.trigger.frame == "mutual" and found.has("happen", before, before):
        return before if _joins_on(found, before, joins) else None  # «واندلعت اشتباكات»
    if hit.trigger.pos == "noun" or hit.tense not in _FINITE or is_plural(found, hit):
        return None  # «وقتلوا عنصرين»: those told before
    own = hit.trigger.frame in {"burst", "mutual"} or _names_its_doer(found, hit)
    joined = hit.prefix[:1] in joins if hit.prefix else _joins_on(found, hit.first, ())
    return hit.first if own and joined else None


def _joins_on(found: Found, at: int, joins: tuple[str, ...]) -> bool:
    if found.has("clause_join", at - 1, at - 1) or found.tokens[at - 1].text in _MARKS:
        return True
    return found.tokens[at].low[:1] in joins and not found.has("own_waw", at, at)


def _names_its_doer(found: Found, hit: Hit) -> bool:
    """«وهاجم مسلحون», «واستهدفت طائرة مسيرة»: the verb's subject stands right behind it."""
    next_to = next((g for g in found.groups if g.first - hit.last == 1 and not g.prefix), None)
    if next_to is not None:
        starts = {g.begin for g in found.groups} | {p.first for p in found.places}
        if (
            found.tokens[next_to.first].low.endswith(hit.trigger.grammar.subject_endings)
            or next_to.last + 1 in starts
        ):
            return True
    if any(h.first - hit.last == 1 and h.trigger.frame == "weapon" for h in found.hits):
        return True
    return any(0 < g.begin - hit.last <= _TO_SUBJECT for g in verb_first.subject(found, hit))
