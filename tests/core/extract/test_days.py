"""The day of a happening and of the one told after it: every lead with every way to tell when it was."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Event, Report

WORDS = lexicon.load()
PUBLISHED = date(2023, 5, 17)  # a Wednesday


def events_of(text: str, language: str, published: date | None = PUBLISHED) -> tuple[Event, ...]:
    return read_report(Report("r", text, published=published, language=language), WORDS).events


def days_of(text: str, language: str, place: str, published: date | None = PUBLISHED) -> list[str]:
    """First and last day of each event at a place."""
    at = [e for e in events_of(text, language, published) if e.place and e.place.name == place]
    return [f"{e.date_start}..{e.date_end}" if e.date_start != e.date_end else f"{e.date_start}" for e in at]


LEADS = {
    "en": [
        "A landmine went off under a farmer's car in Dhiban",
        "Unknown gunmen attacked an SDF checkpoint in the town of Dhiban",
        "The SDF raided several houses in Dhiban and arrested three people",
        "An unidentified drone targeted a car in Dhiban",
    ],
    "ar": [
        "انفجر لغم أرضي بسيارة مدنية في بلدة ذيبان",
        'هاجم مسلحون مجهولون حاجزاً لـ"قسد" في بلدة ذيبان',
        'داهمت "قسد" عدداً من المنازل في بلدة ذيبان واعتقلت ثلاثة أشخاص',
        "استهدفت طائرة مسيّرة مجهولة سيارة في بلدة ذيبان",
    ],
}
WHEN = {
    "en": [
        ("{} shortly before midnight on Monday.", "2023-05-15"),
        ("{} in the predawn hours of Monday, local sources said.", "2023-05-15"),
        ("{}. The incident took place on Sunday evening.", "2023-05-14"),
        (
            "{}. No one was hurt. It happened early Monday as people were at home, a resident said.",
            "2023-05-15",
        ),
        ("{}. This took place on May 15, 2023, he said.", "2023-05-15"),
        ("{}. The operation began at dawn on Monday.", "2023-05-15"),
        ("{}, the Observatory said in a statement on Monday.", "2023-05-14..2023-05-15"),
        ("On May 10, activists reported that yesterday evening {lead}.", "2023-05-09"),
    ],
    "ar": [
        ("{} بعد منتصف ليل الأحد - الاثنين.", "2023-05-15"),
        ("{}. ووقعت الحادثة مساء أمس الأول الاثنين.", "2023-05-15"),
        ("{}. ولم ترد معلومات عن خسائر. وجرى ذلك يوم الأحد.", "2023-05-14"),
        ("{}. وتعود الحادثة إلى يوم الاثنين.", "2023-05-15"),
        ("وأفاد المرصد في 10 أيار، بأن مجهولين قصفوا أمس بلدة ذيبان.", "2023-05-09"),
    ],
}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_happening_is_of_the_day_that_its_sentence_or_a_later_one_tells(language: str) -> None:
    wrong = {}
    for lead, (form, day) in product(LEADS[language], WHEN[language]):
        text = form.format(lead, lead=lead[0].lower() + lead[1:])
        if (read := days_of(text, language, "Dhiban")) != [day]:
            wrong[text] = read
    assert wrong == {}


FIRST = {
    "en": [
        "On Tuesday, gunmen attacked an SDF checkpoint in Dhiban",
        "US jets struck positions of Iran-backed militias in Dhiban on Tuesday",
    ],
    "ar": [
        'هاجم مسلحون يوم الثلاثاء حاجزاً لـ"قسد" في ذيبان',
        "قصفت طائرات حربية أمس الثلاثاء مواقع للميليشيات الإيرانية في ذيبان",
    ],
}
SECOND = {
    "en": [
        ("{}. A mine went off in Hajin, killing a child.", "2023-05-16"),
        ("{}. In the evening, a mine went off in Hajin.", "2023-05-16"),
        ("{}. A day earlier, a mine went off in Hajin.", "2023-05-15"),
        ("{}. Three days before that, a mine went off in Hajin.", "2023-05-13"),
        ("{}. On Sunday, the SDF said in a statement, a mine went off in Hajin.", "2023-05-14"),
        ("{}. On May 12, the Observatory reported that a mine went off in Hajin on Thursday.", "2023-05-11"),
        ("{}. Residents of Hajin held a protest against the SDF on 3 May.", "2023-05-03"),
        ("{}, two days after a mine went off in Hajin.", "2023-05-14"),
        ("{}. The attack comes a day after an explosion in Hajin.", "2023-05-15"),
    ],
    "ar": [
        ("{}. كما انفجر لغم أرضي في هجين.", "2023-05-16"),
        ("{}. وانفجر لغم أرضي في هجين مساءً.", "2023-05-16"),
        ("{}. وقبل ذلك بيوم انفجر لغم أرضي في هجين.", "2023-05-15"),
        ("{}. وفي وقت لاحق انفجر لغم أرضي في هجين.", "2023-05-16"),
        ("{}، فيما انفجر لغم أرضي في هجين.", "2023-05-16"),
        ("{}. وفي 12 أيار، أفاد المرصد بأن لغماً أرضياً انفجر أمس في هجين.", "2023-05-11"),
        ("{}، بعد يوم من انفجار لغم أرضي في هجين.", "2023-05-15"),
        ("{}، وذلك بعد يوم واحد من مقتل مدني بانفجار لغم في هجين.", "2023-05-15"),
        ("{}. ويأتي ذلك بعد يومين من مقتل مدني بانفجار لغم في هجين.", "2023-05-14"),
    ],
}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_told_second_has_the_day_of_the_first_or_its_own(language: str) -> None:
    wrong = {}
    for lead, (form, day) in product(FIRST[language], SECOND[language]):
        text = form.format(lead)
        if (read := days_of(text, language, "Hajin")) != [day]:
            wrong[text] = read
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Two men were killed in Dhiban on Tuesday, two days after a mine went off in Hajin.",
            "en",
            [("armed_attack", "Dhiban", "2023-05-16"), ("ied_or_mine", "Hajin", "2023-05-14")],
        ),
        (
            "قُتل عنصران من قسد في ذيبان أمس، بعد يوم من انفجار عبوة ناسفة في هجين.",
            "ar",
            [("armed_attack", "Dhiban", "2023-05-16"), ("ied_or_mine", "Hajin", "2023-05-15")],
        ),
        (
            "انفجرت عبوة ناسفة بدورية في ذيبان أمس، بعد يوم من قصف قوات النظام بلدة هجين.",
            "ar",
            [("ied_or_mine", "Dhiban", "2023-05-16"), ("shelling", "Hajin", "2023-05-15")],
        ),
    ],
)
def test_what_days_are_counted_from_is_another_happening(
    text: str, language: str, expected: list[tuple[str, str, str]]
) -> None:
    events = events_of(text, language)
    assert [(e.event_type, e.place and e.place.name, str(e.date_start)) for e in events] == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Gunmen killed a man in Hajin. He was shot on Monday as he left his house.", ["2023-05-15"]),
        ("A man was found shot dead in Hajin. His body was found on Saturday.", ["2023-05-13"]),
        ("A convoy of the coalition reached Hajin. It set out from Iraq on Monday.", ["2023-05-15"]),
        (
            "Gunmen shot a man dead in Hajin. He had survived an attack in January.",
            ["2023-05-16..2023-05-17"],
        ),
        (
            "ISIS on Wednesday claimed the killing of three soldiers in Hajin. On May 13, gunmen ambushed a"
            " patrol and killed three of its members.",
            ["2023-05-13"],
        ),
        (
            "ISIS has claimed the bombing of a vehicle in Hajin. A bomb hit the vehicle on Friday.",
            ["2023-05-12"],
        ),
        ("A mine killed a man in Hajin. His brother was killed on May 3.", ["2023-05-16..2023-05-17"]),
        (
            "Jets struck a house in Hajin. The same jets struck a depot on Sunday.",
            ["2023-05-16..2023-05-17"],
        ),
    ],
)
def test_the_next_sentence_dates_what_was_told_where_it_goes_on_with_it(text: str, days: list[str]) -> None:
    assert days_of(text, "en", "Hajin") == days


def test_the_last_such_incident_is_another_one() -> None:
    text = "Gunmen shot a man dead in Hajin on Tuesday. The last such incident took place on Sunday."
    assert days_of(text, "en", "Hajin") == ["2023-05-16"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On the 26th of September 2019 the Observatory said that jets raided Dhiban today.", "en"),
        ("نفذ طيران حربي بتاريخ 26/9/2019 عند الساعة 12 ظهراً غارات على بلدة ذيبان", "ar"),
    ],
)
def test_a_report_without_its_day_has_those_that_it_tells(text: str, language: str) -> None:
    assert days_of(text, language, "Dhiban", None) == ["2019-09-26"]


def test_an_undated_headline_is_of_the_day_that_the_story_tells() -> None:
    text = "Landmine kills child in Dhiban\n\nA landmine went off in Dhiban on Saturday and killed a child."
    assert days_of(text, "en", "Dhiban") == ["2023-05-13"]
