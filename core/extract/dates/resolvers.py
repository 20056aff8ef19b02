"""Resolvers: what each pattern of :mod:`.points` means beside the day of publication."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from core.extract.dates import calendar
from core.extract.dates.found import NO_DATE, SUBORDINATE, Found, Point, Resolver


def _point(found: Found, days: calendar.Days | None, kind: str, rule: str) -> Point:
    if days is None and found.published is None and kind != "vague":
        rule += NO_DATE
    return Point(found.match.end(), days, kind, rule)


def _capped(days: calendar.Days, published: date | None) -> calendar.Days:
    """A period that is still running ends with the day of publication."""
    first, last = days
    return (first, published) if published is not None and first <= published < last else days


def ago(found: Found) -> Point:
    """ "three days ago", "قبل يومين", "a week ago" (a day's slack), "two months ago" (a half unit's)."""
    unit = found.match["unit"]
    count = found.number("n", 0) or found.number("unit", 0)
    if unit == "h" and (not count or found.has("few")):
        return _hours(found)
    is_since = unit not in "dh" and found.match[0].startswith("s")
    if not count or found.has("few"):
        return _point(found, None, "since" if is_since else "vague", "some time ago")
    published = found.published
    if published is None:
        return _point(found, None, "day", "ago")
    if is_since:
        return span(found, count, unit)
    if unit == "h":
        return _point(found, (calendar.shifted(published, -1 - count // 24), published), "range", "hours ago")
    if unit == "d":
        day = calendar.shifted(published, -count)
        slack = 2 if found.has("about") else 0
        days = calendar.shifted(day, -slack), calendar.shifted(day, slack)
        return _point(found, days, "range" if slack else "day", "days ago")
    if unit == "y":
        year = published.year - count
        return _point(found, (date(year, 1, 1), date(year, 12, 31)), "range", "years ago")
    middle, slack = (7 * count, 1 if count == 1 else 3) if unit == "k" else (30 * count, 15)
    day = calendar.shifted(published, -middle)
    days = calendar.shifted(day, -slack), calendar.shifted(day, slack)
    return _point(found, days, "range", "weeks ago" if unit == "k" else "months ago")


def _hours(found: Found) -> Point:
    """ "in the past few hours", "قبل ساعات": the day of publication or the one before."""
    published = found.published
    if published is None:
        return _point(found, None, "range", "past hours")
    return _point(found, (calendar.shifted(published, -1), published), "range", "past hours")


def past_span(found: Found) -> Point | None:
    """ "in the past 24 hours", "over the last two years", "خلال اليومين الماضيين"."""
    unit = found.match["unit"]
    count = found.number("n", 0) or found.number("n2", 0) or found.number("unit", 0)
    if not (found.has("n") or found.has("n2") or found.has("few")) and found.number("unit") == 1:
        return None  # "last week" is a period
    if unit == "h" and (not count or found.has("few")):
        return _hours(found)
    if not count or found.has("few"):
        return _point(found, None, "vague" if unit in "dh" else "since", "past span, length untold")
    return span(found, count, unit)


def span(found: Found, count: int, unit: str) -> Point:
    """So many units up to publication; weeks and more mark an aggregate ("since")."""
    kind = "range" if unit in "dh" else "since"
    published = found.published
    if published is None:
        return _point(found, None, kind, "past span")
    days = {"d": count, "h": max(1, count // 24), "k": 7 * count, "m": 30 * count, "y": 365 * count}[unit]
    return _point(found, (calendar.shifted(published, -days), published), kind, "past span")


def period(found: Found) -> Point:
    """ "last week", "early this month", "in the middle of last month", "مطلع الشهر الفائت"."""
    unit = found.match["unit"]
    published = found.published
    if published is None:
        return _point(found, None, "range", "period")
    step = -1 if found.has("last") else 1 if found.has("next") else 0
    edge = found.word("edge")
    if unit == "e":
        over = step == -1 and published.weekday() < _FRIDAY  # "last weekend", said after it
        return _point(found, calendar.weekend_days(published, 0 if over else step), "range", "weekend")
    if unit == "k":
        days = calendar.week_days(published, step)
        if step == 0:
            first = calendar.shifted(published, -6) if published.weekday() == 6 else days[0]
            days = first, published
        elif edge == "early":
            days = days[0], calendar.shifted(days[0], 2)
        elif edge == "late":
            days = calendar.shifted(days[0], 4), days[1]
        return _point(found, days, "range", "week")
    if unit == "m":
        year, month = calendar.month_shifted(published, step)
        days = calendar.edge_of(calendar.month_days(year, month), edge)
    else:
        year = published.year + step
        days = calendar.edge_of((date(year, 1, 1), date(year, 12, 31)), edge)
    kind = "since" if unit == "y" and step == 0 and edge is None else "range"
    return _point(found, _capped(days, published), kind, "month" if unit == "m" else "year")


def month(found: Found) -> Point:
    """ "in March", "late in September 2020", "شباط الماضي", "throughout December"."""
    month = found.number("month")
    published = found.published
    if found.has("year"):
        year = found.number("year")
    elif published is None:
        return _point(found, None, "range", "month")
    elif found.has("last_year"):
        year = published.year - 1
    elif found.has("next"):
        year = published.year + (month <= published.month)
    else:
        year = calendar.year_of_month(month, published, found.has("last") or found.has("last2"))
    days = calendar.edge_of(calendar.month_days(year, month), found.word("edge"))
    return _point(found, _capped(days, published), "range", "month")


def year(found: Found) -> Point:
    """ "in 2017", "in early 2018", "مطلع عام 2015"."""
    year = found.number("year")
    days = calendar.edge_of((date(year, 1, 1), date(year, 12, 31)), found.word("edge"))
    return _point(found, _capped(days, found.published), "range", "year")


def season(found: Found) -> Point:
    """ "in the summer of 2019", "last winter", "ربيع عام 2017"."""
    season = str(found.word("season"))
    published = found.published
    if found.has("year"):
        return _point(found, calendar.season_days(season, found.number("year")), "range", "season")
    if published is None:
        return _point(found, None, "range", "season")
    days = calendar.latest_season(season, published)
    if found.has("last") and days[1] >= published:
        days = calendar.season_days(season, days[0].year - 1)
    return _point(found, _capped(days, published), "range", "season")


def hijri(found: Found) -> Point:
    """ "the first day of Eid al-Fitr", "ثاني أيام عيد الأضحى", "10 رمضان", "in Ramadan"."""
    published = found.published
    if published is None:
        return _point(found, None, "range", "hijri day")
    nth = found.number("n", 0) or found.number("n2", 0) or None
    days = calendar.hijri_days(str(found.word("name")), published, nth)
    if days is not None and nth is None:
        days = _capped(days, published)
    one = days is not None and days[0] == days[1]
    return _point(found, days, "day" if one else "range", "hijri day")


def night(found: Found) -> Point:
    """ "tonight"; "last night" is told by the day on which it began, the day before publication."""
    published = found.published
    if published is None:
        return _point(found, None, "day", "night")
    day = published if found.word("night") == "this" else calendar.shifted(published, -1)
    return _point(found, (day, day), "day", "night")


def back(offset: int) -> Resolver:
    """ "the day before", "في اليوم التالي", "that night": so many days from the day told before."""

    def resolve(found: Found) -> Point | None:
        if found.has("unit") and found.number("unit") == 0:  # "in the coming days"
            return None
        return Point(found.match.end(), None, "anaphoric", "day told before", (offset, offset))

    return resolve


_FRIDAY = 4  # as date.weekday() counts
_MOST_STEPS = 999  # "so many days later" beyond this is no date a report tells


def stepped(sign: int) -> Callable[[Found], Point]:
    """ "two days later", "قبل ذلك بيوم": so many days from the day told before; hours stay on it."""

    def resolve(found: Found) -> Point:
        count = found.number("n", 0) or found.number("unit", 0)
        if count > _MOST_STEPS:
            return _point(found, None, "vague", "some time from the day told before")
        if found.match["unit"] == "h":
            offsets = (0, 0)
        elif found.match["unit"] == "k" and count:
            offsets = (sign * 7 * count, sign * 7 * count)
        elif found.match["unit"] == "d" and count and not found.has("few"):
            offsets = (sign * count, sign * count)
        else:
            return _point(found, None, "vague", "some time from the day told before")
        return Point(found.match.end(), None, "anaphoric", "days from the day told before", offsets)

    return resolve


def subordinate(sign: int) -> Resolver:
    """ "one day after the town fell": at a sentence's start the main clause is that much later than the
    day told before; inside it, what "after" governs is that much earlier than the main clause."""

    def resolve(found: Found) -> Point:
        if _opens(found) or not found.has("rest"):
            return stepped(sign)(found)
        point = stepped(-sign)(found)
        return point._replace(rule=SUBORDINATE) if point.kind == "anaphoric" else point

    return resolve


def before_period(found: Found) -> Point:
    """ "the month before": the one before that of publication."""
    published, unit = found.published, found.match["unit"]
    if published is None:
        return _point(found, None, "range", "period before")
    if unit == "m":
        days = calendar.month_days(*calendar.month_shifted(published, -1))
    elif unit == "k":
        days = calendar.week_days(published, -1)
    else:
        days = date(published.year - 1, 1, 1), date(published.year - 1, 12, 31)
    return _point(found, days, "range", "period before")


def _opens(found: Found) -> bool:
    return not found.match.string[: found.match.start()].strip("po,(&")


def earlier(found: Found) -> Point | None:
    """ "Earlier, ..." at the start of a sentence."""
    return vague(found) if _opens(found) else None


def vague(found: Found) -> Point:
    """ "recently", "مؤخراً": a time without days."""
    return _point(found, None, "vague", "vague")


def duration(found: Found) -> Point:
    """ "for three days": how long, not when."""
    return Point(found.match.end(), None, "duration", "duration")


def overnight(found: Found) -> Point:
    """ "overnight into Friday" ends on that day; "overnight" alone, and before a weekday, see the caller."""
    published = found.published
    if published is None:
        return _point(found, None, "range", "overnight")
    return _point(found, (calendar.shifted(published, -1), published), "range", "overnight")


def night_of(found: Found) -> Point | None:
    """The night between two weekdays: "ليل الخميس - الجمعة", "overnight into Friday"."""
    published = found.published
    if published is None:
        return _point(found, None, "range", "night between weekdays")
    if found.has("into"):
        if found.has("out") and (found.number("into") - found.number("out")) % 7 != 1:
            return None
        last = calendar.last_weekday(found.number("into"), published)
        if found.match[0][0] == "I":  # "بعد منتصف ليل الأحد - الاثنين": on Monday
            return _point(found, (last, last), "day", "night between weekdays")
        return _point(found, (calendar.shifted(last, -1), last), "range", "night between weekdays")
    first = calendar.last_weekday(found.number("on"), published)
    days = (first, calendar.shifted(first, 1)) if first < published else (calendar.shifted(first, -1), first)
    return _point(found, days, "range", "night of a weekday")


def both_days(found: Found) -> Point | None:
    """ "on Sunday and Monday", «يومي الأحد والاثنين»: both, where the one follows the other."""
    if (found.number("into") - found.number("out")) % 7 != 1:
        return None
    if found.published is None:
        return _point(found, None, "range", "two weekdays")
    last = calendar.last_weekday(found.number("into"), found.published)
    return _point(found, (calendar.shifted(last, -1), last), "range", "two weekdays")


def of_month(found: Found) -> Point:
    """ "في الـ 11 من الشهر الجاري", "the 5th of last month", "on the 3rd of this month"."""
    published = found.published
    if published is None:
        return _point(found, None, "day", "day of a month")
    year, month = calendar.month_shifted(published, -1 if found.has("last") or found.has("last2") else 0)
    day = calendar.day_of(year, month, found.number("n"))
    return _point(found, None if day is None else (day, day), "day", "day of a month")
