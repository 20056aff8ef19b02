"""What Arabic reports say of several places, of authors and of the dead, each in the words they use."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Count, Event, EventPlace, Reading, Report, Role

WORDS = lexicon.load()
PUBLISHED = date(2023, 5, 11)  # a Thursday


def read(text: str, title: str | None = None) -> Reading:
    return read_report(Report("r", text, title=title, published=PUBLISHED), WORDS)


def only(text: str) -> Event:
    events = read(text).events
    assert len(events) == 1, [(e.event_type, e.place and e.place.name) for e in events]
    return events[0]


def name_of(place: EventPlace | None) -> str | None:
    return place.name if place else None


def exactly(n: int) -> Count:
    return Count(n, n, n)


@pytest.mark.parametrize(
    ("text", "initiators"),
    [
        pytest.param(
            "قُتل أربعة مسلحين في قصف إسرائيلي على قرية الهري يوم الاثنين.",
            {"Israel"},
            id="the raiders' nationality",
        ),
        pytest.param(
            "استهدفت طائرات حربية يُرجح أنها إسرائيلية موقعاً للميليشيات الإيرانية في قرية الهري.",
            {"Israel"},
            id="likely theirs",
        ),
        pytest.param(
            "قُتل خمسة عناصر من قسد بعملية لداعش في بلدة ذيبان.", {"ISIS"}, id="in an operation of theirs"
        ),
        pytest.param(
            "قُتل جندي في استهداف لداعش على حافلة في بلدة ذيبان.", {"ISIS"}, id="a strike of theirs on"
        ),
        pytest.param("خرجت مظاهرة في قرية الهري يوم الاثنين.", {"residents"}, id="who demonstrates"),
    ],
)
def test_who_did_it(text: str, initiators: set[str]) -> None:
    event = only(text)
    assert {a.name for a in event.actors if a.role in {Role.INITIATOR, Role.UNKNOWN}} == initiators


def test_a_bracketed_list_is_as_many_places() -> None:
    text = "خرجت مظاهرات يوم الجمعة في كل من بلدات (ذيبان والشحيل) وقريتي (الحصان وأبريهة)."
    assert {name_of(e.place) for e in read(text).events} == {"Dhiban", "Al-Shuhayl", "Al-Husan", "Abriha"}


def test_the_quarter_told_after_its_town_is_the_place() -> None:
    text = (
        "انفجرت عبوة ناسفة في مدينة دير الزور مستهدفة سيارة لقسد، قرب المدرسة في حي الجورة بمدينة دير الزور."
    )
    assert name_of(only(text).place) == "Al-Jurah (Deir ez-Zor city)"


def test_helicopters_that_land_at_a_base_have_come_there() -> None:
    assert only("هبطت مروحيات تابعة للتحالف الدولي في حقل العمر أمس.").event_type == "movement"


def test_the_dead_brought_to_a_town_are_no_movement_there() -> None:
    text = (
        "قصفت طائرات إسرائيلية قرية الهري أمس. ونقلت سيارات تابعة للحرس الثوري جثث القتلى إلى مدينة القائم."
    )
    assert [name_of(e.place) for e in read(text).events] == ["Al-Harri"]


HAPPENINGS = [
    pytest.param(
        "اعتقلت قسد عدداً من الأشخاص في قرية الزر ومدينة الشحيل.",
        ["Al-Zir", "Al-Shuhayl"],
        id="village and town",
    ),
    pytest.param(
        "استشهد طفل في قرية السويعية كما أصيبت امرأتان في بلدة خشام نتيجة انفجار ألغام.",
        ["Al-Suwayiyah", "Khasham"],
        id="losses told place by place before their cause",
    ),
    pytest.param(
        "أخلت ميليشيا فاطميون مقراتها في مدينة الميادين، واتخذت مقرات جديدة في قريتي الغبرة والعباس.",
        ["Al-Mayadin", "Al-Ghabrah", "Al-Abbas"],
        id="posts left and posts taken",
    ),
    pytest.param(
        "قُتل شخص من بلدة ذيبان برصاص مجهولين أمس.", ["Dhiban"], id="only the victim's town is named"
    ),
    pytest.param(
        "اندلعت اشتباكات في هجين أمس. وقُتل مدني برصاص مجهولين في قرية الزنبقية.",
        ["Hajin"],
        id="an unknown village",
    ),
]


@pytest.mark.parametrize(("text", "names"), HAPPENINGS)
def test_what_happened_where(text: str, names: list[str]) -> None:
    assert sorted(str(name_of(e.place)) for e in read(text).events) == sorted(names)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        pytest.param(
            "أطلق مجهولون النار على شاب في بلدة ذيبان ما أدى إلى وفاته.", exactly(1), id="his death"
        ),
        pytest.param(
            "استهدف مسلحون شابين في ذيبان، والهجوم أودى بحياتهما.", exactly(2), id="their two lives"
        ),
        pytest.param(
            "قالت مصادر إن ثمانية مدنيين من عائلة واحدة قُتلوا بغارة في ذيبان.", exactly(8), id="of one family"
        ),
        pytest.param(
            "شن الطيران غارة على ذيبان أمس، راح ضحيتها 70 مدنياً و100 جريح.",
            exactly(70),
            id="dead, then wounded",
        ),
        pytest.param(
            "قُتل كل من وليد الأحمد ووائل خلف وسعد العلي في بلدة ذيبان.", exactly(3), id="told by name"
        ),
        pytest.param("أقدم عناصر داعش على قطع رأس شاب في بلدة ذيبان.", exactly(1), id="beheaded"),
    ],
)
def test_the_dead_that_only_a_pronoun_counts(text: str, killed: Count) -> None:
    assert only(text).killed == killed


def test_posts_and_houses_in_two_towns_are_two_shellings_by_the_one_named_first() -> None:
    events = read("قصف الجيش السوري مواقع لقسد في غرانيج ومنازل المدنيين في الشحيل يوم الأربعاء.").events
    assert [name_of(event.place) for event in events] == ["Gharanij", "Al-Shuhayl"]
    assert {a.name for e in events for a in e.actors if a.role is Role.INITIATOR} == {"Syrian Army"}


def test_an_age_is_no_oil_field() -> None:
    event = only("قُتل عنصر من قسد في الميادين يوم الأربعاء. ويبلغ القتيل من العمر 27 عاماً.")
    assert name_of(event.place) == "Al-Mayadin"


def test_where_a_dead_man_comes_from_is_no_place_that_a_force_left() -> None:
    text = (
        "وعرف من القتلى في المسرب حسن المنحدر من مدينة تدمر، فيما استقدمت قوات النظام تعزيزات إلى الميادين."
    )
    assert [name_of(e.origin) for e in read(text).events if e.event_type == "movement"] == [None]


def test_a_toll_told_according_to_a_source_is_no_speaker() -> None:
    event = only("استهدفت خلايا داعش حاجزاً في المسرب، ما أسفر عن مقتل ثلاثة عناصر من الفصيل، بحسب المصدر.")
    assert event.killed == exactly(3)


def test_where_the_dead_were_taken_is_not_where_the_strike_was() -> None:
    event = only(
        "قصفت طائرات مجهولة مقراً في البوكمال يوم الأربعاء. "
        "ونُقلت جثث القتلى إلى مدينة القائم، من دون معرفة عددهم من جراء القصف."
    )
    assert name_of(event.place) == "Al-Bukamal"


def test_what_old_fighting_left_is_a_mine() -> None:
    [event] = read("قتل راع بانفجار مقذوف من مخلفات الاشتباكات في بادية هجين أمس الأربعاء.").events
    assert (event.event_type, event.killed) == ("ied_or_mine", exactly(1))


def test_a_checkpoint_named_like_a_place_elsewhere_is_in_the_town_told() -> None:
    [event] = read('هاجم مسلحون حاجز "السياسية" في مدينة الميادين أمس الأربعاء.').events
    assert name_of(event.place) == "Al-Mayadin"


def test_some_of_the_dead_told_by_name_are_no_further_attack() -> None:
    [event] = read(
        "قتل خمسة عناصر من قسد بهجوم لداعش في ذيبان أمس الأربعاء.\n"
        "وتم التعرف على اثنين من القتلى وهما أحمد من بلدة الدحلة وياسر من بلدة الصور."
    ).events
    assert (name_of(event.place), event.killed) == ("Dhiban", exactly(5))


def test_while_a_force_raided_another_town() -> None:
    events = read(
        'نفذت قوات التحالف إنزالا جويا في الشحيل أمس الأربعاء، في حين دهمت "قسد" بلدة الحوايج واعتقلت شخصين.'
    ).events
    assert [
        (name_of(e.place), [a.actor_id for a in e.actors if a.role is Role.INITIATOR]) for e in events
    ] == [("Al-Shuhayl", ["us-led-coalition"]), ("Al-Hawayij", ["sdf"])]


def test_the_namesake_in_the_district_that_the_phrase_names() -> None:
    [event] = read("قصفت طائرات بلدة الصالحية بريف البوكمال أمس الأربعاء.").events
    assert name_of(event.place) == "Al-Salihiyah (Al-Bukamal)"
    [event] = read("قصفت طائرات بلدة الصالحية شمال دير الزور أمس الأربعاء.").events
    assert name_of(event.place) == "Al-Salihiyah"
    [event] = read('دخلت شاحنات الحرس الثوري منطقة "الصناعة" بمدينة البوكمال أمس الأربعاء.').events
    assert name_of(event.place) == "Al-Sina'ah (Al-Bukamal)"


def test_clashes_amid_shelling_are_clashes() -> None:
    [event] = read(
        "دارت اشتباكات بين قوات النظام وداعش في حي الحويقة أمس الأربعاء، في ظل قصف على الحي."
    ).events
    assert event.event_type == "clash"


def test_a_clash_between_clans_is_a_clash() -> None:
    [event] = read("قتل شاب أمس الأربعاء في اشتباكات عشائرية اندلعت في بلدة الدوير بريف دير الزور.").events
    assert (event.event_type, event.killed) == ("clash", exactly(1))


def test_a_pickup_is_no_month() -> None:
    [event] = read("دخلت ست سيارات بيك آب للحرس الثوري إلى مدينة البوكمال أمس الأربعاء.").events
    assert str(event.date_start) == "2023-05-10"


def test_loyal_to_tehran_is_no_place() -> None:
    [event] = read(
        "انفجرت سيارة مفخخة لمجموعات موالية لطهران في حي القصور بمدينة دير الزور أمس الأربعاء."
    ).events
    assert name_of(event.place) == "Al-Qusur (Deir ez-Zor city)"


def test_a_car_bomb_that_exploded_is_told_once() -> None:
    [event] = read(
        "استهدفت سيارة مفخخة يقودها انتحاري نقطة لقسد شمالي دير الزور أمس الأربعاء.\n"
        "وأضاف المراسل أن سيارة انفجرت على بوابة النقطة قرب بلدة الصور."
    ).events
    assert (event.event_type, name_of(event.place)) == ("suicide_bombing", "Al-Suwar")


def test_to_ensure_is_no_village() -> None:
    [event] = read("فرضت قسد حظر تجوال في هجين أمس الأربعاء، لضمان نجاح العملية.").events
    assert name_of(event.place) == "Hajin"


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        pytest.param(
            "استعادت قوات النظام السيطرة على العشارة وعدة قرى بين مدينتي الميادين والبوكمال"
            " أهمها دبلان وصبيخان ومحكان.",
            "clash",
            {"Al-Asharah", "Dablan", "Subaykhan", "Mahkan"},
            id="what most notably names, not the ends of the stretch",
        ),
        pytest.param(
            "وقعت اشتباكات في بلدة خشام، وفي محيط محطة الخراطة.",
            "clash",
            {"Khasham", "Al-Kharata oil field"},
            id="at one and around another",
        ),
        pytest.param(
            "استهدف القصف الجوي أحياء الشيخ ياسين والرشدية والعمال.",
            "airstrike",
            {
                "Al-Sheikh Yasin (Deir ez-Zor city)",
                "Al-Rushdiyah (Deir ez-Zor city)",
                "Al-Ummal (Deir ez-Zor city)",
            },
            id="a quarter called after a man, and those behind it",
        ),
        pytest.param(
            "هاجم تنظيم داعش نقاطاً في الباغوز وهجين وبادية السوسة.",
            "armed_attack",
            {"Al-Baghuz", "Hajin", "Al-Susah"},
            id="the desert of a town is no whole desert",
        ),
        pytest.param(
            "قصف طيران التحالف قرية الشعفة، كما طال القصف قرية الباغوز.",
            "airstrike",
            {"Al-Shafah", "Al-Baghuz"},
            id="the bombing that went on is of the kind told",
        ),
        pytest.param(
            "دارت معارك بين قسد وداعش في الباغوز، ويترافق ذلك مع قصف جوي.",
            "clash",
            {"Al-Baghuz"},
            id="strikes that go along with a fight",
        ),
        pytest.param(
            "شهدت مدينة الميادين وصول رتل من لواء فاطميون.",
            "movement",
            {"Al-Mayadin"},
            id="the town that saw an arrival",
        ),
    ],
)
def test_places_of_a_list(text: str, kind: str, places: set[str]) -> None:
    events = read(text).events
    assert {name_of(e.place) for e in events} == places
    assert {e.event_type for e in events} == {kind}


def test_people_behind_a_name_are_whom_it_did_it_to() -> None:
    event = only("احتجزت قسد مدنيين في بلدة الشحيل يوم الاثنين.")
    assert {(a.name, a.role) for a in event.actors} == {("SDF", Role.INITIATOR), ("civilians", Role.TARGET)}


def test_a_year_behind_its_day_is_no_date_of_its_own() -> None:
    event = only("هاجم مسلحون حاجزاً في الشحيل يوم الاثنين 8 أيار/مايو الجاري من العام 2023.")
    assert (event.date_start, event.date_end) == (date(2023, 5, 8), date(2023, 5, 8))
