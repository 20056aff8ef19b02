"""Whole small reports, English: the events each tells, value by value; made up in the style of the field."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Count, Event, Reading, Reason, Report, Role

PUBLISHED = date(2023, 7, 14)  # a Friday


class Told(NamedTuple):
    """What a reader wants of an event: its type, place and days (first, last), and who did it."""

    event_type: str
    place: str
    days: tuple[str, str] | None
    doers: tuple[str, ...] = ()


def read(text: str, title: str = "") -> Reading:
    """The reading of a made-up report, with what is too unsure to be shown: the rules are tested here."""
    return read_report(
        Report("made-up", text, title=title, published=PUBLISHED, language="en"),
        lexicon.load(),
        least_sure=0.0,
    )


def told(event: Event) -> Told:
    assert event.place is not None
    days = (str(event.date_start), str(event.date_end)) if event.date_start else None
    doers = tuple(sorted(a.actor_id for a in event.actors if a.role in {Role.INITIATOR, Role.PARTICIPANT}))
    return Told(event.event_type, event.place.name, days, doers)


NEWS = ("2023-07-13", "2023-07-14")
WEDNESDAY = ("2023-07-12", "2023-07-12")
CASES = {
    "an arrest, and yesterday's attack told as context": (
        "Deir Ezzor province: Activists have reported that an SDF patrol arrested a former fighter of "
        "ISIS in a shop "
        "in Al-Basira town in the eastern countryside of Deir Ezzor.\n\n"
        "Yesterday, SOHR activists reported that unknown gunmen on a motorbike fired on an SDF post in "
        "Gharanij.",
        [
            Told("arrest_or_raid", "Al-Busayrah", NEWS, ("sdf",)),
            Told("armed_attack", "Gharanij", ("2023-07-12", "2023-07-13"), ("unidentified-gunmen",)),
        ],
    ),
    "the attackers' flight and a tally by area are no events": (
        "Deir Ezzor province: Two gunmen of ISIS opened fire on a checkpoint of the SDF in Hajin on "
        "Wednesday. "
        "The attack left two members of the checkpoint dead, while the gunmen fled to an unknown "
        "destination.\n\n"
        "SOHR has documented 20 operations by ISIS in areas under the control of the Autonomous "
        "Administration since "
        "early 2023. These operations left nine fatalities:\n• Seven members of the SDF.\n"
        "• Raqqa: Two attacks left two combatants dead.\n• Al-Hasakah: One attack left one civilian dead.",
        [Told("armed_attack", "Hajin", WEDNESDAY, ("isis",))],
    ),
    "the place where the one lives who tells it": (
        "A resident from the town of Al-Sabha told reporters that unknown gunmen riding a motorcycle "
        "killed a member "
        "of the Asayish on Wednesday in front of his house.",
        [Told("armed_attack", "Al-Sabha", WEDNESDAY, ("unidentified-gunmen",))],
    ),
    "today in an older statement is the statement's day": (
        "On July 2, SOHR reported that the SDF arrested, today, two smugglers in Dhiban.",
        [Told("arrest_or_raid", "Dhiban", ("2023-07-02", "2023-07-02"), ("sdf",))],
    ),
    "how the target came there": (
        "An unidentified drone attacked on Wednesday a truck of the Iranian militias that entered from "
        "Iraq through "
        "Al-Bukamal crossing.",
        [Told("drone_strike", "Al-Bukamal crossing", WEDNESDAY, ("unidentified-aircraft",))],
    ),
    "prisoners are one more loss of an attack": (
        "Four soldiers were killed and two others were captured in an attack by ISIS fighters on a bus in "
        "the "
        "Al-Mayadin desert on Wednesday.",
        [Told("armed_attack", "Al-Mayadin desert", WEDNESDAY, ("isis",))],
    ),
    "an airdrop with its raid": (
        "The International Coalition carried out an airdrop at dawn on Wednesday in Al-Zir. "
        "The operation targeted a house and resulted in the arrest of two men.",
        [Told("arrest_or_raid", "Al-Zir", WEDNESDAY, ("us-led-coalition",))],
    ),
    "a control regained is fought for, a control held is none": (
        "Army units regained control over the town of Al-Quriyah on Wednesday. "
        "The village across the river is under the control of ISIS.",
        [Told("clash", "Al-Quriyah", WEDNESDAY, ("syrian-army",))],
    ),
    "people block a road": (
        "Dozens of residents of Al-Husan village have gone out on protests against the lack of services "
        "on Wednesday. "
        "They set fire to rubber tires and cut roads in the village.",
        [Told("protest", "Al-Husan", WEDNESDAY, ("residents",))],
    ),
    "a plane lands, a rocket lands": (
        "A cargo plane of the US forces landed in Al-Omar oil field on Wednesday. "
        "On Thursday, two rockets landed near the Conoco gas field.",
        [
            Told("movement", "Al-Omar oil field", WEDNESDAY, ("us-forces",)),
            Told("shelling", "Conoco gas field", ("2023-07-13", "2023-07-13")),
        ],
    ),
    "an exercise makes noise": (
        "Explosions were heard in the Al-Omar oil field on Wednesday from military exercises that the "
        "International "
        "Coalition conducted there, simulating a drone attack.",
        [Told("training_or_exercise", "Al-Omar oil field", WEDNESDAY, ("us-led-coalition",))],
    ),
    "a list goes on past a name that no row has": (
        "On Wednesday, government forces shelled the towns of Al-Shafah, Qasr Halwan and Gharanij.",
        [
            Told("shelling", "Al-Shafah", WEDNESDAY, ("syrian-government-forces",)),
            Told("shelling", "Gharanij", WEDNESDAY, ("syrian-government-forces",)),
        ],
    ),
    "a leader named after a town is no place": (
        "Unknown gunmen assassinated on Wednesday an SDF leader known as Abu Hamam in the city of Busayrah.",
        [Told("assassination", "Al-Busayrah", WEDNESDAY, ("unidentified-gunmen",))],
    ),
    "what came under fire, and from whom": (
        "A base of the US forces in the Conoco gas field came under rocket attack from Iranian-backed "
        "militias on "
        "Wednesday.",
        [Told("shelling", "Conoco gas field", WEDNESDAY, ("iran-backed-militias",))],
    ),
    "an attempt with drones is an attack": (
        "Iranian-backed militias attempted late Wednesday to attack the base in the Conoco gas field with "
        "kamikaze "
        "drones, which were shot down.",
        [Told("drone_strike", "Conoco gas field", WEDNESDAY, ("iran-backed-militias",))],
    ),
    "likely members of a group": (
        "Gunmen, likely to be members of ISIS, shot at a vehicle of the SDF in Dhiban on Wednesday.",
        [Told("armed_attack", "Dhiban", WEDNESDAY, ("unidentified-gunmen",))],
    ),
    "police storm and arrest": (
        "A patrol of the Asayish stormed Al-Susah town on Wednesday and arrested four people. The "
        "security forces "
        "arrested another man in Hajin on Wednesday.",
        [
            Told("arrest_or_raid", "Al-Susah", WEDNESDAY, ("asayish",)),
            Told("arrest_or_raid", "Hajin", WEDNESDAY, ("asayish",)),
        ],
    ),
    "an older happening has no place of the news": (
        "Two fighters were killed in a clash with ISIS in the desert of Al-Bukamal on Wednesday. "
        "In May, five fighters were killed by an explosive device.",
        [Told("clash", "Al-Bukamal desert", WEDNESDAY, ("isis",))],
    ),
    "a bomb while a patrol passes": (
        "An explosive device went off as a patrol of the SDF was passing through Al-Sabha on Wednesday.",
        [Told("ied_or_mine", "Al-Sabha", WEDNESDAY)],
    ),
    "standing forces and fortified positions": (
        "Militias fired rockets on Wednesday at the oil field of Al-Omar, where US forces are stationed "
        "in fortified "
        "positions.",
        [Told("shelling", "Al-Omar oil field", WEDNESDAY)],
    ),
    "in the same context comes the next": (
        "ISIS cells attacked a post of the SDF in Abriha on Wednesday. In the same context, ISIS cells "
        "fired missiles "
        "at a position of the SDF in Al-Shuhayl on Wednesday.",
        [
            Told("armed_attack", "Abriha", WEDNESDAY, ("isis",)),
            Told("shelling", "Al-Shuhayl", WEDNESDAY, ("isis",)),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_events_of_a_small_report(text: str, expected: list[Told]) -> None:
    assert [told(event) for event in read(text).events] == expected


def test_an_age_is_no_toll() -> None:
    (event,) = read("A landmine killed Salim al-Khalaf, 32, on the outskirts of Hajin on Wednesday.").events
    assert event.killed == Count(1, 1, 1)


def test_a_victim_taken_to_hospital_goes_nowhere() -> None:
    reading = read(
        "An SDF fighter was wounded in Dhiban on Wednesday and was transferred to the hospital of "
        "Al-Busayrah."
    )
    assert [event.event_type for event in reading.events] == ["armed_attack"]


def test_a_practice_is_an_aggregate() -> None:
    reading = read("ISIS has been launching attacks on oil tankers in the Al-Mayadin desert.")
    assert reading.events == ()
    assert {rejection.reason for rejection in reading.rejections} == {Reason.AGGREGATE}


def test_an_unknown_author_denies_nothing() -> None:
    reading = read("It was not known who carried out the drone strike on a truck in Al-Bukamal on Wednesday.")
    assert [told(event) for event in reading.events] == [Told("drone_strike", "Al-Bukamal", WEDNESDAY)]


def test_what_is_feared_or_expected_is_no_event() -> None:
    reading = read(
        "New attacks by ISIS are expected in Hajin. The SDF left its posts in Dhiban for fear of being "
        "targeted."
    )
    assert [event.event_type for event in reading.events] == ["withdrawal"]
    assert Reason.PLANNED in {rejection.reason for rejection in reading.rejections}


def test_a_city_before_a_colon_is_where_the_writer_sits() -> None:
    reading = read("BEIRUT: Heavy clashes between ISIS and the SDF killed several fighters on Wednesday.")
    assert [event.place.place_id for event in reading.events] == []


def test_pictures_posted_and_weapons_left_are_no_movements_of_forces() -> None:
    reading = read(
        "ISIS attacked a post of the SDF in Hajin on Wednesday, and ISIS fighters posted photos of the dead. "
        "Trucks of the Iranian militias left the missiles in tunnels in Al-Mayadin."
    )
    assert [event.event_type for event in reading.events] == ["armed_attack"]


def test_the_one_an_attack_is_attributed_to_did_it() -> None:
    (event,) = read(
        "Two shepherds were killed on Wednesday in Kabajib in an attack attributed to ISIS."
    ).events
    assert told(event) == Told("armed_attack", "Kabajib", WEDNESDAY, ("isis",))


def test_a_cell_targeted_by_an_arrest_was_raided() -> None:
    (event,) = read(
        "On May 4, the SDF targeted an ISIS cell in Dhiban, which led to the arrest of two men."
    ).events
    assert told(event)[:2] == ("arrest_or_raid", "Dhiban")
    assert event.date_start == event.date_end == date(2023, 5, 4)


def test_a_suicide_attacker_who_storms_a_post_takes_no_ground() -> None:
    (event,) = read("A suicide attacker stormed a post of the SDF in Dhiban on Wednesday.").events
    assert event.event_type == "suicide_bombing"


def test_the_official_agency_is_no_further_victim() -> None:
    (event,) = read(
        "An airstrike in Hajin on Wednesday wounded six soldiers, the official Syrian Arab News Agency said."
    ).events
    assert event.wounded is not None
    assert event.wounded.best == 6


def test_a_toll_that_has_risen_counts_without_people_named() -> None:
    (event,) = read(
        "The death toll from an air strike in Hajin has risen to 54 overnight, including 28 civilians."
    ).events
    assert event.killed == Count(54, 54, 54)


def test_buildings_gatherings_and_what_is_to_be_deployed_are_no_deployments() -> None:
    reading = read(
        "Warplanes on Wednesday bombarded the post building in Al-Busayrah. Men will head to Hajin, to be "
        "deployed there. The raid in the last village of ISIS hit a 'gathering of civilians' near Hajin."
    )
    assert {event.event_type for event in reading.events} == {"airstrike"}


def test_a_source_from_the_police_did_nothing() -> None:
    (event,) = read(
        "Two farmers were shot dead in Dhiban on Wednesday, SANA said, citing a source from Homs police."
    ).events
    assert told(event).doers == ()


def test_strikes_behind_a_front_are_not_the_ground_that_was_taken() -> None:
    reading = read(
        "The SDF announced on Wednesday that it captured the eastern countryside of Deir Ezzor.\n\n"
        "Coalition warplanes targeted Gharanij and Abu Hamam."
    )
    assert [(e.event_type, e.place and e.place.name) for e in reading.events] == [
        ("clash", "Eastern Deir ez-Zor countryside"),
        ("airstrike", "Gharanij"),
        ("airstrike", "Abu Hamam"),
    ]


def test_prisoners_taken_to_a_town_take_no_town() -> None:
    reading = read("The SDF arrested four traders in Dhiban on Wednesday. Then they were taken to Al-Suwar.")
    assert [event.event_type for event in reading.events] == ["arrest_or_raid"]


def test_where_the_victims_were_heading_is_not_where_they_were_shot() -> None:
    (event,) = read(
        "Gunmen shot dead two fighters of the SDF near Al-Suwar on Wednesday.\n\n"
        "The gunmen shot the two fighters while they were heading to the city of Hajin."
    ).events
    assert told(event).place == "Al-Suwar"


def test_villages_in_quotes_are_a_list() -> None:
    reading = read(
        'Residents of "Al-Husan", "Al-Kasrah", and "Muhaymidah" staged demonstrations on Wednesday.'
    )
    assert [e.place and e.place.name for e in reading.events] == ["Al-Husan", "Al-Kasrah", "Muhaymidah"]
