from __future__ import annotations

from datetime import date

from core.model import AcledCode, Count, Event, EventActor, EventPlace, Role
from core.view.card import Side, card
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
    assert shown.route == "from Heri via Bukamal to Mayadin"
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
        None,
        (),
        (),
    )
    assert shown.rests_on == (
        "place only roughly known",
        "no exact day told",
        "no certain actor named",
        "no source cited",
    )
