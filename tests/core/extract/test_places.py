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
    "the villages of a province": (
        "The SDF deployed troops in the villages and towns of Deir Ezzor on Tuesday, after calm returned.",
        ["Deir ez-Zor Governorate"],
    ),
    "a city in a list of towns": (
        "ISIS shelled the towns of Hajin, Deir Ezzor and Gharanij on Tuesday.",
        ["Gharanij", "Hajin", "Deir ez-Zor"],
    ),
    "a quarter that shares its name with a village": (
        "The army shelled the ISIS-held neighborhood of Jubaila in Deir ez-Zor with mortars on Tuesday.",
        ["Al-Jubaylah (Deir ez-Zor city)"],
    ),
    "what is written small of a name": (
        "Airstrikes hit Ayyash warehouses and the area near Deir Ezzor Military Airport on Tuesday.",
        ["Deir ez-Zor Military Airport", "Ayyash warehouses"],
    ),
    "where the attackers are stationed": (
        "SDF fighters stationed in Al-Shuhayl east of Deir Ezzor opened fire on posts of the army in Buqrus"
        " town on Tuesday.",
        ["Buqrus"],
    ),
    "where they had been summoned to, and where they were taken": (
        "The SDF arrested two men after they were summoned to its headquarters in Dhiban, then they were"
        " taken to Al-Suwar, on Tuesday.",
        ["Dhiban"],
    ),
    "where the writer sits": (
        "Hasakah, Syria - On Tuesday, clashes broke out around the military airport of Deir Ezzor.",
        ["Deir ez-Zor Military Airport"],
    ),
    "a side after the name": (
        "A mine killed a farmer in Deir ez-Zor eastern countryside on Tuesday.",
        ["Eastern Deir ez-Zor countryside"],
    ),
    "a side after a name with 's": (
        "A mine killed a farmer in Deir Ezzor's western countryside on Tuesday.",
        ["Western Deir ez-Zor countryside"],
    ),
    "a name's east": (
        "A mine killed a farmer in a village in Deir Ezzor's east on Tuesday.",
        ["Eastern Deir ez-Zor countryside"],
    ),
    "a side of the country after the name": (
        "A mine killed a farmer in Deir ez-Zor eastern Syria on Tuesday.",
        ["Deir ez-Zor Governorate"],
    ),
    "the villages of a side": (
        "A mine killed a farmer in the northern villages of Deir ez-Zor on Tuesday.",
        ["Northern Deir ez-Zor countryside"],
    ),
    "a side between two": (
        "A mine killed a farmer in the northwest countryside of Deir ez-Zor on Tuesday.",
        ["Northwestern Deir ez-Zor countryside"],
    ),
    "a quarter with its kind in its name": (
        "The army shelled Al-Sina'a neighborhood in Deir Ezzor city on Tuesday.",
        ["Al-Sina'ah (Deir ez-Zor city)"],
    ),
    "a long list of targets": (
        "The air force bombed ISIS in the surroundings of the Panorama, the Cemeteries and Al-Thardah, and"
        " the"
        " neighborhoods of Al-Ummal, the Old Airport and Al-Huwayqah on Tuesday.",
        [
            "Al-Ummal (Deir ez-Zor city)",
            "Panorama roundabout (Deir ez-Zor)",
            "Al-Thardah",
            "Al-Matar al-Qadim (Deir ez-Zor city)",
            "Al-Huwayqah (Deir ez-Zor city)",
        ],
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
    "a road's end is not where it happened": (
        "A car bomb exploded on Tuesday on the road to the Conoco field near the hospital in Jadid Bakkarah.",
        ["Jadid Bakkarah"],
    ),
    "a village named after a tribe": (
        "Gunmen opened fire at traders in Jadid Bakkarah on Tuesday.",
        ["Jadid Bakkarah"],
    ),
    "a crossing is a place": (
        "Russian forces deployed on Tuesday in the village of Marrat, beside the river crossing.",
        ["Marrat"],
    ),
    "a quarter with an ordinary name": (
        "A shell hit a bakery in al-Villat on Tuesday, killing a woman.",
        ["Al-Villat (Deir ez-Zor city)"],
    ),
    "a unit that is a base": (
        "Warplanes bombed the vicinity of the 137th Brigade on Tuesday.",
        ["Regiment 137 (Deir ez-Zor)"],
    ),
    "a unit that acts": (
        "Brigade 137 shelled Hatla on Tuesday.",
        ["Hatlah"],
    ),
    "the victim's town before where it was": (
        "Gunmen killed a man from al-Busayrah in al-Shuhayl on Tuesday.",
        ["Al-Shuhayl"],
    ),
    "a pocket": (
        "Warplanes bombed the so-called Hajin pocket on Tuesday.",
        ["Hajin"],
    ),
    "a side of a city": (
        "Clashes broke out south of Deir Ezzor city on Tuesday.",
        ["Deir ez-Zor"],
    ),
    "a city's airport": (
        "Two soldiers were killed at Deir Ezzor's military airport on Tuesday.",
        ["Deir ez-Zor Military Airport"],
    ),
    "those who fire from a town": (
        "Militias in Mayadin fired rockets at Dhiban on Tuesday.",
        ["Dhiban"],
    ),
    "a field fired at from a town": (
        "Rockets fired from Khasham at the Conoco field wounded a guard on Tuesday.",
        ["Conoco gas field"],
    ),
    "where a missile was launched": (
        "Four missiles launched from an army site near a school in Mayadin on Tuesday hit a base in Dhiban.",
        ["Dhiban"],
    ),
    "a dateline where nothing else says where": (
        "HAJIN, Syria - Two SDF fighters were killed when a roadside bomb hit their patrol on Tuesday.",
        ["Hajin"],
    ),
    "two clauses with towns of their own": (
        "Gunmen killed a fighter in Al-Shuhayl on Tuesday, while a bomb exploded in Dhiban.",
        ["Al-Shuhayl", "Dhiban"],
    ),
    "one clause that tells how": (
        "Two men were killed in Al-Shuhayl on Tuesday when a bomb exploded in a market.",
        ["Al-Shuhayl"],
    ),
    "a city's eastern countryside": (
        "Gunmen attacked a post in Bukamal's eastern countryside on Tuesday.",
        ["Al-Bukamal countryside"],
    ),
    "a kind behind a rare spelling": (
        "Gunmen attacked a post in the Tabny badiya on Tuesday.",
        ["Al-Tabni desert"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_places_of_the_events(name: str) -> None:
    text, places = CASES[name]
    assert sorted(str(event.place and event.place.name) for event in read(text).events) == sorted(places)


def test_on_the_road_from_one_town_to_another_is_between_them() -> None:
    [event] = read("Gunmen shot at a tanker on the road from Dhiban to Al-Shuhayl on Tuesday.").events
    assert event.place is not None
    assert (event.place.name, event.place.relation, event.origin) == ("Dhiban", Relation.BETWEEN, None)


@pytest.mark.parametrize(
    ("name", "place"),
    [("al-Kibr village", "Al-Kubar"), ("the town of Ghirnij", "Gharanij"), ("the village of Xyl", None)],
)
def test_a_spelling_that_no_row_has_is_known_by_its_consonants(name: str, place: str | None) -> None:
    events = read(f"Gunmen attacked a post in {name} on Tuesday.").events
    assert [event.place.name for event in events if event.place] == ([place] if place else [])
