"""What a person is told about how events came about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core import lexicon
from core.__main__ import main
from core.commands.explain import explain
from core.extract import read_report
from core.model import (
    AcledCode,
    Count,
    Event,
    EventActor,
    EventPlace,
    Evidence,
    Reading,
    Reason,
    Rejection,
    Report,
    Role,
)

TEXT = "ISIS killed two in Hajin on Sunday. The army may attack Dhiban."
HAJIN = EventPlace("hajin", "Hajin", "Hajin", "town", "near", 34.69, 40.83, 1, 3.0)


def span(field: str, words: str, rule: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(field, start, start + len(words), words, rule)


EVENT = Event(
    event_id="e1",
    event_type="armed_attack",
    acled=AcledCode("Battles", "Armed clash"),
    date_start=date(2020, 6, 7),
    date_end=date(2020, 6, 7),
    time_precision=1,
    date_text="on Sunday",
    place=HAJIN,
    actors=(EventActor("isis", "ISIS", "ISIS", Role.INITIATOR),),
    killed=Count(2, 2, None),
    confidence=0.8,
    evidence=(
        span("trigger", "killed", "verb"),
        span("killed", "two", "count after the verb"),
        span("place", "Hajin", "in + name"),
        span("date", "Sunday", "weekday"),
        span("actors[0]", "ISIS", "subject"),
    ),
)
LATER = TEXT.index("The army")
REJECTED = Rejection(LATER, len(TEXT), TEXT[LATER:], Reason.HYPOTHETICAL)


def test_each_field_with_its_words_and_rule() -> None:
    report = Report("r1", TEXT, title="A title", published=date(2020, 6, 8))
    lines = list(explain(report, Reading("r1", "en", (EVENT,), (REJECTED,))))
    assert lines == [
        "A title",
        "language en; published 2020-06-08",
        "",
        "1. armed_attack (e1), confidence 0.80",
        "   | ISIS killed two in Hajin on Sunday.",
        "   trigger: armed_attack",
        "      <- 'killed' at 5-11, rule verb",
        "   date: 2020-06-07..2020-06-07, precision 1",
        "      <- 'Sunday' at 28-34, rule weekday",
        "   place: near Hajin (hajin; 34.6900, 40.8300; within 3 km)",
        "      <- 'Hajin' at 19-24, rule in + name",
        "   actors[0]: ISIS (isis), initiator",
        "      <- 'ISIS' at 0-4, rule subject",
        "   killed: 2 to ?",
        "      <- 'two' at 12-15, rule count after the verb",
        "",
        "Not events, or not to be placed:",
        " - hypothetical: 'The army may attack Dhiban.' at 36-63",
        "",
    ]


def test_nothing_found_is_said() -> None:
    lines = list(explain(Report("r1", "Quiet."), Reading("r1", "en", (), ())))
    assert lines == [
        "r1",
        "language en; published unknown, so relative dates stay unknown",
        "",
        "No event.",
        "",
    ]


def test_the_command_explains_a_file(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "A convoy of 30 vehicles of the SDF arrived in the town of Hajin on June 3.", encoding="utf-8"
    )
    assert main(["explain", str(path), "--published", "2020-06-04"]) == 0
    shown = capfdbinary.readouterr().out.decode()
    assert "1. movement (" in shown
    assert "place: Hajin (hajin;" in shown
    assert main(["explain", str(tmp_path / "missing.txt")]) == 1


def test_the_candidates_of_a_place_name_stand_with_their_scores(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "report.txt"
    file.write_text("Gunmen attacked an SDF checkpoint in Deir Ezzor on Sunday.", encoding="utf-8")
    assert main(["explain", str(file), "--published", "2020-06-08"]) == 0
    shown = capfdbinary.readouterr().out.decode()
    assert "trigger: 'attacked' -> armed_attack (past, rank 52)" in shown
    assert "group: 'SDF checkpoint' -> sdf, facility" in shown
    place = next(line for line in shown.splitlines() if line.strip().startswith("place: 'Deir Ezzor"))
    assert place.endswith("-> Deir ez-Zor Governorate 0.85; Deir ez-Zor 0.70")
    assert "date: 'on Sunday' -> day, 2020-06-07..2020-06-07" in shown


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("ISIS attacked a checkpoint in Idlib on Tuesday.", "it lies outside the governorate"),
        ("Three men were killed.", "no place is told that can be drawn"),
    ],
)
def test_why_an_event_is_not_placed(text: str, because: str) -> None:
    report = Report("r", text, language="en")
    assert f"   because: {because}" in list(explain(report, read_report(report, lexicon.load())))
