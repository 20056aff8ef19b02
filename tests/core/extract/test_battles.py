"""Battles, strikes and sieges as wires tell them, English; made-up reports."""

from __future__ import annotations

import pytest

from core.model import Role
from tests.core.extract.test_reading import Told, read, told

MONDAY = ("2023-07-10", "2023-07-10")


def kinds(text: str) -> list[tuple[str, str]]:
    """Type and place of each event that a text tells of, in order."""
    return [(e.event_type, e.place.name) for e in read(text).events if e.place is not None]


def who(text: str, role: Role) -> list[str]:
    """The actors of a role in the only event of a text."""
    (event,) = read(text).events
    return [actor.actor_id for actor in event.actors if actor.role is role]


@pytest.mark.parametrize(
    "text",
    [
        "The aid is meant for Hajin, which ISIS has besieged for more than two years.",
        "The aid is meant for a part of Hajin besieged for years by the jihadists.",
        "Food is short in Hajin, where soldiers have been besieged by militants over three years.",
        "SDF fighters rescued civilians in the ISIS-occupied town of Hajin.",
        "The bombers flew home when their combat mission in Hajin was over.",
        "With air strikes and advisers of the coalition, the SDF has been battling ISIS in Hajin.",
        "The army is now left with just three bases in Hajin.",
        "The command, which is responsible for US forces deployed in Hajin, gave no number on Monday.",
        "Rescue forces from Hajin were dispatched to the scene on Monday.",
        "Over the course of two weeks, at least 16 soldiers were killed in ISIS attacks on posts near Hajin.",
    ],
)
def test_what_stands_or_only_describes_tells_of_no_event(text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops lifted the three-year-old siege of Hajin by ISIS on Monday.", [("clash", "Hajin")]),
        ("SDF fighters besieged Hajin on Monday.", [("security_operation", "Hajin")]),
        ("The army has taken two hilltops near Hajin.", [("clash", "Hajin")]),
        ("ISIS fighters downed a warplane near Hajin on Monday, killing its pilot.", [("clash", "Hajin")]),
        ("The helicopter was targeted over Hajin on Monday.", [("armed_attack", "Hajin")]),
        ("Several raids by warplanes hit areas in Hajin on Monday.", [("airstrike", "Hajin")]),
        (
            "Clashes broke out in Hajin on Monday, accompanied by raids by warplanes on areas in Gharanij.",
            [("clash", "Hajin"), ("airstrike", "Gharanij")],
        ),
        (
            "The SDF stepped up its military operations on Monday by targeting Hajin with artillery fire.",
            [("shelling", "Hajin")],
        ),
        (
            "Six ISIS men were killed in a military operation near Hajin on Monday.",
            [("armed_attack", "Hajin")],
        ),
        ("An ISIS column was destroyed in Hajin on Monday.", [("armed_attack", "Hajin")]),
        ("The army killed two fighters who had sneaked into Hajin on Monday.", [("armed_attack", "Hajin")]),
        ("Warplanes hit fighters who were gathering in Hajin on Monday.", [("airstrike", "Hajin")]),
        (
            "Jets hit ISIS leaders in Hajin on Monday and the house they were gathered in.",
            [("airstrike", "Hajin")],
        ),
        ("Fighters attacked a post in Hajin on Monday in protest at an arrest.", [("armed_attack", "Hajin")]),
        ("Soldiers were caught in an ambush near Hajin on Monday.", [("ambush", "Hajin")]),
        ("ISIS carried out a well-planned attack on Hajin on Monday.", [("armed_attack", "Hajin")]),
        ("Two died on Monday because of an ISIS mortar attack on Hajin.", [("shelling", "Hajin")]),
        ("The SDF captured an ISIS attack planner in Hajin on Monday.", [("arrest_or_raid", "Hajin")]),
        ("ISIS fighters captured a tank of the army in Hajin on Monday.", [("armed_attack", "Hajin")]),
    ],
)
def test_types_of_what_wires_tell(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Clashes broke out on Monday around the air base in the eastern province of Deir ez-Zor.",
            "military-airport",
        ),
        ("Clashes broke out on Monday in the cemeteries area of Deir ez-Zor city.", "al-maqabir"),
        ("Clashes broke out on Monday in al-Ommal and al-Rasafa districts.", "al-ummal"),
        ("Clashes broke out on Monday in the village of al-Baqaliyeh.", "al-baghiliyah"),
        ("Clashes broke out on Monday in the besieged town of Hajin.", "hajin"),
    ],
)
def test_places_that_wires_describe(text: str, place: str) -> None:
    assert any(place in e.place.place_id for e in read(text).events if e.place is not None)


def test_a_town_that_no_row_has_is_not_the_one_told_before() -> None:
    text = (
        "A mine killed two men in Hajin on Monday.\n\n"
        "Rockets hit the SDF-held town of al-Zazuya, killing one."
    )
    assert kinds(text) == [("ied_or_mine", "Hajin")]


@pytest.mark.parametrize(
    ("text", "initiators"),
    [
        ("Six Russian Tu-22M3 strategic bombers bombed ISIS in Hajin on Monday.", ["russian-air-force"]),
        ("Russian jets flying over Iraq and Iran struck ISIS in Hajin on Monday.", ["russian-air-force"]),
        ("Two were killed when shells launched by ISIS landed on Hajin on Monday.", ["isis"]),
        ("An ISIS car bomb rocked a convoy of the SDF in Hajin on Monday.", ["isis"]),
        ("ISIS announced the killing of five soldiers in an attack in Hajin on Monday.", ["isis"]),
        ("The army made gains in Hajin on Monday after killing five ISIS fighters.", ["syrian-army"]),
        ("Troops lifted the siege of Hajin by ISIS on Monday.", ["syrian-army"]),
    ],
)
def test_who_did_it(text: str, initiators: list[str]) -> None:
    assert who(text, Role.INITIATOR) == initiators


def test_whose_unknown_jets_may_be_stands_beside_them() -> None:
    text = "Unidentified jets, believed to be Israeli, struck a post of Hezbollah in Hajin on Monday."
    assert who(text, Role.INITIATOR) == ["unidentified-aircraft"]
    assert who(text, Role.UNKNOWN) == ["israel"]


def test_who_falls_into_an_ambush_is_its_target() -> None:
    assert who("A patrol of the army fell into an ambush near Hajin on Monday.", Role.TARGET) == [
        "syrian-army"
    ]


def test_a_launch_of_missiles_is_shelling() -> None:
    (event,) = read("The launch of six missiles into Hajin came on Monday.").events
    assert told(event) == Told("shelling", "Hajin", MONDAY)
