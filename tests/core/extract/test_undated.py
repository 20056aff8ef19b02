"""Reports without a day of publication: which of their days cannot be one (made-up sentences)."""

from __future__ import annotations

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Report

WORDS = lexicon.load()


def _number(text: str, language: str) -> int:
    events = read_report(Report("r", text, published=None, language=language), WORDS).events
    assert all(event.date_start is None for event in events)
    return len(events)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Gunmen killed a man in Hajin on Tuesday.", "On Sunday gunmen killed a man in Hajin."),
        ("en", "Gunmen killed a man in Hajin on January 8.", "On January 10 gunmen killed a man in Hajin."),
        ("en", "Gunmen killed a man in Hajin on Tuesday.", "Three weeks ago gunmen killed a man in Hajin."),
        ("en", "Gunmen killed a man in Hajin yesterday.", "In early January gunmen killed a man in Hajin."),
        ("ar", "قتل مسلحون رجلاً في هجين يوم الثلاثاء.", "ومطلع العام الجاري قتل مسلحون رجلاً في هجين."),
    ],
)
def test_two_days_are_two_events(language: str, first: str, second: str) -> None:
    assert _number(f"{first} {second}", language) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a man in Hajin on Tuesday. The attack took place on Tuesday evening in Hajin.",
        "Gunmen killed a man in Hajin on Tuesday. The attack took place two days ago in Hajin.",
        "Gunmen killed a man in Hajin today, Friday. The attack took place in Hajin today.",
        "Gunmen killed a man in Hajin yesterday. The attack took place in Hajin on Monday.",
    ],
)
def test_days_that_may_be_one_are_one_event(text: str) -> None:
    assert _number(text, "en") == 1
