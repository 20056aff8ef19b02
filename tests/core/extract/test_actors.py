"""Who did what to whom, English; made-up reports."""

from __future__ import annotations

import pytest

from core.model import Role
from tests.core.extract.test_reading import read

CASES = {
    "with the participation of": (
        "Coalition forces carried out an airdrop, with the participation of the SDF, in Hajin on Tuesday.",
        {"us-led-coalition": Role.INITIATOR, "sdf": Role.INITIATOR},
    ),
    "whom the subject fights": (
        "The international coalition fighting the Islamic State carried out an airdrop in Dhiban on Tuesday.",
        {"us-led-coalition": Role.INITIATOR},
    ),
    "an apposition": (
        "The coalition's ground force, the SDF, shelled the village of Al-Susah on Tuesday.",
        {"sdf": Role.INITIATOR},
    ),
    "whose forces": (
        "SDF's Swift Intervention forces stormed a house in Dhiban on Tuesday.",
        {"sdf": Role.INITIATOR},
    ),
    "whose forces, in words of two actors": (
        "The SDF's intervention forces stormed a house in Dhiban on Tuesday.",
        {"sdf": Role.INITIATOR},
    ),
    "strikes aimed at somebody else": (
        "Air strikes hit posts of Iranian militias in Hajin on Tuesday, besides strikes targeting a depot.",
        {"iran-backed-militias": Role.TARGET},
    ),
    "media that are for a side are not the side": (
        "Rockets hit the Conoco gas field on Tuesday, pro-SDF pages claimed.",
        {},
    ),
    "intelligence provided by another": (
        "Israel bombed a depot in Al-Mayadin on Tuesday. The strikes were carried out with intelligence"
        " provided by the United States.",
        {"israel": Role.INITIATOR},
    ),
    "two verbs of one subject": (
        "Syrian government forces killed 60 ISIS fighters near Hajin on Tuesday and took control of a hill.",
        {"syrian-government-forces": Role.INITIATOR, "isis": Role.TARGET},
    ),
    "said to be of a group": (
        "Men said to be ISIS fighters shot at a vehicle of the SDF in Hajin on Tuesday.",
        {"isis": Role.INITIATOR, "sdf": Role.TARGET},
    ),
    "who suffered an attack": (
        "ISIS ambushed two army buses near Subaykhan on Tuesday. The Syrian Army suffered 15 killed as a"
        " result of the attack.",
        {"isis": Role.INITIATOR, "syrian-army": Role.TARGET},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_actors_and_their_roles(name: str) -> None:
    text, actors = CASES[name]
    [event] = read(text).events
    assert {actor.actor_id: actor.role for actor in event.actors} == actors


def test_who_claims_an_attack_did_it_and_the_group_is_not_the_one_it_attacked() -> None:
    events = read(
        "The Islamic State (ISIS) claimed on Wednesday responsibility for targeting an SDF post in Hajin.\n\n"
        "ISIS-run Amaq said that militants of the group attacked an SDF convoy in Dhiban on Monday.\n\n"
        "The group claimed responsibility for killing two fighters of the SDF in Gharanij on Tuesday."
    ).events
    assert [
        (e.place and e.place.name, [a.actor_id for a in e.actors if a.role is Role.INITIATOR]) for e in events
    ] == [("Hajin", ["isis"]), ("Dhiban", ["isis"]), ("Gharanij", ["isis"])]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Russian forces carried out air strikes on Hajin on Sunday.", {"russian-air-force"}),
        ("Russian forces shelled Hajin on Sunday.", {"russian-forces"}),
        (
            "Heavy air strikes by the Syrian army and Russian forces fell on Hajin on Sunday.",
            {"syrian-regime-air-force", "russian-air-force"},
        ),
    ],
)
def test_whoever_has_an_air_force_strikes_with_it(text: str, doers: set[str]) -> None:
    [event] = read(text).events
    assert {a.actor_id for a in event.actors if a.role is Role.INITIATOR} == doers
