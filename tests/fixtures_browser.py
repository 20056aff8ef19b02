"""The dashboard as a person meets it: a server on a loopback port and a headless Chromium.

A test that asks for ``page`` (or ``browser``, ``dashboard``) is marked ``browser`` and shares one
worker, one server and one Chromium with the others. No request leaves the machine: each one to another
host is aborted and kept in ``requests_elsewhere``, so that a test can assert that there was none.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    Dialog,
    FrameLocator,
    Page,
    Request,
    Route,
    ViewportSize,
    sync_playwright,
)

from tests.system_tools import CHROMIUM_HELP, chromium, in_ci

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60
DESKTOP: ViewportSize = {"width": 1440, "height": 900}
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A second wall: whatever the routes below do not see finds no address.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A running dashboard: its address, the database it is over, and the file of what it has printed."""

    url: str
    store_url: str
    log: Path


def free_port() -> int:
    """A loopback port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _is_up(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
            healthy: bool = answer.status == 200
            return healthy
    except OSError:
        return False


@contextmanager
def running_dashboard(folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[Dashboard]:
    """The dashboard in a process of its own, over a store in ``folder``; ended when the block ends.

    ``environment`` adds to this process's variables. Raises ``RuntimeError`` with the server's own words
    when it does not answer within ``START_SECONDS``.
    """
    url = f"http://127.0.0.1:{free_port()}"
    log = folder / "dashboard.log"
    settings = {
        "server.address": "127.0.0.1",
        "server.port": str(urlsplit(url).port),
        "server.headless": "true",
        "server.fileWatcherType": "none",
    }
    options = [word for name, value in settings.items() for word in (f"--{name}", value)]
    store_url = f"sqlite:///{folder / 'events.sqlite'}"
    variables = {**os.environ, "DATABASE_URL": store_url, **(environment or {})}
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", *options]
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=output, stderr=subprocess.STDOUT)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not _is_up(url):
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the dashboard did not start:\n{log.read_text(errors='replace')}")
            time.sleep(0.1)
        yield Dashboard(url, store_url, log)
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """A headless Chromium of the system. Raises ``RuntimeError`` with advice where there is none."""
    program = chromium()
    if program is None:
        raise RuntimeError(CHROMIUM_HELP)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


def wait_for_map(page: Page, timeout_seconds: float = 60) -> FrameLocator:
    """The map's frame once its events are drawn. The first page of a fresh store waits for its filling."""
    frame = page.frame_locator("iframe[title='streamlit_folium.st_folium']").first
    frame.locator(".leaflet-container[data-version]").wait_for(timeout=timeout_seconds * 1000)
    return frame


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for the session; where there is none, skipped, but a failure in CI."""
    if chromium() is None and not in_ci():
        pytest.skip(CHROMIUM_HELP)
    with running_chromium() as started:
        yield started


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """One dashboard for the session over a fresh store; it fills itself from ``data/reports/``."""
    with running_dashboard(tmp_path_factory.mktemp("dashboard")) as started:
        yield started


@pytest.fixture
def requests_elsewhere() -> list[str]:
    """The addresses on other hosts that ``page`` asked for, each aborted."""
    return []


@pytest.fixture
def script_errors() -> list[str]:
    """The uncaught script errors and the dialogs (``alert`` ...) that ``page`` met."""
    return []


@pytest.fixture
def page(
    request: pytest.FixtureRequest,
    browser: Browser,
    dashboard: Dashboard,
    requests_elsewhere: list[str],
    script_errors: list[str],
) -> Iterator[Page]:
    """An empty desktop page in a context of its own; ``page.goto("/")`` opens the dashboard.

    When the test fails, the end of the server's log is added to its report.
    """
    with browser.new_context(base_url=dashboard.url, viewport=DESKTOP) as context:
        context.set_default_timeout(30_000)

        def keep_local(route: Route, asked: Request) -> None:
            if urlsplit(asked.url).hostname in {"127.0.0.1", "localhost"}:
                route.fallback()
            else:
                requests_elsewhere.append(asked.url)
                route.abort()

        context.route("**/*", keep_local)
        opened = context.new_page()
        opened.on("pageerror", lambda error: script_errors.append(str(error)))

        def refuse(dialog: Dialog) -> None:
            script_errors.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        opened.on("dialog", refuse)
        yield opened
    tail = "\n".join(dashboard.log.read_text(errors="replace").splitlines()[-40:])
    request.node.add_report_section("teardown", "dashboard log", tail)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser and keep it on one worker, so that there is one server and one Chromium."""
    for item in items:
        if {"browser", "dashboard"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
