"""Who did what to whom: the groups that a trigger's clause gives to its roles."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from core.extract.clauses import (
    act_right_before,
    aside_before,
    is_fought,
    is_guess,
    is_he,
    is_oblique,
    verb_before,
    verb_between,
    verb_first,
)
from core.extract.clauses import list_back as _list_back
from core.extract.clauses import list_on as _list_on
from core.extract.clauses.complements import FAR, against, complement, is_amid, owner_behind, senders, shaken
from core.extract.clauses.doers import agents, owned
from core.extract.clauses.voice import group_ending, group_inside, is_passive
from core.extract.frames import INTRANSITIVE
from core.extract.groups import Group
from core.extract.mentions import Found, Hit, asked_once

_UNCLAIMED, _UNDERGO = 6, 5  # tokens from "neither" to "claimed", from "survived" to what was survived
_SHARED = 12  # tokens from a verb to the last group before the next verb of its subject
_OBJECT_NEAR = 3  # tokens from a verb to its object
_TO_AND, _TO_VERB = 2, 2  # tokens: "and the X then killed"
_UNARMED = frozenset({"civilian", "person_neutral", "facility", "number"})


class Roles(NamedTuple):
    """Groups by role, in text order; ``rule`` says how they were found."""

    initiators: tuple[Group, ...] = ()
    targets: tuple[Group, ...] = ()
    participants: tuple[Group, ...] = ()
    rule: str = ""


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
    return verb if group.begin - verb.last <= _SHARED else None


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
    if hit.tense == "ing" and found.has("caused", stop - 1, stop - 1):
        return agents(found, hit)  # "killed due to shelling X": whose doing, only "by" says
    if hit.tense == "ing" and stop and found.tokens[stop - 1].text == "," and depth < 4:
        main = verb_before(found, stop)  # "..., killing two": who did it is who acts in the main clause
        if main is not None and not found.barrier(main.last + 1, stop - 1):
            return agents(found, main) if is_passive(found, main) else subject(found, main, depth + 1)
        groups = (
            found.groups if main is None else groups
        )  # "X began raids on Y, taking Z": the sentence's own
    elif hit.tense == "ing" and found.has_any(("upon", "as_or_when", "agent"), stop - 1, stop - 1):
        if (main := verb_before(found, stop)) is None:  # "X made gains after killing two": X did
            return next(((g,) for g in found.groups if g.last < stop and _may_act(found, g)), ())
        if depth < 4 and not is_passive(found, main):
            return subject(found, main, depth + 1)
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
        if not _may_act(found, group):
            continue
        head = _described(found, group) or group
        return tuple(owned(found, g) for g in _list_back(found, head))
    earlier = None if is_he(found, hit) else verb_before(found, stop)
    if earlier is not None and depth < 4 and (
        hit.tense == "ing" or not found.has("boundary", earlier.last + 1, stop - 1)
    ):  # fmt: skip
        return subject(found, earlier, depth + 1)
    return ()


def _described(found: Found, group: Group) -> Group | None:
    """ "the man who led two groups was killed": who the clause that a group stands in speaks of."""
    for head in found.groups[: found.groups.index(group)]:
        if found.tokens[head.last + 1].low == "who" and not found.barrier(head.last + 2, group.begin - 1):
            if any(t.kind == "p" for t in found.tokens[head.last + 1 : group.begin]):
                continue
            return head if _may_act(found, head) else None
    return None


def _may_act(found: Found, group: Group) -> bool:
    if _struck_in(found, group):
        return False
    return not (group.is_holder or group.is_source or is_subset(group) or is_oblique(found, group))


def _struck_in(found: Found, group: Group) -> bool:
    """Whether a post or vehicle is only what an attack befell: "the shelling of a post of X"."""
    return group.kind in {"facility", "vehicle"} and any(
        h.first == group.first and h.last < group.last and h.tense == "noun" and h.trigger.frame == "act"
        for h in found.hits
    )


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
    inside = group_inside(found, hit)
    if inside is not None:
        return _object_list(found, inside)
    for group in found.groups:
        if group.first <= hit.last or (hit.trigger.frame not in _POSTURE and _is_means(group)):
            continue
        between = range(hit.last + 1, group.first)
        if found.barrier(hit.last + 1, group.first - 1) or len(between) > FAR:
            break
        if verb_between(found, hit.last + 1, group.first) is not None:
            break
        if group.is_holder or group.is_source or found.has("agent", group.first - 3, group.first - 1):
            continue
        if found.has_any(("near", "from"), group.begin - 2, group.begin - 1):
            continue
        if is_guess(found, group):
            continue
        if _acts_next(found, group):
            break
        return _object_list(found, group)
    return ()


def _object_list(found: Found, group: Group) -> tuple[Group, ...]:
    """The list that an object opens, to where the next clause begins."""
    return tuple(takewhile(lambda g: g is group or not _acts_next(found, g), _list_on(found, group)))


def _acts_next(found: Found, group: Group) -> bool:
    """ "shelled A, and X killed two": X, right before the next clause's verb, is its subject."""
    if not found.has("coordination", group.begin - _TO_AND, group.begin - 1):
        return False
    if any(group.begin - _TO_AND <= h.last < group.begin for h in found.hits):
        return False  # "and killed a guard and wounded two"
    return any(
        0 < h.first - group.last <= _TO_VERB
        and not found.has("coordination", group.last + 1, h.first - 1)  # "a woman and her child and hurt two"
        and h.trigger.pos == "verb"
        and h.tense == "past"
        and not is_passive(found, h)
        for h in found.hits
    )


def roles_of(found: Found, hit: Hit) -> Roles:
    """The roles of a trigger by its frame, voice and part of speech."""
    if hit.trigger.pos == "noun" or hit.tense == "noun":
        return _noun_roles(found, hit)
    frame = hit.trigger.frame
    if hit.trigger.word.startswith("come under"):
        return Roles(senders(found, hit), subject(found, hit), (), "come under")
    doers, done_to = subject(found, hit), objects(found, hit)
    if frame in {"killed", "wounded", "captured", "act"} and is_passive(found, hit):
        return Roles(agents(found, hit), doers, (), "passive")
    if frame == "mutual":
        return _mutual(doers, done_to)
    if frame in _POSTURE:
        if is_passive(found, hit) and agents(found, hit):
            return Roles(agents(found, hit), (), (), "passive posture")
        handed = frame == "leave"  # "handed it over to X": X does not leave
        movers = doers or tuple(
            g for g in done_to if g.actor_id and not (handed and found.has("to", g.begin - 2, g.begin - 1))
        )
        return Roles(_whose_lorries(found, hit, movers), (), (), "posture")
    if frame == "burst":
        by = agents(found, hit) or (doers if _sets_off(found, hit) else _bomber(hit, doers))
        return Roles(by, shaken(found, hit), (), "explosion")
    if hit.trigger.word in INTRANSITIVE or hit.trigger.pos == "fixed":
        by = agents(found, hit)  # "was hurt by X (أصيب على يد)"
        return Roles(by, tuple(g for g in doers or done_to if g not in by), (), "victims")
    return Roles(doers, done_to, (), "active")


def _whose_lorries(found: Found, hit: Hit, movers: tuple[Group, ...]) -> tuple[Group, ...]:
    """ "30 lorries (carrying arms of X) arrived from the depots of X": whose they are, where nobody else is
    named."""
    if not movers or any(g.actor_id or g.kind != "vehicle" for g in movers):
        return movers
    laden = next((g for g in found.groups if g.actor_id and movers[-1].last < g.first < hit.first), None)
    if laden is not None and found.has("made_up", movers[-1].last + 1, movers[-1].last + 1):
        return (laden,)
    stores = (g for g in found.groups if g.kind == "facility" and g.actor_id)
    return tuple(g for g in stores if found.has("from", g.begin - 2, g.begin - 1))[:1] or movers


def completed(roles: Roles, more: Roles) -> Roles:
    """Roles with what another trigger of the same happening adds to the empty ones."""
    taken = set(roles.initiators + roles.targets + roles.participants)
    return Roles(
        roles.initiators or tuple(g for g in more.initiators if g not in taken),
        roles.targets or tuple(g for g in more.targets if g not in taken),
        roles.participants or tuple(g for g in more.participants if g not in taken),
        roles.rule,
    )


def _bomber(hit: Hit, doers: tuple[Group, ...]) -> tuple[Group, ...]:
    """ "A member of X blew himself up": what else goes off has no doer for its subject."""
    if hit.trigger.event_type != "suicide_bombing":
        return ()
    return tuple(g for g in doers if g.actor_id and g.kind not in _UNARMED)


def _sets_off(found: Found, hit: Hit) -> bool:
    """ "attacked A and set off a car bomb in B", "blew up a school": whose object is a weapon or a building
    has a doer for its subject."""
    if is_passive(found, hit):
        return False
    near = hit.last + 1, hit.last + _OBJECT_NEAR
    building = found.has("facility", *near) and found.has("determiner", near[0], near[0])
    return building or any(h.trigger.frame == "weapon" and near[0] <= h.first <= near[1] for h in found.hits)


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
        before = over or group_ending(found, hit.first - 1)  # "American raids" may be one group
        owners = by
        suffers = found.has_any(("suffered", "undergo"), hit.first, hit.last)  # "the X massacre": of X
        if (
            not owners
            and not suffers
            and before is not None
            and not before.is_holder
            and not found.has("against", before.first - 2, before.first - 1)
        ):
            owners = _list_back(found, before)
        owners = owners or owner_behind(found, hit) or _light_subject(found, hit)
        others = complement(found, hit, owners) or _undergoer(found, hit)
        others = others or tuple(g for g in found.groups if g.first == hit.first and _struck_in(found, g))
    others = tuple(g for g in others if g not in owners)
    if hit.trigger.frame == "mutual":
        sides = owners + others + against(found, hit, owners + others)
        if is_amid(found, hit) and (main := verb_before(found, hit.first)):
            sides = subject(found, main, 3) + sides
        return Roles((), (), tuple(dict.fromkeys(sides)), "mutual noun")
    if hit.trigger.frame == "crowd":
        return Roles(owners, others, (), "crowd noun")
    if hit.trigger.frame == "burst":  # «أقدم X على تفجير مبنى»
        by = by or _light_subject(found, hit)
        return Roles(by, others or shaken(found, hit), (), "explosion noun")
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
        if found.has("claim", k, k) and found.has("negation", k - _UNCLAIMED, k - 1):
            return ()  # "neither A nor B have claimed the attack"
        if found.has("light", k, k) or found.has("claim", k, k):
            if found.has("undergo", k, k):
                break  # "X was the target of a raid that Y began"
            verb = Hit(k, k, hit.trigger, "past")
            active = found.tokens[k].low.endswith("ing")  # "was launching a campaign"
            if found.has("be", k - 2, k - 1) and not active:
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
    for k in range(hit.last, max(hit.first - _UNDERGO, -1), -1):  # "caught in an ambush" is one phrase
        if k < hit.first and found.barrier(k, k):
            break
        if found.has("undergo", k, k):
            return subject(found, Hit(k, k, hit.trigger, "past"), 3)
    return ()
