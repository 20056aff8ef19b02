"""The look of the pages: one style sheet, the icon, and the sizes the layout rests on."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
# A file of our own: Streamlit fetches emoji-like icons of the Material set for the tab from another host.
ICON = str(_HERE / "icon.svg")
SIDEBAR_PX = 256
MAP_PX, TIMELINE_PX, LIST_PX = 560, 110, 690


def apply() -> None:
    """Put the style sheet into the page."""
    st.html(_HERE / "style.css")
