"""The map page: what reaches the map, the timeline, the list and the card."""

from __future__ import annotations

import json
from datetime import date

import pandas as pd
import pytest

from core.lexicon import load
from core.store import Store
from core.view.base_map import MapView
from pages import map as map_page
from pages.parts import choices, map_widget, timeline
from tests.pages.conftest import Open, html_of


def sent_to_map(app: object) -> dict[str, object]:
    """The arguments streamlit-folium sends to the browser."""
    return json.loads(app.get("component_instance")[0].proto.json_args)  # type: ignore[attr-defined]


def listed(app: object) -> list[str]:
    data = json.loads(app.get("bidi_component")[0].proto.json)  # type: ignore[attr-defined]
    return [row["id"] for row in data["rows"]]


def test_the_map_gets_the_events_that_have_a_place(opened: Open) -> None:
    sent = sent_to_map(opened())
    layer = str(sent["feature_group"])
    assert "moved" in layer
    assert "fought" in layer
    assert "far" not in layer.partition('"ids":')[2].partition("]")[0]


def test_only_the_layer_changes_with_the_filter(opened: Open) -> None:
    app = opened()
    before = sent_to_map(app)
    app.number_input(key="f_killed_min").set_value(5).run()
    after = sent_to_map(app)
    assert {name for name in before if before[name] != after[name]} == {"feature_group"}
    assert '"ids":["fought"]' in str(after["feature_group"])


def test_the_list_has_the_newest_first_and_the_undated_last(opened: Open) -> None:
    assert listed(opened()) == ["moved", "fought", "far"]


def test_a_link_opens_the_card(opened: Open) -> None:
    app = opened(event="moved")
    page = html_of(app)
    assert "<dt>Route</dt><dd>from <bdi>Al-Bukamal</bdi> to <bdi>Al-Mayadin</bdi></dd>" in page
    assert '<mark class="k-what" title="trigger">convoy</mark>' in page
    assert '<a href="https://example.org/1"' in page
    assert app.query_params["event"] == "moved"
    assert '"selected":"moved"' in str(sent_to_map(app)["feature_group"])


def test_closing_the_card_clears_the_link(opened: Open) -> None:
    app = opened(event="moved")
    app.button(key="close_card").click().run()
    assert "event-card" not in html_of(app).partition("</style>")[2]
    assert "event" not in app.query_params


def test_a_card_that_the_filter_leaves_out_says_so(opened: Open) -> None:
    assert "The present filter leaves this event out." in html_of(opened(event="moved", family="fighting"))


@pytest.mark.parametrize("event_id", ["gone", "![x](http://example.org/x.png)", "a" * 500])
def test_a_link_to_an_event_that_is_not_here_is_a_message_or_nothing(opened: Open, event_id: str) -> None:
    app = opened(event=event_id)
    assert [error.value for error in app.exception] == []
    assert [warning.value for warning in app.warning] == (
        ["The link names an event that is not here: gone"] if event_id == "gone" else []
    )


def test_the_message_of_a_missing_event_stays_until_it_is_closed(opened: Open) -> None:
    app = opened(event="gone").run()
    assert len(app.warning) == 1
    app.button(key="close_card").click().run()
    assert (len(app.warning), "event" in app.query_params) == (0, False)


def test_what_is_not_on_the_map_is_listed_with_the_reason(opened: Open) -> None:
    app = opened()
    assert [expander.label for expander in app.expander] == ["Not on the map: 2"]
    table = app.dataframe[0].value
    assert table["Why"].tolist() == [
        "No certain place in the governorate is told",
        "Syria is too wide to draw",
    ]
    assert table["Event"].tolist() == ["Clash", "Airstrike"]
    assert table["When"].tolist() == ["date unknown", "date unknown"]


def test_an_empty_choice_says_what_to_do(opened: Open) -> None:
    app = opened(q="nothing-like-this")
    data = json.loads(app.get("bidi_component")[0].proto.json)
    assert data["end"] == "No event matches. Widen or clear the filters."
    assert "0 events from 0 reports" in html_of(app)


def test_a_link_names_the_view_of_the_map(opened: Open) -> None:
    script = str(sent_to_map(opened(view="34.45,40.92,12"))["script"])
    assert "34.45, 40.92" in script
    assert '"zoom": 12' in script


@pytest.mark.parametrize(
    ("value", "view"),
    [
        ("35.0200,40.4500,12", MapView(35.02, 40.45, 12)),
        (None, None),
        ("95,40,9", None),
        ("35,40,99", None),
        ("35,40", None),
        ("<script>", None),
    ],
)
def test_views_of_links(value: str | None, view: MapView | None) -> None:
    assert map_widget.view_of(value) == view


def test_a_brush_is_widened_to_whole_bars() -> None:
    assert timeline.whole_bins(date(2020, 5, 3), date(2020, 6, 2), "month") == (
        date(2020, 5, 1),
        date(2020, 6, 30),
    )
    assert timeline.whole_bins(date(2020, 6, 3), date(2020, 6, 3), "week") == (
        date(2020, 6, 1),
        date(2020, 6, 7),
    )


def brush_of(app: object) -> object:
    spec = json.loads(app.get("vega_lite_chart")[0].proto.spec)  # type: ignore[attr-defined]
    return next(param for param in spec["params"] if param["name"] == "brush").get("value")


def test_the_brush_stands_on_the_dates_of_a_link(opened: Open) -> None:
    app = opened(**{"from": "2020-06-01", "to": "2020-06-30"})
    assert listed(app) == ["moved"]
    assert brush_of(app) == {"x": [1590969600000.0, 1593561599999.0]}
    assert brush_of(opened()) is None


def test_the_timeline_says_when_no_event_has_a_date(opened: Open) -> None:
    app = opened(type="airstrike")
    assert len(app.get("vega_lite_chart")) == 0
    assert "Nothing to show over time: no event of this filter has a date." in html_of(app)


def test_labels_name_everything_a_filter_can_ask(store: Store) -> None:
    labels = choices.labels_of(load())
    assert (labels["isis"], labels["clash"], labels["fighting"]) == ("ISIS", "Clash", "Fighting")


def test_the_table_of_the_unplaced_is_empty_without_any() -> None:
    rejections = pd.DataFrame({"reason": pd.Series(dtype=str)})
    frame = pd.DataFrame({"latitude": pd.Series(dtype=float)})
    table = map_page.unplaced_table(rejections, frame, {})
    assert (len(table), list(table.columns)[-1]) == (0, "report_id")
