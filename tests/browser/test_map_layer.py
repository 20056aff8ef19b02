"""The map's engine in Chromium, on the standalone page: the same scripts as on the dashboard, no server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page, expect

from core.lexicon import DATA_DIR
from core.view.base_map import MapView, base_map
from core.view.cells import cells_payload
from core.view.event_layer import event_group, event_payload
from core.view.standalone import standalone_html
from tests.core.view.made_frames import EVENT_TYPES, FIGHTING, POSTURE, STRIKES, actor, frame

BASEMAP = DATA_DIR / "basemap"
CLOSE = MapView(35.02, 40.45, 12)
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
MOVEMENT = {
    "event_type": "movement",
    "family": POSTURE,
    "vehicles_low": 30,
    "origin_latitude": 34.69,
    "origin_longitude": 40.83,
    "destination_latitude": 35.02,
    "destination_longitude": 40.45,
}

Open = Callable[..., Page]
HELPERS = """() => {
  window.theMap = window[Object.keys(window).find((name) => /^map_[0-9a-f]{32}$/.test(name))];
  window.seenAt = (latitude, longitude) => {
    const { x, y } = theMap.latLngToContainerPoint([latitude, longitude]);
    return [x, y];
  };
  window.onMap = ([x, y]) => { const at = theMap.layerPointToContainerPoint([x, y]); return [at.x, at.y]; };
  window.colourAt = (canvas, x, y) => {
    const { left, top, width } = canvas.getBoundingClientRect();
    const ratio = width ? canvas.width / width : 1;
    return [...canvas.getContext("2d").getImageData((x - left) * ratio, (y - top) * ratio, 1, 1).data];
  };
}"""


class Seen(list[str]):
    """Script errors, dialogs and requests that a map page should not have."""


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def open_map(browser: Browser, tmp_path: Path, seen: Seen) -> Iterator[Open]:
    """Opens events as a standalone map and waits until it is drawn; the map is ``theMap`` in its scripts."""
    context = browser.new_context(viewport={"width": 1200, "height": 700})

    def show(page_text: str, width: int = 1200) -> Page:
        path = tmp_path / "map.html"
        path.write_text(page_text, encoding="utf-8")
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 700})
        page.on("pageerror", lambda error: seen.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (seen.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda asked: asked.url.startswith("http") and seen.append(asked.url))
        page.goto(path.as_uri())
        page.locator(".em-map[data-version]").wait_for()
        page.evaluate(HELPERS)
        settle(page)
        return page

    def open_events(
        *rows: dict[str, Any], view: MapView = CLOSE, width: int = 1200, dark: bool = False
    ) -> Page:
        made = standalone_html(frame(*rows), EVENT_TYPES, BASEMAP, title="Made", view=view, dark=dark)
        return show(made, width)

    open_events.page = show  # type: ignore[attr-defined]
    yield open_events
    context.close()


def settle(page: Page) -> None:
    """Wait until what was asked of the canvas is painted: two animation frames."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def layer(page: Page, expression: str) -> Any:
    """The value of a script expression in which ``layer`` is the event layer."""
    return page.evaluate(f"(() => {{ const layer = theMap.eventMap.layer; return {expression}; }})()")


def drawn(page: Page) -> dict[str, tuple[float, float]]:
    """Where each event that is drawn stands, in pixels of the map, by event_id."""
    points = layer(
        page,
        "Array.from({length: layer.drawn.count}, (_, i) =>"
        " [layer.data.ids[layer.drawn.event[i]], ...onMap([layer.drawn.x[i], layer.drawn.y[i]])])",
    )
    return {name: (x, y) for name, x, y in points}


def pixel(page: Page, x: float, y: float) -> list[int]:
    """The colour of the event canvas at a point of the map, as red, green, blue, opacity."""
    values: list[int] = page.evaluate(
        "([x, y]) => colourAt(document.querySelector('.leaflet-events-pane canvas'), x, y)", [x, y]
    )
    return values


def rgb(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def test_an_event_is_drawn_in_its_familys_colour_where_it_happened(open_map: Open, seen: Seen) -> None:
    page = open_map(
        {"family": STRIKES, "event_type": "airstrike", "killed_low": 9, "killed_best": 9, "killed_high": 9}
    )
    expected = page.evaluate("seenAt(35.02, 40.45)")
    assert drawn(page)["e0"] == pytest.approx(expected, abs=1)
    assert pixel(page, *drawn(page)["e0"])[:3] == pytest.approx(
        rgb(EVENT_TYPES.families[STRIKES].colour), abs=3
    )
    assert seen == []


def test_pointing_tells_and_clicking_selects(open_map: Open) -> None:
    page = open_map(
        {
            "killed_low": 5,
            "killed_best": 5,
            "killed_high": 7,
            "actors": [actor("ISIS", "initiator"), actor("SDF", "target")],
        }
    )
    page.mouse.move(*drawn(page)["e0"])
    tip = page.locator(".em-tip")
    expect(tip).to_have_text("Clash3 Jun 2020 · Al-MayadinISIS against SDF5-7 killed")
    page.mouse.click(*drawn(page)["e0"])
    expect(page.locator(".em-card")).to_contain_text("A made title")
    assert layer(page, "layer.data.ids[layer.selected]") == "e0"
    page.mouse.click(200, 600 - 150)
    expect(page.locator(".em-card")).to_be_hidden()
    assert layer(page, "layer.selected") == -1


def test_a_click_tells_streamlit_folium_the_event(open_map: Open) -> None:
    """The component reads the text of the popup of the layer that was clicked."""
    page = open_map({}, HAJIN)
    page.evaluate(
        "window.told = []; theMap.eventMap.layer.pane.on('click', ({sourceTarget}) => {"
        " if (sourceTarget._popup._content) told.push(sourceTarget.getPopup().getContent().innerText); })"
    )
    page.mouse.click(*drawn(page)["e0"])
    page.mouse.click(300, 450)
    assert page.evaluate("told") == ["e0", ""]


def test_events_of_one_spot_fan_out(open_map: Open) -> None:
    page = open_map(*({"killed_low": i} for i in range(12)))
    points = list(drawn(page).values())
    assert len(points) == 12
    apart = [
        ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for i, a in enumerate(points) for b in points[:i]
    ]
    assert min(apart) >= 8


def test_a_crowded_spot_is_a_numbered_disc_that_lists_its_events(open_map: Open) -> None:
    page = open_map(*({} for _ in range(200)), view=MapView(35.02, 40.45, 8))
    assert layer(page, "[layer.drawn.count, layer.boxes.length, layer.boxes[0].events.length]") == [0, 1, 200]
    x, y = page.evaluate("seenAt(35.02, 40.45)")
    page.mouse.click(x, y)
    dialog = page.get_by_role("dialog", name="Events at this place")
    expect(dialog.locator("header")).to_contain_text("Al-Mayadin: 200 events")
    dialog.get_by_role("button").nth(1).press("Enter")
    expect(page.locator(".em-card")).to_be_visible()
    dialog.get_by_role("button").nth(1).press("Escape")
    expect(dialog).to_be_hidden()


def test_an_area_is_hatched_and_named_at_its_edge_never_a_point(open_map: Open) -> None:
    page = open_map(GOVERNORATE, GOVERNORATE, view=MapView())
    assert drawn(page) == {}
    (left, top, right, bottom), events = layer(page, "[layer.boxes[0].box, layer.boxes[0].events]")
    assert (events, right - left > 100, bottom - top) == ([0, 1], True, 20)
    north = page.evaluate("theMap.latLngToContainerPoint([35.1301, 40.324]).y")
    assert (
        page.evaluate("([x, y]) => theMap.layerPointToContainerPoint([x, y]).y", [left, bottom]) < north - 100
    )


def test_many_areas_show_their_numbers_and_their_names_when_pointed_at(open_map: Open) -> None:
    areas = [
        {
            "place_id": f"area-{i}",
            "geo_precision": 3,
            "latitude": 34.6 + i * 0.12,
            "longitude": 40.4,
            "radius_km": 12.0,
        }
        for i in range(7)
    ]
    page = open_map(*areas, *areas, view=MapView(35.0, 40.4, 8))
    left, top, right, bottom = layer(page, "layer.boxes[6].box")
    assert right - left < 40
    page.mouse.move(*page.evaluate("onMap", [(left + right) / 2, (top + bottom) / 2]))
    settle(page)
    left, _, right, _ = layer(page, "layer.boxes.find((box) => box.events.includes(layer.hovered)).box")
    assert right - left > 80
    expect(page.locator(".em-tip")).to_contain_text("Al-Mayadin: 2 events")


def test_a_movement_runs_in_a_curve_and_can_be_pointed_at(open_map: Open) -> None:
    page = open_map(MOVEMENT, view=MapView(34.85, 40.64, 9))
    path = layer(
        page,
        "layer.routes[0].path.map(onMap)",
    )
    start, end = path[0], path[-1]
    middle = path[len(path) // 2]
    off_line = abs(
        (end[0] - start[0]) * (start[1] - middle[1]) - (start[0] - middle[0]) * (end[1] - start[1])
    )
    assert off_line / ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 > 10
    page.mouse.move(*middle)
    expect(page.locator(".em-tip")).to_contain_text("Movement")


def test_doubt_about_the_place_is_a_circle_of_its_size(open_map: Open) -> None:
    page = open_map({"geo_precision": 2, "relation": "near", "radius_km": 5.0})
    x, y = drawn(page)["e0"]
    reach = page.evaluate("EventMap.pixelsPerKm(35.02, 12) * 5")
    kilometre = page.evaluate("seenAt(35.02 + 5 / 111.2, 40.45)[1]")
    assert y - kilometre == pytest.approx(reach, rel=0.01)
    assert pixel(page, x + reach - 6, y)[3] > 0
    assert pixel(page, x + reach + 6, y)[3] == 0


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


def test_tab_walks_from_event_to_event_and_escape_lets_go(open_map: Open) -> None:
    page = open_map({"date_start": "2020-02-01"}, {"date_start": "2020-01-01"})
    page.locator(".em-map").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".em-tip")).to_contain_text("1 of 2")
    assert layer(page, "layer.data.ids[layer.hovered]") == "e1"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert layer(page, "layer.data.ids[layer.selected]") == "e0"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert layer(page, "[layer.hovered, layer.selected]") == [-1, -1]


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


HOSTILE = (
    "<img src=x onerror=alert(1)><script>alert(2)</script>{{ 6 * 7 }}{% raw %}{# ${alert(3)} `'\"\\ \u2028"
)


def test_hostile_text_is_shown_as_text(open_map: Open, seen: Seen) -> None:
    hostile = {
        "event_id": HOSTILE, "place_name": HOSTILE, "place_id": HOSTILE, "title": HOSTILE, "outlet": HOSTILE,
        "url": "javascript:alert(4)", "actors": [actor(HOSTILE, "target")], "district": HOSTILE,
    }  # fmt: skip
    area = {**hostile, "event_id": "area", "geo_precision": 3, "radius_km": 20.0}
    page = open_map(hostile, area)
    page.mouse.move(*drawn(page)[HOSTILE])
    assert page.locator(".em-tip").evaluate("(tip) => tip.children[2].textContent") == f"against {HOSTILE}"
    page.mouse.click(*drawn(page)[HOSTILE])
    card = page.locator(".em-card")
    expect(card).to_be_visible()
    assert card.evaluate("(card) => card.querySelectorAll('img, script, a').length") == 0
    assert HOSTILE in (card.text_content() or "")
    assert seen == []


@pytest.mark.parametrize(("url", "links"), [("https://example.org/a", 1), ("data:text/html,x", 0), ("", 0)])
def test_only_web_addresses_become_links(open_map: Open, url: str, links: int) -> None:
    page = open_map({"url": url})
    page.mouse.click(*drawn(page)["e0"])
    expect(page.locator(".em-card a")).to_have_count(links)


def test_an_update_keeps_the_view_and_the_selection(open_map: Open) -> None:
    page = open_map({}, {}, HAJIN)
    page.evaluate("theMap.setView([34.69, 40.83], 13, {animate: false}); theMap.eventMap.layer.select(2)")
    payload = event_payload(frame(HAJIN, {}), EVENT_TYPES)
    data = {**json.loads(payload.json), "version": payload.version, "ids": ["e2", "e0"]}
    page.evaluate("(data) => EventMap.update(theMap, data, {selected: 'e2'})", data)
    settle(page)
    assert list(drawn(page)) == ["e2"]
    assert page.evaluate("[theMap.getZoom(), theMap.getCenter().lat.toFixed(2)]") == [13, "34.69"]
    assert layer(page, "layer.selected") == 0


def test_a_selection_from_outside_is_brought_into_view(open_map: Open) -> None:
    page = open_map({}, HAJIN)
    payload = event_payload(frame({}, HAJIN), EVENT_TYPES)
    data = {**json.loads(payload.json), "version": payload.version}
    page.evaluate("(data) => EventMap.update(theMap, data, {selected: 'e1'})", data)
    page.wait_for_function("theMap.getBounds().contains([34.69, 40.83])")
    assert layer(page, "layer.selected") == 1


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
