"""One happening told several times in a report becomes one: tellings of one kind, place, day and doer.

The questions are few and plain on purpose. Some ninety finer ones that stood here told no better what is
one happening on 753 public reports labelled by hand (November 2026).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from core.extract.counts import is_several
from core.extract.dates import DateMention
from core.extract.frames import BOMBS, FROM_AFAR, SEARCHES, VIOLENT
from core.extract.happenings.drafts import Draft
from core.extract.places.areas import are_one_place
from core.extract.roles import Roles
from core.extract.roles.repelled import REPELLED
from core.extract.when import SAID, are_apart_undated, is_before_that
from core.extract.whereabouts.unknown import names_unknown
from core.lexicon import Lexicon
from core.model import Count, Place

LOSS_RANK = 35  # below it only losses are told: "three had been wounded by then"
_WINDOW = 40  # happenings, and drafts of one, that are looked back on: keeps the time linear in the text
_REACH = 1  # sentences after which an area is no longer the spot told before, nor the other way round
_SAID_DAYS = 2  # what is told today may have been the night before the last
_OPEN = frozenset({"armed_attack", "other_violence", "assassination"})  # leave open what harm was done with
_CAUGHT = frozenset({"ambush", "clash"})
_MOVES = frozenset({"movement", "deployment"})
_VIOLENCE = "violence"
_LATELY = 7  # days before the news of what it may be about
_CLAIMED = frozenset({"claim", "owns_up", "behind_it"})  # later than what it is about
_DOZENS = 20
_OTHER = 3  # tokens in which a sentence says that it tells of another: "The other was killed on Sunday"


def merge(drafts: Iterable[Draft], lexicon: Lexicon) -> list[tuple[Draft, ...]]:
    """Drafts sorted into happenings, each in text order; the first draft's sentence leads."""
    happenings: list[list[Draft]] = []
    for draft in drafts:
        near = reversed(happenings[-_WINDOW:])
        home = next((h for h in near if same_happening(_recent(h), draft, lexicon)), None)
        if home is not None:
            home.append(draft)
        elif not _tells_only_none(draft):
            happenings.append([draft])
    return [tuple(home) for home in happenings]


def same_happening(home: list[Draft], draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a draft tells again of a happening already begun."""
    return (
        not is_before_that(draft.found, draft.hits[0])
        and _kinds_agree(home, draft)
        and _places_agree(home, draft, lexicon)
        and _days_agree(home, draft)
        and (is_only_losses(draft) or _is_on_crowd(home, draft) or _doers_agree(home, draft, lexicon))
        and _tolls_agree(home, draft)
    )


def best_place(home: Iterable[Draft]) -> Place | None:
    """The smallest place that a happening's drafts name."""
    places = [d.place.place for d in home if d.place is not None]
    return min(places, key=lambda p: p.radius_km, default=None)


def is_only_losses(draft: Draft) -> bool:
    """Whether a draft tells of losses and nothing else: no place and no weapon not told of before."""
    return (
        draft.rank < LOSS_RANK
        and draft.place is None
        and not any(
            h.trigger.frame == "weapon"
            and not draft.found.has("back", h.first - 2, h.first - 1)
            and not h.prefix.endswith("ال")
            for h in draft.hits
        )
    )


def _recent(home: list[Draft]) -> list[Draft]:
    """A happening's first draft and its latest ones."""
    return home if len(home) <= _WINDOW else [home[0], *home[1 - _WINDOW :]]


def _tells_only_none(draft: Draft) -> bool:
    """Whether a draft says no more than that nobody came to harm."""
    counts = [loss.count for loss in draft.losses]
    return draft.rank < LOSS_RANK and bool(counts) and all(c is not None and c.high == 0 for c in counts)


def _class_of(draft: Draft) -> str:
    return _VIOLENCE if draft.family in VIOLENT else draft.family


def _kinds_agree(home: list[Draft], draft: Draft) -> bool:
    """The same type, or two of a class of which one leaves open what the other says."""
    theirs = _class_of(home[0])
    if is_only_losses(draft) and theirs in {_VIOLENCE, "control_and_detention", "civil"}:
        return True
    if _class_of(draft) != theirs:
        return _is_on_crowd(home, draft) or _is_of_raid(home, draft)
    kinds = {d.event_type for d in home if not is_only_losses(d)} or {home[0].event_type}
    if draft.event_type in kinds:
        return True
    kinds.add(draft.event_type)
    if theirs == "force_posture":
        return kinds <= _MOVES
    told = kinds - _OPEN
    if draft.event_type in FROM_AFAR and not draft.is_definite and _is_by_hand(home):
        return False
    if told == _CAUGHT and draft.place is None and draft.event_type == "clash":
        return True  # "was ambushed. Heavy fighting broke out"
    return theirs != _VIOLENCE or len(told) <= 1 or told <= FROM_AFAR or told == BOMBS


def _is_on_crowd(home: list[Draft], draft: Draft) -> bool:
    """ "A protester was killed by bullets", after a protest."""
    hurt = (loss.group for loss in draft.losses if loss.group)
    return (
        home[0].family == "civil"
        and draft.place is None
        and any(draft.found.has("protester", group.first, group.last) for group in hurt)
    )


def _is_of_raid(home: list[Draft], draft: Draft) -> bool:
    """ "A man was killed in an exchange of fire during the raid", after a raid."""
    return (
        home[0].family == "control_and_detention"
        and draft.place is None
        and bool(draft.losses)
        and any(
            h.trigger.event_type in SEARCHES
            and h.tense in {"noun", "ing"}
            and (h.prefix.endswith("ال") or draft.found.has("back", h.first - 1, h.first - 1))
            for h in draft.found.hits
        )
    )


def _is_by_hand(home: list[Draft]) -> bool:
    """Whether somebody is named who attacked, and with nothing that strikes from afar."""
    return any(d.roles.initiators for d in home) and not any(d.event_type in FROM_AFAR for d in home)


def _places_agree(home: list[Draft], draft: Draft, lexicon: Lexicon) -> bool:
    """The same place, or none told; one that holds the other only near by or after a headline."""
    if draft.place is None:  # "in a village of the district": of another than was told
        return draft.is_definite or is_only_losses(draft) or not names_unknown(draft.found)
    place, gap = best_place(home), draft.found.sentence.index - home[-1].found.sentence.index
    if place is None:
        return gap == 0 or (gap <= _REACH and draft.is_definite)  # "It killed two. The blast hit X."
    if gap <= 1 and _is_same_journey(home[-1], draft):
        return True
    there = draft.place.place
    if place.place_id == there.place_id:
        return True
    of_lead = home[0].found.sentence.index == 0 and draft.event_type in {d.event_type for d in home}
    near = gap <= _REACH + of_lead or home[0].found.is_headline  # a lead's area is told again more closely
    return near and are_one_place(place, there, lexicon)


def _is_same_journey(told: Draft, draft: Draft) -> bool:
    """ "The convoy, which came from X, ...": what is said of a movement just told."""
    return told.event_type == draft.event_type == "movement" and any(
        g.kind in {"force", "vehicle"}
        and g.first < draft.hits[0].first
        and draft.found.has("back", g.begin - 1, g.first)
        for g in draft.found.groups
    )


def _days_agree(home: list[Draft], draft: Draft) -> bool:
    """No two days told are apart; what has no day is of those that news tells of."""
    if is_only_losses(draft) and any(loss.is_total for loss in draft.losses):
        return True  # "The toll rose to five on Sunday": the day is that of the figure
    if _is_of_some_day(draft) and not is_only_losses(draft) and not any(map(_is_of_some_day, home)):
        return False
    mine, news = _days(draft.date), home[0].context.news
    if mine is None:
        return not any(are_apart_undated(draft.date, d.date) for d in home)
    undated = all(d.date is None for d in home) and not all(d.found.is_headline for d in home)
    if news and undated and not (draft.is_definite or _goes_on(home, draft)) and _are_apart(mine, news):
        return False
    return not any(theirs and _are_apart(mine, theirs) for theirs in (_days(d.date) for d in home))


def _goes_on(home: list[Draft], draft: Draft) -> bool:
    """ "He was shot on Monday", "the bodies were found on Friday": the next sentence says when it was."""
    found = draft.found
    mine, news = _days(draft.date), home[0].context.news
    if draft.place is not None or found.sentence.index - home[-1].found.sentence.index > 1:
        return False
    if (mine and news and (news[0] - mine[1]).days > _LATELY) or found.has("other", 0, _OTHER):
        return False
    if home[-1].found.cues.keys() & _CLAIMED:
        return True  # "ISIS claimed the killing of three in A. On Sunday, a patrol was ambushed"
    known = draft.hits[0].first == 1 and found.has_any(("possessive", "back"), 0, 0)
    return (known or found.has("pronoun", 0, 0)) and not draft.is_past_perfect


def _is_of_some_day(draft: Draft) -> bool:
    """ "A few days ago, ...": of another day than one that is told."""
    return draft.date is not None and draft.date.kind == "vague"


def _are_apart(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _days(told: DateMention | None) -> tuple[date, date] | None:
    if told is None or told.date_start is None or told.date_end is None:
        return None
    if told.rule.endswith(SAID):
        return told.date_start - timedelta(days=_SAID_DAYS), told.date_end
    return told.date_start, told.date_end


def _doers_agree(home: list[Draft], draft: Draft, lexicon: Lexicon) -> bool:
    """The doers named are the same or allied, or one side names none; in a fight either side may be named."""
    is_fight = any(d.roles.participants or d.roles.rule == REPELLED for d in (*home, draft))
    mine = _named(draft.roles, lexicon, is_fight)
    theirs = {group for d in home for group in _named(d.roles, lexicon, is_fight)}
    return not mine or not theirs or any(_are_allied(a, b, lexicon) for a in mine for b in theirs)


def _named(roles: Roles, lexicon: Lexicon, with_targets: bool) -> set[str]:
    groups = (*roles.initiators, *roles.participants, *(roles.targets if with_targets else ()))
    return {
        lexicon.actors.group_of(g.actor_id)
        for g in groups
        if g.actor_id and not lexicon.actors.by_id[g.actor_id].is_generic
    }


def _are_allied(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two groups are one, one backs the other or one backer stands behind both: a headline's
    "Iran-backed forces" may be the story's Liwa Fatemiyoun."""
    ties = [
        {tie.with_id for tie in lexicon.actors.by_id[actor].affiliations} | {actor} for actor in (one, other)
    ]
    return bool(ties[0] & ties[1])


def _tolls_agree(home: list[Draft], draft: Draft) -> bool:
    """No other number of dead, wounded or taken is told; that of "the attack" or of a headline may change."""
    if draft.is_definite or draft.found.is_headline or is_only_losses(draft):
        return True
    mine = _tolls([draft])
    theirs = _tolls(home)
    return all(
        any(_may_be_one(a, b) for a in mine[name] for b in theirs[name])
        for name in mine.keys() & theirs.keys()
    )


def _may_be_one(one: Count, other: Count) -> bool:
    """Whether two figures may be of the same people: "a number of men" are any but one."""
    if is_several(one) or is_several(other):
        return (one.low or 0) > 1 and (other.low or 0) > 1
    for vague, told in ((one, other), (other, one)):
        if vague.high is None and (vague.low or 0) >= _DOZENS and (told.low or 0) >= (vague.low or 0):
            return True  # "dozens were killed": 23
    return one.best == other.best


def _tolls(drafts: Iterable[Draft]) -> dict[str, set[Count]]:
    told: dict[str, set[Count]] = {}
    for loss in (x for d in drafts for x in d.losses):
        if loss.field in {"killed", "wounded", "captured"} and loss.count and not loss.is_total:
            told.setdefault(loss.field, set()).add(loss.count)
    return told
