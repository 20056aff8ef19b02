"""Killed, wounded and captured: whose losses a sentence tells, and how many."""

from __future__ import annotations

from typing import NamedTuple

from core.extract import verb_first
from core.extract.clauses import list_on
from core.extract.counts import CountMention
from core.extract.doers import agents
from core.extract.groups import Group
from core.extract.mentions import Found, Hit
from core.extract.persons import is_apposed, is_known_person, is_named_beside, named_of, with_named
from core.extract.pronouns import dies, succumbs, told_by_pronoun, with_him
from core.extract.roles import INTRANSITIVE, objects, subject
from core.extract.running import FIELDS, is_running, total_of
from core.extract.sizes import is_family, is_its_size, is_many, undetailed
from core.extract.spared import nought, tells_none
from core.extract.voice import is_passive
from core.model import Count
from core.text import tokens_in

_NOT_PEOPLE = frozenset({"facility", "force", "vehicle", "aircraft", "artillery", "name"})
_NONE, _ONE = Count(0, 0, 0), Count(1, 1, 1)
_COUNTED = frozenset({"count", "article", "none"})  # kinds of counts; "a 16-year-old child" has an age
_OBJECT = 2  # tokens from a verb to its object
_ABOARD = 4  # tokens from people to the vehicle they are in
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
        if (field := _field(found, hit)) and not (tells_none(found, hit) or succumbs(found, hit))
    ]
    losses: list[Loss] = []
    for hit, field in told:
        for loss in _said(found, hit, field, [other for other, _ in told]):
            if not any(x.field == field and _is_same(x, loss) for x in losses):
                losses.append(loss)
    losses = [
        x
        for x in losses
        if not (_is_him(found, x, losses) or _is_of_next(found, x, losses) or _is_of_last(x, losses))
    ]
    losses += _added(found, losses)
    told_of = {loss.field for loss in losses if loss.count}
    losses += [
        Loss(field, _NONE, group, hit, False, (hit.first, hit.last))
        for field, group, hit in nought(found, hits, bool(told_of))
        if field not in told_of
    ]
    running = [loss for loss in losses if loss.is_total and is_running(found, loss.span[0])]
    apart = running and any(loss.count and not loss.is_total for loss in losses)
    return tuple(loss for loss in losses if not (apart and loss.is_total))


def _added(found: Found, losses: list[Loss]) -> list[Loss]:
    """ "12 were killed in raids on A, in addition to five fighters": more of the same loss."""
    taken = {loss.group for loss in losses}
    more = []
    for group in found.groups:
        if group.count is None or group.count.kind != "count" or group in taken or group.kind in _NOT_PEOPLE:
            continue
        before = [x for x in losses if x.group is not None and x.count and x.group.last < group.begin]
        if before and found.has("addition", group.begin - 1, group.begin - 1):
            span = _tokens(found, group.count)
            more.append(before[-1]._replace(count=group.count.count, group=group, span=span))
    return more


def _is_him(found: Found, one: Loss, losses: list[Loss]) -> bool:
    """ "killed a man by beheading him": the one told of."""
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
    if found.has("be", group.last + 1, group.last + 1):
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


def _field(found: Found, hit: Hit) -> str | None:
    """What a trigger tells of its victims; an act that leaves nobody alive kills them."""
    if hit.trigger.frame in FIELDS:
        return "killed" if dies(found, hit) else hit.trigger.frame
    if found.has("body", hit.first, hit.last):
        return "killed"
    if found.has("deadly", hit.first, hit.last) and not found.has("attempted", hit.first - 1, hit.last + 1):
        return "killed"
    return None


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
    victims = undetailed(found, _victims(found, hit))
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
        beside = group.begin == hit.last + 1 or hit.first - 2 <= group.last < hit.first
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
    if not victims:
        named = named_of(found, hit)
        if named:
            losses.append(Loss(field, Count(named, named, named), None, hit, False, (hit.first, hit.last)))
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
    inside = (c for c in found.counts if c.kind == "count" and hit.first <= c.head <= hit.last)
    figure = next(inside, None)
    counted = hit.trigger.pos == "noun" and not hit.trigger.grammar.verb_first
    if figure is None or counted or found.has("body", hit.first, hit.last):
        return figure
    return figure if figure.start > found.tokens[hit.first].start else None  # "claimed six lives"


def victims_of(found: Found) -> frozenset[Group]:
    """Every group that a sentence says was killed, wounded or taken."""
    return frozenset(g for hit in found.hits if _field(found, hit) for g in _victims(found, hit))


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
        if _own_figure(found, first) is not None:
            continue  # "claimed five lives and injured seven"
        if last.first - first.last == 2 and found.tokens[last.first - 1].low in {"and", "or", "و"}:
            return other
        joined = last.first - first.last == 1 and last.prefix[:1] in last.trigger.grammar.joins
        if joined and (
            found.has("between", first.first - 1, first.first - 1) or not verb_first.victims(found, first)
        ):
            return other
    return None


def _victims(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups that a loss is said of."""
    if hit.trigger.grammar.verb_first:
        told = verb_first.victims(found, hit)
        if not told and found.has("body", hit.last, hit.last):
            told = tuple(g for g in found.groups if g.begin == hit.last + 1)  # "the bodies of five men"
        if not told and hit.trigger.pos == "noun" and found.has("deadly", hit.first, hit.first):
            told = verb_first.noun_sides(found, hit)[0]  # "the liquidation of five men"
        return _people(told)
    inside = [g for g in found.groups if g.first <= hit.last and hit.first <= g.last]
    if inside:
        return tuple(g for g in inside if g.count) or tuple(inside)  # "the bodies of two men were found"
    if hit.first == hit.last and found.has("one_side_lost", hit.first, hit.first):
        return _of_the_loser(found, hit)
    intransitive = hit.trigger.word in INTRANSITIVE or hit.trigger.pos == "fixed"
    if hit.trigger.pos == "noun":
        return _people(objects(found, hit))
    if intransitive or is_passive(found, hit):
        before = _right_before(found, hit) or _riders(found, subject(found, hit))
        before = _with_company(found, hit, before)
        return _people(before) or (_people(objects(found, hit)) if not agents(found, hit) else ())
    return _people(objects(found, hit))


def _riders(found: Found, lost: tuple[Group, ...]) -> tuple[Group, ...]:
    """The lost, for a vehicle the people that it is said of: "seven drivers of lorries were killed"."""
    if len(lost) != 1 or lost[0].kind != "vehicle" or lost[0] not in found.groups:
        return lost
    k = found.groups.index(lost[0])
    before = found.groups[k - 1] if k else None
    if before is None or not 0 < lost[0].begin - before.last <= _ABOARD:
        return lost
    at = before.last + 1
    return (before,) if found.has("in", at, at) or found.tokens[at].low == "of" else lost


def _with_company(found: Found, hit: Hit, lost: tuple[Group, ...]) -> tuple[Group, ...]:
    """The lost and who, behind the verb, shared their fate: "was killed along with two of his guards"."""
    nearest = max((g.last for g in lost), default=-1)
    behind = next((g for g in found.groups if g.first > max(nearest, hit.last)), None)
    apart = any(nearest < g.first < hit.first for g in found.groups)
    return lost if not lost or apart or behind is None or not behind.joined else (*lost, behind)


def _of_the_loser(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The men that the subject lost ("and lost three fighters"): they are of the subject's side."""
    earlier = [
        h for h in found.hits if h.last < hit.first and h.trigger.pos == "verb" and not is_passive(found, h)
    ]
    shared = earlier and found.has("coordination", hit.first - 1, hit.first - 1)  # "killed 20 and lost three"
    side = next((g.actor_id for g in subject(found, earlier[-1] if shared else hit) if g.actor_id), None)
    return tuple(g if g.actor_id else g._replace(actor_id=side) for g in _people(objects(found, hit)))


def _right_before(found: Found, hit: Hit) -> tuple[Group, ...]:
    """A count right before a participle: "two killed, three wounded"."""
    for k, group in enumerate(found.groups):
        if group.count is None or not hit.first - 2 <= group.last < hit.first:
            continue
        if group.count.is_subset:
            if group.kind == "number" or any(_field(found, h) and h.last < group.begin for h in found.hits):
                return (group,)  # "over 35 casualties, including 15 killed"
            continue
        if not found.has("boundary", group.last + 1, hit.first - 1):
            first = k
            while (
                first > 0
                and found.groups[first].joined
                and not _is_total(found.groups[first - 1])
                and not found.has("body", found.groups[first - 1].first, found.groups[first - 1].last)
                and not _is_lost_before(found, first - 1, hit)
            ):
                first -= 1
            return found.groups[first : k + 1]
    return ()


def _is_total(group: Group) -> bool:
    """ "reached nine, with 20 wounded": the toll before is another's."""
    return group.count is not None and group.count.is_total


def _is_lost_before(found: Found, k: int, hit: Hit) -> bool:
    """Whether a group is another loss's: "25 dead, nine civilians injured", "killed two and five fell"."""
    group, end = found.groups[k], found.groups[k + 1].begin
    earlier = [h for h in found.hits if h != hit and h.first < end and _field(found, h)]
    return any(h.first >= group.first for h in earlier) or any(
        h.trigger.pos == "verb"
        and 0 < group.begin - h.last <= _OBJECT
        and not is_passive(found, h)
        and not found.barrier(h.last + 1, group.begin - 1)
        for h in earlier
    )


def _people(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return tuple(g for g in groups if g.kind not in {"facility", "vehicle", "force"} or g.count is not None)
