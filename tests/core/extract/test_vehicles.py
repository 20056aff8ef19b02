"""How many vehicles and men a movement has, and how many vehicles are hit: each number in each telling."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Count, Report

WORDS = lexicon.load()
Bounds = tuple[int | None, int | None] | None


def bounds(count: Count | None) -> Bounds:
    return (count.low, count.high) if count is not None else None


def counted(text: str, language: str) -> list[tuple[Bounds, Bounds]]:
    """Vehicles and men of each event."""
    report = Report("r", text, published=date(2023, 5, 17), language=language)
    return [(bounds(e.vehicles), bounds(e.personnel)) for e in read_report(report, WORDS).events]


TOLD = {
    "en": [
        ("A convoy of {n} trucks belonging to the Coalition arrived in Hajin on Tuesday.", True, False),
        ("A convoy of the Coalition entered Hajin. The convoy consisted of {n} trucks.", True, False),
        ("The Coalition brought a {n}-vehicle convoy into Hajin on Tuesday.", True, False),
        ("Militias sent reinforcements to Hajin. The reinforcements included {n} trucks.", True, False),
        ("Militias sent reinforcements to Hajin. They included {n} trucks and {m} fighters.", True, True),
        ("Iranian militias brought {n} vehicles and about {m} fighters to Hajin.", True, True),
        ("An SDF force, backed by {n} vehicles, stormed Hajin and arrested three people.", True, False),
        ("Unidentified drones hit {n} trucks loaded with weapons in Hajin.", True, False),
        ("Airstrikes destroyed {n} vehicles of Iran-backed militias in Hajin.", True, False),
        ("A force of {m} fighters of Liwa Fatemiyoun arrived in Hajin.", False, True),
    ],
    "ar": [
        ("دخل رتل عسكري للتحالف الدولي مؤلف من {n} شاحنة إلى هجين أمس.", True, False),
        ("دخل رتل للتحالف الدولي أمس إلى هجين. وضم الرتل {n} شاحنة وصهريجاً.", True, False),
        ("عبرت {n} شاحنة للميليشيات الإيرانية إلى هجين أمس.", True, False),
        ("دمرت غارات جوية {n} آلية للميليشيات الإيرانية في هجين أمس.", True, False),
        ("اقتحم عناصر من قسد على متن {n} سيارة بلدة هجين أمس واعتقلوا ثلاثة أشخاص.", True, False),
        ("عاد رتل يحمل {m} جندياً على متن {n} حافلة إلى هجين أمس.", True, True),
    ],
}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("n", "m"), [(12, 60), (40, 150)])
def test_how_many_vehicles_and_men(language: str, n: int, m: int) -> None:
    wrong = {}
    for form, vehicles, men in TOLD[language]:
        expected = ((n, n) if vehicles else None, (m, m) if men else None)
        if (read := counted(text := form.format(n=n, m=m), language)) != [expected]:
            wrong[text] = read
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "language", "vehicles"),
    [
        ("Unknown gunmen in a pickup truck shot a fighter dead in Hajin.", "en", None),
        ("The gunmen, who were in a white car, opened fire on a checkpoint in Hajin.", "en", None),
        ("Gunmen in a car attacked a military vehicle of the SDF in Hajin.", "en", (1, 1)),
        ("A drone killed three fighters in a car in Hajin.", "en", (1, 1)),
        ("The SDF raided a house in Hajin and seized weapons and anti-tank mines.", "en", None),
        ("A truck packed with explosives blew up at a post in Hajin.", "en", None),
        ("قُتل شاب على يد مسلحين مجهولين كانوا في سيارة فان في هجين.", "ar", None),
        ("استهدف مسلحون على دراجة نارية سيارة عسكرية في هجين.", "ar", (1, 1)),
        ("قتل مجهولون يستقلون سيارة عنصرين من قسد كانا في سيارة عسكرية في هجين.", "ar", (1, 1)),
    ],
)
def test_what_the_attackers_ride_is_not_hit(text: str, language: str, vehicles: Bounds) -> None:
    [(read, _)] = counted(text, language)
    assert read == vehicles
