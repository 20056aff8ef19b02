"""One day told by several words: "yesterday, Wednesday 6-5-2020", "on 24 August", "فجر اليوم الثلاثاء"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from core.extract.dates import calendar
from core.extract.dates.found import NO_DATE, RELATIVE, Found, Point
from core.extract.dates.spelling import Spelled, Value

_MONTH = r"(?P<month>M)(?:/M|\(M\))?"
_YEAR = r"(?:[LT]|[,/o-]*y?(?P<year>Y))?"
# (first symbols, name, pattern)
_PARTS = (
    ("#", "numeric", re.compile("#")),
    ("NO", "date", re.compile(rf"(?P<day>[NO])[o/-]*m?{_MONTH}{_YEAR}")),
    ("M", "date", re.compile(rf"{_MONTH}o*(?P<day>[NO])(?![NOM]){_YEAR}")),
    (
        "LXdW",
        "weekday",
        re.compile(r"(?P<last>L)?(?P<next>X)?d?(?P<weekday>W)(?P<twice>qL)?(?P<last2>L)?(?P<next2>X)?"),
    ),
    ("dR", "relative", re.compile(r"d?(?P<relative>R)")),
    ("TPI", "part", re.compile(r"(?:(?P<this>T)?(?P<part>P)|(?P<after>I))")),
    ("Z", "alone", re.compile("Z")),
    ("E", "edge", re.compile("E(?=[po]*[WNOM#R])")),
)
DAY_STARTS = frozenset("".join(starts for starts, _, _ in _PARTS))
_BY_START = {s: tuple((name, pattern) for at, name, pattern in _PARTS if s in at) for s in DAY_STARTS}
_BETWEEN = re.compile(r"[,(]*[po]*[,(]?[po]*")


def day_point(spelled: Spelled, at: int, published: date | None, forward: bool = False) -> Point | None:
    """The day that starts at symbol ``at``; ``forward`` where it is a term ("until September 11").

    A part of day alone is only a day where a demonstrative ("this morning") or the idiom
    ("at dawn") makes it one.
    """
    symbols, end = spelled.symbols, at
    if symbols[at] not in DAY_STARTS:
        return None
    parts: dict[str, Found] = {}
    while end < len(symbols):
        between = _BETWEEN.match(symbols, end) if parts else None
        start = between.end() if between else end
        for name, pattern in _BY_START.get(symbols[start : start + 1], ()):
            match = pattern.match(symbols, start) if name not in parts else None
            if match is not None:
                parts[name] = Found(match, spelled.values, published)
                end = match.end()
                break
        else:
            break
    parts.pop("edge", None)
    if symbols[at:end].count("(") > symbols[at:end].count(")") and symbols[end : end + 1] == ")":
        end += 1
    return _resolved(parts, end, published, forward) if parts else None


def _resolved(parts: dict[str, Found], end: int, published: date | None, forward: bool) -> Point | None:
    weekday = parts["weekday"].number("weekday") if "weekday" in parts else None
    if "numeric" in parts:
        values = parts["numeric"].values[parts["numeric"].match.start()]
        return _one(end, numeric_day(values, weekday, published), "numeric date", published)
    if "date" in parts:
        return _calendar_day(parts["date"], end, published, forward)
    if "relative" in parts:
        day = None
        if published is not None:
            day = calendar.shifted(published, parts["relative"].number("relative"))
            day = day if weekday is None else calendar.nearest_weekday(weekday, day)
        return _night(parts, _one(end, day, RELATIVE, published), published)
    if weekday is not None:
        day = _weekday(parts["weekday"], weekday, published)
        return _night(parts, _one(end, day, "weekday", published), published)
    if "alone" in parts or ("part" in parts and parts["part"].has("this")):
        return _part_alone(parts, end, published)
    if "part" in parts and parts["part"].has("after"):
        return _part_alone(parts, end, published)
    return None


def _one(end: int, day: date | None, rule: str, published: date | None) -> Point:
    if day is None:
        return Point(end, None, "day", rule + (NO_DATE if published is None else " (no such day)"))
    return Point(end, (day, day), "day", rule)


def _night(parts: dict[str, Found], point: Point, published: date | None) -> Point:
    """ "بعد منتصف ليل الأربعاء" is the night that begins on that day."""
    if point.days is None or published is None or not ("part" in parts and parts["part"].has("after")):
        return point
    days = calendar.ordered(point.days[0], min(calendar.shifted(point.days[0], 1), published))
    return point._replace(days=days, kind="day" if days[0] == days[1] else "range")


def _weekday(found: Found, weekday: int, published: date | None) -> date | None:
    if published is None:
        return None
    if found.has("next") or found.has("next2"):
        return calendar.next_weekday(weekday, published)
    twice = found.has("twice")  # "الأحد قبل الماضي", Sunday before last
    day = calendar.last_weekday(weekday, published, before=found.has("last") or found.has("last2") or twice)
    return calendar.shifted(day, -7) if twice else day


def _calendar_day(found: Found, end: int, published: date | None, forward: bool) -> Point | None:
    """A day and month; without a year the latest on or before publication."""
    month, number = found.number("month"), found.number("day")
    if not 1 <= number <= 31:
        return None
    if found.has("year"):
        day = calendar.day_of(found.number("year"), month, number)
        return _one(end, day, "day, month and year", published)
    if published is None:
        return _one(end, None, "day and month", None)
    year = calendar.year_of_day(month, number, published, forward)
    day = calendar.day_of(year, month, number) if year is not None else None
    return _one(end, day, "day and month", published)


def numeric_day(value: Value, weekday: int | None, published: date | None) -> date | None:
    """The day of three numbers: year first, or day before month as in the region.

    Month before day is taken where the other order is no day, where only it falls on the
    weekday that stands beside it, or where the other lies after publication.
    """
    if not isinstance(value, tuple):
        return None
    first, second, third = value
    if first >= 1000:
        return calendar.day_of(first, second, third) or calendar.day_of(first, third, second)
    year = third if third >= 1000 else 2000 + third
    both = [calendar.day_of(year, second, first), calendar.day_of(year, first, second)]
    days = [day for day in both if day is not None]
    return min(days, key=lambda day: _oddness(day, weekday, published), default=None)


def _oddness(day: date, weekday: int | None, published: date | None) -> tuple[bool, bool]:
    wrong_weekday = weekday is not None and day.weekday() != weekday
    return wrong_weekday, published is not None and day > calendar.shifted(published, 2)


# What a part of day alone means beside publication: the morning's news is of that day, the
# evening's may be of the day before.
_SAME_DAY = frozenset({"dawn", "morning", "noon"})


def _part_alone(parts: dict[str, Found], end: int, published: date | None) -> Point:
    if published is None:
        return Point(end, None, "day", (ALONE if "alone" in parts else "part of day") + NO_DATE)
    if "part" in parts and parts["part"].has("this"):
        return Point(end, (published, published), "day", RELATIVE)
    value = parts["alone"].values[parts["alone"].match.start()] if "alone" in parts else "night"
    if value in _SAME_DAY:
        return Point(end, (published, published), "day", ALONE)
    return Point(end, (calendar.shifted(published, -1), published), "range", ALONE)


ALONE = "part of day alone"


def listed_days(spelled: Spelled, at: int, published: date | None) -> Sequence[tuple[int, int, Point]]:
    """Days that share a month: "on 6, 8 and 22 January", "July 7 and 20"; ``(first symbol, end, point)``."""
    for pattern in (_DAYS_MONTH, _MONTH_DAYS):
        match = pattern.match(spelled.symbols, at)
        if match is not None:
            break
    else:
        return ()
    found = []
    for k in range(match.start("days"), match.end("days")):
        if spelled.symbols[k] in "NO":
            number = spelled.values[k]
            month = spelled.values[match.start("month")]
            year = spelled.values[match.start("year")] if match["year"] else None
            day = _shared_day(number, month, year, published)
            found.append((k, k + 1, _one(k + 1, day, "day of a list", published)))
    if len(found) == 2 and (days := _two(found[0][2], found[1][2])) is not None:
        end = match.end()
        return [(at, end, Point(end, days, "range", "two days of a list"))]
    last = found[-1]
    found[-1] = (last[0], max(match.end(), last[1]), last[2]._replace(end=match.end()))
    if pattern is _MONTH_DAYS:
        found[0] = (at, found[0][1], found[0][2])
    return found


def _two(one: Point, other: Point) -> calendar.Days | None:
    """ "on August 9 and 10": the days from the first to the second where it is the next."""
    if one.days is None or other.days is None or calendar.shifted(one.days[0], 1) != other.days[0]:
        return None
    return one.days[0], other.days[0]


_DAYS_MONTH = re.compile(rf"(?P<days>[NO](?:[,&]+[NO])+)o*{_MONTH}(?:[,o]*y?(?P<year>Y))?")
_MONTH_DAYS = re.compile(rf"{_MONTH}o*(?P<days>[NO](?:[,&]+[NO](?![dkmyhxMNO]))+)(?:[,o]*y?(?P<year>Y))?")


def _shared_day(number: Value, month: Value, year: Value | None, published: date | None) -> date | None:
    if not (isinstance(number, int) and isinstance(month, int)):
        return None
    if isinstance(year, int):
        return calendar.day_of(year, month, number)
    if published is None:
        return None
    found = calendar.year_of_day(month, number, published)
    return calendar.day_of(found, month, number) if found is not None else None
