"""One happening told several times in a report becomes one: drafts are joined across sentences."""

from __future__ import annotations

from collections.abc import Iterable

from core.extract.agree import (
    LOSS_RANK,
    REACH,
    days_agree,
    doers_agree,
    has_toll_of,
    holds,
    is_by_other_means,
    is_only_losses,
    is_running_total,
    places_agree,
    types_agree,
    victims_agree,
)
from core.extract.another import opens_another
from core.extract.carried import is_turned_to
from core.extract.drafts import Draft
from core.extract.frames import SPOT_KM, VIOLENT
from core.extract.retold import (
    best_place,
    follows_road,
    is_elsewhere,
    is_near,
    is_rival_account,
    names_spot,
    referred_place,
    says_where,
)
from core.extract.several import is_in_several, sums_up, tells_of_many, without_shared_tolls
from core.extract.unknown import names_unknown
from core.extract.when import said_day
from core.lexicon import Lexicon
from core.model import Place, Relation

_WINDOW = 40  # happenings, and drafts of one, that are looked back on: keeps the time linear in the text
_LOSS_REACH = 4  # sentences after which losses are no longer those of a happening


def merge(drafts: Iterable[Draft], lexicon: Lexicon) -> list[tuple[Draft, ...]]:
    """Drafts sorted into happenings, each in text order; the first draft's sentence leads."""
    happenings: list[list[Draft]] = []
    told = None  # the list of places whose first one went on with an earlier happening
    begun = None  # the list of places whose first one began a happening
    lead: list[Draft] = []  # that happening, where it was told of no spot: the list then names its parts
    for draft in drafts:
        listed = (draft.found.sentence.index, draft.hits)
        if listed == told:
            if lead:  # else a list that only tells again, and of no further happenings
                happenings.append([draft if _is_headline(lead) else _as_part(draft, lead)])
            continue
        home = _home(happenings, draft, lexicon)
        if home is not None and not (listed == begun and is_elsewhere(home, draft)):
            if listed != begun:
                summed = _is_headline(home) and is_elsewhere(home, draft)
                told, lead = listed, [] if names_spot(home) and not summed else list(home)
            home.append(draft)
        elif not _tells_only_none(draft):
            begun = listed
            happenings.append([draft])
    happenings = [h for k, h in enumerate(happenings) if not sums_up(h, happenings[k + 1 :], lexicon)]
    return [tuple(h) for h in without_shared_tolls(_sharpened(happenings, lexicon), lexicon)]


def _as_part(draft: Draft, lead: list[Draft]) -> Draft:
    """One place of a list that says where what was told before fell: of that kind, day and those doers."""
    kind = max(lead, key=lambda d: d.rank)
    doers = next((d.roles.initiators for d in lead if d.roles.initiators), ())
    day = (
        draft.date
        or next((d.date for d in lead if d.date is not None), None)
        or said_day(d.found for d in lead)
    )
    draft = draft._replace(
        date=day, roles=draft.roles if draft.roles.initiators else draft.roles._replace(initiators=doers)
    )
    if kind.rank <= draft.rank:
        return draft
    return draft._replace(event_type=kind.event_type, family=kind.family, rank=kind.rank)


def _home(happenings: list[list[Draft]], draft: Draft, lexicon: Lexicon) -> list[Draft] | None:
    """The happening that a draft tells again: the latest begun; for mere losses
    and "the attack" the latest told of."""
    fit = [h for h in reversed(happenings[-_WINDOW:]) if same_happening(_recent(h), draft, lexicon)]
    if is_only_losses(draft):
        return max(fit, key=_latest, default=None)
    alike = [h for h in fit if any(d.event_type == draft.event_type for d in h)]
    if draft.is_definite and draft.place is None:
        return max(alike or fit, key=_latest, default=None)  # "these clashes" are no shelling told last
    if all(map(_is_headline, fit)):
        fit = alike or fit  # of several happenings that a headline tells, that of its type
    # what was told as earlier is less likely gone on with
    return next((h for h in fit if not h[0].is_past_perfect or draft.is_past_perfect), next(iter(fit), None))


def _latest(home: list[Draft]) -> tuple[int, bool, int]:
    """What ranks the happenings that losses may be of: the latest told, one with losses, of a list of places
    the first."""
    last = home[-1]
    return last.found.sentence.index, any(d.losses for d in home), -last.place.first if last.place else 0


def _recent(home: list[Draft]) -> list[Draft]:
    """A happening's first draft and its latest ones."""
    return home if len(home) <= _WINDOW else [home[0], *home[1 - _WINDOW :]]


def _sharpened(happenings: list[list[Draft]], lexicon: Lexicon) -> list[list[Draft]]:
    """A lead that names only an area ("attacks in three places of the east") joins the first
    happening told of a place inside it; the lead's toll stays only where no other is told or it has risen."""
    kept: list[list[Draft]] = []
    for k, wide in enumerate(happenings):
        place = best_place(wide)
        if place is None or place.radius_km <= SPOT_KM:
            kept.append(wide)
            continue
        around = happenings[max(0, k - _WINDOW) : k + _WINDOW]
        home = next(
            (h for h in around if h is not wide and _is_inside(_recent(h), wide, place, lexicon)), None
        )
        if home is None:
            kept.append(wide)
            continue
        told = {loss.field for draft in home for loss in draft.losses}
        drafts = [
            d._replace(losses=tuple(x for x in d.losses if x.is_total or x.field not in told)) for d in wide
        ]
        home[:] = sorted(home + drafts, key=lambda d: d.found.sentence.index)
    return kept


def _is_inside(home: list[Draft], wide: list[Draft], place: Place, lexicon: Lexicon) -> bool:
    small = best_place(home)
    if small is None or small.radius_km > SPOT_KM or small.place_id == place.place_id:
        return False
    if not holds(place, small, lexicon):
        return False
    if home[0].found.sentence.index < wide[0].found.sentence.index and all(map(is_in_several, wide)):
        return False  # "raids on several towns in the east", after one on X
    if home[0].found.sentence.index - wide[-1].found.sentence.index > 1 and opens_another(home[0], wide):
        return False  # "on the other hand", some sentences on
    if wide[0].found.sentence.index > home[-1].found.sentence.index and wide[0].found.has("other", 0, 1):
        return False  # "Other strikes hit wells in the province"
    if wide[0].found.sentence.index > home[0].found.sentence.index and _is_told_anew(home, wide):
        return False
    if "clash" in {d.event_type for d in wide} and "clash" not in {d.event_type for d in home}:
        return False  # a front that moved is no air strike behind it
    return all(
        types_agree(home, d)
        and not is_by_other_means(home, d)
        and days_agree(home, d)
        and doers_agree(home, d, lexicon)
        and (d.found.is_headline or d.is_definite or victims_agree(home, d, lexicon))
        and not d.is_past_perfect
        for d in wide
    )


def _is_told_anew(home: list[Draft], wide: list[Draft]) -> bool:
    """ "A post in the countryside was attacked, killing five", after one died in X: another toll, of another
    attack, as stories go from wide to small."""
    mine, theirs = (
        {x.count.best for d in drafts for x in d.losses if x.field == "killed" and x.count and not x.is_total}
        for drafts in (wide, home)
    )
    return bool(mine and theirs) and not mine & theirs and not any(d.is_definite for d in wide)


def same_happening(home: list[Draft], draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a draft tells again of a happening already begun."""
    first, last = home[0], home[-1]
    only_losses, headlined = is_only_losses(draft), _is_headline(home)
    if not (types_agree(home, draft) or is_rival_account(home, draft)) or _is_beside(home, draft):
        return False
    place = best_place(home) or referred_place(home)
    goes_on = _is_same_journey(home, draft)
    there = draft.place.place if draft.place else None
    vague = any(d.place is not None and d.place.relation is Relation.NEAR for d in (*home, draft))
    gap = draft.found.sentence.index - last.found.sentence.index
    follows = gap == 1
    again = vague or (follows and not tells_of_many(draft))
    between = follows and draft.place is not None and draft.place.relation is Relation.BETWEEN
    retold = draft.is_definite and (
        (again and is_near(place, there)) or says_where(home, draft) or follows_road(home, draft)
    )
    retold = retold or (between and is_near(place, there))  # "between A and B", after "near B"
    retold = retold or (headlined and _is_around(home, draft, place))
    if not goes_on and not retold and not places_agree(place, there, lexicon):
        return False
    if not is_running_total(draft) and not days_agree(home, draft):
        return False
    if not headlined and not only_losses and not doers_agree(home, draft, lexicon):
        return False
    if not (headlined or draft.is_definite or only_losses or victims_agree(home, draft, lexicon)):
        return False
    if draft.is_past_perfect and not first.is_past_perfect and draft.date is not None:
        return False
    if there is None and not only_losses and not draft.is_definite and names_unknown(draft.found):
        return False
    if draft.found is last.found or (not headlined and is_by_other_means(home, draft)):
        return False
    near = gap <= (_LOSS_REACH if only_losses else REACH)
    if opens_another(draft, home) and (len(home) > 1 or not first.found.is_headline):
        return False
    if last.found.is_headline or draft.is_definite or goes_on:
        return True
    if _widens(place, draft):
        return False
    if draft.place is None:
        retells = not draft.is_past_perfect or (draft.date is None and has_toll_of(draft, home))
        return near and (retells or draft.rank < LOSS_RANK or draft.family == "civil")
    if place is None:  # the first sentence tells what happened, the next one where
        return follows and draft.family in VIOLENT and not only_losses
    return place.place_id == draft.place.place.place_id or near


def _is_beside(home: list[Draft], draft: Draft) -> bool:
    """ "clashes in A ..., accompanied by the blast of a car bomb in A": of another kind, and told as such."""
    if is_only_losses(draft) or draft.is_definite or draft.place is None or not is_turned_to(draft):
        return False
    return draft.event_type not in {d.event_type for d in home}


def _is_headline(home: list[Draft]) -> bool:
    return all(d.found.is_headline for d in home)


def _is_around(home: list[Draft], draft: Draft, place: Place | None) -> bool:
    """Whether a headline that names a city, or what is near something, tells of what is told near there."""
    told = home[0].place
    if told is None or draft.place is None or draft.event_type not in {d.event_type for d in home}:
        return False
    vague = told.place.feature_type == "city" or told.relation is Relation.NEAR
    return vague and is_near(place, draft.place.place)


def _is_same_journey(home: list[Draft], draft: Draft) -> bool:
    """Whether "the convoy" of the next sentence goes on with the movement just told."""
    last = home[-1]
    if draft.event_type != "movement" or last.event_type != "movement":
        return False
    if (
        draft.found.sentence.index - last.found.sentence.index != 1
        or draft.is_past_perfect != last.is_past_perfect
    ):
        return False
    movers = [
        g for g in draft.found.groups if g.kind in {"force", "vehicle"} and g.first < draft.hits[0].first
    ]
    return any(draft.found.has("back", g.begin - 1, g.first) for g in movers)


def _widens(place: Place | None, draft: Draft) -> bool:
    """Whether a draft names only an area after a spot was told: stories go from wide to small."""
    if place is None or draft.place is None or is_only_losses(draft):
        return False
    return place.radius_km <= SPOT_KM < draft.place.place.radius_km


def _tells_only_none(draft: Draft) -> bool:
    """Whether a draft says no more than that nobody came to harm."""
    counts = [loss.count for loss in draft.losses]
    return draft.rank < LOSS_RANK and bool(counts) and all(c is not None and c.high == 0 for c in counts)
