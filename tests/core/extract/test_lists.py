"""Small reports, English, that tell of several places, or of one thing in several ways; made up."""

from __future__ import annotations

import pytest

from core.model import Reason
from tests.core.extract.test_reading import NEWS, WEDNESDAY, Told, read, told

CASES = {
    "items of a list told as farms, neighbouring towns and the desert of one": (
        "Coalition air strikes hit Hajin and the neighbouring towns of Al-Susah and Al-Shafah on Wednesday.",
        [
            Told("airstrike", "Al-Shafah", WEDNESDAY, ("us-led-coalition",)),
            Told("airstrike", "Al-Susah", WEDNESDAY, ("us-led-coalition",)),
            Told("airstrike", "Hajin", WEDNESDAY, ("us-led-coalition",)),
        ],
    ),
    "a list that goes on after another phrase": (
        "Clashes took place on Wednesday in the town of Hajin, the Gharanij checkpoint, the eastern "
        "municipality of Al-Susah, and the town of Al-Shafah.",
        [
            Told("clash", "Al-Shafah", WEDNESDAY),
            Told("clash", "Al-Susah", WEDNESDAY),
            Told("clash", "Gharanij", WEDNESDAY),
            Told("clash", "Hajin", WEDNESDAY),
        ],
    ),
    "what most notably names, not the ends of the stretch": (
        "The army took control on Wednesday of several villages between Al-Mayadin and Al-Bukamal, "
        "including Dablan, Subaykhan and Mahkan.",
        [
            Told("clash", "Dablan", WEDNESDAY, ("syrian-army",)),
            Told("clash", "Mahkan", WEDNESDAY, ("syrian-army",)),
            Told("clash", "Subaykhan", WEDNESDAY, ("syrian-army",)),
        ],
    ),
    "in a list of towns Deir ez-Zor is the city": (
        "Unidentified aircraft bombed depots in Al-Bukamal, Al-Mayadin and Deir Ezzor on Wednesday.",
        [
            Told("airstrike", "Al-Bukamal", WEDNESDAY, ("unidentified-aircraft",)),
            Told("airstrike", "Al-Mayadin", WEDNESDAY, ("unidentified-aircraft",)),
            Told("airstrike", "Deir ez-Zor", WEDNESDAY, ("unidentified-aircraft",)),
        ],
    ),
    "acts told one after another at spots of their own": (
        "The army shelled Hajin on Wednesday, while mortar shells fell on Al-Susah.",
        [
            Told("shelling", "Al-Susah", WEDNESDAY),
            Told("shelling", "Hajin", WEDNESDAY, ("syrian-army",)),
        ],
    ),
    "to the east of a place is beside it": (
        "Army units killed three ISIS fighters to the east of the Deir ez-Zor military airport on Wednesday.",
        [Told("armed_attack", "Deir ez-Zor Military Airport", WEDNESDAY, ("syrian-army",))],
    ),
    "a jet that strikes after a fight is another happening": (
        "ISIS attacked posts in Hajin and clashed with the SDF on Wednesday. Coalition jets, for their part, "
        "struck a depot in Hajin.",
        [
            Told("airstrike", "Hajin", WEDNESDAY, ("us-led-coalition",)),
            Told("clash", "Hajin", WEDNESDAY, ("isis", "sdf")),
        ],
    ),
    "the same kind at the same place and day is one": (
        "Rockets hit the Conoco gas field on Wednesday.\n\nA source spoke of the damage done.\n\n"
        "Militias fired rockets at the Conoco gas field on Wednesday, the source said.",
        [Told("shelling", "Conoco gas field", WEDNESDAY)],
    ),
    "an assault beaten back is told, though foiled": (
        "The SDF foiled an ISIS assault on Hajin on Wednesday.",
        [Told("clash", "Hajin", WEDNESDAY, ("isis",))],
    ),
    "reinforcements are forces, whatever stands before them": (
        "Military reinforcements arrived in Hajin on Wednesday.",
        [Told("movement", "Hajin", WEDNESDAY)],
    ),
    "shelling that was stepped up on named towns": (
        "The army intensified its shelling, targeting Hajin and Gharanij with mortar shells.",
        [
            Told("shelling", "Gharanij", NEWS, ("syrian-army",)),
            Told("shelling", "Hajin", NEWS, ("syrian-army",)),
        ],
    ),
    "what victims were about when they were hit is no move": (
        "Two men were killed by gunmen near Hajin on Wednesday as they travelled to Gharanij.",
        [Told("armed_attack", "Hajin", WEDNESDAY, ("unidentified-gunmen",))],
    ),
    "a patrol that is hit is the target": (
        "A Russian patrol was hit by a bomb near Hajin on Wednesday.",
        [Told("ied_or_mine", "Hajin", WEDNESDAY)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_events_of_a_small_report(name: str) -> None:
    text, events = CASES[name]
    assert sorted(map(told, read(text).events)) == sorted(events)


def test_what_happened_elsewhere_is_listed_beside_the_map() -> None:
    reading = read(
        "Gunmen killed a baker in Hajin on Wednesday. ISIS attacked a checkpoint in Idlib on Tuesday."
    )
    assert [told(event).place for event in reading.events] == ["Hajin"]
    [beside] = [r for r in reading.rejections if r.event is not None and r.event.place is not None]
    assert (beside.reason, beside.event.place.name) == ("unplaced", "Idlib")  # type: ignore[union-attr]


def test_what_happened_outside_the_governorate_is_listed_beside_the_map() -> None:
    reading = read("ISIS attacked a checkpoint in Idlib on Tuesday.")
    [elsewhere] = reading.rejections
    assert (reading.events, elsewhere.reason) == ((), Reason.UNPLACED)
    assert elsewhere.text == "ISIS attacked a checkpoint in Idlib on Tuesday."


def test_json_of_a_page_is_no_story() -> None:
    page = (
        "Gunmen killed a baker in the town of Hajin on Wednesday, as a source said to this paper.\n\n"
        'string(90) "[{"id":"17","sort":"35","title":"ISIS withdraws from Gharanij after clashes"}]"'
    )
    assert [told(event).place for event in read(page).events] == ["Hajin"]


def test_the_day_of_an_attack_holds_for_the_fight_that_came_of_it() -> None:
    text = "A few days ago, gunmen attacked a checkpoint of the SDF in Hajin, where they clashed with guards."
    [event] = read(text).events
    assert (event.date_start, event.date_end, event.date_text) == (None, None, "A few days ago")
