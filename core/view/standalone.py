"""One HTML file with the map in it: opens offline, its cards and time bar work without a server."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from branca.element import Figure

from core.view.base_map import MapView, base_map
from core.view.event_layer import event_group, event_payload
from core.view.raw import RawText

if TYPE_CHECKING:
    from core.lexicon.event_types import EventTypes


def standalone_html(
    frame: pd.DataFrame,
    event_types: EventTypes,
    basemap_dir: Path,
    *,
    title: str,
    dark: bool = False,
    view: MapView | None = None,
) -> str:
    """The events of a frame (the store's read model) on a map as a whole HTML page.

    Leaflet, the engine, the basemap and the events are written into the page; it asks for nothing unless a
    person chooses an online layer. ``title`` is shown by the browser, as text.
    """
    chart = base_map(basemap_dir, None, dark=dark, view=view)
    event_group(event_payload(frame, event_types, details=True)).add_to(chart)
    page: Figure = chart.get_root()  # type: ignore[assignment]
    page.header.add_child(RawText(f"<title>{escape(title)}</title>"), name="title")
    html: str = page.render()
    return html
