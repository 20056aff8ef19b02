"""What all sessions of the server share: the lexicon, the store, and frames by store version."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from core import lexicon, pipeline
from core.lexicon import Lexicon
from core.model import Event, Reading, Report
from core.query import EventFilter
from core.store import Store, open_store

ROOT = Path(__file__).resolve().parent.parent.parent
REPORTS = ROOT / "data" / "reports"
ACCURACY = ROOT / "data" / "accuracy.json"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})


@dataclass(frozen=True, slots=True)
class App:
    """The open store, its version at the start of this run, and the lexicon."""

    store: Store
    lexicon: Lexicon
    version: int

    def frame(self, asked: EventFilter) -> pd.DataFrame:
        """The read model's rows of a filter. Shared by all sessions: never change it in place."""
        return _frame(self.version, asked)

    def facets(self, asked: EventFilter) -> pd.DataFrame:
        """How many events each choice would show. Shared: never change it in place."""
        return _facets(self.version, asked)

    def rejections(self, asked: EventFilter) -> pd.DataFrame:
        """What gave no event, for the reports of a filter. Shared: never change it in place."""
        return _rejections(self.version, asked)

    def reports(self) -> pd.DataFrame:
        """One row a report. Shared: never change it in place."""
        return _reports(self.version)

    def report(self, report_id: str) -> Report:
        """A report with its text."""
        return _report(self.version, report_id)

    def event(self, event_id: str) -> tuple[Event, str]:
        """An event, people's edits included, and its report's id. Raises ``StoreError`` without one."""
        return _event(self.version, event_id)

    def reading(self, report_id: str) -> Reading:
        """What the reader made of a report."""
        return _reading(self.version, report_id)


@st.cache_resource(show_spinner="Loading places, actors and words ...")
def _lexicon() -> Lexicon:
    return lexicon.load()


@st.cache_resource(show_spinner=False)
def _store() -> Store:
    return open_store()


@st.cache_resource(max_entries=64, show_spinner=False)
def _frame(version: int, asked: EventFilter) -> pd.DataFrame:  # noqa: ARG001 - the version keys the cache
    return _store().frame(asked)


@st.cache_resource(max_entries=64, show_spinner=False)
def _facets(version: int, asked: EventFilter) -> pd.DataFrame:  # noqa: ARG001
    return _store().facets(asked)


@st.cache_resource(max_entries=64, show_spinner=False)
def _rejections(version: int, asked: EventFilter) -> pd.DataFrame:  # noqa: ARG001
    return _store().rejections(asked)


@st.cache_resource(max_entries=4, show_spinner=False)
def _reports(version: int) -> pd.DataFrame:  # noqa: ARG001
    return _store().reports()


@st.cache_resource(max_entries=256, show_spinner=False)
def _report(version: int, report_id: str) -> Report:  # noqa: ARG001
    return _store().report(report_id)


@st.cache_resource(max_entries=256, show_spinner=False)
def _event(version: int, event_id: str) -> tuple[Event, str]:  # noqa: ARG001
    event = _store().event(event_id)
    return event, str(_store().frame(event_ids=[event_id])["report_id"].iloc[0])


@st.cache_resource(max_entries=256, show_spinner=False)
def _reading(version: int, report_id: str) -> Reading:  # noqa: ARG001
    return _store().reading(report_id)


@st.cache_resource(show_spinner=False)
def _start_up() -> list[tuple[str, ...]]:
    """The problems of the first filling, once it is through (empty until then)."""
    return []


def open_app() -> App:
    """The app of this server; the first session fills the store from ``data/reports``, with a bar.

    Raises :class:`core.errors.EventMapError` when the data or the store cannot be opened.
    """
    started, store, words = _start_up(), _store(), _lexicon()
    if not started:
        bar = st.progress(0.0, "Reading the reports ...")

        def progress(done: int, total: int) -> None:
            bar.progress(done / max(total, 1), f"Reading the reports: {done:,} of {total:,}")

        result = pipeline.load_reports(store, REPORTS, words, progress)
        bar.empty()
        started.append(result.errors)
        # Keep start-up's objects out of every later collection: Streamlit runs a full one after each run.
        gc.collect()
        gc.freeze()
    return App(store, words, store.version())


def start_up_problems() -> tuple[str, ...]:
    """The report files that could not be read when the store was filled, one message each."""
    started = _start_up()
    return started[0] if started else ()


def may_write(address: str, headers: Mapping[str, str]) -> bool:
    """Whether a server at ``address`` takes reports from a request with these headers.

    It must listen on loopback and be asked by a loopback name: that refuses a proxy that publishes a
    loopback server, and foreign names that resolve to it.
    """
    host = headers.get("Host", "")
    name = host if host.endswith("]") else host.rsplit(":", 1)[0]
    proxied = any(header in headers for header in ("X-Forwarded-For", "Forwarded"))
    return address in _LOOPBACK and name in _LOOPBACK and not proxied


def is_writable() -> bool:
    """Whether this session may add reports (see :func:`may_write`)."""
    return may_write(str(st.get_option("server.address") or ""), st.context.headers)
