"""Tolls as outlets tell them, from ``told_tolls_*.txt``: how many were killed and wounded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core import lexicon
from core.extract import read_report
from core.model import Count, Report

WORDS = lexicon.load()
Toll = tuple[int, int | None] | None
ROWS = [
    (path.stem[-2:], *line.rsplit("|", 2))
    for path in sorted(Path(__file__).parent.glob("told_tolls_*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def _toll(written: str) -> Toll:
    low, _, high = written.partition("..")
    if not low:
        return None
    return int(low), int(high or low) if high or ".." not in written else None


def _bounds(count: Count | None) -> Toll:
    return None if count is None else (count.low or 0, count.high)


@pytest.mark.parametrize(("language", "text", "killed", "wounded"), ROWS)
def test_the_toll_is_read(language: str, text: str, killed: str, wounded: str) -> None:
    report = Report("r", text.replace("\\n", "\n"), published=date(2023, 5, 17), language=language)
    [event] = read_report(report, WORDS).events
    assert (_bounds(event.killed), _bounds(event.wounded)) == (_toll(killed), _toll(wounded))
