"""Long Arabic sentences that string acts together, and words of theirs that read as something else.

Each text is followed by the event types and places that it tells of, in the order of the events.
All sentences are made up.
"""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Event, Report

WORDS = lexicon.load()
PUBLISHED = date(2023, 5, 11)  # a Thursday


def events_of(text: str, title: str | None = None) -> tuple[Event, ...]:
    return read_report(Report("r", text, title=title, published=PUBLISHED), WORDS).events


def told(text: str) -> list[tuple[str, str]]:
    return [(e.event_type, e.place.name if e.place else "") for e in events_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "شنت الطائرات غارات على بلدة الشعفة كما طالت الغارات بلدة غرانيج، "
            "بالإضافة إلى قصف مدفعي طال بلدة هجين.",
            [("airstrike", "Al-Shafah"), ("airstrike", "Gharanij"), ("shelling", "Hajin")],
            id="likewise, besides",
        ),
        pytest.param(
            "استهدفت طائرة مسيرة سيارة في بلدة ذيبان، فيما قصفت المدفعية بلدة الشحيل.",
            [("drone_strike", "Dhiban"), ("shelling", "Al-Shuhayl")],
            id="while",
        ),
        pytest.param(
            "سيطرت قسد على قرية الباغوز بعد اشتباكات مع داعش، كما دارت اشتباكات أخرى قرب حقل العمر.",
            [("clash", "Al-Baghuz"), ("clash", "Al-Omar oil field")],
            id="the spot of an earlier act of the same happening",
        ),
        pytest.param(
            "سيطرت قوات النظام على بلدة العشارة وذلك عقب سيطرتها أمس على بلدة صبيخان.",
            [("clash", "Al-Asharah"), ("clash", "Subaykhan")],
            id="after taking another",
        ),
        pytest.param(
            "نفذت طائرات حربية عدة غارات على قرية حطلة، وسط قصف من قوات النظام بالقذائف على قرية مراط.",
            [("airstrike", "Hatlah"), ("shelling", "Marrat")],
            id="amid shelling of another village, by other means",
        ),
        pytest.param(
            "دارت اشتباكات في بلدة خشام، في وقت وصلت الاشتباكات إلى بلدة الصور.",
            [("clash", "Khasham"), ("clash", "Al-Suwar")],
            id="clashes that reach a town are no journey",
        ),
        pytest.param(
            "رصد المرصد قصفاً على بلدة البصيرة في حين اندلعت اشتباكات بين الطرفين على محاور في بلدة الصور.",
            [("shelling", "Al-Busayrah"), ("clash", "Al-Suwar")],
            id="a place named before belongs to the clause before",
        ),
        pytest.param(
            "قتل شاب جراء قصف جوي على بلدة ذيبان، كذلك قتل رجل جراء قصف جوي على بلدة الشحيل.",
            [("airstrike", "Dhiban"), ("airstrike", "Al-Shuhayl")],
            id="also",
        ),
        pytest.param(
            "استهدفت الطائرات حقل الخراطة جنوب دير الزور، وأسفرت الغارات عن تدمير آليات.",
            [("airstrike", "Al-Kharata oil field")],
            id="the strikes (الغارات) were where the verb says",
        ),
    ],
)
def test_acts_of_one_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "قصفت قوات النظام مدينة القورية و قرية الدحلة يوم الاثنين.",
            {"Al-Quriyah", "Al-Dahlah"},
            id="'and' written apart",
        ),
        pytest.param(
            "وقعت اشتباكات أمس في بلدة خشام وجنوب بلدة الصور، وفي محيط حقل الخراطة.",
            {"Khasham", "Al-Suwar", "Al-Kharata oil field"},
            id="items with a preposition of their own",
        ),
        pytest.param(
            "استهدف الطيران أحياء الحويقة الغربية والرشدية والجبيلة يوم الاثنين.",
            {
                "Al-Huwayqah (Deir ez-Zor city)",
                "Al-Rushdiyah (Deir ez-Zor city)",
                "Al-Jubaylah (Deir ez-Zor city)",
            },
            id="quarters, and no village of that name",
        ),
        pytest.param(
            "سيطرت قوات النظام على منطقتي الحزام والصناعة في مدينة البوكمال يوم الاثنين.",
            {"Al-Hizam (Al-Bukamal)", "Al-Sina'ah (Al-Bukamal)"},
            id="namesakes of one list lie in one town",
        ),
        pytest.param("سيطر التنظيم على قرية الصبحة يوم الاثنين.", {"Al-Sabha"}, id="the namesake named so"),
        pytest.param(
            "سيطرت القوات على أجزاء واسعة من قرية الجفرة يوم الاثنين.", {"Al-Jafrah"}, id="parts of"
        ),
        pytest.param(
            "طرد الجيش عناصر داعش من بلدة الشعفة قرب مدينة هجين يوم الاثنين.",
            {"Al-Shafah"},
            id="driven out of",
        ),
        pytest.param(
            "تبنى تنظيم داعش تفجير شاحنة عسكرية في بادية مدينة الميادين يوم الاثنين.",
            {"Al-Mayadin desert"},
            id="the desert of a city",
        ),
        pytest.param(
            "سقطت قذائف على بلدات بريف مدينة دير الزور يوم الاثنين.",
            {"Deir ez-Zor Governorate"},
            id="the countryside of the city",
        ),
        pytest.param(
            "قتل مدنيون في بلدة البصيرة.\n"
            "وقال مراسلنا في دير الزور إن ثلاثة مدنيين قتلوا بانفجار عبوة ناسفة.",
            {"Al-Busayrah"},
            id="where a reporter works",
        ),
        pytest.param(
            "استهدفت قسد بقذائف الهاون بعد منتصف الليل حي االجورة في مدينة دير الزور.",
            {"Al-Jurah (Deir ez-Zor city)"},
            id="a slip of the key",
        ),
        pytest.param(
            "هاجم تنظيم داعش مطاراً عسكرياً في محافظة دير الزور يوم الاثنين.",
            {"Deir ez-Zor Military Airport"},
            id="a military airport in the governorate",
        ),
        pytest.param(
            "هاجم تنظيم داعش المطار العسكري بدير الزور يوم الاثنين.",
            {"Deir ez-Zor Military Airport"},
            id="the airport in X",
        ),
        pytest.param(
            "استعاد تنظيم داعش السيطرة على قريتي الجفرة والبوعمر و حقل التيم النفطي يوم الاثنين.",
            {"Al-Jafrah", "Al-Bu Omar", "Al-Taym oil field"},
            id="an 'and' written apart is no part of a name",
        ),
        pytest.param(
            "سيطر تنظيم داعش على مخيم البحرة يوم الجمعة بعد اشتباكات مع قسد.\n"
            "واحتدمت المعارك بين التنظيم وقسد على محاور الباغوز والسوسة وهجين.",
            {"Al-Bahrah", "Al-Baghuz", "Al-Susah", "Hajin"},
            id="no place of a list of fronts is one told before nearby",
        ),
        pytest.param(
            'خرجت مظاهرة في بلدة الجرذي تحت شعار "شهداء الشحيل" يوم الاثنين.',
            {"Al-Jurdi"},
            id="a slogan in quotes",
        ),
        pytest.param(
            "استهدف التحالف الدولي مواقع شرق حقل التنك قرب الحدود السورية العراقية يوم الاثنين.",
            {"Al-Tanak oil field"},
            id="a border lies beside the spot",
        ),
        pytest.param(
            "انسحبت مجموعات من الحرس الثوري الإيراني من مدينة الميادين باتجاه بغداد.",
            {"Al-Mayadin"},
            id="where those who went abroad had been",
        ),
    ],
)
def test_where(text: str, expected: set[str]) -> None:
    assert {place for _, place in told(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "قتل شخصان في انفجار في سوق للسلاح في مدينة الميادين.",
            [("ied_or_mine", "Al-Mayadin")],
            id="a market",
        ),
        pytest.param(
            "اعتقلت قسد خلية لداعش في بلدة الحصان يوم الاثنين، وقالت إنها خططت لزرع عبوات ناسفة وشن هجمات.",
            [("arrest_or_raid", "Al-Husan")],
            id="what a cell planned",
        ),
        pytest.param(
            "فر ستون ألف شخص من المعارك بين النصرة وداعش في بلدة البصيرة.", [], id="people who flee"
        ),
        pytest.param(
            "استولى تنظيم داعش على بلدة الشعفة يوم الاثنين.", [("clash", "Al-Shafah")], id="ground seized"
        ),
        pytest.param(
            "استهدفت المداهمة منزل شخص يدعى ذيبان العلوان في بلدة الشحيل.",
            [("arrest_or_raid", "Al-Shuhayl")],
            id="a man with a town's name",
        ),
        pytest.param(
            "شنت الميليشيات عملية تمشيط في بادية البوكمال يوم الاثنين، ووصفت العملية بالفاشلة.",
            [("security_operation", "Al-Bukamal desert")],
            id="described, not murdered",
        ),
        pytest.param(
            "تعرضت حافلة إلى كمين غادر قرب كباجب يوم الاثنين.", [("ambush", "Kabajib")], id="treacherous"
        ),
        pytest.param(
            "وأضاف مراسلنا أن ميليشيا حزب الله نقلت أسلحة من البوكمال إلى مدينة الميادين.",
            [("movement", "Al-Mayadin")],
            id="carried, not quoted",
        ),
        pytest.param(
            "قصفت طائرات حربية لا يعلم ما إذا كانت روسية قرية حطلة يوم الاثنين.",
            [("airstrike", "Hatlah")],
            id="whose planes is not known",
        ),
        pytest.param(
            'أسفرت العملية في بلدة سويدان جزيرة عن مقتل "رمضان الصالح" واعتقال "باسل الفيصل".',
            [("arrest_or_raid", "Suwaydan")],
            id="a man named like a month",
        ),
        pytest.param(
            "نفذت قوى الأمن الحملة الأمنية التي استهدفت تجار السلاح في بلدة الهري يوم الاثنين.",
            [("arrest_or_raid", "Al-Harri")],
            id="what an operation aimed at",
        ),
        pytest.param(
            "طالب المحتجون في بلدتي الكشكية وأبو حمام بالإفراج عن المعتقلين.",
            [("protest", "Al-Kashkiyah"), ("protest", "Abu Hamam")],
            id="what protesters demand",
        ),
        pytest.param(
            "قتل مدنيان في بلدة ذيبان بسبب القصف المتبادل.",
            [("shelling", "Dhiban")],
            id="because of shelling",
        ),
        pytest.param(
            "سقطت قذائف أطلقها داعش على حي الجورة الذي يحاصره التنظيم منذ ثلاث سنوات.",
            [("shelling", "Al-Jurah (Deir ez-Zor city)")],
            id="'since' that only describes",
        ),
        pytest.param(
            "لا تزال الاشتباكات مستمرة بين قسد وداعش في بلدة الشعفة.",
            [("clash", "Al-Shafah")],
            id="still go on, nothing denied",
        ),
        pytest.param(
            "استهدف داعش حاجزاً في بلدة هجين بقذائف الهاون، "
            "واستهدف بسيارتين مفخختين تجمعاً لقسد في بلدة السوسة.",
            [("shelling", "Hajin"), ("suicide_bombing", "Al-Susah")],
            id="two car bombs, and the mortars of the act before",
        ),
        pytest.param(
            "دمرت وحدات من الجيش مواقع لداعش في بلدة موحسن يوم الاثنين.",
            [("armed_attack", "Muhassan")],
            id="destroyed",
        ),
    ],
)
def test_words_of_two_readings(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "انفجر لغم بسيارة في بادية المسرب.\nوأوضح المصدر أن الانفجار أسفر أيضاً عن تدمير السيارة.",
            [("ied_or_mine", "Al-Masrab desert")],
            id="the blast also led to",
        ),
        pytest.param(
            "هاجم تنظيم داعش مواقع لقوات النظام في الشولا.\nكما أصيب آخرون خلال الاشتباكات في منطقة الشولا.",
            [("clash", "Al-Shulah")],
            id="others were hurt in the clashes",
        ),
        pytest.param(
            "تعرضت قاعدة حقل كونيكو لقصف صاروخي أمس.\n"
            "كما تعرضت القاعدة في حقل كونيكو إلى قصف بعدد من الصواريخ أمس.",
            [("shelling", "Conoco gas field")],
            id="likewise, of the same place and day",
        ),
    ],
)
def test_one_happening_told_again(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_an_aside_on_an_earlier_day_is_background() -> None:
    text = (
        "قتل رجل في انفجار لغم في ريف دير الزور أمس الأربعاء.\n"
        "يأتي هذا الحادث بعد أيام قليلة من مقتل طفل في انفجار مماثل ببلدة كباجب، الاثنين الماضي.\n"
        "وقال مصدر محلي إن الرجل قتل في انفجار لغم في بلدة الشولا."
    )
    found = [(e.place and e.place.name, e.date_start, e.is_background) for e in events_of(text)]
    assert ("Kabajib", date(2023, 5, 8), True) in found
    assert ("Al-Shulah", date(2023, 5, 10), False) in found
    assert len(found) == 2


def test_the_day_of_what_happened_elsewhere_dates_nothing_here() -> None:
    text = "شارع في حلب بعد هجوم شنته مروحية يوم الأحد.\nقتل ثلاثة أشخاص في انفجار في مدينة الميادين."
    [event] = events_of(text)
    assert (event.date_start, event.date_end) == (date(2023, 5, 10), date(2023, 5, 11))


def test_raids_on_several_towns_are_no_part_of_one_told_before() -> None:
    text = "قصفت الطائرات حي الكنامات في دير الزور.\nوشن التحالف غارات على عدة بلدات في ريف دير الزور الشرقي."
    assert told(text) == [
        ("airstrike", "Al-Kanamat (Deir ez-Zor city)"),
        ("airstrike", "Eastern Deir ez-Zor countryside"),
    ]
