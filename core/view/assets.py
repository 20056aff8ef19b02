"""The map's own JavaScript and style sheet (``core/view/js``), and where a page loads them from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import xstatic.pkg.leaflet

JS_DIR = Path(__file__).parent / "js"
LEAFLET_DIR = Path(xstatic.pkg.leaflet.BASE_DIR)

# In loading order: each file adds to the namespace that the first one makes.
ENGINE_SCRIPTS = (
    "core.js",
    "basemap.js",
    "markers.js",
    "layout.js",
    "draw.js",
    "raster.js",
    "areas.js",
    "event_layer.js",
    "routes.js",
    "cells.js",
    "surface.js",
    "pick.js",
    "time_bar.js",
    "tools.js",
)
ENGINE_STYLES = ("map.css",)


@dataclass(frozen=True, slots=True)
class Libraries:
    """Addresses a page loads: scripts and style sheets in order, and the folder of basemap files."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    basemap: str


@cache
def engine_version() -> str:
    """Changes whenever a file of the engine does, so that browsers do not keep an old one."""
    digest = hashlib.sha256()
    for name in (*ENGINE_SCRIPTS, *ENGINE_STYLES):
        digest.update((JS_DIR / name).read_bytes())
    return digest.hexdigest()[:12]


def linked(leaflet: str, engine: str, basemap: str) -> Libraries:
    """Libraries from three served folders: ``LEAFLET_DIR``, ``JS_DIR`` and ``data/basemap``.

    Addresses are as the map's page sees them, without a trailing slash (``../pages.parts.map.leaflet``).
    """
    version = engine_version()
    return Libraries(
        (f"{leaflet}/leaflet.js", *(f"{engine}/{name}?v={version}" for name in ENGINE_SCRIPTS)),
        (f"{leaflet}/leaflet.css", *(f"{engine}/{name}?v={version}" for name in ENGINE_STYLES)),
        basemap,
    )


def inline_header() -> str:
    """Leaflet and the engine inside style and script elements: a page with this has nothing to load."""
    styles = [LEAFLET_DIR / "leaflet.css", *(JS_DIR / name for name in ENGINE_STYLES)]
    scripts = [LEAFLET_DIR / "leaflet.js", *(JS_DIR / name for name in ENGINE_SCRIPTS)]
    css = "\n".join(path.read_text(encoding="utf-8") for path in styles)
    # "</" inside a script's string would end the element; "<\/" is the same string to JavaScript.
    js = "\n".join(path.read_text(encoding="utf-8").replace("</script", "<\\/script") for path in scripts)
    return f"<style>{css}</style>\n<script>{js}</script>"
