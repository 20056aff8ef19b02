"""Which place an Arabic sentence means; made-up reports."""

from __future__ import annotations

import pytest

from tests.core.extract.test_arabic_places import name_of, read

CASES = [
    pytest.param(
        "قصف طيران التحالف أحياء العرضي والشيخ ياسين أمس.",
        ["Al-Urdi (Deir ez-Zor city)", "Al-Sheikh Yasin (Deir ez-Zor city)"],
        id="a quarter with a sheikh's name",
    ),
    pytest.param(
        "قصفت قوات النظام من مدينة الميادين بلدة ذيبان أمس.", ["Dhiban"], id="from where they fire, then what"
    ),
    pytest.param(
        "أطلقت الميليشيات في الميادين صواريخ على حقل العمر أمس.",
        ["Al-Omar oil field"],
        id="where those who fire are",
    ),
    pytest.param(
        "سقطت قذائف أطلقتها الميليشيات من الميادين على بلدة ذيبان أمس.", ["Dhiban"], id="from one on another"
    ),
    pytest.param(
        "أصيب طفل برصاص قناص في الجبيلة بمدينة دير الزور أمس.",
        ["Al-Jubaylah (Deir ez-Zor city)"],
        id="a bare quarter before its city",
    ),
    pytest.param(
        "قتل مسلحون مقاتلا في الشحيل أمس، فيما انفجرت عبوة ناسفة في ذيبان.",
        ["Al-Shuhayl", "Dhiban"],
        id="two clauses with towns of their own",
    ),
    pytest.param(
        "قصفت طائرات أمس تجمعا قرب بلدة الشعفة في الريف الشرقي لمدينة البوكمال.",
        ["Al-Shafah"],
        id="around a city",
    ),
    pytest.param(
        "قصفت قسد بلدة بقرص شرقي دير الزور أمس.", ["Buqrus"], id="east of the city, no part of the name"
    ),
    pytest.param(
        "اندلعت اشتباكات في محيط اللواء 137 أمس.", ["Regiment 137 (Deir ez-Zor)"], id="a unit that is a base"
    ),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_where_it_was(text: str, names: list[str]) -> None:
    assert sorted(str(name_of(e.place)) for e in read(text).events) == sorted(names)
