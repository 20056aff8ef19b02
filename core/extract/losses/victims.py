"""Whom a trigger of harm befell: the groups that a loss is said of."""

from __future__ import annotations

from core.extract.clauses import aside_before, list_on, verb_first
from core.extract.clauses.doers import agents
from core.extract.clauses.voice import is_passive
from core.extract.frames import INTRANSITIVE
from core.extract.groups import Group
from core.extract.losses.owners import riders, with_company, with_other_sides
from core.extract.losses.persons import owner_of
from core.extract.losses.pronouns import dies
from core.extract.losses.running import FIELDS
from core.extract.mentions import Found, Hit
from core.extract.roles import objects, subject

_BY, _COST = "ب", 5  # tokens: "cost (أودى) the violent shelling of X (ب)"
_OBJECT = 2  # tokens from a verb to its object
_OF_THEM = frozenset({"of", "them", "whom", "these", "later", "then", "also"})


def field_of(found: Found, hit: Hit) -> str | None:
    """What a trigger tells of its victims; an act that leaves nobody alive kills them."""
    if hit.trigger.frame in FIELDS:
        return "killed" if dies(found, hit) else hit.trigger.frame
    if found.has("body", hit.first, hit.last):
        return "killed"
    if found.has("deadly", hit.first, hit.last) and not found.has("attempted", hit.first - 1, hit.last + 1):
        return "killed"
    return None


def victims_of(found: Found) -> frozenset[Group]:
    """Every group that a sentence says was killed, wounded or taken."""
    return frozenset(g for hit in found.hits if field_of(found, hit) for g in whom(found, hit))


def whom(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups that a loss is said of."""
    if hit.trigger.grammar.verb_first:
        told = cost_of(found, hit) or verb_first.victims(found, hit)
        if found.has("one_side_lost", hit.first, hit.first):
            told = _of_side(verb_first.subject(found, hit), told)
        if not told and found.has("body", hit.last, hit.last):
            told = tuple(g for g in found.groups if g.begin == hit.last + 1)  # "the bodies of five men"
        if not told and hit.tense in {"noun", "ing"} and found.has("deadly", hit.first, hit.first):
            told = verb_first.noun_sides(found, hit)[0] if hit.trigger.pos == "noun" else ()
            told = told or tuple(g for g in found.groups if g.begin == hit.last + 1)  # "الإعدام بشخصين"
        return with_other_sides(found, _people(told))
    inside = [g for g in found.groups if g.first <= hit.last and hit.first <= g.last]
    counted = tuple(g for g in inside if g.count)
    if inside and not counted and found.has("deadly", hit.last, hit.last):
        counted = tuple(g for g in objects(found, hit) if g.count)  # "the bodies of two men"
    if counted or (inside and hit.trigger.pos != "verb" and hit.trigger.word not in INTRANSITIVE):
        return counted or tuple(inside)  # "the bodies of two men were found"
    if hit.first == hit.last and found.has("one_side_lost", hit.first, hit.first):
        return _of_the_loser(found, hit)
    intransitive = hit.trigger.word in INTRANSITIVE or hit.trigger.pos == "fixed"
    owner = owner_of(found, hit)
    if owner is not None:
        return (owner,)
    if hit.trigger.pos == "noun" or _takes_of(found, hit):
        return _people(objects(found, hit))
    if intransitive or is_passive(found, hit):
        before = _right_before(found, hit) or riders(found, subject(found, hit))
        before = with_company(found, hit, before)
        return _people(before) or (_people(objects(found, hit)) if not agents(found, hit) else ())
    return _people(objects(found, hit))


def cost_of(found: Found, hit: Hit) -> tuple[Group, ...]:
    """«أودى القصف بستة مدنيين»: of this verb those with "by" written on are the victims."""
    if not found.has("costs", hit.first, hit.last):
        return ()
    near = (g for g in found.groups if 0 < g.begin - hit.last <= _COST)
    lost = next((g for g in near if found.tokens[g.begin].low.startswith(_BY)), None)
    return list_on(found, lost) if lost is not None else ()


def _takes_of(found: Found, hit: Hit) -> bool:
    """ "claimed the lives of two": the victims of a set phrase stand behind it."""
    after = found.tokens[hit.last + 1 : hit.last + 2]
    return hit.trigger.word == "claim the lives" and bool(after) and after[0].low == "of"


def _of_the_loser(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The men that the subject lost ("and lost three fighters"): they are of the subject's side."""
    earlier = [
        h for h in found.hits if h.last < hit.first and h.trigger.pos == "verb" and not is_passive(found, h)
    ]
    shared = earlier and found.has("coordination", hit.first - 1, hit.first - 1)  # "killed 20 and lost three"
    doers = subject(found, earlier[-1] if shared else hit)
    return _of_side(doers, _people(objects(found, hit)))


def _of_side(doers: tuple[Group, ...], lost: tuple[Group, ...]) -> tuple[Group, ...]:
    side = next((g.actor_id for g in doers if g.actor_id), None)
    return tuple(g if g.actor_id else g._replace(actor_id=side) for g in lost)


def _right_before(found: Found, hit: Hit) -> tuple[Group, ...]:
    """A count right before a participle: "two killed, three wounded"."""
    aside = aside_before(found, hit.first)
    for k, group in enumerate(found.groups):
        end = end_of(found, group)
        right_before = hit.first - 2 <= end < hit.first
        if group.count is None or not (right_before or (aside and end == aside[0] - 1)):
            continue
        if group.count.is_subset:
            if group.kind == "number" or not _is_detail(found, k):
                return (group,)  # "one of the wounded died", "over 35 casualties, including 15 killed"
            continue
        if not found.has("boundary", group.last + 1, hit.first - 1):
            return _own_part(found, k, hit)
    return ()


def _is_detail(found: Found, k: int) -> bool:
    """Whether a part is one of those told right before it: "four civilians, including a woman, were hurt"."""
    group = found.groups[k]
    told = [h.last for h in found.hits if field_of(found, h) and h.last < group.begin]
    since = [g.count for g in found.groups[:k] if g.first > max(told, default=-1)]
    return any(count is not None and not count.is_subset for count in since)


def _own_part(found: Found, k: int, hit: Hit) -> tuple[Group, ...]:
    """What of the list that ends in a group is a later verb's: "killing a woman and her child, and two more
    were wounded" wounds the last ones."""
    groups, first = found.groups, k
    while first > 0 and groups[first].joined and not _is_total(groups[first - 1]):
        first -= 1
        if found.has("body", groups[first].first, groups[first].last) or _is_lost_before(found, first, hit):
            commas = [t for t in range(groups[first].last, groups[k].begin) if found.tokens[t].text == ","]
            return tuple(g for g in groups[first : k + 1] if g.begin > commas[-1]) if commas else (groups[k],)
    return groups[first : k + 1]


def end_of(found: Found, group: Group) -> int:
    """The last token of a group, with "of them" or "of whom" and a word like "later" behind it."""
    end = group.last
    if group.count is not None and group.count.is_subset:
        while end + 1 < len(found.tokens) and found.tokens[end + 1].low in _OF_THEM:
            end += 1
    return end


def _is_total(group: Group) -> bool:
    """ "reached nine, with 20 wounded": the toll before is another's."""
    return group.count is not None and group.count.is_total


def _is_lost_before(found: Found, k: int, hit: Hit) -> bool:
    """Whether a group is another loss's: "25 dead, nine civilians injured", "killed two and five fell"."""
    group, end = found.groups[k], found.groups[k + 1].begin
    earlier = [h for h in found.hits if h != hit and h.first < end and field_of(found, h)]
    return any(h.first >= group.first for h in earlier) or any(
        0 < group.begin - h.last <= _OBJECT
        and h.trigger.word not in INTRANSITIVE
        and (h.trigger.pos == "noun" or not is_passive(found, h))
        and not found.barrier(h.last + 1, group.begin - 1)
        and not found.has("coordination", h.last + 1, group.begin - 1)
        for h in earlier
    )


def _people(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return tuple(g for g in groups if g.kind not in {"facility", "vehicle", "force"} or g.count is not None)
