"""Tolls of a month, pictures described in prose, plain words of killing; sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.extract.test_arabic import read as read_arabic
from tests.core.extract.test_reading import read

NONE = [
    "The network recorded the deaths of 38 people by landmines in Deir Ezzor in April.",
    "At least 12 civilians were killed by shelling in Deir Ezzor in June, the network said.",
]


@pytest.mark.parametrize("text", NONE)
def test_the_dead_of_a_month_in_an_area_are_a_figure(text: str) -> None:
    reading = read(text)
    assert reading.events == ()
    assert {r.reason for r in reading.rejections} == {"aggregate"}


def test_one_fight_of_a_year_is_an_event() -> None:
    [event] = read("In 2018 a short, fierce fight in Hajin left 200 of the attackers dead.").events
    assert (event.event_type, event.killed and event.killed.low) == ("clash", 200)


def test_a_picture_described_in_prose_tells_of_nothing() -> None:
    story = "Farmers of Hajin went back to their fields this spring, and the council promised them seed.\n\n"
    picture = "This picture taken on July 4, 2023 shows men who were wounded in an air strike on Hajin."
    assert read(story + picture).events == ()


KILLED = {
    "ISIS put 33 young people to death in Al-Mayadin on Wednesday.": ("other_violence", 33),
    "ISIS decapitated three of its own members in Khasham on Wednesday.": ("other_violence", 3),
}


@pytest.mark.parametrize(("text", "expected"), KILLED.items())
def test_whom_an_act_leaves_dead(text: str, expected: tuple[str, int]) -> None:
    [event] = read(text).events
    assert (event.event_type, event.killed and event.killed.best) == expected


def test_a_barrel_bomb_that_was_dropped_is_an_air_strike() -> None:
    [event] = read("A barrel bomb was dropped by regime helicopters on Muhassan on Wednesday.").events
    assert event.event_type == "airstrike"


def test_blasts_reported_on_a_night_were_heard_then() -> None:
    [event] = read("Blasts were reported late on Tuesday at a base of ISIS in Hajin.").events
    assert event.date_start == event.date_end == date(2023, 7, 11)


def test_who_drove_others_out_is_no_speaker() -> None:
    text = "The militia was pushed out of Al-Bukamal by fighters of ISIS, said the Observatory on Wednesday."
    [event] = read(text).events
    assert [a.actor_id for a in event.actors if a.role == "initiator"] == ["isis"]


ARABIC = {
    "أحصى فريق إعلامي مقتل 143 مدنيا بقصف على مدينة دير الزور في شهر أغسطس الفائت.": [],
    "استولى تنظيم داعش مساء أمس على بلدتين في ريف دير الزور الشرقي.": ["clash"],
    "استولى مقاتلو العشائر على مقر لقسد في بلدة ذيبان أمس.": ["clash"],
    "استولت ميليشيا على منزل مهجر في مدينة الميادين أمس.": ["looting_or_property_destruction"],
    "أعلنت القيادة أن صواريخ سقطت مساء الأحد قرب حقل كونيكو دون إصابات.": ["shelling"],
    "سقطت 14 قذيفة أمس على بلدة الجرذي.": ["shelling"],
    "انسحبت قسد أمس من جميع مناطق سيطرتها في بلدة هجين.": ["withdrawal"],
}


@pytest.mark.parametrize(("text", "types"), ARABIC.items())
def test_plain_words_in_arabic(text: str, types: list[str]) -> None:
    assert [e.event_type for e in read_arabic(text).events] == types


BY_THE_WAY = {
    "Two ISIS trucks moving on the road to Muhassan were targeted by the army on Wednesday.": [
        "armed_attack"
    ],
    "Iran-backed militias hold Al-Bukamal, a corridor through which Iran ships weapons to Al-Mayadin.": [],
    "Bakeries in Al-Mayadin opened again after the three-year siege of the town was lifted.": [],
}


@pytest.mark.parametrize(("text", "types"), BY_THE_WAY.items())
def test_ways_habits_and_sieges_that_are_over_are_no_events(text: str, types: list[str]) -> None:
    assert [e.event_type for e in read(text).events] == types
