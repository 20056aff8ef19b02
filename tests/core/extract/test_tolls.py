"""An event's totals over its sentences. All reports are made up."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Event, Report

LEXICON = lexicon.load()
FIELDS = ("killed", "wounded", "captured", "vehicles", "personnel")
Bounds = tuple[int | None, int | None]


def events(text: str) -> tuple[Event, ...]:
    report = Report(report_id="r", text=text, published=date(2020, 6, 4), language="en")
    return read_report(report, LEXICON).events


def counts(text: str) -> dict[str, Bounds]:
    """The counts, low and high, of the one event that a text tells."""
    (event,) = events(text)
    found = {field: getattr(event, field) for field in FIELDS}
    return {field: (count.low, count.high) for field, count in found.items() if count is not None}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Three people were killed in an airstrike on Hajin. The death toll rose to five on Wednesday.",
            (5, 5),
        ),
        (
            "An IED exploded in Hajin on Tuesday, killing three soldiers. The death toll rises to five.",
            (5, 5),
        ),
        ("Four soldiers were killed in an airstrike on Hajin on Tuesday. The four were guards.", (4, 4)),
        (
            "Five civilians died in shelling of Hajin, so that 10 people were killed there in all.",
            (10, 10),
        ),
        ("An airstrike hit Hajin on Tuesday. The strike killed nine fighters.", (9, 9)),
        (
            "The SDF clashed with ISIS in Hajin. Ten ISIS members and three SDF fighters were killed.",
            (13, 13),
        ),
    ],
)
def test_one_toll_over_several_sentences(text: str, killed: Bounds) -> None:
    assert counts(text)["killed"] == killed


@pytest.mark.parametrize(
    "text",
    [
        "SOHR said eight fighters died in an airstrike on Hajin. The state agency SANA said six were killed.",
        "Eight SDF fighters were killed by a drone on Hajin, SOHR said. The SDF itself counts six dead.",
        "Six fighters were killed in an airstrike on Hajin, SANA said. SOHR put the dead at eight.",
    ],
)
def test_rival_tolls_are_a_range(text: str) -> None:
    assert counts(text)["killed"] == (6, 8)


def test_a_figure_given_before_is_a_rival_of_the_later_one() -> None:
    text = (
        "Some 25 civilians were killed and 13 injured in an attack on a bus in Hajin on Tuesday. "
        "The agency earlier said that the death toll was 28 and the number of injured eight."
    )
    told = counts(text)
    assert (told["killed"], told["wounded"]) == ((25, 28), (8, 13))


def test_a_risen_toll_stands_against_the_first_one() -> None:
    text = (
        "The number of SDF fighters killed in an ISIS attack on Hajin has risen to four. "
        "The attack claimed the lives of three SDF fighters on the spot and left seven others wounded."
    )
    assert counts(text) == {"killed": (4, 4), "wounded": (7, 7)}


def test_losses_told_with_places_of_their_own_are_apart() -> None:
    told = events("One civilian was killed in Hajin and two others were injured in Al-Susah on Tuesday.")
    assert [(e.place.name if e.place else None, e.killed is None, e.wounded is None) for e in told] == [
        ("Hajin", False, True),
        ("Al-Susah", True, False),
    ]


def test_a_share_of_many_attacks_adds_nothing() -> None:
    text = (
        "ISIS gunmen attacked a post in Hajin on Tuesday, killing one fighter. "
        "Forty-six of the attacks took place in Deir Ezzor, where eight SDF fighters lost their lives."
    )
    assert counts(text) == {"killed": (1, 1)}


def test_a_nameless_source_is_no_rival() -> None:
    text = "Three fighters died in an airstrike on Hajin, SANA said. A local source said two were killed."
    assert counts(text)["killed"] == (3, 3)


def test_a_range_keeps_room_for_its_bounds() -> None:
    text = "Between 130 and 300 people died in an ISIS attack on Hajin. SOHR said that 130 had been killed."
    assert counts(text)["killed"] == (130, 300)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen attacked an SDF checkpoint in Hajin on Tuesday. No casualties were reported.", (0, 0)),
        ("A drone hit the base in Hajin on Tuesday, causing no casualties.", (0, 0)),
    ],
)
def test_nobody_hurt(text: str, expected: Bounds) -> None:
    assert counts(text) == {"killed": expected, "wounded": expected}


def test_nobody_hurt_alone_is_no_event() -> None:
    assert events("No casualties were reported in Hajin.") == ()


def test_a_wounded_man_after_an_arrest_is_of_the_arrest() -> None:
    text = "The SDF arrested 15 people in Hajin on Tuesday. One civilian was hit by a bullet."
    assert counts(text) == {"captured": (15, 15), "wounded": (1, 1)}


@pytest.mark.parametrize(
    ("text", "vehicles"),
    [
        ("A convoy of 30 vehicles entered Hajin on Tuesday.", (30, 30)),
        ("A US convoy of 40 vehicles, including five Bradleys, arrived in Hajin on Tuesday.", (40, 40)),
        ("At least 36 trucks and two buses left Hajin on Tuesday.", (38, None)),
        ("Several hundred US military vehicles arrived in Hajin on Tuesday.", (200, None)),
        (
            "Two columns, one of 70 vehicles and the other of 200, left the Al-Omar field on Tuesday.",
            (70, 270),
        ),
        ("An airstrike on Hajin on Tuesday destroyed five vehicles.", (5, 5)),
        ("ISIS attacked two Syrian Arab Army (SAA) buses in Hajin on Tuesday.", (2, 2)),
        ("Gunmen attacked three buses in Hajin on Tuesday.", (3, 3)),
        ("An ISIS ambush on a military bus in Hajin killed twelve soldiers on Tuesday.", (1, 1)),
        ("Two SDF fighters were killed when an IED hit their vehicle in Hajin on Tuesday.", (1, 1)),
        ("A bomb exploded on a bus in Hajin on Tuesday and killed four soldiers.", (1, 1)),
        ("Jets targeted a truck convoy in Hajin on Tuesday. The strike hit eight trucks.", (8, 8)),
    ],
)
def test_vehicles(text: str, vehicles: Bounds) -> None:
    assert counts(text)["vehicles"] == vehicles


@pytest.mark.parametrize(
    "text",
    [
        "Two SDF fighters were killed when a car bomb exploded in Hajin on Tuesday.",
        "Two SDF fighters were killed when a booby-trapped car exploded in Hajin on Tuesday.",
        "A vehicle rigged with explosives blew up in Hajin on Tuesday.",
        "A suicide bomber set off a car in Hajin on Tuesday.",
        "A bomb fixed to the car of an SDF fighter killed him in Hajin on Tuesday.",
        "Gunmen on a motorcycle shot dead an SDF member in Hajin on Tuesday.",
        "An IED hit a convoy of vehicles in Hajin on Tuesday.",
        "An IED hit a truck convoy in Hajin on Tuesday.",
        "A suicide attacker blew up his car at a post in Hajin on Tuesday.",
        "At least 10 anti-tank guided missiles were fired at a base in Hajin on Tuesday.",
    ],
)
def test_weapons_mounts_and_convoys_are_no_count_of_vehicles(text: str) -> None:
    assert [event.vehicles for event in events(text)] == [None]


@pytest.mark.parametrize(
    ("text", "personnel"),
    [
        ("Dozens of ISIS fighters deployed in Hajin on Tuesday.", (24, None)),
        ("Between 100 and 200 Syrian soldiers were posted in Hajin on Tuesday.", (100, 200)),
        ("A special unit of 70 soldiers arrived in Hajin on Tuesday.", (70, 70)),
        ("Dozens of American and Kurdish soldiers took part in a drill in Hajin on Tuesday.", (24, None)),
    ],
)
def test_personnel_of_force_posture(text: str, personnel: Bounds) -> None:
    assert counts(text)["personnel"] == personnel


def test_drivers_are_no_vehicles() -> None:
    text = "Seven drivers of chiller lorries were killed in an airstrike on Hajin on Tuesday."
    assert counts(text) == {"killed": (7, 7)}


def test_the_dead_of_a_protest_are_no_count_of_its_crowd() -> None:
    told = events(
        "Two people were killed and 14 injured as protesters called for the fall of the SDF in Hajin."
    )
    assert [e.personnel for e in told if e.personnel is not None] == []


def test_victims_do_not_move() -> None:
    told = events(
        "ISIS fighters raided a post in Hajin on Tuesday, killing two soldiers and retreating to the desert."
    )
    assert [event.personnel for event in told if event.personnel is not None] == []


def test_a_toll_over_several_places_stands_on_the_first() -> None:
    text = "Airstrikes on Hajin and Al-Susah on Tuesday killed nine fighters."
    assert killed_by_place(text) == {"Hajin": 9, "Al-Susah": None}
    follow_up = "Airstrikes hit Hajin and Al-Susah on Tuesday. Nine fighters were killed."
    assert killed_by_place(follow_up) == {"Hajin": 9, "Al-Susah": None}


def killed_by_place(text: str) -> dict[str, int | None]:
    return {e.place.name: e.killed.low if e.killed else None for e in events(text) if e.place}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Eight men were killed in an airstrike on Hajin. The strike killed at least eight.", (8, None)),
        ("At least eight men died in an airstrike on Hajin. Eight men were killed.", (8, 8)),
        (
            "At least eight men died in an airstrike on Hajin. Six Iraqis and two Afghans were killed.",
            (8, None),
        ),
    ],
)
def test_the_same_figure_at_least(text: str, killed: Bounds) -> None:
    assert counts(text)["killed"] == killed


def test_one_side_under_two_names_has_one_toll() -> None:
    text = (
        "Four Syrian soldiers were killed in an airstrike on a camp in Hajin on Tuesday, a monitor said. "
        "The strike killed four men of the Syrian Arab Army."
    )
    (event,) = events(text)
    own = [actor.killed.low for actor in event.actors if actor.killed is not None]
    assert (event.killed and event.killed.high, own) == (4, [4])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The SDF clashed with ISIS in Hajin on Tuesday. So far three SDF fighters are wounded.",
            {"wounded": (3, 3)},
        ),
        (
            "A drone hit a market in Hajin on Tuesday. Altogether, 17 civilians were killed.",
            {"killed": (17, 17)},
        ),
        ("A total of 14 fighters were killed overnight by airstrikes on Hajin.", {"killed": (14, 14)}),
        ("The SDF raided Hajin on Tuesday. A total of five men were arrested.", {"captured": (5, 5)}),
    ],
)
def test_the_sum_of_what_was_just_told_is_its_toll(text: str, expected: dict[str, Bounds]) -> None:
    assert counts(text) == expected


def test_a_sum_over_the_year_is_no_toll() -> None:
    text = "A drone hit a market in Hajin on Tuesday. So far this year 17 civilians were killed."
    assert counts(text) == {}


@pytest.mark.parametrize(
    ("denied", "killed"),
    [
        ("No SDF fighters were killed, SOHR said.", (3, 3)),
        ("No Iranians were killed in the strike, a channel said.", (3, 3)),
        ("SOHR said that nobody was killed.", (0, 3)),
    ],
)
def test_a_side_spared_says_nothing_of_the_others(denied: str, killed: Bounds) -> None:
    text = f"Three people were killed in an airstrike on Hajin, SANA said. {denied}"
    assert counts(text)["killed"] == killed


def test_each_place_with_a_toll_of_its_own() -> None:
    text = (
        "SOHR said six fighters were killed in strikes on Hajin on Tuesday, three were killed in strikes on "
        "Al-Susah, while two were killed by strikes on the town of Mayadin."
    )
    assert killed_by_place(text) == {"Hajin": 6, "Al-Susah": 3, "Al-Mayadin": 2}


def test_people_are_no_others_than_those_of_the_sides() -> None:
    text = (
        "At least 14 civilians and four SDF fighters were killed in an attack in Hajin on Tuesday. "
        "18 people were killed, including four SDF fighters. 16 others were injured in the attack."
    )
    (event,) = events(text)
    assert counts(text) == {"killed": (18, 18), "wounded": (16, 16)}
    assert {a.actor_id: a.killed.low for a in event.actors if a.killed is not None} == {"sdf": 4}


def test_a_town_that_is_also_a_channel_keeps_its_toll() -> None:
    text = (
        "US planes struck a camp near Al-Bukamal and a house near Al-Mayadin on Tuesday. "
        "One man was killed in the strike by al-Mayadeen, according to Al-Mayadeen TV."
    )
    assert killed_by_place(text) == {"Al-Bukamal": None, "Al-Mayadin": 1}


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("A man died and three others were hurt in a raid on Hajin. Three others were hurt in the raid.", 3),
        ("Two were hurt in a raid on Hajin. Two others were hurt in the raid.", 4),
    ],
)
def test_others_told_twice_are_counted_once(text: str, wounded: int) -> None:
    [event] = read_report(Report("r", text, language="en"), LEXICON).events
    assert event.wounded is not None
    assert event.wounded.best == wounded
