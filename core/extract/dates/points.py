"""The grammar of single dates: patterns over the symbols of a sentence, each with its resolver.

A pattern is tried where one of its first symbols stands; the first of the table that matches
wins, so more specific ones come first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from core.extract.dates import resolvers as to
from core.extract.dates.found import Found, Point, Resolver
from core.extract.dates.spelling import Spelled

_UNIT = "(?P<unit>[dkmyh])"
_REST = "(?:(?=(?P<rest>(?!x$)[xo1NO])))?"  # what "before" or "after" governs
_COUNT = "(?:(?P<n>[N1O])|(?P<few>Q))"
# (name for readers, first symbols, pattern, resolver)
TABLE: tuple[tuple[str, str, re.Pattern[str], Resolver], ...] = tuple(
    (name, starts, re.compile(pattern), resolver)
    for name, starts, pattern, resolver in (
        ("before that by N", "{", rf"{{{_COUNT}?(?P<unit>[dhk])", to.stepped(-1)),
        ("after that by N", "}", rf"}}{_COUNT}?(?P<unit>[dhk])", to.stepped(1)),
        ("ago, ar", "qs", rf"[qs](?P<about>~)?{_COUNT}?{_UNIT}(?!o*[EMYLTWRG>@<])", to.ago),
        ("ago, en", "~N1Qdkmyh", rf"(?P<about>~)?{_COUNT}?{_UNIT}a", to.ago),
        ("the day before", "dP", r"(?P<unit>[dP])b", to.back(-1)),
        ("the month before", "mky", r"(?<![N1QO])(?P<unit>[mky])b", to.before_period),
        ("N days earlier", "N1Qdhk", rf"{_COUNT}?{_UNIT}J(?![po]*[TWMR])", to.stepped(-1)),
        ("N days before", "N1Qdhk", rf"{_COUNT}?{_UNIT}b(?![po]*[TWMR]){_REST}", to.subordinate(-1)),
        ("N days before that", "N1Qdhk", rf"{_COUNT}?{_UNIT}\{{", to.stepped(-1)),
        ("N days after that", "N1Qdhk", rf"{_COUNT}?{_UNIT}\}}", to.stepped(1)),
        ("N days later", "N1Qdhk", rf"{_COUNT}?{_UNIT}K", to.stepped(1)),
        ("N days after", "N1Qdhk", rf"{_COUNT}{_UNIT}f{_REST}", to.subordinate(1)),
        ("after N days, ar", "z", rf"z{_COUNT}?{_UNIT}(?:1|N)?(?:(?=(?P<rest>[to])))?", to.subordinate(1)),
        ("the day after", "d", r"df", to.back(1)),
        ("the same day", "=", r"=[dP]", to.back(0)),
        ("earlier in the day", "JK", r"[JK][po]*o[po]*d(?![ab])", to.back(0)),
        ("that day, ar", "RPdB", r"(?:R|d|P[doR]+|B)@", to.back(0)),  # «فجر نفسه» is no dawn
        ("the next day", "X>", r"[X>](?P<unit>[dP])", to.back(1)),
        ("the next day, ar", "RdP", r"(?:R|d|P[doR]*)>", to.back(1)),
        ("the previous day", "<", r"<(?P<unit>[dP])", to.back(-1)),
        ("the previous day, ar", "Rd", r"[Rd]<", to.back(-1)),
        ("day of Hijri feast", "NORd", r"(?:(?P<n>[NO])d?|[Rd](?P<n2>O))o*(?P<name>G)", to.hijri),
        ("hijri", "G", r"(?P<name>G)", to.hijri),
        ("for the nth day", "R", r"RO", to.duration),
        ("past N days", "L<", rf"[L<]{_COUNT}{_UNIT}", to.past_span),
        ("past N days, ar", "~NQdkmyh", rf"~?{_COUNT}?{_UNIT}(?P<n2>N)?L", to.past_span),
        ("past days", "L<", r"[L<](?P<unit>[dkmyh])(?P<n>N)?(?P<few>Q)?", to.past_span),
        ("day of month", "NO", r"(?P<n>[NO])o+(?:(?P<last>L)m|T?m(?:(?P<last2>L)|T)?)", to.of_month),
        (
            "month",
            "EHMmLTX<",
            r"(?P<edge>E)?[po-]*H?o*m?o*(?:(?P<last>[L<])|T|(?P<next>X))?(?P<month>M)(?:/M|\(M\))?"
            r"(?:(?P<last2>[L<])(?!y)|T|X|[,/o]*y?(?P<year>Y)|o*(?P<last_year>Ly|yL))?",
            to.month,
        ),
        (
            "season",
            "ESLT",
            r"(?P<edge>E)?[po-]*(?:(?P<last>L)|T)?(?P<season>S)(?:o*y?(?P<year>Y)|(?P<last2>L)|T)",
            to.season,
        ),
        ("last season", "LT", r"(?:(?P<last>L)|T)(?P<season>S)", to.season),
        ("night", "B", r"(?P<night>B)", to.night),
        ("overnight between", "nPIZ", r"[nPIZ][poFV]*(?P<out>W)[-t/&]*[po]*(?P<into>W)", to.night_of),
        ("two weekdays", "dW", r"d?(?P<out>W)&[po]*(?P<into>W)(?![PX])", to.both_days),
        ("weekday night between", "W", r"(?P<out>W)[-t]?(?P<into>W)P", to.night_of),
        ("overnight into", "n", r"nt[po]*(?P<into>W)", to.night_of),
        ("overnight weekday", "nI", r"[nI][po]*(?P<on>W)", to.night_of),
        ("overnight", "n", r"n", to.overnight),
        (
            "this week",
            "EJTLX<",
            r"(?P<edge>E)?J?[po]*(?:(?P<last>[L<])|T|(?P<next>X))(?P<unit>[kmye])",
            to.period,
        ),
        (
            "this week, ar",
            "EJkmye",
            r"(?P<edge>E)?J?[po]*(?P<unit>[kmye])(?:(?P<last>[L<])|T|(?P<next>[X>]))",
            to.period,
        ),
        ("year", "EyY", r"(?P<edge>E)?[po-]*y?(?P<year>Y)", to.year),
        ("edge of the month", "E", r"(?P<edge>E)[po]*(?P<unit>[myk])(?P<last>L)?(?P<next>X)?", to.period),
        ("weekend", "e", r"(?P<unit>e)(?P<last>L)?(?P<next>X)?(?P<edge>E)?", to.period),
        ("duration", "r", r"r~?(?:[N1Q]~?)?[dkmyhe]", to.duration),
        ("vague", "v", r"v", to.vague),
        ("earlier", "J", r"J(?!T)", to.earlier),
    )
)


def _by_start() -> Mapping[str, tuple[tuple[re.Pattern[str], Resolver], ...]]:
    starts = {start for _, letters, _, _ in TABLE for start in letters}
    return {s: tuple((pattern, resolve) for _, at, pattern, resolve in TABLE if s in at) for s in starts}


_BY_START = _by_start()
TABLE_STARTS = frozenset(_BY_START)


def table_point(spelled: Spelled, at: int, published: date | None) -> Point | None:
    """The first pattern of the table that matches at symbol ``at``, resolved."""
    symbols = spelled.symbols
    for pattern, resolve in _BY_START.get(symbols[at], ()):
        match = pattern.match(symbols, at)
        if match is not None:
            try:
                point = resolve(Found(match, spelled.values, published))
            except (OverflowError, ValueError):
                # "3,000 years ago": before the calendar begins
                return Point(match.end(), None, "vague", "beyond the calendar")
            if point is not None:
                return point
    return None
