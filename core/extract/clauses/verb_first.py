"""Subjects, objects and owners in a grammar whose verb comes first (see ``grammar.toml``).

The subject follows its verb and the owner its noun; a preposition, alone or written onto the
word, takes a group out of both. A group right before the verb of its clause is its subject, too
(after "that", and in headlines).
"""

from __future__ import annotations

from core.extract.clauses import (
    bare_after,
    clause_end,
    covering,
    ends_clause,
    groups_after,
    has_pronoun,
    is_adjacent,
    is_armed,
    is_bare,
    is_dative,
    is_object,
    is_plural,
    is_subset,
    list_back,
    list_on,
    opened_by,
    opens_clause,
    thing_between,
)
from core.extract.clauses.cases import is_accusative, takes_alone
from core.extract.clauses.doers import owned
from core.extract.clauses.things import STRUCK, has_object_behind, is_struck, told_of_thing
from core.extract.frames import FORCE_FRAMES
from core.extract.groups import LOSSES, Group
from core.extract.mentions import Found, Hit, asked_once

_NEAR_BEFORE = 16  # tokens between a subject and the verb that follows it
_LIGHT_REACH = 18  # tokens between a light verb and the noun that it carries
_OWNER_REACH = 3
_OTHER_SIDE = 14  # tokens from one side of a fight to the other
_ASIDE, _BEHIND = 2, 2  # tokens: "during the attack" to whose it is, "hurt in it (أصيب فيه)" to who
_DEEPEST = 3  # verbs in a row that share one subject
_TRANSITIVE = frozenset({"act", "killed", "wounded", "captured"})
_FACING = ("against", "with", "between", "between_them")
_ARTICLE, _FOR = "ال", "ل"
_UNARMED = frozenset({"civilian", "person_neutral", "number"})
_DOES = ("light", "achieved")  # "launched an attack", "managed to arrest (تمكن من)"
_MEANS = frozenset({"force", "artillery", "aircraft"})


@asked_once
def is_passive(found: Found, hit: Hit) -> bool:
    """Whether a verb names its victim alone: said of losses without a doer, or with "by" after it."""
    if hit.tense == "participle":
        return True
    if (
        hit.tense not in {"past", "present"}
        or hit.trigger.pos != "verb"
        or hit.trigger.frame not in _TRANSITIVE
    ):
        return False
    bare = bare_after(found, hit)
    by = next((k for k in range(hit.last + 1, clause_end(found, hit) + 1) if found.has("agent", k, k)), None)
    if hit.trigger.frame not in LOSSES or hit.trigger.event_type:
        taken = takes_alone(hit) and by is None and bare and all(g.joined for g in bare[1:])
        if taken and hit == found.hits[0] and bare[0].kind in _UNARMED and not has_pronoun(found, hit):
            return not (_before(found, hit) or is_accusative(found, hit, bare[0]))  # "اختطف شقيقان"
        told = by is not None and not any(
            h.first <= by <= h.last or (hit.last < h.first < by and _is_deed(h)) for h in found.hits
        )  # "X hit A (استهدفت), while raids carried out by (شنتها) Y": the raids are
        return told and sum(g.first < (by or 0) for g in bare) <= 1
    if by is not None:
        return True
    if _before(found, hit) or is_plural(found, hit) or has_pronoun(found, hit):
        return not bare
    if bare and (is_object(found, hit, bare[0]) or thing_between(found, hit, bare[0].begin)):
        return False
    alone = len(bare) < 2 or bare[1].joined or bare[0].kind == "number"
    if alone or found.has("undergo", bare[0].last + 1, bare[1].begin - 1):
        return True
    shot = is_armed(bare[0]) and is_object(found, hit, bare[1])  # "gunmen killed, on Sunday, a clerk"
    return not (shot or is_adjacent(found, bare[0], bare[1]))


@asked_once
def subject(found: Found, hit: Hit, depth: int = 0) -> tuple[Group, ...]:
    """The groups that a verb's subject names (of a passive: its victims); empty where it names none."""
    own = covering(found, hit)
    behind = found.has("victims_after", hit.first, hit.last)
    if own is not None and not behind and (hit.trigger.pos == "fixed" or hit.trigger.frame == "crowd"):
        inside = tuple(g for g in list_on(found, own) if g.last < hit.last)
        return inside or (own,)  # "لقي جنديان ومدني حتفهم", "خرج متظاهرون"
    within = tuple(g for g in found.groups if hit.first < g.first and g.last < hit.last)
    if within and hit.trigger.event_type == "clash":
        return within  # "استعادت قسد السيطرة"
    if hit.trigger.word == _IN_HANDS_OF:
        return tuple(g for g in found.groups if g.begin - hit.last == 1 and g.kind == "name")
    if hit.tense == "ing":
        return within or _doers_of_verbal_noun(found, hit)  # "إطلاق ملثمين النار"
    bare = bare_after(found, hit)
    befalls = hit.trigger.pos == "fixed" and hit.trigger.frame in LOSSES and not is_plural(found, hit)
    behind |= befalls and bool(bare) and bare[0].begin - hit.last <= _BEHIND  # "in which five fell"
    before = () if behind else _before(found, hit)
    if before:
        return before
    if hit.trigger.pos == "fixed" or is_passive(found, hit):
        return list_on(found, bare[0]) if bare else ()
    if has_pronoun(found, hit):
        return ()
    if not bare or is_plural(found, hit):
        return _passed_on(found, hit, depth)
    first = bare[0]
    if hit.trigger.frame not in _TRANSITIVE:
        return list_on(found, first)
    if thing_between(found, hit, first.begin) or told_of_thing(found, hit, first):
        return ()
    alone = len(bare) == 1 or not is_adjacent(found, bare[0], bare[1])
    if is_object(found, hit, first) or (alone and opens_clause(hit) and not is_armed(first)):
        return _passed_on(found, hit, depth)
    if alone and hit.trigger.frame == "act" and is_struck(found, first):
        return ()  # "(استهدفت) القاعدة بصواريخ", "the attack that hit a car of X": bases attack nobody
    return list_on(found, first)


def objects(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups that a verb's object names, bare or after "on"."""
    doers = () if is_passive(found, hit) else subject(found, hit)
    start = max((g.last for g in doers), default=hit.first)
    for group in groups_after(found, hit, clause_end(found, hit)):
        is_means = hit.trigger.frame in _TRANSITIVE and group.actor_id is None and group.kind in _MEANS
        if group.first <= start or group in doers or is_means:
            continue
        if is_bare(found, hit, group) or is_dative(group) or opened_by(found, group, _FACING):
            return list_on(found, group) + _aboard(found, hit, group)
    return ()


def _aboard(found: Found, hit: Hit, vehicle: Group) -> tuple[Group, ...]:
    """Those in a vehicle that is nobody's: "a car carrying (تقل) a leader of X"."""
    aboard = next((g for g in found.groups if 1 < g.begin - vehicle.last <= _ASIDE), None)
    if aboard is None or vehicle.kind != "vehicle" or vehicle.actor_id or not is_bare(found, hit, aboard):
        return ()
    return list_on(found, aboard)


_IN_HANDS_OF = "بات تحت سيطرة"  # whoever stands behind it took the ground


_BEFALLS = frozenset({"assassination", "abduction"})  # an attempt on whoever stands behind the noun


def noun_sides(found: Found, hit: Hit) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """The owners of a noun (whose attack, whose convoy) and those whom it befalls or joins."""
    end = clause_end(found, hit)
    aside = _is_aside(found, hit)
    owner = _owner(found, hit, min(end, hit.last + _ASIDE) if aside else end)
    faced = () if hit.trigger.frame in FORCE_FRAMES else _befallen(found, hit, end)  # "to the front with X"
    befallen = tuple(g for g in faced if g not in owner)
    behind = owner and owner[0].first > hit.first  # "Russian raids (غارات روسية)": theirs
    if behind and not befallen and hit.trigger.frame == "act" and (
        owner[0].kind in STRUCK or (owner[0].kind != "name" and _strikes(found, hit))
    ):  # fmt: skip
        owner, befallen = (), owner  # "the shelling of posts of X (قصف مواقع)"
    if owner and not befallen and hit.trigger.event_type in _BEFALLS and not any(
        is_dative(g) for g in groups_after(found, hit, end)
    ):  # fmt: skip
        owner, befallen = (), owner
    if owner and not befallen and hit.trigger.frame == "act" and not hit.prefix:
        befallen = tuple(g for g in objects(found, hit) if g not in owner)  # "قصف طيران X موقعا"
    if hit.trigger.frame in {"killed", "wounded", "captured"}:
        return (), owner or befallen
    carried = () if aside else _carried(found, hit, _DOES)
    laid = bool(carried) or found.has("laid", hit.first - _OWNER_REACH, hit.first - 1)
    if laid and not befallen and any(is_dative(g) for g in owner):
        return carried, owner  # "they laid an ambush for X"
    owners = owner or tuple(g for g in carried if g not in befallen)
    suffered = _carried(found, hit, ("undergo",))
    return owners, befallen or tuple(g for g in suffered if g not in owners)


def _strikes(found: Found, noun: Hit) -> bool:
    """ "An attack hit fighters of X (استهدف هجوم عناصر)": the noun is the verb's subject."""
    return not noun.prefix and any(
        h.last + 1 == noun.first
        and h.trigger.frame == "act"
        and h.trigger.pos == "verb"
        and h.tense != "ing"
        and not is_passive(found, h)
        for h in found.hits
    )


def _is_aside(found: Found, hit: Hit) -> bool:
    """ "during the attack", "around the site of the blast": what is known already, and no verb's object."""
    before = hit.first - 1
    return hit.prefix.endswith("ال") and found.has_any(("boundary", "facility", "during"), before, before)


def victims(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups that a loss is said of."""
    if hit.trigger.pos == "noun":
        return noun_sides(found, hit)[1]
    if hit.trigger.pos == "fixed" or is_passive(found, hit):
        return subject(found, hit)
    return objects(found, hit)


def _is_deed(hit: Hit) -> bool:
    """Whether a trigger is a noun for an attack."""
    return hit.tense == "noun" and hit.trigger.frame == "act"


def _before(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The subject that stands before its verb."""
    if opens_clause(hit):
        return ()
    for group in reversed(found.groups):
        if group.last >= hit.first:
            continue
        start = group.last + 1
        is_head = found.has("relative", start, start) or (start == hit.first and is_plural(found, hit))
        start += found.has(
            "relative", start, start
        )  # "with fighters who (الذين) withdrew", "by men that struck"
        if hit.first - group.last > _NEAR_BEFORE or found.barrier(start, hit.first - 1):
            return ()
        if any(ends_clause(h) and group.first <= h.first < hit.first for h in found.hits):
            return ()
        head = list_back(found, group)
        if group.is_source or not head or is_subset(found, head[0]):
            continue
        if not (is_head or is_bare(found, hit, head[0])):
            continue
        first = head[0].first
        owned = any(h.last < first and h.first >= first - _OWNER_REACH for h in found.hits if h != hit)
        return () if owned and not is_head else head  # a group behind another trigger is that one's
    return ()


def _passed_on(found: Found, hit: Hit, depth: int) -> tuple[Group, ...]:
    """The subject of the verb before, which this one shares."""
    verbs = (h for h in found.hits if h.trigger.pos == "verb" and h.trigger.frame != "weapon")
    earlier = [h for h in verbs if h.last < hit.first]
    if earlier and depth <= _DEEPEST:
        return () if is_passive(found, earlier[-1]) else subject(found, earlier[-1], depth + 1)
    if not opens_clause(hit) or hit.trigger.frame in LOSSES:
        return ()
    before = [g for g in found.groups if g.last < hit.first and is_armed(g) and is_bare(found, hit, g)]
    return (before[-1],) if before and not before[-1].is_source else ()


def _doers_of_verbal_noun(found: Found, hit: Hit) -> tuple[Group, ...]:
    """Who did what a verbal noun tells: the first of two groups after it, or the verb that carries it."""
    within = groups_after(found, hit, clause_end(found, hit))
    after = [g for g in within if is_bare(found, hit, g) or is_dative(g)]
    if hit.trigger.event_type == "suicide_bombing" and after and is_armed(after[0]):
        return list_on(found, after[0])  # "تفجير مقاتل من X نفسه"
    if after and found.has("of_doer", hit.first, hit.first) and after[0].kind in {"name", "force"}:
        return list_on(found, after[0])  # "حملة اعتقالات لقوات X"
    far = hit.trigger.frame == "station" and after and after[0].begin - hit.last > _OWNER_REACH
    if not after or far or (hit.trigger.frame == "station" and not is_armed(after[0])):
        return _carried(found, hit, _DOES)  # "sending patrols and arresting ten youths"
    if is_dative(after[0]) and found.has("against", after[0].last + 1, after[0].last + 1):
        return list_on(found, after[0])  # "a strike of X on Y"
    two = len(after) > 1 and not after[1].joined and is_adjacent(found, after[0], after[1])
    with_weapon = any(  # "the throwing by X of a grenade", «استهداف داعش بسيارة مفخخة تجمعا»
        h.trigger.frame == "weapon"
        and h.first == after[0].last + 1
        and (not h.prefix or (h.prefix == "ب" and any(g.first > h.last for g in after)))
        for h in found.hits
    )
    takes = two or with_weapon or has_object_behind(found, after[0])
    if hit.trigger.frame not in _TRANSITIVE or (takes and is_armed(after[0])):
        return list_on(found, after[0])
    if any(
        after[0].first <= h.first <= after[0].last and h.trigger.frame == "weapon" for h in found.hits
    ) and (found.tokens[min(after[0].last + 1, len(found.tokens) - 1)].low.startswith(_FOR)):
        return (after[0],)  # «استهداف طيران التحالف لمعبر»
    return _carried(found, hit, _DOES)


def _owner(found: Found, hit: Hit, end: int) -> tuple[Group, ...]:
    """The groups that a noun belongs to: its own head's, or the one right behind it, "of" or "from" it."""
    own = covering(found, hit)
    if own is not None and hit.trigger.frame not in LOSSES:
        if own.actor_id is not None:
            return list_on(found, own)
        if (his := owned(found, own)).actor_id is not None:
            return (his,)  # "a convoy of 40 lorries, belonging to X"
    for group in groups_after(found, hit, end):
        if group.kind == "number" and hit.trigger.frame == "act":
            continue  # "several raids (غارات عدة)"
        gap = group.begin - hit.last - 1
        if gap > _OWNER_REACH or found.has("happen", hit.last + 1, group.begin - 1):
            return ()  # "a raid that destroyed a house of X"
        with_article = _ARTICLE in (hit.prefix[-2:], found.tokens[hit.first].text[1:3])
        apart = with_article and group.kind != "name" and group.prefix[-2:] != _ARTICLE
        if is_dative(group) or (gap <= 1 and is_bare(found, hit, group) and not apart):
            return list_on(found, group)  # "hit by fire (بالرصاص) smugglers": not their fire
        if opened_by(found, group, ("from",)) and is_armed(group):
            return list_on(found, group)
        if not is_bare(found, hit, group):
            return ()
    return ()


def _befallen(found: Found, hit: Hit, end: int) -> tuple[Group, ...]:
    """The groups after "on", "with", "between" or "that hit" behind a noun."""
    aim = hit.last + 1
    if found.has("aims_at", aim, aim):
        struck = next((g for g in groups_after(found, hit, end) if g.begin - aim <= _ASIDE), None)
        if struck is not None and is_bare(found, hit, struck):
            return list_on(found, struck)
    for group in groups_after(found, hit, end):
        if not opened_by(found, group, _FACING):
            continue
        sides = list_on(found, group)
        if len(sides) == 1 and opened_by(found, group, ("between",)):
            others = (g for g in found.groups if group.last < g.first <= min(end, group.last + _OTHER_SIDE))
            sides += tuple(g for g in others if g.prefix[:1] in hit.trigger.grammar.joins)[:1]
        if opened_by(found, group, ("between_them",)):  # "clashes between them and X": those told of before
            before = (g for g in reversed(found.groups) if g.last < hit.first and is_armed(g))
            sides = (*(g for g in [next(before, None)] if g is not None), *sides)
        return sides
    return ()


def _carried(found: Found, hit: Hit, names: tuple[str, ...]) -> tuple[Group, ...]:
    """The subject of the light verb that carries a noun: "X launched", "X came under"."""
    for k in range(hit.first - 1, max(hit.first - _LIGHT_REACH - 1, -1), -1):
        if found.has_any(names, k, k):
            before = _before(found, Hit(k, k, hit.trigger, "past"))
            inside = (g for g in found.groups if k < g.begin and g.last < hit.first and not g.is_source)
            first = next((g for g in inside if is_bare(found, hit, g)), None)
            if before:
                return before
            if first is not None:
                return list_on(found, first)
            again = found.tokens[k].low[:1] in hit.trigger.grammar.joins  # "..., and (وقامت) burnt houses"
            return _passed_on(found, Hit(k, k, hit.trigger, "past"), 1) if again else ()
        if found.barrier(k, k):
            return ()
    return ()
