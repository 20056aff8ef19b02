"""Dates of two ends: "between July 7 and 20", "بين ليل الثلاثاء وصباح الأربعاء", "since 2019"."""

from __future__ import annotations

import re
from datetime import date

from core.extract.dates import calendar
from core.extract.dates.days import day_point
from core.extract.dates.found import NO_DATE, Point
from core.extract.dates.points import table_point
from core.extract.dates.spelling import Spelled

_MONTH = r"(?P<month>M)(?:/M|\(M\))?"
_JOIN = r"[po]*[t&-]+[po]*"
# Two days of one month; "and" makes a range only after "between" or "from", else it is a list.
_SHARED = (
    re.compile(rf"[VFo][po]*(?P<a>[NO])o*{_JOIN}(?P<b>[NO])[o/]*m?{_MONTH}(?:[,o]*y?(?P<year>Y))?"),
    re.compile(rf"[VF][po]*{_MONTH}o*(?P<a>[NO]){_JOIN}(?P<b>[NO])(?!M)(?:[,o]*y?(?P<year>Y))?"),
    re.compile(rf"(?P<a>[NO])[t-]+(?P<b>[NO])[o/]*m?{_MONTH}(?:[,o]*y?(?P<year>Y))?"),
    re.compile(rf"{_MONTH}o*(?P<a>[NO])[t-]+(?P<b>[NO])(?!M)(?:[,o]*y?(?P<year>Y))?"),
)
_OPENING = re.compile(r"[VFo][po]*")
_JOINING = re.compile(r"[,]*[po]*[t&-]+[po]*")
_SINCE = re.compile(r"s[po~]*")


def single_point(spelled: Spelled, at: int, published: date | None) -> Point | None:
    """The day or period that starts at symbol ``at``; the longer reading where two patterns match."""
    forward = at > 0 and spelled.values[_word_before(spelled, at)] == "future"
    day = day_point(spelled, at, published, forward)
    other = table_point(spelled, at, published)
    if other is not None and other.rule == "year" and not _is_year(spelled, at):
        other = None
    if day is None or other is None:
        return day or other
    return day if day.end > other.end else other


def _word_before(spelled: Spelled, at: int) -> int:
    k = at - 1
    while k > 0 and spelled.symbols[k] == "o":
        k -= 1
    return k


def _is_year(spelled: Spelled, at: int) -> bool:
    """A bare number like 2017 is a year only after a preposition or a word of time."""
    return spelled.symbols[at] != "Y" or (at > 0 and spelled.symbols[at - 1] in "posFVt&-J~y")


def since_point(spelled: Spelled, at: int, published: date | None) -> Point | None:
    """ "since Wednesday", "منذ مطلع العام": from the day, or the period's first day, to publication."""
    match = _SINCE.match(spelled.symbols, at)
    if match is None or match.end() >= len(spelled.symbols):
        return None
    start = single_point(spelled, match.end(), published)
    if start is None or start.kind in ("anaphoric", "duration"):
        return None
    rule = f"since {start.rule}"
    if start.days is None or published is None or start.days[0] > published:
        return Point(start.end, None, "since", rule)
    return Point(start.end, (start.days[0], published), "since", rule)


def shared_month(spelled: Spelled, at: int, published: date | None) -> Point | None:
    """A range of two days in one month that is named once."""
    for pattern in _SHARED:
        match = pattern.match(spelled.symbols, at)
        if match is not None:
            first, last, month = (spelled.values[match.start(name)] for name in ("a", "b", "month"))
            year = spelled.values[match.start("year")] if match["year"] else None
            if isinstance(first, int) and isinstance(last, int) and isinstance(month, int):
                return _month_range(match.end(), (first, last), month, year, published)
    return None


def _month_range(
    end: int, numbers: tuple[int, int], month: int, year: object, published: date | None
) -> Point | None:
    if not all(1 <= number <= 31 for number in numbers):
        return None
    if not isinstance(year, int):
        if published is None:
            return Point(end, None, "range", "days of a month" + NO_DATE)
        year = calendar.year_of_day(month, numbers[0], published)
    days = [calendar.day_of(year, month, day) for day in numbers] if isinstance(year, int) else []
    known = [day for day in days if day is not None]
    if len(known) != 2:
        return Point(end, None, "range", "days of a month (no such day)")
    return Point(end, calendar.ordered(known[0], known[1]), "range", "days of a month")


def range_point(spelled: Spelled, at: int, published: date | None) -> Point | None:
    """ "between X and Y", "from X to Y" of any two dates."""
    opening = _OPENING.match(spelled.symbols, at)
    if opening is None or opening.end() >= len(spelled.symbols):
        return None
    first = single_point(spelled, opening.end(), published)
    joining = _JOINING.match(spelled.symbols, first.end) if first is not None else None
    if first is None or joining is None or joining.end() >= len(spelled.symbols):
        return None
    if spelled.symbols[at] == "o" and "t" not in joining[0]:  # Arabic "من" is "from" only before "to"
        return None
    last = single_point(spelled, joining.end(), published)
    if last is None or "anaphoric" in (first.kind, last.kind):
        return None
    if first.days is None or last.days is None:
        return Point(last.end, None, "range", "range" + (NO_DATE if published is None else ""))
    begin, finish = first.days[0], last.days[1]
    if begin > finish:  # "from January 10 to January 11, 2019": the first day is counted from the second
        again = single_point(spelled, opening.end(), finish)
        begin = again.days[0] if again is not None and again.days is not None else begin
    return Point(last.end, calendar.ordered(begin, finish), "range", "range")
