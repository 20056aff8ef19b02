"""Files of the filter: what is offered. All events are synthetic."""

from __future__ import annotations

from tests.pages.conftest import Open


def test_the_map_page_offers_the_map_and_every_format(opened: Open) -> None:
    app = opened()
    assert not app.exception
    offered = [part.proto for part in app.get("download_button")]
    assert [part.label for part in offered] == ["Map (HTML)", "CSV", "GeoJSON", "JSON lines"]
    assert not any(part.disabled for part in offered)
