"""The language of a text, and what becomes of one that is not read."""

from __future__ import annotations

import pytest

from core import lexicon
from core.extract import read_report
from core.extract.language import language_of
from core.model import Reason, Report

WORDS = lexicon.load()
TURKISH = (
    "Deyrizor'un doğu kırsalında gece saatlerinde düzenlenen saldırıda iki kişi öldü, üç kişi de yaralandı. "
    "Saldırıyı henüz üstlenen olmadı."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Two fighters were killed by a mine on the road to Hajin, a local source said on Monday.",
            "en",
        ),
        ("قتل عنصران من قسد بانفجار لغم في بلدة هجين بريف دير الزور الشرقي، وفق ما قال مصدر محلي.", "ar"),
        (TURKISH, "tr"),
        (
            "Dans la nuit de lundi, deux combattants ont été tués près de la ville, selon une source.",
            "fr",
        ),
        (
            "دو نفر در حمله شبانه به یک ایست بازرسی در شرق دیرالزور کشته و سه نفر دیگر زخمی شدند.",
            "fa",
        ),
        ("Two killed", "en"),
        ("قتيلان", "ar"),
        ("", "en"),
    ],
)
def test_the_language_of_a_text(text: str, code: str) -> None:
    assert language_of(text, WORDS) == code


def test_a_page_in_two_languages_goes_by_its_larger_part() -> None:
    text = "قتل عنصران من قسد بانفجار لغم في بلدة هجين بريف دير الزور الشرقي صباح اليوم. Share on Facebook"
    assert language_of(text, WORDS) == "ar"


def test_a_report_in_another_language_is_set_aside_whole() -> None:
    reading = read_report(Report("r", TURKISH), WORDS)
    assert (reading.language, reading.events) == ("tr", ())
    assert [(r.start, r.end, r.reason) for r in reading.rejections] == [(0, len(TURKISH), Reason.LANGUAGE)]


def test_a_stated_language_is_believed() -> None:
    reading = read_report(Report("r", TURKISH, language="en"), WORDS)
    assert reading.language == "en"
