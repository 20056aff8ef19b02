"""What a filter finds: the numbers and the rows that a page shows."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from core.lexicon import load
from core.model import Reading, Report
from core.query import EventFilter
from core.store import Store, open_store
from pages.parts import event_rows, matching
from pages.parts.pick_list import MOST_ROWS
from tests.made import LABELS, event, filters, place, stories, told


def test_the_newest_come_first_and_the_undated_last(store: Store) -> None:
    found = matching.find(store, EventFilter())
    assert found.newest["event_id"].tolist() == ["moved", "fought", "far"]
    assert (found.n_events, found.n_reports, found.n_wide) == (3, 2, 1)
    assert found.wide["event_id"].tolist() == ["far"]
    assert matching.report_ids(store, EventFilter(families=("fighting",))) == {"clashes"}
    assert matching.holds(store, EventFilter(), "moved")
    assert not matching.holds(store, EventFilter(families=("fighting",)), "moved")


def test_no_more_rows_than_a_list_takes(store: Store) -> None:
    many = [event(f"e{n}", place=place("syria")) for n in range(MOST_ROWS + 7)]
    store.add_readings([told("many", *many)], "made", LABELS)
    found = matching.find(store, EventFilter())
    assert (len(found.newest), found.n_events) == (MOST_ROWS, MOST_ROWS + 10)
    assert (len(found.wide), found.n_wide) == (MOST_ROWS, MOST_ROWS + 8)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=stories(), asked=filters())
def test_the_numbers_are_those_of_the_frame(
    items: list[tuple[Report, Reading]], asked: EventFilter, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("store")
    made = open_store(f"sqlite:///{folder / 'events.sqlite'}", folder)
    made.add_readings(items, "made", LABELS)
    frame, found = made.frame(asked), matching.find(made, asked)
    assert (found.n_events, found.n_reports) == (len(frame), frame["report_id"].nunique())
    assert set(found.newest["event_id"]) == set(frame["event_id"])
    assert found.n_wide == frame["latitude"].isna().sum()
    made.close()


def test_rows_say_what_the_list_shows(store: Store) -> None:
    rows = event_rows.rows_of(matching.find(store, EventFilter()).newest, load().event_types)
    assert rows[1] == ("fought", "Clash", "May 2019", "Al-Mayadin", "5-7 killed", "△", rows[1].colour)
    assert (rows[0].mark, rows[2].when) == ("■", "date unknown")
