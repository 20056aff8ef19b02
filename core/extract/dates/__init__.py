"""Dates in a sentence: days, ranges, "since", "recently", and days told by the one before.

English and Arabic go one way: the sentence is spelled as symbols (:mod:`.spelling`), patterns
over the symbols find points in time (:mod:`.points`, :mod:`.days`, :mod:`.spans`), and the words
around tell the day of a statement from the day of an event (:mod:`.statement`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from core.extract.dates import calendar
from core.extract.dates.days import ALONE, DAY_STARTS, listed_days
from core.extract.dates.found import NO_DATE, RELATIVE, SUBORDINATE, Point
from core.extract.dates.points import TABLE_STARTS
from core.extract.dates.spans import range_point, shared_month, since_point, single_point
from core.extract.dates.spelling import Spelled, may_have_date, spell
from core.extract.dates.statement import is_statement
from core.lexicon.dates import DateWords
from core.text import Sentence

__all__ = ["SOME_DAY", "DateMention", "find_dates", "resolve_anaphoric"]


_DAY, _MONTH, _YEAR, _TO_YEAR = "day and month", "month", "year", 12  # characters to the year
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
SOME_DAY = date(2020, 7, 15)  # amid a year, a month and a week


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression; ``start, end`` index the normalised text.

    ``kind``: ``day``; ``range``; ``since`` (from then to publication: an aggregate or trend);
    ``vague`` ("recently", no days); ``statement`` (the day something was said); ``anaphoric``
    (counted from the day told before, by ``offsets`` in days, see :func:`resolve_anaphoric`);
    ``duration`` ("for three days", no days). ``date_start <= date_end``, both or neither known.
    ``sentence`` is the sentence's index in the report. ``floating``: where only the day of publication is
    missing, the days counted from ``SOME_DAY``, by which two such mentions can be told apart.
    """

    start: int
    end: int
    date_start: date | None
    date_end: date | None
    time_precision: int | None
    kind: str
    rule: str
    offsets: tuple[int, int] | None
    sentence: int
    floating: tuple[date, date] | None = None


def find_dates(sentence: Sentence, words: DateWords, published: date | None) -> tuple[DateMention, ...]:
    """The date mentions of a sentence, in order, none overlapping.

    Without ``published``, relative days and dates without a year have no days, and the rule says so;
    a day of publication outside 1900-2199 is taken for a mistake and counts as none.
    """
    if published is not None and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None
    if not may_have_date(sentence, words):
        return ()
    spelled = spell(sentence, words)
    found = _without_its_year(tuple(_mentions(sentence, spelled, words, published)))
    found = _with_parts_of_day(_retold(found, sentence, spelled, words, published))
    if published is None and any(mention.rule.endswith(NO_DATE) for mention in found):
        days = (SOME_DAY, calendar.shifted(SOME_DAY, 1))
        counted = [{m.start: m for m in _mentions(sentence, spelled, words, day)} for day in days]
        found = tuple(_floating(m, *(told.get(m.start) for told in counted)) for m in found)
    return found


def _floating(mention: DateMention, told: DateMention | None, later: DateMention | None) -> DateMention:
    """The mention with the days counted from one day; not "today, Friday", which is the same a day later."""
    if not mention.rule.endswith(NO_DATE) or told is None or told.date_start is None or later is None:
        return mention
    if mention.rule.startswith(RELATIVE) and told.date_start == later.date_start:
        return mention
    return replace(mention, floating=(told.date_start, told.date_end or told.date_start))


def _without_its_year(found: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """ "On the 29th of this month of the year 2018": a year right behind a day that lies in it is no
    date of its own; nor is the month of «في 21 أيلول الشهر الماضي»."""

    def is_of(day: DateMention, year: DateMention) -> bool:
        told, of = day.date_start, year.date_start
        if day.rule == _DAY and year.rule == _MONTH and year.start - day.end <= _TO_YEAR:
            return True
        return (
            year.rule == _YEAR
            and year.start - day.end <= _TO_YEAR
            and told is not None
            and of is not None
            and told.year == of.year
        )

    return found[:1] + tuple(m for k, m in enumerate(found[1:]) if not is_of(found[k], m))


def _retold(
    found: tuple[DateMention, ...],
    sentence: Sentence,
    spelled: Spelled,
    words: DateWords,
    published: date | None,
) -> tuple[DateMention, ...]:
    """ "On July 10, X reported that today ...": what stands behind an older statement counts from its day."""
    told: list[DateMention] = []
    base = published
    for k, mention in enumerate(found):
        if base != published:
            again = _mentions(sentence, spelled, words, base)
            mention = next((m for m in again if m.start == mention.start), mention)  # noqa: PLW2901
        told.append(mention)
        day = mention.date_start
        if mention.kind != "statement" or mention.rule == RELATIVE or day is None or day != mention.date_end:
            continue
        if k + 1 < len(found) and (published is None or day <= published):
            base = day
    return tuple(told)


def _with_parts_of_day(found: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """A part of day alone gives way to a day in its sentence; beside a statement's day only, it is
    the event's time on that day ("said on Sunday that gunmen had come at dawn")."""
    if not any(mention.rule.startswith(ALONE) for mention in found):
        return found
    if any(not m.rule.startswith(ALONE) and m.kind not in ("vague", "statement") for m in found):
        return tuple(mention for mention in found if not mention.rule.startswith(ALONE))
    said = next((m for m in found if m.kind == "statement" and m.date_start == m.date_end), None)
    if said is None or said.date_start is None:
        return found
    day = said.date_start
    return tuple(
        replace(m, date_start=day if m.kind == "day" else calendar.shifted(day, -1), date_end=day)
        if m.rule == ALONE
        else m
        for m in found
    )


def _mentions(
    sentence: Sentence, spelled: Spelled, words: DateWords, published: date | None
) -> Iterator[DateMention]:
    symbols = spelled.symbols
    at = taken = 0
    while (start := _START.search(symbols, at)) is not None:
        at = start.start()
        if symbols[at] in "WM" and at and symbols[at - 1] == "!":
            at += 1
            continue
        listed = listed_days(spelled, at, published) if symbols[at] in "NOM" else ()
        for first, end, point in listed:
            yield _mention(sentence, spelled, words, (_opening(symbols, first, taken), end), point, published)
        if listed:
            at = taken = listed[-1][1]
            continue
        found = _best_point(spelled, at, published)
        if found is None:
            at += 1
            continue
        yield _mention(sentence, spelled, words, (_opening(symbols, at, taken), found.end), found, published)
        at = taken = found.end


# Where a date may start; Arabic "من" only where a "to" may follow.
_STARTS = re.escape("".join(sorted(DAY_STARTS | TABLE_STARTS | set("VFs"))))
_START = re.compile(rf"[{_STARTS}]|o(?=[^x]*t)")


def _best_point(spelled: Spelled, at: int, published: date | None) -> Point | None:
    symbol = spelled.symbols[at]
    if symbol == "s":
        return since_point(spelled, at, published) or single_point(spelled, at, published)
    if symbol in "VFoNOM":
        found = shared_month(spelled, at, published)
        if found is None and symbol in "VFo":
            found = range_point(spelled, at, published)
        if found is not None or symbol == "o":
            return found
    return single_point(spelled, at, published)


def _opening(symbols: str, at: int, taken: int) -> int:
    """Prepositions and articles before a date belong to its words ("on June 3", "في 9 آذار")."""
    while at > taken and symbols[at - 1] == "o":
        at -= 1
    return at - 1 if at > taken and symbols[at - 1] == "p" else at


def _mention(
    sentence: Sentence,
    spelled: Spelled,
    words: DateWords,
    symbols: tuple[int, int],
    point: Point,
    published: date | None,
) -> DateMention:
    first_token, last_token = spelled.firsts[symbols[0]], spelled.lasts[symbols[1] - 1]
    if point.kind == "day" and point.days is not None and _is_since(spelled, symbols[0]):
        until = max(published, point.days[1]) if published is not None else point.days[1]
        point = point._replace(days=(point.days[0], until), kind="since", rule=f"since {point.rule}")
    kind = point.kind
    if kind in ("day", "range") and is_statement(sentence, first_token, last_token, words):
        kind = "statement"
    return DateMention(
        sentence.tokens[first_token].start,
        sentence.tokens[last_token].end,
        point.days[0] if point.days else None,
        point.days[1] if point.days else None,
        calendar.precision_of(point.days) if point.days else None,
        kind,
        point.rule,
        point.offsets,
        sentence.index,
    )


_SINCE_CLAUSE = re.compile("so*x$")
_BEGINNING = 5  # tokens of "since the violence began on August 27" between its first word and the day


def _is_since(spelled: Spelled, at: int) -> bool:
    """Whether a day is that on which something began ("since the fighting broke out on Sunday")."""
    if _SINCE_CLAUSE.search(spelled.symbols[:at]) is None:
        return False
    return spelled.lasts[at - 1] - spelled.firsts[at - 1] < _BEGINNING


def resolve_anaphoric(
    mentions: Iterable[DateMention], published: date | None = None
) -> tuple[DateMention, ...]:
    """The mentions of a report, in order, with "a day earlier" and the like counted out.

    They count from the first day told in the latest sentence that tells one, the same sentence's
    earlier words included; "a day after the town fell", inside a sentence, from its own earlier day
    or else from the report's first. Where none was told, what was earlier counts from the news itself,
    which is of the day of publication, ``published``, or the day before; without it all stay unknown.
    """
    found: list[DateMention] = []
    report_day: date | None = None
    base: date | None = None
    told_in = -1
    for mention in mentions:
        resolved = mention
        origin = report_day if mention.rule == SUBORDINATE and mention.sentence != told_in else base
        offsets = mention.offsets if mention.kind == "anaphoric" else None
        if offsets is not None and origin is not None:
            first, last = (calendar.shifted(origin, offset) for offset in offsets)
            resolved = _counted(mention, first, last)
        elif offsets is not None and offsets[1] < 0 and published is not None:
            first, last = (calendar.shifted(published, offset) for offset in offsets)
            resolved = _counted(mention, calendar.shifted(first, -1), last)
        found.append(resolved)
        if resolved.date_start is not None and resolved.kind in _ANCHORS and mention.sentence != told_in:
            base, told_in = resolved.date_start, mention.sentence
            report_day = report_day or (base if resolved.time_precision != _LONG else None)
    return tuple(found)


def _counted(mention: DateMention, first: date, last: date) -> DateMention:
    return replace(
        mention, date_start=first, date_end=last, time_precision=calendar.precision_of((first, last))
    )


_LONG = 3  # time_precision: a month is no day to count from
_ANCHORS = frozenset({"day", "range", "statement", "anaphoric"})
