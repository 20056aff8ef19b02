"""Reports on raids, gunmen and posts: what is avoided, aimed at, protested by or sat out is no event."""

from __future__ import annotations

import pytest

from tests.core.extract.test_by_the_way import kinds

_HAJIN_RAID = [("arrest_or_raid", "Hajin")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SDF members left their post in Al-Susah on Monday to avoid clashing with the residents.",
            [("withdrawal", "Al-Susah")],
        ),
        (
            "The militia vacated its posts in Al-Susah on Monday lest it be hit by airstrikes.",
            [("withdrawal", "Al-Susah")],
        ),
        ("The army clashed with ISIS in Al-Susah on Monday.", [("clash", "Al-Susah")]),
        ("The men were engaged in supply work for ISIS cells in Hajin.", []),
        ("The two sides engaged in a gun battle in Hajin on Monday.", [("clash", "Hajin")]),
        (
            "US forces held exercises at the Conoco gas field on Monday aimed at deterring attacks.",
            [("training_or_exercise", "Conoco gas field")],
        ),
        (
            "Tribal fighters attacked SDF posts in Hajin on Monday in protest against an arrest.",
            [("armed_attack", "Hajin")],
        ),
        ("Residents of Hajin burned tyres on Monday in protest at the lack of fuel.", [("protest", "Hajin")]),
        ("The man from Hajin had been detained in a prison of the regime for twelve years.", []),
        ("A teacher was detained in Hajin on Monday for three hours.", _HAJIN_RAID),
        ("The council accused the army of attacking its men on several fronts. Hajin is calm.", []),
        ("The Asayish reinforced security measures in Hajin after the attack.", []),
        ("The villages near Hajin that came under SDF control in 2018 have no school.", []),
        ("The town of Hajin came under SDF control on Monday.", [("clash", "Hajin")]),
    ],
)
def test_purposes_and_states_are_no_events(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Government troops seized the Al-Omar oil field from the SDF.", [("clash", "Al-Omar oil field")]),
        ("The SDF seized in the town of Hajin two smugglers from Iraq.", _HAJIN_RAID),
        ("Two brothers from the town of Hajin have been detained by the SDF.", _HAJIN_RAID),
        (
            "A man from Hajin was arrested by the SDF at a checkpoint in Al-Shuhayl.",
            [("arrest_or_raid", "Al-Shuhayl")],
        ),
        ("An armed group stormed the council building in Hajin on Monday.", [("armed_attack", "Hajin")]),
        ("The Asayish stormed a school building in Hajin and arrested two teachers.", _HAJIN_RAID),
        ("Protesters stormed the council building in Hajin on Monday.", [("protest", "Hajin")]),
        ("Gunmen stormed the SDF post in Hajin on Monday and seized weapons.", [("clash", "Hajin")]),
        (
            "ISIS gunmen attacked a patrol in Hajin on Monday and burned its vehicle.",
            [("armed_attack", "Hajin")],
        ),
        ("An ISIS leader died in a raid by the coalition and the SDF in Hajin on Monday.", _HAJIN_RAID),
        ("An ISIS leader died in a coalition air raid on Hajin on Monday.", [("airstrike", "Hajin")]),
    ],
)
def test_who_does_it_to_what_says_what_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kidnappings are carried out in Hajin for ransom.", []),
        ("Raids are being carried out in Hajin this morning by the SDF.", _HAJIN_RAID),
        ("The SDF continues to besiege Hajin.", [("security_operation", "Hajin")]),
        ("ISIS cells continue to target officials in the countryside of Deir ez-Zor.", []),
        ("A clash broke out in Hajin on Monday over looted goods.", [("clash", "Hajin")]),
        (
            "Houses in Hajin were looted by militiamen on Monday.",
            [("looting_or_property_destruction", "Hajin")],
        ),
        ("The militia sent trained fighters to Hajin on Monday.", [("movement", "Hajin")]),
        ("The militia trained 50 fighters in Hajin on Monday.", [("training_or_exercise", "Hajin")]),
        ("Two militias fought in Hajin on Monday.", [("clash", "Hajin")]),
        (
            "The Asayish foiled a bombing in Hajin on Monday by dismantling an explosive device.",
            [("security_operation", "Hajin")],
        ),
        (
            "Two men were arrested in Hajin on Monday for their participation in the battles in Al-Susah.",
            _HAJIN_RAID,
        ),
        ("The villages in which they were deployed are near Hajin.", []),
        (
            "A mine killed a farmer in Hajin.The SDF arrested two men.",
            [("ied_or_mine", "Hajin"), *_HAJIN_RAID],
        ),
    ],
)
def test_what_goes_on_and_what_is_only_described(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SOHR activists have reported violent explosions in Al-Bukamal on Monday.",
            [("ied_or_mine", "Al-Bukamal")],
        ),
        ("SOHR activists reported protests in Hajin against the SDF.", [("protest", "Hajin")]),
        ("The SDF shot dead a farmer in Hajin on Monday.", [("armed_attack", "Hajin")]),
        ("ISIS gunmen shot dead a farmer in Hajin on Monday.", [("assassination", "Hajin")]),
        (
            "The SDF carried out a raid in Hajin in which a man was killed and two others were captured.",
            _HAJIN_RAID,
        ),
        ("ISIS claimed to have hit a patrol of the SDF in Hajin on Monday.", [("armed_attack", "Hajin")]),
        ("Posts of the militia in Hajin have been vacated.", [("withdrawal", "Hajin")]),
        (
            "The army moved towards Al-Susah on Monday, where clashes broke out.",
            [("movement", "Al-Susah"), ("clash", "Al-Susah")],
        ),
        (
            "SOHR documented 40 attacks since May, with 25 dead:\n"
            "• June 4: ISIS cells attacked a post in Hajin.\n"
            "• Raqqa: 12 attacks left nine dead.",
            [("armed_attack", "Hajin")],
        ),
    ],
)
def test_a_monitors_reports(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected
