"""Small reports, English, whose type or place hangs on who acted or told of it; made up."""

from __future__ import annotations

import pytest

from tests.core.extract.test_reading import WEDNESDAY, Told, read, told

CASES = {
    "a police force that storms towns searches them": (
        "Asayish forces stormed the towns of Hajin and Gharanij on Wednesday. "
        "The forces also stormed Al-Sur.",
        [
            Told("arrest_or_raid", "Gharanij", WEDNESDAY, ("asayish",)),
            Told("arrest_or_raid", "Hajin", WEDNESDAY, ("asayish",)),
            Told("arrest_or_raid", "Al-Suwar", WEDNESDAY, ("asayish",)),
        ],
    ),
    "storming the positions of a foe is fighting": (
        "The SDF stormed ISIS positions in the town of Hajin on Wednesday.",
        [Told("clash", "Hajin", WEDNESDAY, ("sdf",))],
    ),
    "what an airdrop aims at, and that the forces leave after it, is no further event": (
        "The coalition carried out an airdrop in Hajin on Wednesday, targeting a cell of ISIS. The "
        "forces withdrew after arresting two men.",
        [Told("arrest_or_raid", "Hajin", WEDNESDAY, ("us-led-coalition",))],
    ),
    "how killers came to their victim is no raid": (
        "Gunmen killed a baker with pistols in the town of Hajin on Wednesday after storming his house.",
        [Told("armed_attack", "Hajin", WEDNESDAY, ("unidentified-gunmen",))],
    ),
    "a house broken into by those who cut off a head was not looted": (
        "ISIS members broke into the house of a baker in Hajin on Wednesday and cut off his head.",
        [Told("other_violence", "Hajin", WEDNESDAY, ("isis",))],
    ),
    "those without aircraft bomb by hand, and an abandoned house is no withdrawal": (
        "Residents reported the bombing of an abandoned house in the town of Hajin on Wednesday "
        "by ISIS members.",
        [Told("ied_or_mine", "Hajin", WEDNESDAY, ("isis",))],
    ),
    "who protested against whom": (
        "Demonstrations took place in Hajin on Wednesday against the SDF.",
        [Told("protest", "Hajin", WEDNESDAY, ("residents",))],
    ),
    "a witness tells of his own town": (
        "Gunmen opened fire at a baker on Wednesday near the refinery of the town, killing him, "
        "a source from the town of Hajin, 110 kilometers east of Deir ez-Zor, said.",
        [Told("armed_attack", "Hajin", WEDNESDAY, ("unidentified-gunmen",))],
    ),
    "the town of the hospital is not that of the mine": (
        "A mine exploded in the town of Hajin on Wednesday. "
        "Three injured children were taken to hospital in Gharanij.",
        [Told("ied_or_mine", "Hajin", WEDNESDAY)],
    ),
    "what shelling of several places destroyed is no further event": (
        "The army shelled positions of ISIS in Hajin, Gharanij and Al-Shafah on Wednesday, "
        "killing many of them, destroying depots, posts and a car.",
        [
            Told("shelling", "Gharanij", WEDNESDAY, ("syrian-army",)),
            Told("shelling", "Hajin", WEDNESDAY, ("syrian-army",)),
            Told("shelling", "Al-Shafah", WEDNESDAY, ("syrian-army",)),
        ],
    ),
    "positions of a foe destroyed are an attack": (
        "Army units destroyed sites and vehicles of ISIS in Hajin on Wednesday.",
        [Told("armed_attack", "Hajin", WEDNESDAY, ("syrian-army",))],
    ),
    "attacks that a prisoner took part in are his past": (
        "The SDF arrested a man in Hajin on Wednesday. "
        "He took part in assassinations and in attacks on patrols.",
        [Told("arrest_or_raid", "Hajin", WEDNESDAY, ("sdf",))],
    ),
    "what follows an order has happened": (
        "Following the order of a sheikh, clashes broke out on Wednesday between tribesmen and "
        "the SDF in Hajin.",
        [Told("clash", "Hajin", WEDNESDAY, ("sdf", "tribal-fighters"))],
    ),
    "a rally that has been held": (
        "A demonstration has been held in Hajin on Wednesday in support of a teacher.",
        [Told("protest", "Hajin", WEDNESDAY, ("residents",))],
    ),
    "the places that an operation included": (
        "The security operation by the SDF included Hajin and Gharanij on Wednesday.",
        [
            Told("security_operation", "Gharanij", WEDNESDAY, ("sdf",)),
            Told("security_operation", "Hajin", WEDNESDAY, ("sdf",)),
        ],
    ),
    "fortified points destroyed are no deployment": (
        "The army shelled ISIS in Hajin on Wednesday, destroying fortified points and depots.",
        [Told("shelling", "Hajin", WEDNESDAY, ("syrian-army",))],
    ),
    "an arrest told besides a bomb was who knows where": (
        "A bomb went off at a house in Hajin on Wednesday. "
        "Also on Wednesday, special forces arrested two people.",
        [Told("ied_or_mine", "Hajin", WEDNESDAY)],
    ),
    "unknown men who storm a house attack it": (
        "On Wednesday, shooters stormed the house of a merchant in the village of Hajin. The shooters killed "
        "the merchant and his son.",
        [Told("armed_attack", "Hajin", WEDNESDAY, ("unidentified-gunmen",))],
    ),
    "fighters who kill and capture others attack them": (
        "ISIS fighters killed and captured a number of soldiers in Hajin on Wednesday.",
        [Told("armed_attack", "Hajin", WEDNESDAY, ("isis",))],
    ),
    "attacks in general are no event": (
        "Gunmen shot dead a merchant in Hajin on Wednesday.\n\n"
        "Assassinations by ISIS have targeted officials and tribal leaders.",
        [Told("assassination", "Hajin", WEDNESDAY, ("unidentified-gunmen",))],
    ),
    "a mayor is shot in his town, and his way there is no movement": (
        "The mayor of the town of Hajin was shot dead on Wednesday by unknown men on his way to the mosque.",
        [Told("assassination", "Hajin", WEDNESDAY, ("unidentified-gunmen",))],
    ),
    "a purpose shared by two verbs": (
        "ISIS attacked a post of the army in Hajin on Wednesday. The army brought in reinforcements to "
        "Hajin to comb the area and search for the attackers.",
        [
            Told("armed_attack", "Hajin", WEDNESDAY, ("isis",)),
            Told("movement", "Hajin", WEDNESDAY, ("syrian-army",)),
        ],
    ),
    "who regains villages is the subject of the sentence": (
        "Army units began wide operations against ISIS east of the river on Wednesday, regaining control "
        "over the villages of Hajin and Gharanij.",
        [
            Told("clash", "Gharanij", WEDNESDAY, ("syrian-army",)),
            Told("clash", "Hajin", WEDNESDAY, ("syrian-army",)),
        ],
    ),
    "terrorists are no army": (
        "A bus of the Syrian Army was on the road on Wednesday, when the terrorists ambushed it in Hajin.",
        [Told("ambush", "Hajin", WEDNESDAY)],
    ),
    "whom a security operation aimed at was searched for": (
        "Special units took part in a security operation targeting an ISIS cell in Hajin on Wednesday. "
        "They also confiscated rifles.",
        [Told("security_operation", "Hajin", WEDNESDAY)],
    ),
    "where raids took place is no ground taken": (
        "The raids, conducted by the SDF on Wednesday, took place near the town of Hajin.",
        [Told("arrest_or_raid", "Hajin", WEDNESDAY, ("sdf",))],
    ),
    "people gather at home, and a rally spreads": (
        "Sources in the Deir Ezzor countryside said that the people of Hajin organized protests on "
        "Wednesday.\n\nThe demonstrations also spread in the town of Gharanij.",
        [
            Told("protest", "Hajin", WEDNESDAY, ("civilians",)),
            Told("protest", "Gharanij", WEDNESDAY, ("residents",)),
        ],
    ),
    "one executed by others, told without his name": (
        "Residents found a body on Wednesday, the man having been executed by ISIS cells in the "
        "town of Hajin.",
        [Told("other_violence", "Hajin", WEDNESDAY, ("isis",))],
    ),
    "a head left behind is no withdrawal": (
        "ISIS killed a man on Wednesday by beheading him and leaving his head at the school of Hajin.",
        [Told("other_violence", "Hajin", WEDNESDAY, ("isis",))],
    ),
    "flares are no shelling": (
        "Clashes erupted in Hajin on Wednesday, coinciding with the firing of flare grenades.",
        [Told("clash", "Hajin", WEDNESDAY)],
    ),
    "where the attack just told took place": (
        "ISIS attacked a checkpoint of the army in the suburbs of Deir Ezzor.\n\n"
        "The attack took place on Wednesday night in the area of Hajin.",
        [Told("armed_attack", "Hajin", WEDNESDAY, ("isis",))],
    ),
    "all those of a total": (
        "Since March 2017, SOHR has documented the killing of 822 soldiers. "
        "All were killed in attacks in Hajin.",
        [],
    ),
    "a family conflict, and appeals to end it": (
        "Activists documented the death of a man in a family conflict on Wednesday in the town of Hajin. "
        "Residents appeal to elders to break the clashes.",
        [Told("clash", "Hajin", WEDNESDAY)],
    ),
    "where attackers are stationed is no deployment": (
        "Regime-backed groups stationed west of the river attacked a post in the town of Hajin on Wednesday.",
        [Told("armed_attack", "Hajin", WEDNESDAY, ("syrian-regime-forces",))],
    ),
    "a witness informs an agency": (
        "A source from the village of Hajin, east of Deir ez-Zor, informed an agency that two ISIS gunmen "
        "opened fire at a tanker on the main road on Wednesday.",
        [Told("armed_attack", "Hajin", WEDNESDAY, ("isis",))],
    ),
    "where arms were confiscated is where the arrests were": (
        "The SDF arrested 17 members of ISIS on Wednesday in the countryside of Deir ez-Zor.\n\n"
        "The SDF said it confiscated weapons that the men had in the town of Hajin.",
        [Told("arrest_or_raid", "Hajin", WEDNESDAY, ("sdf",))],
    ),
    "who flees the scene leaves no place, and routine attacks are none": (
        "A group burned a car in Hajin on Wednesday. They later fled the scene to an unknown destination. "
        "The town has seen routine ISIS attacks.",
        [Told("looting_or_property_destruction", "Hajin", WEDNESDAY)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_events_of_a_small_report(text: str, expected: list[Told]) -> None:
    assert [told(event) for event in read(text).events] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Residents of the town of Al-Sabha attacked an SDF patrol with machineguns on Monday.",
        "هاجم أهالي بلدة الصبحة دورية لقسد أمس.",
    ],
)
def test_residents_who_attack_do_so_at_home(text: str) -> None:
    [event] = read(text).events
    assert event.place is not None
    assert event.place.name == "Al-Sabha"
    assert [(a.actor_id, a.role.value) for a in event.actors] == [
        ("residents", "initiator"),
        ("sdf", "target"),
    ]
