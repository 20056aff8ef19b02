"""Arithmetic of days: weekdays, parts of months and years, seasons, the Hijri calendar.

Every function takes what it needs and gives whole days; an interval includes both its ends.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from hijridate import Gregorian, Hijri

Days = tuple[date, date]

# The day of a month up to which "early" and "mid" reach; coding convention of the gold labels.
_EARLY, _MID = 10, 20
_SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_YEAR_EDGES = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
# Hijri month, first day, last day; Umm al-Qura, from which a local sighting may differ by a day.
_HIJRI = {
    "fitr": (10, 1, 3),
    "adha": (12, 10, 13),
    "ramadan": (9, 1, 0),
    "arafah": (12, 9, 9),
    "ashura": (1, 10, 10),
    "muharram": (1, 1, 0),
    "new_year": (1, 1, 1),
}


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` where the calendar has none (31 June)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date:
    """``day`` moved by a number of days."""
    return day + timedelta(days=days)


def last_weekday(weekday: int, published: date, before: bool = False) -> date:
    """The latest such weekday (Monday 0) on or before publication; ``before`` leaves the day itself out."""
    back = (published.weekday() - weekday) % 7
    return shifted(published, -(back or 7) if before else -back)


def next_weekday(weekday: int, published: date) -> date:
    """The first such weekday after publication."""
    return shifted(published, (weekday - published.weekday()) % 7 or 7)


def nearest_weekday(weekday: int, day: date) -> date:
    """The day of that weekday within three days of ``day``."""
    return shifted(day, (weekday - day.weekday() + 3) % 7 - 3)


def month_days(year: int, month: int) -> Days:
    """The first and last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), shifted(following, -1)


def month_shifted(day: date, months: int) -> tuple[int, int]:
    """``year, month`` some months from that of ``day``."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def edge_of(days: Days, edge: str | None) -> Days:
    """The early, mid or late part of a month or year; the whole of it for ``None``."""
    first, last = days
    if edge is None:
        return days
    if (last - first).days > 31:
        low, high = _YEAR_EDGES[edge]
        return date(first.year, low, 1), month_days(first.year, high)[1]
    cut = {"early": (1, _EARLY), "mid": (_EARLY, _MID), "late": (_MID, last.day)}[edge]
    return first.replace(day=cut[0]), first.replace(day=cut[1])


def year_of_month(month: int, published: date, before: bool = False) -> int:
    """The year of the latest such month that has begun (or, with ``before``, is over) at publication."""
    past = month < published.month or (month == published.month and not before)
    return published.year if past else published.year - 1


def year_of_day(month: int, day: int, published: date, forward: bool = False) -> int | None:
    """The year of a date told without one: the latest on or before publication.

    A date up to two days ahead is that day (reports and their time zones differ); ``forward``
    ("until September 11") takes the nearest on either side.
    """
    reach = 183 if forward else 2
    for year in (published.year + 1, published.year, published.year - 1, published.year - 2):
        found = day_of(year, month, day)
        if found is not None and found <= shifted(published, reach):
            return year
    return None


def week_days(published: date, weeks: int) -> Days:
    """A calendar week from Sunday, as weeks are counted in the region; 0 is the current one."""
    first = shifted(published, -((published.weekday() + 1) % 7) + 7 * weeks)
    return first, shifted(first, 6)


def weekend_days(published: date, weeks: int = 0) -> Days:
    """Friday to Sunday of the latest weekend that has begun, or so many weeks from it."""
    first = shifted(last_weekday(4, published), 7 * weeks)
    return first, shifted(first, 2)


def season_days(season: str, year: int) -> Days:
    """The three months of a season that begins in ``year``; winter reaches into the next one."""
    month = _SEASON_MONTH[season]
    end_year, end_month = month_shifted(date(year, month, 1), 2)
    return date(year, month, 1), month_days(end_year, end_month)[1]


def latest_season(season: str, published: date) -> Days:
    """The latest such season that has begun at publication."""
    days = season_days(season, published.year)
    return days if days[0] <= published else season_days(season, published.year - 1)


@lru_cache(maxsize=512)
def hijri_days(name: str, published: date, nth: int | None = None) -> Days | None:
    """The latest such feast or month that has begun at publication, or its ``nth`` day.

    ``None`` outside the calendar's tables (1924-2077) or where there is no such day.
    """
    if name == "eid":
        both = [days for feast in ("fitr", "adha") if (days := hijri_days(feast, published, nth))]
        return max(both) if both else None
    month, first, last = _HIJRI[name]
    try:
        year = Gregorian.fromdate(published).to_hijri().year
        for candidate in (year, year - 1):
            end = last or Hijri(candidate, month, 1).month_length()
            start = first + (nth - 1 if nth else 0)
            if start > max(end, first + 3):
                return None
            begin = Hijri(candidate, month, start).to_gregorian()
            day = date(begin.year, begin.month, begin.day)
            if day <= published:
                return (day, day) if nth else (day, shifted(day, end - first))
    except (OverflowError, ValueError):
        return None
    return None


def ordered(first: date, last: date) -> Days:
    """The two days in order."""
    return (first, last) if first <= last else (last, first)


def precision_of(days: Days) -> int:
    """``time_precision``: 1 one day, 2 up to eight days, 3 longer."""
    length = (days[1] - days[0]).days + 1
    return 1 if length == 1 else 2 if length <= 8 else 3
