"""What refers back, sums up or belongs to an attack already told, and what does not; made-up reports."""

from __future__ import annotations

import pytest

from core.model import Count, Reason
from tests.core.extract.test_reading import Told, read, told

NEWS = ("2023-07-13", "2023-07-14")
TUESDAY = ("2023-07-11", "2023-07-11")
WEDNESDAY = ("2023-07-12", "2023-07-12")
MONDAY = ("2023-07-10", "2023-07-10")
CASES = {
    "people who flee leave no post": (
        "Sixty thousand people fled the fighting between ISIS and the Nusra Front in Al-Busayrah on Tuesday.",
        [],
    ),
    "an observatory that speaks refers back to nothing": (
        "Fighting in the province of Deir ez-Zor killed 71 people on Tuesday. The Syrian Observatory said"
        " fighters were still positioned in Dhiban.",
        [Told("clash", "Deir ez-Zor Governorate", TUESDAY)],
    ),
    "the town of before, though the next sentence names another": (
        "ISIS left the town of Al-Quriyah on Tuesday. The army killed over 20 fighters in and around the"
        " town."
        " The next aim is Al-Asharah, where the group has a command post.",
        [
            Told("withdrawal", "Al-Quriyah", TUESDAY, ("isis",)),
            Told("armed_attack", "Al-Quriyah", TUESDAY, ("syrian-army",)),
        ],
    ),
    "who drove out of a base left it": (
        "US forces began to leave the base at Koniko on Tuesday. Two columns were seen driving out of the"
        " base"
        " towards the city of Erbil.",
        [Told("withdrawal", "Conoco gas field", TUESDAY, ("us-forces",))],
    ),
    "people who are brought out": (
        "More than 200 families were evacuated from Al-Baghuz on Tuesday.",
        [Told("movement", "Al-Baghuz", TUESDAY, ("civilians",))],
    ),
    "fighting is a verb's subject": (
        "Fighting is worst in Al-Sabha on Tuesday.",
        [Told("clash", "Al-Sabha", TUESDAY)],
    ),
    "men on foot raid": (
        "US special forces carried out a raid near Al-Tabni on Tuesday.",
        [Told("arrest_or_raid", "Al-Tabni", TUESDAY, ("us-forces",))],
    ),
    "protesters who gather": (
        "Protesters gathered in Al-Suwar on Tuesday.",
        [Told("protest", "Al-Suwar", TUESDAY, ("protesters",))],
    ),
    "what the drone did is no journey": (
        "A drone hit the Al-Omar oil field on Tuesday. It came from parts of Deir Ezzor that the army holds.",
        [Told("drone_strike", "Al-Omar oil field", TUESDAY)],
    ),
    "combing goes on for days": (
        "The SDF has been combing the village of Hajin.",
        [Told("security_operation", "Hajin", NEWS, ("sdf",))],
    ),
    "fighters whom an armed group takes were fought": (
        "On Tuesday in Hajin ISIS had taken at least ten SDF fighters prisoner.",
        [Told("armed_attack", "Hajin", TUESDAY, ("isis",))],
    ),
    "members of the organization": (
        "ISIS is active in the desert. On Tuesday members of the organization attacked an oil well near"
        " Hajin."
        " Elements of the group attacked a house in Al-Busayrah.",
        [
            Told("armed_attack", "Hajin", TUESDAY, ("isis",)),
            Told("armed_attack", "Al-Busayrah", TUESDAY, ("isis",)),
        ],
    ),
    "who fixed the bomb": (
        "A council head was killed in Al-Kubar on Tuesday by a bomb that gunmen had fixed to his car.",
        [Told("ied_or_mine", "Al-Kubar", TUESDAY, ("unidentified-gunmen",))],
    ),
    "a force tells of its own moves": (
        "Reinforcements arrived in Hajin on Tuesday, an SDF commander told reporters.",
        [Told("movement", "Hajin", TUESDAY, ("sdf",))],
    ),
    "set off a bomb in another town": (
        "ISIS attacked Al-Susah on Tuesday and set off a car bomb in Al-Baghuz.",
        [
            Told("armed_attack", "Al-Susah", TUESDAY, ("isis",)),
            Told("suicide_bombing", "Al-Baghuz", TUESDAY, ("isis",)),
        ],
    ),
    "damage is the attack's": (
        "An air strike hit a convoy in Al-Bukamal on Tuesday. Four trucks were burnt. The convoy had"
        " entered from"
        " Iraq through the Al-Qaim crossing.",
        [Told("airstrike", "Al-Bukamal", TUESDAY)],
    ),
    "a clash that shells caused": (
        "Gunmen fired two shells at a post in Hajin on Tuesday, causing clashes. The SDF brought"
        " reinforcements to"
        " the site of the clashes.",
        [
            Told("clash", "Hajin", TUESDAY, ("unidentified-gunmen",)),
            Told("movement", "Hajin", TUESDAY, ("sdf",)),
        ],
    ),
    "a place where something was then taken back": (
        "Clashes broke out on Tuesday in the village of Darnaj where ISIS retook some positions, but the SDF"
        " captured them again.",
        [Told("clash", "Daranj", TUESDAY, ("isis",))],
    ),
    "the attacks follow another": (
        "A drone hit a vehicle in Hajin on Tuesday. The attacks follow a July 2 strike in Al-Susah that"
        " killed"
        " eight civilians.",
        [
            Told("drone_strike", "Hajin", TUESDAY),
            Told("airstrike", "Al-Susah", ("2023-07-02", "2023-07-02")),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_a_report_tells_once(name: str) -> None:
    text, events = CASES[name]
    assert [told(event) for event in read(text).events] == events


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The group goes on attacking posts of the army near Al-Mayadin.", Reason.AGGREGATE),
        ("US forces have established several bases in the Jazira region.", Reason.AGGREGATE),
        ("ISIS uses the badia of Al-Mayadin as a base for launching attacks.", Reason.PLANNED),
    ],
)
def test_what_goes_on_is_no_event(text: str, reason: Reason) -> None:
    reading = read(text)
    assert (reading.events, [r.reason for r in reading.rejections]) == ((), [reason])


def test_what_stands_besieged_is_no_event() -> None:
    assert read("Some 300 militants are besieged in Al-Baghuz.").events == ()


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Khalid al-Nuwair (60) was killed by a mine in Hajin on Tuesday.", Count(1, 1, 1)),
        (
            "ISIS attacked Al-Baghiliyah on Tuesday. SANA put the number of civilians killed in the attack at"
            " some 300.",
            Count(300, 300, 300),
        ),
        (
            "A car bomb killed three people in Al-Mayadin on Tuesday. The agency later said the three"
            " dead were"
            " police officers.",
            Count(3, 3, 3),
        ),
        (
            "Three people were killed by a bomb in Al-Mayadin on Tuesday. Earlier a raid had been"
            " announced in"
            " eastern Aleppo. One officer and three members of a cell were killed there.",
            Count(3, 3, 3),
        ),
    ],
)
def test_how_many_were_killed(text: str, killed: Count) -> None:
    [event] = read(text).events
    assert event.killed == killed


def test_a_range_takes_the_year_of_its_end() -> None:
    [event] = read("From January 10 to January 11, 2019, strikes hit the town of Al-Susah.").events
    assert (str(event.date_start), str(event.date_end)) == ("2019-01-10", "2019-01-11")


@pytest.mark.parametrize(
    "text",
    [
        "The brigade has been strong in Al-Mayadin since ISIS was ousted from the town in 2017.",
        "Al-Mayadin was a stronghold of ISIS until the army recaptured it in 2017.",
        "The SDF gave the fighters in Hajin a deadline to surrender and leave the town.",
    ],
)
def test_what_began_or_shall_end_by_the_way_is_no_event(text: str) -> None:
    assert read(text).events == ()


def test_a_number_of_soldiers_is_less_than_the_figure_of_before() -> None:
    [event] = read(
        "At least 26 soldiers were killed in an ISIS attack near Al-Mayadin on Tuesday. SANA said a number of"
        " soldiers were killed in the attack."
    ).events
    assert event.killed == Count(26, 26, None)


def test_lorries_that_a_crowd_stops_are_not_counted() -> None:
    [event] = read("Dozens of residents blocked the road in Hajin on Tuesday and stopped six trucks.").events
    assert (event.event_type, event.vehicles) == ("protest", None)


ANEW = {
    "Gunmen killed an SDF fighter in Hajin on Wednesday. An attack in the eastern countryside of Deir Ezzor "
    "left five SDF fighters dead.": [("Eastern Deir ez-Zor countryside", 5), ("Hajin", 1)],
}


@pytest.mark.parametrize(("text", "expected"), ANEW.items())
def test_a_wider_place_with_other_dead_is_another_attack(
    text: str, expected: list[tuple[str, int | None]]
) -> None:
    told = [(e.place.name if e.place else "", e.killed and e.killed.best) for e in read(text).events]
    assert sorted(told, key=str) == expected
