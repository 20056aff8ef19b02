"""Words in senses that tell of no event, and the events beside them; made-up reports."""

from __future__ import annotations

import pytest

from core.model import Count, Reason, Role
from tests.core.extract.test_reading import Told, read, told

MONDAY = ("2023-07-10", "2023-07-10")


def kinds(text: str) -> list[tuple[str, str]]:
    """Type and place of each event that a text tells of, in order."""
    return [(e.event_type, e.place.name) for e in read(text).events if e.place is not None]


@pytest.mark.parametrize(
    "text",
    [
        "The crisis goes on in Deir ez-Zor, leaving most of its residents below the poverty line.",
        "Army units in Al-Mayadin hunted on Monday for what is left of ISIS.",
        "On Monday, the centre in Al-Mayadin held language courses targeting school pupils.",
        "The official denied the death of any of the fighters deployed near Al-Bukamal.",
        "The base in Al-Mayadin is the place from where the army launched air raids on several areas.",
        "An officer who headed the security branch in Al-Mayadin spoke to pupils on Monday.",
        "Both sides will work together to close the border and strengthen posts in Al-Mayadin.",
    ],
)
def test_results_remainders_and_attributes_tell_of_no_event(text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six planes left an airfield in Russia on Monday, crossed Iran and bombed ISIS posts in Hajin.",
            [("airstrike", "Hajin")],
        ),
        (
            "Soldiers besieged in the airbase of Deir Ezzor have beheaded two fighters of ISIS.",
            [("other_violence", "Deir ez-Zor Military Airport")],
        ),
        (
            "The Russian Air Force bombed hideouts and gathering points of ISIS in Hajin on Monday.",
            [("airstrike", "Hajin")],
        ),
        (
            "Four SDF vehicles entered the town and carried out raids in Al-Tayyanah on Monday.",
            [("arrest_or_raid", "Al-Tayyanah")],
        ),
        (
            "Drones struck the militias deployed in Al-Mayadin on Monday.",
            [("drone_strike", "Al-Mayadin")],
        ),
        (
            "Residents gathered on Monday in Al-Mayadin, expressing their rejection of the new tax.",
            [("protest", "Al-Mayadin")],
        ),
        (
            "The army destroyed vehicles equipped with heavy machine guns belonging to ISIS in Ayyash.",
            [("armed_attack", "Ayyash")],
        ),
        (
            "Five tanks that belonged to ISIS were destroyed by army units in Ayyash on Monday.",
            [("armed_attack", "Ayyash")],
        ),
        (
            "The drones that hit the base at Al-Omar on Monday came from afar.",
            [("drone_strike", "Al-Omar oil field")],
        ),
        ("Similar rallies took place in Gharanij on Monday.", [("protest", "Gharanij")]),
    ],
)
def test_the_act_is_told_and_not_what_leads_to_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_a_flood_that_destroys_is_no_attack() -> None:
    assert read("The flood destroyed two cars in Ayyash on Monday.").events == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A bomb hit a station in Al-Mayadin, Deir Ezzor, on Monday.", ["Al-Mayadin"]),
        ("Air strikes hit two towns in Deir ez-Zor, Al-Shafah and Hajin, on Monday.", ["Al-Shafah", "Hajin"]),
        (
            "Air strikes hit Al-Mayadin, Hajin and Deir ez-Zor on Monday.",
            ["Al-Mayadin", "Hajin", "Deir ez-Zor"],
        ),
        (
            "The base at the Conoco gas field, in the city of Deir Ezzor, came under rocket fire on Monday.",
            ["Conoco gas field"],
        ),
        ("Gunmen shot a man in Al-Siyal village in Deir Ezzor suburbs on Monday.", ["Al-Siyal"]),
        ("Gunmen shot a man near Deir ez-Zor on Monday.", ["Deir ez-Zor"]),
        (
            "ISIS attacked two buses travelling from Palmyra to Deir ez-Zor near Kabajib on Monday.",
            ["Kabajib"],
        ),
        ("A patrol was attacked on the road linking Al-Busayrah and Al-Shuhayl on Monday.", ["Al-Busayrah"]),
    ],
)
def test_a_town_and_what_it_lies_in_are_one_place(text: str, places: list[str]) -> None:
    assert [place for _, place in kinds(text)] == places


def test_what_happened_in_an_unknown_city_was_not_where_the_story_is() -> None:
    reading = read(
        "ISIS attacked a checkpoint in Hajin on Monday.\n\nMeanwhile, a suicide attack killed 25 people in"
        " the southern Yemeni city of Mukalla."
    )
    assert [told(e).place for e in reading.events] == ["Hajin"]
    assert [r.reason for r in reading.rejections] == [Reason.UNPLACED]


def test_gunmen_believed_to_be_of_a_group_are_the_doers() -> None:
    [event] = read("Armed men believed to be from ISIS killed a trader in Al-Husan on Monday.").events
    assert {a.actor_id: a.role for a in event.actors}["isis"] is Role.INITIATOR
    assert event.killed == Count(1, 1, 1)


def test_the_gunmen_of_the_group_are_those_told_of() -> None:
    events = read(
        "ISIS attacked a checkpoint of the SDF in Al-Shuhayl on Monday.\n\nA day earlier, gunmen of the group"
        " shot dead a teacher in Al-Hawayij."
    ).events
    assert [e.actors[0].actor_id for e in events] == ["isis", "isis"]


def test_a_lead_without_a_day_does_not_join_what_happened_months_ago() -> None:
    events = read(
        "Ten soldiers were killed in an attack on a bus in the east of Deir ez-Zor.\n\nIn December, a"
        " similar attack near Kabajib left 37 soldiers dead."
    ).events
    assert [(told(e).place, e.killed) for e in events] == [
        ("Eastern Deir ez-Zor countryside", Count(10, 10, 10)),
        ("Kabajib", Count(37, 37, 37)),
    ]


def test_an_earlier_attack_behind_what_is_known_is_another() -> None:
    events = read(
        "Shells fell on Al-Junaynah on Monday.\n\nThe shelling came hours after a night attack by gunmen on"
        " posts of the SDF in Muhaymidah."
    ).events
    assert [told(e) for e in events] == [
        Told("shelling", "Al-Junaynah", MONDAY),
        Told("armed_attack", "Muhaymidah", MONDAY, ("unidentified-gunmen",)),
    ]


def test_a_man_shot_is_not_of_those_whom_a_strike_killed() -> None:
    events = read(
        "Men on a motorcycle assassinated a commander of the SDF in the eastern countryside of Deir ez-Zor on"
        " Monday.\n\nSix fighters died in an air strike in Hajin."
    ).events
    assert [told(e).event_type for e in events] == ["assassination", "airstrike"]


def test_reinforcements_on_their_way_are_a_movement() -> None:
    for text in (
        "The army was sending reinforcements to Al-Mayadin on Monday.",
        "Reinforcements were dispatched to Al-Mayadin on Monday.",
    ):
        [event] = read(text).events
        assert told(event)[:3] == ("movement", "Al-Mayadin", MONDAY), text


def test_who_says_that_it_struck_is_the_doer() -> None:
    for text in (
        "The Coalition said it struck ISIS targets near Hajin on Monday.",
        "The Coalition said that it had struck ISIS targets near Hajin on Monday.",
    ):
        [event] = read(text).events
        assert told(event) == Told("airstrike", "Hajin", MONDAY, ("us-led-coalition",)), text


def test_where_a_ministry_sits_is_not_where_planes_struck() -> None:
    [event] = read(
        "Russian bombers took off from Russia and hit ISIS targets near Al-Bukamal, the Defence Ministry in"
        " Moscow said on Wednesday."
    ).events
    assert told(event)[1] == "Al-Bukamal"
    assert told(event).doers == ("russian-air-force",)


def test_security_forces_of_a_party_are_its_own() -> None:
    for text in (
        "The SDF's security forces arrested two men in Abu Hamam on Monday.",
        "Security forces of the SDF arrested two men in Abu Hamam on Monday.",
    ):
        [event] = read(text).events
        assert told(event).doers == ("sdf",), text


def test_it_before_an_arrest_is_the_group_told_of() -> None:
    events = read(
        "ISIS beheaded two men in Al-Asharah on Monday.\n\nIn Al-Quriyah it arrested ten men."
    ).events
    assert [told(e).doers for e in events] == [("isis",), ("isis",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Explosions shook Deir ez-Zor on Monday; they came from strikes of a lone aircraft on Ayyash.",
            [("airstrike", "Ayyash")],
        ),
        (
            "Fighters who crossed the Euphrates near Khasham came under fire of the coalition on Monday.",
            [("armed_attack", "Khasham")],
        ),
        (
            "Lightning raids by ISIS on posts of the SDF in Al-Bahrah on Monday killed 20 fighters; ten were"
            " taken prisoner.",
            [("armed_attack", "Al-Bahrah")],
        ),
        ("Some 100,000 people live under siege by ISIS in Deir ez-Zor.", []),
    ],
)
def test_one_act_told_in_two_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bomb, perhaps planted by ISIS, hit a patrol in Gharanij on Monday.",
            [("ied_or_mine", "Gharanij")],
        ),
        ("A local council denied that a market in Gharanij had been shelled.", []),
        ("A soldier died in an accident at a base in Gharanij on Monday.", []),
        (
            "Government troops launched a large-scale operation to clear Jabal al-Bishri of ISIS on Monday.",
            [("security_operation", "Jabal al-Bishri")],
        ),
        ("Elders brokered a truce between the two clans in Gharanij on Monday.", [("agreement", "Gharanij")]),
    ],
)
def test_doubt_denial_and_what_led_to_an_act(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_some_village_is_not_the_one_told_of() -> None:
    reading = read(
        "ISIS attacked a post in Gharanij on Monday.\n\nA grenade was thrown at a house in a village."
    )
    assert [told(e).place for e in reading.events] == ["Gharanij"]
    assert [r.reason for r in reading.rejections] == [Reason.UNPLACED]


def test_what_observers_watched_on_a_day_was_on_that_day() -> None:
    [event] = read("On July 4, activists monitored several airstrikes by unidentified jets on Hajin.").events
    assert told(event).days == ("2023-07-04", "2023-07-04")


def test_members_of_the_organization_are_of_the_one_named() -> None:
    events = read(
        "Traders must pay the Islamic State.\n\nOne of them gives a share to a leader of the SDF.\n\nOn"
        " Monday members of the organization stormed an oil well of the Al-Tanak field."
    ).events
    assert [told(e).doers for e in events] == [("isis",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Explosions were heard in Al-Mayadin after US forces fired missiles at posts near Ayn Ali.",
            [("shelling", "Ayn Ali")],
        ),
        (
            "The soldiers crossed the left branch of the river and stormed posts of ISIS in Huwayjat Saqr.",
            [("clash", "Huwayjat Saqr")],
        ),
        (
            "Warplanes hit two posts in Al-Bukamal and one near the village of Al-Abbas on Monday.",
            [("airstrike", "Al-Bukamal"), ("airstrike", "Al-Abbas")],
        ),
    ],
)
def test_sounds_banks_and_namesakes(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(kinds(text)) == sorted(expected)


def test_what_was_attacked_does_not_act_next() -> None:
    [event] = read(
        "The army launched operations on fortifications of ISIS and established control of points in Hatlah."
    ).events
    assert told(event).doers == ("syrian-army",)


def test_who_claims_a_killing_did_it() -> None:
    [event] = read("On Monday, ISIS claimed the killing of a young man in Al-Busayrah.").events
    assert told(event).doers == ("isis",)


def test_a_university_is_a_place_and_a_plane_shot_down_is_fought() -> None:
    assert kinds("Students held a vigil at the Al-Furat University in Deir ez-Zor on Monday.") == [
        ("protest", "Al-Furat University (Deir ez-Zor)")
    ]
    assert kinds("ISIS said it had shot the plane down near Al-Mayadin on Monday.") == [
        ("clash", "Al-Mayadin")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ISIS attacked a convoy near Kabajib on Monday, killing a driver and burning three trucks.",
            [("armed_attack", "Kabajib")],
        ),
        (
            "SDF units, supported by the Coalition's helicopters, killed an ISIS leader in Gharanij.",
            [("armed_attack", "Gharanij")],
        ),
        ("The strike of the teachers in Gharanij went on on Monday.", [("protest", "Gharanij")]),
    ],
)
def test_damage_support_and_labour(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_a_bullet_with_its_region_is_told_of_there() -> None:
    reading = read(
        "- Deir Ezzor: Unknown gunmen attacked an SDF checkpoint in Gharanij.\n- Daraa: An officer was shot"
        " dead in Nawa.\n- Hasakah: Turkish shelling hit Abu Rasin."
    )
    assert [told(e).place for e in reading.events] == ["Gharanij"]
    assert [r.reason for r in reading.rejections] == [Reason.UNPLACED, Reason.UNPLACED]


def test_a_car_that_left_the_road_is_no_withdrawal() -> None:
    text = "US forces shot a civilian dead near Koniko oil field because his car had left the main road."
    assert kinds(text) == [("armed_attack", "Conoco gas field")]


def test_an_attack_that_comes_from_somewhere_is_no_movement() -> None:
    assert kinds("The attack in Hajin came from Subaykhan on Monday.") == [("armed_attack", "Hajin")]
    after = "After the attack on Hajin, an SDF convoy came from Al-Sur to Hajin on Monday."
    assert kinds(after) == [("movement", "Hajin")]
