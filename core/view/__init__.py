"""Frames and events as a map, charts, cards and passages: folium and altair, no screen of its own.

The map, for a page (streamlit-folium):

- ``assets.linked(leaflet, engine, basemap) -> Libraries``: addresses of three served folders
  (``assets.LEAFLET_DIR``, ``assets.JS_DIR``, ``data/basemap``), as the map's frame sees them.
- ``base_map.base_map(basemap_dir, libraries, dark=..., view=MapView(...))``: a new constant map each run;
  give it to ``st_folium(..., key=..., returned_objects=["last_object_clicked_popup"])``.
- ``event_layer.event_payload(frame, event_types) -> Payload``: costly part, cache it per filter.
- ``event_layer.event_group(payload, selected=event_id)``: give it to ``feature_group_to_add``. The component
  then returns the clicked event_id as ``last_object_clicked_popup`` (empty string: nothing selected).

- ``cells.cells_payload(cells, event_types, steps=...)``: the same group above ``cells.MOST_EVENTS`` events,
  from the store's counts for the part of the world in view.
- ``standalone.standalone_html(frame, event_types, basemap_dir, title=...)``: an HTML file that opens offline.

Beside it: ``charts.timeline_bars`` / ``timeline_chart`` / ``brush_days``, ``card.card(event, event_types)``,
``passage.segments(text, evidence)`` / ``excerpt`` / ``kind_of`` / ``KIND_COLOURS``, and ``words`` for dates,
counts and precision. Report text is never compiled as a template and never read as HTML on these ways.
"""
