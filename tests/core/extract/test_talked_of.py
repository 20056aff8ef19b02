"""What is only feared, denied, argued, mourned or counted, and the events beside it; made-up reports."""

from __future__ import annotations

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Count, Reason, Report, Role
from tests.core.extract.test_reading import PUBLISHED, read


def kinds(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Type and place of each event that a text tells of, in order."""
    report = Report("made-up", text, title="", published=PUBLISHED, language=language)
    return [(e.event_type, e.place.name) for e in read_report(report, lexicon.load()).events if e.place]


@pytest.mark.parametrize(
    "text",
    [
        "The council of Hajin denied on Monday reports that planes had bombed the market of the town.",
        "Analysts say the killing of sheikhs in Gharanij has deepened the anger of the clans.",
        "The commander said in Hajin that he would answer any new attack on the posts of the town.",
        "Residents of Gharanij fear that the quarrel of two families will turn into armed clashes.",
        "Elders in Dhiban complained of the arrests carried out by the SDF.",
        "The council of Dhiban declared three days of mourning for the victims of the attack.",
        "The mill of Al-Mayadin was damaged in the fighting with ISIS and has been rebuilt.",
        "During April, ISIS carried out 14 operations in Dhiban that left 11 fighters dead.",
        "The militia shells villages, kidnaps young men and loots oil, a paper in Deir ez-Zor wrote.",
        "He was born in Hajin and fled to Turkey.",
        "Ambulances rushed from Hajin to Gharanij on Monday.",
        "Some 2,000 ISIS fighters are left in Hajin, the coalition estimates.",
        "More attacks on posts of the SDF in Hajin and Gharanij are expected.",
        "Thousands of people crossed from the SDF areas to Al-Mayadin to see their kin.",
    ],
)
def test_what_is_only_talked_of_is_no_event(text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen attacked a militia post near Al-Bukamal on Monday, following threats by ISIS.",
            [("armed_attack", "Al-Bukamal")],
        ),
        (
            "Clashes erupted in Khasham between the army and the SDF, which has repeatedly warned of a war.",
            [("clash", "Khasham")],
        ),
        ("ISIS fighters took back the town of Hajin on Monday.", [("clash", "Hajin")]),
        ("ISIS fighters withdrew from Hajin after weeks of daily clashes.", [("withdrawal", "Hajin")]),
        (
            "A sheikh who had called for protests was assassinated in Gharanij on Saturday.",
            [("assassination", "Gharanij")],
        ),
        (
            "Teachers in Gharanij began a strike on Sunday over unpaid salaries.",
            [("protest", "Gharanij")],
        ),
        (
            "Explosions shook Al-Mayadin on Monday as unidentified aircraft raided depots of the militias.",
            [("airstrike", "Al-Mayadin")],
        ),
    ],
)
def test_what_stands_beside_such_words_stays_an_event(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "قال قائد إن خلايا التنظيم قد تستهدف حواجز في هجين والشحيل.",
        "نفت قسد ما تداولته وسائل إعلام عن قصف طائرات لمواقع في البوكمال.",
        "يتخوف أهالي غرانيج من تحول الخلاف بين عائلتين إلى اشتباكات مسلحة.",
        "تهدف الحملة إلى تأمين الطريق وإنهاء الهجمات في الميادين.",
        "أدانت البلدية الهجوم الذي استهدف حافلة في هجين.",
        "تعرض مخبز الميادين لأضرار جراء المعارك مع داعش.",
        "وثق المجلس خلال نيسان 14 هجوماً لخلايا داعش في ذيبان.",
        "حكمت محكمة في الميادين بالإعدام على رجلين.",
        "يشكو أهالي هجين من انتشار المخدرات في البلدة.",
        "شارك مقاتلوه في معركة هجين قبل سنوات.",
    ],
)
def test_arabic_what_is_only_talked_of_is_no_event(text: str) -> None:
    assert kinds(text, "ar") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "اندلعت اشتباكات في خشام بين الجيش وقسد التي حذرت مراراً من التصعيد.",
            [("clash", "Khasham")],
        ),
        (
            "نفذ تنظيم داعش حكم الإعدام بحق شاب في البوكمال يوم الاثنين.",
            [("other_violence", "Al-Bukamal")],
        ),
        (
            "قتل معلم بالرصاص في غرانيج يوم الاثنين، وهي عملية القتل الخامسة منذ مطلع العام.",
            [("armed_attack", "Gharanij")],
        ),
        ("احتج أهالي الشحيل على مقتل شاب برصاص قسد.", [("protest", "Al-Shuhayl")]),
    ],
)
def test_arabic_what_stands_beside_such_words_stays_an_event(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(text, "ar") == expected


def test_what_a_force_only_aimed_at_is_planned() -> None:
    reading = read("Russian forces stood in Khasham and aimed at reaching the Conoco field on Monday.")
    assert reading.events == ()
    assert [r.reason for r in reading.rejections] == [Reason.PLANNED]


def test_animals_that_somebody_owns_are_nobody_captured() -> None:
    [event] = read("ISIS abducted 4 men in Hajin on Monday and seized over 500 sheep of the locals.").events
    assert event.captured == Count(4, 4, 4)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three people were killed in tribal clashes in Gharanij on Monday."),
        ("en", "Clashes between two clans in Gharanij killed three people on Monday."),
        ("ar", "قتل ثلاثة أشخاص في اشتباكات عشائرية في بلدة غرانيج يوم الاثنين."),
        ("ar", "اندلع اقتتال عشائري في بلدة غرانيج يوم الاثنين وقتل فيه ثلاثة أشخاص."),
    ],
)
def test_tribal_clashes_are_of_tribal_fighters(language: str, text: str) -> None:
    report = Report("made-up", text, title="", published=PUBLISHED, language=language)
    [event] = read_report(report, lexicon.load()).events
    assert [a.actor_id for a in event.actors if a.role == Role.PARTICIPANT] == ["tribal-fighters"]
    assert event.killed == Count(3, 3, 3)
