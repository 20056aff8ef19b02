"""The event layer in Chromium: what is drawn where, pointed at, chosen, and that text stays text."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from core.view.base_map import MapView
from core.view.event_layer import event_payload
from tests.core.view.made_frames import EVENT_TYPES, POSTURE, STRIKES, actor, frame
from tests.fixtures_map import Open, Seen, drawn, layer, pixel, rgb, settle

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
HOSTILE = (
    "<img src=x onerror=alert(1)><script>alert(2)</script>{{ 6 * 7 }}{% raw %}{# ${alert(3)} `'\"\\ \u2028"
)


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
