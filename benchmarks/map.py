"""What the map costs, in headless Chromium: ``python -m benchmarks.map [--most 10000] [--write]``.

Ours against folium's plain ways through the same streamlit-folium: first map ready, filter change to map
ready, bytes over the websocket, heap of the page; playback at 20,000 events; ours alone at a million with
pan and zoom; memory of the server for each further session. MarkerCluster needs its scripts:
``pip install XStatic-Leaflet-MarkerCluster``; without them those lines are left out.
``--write`` puts the table into ``benchmarks/README.md``.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Frame, Page

from benchmarks.map_events import cluster_folder, made_events
from tests.fixtures_browser import free_port, running_chromium

ROOT = Path(__file__).resolve().parent.parent
README = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- map: begin -->", "<!-- map: end -->"
TIMEOUT_MS = 240_000
SESSIONS = 10
CHANGES = 3
COLUMNS = (
    "way", "events", "first map ready s", "filter change s", "websocket kB",
    "heap MB", "server s", "slower than ours",
)  # fmt: skip
PLAY_SECONDS = 6

# How many events the page's map holds, by way, as a script expression.
OURS = "map.eventMap.data && %s"
COUNTS = {
    "ours": OURS
    % "(({count, cells}) => cells ? cells.count.reduce((a, b) => a + b, 0) : count)(map.eventMap.data)",
    "circles": "Object.values(map._layers).filter((layer) => layer instanceof L.CircleMarker).length",
    "cluster": "Object.values(map._layers).reduce("
    "(most, layer) => layer._topClusterLevel ? Math.max(most, layer.getLayers().length) : most, 0)",
}
COUNTS["fast_cluster"] = COUNTS["cluster"]
PLAY = """async (seconds) => {
  const { timeBar, layer } = map.eventMap;
  let painted = 0;
  const paint = layer.pane.paint;
  layer.pane.paint = function () { painted += 1; paint.call(this); };
  Object.assign(timeBar, { step: "month", speed: 0.5, cumulative: true });
  timeBar.span = [timeBar.range[0], timeBar.range[1] - 400];
  timeBar.play();
  const begin = performance.now();
  await new Promise((done) => setTimeout(done, seconds * 1000));
  const taken = (performance.now() - begin) / 1000;
  timeBar.pause();
  return painted / taken;
}"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@contextmanager
def serving() -> Iterator[tuple[str, int]]:
    """The benchmark's page on a loopback port: its address and process id."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "streamlit", "run", "benchmarks/map_app.py", "--server.port", str(port)),
        *("--server.address", "127.0.0.1", "--server.headless", "true", "--server.fileWatcherType", "none"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}", server.pid
    finally:
        server.terminate()
        server.wait(timeout=20)


def resident_mb(pid: int) -> float:
    """Resident memory of a process (Linux)."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class Visit:
    """One open page: its map's frame and the bytes that came over the websocket."""

    def __init__(self, page: Page, way: str, size: int) -> None:
        self.page, self.way, self.size, self.received = page, way, size, 0
        page.set_default_timeout(TIMEOUT_MS)
        page.on("websocket", lambda socket: socket.on("framereceived", self._count))

    def _count(self, payload: str | bytes) -> None:
        self.received += len(payload)

    def frame(self) -> Frame:
        """The frame with the map in it."""
        return next(frame for frame in self.page.frames if "streamlit_folium" in frame.url)

    def wait(self, expected: int) -> None:
        """Until the map holds so many events and has painted them."""
        self.page.locator("iframe").first.wait_for()
        test = f"() => window.map && window.L && ({COUNTS[self.way]}) === {expected}"
        self.frame().wait_for_function(test, timeout=TIMEOUT_MS, polling="raf")
        self.frame().evaluate(PAINTED)

    def open(self, url: str) -> float:
        """Seconds from opening the page to the map with all events."""
        begin = time.perf_counter()
        self.page.goto(f"{url}/?way={self.way}&n={self.size}")
        self.wait(self.size)
        return time.perf_counter() - begin

    def toggle(self, expected: int) -> float:
        """Seconds from a change of the filter to the map with what it leaves."""
        begin = time.perf_counter()
        self.page.get_by_text("half").click()
        self.wait(expected)
        return time.perf_counter() - begin

    def heap_mb(self) -> float:
        """The page's script heap after a collection."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("HeapProfiler.collectGarbage")
        heap: float = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
        return heap

    def server_seconds(self) -> float:
        """What the last run took on the server."""
        text = self.page.get_by_text("server:").inner_text()
        return float(text.split()[1])


def measure_way(browser: Browser, url: str, way: str, size: int) -> dict[str, float]:
    """The figures of one way and size; ours comes first and finds the events not yet made, so it gets a
    visit before the one that is measured.
    """
    if way == "ours":
        with browser.new_context() as context:
            Visit(context.new_page(), way, size).open(url)
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        visit = Visit(page, way, size)
        ready = visit.open(url)
        opened = visit.received
        changes = [visit.toggle(size // 2 if turn % 2 == 0 else size) for turn in range(CHANGES)]
        return {
            "ready": ready,
            "change": median(changes),
            "kb": opened / 1e3,
            "heap": visit.heap_mb(),
            "server": visit.server_seconds(),
        }


def measure_playback(browser: Browser, url: str, size: int) -> float:
    """Frames a second that the event layer paints while time plays over most of them."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        visit = Visit(context.new_page(), "ours", size)
        visit.open(url)
        return float(visit.frame().evaluate(PLAY, PLAY_SECONDS))


def measure_million(browser: Browser, url: str, size: int) -> dict[str, float]:
    """Pan, zoom and filter with cells counted on the server for the view."""
    with browser.new_context() as context:
        first = Visit(context.new_page(), "ours", size)
        first.page.goto(f"{url}/?way=ours&n={size}")
        first.page.locator("iframe").first.wait_for(timeout=TIMEOUT_MS)
        first.page.wait_for_timeout(3000)
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        visit = Visit(page, "ours", size)
        begin = time.perf_counter()
        page.goto(f"{url}/?way=ours&n={size}")
        page.locator("iframe").first.wait_for()
        frame = visit.frame()
        frame.wait_for_function(
            "() => window.map && map.eventMap.data && map.eventMap.data.cells", polling="raf"
        )
        ready = time.perf_counter() - begin
        page.wait_for_timeout(2000)

        def redrawn(act: str) -> float:
            run = int(page.get_by_text("; run").inner_text().rstrip(".").rpartition(" ")[2])
            begin = time.perf_counter()
            # "void": the map itself as an answer would take seconds to cross over
            frame.evaluate(f"void {act}") if act else page.get_by_text("half").click()
            page.get_by_text(f"; run {run + 1}.").wait_for()
            frame.evaluate(PAINTED)
            taken = time.perf_counter() - begin
            page.wait_for_timeout(600)
            return taken

        return {
            "ready": ready,
            "pan": median(redrawn(f"map.panBy([{x}, 60], {{animate: false}})") for x in (200, -150, 120)),
            "zoom": median(
                redrawn(f"map.setZoom(map.getZoom() + {by}, {{animate: false}})") for by in (1, 1, -1)
            ),
            "change": median(redrawn("") for _ in range(3)),
        }


def measure_sessions(browser: Browser, url: str, pid: int) -> float:
    """Megabytes of the server for each further session with 10,000 events on its map."""
    contexts = []
    Visit(browser.new_context().new_page(), "ours", 10_000).open(url)
    before = resident_mb(pid)
    for _ in range(SESSIONS):
        context = browser.new_context()
        contexts.append(context)
        Visit(context.new_page(), "ours", 10_000).open(url)
    grown = (resident_mb(pid) - before) / SESSIONS
    for context in contexts:
        context.close()
    return grown


def machine() -> str:
    """The machine in a few words."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    return f"{os.cpu_count()} cores of {model}, shared by server and headless Chromium"


def main() -> None:
    """Measure and print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=10_000, help="largest size for the slow ways")
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/README.md")
    options = parser.parse_args()
    clusters = ("cluster", "fast_cluster") if cluster_folder() is not None else ()
    quick = tuple(way for way in clusters if way == "fast_cluster")
    load = f"{os.getloadavg()[0]:.0f} from other work at its start"
    lines = [
        f"{datetime.now(UTC):%Y-%m-%d}, {machine()}; {made_events(10)[1]}; one run, load {load}.",
        "",
        f"| {' | '.join(COLUMNS)} |",
        f"|{'---|' * len(COLUMNS)}",
    ]
    with running_chromium() as browser, serving() as (url, pid):
        for size in (1000, 10_000, 100_000):
            ours = measure_way(browser, url, "ours", size)
            lines.append(_line("ours" if size <= 20_000 else "ours (cells)", size, ours, ours))
            print(lines[-1], flush=True)
            for way in ("circles", *clusters) if size <= options.most else quick:
                lines.append(_line(way, size, measure_way(browser, url, way, size), ours))
                print(lines[-1], flush=True)
        million = measure_million(browser, url, 1_000_000)
        playing = measure_playback(browser, url, 20_000)
        session = measure_sessions(browser, url, pid)
    lines += [
        "",
        f"1,000,000 events, ours: first cells {million['ready']:.2f} s, pan {million['pan']:.2f} s, "
        f"zoom {million['zoom']:.2f} s, filter {million['change']:.2f} s.",
        f"Playback at 20,000 events: {playing:.0f} frames a second.",
        f"Server memory for each further session with 10,000 events: {session:.1f} MB.",
    ]
    print("\n".join(lines))
    if options.write:
        _write("\n".join(lines))


def _line(way: str, size: int, figures: dict[str, float], ours: dict[str, float]) -> str:
    ratio = "" if figures is ours else f"{figures['change'] / ours['change']:.0f}x"
    return (
        f"| {way} | {size:,} | {figures['ready']:.2f} | {figures['change']:.2f} | {figures['kb']:,.0f} "
        f"| {figures['heap']:.0f} | {figures['server']:.2f} | {ratio} |"
    )


def _write(table: str) -> None:
    """Replace the map's part of the README."""
    text = README.read_text(encoding="utf-8") if README.is_file() else "# Benchmarks\n"
    part = f"{BEGIN}\n{table}\n{END}"
    if BEGIN in text and END in text:
        text = text[: text.index(BEGIN)] + part + text[text.index(END) + len(END) :]
    else:
        text = f"{text.rstrip()}\n\n## The map\n\n{part}\n"
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
