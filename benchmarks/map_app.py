"""The page that ``benchmarks.map`` measures: one map of made events, one box that filters them.

``?way=`` ours, circles, cluster or fast_cluster; ``?n=`` how many events. The ready-made ways are written as
folium's documentation does, their scripts from installed packages so that nothing is fetched.
"""

from __future__ import annotations

import gc
import time

import folium
import numpy as np
import pandas as pd
import streamlit as st
import streamlit.components.v1 as components
from folium.plugins import FastMarkerCluster, MarkerCluster
from streamlit_folium import st_folium

from benchmarks.map_events import cluster_folder, event_types, made_events
from core.lexicon import DATA_DIR
from core.store import cells
from core.store.build import snapshot_of
from core.store.snapshot import Snapshot
from core.view.assets import JS_DIR, LEAFLET_DIR, linked
from core.view.base_map import base_map
from core.view.cells import MOST_EVENTS, cells_payload
from core.view.event_layer import Payload, event_group, event_payload

HEIGHT = 560
BASEMAP = DATA_DIR / "basemap"
WORLD = (-85.0, -180.0, 85.0, 180.0)
leaflet = components.declare_component("leaflet", path=str(LEAFLET_DIR))
engine = components.declare_component("engine", path=str(JS_DIR))
basemap = components.declare_component("basemap", path=str(BASEMAP))


@st.cache_resource(max_entries=4)
def events_of(size: int) -> tuple[pd.DataFrame, str]:
    """The events, once a server; frozen, as Streamlit collects all garbage after every run."""
    made = made_events(size)
    gc.freeze()
    return made


@st.cache_resource(max_entries=4)
def columns_of(size: int) -> Snapshot:
    """The events as the store's columnar snapshot, once a server."""
    events = events_of(size)[0]
    actors = pd.DataFrame({"event_id": events["event_id"].to_numpy(), "actor_id": "a", "role": "initiator"})
    return snapshot_of(events, actors, version=1)


def chosen(size: int, is_half: bool) -> np.ndarray:
    """Which events are shown: all, or those of every second place in the table."""
    mask = np.ones(size, dtype=np.bool_)
    if is_half:
        mask[::2] = False
    return mask


def our_payload(size: int, mask: np.ndarray, seen: dict | None) -> Payload:
    """Single events up to the threshold, else cells of what is in view."""
    events = events_of(size)[0]
    if mask.sum() <= MOST_EVENTS:
        return event_payload(events[mask], event_types())
    snapshot = columns_of(size)
    bounds, zoom = WORLD, 8
    if seen and seen.get("bounds"):
        corner, other = seen["bounds"]["_southWest"], seen["bounds"]["_northEast"]
        bounds, zoom = (corner["lat"], corner["lng"], other["lat"], other["lng"]), seen["zoom"]
    by_row = np.zeros(size, dtype=np.bool_)
    by_row[snapshot.columns["by_id"]] = mask
    return cells_payload(cells(snapshot, by_row, bounds, zoom), event_types())


def plain_map() -> folium.Map:
    """A stock folium map whose Leaflet comes from this server."""
    chart = folium.Map(location=(35.02, 40.35), zoom_start=8, tiles=None, max_zoom=17)
    chart.options["maxZoom"] = 17
    chart.default_js = [("leaflet", f"../{leaflet.name}/leaflet.js")]
    chart.default_css = [("leaflet_css", f"../{leaflet.name}/leaflet.css")]
    return chart


def plain_group(way: str, events: pd.DataFrame) -> folium.FeatureGroup:
    """One folium object an event, as in folium's own examples."""
    group = folium.FeatureGroup(name="events")
    points = list(zip(events["latitude"], events["longitude"], strict=True))
    texts = [
        f"{kind}, {day:%d %b %Y}"
        for kind, day in zip(events["event_type"], events["date_start"], strict=True)
    ]
    if way == "circles":
        for point, text in zip(points, texts, strict=True):
            folium.CircleMarker(point, radius=5, color="#CE5414", fill=True, tooltip=text).add_to(group)
        return group
    if way == "fast_cluster":
        # folium's own callback wants the icon fonts of another library
        plain = "function (row) { return L.marker(row); }"
        cluster = FastMarkerCluster([list(point) for point in points], callback=plain)
    else:
        cluster = MarkerCluster()
        for point, text in zip(points, texts, strict=True):
            folium.Marker(point, tooltip=text).add_to(cluster)
    cluster.default_js = cluster.default_css = []
    return group.add_child(cluster)


@st.fragment
def show(way: str, size: int) -> None:
    """The box, the map, and how long the server took."""
    is_half = st.checkbox("half")
    began = time.perf_counter()
    mask = chosen(size, is_half)
    above = way == "ours" and mask.sum() > MOST_EVENTS
    if way == "ours":
        links = linked(f"../{leaflet.name}", f"../{engine.name}", f"../{basemap.name}")
        chart, group = (
            base_map(BASEMAP, links),
            event_group(our_payload(size, mask, st.session_state.get("map"))),
        )
    else:
        chart, group = plain_map(), plain_group(way, events_of(size)[0][mask])
        folder = cluster_folder()
        if way.endswith("cluster") and folder is not None:
            served = components.declare_component("cluster", path=str(folder))
            chart.default_js.append(("cluster", f"../{served.name}/leaflet.markercluster.js"))
            chart.default_css.append(("cluster_css", f"../{served.name}/MarkerCluster.Default.css"))
    st_folium(
        chart,
        key="map",
        height=HEIGHT,
        use_container_width=True,
        returned_objects=["bounds", "zoom"] if above else [],
        feature_group_to_add=group,
    )
    st.session_state["runs"] = runs = st.session_state.get("runs", 0) + 1
    st.caption(f"server: {time.perf_counter() - began:.3f} s; events: {int(mask.sum())}; run {runs}.")


st.set_page_config(layout="wide")
show(st.query_params.get("way", "ours"), int(st.query_params.get("n", "1000")))
