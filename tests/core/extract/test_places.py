"""Which place a sentence means; made-up reports."""

from __future__ import annotations

import pytest

from core.model import Relation
from tests.core.extract.test_reading import read

CASES = {
    "near a landmark in a town": (
        "Gunmen attacked an SDF post near the bridge of Al-Asharah, in the town of Daranj, on Tuesday.",
        ["Daranj"],
    ),
    "a town of the province, not the city": (
        "Gunmen attacked an SDF post in Dhiban, a Deir Ezzor town held by the SDF, on Tuesday.",
        ["Dhiban"],
    ),
    "the city of another governorate": (
        "ISIS moved 20 fighters from Deir Ezzor to Raqqa on Tuesday.",
        ["Raqqa"],
    ),
    "Hasakah, as convoys reach it, is the governorate": (
        "A convoy of the international coalition entered Hasakah on Tuesday.",
        ["Al-Hasakah Governorate"],
    ),
    "where the arrested were taken": (
        "The SDF raided a house in Al-Shuhayl on Tuesday. Two men were arrested and taken to Al-Omar field.",
        ["Al-Shuhayl"],
    ),
    "whose mayor": (
        "The mayor of Al-Kasrah survived an attempt on his life on Tuesday when gunmen fired at his car in"
        " Abu Khashab.",
        ["Abu Khashab"],
    ),
    "the airbase in a city": (
        "The army broke the siege of the airbase in Deir Ezzor on Tuesday.",
        ["Deir ez-Zor Military Airport"],
    ),
    "where the captured were": (
        "ISIS kidnapped three shepherds from Al-Shuhayl on Tuesday.",
        ["Al-Shuhayl"],
    ),
    "where a town outside lies": (
        "Thirteen soldiers were killed by ISIS in Al-Sukhnah town, west of Deir Ezzor, on Tuesday.",
        ["Al-Sukhnah"],
    ),
    "a road's end is not where it happened": (
        "A car bomb exploded on Tuesday on the road to the Conoco field near the hospital in Jadid Bakkarah.",
        ["Jadid Bakkarah"],
    ),
    "where the next sentence says it was": (
        "Gunmen attacked a post in Dhiban on Tuesday. The SDF defused a bomb the same day. It had been put"
        " beside the road in Al-Busayrah.",
        ["Dhiban", "Al-Busayrah"],
    ),
    "a village named after a tribe": (
        "Gunmen opened fire at traders in Jadid Bakkarah on Tuesday.",
        ["Jadid Bakkarah"],
    ),
    "a crossing is a place": (
        "Russian forces deployed on Tuesday in the village of Marrat, beside the river crossing.",
        ["Marrat"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_places_of_the_events(name: str) -> None:
    text, places = CASES[name]
    assert [event.place and event.place.name for event in read(text).events] == places


def test_on_the_road_from_one_town_to_another_is_between_them() -> None:
    [event] = read("Gunmen shot at a tanker on the road from Dhiban to Al-Shuhayl on Tuesday.").events
    assert event.place is not None
    assert (event.place.name, event.place.relation, event.origin) == ("Dhiban", Relation.BETWEEN, None)
