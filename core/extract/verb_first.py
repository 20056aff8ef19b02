"""Subjects, objects and owners in a grammar whose verb comes first (see ``grammar.toml``).

The subject follows its verb and the owner its noun; a preposition, alone or written onto the
word, takes a group out of both. A group right before the verb of its clause is its subject, too
(after "that", and in headlines).
"""

from __future__ import annotations

from collections.abc import Iterator

from core.extract.groups import ARMED, Group
from core.extract.mentions import Found, Hit

_NEAR_BEFORE = 10  # tokens between a subject and the verb that follows it
_NEAR_AFTER = 14
_LIGHT_REACH = 18
_LOSSES = frozenset({"killed", "wounded"})
_TRANSITIVE = frozenset({"act", "killed", "wounded", "captured"})
_FACING = ("against", "with", "between")
_MEANS = frozenset({"force", "artillery", "aircraft"})


def list_back(found: Found, group: Group) -> tuple[Group, ...]:
    """A group with those that its list names before it, in text order."""
    k = found.groups.index(group)
    first = k
    while first > 0 and found.groups[first].joined:
        first -= 1
    return tuple(g for g in found.groups[first : k + 1] if not g.is_holder)


def list_on(found: Found, group: Group) -> tuple[Group, ...]:
    """A group with those that its list names after it, in text order."""
    k = found.groups.index(group)
    last = k
    while last + 1 < len(found.groups) and found.groups[last + 1].joined:
        last += 1
    return tuple(g for g in found.groups[k : last + 1] if not g.is_holder)


def is_passive(found: Found, hit: Hit) -> bool:
    """Whether a verb names its victim alone: said of losses without a doer, or with "by" after it."""
    if hit.tense != "past" or hit.trigger.pos != "verb" or hit.trigger.frame not in _TRANSITIVE:
        return False
    end = _clause_end(found, hit)
    bare = [g for g in _after(found, hit, end) if _is_bare(found, hit, g)]
    by = next((k for k in range(hit.last + 1, end + 1) if found.has("agent", k, k)), None)
    if hit.trigger.frame not in _LOSSES or hit.trigger.event_type:
        told = by is not None and not any(h.first <= by <= h.last for h in found.hits)
        return told and sum(g.first < (by or 0) for g in bare) <= 1
    if by is not None:
        return True
    if _before(found, hit) or _is_plural(found, hit) or _has_pronoun(found, hit):
        return not bare
    if bare and (_is_object(hit, found, bare[0]) or _thing(found, hit, bare[0].begin)):
        return False
    return not (len(bare) > 1 and not bare[1].joined and _adjacent(found, bare[0], bare[1]))


def subject(found: Found, hit: Hit, depth: int = 0) -> tuple[Group, ...]:
    """The groups that a verb's subject names (of a passive: its victims); empty where it names none."""
    own = _covering(found, hit)
    if own is not None and hit.trigger.pos == "fixed":
        return (own,)
    if hit.tense == "ing":
        return _doers_of_verbal_noun(found, hit)
    before = _before(found, hit)
    if before:
        return before
    bare = [g for g in _after(found, hit, _clause_end(found, hit)) if _is_bare(found, hit, g)]
    if hit.trigger.pos == "fixed" or is_passive(found, hit):
        return list_on(found, bare[0]) if bare else ()
    if _has_pronoun(found, hit):
        return ()
    if bare and not _is_plural(found, hit):
        first = bare[0]
        if hit.trigger.frame not in _TRANSITIVE:
            return list_on(found, first)
        if _thing(found, hit, first.begin) or _told_of_thing(found, hit, first):
            return ()
        alone = len(bare) == 1 or not _adjacent(found, bare[0], bare[1])
        passed_on = alone and _opens_clause(hit) and not _is_armed(first)
        if not _is_object(hit, found, first) and not passed_on:
            return list_on(found, first)
    return _passed_on(found, hit, depth)


def objects(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups that a verb's object names, bare or after "on"."""
    end = _clause_end(found, hit)
    doers = () if is_passive(found, hit) else subject(found, hit)
    start = max((g.last for g in doers), default=hit.first)
    for group in _after(found, hit, end):
        if group.first <= start or group in doers or (hit.trigger.frame in _TRANSITIVE and group.actor_id is None and group.kind in _MEANS):
            continue
        if _is_bare(found, hit, group) or _is_dative(group) or _opened_by(found, group, _FACING):
            return list_on(found, group)
    return ()


def noun_sides(found: Found, hit: Hit) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """The owners of a noun (whose attack, whose convoy) and those whom it befalls or joins."""
    end = _clause_end(found, hit)
    owner = _owner(found, hit, end)
    befallen = tuple(g for g in _befallen(found, hit, end) if owner is None or g not in owner)
    if hit.trigger.frame in {"killed", "wounded", "captured"}:
        return (), owner or befallen
    carried = _carried(found, hit, "light")
    if owner and not befallen and _is_dative(owner[0]) and found.has("laid", hit.first - 3, hit.first - 1):
        return carried, owner  # "they laid an ambush for X"
    suffered = _carried(found, hit, "undergo")
    if carried and owner and not befallen and any(_is_dative(g) for g in owner):
        return carried, owner
    owners = owner or tuple(g for g in carried if g not in befallen)
    return owners, befallen or tuple(g for g in suffered if g not in owners)


def victims(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups that a loss is said of."""
    if hit.trigger.pos == "noun":
        return noun_sides(found, hit)[1]
    if hit.trigger.pos == "fixed" or is_passive(found, hit):
        return subject(found, hit)
    return objects(found, hit)


def _after(found: Found, hit: Hit, end: int) -> Iterator[Group]:
    """The groups of a clause after a trigger's first word: a subject may stand inside a phrase."""
    for group in found.groups:
        near = group.first <= min(end, hit.last + _NEAR_AFTER)
        clear = group.begin > hit.last or (group.begin > hit.first and group.last < hit.last)
        if clear and near and not (group.is_holder or group.is_source):
            yield group


def _clause_end(found: Found, hit: Hit) -> int:
    """The last token of the clause that a trigger opens."""
    stops = [h.first for h in found.hits if h.first > hit.last and _ends_clause(h)]
    end = min(stops, default=len(found.tokens)) - 1
    for k in range(hit.last + 1, end + 1):
        if found.barrier(k, k) or found.has("among", k, k):
            return k - 1
    return end


def _ends_clause(hit: Hit) -> bool:
    frame = hit.trigger.frame
    return frame in _LOSSES or (frame != "weapon" and hit.trigger.pos != "noun" and hit.tense != "ing")


def _opens_clause(hit: Hit) -> bool:
    return hit.prefix[:1] in hit.trigger.grammar.joins


def _before(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The subject that stands before its verb."""
    if _opens_clause(hit):
        return ()
    for group in reversed(found.groups):
        if group.last >= hit.first:
            continue
        start = group.last + 1
        if found.has("relative", start, start):
            start += 1
        if hit.first - group.last > _NEAR_BEFORE or found.barrier(start, hit.first - 1):
            return ()
        if any(_ends_clause(h) and group.first <= h.first < hit.first for h in found.hits):
            return ()
        head = list_back(found, group)
        if group.is_source or group.is_holder or not head or _is_subset(found, head[0]) or not _is_bare(found, hit, head[0]):
            continue
        if any(h.last < head[0].first and h.first >= head[0].first - 3 for h in found.hits if h != hit):
            return ()  # the group belongs to another verb or noun
        return head
    return ()


def _passed_on(found: Found, hit: Hit, depth: int) -> tuple[Group, ...]:
    """The subject of the verb before, which this one shares."""
    earlier = [h for h in found.hits if h.last < hit.first and h.trigger.pos == "verb" and h.trigger.frame != "weapon"]
    if earlier and depth <= 3:
        return () if is_passive(found, earlier[-1]) else subject(found, earlier[-1], depth + 1)
    if not _opens_clause(hit) or hit.trigger.frame in _LOSSES:
        return ()
    before = [g for g in found.groups if g.last < hit.first and _is_armed(g) and _is_bare(found, hit, g)]
    return (before[-1],) if before and not before[-1].is_source else ()


def _is_bare(found: Found, hit: Hit, group: Group) -> bool:
    """Whether no preposition governs a group."""
    if any(part in hit.trigger.grammar.clitics for part in group.prefix.removesuffix("ال")):
        return False
    return _is_partitive(found, group) or not _opened_by(found, group, ("preposition", "agent"))


def _is_partitive(found: Found, group: Group) -> bool:
    """Whether only a count's "of" stands before a group ("a number of the posts")."""
    of = found.tokens[group.begin - 1] if group.begin > 1 else None
    counted = found.tokens[group.begin - 2] if of is not None else None
    return counted is not None and any(count.end == counted.end for count in found.counts)


def _is_subset(found: Found, group: Group) -> bool:
    """Whether a group only details one named before it ("28 of them civilians")."""
    return found.has("among", group.begin - 2, group.first) or (group.count is not None and group.count.is_subset)


def _has_pronoun(found: Found, hit: Hit) -> bool:
    """Whether a pronoun before a verb is its subject ("that they killed")."""
    return found.has("pronoun", hit.first - 2, hit.first - 1)


def _opened_by(found: Found, group: Group, names: tuple[str, ...]) -> bool:
    k = group.begin - 1
    while k >= 0 and found.tokens[k].text in "\"'(#":
        k -= 1
    return any(found.has(name, k, k) for name in names)


def _is_dative(group: Group) -> bool:
    """Whether "to" or "of" is written onto a group."""
    return "ل" in group.prefix.removesuffix("ال")


def _is_object(hit: Hit, found: Found, group: Group) -> bool:
    """Whether a group's head bears an ending that no subject has."""
    if group.kind in {"name", "number", "force"}:
        return False
    word = found.tokens[group.first].text
    return len(word) > 3 and word.endswith(hit.trigger.grammar.object_endings)


def _is_plural(found: Found, hit: Hit) -> bool:
    """Whether a verb's own ending names its subject ("they killed")."""
    return hit.trigger.pos == "verb" and found.tokens[hit.first].low.endswith(hit.trigger.grammar.plural_endings)


def _is_armed(group: Group) -> bool:
    return group.kind in ARMED or (group.actor_id is not None and group.kind not in {"civilian", "person_neutral", "facility"})


def _adjacent(found: Found, one: Group, other: Group) -> bool:
    """Whether two groups stand side by side, as a doer and the one it is done to do."""
    first, last = one.last + 1, other.begin - 1
    if last - first > 2 or any(token.text in ",،" for token in found.tokens[first : last + 1]):
        return False
    return not found.has("preposition", first, last) and not any(first <= h.first <= last for h in found.hits)


def _thing(found: Found, hit: Hit, stop: int) -> bool:
    """Whether a weapon or an attack is named before a group: the thing is what strikes it."""
    return any(
        hit.last < h.first < stop
        and (h.trigger.frame == "weapon" or h.trigger.pos == "noun")
        and not any(part in hit.trigger.grammar.clitics for part in h.prefix.removesuffix("ال"))
        and not found.has("preposition", h.first - 1, h.first - 1)
        for h in found.hits
    )


def _told_of_thing(found: Found, hit: Hit, group: Group) -> bool:
    """Whether a verb goes on about an attack or weapon just named ("in an attack that hit a patrol")."""
    if _opens_clause(hit) or group.kind == "fighter":
        return False
    for h in found.hits:
        named = h.trigger.frame in {"weapon", "act", "burst"} and h.trigger.pos == "noun"
        if named and 0 < hit.first - h.last <= _NEAR_BEFORE and not found.barrier(h.last + 1, hit.first - 1):
            return group.kind == "facility" or all(t.text not in ",،" for t in found.tokens[h.last + 1 : hit.first])
    return False


def _covering(found: Found, hit: Hit) -> Group | None:
    return next((g for g in found.groups if g.first <= hit.first <= g.last), None)


def _doers_of_verbal_noun(found: Found, hit: Hit) -> tuple[Group, ...]:
    """Who did what a verbal noun tells: the first of two groups after it, or the verb that carries it."""
    end = _clause_end(found, hit)
    after = [g for g in _after(found, hit, end) if _is_bare(found, hit, g) or _is_dative(g)]
    if after and (hit.trigger.frame not in _TRANSITIVE or (
        len(after) > 1 and not after[1].joined and _adjacent(found, after[0], after[1]) and _is_armed(after[0]))):  # fmt: skip
        return list_on(found, after[0])
    return _carried(found, hit, "light")


def _owner(found: Found, hit: Hit, end: int) -> tuple[Group, ...]:
    own = _covering(found, hit)
    if own is not None and own.actor_id is not None and hit.trigger.frame not in _LOSSES:
        return list_on(found, own)
    for group in _after(found, hit, end):
        gap = group.begin - hit.last - 1
        if gap > 3:
            return ()
        if _is_dative(group) or (gap <= 1 and _is_bare(found, hit, group)):
            return list_on(found, group)
        if _opened_by(found, group, ("from",)) and _is_armed(group):
            return list_on(found, group)
        if not _is_bare(found, hit, group):
            return ()
    return ()


def _befallen(found: Found, hit: Hit, end: int) -> tuple[Group, ...]:
    """The groups after "on", "with" or "between" behind a noun."""
    for group in _after(found, hit, end):
        if _opened_by(found, group, _FACING):
            sides = list_on(found, group)
            if len(sides) == 1 and _opened_by(found, group, ("between",)):
                others = (g for g in _after(found, hit, end) if g.first > group.last)
                sides += tuple(g for g in others if g.prefix[:1] in hit.trigger.grammar.joins)[:1]
            return sides
    return ()


def _carried(found: Found, hit: Hit, name: str) -> tuple[Group, ...]:
    """The subject of the light verb that carries a noun: "X launched", "X came under"."""
    for k in range(hit.first - 1, max(hit.first - _LIGHT_REACH - 1, -1), -1):
        if found.has(name, k, k):
            verb = Hit(k, k, hit.trigger, "past")
            before = _before(found, verb)
            if before:
                return before
            for group in found.groups:
                if k < group.begin and group.last < hit.first and _is_bare(found, hit, group) and not group.is_source:
                    return list_on(found, group)
            return ()
        if found.barrier(k, k):
            return ()
    return ()
