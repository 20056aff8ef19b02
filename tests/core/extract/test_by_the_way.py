"""Moves, searches, protests and agreements: what is told, what is only named by the way; made-up reports."""

from __future__ import annotations

import pytest

from core.model import Role
from tests.core.extract.test_reading import read


def kinds(text: str) -> list[tuple[str, str]]:
    """Type and place of each event that a text tells of, in order."""
    return [(e.event_type, e.place.name) for e in read(text).events if e.place is not None]


def doers(text: str) -> list[list[str]]:
    """The initiators of each event that a text tells of."""
    return [[a.name for a in e.actors if a.role is Role.INITIATOR] for e in read(text).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The head of military operations of ISIS in Hajin was killed on Monday in clashes with the army.",
            [("clash", "Hajin")],
        ),
        (
            "The SDF arrested a boy in Hajin on Monday who was brought by ISIS to Deir ez-Zor for an attack.",
            [("arrest_or_raid", "Hajin")],
        ),
        (
            "ISIS sent ten fighters to attack SDF posts near Hajin on Monday, and clashes went on.",
            [("clash", "Hajin")],
        ),
        (
            "A US patrol was hit by a mine near Hajin on Monday while it was touring the area.",
            [("ied_or_mine", "Hajin")],
        ),
        ("A patrol of the SDF was hit by a mine near Hajin on Monday.", [("ied_or_mine", "Hajin")]),
        ("The traders of Al-Kashkiyah said on Monday that they respect an ISIS-imposed curfew.", []),
        ("The UN carried out an airdrop of food over Deir ez-Zor city on Monday.", []),
        (
            "Warplanes struck arms depots and hit at gathered ISIS fighters in Hajin on Monday.",
            [("airstrike", "Hajin")],
        ),
        (
            "On Monday the SDF carried out raids and arrests targeting several men in Al-Shuhayl.",
            [("arrest_or_raid", "Al-Shuhayl")],
        ),
    ],
)
def test_words_that_describe_tell_of_nothing_more(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The SDF arrested two men from the city of Al-Bukamal at a checkpoint in Hajin on Monday.",
            [("arrest_or_raid", "Hajin")],
        ),
        (
            "The head of the military council of Al-Busayrah was arrested by the SDF in Hajin on Monday.",
            [("arrest_or_raid", "Hajin")],
        ),
        (
            "Residents of Abu Hamam demonstrated on Monday and demanded the release of men held in Hajin.",
            [("protest", "Abu Hamam")],
        ),
        (
            "Syrian army reinforcements left Palmyra on Monday for Al-Mayadin.",
            [("movement", "Al-Mayadin")],
        ),
        ("ISIS fighters left Hajin on Monday for Al-Baghuz.", [("withdrawal", "Hajin")]),
        (
            "The coalition carried out an airdrop in Al-Zir on Monday. The force withdrew towards Al-Omar.",
            [("arrest_or_raid", "Al-Zir"), ("withdrawal", "Al-Zir")],
        ),
        ("Iraqi militiamen withdrew towards Al-Bukamal on Monday.", [("withdrawal", "Al-Bukamal")]),
    ],
)
def test_where_it_was_is_not_where_somebody_is_from_or_goes(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Militiamen of the NDF left their post in Al-Mayadin on Monday for fear of Israeli strikes and "
            "moved to Al-Quriyah.",
            [["National Defence Forces"], ["National Defence Forces"]],
        ),
        (
            "The SDF handed the body of a man to his family in Hajin on Monday; he had been arrested in May.",
            [[]],
        ),
        (
            "The 4th Division seized three houses owned by displaced people in Al-Mayadin on Monday.",
            [["4th Division"]],
        ),
        (
            "Coalition forces held live-fire exercises with the SDF in the Conoco gas field on Monday.",
            [["US-led Coalition", "SDF"]],
        ),
        ("Special forces were brought in by the SDF as reinforcements in Hajin on Monday.", [["SDF"]]),
        (
            "The SDF moved into Hajin on Monday after the regime forces had left the town.",
            [["SDF"], ["Syrian regime forces"]],
        ),
    ],
)
def test_who_did_it_is_neither_owner_nor_threat_nor_guard(text: str, expected: list[list[str]]) -> None:
    assert doers(text) == expected


def test_a_man_pronoun_is_not_whoever_acted_before() -> None:
    [event] = read(
        "The SDF handed the body of a man to his family in Hajin on Monday; he had been arrested in May."
    ).events
    assert all(actor.name != "SDF" for actor in event.actors)


def test_a_siege_that_ends_in_arrests_is_one_raid() -> None:
    text = "SDF fighters besieged Hajin on Monday and stormed it at night, arresting four people."
    assert kinds(text) == [("arrest_or_raid", "Hajin")]


def test_one_person_taken_need_not_be_of_a_known_trade() -> None:
    text = "Masked men kidnapped the caretaker of a school in Hajin on Monday."
    assert kinds(text) == [("abduction", "Hajin")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The regime forces imposed a curfew in Al-Mayadin on Monday and arrested ten men in Al-Quriyah.",
            [("security_operation", "Al-Mayadin"), ("arrest_or_raid", "Al-Quriyah")],
        ),
        (
            "SDF members set up checkpoints in Hajin on Monday to prevent protests.",
            [("deployment", "Hajin")],
        ),
        (
            "Residents gathered in Al-Izba on Monday to protest against power cuts. They burned tires and "
            "closed the road that links the town with Conoco field.",
            [("protest", "Al-Azbah")],
        ),
    ],
)
def test_each_act_is_told_once_where_it_was(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_what_set_off_a_protest_is_no_toll_of_it() -> None:
    protest = read("Protests broke out in Hajin on Monday after a sheikh was killed.").events[0]
    assert (protest.event_type, protest.killed) == ("protest", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The SDF announced on Monday the arrest of two ISIS members in Hajin.", [["SDF"]]),
        (
            "The SDF, backed by the International Coalition, raided a house in Hajin on Monday.",
            [["SDF", "US-led Coalition"]],
        ),
        (
            "Asayish forces raided Hajin on Monday, seized weapons and drugs and arrested two dealers.",
            [["Asayish"]],
        ),
        (
            "Iranian militias handed over posts in Hajin to Russian forces on Monday and moved to Subaykhan.",
            [["Iran-backed militias"], ["Iran-backed militias"]],
        ),
        (
            "Hezbollah emptied a depot in Al-Mayadin on Monday. Weapons were moved to Al-Quriyah.",
            [["Hezbollah"], ["Hezbollah"]],
        ),
    ],
)
def test_whose_operation_it_was(text: str, expected: list[list[str]]) -> None:
    assert doers(text) == expected


def test_bodies_found_are_not_those_of_the_kidnappers() -> None:
    found = read(
        "ISIS kidnapped three shepherds near Hajin on Monday. Their bodies were found near Al-Susah."
    ).events[-1]
    assert all(actor.actor_id != "isis" for actor in found.actors)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SDF fighters fanned out across Al-Shuhayl on Monday and set up roadblocks.",
            [("deployment", "Al-Shuhayl")],
        ),
        (
            "Regime forces reinforced their posts in Al-Mayadin on Monday with weapons brought from Palmyra.",
            [("deployment", "Al-Mayadin")],
        ),
        (
            "The SDF raided a house in Hajin on Monday with aerial support from the International Coalition.",
            [("arrest_or_raid", "Hajin")],
        ),
        (
            "Gunmen attacked a post in Al-Shuhayl on Monday. The SDF brought reinforcements from Al-Omar.",
            [("armed_attack", "Al-Shuhayl"), ("movement", "Al-Shuhayl")],
        ),
    ],
)
def test_the_kind_of_act_is_that_of_its_doers(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_a_day_in_a_relative_clause_is_not_the_arrival_s() -> None:
    [event] = read("The army convoy, which had left Homs on Monday, reached Hajin on Wednesday.").events
    assert (str(event.date_start), str(event.date_end)) == ("2023-07-12", "2023-07-12")


def test_an_attack_on_those_who_were_leaving_was_on_their_day() -> None:
    [event] = read("Gunmen shot at a convoy of the coalition as it left Hajin on Wednesday.").events
    assert (str(event.date_start), str(event.date_end)) == ("2023-07-12", "2023-07-12")


def test_shells_left_over_are_no_departure_and_what_is_not_known_no_means() -> None:
    left = read("Militias blew up shells left over from an attack near Al-Mayadin on Tuesday.").events
    blast = read("A strong blast hit a plant in Al-Mayadin. It was unclear whether it was a missile strike.")
    assert "withdrawal" not in {e.event_type for e in left}
    assert [e.event_type for e in blast.events] == ["ied_or_mine"]
    assert [r.reason.value for r in blast.rejections] == ["hypothetical"]
