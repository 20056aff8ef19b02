"""Operations with no kind named, raids of nobody named, and doubt that is no denial; made-up reports."""

from __future__ import annotations

import pytest

from tests.core.extract.test_reading import read, told

CASES = [
    # an operation of forces; that of a cell is an attack
    (
        "The SDF launched a wide operation in Al-Shuhayl on Monday to search for weapons.",
        [("security_operation", "Al-Shuhayl", ("sdf",))],
    ),
    (
        "The army has begun an operation in the desert of Hajin to find ISIS hideouts.",
        [("security_operation", "Hajin", ("syrian-army",))],
    ),
    (
        "ISIS conducted an operation against the SDF in Hajin on Monday.",
        [("armed_attack", "Hajin", ("isis",))],
    ),
    ("UNICEF launched a campaign in Hajin on Monday to vaccinate children.", []),
    ("The SDF launched a reading campaign in Hajin on Monday.", []),
    # raids
    ("Several raids on Hajin killed five people on Monday.", [("airstrike", "Hajin", ())]),
    ("Raids on houses in Hajin led to no arrests on Monday.", [("arrest_or_raid", "Hajin", ())]),
    ("SDF raids on Hajin led to four arrests on Monday.", [("arrest_or_raid", "Hajin", ("sdf",))]),
    # doubt about the doers
    (
        "Warplanes, which are not known whether they are Russian or not, bombed Muhassan on Monday.",
        [("airstrike", "Muhassan", ())],
    ),
    (
        "It is not known whether the planes that struck Muhassan were Russian.",
        [("airstrike", "Muhassan", ())],
    ),
    # what went on at one place is no trend
    (
        "Continuous clashes took place in Hajin on Monday between the army and ISIS.",
        [("clash", "Hajin", ("syrian-army", "isis"))],
    ),
    (
        "Tribesmen attacked an SDF post in Hajin on Monday in protest against an arrest.",
        [("armed_attack", "Hajin", ("tribal-fighters",))],
    ),
    ("There has been an explosion in Hajin.", [("ied_or_mine", "Hajin", ())]),
    # what somebody was able or had to do was done
    ("ISIS was able to capture Hajin on Monday.", [("clash", "Hajin", ("isis",))]),
    ("The army had to withdraw from Hajin on Monday.", [("withdrawal", "Hajin", ("syrian-army",))]),
    ("Two men were said to be killed in a blast in Hajin on Monday.", [("ied_or_mine", "Hajin", ())]),
    ("ISIS is able to strike posts in Hajin.", []),
    ("The SDF had planned to attack Hajin on Monday.", []),
    # who has planes, and who has not
    (
        "US forces attacked a convoy in Hajin on Monday. Drones struck three vehicles near Hajin.",
        [("drone_strike", "Hajin", ("us-forces",))],
    ),
    (
        "Strikes hit Hajin on Monday. Neither Israel nor the US have claimed responsibility for the strikes.",
        [("airstrike", "Hajin", ())],
    ),
    # whom an attack struck has not deployed, and "reported earlier that gunmen" points to nobody
    (
        "Unknown gunmen opened fire on Monday morning on a military patrol of the SDF in Hajin.",
        [("armed_attack", "Hajin", ("unidentified-gunmen",))],
    ),
    (
        "ISIS cells attacked an SDF post in Hajin on Monday. Activists reported earlier that unknown gunmen"
        " opened fire on a patrol in Gharanij on Sunday.",
        [("armed_attack", "Hajin", ("isis",)), ("armed_attack", "Gharanij", ("unidentified-gunmen",))],
    ),
    ("Residents of Deir Ezzor are tired of continuous clashes.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_operations_raids_and_doubt(text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    events = [told(event) for event in read(text).events]
    assert [(e.event_type, e.place, e.doers) for e in events] == [
        (kind, place, tuple(sorted(doers))) for kind, place, doers in expected
    ]
