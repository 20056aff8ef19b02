"""Arabic searches, strikes and protests, and words beside them that tell of no event of their own.

All sentences are made up.
"""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Event, Report, Role

WORDS = lexicon.load()
PUBLISHED = date(2023, 5, 11)  # a Thursday


def events_of(text: str) -> tuple[Event, ...]:
    return read_report(Report("r", text, published=PUBLISHED), WORDS).events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "شنت قسد حملة دهم استهدفت محال عدة في مدينة هجين.",
            [("arrest_or_raid", "Hajin")],
            id="whom a search is for",
        ),
        pytest.param(
            "داهمت قسد منزلا في مدينة هجين، واستهدف مسلحون حاجزا لها في بلدة ذيبان.",
            [("arrest_or_raid", "Hajin"), ("armed_attack", "Dhiban")],
            id="an attack after a search",
        ),
        pytest.param(
            "انطلقت في مدينة العشارة أمس حملة أمنية ضد مطلوبين.",
            [("security_operation", "Al-Asharah")],
            id="the place before the noun",
        ),
        pytest.param("شهد حي الجورة إغلاق الطرق المؤدية إلى موقع الانفجار.", [], id="roads closed by police"),
        pytest.param(
            "أغلق أهالي بلدة الشحيل الطرقات احتجاجا على رفع الأسعار.",
            [("protest", "Al-Shuhayl")],
            id="roads closed by residents",
        ),
        pytest.param(
            "أجرى لواء فاطميون تدريبات على نزع الألغام في قرية السيال.",
            [("training_or_exercise", "Al-Siyal")],
            id="what is taught",
        ),
        pytest.param(
            "انفجر لغم بعناصر من الدفاع الوطني خلال مهمة تمشيط قرب الشولا.",
            [("ied_or_mine", "Al-Shulah")],
            id="what the victims were at",
        ),
        pytest.param(
            "قامت مقاتلات مجهولة بتدمير منصة صواريخ قرب مدينة الميادين.",
            [("airstrike", "Al-Mayadin")],
            id="rockets that are hit",
        ),
        pytest.param(
            "وأعقب الدهم استهداف مروحية لمعبر بلدة الشحيل.",
            [("airstrike", "Al-Shuhayl")],
            id="what came after what",
        ),
        pytest.param("وتواصل الميليشيات حملات التمشيط في بادية دير الزور.", [], id="what goes on"),
        pytest.param("نزح من القرى التي سيطر عليها الجيش في ريف دير الزور.", [], id="which villages"),
        pytest.param("هدم التنظيم أضرحة إبان سيطرته على بلدة هجين.", [], id="when ground was held"),
        pytest.param(
            "سيطرت قسد أمس على بلدة هجين.", [("clash", "Hajin")], id="ground that was taken yesterday"
        ),
        pytest.param("هذا أكبر هجوم منذ انسحاب التنظيم من بلدة هجين.", [], id="since when"),
        pytest.param(
            "خرج أهالي بلدة ذيبان أمس رفضا للتجنيد.",
            [("protest", "Dhiban")],
            id="who come out against something",
        ),
        pytest.param("صد عناصر الحاجز المتظاهرين قرب بلدة الشحيل.", [], id="protesters held off"),
        pytest.param("حاول المحتجون الوصول إلى مدينة البصيرة.", [], id="protesters on their way"),
        pytest.param("وصلت جثث ستة مقاتلين إلى مدينة البوكمال.", [], id="the dead who are carried home"),
        pytest.param(
            "وذكر الموقع أن القصف تم بواسطة طائرات مجهولة وطال مستودعات عياش.",
            [("airstrike", "Ayyash warehouses")],
            id="a site that reports is no scene",
        ),
        pytest.param(
            "أفاد ناشطون باستمرار الاشتباكات في بلدة السوسة.",
            [("clash", "Al-Susah")],
            id="going on, not often",
        ),
    ],
)
def test_what_is_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.event_type, e.place.name if e.place else "") for e in events_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("استهداف طيران التحالف لمعبر الشحيل أوقع قتيلا.", {"US-led Coalition"}),
        ("استهداف داعش بسيارة مفخخة تجمعا لقسد في بلدة السوسة.", {"ISIS"}),
        ("سيارة مفخخة يقودها انتحاري من داعش، استهدفت قوات النظام في مدينة الميادين.", {"ISIS"}),
        ("هاجمت قوات حليفة لدمشق نقطة لقسد في بلدة حطلة.", {"Syrian government forces"}),
        ("هاجم مسلحون موالون للنظام نقطة لقسد في بلدة حطلة.", {"Syrian regime forces"}),
        ("سقطت قذائف أطلقتها خلايا داعش على مدينة الميادين.", {"ISIS"}),
        ("هاجم مسلحون منتمون لداعش نقطة لقسد في بلدة حطلة.", {"ISIS"}),
        ("هاجمت خلية مرتبطة بداعش نقطة لقسد في بلدة حطلة.", {"ISIS"}),
    ],
)
def test_who_did_it(text: str, doers: set[str]) -> None:
    (event,) = events_of(text)
    assert {a.name for a in event.actors if a.role is Role.INITIATOR} == doers


def test_a_day_with_its_month_told_again_stays_a_day() -> None:
    (event,) = events_of("في 3 نيسان من الشهر الماضي انفجر لغم في جبل البشري.")
    assert (event.date_start, event.date_end) == (date(2023, 4, 3), date(2023, 4, 3))


def test_a_mans_age_is_no_oil_field() -> None:
    (event,) = events_of("قتل مجهولون شابا يبلغ من العمر نحو 30 عاما في مدينة هجين.")
    assert event.place is not None
    assert event.place.name == "Hajin"


@pytest.mark.parametrize(
    "text",
    [
        "تعاني مدينة هجين نقص الخبز منذ أن سيطر التنظيم عليها عام 2014.",
        "وصلت المساعدات إلى هجين أول مرة منذ أن حاصر داعش المدينة قبل عامين.",
        "معركة هجين المقبلة أفرغت أسواقها.",
        "هجوم وشيك على هجين تخشاه مصادر محلية.",
    ],
)
def test_since_when_and_what_is_to_come_are_no_events(text: str) -> None:
    assert events_of(text) == ()


def test_attackers_who_leave_are_no_withdrawal() -> None:
    [event] = events_of("هاجم مجهولون نقطة في مدينة هجين قبل أن ينسحب المهاجمون إلى البادية.")
    assert event.event_type == "armed_attack"
