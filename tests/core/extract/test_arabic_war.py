"""Arabic war reports: ground taken, sieges, strikes and statements, by sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Reading, Report, Role

WORDS = lexicon.load()
PUBLISHED = date(2023, 5, 17)  # a Wednesday


def read(text: str) -> Reading:
    return read_report(Report("r", text, published=PUBLISHED, language="ar"), WORDS)


TOLD = [
    pytest.param(
        "هاجمت مجموعة من مقاتلي العشائر حاجزا في ذيبان أمس.",
        [("armed_attack", "Dhiban")],
        id="a group of fighters",
    ),
    pytest.param(
        "فتح ملثمون نيرانهم على حارس في هجين أمس.", [("armed_attack", "Hajin")], id="they opened their fire"
    ),
    pytest.param(
        "أفرغت فاطميون مقراتها في الميادين أمس.", [("withdrawal", "Al-Mayadin")], id="headquarters emptied"
    ),
    pytest.param("توقفت المخابز عن العمل في ذيبان.", [], id="works that stop are no strike"),
    pytest.param(
        "قتل راع بانفجار من بقايا المعارك قرب هجين.", [("ied_or_mine", "Hajin")], id="remnants of battles"
    ),
    pytest.param(
        "دير الزور - داهمت قسد منازل في ريف دير الزور الشرقي أمس.",
        [("arrest_or_raid", "Eastern Deir ez-Zor countryside")],
        id="a dateline without an outlet",
    ),
    pytest.param(
        "شنت طائرات يرجح أنها لقوات النظام، غارات على بلدة خشام أمس.",
        [("airstrike", "Khasham")],
        id="a suspected flyer between the verb and its raid",
    ),
    pytest.param("من المرجح أن تنفذ إسرائيل غارات على مدينة البوكمال.", [], id="a raid that is only likely"),
    pytest.param(
        "طردت قوات النظام عناصر داعش من بلدة القورية أمس.",
        [("clash", "Al-Quriyah")],
        id="driven out of where",
    ),
    pytest.param(
        "عبر مقاتلو الجيش النهر أمس و بسطوا نفوذهم على بلدة مراط.",
        [],
        id="what ends as a past has no preposition",
    ),
    pytest.param(
        "استكملت قسد السيطرة على بلدة أبو حمام أمس.", [("clash", "Abu Hamam")], id="control made complete"
    ),
    pytest.param(
        "أعلن الجيش السوري أمس كسر حصار تنظيم داعش لمطار دير الزور العسكري.",
        [("clash", "Deir ez-Zor Military Airport")],
        id="a siege broken",
    ),
    pytest.param(
        "أوقف التنظيم أمس أربعة مدنيين في بلدة السوسة الواقعة تحت سيطرته.",
        [("arrest_or_raid", "Al-Susah")],
        id="under whose control a town is",
    ),
    pytest.param(
        "قصف الطيران الحربي أمس قرية مراط التي سيطرت عليها قسد.",
        [("airstrike", "Marrat")],
        id="ground that somebody had taken",
    ),
    pytest.param(
        "قُتل قيادي أمس بقصف جوي استهدف مكانا تمركزوا فيه قرب بلدة هجين.",
        [("airstrike", "Hajin")],
        id="a place in which they were",
    ),
    pytest.param(
        "سقط برميلان متفجران على بلدة موحسن أمس.", [("airstrike", "Muhassan")], id="barrel bombs fall"
    ),
    pytest.param(
        "قصفت قوات النظام أمس بلدة موحسن بأكثر من 50 قذيفة.",
        [("shelling", "Muhassan")],
        id="shells are shelling",
    ),
    pytest.param(
        "استهدف مسلحون مجهولون أمس مقرا لقسد في بلدة ذيبان بقذيفة صاروخية.",
        [("armed_attack", "Dhiban")],
        id="a rocket fired by gunmen",
    ),
    pytest.param(
        "عدوان إسرائيلي على مدينة البوكمال مساء أمس.", [("airstrike", "Al-Bukamal")], id="an aggression"
    ),
    pytest.param("حالة من الهلع انتشرت بين الأهالي في بلدة ذيبان أمس.", [], id="fear that spreads"),
    pytest.param("ألقت طائرات التحالف أمس قنابل ضوئية في سماء حقل العمر.", [], id="flares"),
    pytest.param(
        "شنت طائرات مسيّرة هجوما أمس على معسكر تدريب في بلدة العشارة.",
        [("drone_strike", "Al-Asharah")],
        id="a training camp is no training",
    ),
    pytest.param(
        "قصفت طائرات مجهولة شاحنات في شرق سوريا قرب مدينة البوكمال أمس.",
        [("airstrike", "Al-Bukamal")],
        id="near a town, in a wide region",
    ),
    pytest.param(
        "تعرض حي الحميدية الخاضع لسيطرة داعش في مدينة دير الزور لقصف جوي أمس.",
        [("airstrike", "Al-Hamidiyah (Deir ez-Zor city)")],
        id="the quarter before its city",
    ),
    pytest.param(
        "دارت اشتباكات أمس في جبل الثردة.\n\nقُتل شاب أمس بقصف الطيران الحربي حي الكنامات داخل المدينة.",
        [("clash", "Jabal al-Thardah"), ("airstrike", "Al-Kanamat (Deir ez-Zor city)")],
        id="a quarter inside the city",
    ),
    pytest.param(
        "قتل ثلاثة جنود على حاجز المشفى في مدينة دير الزور أمس.",
        [("armed_attack", "Deir ez-Zor")],
        id="a checkpoint by a hospital",
    ),
    pytest.param(
        "اعتقل التنظيم أمس ثلاثة شبان في بلدة الكشكية، متجاوزا الاتفاق الذي نص على تسليم السلاح.",
        [("arrest_or_raid", "Al-Kashkiyah")],
        id="a pact made before",
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_happened_where(text: str, told: list[tuple[str, str]]) -> None:
    found = [(e.event_type, e.place.name if e.place else "") for e in read(text).events]
    assert found == told


@pytest.mark.parametrize(
    ("text", "initiators", "targets"),
    [
        ("قتل الجيش السوري عناصر داعش في القورية أمس.", {"syrian-army"}, {"isis"}),
        ("قُتل 4 مسلحين موالين للجيش الأمريكي بهجوم على حاجز في الشحيل أمس.", set(), {"sdf"}),
        ("قتل مسلحون موالون لإيران أمس بغارة على البوكمال.", set(), {"iran-backed-militias"}),
        ("طردت قوات النظام عناصر داعش من بلدة القورية أمس.", {"syrian-regime-forces"}, {"isis"}),
    ],
)
def test_who_did_it_and_to_whom(text: str, initiators: set[str], targets: set[str]) -> None:
    (event,) = read(text).events
    by_role = {role: {a.actor_id for a in event.actors if a.role is role} for role in Role}
    assert (by_role[Role.INITIATOR], by_role[Role.TARGET]) == (initiators, targets)


def test_a_day_that_only_says_since_when() -> None:
    (event,) = read("تدور معارك في مدينة البوكمال هي الأعنف منذ سيطرة الجيش عليها العام الماضي.").events
    assert event.date_end == PUBLISHED
