"""Arabic reports: each difficulty of the language by sentences of our own, with the values they give."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Count, Event, EventPlace, Reading, Reason, Report, Role

WORDS = lexicon.load()
PUBLISHED = date(2023, 5, 11)  # a Thursday


def read(text: str, title: str | None = None) -> Reading:
    return read_report(Report("r", text, title=title, published=PUBLISHED), WORDS)


def only(text: str) -> Event:
    events = read(text).events
    assert len(events) == 1, [(e.event_type, e.place and e.place.name) for e in events]
    return events[0]


def roles(event: Event) -> set[tuple[str, Role]]:
    return {(actor.actor_id, actor.role) for actor in event.actors}


def name_of(place: EventPlace | None) -> str | None:
    return place.name if place else None


def exactly(n: int) -> Count:
    return Count(n, n, n)


SIDES = [
    pytest.param(
        'أفادت مصادر بأن قوات التحالف الدولي وبمساندة "قسد" نفّذت عملية إنزال جوي في بلدة الشحيل أمس.',
        {("us-led-coalition", Role.INITIATOR), ("sdf", Role.INITIATOR)},
        id="with the support of another",
    ),
    pytest.param(
        'اعتقلت دورية تابعة للتحالف الدولي و"قوات سوريا الديمقراطية" أمس شخصين في بلدة الشحيل.',
        {("us-led-coalition", Role.INITIATOR), ("sdf", Role.INITIATOR), ("civilians", Role.TARGET)},
        id="a list over quotation marks",
    ),
    pytest.param(
        "قتل مسلحون مجهولون في ريف دير الزور الغربي، أمس الأربعاء، موظفاً في البلدية.",
        {("unidentified-gunmen", Role.INITIATOR), ("civilians", Role.TARGET)},
        id="a place and a day between the doers and whom they killed",
    ),
    pytest.param(
        "هاجم مسلحون مجهولون حاجزاً لقوات سوريا الديمقراطية في بلدة الشحيل أمس.",
        {("unidentified-gunmen", Role.INITIATOR), ("sdf", Role.TARGET)},
        id="verb, subject, object",
    ),
    pytest.param(
        'قالت مصادر محلية إن خلايا من تنظيم داعش هاجمت نقطة عسكرية لـ"قسد" في بلدة ذيبان.',
        {("isis", Role.INITIATOR), ("sdf", Role.TARGET)},
        id="the subject before its verb after that",
    ),
    pytest.param(
        "شن تنظيم داعش هجوماً على حاجز لقسد قرب بلدة الصور صباح اليوم.",
        {("isis", Role.INITIATOR), ("sdf", Role.TARGET)},
        id="a light verb, its subject and its noun",
    ),
    pytest.param(
        "تعرضت نقطة تابعة لقوات سوريا الديمقراطية في بلدة الباغوز لهجوم من تنظيم داعش.",
        {("isis", Role.INITIATOR), ("sdf", Role.TARGET)},
        id="came under attack",
    ),
    pytest.param(
        "استهدفت عبوة ناسفة سيارة لقسد في مدينة هجين.",
        {("sdf", Role.TARGET)},
        id="a weapon is no doer",
    ),
    pytest.param(
        "قُتل عنصر من قسد برصاص مسلحين مجهولين في بلدة ذيبان.",
        {("unidentified-gunmen", Role.INITIATOR), ("sdf", Role.TARGET)},
        id="passive with by",
    ),
    pytest.param(
        "اشتبكت قوات النظام مع تنظيم داعش في بادية الميادين.",
        {("syrian-regime-forces", Role.PARTICIPANT), ("isis", Role.PARTICIPANT)},
        id="clash with",
    ),
    pytest.param(
        "اندلعت اشتباكات بين تنظيم داعش من جهة وقوات النظام من جهة ثانية قرب الميادين.",
        {("syrian-regime-forces", Role.PARTICIPANT), ("isis", Role.PARTICIPANT)},
        id="between one side and the other",
    ),
    pytest.param(
        "نفذت قوات التحالف الدولي بمشاركة قسد إنزالاً جوياً في بلدة الشحيل.",
        {("us-led-coalition", Role.INITIATOR), ("sdf", Role.INITIATOR)},
        id="jointly with",
    ),
    pytest.param(
        "خرج الأهالي في مظاهرة ضد قسد في بلدة أبو حمام.",
        {("residents", Role.INITIATOR), ("sdf", Role.TARGET)},
        id="a protest against",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_the_sides_of_an_event(text: str, expected: set[tuple[str, Role]]) -> None:
    assert roles(only(text)) == expected


LOSSES = [
    pytest.param("قُتل عنصران من قسد بانفجار لغم في بلدة الصور.", exactly(2), None, id="a dual"),
    pytest.param(
        "مقتل ثلاثة مدنيين وإصابة خمسة بانفجار لغم في بلدة الصور.", exactly(3), exactly(5), id="nouns of loss"
    ),
    pytest.param(
        "لقي خمسة من عناصر قسد مصرعهم بانفجار عبوة ناسفة في هجين.", exactly(5), None, id="met their death"
    ),
    pytest.param("فقد مدني حياته بانفجار لغم أرضي في بلدة الصور.", exactly(1), None, id="lost his life"),
    pytest.param("أودى انفجار لغم بحياة طفلين في بلدة الصور.", exactly(2), None, id="took the lives of"),
    pytest.param("قُتل عنصر من قسد وجُرح ثالث بانفجار عبوة في هجين.", exactly(1), exactly(1), id="a third one"),
    pytest.param("انفجر لغم في بلدة الصور دون تسجيل إصابات.", exactly(0), exactly(0), id="no casualties"),
    pytest.param(
        "سقط 12 عنصراً من قسد بين قتيل وجريح بانفجار لغم في هجين.", None, None, id="the split untold"
    ),
    pytest.param("اغتيل قيادي في قسد في بلدة هجين.", exactly(1), None, id="a passive form"),
    pytest.param("قُتل مدنيان وثلاثة عناصر من قسد بقصف على هجين.", exactly(5), None, id="and on the number"),
    pytest.param("قُتل قائد عسكري في قسد بلغم في هجين.", exactly(1), None, id="an adjective is no post"),
    pytest.param(
        "قُتل ما لا يقل عن خمسة عناصر بقصف مدفعي على هجين.", Count(5, 5, None), None, id="no fewer than"
    ),
    pytest.param(
        "أضاف أن 18 جندياً على الأقل و23 مقاتلاً من داعش قُتلوا في معارك في هجين.",
        Count(41, 41, None),
        None,
        id="at least, and more",
    ),
    pytest.param(
        "قُتل خمسة مدنيين وأصيب عدد آخر بقصف على هجين.", exactly(5), Count(3, 3, None), id="a number of others"
    ),
    pytest.param(
        "قصفت مروحية هجين أمس، وسقط العشرات من الجرحى.", None, Count(20, 20, None), id="dozens of wounded"
    ),
    pytest.param(
        "أربعة مدنيين قُتلوا، وهم سالم الحمود واثنين لاجئين، بقصف على هجين.", exactly(4), None, id="namely"
    ),
    pytest.param("عُثر على جثث خمسة مدنيين في هجين.", exactly(5), None, id="bodies of five"),
    pytest.param("العثور على خمس جثث في هجين.", exactly(5), None, id="five bodies"),
    pytest.param("نفّذ داعش تصفية عنصرين من قسد في هجين.", exactly(2), None, id="a liquidation"),
    pytest.param("قُتل 19 رجلاً وشاباً بقصف على هجين.", exactly(19), None, id="one number, two nouns"),
    pytest.param("أسفرت غارة على هجين عن مقتل عائلة كاملة.", None, None, id="a family is not one person"),
    pytest.param(
        "أعلن التحالف مقتل سالم الحمود، المفتي في داعش، بغارة جوية على هجين.", exactly(1), None, id="a name"
    ),
]


@pytest.mark.parametrize(("text", "killed", "wounded"), LOSSES)
def test_losses(text: str, killed: Count | None, wounded: Count | None) -> None:
    event = only(text)
    assert (event.killed, event.wounded) == (killed, wounded)


PLACES = [
    pytest.param("قُتل عنصر من قسد قرب بلدة الصور أمس.", "Al-Suwar", id="of the SDF is not from a place"),
    pytest.param("قُتل مدني بالقرب من بلدة الصور أمس.", "Al-Suwar", id="near to"),
    pytest.param("انفجر لغم بالميادين أمس.", "Al-Mayadin", id="a clitic on the name"),
    pytest.param("انفجرت عبوة ناسفة في #دير_الزور أمس.", "Deir ez-Zor Governorate", id="a hashtag"),
    pytest.param(
        "انفجر لغم في ريف دير الزور الشرقي أمس.", "Eastern Deir ez-Zor countryside", id="a side of an area"
    ),
    pytest.param(
        "قُتل الطفل عمر المحمد بانفجار لغم في بلدة الشعفة.", "Al-Shafah", id="a person named like a field"
    ),
    pytest.param(
        "تبنى تنظيم داعش هجوماً على قسد في بلدة الشعفة.", "Al-Shafah", id="a verb spelled like a town"
    ),
    pytest.param(
        "سيطرت قوات النظام بعد معارك على قرية الباغوز التحتاني شرق مدينة البوكمال.",
        "Al-Baghuz al-Tahtani",
        id="a bearing is no place",
    ),
]


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_the_place_of_an_event(text: str, name: str) -> None:
    assert name_of(only(text).place) == name


def test_a_journey_has_both_ends_and_its_vehicles() -> None:
    event = only("وصلت قافلة للتحالف الدولي تضم 40 شاحنة إلى حقل العمر النفطي قادمة من إقليم كردستان العراق.")
    assert event.event_type == "movement"
    assert name_of(event.place) == "Al-Omar oil field"
    assert name_of(event.origin) == "Kurdistan Region of Iraq"
    assert event.vehicles == exactly(40)
    assert roles(event) == {("us-led-coalition", Role.INITIATOR)}


def test_a_withdrawal_is_where_it_left() -> None:
    event = only("انسحبت قوات سوريا الديمقراطية من بلدة الباغوز باتجاه حقل العمر النفطي أمس.")
    assert event.event_type == "withdrawal"
    assert name_of(event.place) == "Al-Baghuz"


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("استهدف مسلحون بعبوة ناسفة دورية لقسد في هجين.", "ied_or_mine"),
        ("أغارت طائرات التحالف الدولي على مقر لداعش في هجين.", "airstrike"),
        ("قصف التنظيم بقذائف الهاون مواقع لقسد في هجين.", "shelling"),
        ("فجر انتحاري نفسه عند حاجز لقسد في هجين.", "suicide_bombing"),
        ("نصب مسلحون كميناً لدورية من قسد في هجين.", "ambush"),
        ("اغتال مجهولون شاباً في هجين.", "assassination"),
        ("اعتقلت قسد أربعة أشخاص في هجين.", "arrest_or_raid"),
        ("اختطف مسلحون شاباً من منزله في هجين.", "abduction"),
        ("قطع الأهالي الطريق في هجين بالإطارات المشتعلة.", "protest"),
    ],
)
def test_the_type_of_an_event(text: str, event_type: str) -> None:
    assert only(text).event_type == event_type


def test_a_said_day_of_publication_is_the_events_day() -> None:
    event = only("قالت قوات سوريا الديمقراطية، اليوم الخميس، إن عناصرها أوقفوا شخصين في بلدة ذيبان.")
    assert (event.date_start, event.date_end) == (PUBLISHED, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("وتشهد مناطق ريف دير الزور هجمات متكررة لتنظيم داعش ضد قسد.", Reason.AGGREGATE),
        ("ولم تعلن أي جهة مسؤوليتها عن الهجوم في بلدة الصور.", Reason.NEGATED),
        ("منذ مطلع العام قُتل 120 مدنياً بالألغام في دير الزور.", Reason.AGGREGATE),
    ],
)
def test_what_is_no_event_says_why(text: str, reason: Reason) -> None:
    reading = read(text)
    assert (reading.events, {r.reason for r in reading.rejections}) == ((), {reason})


def test_spans_slice_back_out_of_an_obfuscated_text() -> None:
    text = 'قُـ ـتل عنصران من "قسد" في هجـ.ـوم لداعش على حاجز في بلدة الشحيل.'
    event = only(text)
    assert event.killed == exactly(2)
    assert all(text[item.start : item.end] == item.text for item in event.evidence)


def test_a_sentence_that_goes_on_with_another_report_is_cut_there() -> None:
    told = [
        (name_of(e.place), str(e.date_start), e.wounded, e.killed)
        for e in read(
            "انفجر لغم أرضي في بلدة الشحيل أمس ما أدى إلى إصابة سبعة عناصر من قسد، وكان المرصد السوري نشر"
            " في الأول من أيار أن عبوة ناسفة انفجرت في هجين، ما أدى إلى مقتل ثلاثة عناصر."
        ).events
    ]
    assert told == [
        ("Al-Shuhayl", "2023-05-10", exactly(7), None),
        ("Hajin", "2023-05-01", None, exactly(3)),
    ]


def test_a_quarter_of_the_town_told_of_is_not_another_towns() -> None:
    event = only("داهمت قسد أمس منزلاً في بلدة الشحيل. واعتقلت شاباً في حي الكتف بالبلدة.")
    assert (name_of(event.place), event.captured) == ("Al-Shuhayl", exactly(1))


def test_names_in_brackets_keep_their_kind() -> None:
    event = only("انفجرت عبوة ناسفة أمس على طريق حقل (الورد) النفطي بسيارة عسكرية.")
    assert name_of(event.place) == "Al-Ward oil field"


def test_how_many_protested_and_what_against() -> None:
    event = only('خرج المئات من أهالي بلدة العزبة أمس بمظاهرات احتجاجاً على اعتقال "قسد" مدنيين.')
    assert (event.event_type, event.personnel) == ("protest", Count(200, 200, None))


LOSSES = [
    ("أطلق مجهولون النار أمس على عنصر من قسد في بلدة أبريهة ما أدى إلى وفاته.", "killed", 1),
    ("عثر أهالي قرية ضمان أمس على جثة الشاب مشهور وعليها آثار طعنات.", "killed", 1),
    ("قُتل عنصران من القوات الحكومية وآخر مدني أمس برصاص مجهولين في القورية.", "killed", 3),
    ("قُتل كل من نسيم الحسين وأيمن الحمادي أمس برصاص مجهولين في بلدة الطيانة.", "killed", 2),
    ("اعتقلت قسد أمس كلاً من أحمد العلي ومحمد درويش في بلدة الشحيل.", "captured", 2),
    ("استهدفت خلايا داعش أمس صهريج نفط في بلدة الشحيل، ما أسفر عن إصابة سائقه.", "wounded", 1),
]


@pytest.mark.parametrize(("text", "field", "number"), LOSSES, ids=[case[0] for case in LOSSES])
def test_persons_told_of_one_by_one(text: str, field: str, number: int) -> None:
    assert getattr(only(text), field) == exactly(number)


def test_leaflets_dropped_are_no_event() -> None:
    assert read("ألقت طائرات التحالف مناشير فوق مدينة الميادين أمس.").events == ()


def test_a_full_stop_without_a_space_ends_a_sentence() -> None:
    events = read("قُتل شاب برصاص ملثمين في بلدة الشحيل.وفي بلدة ذيبان تعرض مدني لإطلاق نار.").events
    assert [e.place and e.place.name for e in events] == ["Al-Shuhayl", "Dhiban"]


def test_what_may_raise_a_toll_says_nothing_of_the_strike_behind_it() -> None:
    [event] = read(
        "قتل خمسة عناصر وأصيب آخرون مما يرجح ارتفاع الحصيلة، جراء استهداف طائرة مسيرة لسيارة قرب الكشمة."
    ).events
    assert (event.event_type, event.killed and event.killed.low) == ("drone_strike", 5)


def test_cutting_a_supply_road_is_no_protest() -> None:
    assert read("أسفر هجوم للتنظيم عن قطع طريق إمداد القوات الحكومية.").events == ()
    [event] = read("قطع محتجون طريق الشحيل احتجاجا على نقص الخبز أمس.").events
    assert event.event_type == "protest"


def test_a_toll_before_the_sentence_turns_to_another_place_is_of_the_first() -> None:
    events = read(
        "قصف طيران التحالف بلدة هجين أمس ما أسفر عن مقتل مدنيين اثنين كما طال القصف مناطق في الباغوز."
    ).events
    assert {name_of(e.place): e.killed and e.killed.low for e in events} == {"Hajin": 2, "Al-Baghuz": None}
