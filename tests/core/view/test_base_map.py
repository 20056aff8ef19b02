from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from streamlit_folium import _get_header, _get_map_string, generate_js_hash

from core.view.assets import ENGINE_SCRIPTS, ENGINE_STYLES, JS_DIR, LEAFLET_DIR, engine_version, linked
from core.view.base_map import MapView, base_map, basemap_sources

LIBRARIES = linked("../leaflet", "../engine", "../basemap")
TOWNS = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "Hajin"},
            "geometry": {"type": "Point", "coordinates": [40.83, 34.69]},
        }
    ],
}


def options(script: str) -> dict[str, Any]:
    given = script[script.index("EventMap.install(") :]
    decoded: dict[str, Any] = json.JSONDecoder().raw_decode(given[given.index("{") :])[0]
    return decoded


def map_script(tmp_path: Path, **changes: Any) -> str:
    chart = base_map(tmp_path, LIBRARIES, **changes)
    chart.get_root().render()
    script: str = _get_map_string(chart)
    return script


def test_the_engine_is_all_of_its_folder() -> None:
    assert {path.name for path in JS_DIR.iterdir()} == {*ENGINE_SCRIPTS, *ENGINE_STYLES}


def test_the_page_loads_leaflet_first_and_nothing_from_elsewhere(tmp_path: Path) -> None:
    chart = base_map(tmp_path, LIBRARIES)
    links = [link for _, link in (*chart.default_js, *chart.default_css)]
    assert links[0] == "../leaflet/leaflet.js"
    assert links[1] == f"../engine/core.js?v={engine_version()}"
    assert all(link.startswith("../") for link in links)
    assert (LEAFLET_DIR / "leaflet.js").is_file()


def test_basemap_files_are_linked_with_a_version_or_written_in(tmp_path: Path) -> None:
    (tmp_path / "towns.geojson").write_text(json.dumps(TOWNS), encoding="utf-8")
    (tmp_path / "README.md").write_text("not a layer", encoding="utf-8")
    linked_to = basemap_sources(tmp_path, "../basemap")
    assert list(linked_to) == ["towns"]
    assert linked_to["towns"].startswith("../basemap/towns.geojson?v=")
    assert basemap_sources(tmp_path, None) == {"towns": TOWNS}
    assert basemap_sources(tmp_path / "missing", None) == {}


def test_two_maps_of_one_kind_are_the_same_component(tmp_path: Path) -> None:
    """streamlit-folium keeps a map only while the hash of its script stays."""
    first, again, dark = (
        generate_js_hash(map_script(tmp_path, dark=dark), "map") for dark in (False, False, True)
    )
    assert first == again != dark


def test_the_options_reach_the_engine(tmp_path: Path) -> None:
    script = map_script(tmp_path, dark=True, link="compare", time_bar=False, view=MapView(34.5, 40.9, 11))
    given = options(script)
    assert (given["dark"], given["link"], given["time_bar"], given["tools"], given["standalone"]) == (
        True,
        "compare",
        False,
        True,
        False,
    )
    assert '"zoom": 11' in script
    assert "[34.5, 40.9]" in script


def test_a_linked_map_has_no_jquery_bootstrap_or_fonts(tmp_path: Path) -> None:
    chart = base_map(tmp_path, LIBRARIES)
    page = chart.get_root().render().lower()
    assert "jquery" not in page
    assert "bootstrap" not in page
    assert "fontawesome" not in page
    assert "cdn" not in _get_header(chart)
