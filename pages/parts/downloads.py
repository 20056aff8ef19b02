"""Files of what the filter shows: the map as one HTML page, and each format of ``core.formats``."""

from __future__ import annotations

from functools import partial

import streamlit as st

from core.formats import FORMATS, Format
from core.query import EventFilter
from core.view.cells import MOST_EVENTS
from core.view.standalone import standalone_html
from pages.parts import map_widget, session, style

_NAME = "deir-ezzor-events"


def _map_page(app: session.App, asked: EventFilter, sentence: str, dark: bool) -> str:
    return standalone_html(
        app.frame(asked), app.lexicon.event_types, map_widget.BASEMAP, title=sentence, dark=dark
    )


def _written(app: session.App, asked: EventFilter, form: Format) -> bytes:
    return form.write(app.frame(asked))


def draw(app: session.App, asked: EventFilter, sentence: str, n_events: int) -> None:
    """A button that opens the choice of files. A file is made when it is asked for."""
    with st.popover("Download", icon=":material/download:", disabled=n_events == 0):
        many = n_events > MOST_EVENTS
        st.download_button(
            "Map (HTML)",
            partial(_map_page, app, asked, sentence, style.is_dark()),
            f"{_NAME}.html",
            "text/html",
            key="download_map",
            help="One page with the map, its cards and its time bar. It opens without a network.",
            on_click="ignore",
            disabled=many,
            width="stretch",
        )
        if many:
            st.html(f'<p class="quiet">A map page holds up to {MOST_EVENTS:,} events: narrow the filter.</p>')
        for form in FORMATS.values():
            st.download_button(
                form.label,
                partial(_written, app, asked, form),
                f"{_NAME}.{form.suffix}",
                form.mime,
                key=f"download_{form.suffix}",
                on_click="ignore",
                width="stretch",
            )
