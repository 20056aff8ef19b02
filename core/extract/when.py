"""When a happening was: of the dates in its sentence, the one its trigger goes with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from core.extract.dates import SOME_DAY, DateMention
from core.extract.dates.found import NO_DATE, RELATIVE, SUBORDINATE
from core.extract.frames import LOSS_FRAMES
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention
from core.text import tokens_in

NEWS_DAYS = 1  # what has no day of its own is told on its day or the day after (DESIGN, Dates)
SAID = "said that day"  # marks the day of a statement that stands for the event's
_SHORT_DAYS = 2
_OPENING = 2  # tokens: "This comes after ..."
_LONGEST_EVENT_DAYS = 366
_AS = frozenset({"as", "while", "when"})
_TO_NOISE = 3  # tokens from "blasts" to "heard"
_SINCE = frozenset({"since", "منذ"})
_TO_SINCE = 2  # tokens between "since" and a day of its own
_POSTURE = frozenset({"move", "station"})
_LATELY = frozenset({"weekday", RELATIVE, "part of day", "night"})  # rules of days shortly before the report
_MONTH = "month"
_CALENDAR = frozenset({"day and month", _MONTH})
_AGO, _PERIOD, _WEEK = "ago", "period", timedelta(days=7)


def date_of(found: Found, hit: Hit) -> DateMention | None:
    """The date that stands nearest to a trigger, in its own clause where there is one."""
    usable = [
        d
        for d in found.dates
        if (d.kind in {"day", "range", "vague", "anaphoric"} or is_short(d))
        and not _is_elsewhere(found, d, hit)
    ]
    told = min(usable, key=lambda d: _date_cost(found, d, hit), default=None)
    if told is not None and told.date_start is None and told.kind == "anaphoric":
        return _said_on(found, hit)  # "a day after the town fell", and no word on which day that was
    return told if told is not None and told.date_start is not None else _said_on(found, hit) or told


def date_at(
    found: Found, place: PlaceMention | None, places: Sequence[PlaceMention | None]
) -> DateMention | None:
    """The day told with one place of several: "in A on Thursday and in B on Friday"."""
    days = [d for d in found.dates if d.kind == "day"]
    if place is None or len(places) < 2 or len(days) < 2:
        return None
    begins = found.tokens[place.last].end
    ends = min((found.tokens[p.first].start for p in places if p and p.first > place.last), default=None)
    return next((d for d in days if d.start >= begins and (ends is None or d.end <= ends)), None)


def is_counted_from(found: Found, main: Hit, other: Hit) -> bool:
    """ "(main) a day after (other)": of another day than what stands before it."""
    after, before = found.tokens[main.last].end, found.tokens[other.first].start
    return any(d.rule == SUBORDINATE and after <= d.start and d.end <= before for d in found.dates)


def is_before_that(found: Found, hit: Hit) -> bool:
    """ "This comes (يأتي ذلك) days after (بعد) a boy was killed in X": earlier than what was just told."""
    opens = found.first("comes_after") if hit.trigger.grammar.verb_first else None
    return opens is not None and opens <= _OPENING and found.matches.has("occasion", opens, hit.first)


def is_short(mention: DateMention) -> bool:
    """ "since early morning", "since Sunday": days of an event, no stretch of totals."""
    if mention.kind != "since" or mention.date_start is None or mention.date_end is None:
        return False
    return (mention.date_end - mention.date_start).days <= _SHORT_DAYS


def said_day(found: Iterable[Found]) -> DateMention | None:
    """The day before to the day on which a happening without a day of its own was told: "..., X said on
    Sunday"."""
    told = (m for f in found for m in f.dates if m.kind == "statement" and m.date_start)
    said = next(told, None)
    if said is None or said.date_start is None:
        return None
    day_before = said.date_start - timedelta(days=NEWS_DAYS)
    return replace(said, date_start=day_before, time_precision=2, rule=f"{said.rule}, {SAID}")


def _said_on(found: Found, hit: Hit) -> DateMention | None:
    """The day before to the day of the statement that opens a sentence: "On July 10, X reported that ...".

    Where the verb comes first, reports name that day for the event's ("said today, Sunday, that ...").
    """
    opening = next((d for d in found.dates if d.kind == "statement"), None)
    if opening is None or opening.date_start is None or opening.date_end is None:
        return None
    if hit.trigger.grammar.verb_first and "claim" not in found.cues:  # a claim comes later than the act
        return replace(opening, kind="day", rule=f"{opening.rule}, {SAID}")
    if any(t.start < opening.start and t.kind == "w" for t in found.tokens):
        return None
    if "watches" in found.cues:  # "On May 4, activists monitored several air strikes": it was then
        return replace(opening, kind="day")
    return replace(opening, date_start=opening.date_start - timedelta(days=1), time_precision=2)


def _span(found: Found, mention: DateMention) -> tuple[int, int]:
    """The tokens, first and last, that a date takes."""
    inside = tokens_in(found.tokens, mention.start, mention.end)
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
    if any(found.tokens[k].low in _SINCE for k in range(hit.last + 1, first - _TO_SINCE)):
        return True  # "the worst fighting since the army took the town last November"
    if mention.rule == SUBORDINATE and hit.last < first:
        return True  # "was found three days after he had gone missing"
    if last < hit.first and _is_aside(found, first, last):
        return True  # "the convoy, which had entered on Sunday, reached X on Tuesday"
    if mention.kind == "vague" and last < hit.first and found.has("from", last + 1, last + 1):
        return True  # "comes days after (بعد أيام من) a boy was killed"
    if (
        hit.trigger.frame == "crowd"
        and found.has("grievance", hit.last + 1, first - 1)
        and (
            mention.kind == "vague"
            or any(hit.last < h.first < first and h.trigger.frame != "crowd" for h in found.hits)
        )
    ):
        return True  # "in protest against a killing several days ago"
    if (
        (
            mention.kind == "anaphoric"
            and mention.offsets is not None
            and mention.offsets[0] != mention.offsets[1]
        )
        and last + 1 < len(found.tokens)
        and found.tokens[last + 1].kind == "w"
    ):
        return True  # "came days after the army broke the siege"
    if (
        mention.kind == "anaphoric"
        and last + 1 < len(found.tokens)
        and found.tokens[last + 1].low.endswith("ing")
    ):
        return True  # "two days after being parked there"
    others = [
        h for h in found.hits
        if h != hit and h.trigger.frame != "weapon" and (
            h.trigger.grammar.verb_first or h.trigger.frame not in _POSTURE or h.tense not in {"ing", "noun"}
        )
    ]  # fmt: skip
    if mention.kind == "vague" and first == last:
        following = found.tokens[last + 1].low if last + 1 < len(found.tokens) else ""
        if following.endswith("ed") and not any(h.first == last + 1 for h in found.hits):
            return True  # "a depot that was recently stocked"
        return any(0 < h.first - last <= 2 for h in others)  # "recent attacks"
    between = (hit.last + 1, first - 1) if first > hit.last else (last + 1, hit.first - 1)
    if not found.barrier(*between):
        return False
    if first == 0 and found.has("meanwhile", *between):
        return False  # "On Saturday rockets fell on A while B was attacked"
    if first > hit.last and _goes_with(found, hit, first):
        return False
    if first > hit.last:
        if found.has("say", *between) and any(h.first > last for h in others):
            return True  # "raided A, and (وأشار) X said that on Friday Y raided B"
        return any(
            hit.last < h.first < first
            and found.barrier(hit.last + 1, h.first - 1)
            and not found.barrier(h.last + 1, first - 1)
            for h in others
        )
    return any(
        last < h.first < hit.first
        and not found.barrier(last + 1, h.first - 1)
        and h.trigger.frame not in LOSS_FRAMES
        and not found.has(
            "noise", h.last + 1, h.last + _TO_NOISE
        )  # "On Monday blasts were heard as X struck A"
        for h in others
    )


def _goes_with(found: Found, hit: Hit, stop: int) -> bool:
    """ "shot at a convoy as it left X on Monday": both were then."""
    at = next((k for k in range(hit.last + 1, stop) if found.barrier(k, k)), None)
    return at is not None and found.tokens[at].low in _AS and found.has("pronoun", at + 1, at + 1)


def _is_aside(found: Found, first: int, last: int) -> bool:
    """Whether a date stands in a relative clause that commas set apart."""
    after = last + 1
    if after >= len(found.tokens) or found.tokens[after].text != ",":
        return False
    comma = next((k for k in range(first - 1, 0, -1) if found.tokens[k].text == ","), None)
    return comma is not None and found.has("relative", comma + 1, comma + 1)


def is_long(mention: DateMention | None) -> bool:
    """Whether a date spans more than a year: what is told of it is a total."""
    if mention is None or mention.date_start is None or mention.date_end is None:
        return False
    return (mention.date_end - mention.date_start).days > _LONGEST_EVENT_DAYS


def are_apart_undated(one: DateMention | None, other: DateMention | None) -> bool:
    """Whether two dates of a report without a day of publication cannot be one: "on Tuesday" and "on
    Sunday", "yesterday" and "at the beginning of this year". Which weekday was yesterday, nobody knows."""
    if one is None or other is None or one.floating is None or other.floating is None:
        return False
    days, other_days = one.floating, other.floating
    rule, other_rule = one.rule.removesuffix(NO_DATE), other.rule.removesuffix(NO_DATE)
    if rule == other_rule or {rule, other_rule} <= _CALENDAR:
        return days[1] < other_days[0] or other_days[1] < days[0]
    if (rule in _LATELY) == (other_rule in _LATELY):
        return False
    ago, end = (other_rule, other_days[1]) if rule in _LATELY else (rule, days[1])
    return ago == _MONTH or (ago == _PERIOD and end < SOME_DAY) or (ago == _AGO and end < SOME_DAY - _WEEK)
