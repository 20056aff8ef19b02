"""The pages run in this process over a small store of made-up reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core import pipeline
from core.lexicon import load
from core.model import Count, Event, EventActor, EventPlace, Evidence, Reason, Rejection, Role
from core.store import Store, labels_of, open_store
from pages.parts import session
from tests.made import actor, event, place, reading, report, told

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60
READER = "made"

CONVOY = "A convoy of 30 vehicles reached Al-Mayadin from Al-Bukamal on June 3."
QUIET = "Nobody moved. A base is to be built in Nowhereville. Shots were heard in Nowhereville."


def movement() -> Event:
    start, end = CONVOY.index("convoy"), CONVOY.index("convoy") + len("convoy")
    return event(
        "moved",
        "movement",
        origin=place("bukamal"),
        destination=place("mayadin"),
        actors=(EventActor("irgc", "IRGC", "Iranian troops", Role.INITIATOR),),
        vehicles=Count(30, 30, 30),
        evidence=(
            Evidence("trigger", start, end, "convoy", "movement word"),
            Evidence("place", CONVOY.index("Al-M"), CONVOY.index("Al-M") + 10, "Al-Mayadin", "gazetteer"),
        ),
    )


def wide(**changes: object) -> EventPlace:
    return place("syria", feature_type="country", geo_precision=3, radius_km=400.0, **changes)


def fill(store: Store) -> None:
    """Three reports: a convoy; a clash, one in a country and one without a date; and one with no event."""
    nowhere = event("shots", "clash", place=None, date_start=None, date_end=None, actors=())
    rejections = (
        Rejection(14, 52, QUIET[14:52], Reason.PLANNED),
        Rejection(53, len(QUIET), QUIET[53:], Reason.UNPLACED, nowhere),
    )
    fought = event(
        "fought",
        date_start=date(2019, 5, 1),
        date_end=date(2019, 5, 31),
        killed=Count(5, 5, 7),
        actors=(actor(), actor("sdf", Role.TARGET)),
        is_background=True,
    )
    undated = {"date_start": None, "date_end": None, "time_precision": None, "actors": ()}
    items = [
        told("convoy", movement(), text=CONVOY, title="A convoy arrives"),
        told("clashes", fought, event("far", "airstrike", place=wide(), **undated), outlet="Other Press"),
        (report("quiet", text=QUIET, outlet="Other Press"), reading("quiet", rejections=rejections)),
    ]
    store.add_readings(items, READER, labels_of(load()))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store of made-up reports that the pages open instead of their own."""
    url = f"sqlite:///{tmp_path / 'events.sqlite'}"
    monkeypatch.setenv("DATABASE_URL", url)
    (tmp_path / "reports").mkdir()
    monkeypatch.setattr(session, "REPORTS", tmp_path / "reports")
    # Else the real reader, being another one, would read the made-up reports again.
    monkeypatch.setattr(pipeline, "reader_version", lambda *_: READER)
    st.cache_resource.clear()
    made = open_store(url, tmp_path)
    fill(made)
    return made


Open = Callable[..., AppTest]


@pytest.fixture
def opened(store: Store) -> Open:
    """Opens a page of the dashboard, with URL parameters, and gives it after its first run."""

    def run(page: str = "map", **params: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=SECONDS)
        for name, value in params.items():
            app.query_params[name] = value
        app.run()
        if page != "map":
            app.switch_page(f"pages/{page}.py")
            for name, value in params.items():
                app.query_params[name] = value
            app.run()
        return app

    return run


def html_of(app: AppTest) -> str:
    """Everything the page shows as HTML, joined."""
    return "\n".join(element.proto.body for element in app.get("html"))
