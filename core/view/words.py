"""Dates, counts and precision in words, one wording for map, card, table and chart."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

import pandas as pd

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNDATED = "date unknown"


def day_words(day: date) -> str:
    """``3 Jun 2020``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_words(start: date | None, end: date | None) -> str:
    """An interval in words: ``3 Jun 2020``, ``1-5 Jun 2020``, ``29 May-2 Jun 2020``, ``May 2020``, ``2020``.

    Without a start it is ``date unknown``; without an end it is one day.
    """
    if start is None:
        return UNDATED
    end = end or start
    if start == end:
        return day_words(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}-{end.year}"
    whole_months = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    same_year, same_month = start.year == end.year, (start.year, start.month) == (end.year, end.month)
    first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
    if whole_months:
        if same_month:
            return f"{last} {end.year}"
        return f"{first}-{last} {end.year}" if same_year else f"{first} {start.year}-{last} {end.year}"
    if same_month:
        return f"{start.day}-{end.day} {last} {end.year}"
    if same_year:
        return f"{start.day} {first}-{day_words(end)}"
    return f"{day_words(start)}-{day_words(end)}"


def date_precision_words(time_precision: int | None) -> str:
    """What ACLED's time precision means: 1 one day, 2 up to eight days, 3 longer."""
    words = {1: "to the day", 2: "not to the day", 3: "loosely"}
    return words.get(time_precision or 0, "not dated in the report")


def count_words(low: int | None, best: int | None, high: int | None) -> str:
    """``7``, ``5-7``, ``at least 5``, ``up to 7``, or an empty string where nothing is known."""
    if low is None and best is None and high is None:
        return ""
    if high is None:
        return f"at least {low if low is not None else best}"
    if low == high:
        return str(high)
    if best is None and (low is None or low <= 1):
        return f"up to {high}"
    return f"{low}-{high}" if low is not None else f"up to {high}"


def place_precision_words(
    feature_type: str, relation: str | None, geo_precision: int, radius_km: float
) -> str:
    """How near the truth the place is.

    ``town, within 2 km``, ``near the town, within 5 km``, ``somewhere in the district``.
    """
    kind = feature_type.replace("_", " ")
    reach = f"within {radius_km:g} km"
    if relation:
        wording = {
            "near": f"near the {kind}",
            "between": "between two places",
            "offset": f"at a distance from the {kind}",
        }
        return f"{wording.get(relation, kind)}, {reach}"
    if geo_precision >= 3:
        return f"somewhere in the {kind}"
    return f"{kind}, {reach}"


def confidence_words(confidence: float) -> str:
    """High from 0.8, medium from 0.5, else low; with the figure."""
    level = "high" if confidence >= 0.8 else "medium" if confidence >= 0.5 else "low"
    return f"{level} ({confidence:.2f})"


def is_arabic(text: str) -> bool:
    """Whether a text has Arabic letters, so that it runs from right to left."""
    return any("\u0600" <= char <= "\u06ff" for char in text)


def whole(value: Any) -> int | None:
    """A number of a frame as an int, ``None`` where it is missing."""
    return None if value is None or pd.isna(value) else int(value)


def day_of(value: Any) -> date | None:
    """A timestamp of a frame as a day, ``None`` where it is missing."""
    return None if value is None or pd.isna(value) else pd.Timestamp(value).date()
