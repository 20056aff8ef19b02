from __future__ import annotations

from dataclasses import replace
from datetime import date

from core.extract.confidence import INHERITED, REFERRED
from core.model import AcledCode, Count, Event, EventActor, EventPlace, Evidence, Role
from core.view.card import FROM_ELSEWHERE, Leg, Side, card
from tests.core.view.made_frames import EVENT_TYPES, POSTURE


def place(name: str) -> EventPlace:
    return EventPlace(name.lower(), name, name, "town", None, 35.0, 40.4, 1, 2.0)


EVENT = Event(
    event_id="e1",
    event_type="movement",
    acled=AcledCode("Strategic developments", "Other"),
    date_start=date(2020, 5, 1),
    date_end=date(2020, 5, 31),
    time_precision=3,
    date_text="in May",
    place=place("Mayadin"),
    origin=place("Heri"),
    destination=place("Mayadin"),
    via=(place("Bukamal"),),
    actors=(EventActor("a", "A Militia", "militiamen", Role.INITIATOR, killed=Count(5, 5, 7)),),
    vehicles=Count(30, 30, None),
    killed=Count(5, 5, 7),
    attributed_to=("SOHR",),
    is_background=True,
    confidence=0.72,
)


def test_a_card_says_everything_in_words() -> None:
    shown = card(EVENT, EVENT_TYPES)
    family = EVENT_TYPES.families[POSTURE]
    assert (shown.type_label, shown.family_label, shown.colour) == ("Movement", family.label, family.colour)
    assert (shown.date, shown.date_precision, shown.date_text) == ("May 2020", "loosely", "in May")
    assert (shown.place, shown.place_precision) == ("Mayadin", "town, within 2 km")
    assert shown.route == (
        Leg("from", (("Heri", "Heri"),)),
        Leg("via", (("Bukamal", "Bukamal"),)),
        Leg("to", (("Mayadin", "Mayadin"),)),
    )
    assert shown.sides == (Side("A Militia", "militiamen", "initiator", ("5-7 killed",)),)
    assert shown.counts == ("5-7 killed", "at least 30 vehicles")
    assert shown.according_to == ("SOHR",)
    assert shown.confidence == "medium (0.72)"
    assert shown.rests_on == ("place named", "no exact day told", "actors named", "source cited")
    assert shown.is_background is True


def test_what_is_not_known_is_said() -> None:
    bare = Event("e2", "clash", AcledCode("Battles", "Armed clash"), None, None, None, None, None)
    shown = card(bare, EVENT_TYPES)
    assert (shown.date, shown.place, shown.route, shown.sides, shown.counts) == (
        "date unknown",
        "place unknown",
        (),
        (),
        (),
    )
    assert shown.rests_on == (
        "place only roughly known",
        "no exact day told",
        "no certain actor named",
        "no source cited",
    )


def test_a_suspected_initiator_is_not_said_to_be_known() -> None:
    actors = (EventActor("isis", "ISIS", "ISIS", Role.UNKNOWN), EventActor("sdf", "SDF", "SDF", Role.TARGET))
    assert card(replace(EVENT, actors=actors), EVENT_TYPES).rests_on[2] == "initiator only suspected"
    assert card(replace(EVENT, actors=actors[:1]), EVENT_TYPES).rests_on[2] == "initiator only suspected"
    known = (*actors, EventActor("irgc", "IRGC", "IRGC", Role.INITIATOR))
    assert card(replace(EVENT, actors=known), EVENT_TYPES).rests_on[2] == "actors named"


def test_a_place_from_another_sentence_is_told_apart_from_a_rough_one() -> None:
    assert {INHERITED, REFERRED} == FROM_ELSEWHERE
    inherited = replace(
        EVENT,
        place=replace(place("Mayadin"), geo_precision=2),
        evidence=(Evidence("place", 0, 7, "Mayadin", INHERITED),),
    )
    assert card(inherited, EVENT_TYPES).rests_on[0] == "place told in another sentence"
    near = replace(inherited, place=replace(place("Mayadin"), geo_precision=2, relation="near"))
    assert card(near, EVENT_TYPES).rests_on[0] == "place only roughly known"


def test_a_name_that_says_its_kind_does_not_say_it_twice() -> None:
    field = replace(place("Al-Taym oil field"), feature_type="oil_field", radius_km=6.0)
    assert card(replace(EVENT, place=field), EVENT_TYPES).place_precision == "within 6 km"


def test_a_day_that_cannot_be_told_without_a_publication_date_is_given_in_the_reports_words() -> None:
    undated = replace(EVENT, date_start=None, date_end=None, time_precision=None, date_text="on\nMonday")
    assert card(undated, EVENT_TYPES).date_precision == "told as “on Monday”"
    unsaid = card(replace(undated, date_text=None), EVENT_TYPES)
    assert (unsaid.date, unsaid.date_precision) == ("date unknown", "not dated in the report")
