"""The same behaviour on both databases: every test here runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Thread

import pandas as pd
import pytest

from core.errors import ReportError, StoreError
from core.model import Count, Reason, Role
from core.query import EventFilter
from core.store import Store, open_store
from core.store.frames import EVENT_COLUMNS, REJECTION_COLUMNS
from tests import made
from tests.made import LABELS


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path}/events.sqlite"


@pytest.fixture
def store(url: str, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(url, tmp_path)
    yield opened
    opened.close()


def test_a_new_store_is_empty_with_all_its_columns(store: Store) -> None:
    assert store.version() == 0
    assert list(store.frame().columns) == list(EVENT_COLUMNS)
    assert list(store.rejections().columns) == list(REJECTION_COLUMNS)
    assert (len(store.frame()), len(store.rejections()), len(store.reports())) == (0, 0, 0)
    assert len(store.snapshot()) == 0


def test_what_is_written_is_read_back(store: Store) -> None:
    event = made.event(killed=Count(2, 2, None), origin=made.place("bukamal"), attributed_to=("SOHR",))
    report = made.report(language=None)
    reading = made.reading("r1", event, rejections=(made.rejection(),))
    assert store.add_readings([(report, reading)], "v1", LABELS) == 1
    assert store.report("r1") == report
    assert store.reading("r1") == reading
    assert store.event("e1") == event
    assert store.report_with_text(report.text) == "r1"
    assert store.report_with_text(report.text + " ") is None


def test_the_frame_has_the_types_it_promises(store: Store) -> None:
    dated = made.event("e1", killed=Count(2, 2, None), via=(made.place("bukamal"),))
    undated = made.event("e2", date_start=None, date_end=None, time_precision=None, place=made.place("syria"))
    store.add_readings([made.told("r1", undated, dated, published=None)], "v1", LABELS)
    frame = store.frame()
    assert made.rows(frame, "event_id", "incident_id", "language", "family", "district") == [
        ("e1", "e1", "en", "fighting", "mayadin-district"),
        ("e2", "e2", "en", "fighting", None),
    ]
    assert {str(frame[name].dtype) for name in ("date_start", "date_end", "published")} == {"datetime64[ns]"}
    assert str(frame["killed_low"].dtype) == str(frame["time_precision"].dtype) == "Int64"
    assert str(frame["is_background"].dtype) == str(frame["reviewed"].dtype) == "bool"
    assert frame["date_start"].tolist() == [pd.Timestamp("2020-06-03"), pd.NaT]
    assert frame["killed_low"].tolist() == [2, pd.NA]
    assert frame["killed_high"].isna().tolist() == [True, True]
    assert frame["latitude"].isna().tolist() == [False, True]
    assert frame["via"].tolist() == [[["Al-Bukamal", 34.45, 40.92]], []]
    assert frame["actors"][0] == [
        {
            "actor_id": "isis",
            "name": "ISIS",
            "as_written": "ISIS",
            "role": "initiator",
            "killed": None,
            "wounded": None,
            "captured": None,
        }
    ]
    assert store.frame(limit=1)["event_id"].tolist() == ["e1"]
    assert store.frame(event_ids=["e2", "e9"])["event_id"].tolist() == ["e2"]


def test_loading_the_same_again_changes_nothing(store: Store) -> None:
    items = [made.told("r1", made.event("e1")), made.told("r2", made.event("e2"))]
    assert store.add_readings(items, "v1", LABELS) == 2
    version = store.version()
    assert store.add_readings(items, "v1", LABELS) == 0
    assert store.needs_reading("v1", [report for report, _ in items]) == []
    assert store.version() == version
    assert store.reader_versions("r1") == ["v1"]


def test_a_new_reader_appends_a_reading_and_replaces_the_events(store: Store) -> None:
    report, _ = made.told("r1")
    store.add_readings([made.told("r1", made.event("e1")), made.told("r2", made.event("e2"))], "v1", LABELS)
    assert [found.report_id for found in store.needs_reading("v2", [report])] == ["r1", "r2"]
    store.add_readings([made.told("r1", made.event("e3"), made.event("e4"))], "v2", LABELS)
    assert store.reader_versions("r1") == ["v1", "v2"]
    assert sorted(store.frame()["event_id"]) == ["e2", "e3", "e4"]
    assert [found.report_id for found in store.needs_reading("v2")] == ["r2"]


def test_going_back_to_an_earlier_reader_is_a_reading_too(store: Store) -> None:
    for reader, event_id in (("v1", "e1"), ("v2", "e2"), ("v1", "e1")):
        assert store.add_readings([made.told("r1", made.event(event_id))], reader, LABELS) == 1
    assert store.reader_versions("r1") == ["v1", "v2", "v1"]
    assert store.frame()["event_id"].tolist() == ["e1"]


def test_a_corrected_report_is_read_again(store: Store) -> None:
    store.add_readings([made.told("r1", made.event("e1"))], "v1", LABELS)
    corrected = made.report("r1", title="A better title")
    assert store.needs_reading("v1", [corrected]) == [corrected]
    store.add_readings([(corrected, made.reading("r1", made.event("e1")))], "v1", LABELS)
    assert store.report("r1").title == "A better title"
    assert len(store.reports()) == 1


def test_reports_are_counted_newest_first(store: Store) -> None:
    old = (made.report("old", published=date(2019, 1, 1)), made.reading("old", made.event("e1")))
    new = (made.report("new"), made.reading("new", rejections=(made.rejection(), made.rejection())))
    store.add_readings([old, new, made.told("undated", published=None)], "v1", LABELS)
    assert made.rows(store.reports(), "report_id", "language", "events", "rejections", "characters") == [
        ("new", "en", 0, 2, len(new[0].text)),
        ("old", "en", 1, 0, len(old[0].text)),
        ("undated", "en", 0, 0, len(made.report("undated").text)),
    ]


def test_rejections_follow_the_filter_but_for_districts(store: Store) -> None:
    unplaced = made.event("e1", place=None, actors=(made.actor("sdf", Role.TARGET),), killed=Count(3, 3, 3))
    reading = made.reading("r1", rejections=(made.rejection(), made.rejection(Reason.UNPLACED, unplaced)))
    store.add_readings([(made.report("r1"), reading)], "v1", LABELS)
    found = store.rejections()
    assert made.rows(found, "reason", "event_id", "family") == [
        ("planned", None, None),
        ("unplaced", "e1", "fighting"),
    ]
    for asked in (
        EventFilter(actors=(("sdf", None),)),
        EventFilter(actors=(("sdf", Role.TARGET), ("isis", None)), districts=("mayadin-district",)),
        EventFilter(families=("fighting",), killed_min=3),
        EventFilter(date_from=date(2020, 6, 1), text="sdf"),
    ):
        assert store.rejections(asked)["reason"].tolist() == ["unplaced"]
    assert store.rejections(EventFilter(actors=(("sdf", Role.INITIATOR),))).empty
    assert store.rejections(EventFilter(show_background=False))["reason"].tolist() == ["planned", "unplaced"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [("a\0b", "its text has the character U\\+0000"), ("a\ud800b", "its text has the character U\\+D800")],
)
def test_what_no_database_can_hold_is_named_and_nothing_is_written(
    store: Store, text: str, problem: str
) -> None:
    items = [made.told("r1", made.event("e1")), made.told("r2", text=text)]
    with pytest.raises(ReportError, match=problem):
        store.add_readings(items, "v1", LABELS)
    assert (store.version(), len(store.reports())) == (0, 0)


@pytest.mark.parametrize(
    ("event", "problem"),
    [
        (made.event("e1", place=None), "event e1 has no place"),
        (made.event("e1", killed=Count(10**30, None, None)), "count beyond"),
    ],
)
def test_an_event_that_is_none_is_refused(store: Store, event: made.Event, problem: str) -> None:
    with pytest.raises(ReportError, match=problem):
        store.add_readings([made.told("r1", event)], "v1", LABELS)


def test_an_error_on_the_way_leaves_nothing_half_written(store: Store) -> None:
    strange = made.event("e2", "clash")
    object.__setattr__(strange, "event_type", "teleportation")
    with pytest.raises(StoreError, match="'teleportation' has no family"):
        store.add_readings([made.told("r1", made.event("e1")), made.told("r2", strange)], "v1", LABELS)
    assert (store.version(), len(store.reports()), len(store.frame())) == (0, 0, 0)


@pytest.mark.parametrize("question", ["event", "report", "reading"])
def test_what_is_not_there_is_said(store: Store, question: str) -> None:
    with pytest.raises(StoreError, match="there is no"):
        getattr(store, question)("nothing")


def test_hostile_text_is_kept_as_it_is(store: Store) -> None:
    hostile = "'; DROP TABLE events; -- <script>alert(1)</script> {{ 7*7 }} \u202e 100%_"
    event = made.event("e1", place=made.place(as_written=hostile))
    store.add_readings([made.told("r1", event, text=hostile, title=hostile)], "v1", LABELS)
    assert store.report("r1").text == hostile
    assert store.frame(EventFilter(text="'; DROP"))["as_written"].tolist() == [hostile]
    assert store.frame(EventFilter(text="100x"))["event_id"].tolist() == []


def test_an_edit_outlives_the_next_reader(store: Store) -> None:
    store.add_readings([made.told("r1", made.event("e1"))], "v1", LABELS)
    before = store.version()
    day = "2020-06-02"
    store.add_edit("e1", "date_start", day, who="Ada", why="the report says Tuesday", labels=LABELS)
    assert store.version() == before + 1
    store.add_readings([made.told("r1", made.event("e1", confidence=0.9))], "v2", LABELS)
    assert made.rows(store.frame(), "date_start", "confidence", "reviewed") == [
        (pd.Timestamp(day), 0.9, True)
    ]
    assert store.event("e1").date_start == date(2020, 6, 2)
    assert [item.field for item in store.event("e1").evidence] == ["trigger"]
    (edit,) = store.edits("r1")
    assert (edit.who, edit.why, edit.value) == ("Ada", "the report says Tuesday", day)


def test_an_edit_that_does_not_fit_is_not_written(store: Store) -> None:
    store.add_readings([made.told("r1", made.event("e1"))], "v1", LABELS)
    version = store.version()
    for field, value, who, problem in (
        ("date_start", "soon", "Ada", "does not fit"),
        ("event_type", "picnic", "Ada", "is not an event type"),
        ("confidence", 1.0, "Ada", "cannot be edited|not a field"),
        ("reviewed", True, " ", "needs the name"),
    ):
        with pytest.raises(StoreError, match=problem):
            store.add_edit("e1", field, value, who=who, why="", labels=LABELS)
    assert (store.version(), store.edits("r1")) == (version, [])


def test_two_starts_at_once_fill_the_store_once(url: str, tmp_path: Path) -> None:
    items = [made.told(f"r{n}", made.event(f"e{n}")) for n in range(20)]
    written: list[int] = []

    def start() -> None:
        store = open_store(url, tmp_path)
        with store.filling():
            wanted = {report.report_id for report in store.needs_reading("v1", [item[0] for item in items])}
            new = [item for item in items if item[0].report_id in wanted]
            written.append(store.add_readings(new, "v1", LABELS))
        store.close()

    threads = [Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(written) == [0, 0, 20]
    store = open_store(url, tmp_path)
    assert (store.version(), len(store.frame())) == (1, 20)
    store.close()


def test_a_second_program_sees_what_the_first_wrote(url: str, store: Store, tmp_path: Path) -> None:
    other = open_store(url, tmp_path)
    assert len(other.snapshot()) == 0
    store.add_readings([made.told("r1", made.event("e1"))], "v1", LABELS)
    assert other.version() == 1
    assert other.snapshot().ids(other.select(EventFilter())[1]) == ["e1"]
    other.close()


FIRST = made.event("first", date_start=date(2020, 5, 1), date_end=date(2020, 5, 31), killed=Count(3, 3, None))
SECOND = made.event("second", "airstrike", actors=(made.actor("sdf", Role.TARGET),), confidence=0.4)
UNDATED = made.event(
    "undated", date_start=None, date_end=None, is_background=True, actors=(), killed=Count(None, 5, None)
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (EventFilter(), ["first", "second", "undated"]),
        (EventFilter(date_from=date(2020, 5, 31)), ["first", "second"]),
        (EventFilter(date_to=date(2020, 5, 1)), ["first"]),
        (EventFilter(date(2020, 5, 10), date(2020, 5, 11)), ["first"]),
        (EventFilter(date(2020, 6, 1), date(2020, 6, 2)), []),
        (EventFilter(actors=(("sdf", None),)), ["second"]),
        (EventFilter(actors=(("sdf", Role.INITIATOR), ("isis", Role.INITIATOR))), ["first"]),
        (EventFilter(event_types=("airstrike", "movement")), ["second"]),
        (EventFilter(families=("fighting",)), ["first", "undated"]),
        (EventFilter(districts=("mayadin-district",)), ["first", "second", "undated"]),
        (EventFilter(outlets=("Example Press",), report_id="r1"), ["first", "second"]),
        (EventFilter(outlets=("Other Press",)), []),
        (EventFilter(killed_min=3), ["first", "undated"]),
        (EventFilter(min_confidence=0.5), ["first", "undated"]),
        (EventFilter(show_background=False), ["first", "second"]),
        (EventFilter(text="MAYADIN isis"), ["first"]),
        (EventFilter(text="second-report قافلة"), ["undated"]),
    ],
)
def test_the_filter_finds(store: Store, asked: EventFilter, found: list[str]) -> None:
    items = [made.told("r1", FIRST, SECOND), made.told("r2", UNDATED, text="Second-report: القافلة")]
    store.add_readings(items, "v1", LABELS)
    assert store.frame(asked)["event_id"].tolist() == found
    snapshot, mask = store.select(asked)
    assert snapshot.ids(mask) == found
