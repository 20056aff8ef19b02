"""Sentences that speak of totals, trends or shares of many happenings, and of no single one."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.dates import DateMention
from core.extract.frames import BOMBS, LOSS_FRAMES, SPOT_KM
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention
from core.extract.when import is_short
from core.lexicon import Lexicon

_BESIEGED = 6  # tokens: "besieged by the ISIS group since"
_RANKED = 7  # tokens from "the deadliest" to "this year"
_TALLY = 20  # deaths "documented": fewer may be of one attack
_SINCE = frozenset({"since", "منذ"})
_CARRIED = 3  # tokens from "clashes" to "erupted"
_LIGHT = 4  # tokens: "have carried out repeated attacks"
_ONE, _TO_ONE = frozenset({"a", "an"}), 4  # tokens: "a short, fierce fight"
_TOLL_OF_MONTH = 10  # deaths told of a month and an area: of no single happening
_TOO_MANY_TAKEN = 100  # more than are taken in one go
_MONTH_DAYS = 27
_MANY = 5  # of so many happenings and more, a share is a figure and no event


def is_aggregate(found: Found) -> int | None:
    """The token that makes a sentence speak of totals or trends, or ``None``."""
    share = _share(found)
    if share is None:
        share = _of_a_month(found)
    if share is None:
        share = _of_days(found)
    if share is not None:
        return share
    if found.tokens[0].low == "since" and found.has("perfect", 1, len(found.tokens)) and not found.dates:
        return 0  # "Since the fall of X, six convoys have entered"
    false = found.first("untrue")
    if false is not None:
        return false
    since = next((d for d in found.dates if d.kind == "since"), None)
    if since is not None and not is_short(since):
        at = next(i for i, t in enumerate(found.tokens) if t.start >= since.start)
        if _only_describes(found, at) or _is_posted(found):
            return None
        return None if _is_ranked(found, at) else at
    where = found.first("aggregate")
    days = (d for d in found.dates if (_is_of_a_day(d) or is_short(d)) and not _is_conceded(found, d))
    if where is None or any(not _takes_a_figure(found, d) for d in days):
        return None
    if found.has("going_on", where, where) and any(
        h.first == where + 1 and h.prefix.endswith("ال") for h in found.hits
    ):
        return None  # «أفاد باستمرار الاشتباكات»
    if _is_ranked(found, where) or found.has("intensifies", where, where):
        return None
    if _goes_on_here(found, where):
        return None
    return None if found.has("tally", where, where) and not _is_counted_up(found) else where


def _goes_on_here(found: Found, where: int) -> bool:
    """ "continues to besiege X", "continue to shell X since this morning": one that goes on, at a spot."""
    if not (found.has("goes_on_to", where, where) and names_spot(found)):
        return False
    what = next((h for h in found.hits if h.first > where), None)
    if what is None or what.first - where > _CARRIED:
        return False
    lasts = what.trigger.frame in {"station", "crowd"} or what.trigger.event_type == "security_operation"
    return lasts or any(is_short(d) for d in found.dates)


def _opens_clause(found: Found, comma: int, hit: Hit) -> bool:
    """ "..., and it is noticed (ويلاحظ) that": where the verb comes first, "and" is written onto it."""
    goes_on = (
        found.tokens[comma].text in ",،" and found.tokens[comma + 1].low[:1] in hit.trigger.grammar.joins
    )
    return hit.trigger.grammar.verb_first and goes_on


def _only_describes(found: Found, since: int) -> bool:
    """ "shells on the quarter, which ISIS has besieged since 2015", "besieged by ISIS since": such a clause
    tells of nothing."""
    opens = found.last("relative", 0, since - 1) or found.last("besieged", since - _BESIEGED, since - 1) or 0
    return opens > 0 and not any(opens < h.first < since and h.trigger.frame != "weapon" for h in found.hits)


def is_parted(found: Found, hit: Hit, total: int) -> bool:
    """ "A man was killed in X, which sees daily attacks", "shells fell on X, as the army goes on shelling
    the bank": the words of a total stand in another clause."""
    boundaries = found.cues.get("boundary", 0) | found.cues.get("relative", 0)
    first, last = sorted((hit.first, total))
    return found.has("aggregate", total, total) and any(
        boundaries >> k & 1 or _opens_clause(found, k, hit) for k in range(first + 1, last)
    )


def _is_posted(found: Found) -> bool:
    """ "150 fighters have been stationed in X since Sunday": it goes on, and is one posting."""
    told = [h for h in found.hits if h.trigger.frame != "weapon"]
    return bool(told) and all(h.trigger.frame == "station" and h.tense != "noun" for h in told)


def is_told_apart(found: Found, hit: Hit, total: int) -> bool:
    """ "A man was killed in X, which sees daily attacks": the words of a total stand in a clause behind the
    one that tells of one happening."""
    done = hit.trigger.pos == "verb" and hit.tense in {"past", "participle"}
    if done and is_parted(found, hit, total):
        return True
    if done and total < hit.first:
        return _is_instance(found, hit, total)
    between = range(hit.last + 1, total + 1)
    boundaries = found.cues.get("boundary", 0) | found.cues.get("relative", 0)
    return any(
        (boundaries >> k & 1 and k < total) or found.has("upon", k, k) or _opens_clause(found, k, hit)
        for k in between
        if found.tokens[k].low not in _SINCE
    )


def _is_carried(found: Found, hit: Hit) -> bool:
    """ "clashes erupted": a noun and the verb that says that it happened."""
    around = hit.first - _CARRIED, hit.last + _CARRIED
    return hit.tense == "noun" and found.has_any(("happen", "light"), *around)


def _is_instance(found: Found, hit: Hit, total: int) -> bool:
    """ "Executions have multiplied, as (إذ) ISIS killed 30 in X": a case of the trend, counted."""
    return (
        found.has("aggregate", total, total)
        and found.has("instance", max(total + 1, hit.first - 2), hit.first - 1)
        and any(c.kind == "count" and c.start > found.tokens[hit.last].end for c in found.counts)
    )


def is_practice(found: Found, hit: Hit, places: Sequence[PlaceMention | None]) -> bool:
    """ "ISIS cells have carried out attacks in the area": what somebody does over some time, at no spot."""
    if hit.tense != "noun" or hit.trigger.frame != "act" or found.is_headline:
        return False
    if not found.tokens[hit.last].low.endswith("s") or any(
        p and p.place.radius_km <= SPOT_KM for p in places
    ):
        return False
    return any(
        found.has("perfect", k - 1, k - 1) and found.has("light", k, k)
        for k in range(max(hit.first - _LIGHT, 1), hit.first)
    )


def is_of_a_region(found: Found, lead: Hit, place: PlaceMention | None, lexicon: Lexicon) -> bool:
    """ "have established several bases in the Jazira": over some time, somewhere in a part of the country."""
    if place is None or lexicon.gazetteer.feature_types[place.place.feature_type].drawn or found.dates:
        return False
    return lead.trigger.pos == "verb" and found.has("perfect", lead.first - 3, lead.first - 1)


def is_trend(found: Found, hits: list[Hit]) -> bool:
    """ "are killing and maiming people": a present progressive tells of losses as a state of things."""
    return any(
        h.tense == "ing" and h.trigger.frame in LOSS_FRAMES and found.has("present", h.first - 3, h.first - 1)
        for h in hits
    )


def _is_of_a_day(told: DateMention) -> bool:
    """ "on Monday", "overnight": when one happening was."""
    if told.kind != "range" or told.date_start is None or told.date_end is None:
        return told.kind == "day"
    return (told.date_end - told.date_start).days <= 1


def _takes_a_figure(found: Found, told: DateMention) -> bool:
    """ "In April 14 attacks": the number behind the month is that of the attacks."""
    after = next((k for k, t in enumerate(found.tokens) if t.start >= told.end), None)
    if not after or told.kind != "day" or found.tokens[after - 1].kind != "n":
        return False
    return found.has("tally_noun", after, after)


def _is_conceded(found: Found, day: DateMention) -> bool:
    """ "Although X announced victory on March 23, attacks continue": the day is of the side clause."""
    if not found.has("concession", 0, 0):
        return False
    comma = next((t.start for t in found.tokens if t.text == "," and t.start > day.end), None)
    return comma is not None and any(h.first and found.tokens[h.first].start > comma for h in found.hits)


def names_spot(found: Found) -> bool:
    """ "intensified their shelling, targeting A and B": what was hit makes it one happening."""
    return any(p.is_home and p.place.radius_km <= SPOT_KM for p in found.places)


def _is_ranked(found: Found, at: int) -> bool:
    """ "the deadliest attack this year", "the third since May": one attack."""
    return found.has("superlative", at - _RANKED, at - 1)


def _is_counted_up(found: Found) -> bool:
    """ "documented the killing of 20": many; "documented the killing of a farmer" is one happening."""
    return not found.hits or _counts(found, _TALLY)


def _counts(found: Found, least: int) -> bool:
    """Whether so many or more are counted."""
    return any(c.kind == "count" and (c.count.low or 0) >= least for c in found.counts)


def _is_a_month(told: DateMention) -> bool:
    """ "in May", and "this month", though it is not over."""
    if told.date_start is None or told.date_end is None:
        return False
    days = (told.date_end - told.date_start).days
    return days >= _MONTH_DAYS or (told.rule == "month" and told.kind == "range")


def _of_a_month(found: Found) -> int | None:
    """The acts or dead that are only counted for a month or more: "carried out 30 attacks in April", "ten
    have been killed by mines this month"."""
    told = [d for d in found.dates if d.kind in {"range", "day"}]
    if not told or not all(_is_a_month(d) or _takes_a_figure(found, d) for d in told):
        return None
    counted = {c.head for c in found.counts if c.kind == "count" and (c.count.low or 0) >= _MANY}
    dead = (h for h in found.hits if h.trigger.frame in LOSS_FRAMES and h.trigger.pos == "verb")
    lost = next((h for h in dead if found.has("perfect", h.first - 3, h.first - 1)), None)
    if lost is not None and any(at < lost.first for at in counted):
        return lost.first
    taken = next((h for h in found.hits if h.trigger.frame == "captured" and h.trigger.pos == "verb"), None)
    if taken is not None and _counts(found, _TOO_MANY_TAKEN):
        return taken.first  # "1,200 people were arrested in 2022"
    toll = next((h for h in found.hits if h.trigger.frame in LOSS_FRAMES), None)
    spot = names_spot(found) and "counts_up" not in found.cues
    if toll is not None and _counts(found, _TOLL_OF_MONTH) and not (spot or _is_one_act(found)):
        return toll.first  # "recorded the deaths of 38 by mines in the governorate in April"
    figure = next((at for at in sorted(counted) if found.has("tally_noun", at, at)), None)
    if figure is None:
        figure = next((k for d in told if (k := _figure_of(found, d)) is not None), None)
    if figure is not None:
        return figure  # "carried out 14 operations in April"
    acts = (h for h in found.hits if h.trigger.frame in {"act", "burst"} and h.tense == "noun")
    if not names_spot(found):  # "four separate attacks were documented from May 3 to June 8"
        counted = {c.head for c in found.counts if c.kind == "count" and (c.count.low or 0) > 1}
    return next((h.first for h in acts if h.first in counted or h.first - 1 in counted), None)


def _of_days(found: Found) -> int | None:
    """ "the toll of the strikes over the past seven days reached 99": the dead of many happenings."""
    if not any(d.kind == "range" and _lasts(d) >= _MANY for d in found.dates):
        return None
    return found.first("toll_word")


def _lasts(told: DateMention) -> int:
    if told.date_start is None or told.date_end is None:
        return 0
    return (told.date_end - told.date_start).days


def _is_one_act(found: Found) -> bool:
    """ "In 2018 a short, fierce fight left hundreds dead", "in May ISIS set off a car bomb, killing 40"."""
    single = {count.head for count in found.counts if count.kind == "article"}
    set_off = any(h.trigger.pos == "verb" and h.trigger.event_type in BOMBS for h in found.hits)
    if set_off and any(h.trigger.frame == "weapon" and h.first in single for h in found.hits):
        return True
    acts = (h for h in found.hits if h.trigger.frame in {"act", "mutual", "burst"} and h.tense == "noun")
    return any(t.low in _ONE for h in acts for t in found.tokens[max(h.first - _TO_ONE, 0) : h.first])


def _figure_of(found: Found, told: DateMention) -> int | None:
    """The noun behind a month's figure."""
    if not _takes_a_figure(found, told):
        return None
    return next(k for k, t in enumerate(found.tokens) if t.start >= told.end)


def _share(found: Found) -> int | None:
    """The first token of a share of many happenings: "forty-six of the attacks took place in ..."."""
    for count in found.counts:
        if count.kind != "count" or (count.count.low or 0) < _MANY:
            continue
        for hit in found.hits:
            if hit.tense != "noun" or hit.first < 2 or found.tokens[hit.first - 2].low != "of":
                continue
            between = [t.low for t in found.tokens[: hit.first] if t.start >= count.end]
            if between in (["of", "the"], ["of", "these"], ["of", "those"]):
                return hit.first
    return None
