"""The map's controls in Chromium: time bar, other surfaces, tiles, measuring, picture, cells, phone."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import expect

from core.view.base_map import MapView, base_map
from core.view.cells import cells_payload
from core.view.event_layer import event_group
from tests.core.view.made_frames import EVENT_TYPES, FIGHTING, STRIKES
from tests.fixtures_map import Open, Seen, drawn, layer, rgb, settle

HAJIN = {"place_id": "hajin", "place_name": "Hajin", "latitude": 34.69, "longitude": 40.83}
GOVERNORATE = {
    "place_id": "deir-ez-zor-governorate",
    "place_name": "Deir ez-Zor Governorate",
    "feature_type": "governorate",
    "geo_precision": 3,
    "latitude": 35.1301,
    "longitude": 40.324,
    "radius_km": 110.0,
}


def test_the_window_of_time_hides_fades_and_says_what_is_undated(open_map: Open) -> None:
    page = open_map(
        {"date_start": "2020-01-05", "date_end": "2020-01-05"},
        {**HAJIN, "date_start": "2020-03-01", "date_end": "2020-03-01"},
        {"date_start": "2020-01-01", "date_end": "2020-03-31", "time_precision": 3},
        {"date_start": None, "date_end": None},
    )
    assert layer(page, "[0, 1, 2, 3].map((i) => layer.presence(i))") == [1, 1, 1, 1]
    page.get_by_role("button", name="Step on").click()
    settle(page)
    shown = layer(page, "[0, 1, 2, 3].map((i) => layer.presence(i))")
    assert (shown[0], shown[1], shown[3]) == (1, 0, 0)
    assert 0 < shown[2] < 1
    expect(page.locator(".em-span")).to_have_text("1 Jan 2020 – 7 Jan 2020 · 1 undated hidden")
    page.get_by_label("Step", exact=True).select_option("month")
    page.get_by_role("button", name="Step on").click()
    expect(page.locator(".em-span")).to_have_text("1 Feb 2020 – 29 Feb 2020 · 1 undated hidden")
    page.get_by_label("cumulative").check()
    assert layer(page, "[0, 1, 2, 3].map((i) => layer.presence(i))") == [1, 0, 1, 0]
    page.get_by_role("button", name="Show all of time").click()
    assert layer(page, "[0, 1, 2, 3].map((i) => layer.presence(i))") == [1, 1, 1, 1]


def test_time_plays_until_its_end_and_pauses(open_map: Open) -> None:
    page = open_map(
        {"date_start": "2020-01-01", "date_end": "2020-01-01"},
        {"date_start": "2020-02-29", "date_end": "2020-02-29"},
    )
    page.get_by_label("Speed").select_option("8")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect(page.locator(".em-span")).to_contain_text("29 Feb 2020")
    assert layer(page, "[0, 1].map((i) => layer.presence(i))") == [0, 1]


@pytest.mark.parametrize(
    "name",
    ["Play", "Step back", "Step on", "Measure a distance", "Full screen", "Save as picture (PNG)", "Layers"],
)
def test_a_button_draws_its_sign_and_needs_no_font(open_map: Open, name: str) -> None:
    button = open_map({}).get_by_role("button", name=name)
    assert button.inner_text() == ""
    box = button.locator("svg.em-icon path").bounding_box()
    assert box is not None
    assert box["width"] > 4
    assert box["height"] > 4


def test_a_handle_of_the_window_moves_by_keyboard(open_map: Open) -> None:
    page = open_map(
        {"date_start": "2020-01-01", "date_end": "2020-01-01"},
        {"date_start": "2020-02-29", "date_end": "2020-02-29"},
    )
    begins = page.get_by_role("slider", name="Window begins")
    begins.press("ArrowRight")
    expect(begins).to_have_attribute("aria-valuetext", "2 Jan 2020")
    assert layer(page, "[0, 1].map((i) => layer.presence(i))") == [0, 1]


def test_dragging_over_the_days_sets_the_window(open_map: Open) -> None:
    page = open_map(
        *({"date_start": f"2020-01-{day:02d}", "date_end": f"2020-01-{day:02d}"} for day in range(1, 31))
    )
    box = page.locator(".em-track").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.345, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.62, middle, steps=4)
    page.mouse.up()
    expect(page.locator(".em-span")).to_have_text("11 Jan 2020 – 20 Jan 2020")
    page.locator(".em-track").dblclick(position={"x": 200, "y": 10})
    expect(page.locator(".em-span")).to_have_text("1 Jan 2020 – 30 Jan 2020")


def test_heat_and_districts_take_the_place_of_the_events(open_map: Open) -> None:
    page = open_map({}, {}, HAJIN, view=MapView())
    page.get_by_role("button", name="Layers").click()
    page.get_by_label("Show", exact=True).select_option("heat")
    settle(page)
    assert drawn(page) == {}
    expect(page.locator(".leaflet-heat-pane canvas")).to_have_count(1)
    page.get_by_label("Show", exact=True).select_option("districts")
    settle(page)
    expect(page.locator(".leaflet-heat-pane canvas")).to_have_count(0)
    sums = page.evaluate("[...theMap.eventMap.surface.byDistrict()]")
    assert sums == [["al-mayadin-district", 3]]
    assert page.evaluate("theMap.eventMap.basemap.area('al-mayadin-district').name") == "Al-Mayadin District"


def test_tiles_that_cannot_be_reached_give_way_to_the_offline_map(open_map: Open, seen: Seen) -> None:
    page = open_map({})
    assert seen == []
    page.get_by_role("button", name="Layers").click()
    page.get_by_label("Base map").select_option(label="OpenStreetMap (online)")
    expect(page.locator(".em-notice")).to_have_text(
        "OpenStreetMap cannot be reached: the offline map is shown."
    )
    expect(page.get_by_label("Base map")).to_have_value("-1")
    assert {address.split("/")[2] for address in seen} == {"tile.openstreetmap.org"}


def test_a_distance_is_measured(open_map: Open) -> None:
    page = open_map({})
    page.get_by_role("button", name="Measure a distance").click()
    page.mouse.click(400, 300)
    page.mouse.click(700, 300)
    metres = page.evaluate(
        "theMap.distance(...[400, 700].map((x) => theMap.containerPointToLatLng([x, 300])))"
    )
    expect(page.locator(".em-notice")).to_have_text(f"{metres / 1000:.2f} km")
    assert layer(page, "layer.selected") == -1


def test_the_picture_holds_basemap_and_events(open_map: Open) -> None:
    page = open_map({"killed_low": 9})
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as picture").click()
    assert download.value.suggested_filename == "event-map.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG\r\n")
    x, y = drawn(page)["e0"]
    colour = page.evaluate(
        "([x, y]) => [...EventMap.picture(theMap.eventMap).getContext('2d').getImageData(x, y, 1, 1).data]",
        [x, y],
    )
    assert colour[:3] == pytest.approx(rgb(EVENT_TYPES.families[FIGHTING].colour), abs=3)


def test_a_link_names_the_view(open_map: Open) -> None:
    page = open_map({})
    assert page.evaluate("EventMap.linkOf(theMap, 'http://127.0.0.1:8501/?actor=isis')") == (
        "http://127.0.0.1:8501/?actor=isis&view=35.0200%2C40.4500%2C12"
    )


def test_cells_show_their_numbers_and_zoom_in_at_a_click(open_map: Open, tmp_path: Path) -> None:
    cells = pd.DataFrame(
        {
            "latitude": [35.02],
            "longitude": [40.45],
            "count": [25000],
            "killed": [7],
            "family": [STRIKES],
            "west": [40.0],
            "east": [40.7],
        }
    )
    steps = pd.DataFrame(
        {
            "start": pd.to_datetime(["2020-01-01", "2020-02-01"]),
            "cell": [0, 0],
            "family": [STRIKES] * 2,
            "count": [24000, 1000],
        }
    )
    chart = base_map(tmp_path, None, view=MapView(35.02, 40.45, 8))
    event_group(cells_payload(cells, EVENT_TYPES, steps=steps)).add_to(chart)
    page = open_map.page(chart.get_root().render())  # type: ignore[attr-defined]
    page.mouse.move(600, 350)
    expect(page.locator(".em-tip")).to_have_text("25,000 eventsmostly strikes and explosivesClick to zoom in")
    page.get_by_label("Step", exact=True).select_option("month")
    page.get_by_role("button", name="Step back").click()
    settle(page)
    assert layer(page, "Array.from(EventMap.cellValues(layer, 'events'))") == [1000]
    page.get_by_role("button", name="Show all of time").click()
    settle(page)
    page.mouse.click(600, 350)
    page.wait_for_function("theMap.getZoom() === 10")


@pytest.mark.parametrize("dark", [False, True])
def test_on_a_phone_nothing_hangs_over_the_edge(open_map: Open, dark: bool) -> None:
    page = open_map({}, GOVERNORATE, width=390, dark=dark)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for name in ("Play", "Layers", "Show all of time"):
        box = page.get_by_role("button", name=name).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    assert page.locator("details.em-legend").get_attribute("open") is None
