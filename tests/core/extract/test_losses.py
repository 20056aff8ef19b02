"""Whose losses a sentence tells, and how many. All sentences are made up."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract.happenings.drafts import drafts_of
from core.extract.losses import Loss
from core.extract.mentions import find_mentions
from core.text import normalise, sentences_of
from tests.core.extract.test_reading import read

LEXICON = lexicon.load()
TUESDAY = " in Hajin on Tuesday."


def losses(text: str) -> list[Loss]:
    found = []
    for sentence in sentences_of(normalise(text).text):
        mentions = find_mentions(sentence, LEXICON, date(2020, 6, 4), False)
        found += [loss for draft in drafts_of(mentions, LEXICON) for loss in draft.losses]
    return found


def told(text: str) -> list[tuple[str, int | None, int | None]]:
    """``(field, low, high)`` of each loss with a count."""
    return [(x.field, x.count.low, x.count.high) for x in losses(text + TUESDAY) if x.count is not None]


def by_actor(text: str) -> set[tuple[str, str | None, int | None]]:
    counted = [x for x in losses(text + TUESDAY) if x.count is not None]
    return {(x.field, x.group.actor_id if x.group else None, x.count.low) for x in counted if x.count}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two soldiers were killed and three others injured in an ISIS attack",
            [("killed", 2, 2), ("wounded", 3, 3)],
        ),
        (
            "Two soldiers were killed and three injured in an ISIS attack",
            [("killed", 2, 2), ("wounded", 3, 3)],
        ),
        (
            "A mine exploded, killing a fighter and wounding three others",
            [("killed", 1, 1), ("wounded", 3, 3)],
        ),
        ("A mine killed one SDF fighter and injured a second", [("killed", 1, 1), ("wounded", 1, 1)]),
        (
            "One SDF fighter was killed and another wounded in an explosion",
            [("killed", 1, 1), ("wounded", 1, 1)],
        ),
        ("Three killed, seven wounded in an ISIS attack", [("killed", 3, 3), ("wounded", 7, 7)]),
        ("An airstrike left 12 people dead and four others wounded", [("killed", 12, 12), ("wounded", 4, 4)]),
        ("The shelling resulted in two deaths and five injuries", [("killed", 2, 2), ("wounded", 5, 5)]),
        ("The clashes between the SDF and ISIS caused four fatalities", [("killed", 4, 4)]),
        ("An airstrike claimed the lives of three civilians", [("killed", 3, 3)]),
        ("A child lost his life when a mine exploded", [("killed", 1, 1)]),
        ("An ISIS attack led to the death of two soldiers", [("killed", 2, 2)]),
        ("An airstrike killed up to eight ISIS fighters", [("killed", 1, 8)]),
        ("An airstrike killed six to eight ISIS fighters", [("killed", 6, 8)]),
        ("More than ten ISIS fighters were killed in an airstrike", [("killed", 10, None)]),
        ("The SDF arrested several men", [("captured", 3, None)]),
        ("The SDF arrested an ISIS commander", [("captured", 1, 1)]),
        ("A family of five was killed in an airstrike", [("killed", 5, 5)]),
        (
            "A mine led to the killing of Hamed al-Ali, 13, and Salem al-Ali, 11,",
            [("killed", 1, 1), ("killed", 1, 1)],
        ),
    ],
)
def test_counts_of_killed_wounded_and_captured(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Khalaf al-Mohammed was shot dead by gunmen", 1),
        ("Unknown gunmen killed Khalaf al-Mohammed", 1),
        ("Unknown gunmen shot dead an SDF member", 1),
        ("IS executed two men", 2),
        ("The bodies of two men were found with gunshot wounds", 2),
        ("The body of a civilian was found", 1),
    ],
)
def test_acts_that_leave_nobody_alive(text: str, killed: int) -> None:
    assert told(text) == [("killed", killed, killed)]


def test_a_survived_attempt_kills_nobody() -> None:
    assert told("An SDF commander survived an assassination attempt") == []


@pytest.mark.parametrize(
    "text",
    [
        "Two people, a civilian and an SDF member, were killed in an ISIS attack",
        "Two civilians, including a child, were killed in an airstrike",
        "Two people were killed in an airstrike, one of them a child",
    ],
)
def test_a_detail_is_not_added(text: str) -> None:
    assert told(text) == [("killed", 2, 2)]


def test_the_verb_may_take_a_part() -> None:
    assert told("The SDF clashed with a cell of four ISIS members and killed one of them") == [
        ("killed", 1, 1)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army suffered over 35 casualties in the attack, including 15 killed,", [("killed", 15, 15)]),
        (
            "In an airstrike 37 soldiers were killed, including eight officers and 12 others were injured",
            [("killed", 37, 37), ("wounded", 12, 12)],
        ),
        ("Ten people, including two officers, were killed in an airstrike", [("killed", 10, 10)]),
    ],
)
def test_what_belongs_to_the_part(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert told(text) == expected


def test_losses_stand_with_their_side() -> None:
    assert by_actor("Ten SDF fighters and three civilians were killed in an ISIS attack") == {
        ("killed", "sdf", 10),
        ("killed", "civilians", 3),
    }
    assert by_actor("The SDF killed 20 ISIS members and lost three fighters in clashes") == {
        ("killed", "isis", 20),
        ("killed", "sdf", 3),
    }


@pytest.mark.parametrize(
    "text",
    [
        "American forces killed the ISIS leader Abu Salem and another member of the group",
        "American forces killed the ISIS leader Abu Salem, known as Hamed, and another member of the group",
    ],
)
def test_a_list_goes_on_past_a_name(text: str) -> None:
    assert [(field, low) for field, low, _ in told(text)] == [("killed", 1), ("killed", 1)]


def test_killed_or_wounded_in_one_figure_stays_unsplit() -> None:
    assert told("Twelve soldiers were killed or wounded in an ISIS attack") == []
    assert told("ISIS attacked a post, killing and wounding 12 soldiers") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen attacked an SDF checkpoint without casualties", [("killed", 0, 0), ("wounded", 0, 0)]),
        ("No one was hurt when gunmen attacked an SDF checkpoint", [("killed", 0, 0), ("wounded", 0, 0)]),
        ("Gunmen attacked an SDF checkpoint, without information about casualties", []),
        ("An airstrike left 30 fighters dead and no civilian hurt", [("killed", 30, 30)]),
    ],
)
def test_nobody_hurt_is_nought_but_no_word_is_unknown(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert told(text) == expected


def test_a_risen_number_of_killed_is_a_total() -> None:
    (loss,) = losses("The number of SDF fighters killed in ISIS attacks in Hajin has gone up to 68.")
    assert loss.count is not None
    assert (loss.field, loss.count.low, loss.count.high, loss.is_total) == ("killed", 68, 68, True)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A man was killed along with his brother by gunmen in Dhiban yesterday.", 2),
        ("An SDF commander was killed with two of his bodyguards by an IED in al-Busayrah yesterday.", 3),
        ("A man with his wife was killed by a mine in Hajin yesterday.", 2),
        ("An SDF fighter was killed in clashes with ISIS and its cells in Hajin yesterday.", 1),
        ("قتل مدني مع زوجته واثنين من أبنائه بانفجار لغم في هجين أمس.", 4),
        ("قتل مقاتل من قسد خلال اشتباكات مع تنظيم داعش في هجين أمس.", 1),
    ],
)
def test_who_is_lost_along_with_another_is_counted(text: str, killed: int) -> None:
    [event] = read(text).events
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (killed, killed)


def test_a_relative_by_a_pronoun_is_a_person() -> None:
    [event] = read("أصيب شاب ووالدته برصاص قسد في الشحيل أمس.").events
    assert event.wounded is not None
    assert event.wounded.best == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 16-year-old child was killed by a mine", [("killed", 1, 1)]),
        ("The strike killed eight Iraqis and six Afghan fighters", [("killed", 8, 8), ("killed", 6, 6)]),
        (
            "Nine non-Syrians and one Syrian citizen died in an attack",
            [("killed", 9, 9), ("killed", 1, 1)],
        ),
        (
            "Six members of the US-backed and Kurdish-led Syrian Democratic Forces died in a drone strike",
            [("killed", 6, 6)],
        ),
        (
            "Five of our comrades were martyred and another fighter was wounded",
            [("killed", 5, 5), ("wounded", 1, 1)],
        ),
        (
            "The clashes left 25 militants dead, 20 SDF martyrs, nine civilians injured",
            [("killed", 25, 25), ("killed", 20, 20), ("wounded", 9, 9)],
        ),
        (
            "A leader in the SDF, known as Abu Khawla, sustained serious injuries during an airstrike",
            [("wounded", 1, 1)],
        ),
        (
            "The fighting led to the death of three gunmen and the arrest of 16",
            [("killed", 3, 3), ("captured", 16, 16)],
        ),
        ("A man from Hajin, Salih, was killed along with two others", [("killed", 1, 1), ("killed", 2, 2)]),
    ],
)
def test_who_is_counted(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot dead Khalaf al-Salem and two of his guards", [1, 2]),
        ("Khalaf al-Salem and two others were killed by gunmen", [1, 2]),
        ("The killing of Khalaf al-Salem and his brother", [1, 1]),
        ("Airstrikes and shelling killed two civilians", [2]),
    ],
)
def test_a_person_named_before_those_counted_is_one_more(text: str, expected: list[int]) -> None:
    assert [low for field, low, _ in told(text) if field == "killed"] == expected


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two soldiers, a guard and a driver were killed by a mine", 4),
        ("Four people, a man, a woman and two children, were killed by a mine", 4),
        ("A mine killed four people, two men and two children,", 4),
    ],
)
def test_a_list_either_adds_or_says_who(text: str, killed: int) -> None:
    assert sum(low or 0 for _, low, _ in told(text)) == killed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An airstrike killed another five fighters", [("killed", 5, 5)]),
        ("An airstrike killed a family of five", [("killed", 5, 5)]),
        ("An airstrike killed a family", []),
        ("An airstrike took lives of five fighters", [("killed", 5, 5)]),
        ("An airstrike cost five fighters their lives", [("killed", 5, 5)]),
        ("Five fighters met their end in an airstrike", [("killed", 5, 5)]),
        ("An airstrike caused the martyrdom of five civilians", [("killed", 5, 5)]),
        ("Five bodies were exhumed from a grave", [("killed", 5, 5)]),
        (
            "An airstrike killed two men and five more were injured",
            [("killed", 2, 2), ("wounded", 5, 5)],
        ),
        ("An airstrike killed two men, with five others wounded", [("killed", 2, 2), ("wounded", 5, 5)]),
        ("Five fighters suffered wounds in an airstrike", [("wounded", 5, 5)]),
    ],
)
def test_ways_to_tell_a_loss(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The SDF detained Abu Khawla, head of the council,", [("captured", 1, 1)]),
        ("The SDF arrested the head of the Deir ez-Zor Military Council", [("captured", 1, 1)]),
        ("The strike had wounded around 20 people", [("wounded", 20, 20)]),
    ],
)
def test_persons_known_by_name_or_post(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert told(text) == expected
