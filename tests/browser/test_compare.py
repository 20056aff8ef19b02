from __future__ import annotations

from playwright.sync_api import Frame, Page

from tests.fixtures_browser import wait_for_map


def test_the_two_maps_move_together(page: Page) -> None:
    page.goto("/compare?a=2019-01-01..2019-12-31&b=2020-01-01..2020-12-31")
    wait_for_map(page)
    page.frame_locator("iframe[title='streamlit_folium.st_folium']").nth(1).locator(
        ".leaflet-container[data-version]"
    ).wait_for()

    def maps() -> list[Frame]:
        return [frame for frame in page.frames if "streamlit_folium" in frame.url]

    first, second = maps()
    first.evaluate("map.setView([34.5, 40.9], 11, {animate: false})")
    second.wait_for_function("map.getZoom() === 11 && Math.abs(map.getCenter().lat - 34.5) < 0.01")
    second.evaluate("map.setView([35.3, 40.1], 9, {animate: false})")
    first.wait_for_function("map.getZoom() === 9 && Math.abs(map.getCenter().lng - 40.1) < 0.01")
