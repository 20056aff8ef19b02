"""The pictures of README, made anew: ``python -m docs.screenshots`` (``make screenshots``).

Starts a dashboard of its own over the reports of ``data/reports/`` and takes it as a person sees it: the map
page with an event chosen, in the light and the dark theme on a desktop (1440x900) and on a phone (390x844).
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

from playwright.sync_api import Browser, ViewportSize

from core.query import EventFilter
from core.store import open_store
from tests.fixtures_browser import DESKTOP, running_chromium, running_dashboard, wait_for_map

HERE = Path(__file__).parent
PHONE: ViewportSize = {"width": 390, "height": 844}
SHOWN = EventFilter(date_from=date(2019, 1, 1), date_to=date(2020, 12, 31), show_background=True)
SETTLE_MS = 1500  # labels fade in after the map has its events


def chosen_event(store_url: str) -> str:
    """The id of the surest event with a known day, actors and deaths; the earliest among equals."""
    store = open_store(store_url)
    frame = store.frame(SHOWN)
    store.close()
    known = frame[(frame["time_precision"] == 1) & frame["killed_low"].notna() & frame["latitude"].notna()]
    best = known.sort_values(["confidence", "date_start", "event_id"], ascending=[False, True, True])
    return str(best["event_id"].iloc[0])


def take(browser: Browser, url: str, name: str, size: ViewportSize, scheme: Literal["light", "dark"]) -> Path:
    """One picture of the page at ``url`` once its map shows the events."""
    path = HERE / name
    with browser.new_context(viewport=size, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(url)
        wait_for_map(page)
        page.wait_for_timeout(SETTLE_MS)
        page.screenshot(path=path)
    return path


def main() -> None:
    """Make all pictures and print their paths."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running_dashboard(Path(folder)) as dashboard,
        running_chromium() as browser,
    ):
        with browser.new_page() as first:  # fills the store
            first.goto(dashboard.url)
            wait_for_map(first)
        url = f"{dashboard.url}/?{urlencode(SHOWN.to_params(), doseq=True)}"
        with_card = f"{url}&event={chosen_event(dashboard.store_url)}"
        print(take(browser, with_card, "screenshot.png", DESKTOP, "light"))
        print(take(browser, with_card, "screenshot-dark.png", DESKTOP, "dark"))
        print(take(browser, url, "screenshot-phone.png", PHONE, "light"))
        print(take(browser, url, "screenshot-phone-dark.png", PHONE, "dark"))


if __name__ == "__main__":
    main()
