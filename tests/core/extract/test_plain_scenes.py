"""Single sentences that fooled the reading once, told in our own words: one row, one event."""

from __future__ import annotations

from datetime import date

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Count, Event, Report, Role

WORDS = lexicon.load()


def _read(text: str, language: str) -> tuple[Event, ...]:
    report = Report("r", text.replace("\\n", "\n"), published=date(2023, 5, 17), language=language)
    return read_report(report, WORDS).events


def _bounds(count: Count | None) -> tuple[int | None, int | None] | None:
    return None if count is None else (count.low, count.high)


def _by(event: Event, role: Role) -> set[str | None]:
    return {actor.actor_id for actor in event.actors if actor.role is role}


@pytest.mark.parametrize(
    ("language", "text", "event_type", "place"),
    [
        (
            "en",
            "The SDF closed a river crossing in Zaghira Jadidah.",
            "security_operation",
            "Zughayr Jazirah",
        ),
        ("en", "An attack on a patrol of the SDF in Hajin was claimed by ISIS.", "armed_attack", "Hajin"),
        ("en", "Militias launched projectiles at a US base in Hajin.", "shelling", "Hajin"),
        ("en", "The army reached the outskirts of al-Mayadin amid clashes with ISIS.", "clash", "Al-Mayadin"),
        ("en", "The Nusra Front took Hajin and seized army and security compounds there.", "clash", "Hajin"),
        ("en", "Mortar shells which regime forces fired on al-Susah hit a house.", "shelling", "Al-Susah"),
        (
            "en",
            "A bomb killed two men in Al-Mayadin, a city of Deir ez-Zor province.",
            "ied_or_mine",
            "Al-Mayadin",
        ),
        ("en", "A person of Gharanij town was slain by another in Hajin city.", "assassination", "Hajin"),
        ("en", "Hajin is now in the hands of the SDF.", "clash", "Hajin"),
        (
            "ar",
            "وقالت مصادر الميادين إن قوات النظام قصفت بالمدفعية بلدة البصيرة.",
            "shelling",
            "Al-Busayrah",
        ),
        ("ar", "انفجر لغم يوم الاثنين في الجهة الشرقية من بلدة هجين.", "ied_or_mine", "Hajin"),
        ("ar", "قصفت قوات النظام من الضفة الغربية من النهر بلدة الشحيل.", "shelling", "Al-Shuhayl"),
        (
            "ar",
            "ضربت مسيّرة مستودعاً في حي الصناعة عند أطراف مدينة البوكمال.",
            "drone_strike",
            "Al-Sina'ah (Al-Bukamal)",
        ),
        ("ar", "بسط الجيش السوري مجدداً صباح اليوم الخميس سيطرته على بلدة هجين.", "clash", "Hajin"),
        ("ar", "قتل شخص برصاص دورية لقسد في أثناء عملية أمنية في قرية الزر.", "armed_attack", "Al-Zir"),
        ("ar", "هاجم تنظيم داعش بطارية مدفعية لقوات النظام في البصيرة.", "armed_attack", "Al-Busayrah"),
        ("ar", "وصلت قوات النظام إلى أطراف الميادين وسط اشتباكات عنيفة مع داعش.", "clash", "Al-Mayadin"),
        ("ar", "أعاد الحرس الثوري توزيع قواته في الميادين.", "deployment", "Al-Mayadin"),
        ("ar", "ضربت قسد طوقا حول بلدة البصيرة.", "security_operation", "Al-Busayrah"),
        ("ar", "انفجرت عبوة ناسفة في بلدة الحصان بسيارة كانت تنقل عناصر من قسد.", "ied_or_mine", "Al-Husan"),
        (
            "ar",
            "طالت الاعتقالات الشقيقين محمد حسين الخاطر الجاسم وأحمد الجاسم في بلدة الصالحية.",
            "arrest_or_raid",
            "Al-Salihiyah",
        ),
    ],
)
def test_what_and_where(language: str, text: str, event_type: str, place: str) -> None:
    [event] = _read(text, language)
    assert event.place is not None
    assert (event.event_type, event.place.name) == (event_type, place)


@pytest.mark.parametrize(
    ("language", "text", "initiators"),
    [
        ("en", "Raids were launched by International Coalition-backed SDF in Jadid Aqidat town.", {"sdf"}),
        ("en", "The al Qaeda-linked Nusra Front took al-Busayrah.", {"al-nusra-front"}),
        (
            "en",
            "A member of a militia, backed by the regime, was arrested by SDF in Jadid Bakkarah.",
            {"sdf"},
        ),
        ("en", "Militants supported by Turkey attacked a post in Hajin.", {"syrian-national-army"}),
        ("en", "Hajin was attacked by fighters backed by Iran.", {"iran-backed-militias"}),
        ("en", "An ISIS attack on a checkpoint in Hajin was foiled by the SDF.", {"isis"}),
        ("en", "An attack on a checkpoint in Hajin was foiled on Monday by the SDF.", set()),
        ("ar", "دخل نحو 50 شاحنة محملة بمعدات لوجستية للتحالف إلى بلدة هجين.", {"us-led-coalition"}),
        ("ar", "عبر رتل للجيش السوري قادماً من الحسكة باتجاه قرية السوسة.", {"syrian-army"}),
    ],
)
def test_who_did_it(language: str, text: str, initiators: set[str]) -> None:
    [event] = _read(text, language)
    assert _by(event, Role.INITIATOR) == initiators


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("en", "ISIS attacked a vehicle carrying SDF fighters in Hajin.", "sdf"),
        ("ar", "استهدف تنظيم داعش سيارة تقل عناصر من قسد في ذيبان.", "sdf"),
    ],
)
def test_whose_vehicle_was_hit(language: str, text: str, target: str) -> None:
    [event] = _read(text, language)
    assert target in _by(event, Role.TARGET)


@pytest.mark.parametrize(
    ("language", "text", "killed"),
    [
        ("en", "Gunmen killed a blacksmith in Hajin.", (1, 1)),
        ("en", "A blacksmith died of his wounds in Hajin due to shelling.", (1, 1)),
        ("en", "An attack killed a large number of people in Hajin.", (3, None)),
        ("en", "Rockets fell on Green Village. No US or coalition troops were hurt.", (0, 0)),
        ("en", "A total of 25 people have died since Tuesday in fighting in Dhiban.", (25, 25)),
        ("en", "The raids killed six Syrian and Iraqi fighters in al-Susah.", (6, 6)),
        ("en", "An ISIS assault on al-Jafrah was foiled by the army, which killed five of them.", (5, 5)),
        ("en", "In October ISIS detonated a car bomb in Hajin, killing 40 people.", (40, 40)),
        ("en", "A raid killed 73 civilians, 15 children and six women among them, in Hajin.", (73, 73)),
        ("ar", "أعدم داعش واحداً من عناصره في قرية أبو خشب.", (1, 1)),
        ("ar", "القصف أودى بـ16 مدنياً في الباغوز.", (16, 16)),
        ("ar", "أودى القصف بستة مدنيين في الباغوز.", (6, 6)),
        ("ar", "هاجم مسلحون منزلاً في ذيبان، واقتصرت الخسائر على المادية.", (0, 0)),
        ("ar", "حزّ مسلحو داعش رؤوس ستة سوريين في الميادين.", (6, 6)),
        ("ar", "قتل 23 مدنيا في غارات على البوكمال. وأغارت الطائرات على البوكمال فقتلت العشرات.", (23, 23)),
    ],
)
def test_how_many_died(language: str, text: str, killed: tuple[int, int | None]) -> None:
    [event] = _read(text, language)
    assert _bounds(event.killed) == killed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The death toll from strikes over the past seven days reached 99 in Hajin, Shafah and Susah."),
        ("en", "The residents turn to the soldier for help in dismantling mines planted in Jadid Aqidat."),
        ("en", "The SDF and the Coalition go on with their operations against cells in the countryside."),
        ("en", "Hajin is in the hands of the SDF, while others hold sway in al-Bukamal."),
        ("en", "Daesh carries out attack after attack on the posts south of Deir Ezzor."),
        ("ar", "تعيش بلدات الريف الشرقي لدير الزور على وقع عمليات الاغتيال والتفجير."),
        ("ar", "ومن ضمن الحصيلة الكلية، قتل 99 شخصاً في البوكمال بالألغام."),
        ("ar", "يشار إلى أن الحرس الثوري يفرض سيطرته ونفوذه على الهري والسويعية."),
        ("ar", "وصل نازحون فارون من الاشتباكات في هجين إلى المخيم."),
    ],
)
def test_what_is_no_event(language: str, text: str) -> None:
    assert _read(text, language) == ()


def test_villages_whose_people_took_part_saw_no_rally_of_their_own() -> None:
    text = (
        "Residents demonstrated near Al-Salihiya crossing on Friday.\\n\\nResidents of three villages took "
        "part in the demonstration: Murat, Hatla and Khasham."
    )
    [event] = _read(text, "en")
    assert event.place is not None
    assert event.place.name == "Al-Salihiyah crossing"


def test_a_campaign_that_reached_another_town_is_one_of_arrests_there_too() -> None:
    text = "نفذت قوات النظام حملة اعتقالات طالت مدينة العشارة.\\n\\nوشملت الحملة بلدة صبيخان."
    assert [event.event_type for event in _read(text, "ar")] == ["arrest_or_raid", "arrest_or_raid"]


def test_an_attack_that_comes_after_another_stays_where_it_was() -> None:
    text = "قتل داعش جنديين في هجوم في البصيرة. ويأتي هذا الهجوم بعد ساعات من هجوم مسلح في هجين."
    told = [(event.place and event.place.name, _bounds(event.killed)) for event in _read(text, "ar")]
    assert told == [("Al-Busayrah", (2, 2)), ("Hajin", None)]


def test_who_shells_villages_and_targeted_some_shelled_those() -> None:
    text = (
        "The regime shelled villages in the eastern countryside of Deir ez-Zor. The regime's forces "
        "targeted al-Kashkiyah, al-Busayrah and Gharanij, a resident said."
    )
    assert {event.event_type for event in _read(text, "en")} == {"shelling"}


def test_a_paragraph_that_adds_to_totals_adds_nothing_to_the_attack() -> None:
    text = (
        "A man came under fire by gunmen in Theban. He died.\\n\\nThe Observatory documented the killing of "
        "240 civilians in the eastern countryside. Moreover, 419 fighters of SDF were assassinated.\\n\\n"
        "Four members of the Coalition were also killed."
    )
    [event] = _read(text, "en")
    assert _bounds(event.killed) == (1, 1)


@pytest.mark.parametrize(
    ("language", "text", "road"),
    [
        ("en", "Gunmen attacked a bus on the road between Deir Ezzor and Raqqa.", "Deir ez-Zor–Raqqa road"),
        ("en", "ISIS attacked a bus on the Tadmur-Deir Ezzor highway.", "Deir ez-Zor–Palmyra highway"),
        ("en", "ISIS attacked a bus on the Abu Kamal - Mayadeen road.", "Al-Mayadin–Al-Bukamal road"),
        ("ar", "استهدف داعش حافلة على الطريق الواصل بين دير الزور وتدمر.", "Deir ez-Zor–Palmyra highway"),
    ],
)
def test_a_road_is_named_by_its_ends(language: str, text: str, road: str) -> None:
    [event] = _read(text, language)
    assert event.place is not None
    assert event.place.name == road


def test_who_moves_from_one_end_to_the_other_takes_no_road() -> None:
    [event] = _read("A convoy of US forces moved from Hasakah to Deir Ezzor.", "en")
    assert event.place is not None
    assert event.place.name == "Deir ez-Zor Governorate"
