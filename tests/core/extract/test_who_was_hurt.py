"""Tolls in every wording: each outcome with each of the dead and each of the wounded (made-up sentences)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Count, Report

WORDS = lexicon.load()

OUTCOMES_EN = (
    "An IED blast in al-Susah caused the death of {k} and the injury of {w}.",
    "An IED blast in al-Susah led to the death of {k} and injured {w}.",
    "An IED blast in al-Susah left {k} dead and {w} wounded.",
    "An IED blast in al-Susah killed {k} and wounded {w}.",
    "An IED blast occurred in al-Susah on Monday, killing {k} and injuring {w}.",
    "As a result of an IED blast in al-Susah, {k} died and {w} suffered injuries.",
    "An IED blast in al-Susah led to the killing of {k}, in addition to the injury of {w}.",
)
KILLED_EN = {
    "two men": 2,
    "a soldier": 1,
    "Ali al-Ahmad": 1,
    "the young man Ali al-Ahmad": 1,
    "SDF member Ali al-Ahmad": 1,
    "a woman and her child": 2,
    "two soldiers and a civilian": 3,
    "four people, two of them children,": 4,
    "the brothers Ali and Omar al-Ahmad": 2,
    "Ali al-Ahmad and Omar al-Khalaf": 2,
    "Ali al-Ahmad, 14,": 1,
    "six Syrian and Iraqi fighters": 6,
}
WOUNDED_EN = {
    "three others": 3,
    "another": 1,
    "Samir al-Hasan": 1,
    "a woman and two children": 3,
    "four civilians, including a woman,": 4,
}
OUTCOMES_AR = (
    "أدى انفجار عبوة ناسفة في السوسة إلى مقتل {k} وإصابة {w}.",
    "قُتل {k} وأصيب {w} جراء انفجار عبوة ناسفة في السوسة.",
    "أسفر انفجار عبوة ناسفة في السوسة عن مقتل {k}، فيما أصيب {w} بجروح.",
    "استشهد {k} وجرح {w} إثر انفجار عبوة ناسفة في السوسة.",
    "انفجار عبوة ناسفة في السوسة يودي بحياة {k} ويصيب {w}.",
)
KILLED_AR = {
    "رجلين": 2,
    "جندي": 1,
    "علي الأحمد": 1,
    "الشاب علي الأحمد": 1,
    "امرأة وطفلها": 2,
    "جنديين ومدني": 3,
    "رجل واثنين من أبنائه": 3,
    "أربعة أشخاص بينهم طفلان": 4,
    "علي الأحمد وعمر الخلف": 2,
}
WOUNDED_AR = {"ثلاثة آخرين": 3, "سمير الحسن": 1, "سبعة أشخاص على الأقل": (7, None), "امرأة وطفلين": 3}

Bounds = int | tuple[int, None]


def _sentences() -> Iterator[tuple[str, str, Bounds, Bounds]]:
    for language, outcomes, killed, wounded in (
        ("en", OUTCOMES_EN, KILLED_EN, WOUNDED_EN),
        ("ar", OUTCOMES_AR, KILLED_AR, WOUNDED_AR),
    ):
        for outcome, dead, hurt in product(outcomes, killed, wounded):
            text = outcome.format(k=dead, w=hurt).replace(",,", ",").replace(",.", ".")
            yield language, text, killed[dead], wounded[hurt]


def _bounds(count: Count | None) -> Bounds | None:
    if count is None or count.low is None:
        return None
    return count.low if count.high == count.low else (count.low, None)


@pytest.mark.parametrize(("language", "text", "killed", "wounded"), _sentences())
def test_the_dead_and_the_wounded_are_told_apart(
    language: str, text: str, killed: Bounds, wounded: Bounds
) -> None:
    report = Report("r", text, published=date(2023, 5, 17), language=language)
    [event] = read_report(report, WORDS).events
    assert (_bounds(event.killed), _bounds(event.wounded)) == (killed, wounded)


@pytest.mark.parametrize(
    ("language", "text", "killed"),
    [
        ("en", "Two soldiers and a civilian lost their lives in a mine blast in al-Susah.", 3),
        (
            "en",
            "A mine blast in al-Susah caused the death of 9 people, and left in addition to the nine dead",
            9,
        ),
        ("en", "Khalaf al-Salem, a shepherd, was killed by a mine in al-Susah.", 1),
        ("en", "A guard, Khalaf al-Salem, was killed by a mine in al-Susah.", 1),
        ("en", "Yesterday Khalaf al-Salem was killed by a mine in al-Susah.", 1),
        ("en", "Gunmen killed Al-Salem in al-Susah on Sunday.", 1),
        ("en", "Mine Kills Olive Farmers In Al-Susah\n\nA mine killed two farmers in al-Susah.", 2),
        ("ar", "لقي جنديان ومدني حتفهم في انفجار لغم أرضي في السوسة.", 3),
        ("ar", "لقي سالم الحمود وخالد العلي حتفهما في انفجار لغم أرضي في السوسة.", 2),
    ],
)
def test_the_dead_alone(language: str, text: str, killed: int) -> None:
    report = Report("r", text, published=date(2023, 5, 17), language=language)
    [event] = read_report(report, WORDS).events
    assert _bounds(event.killed) == killed


def test_a_monthly_toll_is_not_that_of_the_day() -> None:
    text = (
        "Seven people of one family died in air raids on al-Susah on Monday. The death toll thus climbs to "
        "406 people killed in bombing and clashes since the 14th of January 2017."
    )
    [event] = read_report(Report("r", text, published=date(2017, 5, 17), language="en"), WORDS).events
    assert _bounds(event.killed) == 7
