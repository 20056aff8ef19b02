"""A page with the map's engine in Chromium: the standalone map, the dashboard's scripts without a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from core.lexicon import DATA_DIR
from core.view.base_map import MapView
from core.view.standalone import standalone_html
from tests.core.view.made_frames import EVENT_TYPES, frame

BASEMAP = DATA_DIR / "basemap"
CLOSE = MapView(35.02, 40.45, 12)

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
