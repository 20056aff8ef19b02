"""What of a report is one happening and what another; made-up reports."""

from __future__ import annotations

import pytest

from core.model import Count
from tests.core.extract.test_reading import Told, read, told

SUNDAY = ("2023-07-08", "2023-07-09")
TUESDAY = ("2023-07-11", "2023-07-11")
NIGHT = ("2023-07-13", "2023-07-14")
CASES = {
    "a list that says where the strikes of the lead fell": (
        "Unknown planes hit positions of Iranian militias in eastern Syria overnight. The strikes targeted"
        " the outskirts of Al-Mayadin and the border town of Al-Bukamal, activists said.",
        [
            Told("airstrike", "Al-Mayadin", NIGHT, ("unidentified-aircraft",)),
            Told("airstrike", "Al-Bukamal", NIGHT, ("unidentified-aircraft",)),
        ],
    ),
    "a raid told after air strikes is one of them": (
        "Coalition warplanes bombed a depot in Al-Harri on Tuesday. One raid destroyed a house in Al-Susah.",
        [
            Told("airstrike", "Al-Harri", TUESDAY, ("us-led-coalition",)),
            Told("airstrike", "Al-Susah", TUESDAY, ("us-led-coalition",)),
        ],
    ),
    "a spot that only the next sentence names": (
        "Three members of the Syrian Democratic Forces were killed by Islamic State cells in Deir Ezzor on"
        " Tuesday. Their vehicle was driving through the town of Al-Busayrah when it came under fire.",
        [Told("armed_attack", "Al-Busayrah", TUESDAY, ("isis",))],
    ),
    "told on an earlier day, and no day of its own": (
        "Gunmen attacked a checkpoint of the Asayish in Hajin, a security source said on Sunday.",
        [Told("armed_attack", "Hajin", SUNDAY, ("unidentified-gunmen",))],
    ),
    "losses belong to the attack of their clause": (
        "Gunmen attacked a vehicle of the SDF in Al-Shuhayl on Tuesday, killing two of its members, and"
        " another vehicle was attacked near Al-Busayrah.",
        [
            Told("armed_attack", "Al-Shuhayl", TUESDAY, ("unidentified-gunmen",)),
            Told("armed_attack", "Al-Busayrah", TUESDAY, ("unidentified-gunmen",)),
        ],
    ),
    "days since which a fight goes on": (
        "Ten people have been killed since Wednesday in clashes between two tribes in Dhiban.",
        [Told("clash", "Dhiban", ("2023-07-12", "2023-07-14"), ("tribal-fighters",))],
    ),
    "a desert and the mountain in it": (
        "The toll of a blast in the Deir ez-Zor desert rose to ten on Tuesday. "
        "A mine went off under a car near Jabal al-Bishri, killing ten people.",
        [Told("ied_or_mine", "Jabal al-Bishri", TUESDAY)],
    ),
    "a bomb driven into a convoy": (
        "A suicide bomber drove a car bomb into a convoy of the SDF in Dhiban on Tuesday.",
        [Told("suicide_bombing", "Dhiban", TUESDAY)],
    ),
    "each place with its day": (
        "Hasan was killed by gunmen in Dhiban on Tuesday and Ali in Al-Shuhayl on Wednesday.",
        [
            Told("armed_attack", "Dhiban", TUESDAY, ("unidentified-gunmen",)),
            Told("armed_attack", "Al-Shuhayl", ("2023-07-12", "2023-07-12"), ("unidentified-gunmen",)),
        ],
    ),
    "a camp taken": (
        "The SDF captured a camp held by ISIS in Al-Baghuz on Tuesday.",
        [Told("clash", "Al-Baghuz", TUESDAY, ("sdf",))],
    ),
    "a total since the violence began": (
        "Seventy people have been killed in Dhiban since the violence began on June 20.",
        [],
    ),
    "a headline's side of the province holds the village of the story": (
        "Unknown gunmen fire at traders east of Deir Ezzor\n\nDeir Ezzor Province: unknown gunmen opened fire"
        " today at traders in the village of Jadid Aqidat and wounded two of them.",
        [Told("armed_attack", "Jadid Aqidat", ("2023-07-14", "2023-07-14"), ("unidentified-gunmen",))],
    ),
    "the deadliest attack of the year is one attack": (
        "ISIS fighters ambushed a bus in eastern Syria on Tuesday. The attack, the deadliest this year,"
        " occurred near Al-Mayadin.",
        [Told("ambush", "Al-Mayadin", TUESDAY, ("isis",))],
    ),
    "explosions caused by air strikes": (
        "The explosions heard on Tuesday in Al-Mayadin were caused by air strikes on a depot in Al-Mayadin.",
        [Told("airstrike", "Al-Mayadin", TUESDAY)],
    ),
    "raids flown": (
        "Unknown warplanes carried out, at dawn on Tuesday, intense raids that went on for hours, targeting"
        " sites of Iranian militias in Al-Bukamal.",
        [Told("airstrike", "Al-Bukamal", TUESDAY, ("unidentified-aircraft",))],
    ),
    "how a bus came there": (
        "ISIS attacked a bus near Kabajib on Tuesday. The bus was taking soldiers from Homs to Deir Ezzor.",
        [Told("armed_attack", "Kabajib", TUESDAY, ("isis",))],
    ),
    "flight after an attack": (
        "ISIS fighters attacked a post near Kabajib on Tuesday and then withdrew into the desert.",
        [Told("armed_attack", "Kabajib", TUESDAY, ("isis",))],
    ),
    "what is added to a total": (
        "In all, 207 civilians have been assassinated by cells in the area since 2019.\n\n"
        "In addition, 378 SDF fighters were assassinated.\n\nAlso four coalition soldiers were killed.",
        [],
    ),
    "a bomb, and a fight elsewhere": (
        "Three SDF members were killed when a bomb went off near Al-Susah on Tuesday. On Wednesday, two SDF"
        " members were killed in fighting with residents of the town of Abu al-Naytal.",
        [
            Told("ied_or_mine", "Al-Susah", TUESDAY),
            Told("clash", "Abu al-Naytal", ("2023-07-12", "2023-07-12"), ("residents", "sdf")),
        ],
    ),
    "in a village that no row has": (
        "A mine wounded a man in Al-Shafah on Tuesday. On Wednesday, a landmine killed a shepherd in Wardan"
        " village.",
        [Told("ied_or_mine", "Al-Shafah", TUESDAY)],
    ),
    "what a crowd protests against": (
        "Residents of Dhiban demonstrated on Tuesday, calling for the release of men detained by the SDF and"
        " condemning the killing of a boy.",
        [Told("protest", "Dhiban", TUESDAY, ("residents",))],
    ),
    "shots at a demonstration told with its day": (
        "On June 20, dozens of residents demonstrated in the village of Al-Hawayij. SDF members opened fire"
        " on the protesters to break up the demonstration.",
        [
            Told("protest", "Al-Hawayij", ("2023-06-20", "2023-06-20"), ("residents",)),
            Told("armed_attack", "Al-Hawayij", ("2023-06-20", "2023-06-20"), ("sdf",)),
        ],
    ),
    "a few dead documented are one attack's": (
        "Warplanes bombed a base in Al-Harri on Tuesday. Monitors documented the killing of nine militiamen"
        " in the attack.",
        [Told("airstrike", "Al-Harri", TUESDAY)],
    ),
    "the dead brought away, and the attackers' flight": (
        "Gunmen attacked a post in Hajin on Tuesday. The attackers fled the town. The wounded were moved to"
        " Al-Shuhayl.",
        [Told("armed_attack", "Hajin", TUESDAY, ("unidentified-gunmen",))],
    ),
    "the attackers' shots after their bomb": (
        "An explosive device went off on Tuesday under an SDF vehicle near the town of Al-Shuhayl."
        " The attackers then opened fire on the vehicle, wounding two fighters.",
        [Told("ied_or_mine", "Al-Shuhayl", TUESDAY)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_happenings_of_a_report(name: str) -> None:
    text, events = CASES[name]
    assert [told(event) for event in read(text).events] == events


def test_others_wounded_belong_to_the_attack_told_before() -> None:
    [event] = read(
        "ISIS fighters ambushed a bus near Al-Mayadin on Tuesday and killed six soldiers. The road there is"
        " bad. Ten others were wounded."
    ).events
    assert (event.event_type, event.wounded) == ("ambush", Count(10, 10, 10))


def test_him_is_one_killed() -> None:
    [event] = read("Gunmen opened fire on a guard of the SDF in Hajin on Tuesday, killing him.").events
    assert event.killed == Count(1, 1, 1)


def test_a_toll_put_otherwise_in_the_same_sentence_is_a_rival() -> None:
    [event] = read(
        "The blast in Hajin on Tuesday killed at least 14 people, SOHR said; SANA put the toll at 11."
    ).events
    assert event.killed == Count(11, 11, None)
