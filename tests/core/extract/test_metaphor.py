"""Words of war said of weather, sport, talks and trends, and accidents; beside them what did happen.

``no_events_*.txt``: made-up sentences, one a line, of which none tells of an event.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.extract.test_talked_of import kinds

_HERE = Path(__file__).parent


def _sentences() -> list[tuple[str, str]]:
    return [
        (language, line)
        for language in ("en", "ar")
        for line in (_HERE / f"no_events_{language}.txt").read_text(encoding="utf-8").splitlines()
    ]


@pytest.mark.parametrize(("language", "text"), _sentences())
def test_figures_of_speech_terms_trends_and_accidents_are_no_events(language: str, text: str) -> None:
    assert kinds(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "en",
            "The group called for an inquiry after the SDF killed a man and his son in al-Shuhail on Friday.",
            ("armed_attack", "Al-Shuhayl"),
        ),
        (
            "en",
            "The coalition bombarded a warehouse in al-Kasrah with rockets on Monday.",
            ("shelling", "Al-Kasrah"),
        ),
        (
            "en",
            "A shell hit the pitch in al-Mayadin on Friday during a match and killed two players.",
            ("shelling", "Al-Mayadin"),
        ),
        (
            "en",
            "A heatwave kept people indoors on Monday, and gunmen attacked an SDF post in al-Suwar.",
            ("armed_attack", "Al-Suwar"),
        ),
        (
            "ar",
            "طالبت منظمة بفتح تحقيق في مقتل شاب برصاص حاجز للدفاع الوطني في الميادين يوم الثلاثاء.",
            ("armed_attack", "Al-Mayadin"),
        ),
        (
            "ar",
            "انسحبت قوات النظام من حقل العمر أمس مشترطة عودة الموظفين.",
            ("withdrawal", "Al-Omar oil field"),
        ),
        ("ar", "هاجم داعش نقطة للشرطة في هجين أمس.", ("armed_attack", "Hajin")),
        ("ar", "سقطت قذيفة قرب الملعب في هجين أمس بعد نهاية المباراة.", ("shelling", "Hajin")),
    ],
)
def test_what_happened_beside_such_words_is_an_event(language: str, text: str, told: tuple[str, str]) -> None:
    assert kinds(text, language) == [told]
