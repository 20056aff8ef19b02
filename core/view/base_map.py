"""The constant map under the events: Leaflet, our engine, the offline basemap, optional online tiles.

It holds nothing that changes with a filter, so streamlit-folium never reloads it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import folium
from branca.element import Figure

from core.view.assets import Libraries, inline_header
from core.view.raw import RawMacro, RawText, encode_json


@dataclass(frozen=True, slots=True)
class Tiles:
    """An online tile server; its attribution is ours, never a report's."""

    name: str
    url: str
    attribution: str


@dataclass(frozen=True, slots=True)
class MapView:
    """Where a map looks: centre in WGS 84 degrees and Leaflet's zoom."""

    latitude: float = 35.02
    longitude: float = 40.35
    zoom: int = 8


ONLINE_TILES = (
    Tiles("OpenStreetMap", "https://tile.openstreetmap.org/{z}/{x}/{y}.png", "© OpenStreetMap contributors"),
    Tiles(
        "CARTO light",
        "https://basemaps.cartocdn.com/light_all/{z}/{x}/{y}.png",
        "© OpenStreetMap contributors © CARTO",
    ),
    Tiles(
        "CARTO dark",
        "https://basemaps.cartocdn.com/dark_all/{z}/{x}/{y}.png",
        "© OpenStreetMap contributors © CARTO",
    ),
    Tiles(
        "Satellite",
        "https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/MapServer/tile/{z}/{y}/{x}",
        "© Esri, Maxar, Earthstar Geographics",
    ),
)
ATTRIBUTION = "Outlines: OCHA, Natural Earth; roads schematic"


class _Install(RawMacro):
    """Starts the engine on the map it is a child of."""

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__("EventMapInstall")
        self.options = options

    def script(self) -> str:
        """The call that sets the map up."""
        return f"EventMap.install({self.parent_of(1).get_name()}, {encode_json(self.options)});"


class EventMapBase(folium.Map):
    """A ``folium.Map`` whose browser libraries are arguments: no jQuery, Bootstrap or icon fonts.

    With ``libraries`` they are linked; without, everything is written into the page itself.
    """

    def __init__(self, libraries: Libraries | None, view: MapView) -> None:
        super().__init__(
            location=(view.latitude, view.longitude),
            zoom_start=view.zoom,
            tiles=None,
            min_zoom=5,
            max_zoom=17,
            zoom_control=True,
            font_size="13px",
        )
        # streamlit-folium and folium both read these two names.
        self.default_js = [(link, link) for link in libraries.scripts] if libraries else []
        self.default_css = [(link, link) for link in libraries.styles] if libraries else []
        self.inlined = libraries is None

    def render(self, **kwargs: Any) -> str:
        """Render into the figure, the inlined libraries before the rest."""
        root = self.get_root()
        if self.inlined and isinstance(root, Figure):
            root.header.add_child(RawText(inline_header()), name="event_map_inline")
        super().render(**kwargs)  # type: ignore[no-untyped-call]
        return ""


def basemap_sources(directory: Path, address: str | None) -> dict[str, Any]:
    """What the engine draws under the events, by file stem in alphabetical order.

    With an ``address``, each file's address with a version; without, each file's GeoJSON. An empty or
    missing directory gives an empty basemap.
    """
    sources: dict[str, Any] = {}
    for path in sorted(directory.glob("*.geojson")):
        content = path.read_bytes()
        version = hashlib.sha256(content).hexdigest()[:12]
        sources[path.stem] = json.loads(content) if address is None else f"{address}/{path.name}?v={version}"
    return sources


def base_map(
    basemap_dir: Path,
    libraries: Libraries | None,
    *,
    dark: bool = False,
    view: MapView | None = None,
    tools: bool = True,
    time_bar: bool = True,
    link: str | None = None,
    language: str = "en",
    tiles: tuple[Tiles, ...] = ONLINE_TILES,
) -> EventMapBase:
    """A new map without events; make one for each run, streamlit-folium writes into it.

    ``libraries`` are the served addresses (:func:`core.view.assets.linked`); ``None`` writes all into the
    page. ``link`` names a group of maps on one page that pan and zoom together. ``language`` is that of
    the town labels (``en`` or ``ar``). No tile is fetched unless a person chooses an online layer.
    """
    chart = EventMapBase(libraries, view or MapView())
    options = {
        "dark": dark,
        "basemap": basemap_sources(basemap_dir, libraries.basemap if libraries else None),
        "tiles": [asdict(item) for item in tiles],
        "attribution": ATTRIBUTION,
        "tools": tools,
        "time_bar": time_bar,
        "link": link,
        "language": language,
        "standalone": libraries is None,
    }
    chart.add_child(_Install(options), name="event_map_install")
    return chart
