"""Running a page's file, always from under ``dashboard.py``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

_UNDER_DASHBOARD: ContextVar[bool] = ContextVar("under_dashboard", default=False)


@contextmanager
def dashboard() -> Iterator[None]:
    """Inside, pages draw themselves."""
    token = _UNDER_DASHBOARD.set(True)
    try:
        yield
    finally:
        _UNDER_DASHBOARD.reset(token)


def run(show: Callable[[], None], file: str) -> None:
    """Draw a page; ``file`` is the page's own.

    A fresh server that is first asked for ``/reports`` finds a folder called ``pages`` and runs the page's
    file alone, without style, filters and navigation. The first ``st.navigation`` turns that off, so call
    it and start over: from then on everything runs from under ``dashboard.py``.
    """
    if _UNDER_DASHBOARD.get():
        show()
        return
    # The first page stands for "/": alone, this one would, and its own address would not be found.
    st.navigation([st.Page(show, url_path="start", default=True), st.Page(file)], position="hidden")
    st.rerun()
