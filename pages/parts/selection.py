"""The selected event: one a session, kept in the URL as ``event``, so that a link opens its card."""

from __future__ import annotations

import re

import streamlit as st

_SELECTED, _WRITTEN, _TOUCHED = "event", "event_written", "event_touched"
_ID = re.compile(r"[0-9A-Za-z_.-]{1,80}")


def current() -> str | None:
    """The id of the selected event."""
    selected: str | None = st.session_state.get(_SELECTED)
    return selected


def select(event_id: str | None) -> None:
    """Select an event, or none."""
    st.session_state[_SELECTED] = event_id or None
    st.session_state[_TOUCHED] = True


def read_url(*, is_new_page: bool) -> None:
    """Take the selection over from the URL, by the rules of :func:`pages.parts.filters.read_url`."""
    given = st.query_params.get("event")
    is_touched = st.session_state.pop(_TOUCHED, False)
    if is_touched or given == st.session_state.get(_WRITTEN) or (is_new_page and not given):
        return
    st.session_state[_SELECTED] = given if given and _ID.fullmatch(given) else None


def write_url() -> None:
    """Let the URL say which event is selected."""
    selected = current()
    if st.query_params.get("event") != selected:
        if selected:
            st.query_params["event"] = selected
        else:
            st.query_params.pop("event", None)
    st.session_state[_WRITTEN] = selected
    st.session_state.pop(_TOUCHED, None)  # a run of a fragment writes without having read
