"""The selected event: one a session, kept in the URL as ``event``, so that a link opens its card."""

from __future__ import annotations

import re

import streamlit as st

_SELECTED, _WRITTEN = "event", "event_written"
_ID = re.compile(r"[0-9A-Za-z_.-]{1,80}")


def current() -> str | None:
    """The id of the selected event, taken over from the URL where a link brought one."""
    given = st.query_params.get("event")
    if given and given != st.session_state.get(_WRITTEN) and _ID.fullmatch(given):
        st.session_state[_SELECTED] = st.session_state[_WRITTEN] = given
    selected: str | None = st.session_state.get(_SELECTED)
    return selected


def select(event_id: str | None) -> None:
    """Select an event, or none."""
    st.session_state[_SELECTED] = event_id or None


def write_url() -> None:
    """Let the URL say which event is selected."""
    selected = st.session_state.get(_SELECTED)
    if st.query_params.get("event") != selected:
        if selected:
            st.query_params["event"] = selected
        else:
            st.query_params.pop("event", None)
    st.session_state[_WRITTEN] = selected
