"""Happenings of one sentence, before they are merged across the report."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from core.extract.clauses import opens_clause
from core.extract.clauses.asides import spans_aside
from core.extract.clauses.doers import fired_from, planters
from core.extract.dates import DateMention
from core.extract.frames import LOSS_FRAMES, SPOT_KM
from core.extract.groups import Group
from core.extract.happenings.departures import as_journey
from core.extract.happenings.from_air import (
    HEAVY,
    have_no_aircraft,
    is_bombing_raid,
    is_from_the_air,
    is_raid_on_area,
)
from core.extract.happenings.grouping import TAKEN, class_of, grouped, is_search, senses_of
from core.extract.happenings.takers import as_taken, is_by_force
from core.extract.losses import Loss, losses_of
from core.extract.losses.aimed import is_aimed
from core.extract.losses.parcelled import further, shared_out
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention
from core.extract.realis import judge
from core.extract.realis.aggregate import (
    is_aggregate,
    is_of_a_region,
    is_parted,
    is_practice,
    is_told_apart,
    is_trend,
)
from core.extract.roles import Roles, completed, roles_of
from core.extract.roles.allies import with_allies
from core.extract.roles.rammed import with_rammed
from core.extract.roles.repelled import with_attackers
from core.extract.senses import is_met
from core.extract.senses.killings import is_shot_body
from core.extract.senses.known import is_known, is_known_bomb
from core.extract.senses.means import is_struck
from core.extract.when import date_at, date_of, is_before_that, is_counted_from, is_long
from core.extract.whereabouts import where_of
from core.extract.whereabouts.apart import is_occasion, seat_of
from core.lexicon import Lexicon
from core.model import Reason


class Context(NamedTuple):
    """What earlier sentences leave for a draft to inherit: a place in its sentence, and a day.

    ``is_referred``: words like "the town" or "there" refer to the place; ``news``: the days that
    news without a day tells of."""

    place: PlaceMention | None = None
    found: Found | None = None
    date: DateMention | None = None
    is_referred: bool = False
    news: tuple[datetime.date, datetime.date] | None = None


class Draft(NamedTuple):
    """One happening as one sentence tells it; offsets are token indexes of ``found``."""

    found: Found
    hits: tuple[Hit, ...]
    event_type: str
    family: str
    rank: int
    roles: Roles
    losses: tuple[Loss, ...]
    place: PlaceMention | None
    origin: PlaceMention | None
    destination: PlaceMention | None
    via: tuple[PlaceMention, ...]
    date: DateMention | None
    reason: Reason | None
    is_past_perfect: bool
    is_definite: bool
    context: Context = Context()


def drafts_of(found: Found, lexicon: Lexicon) -> list[Draft]:
    """The happenings that a sentence tells, in order; rejected ones carry their reason."""
    drafts: list[Draft] = []
    aggregate = is_aggregate(found)
    judged = [(hit, _judged(found, hit, aggregate)) for hit in senses_of(found)]
    if aggregate is not None and not judged:
        typed = [h for h in found.hits if h.trigger.event_type and h.trigger.frame != "weapon"]
        judged = [(hit, Reason.AGGREGATE) for hit in typed[:1]]
    for reason in dict.fromkeys(reason for _, reason in judged):
        for happening in grouped(found, [hit for hit, why in judged if why is reason], lexicon):
            drafts += _draft(found, happening, reason, aggregate, lexicon)
    return drafts


def _judged(found: Found, hit: Hit, aggregate: int | None) -> Reason | None:
    reason = judge(found, hit)
    if reason is None and aggregate is not None and not (
        is_parted(found, hit, aggregate) or is_told_apart(found, hit, aggregate)
    ):  # fmt: skip
        return Reason.AGGREGATE
    return reason


def _crowd(found: Found, hit: Hit, told: tuple[Group, ...], lexicon: Lexicon) -> tuple[Group, ...]:
    """Who gathers where a report names nobody, or only how many: the people of the place."""
    if told:
        return tuple(g._replace(actor_id=a) for g in told[:1] for a in lexicon.words["crowd_actor"])
    if hit.tense != "noun":
        return ()
    span = found.chars(hit.first, hit.last)
    return tuple(
        Group(hit.first, hit.last, hit.first, actor, span, "civilian")
        for actor in lexicon.words["crowd_actor"]
    )


_BOMBED = frozenset({"bomb", "bombing"})
_TO_GROUNDS = 3  # tokens: "bombed several of the positions"
_FLIGHT = 2  # tokens from "flights of" to "warplanes"
_SUPPORT = 4  # tokens from "supported by" to the weapons
_MOST = {"assassination": 50, "ied_or_mine": 150}  # more than were ever lost in one go
_TOO_MANY = 3000  # more than any one happening here took: a war's toll


def _retyped(found: Found, hit: Hit, hits: list[Hit], lexicon: Lexicon) -> Hit:
    """The trigger or weapon word that says most about the type of a violent happening."""
    if is_bombing_raid(found, hit):
        return next(h for h in found.hits if h.trigger.frame == "weapon" and h.trigger.event_type in HEAVY)
    if hit.trigger.frame not in {"act", "burst", *LOSS_FRAMES} or class_of(hit, lexicon) not in {
        "violence",
        "loss",
    }:
        return hit
    best = hit
    for weapon in found.hits:
        if weapon.trigger.frame != "weapon" or weapon.trigger.rank <= best.trigger.rank:
            continue
        if hit.trigger.event_type == "clash" and not _is_done_with(found, weapon, hit):
            continue  # ground taken or held stays so, whatever helped
        span = sorted((weapon.first, hit.first))
        if hit.trigger.frame != "burst" and found.has(
            "overflight", weapon.first - _FLIGHT, weapon.last + _FLIGHT
        ):
            continue  # "amid heavy flights of warplanes"
        far = span[1] - span[0] > 12 and not spans_aside(found, *span)
        if far and found.has("boundary", span[0], span[1]):
            continue
        if is_counted_from(found, hit, weapon) or is_counted_from(found, weapon, hit):
            continue  # "was killed in A, a day after a mine went off in B"
        helps = found.last("support", weapon.first - _SUPPORT, weapon.first - 1)
        if helps is not None and not helps < hit.first < weapon.first:
            continue  # "supported by the coalition's helicopters"
        if _is_of_earlier(found, weapon, hit, hits) or any(is_struck(found, weapon, h) for h in hits):
            continue
        named = found.has_any(("facility", "ground", "place_word"), weapon.last + 1, weapon.last + 1)
        if named and not hit.trigger.grammar.verb_first:
            continue  # "an air force site", "the missile base"
        own = found.has("relative", weapon.last + 1, weapon.last + 1)  # "shells which X fired on Y"
        if not own and found.barrier(span[0] + 1, span[1] - 1) and _is_taken(found, weapon, hits):
            continue  # "shot at a post in A, while a mine killed two near B"
        between = (
            h for h in found.hits if span[0] < h.first < span[1] and h not in hits and h.tense != "noun"
        )
        if any(h.trigger.frame in {"act", "burst"} and is_met(found, h) for h in between):
            continue  # "attacked X and detonated a car bomb in Y"
        best = weapon
    return best


def _is_of_earlier(found: Found, weapon: Hit, hit: Hit, hits: list[Hit]) -> bool:
    """ "jets carried out raids on A, amid shelling of B", with the verb first: means of the act before."""
    if not hit.trigger.grammar.verb_first or weapon.first > hit.first:
        return False
    opens = hit.trigger.pos == "verb" and opens_clause(hit)
    opens = opens or found.has("amid", weapon.last + 1, hit.first - 1)
    acts = (h for h in found.hits if h not in hits and h.trigger.frame == "act" and h.first < hit.first)
    return any((opens or weapon.last < h.first) and is_met(found, h) for h in acts)


def _is_taken(found: Found, weapon: Hit, hits: list[Hit]) -> bool:
    """Whether another happening's trigger stands in a weapon's clause."""
    return any(
        h not in hits
        and h.trigger.frame in {"act", "burst", *LOSS_FRAMES}
        and not found.barrier(min(h.last, weapon.last) + 1, max(h.first, weapon.first) - 1)
        for h in found.hits
    )


def _is_done_with(found: Found, weapon: Hit, hit: Hit) -> bool:
    """ "a suicide attacker stormed the base": the weapon is the subject."""
    return (
        weapon.trigger.event_type == "suicide_bombing"
        and weapon.last < hit.first
        and not found.barrier(weapon.last + 1, hit.first - 1)
    )


def _lead(found: Found, hits: list[Hit], lexicon: Lexicon) -> Hit:
    """The trigger that says most of a happening."""
    violent = any(class_of(h, lexicon) == "violence" and not is_search(h, hits) for h in hits)
    lead = max(
        hits,
        key=lambda h: (
            not is_occasion(found, h, hits),
            not is_search(h, hits) and not (violent and h.trigger.frame == "captured"),
            h.trigger.rank,
        ),
    )
    if lead.trigger.frame in LOSS_FRAMES:  # prisoners that fighters take leave an attack what it is
        lead = max(hits, key=lambda h: (h.trigger.word not in TAKEN, h.trigger.rank))
    return lead


def _draft(
    found: Found, hits: list[Hit], reason: Reason | None, aggregate: int | None, lexicon: Lexicon
) -> list[Draft]:
    lead = _lead(found, hits, lexicon) if len(hits) > 1 else hits[0]
    roles = with_attackers(found, lead, roles_of(found, lead))
    roles = with_rammed(found, lead, with_allies(found, lead, roles))
    for other in sorted(
        hits, key=lambda h: found.barrier(min(h.last, lead.last) + 1, max(h.first, lead.first) - 1)
    ):
        if other is not lead:
            roles = completed(roles, roles_of(found, other))
    if lead.trigger.frame == "crowd" and not any(g.actor_id for g in roles.initiators):
        roles = roles._replace(initiators=_crowd(found, lead, roles.initiators, lexicon))
    typed = _retyped(found, lead, hits, lexicon)
    if not any(g.actor_id for g in roles.initiators) and typed.trigger.frame == "weapon":
        roles = roles._replace(initiators=planters(found, typed) or roles.initiators)
    losses = further(found, losses_of(found, hits))
    event_type = typed.trigger.event_type or "armed_attack"  # a killing told without its manner
    verbs = hits if event_type == "armed_attack" else [lead]  # "an Israeli attack struck a house"
    if typed is lead and (
        any(is_from_the_air(found, h, roles, losses, lexicon) for h in verbs)
        or (is_raid_on_area(found, lead) and not roles.initiators)
    ):
        event_type = "airstrike"
    if is_by_force(found, typed, hits, roles, losses, lexicon):
        event_type = "armed_attack"
    event_type = as_taken(event_type, typed.trigger.word, roles, lexicon)
    if typed.trigger.word in _BOMBED and have_no_aircraft((g.actor_id for g in roles.initiators), lexicon):
        afar = found.has("grounds", typed.last + 1, typed.last + _TO_GROUNDS)  # "bombed areas in X"
        event_type = "shelling" if afar else "ied_or_mine"
    if is_shot_body(found, lead, hits) or (
        event_type == "armed_attack" and is_aimed(found, hits, roles, losses, lexicon)
    ):
        event_type = "assassination"
    if not roles.initiators and event_type == "shelling":
        roles = roles._replace(initiators=fired_from(found))
    where = where_of(found, seat_of(found, lead, hits))
    if where.places == (None,) and len(hits) > 1:
        where = max((where_of(found, hit) for hit in hits), key=lambda w: w.places[0] is not None)
    where = where._replace(places=_apart(where.places, lexicon))
    event_type, where = as_journey(found, lead, event_type, where)
    # "On Friday, X attacked A, where clashes broke out"
    date = date_of(found, lead) or date_of(found, hits[0])
    most = _MOST.get(event_type, _TOO_MANY)
    if reason is None and any(loss.count is not None and (loss.count.low or 0) >= most for loss in losses):
        reason = Reason.AGGREGATE
    spot = any(p is not None and p.place.radius_km <= SPOT_KM for p in where.places)
    in_total = aggregate is not None and not ((losses or spot) and is_told_apart(found, lead, aggregate))
    if reason is None and (in_total or is_long(date) or is_trend(found, hits)):
        reason = Reason.AGGREGATE
    if reason is None and not losses and date is None and is_practice(found, lead, where.places):
        reason = Reason.AGGREGATE
    if reason is None and any(is_of_a_region(found, lead, place, lexicon) for place in where.places):
        reason = Reason.AGGREGATE
    perfect = any(_is_past_perfect(found, h) for h in hits if h.trigger.pos == "verb")
    perfect = perfect or all(is_before_that(found, h) for h in hits)
    nouns = [lead] if lead.tense == "noun" and lead.trigger.grammar.verb_first else hits
    definite = any(h.tense == "noun" and is_known(found, h, lead) for h in nouns)
    definite = definite or (lead.trigger.frame == "burst" and is_known_bomb(found, lead))
    family = lexicon.event_types.by_id[event_type].family
    shares = shared_out(found, losses, where.places)
    return [
        Draft(
            found,
            tuple(hits) + ((typed,) if typed not in hits else ()),
            event_type,
            family,
            lead.trigger.rank,
            roles,
            lost,
            place,
            where.origin,
            where.destination,
            where.via,
            date_at(found, place, [p for p, _ in shares]) or date,
            reason,
            perfect,
            definite,
        )
        for k, (place, lost) in enumerate(shares)
        if place is None or all(place.place != p.place for p, _ in shares[:k] if p is not None)
    ]  # fmt: skip


def _apart(places: tuple[PlaceMention | None, ...], lexicon: Lexicon) -> tuple[PlaceMention | None, ...]:
    """The places of a list without those that hold another of them: "the islet X, in the city of Y"."""
    named = {p.place.place_id for p in places if p is not None}
    above = {area.place_id for place_id in named for area in lexicon.gazetteer.ancestors(place_id)}
    return tuple([p for p in places if p is None or p.place.place_id not in above])


def _is_past_perfect(found: Found, hit: Hit) -> bool:
    """Whether "had" puts a verb before the story's time; after "said that" it only reports."""
    for k in range(hit.first - 1, max(hit.first - 4, -1), -1):
        if found.has("have", k, k):
            return not any(found.has("say", j, j) for j in range(max(k - 12, 0), k))
    return False
