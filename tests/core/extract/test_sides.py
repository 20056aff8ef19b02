"""Who stands on which side of an act: lists, clauses of others, bases that shook; sentences of our own."""

from __future__ import annotations

import pytest

from core.model import Event
from tests.core.extract.test_arabic import read as read_arabic
from tests.core.extract.test_reading import read


def _sides(event: Event) -> list[tuple[str, str]]:
    return sorted((a.actor_id, a.role) for a in event.actors)


ENGLISH = {
    "A bomb went off beneath an SDF jeep in Hajin on Wednesday.": [("sdf", "target")],
    "An SDF fighter succumbed on Wednesday to wounds from a mine in Hajin.": [("sdf", "target")],
    "Explosions rocked the American base in the Al-Omar field on Wednesday.": [("us-forces", "target")],
    "A blast shook a headquarters of the National Defence Forces in Al-Mayadin on Wednesday.": [
        ("ndf", "target")
    ],
    "Syrian and Russian warplanes hit Muhassan on Wednesday.": [
        ("russian-air-force", "initiator"),
        ("syrian-regime-air-force", "initiator"),
    ],
    "Kurdish and US forces raided a house in Hajin on Wednesday.": [
        ("sdf", "initiator"),
        ("us-forces", "initiator"),
    ],
}


@pytest.mark.parametrize(("text", "sides"), ENGLISH.items())
def test_who_does_and_who_suffers(text: str, sides: list[tuple[str, str]]) -> None:
    [event] = read(text).events
    assert _sides(event) == sides


APART = {
    "ISIS fighters killed four soldiers of the regime near Al-Shulah on Wednesday; Russia responded with air "
    "strikes on the desert of Al-Mayadin.": [
        ("airstrike", None, [("russian-air-force", "initiator")]),
        ("armed_attack", 4, [("isis", "initiator"), ("syrian-regime-forces", "target")]),
    ],
    "ISIS killed two SDF members in Hajin on Wednesday, and the coalition bombed a house in Al-Shafah.": [
        ("airstrike", None, [("us-led-coalition", "initiator")]),
        ("armed_attack", 2, [("isis", "initiator"), ("sdf", "target")]),
    ],
    "Coalition jets bombed Al-Susah on Wednesday, killing four; ISIS killed two SDF fighters in Hajin.": [
        ("airstrike", 4, [("us-led-coalition", "initiator")]),
        ("armed_attack", 2, [("isis", "initiator"), ("sdf", "target")]),
    ],
    "ISIS attacked an SDF post in Hajin on Wednesday and SDF fighters killed two of the attackers.": [
        ("armed_attack", 2, [("isis", "initiator"), ("sdf", "target")]),
    ],
}


@pytest.mark.parametrize(("text", "expected"), APART.items())
def test_killings_by_others_elsewhere_are_no_toll_of_an_act(
    text: str, expected: list[tuple[str, int | None, list[tuple[str, str]]]]
) -> None:
    events = sorted(read(text).events, key=lambda e: e.event_type)
    told = [(e.event_type, e.killed.low if e.killed else None, _sides(e)) for e in events]
    assert told == expected


ARABIC = {
    "عاود تنظيم الدولة أمس الهجوم على مطار دير الزور العسكري.": [("isis", "initiator")],
    "جددت قسد أمس هجومها على بلدة الباغوز.": [("sdf", "initiator")],
    "هزت انفجارات القاعدة الأمريكية في حقل كونيكو أمس.": [("us-forces", "target")],
    "شنت طائرات الأسد أمس غارات على بلدة موحسن.": [("syrian-regime-air-force", "initiator")],
    "تقدمت قوات النظام أمس، ودارت اشتباكات بينها وبين داعش في محيط الشولا.": [
        ("isis", "participant"),
        ("syrian-regime-forces", "participant"),
    ],
}


@pytest.mark.parametrize(("text", "sides"), ARABIC.items())
def test_who_does_and_who_suffers_in_arabic(text: str, sides: list[tuple[str, str]]) -> None:
    [event] = read_arabic(text).events
    assert _sides(event) == sides


def test_a_loss_belongs_to_the_act_before_the_turn() -> None:
    text = "قصفت قوات النظام بلدة ذيبان أمس ما أدى إلى إصابة طفلين، فيما اعتقلت قسد شابين في البصيرة."
    shelling, arrest = sorted(read_arabic(text).events, key=lambda e: e.event_type, reverse=True)
    assert shelling.wounded is not None
    assert shelling.wounded.best == 2
    assert (arrest.wounded, arrest.captured and arrest.captured.best) == (None, 2)


def test_a_verb_shares_its_subject_past_what_lies_between() -> None:
    [event] = read("The SDF combed the area in search of the attackers and arrested two men in Hajin.").events
    assert _sides(event) == [("sdf", "initiator")]


def test_people_by_whom_somebody_was_killed_are_no_victims() -> None:
    [event] = read("Two ISIS members were killed by residents in Hajin on Wednesday.").events
    assert _sides(event) == [("isis", "target"), ("residents", "initiator")]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Dozens of people went out on Wednesday in Hajin to demonstrate against the SDF.", ["protest"]),
        ("Residents gathered outside the council of Hajin on Wednesday to protest over bread.", ["protest"]),
        ("Teachers plan to gather in Hajin to protest against low wages.", []),
    ],
)
def test_those_who_came_out_to_protest_did(text: str, types: list[str]) -> None:
    assert [e.event_type for e in read(text).events] == types


def test_a_base_handed_over_is_not_left_by_who_takes_it() -> None:
    [event] = read(
        "Russian forces withdrew from Hajin on Wednesday and handed it over to the Syrian army."
    ).events
    assert _sides(event) == [("russian-forces", "initiator")]


def test_roads_that_lead_to_a_town_end_no_clause() -> None:
    [event] = read("The SDF closed the roads leading to Hajin and arrested two men on Wednesday.").events
    assert (event.place and (event.place.name, event.place.relation)) == ("Hajin", "near")
    assert _sides(event) == [("sdf", "initiator")]


BY_THE_WAY = {
    "استهدفت طائرات مجهولة شاحنة أسلحة بعيد دخولها من العراق عبر معبر البوكمال.": ["airstrike"],
    "قصف طيران مجهول رتلاً لدى دخوله مدينة البوكمال أمس.": ["airstrike"],
    "وجاء الهجوم بعد يومين من مقتل ثلاثة رعاة على يد التنظيم في بادية التبني.": ["armed_attack"],
}


@pytest.mark.parametrize(("text", "types"), BY_THE_WAY.items())
def test_how_the_struck_had_come_and_what_is_only_referred_to(text: str, types: list[str]) -> None:
    assert [e.event_type for e in read_arabic(text).events] == types


def test_what_was_announced_on_a_day_happened_when_it_is_said_to_have() -> None:
    [event] = read_arabic(
        "أعلن التحالف الدولي، الثلاثاء، مقتل قيادي في داعش بضربة من طائرة مسيرة في ريف دير الزور. "
        "ووفق البيان فإن الضربة نفذت الاثنين قرب الكشكية."
    ).events
    assert (event.date_text, event.place and event.place.name) == ("الاثنين", "Al-Kashkiyah")


TOTALS = {
    "SOHR documented the killing of a man by gunmen who stormed his house in Al-Tayyanah on Wednesday, thus "
    "the number of people assassinated in Deir Ezzor since January rises to 31.": [("Al-Tayyanah", 1)],
    "The army continues to shell the bank, as shells fell on Gharanij and killed two people.": [
        ("Gharanij", 2)
    ],
    "The army continues to shell the towns of Hajin and Gharanij.": [],
}


@pytest.mark.parametrize(("text", "expected"), TOTALS.items())
def test_a_happening_beside_a_total_or_a_trend(text: str, expected: list[tuple[str, int]]) -> None:
    events = read(text).events
    assert [(e.place and e.place.name, e.killed and e.killed.best) for e in events] == expected


def test_the_number_since_january_is_another_sentence_in_arabic() -> None:
    text = "قتل رجل برصاص مجهولين في بلدة الطيانة، ليرتفع عدد القتلى في دير الزور منذ مطلع العام إلى 31."
    [event] = read_arabic(text).events
    assert (event.place and event.place.name, event.killed and event.killed.best) == ("Al-Tayyanah", 1)


def test_by_whom_somebody_was_hurt_in_arabic() -> None:
    [event] = read_arabic("أصيب عنصر من قسد برصاصة في قدمه على يد مجهولين في هجين أمس.").events
    assert _sides(event) == [("sdf", "target"), ("unidentified-gunmen", "initiator")]


def test_a_day_before_the_noise_is_that_of_the_strike() -> None:
    [event] = read("On Monday an explosion was heard in Hajin as a drone hit a house.").events
    assert (event.event_type, event.date_text) == ("drone_strike", "On Monday")
