"""Laws that hold for whatever text is given: it is read without failing, and every span slices back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import lexicon
from core.extract import read_report
from core.lexicon import Lexicon
from core.model import Count, Report, reading_from_dict, to_dict

ENGLISH = """ISIS SDF's special intervention forces stormed gunmen attacked killed two dozen soldiers convoy
of vehicles from to arrived in Hajin al-Mayadin near between and on Monday 3,000 years ago June
31-12-9999 last month yesterday , . ; : ( ) " ' - * IS*IS 7 99999999999 at least km south"""
ARABIC = """هاجم مسلحون حاجزا في ذيبان مقتل عنصرين قتـ ـلى وأصيب أمس من إلى رتل ٣ قبل 5000 عام لم قد و"""
PIECES = st.sampled_from([*ENGLISH.split(), *ARABIC.split(), "\n", ""])
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon.load()


def is_ordered(count: Count | None) -> bool:
    known = (
        [] if count is None else [bound for bound in (count.low, count.best, count.high) if bound is not None]
    )
    return known == sorted(known)


@settings(max_examples=250)
@given(TEXTS, st.none() | TEXTS, DAYS, st.sampled_from([None, "en", "ar"]))
def test_any_text_is_read(
    words: Lexicon, text: str, title: str | None, day: date | None, language: str | None
) -> None:
    report = Report("r", text, title, None, None, day, language)
    reading = read_report(report, words)
    assert reading == read_report(report, words)
    assert reading_from_dict(to_dict(reading)) == reading
    for event in reading.events:
        assert event.place is not None
        assert [text[item.start : item.end] for item in event.evidence] == [
            item.text for item in event.evidence
        ]
        assert (event.date_start is None) == (event.date_end is None)
        assert event.date_start is None or event.date_end is None or event.date_start <= event.date_end
        assert 0 <= event.confidence <= 1
        assert all(
            map(is_ordered, (event.killed, event.wounded, event.captured, event.vehicles, event.personnel))
        )
    for rejection in reading.rejections:
        assert text[rejection.start : rejection.end] == rejection.text
