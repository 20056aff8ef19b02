"""The compare page: two periods, their maps and their numbers. All events are synthetic."""

from __future__ import annotations

import json
from datetime import date

import pytest

from pages.compare import comparison, halves, period_of
from tests.core.view.made_frames import FIGHTING, STRIKES, frame
from tests.pages.conftest import Open, html_of


def test_time_is_cut_in_the_middle() -> None:
    events = frame(
        {"date_start": "2020-01-01", "date_end": "2020-01-01"},
        {"date_start": "2020-01-10", "date_end": "2020-01-11"},
    )
    assert halves(events) == ((date(2020, 1, 1), date(2020, 1, 6)), (date(2020, 1, 7), date(2020, 1, 11)))
    assert halves(frame({"date_start": None, "date_end": None})) is None


@pytest.mark.parametrize(
    ("value", "period"),
    [
        ("2019-01-01..2019-12-31", (date(2019, 1, 1), date(2019, 12, 31))),
        ("2019-12-31..2019-01-01", None),
        ("2019-01-01", None),
        ("<script>..2019-01-01", None),
        ("0001-01-01..2019-01-01", None),
        (None, None),
    ],
)
def test_a_period_of_a_link(value: str | None, period: tuple[date, date] | None) -> None:
    assert period_of(value) == period


def test_the_numbers_stand_side_by_side() -> None:
    before = frame({"killed_low": 3}, {"family": STRIKES})
    after = frame({"killed_low": 1})
    table = comparison(before, after, {FIGHTING: "Fighting"}, ("A", "B"))
    assert table.set_index("What")[["A", "B", "Change"]].T.to_dict("list") == {
        "Fighting": [1, 1, "+0"],
        STRIKES: [1, 0, "-1"],
        "All events": [2, 1, "-1"],
        "Killed at least": [3, 1, "-2"],
    }


def test_each_map_gets_the_events_of_its_period(opened: Open) -> None:
    app = opened("compare", a="2019-01-01..2019-12-31", b="2020-01-01..2020-12-31")
    assert not app.exception
    first, second = (json.loads(part.proto.json_args) for part in app.get("component_instance"))
    assert '"ids":["fought"]' in first["feature_group"]
    assert '"ids":["moved"]' in second["feature_group"]
    links = [part["script"].partition('"link":"')[2][:8] for part in (first, second)]
    assert links[0] == links[1] != ""
    assert html_of(app).count('class="sentence"') == 2


def test_nothing_dated_is_nothing_to_compare(opened: Open) -> None:
    app = opened("compare", type="airstrike")
    assert [info.value for info in app.info] == [
        "No event of this filter has a date: there is nothing to compare. Widen or clear the filters."
    ]


def test_each_side_may_have_its_own_actors(opened: Open) -> None:
    whole = {"a": "2019-01-01..2020-12-31", "b": "2019-01-01..2020-12-31"}
    app = opened("compare", **whole, a_actor="isis", b_family="force_posture")
    assert not app.exception
    first, second = (json.loads(part.proto.json_args) for part in app.get("component_instance"))
    assert '"ids":["fought"]' in first["feature_group"]
    assert '"ids":["moved"]' in second["feature_group"]
    assert app.query_params["a_actor"] == "isis"
