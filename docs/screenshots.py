"""The pictures of README, made anew: ``python -m docs.screenshots`` (``make screenshots``).

Starts a dashboard of its own over the reports of ``data/reports/`` and takes it as a person sees it: the map
page with an event chosen, in the light and the dark theme, on a desktop (1440x900) and on a phone (390x844),
and a report with its evidence.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

from playwright.sync_api import Browser, ViewportSize, expect

from core.query import EventFilter
from core.store import open_store
from tests.fixtures_browser import DESKTOP, running_chromium, running_dashboard, wait_for_map

HERE = Path(__file__).parent
PHONE: ViewportSize = {"width": 390, "height": 844}
SHOWN = EventFilter(date_from=date(2019, 1, 1), date_to=date(2020, 12, 31), show_background=True)
SETTLE_MS = 1500  # labels fade in after the map has its events


def chosen_event(store_url: str) -> tuple[str, str]:
    """Event and report id of a movement to a known spot, with its route and its size if one has them."""
    store = open_store(store_url)
    frame = store.frame(SHOWN)
    store.close()
    is_movement = (frame["event_type"] == "movement") & (frame["language"] == "en")
    told = frame[is_movement & (frame["geo_precision"] == 1) & ~frame["is_background"]]
    told = told.assign(route=told["origin_latitude"].notna(), size=told["vehicles_low"].notna())
    told = told.sort_values(["route", "size", "confidence", "event_id"], ascending=False)
    return str(told["event_id"].iloc[0]), str(told["report_id"].iloc[0])


def take(browser: Browser, url: str, name: str, size: ViewportSize, scheme: Literal["light", "dark"]) -> Path:
    """One picture of the page at ``url``, once its map (if it has one) shows the events."""
    path = HERE / name
    with browser.new_context(viewport=size, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(url)
        if "/reports" not in url:
            wait_for_map(page)
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
        page.wait_for_timeout(SETTLE_MS)
        page.screenshot(path=path)
    return path


def main() -> None:
    """Make all pictures and print their paths."""
    expect.set_options(timeout=60_000)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_dashboard(Path(folder)) as dashboard,
        running_chromium() as browser,
    ):
        with browser.new_page() as first:  # fills the store
            first.goto(dashboard.url)
            wait_for_map(first)
        url = f"{dashboard.url}/?{urlencode(SHOWN.to_params(), doseq=True)}"
        event, report = chosen_event(dashboard.store_url)
        with_card = f"{url}&event={event}"
        opened = f"{dashboard.url}/reports?open={report}&event={event}"
        print(take(browser, with_card, "screenshot.png", DESKTOP, "light"))
        print(take(browser, with_card, "screenshot-dark.png", DESKTOP, "dark"))
        print(take(browser, opened, "screenshot-report.png", DESKTOP, "light"))
        print(take(browser, url, "screenshot-phone.png", PHONE, "light"))
        print(take(browser, url, "screenshot-phone-dark.png", PHONE, "dark"))


if __name__ == "__main__":
    main()
