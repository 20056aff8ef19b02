"""Reading takes time in proportion to a text's length: what is looked back on is bounded."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Report

LEXICON = lexicon.load()
ATTACK = "On Monday, ISIS attacked a checkpoint of the SDF in the town of Hajin, killing 5 fighters"


def seconds_to_read(text: str) -> float:
    start = process_time()
    read_report(Report("long", text, published=date(2020, 6, 8)), LEXICON)
    return process_time() - start


@pytest.mark.parametrize("end", [". ", ", ", " "], ids=["sentences", "commas", "nothing"])
def test_four_times_the_text_takes_not_many_times_as_long(end: str) -> None:
    text = (ATTACK + end) * 150
    seconds_to_read(text)
    once = min(seconds_to_read(text) for _ in range(2))
    assert seconds_to_read(text * 4) < 9 * once


def test_one_happening_told_hundreds_of_times_is_one_event() -> None:
    reading = read_report(Report("long", (ATTACK + ". ") * 300, published=date(2020, 6, 8)), LEXICON)
    assert [event.event_type for event in reading.events] == ["armed_attack"]
    assert sum(item.field == "trigger" for item in reading.events[0].evidence) >= 300
