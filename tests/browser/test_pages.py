"""The dashboard in Chromium over the real reports: map, filters, brush, card, links, hostile text, phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from core.lexicon import load
from core.model import Evidence, Reading, Role
from core.pipeline import reader_version
from core.store import labels_of, open_store
from tests.fixtures_browser import Dashboard, running_dashboard
from tests.made import actor, event, place, report

PATIENCE = 60_000  # milliseconds: the first page fills the store
expect.set_options(timeout=PATIENCE)
VERSION = "map_div.getContainer().dataset.version"


def map_frame(page: Page) -> Frame:
    """The map's frame, once it shows events."""
    page.frame_locator('iframe[title*="st_folium"]').first.locator("#map_div[data-version]").wait_for(
        timeout=PATIENCE
    )
    return next(frame for frame in page.frames if "streamlit_folium" in frame.url)


def ids(frame: Frame) -> list[str]:
    shown: list[str] = frame.evaluate("map_div.eventMap.data.ids")
    return shown


def n_events(page: Page) -> int:
    text = page.locator("p.sentence").inner_text()
    return int(text.partition(" event")[0].replace(",", ""))


@pytest.fixture
def map_page(page: Page) -> Page:
    page.goto("/")
    map_frame(page)
    return page


def test_the_map_shows_events_at_full_size_and_asks_nobody_else(
    map_page: Page, requests_elsewhere: list[str], script_errors: list[str]
) -> None:
    frame = map_frame(map_page)
    assert len(ids(frame)) > 100
    assert frame.evaluate("map_div.eventMap.layer.drawn.count") > 20
    box = map_page.locator('iframe[title*="st_folium"]').bounding_box()
    chart = map_page.get_by_test_id("stVegaLiteChart").bounding_box()
    assert box
    assert chart
    assert box["width"] >= 0.6 * 1440
    assert 0 <= box["y"] < box["y"] + box["height"] < chart["y"] + chart["height"] <= 900
    for name in ("Reports", "Add report", "About", "Map"):
        map_page.get_by_role("link", name=name, exact=True).click()
        expect(map_page).to_have_title("Deir Ezzor Event Map")
    map_frame(map_page)
    assert (requests_elsewhere, script_errors) == ([], [])


def test_a_filter_changes_the_events_and_leaves_the_view(map_page: Page) -> None:
    frame = map_frame(map_page)
    frame.evaluate("window.isTheSame = true; map_div.setView([34.6, 40.8], 11, {animate: false})")
    before, version = ids(frame), frame.evaluate(VERSION)
    map_page.get_by_role("button", name=re.compile("^Civil")).click()
    frame.wait_for_function(f"{VERSION} !== '{version}'")
    after = ids(map_frame(map_page))
    assert set(after) < set(before)
    assert len(after) <= n_events(map_page) < len(before)
    assert frame.evaluate("[window.isTheSame, map_div.getZoom(), map_div.getCenter().lat]") == [
        True,
        11,
        34.6,
    ]
    expect(map_page).to_have_url(re.compile(r"family=civil"))
    map_page.go_back()
    frame.wait_for_function(f"{VERSION} === '{version}'")
    expect(map_page).not_to_have_url(re.compile(r"family="))


def test_what_is_shown_can_be_taken_along(map_page: Page, page: Page) -> None:
    map_page.get_by_test_id("stPopoverButton").click()
    with map_page.expect_download() as table:
        map_page.get_by_role("button", name="CSV").click()
    assert len(table.value.path().read_text("utf-8-sig").splitlines()) > n_events(map_page)
    with map_page.expect_download() as saved:
        map_page.get_by_role("button", name="Map (HTML)").click()
    shown = ids(map_frame(map_page))
    page.set_content(saved.value.path().read_text("utf-8"))
    page.locator(".em-map[data-version]").wait_for(timeout=PATIENCE)
    assert page.evaluate("window[document.querySelector('.em-map').id].eventMap.data.ids") == shown


def test_the_brush_sets_the_dates_and_a_double_click_clears_them(map_page: Page) -> None:
    everything = n_events(map_page)
    box = map_page.get_by_test_id("stVegaLiteChart").locator("svg").bounding_box()
    assert box
    middle = box["y"] + box["height"] * 0.4
    map_page.mouse.move(box["x"] + box["width"] * 0.5, middle)
    map_page.mouse.down()
    map_page.mouse.move(box["x"] + box["width"] * 0.6, middle, steps=6)
    map_page.mouse.up()
    expect(map_page).to_have_url(re.compile(r"from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d"))
    map_page.wait_for_function(
        f"() => parseInt(document.querySelector('p.sentence').innerText) < {everything}"
    )
    brushed = n_events(map_page)
    assert 0 < brushed < everything
    link = map_page.url
    map_page.mouse.dblclick(box["x"] + box["width"] * 0.55, middle)
    expect(map_page).not_to_have_url(re.compile("from="))
    map_page.goto(link)
    map_frame(map_page)
    assert n_events(map_page) == brushed
    expect(map_page).to_have_url(link)
    expect(map_page.locator(".role-mark.brush_brush, .brush_brush path").first).to_be_visible()


def test_a_click_on_the_map_opens_the_card_and_a_link_opens_it_again(map_page: Page) -> None:
    frame = map_frame(map_page)
    chosen = ids(frame)[0]
    frame.evaluate(f"map_div.eventMap.layer.select(map_div.eventMap.layer.index.get({chosen!r}))")
    card = map_page.locator(".event-card")
    expect(card).to_contain_text("Confidence")
    expect(card.locator("mark.k-what").first).to_be_visible()
    expect(map_page).to_have_url(re.compile(f"event={chosen}"))
    link, words = map_page.url, card.inner_text()
    map_page.goto(link)
    map_frame(map_page)
    expect(card).to_have_text(words, use_inner_text=True)
    map_page.get_by_role("button", name="Close").click()
    expect(card).to_have_count(0)
    expect(map_page).not_to_have_url(re.compile("event="))


def test_the_list_selects_on_the_map_and_leads_to_the_report(map_page: Page) -> None:
    frame = map_frame(map_page)
    row = map_page.get_by_role("listbox", name="Events").get_by_role("option").nth(4)
    chosen = row.get_attribute("data-id")
    row.click()
    frame.wait_for_function(f"map_div.eventMap.view.selected === {chosen!r}")
    map_page.get_by_role("link", name="Read the report").click()
    expect(map_page).to_have_url(re.compile(r"/reports\?open="))
    expect(map_page.locator("div.report mark.k-what").first).to_be_visible()
    expect(map_page.locator("table.rules")).to_be_visible()
    map_page.get_by_role("link", name="Show on the map").click()
    expect(map_page.locator(".event-card")).to_be_visible()


def test_a_link_to_an_old_event_scrolls_the_list_to_it_and_leaves_the_page(map_page: Page) -> None:
    rows = map_page.get_by_role("listbox", name="Events").get_by_role("option")
    chosen = rows.nth(rows.count() // 2).get_attribute("data-id")
    map_page.goto(f"/?event={chosen}")
    expect(map_page.locator(".event-card")).to_be_visible()
    row = map_page.get_by_role("listbox", name="Events").locator("[aria-selected]")
    expect(row).to_have_attribute("data-id", str(chosen))
    expect(row).to_be_in_viewport(ratio=0.9)
    assert map_page.get_by_test_id("stMain").evaluate("(main) => main.scrollTop") == 0


def test_a_fresh_server_first_asked_for_a_page_shows_it_whole(
    browser: Browser, dashboard: Dashboard, tmp_path: Path
) -> None:
    """Streamlit would run the file of ``pages/`` alone: without style, filters and navigation."""
    same_store = {"DATABASE_URL": dashboard.store_url}
    with running_dashboard(tmp_path, same_store) as fresh, browser.new_context(base_url=fresh.url) as context:
        page = context.new_page()
        page.goto("/reports?q=convoy")
        expect(page.locator("h2.report-title")).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_role("link", name="Add report")).to_be_visible()
        expect(page.get_by_label("Search")).to_have_value("convoy")
        expect(page).to_have_url(re.compile(r"/reports\?q=convoy"))
        expect(page.get_by_text("Page not found")).to_have_count(0)


@pytest.fixture
def phone(browser: Browser, dashboard: Dashboard) -> Iterator[Page]:
    viewport: Any = {"width": 390, "height": 844}
    with browser.new_context(base_url=dashboard.url, viewport=viewport, has_touch=True) as context:
        yield context.new_page()


def test_on_a_phone_the_filters_fold_and_nothing_hangs_over_the_edge(phone: Page) -> None:
    phone.goto("/")
    map_frame(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    box = phone.locator('iframe[title*="st_folium"]').bounding_box()
    assert box
    assert (box["x"] >= 0, box["x"] + box["width"] <= 390, box["width"] > 340) == (True, True, True)
    expect(phone.get_by_label("Killed at least")).not_to_be_in_viewport()


# --- hostile text ----------------------------------------------------------------------------

SCRIPTS = "<img src=x onerror=alert(1)><script>alert(2)</script>${alert(3)}"
PICTURE = "![x](http://example.org/x.png)"


@pytest.fixture(scope="module")
def hostile(dashboard: Dashboard, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Adds a report that is hostile in every field; gives the file its template would write."""
    written = tmp_path_factory.mktemp("hostile") / "written"
    template = f"{{{{ cycler.__init__.__globals__.os.open('{written}', 66) }}}}" + "{% raw %}{# `"
    text = f"Hostile {SCRIPTS} {PICTURE} {template}"
    bad = f"{SCRIPTS}{PICTURE}{template}"
    told = event(
        "hostile-event",
        "movement",
        place=place(name=bad, as_written=bad, latitude=34.9, longitude=40.2),
        origin=place("bukamal", name=bad),
        destination=place(name=bad),
        actors=(actor(role=Role.TARGET), actor("sdf")),
        attributed_to=(bad,),
        date_text=bad,
        evidence=(Evidence("trigger", 0, len(text), text, bad),),
    )
    made = report("hostile-report", text=text, title=bad, outlet=bad, url="javascript:alert(4)")
    store = open_store(dashboard.store_url, tmp_path_factory.mktemp("var"))
    reading = Reading("hostile-report", "en", (told,), ())
    store.add_readings([(made, reading)], reader_version(), labels_of(load()))
    store.close()
    return written


def test_hostile_reports_are_shown_as_text(
    page: Page, hostile: Path, requests_elsewhere: list[str], script_errors: list[str]
) -> None:
    page.goto("/?q=hostile&event=hostile-event")
    assert ids(map_frame(page)) == ["hostile-event"]
    card = page.locator(".event-card")
    expect(card).to_contain_text(f"Hostile {SCRIPTS} {PICTURE}")
    expect(page.get_by_role("option")).to_contain_text(SCRIPTS)
    assert page.locator(".event-card img, .event-card script, p.source a").count() == 0
    page.get_by_role("link", name="Read the report").click()
    expect(page.locator("h2.report-title")).to_contain_text(SCRIPTS)
    expect(page.locator("table.rules")).to_contain_text(PICTURE)
    expect(page.get_by_role("button", name=re.compile("^Movement"))).to_contain_text(PICTURE)
    assert page.locator(".report img, .report-title img, table.rules img, button img").count() == 0
    page.get_by_role("link", name="Add report").click()
    page.get_by_label("Text of the report").fill(f"Gunmen attacked al-Mayadin. {SCRIPTS} {PICTURE}")
    page.get_by_label("Outlet").fill(SCRIPTS)
    page.locator("input[type=file]").set_input_files(
        {"name": f"{SCRIPTS.replace('/', '')}.txt", "mimeType": "text/plain", "buffer": b"\x00\x01"}
    )
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("div.report")).to_contain_text(PICTURE)
    expect(page.get_by_role("alert").filter(has_text="alert(1)")).to_be_visible()
    assert not hostile.exists()
    assert (requests_elsewhere, script_errors) == ([], [])


def test_hostile_links_are_told_as_text(
    page: Page, requests_elsewhere: list[str], script_errors: list[str]
) -> None:
    page.goto(f"/?district={SCRIPTS}&family={PICTURE}&q={SCRIPTS}&event={SCRIPTS}&view={SCRIPTS}")
    map_frame(page)
    expect(page.get_by_role("alert").filter(has_text="district")).to_contain_text("<img src=x")
    expect(page.get_by_role("alert").filter(has_text="family")).to_contain_text("![x]")
    expect(page.locator("p.sentence")).to_contain_text(SCRIPTS)
    assert page.locator("[data-testid=stMain] img").count() == 0
    assert (requests_elsewhere, script_errors) == ([], [])
