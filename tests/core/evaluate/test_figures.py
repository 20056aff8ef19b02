"""Figures from tallies, their intervals, the card and its comparison."""

from __future__ import annotations

import copy

import pytest

from core.evaluate import card, drops, figures
from core.evaluate.figures import LABELS, by_language
from core.evaluate.score import ReportScore, score
from core.evaluate.show import errors, table
from tests.core.evaluate.helpers import case, event, label

GOOD = score(*case([event(confidence=0.9)], [label()]))
MISSED = score(*case([], [label()]))
EXTRA = score(*case([event(confidence=0.6)], []))


def test_precision_recall_and_f1() -> None:
    found = figures([GOOD, GOOD, MISSED, EXTRA, EXTRA])
    assert (found["strict_precision"].value, found["strict_precision"].cases) == (0.5, 4)
    assert (found["strict_recall"].value, found["strict_recall"].cases) == (0.6667, 3)
    assert found["strict_f1"].value == 0.5714
    assert found["place"].value == 1.0


def test_calibration_error_weighs_bins_by_their_cases() -> None:
    found = figures([GOOD, GOOD, EXTRA, EXTRA])
    assert found["calibration_error"].value == pytest.approx((2 * 0.1 + 2 * 0.6) / 4)


def test_intervals_hold_the_value_are_repeatable_and_narrow_with_more_cases() -> None:
    few, many = [GOOD, MISSED] * 5, [GOOD, MISSED] * 80
    assert figures(few) == figures(few)
    wide, narrow = figures(few)["strict_recall"], figures(many)["strict_recall"]
    assert wide.low < wide.value < wide.high  # type: ignore[operator]
    assert narrow.high - narrow.low < wide.high - wide.low  # type: ignore[operator]
    assert narrow.high - narrow.low == pytest.approx(2 * 1.96 * (0.25 / 160) ** 0.5, abs=0.03)  # type: ignore[operator]


def test_no_case_gives_no_figure() -> None:
    assert {figure.value for figure in figures([]).values()} == {None}
    found = figures([GOOD])
    assert (found["killed_exact"].value, found["killed_exact"].cases) == (None, 0)


def scores() -> tuple[list[ReportScore], dict[str, str]]:
    return [GOOD], {"r1": "tuning"}


def test_the_card_has_both_parts_and_all_languages() -> None:
    made = card(*scores())
    assert list(made) == ["tuning", "untouched"]
    assert {name: entry["reports"] for name, entry in made["tuning"].items()} == {"en": 1, "ar": 0, "all": 1}
    assert list(made["tuning"]["en"]["figures"]) == list(LABELS)


def test_drops_name_what_got_worse_in_either_direction() -> None:
    old = card(*scores())
    new = copy.deepcopy(old)
    assert drops(old, new) == []
    new["tuning"]["en"]["figures"]["strict_f1"]["value"] = 0.9
    new["tuning"]["all"]["figures"]["wrong_pins"]["value"] = 0.1
    assert drops(old, new) == ["tuning, en, strict_f1: 1.0 -> 0.9", "tuning, all, wrong_pins: 0.0 -> 0.1"]
    assert drops(new, old) == []
    new["tuning"]["en"]["figures"]["strict_f1"]["value"] = None
    assert "tuning, en, strict_f1: 1.0 -> None" in drops(old, new)


def test_the_table_says_how_many_cases() -> None:
    text = table("tuning", by_language([GOOD]))
    assert "tuning (en: 1 reports, 1 labels, ar: 0 reports, 0 labels, all: 1 reports, 1 labels)" in text
    [line] = [line for line in text.splitlines() if line.startswith("events, type and place: F1")]
    assert line.split()[5:] == ["1.000*[1.00-1.00]", "1", "-", "1.000*[1.00-1.00]", "1"]


def test_errors_show_misses_extras_and_wrong_fields_with_their_sentence() -> None:
    text = "Quiet day. There was fighting in town."
    read = event("armed_attack", killed=(2, 2), trigger=(21, 29), text=text)
    told = [label(killed=(3, 3), evidence="There was fighting in town."), label("airstrike", "Hajin")]
    shown = "\n".join(errors([score(*case([read, event(place="Homs")], told, text))]))
    assert "MISS  airstrike, Hajin, 2020-06-03..2020-06-03, nobody" in shown
    assert "EXTRA clash, Homs ('Homs'), 2020-06-03..2020-06-03, nobody" in shown
    assert (
        "WRONG type armed_attack, not clash; killed 2..2, not 3..3\n      | There was fighting in town."
        in shown
    )
    assert list(errors([GOOD])) == []
