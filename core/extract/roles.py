"""Who did what to whom: the groups that a trigger's clause gives to its roles."""

from __future__ import annotations

from typing import NamedTuple

from core.extract import verb_first
from core.extract.clauses import (
    act_right_before,
    agents,
    aside_before,
    is_fought,
    is_guess,
    is_he,
    is_oblique,
    owned,
    verb_before,
    verb_between,
)
from core.extract.clauses import list_back as _list_back
from core.extract.clauses import list_on as _list_on
from core.extract.groups import Group
from core.extract.mentions import Found, Hit, asked_once

_QUOTES = frozenset("\"'")
_UNDERGO = 5  # tokens from "survived" to what was survived
_OBJECT_NEAR = 3  # tokens from a verb to its object
_FAR = 14  # tokens; a noun's "by X" or "on Y" further away belongs to something else


class Roles(NamedTuple):
    """Groups by role, in text order; ``rule`` says how they were found."""

    initiators: tuple[Group, ...] = ()
    targets: tuple[Group, ...] = ()
    participants: tuple[Group, ...] = ()
    rule: str = ""


@asked_once
def is_passive(found: Found, hit: Hit) -> bool:
    """Whether a verb form is passive: a past form after "be", or a bare participle in a headline."""
    if hit.trigger.grammar.verb_first:
        return verb_first.is_passive(found, hit)
    if hit.tense not in {"past", "participle"} or hit.trigger.pos != "verb":
        return False
    first = hit.first
    for k in range(first - 1, max(first - 4, -1), -1):
        if found.tokens[k].text in _QUOTES:
            continue  # 'were "completely burnt"'
        if found.tokens[k].kind == "p" or found.has("boundary", k, k):
            break
        if found.has("be", k, k):
            if any(k < g.last < first for g in found.groups):
                break  # "men said to be ISIS fighters shot at": they did
            return True
    if found.has("agent", hit.last + 1, hit.last + 2) and not found.has("given", hit.last + 1, hit.last + 1):
        return True  # but "seized three houses owned by X"
    before = _group_ending(found, first - 1)
    after = _group_inside(found, hit) or _group_starting(found, hit.last + 1, 2)
    if after is not None and after.first > hit.last and _is_parted(found, hit.last + 1, after.begin - 1):
        after = None
    if before is not None and before.count is not None and after is None and _is_listed(found, before):
        return True  # "two were killed and three wounded"
    if before is not None and after is None and hit.trigger.frame in {"killed", "wounded", "captured"}:
        counted = before.kind == "number" or (before.count is not None and before.kind != "name")
        listed = any(g.begin == hit.last + 2 for g in found.groups)  # "soldier killed, two injured"
        if (counted or listed) and before.last == first - 1 and _is_parted(found, hit.last + 1, hit.last + 1):
            return True  # "Three killed, seven others wounded": nobody is said to be hurt by them
        return (
            found.is_headline or hit.tense == "participle" or found.has("within", hit.last + 1, hit.last + 1)
        )
    return False


def _group_inside(found: Found, hit: Hit) -> Group | None:
    """The object that a phrase of several words holds: "took two men into custody"."""
    return (
        next((g for g in found.groups if hit.first < g.last < hit.last), None)
        if hit.last > hit.first
        else None
    )


def _is_parted(found: Found, first: int, last: int) -> bool:
    """Whether a verb has no object: its clause ends or a preposition follows."""
    if first >= len(found.tokens):
        return True
    return (
        any(found.tokens[k].kind == "p" for k in range(first, last + 1))
        or found.barrier(first, last)
        or found.has_any(("in", "within", "agent", "coordination"), first, last)
    )


def _is_listed(found: Found, group: Group) -> bool:
    """Whether "and" or a comma opens a counted group: a further item after a verb."""
    k = group.begin - 1
    return k >= 0 and (found.tokens[k].text == "," or found.has("coordination", k, k))


def _group_ending(found: Found, at: int) -> Group | None:
    return next((g for g in found.groups if at - 1 <= g.last <= at), None)


def _group_starting(found: Found, at: int, within: int) -> Group | None:
    return next((g for g in found.groups if at <= g.begin <= at + within), None)


def _shares_subject(found: Found, group: Group, stop: int) -> Hit | None:
    """The verb before, whose object a group is and whose subject the next verb shares: "X killed two
    men and took control"."""
    if not found.has("coordination", stop - 2, stop - 1):
        return None
    verb = verb_before(found, group.last + 1)  # "seized weapons and arrested": a phrase that ends in it
    if verb is None or verb.last < group.begin:
        verb = verb_before(found, group.begin)
    if verb is None or is_passive(found, verb) or found.barrier(verb.last + 1, group.begin - 1):
        return None
    return verb if group.begin - verb.last <= _OBJECT_NEAR else None


def is_subset(group: Group) -> bool:
    """Whether a group only details one named before it ("including five Bradleys")."""
    return any(count is not None and count.is_subset for count in (group.count, group.vehicles))


@asked_once
def subject(found: Found, hit: Hit, depth: int = 0) -> tuple[Group, ...]:
    """The groups that a verb's subject names; empty where the clause names none."""
    if hit.trigger.grammar.verb_first:
        by = agents(found, hit) if hit.tense == "ing" else ()
        return by or tuple(owned(found, g) for g in verb_first.subject(found, hit))
    stop, groups = hit.first, found.groups[::-1]
    if hit.tense == "ing" and stop and found.tokens[stop - 1].text == "," and depth < 4:
        main = verb_before(found, stop)  # "..., killing two": who did it is who acts in the main clause
        if main is not None and not found.barrier(main.last + 1, stop - 1):
            return agents(found, main) if is_passive(found, main) else subject(found, main, depth + 1)
        groups = (
            found.groups if main is None else groups
        )  # "X began raids on Y, taking Z": the sentence's own
    act = act_right_before(found, hit)
    if act is not None:
        return _noun_roles(found, act).initiators
    aside = aside_before(found, stop)
    for group in groups:
        if group.last >= stop or _cut_off(found, group, stop, aside):
            continue
        earlier = verb_between(found, group.last + 1, stop)
        if earlier is not None and earlier != hit:
            return subject(found, earlier, depth + 1) if depth < 4 else ()
        if aside is not None and aside[0] < group.first and group.last < aside[1]:
            if group.kind == "name" and group.begin - aside[0] <= 2 and aside[1] - group.last == 1:
                return (group,)  # "its ground force, the SDF, shelled X"
            continue
        if is_fought(found, group):
            continue
        shared = _shares_subject(found, group, stop)
        if shared is not None and depth < 4:
            return subject(found, shared, depth + 1)
        if group.is_holder or group.is_source or is_subset(group) or is_oblique(found, group):
            continue
        return tuple(owned(found, g) for g in _list_back(found, group))
    earlier = None if is_he(found, hit) else verb_before(found, stop)
    if earlier is not None and depth < 4 and (
        hit.tense == "ing" or not found.has("boundary", earlier.last + 1, stop - 1)
    ):  # fmt: skip
        return subject(found, earlier, depth + 1)
    return ()


def _cut_off(found: Found, group: Group, stop: int, aside: tuple[int, int] | None) -> bool:
    """Whether a clause ends between a group and a verb, not in an aside or a relative word right after it."""
    start = group.last + 1
    if aside is not None and group.last < aside[0]:  # "the leader, known as X, died"
        return found.barrier(start, aside[0]) or found.barrier(aside[1] + 1, stop - 1)
    if found.has("relative", start, start + 1):
        start += 2 if found.has("relative", start + 1, start + 1) else 1
    return found.barrier(start, stop - 1)


_POSTURE = frozenset({"move", "station", "leave", "drill", "crowd", "deal"})
_JOINT = frozenset({"drill", "deal"})  # "exercises with X", "a truce with X"


def _is_means(group: Group) -> bool:
    """Whether a group without an actor is what an attack is done with ("weapons")."""
    return group.actor_id is None and group.kind in {"force", "artillery", "aircraft"}


@asked_once
def objects(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups that a verb's object or a noun's complement names."""
    if hit.trigger.grammar.verb_first:
        return verb_first.objects(found, hit)
    inside = _group_inside(found, hit)
    if inside is not None:
        return _list_on(found, inside)
    for group in found.groups:
        if group.first <= hit.last or (hit.trigger.frame not in _POSTURE and _is_means(group)):
            continue
        between = range(hit.last + 1, group.first)
        if found.barrier(hit.last + 1, group.first - 1) or len(between) > _FAR:
            break
        if verb_between(found, hit.last + 1, group.first) is not None:
            break
        if group.is_holder or group.is_source or found.has("agent", group.first - 3, group.first - 1):
            continue
        if found.has_any(("near", "from"), group.begin - 2, group.begin - 1):
            continue
        if is_guess(found, group):
            continue
        return _list_on(found, group)
    return ()


def roles_of(found: Found, hit: Hit) -> Roles:
    """The roles of a trigger by its frame, voice and part of speech."""
    if hit.trigger.pos == "noun" or hit.tense == "noun":
        return _noun_roles(found, hit)
    frame = hit.trigger.frame
    if hit.trigger.word.startswith("come under"):
        return Roles(_senders(found, hit), subject(found, hit), (), "come under")
    doers, done_to = subject(found, hit), objects(found, hit)
    if frame in {"killed", "wounded", "captured", "act"} and is_passive(found, hit):
        return Roles(agents(found, hit), doers, (), "passive")
    if frame == "mutual":
        return _mutual(doers, done_to)
    if frame in _POSTURE:
        if is_passive(found, hit) and agents(found, hit):
            return Roles(agents(found, hit), (), (), "passive posture")
        movers = doers or tuple(g for g in done_to if g.actor_id)
        return Roles(movers, (), (), "posture")
    if frame == "burst":
        return Roles(agents(found, hit) or (doers if _sets_off(found, hit) else ()), (), (), "explosion")
    if hit.trigger.word == "die" or hit.trigger.pos == "fixed":
        return Roles((), doers or done_to, (), "victims")
    return Roles(doers, done_to, (), "active")


def _sets_off(found: Found, hit: Hit) -> bool:
    """ "attacked A and set off a car bomb in B": whose object is a weapon has a doer for its subject."""
    return not is_passive(found, hit) and any(
        h.trigger.frame == "weapon" and 0 < h.first - hit.last <= _OBJECT_NEAR for h in found.hits
    )


def _senders(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups after "by" or "from": "the base came under fire from X"."""
    for group in found.groups:
        if group.first > hit.last and (
            found.has("from", group.first - 2, group.first - 1)
            or found.has("agent", group.first - 2, group.first - 1)
        ):
            return () if found.barrier(hit.last + 1, group.first - 1) else _list_on(found, group)
    return ()


def _mutual(doers: tuple[Group, ...], others: tuple[Group, ...]) -> Roles:
    return Roles((), (), tuple(dict.fromkeys(doers + others)), "mutual")


def _noun_roles(found: Found, hit: Hit) -> Roles:
    """A noun's roles: "X attack", "attack by X", "X launched an attack", "on Y", "between X and Y"."""
    by = agents(found, hit)
    if hit.trigger.grammar.verb_first:
        owners, others = verb_first.noun_sides(found, hit)
        owners = by or owners
    else:
        over = next((g for g in found.groups if g.first < hit.first <= g.last and g.actor_id), None)
        before = over or _group_ending(found, hit.first - 1)  # "American raids" may be one group
        owners = by
        suffers = found.has("suffered", hit.first, hit.last)  # "the X massacre": of X
        if (
            not owners
            and not suffers
            and before is not None
            and not before.is_holder
            and not found.has("against", before.first - 2, before.first - 1)
        ):
            owners = _list_back(found, before)
        owners = owners or _light_subject(found, hit)
        others = _complement(found, hit) or _undergoer(found, hit)
    others = tuple(g for g in others if g not in owners)
    if hit.trigger.frame == "mutual":
        return Roles((), (), tuple(dict.fromkeys(owners + others)), "mutual noun")
    if hit.trigger.frame == "crowd":
        return Roles(owners, others, (), "crowd noun")
    if hit.trigger.frame in _JOINT:
        return Roles(owners + others, (), (), "joint noun")
    if hit.trigger.frame in _POSTURE:
        return Roles(owners or others, (), (), "posture noun")
    return Roles(owners, others, (), "noun")


def _light_subject(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The subject of the light verb that carries a noun: "X launched an attack"."""
    for k in range(hit.first - 1, max(hit.first - 9, -1), -1):
        if found.barrier(k, k):
            return ()
        if found.has("light", k, k) or found.has("claim", k, k):
            verb = Hit(k, k, hit.trigger, "past")
            active = found.tokens[k].low.endswith("ing")  # "was launching a campaign"
            if (found.has("be", k - 2, k - 1) and not active) or found.has("undergo", k, k):
                return ()
            if any(h.first == k and is_passive(found, h) for h in found.hits):
                return ()  # "X targeted in a rocket attack"
            return subject(found, verb, 3)
    if found.has("relative", hit.last + 1, hit.last + 2):
        for k in range(hit.last + 2, min(hit.last + 12, len(found.tokens))):
            if found.has("light", k, k):
                return subject(found, Hit(k, k, hit.trigger, "past"), 3)
    return ()


def _undergoer(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The subject of the verb that makes it suffer a noun: "X survived an attempt"."""
    for k in range(hit.first - 1, max(hit.first - _UNDERGO, -1), -1):
        if found.barrier(k, k):
            break
        if found.has("undergo", k, k):
            return subject(found, Hit(k, k, hit.trigger, "past"), 3)
    return ()


def _complement(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups after "on", "against", "between", "with" or "of" behind a noun."""
    for group in found.groups:
        if group.first <= hit.last or group.is_holder or group.is_source:
            continue
        if found.barrier(hit.last + 1, group.first - 1) or group.first - hit.last > _FAR:
            break
        if found.has("agent", group.first - 3, group.first - 1) or is_guess(found, group):
            continue
        if found.has_any(("blamed_on", "authored_by"), group.first - 2, group.first - 1):
            continue  # "a strike blamed on X"
        if found.has_any(("against", "between", "with"), group.first - 3, group.first - 1):
            return _list_on(found, group)
        if found.tokens[group.first - 1].low == "of" or found.tokens[group.first - 2].low == "of":
            return _list_on(found, group)
        if verb_between(found, hit.last + 1, group.first) is not None:
            break
    return ()
