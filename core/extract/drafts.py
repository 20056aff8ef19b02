"""Happenings of one sentence, before they are merged across the report."""

from __future__ import annotations

from typing import NamedTuple

from core.extract.dates import DateMention
from core.extract.groups import Group
from core.extract.losses import Loss, losses_of
from core.extract.mentions import Found, Hit
from core.extract.needs import is_met
from core.extract.places import PlaceMention, most_specific
from core.extract.realis import is_aggregate, judge
from core.extract.roles import Roles, roles_of
from core.lexicon import Lexicon
from core.model import Reason, Relation

VIOLENT = frozenset({"fighting", "strikes_and_explosives"})
LOSS_FRAMES = frozenset({"killed", "wounded", "casualties"})
_POSTURE = "force_posture"
_LONGEST_EVENT_DAYS = 366
_FROM_AFAR = frozenset({"airstrike", "drone_strike", "shelling"})  # beside a clash, told apart from it
_MOST_PLACES = 9
_REGION_KM = 25.0  # a countryside or wider: a poor answer to "where" when a smaller place is named
_REGION_COST = 14.0
_ABROAD_COST = 4.0  # of two places about as near, the one in the governorate read for
_BACKDROP = frozenset({"river", "country"})  # named to say where a place lies, seldom as the place


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


def drafts_of(found: Found, lexicon: Lexicon) -> list[Draft]:
    """The happenings that a sentence tells, in order; rejected ones carry their reason."""
    drafts: list[Draft] = []
    aggregate = is_aggregate(found)
    for group in _grouped(found, lexicon):
        drafts += _draft(found, group, aggregate, lexicon)
    return drafts


def _family(hit: Hit, lexicon: Lexicon) -> str:
    kind = hit.trigger.event_type
    return lexicon.event_types.by_id[kind].family if kind else "loss"


def _grouped(found: Found, lexicon: Lexicon) -> list[list[Hit]]:
    """Hits of one sentence sorted into happenings: one per family unless places tell them apart."""
    accepted = [met for h in found.hits if h.trigger.frame != "weapon" and (met := _sense(found, h)) is not None]
    happenings: list[list[Hit]] = []
    losses: list[Hit] = []
    for hit in accepted:
        family = _class(hit, lexicon)
        if family == "loss":
            losses.append(hit)
            continue
        home = next((h for h in happenings if _class(h[0], lexicon) == family and _same(found, h, hit)), None)
        if home is None:
            happenings.append([hit])
        else:
            home.append(hit)
    for hit in losses:
        near = [h for h in happenings if _class(h[0], lexicon) in {"violence", "control", "civil"}]
        if near:
            min(near, key=lambda h: min(abs(x.first - hit.first) for x in h)).append(hit)
        else:
            own = next((h for h in happenings if all(_class(x, lexicon) == "loss" for x in h)), None)
            if own is None:
                happenings.append([hit])
            else:
                own.append(hit)
    return happenings


def _sense(found: Found, hit: Hit) -> Hit | None:
    """The first sense of a trigger whose needs are met here."""
    for form in (None, *hit.others):
        sense = hit if form is None else hit._replace(trigger=form.trigger, tense=form.tense)
        if is_met(found, sense):
            return sense
    return None


def _class(hit: Hit, lexicon: Lexicon) -> str:
    """The class inside which triggers of one sentence tell of one happening."""
    family = _family(hit, lexicon)
    if family in VIOLENT:
        return "violence"
    if family == "control_and_detention":
        return "control"
    if family == _POSTURE:
        return "drill" if hit.trigger.frame == "drill" else "posture"
    return family


def _same(found: Found, home: list[Hit], hit: Hit) -> bool:
    """Whether a further trigger tells of the same happening: no place, day or doer of its own."""
    last = home[-1]
    if not _separate(found, last, hit):
        return True
    if {last.trigger.event_type, hit.trigger.event_type} & _FROM_AFAR and "clash" in {
        last.trigger.event_type,
        hit.trigger.event_type,
    }:
        return False
    mine, theirs = _nearest_place(found, hit), _nearest_place(found, last)
    return mine is None or theirs is None or mine.chain == theirs.chain


def _separate(found: Found, last: Hit, hit: Hit) -> bool:
    """Whether "and", "while" or ";" with a new subject lies between two triggers."""
    if hit.trigger.pos == "noun" and not found.barrier(last.last + 1, hit.first - 1):
        return False
    return found.barrier(last.last + 1, hit.first - 1) or found.has("coordination", last.last + 1, hit.first - 1)


def _nearest_place(found: Found, hit: Hit) -> PlaceMention | None:
    return min(found.places, key=lambda p: _cost(found, p, hit), default=None)


def _cost(found: Found, place: PlaceMention, hit: Hit) -> float:
    """How far a place lies from a trigger: tokens, more across a clause end or before it."""
    if place.first > hit.last:
        cost = float(place.first - hit.last)
        between = (hit.last + 1, place.first - 1)
    else:
        cost = 2.0 + (hit.first - place.last)
        between = (place.last + 1, hit.first - 1)
    if found.barrier(*between):
        cost += 12
    cost += 6 * sum(1 for h in found.hits if h != hit and between[0] <= h.first <= between[1] and h.trigger.frame != "weapon")
    if place.place.radius_km > _REGION_KM:
        cost += _REGION_COST
    return cost + (0 if place.is_home else _ABROAD_COST)


class _Where(NamedTuple):
    places: tuple[PlaceMention | None, ...]
    origin: PlaceMention | None
    destination: PlaceMention | None
    via: tuple[PlaceMention, ...]


def _where(found: Found, hit: Hit) -> _Where:
    """Where a happening is: by frame, the journey's end, the place left, or the nearest place."""
    chains: dict[int, list[PlaceMention]] = {}
    for mention in found.places:
        chains.setdefault(mention.chain, []).append(mention)
    ends: list[tuple[PlaceMention, list[PlaceMention]]] = []
    for members in chains.values():
        listed = [m for m in members if m.listed]
        best = most_specific(members)
        more = [m for m in members if m is not best and (m in listed or listed and m is members[0])]
        ends.append((best, [m for m in more if _alike(m, best)]))
    ends.sort(key=lambda end: _cost(found, end[0], hit))
    plain = [end for end in ends if end[0].place.feature_type not in _BACKDROP]
    frame = hit.trigger.frame
    by_role = {
        role: [e for e in (plain if role == "at" else ends) if e[0].role == role] for role in ("at", "from", "to", "via")
    }
    here = by_role["at"] or by_role["to"]
    origin = destination = None
    if frame in {"move", "station"}:
        origin = by_role["from"][0][0] if by_role["from"] else None
        here = by_role["to"] or by_role["at"]
        after = [e for e in by_role["at"] if e[0].first > hit.last and e[0].first - hit.last <= 6]
        if after and frame == "move" and not by_role["to"]:
            here = after
        destination = here[0][0] if here and frame == "move" else None
        here = [e for e in here if e in plain] or by_role["via"] or [e for e in by_role["from"] if e in plain]
    elif frame == "leave":
        here = [e for e in by_role["from"] or by_role["at"] or by_role["to"] if e in plain]
        origin = here[0][0] if here else None
        destination = by_role["to"][0][0] if by_role["to"] and here != by_role["to"] else None
    elif frame in LOSS_FRAMES:
        here = by_role["at"]
    elif frame != "burst" and by_role["from"] and not here:
        here = []
    elif frame == "act":
        origin = by_role["from"][0][0] if by_role["from"] and hit.trigger.event_type == "shelling" else None
        here = sorted(by_role["at"] + by_role["to"], key=lambda e: _cost(found, e[0], hit))
    via = tuple(e[0] for e in by_role["via"]) if frame in {"move", "leave"} else ()
    if not here:
        return _Where((None,), origin, destination, via)
    first, more = here[0]
    if first.relation is Relation.BETWEEN:
        more = []
    elif frame in {"act", "burst", "mutual", "station"} and not more:
        more = _spread(found, hit, first, [e[0] for e in here[1:]])
    return _Where((first, *more), origin, destination, tuple(v for v in via if v is not first))


def _spread(
    found: Found, hit: Hit, first: PlaceMention, rest: list[PlaceMention]
) -> list[PlaceMention]:
    """Further places on the same side of a trigger that a list with words between ties to the first:
    "a farm in A, two posts in B and a house in C were hit"."""
    ordered = sorted([first, *rest], key=lambda p: p.first)
    at = ordered.index(first)
    chosen: list[PlaceMention] = []
    for step in (-1, 1):
        k = at
        while 0 <= k + step < len(ordered) and len(chosen) < _MOST_PLACES:
            one, other = sorted((ordered[k], ordered[k + step]), key=lambda p: p.first)
            k += step
            if (one.first > hit.last) != (other.first > hit.last) or not _listed(found, one, other):
                break
            if not _alike(other, one):
                break
            chosen.append(ordered[k])
    return chosen


def _listed(found: Found, one: PlaceMention, other: PlaceMention) -> bool:
    between = range(one.last + 1, other.first)
    if not 3 <= len(between) <= 9 or found.barrier(one.last + 1, other.first - 1):
        return False
    if any(one.last < h.first < other.first for h in found.hits if h.trigger.frame != "weapon"):
        return False
    return any(found.tokens[k].text in ",،" or found.has("coordination", k, k) for k in between)


def _alike(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two places of a list are of one order of size (villages, not a village and its province)."""
    small, large = sorted((one.place.radius_km, other.place.radius_km))
    return large <= max(4 * small, 12)


def _retyped(found: Found, hit: Hit, roles: Roles, lexicon: Lexicon) -> Hit:
    """The trigger or weapon word that says most about the type of a violent happening."""
    if hit.trigger.frame not in {"act", "burst", *LOSS_FRAMES} or _class(hit, lexicon) not in {"violence", "loss"}:
        return hit
    best = hit
    for weapon in found.hits:
        if weapon.trigger.frame != "weapon" or weapon.trigger.rank <= best.trigger.rank:
            continue
        span = sorted((weapon.first, hit.first))
        if found.has("boundary", span[0], span[1]) and abs(weapon.first - hit.first) > 12:
            continue
        best = weapon
    return best


def _draft(found: Found, hits: list[Hit], aggregate: int | None, lexicon: Lexicon) -> list[Draft]:
    lead = max(hits, key=lambda h: h.trigger.rank)
    roles = roles_of(found, lead)
    for other in hits:
        if other is not lead:
            roles = _completed(roles, roles_of(found, other))
    typed = _retyped(found, lead, roles, lexicon)
    event_type = typed.trigger.event_type or _killing(found, roles, lexicon)
    losses = losses_of(found, hits)
    judged = [judge(found, hit) for hit in hits if hit.trigger.frame not in LOSS_FRAMES or len(hits) == 1]
    reason: Reason | None = None
    if judged and all(judged):
        reason = judged[0][0] if judged[0] else None
    where = _where(found, lead)
    if where.places == (None,) and len(hits) > 1:
        where = max((_where(found, hit) for hit in hits), key=lambda w: w.places[0] is not None)
    date = _date(found, lead)
    if reason is None and (aggregate is not None or _is_long(date) or _is_trend(found, hits)):
        reason = Reason.AGGREGATE
    perfect = any(_is_past_perfect(found, h) for h in hits if h.trigger.pos == "verb")
    definite = lead.tense == "noun" and found.has("back", lead.first - 2, lead.first - 1)
    family = lexicon.event_types.by_id[event_type].family
    return [
        Draft(
            found, tuple(hits) + ((typed,) if typed not in hits else ()), event_type, family, lead.trigger.rank, roles,
            losses if k == 0 else (), place, where.origin, where.destination, where.via, date, reason, perfect, definite,
        )
        for k, place in enumerate(where.places)
    ]  # fmt: skip


def _is_long(mention: DateMention | None) -> bool:
    """Whether a date spans more than a year: what is told of it is a total."""
    if mention is None or mention.date_start is None or mention.date_end is None:
        return False
    return (mention.date_end - mention.date_start).days > _LONGEST_EVENT_DAYS


def _is_trend(found: Found, hits: list[Hit]) -> bool:
    """ "are killing and maiming people": a present progressive tells of losses as a state of things."""
    return any(
        h.tense == "ing" and h.trigger.frame in LOSS_FRAMES and found.has("present", h.first - 3, h.first - 1) for h in hits
    )


def _is_past_perfect(found: Found, hit: Hit) -> bool:
    """Whether "had" puts a verb before the story's time; after "said that" it only reports."""
    for k in range(hit.first - 1, max(hit.first - 4, -1), -1):
        if found.has("have", k, k):
            return not any(found.has("say", j, j) for j in range(max(k - 12, 0), k))
    return False


def _completed(roles: Roles, more: Roles) -> Roles:
    """Roles with what another trigger of the same happening adds to the empty ones."""
    taken = set(roles.initiators + roles.targets + roles.participants)
    return Roles(
        roles.initiators or tuple(g for g in more.initiators if g not in taken),
        roles.targets or tuple(g for g in more.targets if g not in taken),
        roles.participants or tuple(g for g in more.participants if g not in taken),
        roles.rule,
    )


def _killing(found: Found, roles: Roles, lexicon: Lexicon) -> str:
    """The type of a killing told without its manner: one person is an assassination."""
    return "armed_attack"


def _date(found: Found, hit: Hit) -> DateMention | None:
    """The date that stands nearest to a trigger, in its own clause where there is one."""
    usable = [d for d in found.dates if d.kind in {"day", "range", "vague", "anaphoric"} and not _is_elsewhere(found, d, hit)]
    return min(usable, key=lambda d: _date_cost(found, d, hit), default=None)


def _span(found: Found, mention: DateMention) -> tuple[int, int]:
    """The tokens, first and last, that a date takes."""
    inside = [i for i, t in enumerate(found.tokens) if mention.start <= t.start < mention.end]
    return inside[0], inside[-1]


def _date_cost(found: Found, mention: DateMention, hit: Hit) -> float:
    first, last = _span(found, mention)
    gap = first - hit.last if first > hit.last else hit.first - last
    between = (hit.last + 1, first - 1) if first > hit.last else (last + 1, hit.first - 1)
    return gap + (12 if found.barrier(*between) else 0) + (8 if mention.kind == "vague" else 0)


def _is_elsewhere(found: Found, mention: DateMention, hit: Hit) -> bool:
    """Whether a date belongs to another trigger of the sentence, or only to the hour."""
    first, last = _span(found, mention)
    if mention.kind == "vague" and found.has("short_time", first, last):
        return True
    others = [h for h in found.hits if h != hit and h.trigger.frame != "weapon"]
    if mention.kind == "vague" and first == last:
        return any(0 < h.first - last <= 2 for h in others)  # "recent attacks"
    between = (hit.last + 1, first - 1) if first > hit.last else (last + 1, hit.first - 1)
    if not found.barrier(*between):
        return False
    if first > hit.last:
        return any(
            hit.last < h.first < first and found.barrier(hit.last + 1, h.first - 1) and not found.barrier(h.last + 1, first - 1)
            for h in others
        )
    return any(
        last < h.first < hit.first and not found.barrier(last + 1, h.first - 1) and h.trigger.frame not in LOSS_FRAMES
        for h in others
    )
