"""The grammar of single dates: patterns over the symbols of a sentence, each with its resolver.

A pattern is tried where one of its first symbols stands; the first of the table that matches
wins, so more specific ones come first. A resolver gets the match, the values and the day of
publication and gives a :class:`Point`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from core.extract.dates import calendar
from core.extract.dates.spelling import Spelled, Value

NO_DATE = " (no publication date)"


class Point(NamedTuple):
    """Where a date expression ends (symbol index, exclusive) and what it means.

    ``offsets`` in days from the day told before, for expressions that refer back.
    """

    end: int
    days: calendar.Days | None
    kind: str
    rule: str
    offsets: tuple[int, int] | None = None


class Found(NamedTuple):
    """A pattern's match with the values of its symbols and the day of publication."""

    match: re.Match[str]
    values: Sequence[Value]
    published: date | None

    def _at(self, group: str) -> int:
        return self.match.start(group) if group in self.match.re.groupindex else -1

    def number(self, group: str, default: int = 1) -> int:
        """The number that a named group's first symbol stands for; ``default`` where it took no part."""
        at = self._at(group)
        value = self.values[at] if at >= 0 else default
        return value if isinstance(value, int) else default

    def word(self, group: str) -> str | None:
        """The value of a named group's symbol, ``None`` where the group took no part."""
        at = self._at(group)
        return str(self.values[at]) if at >= 0 else None

    def has(self, group: str) -> bool:
        """Whether a named group took part."""
        return self._at(group) >= 0


Resolver = Callable[[Found], Point | None]


def _point(found: Found, days: calendar.Days | None, kind: str, rule: str) -> Point:
    if days is None and found.published is None and kind != "vague":
        rule += NO_DATE
    return Point(found.match.end(), days, kind, rule)


def _capped(days: calendar.Days, published: date | None) -> calendar.Days:
    """A period that is still running ends with the day of publication."""
    first, last = days
    return (first, published) if published is not None and first <= published < last else days


def _ago(found: Found) -> Point:
    """ "three days ago", "قبل يومين", "a week ago" (a day's slack), "two months ago" (a half unit's)."""
    unit = found.match["unit"]
    count = found.number("n", 0) or found.number("unit", 0)
    if not count or found.has("few"):
        return _point(found, None, "vague", "some time ago")
    published = found.published
    if published is None:
        return _point(found, None, "day", "ago")
    if unit not in "dh" and found.match[0].startswith("s"):
        return _span(found, count, unit)
    if unit == "h":
        return _point(found, (calendar.shifted(published, -1 - count // 24), published), "range", "hours ago")
    if unit == "d":
        day = calendar.shifted(published, -count)
        slack = 2 if found.has("about") else 0
        return _point(found, (calendar.shifted(day, -slack), calendar.shifted(day, slack)), "day", "days ago")
    if unit == "y":
        year = published.year - count
        return _point(found, (date(year, 1, 1), date(year, 12, 31)), "range", "years ago")
    middle, slack = (7 * count, 1 if count == 1 else 3) if unit == "k" else (30 * count, 15)
    day = calendar.shifted(published, -middle)
    days = calendar.shifted(day, -slack), calendar.shifted(day, slack)
    return _point(found, days, "range", "weeks ago" if unit == "k" else "months ago")


def _past_span(found: Found) -> Point | None:
    """ "in the past 24 hours", "خلال اليومين الماضيين", "over the last two years"; "last week" is a period."""
    unit = found.match["unit"]
    count = found.number("n", 0) or found.number("n2", 0) or found.number("unit", 0)
    if not (found.has("n") or found.has("n2") or found.has("few")) and found.number("unit") == 1:
        return None
    if not count or found.has("few"):
        return _point(found, None, "vague" if unit in "dh" else "since", "past span, length untold")
    return _span(found, count, unit)


def _span(found: Found, count: int, unit: str) -> Point:
    """So many units up to publication; weeks and more mark an aggregate ("since")."""
    kind = "range" if unit in "dh" else "since"
    published = found.published
    if published is None:
        return _point(found, None, kind, "past span")
    days = {"d": count, "h": max(1, count // 24), "k": 7 * count, "m": 30 * count, "y": 365 * count}[unit]
    return _point(found, (calendar.shifted(published, -days), published), kind, "past span")


def _period(found: Found) -> Point:
    """ "last week", "early this month", "in the middle of last month", "مطلع الشهر الفائت"."""
    unit = found.match["unit"]
    published = found.published
    if published is None:
        return _point(found, None, "range", "period")
    step = -1 if found.has("last") else 1 if found.has("next") else 0
    edge = found.word("edge")
    if unit == "e":
        return _point(found, calendar.weekend_days(published, step), "range", "weekend")
    if unit == "k":
        days = calendar.week_days(published, step)
        if step == 0:
            days = min(days[0], calendar.shifted(published, -1)), published
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
    return _point(found, _capped(days, published), "range", "month" if unit == "m" else "year")


def _month(found: Found) -> Point:
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


def _year(found: Found) -> Point:
    year = found.number("year")
    days = calendar.edge_of((date(year, 1, 1), date(year, 12, 31)), found.word("edge"))
    return _point(found, _capped(days, found.published), "range", "year")


def _season(found: Found) -> Point:
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


def _hijri(found: Found) -> Point:
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


def _night(found: Found) -> Point:
    """ "last night" is the night between the day before and the day of publication."""
    published = found.published
    if published is None:
        return _point(found, None, "range", "night")
    if found.word("night") == "this":
        return _point(found, (published, published), "day", "tonight")
    return _point(found, (calendar.shifted(published, -1), published), "range", "last night")


def _back(offset: int) -> Resolver:
    def resolve(found: Found) -> Point | None:
        if found.has("unit") and found.number("unit") == 0:  # "in the coming days"
            return None
        return Point(found.match.end(), None, "anaphoric", "day told before", (offset, offset))

    return resolve


def _stepped(sign: int) -> Callable[[Found], Point]:
    """ "two days later", "قبل ذلك بيوم": so many days from the day told before; hours reach over one day."""

    def resolve(found: Found) -> Point:
        count = found.number("n", 0) or found.number("unit", 0)
        if found.match["unit"] == "h":
            offsets = (-1, 0) if sign < 0 else (0, 1)
        elif found.match["unit"] == "k" and count:
            offsets = (sign * 7 * count, sign * 7 * count)
        elif found.match["unit"] == "d" and count and not found.has("few"):
            offsets = (sign * count, sign * count)
        else:
            return _point(found, None, "vague", "some time from the day told before")
        return Point(found.match.end(), None, "anaphoric", "days from the day told before", offsets)

    return resolve


def _subordinate(sign: int) -> Resolver:
    """ "one day after the town fell": at a sentence's start the main clause is that much later than the
    day told before; inside it, what "after" governs is that much earlier than the main clause."""

    def resolve(found: Found) -> Point:
        return _stepped(sign if _opens(found) or not found.has("rest") else -sign)(found)

    return resolve


def _before_period(found: Found) -> Point:
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


def _earlier(found: Found) -> Point | None:
    """ "Earlier, ..." at the start of a sentence."""
    return _vague(found) if _opens(found) else None


def _vague(found: Found) -> Point:
    return _point(found, None, "vague", "vague")


def _duration(found: Found) -> Point:
    return Point(found.match.end(), None, "duration", "duration")


def _overnight(found: Found) -> Point:
    """ "overnight into Friday" ends on that day; "overnight" alone, and before a weekday, see the caller."""
    published = found.published
    if published is None:
        return _point(found, None, "range", "overnight")
    return _point(found, (calendar.shifted(published, -1), published), "range", "overnight")


def _night_of(found: Found) -> Point | None:
    """The night between two weekdays: "ليل الخميس - الجمعة", "overnight into Friday", "overnight Thursday"."""
    published = found.published
    if published is None:
        return _point(found, None, "range", "night between weekdays")
    if found.has("into"):
        if found.has("out") and (found.number("into") - found.number("out")) % 7 != 1:
            return None
        last = calendar.last_weekday(found.number("into"), published)
        return _point(found, (calendar.shifted(last, -1), last), "range", "night between weekdays")
    first = calendar.last_weekday(found.number("on"), published)
    days = (first, calendar.shifted(first, 1)) if first < published else (calendar.shifted(first, -1), first)
    return _point(found, days, "range", "night of a weekday")


def _of_month(found: Found) -> Point:
    """ "في الـ 11 من الشهر الجاري", "the 5th of last month", "on the 3rd of this month"."""
    published = found.published
    if published is None:
        return _point(found, None, "day", "day of a month")
    year, month = calendar.month_shifted(published, -1 if found.has("last") or found.has("last2") else 0)
    day = calendar.day_of(year, month, found.number("n"))
    return _point(found, None if day is None else (day, day), "day", "day of a month")


_UNIT = "(?P<unit>[dkmyh])"
_COUNT = "(?:(?P<n>[N1O])|(?P<few>Q))"
# (name for readers, first symbols, pattern, resolver)
TABLE: tuple[tuple[str, str, re.Pattern[str], Resolver], ...] = tuple(
    (name, starts, re.compile(pattern), resolver)
    for name, starts, pattern, resolver in (
        ("before that by N", "{", rf"{{{_COUNT}?(?P<unit>[dhk])", _stepped(-1)),
        ("after that by N", "}", rf"}}{_COUNT}?(?P<unit>[dhk])", _stepped(1)),
        ("ago, ar", "qs", rf"[qs](?P<about>~)?{_COUNT}?{_UNIT}(?!o*[EMYLTWRG>@<])", _ago),
        ("ago, en", "~N1Qdkmyh", rf"(?P<about>~)?{_COUNT}?{_UNIT}a", _ago),
        ("the day before", "dP", r"(?P<unit>[dP])b", _back(-1)),
        ("the month before", "mky", r"(?<![N1QO])(?P<unit>[mky])b", _before_period),
        ("N days earlier", "N1Qdhk", rf"{_COUNT}?{_UNIT}J(?![po]*[TWMR])", _stepped(-1)),
        ("N days before", "N1Qdhk", rf"{_COUNT}?{_UNIT}b(?![po]*[TWMR])(?P<rest>[xo1NO])?", _subordinate(-1)),
        ("N days later", "N1Qdhk", rf"{_COUNT}?{_UNIT}K", _stepped(1)),
        ("N days after", "N1Qdhk", rf"{_COUNT}{_UNIT}f(?P<rest>[xo1NO])?", _subordinate(1)),
        ("after N days, ar", "z", rf"z{_COUNT}?(?P<unit>[dhk])(?P<rest>t|o)?", _subordinate(1)),
        ("the day after", "d", r"df", _back(1)),
        ("the same day", "=", r"=[dP]", _back(0)),
        ("that day, ar", "RPdB", r"(?:R|d|P[doR]*|B)@", _back(0)),
        ("the next day", "X>", r"[X>](?P<unit>[dP])", _back(1)),
        ("the next day, ar", "RdP", r"(?:R|d|P[doR]*)>", _back(1)),
        ("the previous day", "<", r"<(?P<unit>[dP])", _back(-1)),
        ("the previous day, ar", "Rd", r"[Rd]<", _back(-1)),
        ("day of Hijri feast", "NORd", r"(?:(?P<n>[NO])d?|[Rd](?P<n2>O))o*(?P<name>G)", _hijri),
        ("hijri", "G", r"(?P<name>G)", _hijri),
        ("past N days", "L<", rf"[L<]{_COUNT}{_UNIT}(?P<n2>N)?", _past_span),
        ("past N days, ar", "~NQdkmyh", rf"~?{_COUNT}?{_UNIT}(?P<n2>N)?L", _past_span),
        ("past days", "L<", r"[L<](?P<unit>[dkmyh])(?P<n>N)?(?P<few>Q)?", _past_span),
        ("day of month", "NO", r"(?P<n>[NO])o+(?:(?P<last>L)m|T?m(?:(?P<last2>L)|T)?)", _of_month),
        (
            "month",
            "EHMmLTX<",
            r"(?P<edge>E)?[po]*H?o*m?o*(?:(?P<last>[L<])|T|(?P<next>X))?(?P<month>M)(?:/M|\(M\))?"
            r"(?:(?P<last2>[L<])(?!y)|T|X|[,/o]*y?(?P<year>Y)|o*(?P<last_year>Ly|yL))?",
            _month,
        ),
        (
            "season",
            "ESLT",
            r"(?P<edge>E)?[po]*(?:(?P<last>L)|T)?(?P<season>S)(?:o*y?(?P<year>Y)|(?P<last2>L)|T)",
            _season,
        ),
        ("last season", "LT", r"(?:(?P<last>L)|T)(?P<season>S)", _season),
        ("night", "B", r"(?P<night>B)", _night),
        ("overnight between", "nPI", r"[nPI][poFV]*(?P<out>W)[-t/&]*[po]*(?P<into>W)", _night_of),
        ("weekday night between", "W", r"(?P<out>W)[-t]?(?P<into>W)P", _night_of),
        ("overnight into", "n", r"nt[po]*(?P<into>W)", _night_of),
        ("overnight weekday", "nI", r"[nI][po]*(?P<on>W)", _night_of),
        ("overnight", "n", r"n", _overnight),
        (
            "this week",
            "EJTLX<",
            r"(?P<edge>E)?J?[po]*(?:(?P<last>[L<])|T|(?P<next>X))(?P<unit>[kmye])",
            _period,
        ),
        (
            "this week, ar",
            "EJkmye",
            r"(?P<edge>E)?J?[po]*(?P<unit>[kmye])(?:(?P<last>[L<])|T|(?P<next>[X>]))",
            _period,
        ),
        ("beginning of the month", "E", r"(?P<edge>E)[po]*(?P<unit>[myk])(?P<last>L)?(?P<next>X)?", _period),
        ("weekend", "e", r"(?P<unit>e)(?P<last>L)?(?P<next>X)?(?P<edge>E)?", _period),
        ("year", "EyY", r"(?P<edge>E)?[po-]*y?(?P<year>Y)", _year),
        ("duration", "r", r"r~?(?:[N1Q]~?)?[dkmyhe]", _duration),
        ("vague", "v", r"v", _vague),
        ("earlier", "J", r"J(?!T)", _earlier),
    )
)


def _by_start() -> Mapping[str, tuple[tuple[re.Pattern[str], Resolver], ...]]:
    starts = {start for _, letters, _, _ in TABLE for start in letters}
    return {s: tuple((pattern, resolve) for _, at, pattern, resolve in TABLE if s in at) for s in starts}


_BY_START = _by_start()


def table_point(spelled: Spelled, at: int, published: date | None) -> Point | None:
    """The first pattern of the table that matches at symbol ``at``, resolved."""
    symbols = spelled.symbols
    for pattern, resolve in _BY_START.get(symbols[at], ()):
        match = pattern.match(symbols, at)
        if match is not None:
            point = resolve(Found(match, spelled.values, published))
            if point is not None:
                return point
    return None
