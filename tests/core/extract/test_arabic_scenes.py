"""Arabic: the scene that a report goes on to name, and attacks told side by side; sentences of our own."""

from __future__ import annotations

import pytest

from tests.core.extract.test_arabic import read

CASES = {
    "the second of two attacks": (
        "رصد المرصد هجومين للتنظيم، حيث استهدف الهجوم الأول حاجزا في بلدة ذيبان، فيما استهدف الثاني مقرا في"
        " بلدة هجين.",
        [("armed_attack", "Dhiban"), ("armed_attack", "Hajin")],
    ),
    "the raids that hit further places": (
        "وقع انفجار مع تحليق طيران حربي في بلدة حطلة ليلة أمس. وقال المراسل إن الغارات استهدفت مواقع في"
        " بلدة عياش.",
        [("airstrike", "Hatlah"), ("airstrike", "Ayyash")],
    ),
    "the village, not the correspondent's province": (
        "أفاد مراسل الإذاعة في محافظة دير الزور بمقتل مدني جراء انفجار لغم في بلدة المريعية.",
        [("ied_or_mine", "Al-Muri'iyah")],
    ),
    "two who vacated posts": (
        "أخلت الميليشيات الإيرانية مواقعها في مدينة الميادين، كما أخلى حزب الله ثلاثة مقار في قرية السويعية.",
        [("withdrawal", "Al-Mayadin"), ("withdrawal", "Al-Suwayiyah")],
    ),
    "back home": (
        "قتل مدني بانفجار لغم به عقب عودته إلى بلدة الصبحة.",
        [("ied_or_mine", "Al-Sabha")],
    ),
    "clashes of the sons of the tribes": (
        "اندلعت اشتباكات بين مسلحين من أبناء العشائر وقسد في بلدة ذيبان.",
        [("clash", "Dhiban")],
    ),
    "the bombing just told": (
        "قصف طيران التحالف سيارة في قرية الشعفة، كما استهدف مواقع في مدينة البوكمال، وأوقع القصف قتلى.",
        [("airstrike", "Al-Shafah"), ("airstrike", "Al-Bukamal")],
    ),
    "what people fear": ("يتخوف الأهالي في هجين من هجوم جديد لتنظيم داعش.", []),
    "driven out": (
        "طردت قسد عناصر داعش من بلدة السوسة.",
        [("clash", "Al-Susah")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_where_attacks_are(name: str) -> None:
    text, events = CASES[name]
    assert [(e.event_type, e.place.name) for e in read(text).events if e.place is not None] == events


def test_whose_fire_a_phrase_holds() -> None:
    [event] = read("أصيب ثلاثة موظفين جراء إطلاق ملثمين النار على سيارتهم في بلدة هجين.").events
    assert [a.actor_id for a in event.actors if a.role == "initiator"] == ["unidentified-gunmen"]


def test_a_village_spelled_in_a_new_way() -> None:
    [event] = read("قتل مدني بانفجار لغم في قرية المريعيه.").events
    assert event.place is not None
    assert event.place.name == "Al-Muri'iyah"
