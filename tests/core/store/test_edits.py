from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from core.errors import StoreError
from core.model import Count, Evidence, to_dict
from core.store import Edit
from core.store.edits import apply_edits, with_value
from tests import made
from tests.made import LABELS


def edit(field: str, value: Any, event_id: str = "e1", trigger_text: str = "Made") -> Edit:
    return Edit(event_id, "r1", trigger_text, field, value, "Ada", datetime(2026, 1, 1), "seen")


def test_the_last_edit_of_a_field_holds() -> None:
    edits = [edit("date_start", "2020-06-01"), edit("date_start", "2020-06-02")]
    (edited,) = apply_edits([made.event()], edits, LABELS)
    assert (edited.event.date_start, edited.reviewed) == (date(2020, 6, 2), True)


def test_an_event_without_edits_is_not_reviewed() -> None:
    (edited,) = apply_edits([made.event()], [], LABELS)
    assert (edited.event, edited.reviewed) == (made.event(), False)


def test_a_review_can_be_given_and_taken_back() -> None:
    (given,) = apply_edits([made.event()], [edit("reviewed", True)], LABELS)
    (taken,) = apply_edits([made.event()], [edit("reviewed", True), edit("reviewed", False)], LABELS)
    assert (given.reviewed, taken.reviewed) == (True, False)
    assert given.event == taken.event == made.event()


def test_an_edit_whose_event_is_gone_goes_to_the_only_event_of_the_same_words() -> None:
    old = edit("is_background", True, event_id="gone")
    other = made.event("e2", evidence=(Evidence("trigger", 9, 12, "act", "test"),))
    moved = apply_edits([made.event("e1"), other], [old], LABELS)
    assert [item.event.is_background for item in moved] == [True, False]
    unclear = apply_edits([made.event("e1"), made.event("e3")], [old], LABELS)
    assert [item.reviewed for item in unclear] == [False, False]
    wordless = edit("is_background", True, event_id="gone", trigger_text="")
    assert [item.reviewed for item in apply_edits([made.event("e1", evidence=())], [wordless], LABELS)] == [
        False
    ]


def test_a_type_brings_its_code_and_keeps_the_trigger() -> None:
    changed = with_value(made.event(), "event_type", "airstrike", LABELS)
    assert (changed.event_type, changed.acled) == ("airstrike", made.ACLED["airstrike"])
    assert [item.field for item in changed.evidence] == ["trigger", "date"]


def test_a_place_is_given_in_the_form_of_the_contract() -> None:
    place = made.place("bukamal", latitude=34.5)
    assert with_value(made.event(), "place", to_dict(place), LABELS).place == place


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date_start", "soon"),
        ("date_start", "2020-06-04"),
        ("date_start", 20200604),
        ("time_precision", 4),
        ("place", None),
        ("place", {"latitude": 1}),
        ("place", to_dict(made.place(latitude=95.0))),
        ("killed", {"low": 3, "best": 2, "high": 5}),
        ("killed", {"low": -1, "best": None, "high": None}),
        ("killed", {"low": "3", "best": None, "high": None}),
        ("killed", 3),
        ("actors", [{"actor_id": "isis"}]),
        ("actors", "ISIS"),
        ("attributed_to", [1]),
        ("is_background", "no"),
        ("event_type", "picnic"),
        ("event_type", ["clash"]),
        ("via", [None]),
    ],
)
def test_a_value_that_does_not_fit_is_refused(field: str, value: Any) -> None:
    with pytest.raises(StoreError, match=f"edit of '{field}'"):
        with_value(made.event(), field, value, LABELS)


def test_a_count_replaces_its_evidence() -> None:
    evidence = (Evidence("killed", 0, 1, "3", "test"), Evidence("actors[0].killed", 0, 1, "3", "test"))
    changed = with_value(made.event(evidence=evidence), "killed", {"low": 1, "best": 1, "high": None}, LABELS)
    assert changed.killed == Count(1, 1, None)
    assert [item.field for item in changed.evidence] == ["actors[0].killed"]
