"""Two happenings in one sentence, in every pair of kinds and however they are joined; made up.

Neither may take the other's place, toll or doer.
"""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Report, Role

WORDS = lexicon.load()
_DOING = {Role.INITIATOR, Role.PARTICIPANT}
Told = tuple[str, str, int | None, frozenset[str]]

# clause, type, killed, who did it
CLAUSES = {
    "en": (
        (
            "gunmen attacked an SDF post in {}, killing two fighters",
            "armed_attack",
            2,
            {"unidentified-gunmen"},
        ),
        ("a roadside bomb killed three civilians in {}", "ied_or_mine", 3, set()),
        ("the SDF arrested four men in {}", "arrest_or_raid", None, {"sdf"}),
        ("Israeli warplanes struck a base of Iran-backed militias in {}", "airstrike", None, {"israel"}),
        ("ISIS cells assassinated a council member in {}", "assassination", 1, {"isis"}),
        ("clashes broke out between the army and ISIS in {}", "clash", None, {"syrian-army", "isis"}),
        ("a drone hit a car in {}, wounding two people", "drone_strike", None, set()),
        ("a convoy of US forces arrived in {}", "movement", None, {"us-forces"}),
        ("the army shelled {} with mortars", "shelling", None, {"syrian-army"}),
        ("unknown gunmen kidnapped a teacher in {}", "abduction", None, {"unidentified-gunmen"}),
        ("the National Defence Forces withdrew from {}", "withdrawal", None, {"ndf"}),
    ),
    "ar": (
        ("هاجم مسلحون مجهولون نقطة لقسد في {} وقتلوا عنصرين", "armed_attack", 2, {"unidentified-gunmen"}),
        ("انفجرت عبوة ناسفة في {} ما أدى إلى مقتل ثلاثة مدنيين", "ied_or_mine", 3, set()),
        ("اعتقلت قسد أربعة رجال في {}", "arrest_or_raid", None, {"sdf"}),
        ("قصفت طائرات إسرائيلية مقراً للميليشيات الإيرانية في {}", "airstrike", None, {"israel"}),
        ("اغتال عناصر داعش عضواً في المجلس المحلي في {}", "assassination", 1, {"isis"}),
        ("استهدفت طائرة مسيرة سيارة في {} وأصيب شخصان", "drone_strike", None, set()),
        ("وصل رتل للقوات الأمريكية إلى {}", "movement", None, {"us-forces"}),
        ("خطف مجهولون مدرساً في {}", "abduction", None, {"unidentified-gunmen"}),
        ("انسحبت ميليشيا الدفاع الوطني من {}", "withdrawal", None, {"ndf"}),
    ),
}
_JOINED = {
    "en": ("{} and {}", "{}, and {}", "{}; {}", "{}, while {}", "{}. Meanwhile, {}", "{}, hours after {}"),
    "ar": ("{}، {}", "{} و{}", "{}، فيما {}", "{}، كما {}", "{}. من جهة أخرى {}", "{}، بعد ساعات من أن {}"),
}
_TOWNS = {"en": ("Hajin", "Al-Busayrah"), "ar": ("هجين", "البصيرة")}


def told_in(text: str, language: str) -> set[Told]:
    """Each event: its type, place, least number of dead and who did it."""
    report = Report("r", text, published=date(2023, 5, 17), language=language)
    return {
        (
            event.event_type,
            event.place.name if event.place else "",
            event.killed.low if event.killed else None,
            frozenset([a.actor_id for a in event.actors if a.role in _DOING]),
        )
        for event in read_report(report, WORDS, least_sure=0.0).events
    }


@pytest.mark.parametrize(("language", "join"), [(k, join) for k, every in _JOINED.items() for join in every])
@pytest.mark.parametrize("step", [1, 2, 3])
def test_each_clause_keeps_its_own(language: str, join: str, step: int) -> None:
    clauses, towns = CLAUSES[language], _TOWNS[language]
    for k, one in enumerate(clauses):
        other = clauses[(k + step) % len(clauses)]
        text = join.format(one[0].format(towns[0]), other[0].format(towns[1])) + "."
        assert told_in(text[0].upper() + text[1:], language) == {
            (one[1], "Hajin", one[2], frozenset(one[3])),
            (other[1], "Al-Busayrah", other[2], frozenset(other[3])),
        }, text


@pytest.mark.parametrize(
    ("text", "kind", "tolls"),
    [
        ("A bomb in Hajin killed two people and another in Al-Busayrah killed five.", "ied_or_mine", (2, 5)),
        (
            "A mine in Hajin killed a child, and a second one in Al-Busayrah killed a man.",
            "ied_or_mine",
            (1, 1),
        ),
        ("An airstrike on Hajin killed two and another near Al-Busayrah killed five.", "airstrike", (2, 5)),
    ],
)
def test_another_is_of_the_kind_of_the_one_before(text: str, kind: str, tolls: tuple[int, int]) -> None:
    assert {told[:3] for told in told_in(text, "en")} == {
        (kind, "Hajin", tolls[0]),
        (kind, "Al-Busayrah", tolls[1]),
    }


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "en",
            "A mine exploded in Hajin on Tuesday, and the Syrian Observatory for Human Rights published on "
            "Monday that clashes erupted between the army and ISIS in Al-Busayrah.",
            {("ied_or_mine", "Hajin"), ("clash", "Al-Busayrah")},
        ),
        (
            "ar",
            "انفجر لغم أرضي في بلدة هجين بريف دير الزور الشرقي ما أدى إلى إصابة عنصر،"
            " وكان المرصد السوري نشر أمس أن مسلحين هاجموا نقطة لقسد في بلدة البصيرة بريف دير الزور الشرقي.",
            {("ied_or_mine", "Hajin"), ("armed_attack", "Al-Busayrah")},
        ),
    ],
)
def test_what_a_source_told_before_is_another_happening(
    language: str, text: str, told: set[tuple[str, str]]
) -> None:
    assert {event[:2] for event in told_in(text, language)} == told


def test_two_accounts_of_one_attack_are_not_added_up() -> None:
    text = "An attack in Hajin on Monday killed two, the SOHR said, while the SDF said the attack killed one."
    [event] = read_report(
        Report("r", text, published=date(2023, 5, 17), language="en"), WORDS, least_sure=0.0
    ).events
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (1, 2)
