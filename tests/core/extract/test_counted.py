"""Counts of one happening as reports word them, in English and Arabic. All reports are made up."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Report

LEXICON = lexicon.load()
FIELDS = ("killed", "wounded", "captured", "vehicles", "personnel")
Bounds = tuple[int | None, int | None]


def counts(text: str) -> dict[str, Bounds]:
    """The counts, low and high, of the one event that a text tells."""
    language = "ar" if any(char > "\u0600" for char in text) else "en"
    report = Report(report_id="r", text=text, published=date(2023, 5, 17), language=language)
    (event,) = read_report(report, LEXICON).events
    found = {field: getattr(event, field) for field in FIELDS}
    return {field: (count.low, count.high) for field, count in found.items() if count is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two SDF fighters were killed on Monday when a mine went "
            "off near the town of Hajin; no one was wounded.",
            {"killed": (2, 2), "wounded": (0, 0)},
        ),
        (
            "Three farmers were wounded on Monday by a mine near the town of Hajin, but no one was killed.",
            {"killed": (0, 0), "wounded": (3, 3)},
        ),
        (
            "Three farmers were wounded on Monday by a mine near the town of Hajin. No deaths were reported.",
            {"killed": (0, 0), "wounded": (3, 3)},
        ),
        (
            "A mine wounded three farmers near the town of Hajin on Monday without causing any deaths.",
            {"killed": (0, 0), "wounded": (3, 3)},
        ),
        (
            "A rocket hit the base at Al-Omar oil field on Monday, with no reports of casualties.",
            {"killed": (0, 0), "wounded": (0, 0)},
        ),
        (
            "Two ISIS fighters were killed in an attack on Hajin on Monday. No SDF fighters were hurt.",
            {"killed": (2, 2)},
        ),
        (
            "قُتل عنصران من قسد يوم الاثنين بانفجار لغم قرب مدينة هجين، دون تسجيل إصابات.",
            {"killed": (2, 2), "wounded": (0, 0)},
        ),
        (
            "أصيب ثلاثة مزارعين يوم الاثنين بانفجار لغم قرب مدينة هجين دون وقوع قتلى.",
            {"killed": (0, 0), "wounded": (3, 3)},
        ),
        (
            "أصيب ثلاثة عناصر بهجوم على حاجز لقسد في مدينة هجين يوم الاثنين، دون تسجيل وفيات.",
            {"killed": (0, 0), "wounded": (3, 3)},
        ),
        ("سقطت قذائف على مدينة هجين يوم الاثنين ولم تسفر عن إصابات.", {"killed": (0, 0), "wounded": (0, 0)}),
        (
            "استهدف مجهولون حاجزاً لقسد في مدينة هجين يوم الاثنين من دون أن يسفر الهجوم عن خسائر.",
            {"killed": (0, 0), "wounded": (0, 0)},
        ),
    ],
)
def test_nobody_came_to_one_harm_beside_another(text: str, expected: dict[str, Bounds]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen opened fire on two SDF fighters in Hajin on Monday, killing one and wounding the other.",
            {"killed": (1, 1), "wounded": (1, 1)},
        ),
        ("Gunmen opened fire on two SDF fighters in Hajin on Monday, killing both.", {"killed": (2, 2)}),
        (
            "Gunmen opened fire on two SDF fighters in Hajin on Monday, killing them on the spot.",
            {"killed": (2, 2)},
        ),
        (
            "A drone targeted a member of the Islamic State in Hajin on "
            "Monday, which immediately caused his death.",
            {"killed": (1, 1)},
        ),
        (
            "A drone targeted a member of the Islamic State in Hajin on Monday, leading to his death.",
            {"killed": (1, 1)},
        ),
        (
            "استهدف مجهولون بالرصاص كلاً من خالد الحسن وسالم العلي في "
            "بلدة الشعفة أمس، ما أدى إلى مقتلهما على الفور.",
            {"killed": (2, 2)},
        ),
        (
            "استهدف مجهولون بالرصاص شابين في بلدة الشعفة أمس، ما أدى إلى مقتل أحدهما وإصابة الآخر.",
            {"killed": (1, 1), "wounded": (1, 1)},
        ),
        (
            "استهدف مجهولون بالرصاص عنصرين من قسد في بلدة الشعفة أمس، قتل "
            "أحدهما على الفور بينما أصيب الثاني بجراح خطرة.",
            {"killed": (1, 1), "wounded": (1, 1)},
        ),
        (
            "أطلق مجهولون النار على عنصرين من قسد في بلدة الشعفة أمس، حيث "
            "فارق أحدهما الحياة متأثراً بجراحه بينما أصيب الآخر.",
            {"killed": (1, 1), "wounded": (1, 1)},
        ),
        ("أطلق مجهولون النار على عنصرين من قسد في بلدة الشعفة أمس، ما أدى لمقتلهما.", {"killed": (2, 2)}),
        ("أطلق مجهولون النار على عنصر من قسد في بلدة الشعفة أمس، ما أودى بحياته.", {"killed": (1, 1)}),
        (
            "أطلق مجهولون النار على عنصرين من قسد في بلدة الشعفة أمس، ما أسفر عن إصابتهما.",
            {"wounded": (2, 2)},
        ),
    ],
)
def test_victims_that_a_pronoun_names(text: str, expected: dict[str, Bounds]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل رجل وزوجته وأطفالهما الأربعة بغارة جوية على مدينة هجين يوم الاثنين.", {"killed": (6, 6)}),
        ("قتلت امرأة وولداها بغارة جوية على مدينة هجين يوم الاثنين.", {"killed": (3, 3)}),
        ("مقتل مزارع وثلاثة من أبنائه بانفجار لغم قرب مدينة هجين يوم الاثنين.", {"killed": (4, 4)}),
        (
            "انفجر لغم في مدينة هجين يوم الاثنين ما تسبب بمقتل طفلين شقيقين وإصابة أمهما وشقيقتهما.",
            {"killed": (2, 2), "wounded": (2, 2)},
        ),
        ("قتل رجل وابن عمه برصاص مجهولين في مدينة هجين يوم الاثنين.", {"killed": (2, 2)}),
        ("اعتقلت قسد مدنياً وأبناءه الثلاثة في مدينة هجين يوم الاثنين.", {"captured": (4, 4)}),
        ("قتل عقيد وملازمان وجندي بكمين قرب مدينة هجين يوم الاثنين.", {"killed": (4, 4)}),
        (
            "قتل شاب وأصيب ثلاثة من أصدقائه بانفجار لغم قرب مدينة هجين يوم الاثنين.",
            {"killed": (1, 1), "wounded": (3, 3)},
        ),
        ("استشهدت أم وأطفالها الثلاثة بغارة على مدينة هجين أمس.", {"killed": (4, 4)}),
        (
            "قتل الملازم أول علي سلمان وعنصران من قوات النظام بانفجار لغم قرب مدينة هجين أمس.",
            {"killed": (3, 3)},
        ),
        ("قتل القيادي في قسد أبو خالد واثنان من مرافقيه بانفجار لغم قرب مدينة هجين أمس.", {"killed": (3, 3)}),
        ("قتل القيادي أبو خالد العراقي مع ثلاثة عناصر بقصف جوي على مدينة هجين أمس.", {"killed": (4, 4)}),
        ("اعتقلت قسد الشقيقين خالد وسالم العلي في مدينة هجين أمس.", {"captured": (2, 2)}),
        ("اعتقلت قسد المدعو خالد الحسن واثنين من أقاربه في مدينة هجين أمس.", {"captured": (3, 3)}),
        ("اعتقلت قسد الشاب خالد الحسن وشقيقه في مدينة هجين أمس.", {"captured": (2, 2)}),
        (
            "قال مصدر إن العميد بشير إسماعيل قائد الفوج 137 وعدداً من الجنود لقوا حتفهم أمس بكمين قرب الشولا.",
            {"killed": (4, None)},
        ),
    ],
)
def test_kin_ranks_and_companions_in_arabic_lists(text: str, expected: dict[str, Bounds]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ارتفع عدد قتلى غارة أمس على مدينة هجين إلى تسعة.", {"killed": (9, 9)}),
        ("ارتفعت حصيلة قتلى الغارة على مدينة هجين أمس من سبعة إلى تسعة قتلى.", {"killed": (9, 9)}),
        (
            "قتل عناصر من قسد بهجوم على مدينة هجين أمس، ووصل عدد القتلى إلى تسعة والجرحى إلى أربعة.",
            {"killed": (9, 9), "wounded": (4, 4)},
        ),
        (
            "قتل عدد من الجنود بكمين قرب مدينة هجين أمس، وأكد مصدر أن عدد القتلى تجاوز 15.",
            {"killed": (15, None)},
        ),
        (
            "قتل عدد من الجنود بكمين قرب مدينة هجين أمس، وأكد مصدر أن عدد القتلى زاد عن 15 قتيلاً.",
            {"killed": (15, None)},
        ),
        ("شنت الطائرات غارة على مدينة هجين أمس، ما رفع حصيلة القتلى إلى تسعة.", {"killed": (9, 9)}),
        ("ارتفعت حصيلة قتلى القصف على مدينة هجين أمس إلى 9 بعد وفاة مصاب متأثراً بجراحه.", {"killed": (9, 9)}),
        (
            "ارتفع عدد القتلى في ريف دير الزور خلال الـ48 ساعة الماضية إلى 31، حيث قُتل أمس "
            "12 مدنياً على الأقل بغارة على بلدة الشعفة.",
            {"killed": (12, None)},
        ),
        (
            "قتل مدنيان بانفجار لغم في بلدة الشعفة أمس، ليرتفع إلى 45 عدد قتلى الألغام منذ مطلع العام.",
            {"killed": (2, 2)},
        ),
        (
            "قتل مدنيان بانفجار لغم في بلدة الشعفة أمس، وبذلك يرتفع "
            "عدد ضحايا الألغام خلال العام الجاري إلى 45.",
            {"killed": (2, 2)},
        ),
        (
            "ارتكب الطيران مجزرة في قرية خشام أمس، راح ضحيتها أكثر من خمسة "
            "وثلاثين شهيداً. وقال ناشطون إن عدد الشهداء تجاوز الخمسين.",
            {"killed": (50, None)},
        ),
        (
            "The number of people killed in Monday's air raid on Hajin reached nine, with 20 wounded.",
            {"killed": (9, 9), "wounded": (20, 20)},
        ),
        (
            "Two civilians were killed in Hajin on Monday, thus, it rises to 389 the "
            "number of civilians killed since the 10th of September 2018.",
            {"killed": (2, 2)},
        ),
        (
            "A mine killed two civilians in Hajin on Monday, bringing the "
            "number of people killed by mines this year to 139.",
            {"killed": (2, 2)},
        ),
        (
            "قال المرصد السوري إن عشرة عناصر قتلوا بهجوم قرب الشولا أمس، "
            "فيما ذكرت شبكة دير الزور 24 أن عدد القتلى 12.",
            {"killed": (10, 12)},
        ),
    ],
)
def test_totals_replace_and_running_ones_are_none(text: str, expected: dict[str, Bounds]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Five people were killed and seven hurt in an air raid on Hajin on Monday.",
            {"killed": (5, 5), "wounded": (7, 7)},
        ),
        (
            "Five dead and seven hurt in an air raid on Hajin on Monday.",
            {"killed": (5, 5), "wounded": (7, 7)},
        ),
        ("A mine in Hajin on Monday left seven people hurt.", {"wounded": (7, 7)}),
        (
            "An air raid on Hajin on Monday claimed five lives and injured seven others.",
            {"killed": (5, 5), "wounded": (7, 7)},
        ),
        ("أصيب العشرات بقصف على مدينة هجين يوم الاثنين.", {"wounded": (20, None)}),
        ("قتل خمسة وأصيب سبعة بغارة على مدينة هجين يوم الاثنين.", {"killed": (5, 5), "wounded": (7, 7)}),
        (
            "قتل شقيقان وأصيب ثالث برصاص مجهولين في مدينة هجين يوم الاثنين.",
            {"killed": (2, 2), "wounded": (1, 1)},
        ),
        ("قتل 12 مدنياً بغارات على مدينة هجين أمس، إضافة إلى خمسة من عناصر داعش.", {"killed": (17, 17)}),
        ("عثر الأهالي على ثلاث جثث لمدنيين قرب مدينة هجين أمس.", {"killed": (3, 3)}),
        (
            "Commander Khalaf al-Salem and two of his guards were killed by an IED in Hajin on Monday.",
            {"killed": (3, 3)},
        ),
        (
            "A blast in Hajin on Monday killed commander Khalaf al-Salem, his son and his driver.",
            {"killed": (3, 3)},
        ),
        (
            "ISIS attacked an army post near Hajin on Monday. Seven soldiers were "
            "killed, along with three members of the National Defence Forces.",
            {"killed": (10, 10)},
        ),
    ],
)
def test_figures_beside_verbs_and_prepositions(text: str, expected: dict[str, Bounds]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل رتل أمريكي مؤلف من 40 شاحنة و15 مدرعة إلى حقل العمر يوم الاثنين.", {"vehicles": (55, 55)}),
        ("وصل رتل يضم 20 شاحنة وأربع عربات همر إلى حقل العمر يوم الاثنين.", {"vehicles": (24, 24)}),
        ("وصل رتل أمريكي إلى حقل العمر يوم الاثنين. وضم الرتل 40 آلية.", {"vehicles": (40, 40)}),
        (
            "دخل رتل أمريكي إلى حقل العمر يوم الاثنين. وقال مصدر إن الرتل يتكون من 40 آلية.",
            {"vehicles": (40, 40)},
        ),
        (
            "A militia convoy headed to Al-Mayadin on Monday. The convoy included 20 vehicles and trucks.",
            {"vehicles": (20, 20)},
        ),
        (
            "Sixteen sealed trucks of the Revolutionary Guards arrived in Al-Bukamal on "
            "Monday, accompanied by seven vehicles carrying armed members.",
            {"vehicles": (16, 16)},
        ),
        (
            "A US convoy arrived at the Conoco gas field on Monday. "
            "It comprises 15 Bradley armoured vehicles.",
            {"vehicles": (15, 15)},
        ),
        (
            "A landmine went off under a tractor near Hajin on Monday and wounded three farmers.",
            {"vehicles": (1, 1), "wounded": (3, 3)},
        ),
        (
            "Coalition jets destroyed three oil tankers and a tank position near Hajin on Monday.",
            {"vehicles": (3, 3)},
        ),
        (
            "A coalition convoy reached Conoco gas field on Monday. The "
            "convoy, which exceeds 80 trucks, carries fuel.",
            {"vehicles": (80, None)},
        ),
        (
            "Reinforcements of 150 men and ten vehicles reached Al-Bukamal on Monday.",
            {"personnel": (150, 150), "vehicles": (10, 10)},
        ),
    ],
)
def test_vehicles_and_men_of_a_convoy(text: str, expected: dict[str, Bounds]) -> None:
    assert counts(text) == expected
