"""Fights and strikes told in several sentences or at several places; made-up reports."""

from __future__ import annotations

import pytest

from core.model import Count, Event, Role
from tests.core.extract.test_reading import Told, read, told

NEWS = ("2023-07-13", "2023-07-14")
TUESDAY = ("2023-07-11", "2023-07-11")
TOLLS = {
    "two at once": (
        "Israeli strikes on Tuesday killed six people in Al-Harri and two in Al-Suwayiyah.",
        {"Al-Harri": 6, "Al-Suwayiyah": 2},
    ),
    "before the verb": (
        "Six fighters were killed in Hajin and two in Al-Susah when jets struck their posts on Tuesday.",
        {"Hajin": 6, "Al-Susah": 2},
    ),
    "a figure and what adds up to it": (
        "Airstrikes on Hajin and Al-Susah killed nine men on Tuesday, six in Hajin and three in Al-Susah.",
        {"Hajin": 6, "Al-Susah": 3},
    ),
    "behind a list of places, one of them near a town": (
        "Drones hit four farms in Al-Harri, two posts in Al-Suwayiyah and a depot near Al-Bukamal on Tuesday,"
        " killing six in Al-Harri and two in Al-Suwayiyah.",
        {"Al-Harri": 6, "Al-Suwayiyah": 2, "Al-Bukamal": None},
    ),
    "people with nouns of their own": (
        "Shells fell on Dhiban and Al-Hawayij on Tuesday, killing a man in Dhiban and two children in"
        " Al-Hawayij.",
        {"Dhiban": 1, "Al-Hawayij": 2},
    ),
    "a figure at the end is told with the place named first": (
        "Drones hit a post in Hajin, a truck in Al-Baghuz and a boat near Al-Susah on Monday, killing one.",
        {"Hajin": 1, "Al-Baghuz": None, "Al-Susah": None},
    ),
}


@pytest.mark.parametrize(("text", "killed"), TOLLS.values(), ids=TOLLS)
def test_each_place_of_a_list_has_its_own_toll(text: str, killed: dict[str, int | None]) -> None:
    found = {e.place.name: e.killed and e.killed.best for e in read(text).events if e.place}
    assert found == killed


CASES = {
    "a side of a border is nobody's post": (
        "On the Syrian side, ISIS attacked a militia checkpoint in Al-Harri on Tuesday.",
        [Told("armed_attack", "Al-Harri", TUESDAY, ("isis",))],
    ),
    "ground that changes hands twice": (
        "SDF fighters seized the village of Al-Kashkiyah on Tuesday. ISIS retook the village hours later.",
        [
            Told("clash", "Al-Kashkiyah", TUESDAY, ("isis",)),
            Told("clash", "Al-Kashkiyah", TUESDAY, ("sdf",)),
        ],
    ),
    "also, at a spot of its own": (
        "ISIS killed three SDF fighters in Dhiban on Tuesday. It also announced the killing of a mukhtar"
        " in Hajin.",
        [
            Told("armed_attack", "Dhiban", TUESDAY, ("isis",)),
            Told("armed_attack", "Hajin", TUESDAY, ("isis",)),
        ],
    ),
    "sixteen others are no other attack": (
        "Four herders were killed in an attack in Hajin on Tuesday. Ten others were injured in the attack in"
        " Hajin.",
        [Told("armed_attack", "Hajin", TUESDAY)],
    ),
    "days counted from what came before": (
        "Three civilians were killed in an air strike on Al-Shafah. The strike came a day after a raid on"
        " Hajin killed eight.",
        [
            Told("airstrike", "Al-Shafah", NEWS),
            Told("airstrike", "Hajin", ("2023-07-12", "2023-07-13")),
        ],
    ),
    "earlier in the day": (
        "A shell hit a bakery in Al-Sabha on Tuesday. Earlier in the day, an SDF patrol was attacked in"
        " Muhaymidah.",
        [
            Told("shelling", "Al-Sabha", TUESDAY),
            Told("armed_attack", "Muhaymidah", TUESDAY),
        ],
    ),
    "a car bomb after a fight": (
        "Rebels clashed with ISIS in Khasham on Tuesday. In Khasham, a car bomb killed 12 fighters.",
        [
            Told("clash", "Khasham", TUESDAY, ("isis", "syrian-rebels")),
            Told("suicide_bombing", "Khasham", TUESDAY),
        ],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_a_fight_is_told_once_and_two_are_told_apart(text: str, wanted: list[Told]) -> None:
    assert sorted(map(told, read(text).events)) == sorted(wanted)


def _by_role(event: Event, role: Role) -> set[str | None]:
    return {a.actor_id for a in event.actors if a.role is role}


def test_the_group_that_hits_back_is_the_one_that_was_hit() -> None:
    _, answer = read(
        "US jets struck positions of Iranian militias in Al-Bukamal on Tuesday. In response, the militias"
        " fired rockets at the US base in the Conoco gas field."
    ).events
    assert answer.place is not None
    assert answer.place.name == "Conoco gas field"
    assert _by_role(answer, Role.INITIATOR) == {"iran-backed-militias"}
    assert _by_role(answer, Role.TARGET) == {"us-forces"}


def test_a_suicide_attacker_hits_what_he_drives_into() -> None:
    [event] = read(
        "A suicide bomber drove a car into an SDF checkpoint in Al-Busayrah on Tuesday, killing three."
    ).events
    assert (event.event_type, event.killed) == ("suicide_bombing", Count(3, 3, 3))
    assert _by_role(event, Role.TARGET) == {"sdf"}


ANSWERS = {
    "in the same area, another day": (
        "A bomb went off under an SDF vehicle near Al-Suwar on Tuesday. In the same area, gunmen killed a man"
        " last Monday.",
        [
            Told("ied_or_mine", "Al-Suwar", TUESDAY),
            Told("armed_attack", "Al-Suwar", ("2023-07-10", "2023-07-10"), ("unidentified-gunmen",)),
        ],
    ),
    "shells after a fight in which men fell": (
        "The SDF thwarted an infiltration by regime forces in Al-Junaynah on Tuesday. Three of the attackers"
        " were killed. Regime forces shelled the town, wounding a girl.",
        [
            Told("clash", "Al-Junaynah", TUESDAY, ("syrian-regime-forces",)),
            Told("shelling", "Al-Junaynah", TUESDAY, ("syrian-regime-forces",)),
        ],
    ),
    "two days before, at the end": (
        "ISIS executed five men in Al-Mayadin on Tuesday. The group beheaded a man in Al-Asharah two"
        " days before.",
        [
            Told("other_violence", "Al-Mayadin", TUESDAY, ("isis",)),
            Told("other_violence", "Al-Asharah", ("2023-07-09", "2023-07-09"), ("isis",)),
        ],
    ),
    "a month's attacks are a total": (
        "A cell attacked a post in Al-Kasrah on Tuesday. ISIS carried out 30 attacks in Al-Kasrah in June.",
        [Told("armed_attack", "Al-Kasrah", TUESDAY)],
    ),
    "what is condemned is told elsewhere": ("The UN condemned the killing of civilians in Al-Kasrah.", []),
}


@pytest.mark.parametrize(("text", "wanted"), ANSWERS.values(), ids=ANSWERS)
def test_answers_and_asides(text: str, wanted: list[Told]) -> None:
    assert sorted(map(told, read(text).events)) == sorted(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in the Al-Hamidiyah district of Homs on Tuesday.",
        "A bomb exploded in the Homs district of Al-Hamidiyah on Tuesday.",
        "A bomb exploded in Al-Hamidiyah, Homs, on Tuesday.",
        "A shell fell on Al-Hamidiyah neighbourhood in Damascus on Tuesday.",
    ],
)
def test_a_quarter_of_another_city_is_not_ours(text: str) -> None:
    assert all("Hamidiyah" not in e.place.name for e in read(text).events if e.place)


@pytest.mark.parametrize(
    "aside",
    [
        "Groups backed by Turkey have carried out attacks in areas held by the SDF.",
        "A man was accused of extortion, robbery and targeting security forces.",
        "Police hold a suspect who admitted targeting several SDF checkpoints.",
    ],
)
def test_what_groups_do_all_the_time_or_men_are_charged_with_is_no_event(aside: str) -> None:
    [event] = read(f"Gunmen killed a man in Hajin on Tuesday. {aside}").events
    assert told(event) == Told("armed_attack", "Hajin", TUESDAY, ("unidentified-gunmen",))
    assert event.killed == Count(1, 1, 1)


def test_a_party_that_admits_a_strike_struck() -> None:
    [event] = read("The coalition admitted killing ten civilians in an airstrike on Hajin on Tuesday.").events
    assert told(event) == Told("airstrike", "Hajin", TUESDAY, ("us-led-coalition",))


MORE = {
    "a strike after rockets elsewhere": (
        "Israeli jets bombed Al-Mayadin on Tuesday. The raid came hours after a shell hit a house in Hatlah.",
        [
            Told("airstrike", "Al-Mayadin", TUESDAY, ("israel",)),
            Told("shelling", "Hatlah", TUESDAY),
        ],
    ),
    "an attack by those who only fly": (
        "An Israeli attack struck a building in Al-Mayadin on Tuesday.",
        [Told("airstrike", "Al-Mayadin", TUESDAY, ("israel",))],
    ),
    "a month's dead are a total": (
        "Two shepherds were killed by a mine in Hajin on Tuesday. Ten people have been killed by mines this"
        " month.",
        [Told("ied_or_mine", "Hajin", TUESDAY)],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), MORE.values(), ids=MORE)
def test_fights_before_and_after(text: str, wanted: list[Told]) -> None:
    assert sorted(map(told, read(text).events)) == sorted(wanted)
    assert all(e.killed is None or (e.killed.low or 0) <= 2 for e in read(text).events)


LISTS = {
    "attacks claimed one by one": (
        "ISIS claimed an attack on an SDF post in Dhiban on Tuesday, an attack on a post in Hajin and an"
        " ambush in Al-Susah.",
        ["Al-Susah", "Dhiban", "Hajin"],
    ),
    "by drone and by rocket": (
        "The Islamic Resistance in Iraq claimed two attacks on Tuesday: a drone attack on Conoco and a rocket"
        " attack on the Green Village.",
        ["Conoco gas field", "Green Village"],
    ),
    "a patrol that was attacked is not posted there": (
        "An attack on a patrol in Hajin killed two on Tuesday.",
        ["Hajin"],
    ),
    "a day right behind a place": ("Gunmen killed two men in Hajin Tuesday, a monitor said.", ["Hajin"]),
    "where a shell fell, not where it came from": (
        "A shell fired by the army from Hatlah hit a house in Al-Husan on Tuesday.",
        ["Al-Husan"],
    ),
}


@pytest.mark.parametrize(("text", "places"), LISTS.values(), ids=LISTS)
def test_where_each_attack_of_a_list_was(text: str, places: list[str]) -> None:
    assert sorted(e.place.name for e in read(text).events if e.place) == places


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A shooting between SDF members and regime forces in Al-Shuhayl left a young man dead.", ["clash"]),
        ("Clashes erupted in Hajin on Tuesday after an SDF drone was targeted.", ["clash"]),
        ("ISIS cells assassinated several officials and detonated car bombs in a number of areas.", []),
    ],
)
def test_shooting_at_each_other_a_drone_that_is_shot_at_and_acts_all_over(
    text: str, types: list[str]
) -> None:
    assert [e.event_type for e in read(text).events] == types
