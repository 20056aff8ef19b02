"""How long a person waits: ``python -m benchmarks.first_page``.

Over a fresh store: reading ``data/reports/``, the server's start, and from opening the page to the map with
its events, for the server's first visitor (who also pays for loading the lexicon) and for later ones.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.fixtures_browser import ROOT, running_chromium, running_dashboard, wait_for_map

LATER_VISITS = 5


def visit(browser: Browser, url: str) -> float:
    """Seconds from opening the page in a fresh profile to the map with its events."""
    with browser.new_context() as context:
        page = context.new_page()
        begin = time.perf_counter()
        page.goto(url)
        wait_for_map(page)
        return time.perf_counter() - begin


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name, running_chromium() as browser:
        folder = Path(name)
        variables = {**os.environ, "DATABASE_URL": f"sqlite:///{folder / 'events.sqlite'}"}
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "core", "load"], cwd=ROOT, env=variables, check=True)
        print(f"python -m core load, fresh store  {time.perf_counter() - begin:6.2f} s")
        begin = time.perf_counter()
        with running_dashboard(folder) as dashboard:
            print(f"server start to its first answer  {time.perf_counter() - begin:6.2f} s")
            print(f"first visit, page to map          {visit(browser, dashboard.url):6.2f} s")
            later = [visit(browser, dashboard.url) for _ in range(LATER_VISITS)]
            print(f"later visits, page to map         {median(later):6.2f} s (median of {LATER_VISITS})")


if __name__ == "__main__":
    main()
