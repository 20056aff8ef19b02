"""Plain Arabic sentences of violence: verbs of harm, their forms, and what did not happen. Made up."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Report

WORDS = lexicon.load()


def told(text: str) -> list[tuple[str, str]]:
    events = read_report(Report("r", text, published=date(2023, 5, 11), language="ar"), WORDS).events
    return [(e.event_type, e.place.name if e.place else "") for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "أمطر ملثمون على دراجة نارية نقطة لقسد عند مدخل هجين بوابل من الرصاص أمس.",
            ("armed_attack", "Hajin"),
            id="a weapon at the end of a long clause",
        ),
        pytest.param("يقتحم مسلحون مقرا لقسد في هجين", ("armed_attack", "Hajin"), id="a present opens it"),
        pytest.param("أردت خلايا التنظيم مختار هجين قتيلا أمس.", ("assassination", "Hajin"), id="shot dead"),
        pytest.param(
            "قتل معلم برصاص مجهولين في هجين أمس.", ("assassination", "Hajin"), id="one, by unknown men"
        ),
        pytest.param(
            "قتل سبعة أشخاص برصاص مجهولين في هجين أمس.", ("armed_attack", "Hajin"), id="several are no aim"
        ),
        pytest.param(
            "حصد لغم أرواح راعيين في بادية هجين أمس.", ("ied_or_mine", "Hajin"), id="a mine takes lives"
        ),
        pytest.param(
            "مرت سيارة لقسد فوق لغم في هجين أمس.", ("ied_or_mine", "Hajin"), id="driven over is no journey"
        ),
        pytest.param(
            "فجر عنصران من التنظيم نفسيهما في هجين أمس.", ("suicide_bombing", "Hajin"), id="two bombers"
        ),
        pytest.param(
            "أطلقت طائرة بدون طيار صاروخا على سيارة في هجين أمس.",
            ("drone_strike", "Hajin"),
            id="a drone between the words of a phrase",
        ),
        pytest.param(
            "دكت مقاتلات روسية مواقع التنظيم في هجين أمس.", ("airstrike", "Hajin"), id="fighter planes"
        ),
        pytest.param(
            "قصفت قوات النظام من الضفة الأخرى بلدة هجين أمس.", ("shelling", "Hajin"), id="from another bank"
        ),
        pytest.param("باتت هجين بيد قسد أمس.", ("clash", "Hajin"), id="ground changes hands"),
        pytest.param("مسلحون يسيطرون على هجين", ("clash", "Hajin"), id="ground taken, as a headline says it"),
        pytest.param(
            "اقتتال بين فصيلين في هجين أمس.", ("clash", "Hajin"), id="a noun opens a sentence without verb"
        ),
        pytest.param(
            "توفي سجين تحت التعذيب في هجين أمس.", ("other_violence", "Hajin"), id="how one came to die"
        ),
    ],
)
def test_plain_violence(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "سيهاجمون حاجز قسد في هجين.",
        "قد يستهدف التنظيم حاجز قسد في هجين.",
        "يستعد المسلحون كي يهاجموا أو يقصفوا حاجز قسد في هجين.",
        "أكد القيادي عدم تعرض هجين لأي قصف.",
        "توعد القيادي بالرد على أي اعتداء يستهدف هجين.",
        "تسيطر قسد على هجين.",
        "جاء من هجين التي يسيطر عليها التنظيم.",
    ],
)
def test_what_may_be_or_is_so_is_no_event(text: str) -> None:
    assert told(text) == []
