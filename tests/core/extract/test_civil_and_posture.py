"""Non-kinetic happenings in plain English: headline verbs, property taken, deals reached, who takes whom."""

from __future__ import annotations

import pytest

from tests.core.extract.test_reading import read, told

CASES = [
    # who acts, and no posting or opening of a base
    ("An SDF patrol opened fire on a lorry in Hajin on Monday.", [("armed_attack", "Hajin", ("sdf",))]),
    (
        "Gunmen opened fire on a headquarters of the SDF in Hajin on Monday.",
        [("armed_attack", "Hajin", ("unidentified-gunmen",))],
    ),
    ("SDF reinforcements arrived on Monday in the town of Hajin.", [("movement", "Hajin", ("sdf",))]),
    (
        "A guard died in Hajin on Monday in an attack by a group of ISIS men.",
        [("armed_attack", "Hajin", ("isis",))],
    ),
    (
        "The SDF arrested three men in Hajin on Monday. They were taken to an unknown place.",
        [("arrest_or_raid", "Hajin", ("sdf",))],
    ),
    ("Two boys died when a mine blew up in a house in Hajin.", [("ied_or_mine", "Hajin", ())]),
    ("ISIS executed him in Hajin on Monday.", [("other_violence", "Hajin", ("isis",))]),
    ("Al-Susah was freed from ISIS on Monday.", [("clash", "Al-Susah", ())]),
    # a verb that is a noun, too, in the present of a headline
    ("SDF raids two houses in Al-Shuhayl", [("arrest_or_raid", "Al-Shuhayl", ("sdf",))]),
    ("SDF arrests three men in Hajin", [("arrest_or_raid", "Hajin", ("sdf",))]),
    ("Coalition patrols the outskirts of Al-Susah", [("deployment", "Al-Susah", ("us-led-coalition",))]),
    ("Residents protest in Hajin against corruption", [("protest", "Hajin", ("residents",))]),
    ("Two SDF raids two days ago frightened Hajin.", []),
    # one who comes to take somebody has not also moved
    (
        "An SDF force entered Dhiban and arrested three men on Monday.",
        [("arrest_or_raid", "Dhiban", ("sdf",))],
    ),
    (
        "SDF fighters broke into a house in Hajin on Monday and arrested a teacher.",
        [("arrest_or_raid", "Hajin", ("sdf",))],
    ),
    # who takes decides what it is
    ("Gunmen seized a nurse in Hajin on Monday.", [("abduction", "Hajin", ("unidentified-gunmen",))]),
    ("The SDF seized two ISIS members in Hajin on Monday.", [("arrest_or_raid", "Hajin", ("sdf",))]),
    (
        "The Asayish arrested a chemist in Hajin on Monday for selling old medicine.",
        [("arrest_or_raid", "Hajin", ("asayish",))],
    ),
    ("Some 1,300 men were arrested in Hajin in 2022.", []),
    # property
    (
        "Militiamen confiscated twelve houses in Al-Asharah on Monday.",
        [("looting_or_property_destruction", "Al-Asharah", ("iran-backed-militias",))],
    ),
    (
        "A fire set by unknown men destroyed a shop in Hajin on Monday.",
        [("looting_or_property_destruction", "Hajin", ("unidentified-gunmen",))],
    ),
    (
        "Militiamen looted furniture from abandoned homes in Al-Asharah on Monday.",
        [("looting_or_property_destruction", "Al-Asharah", ("iran-backed-militias",))],
    ),
    ("A fire broke out in a house in Hajin on Monday.", []),
    # deals
    (
        "A reconciliation between two clans of the town was reached in Hajin on Monday.",
        [("agreement", "Hajin", ())],
    ),
    ("Talks in Hajin on Monday ended in an accord.", [("agreement", "Hajin", ())]),
    ("Elders came to settle the old dispute in Hajin on Monday.", []),
    ("They are in talks over an agreement in Hajin, but no deal was reached.", []),
    # crowds
    ("Dozens gathered in front of the council in Hajin on Monday.", [("protest", "Hajin", ())]),
    (
        "The SDF opened fire to break up a demonstration in Hajin on Monday.",
        [("armed_attack", "Hajin", ("sdf",))],
    ),
    # journeys and postings
    (
        "Families of Afghan militiamen arrived in Al-Bukamal on Monday.",
        [("movement", "Al-Bukamal", ("civilians",))],
    ),
    ("Trucks with missiles left Al-Bukamal for Al-Mayadin on Monday.", [("movement", "Al-Mayadin", ())]),
    (
        "Some 150 Fatemiyoun fighters have been stationed in Al-Mayadin since Sunday.",
        [("deployment", "Al-Mayadin", ("liwa-fatemiyoun",))],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_what_is_told(text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    found = [told(event) for event in read(text).events]
    assert [(t.event_type, t.place) for t in found] == [(kind, place) for kind, place, _ in expected]
    for event, (_, _, doers) in zip(found, expected, strict=True):
        assert set(doers) <= set(event.doers)
