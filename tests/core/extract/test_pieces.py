"""Sentences of several happenings, each in another place, joined by "while", "also" and the like; made up."""

from __future__ import annotations

import pytest

from core import lexicon
from core.extract.happenings.pieces import pieces_of
from core.extract.mentions import find_mentions
from core.text import sentences_of
from tests.core.extract.test_reading import WEDNESDAY, Told, read, told

LEXICON = lexicon.load()
ISIS, ARMY, SDF = ("isis",), ("syrian-army",), ("sdf",)

CASES = {
    "each with its place, its doer and its toll": (
        "Jets bombed areas in the quarters of Al-Hamidiyah and Al-Rasafa in the city of Deir ez-Zor on "
        "Wednesday, which killed two men, also ISIS launched mortar shells on Al-Jura quarter, while the "
        "army shelled Hatla.",
        [
            Told("airstrike", "Al-Hamidiyah (Deir ez-Zor city)", WEDNESDAY),
            Told("airstrike", "Al-Rusafah (Deir ez-Zor city)", WEDNESDAY),
            Told("shelling", "Al-Jurah (Deir ez-Zor city)", WEDNESDAY, ISIS),
            Told("shelling", "Hatlah", WEDNESDAY, ARMY),
        ],
    ),
    "what is told with 'in conjunction with' and 'followed by'": (
        "The SDF shelled Hajin on Wednesday, in conjunction with an attack by ISIS on a post in Gharanij, "
        "followed by air strikes on Al-Susah.",
        [
            Told("airstrike", "Al-Susah", WEDNESDAY),
            Told("armed_attack", "Gharanij", WEDNESDAY, ISIS),
            Told("shelling", "Hajin", WEDNESDAY, SDF),
        ],
    ),
    "another kind in the town told before": (
        "The SDF and ISIS clashed in Hajin on Wednesday, amid shelling of the town by the coalition.",
        [
            Told("clash", "Hajin", WEDNESDAY, ("isis", "sdf")),
            Told("shelling", "Hajin", WEDNESDAY, ("us-led-coalition",)),
        ],
    ),
    "who goes on acting behind 'and also'": (
        "ISIS gunmen shot a guard in Hajin on Wednesday, and also arrested two boys in Al-Susah.",
        [
            Told("armed_attack", "Hajin", WEDNESDAY, ISIS),
            Told("arrest_or_raid", "Al-Susah", WEDNESDAY, ISIS),
        ],
    ),
    "a car bomb beside clashes": (
        "Clashes took place in Hajin on Wednesday, where ISIS detonated a booby-trapped vehicle.",
        [Told("clash", "Hajin", WEDNESDAY), Told("ied_or_mine", "Hajin", WEDNESDAY, ISIS)],
    ),
    "near a base in a city is at the base": (
        "Jets struck a hill in the vicinity of the Deir Ezzor airbase in the city on Wednesday.",
        [Told("airstrike", "Deir ez-Zor Military Airport", WEDNESDAY)],
    ),
    "raids by planes, and planes that raided": (
        "Several raids by warplanes hit Hatla on Wednesday. Jets raided Hajin on Wednesday.",
        [Told("airstrike", "Hajin", WEDNESDAY), Told("airstrike", "Hatlah", WEDNESDAY)],
    ),
    "what fighters bomb from afar, and what they bomb with a charge": (
        "ISIS bombed positions of the army in Hatla on Wednesday. ISIS bombed a house in Hajin on Wednesday.",
        [Told("ied_or_mine", "Hajin", WEDNESDAY, ISIS), Told("shelling", "Hatlah", WEDNESDAY, ISIS)],
    ),
    "a bomb in the quarter where others fight": (
        "Clashes continue between the army and ISIS in Hatla on Wednesday, accompanied by detonating a "
        "booby-trapped vehicle in Hatla.",
        [
            Told("clash", "Hatlah", WEDNESDAY, ("isis", "syrian-army")),
            Told("ied_or_mine", "Hatlah", WEDNESDAY),
        ],
    ),
    "how long a quarter has been besieged makes no total of its shelling": (
        "Shells fired by ISIS fell on Wednesday on Al-Jura quarter in Deir ez-Zor city besieged by ISIS "
        "since 2015.",
        [Told("shelling", "Al-Jurah (Deir ez-Zor city)", WEDNESDAY, ISIS)],
    ),
    "an article parted from its name": (
        "The army shelled the two quarters of al- Sina'ah and Khasarat in the city of Deir ez-Zor on "
        "Wednesday.",
        [
            Told("shelling", "Al-Sina'ah (Deir ez-Zor city)", WEDNESDAY, ARMY),
            Told("shelling", "Khasarat (Deir ez-Zor city)", WEDNESDAY, ARMY),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_events_of_a_sentence_of_several(name: str) -> None:
    text, events = CASES[name]
    assert sorted(map(told, read(text).events)) == sorted(events)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The army shelled Hatla, while jets struck Hajin, also ISIS attacked Al-Susah.", 3),
        ("The army shelled Hatla, while three people were wounded.", 1),
        ("The army also shelled Hatla in retaliation for an attack on Hajin.", 1),
        ("Four people (a woman in addition to her sons in Hajin) were killed in shelling on Hatla.", 1),
        ("The army shelled Hatla while this attack was accompanied by air strikes on Hajin.", 2),
        ("The army shelled Hatla, amid reports that people left Hajin.", 1),
    ],
)
def test_cut_only_where_both_sides_tell_of_something_at_a_place(text: str, pieces: int) -> None:
    [sentence] = sentences_of(text)
    parts = pieces_of(find_mentions(sentence, LEXICON, None, False))
    assert len(parts) == pieces
    assert all(text[part.start : part.end] == part.text for part in parts)


def test_the_side_behind_against_and_both_parties_fight() -> None:
    events = read(
        "Clashes took place in Hatla on Wednesday between the army and militiamen loyal to it against ISIS. "
        "Clashes between both parties took place in Hajin."
    ).events
    fought = [{actor.actor_id for actor in event.actors} for event in events]
    assert fought == [{"syrian-army", "iran-backed-militias", "isis"}] * 2


def test_what_brackets_detail_is_nobody_else() -> None:
    [event] = read(
        "Shelling on Hatla on Wednesday caused the death of five residents (a baker and four of his sons) and"
        " wounded several others."
    ).events
    assert (event.killed and event.killed.best, event.wounded and event.wounded.low) == (5, 3)


def test_whose_shells_landed_is_said_by_the_clause() -> None:
    [first, second] = read(
        "ISIS attacked Hajin on Wednesday, while shells launched by the organization landed on Al-Susah."
    ).events
    assert [actor.actor_id for event in (first, second) for actor in event.actors] == ["isis", "isis"]
