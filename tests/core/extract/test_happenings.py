"""What is a happening, and where two begin; made-up reports."""

from __future__ import annotations

from core.model import Count, Reason
from tests.core.extract.test_reading import WEDNESDAY, Told, read, told


def test_how_things_stand_or_stood_is_no_event() -> None:
    for text in (
        "The two men used to be stationed at a checkpoint in Hajin.",
        "Iranian militias hold camps for training recruits in Al-Mayadin.",
        "ISIS wages a low-level insurgency, including attacks on posts in Hajin.",
        "In Hajin, two of the areas left in ISIS hands, people are starving.",
        "In Gharanij killings go on despite the security operations of the SDF.",
        "The SDF is cutting roads in Gharanij.",
    ):
        assert read(text).events == (), text


def test_an_explosion_that_people_heard() -> None:
    [event] = read("Residents heard an explosion in Gharanij on Wednesday.").events
    assert told(event) == Told("ied_or_mine", "Gharanij", WEDNESDAY)


def test_what_a_group_still_does_is_a_practice() -> None:
    reading = read("Although it lost its towns, ISIS still attacks the army near Hajin.")
    assert (reading.events, [r.reason for r in reading.rejections]) == ((), [Reason.AGGREGATE])


def test_blasts_heard_after_air_strikes_are_further_ones() -> None:
    events = read(
        "Israeli airstrikes hit a depot in Al-Mayadin on Wednesday.\n\nBlasts were heard in Al-Bukamal."
    ).events
    assert [(e.event_type, e.place and e.place.name) for e in events] == [
        ("airstrike", "Al-Mayadin"),
        ("airstrike", "Al-Bukamal"),
    ]


def test_attacks_on_two_sides_are_two() -> None:
    events = read(
        "Another five soldiers of the Syrian Army were killed in an explosion near Hajin on Wednesday.\n\n"
        "Russia carried out air strikes on ISIS posts near Hajin on Wednesday."
    ).events
    assert [event.event_type for event in events] == ["ied_or_mine", "airstrike"]


def test_what_a_convoy_takes_or_somebody_left_is_no_event() -> None:
    for text in (
        "A man lives in an abandoned house in Hajin.",
        "In Hajin, ISIS received information about the fighters of the SDF.",
        "Two men from Hajin were questioned regarding stealing gold.",
        "Since the fall of the town of Hajin, six convoys have entered it.",
    ):
        assert read(text).events == (), text


def test_a_journey_told_with_two_verbs_is_one() -> None:
    [event] = read(
        "The coalition sent reinforcements to its base in Deir Ezzor on Wednesday after entering the country"
        " from the Al-Waleed crossing."
    ).events
    assert told(event) == Told("movement", "Deir ez-Zor Governorate", WEDNESDAY, ("us-led-coalition",))


def test_arrests_of_a_campaign_are_where_people_were_taken_from() -> None:
    events = read(
        "On Wednesday the SDF raided towns in the countryside of Deir Ezzor, which led to the arrest"
        " of 13 people from Dhiban town.\n\nThis coincided with the arrest of another six men from Hajin."
    ).events
    assert [(e.place and e.place.name, e.captured) for e in events] == [
        ("Dhiban", Count(13, 13, 13)),
        ("Hajin", Count(6, 6, 6)),
    ]


def test_what_protesters_did_before_they_were_shot_at_is_their_protest() -> None:
    events = read(
        "Dozens of residents staged a demonstration in Gharanij on Wednesday.\n\nThe SDF opened fire on the"
        " protesters, after they had set fire to tires blocking the roads of the village."
    ).events
    assert [told(event)[:2] for event in events] == [("protest", "Gharanij"), ("armed_attack", "Gharanij")]


def test_car_bombings_and_the_fight_after_them_are_one_suicide_bombing() -> None:
    [event] = read(
        "Twelve fighters of the SDF were killed in a suicide car bombing and subsequent clashes in Deir Ezzor"
        " province on Wednesday.\n\nThe attack started with a car bomb driven by a suicide attacker into"
        " an SDF position in Hajin."
    ).events
    assert (told(event)[:2], event.killed) == (("suicide_bombing", "Hajin"), Count(12, 12, 12))


def test_clashes_that_another_attack_caused_are_still_those_clashes() -> None:
    [event] = read(
        "Heavy clashes broke out between the SDF and ISIS near Hajin on Wednesday. The clashes were caused by"
        " another attack of the group."
    ).events
    assert told(event)[:2] == ("clash", "Hajin")


def test_a_list_that_goes_on_with_one_happening_still_begins_others() -> None:
    events = read(
        "ISIS attacked the SDF in Al-Susah on Wednesday.\n\nIt then captured the villages of Al-Safafinah,"
        " Al-Susah and Al-Baghuz."
    ).events
    assert sorted(event.place.name for event in events if event.place) == [
        "Al-Baghuz",
        "Al-Safafinah",
        "Al-Susah",
    ]


def test_strikes_that_only_support_an_offensive_are_not_it() -> None:
    [event] = read(
        "The SDF, with the support of coalition air strikes, attacked ISIS in Hajin on Wednesday."
    ).events
    assert event.event_type != "airstrike"


def test_the_attack_is_the_one_told_last() -> None:
    events = read(
        "An IED exploded in a truck of the SDF in Dhiban on Wednesday.\n\nOn the other hand, gunmen opened"
        " fire on a"
        " fighter in Hajin. The attack resulted in the death of the fighter."
    ).events
    assert [(e.place and e.place.name, e.killed) for e in events] == [
        ("Dhiban", None),
        ("Hajin", Count(1, 1, 1)),
    ]


def test_another_who_shoots_is_a_man_and_no_further_attack() -> None:
    [event] = read(
        "A fighter detonated his explosives at a checkpoint in Al-Mayadin on Wednesday, while another"
        " opened fire"
        " with a rifle.\n\nDeir ez-Zor's internal security commander said that another blew himself up at"
        " the site."
    ).events
    assert told(event)[:2] == ("suicide_bombing", "Al-Mayadin")


def test_an_hour_is_no_village() -> None:
    [event] = read(
        "Gunmen attacked a checkpoint in Gharanij on Wednesday. An hour later, ISIS claimed the attack."
    ).events
    assert event.place is not None
    assert event.place.name == "Gharanij"


def test_what_people_were_killed_after_killed_them() -> None:
    for words, kind in (("following an explosion", "ied_or_mine"), ("after a drone strike", "drone_strike")):
        [event] = read(f"Two fighters were killed {words} in Hajin on Wednesday.").events
        assert told(event) == Told(kind, "Hajin", WEDNESDAY)
        assert event.killed == Count(2, 2, 2)


def test_what_led_to_an_act_is_not_its_type() -> None:
    events = read(
        "Tribesmen stormed a post of the SDF in Hajin on Wednesday, following an assassination in the area."
    ).events
    assert "assassination" not in {event.event_type for event in events}
