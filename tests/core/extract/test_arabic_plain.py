"""Plain Arabic sentences: what is done without a fight, and where; all are made up."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Report, Role

WORDS = lexicon.load()
PUBLISHED = date(2023, 5, 11)


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Type, place and first initiator of each event."""
    found = []
    for event in read_report(Report("r", text, published=PUBLISHED, language="ar"), WORDS).events:
        doers = [actor.actor_id for actor in event.actors if actor.role is Role.INITIATOR]
        found.append((event.event_type, event.place.name if event.place else "", doers[0] if doers else None))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "دخل عناصر قسد بيوتا في الطيانة؛ اقتحمت قسد البيوت واقتادت ستة من الشبان إلى جهة مجهولة.",
            [("arrest_or_raid", "Al-Tayyanah", "sdf")],
            id="led away by police",
        ),
        pytest.param(
            "اقتاد ملثمون شابا من منزله في الزر إلى جهة مجهولة.",
            [("abduction", "Al-Zir", "unidentified-gunmen")],
            id="led away by gunmen",
        ),
        pytest.param(
            "خطف مسلحون نجارا في الكسرة أمس.",
            [("abduction", "Al-Kasrah", "unidentified-gunmen")],
            id="whom no list knows",
        ),
        pytest.param(
            "خطفت مجموعة مسلحة شابا قرب الكسرة أمس.",
            [("abduction", "Al-Kasrah", None)],
            id="an object behind an adjective",
        ),
        pytest.param(
            "خرجت شاحنات محملة بالسلاح من العشارة باتجاه القورية أمس.",
            [("movement", "Al-Quriyah", None)],
            id="a departing convoy",
        ),
        pytest.param(
            "هدنة بين قسد والعشائر في ذيبان.",
            [("agreement", "Dhiban", "sdf")],
            id="a sentence without a verb",
        ),
        pytest.param(
            "أطلقت القوات الأمريكية قذائف ضمن تدريبات في حقل التنك أمس.",
            [("training_or_exercise", "Al-Tanak oil field", "us-forces")],
            id="fired in an exercise",
        ),
        pytest.param(
            "قتل خمسة مدنيين إثر غارات روسية على العشارة أمس.",
            [("airstrike", "Al-Asharah", "russian-air-force")],
            id="raids named by whose they are",
        ),
    ],
)
def test_what_is_told(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "أوقفت قوات النظام ثلاثة من أهالي بلدة التبني، فيما دارت اشتباكات بين داعش وقسد في قرية درنج.",
            ["Al-Tabni", "Daranj"],
            id="behind the turn",
        ),
        pytest.param("أعدم التنظيم سليمان الحسين في بلدة الكسرة أمس.", ["Al-Kasrah"], id="a man's name"),
        pytest.param(
            "هاجم مسلحون مقرا لقسد في مدرسة الرغيب ببلدة ذيبان أمس.", ["Dhiban"], id="a school's name"
        ),
        pytest.param(
            "قصفت طائرات حربية معبر السكك قرب الهري أمس.", ["Al-Sikak crossing"], id="a crossing near a town"
        ),
        pytest.param(
            "تظاهر العشرات من أبناء الزر تضامنا مع ذيبان أمس.", ["Al-Zir"], id="in sympathy with a town"
        ),
    ],
)
def test_where_it_was(text: str, places: list[str]) -> None:
    assert [place for _, place, _ in told(text)] == places


@pytest.mark.parametrize(
    "text",
    [
        "ناشد أهالي درنج التحالف وقف المداهمات.",
        "يشتكي سكان العشارة من انتشار الحواجز.",
        "قال محلل إن الانسحاب الأمريكي من حقل العمر سيغير الموازين.",
        "تضم العشارة بساتين كثيرة قرب النهر.",
    ],
)
def test_what_tells_of_nothing(text: str) -> None:
    assert told(text) == []
