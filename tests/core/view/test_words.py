from __future__ import annotations

from datetime import date

import pytest

from core.view.words import (
    confidence_words,
    count_words,
    date_precision_words,
    date_words,
    place_precision_words,
)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2020, 6, 3), date(2020, 6, 3), "3 Jun 2020"),
        (date(2020, 6, 3), None, "3 Jun 2020"),
        (date(2020, 5, 1), date(2020, 5, 31), "May 2020"),
        (date(2020, 2, 1), date(2020, 2, 29), "Feb 2020"),
        (date(2020, 4, 1), date(2020, 5, 31), "Apr-May 2020"),
        (date(2019, 12, 1), date(2020, 1, 31), "Dec 2019-Jan 2020"),
        (date(2020, 1, 1), date(2020, 12, 31), "2020"),
        (date(2019, 1, 1), date(2020, 12, 31), "2019-2020"),
        (date(2020, 6, 1), date(2020, 6, 5), "1-5 Jun 2020"),
        (date(2020, 5, 29), date(2020, 6, 2), "29 May-2 Jun 2020"),
        (date(2019, 12, 30), date(2020, 1, 2), "30 Dec 2019-2 Jan 2020"),
        (None, None, "date unknown"),
    ],
)
def test_an_interval_in_words(start: date | None, end: date | None, words: str) -> None:
    assert date_words(start, end) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        ((7, 7, 7), "7"),
        ((5, 5, 7), "5-7"),
        ((5, None, 7), "5-7"),
        ((5, 5, None), "at least 5"),
        ((1, None, 7), "up to 7"),
        ((0, 0, 0), "0"),
        ((None, None, None), ""),
    ],
)
def test_a_count_in_words(count: tuple[int | None, int | None, int | None], words: str) -> None:
    assert count_words(*count) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (("town", None, 1, 2.0), "town, within 2 km"),
        (("oil_field", None, 1, 7.5), "oil field, within 7.5 km"),
        (("town", "near", 2, 5.0), "near the town, within 5 km"),
        (("town", "between", 2, 12.0), "between two places, within 12 km"),
        (("town", "offset", 2, 4.0), "at a distance from the town, within 4 km"),
        (("district", None, 3, 60.0), "somewhere in the district"),
    ],
)
def test_how_near_a_place_is_in_words(place: tuple[str, str | None, int, float], words: str) -> None:
    assert place_precision_words(*place) == words


def test_precision_of_dates_and_confidence_in_words() -> None:
    assert [date_precision_words(value) for value in (1, 2, 3, None)] == [
        "to the day",
        "not to the day",
        "loosely",
        "not dated in the report",
    ]
    assert [confidence_words(value) for value in (0.93, 0.8, 0.5, 0.49)] == [
        "high (0.93)",
        "high (0.80)",
        "medium (0.50)",
        "low (0.49)",
    ]
