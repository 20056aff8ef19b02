"""The event map as a Streamlit widget: a constant base map, the events laid over it, the click read back."""

from __future__ import annotations

import re
import secrets

import pandas as pd
import streamlit as st
import streamlit.components.v1 as components
from streamlit_folium import st_folium

from core.lexicon.event_types import EventTypes
from core.query import EventFilter
from core.store import Bounds
from core.view.assets import JS_DIR, LEAFLET_DIR, Libraries, linked
from core.view.base_map import MapView, base_map
from core.view.cells import MOST_EVENTS
from core.view.event_layer import Payload, event_group, event_payload
from pages.parts import map_levels, selection, session, style

BASEMAP = session.ROOT / "data" / "basemap"

# Folders served beside streamlit-folium's own page: everything the map loads comes from this server.
_FOLDERS = {
    name: components.declare_component(name, path=str(path))
    for name, path in (("leaflet", LEAFLET_DIR), ("engine", JS_DIR), ("basemap", BASEMAP))
}
_VIEW = re.compile(r"(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?),(\d{1,2})")


def libraries() -> Libraries:
    """Where the map's page finds its scripts, relative to itself, so that it holds under a sub-path."""
    return linked(*(f"../{component.name}" for component in _FOLDERS.values()))


def view_of(value: str | None) -> MapView | None:
    """A link's ``view=latitude,longitude,zoom``; ``None`` where it is missing or means nothing."""
    found = _VIEW.fullmatch(value or "")
    if found is None:
        return None
    latitude, longitude, zoom = float(found[1]), float(found[2]), int(found[3])
    if abs(latitude) > 85 or abs(longitude) > 180 or not 5 <= zoom <= 17:
        return None
    return MapView(latitude, longitude, zoom)


# What the component tells: a click, and of a large store also where the map looks (each move runs again).
_CLICK = ["last_object_clicked_popup", "last_object_clicked_count"]
_CLICK_AND_VIEW = [*_CLICK, "bounds", "zoom"]


@st.cache_resource(max_entries=32, show_spinner=False)
def _payload(version: int, asked: EventFilter, _frame: pd.DataFrame, _types: EventTypes) -> Payload:  # noqa: ARG001
    return event_payload(_frame, _types)


@st.cache_resource(max_entries=32, show_spinner=False)
def _payload_in_view(
    version: int,  # noqa: ARG001 - the version keys the cache
    asked: EventFilter,
    bounds: Bounds,
    zoom: int,
    _app: session.App,
) -> Payload:
    return map_levels.payload_in_view(_app.store, asked, bounds, zoom, _app.lexicon.event_types)


def draw(app: session.App, asked: EventFilter, height: int) -> None:
    """The map of a filter's events; a click on it selects the event before the next run."""
    # The base map must not change while the page is open, or it would reload and lose zoom and centre.
    view = st.session_state.setdefault("map_view", view_of(st.query_params.get("view")) or MapView())
    is_large = len(app.store.snapshot()) > MOST_EVENTS
    if is_large:
        bounds, zoom = map_levels.view_of(st.session_state.get("map"), view)
        payload = _payload_in_view(app.version, asked, bounds, zoom, app)
    else:
        payload = _payload(app.version, asked, app.frame(asked), app.lexicon.event_types)
    st_folium(
        base_map(BASEMAP, libraries(), dark=style.is_dark(), view=view),
        key="map",
        height=height,
        use_container_width=True,
        returned_objects=_CLICK_AND_VIEW if is_large else _CLICK,
        feature_group_to_add=event_group(payload, selected=selection.current()),
        on_change=_clicked,
    )


def _clicked() -> None:
    said = st.session_state["map"]
    # The count tells a click from a move; it is 0 when the map has just come up.
    if said["last_object_clicked_count"] != st.session_state.get("map_clicks", 0):
        st.session_state["map_clicks"] = said["last_object_clicked_count"]
        if not said["last_object_clicked_count"]:
            return
        selection.select(said["last_object_clicked_popup"])


def draw_small(frame: pd.DataFrame, types: EventTypes, key: str, height: int) -> None:
    """A plain map of a few events, without tools, time bar or selection."""
    st_folium(
        base_map(BASEMAP, libraries(), dark=style.is_dark(), tools=False, time_bar=False, tiles=()),
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=event_group(event_payload(frame, types)),
    )


def draw_linked(frame: pd.DataFrame, types: EventTypes, key: str, height: int) -> None:
    """One of several maps of a page that pan and zoom together, each with its own events."""
    # Of this session only: a second tab's maps go their own way.
    link = st.session_state.setdefault("map_link", secrets.token_hex(4))
    st_folium(
        base_map(BASEMAP, libraries(), dark=style.is_dark(), time_bar=False, link=link),
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=event_group(event_payload(frame, types)),
    )
