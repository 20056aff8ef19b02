"""What counts as right, neutral or wrong in one report."""

from __future__ import annotations

from datetime import date

import pytest

from core.evaluate.compare import compare, covers
from core.evaluate.score import score
from core.model import Count
from tests.core.evaluate.helpers import DAY, NAMES, case, event, label


def tallies(name: str, *arguments: object) -> tuple[float, float, float]:
    tally = score(*case(*arguments)).tally  # type: ignore[arg-type]
    return tally[f"{name}.right"], tally[f"{name}.extra"], tally[f"{name}.missed"]


@pytest.mark.parametrize(
    ("events", "labels", "strict", "loose"),
    [
        ([event()], [label()], (1, 0, 0), (1, 0, 0)),
        ([], [label()], (0, 0, 1), (0, 0, 1)),
        ([event()], [], (0, 1, 0), (0, 1, 0)),
        # another type of the family counts loosely only, unless the label takes it
        ([event("armed_attack")], [label("clash")], (0, 1, 1), (1, 0, 0)),
        ([event("armed_attack")], [label("clash", alt_types=("armed_attack",))], (1, 0, 0), (1, 0, 0)),
        ([event("airstrike")], [label("clash")], (0, 1, 1), (0, 1, 1)),
        # places: another one, one that is also right, a spelling
        ([event(place="Hajin")], [label()], (0, 1, 1), (0, 1, 1)),
        ([event(place="Hajin")], [label(place_also=("Hajin",))], (1, 0, 0), (1, 0, 0)),
        ([event(place="Theban")], [label(place="Dhiban")], (1, 0, 0), (1, 0, 0)),
        ([event(place="Hajin")], [label(place_variants=("Hajeen",))], (1, 0, 0), (1, 0, 0)),
        # one to one: the second reading of one happening is an extra
        ([event(), event()], [label()], (1, 1, 0), (1, 1, 0)),
        ([event(), event()], [label(), label()], (2, 0, 0), (2, 0, 0)),
        # maximal: the first event must leave the first label to the second
        (
            [event("clash"), event("armed_attack")],
            [label("clash", alt_types=("armed_attack",)), label("clash")],
            (2, 0, 0),
            (2, 0, 0),
        ),
        # labels that are not scored: neither reward nor penalty, one to one
        ([event()], [label(is_scored=False)], (0, 0, 0), (0, 0, 0)),
        ([], [label(is_scored=False)], (0, 0, 0), (0, 0, 0)),
        ([event(), event()], [label(is_scored=False)], (0, 1, 0), (0, 1, 0)),
        ([event(), event()], [label(), label(is_scored=False)], (1, 0, 0), (1, 0, 0)),
        # a list of places under one label: each further place once
        (
            [event(), event(place="Hajin"), event(place="Dhiban")],
            [label(place_also=("Hajin", "Dhiban"))],
            (1, 0, 0),
            (1, 0, 0),
        ),
        (
            [event(), event(place="Hajin"), event(place="Hajin")],
            [label(place_also=("Hajin",))],
            (1, 1, 0),
            (1, 1, 0),
        ),
        ([event(), event("airstrike", "Hajin")], [label(place_also=("Hajin",))], (1, 1, 0), (1, 1, 0)),
    ],
)
def test_events_right_extra_and_missed(events: list, labels: list, strict: tuple, loose: tuple) -> None:
    assert tallies("strict", events, labels) == strict
    assert tallies("loose", events, labels) == loose


def test_of_equal_labels_the_one_with_the_same_words_date_and_toll_is_taken() -> None:
    text = "There was fighting in May. There was fighting in June."
    first = label(day=None, evidence="There was fighting in May.")
    second = label(evidence="There was fighting in June.", killed=(2, 2))
    found = score(*case([event(trigger=(37, 45), text=text, killed=(2, 2))], [first, second], text))
    assert found.loose == ((0, 1),)
    assert found.misses == (0,)


def test_false_alarms_are_counted_by_report() -> None:
    alarmed = score(*case([event(), event()], [], no_event=True)).tally
    assert (alarmed["no_event.cases"], alarmed["no_event.alarms"]) == (1, 1)
    excused = score(*case([event()], [label(is_scored=False)], no_event=True)).tally
    assert (excused["no_event.cases"], excused["no_event.alarms"]) == (1, 0)
    assert score(*case([event()], [label()])).tally["no_event.cases"] == 0


def test_wrong_pins_are_drawn_places_that_no_label_has() -> None:
    events = [event("airstrike"), event(place="Homs"), event(place="Dhiban", latitude=None)]
    tally = score(*case(events, [label(is_scored=False)])).tally
    assert (tally["pins.cases"], tally["pins.wrong"]) == (2, 1)


@pytest.mark.parametrize(
    ("read", "told", "exact", "overlaps", "right"),
    [
        ((DAY, DAY), (DAY, DAY), True, True, True),
        ((date(2020, 6, 2), DAY), (DAY, DAY), False, True, False),
        ((None, None), (DAY, DAY), False, False, False),
        ((date(2020, 6, 1), date(2020, 6, 30)), (date(2020, 5, 20), date(2020, 6, 2)), False, True, True),
        ((date(2020, 7, 1), date(2020, 7, 1)), (date(2020, 5, 20), date(2020, 6, 2)), False, False, False),
        ((None, None), (None, None), True, False, True),
        ((DAY, DAY), (None, None), False, False, False),
    ],
)
def test_dates(read: tuple, told: tuple, exact: bool, overlaps: bool, right: bool) -> None:
    pair = compare(event(day=read[0], end=read[1]), label(day=told[0], end=told[1]), NAMES, "")
    assert (pair.date_exact, pair.date_overlaps, pair.date) == (exact, overlaps, right)


@pytest.mark.parametrize(
    ("count", "told", "is_covered"),
    [
        (Count(7, 7, 7), (7, 7), True),
        (Count(5, 5, None), (7, 7), True),
        (Count(5, 5, None), (7, None), True),
        (Count(7, 7, 9), (7, None), False),
        (Count(8, 8, None), (7, 7), False),
        (Count(1, None, 6), (7, 7), False),
        (None, (7, 7), False),
    ],
)
def test_covering(count: Count | None, told: tuple[int, int | None], is_covered: bool) -> None:
    assert covers(count, told) is is_covered


def test_counts_are_judged_where_either_side_has_one() -> None:
    tally = score(
        *case([event(killed=(7, 7), wounded=(1, 1))], [label(killed=(7, None), vehicles=(3, 3))])
    ).tally
    judged = {
        name: (tally[f"{name}_exact.cases"], tally[f"{name}_exact.right"]) for name in ("killed", "wounded")
    }
    assert judged == {"killed": (1, 0), "wounded": (1, 0)}
    assert (tally["vehicles_covering.cases"], tally["vehicles_covering.right"]) == (1, 0)
    assert tally["wounded_covering.cases"] == 0


@pytest.mark.parametrize(
    ("read", "told", "hits"),
    [
        ([("isis", "initiator")], [("ISIS", "initiator")], (1, 0, 0)),
        ([("isis", "participant")], [("ISIS", "initiator")], (1, 0, 0)),
        (
            [("isis", "initiator"), ("sdf", "target")],
            [("ISIS", "participant"), ("SDF", "participant")],
            (1, 0, 0),
        ),
        ([("asayish", "initiator")], [("SDF", "initiator")], (1, 0, 0)),
        ([("sdf", "initiator")], [("ISIS", "initiator"), ("SDF", "target")], (0, 1, 1)),
        ([("isis", "initiator")], [("ISIS", "unknown")], (0, 0, 0)),
        ([("isis", "initiator")], [], (0, 1, 0)),
        ([], [("ISIS", "initiator")], (0, 0, 1)),
    ],
)
def test_initiators_by_group(read: list, told: list, hits: tuple) -> None:
    assert tallies("initiator", [event(actors=tuple(read))], [label(actors=tuple(told))]) == hits


def test_the_whole_record() -> None:
    told = label(actors=(("ISIS", "initiator"),), killed=(7, 7))
    right = event(actors=(("isis", "initiator"),), killed=(7, 7))
    wrong = [
        event(actors=(("isis", "initiator"),), killed=(6, 6)),
        event(actors=(("sdf", "initiator"),), killed=(7, 7)),
        event(killed=(7, 7)),
        event(day=None, actors=(("isis", "initiator"),), killed=(7, 7)),
    ]
    assert score(*case([right], [told])).tally["record.right"] == 1
    assert [score(*case([read], [told])).tally["record.right"] for read in wrong] == [0, 0, 0, 0]
    clash = label(actors=(("ISIS", "participant"), ("SDF", "participant")))
    assert score(*case([event()], [clash])).tally["record.right"] == 0


def test_confidence_is_compared_with_type_place_and_date() -> None:
    events = [event(confidence=0.95), event("airstrike", confidence=0.92), event(day=None, confidence=1.0)]
    tally = score(*case(events, [label(), label()])).tally
    assert tally["confidence.cases"] == 3
    assert tally["confidence.9.off"] == pytest.approx(0.95 + 0.92 + 1.0 - 1)


def test_spans_must_slice_back() -> None:
    text = "fighting in town"
    good, bad = event(trigger=(0, 8), text=text), event(trigger=(0, 8), text="FIGHTING in town")
    tally = score(*case([good, bad], [], text)).tally
    assert (tally["spans.cases"], tally["spans.right"]) == (2, 1)
