"""Arabic: whose act a clause tells, who is only named, what stands beside it; sentences of our own."""

from __future__ import annotations

import pytest

from core.model import Event
from tests.core.extract.test_arabic import read


def doers(event: Event) -> set[str]:
    return {a.actor_id for a in event.actors if a.role in {"initiator", "participant"}}


def targets(event: Event) -> set[str]:
    return {a.actor_id for a in event.actors if a.role == "target"}


@pytest.mark.parametrize(
    ("text", "event_type", "who"),
    [
        ("تمكنت قوى الأمن الداخلي من ضبط مستودع ذخائر في مدينة موحسن.", "security_operation", {"asayish"}),
        ("لكن قسد استطاعت تسيير دوريات في هجين واعتقال عشرة شبان.", "deployment", {"sdf"}),
        ("نجحت قسد في القبض على عنصرين من داعش في ذيبان.", "arrest_or_raid", {"sdf"}),
        (
            "أرسلت ميليشيا فاطميون تعزيزات إلى خطوط التماس مع قسد في بلدة خشام.",
            "movement",
            {"liwa-fatemiyoun"},
        ),
        (
            "وصل رتل يضم 40 شاحنة محملة بمواد لوجستية تابع للتحالف إلى بلدة ذيبان.",
            "movement",
            {"us-led-coalition"},
        ),
        ("قتل مدني في ذيبان باستهداف منزله بطائرة مسيرة تابعة لقسد.", "drone_strike", {"sdf"}),
        ("استهدفت قسد بالرصاص مجموعة مهربين في بلدة الجرذي.", "armed_attack", {"sdf"}),
    ],
)
def test_who_does_what_a_verbal_noun_tells(text: str, event_type: str, who: set[str]) -> None:
    event = read(text).events[0]
    assert (event.event_type, doers(event)) == (event_type, who)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("قصف طيران التحالف موقعا تابعا للحرس الثوري في بادية البوكمال.", {"irgc"}),
        ("استهدفت طائرة مسيرة سيارة لقيادي في كتائب حزب الله في البوكمال.", {"kataib-hezbollah"}),
        ("استهدفت طائرة مسيرة سيارة تقل قياديا في كتائب حزب الله في البوكمال.", {"kataib-hezbollah"}),
    ],
)
def test_whom_a_strike_hits(text: str, whom: set[str]) -> None:
    [event] = read(text).events
    assert targets(event) == whom
    assert doers(event).isdisjoint(whom)


@pytest.mark.parametrize(
    "text",
    ["اعتقلت قسد محمود العلي في بلدة ذيبان.", "ألقت قسد القبض على المدعو سالم الحمود في بلدة ذيبان."],
)
def test_one_who_is_only_named_is_taken(text: str) -> None:
    [event] = read(text).events
    assert (event.event_type, event.captured and event.captured.best) == ("arrest_or_raid", 1)


def test_residents_are_taken_in_their_town() -> None:
    [event] = read("اعتقلت دوريات الحرس الثوري عددا من أهالي مدينة البوكمال.").events
    assert event.place is not None
    assert event.place.name == "Al-Bukamal"


def test_what_a_man_taken_had_done_is_no_loss() -> None:
    [event] = read("قبضت قسد في هجين على سالم الحمود، المتورط في استهداف دورية، ما أدى إلى مقتل عنصر.").events
    assert (event.event_type, event.killed) == ("arrest_or_raid", None)


CASES = {
    "guns while planes strike": (
        "قصفت طائرات النظام بلدة الجفرة بالتزامن مع قيام المدفعية بقصف معاقل للتنظيم في بلدة الخريطة.",
        [("airstrike", "Al-Jafrah"), ("shelling", "Al-Kharitah")],
    ),
    "where a dead man came from": (
        "قتل مدني قرب بلدة العشارة. وينحدر القتيل من أهالي بلدة صبيخان.",
        [("armed_attack", "Al-Asharah")],
    ),
    "across a river": (
        "تصدت قسد لمحاولة تسلل نفذتها مجموعات النظام عبر نهر الفرات في قرية الجنينة.",
        [("clash", "Al-Junaynah")],
    ),
    "a raid with helicopters in support": (
        "اقتحمت قسد بدعم من مروحيات التحالف قرية الكسار واعتقلت رجلين.",
        [("arrest_or_raid", "Al-Kassar")],
    ),
    "a clash that followed a bomb": (
        "انفجرت عبوة ناسفة بعربة لقسد في الباغوز. وأشار المصدر إلى أن الانفجار تلاه اشتباك.",
        [("ied_or_mine", "Al-Baghuz")],
    ),
    "found dead": ("عثر الأهالي على شخصين مقتولين في هجين.", [("other_violence", "Hajin")]),
    "a siege broken": ("كسر الجيش السوري الحصار عن بلدة الجفرة.", [("clash", "Al-Jafrah")]),
    "a hospital's director": (
        "قال مدير مشفى الأسد في دير الزور إن أربعة قتلى سقطوا بانفجار لغم في بادية كباجب.",
        [("ied_or_mine", "Kabajib")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_happened_where(name: str) -> None:
    text, events = CASES[name]
    assert [(e.event_type, e.place.name) for e in read(text).events if e.place is not None] == events


def test_the_day_of_a_later_report_is_not_the_raid_s() -> None:
    first, second = read(
        "داهمت قسد معبرا في بلدة الشحيل، وأشار المرصد في 30 نيسان إلى أن قسد داهمت منازل في بلدة الطيانة."
    ).events
    assert str(second.date_start) == "2023-04-30"
    assert first.date_start != second.date_start


def test_a_family_of_six_are_six() -> None:
    [event] = read("أفادت مصادر بمقتل عائلة مكونة من 6 أشخاص في بلدة ذيبان بقصف مدفعي.").events
    assert event.killed is not None
    assert event.killed.best == 6


def test_both_sides_far_apart_take_part() -> None:
    events = read(
        "رصد نشطاء اشتباكات بالأسلحة الرشاشة مساء الاثنين بين قسد المتمركزين في قرية الصبحة من طرف وقوات"
        " النظام من طرف آخر."
    ).events
    assert doers(events[0]) == {"sdf", "syrian-regime-forces"}


def test_a_car_of_another_act_is_not_counted() -> None:
    [event] = read(
        "فجرت قسد منزل رجل في بلدة الجرذي، واتهمت قسد الرجل بتفجير سيارة عسكرية بعبوة ناسفة."
    ).events
    assert event.vehicles is None


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("قتل مختار قرية الجرذي وابنه برصاص مجهولين.", 2),
        ("قتل المختار سالم الحمود وشقيقه برصاص مجهولين في الجرذي.", 2),
        ("قتل رجل وزوجته وطفلهما بانفجار لغم في الشحيل.", 3),
        ("قتلت امرأة وطفلاها بانفجار لغم في الشحيل.", 3),
    ],
)
def test_the_kin_of_a_victim_are_counted_behind_his_name(text: str, killed: int) -> None:
    (event,) = read(text).events
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (killed, killed)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("انفجرت عبوة ناسفة في حي القصور بحمص وقتل شخصان.", []),
        ("انفجرت عبوة ناسفة في بلدة الصالحية بحلب وقتل شخصان.", []),
        ("انفجرت عبوة ناسفة في حي القصور بدير الزور وقتل شخصان.", ["Al-Qusur (Deir ez-Zor city)"]),
    ],
)
def test_a_namesake_in_another_city_is_no_place_of_ours(text: str, places: list[str]) -> None:
    assert [e.place.name for e in read(text).events if e.place] == places


def test_protesters_who_close_an_entrance_protest() -> None:
    (event,) = read("أغلق محتجون مدخل حقل العمر النفطي يوم الأحد.").events
    assert (event.event_type, event.place and event.place.name) == ("protest", "Al-Omar oil field")


@pytest.mark.parametrize(
    ("text", "doing", "hit"),
    [
        ("استهدف هجوم آخر عناصر قسد على أطراف بلدة الصور.", set(), {"sdf"}),
        ("استهدف قصف قوات النظام بلدة الشحيل.", {"syrian-regime-forces"}, set()),
    ],
)
def test_whom_an_attack_hit_is_not_whose_it_was(text: str, doing: set[str], hit: set[str]) -> None:
    (event,) = read(text).events
    assert (doers(event), targets(event)) == (doing, hit)


@pytest.mark.parametrize(
    "text",
    [
        "فجر نفسه قرب حاجز لقسد في البصيرة.",
        "هاجم شخص بدراجة نارية مفخخة سيارة في البوكمال، وفجر نفسه قربها.",
    ],
)
def test_who_blows_himself_up_does_so_at_no_dawn(text: str) -> None:
    (event,) = read(text).events
    assert (event.event_type, event.date_start == event.date_end) == ("suicide_bombing", False)
