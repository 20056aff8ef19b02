"""Whether what two sentences tell may be one happening: by type, means, place, day and doer."""

from __future__ import annotations

from datetime import date, timedelta

from core.extract.dates import DateMention
from core.extract.drafts import Draft
from core.extract.frames import AIMS, BOMBS, FLOWN, FROM_AFAR, VIOLENT
from core.extract.from_air import have_no_aircraft
from core.extract.grouping import TAKEN
from core.extract.roles import Roles
from core.extract.when import SAID
from core.lexicon import Lexicon
from core.model import Place

_BY_HAND = frozenset({"clash", "ambush"})
_GENERIC = frozenset({"armed_attack", "clash", "other_violence", "assassination"})
_EXPLOSIVE = frozenset({"ied_or_mine", "airstrike", "suicide_bombing"})
REACH = 2  # sentences after which a happening is no longer taken up
_LONG_AGO_DAYS = 7
_TOLD_RANK = 70  # triggers of lower rank leave open what an attack was done with ("bombed", "explosions")
_SAID_DAYS = 2  # what is told today may have been the night before the last
LOSS_RANK = 35  # below it only losses are told: "three had been wounded by then"


def types_agree(home: list[Draft], draft: Draft) -> bool:
    """Whether a draft's type may be that of a happening: the same, or one of the two left open."""
    violent = draft.family in VIOLENT
    if _is_aim(draft) and home[0].family == "control_and_detention":
        return 0 <= draft.found.sentence.index - home[-1].found.sentence.index <= REACH
    if is_only_losses(draft) and home[0].family in {"control_and_detention", "civil"}:
        return True
    if draft.family == "control_and_detention" and home[0].family in VIOLENT:
        raids = draft.is_definite and _is_raid(draft) and any(d.event_type in FROM_AFAR for d in home)
        return (
            raids or _continues(home, draft) or _are_prisoners(home, draft)
        )  # "the raids" after air strikes
    if violent != (home[0].family in VIOLENT):
        return False
    kinds = {d.event_type for d in home if d is home[0] or not is_only_losses(d)}
    if draft.event_type in kinds:
        return True
    if violent and _is_of_another_arm(kinds, draft):
        return False
    if violent and draft.is_definite:
        return True
    if "assassination" in kinds ^ {draft.event_type} and (kinds | {draft.event_type}) & FROM_AFAR:
        return False  # a man shot by men on a motorcycle is none of those whom a strike killed
    if draft.event_type == "assassination" and kinds & BOMBS and draft.roles.initiators:
        return False  # "gunmen assassinated a teacher", after a bomb elsewhere
    if kinds == {"clash"} and draft.event_type in FROM_AFAR and draft.place is not None:
        return False  # strikes on another place than the front that moved

    if violent:
        told = {d.event_type for d in (*home, draft) if max(h.trigger.rank for h in d.hits) >= _TOLD_RANK}
        specific = told - _GENERIC
        return len(specific) <= 1 or specific == BOMBS  # a car bomb that then "exploded"
    if draft.family == "force_posture" == home[0].family:
        posture = kinds | {draft.event_type}
        return posture <= {"movement", "deployment"}
    return draft.family == home[0].family


def _is_of_another_arm(kinds: set[str], draft: Draft) -> bool:
    """ "The jets, for their part, targeted A", after a fight; "clashes broke out in B", after air strikes."""
    if draft.is_definite or not (draft.place is not None or draft.roles.initiators):
        return False
    return (draft.event_type in FROM_AFAR and kinds <= _BY_HAND) or (
        draft.event_type in _BY_HAND and kinds <= FROM_AFAR
    )


def _is_raid(draft: Draft) -> bool:
    return draft.hits[0].trigger.word == "raid" and not any(loss.field == "captured" for loss in draft.losses)


def _is_aim(draft: Draft) -> bool:
    """ "the operation targeted a house": only what a raid aimed at."""
    return not draft.losses and all(h.trigger.word in AIMS for h in draft.hits)


def _continues(home: list[Draft], draft: Draft) -> bool:
    """Whether an arrest only adds to a fight just told ("they killed one and arrested two")."""
    return (
        draft.place is None
        and draft.date is None
        and 0 <= draft.found.sentence.index - home[-1].found.sentence.index <= 1
        and any(g.is_possessive for g in draft.roles.initiators)
    )


def _are_prisoners(home: list[Draft], draft: Draft) -> bool:
    """ "Four SDF fighters were captured", after a fight of theirs: they were taken in it."""
    if draft.place is not None or draft.date is not None or draft.roles.initiators:
        return False
    sides = {g.actor_id for d in home for g in (*d.roles.targets, *d.roles.participants, *d.roles.initiators)}
    taken = {loss.group.actor_id for loss in draft.losses if loss.group is not None}
    return (
        0 <= draft.found.sentence.index - home[-1].found.sentence.index <= REACH
        and any(h.trigger.word in TAKEN for h in draft.hits)
        and bool(taken - {None})
        and taken <= sides
    )


def is_running_total(draft: Draft) -> bool:
    """ "The toll rose to five on Sunday": the day is that of the figure."""
    return is_only_losses(draft) and any(loss.is_total for loss in draft.losses)


def is_only_losses(draft: Draft) -> bool:
    """Whether a draft tells of losses and nothing else."""
    return draft.rank < LOSS_RANK and draft.place is None and not _has_weapon(draft)


def _has_weapon(draft: Draft) -> bool:
    """Whether losses are told with a weapon not told of before: "two were killed by a landmine"."""
    return any(
        h.trigger.frame == "weapon"
        and not draft.found.has("back", h.first - 2, h.first - 1)
        and not h.prefix.endswith("ال")
        for h in draft.hits
    )


def places_agree(one: Place | None, other: Place | None, lexicon: Lexicon) -> bool:
    """Whether two places are one, one holds the other, or one is unknown."""
    if one is None or other is None or one.place_id == other.place_id:
        return True
    kinds = lexicon.gazetteer.feature_types
    if not (kinds[one.feature_type].drawn and kinds[other.feature_type].drawn):
        return True  # a country or a region is no other place
    return holds(one, other, lexicon) or holds(other, one, lexicon)


def holds(wide: Place, small: Place, lexicon: Lexicon) -> bool:
    """Whether a place lies in another; a side of an area ("the eastern countryside") holds what lies
    that way from the area's city: its bounds are vague."""
    above = {area.place_id: area for area in lexicon.gazetteer.ancestors(small.place_id)}
    if wide.place_id in above or wide.feature_type != "countryside" or wide.parent is None:
        return wide.place_id in above
    if small.feature_type == "neighbourhood":
        return False  # in a town, and so in no countryside
    around = above.get(wide.parent)
    return around is not None and _is_towards(wide, small, around, lexicon)


def _is_towards(side: Place, small: Place, around: Place, lexicon: Lexicon) -> bool:
    """Whether a place and a side lie the same way from the city that an area is named after."""
    middle = lexicon.gazetteer.seat(around) or around
    (a, b), (c, d) = (
        ((p.latitude or 0.0) - (middle.latitude or 0.0), (p.longitude or 0.0) - (middle.longitude or 0.0))
        for p in (small, side)
    )
    return a * c + b * d >= 0


def days_agree(home: list[Draft], draft: Draft) -> bool:
    """Whether no two days told are apart; news without a day is of the last two."""
    mine = _interval(draft)
    if _is_of_some_day(draft) and not any(_is_of_some_day(d) for d in home):
        return draft.is_definite or has_toll_of(draft, home)
    news = home[0].context.news
    undated = all(d.date is None and d.context.date is None for d in home)
    is_story = not all(d.found.is_headline for d in home)  # a headline's day is its story's
    is_news = undated and is_story and not home[0].is_past_perfect and not draft.is_definite
    if mine and news and is_news:
        is_old = (news[0] - mine[1]).days >= _LONG_AGO_DAYS
        if draft.place is not None or is_old:
            return news[0] <= mine[1] and mine[0] <= news[1]
    if news and mine is None and _is_old_story(home, draft, news):
        return False  # today's news is none of December's
    known = home[0].context.date if all(d.date is None for d in home) and not draft.is_definite else None
    for earlier in home:
        theirs = _interval(earlier) or (_days(known) if known else None)
        if mine and theirs and (mine[1] < theirs[0] or theirs[1] < mine[0]):
            return False
    return True


def _is_old_story(home: list[Draft], draft: Draft, news: tuple[date, date]) -> bool:
    """Whether a happening is told of days long ago before the lead that names no day is to join it."""
    if draft.is_definite or is_only_losses(draft) or draft.is_past_perfect:
        return False
    if draft.found.has("claim", 0, len(draft.found.tokens)):
        return False  # what is claimed today may be some days old
    days = [told for d in home if (told := _interval(d)) is not None]
    opens = draft.found.sentence.index < home[0].found.sentence.index
    return opens and bool(days) and all((news[0] - last).days >= _LONG_AGO_DAYS for _, last in days)


def has_toll_of(draft: Draft, home: list[Draft]) -> bool:
    """ "Seven were killed in an ambush. A few days ago, ISIS ambushed a patrol and killed seven"."""
    tolls = {(loss.field, loss.count.best) for d in home for loss in d.losses if loss.count is not None}
    return any(loss.count is not None and (loss.field, loss.count.best) in tolls for loss in draft.losses)


def _is_of_some_day(draft: Draft) -> bool:
    """ "A few days ago, ...": of another day than one that is told."""
    told = draft.date
    return told is not None and told.kind == "vague" and told.date_start is None and not is_only_losses(draft)


def _interval(draft: Draft) -> tuple[date, date] | None:
    return _days(draft.date) if draft.date else None


def _days(found: DateMention) -> tuple[date, date] | None:
    if found.date_start is None or found.date_end is None:
        return None
    if found.rule.endswith(SAID):
        return found.date_start - timedelta(days=_SAID_DAYS), found.date_end
    return found.date_start, found.date_end


def doers_agree(home: list[Draft], draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the doers named are the same, allied, or not named on one side."""
    if _hits_back(home, draft, lexicon) or _is_flown_by_others(home, draft, lexicon):
        return False
    if draft.family in VIOLENT and any(
        _are_people(d, lexicon) and _named(e, lexicon) for d, e in ((draft, home[0]), (home[0], draft))
    ):
        return False
    mine = _named(draft, lexicon)
    theirs = {group for d in home for group in _named(d, lexicon)}
    if draft.roles.participants or any(d.roles.participants for d in home):  # a fight has no attacked side
        mine |= _named(draft, lexicon, targets=True)
        theirs |= {group for d in home for group in _named(d, lexicon, targets=True)}
    return not mine or not theirs or any(a == b or _are_allied(a, b, lexicon) for a in mine for b in theirs)


def _is_flown_by_others(home: list[Draft], draft: Draft, lexicon: Lexicon) -> bool:
    """ "Drone strikes hit B", after tribesmen attacked posts there."""
    if draft.event_type not in FLOWN or draft.is_definite or draft.place is None or draft.roles.initiators:
        return False
    by = [g.actor_id for d in home for g in d.roles.initiators]
    return {d.event_type for d in home} <= {"armed_attack"} and have_no_aircraft(by, lexicon)


def _hits_back(home: list[Draft], draft: Draft, lexicon: Lexicon) -> bool:
    """Whether those who were shelled or bombed act now: where it falls, nobody fights it."""
    if draft.is_definite or not {d.event_type for d in home} <= FROM_AFAR or draft.family not in VIOLENT:
        return False
    mine = _named(draft, lexicon)
    lost = tuple(loss.group for d in home for loss in d.losses if loss.group is not None)
    struck = _named_targets(draft._replace(roles=Roles(targets=lost)), lexicon)
    struck |= {g for d in home for g in _named_targets(d, lexicon)}
    theirs = {g for d in home for g in _named(d, lexicon)}
    return any(a == b or _are_allied(a, b, lexicon) for a in mine for b in struck) and not mine & theirs


def victims_agree(home: list[Draft], draft: Draft, lexicon: Lexicon) -> bool:
    """Whether those attacked may be the same: one side names none, or one of them was told of before."""
    mine = _named_targets(draft, lexicon)
    if not mine or not any(_named_targets(d, lexicon) for d in home):
        return True
    known = {g for d in home for g in _named_targets(d, lexicon) | _named(d, lexicon)}
    return any(a == b or _are_allied(a, b, lexicon) for a in mine for b in known)


def _named_targets(draft: Draft, lexicon: Lexicon) -> set[str]:
    return _named(draft._replace(roles=Roles(targets=draft.roles.targets)), lexicon, targets=True)


def _are_people(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether those who act are only people of the place: they are no named force."""
    kinds = {lexicon.actors.by_id[g.actor_id].kind for g in draft.roles.initiators if g.actor_id}
    return kinds == {"civilians"}


def _are_allied(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether one of two groups backs the other or one backer stands behind both: a headline's
    "Iran-backed forces" may be the story's Liwa Fatemiyoun."""
    ties = [
        {tie.with_id for tie in lexicon.actors.by_id[actor].affiliations} | {actor} for actor in (one, other)
    ]
    return bool(ties[0] & ties[1])


def _named(draft: Draft, lexicon: Lexicon, targets: bool = False) -> set[str]:
    groups = draft.roles.targets if targets else draft.roles.initiators + draft.roles.participants
    return {
        lexicon.actors.group_of(g.actor_id)
        for g in groups
        if g.actor_id and not lexicon.actors.by_id[g.actor_id].is_generic
    }


def is_by_other_means(home: list[Draft], draft: Draft) -> bool:
    """Whether a bomb is told after a shooting or a shooting after a bomb, and nothing ties the two:
    "gunmen then opened fire on a farmer"; but "the attackers opened fire on those who came to help"."""
    if draft.is_definite or any(
        draft.found.has("back", g.begin - 1, g.first) for g in draft.roles.initiators
    ):
        return False
    mine, theirs = _means(draft), {means for d in home if (means := _means(d))}
    return mine is not None and bool(theirs) and mine not in theirs


def _means(draft: Draft) -> str | None:
    """Bullets or explosives, where the words tell."""
    if draft.event_type in _EXPLOSIVE:
        return "explosives"
    if draft.event_type == "clash" and draft.roles.participants:
        return "fight"
    if any(h.trigger.frame == "weapon" for h in draft.hits):
        return None  # "two missiles were fired at the post"
    shot = any(draft.found.has("small_arms", h.first, h.last) for h in draft.hits if h.trigger.frame == "act")
    return "bullets" if shot and draft.family == "fighting" else None
