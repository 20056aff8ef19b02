"""Killed, wounded and captured: whose losses a sentence tells, and how many."""

from __future__ import annotations

from typing import NamedTuple

from core.extract.clauses import list_on, verb_first
from core.extract.counts import CountMention
from core.extract.frames import INTRANSITIVE
from core.extract.groups import Group
from core.extract.losses.campaigns import taken_in
from core.extract.losses.persons import is_apposed, is_known_person, is_named_beside, named_of, with_named
from core.extract.losses.pronouns import has_object, succumbs, told_by_pronoun, who_did, with_him
from core.extract.losses.running import FIELDS, is_running, total_of
from core.extract.losses.sizes import is_family, is_its_size, is_many, undetailed
from core.extract.losses.victims import end_of, field_of, whom
from core.extract.mentions import Found, Hit
from core.extract.realis.spared import nought, tells_none
from core.model import Count
from core.text import tokens_in

_NOT_PEOPLE = frozenset({"facility", "force", "vehicle", "aircraft", "artillery", "name"})
_NONE, _ONE = Count(0, 0, 0), Count(1, 1, 1)
_COUNTED = frozenset({"count", "article", "none"})  # kinds of counts; "a 16-year-old child" has an age
_TWO = 2
_IN_ALL = 6  # tokens after a count within which "in all" makes it a total


class Loss(NamedTuple):
    """``count`` of ``group`` (``None`` where unnamed) were ``field``; ``is_total`` replaces, not adds.

    ``span`` are the first and last token that say how many.
    """

    field: str
    count: Count | None  # type: ignore[assignment]  # hides tuple.count
    group: Group | None
    hit: Hit
    is_total: bool
    span: tuple[int, int]


def losses_of(found: Found, hits: list[Hit]) -> tuple[Loss, ...]:
    """The losses that a happening's triggers tell, in order."""
    told = [
        (hit, field)
        for hit in hits
        if (field := field_of(found, hit)) and not (tells_none(found, hit) or succumbs(found, hit))
    ]
    losses: list[Loss] = []
    for hit, field in told:
        for loss in _said(found, hit, field, [other for other, _ in told]):
            if not any(x.field == field and _is_same(x, loss) for x in losses):
                losses.append(loss)
    losses = [
        _of_bodies(found, x)
        for x in _without_parts(losses)
        if not (
            _is_dead(x, losses)
            or _is_told_of(x, losses)
            or _is_him(found, x, losses)
            or _is_of_next(found, x, losses)
            or _is_of_last(x, losses)
        )
    ]
    losses += _added(found, losses)
    losses += [
        Loss("captured", c.count, g, h, False, _tokens(found, c)) for h, g, c in taken_in(found, hits, losses)
    ]
    told_of = {loss.field for loss in losses if loss.count}
    losses += [
        Loss(field, _NONE, group, hit, False, (hit.first, hit.last))
        for field, group, hit in nought(found, hits, bool(told_of))
        if field not in told_of
    ]
    running = [loss for loss in losses if loss.is_total and is_running(found, loss.span[0])]
    apart = running and any(loss.count and not loss.is_total for loss in losses)
    return tuple(loss for loss in losses if not (apart and loss.is_total))


def _of_bodies(found: Found, one: Loss) -> Loss:
    """ "Two bodies were taken to the hospital": of the dead."""
    group = one.group
    if one.field != "wounded" or group is None or not found.has("corpse", group.begin, group.last):
        return one
    return one._replace(field="killed")


def _added(found: Found, losses: list[Loss]) -> list[Loss]:
    """ "12 were killed in raids on A, in addition to five fighters": more of the same loss."""
    taken = {loss.group for loss in losses}
    more = []
    for group in found.groups:
        if group.count is None or group.count.kind != "count" or group in taken or group.kind in _NOT_PEOPLE:
            continue
        if group.count.is_definite:
            continue  # "in addition to the eight dead": told of before
        before = [x for x in losses if x.group is not None and x.count and x.group.last < group.begin]
        if before and found.has("addition", group.begin - 1, group.begin - 1):
            span = _tokens(found, group.count)
            more.append(before[-1]._replace(count=group.count.count, group=group, span=span))
    return more


def _without_parts(losses: list[Loss]) -> list[Loss]:
    """ "killed 20 people, 12 of X and eight of Y": the first figure is the sum of those behind it."""
    for field in FIELDS:
        told = [x for x in losses if x.field == field and x.count]
        lows = [x.count.low or 0 for x in told if x.count]
        parts = [x.group.kind for x in told[1:] if x.group]
        if len(lows) > _TWO and lows[0] == sum(lows[1:]) and "number" in parts:
            losses = [x for x in losses if x not in told[1:]]
    return losses


def _is_told_of(one: Loss, losses: list[Loss]) -> bool:
    """ "ارتقى مدنيان شهيدين", "killed nine and left besides the nine dead": a noun that only says again what
    became of those told before."""
    again = one.group is not None and one.group.count is not None and one.group.count.is_definite
    if again and any(x.field == one.field and x.count and x.hit.first < one.hit.first for x in losses):
        return True
    if one.hit.trigger.pos != "fixed" or not one.hit.trigger.grammar.verb_first or one.count is None:
        return False
    before = [x for x in losses if x.field == one.field and x.hit.first < one.hit.first]
    told = [x.count.low or 0 for x in before if x.count]
    nameless = one.group is None or one.group.actor_id is None
    return nameless and bool(told) and one.count.low == sum(told)


def _is_dead(one: Loss, losses: list[Loss]) -> bool:
    """ "was wounded and later died": the same person, whose wound is none any more."""
    return one.field == "wounded" and any(
        x.field == "killed"
        and x.group is not None
        and x.group == one.group
        and x.hit.trigger.word in INTRANSITIVE
        for x in losses
    )


def _is_him(found: Found, one: Loss, losses: list[Loss]) -> bool:
    """ "killed a man by beheading him", "خطفوا شاباً وقتلوه": the one told of."""
    if has_object(found, one.hit):
        return any(x.field == one.field and x.hit.first < one.hit.first for x in losses)
    after = one.hit.last + 1
    return (
        one.group is None
        and found.has("him", after, after)
        and any(x.field == one.field and x.group is not None and x.hit != one.hit for x in losses)
    )


def _is_of_next(found: Found, one: Loss, losses: list[Loss]) -> bool:
    """ "killed two men and five more were injured": the five are of the verb behind them."""
    group = one.group
    if group is None or not group.joined or one.count is None or group.begin <= one.hit.last:
        return False
    if one.hit.trigger.pos == "verb" and found.has("be", group.last + 1, group.last + 1):
        return True  # "killed two men and a third was pulled out alive"
    return any(x.field != one.field and x.group == group and group.last < x.hit.first for x in losses)


def _is_of_last(one: Loss, losses: list[Loss]) -> bool:
    """ "killed two men, and five more were injured": the two are of the verb before them."""
    group = one.group
    if group is None or group.joined or group.last > one.hit.first:
        return False
    more = any(x.hit == one.hit and x.group is not None and x.group.joined for x in losses)
    return more and any(
        x.field != one.field and x.group == group and x.hit.last < group.begin for x in losses
    )


def _is_same(one: Loss, other: Loss) -> bool:
    """Whether two triggers tell of one loss: of the same group or by the same figure."""
    return one.span == other.span or (one.group is not None and one.group == other.group)


def _said(found: Found, hit: Hit, field: str, others: list[Hit]) -> list[Loss]:
    """The losses of one trigger: its victims with their counts, a figure alone, or one person."""
    own = _own_figure(found, hit)
    if own is not None:
        return [Loss(field, own.count, None, hit, own.is_total, _tokens(found, own))]
    told = told_by_pronoun(found, hit)
    if told is not None:
        more = with_him(found, hit)
        beside = _counted(found, hit, field, list_on(found, more)) if more is not None else []
        return [Loss(field, *told, hit, False, (hit.first, hit.last)), *beside]
    victims = undetailed(found, whom(found, hit))
    if _twin(found, hit, others) is not None:
        return [Loss(field, None, group, hit, False, (hit.first, hit.last)) for group in victims]
    summed = None if any(g.count for g in victims) else total_of(found, hit)
    if summed is not None:
        whose = victims[0] if victims and hit.trigger.pos == "verb" else None
        return [Loss(field, summed.count, whose, hit, True, _tokens(found, summed))]
    return _counted(found, hit, field, victims)


def _counted(found: Found, hit: Hit, field: str, victims: tuple[Group, ...]) -> list[Loss]:
    """The losses of a trigger's victims, each with its count; of those only named, as many as are."""
    losses = []
    for group in victims:
        beside = group.begin == hit.last + 1 or hit.first - 2 <= end_of(found, group) <= hit.first
        if group.count is not None and group.count.is_subset and not (beside or _is_whole(found, group)):
            continue  # a part of others, unless the verb itself takes it: "killed one of them"
        if any(is_apposed(found, person, group) for person in victims):
            continue  # "Abu Khawla, head of the council"
        told = group.count if group.count is not None and group.count.kind in _COUNTED else None
        if told is not None and told.kind == "article" and is_many(found, group):
            told = next((c for c in found.counts if c.kind == "count" and is_its_size(found, group, c)), None)
        if told is None and is_family(found, group):
            told = next((c for c in found.counts if is_its_size(found, group, c)), None)
        count = told.count if told else _single(found, group)
        span = _tokens(found, told) if told else (group.first, group.last)
        total = bool(
            group.count
            and (group.count.is_total or found.has("in_all", group.last + 1, group.last + _IN_ALL))
        )
        losses.append(Loss(field, count, group, hit, total, span))
    if losses and losses[0].group is not None and is_named_beside(found, hit, losses[0].group):
        losses.append(Loss(field, _ONE, None, hit, False, (hit.first, hit.last)))
    if not victims or all(g.kind == "name" and g.count is None for g in victims):
        if named := named_of(found, hit):  # also "المدعو أبو حمزة أمير التنظيم"
            losses = [x for x in losses if x.count]
            losses.append(Loss(field, Count(named, named, named), None, hit, False, (hit.first, hit.last)))
        elif not victims and (him := who_did(found, hit)) is not None:
            losses.append(Loss(field, _ONE, him, hit, False, (hit.first, hit.last)))
        more = with_named(found, hit)
        losses += _counted(found, hit, field, list_on(found, more)) if more is not None else []
    return losses


def _is_whole(found: Found, group: Group) -> bool:
    """Whether "three of the guards" are part of no figure told before; nor are "X and three of his kin"."""
    before = [g for g in found.groups if g.first < group.first]
    if not any(g.count for g in before):
        return True
    return group.joined and (before[-1].count is None or before[-1].count.kind == "article")


def _tokens(found: Found, count: CountMention) -> tuple[int, int]:
    inside = tokens_in(found.tokens, count.start, count.end)
    return inside[0], inside[-1]


def _own_figure(found: Found, hit: Hit) -> CountMention | None:
    """The figure that counts the noun itself: "two deaths", "five injuries"."""
    if sum(hit.first < g.begin and g.last < hit.last for g in found.groups) > 1:
        return None  # "لقي جنديان ومدني حتفهم": a list
    inside = (c for c in found.counts if c.kind == "count" and hit.first <= c.head <= hit.last)
    figure = next(inside, None)
    counted = hit.trigger.pos == "noun" and not hit.trigger.grammar.verb_first
    if figure is None or counted or found.has("body", hit.first, hit.last):
        return figure
    return figure if figure.start > found.tokens[hit.first].start else None  # "claimed six lives"


def _single(found: Found, group: Group) -> Count | None:
    """One for a singular noun without a count ("the commander was killed"), two for a dual."""
    if group.kind == "name" and is_known_person(found, group):
        return _ONE
    if group.kind == "number" or group.kind in _NOT_PEOPLE:
        return None
    for match in found.matches.of("person"):
        if group.first <= match.first <= group.last:
            number = {"singular": 1, "dual": 2}.get(match.value.number)
            return Count(number, number, number) if number else None
    return None


def _twin(found: Found, hit: Hit, hits: list[Hit]) -> Hit | None:
    """The other verb of "killed and wounded" or "killed or hurt", which shares one count."""
    for other in hits:
        if other.trigger.frame == hit.trigger.frame:
            continue
        first, last = sorted((hit, other), key=lambda h: h.first)
        if (
            _own_figure(found, first) is not None
            or told_by_pronoun(found, first) is not None
            or (first.trigger.grammar.verb_first and named_of(found, first))
        ):
            continue  # "claimed five lives and injured seven", "مقتله وإصابة شقيقه", "لقي سالم الحمود حتفه"
        if last.first - first.last == 2 and found.tokens[last.first - 1].low in {"and", "or", "و"}:
            return other
        joined = last.first - first.last == 1 and last.prefix[:1] in last.trigger.grammar.joins
        if joined and (
            found.has("between", first.first - 1, first.first - 1) or not verb_first.victims(found, first)
        ):
            return other
    return None
