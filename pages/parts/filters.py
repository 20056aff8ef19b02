"""The shared filters: one EventFilter a session, kept in the URL.

The filter is the truth; the sidebar's widgets are views of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from core.errors import FilterError
from core.query import PARAMETERS, EventFilter, read_params

_FILTER, _WRITTEN, _TOUCHED, _PROBLEMS = "filter", "filter_written", "filter_touched", "filter_problems"


def current() -> EventFilter:
    """The session's filter."""
    kept: EventFilter = st.session_state.get(_FILTER, EventFilter())
    return kept


def change(**fields: Any) -> None:
    """Change some fields of the session's filter; what means nothing is reported, and changes nothing."""
    try:
        st.session_state[_FILTER] = replace(current(), **fields)
    except FilterError as error:
        st.session_state[_PROBLEMS] = (str(error),)
    st.session_state[_TOUCHED] = True


def clear() -> None:
    """Show all events again."""
    st.session_state[_FILTER] = EventFilter()
    st.session_state[_TOUCHED] = True


def problems() -> tuple[str, ...]:
    """What was asked for and could not be understood; each is given once."""
    found: tuple[str, ...] = st.session_state.pop(_PROBLEMS, ())
    return found


def read_url(known: Mapping[str, Collection[str]], *, is_new_page: bool) -> None:
    """Take the filter over from the URL where a link or the browser's Back brought another one.

    ``known`` gives the ids that exist by parameter name. A change of page empties the URL: then the
    session's filter stays, and :func:`write_url` puts it back. What a person has just changed goes before
    the URL, which the browser may not have brought up to date yet.
    """
    given = _url_params()
    is_touched = st.session_state.pop(_TOUCHED, False)
    if is_touched or given == st.session_state.get(_WRITTEN) or (is_new_page and not given):
        return
    read = read_params(given, known)
    st.session_state[_FILTER], st.session_state[_PROBLEMS] = read.filter, read.problems


def write_url() -> None:
    """Let the URL say what is shown; parameters that are not the filter's stay as they are."""
    wanted = current().to_params()
    if _url_params() != wanted:
        others = {name: st.query_params.get_all(name) for name in st.query_params if name not in PARAMETERS}
        st.query_params.from_dict({**others, **wanted})
    st.session_state[_WRITTEN] = wanted


def _url_params() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in PARAMETERS if name in st.query_params}
