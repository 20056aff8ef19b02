"""The tables of words as a whole: no row twice, no slip of the editor inside a phrase."""

import csv
from collections import Counter
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
SIGNS = set("-،',*$%& ") | {"\u064b", "\u0651"}  # "23 %", "قتـلاً": what stands inside words of reports


@pytest.mark.parametrize("name", ["cues", "number_words", "people_words", "vehicle_words", "actor_modifiers"])
def test_no_row_stands_twice_and_phrases_hold_only_what_reports_write(name: str) -> None:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        rows = [tuple(row[:3]) for row in csv.reader(handle)]
    assert [row for row, times in Counter(rows).items() if times > 1] == []
    assert [
        phrase for phrase, *_ in rows[1:] if any(not c.isalnum() and c not in SIGNS for c in phrase)
    ] == []
