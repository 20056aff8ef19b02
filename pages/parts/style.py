"""The look of the pages: one style sheet, the icon, and the sizes the layout rests on."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from core.view.passage import KIND_COLOURS

_HERE = Path(__file__).parent
# A file of our own: Streamlit fetches the icons of the Material set for the tab from another host.
ICON = str(_HERE / "icon.svg")
# Pixels. At 1440x900 the map has 60 % of the width, and map and timeline are seen whole.
SIDEBAR_PX = 272
MAP_PX, TIMELINE_PX = 580, 110
SIDE_PX, CARD_PX = 710, 470
# Streamlit writes white on the accent, which on the dark theme's light accent is too faint to read.
_ON_ACCENT = 'button[kind^="primary"], button[kind^="primary"] p { color: #14191c !important; }'


def field_colours(is_dark: bool) -> str:
    """CSS: the underline of each kind of field."""
    return "".join(
        f".k-{kind.replace(' ', '-')} {{ text-decoration-color: {colours[is_dark]}; }}\n"
        for kind, colours in KIND_COLOURS.items()
    )


def is_dark() -> bool:
    """Whether the person's browser shows the dark theme."""
    return st.context.theme.type == "dark"


def apply() -> None:
    """Put the style sheet into the page."""
    sheet = (_HERE / "style.css").read_text(encoding="utf-8")
    st.html(f"<style>{sheet}{field_colours(is_dark())}{_ON_ACCENT if is_dark() else ''}</style>")
